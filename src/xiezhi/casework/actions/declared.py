"""Acts that their step declares whole: one function that opens a File, one that goes on in it.

What is asked, what the ledger keeps, which documents are made and what is said all come from
`procedure`; adding such an act takes no code here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from xiezhi.casework import bans, listed, visits
from xiezhi.casework.actions.filing import HANDLER, link, new_file, open_case
from xiezhi.casework.actions.inquiry import OnSite, attended, present
from xiezhi.casework.actions.notice import concerning
from xiezhi.casework.known import (
    carried,
    handlers_judged,
    judged_officers,
    known,
    of_origin,
    own_part,
    party_of,
)
from xiezhi.casework.models import Case
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure import declared
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents.model import FieldKind
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.checks import two_qualified_officers
from xiezhi.procedure.steps import ActKind, Step
from xiezhi.record.actions import act
from xiezhi.record.models import Blob, Entry, File, Material
from xiezhi.record.writing import Writing

Typed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave for a declared act: typed values as plain JSON, and what goes with them.

    `answers` are those to the questions that decide on a legal review; `whose` is which of several
    parties it concerns.
    """

    typed: Typed
    site: OnSite | None = None
    answers: dict[str, bool | None] = field(default_factory=dict)
    attached: Blob | None = None
    origin: File | None = None
    whose: int | None = None


def open_declared(
    name: str, *, by: Account, on: dt.date, party: dict[str, Any], given: Given
) -> File:
    """Open a File with a declared act. Whoever opens it is its first officer.

    `party` without a name is that of the File it follows from.
    """
    kind = declared.opened_by(name)
    assert kind is not None
    step = _step(kind, name)
    given = _with_origin(step, given, on)
    party = party if party["name"] else given.typed["party"].identity()
    words = {**given.typed, "party": party["name"]}
    title = declared.fill(kind.title, words)
    file = new_file(by, on, kind.code, title, series=kind.series)
    facts = {**_facts(kind, step, file, on, given), "party_kind": party["kind"]}
    if name == visits.TASK:
        facts |= visits.who_and_whom(file.agency, party)
    facts |= bans.asked(name, file, party, str(given.typed.get("cause") or ""))
    facts |= listed.asked(name, file.agency, on, given.typed)
    file.addressed = _addressed(kind, file, party)
    if file.addressed is not None:
        facts["addressed"] = file.addressed.path
    with act(name, file, by=by, on=on, facts=facts) as writing:
        open_case(writing, party, _case(file, on, kind, given.typed))
        (opener,) = judged_officers([by.person_id], file, on)
        writing.join(by.person, HANDLER, opener["certificate"])
        _enter(writing, step, given)
    return file


def _addressed(kind: ActKind, file: File, party: dict[str, Any]) -> Organ | None:
    """The agency on this platform that the party is, where this kind lets it answer."""
    if not any(ACTS[step.act].addressee for step in kind.steps):
        return None
    agencies = Organ.objects.filter(kind=Organ.Kind.AGENCY).exclude(pk=file.agency_id)
    by_code = agencies.filter(code=party["code"]).first() if party.get("code") else None
    return by_code or agencies.filter(name=party["name"]).order_by("path").first()


def _case(file: File, on: dt.date, kind: ActKind, typed: Typed) -> Case:
    """What the File is about; an application has its matter where a case has its cause."""
    cause = str(typed.get("cause") or kind.label)[:200]
    brief = str(typed.get("brief") or cause)
    place = str(typed.get("place") or "")[:200]
    source = str(typed.get("source") or "")[:20]
    return Case(file=file, cause=cause, source=source, found_on=on, place=place, brief=brief)


def do_declared(name: str, file: File, *, by: Account, on: dt.date, given: Given) -> Entry:
    """Do a declared act in a File."""
    kind = KINDS[file.kind]
    step = kind.step(name)
    facts: dict[str, Any] = {}
    if step is not None:
        given = _with_origin(step, given, on)
        facts = _facts(kind, step, file, on, given)
    with act(name, file, by=by, on=on, facts=facts) as writing:
        assert step is not None  # an act that this kind doesn't have was refused
        _enter(writing, step, given)
    return writing.done()


def _with_origin(step: Step, given: Given, on: dt.date) -> Given:
    """What was typed, and what the File it follows from says of the rest."""
    if given.origin is None or not step.takes:
        return given
    known = declared.from_origin(step, of_origin(given.origin, on))
    return replace(given, typed={**known, **given.typed})


def _step(kind: ActKind, name: str) -> Step:
    step = kind.step(name)
    assert step is not None
    return step


def _facts(kind: ActKind, step: Step, file: File, on: dt.date, given: Given) -> dict[str, Any]:
    facts = {**declared.facts(step, given.typed), **given.answers, **concerning(given.whose)}
    if given.site is not None:
        facts |= given.site.facts(file, on)
    elif two_qualified_officers in step.checks:
        facts["officers"] = handlers_judged(file, on)
    if given.origin is not None:
        facts["origin"] = given.origin.number
    if step.act in visits.ASKING:
        facts["inspected"] = visits.inspected(file, on)
        facts["planned_elsewhere"] = visits.planned_elsewhere(file, on)
    if step.act in bans.ANSWERING:
        cause = Case.objects.get(file=file).cause
        facts |= bans.asked(step.act, file, party_of(file).identity(), cause)
    if step.act in visits.GOING:
        facts["clean_streaks"] = visits.unbroken(file, on, facts["officers"])
    proposed = declared.proposal(kind, step, given.typed)
    if proposed is not None:
        facts["proposal"] = {**proposed, **given.answers}
    return facts


def _enter(writing: Writing, step: Step, given: Given) -> None:
    """Documents, attachment, link and sentence of one declared act."""
    record = {**carried(writing), **known(writing, party=given.whose)}
    record |= own_part(writing, given.whose)
    values = declared.remembered(step, record, given.typed)
    values |= _as_documents(writing, step, given)
    if given.site is not None:
        facts = given.site.facts(writing.file, writing.on)
        attended(writing, facts)
        values |= present(facts)
    made = [writing.document(code, declared.fields_of(code, values)) for code in step.documents]
    if given.attached is not None:
        title = step.attach or "附件"
        writing.material(
            Material.Kind.RECEIVED, "received", title, {"name": title}, blob=given.attached
        )
    if given.origin is not None:
        link(writing, given.origin)
    number = next((m.number for m in made if m.number), "")
    if number:
        writing.body["number"] = number
    party = values["party"]["name"]
    said = {**values, "party": party, "case": writing.file.title, "number": number}
    writing.say(declared.sentence(step, said))


def _as_documents(writing: Writing, step: Step, given: Given) -> Typed:
    """Typed values as documents keep them: an opinion knows who gave it and when."""
    opinions = {f.name for f in declared.asked(step) if f.kind is FieldKind.OPINION}
    who = writing.by.person.name if writing.by else ""
    return {
        name: {"text": value, "name": who, "on": writing.on.isoformat()}
        if name in opinions
        else value
        for name, value in given.typed.items()
        if name != "party"
    }
