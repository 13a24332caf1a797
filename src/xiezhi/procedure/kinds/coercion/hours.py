"""When execution may not happen: at night and on days off, but for urgency (强制法 art. 43).

The Act doesn't say when night is. From ten in the evening to six in the morning is our reading
(rule COE-12-3, unverified) until a plan says otherwise. "法定节假日" is read with art. 69, where it
is what isn't a working day: weekends count, which is the stricter reading.
"""

from __future__ import annotations

import datetime as dt

from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.facts import moment
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask

NIGHT_BEGINS = dt.time(22)
NIGHT_ENDS = dt.time(6)


def touches_night(started: dt.datetime, ended: dt.datetime) -> bool:
    """Does any of it lie between ten in the evening and six in the morning?"""
    if started.date() != ended.date():
        return True
    return started.time() < NIGHT_ENDS or ended.time() > NIGHT_BEGINS


def touches_day_off(started: dt.datetime, ended: dt.datetime, calendar: WorkCalendar) -> bool:
    days = (ended.date() - started.date()).days
    each = (started.date() + dt.timedelta(days=n) for n in range(days + 1))
    return any(not calendar.is_working_day(day) for day in each)


def not_at_night_or_on_a_holiday(st: Standing, ask: Ask) -> Reason | None:
    """不得在夜间或者法定节假日实施，情况紧急的除外."""
    started, ended = moment(ask.facts.get("started_at")), moment(ask.facts.get("ended_at"))
    if started is None or ended is None or ended < started:
        return refuse("COE-12", "没有填写开始、结束的时间。", field="started_at")
    urgent = ask.facts.get("urgent") is True
    if urgent and str(ask.facts.get("urgent_reason") or "").strip():
        return None
    if touches_day_off(started, ended, st.calendar):
        return refuse(
            "COE-12",
            "实施的日期不是工作日。法定节假日不得强制执行，情况紧急的除外。",
            todo="改在工作日实施；情况紧急的，勾选并写明紧急情况。",
            field="started_at",
        )
    if touches_night(started, ended):
        return refuse(
            "COE-12-3",
            f"实施的时间在夜间（本平台按 {NIGHT_BEGINS:%H:%M} 至次日 {NIGHT_ENDS:%H:%M} 掌握，"
            "法律没有规定钟点）。夜间不得强制执行，情况紧急的除外。",
            todo="改在白天实施；情况紧急的，勾选并写明紧急情况。",
            field="started_at",
        )
    return None


def no_supply_is_cut(_st: Standing, ask: Ask) -> Reason | None:
    """Nobody's water, power, heat or gas is cut to make him perform (art. 43(2))."""
    if ask.facts.get("supplies") == "no":
        return None
    return refuse(
        "COE-12-2",
        "没有确认不停止居民生活的供水、供电、供热、供燃气。",
        todo="不得用停止供水、供电、供热、供燃气的方式迫使当事人履行。",
        field="supplies",
    )
