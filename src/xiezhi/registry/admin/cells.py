"""Cells of a sheet: read from XLSX and CSV with a sentence for what is wrong, written safely."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

import tablib  # type: ignore[import-untyped]
from import_export.formats import base_formats
from import_export.widgets import Widget

from xiezhi.registry.rules import clean

#: A cell that begins so is run as a formula by the program that opens the sheet.
RISKY = ("=", "+", "-", "@", "\t", "\r")
LARGEST_FILE = 10 * 1024 * 1024
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_YES, _NO = {"是", "1", "true", "yes", "√"}, {"否", "0", "false", "no", "×"}


def safe(value: Any) -> Any:
    """What is exported instead of a cell that a program would run: text, marked by '."""
    if isinstance(value, str) and value.startswith(RISKY):
        return f"'{value}"
    return value


def text_of(value: Any) -> str:
    """A cell as text: numbers without .0, blanks around it gone, the mark of `safe` taken off."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    text = str(value).strip(" \u3000\n\r\t")
    if "\x00" in text:
        raise ValueError("有不能显示的字符")
    return text[1:] if text[:1] == "'" and text[1:].startswith(RISKY) else text


class Text(Widget):  # type: ignore[misc]
    """Plain text."""

    def clean(self, value: Any, **_kwargs: Any) -> Any:
        return text_of(value)

    def render(self, value: Any, **_kwargs: Any) -> str:
        return "" if value is None else str(value)


class Code(Text):
    """An identifier: capitals, no blanks."""

    def clean(self, value: Any, **_kwargs: Any) -> str:
        return clean(text_of(value))


class Choice(Text):
    """One of a list; the words people read, or the code behind them."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.labels = dict(choices)

    def clean(self, value: Any, **_kwargs: Any) -> str:
        text = text_of(value)
        for code, label in self.labels.items():
            if text in (code, label):
                return code
        if not text:
            return ""
        raise ValueError(f"“{text}”应改为其中之一：{'、'.join(map(str, self.labels.values()))}")

    def render(self, value: Any, **_kwargs: Any) -> str:
        return str(self.labels.get(value, value or ""))


class Day(Text):
    """A date, however the sheet writes it."""

    def clean(self, value: Any, **_kwargs: Any) -> dt.date | None:
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        text = text_of(value)
        if not text:
            return None
        try:
            found = _DAY.fullmatch(text)
            return dt.date(*map(int, found.groups())) if found else _no_day(text)
        except ValueError:
            return _no_day(text)


def _no_day(text: str) -> dt.date:
    raise ValueError(f"“{text}”不是日期，请写成 2026-01-31")


class Flag(Text):
    """是 or 否; empty is 否."""

    def clean(self, value: Any, **_kwargs: Any) -> bool:
        text = text_of(value).lower()
        if text and text not in _YES | _NO:
            raise ValueError(f"“{text}”应写“是”或者“否”")
        return text in _YES

    def render(self, value: Any, **_kwargs: Any) -> str:
        return "是" if value else "否"


class Amount(Text):
    """A decimal number."""

    def clean(self, value: Any, **_kwargs: Any) -> Decimal | None:
        text = text_of(value).replace(",", "").replace("，", "")
        if not text:
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite():
            raise ValueError(f"“{text}”不是数额")
        return amount

    def render(self, value: Any, **_kwargs: Any) -> str:
        return "" if value is None else format(value, "f")


class Words(Text):
    """Several words, separated by 、."""

    def clean(self, value: Any, **_kwargs: Any) -> list[str]:
        return [word for word in re.split(r"[、，,；;\s]+", text_of(value)) if word]

    def render(self, value: Any, **_kwargs: Any) -> str:
        return "、".join(value or ())


class XLSX(base_formats.XLSX):  # type: ignore[misc]
    """Excel's format."""

    def get_title(self) -> str:
        return "xlsx"

    def create_dataset(self, in_stream: bytes) -> Any:
        _not_too_large(in_stream)
        return super().create_dataset(in_stream)


class CSV(base_formats.CSV):  # type: ignore[misc]
    """CSV as UTF-8 or, from older office programs, GB 18030; written with a byte order mark."""

    def get_title(self) -> str:
        return "csv"

    def is_binary(self) -> bool:
        return True

    def get_read_mode(self) -> str:
        return "rb"

    def create_dataset(self, in_stream: bytes, **kwargs: Any) -> Any:
        _not_too_large(in_stream)
        try:
            text = in_stream.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = in_stream.decode("gb18030")
        sheet = tablib.import_set(text, format="csv", **kwargs)
        wide = tablib.Dataset(headers=[(head or "").strip() for head in sheet.headers or []])
        for row in sheet:
            if any(cell.strip() for cell in row):
                wide.append(row)
        return wide

    def export_data(self, dataset: Any, **kwargs: Any) -> bytes:
        text: str = dataset.export("csv", **kwargs)
        return f"\ufeff{text}".encode()


def _not_too_large(content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise ValueError("文件超过 10 MB，请分成几份")
