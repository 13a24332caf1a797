"""From a rule and a ledger's days to a due date that knows how it came about."""

from __future__ import annotations

import calendar as months
import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.timelimits import telling
from xiezhi.procedure.timelimits.model import (
    Binds,
    Extension,
    Light,
    Pause,
    TimeLimit,
    Unit,
)

_DAY = dt.timedelta(days=1)
_HERE = ZoneInfo("Asia/Shanghai")

#: SUP-2: amber when a fifth of the limit or three working days are left.
AMBER_PERCENT = 20
AMBER_WORKING_DAYS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Days that don't count, merged where pauses overlap; both ends included."""

    start: dt.date
    end: dt.date
    why: str
    rule_codes: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A limit in hours: from when to when, by the clock on the wall; the minute counts (CAL-10).

    `now` is None where only the day is asked for; `done` is the fact that says when it was kept.
    """

    began: dt.datetime
    until: dt.datetime
    now: dt.datetime | None = None
    done: str = ""

    def over(self, at: dt.datetime) -> bool:
        """Passed with the minute after the last one."""
        return at.replace(second=0, microsecond=0) > self.until

    def left(self, at: dt.datetime) -> str:
        """5 小时 20 分: what is left, or by how much it has passed."""
        minutes = abs(int((self.until - at.replace(second=0, microsecond=0)).total_seconds())) // 60
        hours, rest = divmod(minutes, 60)
        parts = [f"{hours} 小时"] if hours else []
        return " ".join([*parts, f"{rest} 分"] if rest or not hours else parts)


@dataclass(frozen=True)
class Due:
    """A time limit as it stands today. `last_day` is the last day on which it is still kept.

    While a pause lasts whose end isn't known, `last_day` is the earliest possible one. A limit in
    hours has a `clock`, by which it passes on its last day already. `whose` is the
    party that it runs for, where several have one each.
    """

    limit: TimeLimit
    triggered_on: dt.date
    today: dt.date
    nominal_end: dt.date
    last_day: dt.date
    spans: tuple[Span, ...] = ()
    extensions: tuple[Extension, ...] = ()
    calendar: WorkCalendar = field(repr=False, compare=False, default_factory=WorkCalendar)
    clock: Clock | None = None
    whose: str = ""

    @property
    def label(self) -> str:
        """缴纳罚款（当事人之一）."""
        return f"{self.limit.label}（{self.whose}）" if self.whose else self.limit.label

    @property
    def first_day(self) -> dt.date:
        """The first day that counts: the trigger's own day doesn't (CAL-1)."""
        step = -_DAY if self.limit.backward else _DAY
        return self.triggered_on + step

    @property
    def n(self) -> int:
        return self.limit.n + sum(extension.n for extension in self.extensions)

    @property
    def paused_days(self) -> int:
        """Days not counted between trigger and end, in the limit's unit."""
        return _paused(self.spans, self.triggered_on, self.nominal_end, self.counter)

    @property
    def rolled_days(self) -> int:
        return abs((self.last_day - self.nominal_end).days)

    @property
    def provisional(self) -> bool:
        """Does the day depend on a year whose holidays aren't published yet?"""
        return self.calendar.provisional(self.last_day)

    @property
    def paused(self) -> bool:
        """Is the clock stopped today? A pause after the end stops nothing."""
        return self.pause_on(self.today) is not None

    def pause_on(self, day: dt.date) -> Span | None:
        if not self.limit.backward and day <= self.nominal_end:
            return next((s for s in self.spans if s.start <= day <= s.end), None)
        return None

    @property
    def counter(self) -> Callable[[dt.date, dt.date], int]:
        return _counter(self.limit.unit, self.calendar)

    def over(self, today: dt.date | None = None) -> bool:
        """Has it passed? On the last day itself it hasn't, but by the clock."""
        day = today or self.today
        now = self.clock_now(day)
        return self.clock.over(now) if self.clock and now else day > self.last_day

    def clock_now(self, day: dt.date) -> dt.datetime | None:
        """The time on the wall, where it is known and asked for that day."""
        now = self.clock.now if self.clock else None
        return now if now is not None and now.date() == day else None

    def used(self, today: dt.date | None = None) -> int:
        """Days counted so far, in the limit's unit."""
        day = min(today or self.today, self.last_day)
        whole = self.counter(self.triggered_on, day)
        return max(0, whole - _paused(self.spans, self.triggered_on, day, self.counter))

    def remaining(self, today: dt.date | None = None) -> int:
        """Days left in the limit's unit, without those that won't count; negative when passed."""
        return self._left(today or self.today, self.counter)

    def _left(self, day: dt.date, counter: Callable[[dt.date, dt.date], int]) -> int:
        whole = counter(day, self.last_day)
        return whole - _paused(self.spans, day, self.last_day, counter) if whole > 0 else whole

    def light(self, today: dt.date | None = None) -> Light:
        """SUP-1 … SUP-3; a party's right has none."""
        day = today or self.today
        if self.limit.binds is Binds.PARTY_RIGHT:
            return Light.NA
        if self.over(day):
            return Light.RED
        if self.pause_on(day) is not None:
            return Light.PAUSED
        if self._near(day):
            return Light.AMBER
        return Light.PROVISIONAL if self.provisional else Light.GREEN

    def _near(self, day: dt.date) -> bool:
        if self._left(day, self.calendar.working_days_between) <= AMBER_WORKING_DAYS:
            return True
        whole = self.n
        if self.limit.unit in (Unit.MONTH, Unit.YEAR):
            whole = self.counter(self.triggered_on, self.nominal_end) - self.paused_days
        return self.remaining(day) * 100 <= AMBER_PERCENT * whole

    @property
    def warn_on(self) -> dt.date:
        """The first day on which it is near: the day a reminder is due."""
        first = min(self.triggered_on, self.last_day) if not self.limit.backward else self.today
        days = range(min(first, self.last_day).toordinal(), self.last_day.toordinal() + 1)
        found = bisect_left(days, True, key=lambda n: self._near(dt.date.fromordinal(n)))
        return dt.date.fromordinal(days[min(found, len(days) - 1)])

    @property
    def remaining_text(self) -> str:
        """剩 38 日, 今天到期, 超期 2 个工作日."""
        now = self.clock_now(self.today)
        if self.clock and now:
            left_now = self.clock.left(now)
            return f"超期 {left_now}" if self.over() else f"剩 {left_now}"
        left = self.remaining()
        unit = "个工作日" if self.limit.unit is Unit.WORKING_DAY else "日"
        if self.over():
            return f"超期 {-left} {unit}" if left else "已经到期"
        return f"剩 {left} {unit}" if self.last_day != self.today else "今天到期"

    def lines(self) -> list[telling.Line]:
        """The sum from the trigger to the last day, one article a line."""
        return telling.lines(self)

    def sentence(self) -> str:
        """The same in one sentence."""
        return telling.sentence(self)


