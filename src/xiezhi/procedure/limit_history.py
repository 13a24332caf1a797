"""期限台账: every time limit that a File had, those that ended too, and how they ended.

Limits aren't stored: which one ran when is found by reading the ledger again, entry by entry. A
limit that ran on the day of an entry and no longer runs after it was ended by that entry, and its
due date is the one that held on that day.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event
from xiezhi.procedure.timelimits import Due, Unit, moment

_Key = tuple[str, dt.date, str]


@dataclass(frozen=True)
class Run:
    """A limit from its trigger on; `ended` is the entry that ended it, None while it runs."""

    due: Due
    ended: Event | None = None

    @property
    def late(self) -> bool:
        """Did it end, or does it still run, after its last day, or its last minute?"""
        if self.due.clock is not None and self.kept_at is not None:
            return self.due.clock.over(self.kept_at)
        return self.due.over(self.ended.on if self.ended else None)

    @property
    def kept_at(self) -> dt.datetime | None:
        """When a limit in hours was kept, to the minute, as far as the record says."""
        clock = self.due.clock
        return moment(self.ended.facts.get(clock.done)) if clock and self.ended else None

    @property
    def left(self) -> int:
        """Days left in the limit's unit on the day it ended (or today); negative where late."""
        return self.due.remaining(self.ended.on if self.ended else None)

    @property
    def ended_by(self) -> str:
        """The act that ended it, in words."""
        if self.ended is None:
            return ""
        return ACTS[self.ended.act].label if self.ended.act in ACTS else self.ended.act

    @property
    def margin(self) -> str:
        """By how much: 余 3 个工作日, 最后一天; late, 2 日."""
        if self.due.clock is not None and self.kept_at is not None:
            words = self.due.clock.left(self.kept_at)
            return words if self.late else f"余 {words}"
        unit = "个工作日" if self.due.limit.unit is Unit.WORKING_DAY else "日"
        if self.late:
            return f"{-self.left} {unit}" if self.left else ""
        return f"余 {self.left} {unit}" if self.left else "最后一天"

    @property
    def outcome(self) -> str:
        """期限内，余 3 个工作日; 超期 2 日."""
        if self.ended is None:
            return self.due.remaining_text
        return f"超期 {self.margin}".strip() if self.late else f"期限内，{self.margin}"


def runs(standing: Standing) -> list[Run]:
    """First those that run, soonest first; then those that ended, the latest first."""
    ended = list(_ended(standing))
    return [*(Run(due) for due in standing.limits), *reversed(ended)]


def _ended(standing: Standing) -> Iterator[Run]:
    events = list(standing.events)
    for n in range(1, len(events)):
        event = events[n]
        before = _limits(standing, events[:n], event.on)
        if not before:
            continue
        after = _limits(standing, events[: n + 1], event.on)
        gone = Counter(map(_key, before)) - Counter(map(_key, after))
        for due in before:
            if gone[_key(due)] > 0:
                gone[_key(due)] -= 1
                yield Run(due, event)


def _limits(standing: Standing, events: Sequence[Event], today: dt.date) -> list[Due]:
    """The limits that ran with these entries on that day."""
    return Standing(standing.kind, standing.policy, events, standing.calendar, today).limits


def _key(due: Due) -> _Key:
    return due.limit.id, due.triggered_on, due.whose
