"""A document on the screen: the same blocks that the typesetter lays out, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.vocabulary import EVIDENCE_KINDS
from xiezhi.record.blocks import Block, Own, Page
from xiezhi.record.models import File, Material
from xiezhi.record.wordings import kind_of
from xiezhi.ui.text import cndate

_EVIDENCE = dict(EVIDENCE_KINDS)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A material ready to be read: a document as blocks, evidence as facts."""

    material: Material
    agency: str
    title: str
    number: str
    blocks: list[Block]
    facts: list[tuple[str, Any]]


def leaf(file: File, material: Material) -> Leaf:
    """The contents of a material; `blocks` is empty for what isn't a document of ours."""
    if material.code not in KINDS:
        return Leaf(material, file.agency.name, material.title, "", [], evidence_facts(material))
    kind = kind_of(material)
    own = Own(file.agency.name, material.number, cndate(material.on))
    blocks = Page(kind, material.values, own).blocks()
    return Leaf(material, file.agency.name, kind.title, material.number, blocks, [])


_LABELS = {"proves": "证明对象", "copies": "数量", "source": "来源", "place": "地点"}


def evidence_facts(material: Material) -> list[tuple[str, Any]]:
    """Kind, what it proves, how many, and the stored object behind it."""
    found: list[tuple[str, Any]] = [("种类", _EVIDENCE.get(material.code, material.code))]
    values = material.values
    found += [(label, values.get(name)) for name, label in _LABELS.items()]
    found.append(("日期", cndate(material.on)))
    if material.blob is not None:
        found.append(("文件格式", material.blob.mime))
        found.append(("文件指纹", material.blob.sha256))
    return found