def compute(
    limit: TimeLimit,
    triggered_on: dt.date,
    *,
    pauses: Iterable[Pause] = (),
    extensions: Iterable[Extension] = (),
    calendar: WorkCalendar,
    today: dt.date,
) -> Due:
    """When the limit ends. Pauses under rules that the limit doesn't name stop other clocks."""
    if limit.unit is Unit.HOUR:
        raise ValueError(f"{limit.id} runs by the clock: use ends_at()")
    if limit.backward:
        return _backward(limit, triggered_on, calendar, today)
    extensions = tuple(extensions)
    spans = merge((pause for pause in pauses if pause.rule_code in limit.stops), today)
    total = limit.n + sum(extension.n for extension in extensions)
    nominal = _nominal(limit.unit, triggered_on, total, spans, calendar)
    last = calendar.roll_forward(nominal) if limit.roll else nominal
    inside = tuple(s for s in spans if s.end > triggered_on and s.start <= nominal)
    return Due(limit, triggered_on, today, nominal, last, inside, extensions, calendar)


def _backward(limit: TimeLimit, event_on: dt.date, calendar: WorkCalendar, today: dt.date) -> Due:
    """ "七日前": the n-th day before the event, whose own day isn't counted (CAL-12)."""
    if limit.unit is Unit.WORKING_DAY:
        nominal = last = calendar.add_working_days(event_on, -limit.n)
    else:
        nominal = _shift(limit.unit, event_on, -limit.n)
        last = calendar.roll_back(nominal) if limit.roll else nominal
    return Due(limit, event_on, today, nominal, last, (), (), calendar)


