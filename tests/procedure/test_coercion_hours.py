"""No execution at night or on a day off; every check of coercion has been tried on both sides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure import test_coercion_court as court
from tests.procedure import test_coercion_execution as execution
from tests.procedure import test_coercion_measures as measures
from tests.procedure.rows import Q, Row
from tests.procedure.test_coercion_execution import q
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.coercion import hours


def at(started: str, ended: str = "", **facts: Any) -> Q:
    """Something that went on between these times of day."""
    until = ended or started
    began: dict[str, Any] = {"started_at": f"2026-{started}", "ended_at": f"2026-{until}"}
    return q(on=started[:5], **began, **facts)


ROWS = [
    Row(
        hours.not_at_night_or_on_a_holiday,
        "from six",
        at("03-20T06:00", "03-20T09:00"),
        at("03-20T05:59", "03-20T09:00"),
        "COE-12-3",
        "第四十三条",
    ),
    Row(
        hours.not_at_night_or_on_a_holiday,
        "until ten",
        at("03-20T20:00", "03-20T22:00"),
        at("03-20T20:00", "03-20T22:01"),
        "COE-12-3",
        "第四十三条",
    ),
    Row(
        hours.not_at_night_or_on_a_holiday,
        "a Sunday that is worked (14 February), a holiday (16 February)",
        at("02-14T10:00"),
        at("02-16T10:00"),
        "COE-12",
        "第四十三条第一款",
    ),
    Row(
        hours.not_at_night_or_on_a_holiday,
        "urgent, and why",
        at("03-22T02:00", urgent=True, urgent_reason="堤坝渗漏。"),
        at("03-22T02:00", urgent=True),
        "COE-12",
        "第四十三条第一款",
    ),
    Row(
        hours.no_supply_is_cut,
        "nobody's water",
        q(supplies="no"),
        q(),
        "COE-12-2",
        "第四十三条第二款",
    ),
    Row(
        hours.not_at_night_or_on_a_holiday,
        "past midnight",
        at("03-20T08:00", "03-20T18:00"),
        at("03-19T21:00", "03-20T07:00"),
        "COE-12-3",
        "第四十三条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_both_sides(row: Row) -> None:
    row.holds()


def test_every_check_of_every_step_of_coercion_has_a_row() -> None:
    """Also of the steps that a penalty case has of it; shared checks stand in their own files."""
    tried = {row.check for module in (court, execution, measures) for row in module.ROWS}
    tried |= {row.check for row in ROWS}
    steps = [step for kind in KINDS.values() for step in kind.steps if _coercive(step.act)]
    used = {check for step in steps for check in step.checks}
    ours = {check for check in used if check.__module__.startswith(hours.__package__)}
    apart = {"as_decided"}
    assert {check.__name__ for check in ours - tried} == apart


def _coercive(act: str) -> bool:
    return act.startswith("coercion.")
