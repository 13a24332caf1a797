"""The light of a duty: its shape, its word, what is left in the limit's own unit."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from xiezhi.faces.desk.worklist import Row
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.timelimits import LIMITS, Clock, Unit
from xiezhi.ui.face import Light
from xiezhi.ui.text import cndate, cndate_short


def lamp(row: Row, calendar: WorkCalendar, today: dt.date) -> tuple[Light, str]:
    """The light and the line under it."""
    if row.light == "paused":
        return Light("paused"), "暂停计算期限"
    if row.due is None:
        return Light("na", "不限期"), ""
    at = f" {timezone.localtime(row.due_at):%H:%M}" if row.due_at else ""
    text = f"{cndate_short(row.due, today)}{at}到期"
    if row.over(today):
        return Light("red", detail=_left(row, calendar, today)), text
    if row.near(today):
        return Light("amber", detail=_left(row, calendar, today)), text
    if row.light == "provisional" or calendar.provisional(row.due):
        return Light("provisional", detail=cndate(row.due)), "次年休息日安排未公布"
    return Light("green", detail=_left(row, calendar, today)), text


def _left(row: Row, calendar: WorkCalendar, today: dt.date) -> str:
    """剩 2 个工作日, 今天到期, or only the number of days passed."""
    if row.due is None:
        return ""
    if row.due_at is not None and abs((row.due - today).days) <= 1:
        return _by_clock(row.due_at)
    limit = LIMITS.get(row.rule)
    if limit is not None and limit.unit is Unit.WORKING_DAY:
        left, unit = calendar.working_days_between(today, row.due), "个工作日"
    else:
        left, unit = (row.due - today).days, "日"
    if row.due < today:
        return f"{-left} {unit}" if left else ""
    return "今天到期" if row.due == today else f"剩 {left} {unit}"


def _by_clock(until: dt.datetime) -> str:
    """剩 5 小时 20 分, or how long it has passed: a limit in hours."""
    end, now = (timezone.localtime(at).replace(tzinfo=None) for at in (until, timezone.now()))
    clock = Clock(end, end)
    return clock.left(now) if clock.over(now) else f"剩 {clock.left(now)}"
