"""The working-day calendar of a region: the known years, overlaid with loaded notices."""

from __future__ import annotations

import time

from xiezhi.procedure.calendar import NATIONAL, WorkCalendar, YearArrangement
from xiezhi.record.models import CalendarYear

_FRESH_SECONDS = 30.0
_cache: dict[str, tuple[float, list[YearArrangement], WorkCalendar]] = {}


def calendar_for(region: str) -> WorkCalendar:
    """The calendar in force in a region; rows of the region win over rows for all.

    Asked hundreds of times a second, so the rows are read at most twice a minute.
    """
    known = _cache.get(region)
    if known and time.monotonic() - known[0] < _FRESH_SECONDS:
        return known[2]
    years = [
        YearArrangement(
            row.region or NATIONAL, row.year, frozenset(row.off), frozenset(row.working), row.source
        )
        for row in CalendarYear.objects.order_by("pk")
    ]
    # The same rows are the same calendar: what was reckoned with it still holds.
    same = known is not None and known[1] == years
    calendar = known[2] if known and same else WorkCalendar(region or NATIONAL, years)
    _cache[region] = (time.monotonic(), years, calendar)
    return calendar


def forget() -> None:
    """Read the rows again at the next question (after a notice was loaded)."""
    _cache.clear()
