"""Working days: weekends, statutory holidays and their yearly rearrangement (调休).

The years that `chinesecalendar` knows come from there. An administrator loads further years from
the State Council's notice; a people's government in a minority area adds its own holidays
(放假办法 art. 4). Past the last known year only weekends and the holidays with a fixed date are
off, and every date that depends on it is provisional (暂定).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from chinese_calendar import constants

NATIONAL = "CN"

#: 元旦, 劳动节, 国庆节: the statutory holidays whose date never moves (放假办法 art. 2).
FIXED_HOLIDAYS = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))

#: Days on which the package differs from the State Council's notice, and whether they are worked.
#: 2005-12-31, a Saturday, was worked for the New Year's holiday of 2006 (国办发明电〔2005〕35号).
CORRECTED = {dt.date(2005, 12, 31): True}

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearArrangement:
    """One notice: which days of a year are off and which weekend days are worked, where.

    `region` is "CN" or the leading digits of an administrative division code. A notice for the
    whole country replaces what was known of that year; a regional one adds to it.
    """

    region: str
    year: int
    off: frozenset[dt.date]
    working: frozenset[dt.date]
    source: str = ""

    def covers(self, region: str) -> bool:
        return self.region == NATIONAL or region.startswith(self.region)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year's working days as sorted ordinals: counting and finding are binary searches."""

    days: tuple[int, ...]

    def upto(self, ordinal: int) -> int:
        return bisect_left(self.days, ordinal + 1)


