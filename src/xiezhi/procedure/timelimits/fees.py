"""加处罚款: three per cent of the fine for each day overdue, never more than the fine (PEN-20)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from xiezhi.procedure.timelimits.model import Pause
from xiezhi.procedure.timelimits.reckon import merge

DAILY_RATE = Decimal("0.03")
_CENT = Decimal("0.01")
_DAY = dt.timedelta(days=1)


def late_fee(principal: Decimal, overdue: int) -> Decimal:
    """The surcharge after so many overdue days; the cap is reached on the 34th."""
    if principal < 0:
        raise ValueError("a fine isn't negative")
    fee = principal * DAILY_RATE * max(0, overdue)
    return min(principal, fee).quantize(_CENT, ROUND_HALF_UP)


def overdue_days(last_day: dt.date, until: dt.date, remedies: Iterable[Pause] = ()) -> int:
    """Days after the last day for payment, without those of review and litigation (art. 73)."""
    spans = merge(remedies, until)
    days = (until - last_day).days
    for span in spans:
        start, end = max(span.start - _DAY, last_day), min(span.end, until)
        days -= max(0, (end - start).days)
    return max(0, days)
