"""Days as facts carry them."""

from __future__ import annotations

import datetime as dt
from typing import Any


def day(value: Any) -> dt.date | None:
    """A day given as a date or as ISO text; None where there is none."""
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value) if value else None
