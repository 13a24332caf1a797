"""Forms of 告知, service of the notice, statement and re-check."""

from __future__ import annotations

from typing import Any

from xiezhi.casework import actions
from xiezhi.casework.forms.inquiry import SHARED
from xiezhi.casework.forms.shared import WhoseFields, mode_field, on_field
from xiezhi.record.forms import DocumentForm
from xiezhi.record.models import Entry
from xiezhi.ui.forms import ActForm, DayField, LineField, PickField, TickField


class GiveNotice(ActForm):
    act = "casework.give_notice"
    title = "告知拟作出的处罚"
    intro = "告知书的事实、理由、依据和内容取自调查终结报告；听证权利按金额和种类自动判断。"
    verb = "批准告知"
    on = on_field("告知日期")
    contact = LineField(label="联系人", required=False, max_length=50)

    def perform(self) -> Entry:
        return actions.give_notice(self.file, by=self.by, **self.cleaned_data)


class Served(WhoseFields, DocumentForm):
    """送达回证: shared by every service."""

    document = "service.receipt"
    filled = SHARED | {"recipient", "delivered", "mode"}
    on = on_field("送达日期")
    mode = mode_field()
    recorded = TickField(label="已拍照、录像记录送达过程（留置送达）", required=False)
    announced_on = DayField(label="公告日期（公告送达）", past=True, required=False)

    def receipt(self) -> dict[str, Any]:
        d = self.cleaned_data
        how = actions.Delivery(d["mode"], d["recorded"], d["announced_on"], d.get("party"))
        return {"on": d["on"], "how": how, "values": self.written()}


class ServeNotice(Served):
    act = "casework.serve_notice"
    title = "送达告知书"
    verb = "登记送达"

    def perform(self) -> Entry:
        return actions.serve_notice(self.file, by=self.by, **self.receipt())


class RecordStatement(WhoseFields, DocumentForm):
    act = "casework.record_statement"
    title = "记录陈述、申辩"
    intro = "不得因当事人陈述、申辩而给予更重的处罚。"
    verb = "保存笔录"
    document = "statement.record"
    filled = SHARED | {"speaker", "notice_number"}
    on = on_field("日期")
    speaker_name = LineField(label="陈述、申辩人", max_length=50)

    def perform(self) -> Entry:
        values = {**self.written(), "speaker": {"name": self.cleaned_data["speaker_name"]}}
        on, party = self.cleaned_data["on"], self.cleaned_data.get("party")
        return actions.record_statement(self.file, by=self.by, on=on, values=values, party=party)


class RecheckStatement(WhoseFields, DocumentForm):
    act = "casework.recheck_statement"
    title = "复核陈述、申辩"
    verb = "提交复核意见"
    document = "statement.recheck"
    filled = SHARED | {"notice_number", "stated_on", "statement"}
    on = on_field("复核日期")
    new = PickField(
        label="陈述、申辩有没有提出新的事实、理由或者证据",
        choices=[("no", "没有"), ("yes", "有，需要重新审核")],
    )

    def perform(self) -> Entry:
        d = self.cleaned_data
        return actions.recheck_statement(
            self.file,
            by=self.by,
            on=d["on"],
            nothing_new=d["new"] == "no",
            values=self.written(),
            party=d.get("party"),
        )


class WaiveStatement(WhoseFields, ActForm):
    act = "casework.waive_statement"
    title = "登记放弃陈述、申辩和听证"
    intro = "当事人明确书面放弃的，才登记。"
    verb = "登记放弃"
    on = on_field("声明日期")
    hearing_too = TickField(label="同时放弃听证", required=False)

    def perform(self) -> Entry:
        return actions.waive_statement(self.file, by=self.by, **self.cleaned_data)


FORMS: tuple[type[ActForm], ...] = (
    GiveNotice,
    ServeNotice,
    RecordStatement,
    RecheckStatement,
    WaiveStatement,
)
