"""One search of the public site: which plan, which page, how many.

Two plans, chosen by how often the rarest pair of the query occurs (`BigramCount`): many hits →
walk the rows from the newest and compare; few hits → the inverted index first, then order.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import connection

from xiezhi.disclosure import bigrams
from xiezhi.disclosure.models import BigramCount, PublicPublication
from xiezhi.disclosure.public import MOST


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; empty parts don't narrow."""

    text: str = ""
    agency: int | None = None
    kind: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def terms(self) -> list[str]:
        return bigrams.terms(self.text)

    @property
    def narrowed(self) -> bool:
        return bool(self.agency or self.kind or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results in the order of their publication; `total` is exact up to `MOST`."""

    rows: list[PublicPublication]
    total: int
    more: bool


def search(query: Query, *, start: int = 0, size: int = 20) -> Found:
    """The rows from `start` on. Three queries at most, however many rows."""
    expected = _expected(query)
    plan = _walk if expected is None or expected > bigrams.WALK_ABOVE else _index
    source, values = plan(query)
    ids = _ids(source, values, start, size)
    # Most often the page itself tells the number; a frequent pair alone tells it, too.
    if len(ids) < size and (ids or start == 0):
        return Found(_rows(ids), start + len(ids), more=False)
    if _known_many(query, expected):
        return Found(_rows(ids), MOST, more=True)
    total = _count(source, values)
    return Found(_rows(ids), min(total, MOST), more=total > MOST)


def _expected(query: Query) -> int | None:
    """How many rows the rarest pair of the query is in; None when it has no pair at all."""
    wanted = {pair for term in query.terms for pair in bigrams.pairs(term)}
    if not wanted:
        return None
    known = dict(BigramCount.objects.filter(gram__in=wanted).values_list("gram", "n"))
    return min(known.get(pair, 0) for pair in wanted)


def _known_many(query: Query, expected: int | None) -> bool:
    if query.narrowed:
        return False
    if not query.terms:
        return False
    simple = len(query.terms) == 1 and len(query.terms[0]) == 2
    return simple and (expected or 0) > MOST


def _filters(query: Query) -> tuple[list[str], list[Any]]:
    where, values = [], []
    for column, value in (
        ("agency_id = %s", query.agency),
        ("kind = %s", query.kind),
        ('"on" >= %s', query.since),
        ('"on" <= %s', query.until),
    ):
        if value:
            where.append(column)
            values.append(value)
    return where, values


def _likes(terms: list[str]) -> tuple[list[str], list[Any]]:
    # Letters and figures only: nothing in a term has a meaning to LIKE.
    return ["text LIKE %s"] * len(terms), [f"%{term}%" for term in terms]


def _walk(query: Query) -> tuple[str, list[Any]]:
    where, values = _filters(query)
    likes, patterns = _likes(query.terms)
    clause = " AND ".join([*where, *likes]) or "TRUE"
    return f"disclosure_searchrow WHERE {clause}", [*values, *patterns]


def _index(query: Query) -> tuple[str, list[Any]]:
    """The pairs by the inverted index, fenced off so that the planner can't undo the choice."""
    where, values = _filters(query)
    # Two characters are one pair: the index has said all. More may stand apart: compare.
    likes, patterns = _likes([term for term in query.terms if len(term) != 2])
    clause = " AND ".join([*where, *likes]) or "TRUE"
    hit = (
        '(WITH hit AS MATERIALIZED (SELECT publication_id, "on", agency_id, kind, text'
        " FROM disclosure_searchrow WHERE grams @@ %s::tsquery) SELECT * FROM hit) AS hit"
    )
    return f"{hit} WHERE {clause}", [bigrams.tsquery(query.terms), *values, *patterns]


def _ids(source: str, values: list[Any], start: int, size: int) -> list[int]:
    order = '"on" DESC, publication_id DESC'
    sql = f"SELECT publication_id FROM {source} ORDER BY {order} LIMIT %s OFFSET %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, size, start])
        return [row[0] for row in cursor.fetchall()]


def _count(source: str, values: list[Any]) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT %s) AS first"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, MOST + 1])
        return int(cursor.fetchone()[0])


def _rows(ids: list[int]) -> list[PublicPublication]:
    if not ids:
        return []
    found = PublicPublication.objects.select_related("agency").in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
