"""The work list (R1, SUP-1): what waits for whom, in order of its last day.

Read from `record.Duty`, one short index scan a post (`record.waiting`), so that it costs the same
with a thousand cases and with a million: counts stop at `MOST`, pages are cut off in every scan.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import caches
from django.db.models import QuerySet
from django.utils import timezone

from xiezhi.identity.models import Account, Organ
from xiezhi.identity.prepared import ask
from xiezhi.procedure.roles import Role
from xiezhi.record import waiting
from xiezhi.record.models import Duty
from xiezhi.record.waiting import SERVED, Scan, places, scopes, statement

#: Nobody works off more than this; a longer list says "1,000 件以上".
MOST = 1000
PAGE = 20
MINE, OTHERS, OVERDUE, NEAR, WHOLE = "mine", "others", "overdue", "near", "whole"
VIEWS = (MINE, OTHERS, OVERDUE, NEAR, WHOLE)
_FIELDS = ("file", "act", "due", "warn_on", "light", "rule", "why", "due_at")
_COLUMNS = "file_id, act, due, warn_on, light, rule, why, due_at"
#: A limit in hours passes within its last day; `due` stays the order of the index.
_OVER = "(due < %s OR (due = %s AND due_at < %s))"
_COUNT = """
    SELECT count(*),
           count(*) FILTER (WHERE {over} AND light <> 'paused'),
           count(*) FILTER (WHERE NOT {over} AND warn_on <= %s AND light <> 'paused')
      FROM (SELECT * FROM ({rows}) apart ORDER BY due LIMIT %s) listed
"""
#: The same, never unknown: what has no day isn't over.
_OVER_OR_NOT = f"coalesce({_OVER}, false)"
_ORDER = ("due", "file", "act")
_FRESH = 60
_COUNTED = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One duty; the same duty of two of my posts is one row."""

    file: uuid.UUID
    act: str
    due: dt.date | None
    warn_on: dt.date | None
    light: str
    rule: str
    why: str
    due_at: dt.datetime | None = None

    def over(self, today: dt.date) -> bool:
        """Passed: the day, or the minute of a limit in hours."""
        if self.due is None or self.light == "paused":
            return False
        if self.due_at is not None and self.due == today:
            return self.due_at < this_minute()
        return self.due < today

    def near(self, today: dt.date) -> bool:
        """Over, or so near that it comes first."""
        if self.light == "paused":
            return False
        return self.over(today) or (self.warn_on is not None and self.warn_on <= today)


def this_minute() -> dt.datetime:
    """The minute on the wall: a limit that ends in it isn't over yet."""
    return timezone.now().replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many matters, how many of them passed, how many near."""

    all: int
    overdue: int
    near: int


def below(path: str, kind: str = "") -> list[int]:
    """The organs (of one kind) under a path, itself included; kept a minute, it rarely changes."""
    key = f"desk.below.{kind}.{path}"
    known: list[int] | None = caches["local"].get(key)
    if known is None:
        found = Organ.objects.filter(path__startswith=path)
        found = found.filter(kind=kind) if kind else found
        known = list(found.values_list("pk", flat=True))
        caches["local"].set(key, known, _FRESH)
    return known


mine = waiting.mine


def others(account: Account, today: dt.date) -> list[Scan]:
    """What somebody else has to do in the cases I handle."""
    me, served = account.person_id, sorted(account.serves_on(today))
    roles = sorted({role for role, _ in scopes(account, today)})
    handled = (
        "EXISTS (SELECT 1 FROM record_participant part WHERE part.person_id = %s"
        " AND part.file_id = record_duty.file_id AND part.ended_on IS NULL)"
    )
    found = Scan(handled, (me,)).also(SERVED, served).also("person_id IS DISTINCT FROM %s", me)
    return [found.also("NOT (person_id IS NULL AND role = ANY(%s))", roles)]


def whole(account: Account, today: dt.date) -> list[Scan]:
    """Everything in the units and agencies I lead; empty for everybody else."""
    # By role, because that is how the index of an organ is ordered.
    return [
        place.also("role = %s", other.value)
        for role, path in scopes(account, today)
        if role in (Role.UNIT_HEAD, Role.AGENCY_HEAD)
        for place in places(role, path)
        for other in Role
    ]


def scans(view: str, account: Account, today: dt.date) -> list[Scan]:
    """The scans behind one of the filters."""
    if view == OTHERS:
        return others(account, today)
    if view == WHOLE:
        return whole(account, today)
    found = mine(account, today)
    if view == OVERDUE:
        at = (today, today, this_minute())
        return [scan.also(f"{_OVER} AND light <> 'paused'", *at) for scan in found]
    if view == NEAR:
        by = (today, this_minute(), today)
        near = "due >= %s AND (due_at IS NULL OR due_at >= %s) AND warn_on <= %s"
        return [scan.also(near, *by) for scan in found]
    return found


def rows(
    view: str, account: Account, today: dt.date, start: int = 0, size: int = PAGE
) -> list[Row]:
    """A page of the list, by last day; duties without one come last."""
    return first(scans(view, account, today), size, start)


def first(found: Sequence[Scan], size: int, start: int = 0) -> list[Row]:
    """So many rows of all scans together, soonest first."""
    if not found:
        return []
    sql, values = statement(found, _COLUMNS, start + size)
    page = f"SELECT * FROM ({sql}) listed ORDER BY due, file_id, act LIMIT %s OFFSET %s"  # noqa: S608
    return [Row(*row) for row in ask(page, [*values, size, start])]


def distinct(found: QuerySet[Duty], start: int, size: int) -> list[Row]:
    """A page of any duties, each act of a File once, whoever's it is."""
    rows = found.values_list(*_FIELDS).distinct().order_by(*_ORDER)
    return [Row(*row) for row in rows[start : start + size]]


def counted(found: Sequence[Scan], today: dt.date) -> Counts:
    """Count up to `MOST`, and the lights among them: the soonest are the first."""
    if not found:
        return Counts(0, 0, 0)
    sql, values = statement(found, "file_id, act, due, warn_on, light, due_at", MOST + 1, "due")
    over = (today, today, this_minute())
    whole = _COUNT.format(rows=sql, over=_OVER_OR_NOT)
    (counts,) = ask(whole, [*over, *over, today, *values, MOST + 1])
    return Counts(*counts)


def remember(account: Account, today: dt.date, counts: Counts) -> None:
    """The number in the navigation; kept some seconds, since every page shows it."""
    key = f"desk.mine.{account.pk}.{today}"
    caches["local"].set(key, min(counts.all, MOST), _COUNTED)


def my_count(account: Account, today: dt.date) -> int:
    """The number in the navigation; kept some seconds, since every page shows it."""
    key = f"desk.mine.{account.pk}.{today}"
    known: int | None = caches["local"].get(key)
    if known is None:
        counts = counted(mine(account, today), today)
        remember(account, today, counts)
        known = min(counts.all, MOST)
    return known


def forget(account: Account, today: dt.date) -> None:
    """Count anew: this account has just acted."""
    caches["local"].delete(f"desk.mine.{account.pk}.{today}")
