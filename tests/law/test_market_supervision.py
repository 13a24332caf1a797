"""The rules of market supervision (SAMR-*) on both sides of their line."""

from __future__ import annotations

import pytest

from tests.procedure.ledgers import FILED
from tests.procedure.rows import Q, Row
from xiezhi.procedure.kinds import checks as c

ROWS = [
    Row(
        c.ground_for_not_filing,
        "slight and put right",
        Q(FILED[:1], facts={"ground": "slight", "corrected": True}),
        Q(FILED[:1], facts={"ground": "slight", "corrected": False}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.ground_for_not_filing,
        "the first breach, put right; unknown is not yes",
        Q(FILED[:1], facts={"ground": "first", "corrected": True}),
        Q(FILED[:1], facts={"ground": "first", "corrected": None}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.ground_for_not_filing,
        "no fault needs no correction, but some ground is named",
        Q(FILED[:1], facts={"ground": "no_fault"}),
        Q(FILED[:1], facts={}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.ground_for_not_filing,
        "one of the four, not any word",
        Q(FILED[:1], facts={"ground": "other"}),
        Q(FILED[:1], facts={"ground": "busy"}),
        "SAMR-3",
        "第二十条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_check_holds_on_both_sides_of_its_line(row: Row) -> None:
    row.holds()
