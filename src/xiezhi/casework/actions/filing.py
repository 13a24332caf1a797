"""立案: the clue, the proposal, the decision to file, and who handles the case (处罚法 art. 54)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xiezhi.casework.known import judged_officers, known
from xiezhi.casework.models import Case, Link, Party
from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account, Person
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.rulebook import refuse
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Participant
from xiezhi.record.policies import name_for
from xiezhi.record.writing import Writing, next_number

HANDLER = Participant.Capacity.HANDLER
_FILES, _CASES, _PARTIES = Insert(File), Insert(Case), Insert(Party)


def register_clue(
    *,
    by: Account,
    on: dt.date,
    party: dict[str, Any],
    cause: str,
    brief: str,
    source: str,
    found_on: dt.date,
    place: str = "",
    real_name: bool = False,
    item: Any = None,
    details: dict[str, Any] | None = None,
    origin: File | None = None,
) -> File:
    """案件来源登记: opens the File. The registrar becomes its first handler.

    `origin` is the File this case follows from: an inspection's finding, a case split off.
    """
    file = new_file(by, on, "penalty.general", f"{party['name']}涉嫌{cause}案", series="案源")
    facts = {"cause": cause, "source": source, "real_name": real_name, "found_on": found_on}
    if origin is not None:
        facts["origin"] = origin.number
    case = _CASES.new(
        file=file,
        cause=cause,
        source=source,
        real_name=real_name,
        found_on=found_on,
        place=place,
        brief=brief,
        item=item,
    )
    with act("casework.register_clue", file, by=by, on=on, facts=facts) as writing:
        told = open_case(writing, party, case)
        (registrar,) = judged_officers([by.person_id], file, on)
        writing.join(by.person, HANDLER, registrar["certificate"])
        values = {**known(writing, case=case, parties=[told])}
        values |= {"place": place, "real_name": real_name, **(details or {})}
        writing.document("source.registration", values, number=file.number)
        if origin is not None:
            link(writing, origin)
        writing.say(f"登记案件来源：{file.title}。")
    return file


def new_file(by: Account, on: dt.date, kind: str, title: str, *, series: str) -> File:
    """A File about to be opened in the registrar's agency; numbered when its act is entered."""
    unit = by.unit
    agency = unit if unit.kind == "agency" else unit.parent
    assert agency is not None
    return _FILES.new(
        agency=agency,
        unit=unit,
        kind=kind,
        version=KINDS[kind].version,
        policy=name_for(agency.policy_code(), agency, on),
        number=series,
        title=title[:200],
        opened_on=on,
    )


def open_case(writing: Writing, party: dict[str, Any], case: Case) -> Party:
    """Number and save the File, with its case and party."""
    file = writing.file
    n = next_number(file.agency_id, writing.on.year, file.number)
    file.number = f"{file.agency.word}{file.number}〔{writing.on.year}〕{n}号"
    case.file = file
    told = _PARTIES.new(file=file, **party)
    _FILES.told([file])
    _CASES.told([case])
    _PARTIES.told([told])
    return told


def link(writing: Writing, origin: File) -> None:
    """This File follows from another one, which whoever says so can see."""
    assert writing.by is not None
    if not File.objects.visible_to(writing.by).filter(pk=origin.pk).exists():
        raise Refused([refuse("FLOW-ORDER", "没有这个案卷，或者您不能查看。", field="origin")])
    Link.objects.create(file=writing.file, origin=origin, seq=writing.seq)


def add_party(
    file: File, *, by: Account, on: dt.date, role: str, party: dict[str, Any], reason: str
) -> Entry:
    """追加当事人: somebody who did it together, or whom the decision would touch (第三人)."""
    label = Party.Role(role).label
    facts = {"role": role, "name": party["name"], "reason": reason}
    with act("casework.add_party", file, by=by, on=on, facts=facts) as writing:
        if Party.objects.filter(file=file, name=party["name"]).exists():
            say = f"{party['name']}已经是本案的当事人。"
            raise Refused([refuse("FLOW-ONCE", say, field="name")])
        Party.objects.create(file=file, role=role, **party)
        writing.say(f"追加{label}：{party['name']}。")
    return writing.done()


