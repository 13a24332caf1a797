"""The case file: order, page numbers, directory, damaged files."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
import pytest
from PIL import Image

from tests.record.document_samples import AGENCY, SHARED, sample
from tests.record.test_typesetting import squeezed, text_of, tool
from xiezhi.procedure.documents import KINDS, Volume
from xiezhi.record.casefile import Bound, Item, bind, in_binding_order
from xiezhi.record.typesetting import typeset

ON = dt.date(2026, 10, 12)
COVER = {
    "case_name": SHARED["case_name"],
    "cause": SHARED["cause"],
    "outcome": "罚款人民币叁仟元整",
    "archive_number": "20260057",
    "retention": "永久",
}


def opens(data: bytes) -> Callable[[], BinaryIO]:
    return lambda: io.BytesIO(data)


def document(code: str, on: dt.date = ON, follows: str = "", **values: Any) -> Item:
    kind = KINDS[code]
    number = f"澜市监{kind.series}〔2026〕57号" if kind.series else ""
    made = typeset(code, sample(code) | values, agency_name=AGENCY, number=number, on=on)
    return Item(
        code, kind.title, on, "application/pdf", opens(made.pdf), number, AGENCY, follows=follows
    )


def photo(kind: str = "jpeg", size: tuple[int, int] = (160, 90), **save: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (60, 110, 120)).save(out, kind, **save)
    return out.getvalue()


def bound(items: list[Item], volume: Volume = Volume.OPEN) -> tuple[Bound, bytes]:
    out = io.BytesIO()
    made = bind(items, volume, out, agency_name=AGENCY, on=ON, cover=COVER)
    return made, out.getvalue()


@pytest.fixture(scope="module")
def whole() -> list[Item]:
    return [
        document("service.receipt", follows="penalty.notice"),
        document("case.closing"),
        document("penalty.notice"),
        Item("audiovisual", "现场录像", ON, "video/mp4", opens(b"film"), sha256="ab" * 32, size=4),
        Item("documentary", "涉案食品照片", ON, "image/jpeg", opens(photo())),
        document("evidence.interview"),
        document("inquiry.report"),
        document("service.receipt", follows="penalty.decision"),
        document("penalty.decision"),
        document("filing.approval"),
        document("review.opinion"),
    ]


def test_each_volume_has_its_order(whole: list[Item]) -> None:
    """正卷: filing, decision and its receipt, other served papers, evidence (law ref. 4.6)."""
    assert [item.title for item in in_binding_order(whole, Volume.OPEN)] == [
        "立案审批表", "行政处罚决定书", "送达回证", "行政处罚告知书", "送达回证", "询问笔录",
        "涉案食品照片", "现场录像",
    ]  # fmt: skip
    assert [item.title for item in in_binding_order(whole, Volume.INTERNAL)] == [
        "案件调查终结报告", "重大执法决定法制审核意见书", "结案审批表",
    ]  # fmt: skip


def test_the_directory_leads_to_the_right_pages(whole: list[Item], tmp_path: Path) -> None:
    made, pdf = bound(whole)
    pages = text_of(pdf, tmp_path).split("\f")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        front = len(opened.pages) - made.pages - 2
        with opened.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert titles[:2] == ["行政执法案卷", "卷内目录"]
    assert titles[-2:] == ["卷内备考表", "封底"]
    for row in made.rows:
        first = int(str(row["page"]).split("—")[0])
        on_page = squeezed(pages[front + first - 1])
        assert row["title"] in on_page or row["title"] == "现场录像"
        assert re.search(rf"(^|\D){first}($|\D)", on_page)
        assert row["title"] in squeezed(pages[1])
    assert made.rows[-1]["page"] == str(made.pages)


def test_the_volume_is_archival_and_readable(whole: list[Item], tmp_path: Path) -> None:
    path = tmp_path / "v.pdf"
    made, pdf = bound(whole)
    path.write_bytes(pdf)
    tool("qpdf", "--check", path=path)
    tool("pdffonts", path=path)
    assert f"Pages:           {made.pages + 4}" in tool("pdfinfo", path=path)
    assert (hashlib.sha256(pdf).hexdigest(), len(pdf)) == (made.sha256, made.size)
    with pikepdf.open(path) as opened, opened.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert opened.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_the_same_case_gives_the_same_bytes(whole: list[Item]) -> None:
    assert bound(whole)[0].sha256 == bound(whole)[0].sha256


def test_a_foreign_pdf_is_bound_but_no_longer_called_archival(tmp_path: Path) -> None:
    foreign = pikepdf.new()
    foreign.add_blank_page(page_size=(842, 595))
    foreign.pages[0].obj.Rotate = 90
    data = io.BytesIO()
    foreign.save(data)
    item = Item("documentary", "租赁合同", ON, "application/pdf", opens(data.getvalue()))
    made, pdf = bound([item])
    assert made.pages == 1
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        assert "pdfaid:part" not in metadata
    assert text_of(pdf, tmp_path).split("\f")[2].strip() == "1"


DAMAGED = [
    ("application/pdf", b""),
    ("application/pdf", b"%PDF-1.7 and then nothing"),
    ("image/jpeg", b"\xff\xd8\xff\xe0 <?php"),
    ("image/png", photo("png")[:40]),
    ("application/zip", b"PK"),
]


@pytest.mark.parametrize(("mime", "data"), DAMAGED)
def test_what_cannot_be_printed_is_described(mime: str, data: bytes, tmp_path: Path) -> None:
    digest = hashlib.sha256(data).hexdigest()
    item = Item("electronic", "数据", ON, mime, opens(data), sha256=digest, size=len(data))
    made, pdf = bound([item])
    assert made.pages == 1
    page = squeezed(text_of(pdf, tmp_path).split("\f")[2])
    assert "音像、电子资料载体说明" in page
    assert digest in page


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "webp"])
def test_pictures_are_bound(kind: str) -> None:
    item = Item("documentary", "照片", ON, f"image/{kind}", opens(photo(kind)))
    _, pdf = bound([item])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.pages[2].get_images()


def test_an_empty_volume_still_has_its_binding() -> None:
    made, pdf = bound([document("case.closing")])
    assert (made.pages, made.rows) == (0, ())
    assert pdf.startswith(b"%PDF")
