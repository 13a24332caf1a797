"""Checks from the application to the reply (复议法 arts. 20, 21, 30 to 33, 39, 45, 48)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.reconsideration.fields import CONDITIONS
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.checks.posted import handed_in
from xiezhi.procedure.kinds.reconsideration import clock
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import RECONSIDERATION, add_months, cn_date
from xiezhi.procedure.timelimits import reconsideration as t

SMALL_SUM = Decimal(3000)


def respondent_is_told_apart(_st: Standing, ask: Ask) -> Reason | None:
    """The act is known before it is contested, and was made before it became known."""
    made, known = day(ask.facts.get("act_on")), day(ask.facts.get("known_on"))
    if made is None or known is None:
        return refuse("REM-1", "没有填写原行政行为的作出日期或者知道的日期。", field="known_on")
    if not made <= known <= ask.on:
        return refuse(
            "FLOW-DATE",
            "作出原行政行为、知道原行政行为、申请行政复议的日期先后不符。",
            todo="核对三个日期。",
            field="known_on",
        )
    return None


def sum_is_small(_st: Standing, ask: Ask) -> Reason | None:
    """Three thousand yuan or less, where that is the ground (art. 53(1))."""
    if ask.facts.get("simplified_for") != "small":
        return None
    if 0 <= Decimal(ask.facts.get("sum_at_stake") or -1) <= SMALL_SUM:
        return None
    return refuse(
        "REC-53",
        f"案件涉及款额不是 {SMALL_SUM:,} 元以下，或者没有填写。",
        todo="超过的，适用普通程序；当事人各方同意的，选择“各方同意”。",
        field="sum_at_stake",
    )


def not_awaiting_correction(st: Standing, _ask: Ask) -> Reason | None:
    """Nothing is accepted or turned down while the applicant may still correct (art. 31)."""
    if clock.examined_from(st) is None:
        return refuse("REC-31", "已经通知补正，正在等待申请人补正材料。")
    return None


def reply_term_is_right(st: Standing, ask: Ask) -> Reason | None:
    """The respondent is told its ten working days, five in the simplified procedure."""
    limit = t.REPLY_SIMPLIFIED if clock.simplified(st) else t.REPLY
    if int(ask.facts.get("reply_days") or 0) == limit.n:
        return None
    return refuse(limit.id, f"答复的期限是 {limit.n} 个工作日。", field="reply_days")


def basis_is_settled(st: Standing, _ask: Ask) -> Reason | None:
    """A matter that rests for a review of its basis goes on when that is done (art. 59)."""
    stopped = clock.suspended(st)
    if stopped is None or stopped.facts.get("suspended_for") != "basis":
        return None
    if st.after("reconsideration.judge_basis", stopped.seq):
        return None
    return refuse("REC-56", "附带审查还没有处理结论。", todo="先登记附带审查的处理结论。")


def still_examined(st: Standing, ask: Ask) -> Reason | None:
    """Refused within the five working days or not at all: silence accepts (art. 30(3))."""
    last = clock.examined_until(st)
    if last is None:
        return not_awaiting_correction(st, ask)
    if ask.on > last:
        return refuse(
            "REC-30-3",
            f"审查期限到 {cn_date(last)}届满，没有作出不予受理决定，已经视为受理。",
            todo="不符合受理条件的，审理后驳回行政复议申请。",
            field="on",
        )
    return None


def correction_is_in_time(st: Standing, ask: Ask) -> Reason | None:
    """All defects told at once, within five working days of the application (art. 31(1))."""
    received = st.last(*clock.OPENED)
    last = clock.reckon(st, t.ASK_CORRECTION, received.on).last_day if received else None
    if last is not None and ask.on > last:
        return refuse(
            "REC-31",
            f"通知补正的期限到 {cn_date(last)}止，已经过了。",
            todo="复议申请已经视为受理，继续审理。",
            field="on",
        )
    return None


def correction_came_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Within ten working days of the notice, later only for a good reason (art. 31(2))."""
    told = _told_to_correct(ask)
    if told is None:
        return refuse("REC-31-2", "没有填写申请人收到补正通知的日期。", field="correction_told_on")
    last = clock.reckon(st, t.CORRECT, told).last_day
    if ask.on > last and not ask.facts.get("correction_late_why"):
        return refuse(
            "REC-31-2",
            f"补正的期限到 {cn_date(last)}止，{cn_date(ask.on)}提交已经超过。",
            todo="有正当理由的，写明理由；没有的，记录视为放弃申请。",
            field="correction_late_why",
        )
    return None


def correction_is_overdue(st: Standing, ask: Ask) -> Reason | None:
    """Ten working days without a correction: the application counts as given up (art. 31(2))."""
    if clock.examined_from(st) is not None:
        return refuse("FLOW-ORDER", "没有等待补正的材料。")
    told = _told_to_correct(ask)
    if told is None:
        return refuse("REC-31-2", "没有填写申请人收到补正通知的日期。", field="correction_told_on")
    last = clock.reckon(st, t.CORRECT, told).last_day
    if ask.on <= last:
        return refuse(
            "REC-31-2",
            f"补正的期限到 {cn_date(last)}止，申请人还可以补正。",
            todo=f"{cn_date(last)}之后仍未补正的，再记录。",
            field="on",
        )
    return None


