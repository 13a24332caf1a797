"""Forms of 听证."""

from __future__ import annotations

from typing import ClassVar

from xiezhi.casework import actions
from xiezhi.casework.forms.inquiry import SHARED
from xiezhi.casework.forms.shared import PersonField, WhoseFields, agency_of, on_field
from xiezhi.identity.models import Account
from xiezhi.record.forms import DocumentForm, MomentField
from xiezhi.record.models import Entry
from xiezhi.ui.forms import ActForm, DayField, LineField, TextField


class RequestHearing(WhoseFields, ActForm):
    act = "casework.request_hearing"
    title = "登记听证申请"
    verb = "登记申请"
    on = on_field("提出日期", hint="邮寄的，填收到日期。")
    posted_on = DayField(
        label="交邮日期",
        required=False,
        past=True,
        help_text="邮寄的，按邮戳填写：期满前交邮的，不算过期。",
    )
    reason = TextField(label="申请的事实和理由", required=False, rows=3)

    def perform(self) -> Entry:
        return actions.request_hearing(self.file, by=self.by, **self.cleaned_data)


class NotifyHearing(DocumentForm):
    act = "casework.notify_hearing"
    title = "通知听证"
    intro = "举行听证的七个工作日前，通知当事人时间、地点。"
    verb = "通知听证"
    document = "hearing.notice"
    filled = SHARED | {"hearing_at", "host", "contact"}
    asked_as: ClassVar[dict[str, str]] = {"hearing_on": "hearing_at"}
    on = on_field("通知日期")
    hearing_at = MomentField(label="听证时间")
    host = PersonField(label="听证主持人", help_text="由非本案调查人员主持。")

    def prepare(self) -> None:
        agency = agency_of(self.by, self.file)
        people = (
            Account.objects.filter(unit__path__startswith=agency.path, is_active=True)
            .select_related("person", "unit")
            .order_by("pk")
            if agency
            else []
        )
        choices = [(str(a.person_id), f"{a.person.name}（{a.unit.name}）") for a in people]
        self.fields["host"].choices = [("", "请选择"), *choices]  # type: ignore[attr-defined]

    def perform(self) -> Entry:
        d = self.cleaned_data
        names = dict(self.fields["host"].choices)  # type: ignore[attr-defined]
        values = {**self.written(), "host": names[str(d["host"])].partition("（")[0]}
        return actions.notify_hearing(
            self.file,
            by=self.by,
            on=d["on"],
            hearing_at=d["hearing_at"],
            host=d["host"],
            values=values,
        )


class WithdrawHearing(WhoseFields, ActForm):
    act = "casework.withdraw_hearing"
    title = "登记撤回听证申请"
    verb = "登记撤回"
    on = on_field("日期")
    how = LineField(label="情形", max_length=200)

    def perform(self) -> Entry:
        return actions.withdraw_hearing(self.file, by=self.by, **self.cleaned_data)


class HoldHearing(DocumentForm):
    act = "casework.hold_hearing"
    title = "举行听证"
    verb = "保存听证笔录"
    document = "hearing.record"
    filled = SHARED - {"told"} | {"host"}
    on = on_field("听证日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.hold_hearing(self.file, by=self.by, on=on, values=self.written())


class ReportHearing(DocumentForm):
    act = "casework.report_hearing"
    title = "提交听证报告"
    verb = "提交报告"
    document = "hearing.report"
    filled = SHARED | {"host", "hearing_at", "held_in", "panel", "clerk"}
    on = on_field("报告日期")

    def perform(self) -> Entry:
        on = self.cleaned_data["on"]
        return actions.report_hearing(self.file, by=self.by, on=on, values=self.written())


FORMS: tuple[type[ActForm], ...] = (
    RequestHearing,
    NotifyHearing,
    WithdrawHearing,
    HoldHearing,
    ReportHearing,
)