def propose_filing(
    file: File,
    *,
    by: Account,
    on: dt.date,
    officers: list[int],
    violation_ended_on: dt.date,
    discovered_on: dt.date,
    has_evidence: bool | None,
    punishable: bool | None,
    own_jurisdiction: bool | None,
    grave_harm: bool = False,
    opinion: str,
) -> Entry:
    """提请立案: the conditions, the limitation, and two qualified officers are judged here."""
    judged = judged_officers(officers, file, on)
    facts = {
        "officers": judged,
        "violation_ended_on": violation_ended_on,
        "discovered_on": discovered_on,
        "has_evidence": has_evidence,
        "punishable": punishable,
        "own_jurisdiction": own_jurisdiction,
        "grave_harm": grave_harm,
        "opinion": opinion,
    }
    with act("casework.propose_filing", file, by=by, on=on, facts=facts) as writing:
        names = "、".join(officer["name"] for officer in judged)
        writing.say(f"提请立案，拟由{names}承办。")
    return writing.done()


def file_case(file: File, *, by: Account, on: dt.date, opinion: str = "同意立案") -> Entry:
    """批准立案: the officers proposed become the handlers; the 90 days begin (art. 60)."""
    with act("casework.file_case", file, by=by, on=on) as writing:
        asked = writing.standing.last("casework.propose_filing")
        assert asked is not None
        _appoint(writing, asked.facts["officers"])
        proposer = asked.facts["officers"][0]["name"]
        values = {
            **known(writing),
            "handler_opinion": _said(asked.facts["opinion"], proposer, asked.on),
            "head_opinion": _said(opinion, by.person.name, on),
        }
        made = writing.document("filing.approval", values)
        writing.say(f"批准立案，{made.number}。")
    return writing.done()


def _said(text: str, name: str, on: dt.date) -> dict[str, str]:
    return {"text": text, "name": name, "on": on.isoformat()}


def _appoint(writing: Writing, officers: list[dict[str, Any]]) -> None:
    """The officers named are the handlers; anybody else steps back."""
    wanted = {officer["person"]: officer for officer in officers}
    for handler in writing.handlers:
        if handler.person_id not in wanted:
            handler.ended_on = writing.on
            handler.save(update_fields=["ended_on"])
    people = Person.objects.in_bulk(list(wanted))
    for person_id, officer in wanted.items():
        writing.join(people[person_id], HANDLER, officer["certificate"])


def refuse_filing(
    file: File, *, by: Account, on: dt.date, ground: str, reason: str, corrected: bool = False
) -> Entry:
    """决定不予立案, in one of the situations of the rules, with its reason (SAMR-3)."""
    facts = {"ground": ground, "corrected": corrected}
    with act("casework.refuse_filing", file, by=by, on=on, facts=facts) as writing:
        said = _said("建议不予立案", known(writing)["officers"][0]["name"], on)
        values = {
            **known(writing),
            "ground": ground,
            "reason": reason,
            "handler_opinion": said,
            "head_opinion": _said("同意", by.person.name, on),
        }
        writing.document("filing.refusal", values)
        writing.say("决定不予立案。")
    return writing.done()


def inform_reporter(file: File, *, by: Account, on: dt.date, how: str) -> Entry:
    """告知实名举报人是否立案 (投诉举报办法 art. 31)."""
    with act("casework.inform_reporter", file, by=by, on=on, facts={"how": how}) as writing:
        writing.say(f"已告知举报人处理情况（{how}）。")
    return writing.done()


def change_handlers(
    file: File, *, by: Account, on: dt.date, officers: list[int], reason: str
) -> Entry:
    """变更承办人: still two qualified officers; the old ones stay in the record."""
    judged = judged_officers(officers, file, on)
    facts = {"officers": judged, "reason": reason}
    with act("casework.change_handlers", file, by=by, on=on, facts=facts) as writing:
        _appoint(writing, judged)
        names = "、".join(officer["name"] for officer in judged)
        writing.say(f"变更承办人为{names}：{reason}")
    return writing.done()


def decide_recusal(
    file: File,
    *,
    by: Account,
    on: dt.date,
    person: int,
    applicant: str,
    recused: bool,
    reason: str,
) -> Entry:
    """决定回避 (art. 43): the head decides; the investigation isn't stopped meanwhile."""
    facts = {"person": person, "recused": recused}
    with act("casework.decide_recusal", file, by=by, on=on, facts=facts) as writing:
        officer = next((p for p in writing.handlers if p.person_id == person), None)
        if officer is None:
            raise Refused([refuse("PEN-4", "要求回避的人员不是本案承办人。", field="person")])
        values = {
            **known(writing),
            "applicant": applicant,
            "person": officer.person.name,
            "reason": reason,
            "outcome": "recused" if recused else "refused",
        }
        writing.document("recusal.decision", values)
        if recused:
            officer.ended_on = on
            officer.save(update_fields=["ended_on"])
        writing.say(f"{officer.person.name}{'回避' if recused else '不需要回避'}：{reason}")
    return writing.done()
