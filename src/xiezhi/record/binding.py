"""From a File of the record to its bound volumes and to the package that verifies offline."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO

from django.utils import timezone

from xiezhi.procedure.documents import KINDS, Volume
from xiezhi.record import casefile, log, storage
from xiezhi.record.canonical import moment
from xiezhi.record.casefile import Bound, Item
from xiezhi.record.models import Entry, File, Material, Participant
from xiezhi.record.package import Member, Packed, entry_row, material_row, package
from xiezhi.record.renditions import PDF, rendition_of
from xiezhi.record.wordings import used

RECEIPT = "service.receipt"
VOLUMES = {"open": Volume.OPEN, "internal": Volume.INTERNAL}


def _materials(file: File) -> list[Material]:
    found = Material.objects.filter(file=file).select_related("blob", "file__agency")
    return list(found.order_by("seq", "title", "pk"))


def items_of(file: File) -> Iterator[Item]:
    """Everything in a File, ready to be bound; documents are rendered where they aren't yet."""
    found = _materials(file)
    for material in found:
        yield _item(material, follows(material, found))


def follows(material: Material, among: Iterable[Material]) -> str:
    """The code of the document that a receipt proves served; a receipt is bound behind it."""
    if material.code != RECEIPT:
        return ""
    delivered = {(d.get("title"), d.get("number")) for d in material.values.get("delivered") or []}
    codes = [m.code for m in among if (m.title, m.number) in delivered and m.seq <= material.seq]
    return codes[-1] if codes else ""


def _item(material: Material, after: str) -> Item:
    values = material.values
    blob = rendition_of(material).blob if material.code in KINDS else material.blob
    return Item(
        code=material.code,
        title=material.title,
        on=material.on,
        mime=blob.mime if blob else "",
        content=partial(storage.opened, blob.sha256 if blob else ""),
        number=material.number,
        author=material.file.agency.name if material.code in KINDS else "",
        sha256=blob.sha256 if blob else material.digest,
        size=blob.size if blob else 0,
        proves=str(values.get("proves") or ""),
        follows=after,
    )


def cover_of(file: File) -> dict[str, Any]:
    """What the cover says: read off the ledger and the closing document."""
    events = {e.kind: e.facts for e in Entry.objects.filter(file=file).order_by("seq")}
    closing = Material.objects.filter(file=file, code="case.closing").order_by("-seq").first()
    closed = closing.values if closing else {}
    archived = events.get("record.archive", {})
    handling = Participant.objects.filter(
        file=file, capacity=Participant.Capacity.HANDLER, ended_on=None
    ).select_related("person")
    known = {
        "case_name": file.title,
        "case_number": file.number,
        "cause": closed.get("cause") or _cause(file),
        "outcome": closed.get("outcome"),
        "filed_on": events.get("casework.file_case", {}).get("on"),
        "closed_on": events.get("decision.close", {}).get("on"),
        "officers": [
            {"name": p.person.name, "certificate": p.certificate} for p in handling.order_by("pk")
        ],
        "archived_on": archived.get("on"),
        "archive_number": archived.get("archive_number"),
        "retention": archived.get("retention"),
    }
    return {key: value for key, value in known.items() if value}


def _cause(file: File) -> str:
    """The cause as the first document of the case names it."""
    for material in Material.objects.filter(file=file).order_by("seq"):
        if cause := material.values.get("cause"):
            return str(cause)
    return file.title


def bound(file: File, volume: Volume, out: BinaryIO) -> Bound:
    """One volume as a single PDF, written to `out`."""
    return casefile.bind(
        items_of(file),
        volume,
        out,
        agency_name=file.agency.name,
        on=_day(file),
        cover=cover_of(file),
    )


def _day(file: File) -> dt.date:
    """The day of the newest entry: binding again later gives the same bytes."""
    last = Entry.objects.filter(file=file).order_by("-seq").first()
    return timezone.localdate(last.at) if last else file.opened_on


# ── the package ──────────────────────────────────────────────────────────────────────────────
def packed(file: File, out: BinaryIO) -> Packed:
    """The whole File as one ZIP with proofs; entries not yet in the log are sequenced first."""
    log.sequence_all()
    entries = list(Entry.objects.filter(file=file).order_by("seq"))
    head = log.checkpoint()
    return package(
        out,
        title=f"{file.number} {file.title}",
        file=str(file.pk),
        entries=[_entry(entry) for entry in entries],
        materials=[_material(material) for material in _materials(file)],
        proofs={str(entry.seq): log.proof_of_entry(entry) for entry in entries},
        checkpoint=head.note if head else "",
        members=members(file),
    )


def _entry(entry: Entry) -> dict[str, Any]:
    return entry_row(
        seq=entry.seq,
        at=moment(entry.at),
        actor=entry.actor_id,
        kind=entry.kind,
        salt=bytes(entry.salt).hex(),
        prev=bytes(entry.prev).hex(),
        body=entry.body,
        hash=bytes(entry.hash).hex(),
    )


def _material(material: Material) -> dict[str, Any]:
    return material_row(
        id=str(material.pk),
        seq=material.seq,
        kind=material.kind,
        code=material.code,
        title=material.title,
        number=material.number,
        on=material.on.isoformat(),
        fields=material.fields,
        blob=material.blob_id,
        digest=material.digest,
    )


def members(file: File) -> Iterator[Member]:
    """Bound volumes, the wordings of documents, documents, originals."""
    for volume in VOLUMES.values():
        name = casefile.VOLUME_NAMES[volume]
        yield Member(f"案卷/{name}.pdf", partial(_volume, file, volume), PDF)
    found = _materials(file)
    for wording in used(found):
        name = f"文书范本/{wording.title} {wording.organ}第{wording.number}版.txt"
        yield Member(name, partial(BytesIO, wording.text.encode()), "text/plain")
    for place, material in enumerate(found, 1):
        if material.code in KINDS:
            blob = rendition_of(material).blob
            path = f"文书/{place:03d} {material.title}.pdf"
            yield Member(path, partial(storage.opened, blob.sha256), PDF, str(material.pk))
        if material.blob is not None:
            path = f"原件/{place:03d} {material.title}{_ending(material.blob.mime)}"
            opened = partial(storage.opened, material.blob.sha256)
            yield Member(path, opened, material.blob.mime, str(material.pk))


def _ending(mime: str) -> str:
    """The usual ending of a file of this kind."""
    from mimetypes import guess_extension

    return guess_extension(mime.partition(";")[0]) or ""


def _volume(file: File, volume: Volume) -> BinaryIO:
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the packer closes it
    bound(file, volume, out)
    out.seek(0)
    return out
