"""Checks of the hearing (arts. 63 to 65)."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.checks.posted import handed_in
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import HEARING_NOTICE, HEARING_REQUEST, cn_date, compute


def hearing_right_was_told(st: Standing, _ask: Ask) -> Reason | None:
    if st.fact("casework.give_notice", "hearing_right") is not True:
        return refuse(
            "PEN-9", "拟作出的处罚不属于应当告知听证权利的范围。", todo="作为陈述、申辩意见登记。"
        )
    return None


def hearing_asked_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Within five working days of the notice's service (art. 64(1)); by post, sent within them."""
    served = st.last("casework.serve_notice")
    if served is None:
        return refuse("PEN-9", "告知书还没有送达。")
    due = compute(st.policy.limit(HEARING_REQUEST), served.on, calendar=st.calendar, today=st.today)
    asked = handed_in(ask.facts, ask.on)
    if asked > due.last_day:
        return refuse(
            "PEN-9",
            f"要求听证的期限到 {cn_date(due.last_day)}止，{cn_date(asked)}提出已经超过。",
            todo="期满前交邮的，填写交邮日期；超过的，告知当事人，意见作为陈述、申辩登记。",
            field="posted_on",
        )
    return None


def hearing_told_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Time and place told at least seven working days before (art. 64(2))."""
    held_on = day(ask.facts.get("hearing_on"))
    if held_on is None:
        return refuse("PEN-10", "没有填写听证日期。", field="hearing_on")
    due = compute(st.policy.limit(HEARING_NOTICE), held_on, calendar=st.calendar, today=st.today)
    if ask.on > due.last_day:
        return refuse(
            "PEN-10",
            f"{cn_date(held_on)}举行听证，最迟应在 {cn_date(due.last_day)}通知当事人。",
            todo="把听证日期往后改，使通知与听证之间满七个工作日。",
            field="hearing_on",
        )
    return None


def host_is_no_handler(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("host_is_handler") is not False:
        return refuse(
            "PEN-11",
            "听证由非本案调查人员主持。",
            todo="指定一名没有参加本案调查的人员主持。",
            field="host",
        )
    return None


def on_the_announced_day(st: Standing, ask: Ask) -> Reason | None:
    """Held when the party was told it would be; another day takes another notice (art. 64)."""
    held = day(st.fact("casework.notify_hearing", "hearing_on"))
    if held is not None and ask.on != held:
        return refuse(
            "PEN-10",
            f"听证通知的日期是 {cn_date(held)}，不是 {cn_date(ask.on)}。",
            todo="按通知的日期举行；改期的，重新通知当事人。",
            field="on",
        )
    return None


_ENDS = ("casework.hold_hearing", "casework.withdraw_hearing")


def hearing_not_asked_yet(st: Standing, _ask: Ask) -> Reason | None:
    """Once for each notice: a heavier penalty is told anew, and may be heard anew."""
    asked, served = st.last("casework.request_hearing"), st.last("casework.serve_notice")
    if asked and served and asked.seq > served.seq:
        return refuse("FLOW-ONCE", "当事人已经就这次告知要求听证。")
    return None


def hearing_is_wanted(st: Standing, _ask: Ask) -> Reason | None:
    """Asked for, and since then neither held nor given up; of several parties by one at least."""
    asked = [one for one in st.parties if one.has("casework.request_hearing")]
    if asked and not any(_still_wants(one) for one in asked):
        return refuse("FLOW-LATE", "听证已经举行或者已经撤回。")
    return None


def _still_wants(st: Standing) -> bool:
    asked = st.last("casework.request_hearing")
    return asked is not None and not any(st.after(act, asked.seq) for act in _ENDS)


def hearing_is_announced(st: Standing, ask: Ask) -> Reason | None:
    """The party was told of this hearing, and it hasn't been held or given up."""
    asked = st.last("casework.request_hearing")
    if asked and not st.after("casework.notify_hearing", asked.seq):
        return refuse("PEN-10", "还没有通知当事人听证的时间、地点。", todo="先办理“通知听证”。")
    return hearing_is_wanted(st, ask)


def hearing_was_held(st: Standing, _ask: Ask) -> Reason | None:
    held, asked = st.last("casework.hold_hearing"), st.last("casework.request_hearing")
    if held and asked and held.seq < asked.seq:
        return refuse("FLOW-ORDER", "听证还没有举行。", todo="先举行听证。")
    if held and st.after("casework.report_hearing", held.seq):
        return refuse("FLOW-ONCE", "这次听证的报告已经提交。")
    return None


_AGENTS = 2


def agents_are_two_at_most(_st: Standing, ask: Ask) -> Reason | None:
    """A party comes itself or is represented by one or two (art. 64(5))."""
    if int(ask.facts.get("agents") or 0) <= _AGENTS:
        return None
    return refuse(
        "PEN-64-5",
        "当事人只能委托一至二人代理。",
        todo="请当事人确定一至二名代理人，其他人可以旁听。",
        field="participants",
    )
