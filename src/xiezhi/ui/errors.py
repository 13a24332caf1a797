"""What went wrong in a form: lines for the summary, dress for the inputs, refusals on fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString

from xiezhi.ui.rows import RowsBoundField

if TYPE_CHECKING:
    from xiezhi.procedure.citations import Reason, Refused

REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the error summary; `href` is empty where no field is meant."""

    message: str
    href: str = ""


def anchor(field: BoundField) -> str:
    """The id of the first control of a field, where a link in the summary leads."""
    named = field.id_for_label or field.auto_id
    kind = getattr(field.field.widget, "input_type", "")
    several = getattr(field.field.widget, "allow_multiple_selected", None) is not None
    if kind in ("radio", "checkbox") and several:
        return f"{field.auto_id}_0"
    return str(named)


def links(form: BaseForm) -> list[Link]:
    """Every error of the form in the order of its fields; refusals are shown by themselves."""
    found: list[Link] = []
    data: dict[str, list[ValidationError]] = form.errors.as_data()
    for error in data.get(NON_FIELD_ERRORS, []):
        if error.code != REFUSED:
            found += [Link(message) for message in error.messages]
    for name in form.fields:
        for error in data.get(name, []):
            found += _field_links(form[name], error)
    return found


def _field_links(field: BoundField, error: ValidationError) -> list[Link]:
    """The message begins with the field's name unless it says it already."""
    params: dict[str, Any] = getattr(error, "params", None) or {}
    if "row" in params and isinstance(field, RowsBoundField):
        href = f"#{field.cell_id(params['row'], params['column'])}"
        return [Link(message, href) for message in error.messages]
    label = str(field.label or "")
    return [
        Link(message if label in message else f"{label}：{message}", f"#{anchor(field)}")
        for message in error.messages
    ]


def add_refusal(form: BaseForm, refused: Refused) -> None:
    """Put each reason of a refusal on the field it means, the others above the form.

    What was typed stays; the article is printed behind each reason. Reasons without a field are
    kept in `form.refusals` for the refusal component.
    """
    kept: list[Reason] = list(getattr(form, "refusals", []))
    names: dict[str, str] = getattr(form, "asked_as", {})
    for reason in refused.reasons:
        field = names.get(reason.field or "", reason.field)
        if field and field in form.fields:
            say = "；".join(part.rstrip("。；") for part in (reason.say, reason.todo) if part)
            error = ValidationError(f"{say}（{reason.cite}）", code=reason.rule.code)
            form.add_error(field, error)
        else:
            kept.append(reason)
            form.add_error(None, ValidationError(reason.say, code=REFUSED))
    form.refusals = kept  # type: ignore[attr-defined]


def control(field: BoundField) -> SafeString:
    """The input of a field in the dress of the look; tied to hint and error by Django's ids."""
    widget = field.field.widget
    kind = getattr(widget, "input_type", "")
    attrs: dict[str, Any] = {}
    if kind not in ("radio", "checkbox", "hidden"):
        own = str(widget.attrs.get("class", ""))
        attrs["class"] = " ".join(filter(None, ("input", own.replace("input ", ""))))
    if "placeholder" in widget.attrs:
        attrs["placeholder"] = False  # a placeholder is no label, and vanishes when typed over
    if field.errors and kind != "hidden":
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs=attrs)
