"""文书 as PDF: values in, bytes out. The same input gives the same bytes, today or in ten years.

Renditions are made after the act is committed, on first need, and may be made again elsewhere:
so nothing here knows a clock, a random number, the system's fonts or the database. Output is
PDF/A-2a and PDF/UA-1 (tagged, all fonts embedded).

A layout version is a folder of Typst files. Once documents have been served with a version it
is never edited: a new look is a new folder, and old documents keep the one they were made with.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from xiezhi.procedure.documents import KINDS, DocumentKind, Layout, Volume
from xiezhi.record.blocks import Own, Page
from xiezhi.record.glyphs import font_folder, printable
from xiezhi.record.qr import qr_svg
from xiezhi.ui.text import cndate

#: The layout in which new documents are set.
VERSION = "1"

_TEMPLATES = Path(__file__).parent / "typst"
_STANDARDS: list[Any] = ["a-2a", "ua-1"]
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF."""

    pdf: bytes
    pages: int
    sha256: str


def typeset(
    kind_code: str | DocumentKind,
    values: Mapping[str, Any],
    *,
    agency_name: str,
    number: str,
    on: dt.date,
    verify_url: str | None = None,
    version: str = VERSION,
    draft: bool = False,
) -> Typeset:
    """Lay out one document, given by its code, or as a kind in a wording of its own.

    `values` are those that `documents.check` let pass. `draft` marks it as not issued and leaves
    out the code. Raises KeyError for an unknown kind or a version that doesn't exist.
    """
    kind = kind_code if isinstance(kind_code, DocumentKind) else KINDS[kind_code]
    own = Own(agency_name, number, cndate(on))
    data = _laid_out(kind, values, own, on) | {
        "qr": qr_svg(verify_url) if verify_url and kind.qr and not draft else None,
        "draft": draft,
    }
    return _finished(_compiler(version, "document.typ"), data, on)


def pictures(
    kind: DocumentKind,
    values: Mapping[str, Any],
    *,
    agency_name: str,
    number: str,
    on: dt.date,
    ppi: float = 100,
) -> list[bytes]:
    """The pages of a draft as PNG, to be looked at on a screen."""
    data = _laid_out(kind, values, Own(agency_name, number, cndate(on)), on)
    text = _as_text(data | {"qr": None, "draft": True})
    with _ONE_AT_A_TIME:
        made = _compiler(VERSION, "document.typ").compile(
            format="png", sys_inputs={"data": text}, ppi=ppi
        )
    if made is None:
        raise TypeError("the typesetter gave no document")
    return [made] if isinstance(made, bytes) else made


def _laid_out(
    kind: DocumentKind, values: Mapping[str, Any], own: Own, on: dt.date
) -> dict[str, Any]:
    """What the templates are given of a document."""
    return {
        "layout": kind.layout.value,
        "title": kind.title,
        "by_party": kind.by_party,
        "numbered": kind.volume is not Volume.BINDING,
        "volume": str(values.get("volume_name") or "") if kind.layout is Layout.COVER else "",
        "agency": own.agency,
        "number": own.number,
        "day": [on.year, on.month, on.day],
        "date": own.date,
        "blocks": Page(kind, values, own).blocks(),
        "each_page": [s.label for s in kind.signers if s.each_page],
    }


def typeset_image(
    image: Path, *, title: str, note: str, agency_name: str, on: dt.date, version: str = VERSION
) -> Typeset:
    """A photograph or scan (JPEG, PNG, GIF, WebP) on a page of its own, upright.

    Raises `typst.TypstError` for a file that is no such picture.
    """
    data = {
        "title": title,
        "note": note,
        "agency": agency_name,
        "day": [on.year, on.month, on.day],
        "file": f"/{image.name}",
    }
    with tempfile.TemporaryDirectory() as folder:
        # The typesetter reads only inside its root: layout and picture meet in a folder.
        for part in ("image.typ", "style.typ"):
            shutil.copy(_TEMPLATES / version / part, folder)
        (Path(folder) / image.name).symlink_to(image.resolve())
        compiler = typst.Compiler(
            input=str(Path(folder) / "image.typ"),
            root=folder,
            font_paths=_fonts(),
            ignore_system_fonts=True,
        )
        return _finished(compiler, data, on)


def typeset_folios(
    sizes: list[tuple[float, float]], *, first: int, agency_name: str, on: dt.date
) -> Typeset:
    """Pages of these sizes (pt) that carry only the page number, to be laid over others."""
    data = {
        "sizes": sizes,
        "first": first,
        "agency": agency_name,
        "day": [on.year, on.month, on.day],
        "title": "页号",
    }
    return _finished(_compiler(VERSION, "folio.typ"), data, on, standards=["a-2b"])


def _finished(
    compiler: typst.Compiler,
    data: dict[str, Any],
    on: dt.date,
    standards: Sequence[Any] = _STANDARDS,
) -> Typeset:
    text = _as_text(data)
    at = dt.datetime(on.year, on.month, on.day, tzinfo=dt.UTC)
    with _ONE_AT_A_TIME:
        made = compiler.compile(
            format="pdf", sys_inputs={"data": text}, pdf_standards=list(standards), timestamp=at
        )
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no document")
    pdf = _readable(made)
    return Typeset(pdf, _page_count(pdf), hashlib.sha256(pdf).hexdigest())


def _as_text(data: dict[str, Any]) -> str:
    return json.dumps(_printable(data), ensure_ascii=False, sort_keys=True)


def _readable(pdf: bytes) -> bytes:
    """`/Suspects false` is the default and correct, but poppler 22 complains of it: say null."""
    return pdf.replace(b"/Suspects false", b"/Suspects null ")


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: v if key == "qr" else _printable(v) for key, v in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(v) for v in value]
    return value


@cache
def _compiler(version: str, main: str) -> typst.Compiler:
    """One per process and layout: it keeps the fonts open and the templates parsed."""
    folder = _TEMPLATES / version
    if not (folder / main).is_file():
        raise KeyError(f"there is no layout version {version}")
    return typst.Compiler(
        input=str(folder / main), root=str(folder), font_paths=_fonts(), ignore_system_fonts=True
    )


@cache
def _fonts() -> typst.Fonts:
    """Ours and no others: what the machine has installed must not change a document."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )


def _page_count(pdf: bytes) -> int:
    """As the document's own metadata says."""
    found = re.search(rb"<xmpTPg:NPages>(\d+)</xmpTPg:NPages>", pdf)
    if found is None:
        raise ValueError("the document doesn't say how many pages it has")
    return int(found[1])
