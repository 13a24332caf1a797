"""法制审核, one function an act: submit, return, opinion, exemption."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xiezhi.casework.known import carried, known, party_of, report_values
from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.declared import fields_of
from xiezhi.procedure.review_grounds import CHECKLIST, Ground, exemption
from xiezhi.procedure.standing import Standing
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Material, Participant, Seal
from xiezhi.record.writing import Writing
from xiezhi.review.models import Clearance, Exemption, Opinion, Submission
from xiezhi.review.rules import judge_answers

__all__ = ["exempt", "give_opinion", "return_materials", "submit"]

_SUBMISSIONS, _OPINIONS, _CLEARANCES = Insert(Submission), Insert(Opinion), Insert(Clearance)
_SENT = Prepared(
    lambda: Submission.objects.filter(file=Slot("file")).select_related("seal").order_by("-seq")[:1]
)
_PACKAGE = Prepared(
    lambda: (
        Material.objects.filter(file=Slot("file")).order_by("seq").values_list("title", "number")
    )
)


def submit(file: File, *, by: Account, on: dt.date, opinion: str, answer: str = "") -> Entry:
    """提请法制审核: the package is taken from the record and sealed; the clock starts."""
    with act("review.submit", file, by=by, on=on) as writing:
        seal = writing.seal()
        sent = _SUBMISSIONS.one(
            file=file,
            seal=seal,
            round=len(writing.standing.all("review.submit")) + 1,
            seq=writing.seq,
            submitted_on=on,
            answer=answer,
        )
        values = {
            **_matter(writing),
            "round": f"第 {sent.round} 次",
            "materials": package(file),
            "handler_opinion": {"text": opinion, "name": by.person.name, "on": on.isoformat()},
            "fingerprint": seal.digest,
        }
        writing.document("review.submission", fields_of("review.submission", values))
        writing.body |= {"seal": seal.digest, "sealed_at": writing.seq, "round": sent.round}
        if answer:
            writing.body["answer"] = answer
        writing.say(
            f"提请法制审核，第 {sent.round} 轮，材料 {len(values['materials'])} 份，已封存。"
        )
    return writing.done()


def _matter(writing: Writing) -> dict[str, Any]:
    """What is under review, from the record: the final report, or what the kind's act proposes."""
    standing = writing.standing
    if standing.kind.family == "penalty":
        return {**known(writing), **report_values(writing.file)}
    said = {**carried(writing), **known(writing)}
    proposal = standing.proposal or {}
    outcome = standing.kind.outcome(str(proposal.get("outcome") or ""))
    words = (outcome.label if outcome else "", str(proposal.get("gist") or ""))
    law = said.get("law_applied") or said.get("basis")
    return {**said, "law_applied": law, "proposed": "。".join(filter(None, words)) + "。"}


def package(file: File) -> list[dict[str, str]]:
    """The submission package (law reference 5.4), straight from the record."""
    return [
        {"name": title, "number": number, "copies": "1份"}
        for title, number in _PACKAGE.rows(file=file.pk)
    ]


def return_materials(file: File, *, by: Account, on: dt.date, lacking: str) -> Entry:
    """退回补正: once and completely; the term starts anew when the package is complete."""
    with act("review.return_materials", file, by=by, on=on, facts={"lacking": lacking}) as writing:
        writing.say(f"送审材料不齐，退回补正：{lacking}")
    return writing.done()


def give_opinion(
    file: File,
    *,
    by: Account,
    on: dt.date,
    verdict: str,
    answers: list[dict[str, Any]],
    reasons: str,
) -> Entry:
    """出具审核意见: approve, correct or transfer; an approval makes the Clearance."""
    if lacking := judge_answers(answers, verdict, reasons):
        raise Refused(lacking)
    facts = {"verdict": verdict}
    with act("review.give_opinion", file, by=by, on=on, facts=facts) as writing:
        sent = _SENT.get(file=file.pk)
        writing.join(by.person, Participant.Capacity.REVIEWER, by.person.qualification)
        opinion = _OPINIONS.one(
            file=file,
            submission=sent,
            seal=sent.seal,
            verdict=verdict,
            reviewer=by.person,
            answers=answers,
            reasons=reasons,
            seq=writing.seq,
            given_on=on,
        )
        if verdict == Opinion.Verdict.APPROVED:
            _CLEARANCES.one(file=file, seal=sent.seal, opinion=opinion)
        made = _opinion_document(writing, sent, opinion, by)
        writing.body |= {"sealed_at": sent.seq, "seal": sent.seal.digest, "round": sent.round}
        writing.say(f"法制审核意见：{opinion.get_verdict_display()}，{made.number}。")
    return writing.done()


