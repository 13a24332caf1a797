"""The inputs of an act: days, sums, choices, texts, files. Rows of inputs are in `rows.py`.

Every field takes `label`, and `help_text` for the hint with its legal range and article.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from xiezhi.ui.text import cndate, halfwidth, money, parse_day

#: Control characters, halves of a character, marks that turn the reading direction: no document,
#: feed or table can carry them, and what is read would not be what is written.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def only_visible(text: str) -> None:
    """Validator: a text that says what it shows."""
    if found := _UNSEEN.search(text):
        raise ValidationError(
            f"有看不见的控制字符（U+{ord(found[0]):04X}），请重新输入", code="unseen"
        )


class LineField(forms.CharField):
    """One line of text; figures typed in full width are made ASCII where `plain` is set."""

    default_validators: list[Any] = [only_visible]  # noqa: RUF012 (the library's type)

    def __init__(self, *, plain: bool = False, **kwargs: Any) -> None:
        self.plain = plain
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return halfwidth(text).strip() if self.plain else text


class TextField(forms.CharField):
    """Several lines; the box grows with what is typed."""

    default_validators: list[Any] = [only_visible]  # noqa: RUF012 (the library's type)

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)


class DayInput(forms.DateInput):
    """The browser's own calendar; the value is always ISO."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A legal day, typed or picked, never with a clock.

    `past=True`: the day of something that has happened, so not after today. `earliest` and
    `latest` are the first and last lawful day, set by the form that knows the File.
    """

    widget = DayInput
    shows_weekday = True
    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": "请写成 2026-11-22 这样的日期"}

    def __init__(
        self,
        *,
        past: bool = False,
        earliest: date | None = None,
        latest: date | None = None,
        **kwargs: Any,
    ) -> None:
        self.past, self.earliest, self.latest = past, earliest, latest
        super().__init__(**kwargs)
        self.localize = False

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str) and value.strip():
            day = parse_day(value)
            if day is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            return day
        if isinstance(value, bool):  # JSON's true is no day
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.past and value > timezone.localdate():
            raise ValidationError(f"不能晚于今天（{cndate(timezone.localdate())}）", code="future")
        if self.earliest and value < self.earliest:
            raise ValidationError(f"不能早于 {cndate(self.earliest)}", code="early")
        if self.latest and value > self.latest:
            raise ValidationError(f"不能晚于 {cndate(self.latest)}", code="late")

    def limits(self) -> dict[str, str]:
        """The lawful days as attributes of the browser's calendar."""
        latest = self.latest
        if self.past:
            today = timezone.localdate()
            latest = min(latest, today) if latest else today
        bounds = {"min": self.earliest, "max": latest}
        return {name: day.isoformat() for name, day in bounds.items() if day}


class MoneyField(forms.DecimalField):
    """A sum in yuan; accepts 47,000, ４７０００ and 47 000.50."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": "请填写金额，例如 47,000 或者 47,000.50"
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 16)
        kwargs.setdefault("decimal_places", 2)
        kwargs.setdefault("min_value", Decimal(0))
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "input-short"})
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if isinstance(value, str):
            value = halfwidth(value).replace(",", "").replace(" ", "").replace("，", "")
            value = value.removeprefix("¥").removeprefix("￥").removesuffix("元")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return money(value) if isinstance(value, Decimal | int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002
        return {}


class NumberField(forms.DecimalField):
    """A quantity; accepts the same spellings as a sum, without the currency."""

    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": "请填写数字"}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", Decimal(0))
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "input-short"})
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if isinstance(value, str):
            value = halfwidth(value).replace(",", "").replace(" ", "")
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:  # noqa: ARG002
        return {}


class PickField(forms.ChoiceField):
    """One of a few, all visible; nothing is preset."""

    widget = forms.RadioSelect
    default_error_messages: ClassVar[dict[str, Any]] = {"invalid_choice": "没有这个选项"}


class PicksField(forms.MultipleChoiceField):
    """Any of a few, all visible."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid_choice": "没有这个选项",
        "invalid_list": "请逐项选择",
    }


class SelectField(forms.ChoiceField):
    """One of many; the first line asks."""

    def __init__(self, *, choices: Any = (), ask: str = "请选择", **kwargs: Any) -> None:
        super().__init__(choices=[("", ask), *choices], **kwargs)


class TriInput(forms.RadioSelect):
    """Three answers side by side; the second is drawn red, the third grey when chosen."""

    xiezhi_kind = "tri"


class TriField(PickField):
    """符合, 不符合 or 不适用, with nothing preset; the words can be changed."""

    widget = TriInput

    def __init__(self, *, choices: Any = None, **kwargs: Any) -> None:
        words = choices or [("yes", "符合"), ("no", "不符合"), ("na", "不适用")]
        super().__init__(choices=words, **kwargs)


class TickField(forms.BooleanField):
    """A statement that is true or not yet; `required` means it must be true to go on."""

    default_error_messages: ClassVar[dict[str, Any]] = {"required": "请先确认这一项"}


class UploadField(forms.FileField):
    """A file; `accept` is what the browser offers, the action decides what it really is."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "empty": "这个文件是空的",
        "missing": "还没有选择文件",
        "invalid": "还没有选择文件",
    }

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        self.accept = accept
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs: dict[str, Any] = super().widget_attrs(widget)
        return attrs | ({"accept": self.accept} if self.accept else {})


_PICKED = (forms.ChoiceField, forms.ModelChoiceField, forms.DateField, forms.FileField)


def asks(field: forms.Field) -> str:
    """How a missing answer is asked for: 请填写… or 请选择…"""
    label = re.sub(r"（[^（）]*）$", "", str(field.label or "这一项"))
    if isinstance(field, TriField):
        return f"请给“{label}”选一项结论"
    verb = "选择" if isinstance(field, _PICKED) else "填写"
    return f"请{verb}{label}"
