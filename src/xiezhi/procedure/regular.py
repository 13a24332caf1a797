"""Work that comes round, and what an agency must have: the duties of a plan that no File starts.

Each is due on a day of the calendar. The day itself is still in time: from the day after, the next
one is due.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import rule


@dataclass(frozen=True, slots=True)
class Coming:
    """A duty that comes round: whose rule it is, what is to be done, by which day.

    `clause` is the place in the plan where the plan asks for it.
    """

    rule_code: str
    label: str
    by: dt.date
    clause: str = ""

    @property
    def source(self) -> str:
        return self.clause or str(rule(self.rule_code).cite)


@dataclass(frozen=True, slots=True)
class Milestone:
    """So many of a hundred agencies carry out the three systems, by this day (PLAN-13)."""

    by: dt.date
    percent: int

    def met(self, done: int, agencies: int) -> bool:
        """Nothing is met where there is no agency."""
        return agencies > 0 and done * 100 >= self.percent * agencies


#: 乌审旗 only; the summary was due on 15 November 2023.
MILESTONES = {
    "S4": (Milestone(dt.date(2023, 6, 30), 90), Milestone(dt.date(2023, 10, 31), 100)),
}


def on_day_of_year(today: dt.date, month: int, day: int) -> dt.date:
    """The next such day, today included."""
    this_year = dt.date(today.year, month, day)
    return this_year if this_year >= today else dt.date(today.year + 1, month, day)


def on_day_of_month(today: dt.date, day: int) -> dt.date:
    """The next such day, today included; `day` is one that every month has."""
    if today.day <= day:
        return today.replace(day=day)
    return (today.replace(day=1) + dt.timedelta(days=32)).replace(day=day)


def end_of_month(today: dt.date) -> dt.date:
    following = (today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return following - dt.timedelta(days=1)


def of_agency(policy: Policy, today: dt.date) -> Iterator[Coming]:
    """What comes round for an agency under its plan, the yearly statistics aside."""
    yield Coming("OGI-5", "提交并公布上年度信息公开工作年度报告", on_day_of_year(today, 1, 31))
    if policy.progress_report_day:
        day = on_day_of_month(today, policy.progress_report_day)
        clause = _clause(policy, "progress_report_day")
        yield Coming("PLAN-12", "向司法局报送三项制度推进情况", day, clause)
    if policy.refresh_monthly:
        clause = _clause(policy, "refresh_monthly")
        yield Coming("PLAN-6", "更新本月的公示内容", end_of_month(today), clause)


def of_government(policy: Policy, today: dt.date) -> Iterator[Coming]:
    """What comes round for a government and whoever supervises for it."""
    day = on_day_of_year(today, 3, 31)
    yield Coming("OGI-5-2", "公布本级政府上年度信息公开工作年度报告", day)
    if policy.bulletin_monthly:
        clause = _clause(policy, "bulletin_monthly")
        yield Coming("PLAN-14", "完成本月考评并通报", end_of_month(today), clause)


def _clause(policy: Policy, key: str) -> str:
    return policy.sources[key].note


def at_least(people: int, percent: int) -> int:
    """So many of a hundred, rounded up: 5 % of 21 officers are two reviewers (PLAN-10)."""
    return math.ceil(people * percent / 100)
