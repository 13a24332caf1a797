"""Whatever the days: the properties every due date has, in stories that Hypothesis makes up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.timelimits import Due, Light, Pause, TimeLimit, Unit, compute

CN = WorkCalendar()
DAY = dt.timedelta(days=1)
STARTS = st.dates(dt.date(2015, 1, 1), dt.date(2026, 6, 30))
UNITS = st.sampled_from([Unit.WORKING_DAY, Unit.NATURAL_DAY, Unit.MONTH])


@st.composite
def stories(draw: st.DrawFn) -> tuple[TimeLimit, dt.date, list[Pause]]:
    unit = draw(UNITS)
    limit = TimeLimit(
        "PEN-14", "办结", "casework.file_case", "立案", draw(st.integers(1, 60)), unit,
        stops=("SAMR-4",),
    )  # fmt: skip
    start = draw(STARTS)
    pauses = []
    for _ in range(draw(st.integers(0, 5))):
        first = start + draw(st.integers(-30, 120)) * DAY
        last = first + draw(st.integers(0, 40)) * DAY
        pauses.append(Pause(first, last, draw(st.sampled_from(["检验", "中止"])), "SAMR-4"))
    return limit, start, pauses


def _last(limit: TimeLimit, start: dt.date, pauses: list[Pause]) -> Due:
    return compute(limit, start, pauses=pauses, calendar=CN, today=start)


@given(story=stories(), random=st.randoms())
def test_order_of_pauses_never_matters(
    story: tuple[TimeLimit, dt.date, list[Pause]], random: object
) -> None:
    limit, start, pauses = story
    shuffled = pauses[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _last(limit, start, pauses) == _last(limit, start, shuffled)


@pytest.mark.rule("CAL-1", "CAL-2")
@given(story=stories())
def test_never_due_before_the_trigger_and_never_on_a_day_off(
    story: tuple[TimeLimit, dt.date, list[Pause]],
) -> None:
    limit, start, pauses = story
    found = _last(limit, start, pauses)
    assert start < found.nominal_end <= found.last_day
    assert CN.is_working_day(found.last_day)


@given(story=stories(), first=st.integers(-30, 200), length=st.integers(0, 40))
def test_one_more_pause_never_makes_it_earlier(
    story: tuple[TimeLimit, dt.date, list[Pause]], first: int, length: int
) -> None:
    limit, start, pauses = story
    more = Pause(start + first * DAY, start + (first + length) * DAY, "听证", "SAMR-4")
    assert _last(limit, start, [*pauses, more]).last_day >= _last(limit, start, pauses).last_day


@pytest.mark.rule("CAL-1")
@given(story=stories())
def test_exactly_n_days_are_counted(story: tuple[TimeLimit, dt.date, list[Pause]]) -> None:
    limit, start, pauses = story
    if limit.unit is Unit.MONTH:
        return
    found = _last(limit, start, pauses)
    days = [start + k * DAY for k in range(1, (found.nominal_end - start).days + 1)]
    stopped = {d for d in days for p in pauses if p.end and p.start <= d <= p.end}
    counted = [d for d in days if d not in stopped]
    if limit.unit is Unit.WORKING_DAY:
        counted = [d for d in counted if CN.is_working_day(d)]
    assert len(counted) == limit.n
    assert counted[-1] == found.nominal_end


@given(story=stories(), ahead=st.integers(0, 200))
def test_light_only_worsens_while_the_clock_runs(
    story: tuple[TimeLimit, dt.date, list[Pause]], ahead: int
) -> None:
    limit, start, pauses = story
    found = _last(limit, start, pauses)
    order = {Light.GREEN: 0, Light.PROVISIONAL: 0, Light.PAUSED: 0, Light.AMBER: 1, Light.RED: 2}
    today = start + ahead * DAY
    if Light.PAUSED not in (found.light(today), found.light(today + DAY)):
        assert order[found.light(today)] <= order[found.light(today + DAY)]
    assert (found.light(today) is Light.RED) == (today > found.last_day)


@given(story=stories())
def test_every_due_date_tells_itself(story: tuple[TimeLimit, dt.date, list[Pause]]) -> None:
    limit, start, pauses = story
    found = _last(limit, start, pauses)
    assert found.lines()[-1].value == t.cn_date(found.last_day)
    assert str(limit.cite) in found.sentence()
    assert start <= found.warn_on <= found.last_day
