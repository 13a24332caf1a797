"""Every act of the general procedure with values that a hurried official might give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils import timezone

from tests.builders import APPLIED, BREACHED, COMPANY, PLAIN, Bureau
from xiezhi.casework import actions as casework
from xiezhi.casework.rules import proposal_of
from xiezhi.decision import actions as decision
from xiezhi.identity.models import Account
from xiezhi.procedure import declared
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents.model import FieldKind
from xiezhi.procedure.documents.samples import sample_values
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.record.actions import standing_of
from xiezhi.record.models import File
from xiezhi.review import actions as review
from xiezhi.review.models import Clearance

PLACE = "安澜市东埠区临港路 18 号"
TOLD = "已出示执法证件，告知权利义务。"


@dataclass
class Doing:
    """One attempt: who, on which day, and how the official chooses among what can be chosen."""

    bureau: Bureau
    file: File
    by: Account
    on: dt.date
    choose: Callable[[list[Any]], Any]

    def at(self, clock: str) -> str:
        return f"{self.on}T{clock}"

    def officers(self) -> list[int]:
        b = self.bureau
        pairs = [(b.handler, b.second), (b.second, b.stranger), (b.handler, b.reviewer), (b.head,)]
        return [who.person_id for who in self.choose(pairs)]

    def site(self) -> casework.OnSite:
        return casework.OnSite(self.officers(), identity_shown=True, rights_told=True)

    def scene(self) -> dict[str, Any]:
        times = {"started_at": self.at("09:10"), "ended_at": self.at("10:40")}
        return {"place": PLACE, "told": TOLD, **times}

    def report(self) -> casework.Report:
        outcome = self.choose(["penalty", "penalty", "penalty", "no_penalty"])
        answers = {**PLAIN, "discussion_due": self.choose([False, False, True])}
        fine = self.choose(["5000", "52000", "120000"])
        proposal = proposal_of(outcome, [{"kind": "fine", "amount": fine}], answers)
        none = [{"kind": "none", "content": "不予行政处罚"}]
        values = {
            "facts": "当事人更改外包装生产日期后销售。",
            "law_breached": BREACHED,
            "law_applied": self.choose([APPLIED, APPLIED, BREACHED]),
            "discretion": "符合一般裁量情形。",
            "penalties": proposal["penalties"] or none,
            "fine": proposal["fine"] if proposal["penalties"] else None,
        }
        return casework.Report(proposal, {k: v for k, v in values.items() if v})

    def how(self) -> casework.Delivery:
        return casework.Delivery(self.choose(["direct", "direct", "left", "electronic"]))

    def receipt(self) -> dict[str, Any]:
        return {"place": PLACE, "served_at": self.at("15:00"), "received_by": "韩某"}

    def hearing_on(self) -> dt.date:
        calendar = standing_of(self.file, today=self.on).calendar
        return calendar.add_working_days(self.on, self.choose([3, 7, 8]))


def _said(d: Doing) -> dict[str, Any]:
    return {"file": d.file, "by": d.by, "on": d.on}


def register(d: Doing) -> File:
    """The first act; opens the File."""
    return casework.register_clue(
        by=d.by,
        on=d.on,
        party=dict(COMPANY),
        cause="经营虚假标注生产日期的食品",
        brief="检查发现外包装生产日期与喷码不符。",
        source="complaint",
        found_on=d.on - dt.timedelta(days=d.choose([0, 2, -1])),
        real_name=d.choose([True, False]),
    )


def _propose(d: Doing) -> object:
    return casework.propose_filing(
        **_said(d),
        officers=d.officers(),
        violation_ended_on=d.on - dt.timedelta(days=d.choose([10, 10, 10, 800])),
        discovered_on=d.on,
        has_evidence=d.choose([True, True, True, None]),
        punishable=True,
        own_jurisdiction=True,
        opinion="建议立案调查。",
    )


def _interview(d: Doing) -> object:
    talk = [{"q": "是否看清证件？", "a": "看清了。"}, {"q": "经过如何？", "a": "不清楚。"}]
    values = {**d.scene(), "interviewee": {"name": "韩某"}, "talk": talk, "read_back": True}
    return casework.interview(**_said(d), site=d.site(), values=values)


def _recusal(d: Doing) -> object:
    return casework.decide_recusal(
        **_said(d),
        person=d.choose([d.bureau.second, d.bureau.stranger]).person_id,
        applicant="当事人",
        recused=d.choose([True, False]),
        reason="与当事人有利害关系。",
    )


def _goods() -> list[dict[str, str]]:
    return [{"name": "食用油", "quantity": "12", "unit": "箱"}]


def _correction(d: Doing) -> object:
    values = {"breach": "更改生产日期。", "law_breached": BREACHED, "correction": "立即停止。"}
    return casework.order_correction(**_said(d), values={**values, "at_once": True})


def _test(d: Doing) -> object:
    values = {"laboratory": "产品质量检验研究院", "goods": _goods(), "asked": "生产日期"}
    return casework.commission_test(**_said(d), values=values)


def _result(d: Doing) -> object:
    values = {"laboratory": "产品质量检验研究院", "report_number": "1", "result": "不合格"}
    return casework.receive_test(**_said(d), values=values)


def _statement(d: Doing) -> object:
    values = {**d.scene(), "speaker": {"name": "韩某"}, "statement": "请求从轻。"}
    return casework.record_statement(**_said(d), values=values)


def _recheck(d: Doing) -> object:
    values = {"statement": "请求从轻。", "rechecked": "已复核。", "outcome": "rejected"}
    return casework.recheck_statement(
        **_said(d),
        nothing_new=d.choose([True, True, False]),
        values={**values, "reason": "不采纳。"},
    )


def _call_hearing(d: Doing) -> object:
    at = dt.datetime.combine(d.hearing_on(), dt.time(9, 30), timezone.get_current_timezone())
    host = d.choose([d.bureau.reviewer, d.bureau.reviewer, d.bureau.handler])
    values = {"held_in": "三楼听证室", "host": host.person.name}
    return casework.notify_hearing(**_said(d), hearing_at=at, host=host.person_id, values=values)


def _hold_hearing(d: Doing) -> object:
    values = {**d.scene(), "participants": [{"role": "承办人", "name": "周闻溪"}]}
    talk = [{"q": "主持人", "a": "现在开始听证。"}]
    return casework.hold_hearing(**_said(d), values={**values, "talk": talk})


def _report_hearing(d: Doing) -> object:
    values = {"basics": "公开举行。", "investigators_said": "建议处罚。"}
    said = {"party_said": "请求从轻。", "advice": "建议维持。"}
    return casework.report_hearing(**_said(d), values={**values, **said})


def _opinion(d: Doing) -> object:
    verdict = d.choose(["approved", "approved", "approved", "correct", "transfer"])
    answers = [
        {
            "point": point.code,
            "verdict": "fail" if n == 0 and verdict != "approved" else "pass",
            "material": "案件调查终结报告",
            "note": "不足",
        }
        for n, point in enumerate(CHECKLIST)
    ]
    return review.give_opinion(**_said(d), verdict=verdict, answers=answers, reasons="见逐项意见。")


def _discuss(d: Doing) -> object:
    values = {**d.scene(), "present": [{"name": "程以宁", "post": "局长"}], "brief": "见报告。"}
    return decision.discuss(**_said(d), values={**values, "conclusion": "同意。"})


def _issue(d: Doing) -> object:
    """With the newest clearance, or with an older one that may not count any more."""
    cleared = list(Clearance.objects.select_related("seal", "file").filter(file=d.file))
    if not cleared:
        today = timezone.localdate()
        reasons = standing_of(d.file, today=today).refusals("decision.issue", d.on)
        assert reasons, "nothing was cleared, and nothing speaks against the decision"
        raise Refused(reasons)
    return decision.issue(d.choose([cleared[-1], cleared[0]]), by=d.by, on=d.on)


def _instalments(d: Doing) -> object:
    until = (d.on + dt.timedelta(days=60)).isoformat()
    return decision.allow_instalments(**_said(d), values={"way": "deferred", "until": until})


def _declared(act: str, d: Doing) -> object:
    """A declared act with sample values: what a hurried official leaves as it stands."""
    step = KINDS["penalty.general"].step(act)
    assert step is not None
    made = [sample_values(DOCUMENTS[code]) for code in step.documents]
    samples = {name: value for values in made for name, value in values.items()}
    typed = {
        field.name: samples.get(field.name) or (field.options[0][0] if field.options else "100")
        for field in declared.asked(step)
    }
    opinions = {f.name for f in declared.asked(step) if f.kind is FieldKind.OPINION}
    typed |= dict.fromkeys(opinions, "同意。")
    answers: dict[str, bool | None] = dict(PLAIN) if step.grounds else {}
    site = d.site() if step.on_site else None
    given = casework.Given(typed, site=site, answers=answers)
    return casework.do_declared(act, d.file, by=d.by, on=d.on, given=given)


def _add_party(d: Doing) -> object:
    role = d.choose(["joint", "third"])
    return casework.add_party(**_said(d), role=role, party=dict(COMPANY), reason="共同实施。")


DOING: dict[str, Callable[[Doing], object]] = {
    "casework.propose_filing": _propose,
    "casework.file_case": lambda d: casework.file_case(**_said(d)),
    "casework.refuse_filing": lambda d: casework.refuse_filing(
        **_said(d), ground="slight", corrected=True, reason="情节轻微。"
    ),
    "casework.inform_reporter": lambda d: casework.inform_reporter(**_said(d), how="电话"),
    "casework.change_handlers": lambda d: casework.change_handlers(
        **_said(d), officers=d.officers(), reason="工作调整。"
    ),
    "casework.decide_recusal": _recusal,
    "casework.inspect": lambda d: casework.inspect(
        **_said(d), site=d.site(), values={**d.scene(), "found": "日期不一致。"}
    ),
    "casework.interview": _interview,
    "casework.add_evidence": lambda d: casework.add_evidence(
        **_said(d), kind="documentary", title="进货票据", proves="购进数量"
    ),
    "casework.confirm_address": lambda d: casework.confirm_address(
        **_said(d), values={"address": PLACE, "receiver": "韩某", "electronic": False}
    ),
    "casework.preserve_evidence": lambda d: casework.preserve_evidence(
        **_said(d), values={"kept_at": "当事人仓库", "goods": _goods()}
    ),
    "casework.dispose_preserved": lambda d: casework.dispose_preserved(
        **_said(d), values={"disposal": "returned"}
    ),
    "casework.order_correction": _correction,
    "casework.recheck_correction": lambda d: casework.recheck_correction(
        **_said(d), found="已改正。", outcome="corrected"
    ),
    "casework.suspend": lambda d: casework.suspend(**_said(d), reason="等待其他机关意见"),
    "casework.resume": lambda d: casework.resume(**_said(d), reason="已收到意见"),
    "casework.commission_test": _test,
    "casework.receive_test": _result,
    "casework.extend": lambda d: casework.extend(
        **_said(d),
        days=d.choose([10, 30, 40]),
        reason="案情复杂",
        discussed=d.choose([True, False]),
    ),
    "casework.conclude": lambda d: casework.conclude(**_said(d), report=d.report()),
    "casework.revise_conclusion": lambda d: casework.revise_conclusion(
        **_said(d), report=d.report()
    ),
    "casework.give_notice": lambda d: casework.give_notice(**_said(d)),
    "casework.serve_notice": lambda d: casework.serve_notice(
        **_said(d), how=d.how(), values=d.receipt()
    ),
    "casework.record_statement": _statement,
    "casework.recheck_statement": _recheck,
    "casework.waive_statement": lambda d: casework.waive_statement(
        **_said(d), hearing_too=d.choose([True, False])
    ),
    "casework.request_hearing": lambda d: casework.request_hearing(**_said(d)),
    "casework.notify_hearing": _call_hearing,
    "casework.withdraw_hearing": lambda d: casework.withdraw_hearing(**_said(d), how="撤回"),
    "casework.hold_hearing": _hold_hearing,
    "casework.report_hearing": _report_hearing,
    "review.submit": lambda d: review.submit(**_said(d), opinion="建议处罚。"),
    "review.return_materials": lambda d: review.return_materials(**_said(d), lacking="回证"),
    "review.give_opinion": _opinion,
    "review.exempt": lambda d: review.exempt(**_said(d), answers=dict(PLAIN)),
    "decision.discuss": _discuss,
    "decision.issue": _issue,
    "decision.serve": lambda d: decision.serve(**_said(d), how=d.how(), values=d.receipt()),
    "decision.record_payment": lambda d: decision.record_payment(
        **_said(d), amount=Decimal(d.choose(["52000", "5000", "0"]))
    ),
    "decision.allow_instalments": _instalments,
    "decision.demand": lambda d: decision.demand(**_said(d), values={}),
    "decision.apply_court": lambda d: decision.apply_court(
        **_said(d), values={"party_said": "没有意见。"}
    ),
    "decision.revoke": lambda d: decision.revoke(**_said(d), ground="self", reason="有误"),
    "decision.close": lambda d: decision.close(**_said(d), outcome="已履行。"),
    "casework.add_party": _add_party,
    **{
        step.act: partial(_declared, step.act)
        for step in KINDS["penalty.general"].steps
        if step.says and ACTS[step.act].context != "record"
    },
}
