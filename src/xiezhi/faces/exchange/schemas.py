"""The JSON schema of an act, derived from its form: one declaration of what an act takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from xiezhi.casework.forms.shared import AnswerField, OfficersField, PersonField
from xiezhi.record.forms import MomentField, ObjectField
from xiezhi.ui.fields import PickField
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    MoneyField,
    NumberField,
    PicksField,
    RowsField,
    SelectField,
    TickField,
)

Schema = dict[str, Any]


def _choice(field: Any) -> Schema:
    codes = [str(code) for code, _label in field.choices if code != ""]
    labels = "；".join(f"{code} {label}" for code, label in field.choices if code != "")
    return {"type": "string", **({"enum": codes, "x-labels": labels} if codes else {})}


def _rows(field: RowsField) -> Schema:
    properties = {column.name: field_schema(column.field) for column in field.columns}
    needed = [column.name for column in field.columns if column.field.required]
    item: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if needed:
        item["required"] = needed
    return {"type": "array", "items": item}


_KINDS: tuple[tuple[type[forms.Field], Callable[[Any], Schema]], ...] = (
    (RowsField, _rows),
    (OfficersField, lambda f: {"type": "array", "items": {"type": "integer"}}),
    (PersonField, lambda f: {"type": "integer"}),
    (AnswerField, lambda f: {"enum": [True, False, "unknown"]}),
    (PicksField, lambda f: {"type": "array", "items": _choice(f)}),
    (SelectField, _choice),
    (PickField, _choice),
    (TickField, lambda f: {"type": "boolean"}),
    (DayField, lambda f: {"type": "string", "format": "date"}),
    (MomentField, lambda f: {"type": "string", "format": "date-time"}),
    (MoneyField, lambda f: {"type": "string", "format": "decimal", "x-unit": "元"}),
    (NumberField, lambda f: {"type": "number"}),
    (
        ObjectField,
        lambda f: {"type": "string", "description": "先上传到 /api/v1/blobs 得到的 sha256"},
    ),
)


def field_schema(field: forms.Field) -> Schema:
    """One field; its label is the title, its hint the description."""
    made: Schema = next((make(field) for kind, make in _KINDS if isinstance(field, kind)), {})
    if not made:
        made = {"type": "string"}
        if getattr(field, "max_length", None):
            made["maxLength"] = field.max_length  # type: ignore[attr-defined]
    made = {"title": str(field.label or ""), **made}
    if field.help_text:
        made.setdefault("description", str(field.help_text))
    return made


def form_schema(form: type[ActForm]) -> Schema:
    """The request body of an act."""
    fields = form(file=None, by=None).fields
    return {
        "type": "object",
        "title": form.title,
        "additionalProperties": False,
        "properties": {name: field_schema(field) for name, field in fields.items()},
        "required": [n for n, f in fields.items() if f.required and f.initial is None],
    }
