"""Limits that no act of a File starts: requests for information, complaints, lists, pushed data;
and those of the plans, of market supervision and of a transfer, each with the rules it keeps.

The days were counted by hand on the State Council's calendar for 2025.
"""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict

from xiezhi.procedure import guide
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.policy import load
from xiezhi.procedure.timelimits import LIMITS, Binds, Extension, Pause, compute, duties, ends_at
from xiezhi.ui.reckoning import ReckonForm

CN = WorkCalendar()
DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("code", "start", "last"),
    [
        pytest.param("OGI-2", "2025-09-29", "2025-10-15", marks=pytest.mark.rule("OGI-2")),
        pytest.param("OGI-3", "2025-09-29", "2025-11-03", marks=pytest.mark.rule("OGI-3")),
        pytest.param("OGI-4", "2025-09-29", "2025-10-27", marks=pytest.mark.rule("OGI-4")),
        pytest.param("OGI-4-2", "2025-10-15", "2025-11-05", marks=pytest.mark.rule("OGI-4-2")),
        pytest.param("SAMR-10", "2025-09-29", "2025-10-15", marks=pytest.mark.rule("SAMR-10")),
        pytest.param("SAMR-10-2", "2025-09-29", "2025-12-08", marks=pytest.mark.rule("SAMR-10-2")),
        pytest.param("SAMR-10-3", "2025-10-15", "2025-10-24", marks=pytest.mark.rule("SAMR-10-3")),
        pytest.param("SAMR-10-4", "2025-10-15", "2025-11-05", marks=pytest.mark.rule("SAMR-10-4")),
        pytest.param("SAMR-10-5", "2025-09-29", "2025-10-15", marks=pytest.mark.rule("SAMR-10-5")),
        pytest.param("SAMR-11", "2025-09-29", "2025-11-03", marks=pytest.mark.rule("SAMR-11")),
        pytest.param("SAMR-12-2", "2025-10-15", "2025-10-29", marks=pytest.mark.rule("SAMR-12-2")),
        pytest.param("SAMR-12-3", "2025-09-29", "2025-10-20", marks=pytest.mark.rule("SAMR-12-3")),
    ],
)
def test_last_day_in_time_next_day_late(code: str, start: str, last: str) -> None:
    found = compute(LIMITS[code], day(start), calendar=CN, today=day(start))
    assert found.last_day == day(last)
    assert not found.over(day(last))
    assert found.over(day(last) + DAY)


@pytest.mark.parametrize(
    ("code", "start", "last"),
    [
        pytest.param(
            "PLAN-1", "2025-09-29", "2025-11-03", marks=pytest.mark.rule("PLAN-1", "OGI-1")
        ),
        pytest.param("PLAN-2", "2025-09-29", "2025-10-15", marks=pytest.mark.rule("PLAN-2")),
        pytest.param(
            "PEN-22", "2025-09-29", "2025-10-10", marks=pytest.mark.rule("PLAN-3", "SAMR-17")
        ),
        pytest.param("PLAN-8", "2025-09-18", "2025-10-20", marks=pytest.mark.rule("PLAN-8")),
        pytest.param("PLAN-9", "2025-09-29", "2025-10-20", marks=pytest.mark.rule("PLAN-9")),
        pytest.param("SAMR-1", "2025-09-29", "2025-10-27", marks=pytest.mark.rule("SAMR-1")),
        pytest.param("SAMR-8", "2025-09-29", "2025-10-13", marks=pytest.mark.rule("SAMR-8")),
        pytest.param("SAMR-9", "2025-10-15", "2025-10-22", marks=pytest.mark.rule("SAMR-9")),
        pytest.param(
            "SAMR-12", "2025-10-15", "2025-11-12", marks=pytest.mark.rule("SAMR-12", "CR-2-2")
        ),
        pytest.param("CR-1", "2025-10-15", "2025-10-24", marks=pytest.mark.rule("CR-1")),
        pytest.param("TRF-2", "2025-09-30", "2025-10-03", marks=pytest.mark.rule("TRF-2")),
        pytest.param("TRF-5", "2025-09-30", "2025-10-03", marks=pytest.mark.rule("TRF-5")),
        pytest.param("TRF-6", "2025-10-13", "2025-10-16", marks=pytest.mark.rule("TRF-6")),
        pytest.param("TRF-7", "2025-09-30", "2025-10-03", marks=pytest.mark.rule("TRF-7")),
    ],
)
def test_last_day_of_what_an_act_starts(code: str, start: str, last: str) -> None:
    """Three days of a transfer run over the National holiday (CAL-9)."""
    found = compute(LIMITS[code], day(start), calendar=CN, today=day(start))
    assert found.last_day == day(last)
    assert not found.over(day(last))
    assert found.over(day(last) + DAY)


