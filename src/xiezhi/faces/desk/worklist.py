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
from django.db.models import Exists, OuterRef, Q, QuerySet

from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Duty, Participant

#: Nobody works off more than this; a longer list says "1,000 件以上".
MOST = 1000
PAGE = 20
MINE, OTHERS, OVERDUE, NEAR, WHOLE = "mine", "others", "overdue", "near", "whole"
VIEWS = (MINE, OTHERS, OVERDUE, NEAR, WHOLE)
_COLUMNS = ("file", "act", "due", "warn_on", "light", "rule", "why")
#: Duties of handlers are written down by person; supervisors and administrators have none.
_BY_PERSON = frozenset({Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR})
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


def below(path: str) -> list[int]:
    """The organs under a path, itself included; the tree changes rarely, so it is kept a minute."""
    key = f"desk.below.{path}"
    known: list[int] | None = caches["local"].get(key)
    if known is None:
        known = list(Organ.objects.filter(path__startswith=path).values_list("pk", flat=True))
        caches["local"].set(key, known, _FRESH)
    return known


def mine(account: Account, today: dt.date) -> Branches:
    """My own duties, and those of each post I hold; every branch is one index scan."""
    found: Branches = [Duty.objects.filter(person=account.person_id)]
    for role, scope in sorted({(p.role, p.organ.path) for p in account.posts_on(today)}):
        if role in _BY_PERSON:
            continue
        organs = below(scope)
        where = Q(unit__in=organs) if role == Role.UNIT_HEAD else Q(agency__in=organs)
        found.append(Duty.objects.filter(where, person=None, role=role))
    return found


def others(account: Account, today: dt.date) -> Branches:
    """What somebody else has to do in the cases I handle."""
    held = [Q(person=account.person_id)]
    held += [Q(person=None, role=post.role) for post in account.posts_on(today)]
    handled = Participant.objects.filter(
        person=account.person_id, file=OuterRef("file"), ended_on=None
    )
    waiting = Duty.objects.filter(Exists(handled))
    for q in held:
        waiting = waiting.exclude(q)
    return [waiting]


def whole(account: Account, today: dt.date) -> Branches:
    """Everything in the units and agencies I lead; empty for everybody else."""
    found: Branches = []
    for role, scope in sorted({(p.role, p.organ.path) for p in account.posts_on(today)}):
        if role == Role.UNIT_HEAD:
            found.append(Duty.objects.filter(unit__in=below(scope)))
        elif role == Role.AGENCY_HEAD:
            found.append(Duty.objects.filter(agency__in=below(scope)))
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
    whole_number = over = near = 0
    for _file, _act, due, warn_on, light, *_ in _joined(parts, MOST + 1):
        whole_number += 1
        if due is None or light == "paused":
            continue
        if due < today:
            over += 1
        elif warn_on is not None and warn_on <= today:
            near += 1
    return Counts(whole_number, over, near)


def my_count(account: Account, today: dt.date) -> int:
    """The number in the navigation; kept some seconds, since every page shows it."""
    key = f"desk.mine.{account.pk}.{today}"
    known: int | None = caches["local"].get(key)
    if known is None:
        known = counted(mine(account, today), today).all
        caches["local"].set(key, known, _COUNTED)
    return known


def forget(account: Account, today: dt.date) -> None:
    """Count anew: this account has just acted."""
    caches["local"].delete(f"desk.mine.{account.pk}.{today}")
