"""案卷: the finished case file, bound from its documents and evidence into volumes.

Order, page numbers, directory and remarks follow the rules for penalty case files (law reference
4.6): the open volume 正卷 can be shown to whoever may read the file, the internal volume 副卷 holds
what stays inside the agency. Cover, directory, remarks and back carry no page number.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
import typst

from xiezhi.procedure.documents import KINDS, Volume, missing
from xiezhi.procedure.penalties import EvidenceKind
from xiezhi.record.pictures import fits
from xiezhi.record.typesetting import Typeset, typeset, typeset_folios, typeset_image
from xiezhi.ui.text import cndate

__all__ = ["Bound", "Item", "bind", "in_binding_order", "missing", "volume_of"]

VOLUME_NAMES = {Volume.OPEN: "正卷", Volume.INTERNAL: "副卷"}
_EVIDENCE_ORDER = 520
_LAST = 800
_EVIDENCE = [kind.value for kind in EvidenceKind]
_PICTURES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
}
#: Page numbers are typeset in batches, so that a very thick file needs no more memory.
_FOLIOS_AT_ONCE = 500
#: Packed bytes; unpacked they are at most a thousand times as many.
_LARGEST_METADATA = 64 << 10


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in the File that is bound: a document's PDF, a picture, a recording.

    `code` is a document code or one of the eight kinds of evidence; `follows` the code of the
    document behind which it is bound (a receipt behind what it proves served). `content` opens
    the bytes anew each time it is asked.
    """

    code: str
    title: str
    on: dt.date
    mime: str
    content: Callable[[], BinaryIO]
    number: str = ""
    author: str = ""
    sha256: str = ""
    size: int = 0
    duration: str = ""
    proves: str = ""
    follows: str = ""
    volume: Volume | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound volume: its file, its numbered pages, the rows of its directory."""

    sha256: str
    size: int
    pages: int
    rows: tuple[dict[str, Any], ...]


def volume_of(item: Item) -> Volume:
    """Evidence and unknown material is bound in the open volume unless somebody said otherwise."""
    kind = KINDS.get(item.follows or item.code)
    return item.volume or (kind.volume if kind else Volume.OPEN)


def in_binding_order(items: Iterable[Item], volume: Volume) -> list[Item]:
    """The items of a volume in the order in which they are bound; equals by day, as they came."""
    mine = (item for item in items if volume_of(item) is volume)
    return sorted(mine, key=lambda item: (*_place(item), item.on))


def _place(item: Item) -> tuple[int, int]:
    if item.follows in KINDS:
        return KINDS[item.follows].order, 1
    if item.code in KINDS:
        return KINDS[item.code].order, 0
    if item.code in _EVIDENCE:
        return _EVIDENCE_ORDER + _EVIDENCE.index(item.code), 0
    return _LAST, 0


def bind(
    items: Iterable[Item],
    volume: Volume,
    out: BinaryIO,
    *,
    agency_name: str,
    on: dt.date,
    cover: Mapping[str, Any],
    remarks: Mapping[str, Any] | None = None,
) -> Bound:
    """Write one volume to `out`: cover, directory, numbered pages, remarks, back.

    `cover` holds the values of `file.cover` that the caller knows (case_name, cause, outcome,
    archive_number …), `remarks` those of `file.remarks`. The same input gives the same bytes.
    """
    name = VOLUME_NAMES[volume]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        binder = _Binder(agency_name, on, name, folder, stack)
        parts = [binder.part(number, item) for number, item in enumerate(_of(items, volume))]
        rows = tuple(_directory(parts))
        pages = sum(len(part.pdf.pages) for part in parts)
        counted = {"volume_name": name, "pages": pages, "items": len(parts)}
        front = [
            binder.page("file.cover", {**cover, **counted}),
            binder.page("file.directory", {**cover, **counted, "entries": list(rows)}),
        ]
        back = [
            binder.page("file.remarks", {**(remarks or {}), **counted}),
            binder.page("file.back", dict(cover)),
        ]
        whole = binder.joined(front, parts, back)
        _mark(whole, f"{cover.get('case_name', '')}（{name}）", [*front, *back, *parts])
        finished = folder / "bound.pdf"
        whole.save(finished, deterministic_id=True, min_version="1.7")
        return _hand_over(finished, out, pages, rows)


def _of(items: Iterable[Item], volume: Volume) -> list[Item]:
    return in_binding_order(items, volume)


@dataclass
class _Part:
    """An item turned into pages."""

    title: str
    pdf: pikepdf.Pdf
    item: Item | None = None


@dataclass
class _Binder:
    """The agency, the day and the working folder of one binding."""

    agency: str
    on: dt.date
    volume: str
    folder: Path
    stack: ExitStack

    def page(self, code: str, values: Mapping[str, Any]) -> _Part:
        made = self._typeset(code, values)
        return _Part(KINDS[code].title, self._opened(f"{code}.pdf", made.pdf))

    def part(self, number: int, item: Item) -> _Part:
        """The pages of an item; what can't be printed is bound as a page that describes it."""
        source = self.folder / f"{number}{_PICTURES.get(item.mime, '.pdf')}"
        try:
            if item.mime == "application/pdf":
                _copy(item, source)
                pdf = self.stack.enter_context(pikepdf.open(source))
                if len(pdf.pages):
                    return _Part(item.title, pdf, item)
            elif item.mime in _PICTURES:
                _copy(item, source)
                if fits(source):
                    return self._picture(number, item, source)
        except (pikepdf.PdfError, pikepdf.PasswordError, typst.TypstError, RuntimeError):
            pass  # a damaged or locked file stays evidence: it is described instead
        return self._described(number, item)

    def _picture(self, number: int, item: Item, source: Path) -> _Part:
        note = "　".join(filter(None, [item.number, cndate(item.on), item.proves]))
        made = typeset_image(
            source, title=item.title, note=note, agency_name=self.agency, on=self.on
        )
        return _Part(item.title, self._opened(f"picture-{number}.pdf", made.pdf), item)

    def _described(self, number: int, item: Item) -> _Part:
        values = {
            "name": item.title,
            "number": item.number,
            "made_on": item.on.isoformat(),
            "mime": item.mime,
            "size": f"{item.size:,} 字节" if item.size else "",
            "duration": item.duration,
            "fingerprint": item.sha256 or "未登记",
            "proves": item.proves,
        }
        made = self._typeset("file.media", values)
        return _Part(item.title, self._opened(f"media-{number}.pdf", made.pdf), item)

    def _typeset(self, code: str, values: Mapping[str, Any]) -> Typeset:
        return typeset(code, values, agency_name=self.agency, number="", on=self.on)

    def _opened(self, name: str, pdf: bytes) -> pikepdf.Pdf:
        path = self.folder / name
        path.write_bytes(pdf)
        return self.stack.enter_context(pikepdf.open(path))

    def joined(
        self, front: Sequence[_Part], parts: Sequence[_Part], back: Sequence[_Part]
    ) -> pikepdf.Pdf:
        """All pages in one document, with an outline, the middle ones numbered."""
        whole = self.stack.enter_context(pikepdf.new())
        starts = []
        for part in (*front, *parts, *back):
            starts.append((part.title, len(whole.pages)))
            whole.pages.extend(part.pdf.pages)
        with whole.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(title, at) for title, at in starts)
        first = sum(len(part.pdf.pages) for part in front)
        self._number(whole, first, sum(len(part.pdf.pages) for part in parts))
        return whole

    def _number(self, whole: pikepdf.Pdf, first: int, count: int) -> None:
        for start in range(0, count, _FOLIOS_AT_ONCE):
            pages = whole.pages[first + start : first + min(start + _FOLIOS_AT_ONCE, count)]
            sizes = [_size(page) for page in pages]
            made = typeset_folios(sizes, first=start + 1, agency_name=self.agency, on=self.on)
            folios = self._opened(f"folios-{start}.pdf", made.pdf)
            for page, folio in zip(pages, folios.pages, strict=True):
                _lay_over(whole, page, folio)


