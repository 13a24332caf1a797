"""What documents take from the record by themselves, so that nothing is typed twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from xiezhi.casework.models import Case, Party
from xiezhi.identity.models import Organ
from xiezhi.identity.prepared import Prepared, Slot, together
from xiezhi.procedure.kinds.course import decision_event
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event
from xiezhi.procedure.thresholds import hearing_required
from xiezhi.record.actions import standing_of
from xiezhi.record.models import File, Material, Participant
from xiezhi.record.writing import Writing
from xiezhi.registry.models import Officer

#: What the final report says and later documents repeat.
REPORTED = (
    "facts",
    "evidence",
    "law_breached",
    "law_applied",
    "discretion",
    "benchmark",
    "penalties",
    "fine",
    "correction",
)


_PARTIES = Prepared(lambda: Party.objects.filter(file=Slot("file")).order_by("pk"))
_CASE = Prepared(lambda: Case.objects.filter(pk=Slot("file")))
_REPORTS = Prepared(
    lambda: Material.objects.filter(file=Slot("file"), code="inquiry.report").order_by("-seq")[:1]
)


def party_of(file: File) -> Party:
    """The (first) party of a case."""
    return _PARTIES.get(file=file.pk)


def case_of(file: File) -> Case:
    """What the File is about."""
    return _CASE.get(file=file.pk)


def matter_of(file: File) -> tuple[Case, list[Party]]:
    """What the File is about, and whom."""
    mine = {"file": file.pk}
    cases, parties = together((_CASE, mine), (_PARTIES, mine))
    (case,) = _CASE.objects(cases)
    return case, _PARTIES.objects(parties)


def answering(file: File) -> list[Party]:
    """The parties that answer for a breach, the main one first; third persons don't."""
    return [party for party in _PARTIES.all(file=file.pk) if party.answers]


def known(
    writing: Writing,
    *,
    case: Case | None = None,
    parties: Sequence[Party] = (),
    party: int | None = None,
) -> dict[str, Any]:
    """Case, party, officers, agency, remedies: the values every document of the case shares.

    Case and parties are given by whoever has just written them. `party` is whom a paper is about
    that concerns one of several; any other paper is about them all.
    """
    file = writing.file
    if case is None or not parties:
        case, parties = matter_of(file)
    filed = writing.standing.first("casework.file_case")
    return {
        "case_name": file.title,
        "case_number": file.number,
        "cause": case.cause,
        "source": case.source,
        "found_on": case.found_on.isoformat(),
        "brief": case.brief,
        "party": party_block(parties, party),
        "other_parties": "；".join(_named(p) for p in parties if not p.answers) or None,
        "officers": officers_block(writing),
        "filed_on": _begun(file, filed),
        **agency_block(file.agency),
    }


def party_block(parties: Sequence[Party], one: int | None = None) -> dict[str, Any]:
    """The party of a paper; with it in `joint` those who answer beside it (共同当事人)."""
    if one is not None:
        return next(party for party in parties if party.pk == one).values()
    main, *others = [party for party in parties if party.answers]
    block = main.values()
    if others:
        block |= {"id": main.pk, "joint": [p.values() | {"id": p.pk} for p in others]}
    return block


def own_part(writing: Writing, party: int | None) -> dict[str, Any]:
    """What later papers say of one of several parties instead of the whole: its fine, its days."""
    if party is None or not writing.standing.several:
        return {}
    one = writing.standing.of(party)
    assert one is not None
    share = one.proposal or {}
    served, told = one.last("decision.serve"), one.last("casework.serve_notice")
    return {
        "penalties": share.get("penalties"),
        "fine": share["fine"] if Decimal(share.get("fine") or 0) else None,
        "served_on": served.on.isoformat() if served else None,
        "notice_served_on": told.on.isoformat() if told else None,
    }


def _named(party: Party) -> str:
    code = f"（统一社会信用代码 {party.code}）" if party.code else ""
    return f"{party.get_role_display()}{party.name}{code}"


def _begun(file: File, filed: Event | None) -> str | None:
    """When the matter was taken up: a penalty case is filed, any other begins with its File."""
    if filed is not None:
        return filed.on.isoformat()
    return None if file.kind == "penalty.general" else file.opened_on.isoformat()


