"""Working days: the vectors of the law reference, 调休, regions, and notices loaded by hand."""

from __future__ import annotations

import datetime as dt

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiezhi.procedure.calendar import (
    CORRECTED,
    WorkCalendar,
    YearArrangement,
    calendar_for,
    package_years,
    parse_notice_csv,
)
from xiezhi.procedure.timelimits import WITHDRAW, compute

CN = WorkCalendar()
DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2031, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2025-09-29", 3, "2025-10-10"),
        ("2025-09-29", 7, "2025-10-15"),
        ("2025-09-29", 20, "2025-11-03"),
        ("2025-09-27", 1, "2025-09-28"),  # a Sunday worked for the holiday
        ("2025-09-30", 1, "2025-10-09"),
        ("2026-11-11", 7, "2026-11-20"),
        ("2026-11-18", 5, "2026-11-25"),
        ("2026-12-31", 1, "2027-01-04"),  # unknown year: 1 January is off all the same
        ("2025-10-15", -7, "2025-09-29"),
        ("2025-10-09", -1, "2025-09-30"),
        ("2025-10-05", -1, "2025-09-30"),
        ("2025-10-05", 0, "2025-10-05"),
        ("2025-12-31", 250, "2027-01-05"),
    ],
)
def test_nth_working_day(start: str, n: int, end: str) -> None:
    assert CN.add_working_days(day(start), n) == day(end)


@pytest.mark.parametrize(
    ("after", "until", "n"),
    [
        ("2026-11-20", "2026-11-25", 3),
        ("2026-11-20", "2026-12-07", 11),
        ("2026-11-18", "2026-11-20", 2),
        ("2026-11-20", "2026-11-18", -2),
        ("2026-11-20", "2026-11-20", 0),
        ("2025-09-30", "2025-10-08", 0),
        ("2025-09-30", "2025-10-11", 3),  # 9, 10 and the worked Saturday 11 October
    ],
)
def test_working_days_between(after: str, until: str, n: int) -> None:
    assert CN.working_days_between(day(after), day(until)) == n


@pytest.mark.rule("CAL-2")
@pytest.mark.parametrize(
    ("given_day", "rolled"),
    [
        ("2025-10-03", "2025-10-09"),
        ("2025-10-09", "2025-10-09"),
        ("2025-09-28", "2025-09-28"),  # a worked Sunday is no rest day
        ("2026-12-26", "2026-12-28"),
    ],
)
def test_last_day_off_moves_to_the_first_working_day(given_day: str, rolled: str) -> None:
    assert CN.roll_forward(day(given_day)) == day(rolled)


@pytest.mark.rule("CAL-12")
def test_roll_back_stays_before_the_event() -> None:
    assert CN.roll_back(day("2025-10-03")) == day("2025-09-30")
    assert CN.roll_back(day("2025-09-30")) == day("2025-09-30")


def test_agrees_with_the_package_on_every_day_it_knows() -> None:
    first = dt.date(min(package_years()), 1, 1)
    last = dt.date(max(package_years()), 12, 31)
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        each = dt.date.fromordinal(ordinal)
        said = chinese_calendar.is_workday(each)
        assert CN.is_working_day(each) == CORRECTED.get(each, said), each


def test_years_past_the_last_notice_are_provisional() -> None:
    after = max(package_years()) + 1
    assert not CN.known(after)
    assert CN.provisional(dt.date(after, 3, 1))
    assert not CN.provisional(dt.date(after - 1, 3, 1))


NOTICE = """起,止,类别,名称
2031-01-01,2031-01-03,休,元旦
2031-01-04,,班,元旦
2031-01-22,2031-01-28,休,春节
2031-05-01,2031-05-03,休,劳动节
2031-10-01,2031-10-07,休,国庆节
"""


def test_a_loaded_notice_makes_a_year_known() -> None:
    notice = parse_notice_csv(NOTICE, year=2031, source="国办发明电")
    loaded = WorkCalendar(years=[notice])
    assert loaded.known(2031)
    assert loaded.is_working_day(day("2031-01-04"))  # a Saturday
    assert not loaded.is_working_day(day("2031-01-02"))  # a Thursday
    assert CN.is_working_day(day("2031-01-02"))


def test_a_national_notice_replaces_what_the_package_knew() -> None:
    notice = parse_notice_csv(NOTICE.replace("2031", "2025"), year=2025)
    changed = WorkCalendar(years=[notice])
    assert changed.is_working_day(day("2025-10-08"))
    assert not CN.is_working_day(day("2025-10-08"))


