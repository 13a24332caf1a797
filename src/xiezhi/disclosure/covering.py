"""Covering a document's values before they are laid out as a public page.

Every text goes the same way: names of persons who aren't punished become 李某, values that the
File knows and whatever looks personal become a mark, passages that the publisher named as well.
What is found is covered at once; it must be answered for before anything is signed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from xiezhi.disclosure import catalogue
from xiezhi.disclosure.known import Knowledge
from xiezhi.disclosure.leaf import escape, mark
from xiezhi.disclosure.rules import is_natural, masked
from xiezhi.disclosure.shown import Shown
from xiezhi.procedure.detectors import Finding
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.redaction import Known, redact


@dataclass(frozen=True, slots=True)
class Passage:
    """What a publisher covers by hand: the words, their class, and why if the class doesn't say."""

    text: str
    covering: str


@dataclass(frozen=True, slots=True)
class Open:
    """A value that looks personal: where it stands, and whether it was answered for."""

    key: str
    field: str
    covering: str
    context: str
    certain: bool
    answered: bool


@dataclass
class Coverer:
    """Covers texts of one File; remembers what was found, what was covered, by whom."""

    knowledge: Knowledge
    answers: Mapping[str, bool] = field(default_factory=dict)
    passages: Iterable[Passage] = ()
    harmless: Collection[str] = ()
    found: dict[str, Open] = field(default_factory=dict)
    log: list[dict[str, Any]] = field(default_factory=list)
    renamed: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        names = [k.value for k in self.knowledge.items if k.covering == "name"]
        whole = [n for n in names if not any(n in p for p in self.knowledge.protected)]
        self._names = _pattern(names)
        self._protected = _pattern(self.knowledge.protected)
        self._known = [
            k for k in self.knowledge.items if k.covering != "name" or k.value in whole
        ] + [Known(p.text, p.covering) for p in self.passages if p.text.strip()]

    def text(self, raw: str, name: str) -> str:
        """One text, covered; what stands under a mark is not in the result."""
        renamed = self._rename(escape(raw))
        made = redact(renamed, self._known, answers=self.answers, public=self.harmless)
        for finding in made.findings:
            self._note(finding, renamed, name, still_open=finding in made.open)
        at = 0
        pieces: list[str] = []
        for piece in made.segments:
            if piece.covering:
                pieces.append(mark(piece.covering))
                self._log(name, piece.covering, at)
            else:
                pieces.append(piece.text)
            at += len(piece.text)
        return "".join(pieces)

    def _rename(self, text: str) -> str:
        """王小明 → 王某, but not inside a public name such as 王小明小吃店."""
        if self._names is None:
            return text
        if self._protected is None:
            return self._names.sub(self._called, text)
        parts, at = [], 0
        for kept in self._protected.finditer(text):
            parts += [self._names.sub(self._called, text[at : kept.start()]), kept[0]]
            at = kept.end()
        return "".join([*parts, self._names.sub(self._called, text[at:])])

    def _called(self, found: re.Match[str]) -> str:
        name = masked("".join(found[0].split()))
        self.renamed[name] += 1
        return name

    def _note(self, finding: Finding, text: str, name: str, *, still_open: bool) -> None:
        """Where it stands, with a few words around it; the answered ones as well."""
        first, last = max(finding.start - 12, 0), finding.end + 12
        self.found.setdefault(
            finding.key,
            Open(
                key=finding.key,
                field=name,
                covering=finding.covering,
                context=text[first:last],
                certain=finding.certain,
                answered=not still_open,
            ),
        )

    def _log(self, name: str, covering: str, at: int) -> None:
        by = "publisher" if covering in {p.covering for p in self.passages} else "rule"
        rule = catalogue.COVERINGS[covering].rule
        self.log.append({"field": name, "at": at, "class": covering, "rule": rule, "by": by})

    def never(self, name: str, covering: str) -> str:
        self._log(name, covering, 0)
        return mark(covering)

    def open(self) -> list[Open]:
        """What nobody has answered for yet."""
        return [one for one in self.found.values() if not one.answered]


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the words, longest first, also when somebody typed spaces into a name."""
    spaced = [r"\s*".join(map(re.escape, word)) for word in words if word]
    return re.compile("|".join(spaced)) if spaced else None


def covered_values(code: str, values: Mapping[str, Any], coverer: Coverer) -> dict[str, Any]:
    """A document's values as the public may see them. Raises UnclassedError for a new field."""
    made: dict[str, Any] = {}
    for declared in KINDS[code].fields:
        how = catalogue.shown(code, declared.name)
        value = values.get(declared.name)
        if value in (None, "", [], {}) or how is Shown.ABSENT:
            continue
        if how is Shown.NEVER:
            made[declared.name] = coverer.never(
                declared.name, catalogue.FIELD_COVERING[declared.name]
            )
        elif how is Shown.PARTY:
            made[declared.name] = _party(value, coverer)
        elif how is Shown.PUBLIC:
            made[declared.name] = _each(value, lambda text, _: escape(text), declared.name)
        else:
            made[declared.name] = _each(value, coverer.text, declared.name)
    return made


def _each(value: Any, change: Any, name: str) -> Any:
    """The same shape with every text changed; codes of choices have no text in them."""
    if isinstance(value, str):
        return change(value, name)
    if isinstance(value, Mapping):
        return {
            key: inner if key in _CODES else _each(inner, change, name)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_each(inner, change, name) for inner in value]
    return value


#: Parts that hold a code or a sum, never words.
_CODES = frozenset({"kind", "amount"})


#: Of one of several parties: its number here, whether it is spared, those who answer beside it.
_AMONG = frozenset({"id", "spared", "joint"})


def _party(block: Mapping[str, Any], coverer: Coverer) -> dict[str, Any]:
    """A party part by part, and those who answer beside it each by its own kind.

    A natural person who isn't punished is 李某 and nothing more.
    """
    natural = is_natural(str(block.get("kind") or ""))
    if natural and block.get("spared"):
        made: dict[str, Any] = {"kind": block["kind"], "name": masked(str(block["name"]))}
    else:
        made = _parts(block, coverer, natural=natural)
    if block.get("joint"):
        made["joint"] = [_party(each, coverer) for each in block["joint"]]
    return made


def _parts(block: Mapping[str, Any], coverer: Coverer, *, natural: bool) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for part, value in block.items():
        if part in _AMONG:
            continue
        how = catalogue.part_shown(part, natural=natural)
        if how is Shown.ABSENT or value in (None, ""):
            continue
        if how is Shown.NEVER:
            made[part] = coverer.never(f"party.{part}", catalogue.PART_COVERING[part])
        elif part == "legal_rep":
            made[part] = masked(str(value))
        elif how is Shown.REDACTED:
            made[part] = coverer.text(str(value), f"party.{part}")
        else:
            made[part] = escape(str(value))
    return made
