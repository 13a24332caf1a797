"""Reconsideration, from the application to the trial: each check on both sides of its line."""

from __future__ import annotations

import pytest

from tests.procedure.reconsidered import (
    ALL_MET,
    ASKED,
    BASIS,
    SIMPLE,
    TAKEN,
    act,
    applied,
    q,
    simply,
)
from tests.procedure.rows import Row
from xiezhi.procedure.kinds.reconsideration import taking as c

ROWS = [
    Row(
        c.respondent_is_told_apart,
        "made, known, applied for in this order",
        q(on="03-02", act_on="2026-03-01", known_on="2026-03-02"),
        q(on="03-02", act_on="2026-03-01", known_on="2026-03-03"),
        "FLOW-DATE",
        "",
    ),
    # -- five working days, silence accepts (arts. 30, 31)
    Row(
        c.still_examined,
        "turned down on the fifth working day, not on the sixth",
        q(applied(), on="03-09"),
        q(applied(), on="03-10"),
        "REC-30-3",
        "第三十条",
    ),
    Row(
        c.still_examined,
        "examined anew from the correction",
        q(*ASKED, act("receive_correction", "03-16"), on="03-23"),
        q(*ASKED, act("receive_correction", "03-16"), on="03-24"),
        "REC-30-3",
        "第三十条",
    ),
    Row(
        c.not_awaiting_correction,
        "neither accepted nor turned down while it may be corrected",
        q(applied()),
        q(*ASKED),
        "REC-31",
        "第三十一条",
    ),
    Row(
        c.correction_is_in_time,
        "defects told by the fifth working day",
        q(applied(), on="03-09"),
        q(applied(), on="03-10"),
        "REC-31",
        "第三十一条",
    ),
    Row(
        c.correction_came_in_time,
        "corrected by the tenth working day",
        q(*ASKED, on="03-18", correction_told_on="2026-03-04"),
        q(*ASKED, on="03-19", correction_told_on="2026-03-04"),
        "REC-31-2",
        "第三十一条",
    ),
    Row(
        c.correction_came_in_time,
        "later for a good reason",
        q(*ASKED, on="03-30", correction_told_on="2026-03-04", correction_late_why="住院"),
        q(*ASKED, on="03-30", correction_told_on="2026-03-04", correction_late_why=""),
        "REC-31-2",
        "第三十一条",
    ),
    Row(
        c.correction_is_overdue,
        "given up only after the tenth working day",
        q(*ASKED, on="03-19", correction_told_on="2026-03-04"),
        q(*ASKED, on="03-18", correction_told_on="2026-03-04"),
        "REC-31-2",
        "第三十一条",
    ),
    Row(
        c.correction_is_overdue,
        "the day of the notice is known",
        q(*ASKED, on="03-19", correction_told_on="2026-03-04"),
        q(*ASKED, on="03-19"),
        "REC-31-2",
        "第三十一条",
    ),
    Row(
        c.conditions_are_met,
        "every condition confirmed",
        q(**ALL_MET),
        q(**(ALL_MET | {"first_time": None})),
        "REC-30",
        "第三十条",
    ),
    Row(
        c.applied_in_time,
        "sixty days from knowing",
        q(applied("03-06")),
        q(applied("03-07")),
        "REM-1",
        "第二十条",
    ),
    Row(
        c.applied_in_time,
        "posted in time is in time",
        q(applied("03-10", posted_on="2026-03-06")),
        q(applied("03-10", posted_on="2026-03-07")),
        "REM-1",
        "第二十条",
    ),
    Row(
        c.applied_in_time,
        "later for a good reason",
        q(applied("06-10"), late_why="洪水中断交通"),
        q(applied("06-10"), late_why=""),
        "REM-1",
        "第二十条",
    ),
    Row(
        c.applied_in_time,
        "a year where the right wasn't told",
        q(applied("03-02", known_on="2025-03-02", act_on="2025-03-01"), rights_not_told=True),
        q(applied("03-03", known_on="2025-03-02", act_on="2025-03-01"), rights_not_told=True),
        "REM-1-3",
        "第二十条",
    ),
    Row(
        c.applied_in_time,
        "never after five years",
        q(applied("03-02", act_on="2021-03-02")),
        q(applied("03-03", act_on="2021-03-02")),
        "REC-21",
        "第二十一条",
    ),
    Row(
        c.applied_in_time,
        "never after twenty where land is at stake",
        q(applied("03-02", act_on="2006-03-02", about_land=True)),
        q(applied("03-03", act_on="2006-03-02", about_land=True)),
        "REC-21",
        "第二十一条",
    ),
    Row(
        c.simplified_is_allowed,
        "one of the cases, and clear",
        q(simplified_for="warning", facts_clear=True),
        q(simplified_for="warning", facts_clear=False),
        "REC-53",
        "第五十三条",
    ),
    Row(
        c.sum_is_small,
        "three thousand yuan, not a cent more",
        q(simplified_for="small", sum_at_stake="3000"),
        q(simplified_for="small", sum_at_stake="3000.01"),
        "REC-53",
        "第五十三条",
    ),
    Row(
        c.is_accepted,
        "by decision, from its day on",
        q(*TAKEN, on="03-05"),
        q(*TAKEN, on="03-04"),
        "FLOW-DATE",
        "",
    ),
    Row(
        c.is_accepted,
        "by silence, once the fifth working day is over",
        q(applied(), on="03-10", today="03-10"),
        q(applied(), on="03-09", today="03-09"),
        "REC-30",
        "第三十条",
    ),
    Row(
        c.not_suspended,
        "not while it rests",
        q(*TAKEN, BASIS, act("resume", "03-20")),
        q(*TAKEN, BASIS),
        "REC-39",
        "第三十九条",
    ),
    Row(c.is_suspended, "only what rests goes on", q(*TAKEN, BASIS), q(*TAKEN), "FLOW-ORDER", ""),
    Row(
        c.basis_is_examined,
        "the maker is asked only about a basis",
        q(*TAKEN, BASIS),
        q(*TAKEN, act("suspend", "03-09", suspended_for="other_case")),
        "REC-56",
        "第五十六条",
    ),
    Row(
        c.basis_is_settled,
        "goes on when the basis is judged",
        q(*TAKEN, BASIS, act("judge_basis", "03-20")),
        q(*TAKEN, BASIS),
        "REC-56",
        "第五十六条",
    ),
    Row(
        c.reply_term_is_right,
        "ten working days, ordinary",
        q(applied(), reply_days="10"),
        q(applied(), reply_days="5"),
        "REM-7",
        "第四十八条",
    ),
    Row(
        c.reply_term_is_right,
        "five working days, simplified",
        q(simply(), kind=SIMPLE, reply_days="5"),
        q(simply(), kind=SIMPLE, reply_days="10"),
        "REM-7-2",
        "第五十四条",
    ),
    Row(
        c.two_with_work_ids,
        "two people, not one named twice",
        q(investigators="甲、乙", work_id_shown=True),
        q(investigators="甲、甲", work_id_shown=True),
        "REC-45",
        "第四十五条",
    ),
    Row(
        c.two_with_work_ids,
        "work papers shown",
        q(investigators="甲、乙", work_id_shown=True),
        q(investigators="甲、乙"),
        "REC-45",
        "第四十五条",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_on_both_sides_of_the_line(row: Row) -> None:
    row.holds()


@pytest.mark.rule("CAL-3")
@pytest.mark.parametrize(
    ("posted", "came", "in_time"),
    [("2026-03-06", "03-10", True), ("2026-03-07", "03-10", False), (None, "03-07", False)],
)
def test_an_application_counts_from_its_postmark(
    posted: str | None, came: str, in_time: bool
) -> None:
    """Sixty days from knowing end on 6 March."""
    reason = q(applied(came, posted_on=posted)).ask(c.applied_in_time)
    assert (reason is None) is in_time
