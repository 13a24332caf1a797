"""Which lives `make demo` tells, where and how far: each kind to its end and once half way."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from xiezhi.config.sample.government import ARCHIVIST, HEAD, PUBLISHER, REVIEWER, UNIT_HEAD, Agency
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import Cast, do, workday
from xiezhi.identity.models import Account
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.policy import load
from xiezhi.procedure.roles import Role
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File

#: Where kinds are told that the first agency's plan doesn't have.
_ELSEWHERE = ("justice", "review")
#: Whom the supervisions of the sample are addressed to.
_SUPERVISED = "environment"


class LifePlan:
    """A life with its next day, so that all stories of the city are told day by day."""

    def __init__(self, life: Life, cast: Cast, region: str, today: dt.date, ago: int) -> None:
        self.name = life.name
        self.cast = cast
        self.calendar: WorkCalendar = calendar_for(region)
        self.steps: deque[Deed] = deque(_done(life.deeds))
        whole = sum(deed.days for deed in self.steps)
        self.day = workday(self.calendar.roll_back(today), -(whole + ago), self.calendar)
        self.file: File | None = None

    def next_day(self) -> dt.date:
        """The day of the next deed."""
        return workday(self.day, self.steps[0].days, self.calendar)

    def step(self) -> None:
        """Do the next deed."""
        day = self.next_day()
        deed = self.steps.popleft()
        try:
            self.file = do(deed, self.file, cast=self.cast, day=day, calendar=self.calendar)
        except Exception as error:
            error.add_note(f"{self.name}: {deed.act} on {day}")
            raise
        self.day = day


def _done(deeds: Iterable[Deed]) -> Iterator[Deed]:
    """The deeds without those that are refused; the days that passed with them stay."""
    passed = 0
    for deed in deeds:
        passed += deed.days
        if not deed.refused:
            yield replace(deed, days=passed)
            passed = 0


def _cast(agency: Agency, unit: str) -> dict[str, Account]:
    """Who plays whom in an agency; a small unit borrows what it hasn't got."""
    handlers = agency.handlers(unit) or agency.every(Role.HANDLER)
    supervisors = agency.every(Role.SUPERVISOR)
    heads = [a for a in agency.every(UNIT_HEAD) if a.unit.slug == unit]
    found = {
        "handler": handlers[0] if handlers else None,
        "second": handlers[1] if len(handlers) > 1 else None,
        "unit_head": (heads or agency.every(UNIT_HEAD) or agency.every(HEAD))[0],
        "head": agency.of(HEAD),
        "reviewer": agency.of(REVIEWER),
        "publisher": agency.of(PUBLISHER),
        "archivist": agency.of(ARCHIVIST),
        "supervisor": supervisors[0] if supervisors else None,
    }
    return {who: account for who, account in found.items() if account is not None}


def _supervised(agency: Agency) -> dict[str, Account]:
    """Who answers for the agency that a supervision is addressed to."""
    return {"their_head": agency.of(HEAD), "their_handler": agency.every(Role.HANDLER)[0]}


def plans(agencies: Mapping[str, Agency], today: dt.date) -> Iterator[LifePlan]:
    """Every shown life to its end, and the first of each kind once more, half way."""
    halves: set[str] = set()
    for n, life in enumerate(life for life in LIVES if life.shown):
        place, unit = _place(life, agencies)
        cast: Cast = {**_cast(agencies[place], unit), **_supervised(agencies[_SUPERVISED])}
        region = agencies[place].organ.region
        yield LifePlan(life, cast, region, today, ago=1 + n % 9)
        if life.kind not in halves and len(life.deeds) > 6:
            halves.add(life.kind)
            deeds = life.deeds[: len(life.deeds) // 2]
            half = Life(f"{life.name}.half", life.kind, deeds, life.agency, life.unit)
            yield LifePlan(half, cast, region, today, ago=n % 4)


def _place(life: Life, agencies: Mapping[str, Agency]) -> tuple[str, str]:
    policy = load(agencies[life.agency].organ.policy_code())
    return (life.agency, life.unit) if policy.enables(life.kind) else _ELSEWHERE
