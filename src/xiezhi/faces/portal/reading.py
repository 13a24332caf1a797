"""What the templates are given: rows that say whether they are unchanged, a page with its proof."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import segno
from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from xiezhi.disclosure import proofs
from xiezhi.disclosure.models import PublicCommitment, PublicPublication
from xiezhi.disclosure.rules import GROUND_LABELS, KIND_LABELS, withhold_label

_FINGERPRINT = 8


def row_context(rows: Sequence[PublicPublication]) -> list[PublicPublication]:
    """Each row drawn, with its kind, its facts and what the check of its proof says."""
    checked, today = proofs.kept(rows), timezone.localdate()
    for row in rows:
        row.drawn = _drawn(row, checked[row.pk].state, today)  # type: ignore[attr-defined]
    return list(rows)


#: Seconds for which a drawn row is kept by this process.
_DRAWN = 300


def _drawn(row: PublicPublication, kept: str, today: dt.date) -> SafeString:
    """A row of a list. One that is shown and wasn't found altered just now is drawn only once.

    Everything that is shown stands in the key, so what was altered, withdrawn or has ended is
    never drawn from memory.
    """
    if not row.shown or kept == "broken":
        return _draw(row, kept, today)
    said = (row.party_name, row.cause, row.outcome, row.number, row.agency.name)
    day = f"{row.published_on} {today.year}"
    key = "\n".join(("portal-row", kept, row.uid, row.kind, day, *said))
    known: SafeString | None = caches["local"].get(key)
    if known is None:
        known = _draw(row, kept, today)
        caches["local"].set(key, known, _DRAWN)
    return known


def _draw(row: PublicPublication, kept: str, today: dt.date) -> SafeString:
    context = {
        "row": row,
        "kept": kept,
        "today": today,
        "kind_label": KIND_LABELS.get(row.kind, row.kind),
        "meta": [row.agency.name, row.number],
    }
    return render_to_string("portal/parts/row.html", context)


def commitment_context(rows: Sequence[PublicCommitment]) -> list[PublicCommitment]:
    """Each decision that isn't shown, with its ground and where it stands in the log."""
    places = proofs.indexes_of_commitments(rows)
    for row in rows:
        row.index = places.get(row.pk)  # type: ignore[attr-defined]
        row.ground_label = withhold_label(row.ground)  # type: ignore[attr-defined]
    return list(rows)


def example_words(rows: Sequence[PublicPublication]) -> list[str]:
    """Queries that surely find something."""
    shown = [row for row in rows if row.shown]
    words = [row.party_name for row in shown if 4 <= len(row.party_name) <= 16][:1]
    return [*words, *(row.number for row in shown[:1])]


def fingerprint(digest: str) -> str:
    """3f9a61c0 8d27b4e1 … 5be207aa."""
    n = _FINGERPRINT
    return f"{digest[:n]} {digest[n : 2 * n]} … {digest[-n:]}"


def decision_context(one: PublicPublication, kept: proofs.Kept, address: str) -> dict[str, Any]:
    return {
        "one": one,
        "it": one.content,
        "kept": kept,
        "kind_label": KIND_LABELS.get(one.kind, one.kind),
        "ground_label": GROUND_LABELS.get(one.withdrawal_ground, ""),
        "fingerprint": fingerprint(one.digest),
        "address": address,
        "qr": qr(address),
        "now": timezone.now(),
    }


def qr(address: str) -> SafeString:
    """The address as an inline drawing: dark modules as one path, no style of its own."""
    code = segno.make_qr(address, error="m")
    rows = list(code.matrix_iter(border=2))
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"'
        ' shape-rendering="crispEdges"><path d="{2}" fill="currentColor"/></svg>',
        len(rows),
        "二维码：打开本页",
        path,
    )
