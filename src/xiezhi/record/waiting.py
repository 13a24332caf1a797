"""What waits for whom, read from `Duty`: one short scan of an index for each post.

Every scan is in the order of the list and is cut off, so that a list costs the same with a
thousand cases and with a million. The statements are written out, because composing them anew for
every page costs several times what they do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import caches

from xiezhi.identity.models import Account, Organ
from xiezhi.identity.prepared import ask
from xiezhi.procedure.roles import Role

#: A post over more organs than this is read in one scan, and sorted.
APART = 12
_FRESH = 60
_ORDER = "due, file_id, act"
#: The organs somebody serves on a day; nobody's own cases lie anywhere else.
SERVED = "agency_id = ANY(ARRAY(SELECT id FROM identity_organ WHERE path = ANY(%s)))"


@dataclass(frozen=True, slots=True)
class Scan:
    """Duties behind one condition, as one index holds them."""

    where: str
    values: tuple[Any, ...]

    def also(self, where: str, *values: Any) -> Scan:
        """Only those of them."""
        return Scan(f"{self.where} AND {where}", (*self.values, *values))


def organs_below(path: str, *, units: bool) -> list[int]:
    """The units under a path, or everything else; kept a minute, it rarely changes."""
    key = f"waiting.below.{units}.{path}"
    known: list[int] | None = caches["local"].get(key)
    if known is None:
        found = Organ.objects.filter(path__startswith=path)
        unit = Organ.Kind.UNIT
        found = found.filter(kind=unit) if units else found.exclude(kind=unit)
        known = sorted(found.values_list("pk", flat=True))
        caches["local"].set(key, known, _FRESH)
    return known


def scopes(account: Account, today: dt.date) -> list[tuple[str, str]]:
    """The different posts of a day, as role and path."""
    return sorted({(post.role, post.organ.path) for post in account.posts_on(today)})


def places(role: str, path: str) -> Iterator[Scan]:
    """The units or agencies of a post, each by itself: one organ is read in order of its index."""
    units = role == Role.UNIT_HEAD
    column, organs = ("unit_id" if units else "agency_id"), organs_below(path, units=units)
    if len(organs) > APART:
        yield Scan(f"{column} = ANY(%s)", (organs,))
    else:
        yield from (Scan(f"{column} = %s", (organ,)) for organ in organs)


def mine(account: Account, today: dt.date) -> list[Scan]:
    """My own duties, and those of each post I hold. Duties of handlers are a person's."""
    served = sorted(account.serves_on(today))
    found = [Scan(f"person_id = %s AND {SERVED}", (account.person_id, served))]
    for role, path in scopes(account, today):
        if role != Role.HANDLER:
            found += [s.also("role = %s AND person_id IS NULL", role) for s in places(role, path)]
    return found


def statement(
    scans: Sequence[Scan], columns: str, most: int, order: str = _ORDER
) -> tuple[str, list[Any]]:
    """The first `most` rows of all scans together; what two posts have in common is one row."""
    part = f"(SELECT {columns} FROM record_duty WHERE {{}} ORDER BY {order} LIMIT %s)"  # noqa: S608
    sql = " UNION ".join(part.format(scan.where) for scan in scans)
    return sql, [value for scan in scans for value in (*scan.values, most)]


_SOONEST = """
    SELECT d.file_id, f.number, f.title, d.act, d.due, d.due_at, d.rule, d.why
      FROM (SELECT * FROM ({}) listed ORDER BY due, id LIMIT %s) d
      JOIN record_file f ON f.id = d.file_id
     ORDER BY d.due, d.id
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A duty with the number and title of its File."""

    file: Any
    number: str
    title: str
    act: str
    due: dt.date | None
    due_at: dt.datetime | None
    rule: str
    why: str


def soonest(account: Account, today: dt.date, most: int) -> list[Waiting]:
    """The first `most` duties of this account; one query."""
    columns = "id, file_id, act, due, due_at, rule, why"
    sql, values = statement(mine(account, today), columns, most, "due, id")
    return [Waiting(*row) for row in ask(_SOONEST.format(sql), [*values, most])]
