"""Checks of the hearing (许可法 arts. 36, 46 to 48)."""

from __future__ import annotations

import datetime as dt

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.checks.posted import handed_in
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import Due, cn_date, compute, earliest_event
from xiezhi.procedure.timelimits.licence import ASK_HEARING, CALL_HEARING, ORGANISE_HEARING


def _term(st: Standing, told: Event) -> Due:
    return compute(st.policy.limit(ASK_HEARING), told.on, calendar=st.calendar, today=st.today)


def hearing_asked_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Within five working days of being told (art. 47(1)), by post: sent within them; once for
    each time it is told."""
    told = e.told_of_hearing(st)
    if told is None:
        return refuse(
            "LIC-9", "没有告知要求听证的权利。", todo="先办理“告知陈述、申辩和听证权利”。"
        )
    if st.after("licence.ask_hearing", told.seq):
        return refuse("FLOW-ONCE", "已经就这次告知要求听证。")
    last = _term(st, told).last_day
    asked = handed_in(ask.facts, ask.on)
    if asked <= last:
        return None
    return refuse(
        "LIC-9",
        f"要求听证的期限到 {cn_date(last)}止，{cn_date(asked)}提出已经超过。",
        todo="期满前交邮的，填写交邮日期；超过的，告知对方，意见作为陈述、申辩记录。",
        field="posted_on",
    )


def no_hearing_is_wanted(st: Standing, _ask: Ask) -> Reason | None:
    return refuse("FLOW-ONCE", "听证已经决定举行。") if e.hearing_wanted(st) else None


def hearing_is_wanted(st: Standing, _ask: Ask) -> Reason | None:
    if e.hearing_wanted(st):
        return None
    return refuse("FLOW-ORDER", "没有要举行的听证，或者已经举行、撤回。")


def hearing_was_asked_for(st: Standing, _ask: Ask) -> Reason | None:
    """Only who asked can withdraw; what the public was told is held (art. 46)."""
    wanted = e.hearing_wanted(st)
    if wanted is not None and wanted.act == "licence.announce_hearing":
        return refuse("LIC-9-7", "已经向社会公告的听证应当举行，不能撤回。")
    return None


def called_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Seven working days before it is held (art. 48(1)1)."""
    held = _held_on(ask)
    if held is None:
        return refuse("LIC-9-3", "没有填写听证时间。", field="hearing_at")
    due = compute(st.policy.limit(CALL_HEARING), held, calendar=st.calendar, today=st.today)
    if ask.on <= due.last_day:
        return None
    return refuse(
        "LIC-9-3",
        f"{cn_date(held)}举行听证，最迟应在 {cn_date(due.last_day)}通知。",
        todo="把听证往后改，使通知与听证之间满七个工作日。",
        field="hearing_at",
    )


def held_within_twenty_days(st: Standing, ask: Ask) -> Reason | None:
    """Twenty working days after it was asked for, as far as the notice still allows it."""
    wanted, held = e.hearing_wanted(st), _held_on(ask)
    if wanted is None or wanted.act != "licence.ask_hearing" or held is None:
        return None
    due = compute(
        st.policy.limit(ORGANISE_HEARING), wanted.on, calendar=st.calendar, today=st.today
    )
    first = earliest_event(st.policy.limit(CALL_HEARING), ask.on, st.calendar)
    if held <= due.last_day or first > due.last_day:
        return None
    return refuse(
        "LIC-9-2",
        f"{cn_date(wanted.on)}提出听证申请，最迟应在 {cn_date(due.last_day)}举行听证。",
        todo=f"改在 {cn_date(first)}至 {cn_date(due.last_day)}之间举行。",
        field="hearing_at",
    )


def _held_on(ask: Ask) -> dt.date | None:
    return day(str(ask.facts.get("hearing_at") or "")[:10])


def host_did_not_examine(st: Standing, ask: Ask) -> Reason | None:
    """Somebody other than those who examine the application presides (art. 48(1)3)."""
    examined = {
        officer.get("name")
        for event in st.all("licence.check_site")
        for officer in event.facts.get("officers") or []
    }
    known = ask.facts.get("host_independent") is True
    if known and ask.facts.get("host") not in examined:
        return None
    return refuse(
        "LIC-9-5",
        "听证主持人应当是审查该申请的工作人员以外的人员。",
        todo="指定一名没有参加审查的人员主持，并确认。",
        field="host",
    )


def hearing_was_called(st: Standing, _ask: Ask) -> Reason | None:
    if e.hearing_called(st):
        return None
    return refuse("LIC-9-3", "还没有通知听证的时间、地点。", todo="先办理“通知许可听证”。")


def held_on_its_day(st: Standing, ask: Ask) -> Reason | None:
    """Held when it was said to be; another day takes another notice."""
    called = e.hearing_called(st)
    held = day(str(called.facts.get("hearing_at") or "")[:10]) if called else None
    if held is None or held == ask.on:
        return None
    return refuse(
        "LIC-9-3",
        f"通知的听证日期是 {cn_date(held)}，不是 {cn_date(ask.on)}。",
        todo="按通知的日期举行；改期的，重新通知。",
        field="on",
    )


# -- before proposing, review and decision ---
def no_hearing_is_open(st: Standing, _ask: Ask) -> Reason | None:
    if e.hearing_wanted(st) is None:
        return None
    return refuse("LIC-9-4", "听证还没有举行，不能提出意见、作出决定。", todo="先举行听证。")


def hearing_term_is_over(st: Standing, ask: Ask) -> Reason | None:
    """Whoever was told may still ask: wait, unless the only one concerned gave it up."""
    told = e.told_of_hearing(st)
    if told is None or st.after("licence.ask_hearing", told.seq) or _given_up(st, told):
        return None
    last = _term(st, told).last_day
    if ask.on > last:
        return None
    return refuse(
        "LIC-9",
        f"要求听证的期限到 {cn_date(last)}止，还没有过。",
        todo=f"{cn_date(last)}之后办理；没有利害关系人、当事人放弃听证的，记录其意见。",
    )


def _given_up(st: Standing, told: Event) -> bool:
    """With others concerned, one person's waiver doesn't speak for all."""
    if told.facts.get("interested"):
        return False
    return any(
        event.seq > told.seq
        and event.facts.get("waives_hearing") is True
        and event.facts.get("said_as") in ("applicant", "licensee")
        for event in st.all("licence.hear_party")
    )


def record_was_weighed(st: Standing, ask: Ask) -> Reason | None:
    """After a hearing the opinion says how its record was followed (art. 48(2))."""
    if not st.has("licence.hold_hearing") or ask.facts.get("hearing_said"):
        return None
    return refuse(
        "LIC-9-4",
        "举行过听证，审查意见没有说明听证情况和听证意见的采纳。",
        todo="根据听证笔录填写。",
        field="hearing_said",
    )


def decided_on_the_record(st: Standing, _ask: Ask) -> Reason | None:
    """An opinion older than the hearing doesn't rest on its record (art. 48(2))."""
    held, said = st.last("licence.hold_hearing"), st.last(*e.PROPOSED)
    if held is None or said is None or said.seq > held.seq:
        return None
    return refuse(
        "LIC-9-4",
        "审查意见是听证以前提出的，没有根据听证笔录。",
        todo="根据听证笔录重新提出审查意见。",
    )
