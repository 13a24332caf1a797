"""The one primitive: act(). Permission, lock, judgement, rows, one ledger entry, one commit."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Insert, Prepared, Slot
from xiezhi.identity.rules import ALLOWED, Verdict, may_by_role, not_a_handler
from xiezhi.procedure.acts import ACTS, Act
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.roles import Role
from xiezhi.procedure.standing import Duty as Expected
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event
from xiezhi.procedure.timelimits import Due
from xiezhi.record.calendars import calendar_for
from xiezhi.record.canonical import canonical
from xiezhi.record.looking import heads_addressee, named_to_answer
from xiezhi.record.models import Duty, Entry, File, Material, Participant, Receipt
from xiezhi.record.policies import policy_of
from xiezhi.record.writing import Writing


def may(
    account: Account | None,
    name: str,
    file: File,
    *,
    today: dt.date,
    participants: list[Participant] | None = None,
) -> Verdict:
    """May this account do this act in this File? The answer carries its reason."""
    act = ACTS[name]
    if account is None or not account.is_active:
        return may_by_role(act.roles, (), "", act.label)
    if act.addressee:
        return _may_answer(act, account, file, today)
    verdict = may_by_role(act.roles, account.posts_on(today), file.unit.path, act.label)
    if not verdict.allowed or not act.handlers_only:
        return verdict
    people = list(file.participants.all()) if participants is None else participants
    for person in people:
        if person.person_id == account.person_id and _handles(person):
            return ALLOWED
    return not_a_handler(act.label)


def _may_answer(act: Act, account: Account, file: File, today: dt.date) -> Verdict:
    """An act of the agency that the File is addressed to, never of the one whose File it is."""
    if heads_addressee(account, file, today=today) and Role.AGENCY_HEAD in act.roles:
        return ALLOWED
    if Role.HANDLER in act.roles and named_to_answer(account, file, today=today):
        return ALLOWED
    return may_by_role(act.roles, (), "", act.label)


def _handles(participant: Participant) -> bool:
    return participant.capacity == Participant.Capacity.HANDLER and participant.ended_on is None


def events_of(file: File) -> list[Event]:
    """The ledger of a File as the procedure reads it; one query."""
    return [_event(seq, kind, body, at) for seq, kind, body, at in _LEDGER.rows(file=file.pk)]


_LEDGER = Prepared(
    lambda: (
        Entry.objects.filter(file=Slot("file"))
        .order_by("seq")
        .values_list("seq", "kind", "body", "at")
    )
)


def _event(seq: int, kind: str, body: str, at: dt.datetime) -> Event:
    facts = json.loads(body)
    on = facts.get("on")
    day = dt.date.fromisoformat(on) if on else timezone.localdate(at)
    return Event(seq, kind, day, facts)


def standing_of(file: File, *, today: dt.date, events: list[Event] | None = None) -> Standing:
    """Where a File stands today; by the clock, if today is today."""
    now = timezone.localtime().replace(tzinfo=None)
    return Standing(
        kind=KINDS[file.kind],
        policy=policy_of(file),
        events=events_of(file) if events is None else events,
        calendar=calendar_for(file.agency.region),
        today=today,
        now=now if now.date() == today else None,
    )


@contextmanager
def act(
    name: str,
    file: File,
    *,
    by: Account | None,
    on: dt.date | None = None,
    facts: dict[str, Any] | None = None,
) -> Iterator[Writing]:
    """Do one act in a File: all of it, with its ledger entry, or nothing.

    `on` is the legal day, `facts` what the judgement needs and the ledger keeps. Raises Refused
    with every reason at once. A new, unsaved File is opened by its first act.
    """
    today = timezone.localdate()
    with transaction.atomic():
        locked, people = _take(file)
        verdict = may(by, name, locked, today=today, participants=people)
        if verdict.reason is not None:
            raise Refused([verdict.reason])
        standing = standing_of(locked, today=today, events=None if people is not None else [])
        day = on or today
        opening = [] if standing.events else standing.policy.opening_refusals(locked.kind)
        reasons = opening or standing.refusals(name, day, **(facts or {}))
        if reasons:
            raise Refused(reasons)
        writing = Writing(
            name=name,
            file=locked,
            by=by,
            on=day,
            standing=standing,
            seq=len(standing.events) + 1,
            participants=people or [],
            body={**(facts or {}), "on": day.isoformat()},
        )
        yield writing
        _enter(writing)
        _rewrite_duties(writing, today)


def _take(file: File) -> tuple[File, list[Participant] | None]:
    """Lock the File against everybody else; open it if it is new."""
    if file._state.adding:
        return file, None
    locked = _LOCKED.get(file=file.pk)
    return locked, _PEOPLE.all(file=file.pk)


_LOCKED = Prepared(
    lambda: (
        File.objects.select_for_update(of=("self",))
        .select_related("agency__parent", "unit")
        .filter(pk=Slot("file"))
    )
)
_PEOPLE = Prepared(
    lambda: Participant.objects.filter(file=Slot("file")).select_related("person").order_by("pk")
)


_MATERIALS, _DUTIES = Insert(Material), Insert(Duty)


def _enter(writing: Writing) -> None:
    body = {key: value for key, value in writing.body.items() if value is not None}
    if writing.materials:
        _MATERIALS.create(writing.materials)
        body["materials"] = [
            {"id": str(m.pk), "code": m.code, "number": m.number, "digest": m.digest}
            for m in writing.materials
        ]
    text = canonical(body)
    writing.body = json.loads(text)
    writing.entry = Entry(file=writing.file, actor=writing.by, kind=writing.name, body=text)
    insert_entry(writing.entry)


def insert_entry(entry: Entry) -> None:
    """Only file, actor, kind and body are ours to say; the database does the rest."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO record_entry (file_id, actor_id, kind, body) VALUES (%s, %s, %s, %s)"
            " RETURNING id, seq, at",
            [entry.file_id, entry.actor_id, entry.kind, entry.body],
        )
        entry.pk, entry.seq, entry.at = cursor.fetchone()


