"""Forms of 调查取证."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from xiezhi.casework import actions
from xiezhi.casework.discretion import benchmark_of, benchmarks_of
from xiezhi.casework.forms.filing import TOLD
from xiezhi.casework.forms.handling import OUTCOMES, as_shares, fines, penalties_field
from xiezhi.casework.forms.revising import reported
from xiezhi.casework.forms.shared import (
    GroundFields,
    OfficersField,
    WhoseFields,
    handler_choices,
    officer_choices,
    on_field,
)
from xiezhi.casework.known import answering
from xiezhi.casework.models import Party
from xiezhi.casework.rules import proposal_of
from xiezhi.procedure.documents.vocabulary import EVIDENCE_KINDS
from xiezhi.record.forms import DocumentForm, ObjectField, articles_field, plain
from xiezhi.record.models import Entry
from xiezhi.ui.forms import (
    ActForm,
    LineField,
    MoneyField,
    NumberField,
    PickField,
    SelectField,
    TextField,
    TickField,
)

SHARED = frozenset(
    {
        "party",
        "officers",
        "recorder",
        "cause",
        "case_name",
        "case_number",
        "filed_on",
        "remedies",
        "contact_phone",
        "agency_address",
        "source",
        "brief",
        "found_on",
        "told",
    }
)


class _OnSite(DocumentForm):
    """A record made with the party: certificates shown, rights told."""

    officers = OfficersField(label="在场的执法人员")
    identity_shown = TickField(label="已主动出示执法证件", required=False)
    rights_told = TickField(label="已告知权利义务", required=False)

    def prepare(self) -> None:
        self.fields["officers"].choices = officer_choices(self.by, self.file)  # type: ignore[attr-defined]
        self.fields["officers"].initial = [key for key, _name in handler_choices(self.file)]

    def site(self) -> dict[str, Any]:
        d = self.cleaned_data
        there = actions.OnSite(d["officers"], d["identity_shown"], d["rights_told"])
        return {"on": d["on"], "site": there, "values": {**self.written(), "told": TOLD}}


class Inspect(_OnSite):
    act = "casework.inspect"
    title = "现场检查"
    verb = "保存现场笔录"
    document = "evidence.scene"
    filled = SHARED
    on = on_field("检查日期")

    def perform(self) -> Entry:
        return actions.inspect(self.file, by=self.by, **self.site())


class Interview(_OnSite):
    act = "casework.interview"
    title = "询问"
    verb = "保存询问笔录"
    document = "evidence.interview"
    filled = SHARED | {"interviewee"}
    on = on_field("询问日期")
    name = LineField(label="被询问人姓名", max_length=50)
    id_number = LineField(label="被询问人身份证号", required=False, plain=True, max_length=18)

    def perform(self) -> Entry:
        site = self.site()
        who = {"name": self.cleaned_data["name"], "id_number": self.cleaned_data["id_number"]}
        site["values"]["interviewee"] = {k: v for k, v in who.items() if v}
        return actions.interview(self.file, by=self.by, **site)


class AddEvidence(ActForm):
    act = "casework.add_evidence"
    title = "收集证据"
    verb = "存入案卷"
    on = on_field("收集日期")
    kind = SelectField(
        label="证据种类", choices=EVIDENCE_KINDS, help_text="《行政处罚法》第四十六条"
    )
    name = LineField(label="证据名称", max_length=200)
    copies = LineField(label="数量", initial="1份", max_length=40)
    proves = TextField(label="证明对象", rows=2)
    upload = ObjectField(
        label="扫描件、照片或者电子数据", required=False, accept="image/*,application/pdf,video/*"
    )
    monitored = TickField(label="由电子技术监控设备记录", required=False)
    device_reviewed = TickField(
        label="（监控设备的）设备经过法制和技术审核，符合标准、设置合理、标志明显，地点已向社会公布",
        required=False,
    )
    record_reviewed = TickField(
        label="（监控设备的）记录内容经过审核，真实、清晰、完整、准确", required=False
    )

    def perform(self) -> Entry:
        d = self.cleaned_data
        return actions.add_evidence(
            self.file,
            by=self.by,
            on=d["on"],
            kind=d["kind"],
            title=d["name"],
            proves=d["proves"],
            copies=d["copies"],
            blob=d.get("upload"),
            monitored=d["monitored"],
            device_reviewed=d["device_reviewed"],
            record_reviewed=d["record_reviewed"],
        )


class ConfirmAddress(WhoseFields, DocumentForm):
    act = "casework.confirm_address"
    title = "确认送达地址"
    intro = "当事人同意并签订确认书的，才可以用传真、电子邮件等方式送达。"
    verb = "保存确认书"
    document = "service.address"
    filled = SHARED - {"contact_phone"}
    on = on_field("确认日期")

    def perform(self) -> Entry:
        values = {"electronic": False, **self.written()}
        on, party = self.cleaned_data["on"], self.cleaned_data.get("party")
        return actions.confirm_address(self.file, by=self.by, on=on, values=values, party=party)


class PreserveEvidence(DocumentForm):
    act = "casework.preserve_evidence"
    title = "先行登记保存证据"
    intro = "七个工作日内必须作出处理决定。"
    verb = "批准登记保存"
    document = "preservation.notice"
    filled = SHARED | {"from_day", "to_day"}
    on = on_field("开始日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.preserve_evidence(self.file, by=self.by, on=on, values=self.written())


class DisposePreserved(DocumentForm):
    act = "casework.dispose_preserved"
    title = "处理登记保存的证据"
    verb = "作出处理决定"
    document = "preservation.disposal"
    filled = SHARED | {"notice_number", "notice_on", "goods"}
    on = on_field("决定日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.dispose_preserved(self.file, by=self.by, on=on, values=self.written())


class OrderCorrection(DocumentForm):
    act = "casework.order_correction"
    title = "责令改正"
    verb = "责令改正"
    document = "correction.order"
    filled = SHARED
    on = on_field("责令日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.order_correction(self.file, by=self.by, on=on, values=self.written())


class RecheckCorrection(DocumentForm):
    act = "casework.recheck_correction"
    title = "复查改正情况"
    verb = "保存复查意见"
    document = "correction.recheck"
    asks = ("found", "outcome")
    on = on_field("复查日期")

    def perform(self) -> Entry:
        return actions.recheck_correction(self.file, by=self.by, **self.cleaned_data)


class _Because(ActForm):
    on = on_field()
    reason = TextField(label="理由", rows=3)


class Suspend(_Because):
    act = "casework.suspend"
    title = "中止调查"
    verb = "中止调查"

    def perform(self) -> Entry:
        return actions.suspend(self.file, by=self.by, **self.cleaned_data)


class Resume(_Because):
    act = "casework.resume"
    title = "恢复调查"
    verb = "恢复调查"

    def perform(self) -> Entry:
        return actions.resume(self.file, by=self.by, **self.cleaned_data)


class CommissionTest(DocumentForm):
    act = "casework.commission_test"
    title = "委托检验鉴定"
    intro = "检验鉴定期间不计入办案期限。"
    verb = "委托检验"
    document = "test.commission"
    filled = SHARED
    on = on_field("委托日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.commission_test(self.file, by=self.by, on=on, values=self.written())


class ReceiveTest(DocumentForm):
    act = "casework.receive_test"
    title = "收到检验鉴定结果"
    verb = "登记结果并告知当事人"
    document = "test.result"
    filled = SHARED | {"laboratory"}
    on = on_field("收到日期")
    upload = ObjectField(label="检验鉴定报告", required=False, accept="application/pdf,image/*")

    def perform(self) -> Entry:
        d = self.cleaned_data
        return actions.receive_test(
            self.file,
            by=self.by,
            on=d["on"],
            values=self.written(),
            blob=d.get("upload"),
        )


class Extend(_Because):
    act = "casework.extend"
    title = "延长办案期限"
    verb = "批准延长"
    days = NumberField(label="延长日数", min_value=1, decimal_places=0)
    discussed = TickField(label="已经负责人集体讨论（再次延长）", required=False)

    def perform(self) -> Entry:
        d = dict(self.cleaned_data)
        return actions.extend(self.file, by=self.by, days=int(d.pop("days")), **d)


class _Report(GroundFields, ActForm):
    """The final report: facts, law, handling, and the answers that decide on the review."""

    asked_as: ClassVar[dict[str, str]] = {"kinds": "penalties", "fine": "penalties"}
    #: What happened comes before what decides on the review.
    field_order = (
        *("on", "outcome", "course", "facts", "law_breached", "law_applied", "penalties"),
        *("discretion", "benchmark", "value", "mitigation", "correction"),
    )
    on = on_field("日期")
    outcome = PickField(label="处理建议", choices=OUTCOMES)
    course = TextField(label="调查经过", required=False)
    facts = TextField(label="违法事实", rows=8, max_length=20000)
    law_breached = articles_field(label="违反的规定")
    law_applied = articles_field(label="处理的依据")
    discretion = TextField(label="裁量理由", required=False, rows=3)
    benchmark = SelectField(
        label="适用的裁量基准",
        required=False,
        ask="没有适用的裁量基准",
        help_text="罚款超出法定幅度的不能提交；偏离基准的须写明理由，并审核、集体讨论。",
    )
    value = MoneyField(label="货值金额、违法所得（元）", required=False)
    mitigation = TextField(label="减轻处罚的法定情形", required=False, rows=2)
    penalties = penalties_field(parties=None)
    correction = TextField(label="责令改正", required=False, rows=2)
    parties: Sequence[Party] = ()

    def prepare(self) -> None:
        if self.file is not None:
            rows = benchmarks_of(self.file)
            choices = [(str(b.pk), f"{b}：{b.range}") for b in rows]
            self.fields["benchmark"].choices = [("", "没有适用的裁量基准"), *choices]  # type: ignore[attr-defined]
            self._ask_of_each(choices)

    def _ask_of_each(self, benchmarks: list[tuple[str, str]]) -> None:
        """With several parties the rows say whose they are, and by which benchmark."""
        self.parties = answering(self.file)
        self.fields["penalties"] = penalties_field(self.parties, benchmarks)
        if len(self.parties) > 1:
            del self.fields["benchmark"]

    def discretion_used(self) -> actions.Discretion:
        d = self.cleaned_data
        chosen = benchmark_of(self.file, d.get("benchmark") or "")
        return actions.Discretion(chosen, d["value"], d["mitigation"] or "")

    def proposal(self) -> dict[str, Any]:
        d = self.cleaned_data
        answers = self.ground_answers()
        answers["discussion_due"] = d["complex"] is not False or d["public_interest"] is not False
        shares = as_shares(self.parties) if len(self.parties) > 1 else ()
        made: dict[str, Any] = plain(proposal_of(d["outcome"], d["penalties"], answers, shares))
        return made

    def report(self) -> actions.Report:
        proposal, used = self.proposal(), self.discretion_used()
        names = {party.pk: party.name for party in self.parties}
        each = fines(self.file, self.cleaned_data["penalties"], names, used)
        return actions.Report(proposal, self.values(proposal), used, each)

    def values(self, proposal: dict[str, Any]) -> dict[str, Any]:
        d = self.cleaned_data
        none = [{"kind": "none", "content": "不予行政处罚"}]
        values = {
            name: plain(d.get(name)) for name in ("course", "facts", "discretion", "correction")
        }
        values |= {
            "law_breached": plain(d["law_breached"]),
            "law_applied": plain(d["law_applied"]),
            "penalties": proposal["penalties"] or none,
            "fine": proposal["fine"] if float(proposal["fine"]) else None,
        }
        return {key: value for key, value in values.items() if value}


class Conclude(_Report):
    act = "casework.conclude"
    title = "调查终结"
    intro = "报告写明事实、证据、依据和处理建议；告知书、审核表和决定书都从这里取，不再重填。"
    verb = "提交终结报告"

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.conclude(self.file, by=self.by, on=on, report=self.report())


class ReviseConclusion(_Report):
    act = "casework.revise_conclusion"
    title = "修改调查终结报告"
    intro = "修改以后，已经通过的法制审核不再有效，须重新送审。"
    verb = "提交修改"

    def prepare(self) -> None:
        super().prepare()
        if self.file is not None:
            self.initial = {**reported(self.file), **self.initial}

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.revise_conclusion(self.file, by=self.by, on=on, report=self.report())


FORMS: tuple[type[ActForm], ...] = (
    Inspect,
    Interview,
    AddEvidence,
    ConfirmAddress,
    PreserveEvidence,
    DisposePreserved,
    OrderCorrection,
    RecheckCorrection,
    Suspend,
    Resume,
    CommissionTest,
    ReceiveTest,
    Extend,
    Conclude,
    ReviseConclusion,
)
