"""Forms made from document declarations: what a document needs is asked once, from its fields.

An act that yields a document takes that document's fields, minus those the record fills by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils import timezone

from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.model import Column as DocumentColumn
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.rulebook import RULES
from xiezhi.record.models import Blob
from xiezhi.record.objects import keep
from xiezhi.record.storage import is_digest
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    LineField,
    MoneyField,
    NumberField,
    RowsField,
    SelectField,
    TextField,
    TickField,
    UploadField,
)


class MomentField(forms.DateTimeField):
    """A moment on a legal day, to the minute."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget",
            forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        )
        kwargs.setdefault(
            "input_formats", ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.datetime | None:
        if isinstance(value, bool):  # JSON's true is no moment
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class ObjectInput(forms.FileInput):
    """A file from a page, or the digest of an object stored before (API)."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return super().value_from_datadict(data, files, name) or data.get(name)


class ObjectField(UploadField):
    """An uploaded object; cleaned to its Blob, stored before the act begins."""

    widget = ObjectInput

    def clean(self, data: Any, initial: Any = None) -> Blob | None:
        if isinstance(data, str) and data:
            blob = Blob.objects.filter(pk=data).first() if is_digest(data) else None
            if blob is None:
                raise forms.ValidationError("没有这个已上传的原件", code="missing")
            return blob
        upload = super().clean(data, initial)
        if upload and upload.size > settings.LARGEST_OBJECT:
            most = settings.LARGEST_OBJECT >> 20
            raise forms.ValidationError(f"一个文件最大 {most:,} MB", code="too_large")
        return (
            keep(upload.chunks(), upload.content_type or "", size=upload.size) if upload else None
        )


def articles_field(**kwargs: Any) -> RowsField:
    """Law and article, a line each."""
    return RowsField(
        {
            "law": LineField(label="法律、法规、规章", max_length=100),
            "article": LineField(label="条、款、项", max_length=60),
        },
        spare=1,
        **kwargs,
    )


def _column(column: DocumentColumn) -> forms.Field:
    if column.kind == FieldKind.CHOICE:
        return SelectField(label=column.label, choices=column.options, required=False)
    if column.kind == FieldKind.MONEY:
        return MoneyField(label=column.label, required=False)
    return LineField(label=column.label, required=False, max_length=500)


_MAKERS: dict[FieldKind, Callable[..., forms.Field]] = {
    FieldKind.TEXT: lambda f, **kw: LineField(max_length=300, **kw),
    FieldKind.PARAGRAPH: lambda f, **kw: TextField(max_length=20000, **kw),
    FieldKind.NUMBER: lambda f, **kw: NumberField(**kw),
    FieldKind.DATE: lambda f, **kw: DayField(**kw),
    FieldKind.DATETIME: lambda f, **kw: MomentField(**kw),
    FieldKind.MONEY: lambda f, **kw: MoneyField(**kw),
    FieldKind.BOOL: lambda f, **kw: TickField(**kw),
    FieldKind.CHOICE: lambda f, **kw: SelectField(choices=f.options, **kw),
    FieldKind.ARTICLES: lambda f, **kw: articles_field(**kw),
    FieldKind.OPINION: lambda f, **kw: TextField(rows=2, max_length=2000, **kw),
    FieldKind.ROWS: lambda f, **kw: RowsField({c.name: _column(c) for c in f.columns}, **kw),
}


def field_of(field: Field) -> forms.Field:
    """The input for a document field; its hint says which article asks for it."""
    hint = field.help
    if field.rule and field.rule in RULES:
        hint = (
            f"{hint}{RULES[field.rule].cite}" if not hint else f"{hint}（{RULES[field.rule].cite}）"
        )
    return _MAKERS[field.kind](
        field,
        label=field.label,
        help_text=hint,
        required=field.required and field.kind != FieldKind.BOOL,
    )


def plain(value: Any) -> Any:
    """A cleaned value as the ledger and documents keep it: JSON with ISO days and exact sums."""
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return local.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if inner not in (None, "")}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value


class DocumentFields(DeclarativeFieldsMetaclass):
    """Adds a document's fields to the form declared for it, after the day and before the rest."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        form = super().__new__(mcs, name, bases, attrs)
        if getattr(form, "document", ""):
            _add_document_fields(form)
        return form


class DocumentForm(ActForm, metaclass=DocumentFields):
    """An act's form whose fields come from a document's declaration.

    `filled` names the fields that the record fills; `asks` keeps only those named.
    """

    document: ClassVar[str] = ""
    filled: ClassVar[frozenset[str]] = frozenset()
    asks: ClassVar[tuple[str, ...]] = ()

    def written(self) -> dict[str, Any]:
        """What was typed for the document, as plain JSON values; empty fields are left out."""
        names = document_field_names(type(self))
        values = {name: plain(self.cleaned_data.get(name)) for name in names}
        return {k: v for k, v in values.items() if v not in (None, "", [], {})}


def document_field_names(form: type[DocumentForm]) -> list[str]:
    return [f.name for f in _declared(form)]


def _declared(form: type[DocumentForm]) -> Iterable[Field]:
    for field in KINDS[form.document].fields:
        if form.asks and field.name not in form.asks:
            continue
        if field.name not in form.filled and field.kind in _MAKERS:
            yield field


def _add_document_fields(form: Any) -> None:
    made = {field.name: field_of(field) for field in _declared(form)}
    own = {name: field for name, field in form.base_fields.items() if name not in made}
    merged = {name: field for name, field in own.items() if name == "on"} | made
    form.base_fields = form.declared_fields = merged | own
