"""Repeating rows in a form: a list of goods, of evidence, of covered passages.

One field, whose value is a list of dicts. As HTML it is a table of inputs with spare rows that
works without script; from the API it takes the list itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from xiezhi.ui.fields import asks

Row = dict[str, Any]
#: As many columns stand beside each other; the cells of longer rows have their labels.
_IN_A_LINE = 5


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in each dict and the field that reads its cells."""

    name: str
    field: forms.Field

    @property
    def label(self) -> str:
        return str(self.field.label or self.name)


@dataclass(frozen=True, slots=True)
class Cell:
    """One input of the table as the template shows it."""

    id: str
    label: str
    input: SafeString
    error: str = ""


class RowsInput(forms.Widget):
    """Reads `name-3-column` inputs into a list of dicts; rendered by `ui/forms/rows.html`."""

    use_fieldset = True
    needs_multipart_form = False

    def __init__(self, columns: Sequence[Column] = (), attrs: dict[str, Any] | None = None) -> None:
        self.columns = columns
        super().__init__(attrs)

    def id_for_label(self, id_: str | None) -> str:
        return f"{id_}-0-{self.columns[0].name}" if id_ and self.columns else ""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> list[Row] | None:
        given = data.get(name)
        if isinstance(given, list | tuple):
            return [dict(row) if isinstance(row, Mapping) else {"": row} for row in given]
        pattern = re.compile(re.escape(name) + r"-(\d{1,4})-")
        found = {int(match[1]) for key in data if (match := pattern.match(key))}
        return [self._row(data, files, f"{name}-{number}") for number in sorted(found)]

    def _row(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], prefix: str) -> Row:
        return {
            column.name: column.field.widget.value_from_datadict(
                data, files, f"{prefix}-{column.name}"
            )
            for column in self.columns
        }

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002
        return not any(key == name or key.startswith(f"{name}-") for key in data)


class RowsField(forms.Field):
    """A list of dicts with the same keys; empty rows don't count.

    `least` and `most` bound the number of filled rows, `spare` is how many empty ones are offered.
    """

    widget: Any = RowsInput

    def __init__(
        self,
        columns: Sequence[Column] | Mapping[str, forms.Field],
        *,
        least: int = 0,
        most: int = 200,
        spare: int = 2,
        **kwargs: Any,
    ) -> None:
        if isinstance(columns, Mapping):
            columns = [Column(name, field) for name, field in columns.items()]
        self.columns = list(columns)
        for column in self.columns:
            column.field.error_messages["required"] = asks(column.field)
        self.least, self.most, self.spare = least, most, spare
        kwargs.setdefault("widget", RowsInput(self.columns))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[Row]:
        rows: list[Row] = []
        errors: list[ValidationError] = []
        filled = [(n, row) for n, row in enumerate(value or []) if not self.is_blank(row)]
        if len(filled) > self.most:  # before each is judged: a list may be very long
            raise ValidationError(f"最多 {self.most} 行", code="most")
        for number, row in filled:
            rows.append(self._clean_row(number, row, errors))
        if errors:
            raise ValidationError(errors)
        least = max(self.least, 1 if self.required else 0)
        if len(rows) < least:
            few = asks(self) if least == 1 else f"至少要填 {least} 行"
            raise ValidationError(few, code="required")
        return rows

    def is_blank(self, row: Mapping[str, Any]) -> bool:
        return not any(value not in (None, "", [], False) for value in row.values())

    def _clean_row(self, number: int, row: Row, errors: list[ValidationError]) -> Row:
        known = {column.name for column in self.columns}
        errors += [
            _cell_error(number, name, f"没有“{name}”这一栏", "unknown")
            for name in sorted(row.keys() - known)
        ]
        cleaned: Row = {}
        for column in self.columns:
            try:
                cleaned[column.name] = column.field.clean(row.get(column.name))
            except ValidationError as error:
                message = "；".join(error.messages)
                if column.label not in message:
                    message = f"{column.label}：{message}"
                code = getattr(error, "code", "") or "invalid"
                errors.append(_cell_error(number, column.name, message, code))
        return cleaned

    def has_changed(self, initial: Any, data: Any) -> bool:
        filled = [row for row in data or [] if not self.is_blank(row)]
        return filled != list(initial or [])

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> RowsBoundField:
        return RowsBoundField(form, self, field_name)


def _cell_error(number: int, column: str, message: str, code: str) -> ValidationError:
    """Names row and column; `params` lead the template and the API to the cell."""
    return ValidationError(
        f"第 {number + 1} 行，{message}".replace("%", "%%"),
        code=code,
        params={"row": number, "column": column},
    )


class RowsBoundField(forms.BoundField):
    """A rows field with its data: the table of inputs, each with its own error."""

    field: RowsField

    @property
    def columns(self) -> list[Column]:
        return self.field.columns

    @property
    def tall(self) -> bool:
        """Too many columns for a line: each row is a block of its own."""
        return len(self.columns) > _IN_A_LINE

    def cell_id(self, number: int, column: str) -> str:
        return f"{self.auto_id}-{number}-{column}"

    @property
    def rows(self) -> list[list[Cell]]:
        values = list(self.value() or [])
        more = 1 if f"{self.html_name}-more" in (self.form.data or {}) else 0
        filled = [row for row in values if not self.field.is_blank(row)]
        if not self.form.is_bound:
            values = filled
        length = max(len(values) + more, len(filled) + (self.field.spare if not more else 1), 1)
        values += [{} for _ in range(length - len(values))]
        errors = self._cell_errors()
        return [self._row(number, row, errors) for number, row in enumerate(values)]

    def _cell_errors(self) -> dict[tuple[int, str], str]:
        if not self.form.is_bound:
            return {}
        found = self.form.errors.as_data().get(self.name, [])
        labels = {column.name: f"{column.label}：" for column in self.columns}
        cells: dict[tuple[int, str], str] = {}
        for error in found:
            where = getattr(error, "params", None) or {}
            if "row" in where:
                said = error.messages[0].partition("，")[2]
                said = said.removeprefix(labels.get(where["column"], ""))
                cells[where["row"], where["column"]] = said
        return cells

    def _row(self, number: int, row: Row, errors: dict[tuple[int, str], str]) -> list[Cell]:
        return [
            self._cell(number, column, row.get(column.name), errors.get((number, column.name), ""))
            for column in self.columns
        ]

    def _cell(self, number: int, column: Column, value: Any, error: str) -> Cell:
        id_ = self.cell_id(number, column.name)
        attrs: dict[str, Any] = {"id": id_, "aria-label": f"第 {number + 1} 行{column.label}"}
        if getattr(column.field.widget, "input_type", "") not in ("radio", "checkbox"):
            attrs["class"] = "input"
        if error:
            attrs |= {"aria-invalid": "true", "aria-describedby": f"{id_}_error"}
        rendered = column.field.widget.render(
            f"{self.html_name}-{number}-{column.name}",
            column.field.prepare_value(value),
            attrs,
            renderer=self.form.renderer,
        )
        return Cell(id_, column.label, rendered, error)
