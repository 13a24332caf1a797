"""Pure judgements of casework: what a proposal amounts to, who is a minor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from xiezhi.procedure.documents.vocabulary import HANDLING_KINDS
from xiezhi.procedure.shares import ELSEWHERE, NONE, share_of

_LABELS = dict(HANDLING_KINDS)


def proposal_of(
    outcome: str,
    penalties: Iterable[Mapping[str, Any]],
    answers: Mapping[str, Any],
    parties: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The handling proposed, in the form the gate weighs: kinds, sums, answers on review grounds.

    The rows' sums are added by kind; a row without words gets the plain ones. Of several parties
    each row names one, and each party has a share added up from its own rows.
    """
    names = {party["party"]: str(party["name"]) for party in parties}
    rows = [worded(row, names) for row in penalties] if outcome == "penalty" else []
    made = {
        "outcome": outcome,
        "kinds": sorted({str(row["kind"]) for row in rows} - {NONE, ELSEWHERE}),
        "penalties": rows,
        "fine": _sum(rows, "fine"),
        "gains": _sum(rows, "confiscate_gains"),
        "goods_value": _sum(rows, "confiscate_goods"),
        **answers,
    }
    if len(parties) > 1:
        made["shares"] = [share_of(party, rows, outcome) for party in parties]
    return made


def worded(row: Mapping[str, Any], names: Mapping[int, str] | None = None) -> dict[str, Any]:
    """A penalty with its words: 罚款人民币 46,000 元; of several parties with whose it is."""
    if names and row.get("party") in names:
        bare = {key: value for key, value in row.items() if key not in ("party", "breach")}
        breach, basis = (str(row.get(name) or "").strip() for name in ("breach", "basis"))
        words = (breach, basis and f"依据{basis}", worded(bare)["content"])
        said = f"{names[row['party']]}：{'，'.join(filter(None, words))}"
        return {**row, "content": said, "said": row.get("content") or ""}
    kind, amount = str(row["kind"]), row.get("amount")
    plain = _LABELS.get(kind, kind)
    if amount not in (None, ""):
        plain = f"{plain} {Decimal(str(amount)):,f} 元".replace(".00 元", " 元")
    said = row.get("content") or plain
    breach = str(row.get("breach") or "").strip()
    # With several breaches each penalty says which one it is for (art. 29).
    return {**row, "content": f"{breach}：{said}" if breach and breach not in said else said}


def _sum(rows: list[dict[str, Any]], kind: str) -> str:
    amounts = (Decimal(str(row.get("amount") or 0)) for row in rows if row["kind"] == kind)
    return str(sum(amounts, Decimal(0)))


def is_minor(born_on: dt.date | None, on: dt.date) -> bool | None:
    """Under 18 on a day (未成年人保护法 art. 2); None where the birthday isn't known."""
    if born_on is None:
        return None
    years = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    return years < 18