class WorkCalendar:
    """The working days of a region. Immutable once made, so that its years can be kept."""

    def __init__(self, region: str = NATIONAL, years: Iterable[YearArrangement] = ()) -> None:
        self.region = region
        rows = [row for row in years if row.covers(region)]
        self._national = {row.year: row for row in rows if row.region == NATIONAL}
        self._local = sorted(
            (row for row in rows if row.region != NATIONAL), key=lambda row: len(row.region)
        )
        self._years: dict[int, _Year] = {}
        self._moved = _moved(self._national.values(), self._local)

    def known(self, year: int) -> bool:
        """Has the State Council's arrangement of this year been published and loaded?"""
        return year in self._national or year in package_years()

    def provisional(self, day: dt.date) -> bool:
        return not self.known(day.year)

    def is_working_day(self, day: dt.date) -> bool:
        moved = self._moved.get(day)
        return _package_says(day, self._national) if moved is None else moved

    def add_working_days(self, start: dt.date, n: int) -> dt.date:
        """The n-th working day after `start`, which isn't counted (CAL-1); before it if n < 0."""
        if n == 0:
            return start
        year = start.year
        days = self._year(year)
        wanted = days.upto(start.toordinal() - (n < 0)) + n - (n > 0)
        while wanted >= len(days.days):
            wanted -= len(days.days)
            year += 1
            days = self._year(year)
        while wanted < 0:
            year -= 1
            days = self._year(year)
            wanted += len(days.days)
        return dt.date.fromordinal(days.days[wanted])

    def working_days_between(self, after: dt.date, until: dt.date) -> int:
        """Working days later than `after` and not later than `until`; negative if reversed."""
        if until < after:
            return -self.working_days_between(until, after)
        total = -self._year(after.year).upto(after.toordinal())
        total += sum(len(self._year(year).days) for year in range(after.year, until.year))
        return total + self._year(until.year).upto(until.toordinal())

    def roll_forward(self, day: dt.date) -> dt.date:
        """The day itself, or the first working day after it (CAL-2)."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def roll_back(self, day: dt.date) -> dt.date:
        """The day itself, or the last working day before it: for duties "X日前" (CAL-12)."""
        return day if self.is_working_day(day) else self.add_working_days(day, -1)

    def _year(self, year: int) -> _Year:
        found = self._years.get(year)
        if found is None:
            days = (day.toordinal() for day in _each_day(year) if self.is_working_day(day))
            found = self._years[year] = _Year(tuple(days))
        return found


def _moved(
    national: Iterable[YearArrangement], local: Iterable[YearArrangement]
) -> dict[dt.date, bool]:
    """Day → is it worked: the later and the more local notice wins.

    A notice may move days of the neighbouring year too (a New Year's bridge in December).
    """
    moved: dict[dt.date, bool] = {}
    for row in [*sorted(national, key=lambda row: row.year), *local]:
        moved.update(dict.fromkeys(row.off, False))
        moved.update(dict.fromkeys(row.working, True))
    return moved


def _each_day(year: int) -> Iterator[dt.date]:
    day = dt.date(year, 1, 1)
    while day.year == year:
        yield day
        day += _DAY


@cache
def package_years() -> frozenset[int]:
    """The years whose arrangement the installed `chinesecalendar` contains."""
    return frozenset(day.year for day in constants.holidays)


def _package_says(day: dt.date, national: dict[int, YearArrangement]) -> bool:
    if day.year in national:  # the loaded notice is complete: the package is not asked
        return day.weekday() < _SATURDAY
    if day.year not in package_years():
        return day.weekday() < _SATURDAY and (day.month, day.day) not in FIXED_HOLIDAYS
    if day in CORRECTED:
        return CORRECTED[day]
    if day in constants.workdays:
        return True
    return day.weekday() < _SATURDAY and day not in constants.holidays


@lru_cache(maxsize=64)
def _shared(region: str, years: tuple[YearArrangement, ...]) -> WorkCalendar:
    return WorkCalendar(region, years)


def calendar_for(region: str = NATIONAL, years: Iterable[YearArrangement] = ()) -> WorkCalendar:
    """A calendar shared by everyone who asks for the same region and rows."""
    return _shared(region, tuple(years))


# -- loading the State Council's notice --------------------------------------------------------

_OFF = {"休", "放假", "off"}
_WORK = {"班", "上班", "work", "working"}
_LONGEST = 31


def parse_notice_csv(
    text: str, *, year: int, region: str = NATIONAL, source: str = ""
) -> YearArrangement:
    """Read a notice: columns 起 (or 日期), 止 (may be empty), 类别 (休 or 班), 名称.

    Raises ValueError with every faulty line, in the words of the page that shows them.
    """
    off: set[dt.date] = set()
    working: set[dt.date] = set()
    wrong: list[str] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))), start=2):
        try:
            kind, days = _row({(k or "").strip(): (v or "").strip() for k, v in row.items()})
        except (ValueError, TypeError, AttributeError) as error:
            wrong.append(f"第 {number} 行：{error}")
        else:
            (off if kind in _OFF else working).update(days)
    wrong += _doubts(off, working, year, national=region == NATIONAL)
    if wrong:
        raise ValueError("；".join(wrong))
    return YearArrangement(region, year, frozenset(off), frozenset(working), source)


def _row(row: dict[str, str]) -> tuple[str, list[dt.date]]:
    kind = row.get("类别", "")
    if kind not in _OFF | _WORK:
        raise ValueError(f"类别只能是“休”或者“班”，这里是“{kind}”")
    first = _date(row.get("起") or row.get("日期") or "")
    last = _date(row.get("止") or first.isoformat())
    if not dt.timedelta(0) <= last - first <= _LONGEST * _DAY:
        raise ValueError(f"{first} 至 {last} 不是一段假期")
    return kind, [first + n * _DAY for n in range((last - first).days + 1)]


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        raise ValueError(f"“{text}”不是日期，请写成 2027-01-01") from None


def _doubts(
    off: set[dt.date], working: set[dt.date], year: int, *, national: bool
) -> Iterator[str]:
    if not off:
        yield "没有一天放假"
    if both := sorted(off & working):
        yield f"{both[0]} 既放假又上班"
    if far := sorted(day for day in off | working if abs(day.year - year) > 1):
        yield f"{far[0]} 不在 {year} 年"
    for day in sorted(working):
        if day.weekday() < _SATURDAY and national:
            yield f"{day} 本来就是工作日，不用写成“班”"
    for month, day_of_month in FIXED_HOLIDAYS if national else ():
        if (day := dt.date(year, month, day_of_month)) not in off:
            yield f"{day} 是法定节日，通知里没有放假"
