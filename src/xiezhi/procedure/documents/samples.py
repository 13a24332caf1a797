"""Sample values for any declared document, so that its wording can be looked at before a case.

From the declaration alone: every kind of field gets something plausible, a few shared names
something that reads well. City, persons and numbers are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xiezhi.procedure.documents.model import Column, DocumentKind, Field, FieldKind

AGENCY = "安澜市市场监督管理局"
NUMBER = "安市监〔2026〕1号"

_PARTY = {
    "kind": "legal_person",
    "name": "安澜市示例商贸有限公司",
    "code": "91990100MA0000000X",
    "address": "安澜市东埠区示范路 1 号",
    "legal_rep": "张某",
    "phone": "0990-5550000",
}
_PERSON = {
    "kind": "citizen",
    "name": "张某",
    "sex": "男",
    "age": "45",
    "id_number": "990102********0011",
    "address": "安澜市东埠区示范路 1 号",
    "phone": "139****0000",
}
_OFFICERS = [
    {"name": "李某", "certificate": "99010000001"},
    {"name": "王某", "certificate": "99010000002"},
]
_LONG = (
    "这里是“{label}”的示例文字，用来看版式和前后文是否通顺，内容由案卷自动填入。"
    "文字较长时会自动换行，分段时另起一行。"
)
_BY_KIND: Mapping[FieldKind, Any] = {
    FieldKind.NUMBER: "15",
    FieldKind.DATE: "2026-10-12",
    FieldKind.DATETIME: "2026-10-12T15:05",
    FieldKind.MONEY: "52000.00",
    FieldKind.BOOL: True,
    FieldKind.PARTY: _PARTY,
    FieldKind.OFFICERS: _OFFICERS,
    FieldKind.ARTICLES: [
        {
            "law": "行政处罚法",
            "article": "第五条第一款",
            "quote": "行政处罚遵循公正、公开的原则。",
        },
        {"law": "行政处罚法", "article": "第六条"},
    ],
    FieldKind.REMEDIES: {"review_body": "安澜市人民政府", "court": "安澜市东埠区人民法院"},
    FieldKind.OPINION: {"text": "拟同意。", "name": "李某", "on": "2026-10-12"},
    FieldKind.SIGNED: {"name": "张某", "on": "2026-10-12"},
}
_BY_NAME: Mapping[str, str] = {
    "cause": "经营超过保质期的食品",
    "correction": "立即停止经营超过保质期的食品",
    "case_name": "安澜市示例商贸有限公司经营超过保质期的食品案",
    "case_number": NUMBER,
    "notice_number": NUMBER,
    "decision_number": NUMBER,
    "statement_days": "5",
    "place": "安澜市东埠区示范路 1 号",
    "bank_name": "安澜市商业银行东埠支行",
    "bank_address": "安澜市东埠区示范路 2 号",
    "agency_address": "安澜市东埠区示范路 3 号",
    "contact": "李某",
    "contact_phone": "0990-5550001",
    "benchmark": "安澜市行政处罚裁量权基准",
}
_PERSONS = frozenset({"interviewee", "speaker", "applicant", "agent", "witness"})


def sample_values(kind: DocumentKind) -> dict[str, Any]:
    """A document of this kind with every field filled and every signature given."""
    values = {field.name: _value(field) for field in kind.fields}
    if kind.signers:
        values["signed"] = {signer.key: _BY_KIND[FieldKind.SIGNED] for signer in kind.signers}
    return values


def _value(field: Field) -> Any:
    if field.kind is FieldKind.ROWS:
        return [{column.name: _plain(column) for column in field.columns} for _ in range(2)]
    if field.kind is FieldKind.PARTY and field.name in _PERSONS:
        return _PERSON
    return _plain(field)


def _plain(field: Field | Column) -> Any:
    if field.options:
        return field.options[0][0]
    if field.kind in _BY_KIND:
        same = field.kind is FieldKind.NUMBER and field.name in _BY_NAME
        return _BY_NAME[field.name] if same else _BY_KIND[field.kind]
    known = _BY_NAME.get(field.name)
    if known is None:
        long = field.kind is FieldKind.PARAGRAPH
        known = _LONG.format(label=field.label) if long else f"{field.label}示例"
    return known
