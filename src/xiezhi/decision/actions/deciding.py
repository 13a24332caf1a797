"""作出决定: from a Clearance, and from nothing else (处罚法 arts. 57, 58)."""

from __future__ import annotations

import datetime as dt
import secrets
from decimal import Decimal
from typing import Any

from django.db import transaction

from xiezhi.casework.known import (
    carried,
    case_of,
    judged_officers,
    known,
    party_of,
    report_values,
)
from xiezhi.casework.rules import proposal_of
from xiezhi.decision.actions.several import (
    about_party,
    decided_rows,
    of_each,
    payables,
    statement_text,
)
from xiezhi.decision.models import Decision, Revocation
from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.declared import fields_of
from xiezhi.procedure.disclosure_terms import portal_term
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.steps import ActKind
from xiezhi.record.actions import act
from xiezhi.record.canonical import digest
from xiezhi.record.models import Entry, File, Material, Participant
from xiezhi.record.writing import Writing, digest_of
from xiezhi.review.actions import entry_exemption
from xiezhi.review.models import Clearance, Exemption

PAY_DAYS = "15"
#: Licences and penalties are shown within seven working days, all else within twenty (PLAN-2, 1).
SOONER = ("licence", "penalty")
PUBLICITY_OF_ANY = "本决定作出后，本机关将依法向社会公示执法决定信息。"
PUBLICITY = "本决定作出后，本机关将依法向社会公示行政处罚信息。"


def discuss(file: File, *, by: Account, on: dt.date, values: dict[str, Any]) -> Entry:
    """集体讨论: for complex or grave matters, after the review (art. 57(2))."""
    with act("decision.discuss", file, by=by, on=on) as writing:
        base = {**known(writing), "host": by.person.name}
        writing.document("decision.discussion", {**base, **values})
        writing.say("负责人集体讨论。")
    return writing.done()


def issue(clearance: Clearance, *, by: Account, on: dt.date) -> Decision:
    """作出决定: exactly what was reviewed, by somebody who is no handler.

    The content comes from the sealed report; nothing is typed here. Raises Refused if the File
    isn't what was reviewed any more.
    """
    with act("decision.issue", clearance.file, by=by, on=on) as writing:
        counts = writing.standing.clearance
        if counts is None or clearance.seal.seq != counts.sealed_at:
            raise Refused([_changed()])
        if digest_of(writing.substance()) != clearance.seal.digest:
            raise Refused([_changed()])
        writing.join(by.person, Participant.Capacity.DECIDER)
        proposal = writing.standing.proposal or {}
        made = _decision_document(writing, proposal)
        decision = _decide(writing, clearance, made, proposal, by)
        _commit(writing, decision)
        writing.say(f"作出决定：{decision.gist}。{decision.number}。")
    return decision


def _changed() -> Any:
    return refuse(
        "REV-SEAL",
        "案件内容与通过审核时封存的不一致。",
        todo="重新提请法制审核。",
    )


def _decision_document(writing: Writing, proposal: dict[str, Any]) -> Material:
    kind = KINDS[writing.file.kind]
    if kind.family != "penalty":
        return _stated(writing, kind, proposal)
    values = {**known(writing), **report_values(writing.file), "publicity": PUBLICITY}
    told = writing.standing.last("casework.give_notice")
    served = writing.standing.last("casework.serve_notice")
    if writing.standing.several:
        values |= of_each(writing, values)
    elif told and served:
        values |= {
            "notice_number": told.facts["number"],
            "notice_served_on": served.on.isoformat(),
            "statement": statement_text(writing, writing.standing),
        }
    if told and served:
        values["hearing_said"] = _hearing_text(writing)
    if proposal.get("outcome") != "penalty":
        return writing.document("penalty.none", values | _unpunished(values, proposal))
    return writing.document("penalty.decision", values | _paying(values, proposal))


def _unpunished(values: dict[str, Any], proposal: dict[str, Any]) -> dict[str, Any]:
    """Why nobody is punished, and what is asked of everybody instead (arts. 33, 57)."""
    return {
        "reason": proposal.get("reason") or values.get("discretion"),
        "education": proposal.get("education") or "教育当事人遵守法律、法规、规章。",
    }


def _stated(writing: Writing, kind: ActKind, proposal: dict[str, Any]) -> Material:
    """The document that states the proposed outcome, filled by name from what the record says."""
    outcome = kind.outcome(str(proposal.get("outcome") or ""))
    if outcome is None:
        raise Refused([refuse("REV-SEAL", "还没有提出拟作出的决定。", todo="先提出处理意见。")])
    head = writing.by.person.name if writing.by else ""
    signed = {"text": "同意", "name": head, "on": writing.on.isoformat()}
    said = {k: v for k, v in proposal.items() if v is not None}
    values = {**carried(writing), **said, **known(writing), "head_opinion": signed}
    if kind.disclosure != "none":
        values["publicity"] = PUBLICITY_OF_ANY
    return writing.document(outcome.document, fields_of(outcome.document, values))