@pytest.mark.parametrize(
    ("code", "hours"),
    [
        pytest.param("PLAN-7", 24, marks=pytest.mark.rule("PLAN-7")),
        pytest.param("TRF-3", 24, marks=pytest.mark.rule("TRF-3")),
    ],
)
def test_hours_end_at_the_minute(code: str, hours: int) -> None:
    """From half past four on the eve of the holiday to half past four on its first day."""
    began = dt.datetime(2025, 9, 30, 16, 30, tzinfo=dt.UTC)
    assert ends_at(LIMITS[code], began) == began + dt.timedelta(hours=hours)
    assert ends_at(LIMITS[code], began) == dt.datetime(2025, 10, 1, 16, 30, tzinfo=dt.UTC)


@pytest.mark.rule("PLAN-3", "SAMR-17", "OGI-1")
def test_a_limit_names_every_rule_that_it_keeps() -> None:
    assert {"PLAN-3", "SAMR-17"} <= set(LIMITS["PEN-22"].rules)
    assert "OGI-1" in LIMITS["PLAN-1"].rules


@pytest.mark.rule("PLAN-5")
def test_lists_are_changed_a_month_before() -> None:
    """A month before 15 October is 15 September; a day off on the way back comes earlier still."""
    found = compute(LIMITS["PLAN-5"], day("2025-10-15"), calendar=CN, today=day("2025-09-01"))
    assert found.last_day == day("2025-09-15")
    assert (found.over(day("2025-09-15")), found.over(day("2025-09-16"))) == (False, True)
    over_holiday = compute(
        LIMITS["PLAN-5"], day("2025-11-03"), calendar=CN, today=day("2025-09-01")
    )
    assert over_holiday.last_day == day("2025-09-30")


@pytest.mark.rule("OGI-3", "OGI-3-2")
def test_the_time_of_asking_others_does_not_count() -> None:
    """Asked from 20 to 24 October: five working days later; another rule's pause moves nothing."""
    limit = LIMITS["OGI-3"]
    asked = Pause(day("2025-10-20"), day("2025-10-24"), "征求第三方意见", "OGI-3-2")
    other = Pause(day("2025-10-20"), day("2025-10-24"), "检验", "SAMR-4")
    ends = [
        compute(limit, day("2025-10-15"), pauses=each, calendar=CN, today=day("2025-10-15"))
        for each in ((), (asked,), (other,))
    ]
    assert [found.last_day for found in ends] == [
        day("2025-11-12"),
        day("2025-11-19"),
        day("2025-11-12"),
    ]


@pytest.mark.rule("OGI-3", "SAMR-10-4")
@pytest.mark.parametrize(("code", "most"), [("OGI-3", 20), ("SAMR-10-4", 15)])
def test_once_longer_by_at_most_so_much(code: str, most: int) -> None:
    limit = LIMITS[code]
    (step,) = limit.extensions
    assert step.most == most
    plain = compute(limit, day("2025-10-15"), calendar=CN, today=day("2025-10-15"))
    longer = compute(
        limit,
        day("2025-10-15"),
        extensions=[Extension(most, code)],
        calendar=CN,
        today=day("2025-10-15"),
    )
    between = [
        plain.last_day + n * DAY for n in range(1, (longer.last_day - plain.last_day).days + 1)
    ]
    assert sum(CN.is_working_day(each) for each in between) == most


@pytest.mark.rule("OGI-3-2")
@pytest.mark.parametrize(
    ("limit", "allowed"), [("OGI-3", True), ("OGI-2", False), ("PEN-14", False)]
)
def test_the_calculator_takes_off_the_consultation_here_only(limit: str, allowed: bool) -> None:
    asked = QueryDict(mutable=True)
    asked.update(
        {
            "limit": limit,
            "on": "2025-10-15",
            "pauses-0-start": "2025-10-20",
            "pauses-0-end": "2025-10-24",
            "pauses-0-why": "openness.consult",
        }
    )
    form = ReckonForm(asked, policy=load("national"))
    assert form.is_valid() is allowed, form.errors
    if allowed:
        assert form.reckon(lambda _region: CN, day("2025-10-15")).last_day == day("2025-11-19")


def test_a_party_that_stays_silent_is_in_no_delay() -> None:
    assert LIMITS["OGI-4"].binds is Binds.PARTY_RIGHT
    assert LIMITS["OGI-4-2"].binds is Binds.AGENCY


def test_each_stands_in_the_calculator_under_what_it_is_about() -> None:
    groups = dict(guide.grouped_limits(load("S1")))
    named = {name: {limit.id for limit in limits} for name, limits in groups.items()}
    assert named["政府信息公开"] == {"OGI-2", "OGI-3", "OGI-4", "OGI-4-2"}
    assert {"SAMR-10", "SAMR-10-2", "SAMR-10-5"} <= named["投诉处理"]
    assert "PLAN-5" in named["三项制度方案"]
    assert guide.stops_of(duties.REQUEST_ANSWER) == ("征求第三方和其他机关意见",)
    assert guide.stops_of(duties.REQUEST_UNCLEAR) == ()
