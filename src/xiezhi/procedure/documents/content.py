"""Is a document's mandatory content there, and is every value of the kind it is declared to be?

What passes here can be typeset, so a document made after the commit can't fail any more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.model import Column, DocumentKind, Field, FieldKind
from xiezhi.procedure.rulebook import refuse

Values = Mapping[str, Any]

_LISTS = (FieldKind.ROWS, FieldKind.OFFICERS, FieldKind.ARTICLES)
_OBJECTS = (FieldKind.PARTY, FieldKind.REMEDIES, FieldKind.OPINION, FieldKind.SIGNED)
_SHAPES = {
    FieldKind.PARTY: "name",
    FieldKind.OFFICERS: "name",
    FieldKind.ARTICLES: "law",
}
#: Of a value whose shape names no other part, these say that it is there.
_SUBSTANCE = {FieldKind.OPINION: ("text", "name"), FieldKind.SIGNED: ("name", "note")}


def filled(value: Any) -> bool:
    """False is an answer; nothing, blanks and empty lists are not."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping):
        return any(filled(part) for part in value.values())
    if isinstance(value, Sequence):
        return any(filled(part) for part in value)
    return True


def check(kind: DocumentKind, values: Values) -> list[Reason]:
    """Why this document can't be made: each missing item with its article, each malformed value."""
    return [reason for field in kind.fields for reason in _judge(kind, field, values)]


def _judge(kind: DocumentKind, field: Field, values: Values) -> Iterator[Reason]:
    value = values.get(field.name)
    if filled(value) and (wrong := _malformed(field, value)):
        say = f"《{kind.title}》的“{field.label}”填写有误：{wrong}"
        yield refuse(field.rule or "PEN-23", say, f"改正{field.label}", field.name)
        return
    if not _demanded(field, values):
        return
    if not filled(value):
        yield _lacking(kind, field, field.label, field.name)
        return
    for part, label in _missing_parts(field, value):
        yield _lacking(kind, field, f"{field.label}的{label}", f"{field.name}.{part}")


def _demanded(field: Field, values: Values) -> bool:
    if field.rule is None:
        return False
    if field.given is not None and not _given(field.given, values):
        return False
    return field.unless is None or not _holds(values.get(field.unless))


def _given(condition: str, values: Values) -> bool:
    """`name`, or `name=answer` for a field with answers to choose from."""
    name, chosen, answer = condition.partition("=")
    return values.get(name) == answer if chosen else _holds(values.get(name))


def _holds(value: Any) -> bool:
    """A flag that is set, a sum above nothing, any other field that is filled."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal | int | float):
        return value != 0
    if isinstance(value, str) and (sum_ := as_number(value)) is not None:
        return sum_ != 0
    return filled(value)


def _lacking(kind: DocumentKind, field: Field, label: str, name: str) -> Reason:
    item = f"（{field.item}）" if field.item and field.item != label else ""
    return refuse(
        field.rule or "PEN-23", f"《{kind.title}》没有写明{label}{item}", f"填写{label}", name
    )


def _missing_parts(field: Field, value: Any) -> Iterator[tuple[str, str]]:
    rows = value if isinstance(value, list | tuple) else [value]
    if field.kind is FieldKind.PARTY:  # a party with those who answer beside it
        rows = [*rows, *(value.get("joint") or ())]
    for part, label in field.parts:
        if not all(isinstance(row, Mapping) and filled(row.get(part)) for row in rows):
            yield part, label


# -- the kind of a value --------------------------------------------------------------------------


def _malformed(field: Field, value: Any) -> str:
    """What is wrong with the value, or nothing."""
    if field.kind in _LISTS:
        if not isinstance(value, list | tuple) or not all(isinstance(v, Mapping) for v in value):
            return "应当是一行一项的列表"
        if field.kind is FieldKind.ROWS:
            return _malformed_row(field.columns, value)
    elif field.kind in _OBJECTS:
        if not isinstance(value, Mapping):
            return "应当分项填写"
    else:
        return _malformed_plain(field.kind, field.options, value)
    main = _SHAPES.get(field.kind)
    rows = value if isinstance(value, list | tuple) else [value]
    if main and not all(filled(row.get(main)) for row in rows):
        return "缺少名称"
    return ""


def _malformed_row(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> str:
    for number, row in enumerate(rows, 1):
        for column in columns:
            cell = row.get(column.name)
            if filled(cell) and (wrong := _malformed_plain(column.kind, column.options, cell)):
                return f"第{number}行“{column.label}”{wrong}"
    return ""


def _malformed_plain(kind: FieldKind, options: Sequence[tuple[str, str]], value: Any) -> str:
    if isinstance(value, Mapping | list | tuple):
        return "应当是一项内容"
    if kind is FieldKind.CHOICE:
        return "" if not options or value in dict(options) else "不在可选项中"
    readable, complaint = _READABLE.get(kind, (lambda _: True, ""))
    return "" if readable(value) else complaint


def as_day(value: Any) -> dt.date | None:
    """A date, or its ISO text."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None


def as_moment(value: Any) -> dt.datetime | None:
    """A moment, or its ISO text with a time of day."""
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date) or len(str(value)) <= len("2026-01-01"):
        return None
    try:
        return dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None


def as_number(value: Any) -> Decimal | None:
    """A number or a sum, or its text; nothing beyond what money_upper can write."""
    if isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < Decimal(10) ** 15 else None


_READABLE: Mapping[FieldKind, tuple[Callable[[Any], bool], str]] = {
    FieldKind.DATE: (lambda value: as_day(value) is not None, "不是日期"),
    FieldKind.DATETIME: (lambda value: bool(as_moment(value) or as_day(value)), "不是时间"),
    FieldKind.MONEY: (lambda value: as_number(value) is not None, "不是金额"),
    FieldKind.NUMBER: (lambda value: as_number(value) is not None, "不是数字"),
    FieldKind.BOOL: (lambda value: isinstance(value, bool), "应当回答是或者否"),
}
