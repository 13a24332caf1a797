"""How a computed time limit is shown: its lines, its bar, the light it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xiezhi.procedure.timelimits import Due, Line, Unit
from xiezhi.procedure.timelimits import Light as DueLight
from xiezhi.ui.face import Light
from xiezhi.ui.ruler import Ruler, Span
from xiezhi.ui.text import cndate

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Explained:
    """A due date ready for the page; `ruler` is None where a bar would say nothing."""

    lines: Sequence[Line]
    ruler: Ruler | None = None
    trigger: str = ""


def explain(due: Due | Explained, today: date) -> Explained:
    """The sum from the trigger to the last day, and its bar (none for a limit counted back)."""
    if isinstance(due, Explained):
        return due
    ruler = None if due.limit.backward or due.clock else _ruler(due, today)
    return Explained(due.lines(), ruler, due.limit.trigger_label)


def due_light(due: Due | None, today: date | None = None) -> Light:
    """超期 2 个工作日, 临近 今天到期, 正常 剩 38 日, 暂停 检验; no limit known is 没有数据."""
    if due is None:
        return Light("nodata")
    day = today or due.today
    state = due.light(day)
    return Light(state.value, state.label, _detail(due, state, day))


def _detail(due: Due, state: DueLight, day: date) -> str:
    if state is DueLight.PAUSED:
        span = due.pause_on(day)
        return span.why if span else ""
    if state is DueLight.PROVISIONAL:
        return cndate(due.last_day)
    now = due.clock_now(day)
    if due.clock is not None and now is not None:
        left_now = due.clock.left(now)
        return left_now if state is DueLight.RED else f"剩 {left_now}"
    left, unit = due.remaining(day), _unit(due)
    if state is DueLight.RED:
        return f"{-left} {unit}" if left else ""
    if state is DueLight.NA:
        return f"到 {cndate(due.last_day)}"
    return "今天到期" if day == due.last_day else f"剩 {left} {unit}"


def _unit(due: Due) -> str:
    return "个工作日" if due.limit.unit is Unit.WORKING_DAY else "日"


def _ruler(due: Due, today: date) -> Ruler:
    return Ruler(
        start=due.triggered_on,
        last=due.last_day,
        expires=due.nominal_end,
        today=today,
        paused=tuple(_uncounted(due)),
        unit=_unit(due),
        used=due.used(today),
        over=max(-due.remaining(today), 0) if due.over(today) else 0,
    )


def _uncounted(due: Due) -> Iterator[Span]:
    """Pauses; and, where working days are counted, the days off between them."""
    paused = [Span(span.start, min(span.end, due.last_day), span.why) for span in due.spans]
    yield from paused
    if due.limit.unit is not Unit.WORKING_DAY:
        return
    start: date | None = None
    for number in range((due.last_day - due.triggered_on).days + 1):
        day = due.first_day + number * _DAY
        off = (
            day <= due.last_day
            and not due.calendar.is_working_day(day)
            and not any(span.start <= day <= span.end for span in paused)
        )
        if off and start is None:
            start = day
        elif not off and start is not None:
            yield Span(start, day - _DAY, "休息日")
            start = None
