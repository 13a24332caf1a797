"""One search of the public site: which plan, which page, how many.

Two plans, chosen by how often the pairs of the query occur (`BigramCount`): many hits → walk the
rows from the newest and compare until the page is full; few → the inverted index first, then
order. A walk reads about (rows / hits) for each line of the page, the index reads every hit.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from xiezhi.disclosure import bigrams
from xiezhi.disclosure.models import BigramCount, PublicPublication
from xiezhi.identity.prepared import Among, Prepared, Slot

#: Totals are exact up to here and "10,000+" above; those that need comparing, up to the second.
MOST, COMPARED = 10_000, 1_000
#: So many rows are read through in a few milliseconds.
FEW = 4 * COMPARED
#: So many pairs are looked up; the others are compared.
RAREST = 5


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
    """A page of results in the order of their publication; with `more`, there are more."""

    rows: list[PublicPublication]
    total: int
    more: bool


def search(query: Query, *, start: int = 0, size: int = 20) -> Found:
    """The rows from `start` on. Four queries at most, however many rows."""
    expected = _expected(query)
    walks = expected is None or _is_quicker_walked(expected, start + size)
    ids = _ids(*_source(query, expected, walks=walks), start, size)
    # A page that isn't full tells the number itself.
    if len(ids) < size and (ids or start == 0):
        return Found(_rows(ids), start + len(ids), more=False)
    total, most = _total(query, expected)
    return Found(_rows(ids), min(total, most), more=total > most)


@dataclass(frozen=True, slots=True)
class _Expected:
    """How many rows there are, and in how many the query is expected.

    `most`: as its rarest pair; `likely`: if its pairs were independent, which is too few, so that
    a wrong guess ends in the index, whose cost is bounded.
    """

    rows: int
    most: int
    likely: float
    #: The query's pairs, the rarest first.
    pairs: list[str] = field(default_factory=list)


def _expected(query: Query) -> _Expected | None:
    """From the counts of the query's pairs; None when it has no pair at all."""
    wanted = {pair for term in query.terms for pair in bigrams.pairs(term)}
    if not wanted:
        return None
    known: dict[str, int] = dict(_COUNTS.rows(grams=[*wanted, BigramCount.PAGES]))
    rows = max(known.get(BigramCount.PAGES, 0), 1)
    likely = float(rows)
    for pair in wanted:
        likely *= known.get(pair, 0) / rows
    rarest = sorted(wanted, key=lambda pair: (known.get(pair, 0), pair))
    return _Expected(rows, known.get(rarest[0], 0), likely, rarest)


_COUNTS = Prepared(
    lambda: BigramCount.objects.filter(Among("gram", Slot("grams"))).values_list("gram", "n")
)


def _is_quicker_walked(expected: _Expected, wanted: int) -> bool:
    """Does finding so many by walking read fewer rows than the index has hits?

    Where there are few rows and every fourth is a hit, even reading all of them does: the database
    expects the same of the index as of making the pairs of every row anew, and may do the latter.
    """
    if expected.rows <= FEW and expected.most * 4 > expected.rows:
        return True
    return expected.likely * expected.most > expected.rows * wanted


def _total(query: Query, expected: _Expected | None) -> tuple[int, int]:
    """How many there are, and up to where that is exact: counting mustn't cost more than finding.

    Of a single pair the number is known. What must be compared is counted up to `COMPARED`.
    """
    if expected is None and not query.terms:
        return _count(*_walk(query), MOST), MOST
    pair = len(query.terms) == 1 and len(query.terms[0]) == 2
    if expected and pair and not query.narrowed and expected.most > COMPARED:
        return expected.most, MOST
    walks = expected is None or _is_quicker_walked(expected, COMPARED)
    return _count(*_source(query, expected, walks=walks), COMPARED), COMPARED


def _source(query: Query, expected: _Expected | None, *, walks: bool) -> tuple[str, list[Any]]:
    return _walk(query) if walks or expected is None else _index(query, expected.pairs[:RAREST])


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


def _index(query: Query, pairs: list[str]) -> tuple[str, list[Any]]:
    """The rarest pairs by the inverted index, fenced off so that the planner can't undo the choice.

    The frequent ones narrow little, and reading where they stand is what a search would cost.
    """
    where, values = _filters(query)
    # Two characters are one pair: the index has said all. More may stand apart: compare.
    likes, patterns = _likes([term for term in query.terms if term not in pairs])
    clause = " AND ".join([*where, *likes]) or "TRUE"
    columns = 'publication_id, "on"' + (", agency_id, kind" if where else "")
    if likes:
        columns += ", text"
    hit = (
        f"(WITH hit AS MATERIALIZED (SELECT {columns} FROM disclosure_searchrow"  # noqa: S608
        " WHERE disclosure_pairs(text) @@ %s::tsquery) SELECT * FROM hit) AS hit"
    )
    return f"{hit} WHERE {clause}", [bigrams.tsquery(pairs), *values, *patterns]


def _ids(source: str, values: list[Any], start: int, size: int) -> list[int]:
    order = '"on" DESC, publication_id DESC'
    sql = f"SELECT publication_id FROM {source} ORDER BY {order} LIMIT %s OFFSET %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, size, start])
        return [row[0] for row in cursor.fetchall()]


def _count(source: str, values: list[Any], most: int) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT %s) AS first"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, most + 1])
        return int(cursor.fetchone()[0])


def _rows(ids: list[int]) -> list[PublicPublication]:
    if not ids:
        return []
    found = {row.pk: row for row in _SHOWN.all(ids=ids)}
    return [found[pk] for pk in ids if pk in found]


_SHOWN = Prepared(
    lambda: PublicPublication.objects.select_related("agency").filter(Among("pk", Slot("ids")))
)
