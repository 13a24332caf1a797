"""What the File knows of persons who aren't punished: names, numbers, addresses to be covered.

Detectors find what looks like a telephone; only the File knows that 赵小梅 is a witness. Both are
run over every text of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xiezhi.casework.models import Party
from xiezhi.disclosure.rules import is_natural
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.model import FieldKind
from xiezhi.procedure.redaction import Known
from xiezhi.record.models import File, Material, Participant

#: Text fields of documents that name a person, and the class their content is covered as.
_PERSONS: Mapping[str, str] = {
    "witness": "name",
    "present": "name",
    "agent": "name",
    "receiver": "name",
    "recipient": "name",
    "reporter": "reporter",
    "reporter_contact": "reporter",
    "agent_phone": "phone",
}
#: Parts of a person's block: what is covered of somebody who isn't the party.
_PARTS: Mapping[str, str] = {"id_number": "id", "phone": "phone", "address": "address"}
_SEPARATORS = str.maketrans("，,；;／/　\n", "、、、、、、、、")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`protected` are public names inside which nothing is covered (赵小梅小吃店)."""

    items: tuple[Known, ...]
    protected: tuple[str, ...]


def knowledge_of(file: File) -> Knowledge:
    """Everything the File knows that a page mustn't say; two queries and the materials."""
    parties = _PARTIES.all(file=file.pk)
    public = {name for (name,) in _PEOPLE.rows(file=file.pk)}
    found = {item for party in parties for item in _of_party(party)}
    spared: set[str] = set()
    for code, fields in _MATERIALS.rows(file=file.pk):
        values = Material(fields=fields).values
        found |= set(_of_material(code, values))
        spared |= _spared(values)
    for party in parties:
        if is_natural(party.kind) and (party.name in spared or not party.answers):
            found.add(Known(party.name, "name"))
        else:
            public.add(party.name)
    kept = {item for item in found if item.value not in public and len(item.value) >= 2}
    ordered = sorted(kept, key=lambda item: (-len(item.value), item.value, item.covering))
    return Knowledge(tuple(ordered), tuple(sorted(public, key=len, reverse=True)))


_PARTIES = Prepared(lambda: Party.objects.filter(file=Slot("file")))
_PEOPLE = Prepared(
    lambda: Participant.objects.filter(file=Slot("file")).values_list("person__name")
)
_MATERIALS = Prepared(
    lambda: Material.objects.filter(file=Slot("file")).values_list("code", "fields")
)


def _spared(values: Mapping[str, Any]) -> set[str]:
    """Those whom a decision on several parties doesn't punish."""
    main = values.get("party")
    if not isinstance(main, Mapping):
        return set()
    blocks = (main, *(main.get("joint") or ()))
    return {str(block.get("name")) for block in blocks if block.get("spared")}


def _of_party(party: Party) -> Iterator[Known]:
    """Of the party itself: all that is private; of an organisation, who stands behind it."""
    yield from _known(party.id_number, "id")
    yield from _known(party.phone, "phone")
    yield from _known(party.legal_rep, "name")
    if is_natural(party.kind):
        yield from _known(party.address, "address")


def _of_material(code: str, values: Mapping[str, Any]) -> Iterator[Known]:
    kind = KINDS.get(code)
    for field in kind.fields if kind else ():
        value = values.get(field.name)
        if field.name in _PERSONS and isinstance(value, str):
            yield from _several(value, _PERSONS[field.name])
        elif field.kind is FieldKind.PARTY and isinstance(value, Mapping):
            yield from _of_person(value, other=field.name != "party")
        elif field.name == "participants" and isinstance(value, list):
            for row in value:
                yield from _known(str(row.get("name") or ""), "name")
    for signed in (values.get("signed") or {}).values():
        if isinstance(signed, Mapping):
            yield from _several(str(signed.get("name") or ""), "name")


def _of_person(block: Mapping[str, Any], *, other: bool) -> Iterator[Known]:
    for each in block.get("joint") or ():
        yield from _of_person(each, other=other)
    natural = other or is_natural(str(block.get("kind") or ""))
    for part, covering in _PARTS.items():
        if natural or part != "address":
            yield from _known(str(block.get(part) or ""), covering)
    yield from _known(str(block.get("legal_rep") or ""), "name")
    if other:
        yield from _known(str(block.get("name") or ""), "name")


def _several(text: str, covering: str) -> Iterator[Known]:
    for one in text.translate(_SEPARATORS).split("、"):
        yield from _known(one, covering)


def _known(text: str, covering: str) -> Iterator[Known]:
    """Masked values and 保密 name nobody."""
    kept = text.strip()
    if kept and "*" not in kept and kept not in ("保密", "无", "匿名"):
        yield Known(kept, covering)
