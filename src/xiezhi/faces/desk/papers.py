"""材料: what lies in the File, in the order of the case file 案卷, and what it still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from xiezhi.faces.desk.actforms import form_of
from xiezhi.faces.desk.addresses import act_url, material_url
from xiezhi.faces.desk.dossier import Dossier, Line
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents import Volume, title_of
from xiezhi.procedure.documents.completeness import lacking as documents_lacking
from xiezhi.procedure.documents.vocabulary import EVIDENCE_KINDS
from xiezhi.procedure.steps import Step
from xiezhi.record import casefile
from xiezhi.record.binding import VOLUMES, follows
from xiezhi.record.canonical import material_digest
from xiezhi.record.casefile import Item
from xiezhi.record.models import Material
from xiezhi.ui.text import cndate_short

_EVIDENCE = dict(EVIDENCE_KINDS)


@dataclass(frozen=True, slots=True)
class Paper:
    """A row of the list, as `{% doc %}` takes it."""

    title: str
    url: str = ""
    meta: str = ""
    size: str = ""
    icon: str = "file"
    seen: bool = False
    missing: bool = False
    verb: str = ""
    verb_url: str = ""


def _item(material: Material, among: list[Material]) -> Item:
    """A material as the binder sees it, for its place in the case file only."""
    after = follows(material, among)
    return Item(material.code, material.title, material.on, "", BytesIO, follows=after)


def by_volume(materials: list[Material]) -> dict[Volume, list[Material]]:
    """As they will be bound: 正卷 and 副卷, each in the order of the case file rules."""
    pairs = [(_item(m, materials), m) for m in materials]
    known = {id(item): material for item, material in pairs}
    items = [item for item, _ in pairs]
    return {
        volume: [known[id(item)] for item in casefile.in_binding_order(items, volume)]
        for volume in VOLUMES.values()
    }


def in_order(materials: list[Material]) -> list[Material]:
    """All of them, 正卷 before 副卷."""
    return [m for volume in by_volume(materials).values() for m in volume]


def papers(dossier: Dossier) -> list[Paper]:
    """What lies in the File."""
    return [paper(dossier, material) for material in in_order(dossier.materials)]


def paper(dossier: Dossier, material: Material) -> Paper:
    said = [material.number, _EVIDENCE.get(material.code, "")]
    said.append(cndate_short(material.on, dossier.today))
    return Paper(
        title=material.title,
        url=material_url(dossier.file.pk, material.pk),
        meta="，".join(filter(None, said)),
        size=size_of(material),
        icon=icon_of(material),
    )


def size_of(material: Material) -> str:
    """Pages of a document, bytes of anything else."""
    pages = getattr(material, "pages", None)
    if pages:
        return f"{pages} 页"
    return bytes_of(material.blob.size) if material.blob else ""


def bytes_of(size: int) -> str:
    """1.2 GB, 38 MB, 12 KB."""
    left: float = size
    for unit in ("B", "KB", "MB", "GB"):
        if left < 1000:
            return f"{left:.1f} {unit}" if left < 10 and unit != "B" else f"{left:.0f} {unit}"
        left /= 1000
    return f"{left:.1f} TB"


_ICONS = {"image": "photo", "video": "video", "audio": "audio"}


def icon_of(material: Material) -> str:
    mime = material.blob.mime if material.blob else ""
    return _ICONS.get(mime.partition("/")[0], "file")


def lacking(dossier: Dossier) -> list[Reason]:
    """What the case file still lacks of the stages that were reached."""
    order = [stage.code for stage in dossier.kind.stages]
    reached = order.index(dossier.standing.stage.code)
    closed = dossier.standing.has("decision.close")
    found = documents_lacking(dossier.kind.together, (m.code for m in dossier.materials))
    return [r for r in found if closed or _reached(dossier, r, order[: reached + 1])]


def _reached(dossier: Dossier, reason: Reason, stages: list[str]) -> bool:
    step = maker(dossier, reason)
    return step is not None and step.stage in stages


def maker(dossier: Dossier, reason: Reason) -> Step | None:
    """The step that leaves the wanted document behind."""
    return next((s for s in dossier.kind.steps if reason.field in s.documents), None)


def gaps(dossier: Dossier) -> Iterator[Paper]:
    """Missing documents as dashed rows, each with the button that fills it."""
    for reason in lacking(dossier):
        step = maker(dossier, reason)
        fillable = step is not None and form_of(step.act) is not None and dossier.may(step.act)
        url = act_url(dossier.file.pk, step.act) if step and fillable else ""
        yield Paper(
            title=title_of(reason.field or ""),
            meta=f"还缺。{reason.say}。{reason.cite}",
            missing=True,
            verb="填写" if url else "",
            verb_url=url,
        )


def unchanged(material: Material, entry: Line) -> bool:
    """Is the material what its entry wrote down? Both its digest and its contents are asked."""
    made = material_digest(
        kind=material.kind,
        code=material.code,
        title=material.title,
        number=material.number,
        on=material.on,
        fields=material.fields,
        blob=material.blob_id,
    )
    said = {str(m["id"]): m["digest"] for m in entry.facts.get("materials", [])}
    return made == material.digest == said.get(str(material.pk))
