"""What a party sends by post: the day of the postmark counts (民事诉讼法 art. 85(4))."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask


def handed_in(facts: Mapping[str, Any], received: dt.date) -> dt.date:
    """The day on which it was done in time or not: time in the post isn't counted."""
    return day(facts.get("posted_on")) or received


def posted_before_it_came(_st: Standing, ask: Ask) -> Reason | None:
    """Nothing is received before it was posted."""
    posted = day(ask.facts.get("posted_on"))
    if posted is None or posted <= ask.on:
        return None
    return refuse(
        "CAL-3",
        "交邮日期晚于收到的日期。",
        todo="按邮戳填写交邮日期；当面提交的不填。",
        field="posted_on",
    )