def _paying(values: dict[str, Any], proposal: dict[str, Any]) -> dict[str, Any]:
    if Decimal(proposal.get("fine") or 0) > 0:
        return {"fine": proposal["fine"], "pay_days": PAY_DAYS, "surcharge": True}
    return {"fine": None, "performance": values.get("performance") or "收到本决定书后立即履行。"}


def _hearing_text(writing: Writing) -> str:
    held = writing.standing.last("casework.hold_hearing")
    return f"本机关于 {held.on:%Y年%-m月%-d日}举行听证。" if held else ""


_DECISIONS = Insert(Decision)


def _decide(
    writing: Writing,
    clearance: Clearance,
    made: Material,
    proposal: dict[str, Any],
    by: Account,
) -> Decision:
    """The row behind the document: what lists, statistics and publication read."""
    file, party, case = writing.file, party_of(writing.file), case_of(writing.file)
    summary = file.kind == "penalty.summary"
    outcome = str(proposal.get("outcome") or "no_penalty")
    kind = KINDS[file.kind]
    decision = _DECISIONS.one(
        file=file,
        seal_id=clearance.seal_id,
        clearance=clearance,
        material=made,
        agency=file.agency,
        procedure=Decision.Procedure.SUMMARY if summary else Decision.Procedure.GENERAL,
        outcome=outcome,
        decider=by.person,
        capacity=Participant.Capacity.HANDLER if summary else Participant.Capacity.DECIDER,
        number=made.number,
        on=writing.on,
        seq=writing.seq,
        kinds=proposal.get("kinds") or [],
        fine=Decimal(proposal.get("fine") or 0),
        gains=Decimal(proposal.get("gains") or 0),
        goods_value=Decimal(proposal.get("goods_value") or 0),
        amount=Decimal(proposal.get("amount") or 0),
        gist=_gist(kind, proposal, outcome),
        cause=case.cause,
        law_text=_law_text(
            proposal.get("law") or made.values.get("law_applied") or made.values.get("basis") or []
        ),
        **about_party(writing, party),
        salt=secrets.token_hex(16),
    )
    writing.body |= {
        "decision": decision.pk,
        "number": made.number,
        "outcome": decision.outcome,
        "payable": str(decision.payable),
        "clearance": clearance.pk,
    }
    writing.body |= payables(writing.standing)
    return decision


def _gist(kind: ActKind, proposal: dict[str, Any], outcome: str) -> str:
    """What was decided in one line: the penalties by name, else as proposed, else the outcome."""
    rows = decided_rows(proposal.get("penalties")) if outcome == "penalty" else []
    label = next((each.label for each in kind.outcomes if each.code == outcome), outcome)
    return ("；".join(row["content"] for row in rows) or proposal.get("gist") or label)[:500]


def _law_text(articles: list[dict[str, Any]]) -> str:
    return "、".join(f"《{a.get('law')}》{a.get('article', '')}" for a in articles)[:500]


def _commit(writing: Writing, decision: Decision) -> None:
    """Commit, then publish: the salted digest, class and due date go into the public log now.

    No due date where the profile only counts such decisions (CR-4, SAMR-13).
    """
    standing = writing.standing
    due = None
    if portal_term(decision, standing.policy).shown:
        soon = standing.kind.family in SOONER
        days = standing.policy.publish_penalty_days if soon else standing.policy.publish_days
        due = standing.calendar.add_working_days(decision.on, days)
    facts = {
        "number": decision.number,
        "document": decision.material.digest,
        "salt": decision.salt,
    }
    commitment = digest(facts)
    writing.commit_publicly(standing.kind.family, commitment, due)
    writing.body["commitment"] = commitment
    if due is not None:
        writing.body["publish_by"] = due.isoformat()


