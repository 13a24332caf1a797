"""The one primitive: act(). Permission, lock, judgement, rows, one ledger entry, one commit."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot, ask, tell, together
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
from xiezhi.record.models import Duty, Entry, File, Participant, Receipt
from xiezhi.record.policies import policy_of
from xiezhi.record.writing import MATERIALS, Writing


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
    return events_and(file)[0]


def events_and(file: File, *more: Prepared[Any]) -> tuple[list[Event], list[list[Any]]]:
    """The ledger of a File, and the rows of what else is asked of it, in one go."""
    mine = {"file": file.pk}
    ledger, *others = together((_LEDGER, mine), *((one, mine) for one in more))
    return [_event(*row) for row in ledger], others


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
        locked, people, events = _take(file)
        verdict = may(by, name, locked, today=today, participants=people)
        if verdict.reason is not None:
            raise Refused([verdict.reason])
        standing = standing_of(locked, today=today, events=events)
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
            participants=people,
            body={**(facts or {}), "on": day.isoformat()},
        )
        yield writing
        _enter(writing)
        _rewrite_duties(writing, today)


def _take(file: File) -> tuple[File, list[Participant], list[Event]]:
    """Lock the File against everybody else and read it; a new one is opened by its act.

    The ledger and the people are read by statements that begin when the lock is held.
    """
    if file._state.adding:
        return file, [], []
    mine, state = {"file": file.pk}, file._state.fields_cache
    alone = "agency" in state and "unit" in state
    locking = _LOCKED_ALONE if alone else _LOCKED
    files, people, ledger = together((locking, mine), (_PEOPLE, mine), (_LEDGER, mine))
    (locked,) = locking.objects(files)
    if alone:  # whoever looked the File up has read its organs
        locked.agency, locked.unit = file.agency, file.unit
    return locked, _PEOPLE.objects(people), [_event(*row) for row in ledger]


_LOCKED_ALONE = Prepared(lambda: File.objects.select_for_update().filter(pk=Slot("file")))
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


_DUTIES, _ENTRIES = Insert(Duty), Insert(Entry)


def _enter(writing: Writing) -> None:
    body = {key: value for key, value in writing.body.items() if value is not None}
    if writing.materials:
        MATERIALS.told(writing.materials)
        body["materials"] = [
            {"id": str(m.pk), "code": m.code, "number": m.number, "digest": m.digest}
            for m in writing.materials
        ]
    text = canonical(body)
    writing.body = json.loads(text)
    writing.entry = _ENTRIES.new(file=writing.file, actor=writing.by, kind=writing.name, body=text)
    insert_entry(writing.entry)


def insert_entry(entry: Entry) -> None:
    """Only file, actor, kind and body are ours to say; the database does the rest."""
    ours = [entry.file_id, entry.actor_id, entry.kind, entry.body]
    ((entry.pk, entry.seq, entry.at),) = ask(_ENTER, ours)


_ENTER = """
    INSERT INTO record_entry (file_id, actor_id, kind, body) VALUES (%s, %s, %s, %s)
    RETURNING id, seq, at
"""


def _rewrite_duties(writing: Writing, today: dt.date) -> None:
    """The work list is derived: thrown away and written anew with each act."""
    done = Event(writing.seq, writing.name, writing.on, writing.body)
    standing = standing_of(writing.file, today=today, events=[*writing.standing.events, done])
    rows = duty_rows(writing.file, standing, writing.participants)
    if writing.seq > 1:
        # No row hangs on a duty that Django should look for.
        tell("DELETE FROM record_duty WHERE file_id = %s", [writing.file.pk])
    _DUTIES.told(rows)


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
    return _DUTIES.new(
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