def earliest_event(limit: TimeLimit, told_on: dt.date, calendar: WorkCalendar) -> dt.date:
    """For a backward limit: the first day on which the event may be held after this notice."""
    day = told_on
    while _backward(limit, day, calendar, told_on).last_day < told_on:
        day += _DAY
    return calendar.roll_forward(day)


def compute_by_clock(
    limit: TimeLimit,
    began: dt.datetime,
    *,
    calendar: WorkCalendar,
    today: dt.date,
    now: dt.datetime | None = None,
    done: str = "",
) -> Due:
    """A limit in hours whose start is known to the minute."""
    until = ends_at(limit, began)
    clock = Clock(began, until, now, done)
    return Due(
        limit, began.date(), today, until.date(), until.date(), calendar=calendar, clock=clock
    )


def moment(value: object) -> dt.datetime | None:
    """A moment by the clock on the wall in China; None where there is none."""
    if not value:
        return None
    try:
        found = value if isinstance(value, dt.datetime) else dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found.astimezone(_HERE).replace(tzinfo=None) if found.tzinfo else found


def ends_at(limit: TimeLimit, at: dt.datetime) -> dt.datetime:
    """Hour limits run by the clock, through nights and holidays (CAL-10)."""
    if limit.unit is not Unit.HOUR:
        raise ValueError(f"{limit.id} is counted in days")
    return at + dt.timedelta(hours=limit.n)


def merge(pauses: Iterable[Pause], today: dt.date) -> tuple[Span, ...]:
    """Overlapping pauses count once. One that still lasts reaches to today."""
    merged: list[Span] = []
    for pause in sorted(pauses, key=lambda p: (p.start, p.end or dt.date.max, p.why, p.rule_code)):
        end = pause.end or today
        if end < pause.start:
            continue
        new = Span(pause.start, end, pause.why, (pause.rule_code,), pause.end is None)
        if merged and new.start <= merged[-1].end + _DAY and _touch(merged[-1], new):
            new = _join(merged.pop(), new)
        merged.append(new)
    return tuple(merged)


def _touch(before: Span, after: Span) -> bool:
    """Overlapping always merges; mere neighbours only when they have the same reason."""
    return after.start <= before.end or after.why == before.why


def _join(a: Span, b: Span) -> Span:
    whys = sorted({*a.why.split("、"), *b.why.split("、")})
    codes = tuple(sorted({*a.rule_codes, *b.rule_codes}))
    last = a if a.end > b.end else b
    return Span(a.start, last.end, "、".join(whys), codes, a.open or b.open)


def add_months(day: dt.date, n: int) -> dt.date:
    """The day of the same number n months on, else that month's last day (CAL-13)."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return dt.date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _shift(unit: Unit, day: dt.date, n: int) -> dt.date:
    if unit is Unit.NATURAL_DAY:
        return day + n * _DAY
    return add_months(day, n * 12 if unit is Unit.YEAR else n)


def _counter(unit: Unit, calendar: WorkCalendar) -> Callable[[dt.date, dt.date], int]:
    """Counts the days after the first and up to the second."""
    if unit is Unit.WORKING_DAY:
        return calendar.working_days_between
    return lambda after, until: (until - after).days


def _paused(
    spans: Sequence[Span],
    after: dt.date,
    until: dt.date,
    counter: Callable[[dt.date, dt.date], int],
) -> int:
    total = 0
    for span in spans:
        start, end = max(span.start - _DAY, after), min(span.end, until)
        total += counter(start, end) if start < end else 0
    return total


def _nominal(
    unit: Unit, start: dt.date, n: int, spans: Sequence[Span], calendar: WorkCalendar
) -> dt.date:
    """The n-th day that counts: lengthen by what is paused until nothing more falls inside."""
    counter = _counter(unit, calendar)
    base = start if unit is Unit.WORKING_DAY else _shift(unit, start, n)
    paused = -1
    end = start
    while True:
        found = _paused(spans, start, end, counter) if paused >= 0 else 0
        if found == paused:
            return end
        paused = found
        if unit is Unit.WORKING_DAY:
            end = calendar.add_working_days(base, n + paused)
        else:
            end = base + paused * _DAY
