"""处罚种类和内容: the rows of a proposal, for one party or for each of several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xiezhi.casework.actions import Discretion, OneFine
from xiezhi.casework.discretion import benchmark_of
from xiezhi.casework.forms.shared import PersonField
from xiezhi.casework.models import Party
from xiezhi.procedure.documents.vocabulary import HANDLING_KINDS, PENALTY_KINDS
from xiezhi.record.models import File
from xiezhi.ui.forms import LineField, MoneyField, RowsField, SelectField

OUTCOMES = [("penalty", "给予行政处罚"), ("no_penalty", "不予行政处罚")]
Rows = list[dict[str, Any]]
Choices = Sequence[tuple[str, str]]

_SEVERAL = (
    "每行是一个当事人的一项处罚，合计自动计算；不予处罚的写一行“不予行政处罚”，"
    "已经分案的写一行“另案处理”。"
)


def penalties_field(parties: Sequence[Party] | None = (), benchmarks: Choices = ()) -> RowsField:
    """The rows as this case needs them; with `parties` None as the API describes them.

    Only with several parties is each row asked whose it is, on what basis and by which benchmark.
    """
    several = parties is None or len(parties) > 1
    columns: dict[str, Any] = {}
    if several:
        choices = [("", "请选择"), *((str(p.pk), p.name) for p in parties or ())]
        columns["party"] = PersonField(
            label="当事人", choices=choices, required=parties is not None
        )
    columns |= {
        "kind": SelectField(label="种类", choices=HANDLING_KINDS if several else PENALTY_KINDS),
        "amount": MoneyField(label="金额（元）", required=False),
        "content": LineField(label="内容", required=False, max_length=300),
        "breach": LineField(label="针对的违法行为", required=False, max_length=200),
    }
    if several:
        columns["basis"] = LineField(label="依据的条款", required=False, max_length=200)
        columns["benchmark"] = SelectField(
            label="裁量基准", required=False, ask="没有", choices=benchmarks
        )
    words = _SEVERAL if parties else ""
    return RowsField(columns, label="处罚种类和内容", required=False, help_text=words)


def as_shares(parties: Sequence[Party]) -> list[dict[str, Any]]:
    """The parties as a proposal names them."""
    return [{"party": p.pk, "name": p.name, "party_kind": p.kind} for p in parties]


def fines(file: File, rows: Rows, names: dict[int, str], used: Discretion) -> tuple[OneFine, ...]:
    """Each fine that goes by a benchmark of its own; value and mitigation are those of the case."""
    found = []
    for row in rows:
        chosen = benchmark_of(file, row.get("benchmark") or "")
        if chosen is not None and row["kind"] == "fine":
            own = Discretion(chosen, used.value, used.mitigation)
            found.append(OneFine(names[row["party"]], str(row["amount"] or 0), own))
    return tuple(found)


def typed_again(rows: Rows) -> Rows:
    """Rows of a report as they were typed: of several parties without whose they are."""
    return [{**row, "content": row.get("said", "")} if "party" in row else row for row in rows]