@pytest.mark.rule("CAL-11", "CAL-11-4")
def test_a_minority_areas_holiday_counts_only_there() -> None:
    """放假办法 art. 4: Corban, set by the people's government of Xinjiang."""
    corban = YearArrangement("65", 2026, frozenset({day("2026-05-27")}), frozenset())
    xinjiang = calendar_for("650104", [corban])
    assert not xinjiang.is_working_day(day("2026-05-27"))
    assert calendar_for("211103", [corban]).is_working_day(day("2026-05-27"))
    assert xinjiang.known(2026)
    assert not WorkCalendar(
        "650104", [YearArrangement("65", 2040, frozenset(), frozenset())]
    ).known(2040)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("起,止,类别,名称\n", "没有一天放假"),
        (NOTICE + "2031-02-30,,休,错\n", "第 7 行：“2031-02-30”不是日期"),
        (NOTICE + "2031-06-02,,假,端午\n", "类别只能是“休”或者“班”"),
        (NOTICE + "2031-01-22,,班,春节\n", "2031-01-22 既放假又上班"),
        (NOTICE + "2031-06-05,2031-06-02,休,端午\n", "不是一段假期"),
        (NOTICE + "2013-06-05,,休,端午\n", "2013-06-05 不在 2031 年"),
        (NOTICE + "2031-06-03,,班,端午\n", "本来就是工作日"),
        (NOTICE.replace("2031-05-01,2031-05-03,休,劳动节\n", ""), "2031-05-01 是法定节日"),
    ],
)
def test_a_faulty_notice_is_refused_with_the_line(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_notice_csv(text, year=2031)


def test_calendars_of_the_same_rows_are_shared() -> None:
    assert calendar_for("211103") is calendar_for("211103")


@given(start=DAYS, n=st.integers(1, 600))
def test_counting_undoes_adding(start: dt.date, n: int) -> None:
    end = CN.add_working_days(start, n)
    assert CN.is_working_day(end)
    assert CN.working_days_between(start, end) == n


@given(start=DAYS, n=st.integers(1, 600))
def test_backwards_undoes_forwards_from_a_working_day(start: dt.date, n: int) -> None:
    start = CN.roll_forward(start)
    assert CN.add_working_days(CN.add_working_days(start, n), -n) == start


@given(a=DAYS, b=DAYS, c=DAYS)
def test_counts_add_up(a: dt.date, b: dt.date, c: dt.date) -> None:
    whole = CN.working_days_between(a, c)
    assert whole == CN.working_days_between(a, b) + CN.working_days_between(b, c)


#: 放假办法 art. 2: 元旦 1, 春节 4 (除夕 to 初三), 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3.
THIRTEEN = {
    2025: ("01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-06 10-01 10-02 10-03"),
    2026: ("01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03"),
}


@pytest.mark.rule("CAL-11", "CAL-11-2")
@pytest.mark.parametrize("year", THIRTEEN)
def test_thirteen_days_are_holidays_of_the_whole_country(year: int) -> None:
    days = [day(f"{year}-{text}") for text in THIRTEEN[year].split()]
    assert len(days) == len(set(days)) == 13
    assert [each for each in days if CN.is_working_day(each)] == []


@pytest.mark.rule("CAL-11")
@pytest.mark.parametrize(
    ("text", "worked"),
    [
        ("2024-12-31", True),  # the eve of 元旦
        ("2025-01-01", False),
        ("2025-01-26", True),  # a Sunday worked for the Spring Festival
        ("2025-01-27", True),  # the day before its eve
        ("2025-01-28", False),  # 除夕, a holiday since 2025
        ("2025-02-04", False),  # rearranged
        ("2025-02-05", True),
        ("2025-02-08", True),  # a Saturday worked for it
        ("2025-05-31", False),  # 端午 on a Saturday …
        ("2025-06-02", False),  # … is made up for on the Monday
        ("2025-06-03", True),
    ],
)
def test_a_holiday_ends_where_the_notice_says(text: str, worked: bool) -> None:
    assert CN.is_working_day(day(text)) is worked


@pytest.mark.rule("CAL-11")
@pytest.mark.parametrize(
    ("region", "last"),
    [("650104", "2026-06-01"), ("990100", "2026-05-29")],
    ids=["where-it-is-a-holiday", "elsewhere"],
)
def test_a_limit_runs_by_the_calendar_of_its_region(region: str, last: str) -> None:
    """Three working days from 26 May 2026 over Corban, which Xinjiang alone has off."""
    corban = YearArrangement("65", 2026, frozenset({day("2026-05-27")}), frozenset())
    calendar = calendar_for(region, [corban])
    due = compute(WITHDRAW, day("2026-05-26"), calendar=calendar, today=day("2026-05-26"))
    assert due.last_day == day(last)
    assert not due.over(day(last))
    assert due.over(day(last) + dt.timedelta(days=1))
