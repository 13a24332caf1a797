"""Every time limit on both sides of its last day, the day found a second time by walking.

The rows come from `LIMITS`, so a limit that is declared tomorrow is tested tomorrow. The expected
day is not computed by our engine: it is walked to, one day after the other, over the working days
of another package.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from decimal import Decimal

import holidays
import pytest

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.timelimits import (
    Binds,
    Due,
    Extension,
    Light,
    Pause,
    TimeLimit,
    Unit,
    compute,
)

CN = WorkCalendar()
DAY = dt.timedelta(days=1)
THEIRS = holidays.country_holidays("CN", years=range(2015, 2028))

#: Trigger days: an ordinary Tuesday, a Friday, a worked Sunday, the last day before the National
#: holiday and one inside it, the eve of the Spring Festival, 31 August, 29 February, a year's end.
STARTS = [
    dt.date.fromisoformat(text)
    for text in (
        "2024-03-05", "2023-06-16", "2025-09-28", "2025-09-30", "2025-10-03", "2024-02-09",
        "2023-08-31", "2024-02-29", "2023-12-31", "2025-09-29", "2025-09-18",
    )
]  # fmt: skip
IN_DAYS = {code: limit for code, limit in t.LIMITS.items() if limit.unit is not Unit.HOUR}
BY_CLOCK = {code: limit for code, limit in t.LIMITS.items() if limit.unit is Unit.HOUR}


# -- walking there ---------------------------------------------------------------------------------


def walk(
    start: dt.date, step: int, wanted: int, *, working: bool, not_counted: frozenset[dt.date]
) -> dt.date:
    """The day on which so many days were counted, one after the other."""
    day, counted = start, 0
    while counted < wanted:
        day += step * DAY
        off = working and not THEIRS.is_working_day(day)
        counted += not (off or day in not_counted)
    return day


def months_on(start: dt.date, n: int) -> dt.date:
    """A month at a time, by the length of each month."""
    year, month = start.year, start.month
    for _ in range(abs(n)):
        month += 1 if n > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    return dt.date(year, month, min(start.day, months.monthrange(year, month)[1]))


def to_working_day(day: dt.date, step: int) -> dt.date:
    while not THEIRS.is_working_day(day):
        day += step * DAY
    return day


def expected(
    limit: TimeLimit,
    start: dt.date,
    n: int = 0,
    not_counted: frozenset[dt.date] = frozenset(),
) -> dt.date:
    """The last day on which the limit is kept."""
    n, step = n or limit.n, -1 if limit.backward else 1
    if limit.unit is Unit.WORKING_DAY:
        return walk(start, step, n, working=True, not_counted=not_counted)
    if limit.unit is Unit.NATURAL_DAY:
        end = walk(start, step, n, working=False, not_counted=not_counted)
    else:
        end = months_on(start, step * n * (12 if limit.unit is Unit.YEAR else 1))
        while paused := sum(start < day <= end for day in not_counted):
            end, not_counted = end + paused * DAY, frozenset(d for d in not_counted if d > end)
    return to_working_day(end, step) if limit.roll else end


# -- every limit, both sides -----------------------------------------------------------------------


ROWS = [
    pytest.param(limit, start, id=f"{code}-{start}")
    for code, limit in IN_DAYS.items()
    for start in STARTS
]


def seen_on(limit: TimeLimit, start: dt.date, today: dt.date) -> Due:
    return compute(limit, start, calendar=CN, today=today)


@pytest.mark.parametrize(("limit", "start"), ROWS)
def test_last_day_in_time_first_day_late(limit: TimeLimit, start: dt.date) -> None:
    last = expected(limit, start)
    found = seen_on(limit, start, last)
    assert found.last_day == last
    assert not found.over(), "the last day itself is in time"
    assert found.remaining() == 0
    assert "超期" not in found.remaining_text
    late = seen_on(limit, start, last + DAY)
    assert late.over(), "the day after is late"
    assert late.last_day == last
    if limit.binds is Binds.PARTY_RIGHT:
        assert {found.light(), late.light()} == {Light.NA}, "a right that lapses is no delay"
    else:
        assert found.light() is Light.AMBER
        assert late.light() is Light.RED


@pytest.mark.parametrize(("limit", "start"), ROWS)
def test_the_derivation_ends_on_that_day(limit: TimeLimit, start: dt.date) -> None:
    found = seen_on(limit, start, start)
    assert found.lines()[0].label == limit.trigger_label
    assert found.lines()[-1].value == t.cn_date(expected(limit, start))
    assert t.cn_date(found.last_day) in found.sentence()
    assert str(limit.cite) in found.sentence()


@pytest.mark.parametrize(
    "limit", [one for one in IN_DAYS.values() if one.stops], ids=lambda x: x.id
)
@pytest.mark.parametrize("start", STARTS[:4])
def test_days_that_do_not_count(limit: TimeLimit, start: dt.date) -> None:
    """Twelve days that another rule's pause overlaps, which this limit doesn't know."""
    first, last = start + 2 * DAY, start + 13 * DAY
    pauses = [
        Pause(first, last, "检验", limit.stops[0]),
        Pause(first, last + 5 * DAY, "别的", "PEN-1"),
    ]
    found = compute(limit, start, pauses=pauses, calendar=CN, today=start)
    uncounted = frozenset(first + n * DAY for n in range(12))
    assert found.last_day == expected(limit, start, not_counted=uncounted)


@pytest.mark.parametrize(
    "limit", [one for one in IN_DAYS.values() if one.extensions], ids=lambda x: x.id
)
def test_longer_by_what_was_granted(limit: TimeLimit) -> None:
    step = limit.extensions[0]
    n = step.most or 7
    for start in STARTS:
        granted = [Extension(n, step.rule_code, start)]
        found = compute(limit, start, extensions=granted, calendar=CN, today=start)
        assert found.last_day == expected(limit, start, limit.n + n)


@pytest.mark.rule("CAL-10")
@pytest.mark.parametrize("limit", BY_CLOCK.values(), ids=BY_CLOCK.keys())
def test_hours_run_by_the_clock(limit: TimeLimit) -> None:
    """Through a night, a weekend, the National holiday (CAL-10)."""
    for start in STARTS:
        at = dt.datetime.combine(start, dt.time(16, 30), tzinfo=dt.UTC)
        assert t.ends_at(limit, at) - at == dt.timedelta(hours=limit.n)


def test_no_limit_is_forgotten() -> None:
    assert {*IN_DAYS, *BY_CLOCK} == set(t.LIMITS)


# -- the vectors of the law reference (1.0) --------------------------------------------------------


@pytest.mark.rule("CAL-1", "CAL-2", "CAL-4")
@pytest.mark.parametrize(
    ("unit", "n", "start", "last"),
    [
        pytest.param(Unit.WORKING_DAY, 3, "2025-09-29", "2025-10-10", id="3wd"),
        pytest.param(Unit.WORKING_DAY, 7, "2025-09-29", "2025-10-15", id="7wd"),
        pytest.param(Unit.WORKING_DAY, 20, "2025-09-29", "2025-11-03", id="20wd"),
        pytest.param(Unit.NATURAL_DAY, 15, "2025-09-18", "2025-10-09", id="15d-rolls-from-10-03"),
    ],
)
def test_vectors(unit: Unit, n: int, start: str, last: str) -> None:
    limit = TimeLimit("PEN-14", "办结", "casework.file_case", "立案", n, unit)
    end = dt.date.fromisoformat(last)
    found = seen_on(limit, dt.date.fromisoformat(start), end)
    assert found.last_day == end == expected(limit, dt.date.fromisoformat(start))
    assert (found.over(end), found.over(end + DAY)) == (False, True)


@pytest.mark.rule("PEN-20")
def test_the_surcharge_reaches_its_cap_on_day_34() -> None:
    """3 % a day, never more than the fine (PEN-20)."""
    assert t.late_fee(Decimal(1000), 33) == 990
    assert t.late_fee(Decimal(1000), 34) == t.late_fee(Decimal(1000), 35) == 1000
