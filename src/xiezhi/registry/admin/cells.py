"""Cells of a sheet: read from XLSX and CSV with a sentence for what is wrong, written safely."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

import openpyxl
import tablib  # type: ignore[import-untyped]
from import_export.formats import base_formats
from import_export.widgets import Widget

from xiezhi.record.exports import dangerous, inert
from xiezhi.registry.rules import clean

LARGEST_FILE = 10 * 1024 * 1024
#: A file that is small on the way may be huge when it is unpacked.
LARGEST_CONTENT = 50 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 20_000, 100
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_YES, _NO = {"是", "1", "true", "yes", "√"}, {"否", "0", "false", "no", "×"}


def safe(value: Any) -> Any:
    """What is exported instead of a cell that a program would run: text, marked by '."""
    return inert(value) if isinstance(value, str) else value


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
    return text[1:] if text[:1] == "'" and dangerous(text[1:]) else text


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
        """The first sheet's rows; what the file says of its own size isn't believed."""
        _not_too_large(in_stream)
        try:
            _no_bomb(in_stream)
            book = openpyxl.load_workbook(io.BytesIO(in_stream), read_only=True, data_only=True)
            sheet: Any = book.active
            sheet.reset_dimensions()
            return _dataset(sheet.iter_rows(values_only=True))
        except _DAMAGED as error:
            raise ValueError("文件已损坏，或者不是 XLSX 文件") from error


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
        try:
            sheet = tablib.import_set(text, format="csv", **kwargs)
        except csv.Error as error:
            raise ValueError("文件已损坏，或者不是 CSV 文件") from error
        return _dataset([[(head or "").strip() for head in sheet.headers or []], *sheet])

    def export_data(self, dataset: Any, **kwargs: Any) -> bytes:
        text: str = dataset.export("csv", **kwargs)
        return f"\ufeff{text}".encode()


def _dataset(rows: Iterable[Iterable[Any]]) -> Any:
    """Headings and the rows that aren't blank, all as wide as the headings."""
    source = iter(rows)
    heads = _trimmed(next(source, ()))
    made = tablib.Dataset(headers=heads)
    for number, row in enumerate(source, 2):
        cells = _trimmed(row)
        if len(cells) > max(len(heads), 1):
            raise ValueError(f"第 {number} 行比标题行多出几格")
        if cells:
            made.append([*cells, *[""] * (len(heads) - len(cells))])
        if len(made) > MOST_ROWS:
            raise ValueError(f"超过 {MOST_ROWS:,} 行，请分成几份")
    return made


def _trimmed(row: Iterable[Any]) -> list[Any]:
    """Without the blank cells at the end."""
    cells = list(row)
    while cells and (cells[-1] is None or not str(cells[-1]).strip()):
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise ValueError(f"超过 {MOST_COLUMNS} 列")
    return cells


#: What the libraries raise for a file that is none.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    TypeError,
    AttributeError,
    SyntaxError,
    EOFError,
)


def _no_bomb(content: bytes) -> None:
    """Refuse what unpacks to more than a sheet can be, and definitions of XML entities."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        if sum(part.file_size for part in book.infolist()) > LARGEST_CONTENT:
            raise ValueError("文件解开后超过 50 MB，请分成几份")
        for part in book.infolist():
            text = book.read(part)
            if any(
                "<!DOCTYPE".encode(coding) in text for coding in ("utf-8", "utf-16-le", "utf-16-be")
            ):
                raise ValueError("文件里有不允许的内容（DTD）")


def _not_too_large(content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise ValueError("文件超过 10 MB，请分成几份")
