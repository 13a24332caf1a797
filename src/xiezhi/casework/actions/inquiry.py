"""调查取证: records, evidence, preservation, correction, pauses, the final report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from xiezhi.casework.actions.notice import called, concerning
from xiezhi.casework.discretion import Discretion, OneFine
from xiezhi.casework.known import answering, handlers_judged, judged_officers, known, latest
from xiezhi.casework.models import Party
from xiezhi.identity.models import Account, Person
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.penalties import EvidenceKind, minor
from xiezhi.record.actions import act
from xiezhi.record.canonical import digest
from xiezhi.record.models import Blob, Entry, File, Material
from xiezhi.record.writing import Writing
from xiezhi.registry.rules.identifiers import birth_date, masked

Values = dict[str, Any]


@dataclass(frozen=True)
class OnSite:
    """Every record made with the party: who was there, certificates shown, rights told."""

    officers: list[int]
    identity_shown: bool
    rights_told: bool

    def facts(self, file: File, on: dt.date) -> dict[str, Any]:
        return {
            "officers": judged_officers(self.officers, file, on),
            "identity_shown": self.identity_shown,
            "rights_told": self.rights_told,
        }


def inspect(file: File, *, by: Account, on: dt.date, site: OnSite, values: Values) -> Entry:
    """现场检查: two officers, certificates shown, rights told (arts. 42, 55)."""
    facts = site.facts(file, on)
    with act("casework.inspect", file, by=by, on=on, facts=facts) as writing:
        attended(writing, facts)
        writing.document("evidence.scene", {**known(writing), **present(facts), **values})
        writing.say(f"在{values.get('place', '现场')}进行现场检查，制作现场笔录。")
    return writing.done()


def interview(file: File, *, by: Account, on: dt.date, site: OnSite, values: Values) -> Entry:
    """询问: the rights are told first, the record is read back and signed."""
    facts = site.facts(file, on)
    values = {**values, "interviewee": _unidentified(values["interviewee"])}
    with act("casework.interview", file, by=by, on=on, facts=facts) as writing:
        attended(writing, facts)
        writing.document("evidence.interview", {**known(writing), **present(facts), **values})
        writing.say(f"询问{values['interviewee']['name']}，制作询问笔录。")
    return writing.done()


def _unidentified(person: dict[str, Any]) -> dict[str, Any]:
    """Whoever is heard, without the whole ID number: the paper record has it, no page of ours."""
    number = person.get("id_number")
    return {**person, "id_number": masked(number)} if number else dict(person)


def attended(writing: Writing, facts: dict[str, Any]) -> None:
    """Everybody who was there as an officer has investigated this case."""
    officers = {o["person"]: o["certificate"] for o in facts["officers"]}
    strange = set(officers) - {p.person_id for p in writing.handlers}
    for person in Person.objects.filter(pk__in=strange) if strange else ():
        writing.attend(person, officers[person.pk])


def present(facts: dict[str, Any]) -> dict[str, Any]:
    """The officers who were there, as the record names them."""
    return {
        "officers": [
            {"name": o["name"], "certificate": o["certificate"]} for o in facts["officers"]
        ]
    }


def add_evidence(
    file: File,
    *,
    by: Account,
    on: dt.date,
    kind: str,
    title: str,
    proves: str,
    copies: str = "1份",
    blob: Blob | None = None,
    monitored: bool = False,
    device_reviewed: bool = False,
    record_reviewed: bool = False,
) -> Entry:
    """收集证据: one of the eight kinds of art. 46, with what it proves; a record of monitoring
    equipment only after device and record were reviewed (art. 41)."""
    facts: dict[str, Any] = {"kind": kind, "title": title}
    if monitored:
        facts["monitored"] = True
        facts |= {"device_reviewed": device_reviewed, "record_reviewed": record_reviewed}
    with act("casework.add_evidence", file, by=by, on=on, facts=facts) as writing:
        values = {"kind": kind, "name": title, "proves": proves, "copies": copies}
        writing.material(Material.Kind.EVIDENCE, kind, title, values, blob=blob)
        how = "，由电子技术监控设备记录，设备和记录都经过审核" if monitored else ""
        writing.say(f"收集证据：{title}（{copies}）{how}。")
    return writing.done()


def confirm_address(
    file: File, *, by: Account, on: dt.date, values: Values, party: int | None = None
) -> Entry:
    """送达地址确认书: without it, no service by fax or e-mail (art. 61(2))."""
    facts = {"electronic": values.get("electronic") is True, **concerning(party)}
    with act("casework.confirm_address", file, by=by, on=on, facts=facts) as writing:
        writing.document("service.address", {**known(writing, party=party), **values})
        writing.say(f"{called(writing, party)}确认送达地址。")
    return writing.done()


def preserve_evidence(file: File, *, by: Account, on: dt.date, values: Values) -> Entry:
    """先行登记保存: approved by the head; seven working days to decide (art. 56)."""
    facts = {"officers": handlers_judged(file, on)}
    with act("casework.preserve_evidence", file, by=by, on=on, facts=facts) as writing:
        standing = writing.standing
        last = standing.calendar.add_working_days(on, standing.policy.preserve_days)
        days = {"from_day": on.isoformat(), "to_day": last.isoformat()}
        made = writing.document("preservation.notice", {**known(writing), **days, **values})
        writing.body["batch"] = str(made.pk)
        writing.say(f"先行登记保存证据 {len(values['goods'])} 项，{made.number}。")
    return writing.done()


def dispose_preserved(file: File, *, by: Account, on: dt.date, values: Values) -> Entry:
    """对先行登记保存的证据作出处理决定."""
    with act("casework.dispose_preserved", file, by=by, on=on) as writing:
        opened = writing.standing.all("casework.preserve_evidence")
        n = len(writing.standing.all("casework.dispose_preserved"))
        batch = opened[min(n, len(opened) - 1)]
        origin = Material.objects.get(pk=batch.facts["batch"])
        base = {
            **known(writing),
            "goods": origin.values.get("goods"),
            "notice_number": origin.number,
            "notice_on": origin.on.isoformat(),
        }
        writing.document("preservation.disposal", {**base, **values})
        writing.body["batch"] = batch.facts["batch"]
        writing.say("对先行登记保存的证据作出处理决定。")
    return writing.done()


def order_correction(file: File, *, by: Account, on: dt.date, values: Values) -> Entry:
    """责令改正 (art. 28)."""
    with act("casework.order_correction", file, by=by, on=on) as writing:
        made = writing.document("correction.order", {**known(writing), **values})
        writing.body["number"] = made.number
        writing.say(f"责令改正违法行为，{made.number}。")
    return writing.done()


def recheck_correction(file: File, *, by: Account, on: dt.date, found: str, outcome: str) -> Entry:
    """复查改正情况."""
    with act("casework.recheck_correction", file, by=by, on=on) as writing:
        order = writing.standing.last("casework.order_correction")
        assert order is not None
        values = {
            "order_number": order.facts.get("number"),
            "order_on": order.on.isoformat(),
            "rechecked_on": on.isoformat(),
            "found": found,
            "outcome": outcome,
        }
        writing.document("correction.recheck", {**known(writing), **values})
        writing.say("复查改正情况。")
    return writing.done()


def suspend(file: File, *, by: Account, on: dt.date, reason: str) -> Entry:
    """中止调查: the days until 恢复调查 don't count (SAMR-4)."""
    with act("casework.suspend", file, by=by, on=on, facts={"reason": reason}) as writing:
        _pause_document(writing, "inquiry.suspension", reason)
        writing.say(f"中止调查：{reason}")
    return writing.done()


