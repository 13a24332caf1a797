"""Everything a page says of one File, read once: its ledger, people, materials, standing."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest
from django.utils import timezone

from xiezhi.casework.models import Case, Party
from xiezhi.identity.access import account_of
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot, together
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Event
from xiezhi.record.actions import may, standing_of
from xiezhi.record.looking import look_up, look_up_addressed
from xiezhi.record.models import Entry, File, Material, Participant, Rendition
from xiezhi.record.verify import FIRST, EntryRow, entry_hash

_COLUMNS = (
    "pk",
    "seq",
    "at",
    "actor",
    "actor__person__name",
    "kind",
    "body",
    "salt",
    "prev",
    "hash",
)

_LINES = Prepared(
    lambda: Entry.objects.filter(file=Slot("file")).order_by("seq").values_list(*_COLUMNS)
)
_PEOPLE = Prepared(
    lambda: Participant.objects.filter(file=Slot("file")).select_related("person").order_by("pk")
)
_MATERIALS: Prepared[Any] = Prepared(
    lambda: (
        Material.objects.filter(file=Slot("file"))
        .select_related("blob")
        .annotate(
            pages=Subquery(
                Rendition.objects.filter(material=OuterRef("pk")).order_by("pk").values("pages")[:1]
            )
        )
        .order_by("seq", "title")
    )
)
_CASE = Prepared(lambda: Case.objects.filter(pk=Slot("file")))
_PARTIES = Prepared(lambda: Party.objects.filter(file=Slot("file")).order_by("pk"))


@dataclass
class Line:
    """An entry of the ledger, as it is read for a page."""

    pk: int
    seq: int
    at: dt.datetime
    actor: int | None
    name: str | None
    kind: str
    body: str
    salt: bytes
    prev: bytes
    hash: bytes

    @cached_property
    def facts(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.body)
        return parsed

    @property
    def who(self) -> str:
        """Who acted: a person, or the platform by itself."""
        return self.name or "平台"


@dataclass
class Dossier:
    """A File as one person sees it today.

    `outside`: as somebody of the agency that it is addressed to, who knows only what was handed
    over and what that agency answered.
    """

    file: File
    account: Account
    today: dt.date
    outside: bool = False

    @cached_property
    def kind(self) -> ActKind:
        return KINDS[self.file.kind]

    def read(self) -> None:
        """Everything in one go, for a page that shows everything; otherwise each when asked for."""
        whole = (_LINES, _PEOPLE, _MATERIALS, _CASE, _PARTIES)
        found = together(*((one, {"file": self.file.pk}) for one in whole))
        lines, people, materials, cases, parties = found
        vars(self).update(
            entries=[Line(*row) for row in lines],
            participants=_PEOPLE.objects(people),
            materials=_MATERIALS.objects(materials),
            case=next(iter(_CASE.objects(cases)), None),
            parties=_PARTIES.objects(parties),
        )

    @cached_property
    def entries(self) -> list[Line]:
        """The ledger, oldest first, with who acted."""
        return [Line(*row) for row in _LINES.rows(file=self.file.pk)]

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.file, today=self.today, events=[event_of(e) for e in self.entries])

    @cached_property
    def participants(self) -> list[Participant]:
        return _PEOPLE.all(file=self.file.pk)

    @cached_property
    def materials(self) -> list[Material]:
        """With their stored objects and pages, in the order in which they came."""
        return _MATERIALS.all(file=self.file.pk)

    @cached_property
    def case(self) -> Case | None:
        return _CASE.first(file=self.file.pk)

    @cached_property
    def parties(self) -> list[Party]:
        return _PARTIES.all(file=self.file.pk)

    @cached_property
    def handlers(self) -> list[Participant]:
        handling = Participant.Capacity.HANDLER
        return [p for p in self.participants if p.capacity == handling and p.ended_on is None]

    @property
    def last_seq(self) -> int:
        return self.entries[-1].seq if self.entries else 0

    @cached_property
    def unbroken(self) -> dict[int, bool]:
        """For each entry: is it as it was written, and does it follow the one before?"""
        found: dict[int, bool] = {}
        before = FIRST
        for place, entry in enumerate(self.entries, 1):
            row = _row(self.file.pk, entry)
            good = entry.seq == place and row.prev == before and entry_hash(row) == row.hash
            found[entry.seq] = good
            before = row.hash
        return found

    @property
    def intact(self) -> bool:
        return all(self.unbroken.values())

    def stage_of(self, act: str) -> str:
        """The code of the stage an act belongs to in this kind of procedure."""
        step = self.kind.step(act)
        return step.stage if step else ""

    def stage_label(self, act: str) -> str:
        code = self.stage_of(act)
        return next((s.label for s in self.kind.stages if s.code == code), "")

    def may(self, act: str) -> bool:
        """Do my posts (and my part in this File) carry the act?"""
        # Most acts are nobody's of mine; why not is only told where it is asked.
        if ACTS[act].addressee and not self.outside:
            return False
        if self.outside:
            return ACTS[act].addressee and self.verdict(act) is None
        return not self._roles.isdisjoint(ACTS[act].roles) and self.verdict(act) is None

    @cached_property
    def _roles(self) -> frozenset[str]:
        """The roles that my posts carry over the unit of this File."""
        posts, path = self.account.posts_on(self.today), self.file.unit.path
        return frozenset(post.role for post in posts if post.covers(path))

    @cached_property
    def _verdicts(self) -> dict[str, Reason | None]:
        return {}

    def verdict(self, act: str) -> Reason | None:
        """The reason why I am not the one to do it, or None."""
        if act not in self._verdicts:
            people = self.participants
            answer = may(self.account, act, self.file, today=self.today, participants=people)
            self._verdicts[act] = answer.reason
        return self._verdicts[act]


def event_of(entry: Line) -> Event:
    """An entry as the procedure reads it: its legal day, else the day it was written."""
    on = entry.facts.get("on")
    day = dt.date.fromisoformat(on) if on else timezone.localdate(entry.at)
    return Event(entry.seq, entry.kind, day, entry.facts)


def _row(file: uuid.UUID, entry: Line) -> EntryRow:
    return EntryRow(
        file=file,
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        kind=entry.kind,
        body=entry.body,
        salt=bytes(entry.salt),
        prev=bytes(entry.prev),
        hash=bytes(entry.hash),
        leaf=None,
        place=None,
        waiting=False,
    )


def file_for(account: Account, pk: uuid.UUID, today: dt.date) -> File:
    """The File, if this account may see it; to everybody else it doesn't exist."""
    try:
        return look_up(account, pk, today=today)
    except File.DoesNotExist:
        raise Http404("没有这个案卷，或者您不能查看。") from None


def dossier(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    """The dossier behind a page's address."""
    account, today = account_of(request), timezone.localdate()
    return Dossier(file_for(account, pk, today), account, today)


def either_side(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    """The same, or else as the agency knows it that it is addressed to."""
    account, today = account_of(request), timezone.localdate()
    try:
        return Dossier(look_up(account, pk, today=today), account, today)
    except File.DoesNotExist:
        return addressed(request, pk)


def addressed(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    """The dossier as the agency knows it that it is addressed to."""
    account, today = account_of(request), timezone.localdate()
    try:
        file = look_up_addressed(account, pk, today=today)
    except File.DoesNotExist:
        raise Http404("没有这个案卷，或者您不能查看。") from None
    return Dossier(file, account, today, outside=True)
