"""A due date explains itself: trigger, unit, pauses, extension, holidays, roll, result, article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from xiezhi.procedure.citations import SourceStatus
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.timelimits.model import Unit

if TYPE_CHECKING:
    from xiezhi.procedure.timelimits.model import TimeLimit
    from xiezhi.procedure.timelimits.reckon import Due, Span

_WEEKDAYS = "一二三四五六日"
_DAY = dt.timedelta(days=1)


class Line(NamedTuple):
    """One line of the sum: what, how much, and why with its article."""

    label: str
    value: str
    note: str = ""


def cn_date(day: dt.date, *, year: bool = True) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"


def weekday(day: dt.date) -> str:
    return f"星期{_WEEKDAYS[day.weekday()]}"


def _short(due: Due, day: dt.date) -> str:
    return cn_date(day, year=day.year != due.today.year)


def lines(due: Due) -> list[Line]:
    if due.clock is not None:
        return clock_lines(due.limit, due.clock.began, due.clock.until)
    return list(_backward(due) if due.limit.backward else _forward(due))


def _forward(due: Due) -> Iterator[Line]:
    limit = due.limit
    first = f"当日不计，自 {_short(due, due.first_day)}起算"
    yield Line(limit.trigger_label, _short(due, due.triggered_on), first)
    yield _length(due.limit)
    for extension in due.extensions:
        granted = f"{_short(due, extension.granted_on)}批准。" if extension.granted_on else ""
        by = extension.by or "批准"
        note = f"{granted}{rule(extension.rule_code).cite}"
        yield Line(f"{by}延长", f"+{extension.n} {limit.unit.label}", note)
    for span in due.spans:
        yield _pause(due, span)
    if limit.unit is Unit.WORKING_DAY:
        yield from _holidays(due)
    elif due.rolled_days:
        yield Line("期满日", _short(due, due.nominal_end), f"{weekday(due.nominal_end)}，休息日")
        yield Line(
            "顺延到第一个工作日", f"+{due.rolled_days} 日", f"{rule('CAL-2').cite}，参照适用"
        )
    yield _last(due, "最后一天")


def _length(limit: TimeLimit) -> Line:
    known = limit.status is SourceStatus.STATUTE_TEXT
    doubt = "（出处待核）" if limit.status is SourceStatus.UNVERIFIED else ""
    label = "法定期限" if known else "规定期限"
    return Line(label, limit.length, f"{limit.unit.manner}。{limit.cite}{doubt}")


def _pause(due: Due, span: Span) -> Line:
    until = "至今" if span.open else f"至 {_short(due, span.end)}"
    days = due.counter(max(span.start - _DAY, due.triggered_on), min(span.end, due.nominal_end))
    cites = "、".join(str(rule(code).cite) for code in span.rule_codes)
    return Line(
        f"{span.why}不计入",
        f"+{days} {due.limit.unit.label if due.limit.unit is Unit.WORKING_DAY else '日'}",
        f"{_short(due, span.start)}{until}。{cites}",
    )


def _holidays(due: Due) -> Iterator[Line]:
    """Weekdays that were off and weekend days that were worked, between trigger and end."""
    count = (due.last_day - due.triggered_on).days
    days = [due.triggered_on + n * _DAY for n in range(1, count + 1)]
    odd = [d for d in days if due.calendar.is_working_day(d) != (d.weekday() < 5)]
    off = [d for d in odd if d.weekday() < 5]
    worked = [d for d in odd if d.weekday() >= 5]
    if not odd:
        return
    parts = [f"{runs(off)}放假"] if off else []
    parts += [f"{runs(worked)}上班"] if worked else []
    yield Line("其间放假、调休", f"{len(off)} 日不计" if off else "", "；".join(parts))


def runs(days: list[dt.date]) -> str:
    """10月1日至3日、10月6日: consecutive days drawn together."""
    groups: list[list[dt.date]] = [[days[0]]]
    for before, day in pairwise(days):
        if day - before == _DAY:
            groups[-1].append(day)
        else:
            groups.append([day])
    return "、".join(_run(group) for group in groups)


def _run(group: list[dt.date]) -> str:
    first, last = group[0], group[-1]
    if first == last:
        return cn_date(first, year=False)
    end = f"{last.day}日" if first.month == last.month else cn_date(last, year=False)
    return f"{cn_date(first, year=False)}至{end}"


def _last(due: Due, label: str) -> Line:
    if due.pause_on(due.today) and any(span.open for span in due.spans):
        return Line(label, "待定", f"暂停还没有结束，最早是 {cn_date(due.last_day)}")
    doubt = f"暂定：{due.last_day.year} 年放假安排公布后重算" if due.provisional else ""
    return Line(label, cn_date(due.last_day), doubt or weekday(due.last_day))


def _backward(due: Due) -> Iterator[Line]:
    yield Line(due.limit.trigger_label, _short(due, due.triggered_on), "当日不计，往前数")
    yield _length(due.limit)
    if due.rolled_days:
        yield Line("期满日", _short(due, due.nominal_end), f"{weekday(due.nominal_end)}，休息日")
        yield Line("提前到前一个工作日", f"-{due.rolled_days} 日", str(rule("CAL-12").cite))
    yield _last(due, "最迟")


def sentence(due: Due) -> str:
    limit = due.limit
    if due.clock is not None:
        return clock_sentence(limit, due.clock.began, due.clock.until)
    if limit.backward:
        return (
            f"{limit.trigger_label}定在{cn_date(due.triggered_on)}，{limit.label}须提前 "
            f"{limit.length}，最迟{cn_date(due.last_day)}（{weekday(due.last_day)}）。{limit.cite}。"
        )
    parts = [f"自{cn_date(due.triggered_on)}{limit.trigger_label}的次日起 {limit.length}"]
    parts += [f"延长 {e.n} {limit.unit.label}" for e in due.extensions]
    if due.paused_days:
        unit = limit.unit.label if limit.unit is Unit.WORKING_DAY else "日"
        whys = "、".join(dict.fromkeys(span.why for span in due.spans))
        parts.append(f"{whys}不计入 {due.paused_days} {unit}")
    if due.rolled_days:
        nominal = cn_date(due.nominal_end)
        parts.append(f"{nominal}（{weekday(due.nominal_end)}）是休息日，顺延")
    doubt = "（暂定）" if due.provisional else ""
    end = f"到{cn_date(due.last_day)}（{weekday(due.last_day)}）24 时止{doubt}"
    return f"{'，'.join(parts)}，{end}。{limit.cite}。"


# -- limits by the clock --


def _moment(at: dt.datetime) -> str:
    return f"{cn_date(at.date())} {at:%H:%M}"


def clock_lines(limit: TimeLimit, began: dt.datetime, end: dt.datetime) -> list[Line]:
    """The sum of a limit in hours: nights and days off count (CAL-10)."""
    return [
        Line(limit.trigger_label, _moment(began), "从这一时刻起算"),
        _length(limit),
        Line("最迟", _moment(end), weekday(end.date())),
    ]


def clock_sentence(limit: TimeLimit, began: dt.datetime, end: dt.datetime) -> str:
    return (
        f"自{_moment(began)}{limit.trigger_label}起 {limit.length}，{limit.unit.manner}，"
        f"到{_moment(end)}（{weekday(end.date())}）止。{limit.cite}。"
    )
