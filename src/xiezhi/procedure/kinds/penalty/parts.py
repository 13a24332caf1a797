"""What the parts of the declaration share: stages, ends of a case, "done and not since"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event, Outcome, Stage, Stop

VERSION = "2021"


STAGES = (
    Stage("filing", "立案"),
    Stage("inquiry", "调查取证"),
    Stage("notice", "审查告知"),
    Stage("review", "法制审核"),
    Stage("decision", "决定"),
    Stage("service", "送达"),
    Stage("execution", "执行与结案"),
    Stage("archive", "归档"),
)


DECIDED = ("decision.issue", "decision.decide_on_spot", "casework.refuse_filing")


DAY = c.day_is_past_or_today


FILED = ("casework.file_case",)


#: Who may go out and ask: two who are qualified, none of them recused.
OFFICERS = (c.two_qualified_officers, c.nobody_is_recused)


#: What a final report rests on: it can't be older than any of it.
GATHERED = (
    "casework.inspect",
    "casework.interview",
    "casework.add_evidence",
    "casework.dispose_preserved",
    "casework.order_correction",
    "casework.recheck_correction",
    "casework.receive_test",
)

REPORTED = ("casework.conclude", "casework.revise_conclusion")

#: How the party was heard.
HEARD = (
    "casework.serve_notice",
    "casework.record_statement",
    "casework.recheck_statement",
    "casework.waive_statement",
    "casework.report_hearing",
    "casework.withdraw_hearing",
)

TESTING = "检测、检验、检疫、鉴定"

#: What stops the clocks of a penalty case, each under the rule that says so.
STOPS = (
    Stop("casework.suspend", ("casework.resume",), "SAMR-4", "中止调查"),
    Stop("casework.commission_test", ("casework.receive_test",), "SAMR-4", TESTING),
    Stop("casework.commission_test", ("casework.receive_test",), "SAMR-1", TESTING),
    Stop(
        "casework.notify_hearing",
        ("casework.report_hearing", "casework.withdraw_hearing"),
        "SAMR-4",
        "听证",
    ),
)

#: What a penalty case may come to (art. 57).
OUTCOMES = (
    Outcome("penalty", "给予行政处罚", "penalty.decision"),
    Outcome("no_penalty", "不予行政处罚", "penalty.none", favours=True),
)

CLEARED = ("review.give_opinion", "review.exempt")


SHOWN = ("disclosure.publish", "disclosure.withhold")


Judgement = Callable[[Standing], bool]


def without(done: str, *acts: str) -> Judgement:
    """`done` stands in the ledger and none of `acts` has been done since."""

    def judge(st: Standing) -> bool:
        event = st.last(done)
        return event is not None and not any(st.after(act, event.seq) for act in acts)

    return judge


def never(done: str, *acts: str) -> Judgement:
    """`done` stands in the ledger and none of `acts` does."""
    return lambda st: st.has(done) and not st.any(*acts)


def now(st: Standing) -> Ask:
    """A question about today without facts."""
    return Ask("", st.today)


def some_day() -> Ask:
    """A question about the end of every term: may it be done, once time has passed?"""
    return Ask("", dt.date.max)


def decision_event(st: Standing) -> Event | None:
    return st.last("decision.issue", "decision.decide_on_spot")
