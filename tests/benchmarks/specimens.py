"""One story lived through the real actions, read back as a pattern for thousands like it.

The story is told inside a transaction that is rolled back. Its rows become texts with slots:
where the party, the team, a number, an id or a digest stands, another case has its own. What
follows from the content (digests, seals, the pairs of a search) is computed anew for every case.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.db.models.fields.related import ForeignKey

from tests.benchmarks.stories import PARTY, Tale
from tests.builders import Bureau
from xiezhi.casework.models import Case, Party
from xiezhi.decision.models import Decision, Payment
from xiezhi.disclosure import bigrams
from xiezhi.disclosure.models import Draft, Publication, SearchRow, Signature
from xiezhi.identity.models import Account, Organ, Person
from xiezhi.record.models import Duty, Entry, File, Material, Outbox, Participant, Seal
from xiezhi.registry.models import Officer
from xiezhi.review.models import Clearance, Opinion, Submission

#: In the order in which rows may be inserted; how each table finds the rows of a File.
TABLES: tuple[tuple[type[Model], str], ...] = (
    (File, "pk"),
    (Case, "file"),
    (Party, "file"),
    (Participant, "file"),
    (Material, "file"),
    (Entry, "file"),
    (Seal, "file"),
    (Submission, "file"),
    (Opinion, "file"),
    (Clearance, "file"),
    (Decision, "file"),
    (Payment, "decision__file"),
    (Draft, "file"),
    (Signature, "draft__file"),
    (Publication, "file"),
    (SearchRow, "publication__file"),
    (Duty, "file"),
)
#: Tables whose rows others point at: a case gets new ids for them.
NUMBERED = (Seal, Submission, Opinion, Clearance, Decision, Draft, Signature, Publication)
#: What the database says by itself, or what is made anew for each case.
LEFT_OUT = {
    Entry: {"id", "seq", "at", "body_json", "salt", "prev", "hash"},
    Party: {"id"},
    Participant: {"id"},
    Payment: {"id"},
    Duty: {"id"},
}
ROLES = (
    "handler", "second", "unit_head", "reviewer", "head", "publisher", "archivist",
)  # fmt: skip
_NUMBER = re.compile(r"^(?P<word>.*?)(?P<series>案源|[^〔]*?)〔(?P<year>\d{4})〕(?P<n>\d+)号$")

Found = dict[type[Model], list[Any]]
Slot = tuple[str, ...]
Text = list[str | Slot]


@dataclass(frozen=True)
class Row:
    """A row as one text a column; None is NULL."""

    model: type[Model]
    seq: int
    columns: dict[str, Text | None]


@dataclass
class Specimen:
    """The rows of one story with slots, and what of them depends on what."""

    name: str
    rows: dict[type[Model], list[Row]] = field(default_factory=dict)
    numbers: dict[str, tuple[str, int]] = field(default_factory=dict)
    seals: list[tuple[int, list[list[Any]]]] = field(default_factory=list)
    lines: list[Text] = field(default_factory=list)
    counts: dict[type[Model], int] = field(default_factory=dict)
    archived: bool = False


def columns_of(model: type[Model]) -> list[str]:
    """The columns that are loaded."""
    left_out = LEFT_OUT.get(model, set())
    return [str(f.column) for f in model._meta.concrete_fields if f.attname not in left_out]


def certificate_of(account: Account) -> str:
    """The number of an officer's certificate."""
    number: str = Officer.objects.get(person=account.person_id).number
    return number


def read(tale: Tale, name: str, first_line: int) -> Specimen:
    """The story's rows as a pattern; `first_line` is the outbox before it began."""
    return _Reader(tale, name).read(first_line)