def _opinion_document(
    writing: Writing, sent: Submission, opinion: Opinion, by: Account
) -> Material:
    labels = {point.code: point.label for point in CHECKLIST}
    values = {
        **_matter(writing),
        "to_unit": writing.file.unit.name,
        "received_on": sent.submitted_on.isoformat(),
        "round": f"第 {sent.round} 次",
        "checklist": [
            {
                "item": labels[answer["point"]],
                "verdict": answer["verdict"],
                "note": "；".join(filter(None, (answer.get("material"), answer.get("note")))),
            }
            for answer in opinion.answers
        ],
        "verdict": opinion.verdict,
        "grounds": opinion.reasons,
        "reviewer": by.person.name,
        "reviewer_licence": by.person.qualification,
        "fingerprint": sent.seal.digest,
    }
    return writing.document("review.opinion", fields_of("review.opinion", values))


def exempt(file: File, *, by: Account, on: dt.date, answers: dict[str, bool | None]) -> Entry:
    """确认不属于审核范围: refused if a ground applies or isn't known (fails closed)."""
    with act("review.exempt", file, by=by, on=on) as writing:
        entry_exemption(writing, answers)
        writing.say("逐项核对，不属于法制审核范围。")
    return writing.done()


def _exempted(standing: Standing, facts: dict[str, Any]) -> tuple[list[Ground], list[Reason]]:
    """The grounds denied, or why not: of several parties each by its own kind and sums."""
    if not standing.several:
        return exemption(facts, standing.policy)
    traces: list[Ground] = []
    against: list[Reason] = []
    for one in standing.parties:
        share = one.party or {}
        own = {key: share[key] for key in (*_WEIGHED, "party_kind")}
        trace, refused = exemption({**facts, **own}, standing.policy)
        traces += [g for g in trace if g not in traces]
        against += [one.named(r) if r.field in (*_WEIGHED, "party_kind") else r for r in refused]
    return traces, list(dict.fromkeys(against))


def _major(standing: Standing) -> str:
    """The rule by which what is proposed is always reviewed, if there is one."""
    proposal = standing.proposal or {}
    outcome = standing.kind.outcome(str(proposal.get("outcome") or ""))
    return outcome.major if outcome else ""


#: What the report proposes can't be answered away when an exemption is claimed.
_WEIGHED = ("kinds", "fine", "gains", "goods_value")


def entry_exemption(writing: Writing, answers: dict[str, bool | None]) -> Seal:
    """Judge every ground, seal what was judged, and make the Clearance."""
    file, standing = writing.file, writing.standing
    proposal = standing.proposal or {}
    facts = {
        **answers,
        **{key: proposal[key] for key in _WEIGHED if key in proposal},
        **{key: True for key, answer in proposal.items() if answer is True},
        "family": standing.kind.family,
        "procedure": file.kind.rpartition(".")[2],
        "major": _major(standing),
        "party_kind": party_of(file).kind,
        "heard": standing.any("casework.hold_hearing", f"{standing.kind.family}.hold_hearing"),
    }
    grounds, refused = _exempted(standing, facts)
    if refused:
        raise Refused(refused)
    seal = writing.seal()
    rows = [
        {"ground": g.label, "article": str(g.cite), "answer": "否", "why": g.why} for g in grounds
    ]
    done = Exemption.objects.create(file=file, seal=seal, grounds=rows, seq=writing.seq)
    Clearance.objects.create(file=file, seal=seal, exemption=done)
    values = {**_matter(writing), "grounds_denied": rows}
    values.setdefault("penalties", answers.get("penalties") or [])
    values["handler_opinion"] = {
        "text": "经逐项核对，不属于法制审核范围。",
        "name": writing.by.person.name if writing.by else "",
        "on": writing.on.isoformat(),
    }
    writing.document("review.exemption", fields_of("review.exemption", values))
    writing.body |= {"sealed_at": writing.seq, "seal": seal.digest, "grounds": rows}
    return seal
