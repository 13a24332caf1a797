"""Checks of the examination: staff, special procedures, extension, proposal (arts. 34 to 50)."""

from __future__ import annotations

import re

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Check
from xiezhi.procedure.timelimits import TimeLimit, cn_date, extension_refusals

_TESTS = ("inspection", "testing", "quarantine")


def two_staff(st: Standing, ask: Ask) -> Reason | None:
    """Two or more check what the papers say (art. 34(3))."""
    persons = {officer.get("person") for officer in ask.facts.get("officers") or []}
    least = st.policy.officers_at_least
    if len(persons) >= least:
        return None
    return refuse(
        "LIC-3",
        f"实地核查应当由 {least} 名以上工作人员进行，现在有 {len(persons)} 人。",
        todo="再选一名工作人员。",
        field="officers",
    )


def certificate_was_shown(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("identity_shown") is True and ask.facts.get("rights_told") is True:
        return None
    return refuse(
        "LIC-SHOW",
        "没有记明已出示执法证件、已告知权利义务。",
        todo="确认已经出示证件并告知，再保存笔录。",
        field="identity_shown",
    )


def no_special_procedure_is_open(st: Standing, _ask: Ask) -> Reason | None:
    if e.special(st) is None:
        return None
    return refuse("LIC-8", "特别程序正在进行，还没有结果。", todo="先办理“登记特别程序的结果”。")


def special_procedure_is_open(st: Standing, _ask: Ask) -> Reason | None:
    if e.special(st) is None:
        return refuse("FLOW-ORDER", "没有正在进行的特别程序。")
    return None


def time_needed_was_told(_st: Standing, ask: Ask) -> Reason | None:
    """The applicant is told in writing how long it takes: only that time isn't counted."""
    until = day(ask.facts.get("special_until"))
    if until is not None and until >= ask.on:
        return None
    return refuse(
        "LIC-8",
        "没有填写特别程序预计结束的日期，或者早于告知的日期。",
        todo="填写预计结束日期；到这一天为止的时间不计入办理期限。",
        field="special_until",
    )


def two_testers(_st: Standing, ask: Ask) -> Reason | None:
    """Inspection, testing, quarantine by two or more (art. 55(2))."""
    if ask.facts.get("special_kind") not in _TESTS:
        return None
    names = {
        name for name in re.split(r"[、，,；;\s]+", str(ask.facts.get("testers") or "")) if name
    }
    if len(names) >= 2:
        return None
    return refuse(
        "LIC-10",
        "检验、检测、检疫应当指派两名以上工作人员。",
        todo="写明两名以上工作人员的姓名，用顿号分开。",
        field="testers",
    )


def may_be_prolonged(limit: TimeLimit, *, by_government: bool = False) -> Check:
    """Once, by the head; joint handling by the head of the government (art. 42)."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        due = st.limit(limit.id)
        if due is None:
            return refuse(limit.id, "办理期限没有在计算，不用延长。")
        if by_government and not ask.facts.get("government_approval"):
            return refuse(
                limit.id,
                "统一办理、联合办理、集中办理的延长，应当经本级人民政府负责人批准。",
                todo="写明批准人和日期。",
                field="government_approval",
            )
        days = e.whole(ask.facts.get("extend_days")) or 0
        found = extension_refusals(due, days, ask.on)
        if not found:
            return None
        field = "extend_days" if found[0].field == "days" else found[0].field
        return refuse(found[0].rule.code, found[0].say, found[0].todo, field)

    return judge


def decided_by_this_agency(st: Standing, _ask: Ask) -> Reason | None:
    """What a higher agency decides is sent up, not decided here (arts. 35, 43)."""
    if e.goes_up(st):
        return refuse(
            "LIC-6",
            "本事项由上级机关决定，本机关只作初步审查。",
            todo="办理“报送上级机关决定”。",
        )
    return None


def decided_by_higher_agency(st: Standing, _ask: Ask) -> Reason | None:
    if e.goes_up(st):
        return None
    return refuse("LIC-6", "受理时没有确认本事项由上级机关决定，不用报送。")


def departments_have_answered(st: Standing, _ask: Ask) -> Reason | None:
    """Everyone who was asked has said what it thinks (art. 26(2))."""
    asked = [event.facts.get("department") for event in st.all("licence.consult")]
    said = {event.facts.get("department") for event in st.all("licence.receive_opinion")}
    missing = [str(name) for name in dict.fromkeys(asked) if name not in said]
    if not missing:
        return None
    return refuse(
        "LIC-JOINT",
        f"{'、'.join(missing)}还没有回复意见。",
        todo="收到意见后，先办理“收到有关部门意见”。",
    )


def department_was_asked(st: Standing, ask: Ask) -> Reason | None:
    asked = {event.facts.get("department") for event in st.all("licence.consult")}
    if ask.facts.get("department") in asked:
        return None
    return refuse(
        "LIC-JOINT",
        "没有向这个部门征求过意见。",
        todo="部门名称与征求意见时写的一致。",
        field="department",
    )


def departments_were_asked(st: Standing, _ask: Ask) -> Reason | None:
    """Handled together means that those concerned gave their opinions (art. 26(2))."""
    if st.has("licence.consult"):
        return None
    return refuse("LIC-JOINT", "还没有征求有关部门的意见。", todo="先办理“征求有关部门意见”。")


def validity_is_stated(*, always: bool = True) -> Check:
    """A grant says from when until when; `always` unless nothing of it changes."""

    def judge(_st: Standing, ask: Ask) -> Reason | None:
        if ask.facts.get("outcome") != "grant":
            return None
        begins, ends = day(ask.facts.get("valid_from")), day(ask.facts.get("valid_to"))
        unlimited = ask.facts.get("unlimited") is True
        if begins is None or (ends is None and not unlimited):
            if not always and begins is None and ends is None:
                return None
            return refuse(
                "LIC-CERT",
                "准予许可的，应当写明有效期。",
                todo="填写有效期起止；长期有效的，勾选“长期有效”。",
                field="valid_from",
            )
        if ends is not None and (unlimited or ends < begins):
            return refuse(
                "LIC-CERT",
                f"有效期至 {cn_date(ends)}，与起始日期或者“长期有效”不符。",
                field="valid_to",
            )
        return None

    return judge