def _told_to_correct(ask: Ask) -> dt.date | None:
    return day(ask.facts.get("correction_told_on"))


def correction_is_awaited(st: Standing, _ask: Ask) -> Reason | None:
    if clock.examined_from(st) is None:
        return None
    return refuse("FLOW-ORDER", "没有等待补正的材料。")


def conditions_are_met(_st: Standing, ask: Ask) -> Reason | None:
    """Every condition of acceptance is confirmed (art. 30(1))."""
    for name, label in CONDITIONS:
        if ask.facts.get(name) is not True:
            return refuse(
                "REC-30",
                f"受理条件“{label}”没有确认。",
                todo="不符合的，在审查期限内决定不予受理；说不清的，通知申请人补正。",
                field=name,
            )
    return None


def applied_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Sixty days from knowing; longer for a good reason or where rights weren't told, never
    beyond a year, five or twenty years (arts. 20, 21)."""
    opened = st.last(*clock.OPENED)
    if opened is None:
        return None
    known, made = day(opened.facts.get("known_on")), day(opened.facts.get("act_on"))
    if known is None or made is None:
        return refuse("REM-1", "没有登记知道原行政行为的日期。")
    applied = handed_in(opened.facts, opened.on)
    if reason := _beyond_the_longest(made, applied, land=opened.facts.get("about_land") is True):
        return reason
    last = clock.reckon(st, RECONSIDERATION, known).last_day
    if applied <= last or ask.facts.get("late_why"):
        return None
    if ask.facts.get("rights_not_told") is True and applied <= add_months(known, 12):
        return None
    return refuse(
        "REM-1-3" if ask.facts.get("rights_not_told") is True else "REM-1",
        f"申请行政复议的期限到 {cn_date(last)}止，{cn_date(applied)}提出已经超过。",
        todo="有不可抗力等正当理由的，写明理由；没有的，决定不予受理。",
        field="late_why",
    )


def _beyond_the_longest(made: dt.date, applied: dt.date, *, land: bool) -> Reason | None:
    """Five years from the act, twenty where land or buildings are at stake (art. 21)."""
    years = 20 if land else 5
    if applied <= add_months(made, years * 12):
        return None
    return refuse(
        "REC-21",
        f"原行政行为作出于 {cn_date(made)}，申请时已经超过{'二十' if land else '五'}年。",
        todo="决定不予受理。",
    )


def simplified_is_allowed(_st: Standing, ask: Ask) -> Reason | None:
    """One of the four cases, or all parties agree; facts clear (art. 53)."""
    if ask.facts.get("simplified_for") and ask.facts.get("facts_clear") is True:
        return None
    return refuse(
        "REC-53",
        "没有确认符合适用简易程序的情形，或者没有确认事实清楚、争议不大。",
        todo="选择适用简易程序的情形并确认；不符合的，作为普通程序的申请登记。",
        field="simplified_for",
    )


def is_accepted(st: Standing, ask: Ask) -> Reason | None:
    """Tried only when accepted, by decision or by silence (art. 36)."""
    taken = clock.accepted(st)
    if taken is None:
        return refuse("REC-30", "还没有受理。", todo="审查后先决定是否受理。")
    if ask.on < taken.on:
        return refuse("FLOW-DATE", f"日期早于受理的日期 {cn_date(taken.on)}。", field="on")
    return None


def not_suspended(st: Standing, _ask: Ask) -> Reason | None:
    if clock.suspended(st):
        return refuse("REC-39", "行政复议正在中止。", todo="中止原因消除后，先恢复审理。")
    return None


def is_suspended(st: Standing, _ask: Ask) -> Reason | None:
    return None if clock.suspended(st) else refuse("FLOW-ORDER", "行政复议没有中止。")


def basis_is_examined(st: Standing, _ask: Ask) -> Reason | None:
    """The maker is asked only where the matter rests for a review of its basis (art. 58)."""
    stopped = clock.suspended(st)
    if stopped and stopped.facts.get("suspended_for") == "basis":
        return None
    return refuse("REC-56", "没有因附带审查中止行政复议。", todo="先因附带审查中止。")


def two_with_work_ids(_st: Standing, ask: Ask) -> Reason | None:
    """Two people of the reviewing body, their work papers shown (art. 45(2))."""
    names = str(ask.facts.get("investigators") or "").replace("，", "、").split("、")
    if len({name.strip() for name in names if name.strip()}) < 2:
        return refuse(
            "REC-45",
            "调查取证时，行政复议人员不得少于两人。",
            todo="写明两名以上行政复议人员，用顿号分开。",
            field="investigators",
        )
    if ask.facts.get("work_id_shown") is not True:
        return refuse("REC-45", "没有确认已出示行政复议工作证件。", field="work_id_shown")
    return None
