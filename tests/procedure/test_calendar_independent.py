"""Working days reckoned a second time, by a package that shares no data with ours.

`holidays` writes the State Council's notices down by itself: the statutory days and which Saturdays
and Sundays were worked for them. Every day from 2004 (the first year whose arrangement our base
contains) to the end of 2026 is compared; a day on which the two differ is in `DECIDED` with the
notice that decides it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import holidays
import pytest

from xiezhi.procedure.calendar import CORRECTED, WorkCalendar, package_years

FIRST, LAST = dt.date(2004, 1, 1), dt.date(2026, 12, 31)
CN = WorkCalendar()
THEIRS = holidays.country_holidays("CN", years=range(FIRST.year, LAST.year + 1))

#: Day → is it worked, decided against the other package, with the notice that says so. Empty: the
#: two packages agree on all 8,401 days once 2005-12-31 is corrected in ours (see `CORRECTED`).
DECIDED: dict[dt.date, tuple[bool, str]] = {}


def every_day() -> list[dt.date]:
    return [FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def test_both_know_every_year() -> None:
    years = set(range(FIRST.year, LAST.year + 1))
    assert years <= package_years()
    worked = Counter(day.year for day in THEIRS.weekend_workdays)
    assert years <= set(worked), "no Saturday or Sunday worked: the year isn't known there"


def test_they_agree_on_every_day() -> None:
    days = every_day()
    assert len(days) == 8401
    differing = {
        day: CN.is_working_day(day)
        for day in days
        if CN.is_working_day(day) != THEIRS.is_working_day(day)
    }
    assert differing == {day: worked for day, (worked, _why) in DECIDED.items()}


@pytest.mark.parametrize("day", sorted(CORRECTED))
def test_what_we_corrected_the_other_package_says_too(day: dt.date) -> None:
    assert CN.is_working_day(day) == THEIRS.is_working_day(day) == CORRECTED[day]


@pytest.mark.parametrize("year", range(FIRST.year, LAST.year + 1))
def test_the_years_have_as_many_working_days(year: int) -> None:
    """Counted our way (binary search in a year's days) and theirs (day by day)."""
    ours = CN.working_days_between(dt.date(year - 1, 12, 31), dt.date(year, 12, 31))
    assert ours == sum(THEIRS.is_working_day(day) for day in every_day() if day.year == year)
