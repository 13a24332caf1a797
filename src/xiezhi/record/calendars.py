"""The working-day calendar of a region: the known years, overlaid with loaded notices."""

from __future__ import annotations

import time

from xiezhi.procedure.calendar import WorkCalendar, YearTable
from xiezhi.record.models import CalendarYear

_FRESH_SECONDS = 30.0
_cache: dict[str, tuple[float, WorkCalendar]] = {}


def calendar_for(region: str) -> WorkCalendar:
    """The calendar in force in a region; rows of the region win over rows for all.

    Asked hundreds of times a second, so the rows are read at most twice a minute.
    """
    known = _cache.get(region)
    if known and time.monotonic() - known[0] < _FRESH_SECONDS:
        return known[1]
    rows = [r for r in CalendarYear.objects.all() if region.startswith(r.region)]
    rows.sort(key=lambda row: len(row.region))
    tables = {
        row.year: YearTable(row.year, frozenset(row.off), frozenset(row.working)) for row in rows
    }
    calendar = WorkCalendar(region=region, tables=tables)
    _cache[region] = (time.monotonic(), calendar)
    return calendar


def forget() -> None:
    """Read the rows again at the next question (after a notice was loaded)."""
    _cache.clear()