def resume(file: File, *, by: Account, on: dt.date, reason: str) -> Entry:
    """恢复调查: the clock runs again."""
    with act("casework.resume", file, by=by, on=on, facts={"reason": reason}) as writing:
        _pause_document(writing, "inquiry.resumption", reason)
        writing.say(f"恢复调查：{reason}")
    return writing.done()


def _pause_document(writing: Writing, code: str, reason: str) -> None:
    values = {**known(writing), "reason": reason, "from_day": writing.on.isoformat()}
    writing.document(code, values)


def commission_test(file: File, *, by: Account, on: dt.date, values: Values) -> Entry:
    """委托检测、检验、检疫、鉴定: the time until the result doesn't count (SAMR-4)."""
    facts = {"laboratory": values.get("laboratory")}
    with act("casework.commission_test", file, by=by, on=on, facts=facts) as writing:
        writing.document("test.commission", {**known(writing), **values})
        writing.say(f"委托{values['laboratory']}检验鉴定。")
    return writing.done()


def receive_test(
    file: File, *, by: Account, on: dt.date, values: Values, blob: Blob | None = None
) -> Entry:
    """收到检验鉴定结果: told to the party; an expert opinion in the File (art. 46)."""
    with act("casework.receive_test", file, by=by, on=on) as writing:
        report = {
            "kind": EvidenceKind.EXPERT_OPINION,
            "name": f"检验鉴定报告 {values.get('report_number', '')}".strip(),
            "proves": values["result"],
            "copies": "1份",
        }
        writing.material(
            Material.Kind.EVIDENCE, EvidenceKind.EXPERT_OPINION, report["name"], report, blob=blob
        )
        asked = latest(writing, "test.commission")
        told = {"laboratory": asked.get("laboratory", "")}
        writing.document("test.result", {**known(writing), **told, **values})
        writing.say("收到检验鉴定结果并告知当事人。")
    return writing.done()


