"""Is what is shown still what was published? Asked for every row that says so."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection

from xiezhi.disclosure.public import PublicCommitment, PublicPublication
from xiezhi.identity.prepared import Among, Prepared, Slot
from xiezhi.record import log
from xiezhi.record.models import Leaf


@dataclass(frozen=True, slots=True)
class Kept:
    """kept: unchanged and in the log · waiting: not yet in the log · broken: changed.

    `index` is the 存证序号, counted from 1 as people count.
    """

    state: str
    index: int | None = None


def kept(rows: Sequence[PublicPublication]) -> dict[int, Kept]:
    """What can be said of each row; one query for all."""
    lines = {row.pk: log.PUBLICATION + bytes.fromhex(row.digest) for row in rows}
    places = _places(lines.values())
    return {row.pk: _judge(row, places.get(lines[row.pk])) for row in rows}


def _places(lines: Iterable[bytes]) -> dict[bytes, int]:
    """Where each line first stands in the log."""
    return {bytes(data): index for data, index in _LEAVES.rows(lines=list(lines))}


_LEAVES = Prepared(
    lambda: (
        Leaf.objects.filter(Among("data", Slot("lines")), entry=None)
        .order_by("-index")
        .values_list("data", "index")
    )
)


def _judge(row: PublicPublication, index: int | None) -> Kept:
    if row.page and not _same(row):
        return Kept("broken", index)
    return Kept("waiting") if index is None else Kept("kept", index + 1)


def _same(row: PublicPublication) -> bool:
    """The page has its digest, and the list says nothing that the page doesn't."""
    if hashlib.sha256(row.page.encode()).hexdigest() != row.digest:
        return False
    return all(getattr(row, name) == value for name, value in _listed(row.page))


@lru_cache(maxsize=512)
def _listed(page: str) -> tuple[tuple[str, Any], ...]:
    """What the page says of itself to lists; kept, because the same pages stand in every list."""
    listed: dict[str, Any] = json.loads(page).get("listed", {})
    return tuple((name, value) for name, value in listed.items() if name in _LISTED)


_LISTED = ("number", "title", "party_name", "cause", "outcome")


def bundle(row: PublicPublication) -> dict[str, Any] | None:
    """The proof to take away: leaf, place, path, checkpoint; None while it waits."""
    return log.proof_of_line(log.PUBLICATION + bytes.fromhex(row.digest))


def indexes_of_commitments(rows: Sequence[PublicCommitment]) -> dict[int, int]:
    """The 存证序号 under which each decision was committed to, when it was made."""
    lines = {row.pk: row.line() for row in rows if row.commitment}
    places = _places(lines.values()) if lines else {}
    return {pk: places[line] + 1 for pk, line in lines.items() if line in places}


@dataclass(frozen=True, slots=True)
class Document:
    """What may be said of a served document to whoever holds it."""

    title: str
    number: str
    agency: str
    made_on: dt.date
    digest: str
    revoked_on: dt.date | None
    publication: str | None


#: Characters of a material's digest that a document carries as its code.
CODE_LENGTH = 20


def document_by_code(code: str) -> Document | None:
    """The served document of this code; None when there is none."""
    if len(code) != CODE_LENGTH:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM disclosure_document(%s)", [code.lower()])
        row = cursor.fetchone()
    return Document(*row) if row else None