def _lay_over(whole: pikepdf.Pdf, page: pikepdf.Page, folio: pikepdf.Page) -> None:
    """As Page.add_overlay, but under a fixed name: the same case gives the same bytes."""
    form = whole.copy_foreign(folio.as_form_xobject())
    name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/XiezhiFolio"))
    there = pikepdf.Rectangle(page.cropbox)
    placed = page.calc_form_xobject_placement(
        form, name, there, invert_transformations=True, allow_shrink=False, allow_expand=False
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + placed)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height as the reader sees the page (turned pages included)."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    wide, high = right - left, top - bottom
    turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
    return (high, wide) if turned else (wide, high)


def _directory(parts: Sequence[_Part]) -> Iterator[dict[str, Any]]:
    page = 1
    for number, part in enumerate(parts, 1):
        last = page + len(part.pdf.pages) - 1
        item = part.item
        yield {
            "no": number,
            "number": item.number if item else "",
            "author": item.author if item else "",
            "title": part.title,
            "date": item.on.isoformat() if item else None,
            "page": str(page) if last == page else f"{page}—{last}",
        }
        page = last + 1


def _mark(whole: pikepdf.Pdf, title: str, parts: Sequence[_Part]) -> None:
    """Title and language; PDF/A-2b only if every part said it was PDF/A itself."""
    whole.Root.Lang = pikepdf.String("zh-CN")
    whole.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    archival = all(_is_archival(part.pdf) for part in parts)
    if archival:
        whole.Root.OutputIntents = whole.copy_foreign(parts[0].pdf.Root.OutputIntents)
    with whole.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = title
        if archival:
            metadata["pdfaid:part"] = "2"
            metadata["pdfaid:conformance"] = "B"


def _is_archival(pdf: pikepdf.Pdf) -> bool:
    said = pdf.Root.get("/Metadata")
    if not isinstance(said, pikepdf.Stream) or not _unpacks_small(said):
        return False
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return metadata.get("pdfaid:part") in ("1", "2")


def _unpacks_small(stream: pikepdf.Stream) -> bool:
    """Packed at most once and short: what says of itself that it is PDF/A may be a bomb."""
    packed = stream.get("/Filter")
    once = packed is None or packed == pikepdf.Name.FlateDecode
    return once and len(stream.read_raw_bytes()) <= _LARGEST_METADATA


def _copy(item: Item, to: Path) -> None:
    with item.content() as source, to.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _hand_over(
    finished: Path, out: BinaryIO, pages: int, rows: tuple[dict[str, Any], ...]
) -> Bound:
    hasher, size = hashlib.sha256(), 0
    with finished.open("rb") as source:
        while chunk := source.read(1 << 20):
            hasher.update(chunk)
            size += len(chunk)
            out.write(chunk)
    return Bound(hasher.hexdigest(), size, pages, rows)
