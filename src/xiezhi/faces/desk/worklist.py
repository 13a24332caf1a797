"""The work list (R1, SUP-1): what waits for whom, in order of its last day.

Read from `record.Duty`, one short index scan a post, so that it costs the same with a thousand
cases and with a million: counts stop at `MOST`, pages are cut off inside every scan.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.cache import caches
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Duty, Participant, serving

#: Nobody works off more than this; a longer list says "1,000 件以上".
MOST = 1000
PAGE = 20
MINE, OTHERS, OVERDUE, NEAR, WHOLE = "mine", "others", "overdue", "near", "whole"
VIEWS = (MINE, OTHERS, OVERDUE, NEAR, WHOLE)
_COLUMNS = ("file", "act", "due", "warn_on", "light", "rule", "why")
#: Duties of handlers are written down by person; supervisors and administrators have none.
_BY_PERSON = frozenset({Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR})
_WITH_DUTIES = [role for role in Role if role not in (Role.SUPERVISOR, Role.ADMINISTRATOR)]
#: A post over more organs than this is read in one scan, and sorted.
_APART = 12
_COUNT = """
    SELECT count(*),
           count(*) FILTER (WHERE due < %s AND light <> 'paused'),
           count(*) FILTER (WHERE due >= %s AND warn_on <= %s AND light <> 'paused')
      FROM ({}) listed
"""
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

    def over(self, today: dt.date) -> bool:
        return self.due is not None and self.due < today and self.light != "paused"

    def near(self, today: dt.date) -> bool:
        """Over, or so near that it comes first."""
        if self.light == "paused":
            return False
        return self.over(today) or (self.warn_on is not None and self.warn_on <= today)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many matters, how many of them passed, how many near."""

    all: int
    overdue: int
    near: int


Branches = list[QuerySet[Duty]]


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


def mine(account: Account, today: dt.date) -> Branches:
    """My own duties, and those of each post I hold; every branch is one index scan."""
    found: Branches = [
        Duty.objects.filter(person=account.person_id, agency__in=serving(account, today))
    ]
    for role, scope in sorted({(p.role, p.organ.path) for p in account.posts_on(today)}):
        if role in _BY_PERSON:
            continue
        unowned = Duty.objects.filter(person=None, role=role)
        found += [unowned.filter(where) for where in _places(role, scope)]
    return found


def _places(role: str, scope: str) -> list[Q]:
    """The units or agencies of a post, each by itself: one organ is read in order of its index."""
    if role == Role.UNIT_HEAD:
        organs, name = below(scope, Organ.Kind.UNIT), "unit"
    else:
        organs, name = below(scope, Organ.Kind.AGENCY), "agency"
    if len(organs) > _APART:
        return [Q(**{f"{name}__in": organs})]
    return [Q(**{name: organ}) for organ in organs]


def others(account: Account, today: dt.date) -> Branches:
    """What somebody else has to do in the cases I handle."""
    held = [Q(person=account.person_id)]
    held += [Q(person=None, role=post.role) for post in account.posts_on(today)]
    handled = Participant.objects.filter(
        person=account.person_id, file=OuterRef("file"), ended_on=None
    )
    waiting = Duty.objects.filter(Exists(handled), agency__in=serving(account, today))
    for q in held:
        waiting = waiting.exclude(q)
    return [waiting]


def whole(account: Account, today: dt.date) -> Branches:
    """Everything in the units and agencies I lead; empty for everybody else."""
    found: Branches = []
    for role, scope in sorted({(p.role, p.organ.path) for p in account.posts_on(today)}):
        if role in (Role.UNIT_HEAD, Role.AGENCY_HEAD):
            # By role, because that is how the index of an agency is ordered.
            found += [
                Duty.objects.filter(where, role=other)
                for where in _places(role, scope)
                for other in _WITH_DUTIES
            ]
    return found


def branches(view: str, account: Account, today: dt.date) -> Branches:
    """The scans behind one of the filters."""
    if view == OTHERS:
        return others(account, today)
    if view == WHOLE:
        return whole(account, today)
    found = mine(account, today)
    if view == OVERDUE:
        return [branch.filter(due__lt=today).exclude(light="paused") for branch in found]
    if view == NEAR:
        return [branch.filter(due__gte=today, warn_on__lte=today) for branch in found]
    return found


def _joined(parts: Branches, most: int) -> QuerySet[Duty, tuple[Any, ...]]:
    """The first `most` duties of all branches, each branch cut off by its own index."""
    cut = [branch.values_list(*_COLUMNS).order_by("due")[:most] for branch in parts]
    # A union (not "all") drops what two posts have in common.
    return cut[0].union(*cut[1:]) if len(cut) > 1 else cut[0]


def rows(
    view: str, account: Account, today: dt.date, start: int = 0, size: int = PAGE
) -> list[Row]:
    """A page of the list, by last day; duties without one come last."""
    return first(branches(view, account, today), size, start)


def first(parts: Branches, size: int, start: int = 0) -> list[Row]:
    """So many rows of all branches together, soonest first."""
    if not parts:
        return []
    if len(parts) == 1:
        found = parts[0].values_list(*_COLUMNS).order_by(*_ORDER)
    else:
        found = _joined(parts, start + size).order_by(*_ORDER)
    return [Row(*row) for row in found[start : start + size]]


def distinct(found: QuerySet[Duty], start: int, size: int) -> list[Row]:
    """A page of any duties, each act of a File once, whoever's it is."""
    rows = found.values_list(*_COLUMNS).distinct().order_by(*_ORDER)
    return [Row(*row) for row in rows[start : start + size]]


def counted(parts: Branches, today: dt.date) -> Counts:
    """Count up to `MOST`, and the lights among them: the soonest are the first."""
    if not parts:
        return Counts(0, 0, 0)
    listed, values = _joined(parts, MOST + 1).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(listed), [today, today, today, *values])
        return Counts(*cursor.fetchone())


def my_count(account: Account, today: dt.date) -> int:
    """The number in the navigation; kept some seconds, since every page shows it."""
    key = f"desk.mine.{account.pk}.{today}"
    known: int | None = caches["local"].get(key)
    if known is None:
        known = min(counted(mine(account, today), today).all, MOST)
        caches["local"].set(key, known, _COUNTED)
    return known


def forget(account: Account, today: dt.date) -> None:
    """Count anew: this account has just acted."""
    caches["local"].delete(f"desk.mine.{account.pk}.{today}")