def _rewrite_duties(writing: Writing, today: dt.date) -> None:
    """The work list is derived: thrown away and written anew with each act."""
    done = Event(writing.seq, writing.name, writing.on, writing.body)
    standing = standing_of(writing.file, today=today, events=[*writing.standing.events, done])
    rows = duty_rows(writing.file, standing, writing.participants)
    if writing.seq > 1:
        with connection.cursor() as cursor:  # no row hangs on a duty that Django should look for
            cursor.execute("DELETE FROM record_duty WHERE file_id = %s", [writing.file.pk])
    _DUTIES.create(rows)


def duty_rows(file: File, standing: Standing, people: list[Participant]) -> list[Duty]:
    """The duties of a File as rows: one a handler, or one a role that may do the act."""
    rows: list[Duty] = []
    for duty in standing.duties:
        act_ = ACTS[duty.act]
        wanted = _CAPACITY.ANSWERING if act_.addressee else _CAPACITY.HANDLER
        persons: list[int | None] = [
            p.person_id for p in people if p.capacity == wanted and p.ended_on is None
        ]
        for role in act_.roles:
            waiting = persons if role == Role.HANDLER else [None]
            rows += [_duty_row(file, duty, role, person) for person in waiting]
    return rows


_CAPACITY = Participant.Capacity


def _clock(due: Due | None) -> str:
    """What the light says beside the day: paused, or provisional beyond the known years."""
    if due is None:
        return ""
    return "paused" if due.paused else "provisional" if due.provisional else ""


def _duty_row(file: File, duty: Expected, role: Role, person: int | None) -> Duty:
    due = duty.due
    answers = file.addressed_id if ACTS[duty.act].addressee else None
    return Duty(
        file=file,
        agency_id=answers or file.agency_id,
        unit_id=answers or file.unit_id,
        act=duty.act,
        role=role,
        person_id=person,
        due=due.last_day if due else None,
        due_at=timezone.make_aware(due.clock.until) if due and due.clock else None,
        warn_on=due.warn_on if due else None,
        light=_clock(due),
        rule=due.limit.id if due else "",
        why=duty.why,
    )


def keep_answer(account: Account, key: str, request: str, answer: str) -> None:
    """The answer given to an idempotency key, committed with the act it answers."""
    Receipt.objects.create(account=account, key=key, request=request, status=200, answer=answer)