class _Reader:
    """Finds every sentinel in every text of one File."""

    def __init__(self, tale: Tale, name: str) -> None:
        self.tale, self.file, self.specimen = tale, tale.file, Specimen(name)
        self.words: dict[str, Slot] = {}
        self.ids: dict[tuple[type[Model], Any], Slot] = {}

    def read(self, first_line: int) -> Specimen:
        found: Found = {
            model: list(model._default_manager.filter(**{path: self.file.pk}).order_by("pk"))
            for model, path in TABLES
        }
        self._team(self.tale.bureau)
        self._words(found)
        self._pattern = re.compile(
            "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
            + r"|\"(?:person|host|decision|clearance)\":\d+"
        )
        made = self.specimen
        for model, rows in found.items():
            made.rows[model] = [self._row(model, row) for row in rows]
            made.counts[model] = len(rows)
        made.seals = [(seal.seq, json.loads(seal.text)) for seal in found[Seal]]
        made.lines = [
            self._text(bytes(line).decode("latin-1"))
            for line in Outbox.objects.filter(entry=None, pk__gt=first_line)
            .order_by("pk")
            .values_list("data", flat=True)
        ]
        return made

    def _team(self, team: Bureau) -> None:
        for role in ROLES:
            account: Account = getattr(team, role)
            self.words[account.person.name] = ("team", f"{role}.name")
            self.ids[Account, account.pk] = ("team", f"{role}.account")
            self.ids[Person, account.person_id] = ("team", f"{role}.person")
        for organ, name in ((team.agency, "agency"), (team.unit, "unit")):
            self.ids[Organ, organ.pk] = ("team", f"{name}.pk")
            self.words[organ.name] = ("team", f"{name}.name")
        for part in ("address", "phone", "bank_account"):
            self.words[getattr(team.agency, part)] = ("team", f"agency.{part}")
        for role in ("handler", "second"):
            self.words[certificate_of(getattr(team, role))] = ("team", f"{role}.certificate")

    def _words(self, found: Found) -> None:
        self.words[PARTY["name"]] = ("party", "name")
        self.words[PARTY["code"]] = ("party", "code")
        self.words[str(self.file.pk)] = ("file",)
        self._numbers(found)
        self._digests(found)
        for decision in found[Decision]:
            self.words[decision.salt] = ("salt",)
        for publication in found[Publication]:
            self.words[publication.uid] = ("uid",)
        for model in NUMBERED:
            for n, row in enumerate(found[model]):
                self.ids[model, row.pk] = ("id", model.__name__, str(n))

    def _numbers(self, found: Found) -> None:
        """Numbers of the File and its documents, and under which it lies in the archive."""
        numbers = [self.file.number, *(m.number for m in found[Material] if m.number)]
        for number in dict.fromkeys(numbers):
            match = _NUMBER.match(number)
            assert match, number
            series = match["series"].removeprefix(self.tale.bureau.agency.word)
            self.specimen.numbers[number] = (series, int(match["year"]))
            self.words[number] = ("number", number)
            self.words[bigrams.plain(number)] = ("plain", number)
        for facts in (entry.facts for entry in found[Entry]):
            if "archive_number" in facts:
                self.words[facts["archive_number"]] = ("archive",)
                self.specimen.archived = True

    def _digests(self, found: Found) -> None:
        """What follows from the content."""
        for n, material in enumerate(found[Material]):
            self.words[str(material.pk)] = ("material", str(n))
            self.words[material.digest] = ("digest", str(n))
        for n, seal in enumerate(found[Seal]):
            self.words[seal.digest] = ("seal", str(n))
            self.words[seal.text] = ("sealed", str(n))
        for n, draft in enumerate(found[Draft]):
            self.words[draft.digest] = ("page", str(n))
            self.words[bytes.fromhex(draft.digest).decode("latin-1")] = ("rawpage", str(n))
        for facts in (entry.facts for entry in found[Entry]):
            if "commitment" in facts:
                self.words[facts["commitment"]] = ("commitment",)

    def _row(self, model: type[Model], row: Any) -> Row:
        left_out = LEFT_OUT.get(model, set())
        columns = {
            str(f.column): self._column(model, f, getattr(row, f.attname))
            for f in model._meta.concrete_fields
            if f.attname not in left_out
        }
        return Row(model, getattr(row, "seq", 0) or 0, columns)

    def _column(self, model: type[Model], field_: Any, value: Any) -> Text | None:
        if value is None:
            return None
        if isinstance(field_, ForeignKey):
            target: Any = field_.related_model
            slot = self.ids.get((target, value))
            return [slot] if slot else self._text(str(value))
        if field_.primary_key and (model, value) in self.ids:
            return [self.ids[model, value]]
        return self._text(plain(value))

    def _text(self, text: str) -> Text:
        parts: Text = []
        at = 0
        for match in self._pattern.finditer(text):
            slot = self.words.get(match[0])
            if slot is None:
                key, _, number = match[0].partition(":")
                slot = self._id_of(key.strip('"'), int(number))
                parts += [text[at : match.start()] + key + ":", slot]
            else:
                parts += [text[at : match.start()], slot]
            at = match.end()
        return [*parts, text[at:]]

    def _id_of(self, key: str, number: int) -> Slot:
        model: type[Model] = {"decision": Decision, "clearance": Clearance}.get(key, Person)
        return self.ids[model, number]


def plain(value: Any) -> str:
    """A value as COPY reads it, before escaping."""
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        whole = all(isinstance(item, str) for item in value)
        return _array(value) if whole else json.dumps(value, ensure_ascii=False)
    if isinstance(value, dt.date | dt.datetime | uuid.UUID | Decimal | int | float | str):
        return str(value)
    raise TypeError(f"no text for {type(value).__name__}")


def _array(items: Iterable[str]) -> str:
    return "{" + ",".join(items) + "}"