def latest(writing: Writing, code: str) -> dict[str, Any]:
    """What the latest document of a kind in this File says."""
    made = Material.objects.filter(file=writing.file, kind="document", code=code)
    found = made.order_by("seq").last()
    return found.values if found else {}


#: What belongs to one entry and isn't a fact of the matter.
_OF_ONE_ACT = {"on", "say", "materials", "number", "proposal", "officers", "origin", "party"}


def carried(writing: Writing) -> dict[str, Any]:
    """What earlier acts and documents of the File said, the latest under each name.

    A numbered document is known to later ones as `<its word>_number` and `<its word>_on`:
    notice_number, grant_on; the latest document of a kind under its code, for a field that others
    have too. So nothing is typed twice.
    """
    return _said(writing.file, writing.standing)


def of_origin(origin: File, on: dt.date) -> dict[str, Any]:
    """What the File that another one follows from can tell it: number, cause, party, decision."""
    case = _CASE.get(file=origin.pk)
    shared = {"case_number": origin.number, "case_name": origin.title, "cause": case.cause}
    return {**_said(origin, standing_of(origin, today=on)), **shared, "party": party_of(origin)}


def _said(file: File, standing: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for event in standing.events:
        found |= {k: v for k, v in event.facts.items() if k not in _OF_ONE_ACT}
    decided = decision_event(standing)
    if decided:
        found |= {"decision_number": decided.facts["number"], "decided_on": f"{decided.on}"}
    if served := standing.last("decision.serve"):
        found["served_on"] = f"{served.on}"
    for made in Material.objects.filter(file=file, kind="document").order_by("seq"):
        found |= {k: v for k, v in made.values.items() if k not in _OF_ONE_ACT}
        found[made.code] = made.values
        if made.number:
            word = made.code.rpartition(".")[2]
            found |= {f"{word}_number": made.number, f"{word}_on": made.on.isoformat()}
        if decided and made.seq == decided.seq and made.number == decided.facts["number"]:
            found["decision_title"] = made.title
    return found


def agency_block(agency: Organ) -> dict[str, Any]:
    """Address, phone, bank, and where to turn against the act (复议法 arts. 20, 24)."""
    return {
        "agency_address": agency.address,
        "contact_phone": agency.phone,
        "bank_name": agency.bank_name,
        "bank_address": agency.bank_address,
        "bank_account": agency.bank_account,
        "remedies": {"review_body": review_body(agency), "court": agency.court},
    }


def review_body(agency: Organ) -> str:
    """The reconsideration body: the people's government at the same level (复议法 art. 24)."""
    government = agency.government()
    return government.name if government else ""


def officers_block(writing: Writing) -> list[dict[str, Any]]:
    """The officers in charge with their certificate numbers."""
    return [{"name": p.person.name, "certificate": p.certificate} for p in writing.handlers]


def judged_officers(persons: list[int], file: File, on: dt.date) -> list[dict[str, Any]]:
    """Each officer with his certificate of that day and whether it is valid here (art. 42)."""
    return list(Officer.objects.judged(persons, on, file.agency, file.kind.partition(".")[0]))


def handlers_judged(file: File, on: dt.date) -> list[dict[str, Any]]:
    """The officers in charge, judged on a day."""
    people = Participant.objects.filter(
        file=file, capacity=Participant.Capacity.HANDLER, ended_on=None
    )
    return judged_officers(list(people.values_list("person", flat=True)), file, on)


def report_values(file: File) -> dict[str, Any]:
    """Facts, evidence, law and penalties as last reported (art. 57)."""
    report = _REPORTS.first(file=file.pk)
    values = report.values if report else {}
    return {key: values[key] for key in REPORTED if key in values}


def hearing_right(standing: Standing, party_kind: str, proposal: Mapping[str, Any]) -> str | None:
    """Why the party may ask for a hearing (art. 63), or None."""
    if proposal.get("outcome") != "penalty":
        return None
    confiscated = Decimal(proposal.get("gains") or 0) + Decimal(proposal.get("goods_value") or 0)
    ground = hearing_required(
        party_kind,
        proposal.get("kinds") or [],
        Decimal(proposal.get("fine") or 0),
        confiscated,
        standing.policy,
    )
    return str(ground.say if hasattr(ground, "say") else ground) if ground else None
