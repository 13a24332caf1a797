"""Tables to take away: CSV and XLSX in which no cell is ever run as a formula.

A party may be called `=HYPERLINK(…)`; a spreadsheet must show that, not do it.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import IllegalCharacterError

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What makes a spreadsheet take a text for a formula.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def dangerous(text: str) -> bool:
    """Would a spreadsheet run this? Blanks before the sign don't help, some programs drop them."""
    return text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS)


def inert(value: Any) -> str:
    """A value as text that no spreadsheet runs: an apostrophe stands before a formula's sign."""
    text = "" if value is None else str(value)
    return f"'{text}" if dangerous(text) else text


class _Line:
    """csv writes into something; here it only hands the line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The lines of a CSV file, with the mark by which office programs see that it is UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow([inert(cell) for cell in head])
    for row in rows:
        yield writer.writerow([inert(cell) for cell in row])


def xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> BinaryIO:
    """An XLSX file, written row by row so that its size doesn't count in memory."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append([_cell(sheet, cell) for cell in head])
    for row in rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    out = TemporaryFile()  # noqa: SIM115 - handed over to the response, which closes it
    book.save(out)
    out.seek(0)
    return out


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, int | float | dt.date):
        return value
    text = "" if value is None else str(value)
    try:
        made = WriteOnlyCell(sheet, value=text)
    except IllegalCharacterError:
        made = WriteOnlyCell(sheet, value="".join(c for c in text if c.isprintable()))
    # Text stays text, whatever it begins with.
    made.data_type = "s"
    return made
