"""What an act may write while it holds its File: sentence, facts, materials, numbers, seal."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any

from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account, Person
from xiezhi.identity.prepared import Among, Prepared, Slot, ask, tell
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents import check
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.record import log
from xiezhi.record.canonical import canonical, material_digest
from xiezhi.record.models import Blob, Entry, File, Material, Participant, Seal
from xiezhi.record.wordings import stamped

_NEXT_NUMBER = """
    INSERT INTO record_serial (agency_id, year, series, last) VALUES (%s, %s, %s, 1)
    ON CONFLICT (agency_id, year, series) DO UPDATE SET last = record_serial.last + 1
    RETURNING last
"""


_END = "UPDATE record_participant SET ended_on = %s WHERE file_id = %s AND person_id = %s"
_PARTICIPANTS, _SEALS, MATERIALS = Insert(Participant), Insert(Seal), Insert(Material)
_SUBSTANCE = Prepared(
    lambda: (
        Entry.objects.filter(Among("kind", Slot("acts")), file=Slot("file"))
        .order_by("seq")
        .values_list("seq", "kind", "hash")
    )
)


def next_number(agency_id: int, year: int, series: str) -> int:
    """The next number of a series, without gaps: the row stays locked until the commit."""
    ((number,),) = ask(_NEXT_NUMBER, [agency_id, year, series])
    return int(number)


def _end(participant: Participant, day: dt.date | None) -> None:
    """From that day on no part is taken in the File; None takes that back."""
    participant.ended_on = day
    tell(_END, [day, participant.file_id, participant.person_id])


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _second_capacity(known: Participant, capacity: str) -> Reason:
    wanted = Participant.Capacity(capacity).label
    return refuse(
        "REV-PERSON",
        f"{known.person.name}已经是本案的{known.get_capacity_display()}，不能再作{wanted}。",
        todo="换一名没有参与本案办理的人员。",
    )


@dataclass
class Writing:
    """One act being written. Everything here is committed with its ledger entry, or not at all."""

    name: str
    file: File
    by: Account | None
    on: dt.date
    standing: Standing
    seq: int
    participants: list[Participant]
    body: dict[str, Any] = field(default_factory=dict)
    materials: list[Material] = field(default_factory=list)
    entry: Entry | None = None

    def say(self, sentence: str) -> None:
        """The sentence people read in the timeline; it is part of what is hashed."""
        self.body["say"] = sentence

    def number(self, series: str) -> str:
        """文号: {机关代字}{种类}〔{年}〕{n}号."""
        n = next_number(self.file.agency_id, self.on.year, series)
        return f"{self.file.agency.word}{series}〔{self.on.year}〕{n}号"

    def document(self, code: str, values: dict[str, Any], *, number: str = "") -> Material:
        """A document made here, in the wording of its agency and day.

        Refused while mandatory content is missing, with the article.
        """
        kind = DOCUMENTS[code]
        lacking = check(kind, values)
        if lacking:
            raise Refused(lacking)
        if not number and kind.series:
            number = self.number(kind.series)
        values = stamped(code, values, self.file.agency, self.on)
        return self.material(Material.Kind.DOCUMENT, code, kind.title, values, number=number)

    def material(
        self,
        kind: str,
        code: str,
        title: str,
        values: dict[str, Any],
        *,
        number: str = "",
        blob: Blob | None = None,
    ) -> Material:
        """Put something into the File; its digest goes into the ledger entry of this act."""
        text = canonical(values)
        digest = material_digest(
            kind=kind,
            code=code,
            title=title,
            number=number,
            on=self.on,
            fields=text,
            blob=blob.pk if blob else None,
        )
        made = MATERIALS.new(
            file=self.file,
            seq=self.seq,
            kind=kind,
            code=code,
            title=title,
            number=number,
            on=self.on,
            fields=text,
            digest=digest,
            blob=blob,
            substance=ACTS[self.name].substance,
        )
        self.materials.append(made)
        return made

    def join(self, person: Person, capacity: str, certificate: str = "") -> Participant:
        """Take part in this File in one capacity for good; refused in a second one (art. 58)."""
        for known in self.participants:
            if known.person_id != person.pk:
                continue
            if known.capacity != capacity:
                raise Refused([_second_capacity(known, capacity)])
            if known.ended_on is not None:
                _end(known, None)
            return known
        joined = _PARTICIPANTS.new(
            file=self.file, person=person, capacity=capacity, certificate=certificate
        )
        _PARTICIPANTS.told([joined])
        self.participants.append(joined)
        return joined

    def attend(self, person: Person, certificate: str = "") -> None:
        """Be on the scene for a day: an officer of the case for good, who doesn't handle it on.

        So whoever investigated can't review or decide later (arts. 57, 58).
        """
        known = next((p for p in self.participants if p.person_id == person.pk), None)
        if known is None:
            known = self.join(person, Participant.Capacity.HANDLER, certificate)
            _end(known, self.on)
        elif known.capacity != Participant.Capacity.HANDLER:
            raise Refused([_second_capacity(known, Participant.Capacity.HANDLER)])

    def done(self) -> Entry:
        """The ledger entry, once the act is committed."""
        if self.entry is None:
            raise RuntimeError(f"{self.name} was not entered")
        return self.entry

    @property
    def handlers(self) -> list[Participant]:
        return [
            p
            for p in self.participants
            if p.capacity == Participant.Capacity.HANDLER and p.ended_on is None
        ]

    def substance(self) -> str:
        """What a review looks at: every entry of substance so far, by number and hash."""
        acts = [name for name, act in ACTS.items() if act.substance]
        rows = _SUBSTANCE.rows(file=self.file.pk, acts=acts)
        return canonical([[seq, kind, bytes(value).hex()] for seq, kind, value in rows])

    def seal(self) -> Seal:
        """封存: fix what is reviewed."""
        text = self.substance()
        return _SEALS.one(file=self.file, seq=self.seq, digest=digest_of(text), text=text)

    def commit_publicly(self, kind: str, digest: str, due: dt.date | None) -> None:
        """Put a commitment into the public log: class, salted digest, publication due date."""
        facts = {"class": kind, "digest": digest, "due": due.isoformat() if due else None}
        log.queue(log.commitment(facts))

    def publish_digest(self, digest: str) -> None:
        """Put a published page's digest into the public log."""
        log.queue(log.PUBLICATION + bytes.fromhex(digest))