def decide_on_spot(
    file: File,
    *,
    by: Account,
    on: dt.date,
    penalties: list[dict[str, Any]],
    facts_certain: bool,
    answers: dict[str, Any],
    values: dict[str, Any],
) -> Decision:
    """当场作出处罚决定 (arts. 51, 52): exempted from review and decided, both or neither."""
    proposal = proposal_of("penalty", penalties, answers)
    collected = values.get("pay_mode") == "on_spot"
    party = party_of(file)
    people = Participant.objects.filter(file=file, ended_on=None).values_list("person", flat=True)
    facts = {
        "kinds": proposal["kinds"],
        "fine": proposal["fine"],
        "facts_certain": facts_certain,
        "party_kind": party.kind,
        "officers": judged_officers(list(people), file, on),
        "collected_on_spot": collected,
        "hard_to_enforce_later": bool(values.get("collect_why")),
    }
    with transaction.atomic():
        with act("review.exempt", file, by=by, on=on) as writing:
            entry_exemption(writing, proposal)
            writing.say("简易程序，逐项核对，不属于法制审核范围。")
        with act("decision.decide_on_spot", file, by=by, on=on, facts=facts) as writing:
            clearance = Clearance.objects.select_related("seal").get(file=file)
            base = {**known(writing), "penalties": proposal["penalties"], **values}
            made = writing.document("penalty.onspot", base | _paying_on_spot(proposal, collected))
            decision = _decide(writing, clearance, made, proposal, by)
            _commit(writing, decision)
            writing.say(f"当场决定：{decision.gist}。{decision.number}。")
    return decision


def _paying_on_spot(proposal: dict[str, Any], collected: bool) -> dict[str, Any]:
    """A fine collected at once names no bank; any other is paid within fifteen days (art. 67)."""
    if not Decimal(proposal["fine"]):
        return {"fine": None}
    if collected:
        return {"fine": proposal["fine"], "bank_name": None, "bank_address": None}
    return {"fine": proposal["fine"], "pay_days": PAY_DAYS, "surcharge": True}


#: What is decided where the law itself grants: nobody weighed anything that could be reviewed.
_BY_LAW = [
    {
        "ground": "届满前没有作出决定，法律规定视为准予延续",
        "article": "《中华人民共和国行政许可法》第五十条第二款",
        "answer": "否",
        "why": "不是本机关作出的决定，没有可以审核的内容",
    }
]
_SILENT = [{"law": "中华人民共和国行政许可法", "article": "第五十条第二款"}]


def confirm_renewal(file: File, *, by: Account, on: dt.date, values: dict[str, Any]) -> Decision:
    """登记视为准予延续 (许可法 art. 50(2)): counted and shown like a renewal that was granted."""
    with act("decision.confirm_renewal", file, by=by, on=on) as writing:
        clearance = _cleared_by_law(writing)
        writing.join(by.person, Participant.Capacity.DECIDER)
        said = {**carried(writing), **known(writing), **values, "publicity": PUBLICITY_OF_ANY}
        made = writing.document("licence.deemed_renewal", fields_of("licence.deemed_renewal", said))
        decision = _decide(writing, clearance, made, {"outcome": "deemed", "law": _SILENT}, by)
        _commit(writing, decision)
        writing.say(f"有效期届满前没有作出决定，视为准予延续，{made.number}。")
    return decision


def _cleared_by_law(writing: Writing) -> Clearance:
    """The Clearance of what was never decided: it says why there was nothing to review."""
    seal = writing.seal()
    exemption = Exemption.objects.create(
        file=writing.file, seal=seal, grounds=_BY_LAW, seq=writing.seq
    )
    return Clearance.objects.create(file=writing.file, seal=seal, exemption=exemption)


def report_on_spot(file: File, *, by: Account, on: dt.date) -> Entry:
    """当场处罚报所属机关备案 (art. 52(3))."""
    with act("decision.report_on_spot", file, by=by, on=on) as writing:
        decision = Decision.objects.select_related("material").get(file=file)
        base = known(writing)
        values = {
            **base,
            "decision_number": decision.number,
            "decided_on": decision.on.isoformat(),
            "breach": decision.material.values["breach"],
            "penalties": decision.material.values["penalties"],
        }
        writing.document("penalty.onspot_filing", values)
        writing.say("当场处罚决定已报所属机关备案。")
    return writing.done()


def revoke(
    file: File,
    *,
    by: Account,
    on: dt.date,
    ground: str,
    reason: str,
    reference: str = "",
    effect: str = "revoked",
    change: str = "",
) -> Entry:
    """撤销或者变更决定: the publication comes down within three working days (art. 48(2)).

    What is decided instead is a decision of its own: a new File that follows from this one.
    """
    facts = {"ground": ground, "effect": effect}
    with act("decision.revoke", file, by=by, on=on, facts=facts) as writing:
        decision = Decision.objects.get(file=file)
        said = {"effect": effect, "reason": reason, "reference": reference, "change": change}
        values = {**carried(writing), **known(writing), **said}
        writing.document("decision.revocation", fields_of("decision.revocation", values))
        Revocation.objects.create(
            decision=decision,
            ground=ground,
            reason=reason,
            reference=reference,
            on=on,
            seq=writing.seq,
        )
        writing.say(f"{decision.number} 已撤销或者变更：{reason}")
    return writing.done()
