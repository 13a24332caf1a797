"""Tables out and in: no cell runs, no file unpacks to more than a sheet can be."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import certificate
from tests.registry.builders import an_item
from tests.security.conftest import browser
from tests.security.world import FORMULA, World
from xiezhi.identity.models import Organ
from xiezhi.record.exports import csv_lines, inert, xlsx
from xiezhi.record.models import CalendarYear, File
from xiezhi.registry.admin import cells
from xiezhi.registry.admin.calendars import read_notice
from xiezhi.registry.admin.pages import SheetPage

STARTS = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
    " =",
    "\u3000=",
    "\xa0=",
    "  @",
]
RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def runs(cell: str) -> bool:
    """As the most careless spreadsheet reads it."""
    return cell.strip().startswith(RUNS)


@pytest.mark.parametrize("start", STARTS)
def test_no_start_makes_a_formula(start: str) -> None:
    evil = f"{start}cmd|'/c calc'!A1"
    assert inert(evil) == f"'{evil}"
    assert cells.safe(evil) == f"'{evil}"
    text = "".join(csv_lines([evil], [[evil, 1]]))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert not [cell for row in rows for cell in row if runs(cell)]
    book: Any = openpyxl.load_workbook(xlsx("t", [evil], [[evil, 1]]))
    assert {c.data_type for row in book.active.iter_rows() for c in row} <= {"s", "n", "inlineStr"}


def test_the_list_of_cases_runs_nothing(world: World) -> None:
    File.objects.filter(pk=world.secret.file.pk).update(title=FORMULA, number="+1")
    client = browser(world.ours.head)
    answer: Any = client.get(reverse("desk:export", args=["csv"]))
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if runs(cell)]
    assert any(f"'{FORMULA}" in row for row in rows)
    answer = client.get(reverse("desk:export", args=["xlsx"]))
    raw = b"".join(answer.streaming_content)
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"HYPERLINK" in sheet


def exporting() -> list[str]:
    """Every register that can be taken away as a sheet, whoever adds one."""
    found = [m for m, page in admin.site._registry.items() if isinstance(page, SheetPage)]
    return sorted(f"{m._meta.app_label}_{m._meta.model_name}" for m in found)


def test_there_are_registers_to_take_away() -> None:
    assert len(exporting()) >= 4


@pytest.mark.parametrize("register", exporting())
def test_no_register_runs_anything(world: World, register: str) -> None:
    agency = world.ours.agency
    an_item(agency, name=FORMULA, supervision=FORMULA).save()
    certificate(world.ours.head, agency, FORMULA[:40], post=FORMULA, issuer=FORMULA)
    Organ.objects.filter(pk=agency.pk).update(address=FORMULA, duties=FORMULA)
    client = browser(world.root)
    address = reverse(f"admin:{register}_export")
    text = client.post(address, {"format": "1", "resource": "0"})
    assert text.status_code == 200
    rows = list(csv.reader(io.StringIO(text.content.decode("utf-8-sig"))))
    assert not [cell for row in rows for cell in row if runs(cell)]
    sheet = client.post(address, {"format": "0", "resource": "0"})
    with zipfile.ZipFile(io.BytesIO(sheet.content)) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


# -- coming in ------------------------------------------------------------------------------------


def book_of(sheet: bytes, *, more: dict[str, bytes] | None = None) -> bytes:
    """An XLSX file whose first sheet is these bytes."""
    made = io.BytesIO()
    book = openpyxl.Workbook()
    book.save(made)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(made) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            kept = sheet if name == "xl/worksheets/sheet1.xml" else source.read(name)
            target.writestr(name, (more or {}).get(name, kept))
    return out.getvalue()


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Smaller limits, so that a bomb needs less powder."""
    monkeypatch.setattr(cells, "LARGEST_CONTENT", 2 << 20)
    monkeypatch.setattr(cells, "MOST_ROWS", 200)


IN_WORDS = re.compile("[一-龥]")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_of(rows: str, dimension: str = "A1:B2") -> bytes:
    return (
        f'<worksheet {MAIN}><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
    ).encode()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
    + '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)
HUGE = "unpacks to more than a sheet can be"
BOMBS: dict[str, Callable[[], bytes]] = {
    HUGE: lambda: book_of(sheet_of(f'<row r="1">{cell("A1", "x" * (3 << 20))}</row>')),
    "says it has a million rows and columns": lambda: book_of(
        sheet_of(
            f'<row r="1">{cell("A1", "a")}</row><row r="1048576">{cell("XFD1048576", "b")}</row>',
            "A1:XFD1048576",
        )
    ),
    "has too many rows": lambda: book_of(
        sheet_of("".join(f"<row r='{n}'>{cell(f'A{n}', 'a')}</row>" for n in range(1, 300)))
    ),
    "defines entities": lambda: book_of(
        ENTITIES.encode() + sheet_of(f'<row r="1">{cell("A1", "&a8;&f;")}</row>')
    ),
    "defines entities in UTF-16": lambda: book_of(
        sheet_of(""), more={"xl/workbook.xml": f"\ufeff{ENTITIES}<x/>".encode("utf-16-le")}
    ),
    "is cut off": lambda: book_of(sheet_of(""))[:900],
    "is no book": lambda: b"PK\x03\x04" + b"\x00" * 200,
    "has a broken part": lambda: book_of(b"<worksheet"),
    "has no workbook": lambda: book_of(sheet_of(""), more={"xl/workbook.xml": b"<x/>"}),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_book_that_is_none_is_refused_in_words(narrow: None, what: str) -> None:
    with pytest.raises(ValueError, match=IN_WORDS):
        cells.XLSX().create_dataset(BOMBS[what]())


def test_a_size_that_lies_is_not_believed(narrow: None) -> None:
    """The archive's own directory says 10 bytes; the part unpacks to 3 MB."""
    raw = bytearray(BOMBS[HUGE]())
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as packed:
        true = packed.getinfo("xl/worksheets/sheet1.xml").file_size
    lied = bytes(raw).replace(true.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(ValueError, match=IN_WORDS):
        cells.XLSX().create_dataset(lied)


@pytest.mark.parametrize(
    "content",
    [
        b"a," * (1 << 20),
        b"x\n" * 300,
        b'"' + b"x" * (1 << 20),
        b"\xff\xfe\x00\x00",
        b"a\nb,c,d\n",
        b"\x00" * 1000,
    ],
)
def test_a_table_that_is_none_is_refused_in_words(narrow: None, content: bytes) -> None:
    with pytest.raises(ValueError):
        read_notice(content, year=2026, region="")


@pytest.mark.parametrize("what", ["defines entities", "is no book", "has a broken part"])
def test_the_import_page_says_so(world: World, what: str) -> None:
    upload = SimpleUploadedFile("x.xlsx", BOMBS[what]())
    posted = {"import_file": upload, "format": "0", "resource": "0"}
    answer = browser(world.root).post(reverse("admin:registry_item_import"), posted)
    assert answer.status_code == 200
    assert "root:x:0" not in answer.content.decode()
    assert "confirm_form" not in (answer.context or {})


@pytest.mark.parametrize("what", ["defines entities", "is no book", "is cut off"])
def test_the_calendar_page_says_so(world: World, what: str) -> None:
    posted = {
        "region": "",
        "year": "2031",
        "source": "x",
        "sheet": SimpleUploadedFile("x.xlsx", BOMBS[what]()),
    }
    answer = browser(world.root).post(reverse("admin:record_calendaryear_add"), posted)
    assert answer.status_code == 200
    assert not CalendarYear.objects.exists()