def extend(
    file: File, *, by: Account, on: dt.date, days: int, reason: str, discussed: bool = False
) -> Entry:
    """延长办案期限: by the head, within what the profile allows; again after a discussion."""
    facts = {"days": days, "reason": reason, "discussed": discussed}
    with act("casework.extend", file, by=by, on=on, facts=facts) as writing:
        due = writing.standing.limit("PEN-14")
        old = due.last_day if due and due.last_day else on
        said = {"text": reason, "name": known(writing)["officers"][0]["name"], "on": on.isoformat()}
        values = {
            **known(writing),
            "due_on": old.isoformat(),
            "until": (old + dt.timedelta(days=days)).isoformat(),
            "reason": reason,
            "handler_opinion": said,
            "head_opinion": {"text": "同意", "name": by.person.name, "on": on.isoformat()},
        }
        writing.document("inquiry.extension", values)
        writing.say(f"批准延长办案期限 {days} 日：{reason}")
    return writing.done()


@dataclass(frozen=True)
class Report:
    """案件调查终结报告: the proposed handling, and what the report says.

    `each` is what was relied on for each fine, where several parties are fined by their own
    benchmarks.
    """

    proposal: dict[str, Any]
    values: Values
    discretion: Discretion = field(default_factory=Discretion)
    each: tuple[OneFine, ...] = ()

    def judged(self, file: File) -> dict[str, Any]:
        """What the gate weighs; raises Refused for a fine outside the law's range."""
        reasons = str(self.values.get("discretion") or "")
        against = self.discretion.judge(self.proposal, reasons)
        against += [reason for one in self.each for reason in one.judge(self.proposal, reasons)]
        if against:
            raise Refused(against)
        parties, mercy = answering(file), mercies(file)
        for share in self.proposal.get("shares") or ():
            share["mercy"] = mercy.get(share["party"])
        facts = {"proposal": self.proposal, "basis": self.basis, "mercy": mercy.get(parties[0].pk)}
        return facts | ({"parties": [p.pk for p in parties]} if len(parties) > 1 else {})

    @property
    def basis(self) -> str:
        """Fingerprint of the articles: the party is told of them before the decision (art. 44)."""
        return digest([self.values.get(key) for key in ("law_breached", "law_applied")])


def mercies(file: File) -> dict[int, str | None]:
    """Of each party whether its age on the day of the act forbids or lightens a penalty (30)."""
    born = {party.pk: day for party in answering(file) if (day := _born(party))}
    asked = Entry.objects.filter(file=file, kind="casework.propose_filing")
    last = asked.order_by("-seq").first() if born else None
    if last is None:
        return {}
    ended = dt.date.fromisoformat(last.facts["violation_ended_on"])
    found = {party: minor(day, ended) for party, day in born.items()}
    return {party: mercy.effect if mercy else None for party, mercy in found.items()}


def _born(party: Party) -> dt.date | None:
    return party.born_on or (birth_date(party.id_number) if party.id_number else None)


def conclude(file: File, *, by: Account, on: dt.date, report: Report) -> Entry:
    """调查终结: the report with facts, evidence, law and the proposed handling (art. 57)."""
    facts = report.judged(file)
    with act("casework.conclude", file, by=by, on=on, facts=facts) as writing:
        _write_report(writing, report)
        writing.say(f"调查终结，{proposal_sentence(report.proposal)}")
    return writing.done()


def revise_conclusion(file: File, *, by: Account, on: dt.date, report: Report) -> Entry:
    """修改调查终结报告, after an opinion, a statement or a hearing; voids an earlier review."""
    facts = report.judged(file)
    with act("casework.revise_conclusion", file, by=by, on=on, facts=facts) as writing:
        _write_report(writing, report)
        writing.say(f"修改处理建议，{proposal_sentence(report.proposal)}")
    return writing.done()


def _write_report(writing: Writing, report: Report) -> None:
    base = {**known(writing), "evidence": evidence_rows(writing.file)}
    named = [f"{one.name}：{one.discretion.words()}" for one in report.each]
    if words := report.discretion.words() or "；".join(named):
        base["benchmark"] = words
    writing.document("inquiry.report", {**base, **report.values})


def evidence_rows(file: File) -> list[dict[str, str]]:
    """Everything that proves something, in the order in which it came into the File."""
    rows = []
    codes = ("evidence.scene", "evidence.interview")
    for material in _MATERIALS.all(file=file.pk):
        if material.kind == Material.Kind.EVIDENCE:
            rows.append({k: v for k, v in material.values.items() if k != "on"})
        elif material.code in codes:
            scene = material.code == "evidence.scene"
            kind = EvidenceKind.RECORD if scene else EvidenceKind.PARTY_STATEMENT
            rows.append({"name": material.title, "kind": kind, "copies": "1份"})
    return rows


_MATERIALS = Prepared(lambda: Material.objects.filter(file=Slot("file")).order_by("seq"))


def proposal_sentence(proposal: dict[str, Any]) -> str:
    """What is proposed, in one sentence."""
    if proposal.get("outcome") != "penalty":
        return "建议不予行政处罚。"
    return f"建议{'；'.join(row['content'] for row in proposal.get('penalties', []))}。"
