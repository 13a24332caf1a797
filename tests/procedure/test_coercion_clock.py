"""Twenty-four hours to approve what was taken at once: by the clock, on both sides (art. 19)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.procedure.ledgers import Line, standing
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.timelimits import Light

#: Friday, half past three in the afternoon; the end lies on a Saturday.
TAKEN: list[Line] = [
    ("coercion.act_at_once", "03-06", {"started_at": "2026-03-06T15:30", "measure": "seize"})
]


def at(now: str, *more: Line) -> Standing:
    moment = dt.datetime.fromisoformat(now)
    ledger = standing(*TAKEN, *more, today=f"{moment:%m-%d}", kind="coercion.urgent")
    return replace(ledger, now=moment)


@pytest.mark.rule("CAL-10", "COE-2")
@pytest.mark.parametrize(
    ("now", "light", "duty"),
    [
        ("2026-03-07T15:29", Light.AMBER, "coercion.approve_afterwards"),
        ("2026-03-07T15:30:59", Light.AMBER, "coercion.approve_afterwards"),
        ("2026-03-07T15:31", Light.RED, "coercion.lift"),
    ],
)
def test_the_minute_turns_the_light_and_the_duty(now: str, light: Light, duty: str) -> None:
    st = at(now)
    due = st.limit("COE-2")
    assert due is not None
    assert due.light() is light
    wanted = {each.act for each in st.duties}
    both = {"coercion.approve_afterwards", "coercion.lift"}
    assert wanted & both == {duty}


def test_without_a_clock_the_day_decides() -> None:
    due = standing(*TAKEN, today="03-07", kind="coercion.urgent").limit("COE-2")
    assert due is not None
    assert due.light() is Light.AMBER
    late = standing(*TAKEN, today="03-08", kind="coercion.urgent").limit("COE-2")
    assert late is not None
    assert late.light() is Light.RED
