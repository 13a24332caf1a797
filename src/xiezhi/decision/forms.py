"""What each act of the decision takes. The decision itself takes nothing: it was reviewed."""

from __future__ import annotations

from typing import ClassVar

from xiezhi.casework.forms.inquiry import SHARED
from xiezhi.casework.forms.notice import Served
from xiezhi.casework.forms.shared import GroundFields, WhoseFields, on_field
from xiezhi.decision import actions
from xiezhi.decision.models import Decision
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.citations import Refused
from xiezhi.record.actions import standing_of
from xiezhi.record.forms import DocumentForm
from xiezhi.record.models import Entry
from xiezhi.review.models import Clearance
from xiezhi.ui.forms import (
    ActForm,
    DayField,
    LineField,
    MoneyField,
    PickField,
    SelectField,
    TextField,
    TickField,
)

_ABOUT = SHARED | {
    "decision_number",
    "decided_on",
    "served_on",
    "decision_served_on",
    "fine",
    "surcharge_amount",
    "amount",
    "bank_name",
    "bank_address",
    "bank_account",
    "duty",
    "perform_within",
    "perform_how",
    "statement_within",
    "contact",
}


class Discuss(DocumentForm):
    act = "decision.discuss"
    title = "集体讨论"
    intro = "情节复杂或者重大违法行为，由机关负责人集体讨论决定。"
    verb = "保存讨论记录"
    document = "decision.discussion"
    filled = SHARED | {"host"}
    on = on_field("讨论日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.discuss(self.file, by=self.by, on=on, values=self.written())


_CLEARED = Prepared(
    lambda: (
        Clearance.objects.filter(file=Slot("file"))
        .select_related("seal", "file")
        .order_by("-pk")[:1]
    )
)


class Issue(ActForm):
    act = "decision.issue"
    title = "作出决定"
    intro = "决定书的内容就是通过法制审核时封存的内容，这里不再填写。"
    verb = "作出决定"
    confirm = (
        "生成决定书并编号，决定不能修改，只能依法撤销或者变更。",
        "决定的编号指纹和公示期限立即进入公开的存证记录。",
        "7 个工作日内送达并公示。",
    )
    on = on_field("决定日期")

    def perform(self) -> Decision:
        cleared = _CLEARED.first(file=self.file.pk)
        on = self.cleaned_data["on"]
        if cleared is None:
            raise Refused(standing_of(self.file, today=on).refusals("decision.issue", on))
        return actions.issue(cleared, by=self.by, on=on)


class DecideOnSpot(GroundFields, DocumentForm):
    act = "decision.decide_on_spot"
    title = "当场作出处罚决定"
    verb = "当场处罚"
    confirm = ("生成有编号的当场处罚决定书，当场交付当事人。",)
    document = "penalty.onspot"
    filled = SHARED | {
        "penalties",
        "fine",
        "pay_days",
        "surcharge",
        "bank_name",
        "bank_address",
        "bank_account",
    }
    asked_as: ClassVar[dict[str, str]] = {
        "kinds": "kind",
        "fine": "fine_amount",
        "cash": "pay_mode",
    }
    field_order = (
        *("on", "breach", "happened_at", "place", "law_breached", "law_applied"),
        *("facts_certain", "kind", "fine_amount", "pay_mode", "collect_why"),
    )
    on = on_field("决定日期")
    kind = SelectField(label="处罚种类", choices=[("warning", "警告"), ("fine", "罚款")])
    fine_amount = MoneyField(
        label="罚款金额（元）",
        required=False,
        help_text="公民 200 元以下，法人或者其他组织 3,000 元以下。《行政处罚法》第五十一条",
    )
    facts_certain = TickField(label="违法事实确凿并有法定依据", required=False)

    def perform(self) -> Decision:
        d = self.cleaned_data
        row = {"kind": d["kind"]}
        if d["kind"] == "fine":
            row["amount"] = str(d["fine_amount"] or 0)
        return actions.decide_on_spot(
            self.file,
            by=self.by,
            on=d["on"],
            penalties=[row],
            facts_certain=d["facts_certain"],
            answers=self.ground_answers(),
            values=self.written(),
        )


class ReportOnSpot(ActForm):
    act = "decision.report_on_spot"
    title = "当场处罚报所属机关备案"
    verb = "报备案"
    on = on_field("备案日期")

    def perform(self) -> Entry:
        return actions.report_on_spot(self.file, by=self.by, **self.cleaned_data)


class Serve(Served):
    act = "decision.serve"
    title = "送达决定书"
    verb = "登记送达"

    def perform(self) -> Entry:
        return actions.serve(self.file, by=self.by, **self.receipt())


class RecordPayment(WhoseFields, ActForm):
    act = "decision.record_payment"
    title = "登记缴款"
    verb = "登记缴款"
    on = on_field("缴款日期")
    amount = MoneyField(label="金额（元）")
    receipt = LineField(label="票据号", required=False, max_length=60)
    cash = TickField(label="执法人员当场收缴现金", required=False)
    remote = TickField(
        label="边远、水上、交通不便，当事人提出当场缴纳",
        required=False,
        help_text="《行政处罚法》第六十九条",
    )
    landed_on = DayField(
        label="抵岸日期",
        required=False,
        help_text="在水上当场收缴的，自抵岸之日起二日内交回。《行政处罚法》第七十一条",
    )

    def perform(self) -> Entry:
        return actions.record_payment(self.file, by=self.by, **self.cleaned_data)


class AllowInstalments(WhoseFields, DocumentForm):
    act = "decision.allow_instalments"
    title = "批准延期、分期缴纳"
    verb = "批准"
    document = "payment.instalments"
    filled = _ABOUT
    on = on_field("批准日期")

    def perform(self) -> Entry:
        on, party = self.cleaned_data["on"], self.cleaned_data.get("party")
        return actions.allow_instalments(
            self.file, by=self.by, on=on, values=self.written(), party=party
        )


class Demand(WhoseFields, ActForm):
    act = "decision.demand"
    title = "催告履行"
    intro = (
        "催告书送达十个工作日后仍未履行的，可以申请法院强制执行。加处罚款自动计算，不超过罚款本数。"
    )
    verb = "催告"
    on = on_field("催告日期")

    def perform(self) -> Entry:
        return actions.demand(self.file, by=self.by, values={}, **self.cleaned_data)


class ApplyCourt(WhoseFields, ActForm):
    act = "decision.apply_court"
    title = "申请法院强制执行"
    verb = "提出申请"
    confirm = ("以本机关名义向有管辖权的人民法院提出申请，由您签名。",)
    on = on_field("申请日期")
    party_said = TextField(label="当事人的意见和催告情况", rows=3)
    attachments = TextField(label="附件", required=False, rows=2)

    def perform(self) -> Entry:
        d = dict(self.cleaned_data)
        on, party = d.pop("on"), d.pop("party", None)
        values = {k: v for k, v in d.items() if v}
        return actions.apply_court(self.file, by=self.by, on=on, values=values, party=party)


class Revoke(ActForm):
    act = "decision.revoke"
    title = "撤销或者变更决定"
    intro = "3 个工作日内撤回公示并公开说明理由。《行政处罚法》第四十八条第二款"
    verb = "撤销决定"
    confirm = ("原决定不再有效，记录仍保留。", "公示员将收到撤回公示的任务。")
    on = on_field("日期")
    effect = PickField(
        label="处理",
        choices=[
            ("revoked", "撤销"),
            ("changed", "变更"),
            ("unlawful", "确认违法"),
            ("void", "确认无效"),
        ],
    )
    ground = SelectField(
        label="事由",
        choices=[
            ("self", "本机关自行纠正"),
            ("reconsideration", "行政复议"),
            ("court", "行政诉讼"),
            ("supervision", "执法监督"),
        ],
    )
    reference = LineField(label="依据文书文号", required=False, max_length=100)
    reason = TextField(label="理由")
    change = TextField(
        label="变更后的内容或者后续处理",
        required=False,
        rows=3,
        help_text="需要重新作出决定的，另立案卷办理，来源案卷填写本案。",
    )

    def perform(self) -> Entry:
        return actions.revoke(self.file, by=self.by, **self.cleaned_data)


class ConfirmRenewal(DocumentForm):
    act = "decision.confirm_renewal"
    title = "登记视为准予延续"
    intro = (
        "有效期届满前没有作出决定的，法律规定视为准予延续；登记后换发证件，并像准予延续一样公示。"
    )
    verb = "登记"
    confirm = ("告知书编号后送达被许可人，公示期限立即进入公开的存证记录。",)
    document = "licence.deemed_renewal"
    asks = ("scope", "valid_from", "valid_to", "unlimited", "late_why")
    on = on_field("登记日期")

    def perform(self) -> Decision:
        on = self.cleaned_data["on"]
        return actions.confirm_renewal(self.file, by=self.by, on=on, values=self.written())


class Close(ActForm):
    act = "decision.close"
    title = "批准结案"
    verb = "批准结案"
    on = on_field("结案日期")
    outcome = TextField(label="处理结果和执行情况", rows=3)

    def perform(self) -> Entry:
        return actions.close(self.file, by=self.by, **self.cleaned_data)


FORMS: tuple[type[ActForm], ...] = (
    Discuss,
    Issue,
    DecideOnSpot,
    ReportOnSpot,
    Serve,
    RecordPayment,
    AllowInstalments,
    Demand,
    ApplyCourt,
    Revoke,
    ConfirmRenewal,
    Close,
)
