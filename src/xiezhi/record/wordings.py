"""Which wording a document is printed in: the one in force for its agency on its day.

Read from the root of the tree down: a government's version holds for all below it; a version
further down counts while it still contains the one above it, and no longer when that has moved on.
A version that no longer fits what is declared counts for nothing: then the declaration does.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from xiezhi.identity.models import Organ
from xiezhi.identity.prepared import Among, Prepared, Slot
from xiezhi.procedure.documents import KINDS, DocumentKind
from xiezhi.procedure.documents.wording_checks import check_wording, contains
from xiezhi.procedure.documents.wording_pages import declared, worded
from xiezhi.record.models import Material, Wording

#: Where a document's values say which wording it was made in; no field can have this name.
KEY = "_wording"


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def newest(code: str, organ: Organ, on: dt.date) -> list[Wording]:
    """The version that has begun of each organ from the root down to this one."""
    return _NEWEST.all(code=code, paths=organ.chain(), on=on)


#: Asked for every document that is made.
_NEWEST = Prepared(
    lambda: (
        Wording.objects.filter(
            Among("organ__path", Slot("paths")), code=Slot("code"), starts_on__lte=Slot("on")
        )
        .select_related("organ", "material")
        .order_by("organ__path", "-number")
        .distinct("organ__path")
    )
)


def in_force(code: str, organ: Organ, on: dt.date) -> Wording | None:
    """The wording that a document of this organ is made in on a day; None is the declaration."""
    return _last_that_counts(newest(code, organ, on))


def all_in_force(organ: Organ, on: dt.date) -> dict[str, Wording]:
    """Of every document that has one, the wording in force here; one query."""
    found = Wording.objects.filter(organ__path__in=organ.chain(), starts_on__lte=on)
    rows = (
        found.select_related("organ", "material")
        .order_by("code", "organ__path", "-number")
        .distinct("code", "organ__path")
    )
    best = {code: _last_that_counts(one) for code, one in groupby(rows, key=lambda w: w.code)}
    return {code: wording for code, wording in best.items() if wording is not None}


def above(code: str, organ: Organ, on: dt.date) -> Wording | None:
    """The wording that this organ may only add to."""
    return _last_that_counts(w for w in newest(code, organ, on) if w.organ_id != organ.pk)


def _last_that_counts(from_the_root: Iterable[Wording]) -> Wording | None:
    best: Wording | None = None
    for wording in from_the_root:
        if fits(wording, best):
            best = wording
    return best


def fits(wording: Wording, base: Wording | None) -> bool:
    """Does it say what the declaration demands and what stands above it?"""
    if not _sound(wording.code, wording.text):
        return False
    must = what_must_stand(KINDS[wording.code], wording.organ, base)
    return must is None or not contains(wording.lines, must)


def what_must_stand(kind: DocumentKind, organ: Organ, base: Wording | None) -> Sequence[str] | None:
    """The lines an organ may only add to. A government with none above it words freely within the
    law; an agency adds to the government's wording, or else to the declaration's.
    """
    if base is not None:
        return base.lines
    return None if organ.kind == Organ.Kind.GOVERNMENT else declared(kind)


@lru_cache(maxsize=1024)
def _sound(code: str, text: str) -> bool:
    kind = KINDS.get(code)
    return kind is not None and not check_wording(kind, text.split("\n"))


def lines_of(wording: Wording | None, kind: DocumentKind) -> list[str]:
    """The lines of a version, or of the declaration."""
    return list(declared(kind)) if wording is None else wording.lines


# -- documents and their wording ------------------------------------------------------------------


def stamped(code: str, values: dict[str, Any], organ: Organ, on: dt.date) -> dict[str, Any]:
    """The values of a new document, with the wording it is made in where there is one."""
    kept = {key: value for key, value in values.items() if key != KEY}
    wording = in_force(code, organ, on)
    if wording is None:
        return kept
    mark = {"organ": wording.organ.name, "number": wording.number, "digest": wording.digest}
    return {**kept, KEY: mark}


def kind_of(material: Material) -> DocumentKind:
    """The kind of a document in the wording it was made in; KeyError for what is none of ours."""
    kind = KINDS[material.code]
    mark = material.values.get(KEY)
    return worded(kind, text_of(material.code, mark["digest"])) if mark else kind


def said_of(material: Material) -> str:
    """Whose version a document was made in, for pages; empty for the declaration's own words."""
    mark = material.values.get(KEY) if material.code in KINDS else None
    return f"{mark['organ']}第 {mark['number']} 版" if mark else ""


@lru_cache(maxsize=256)
def text_of(code: str, digest: str) -> str:
    """The words of a released version; whoever released the same words released the same."""
    found = Wording.objects.filter(code=code, digest=digest).select_related("material").first()
    if found is None:
        raise KeyError(f"no wording {digest} of {code}")
    return found.text


@dataclass(frozen=True, slots=True)
class Used:
    """A wording that documents of a File were made in."""

    title: str
    organ: str
    number: int
    text: str


def used(materials: Iterable[Material]) -> Iterator[Used]:
    """The wordings of these documents, each once."""
    seen: set[str] = set()
    for material in materials:
        mark = material.values.get(KEY) if material.code in KINDS else None
        if mark and mark["digest"] not in seen:
            seen.add(mark["digest"])
            text = text_of(material.code, mark["digest"])
            yield Used(material.title, mark["organ"], mark["number"], text)
