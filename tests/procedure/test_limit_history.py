"""Every limit a File had: which run, which ended, in time or late and by how much."""

from __future__ import annotations

import pytest

from tests.procedure.ledgers import CLEARED, DECIDED, DELIVERED, FILED, Line, day, standing
from xiezhi.procedure.limit_history import Run, runs


def told(*ledger: Line, today: str) -> dict[str, Run]:
    return {run.due.limit.id: run for run in runs(standing(*ledger, today=today))}


def test_ended_limits_say_by_what_and_with_how_much_left() -> None:
    found = told(*DELIVERED, today="04-01")
    ended = {code: run for code, run in found.items() if run.ended is not None}
    assert {code: run.ended_by for code, run in ended.items()} == {
        "SAMR-1": "批准立案",
        "PLAN-9": "出具法制审核意见",
        "PEN-14": "作出决定",
        "PEN-15": "送达决定书",
    }
    assert not any(run.late for run in ended.values())
    assert ended["SAMR-1"].due.last_day == day("03-23")
    assert ended["SAMR-1"].outcome == "期限内，余 13 个工作日"
    assert ended["PEN-14"].outcome == "期限内，余 67 日"
    running = {code for code, run in found.items() if run.ended is None}
    assert {"PEN-19", "PLAN-2"} <= running


def test_a_limit_that_ended_late_says_by_how_much() -> None:
    """Seven working days from 27 March, over Qingming: 8 April; served on the 10th."""
    late = told(*DECIDED, ("serve", "04-10", {"mode": "direct"}), today="04-20")["PEN-15"]
    assert late.due.last_day == day("04-08")
    assert late.late
    assert late.outcome == "超期 2 个工作日"
    met = told(*DECIDED, ("serve", "04-08", {"mode": "direct"}), today="04-20")["PEN-15"]
    assert (met.late, met.outcome) == (False, "期限内，最后一天")
    first = told(*DECIDED, ("serve", "04-09", {"mode": "direct"}), today="04-20")["PEN-15"]
    assert (first.late, first.outcome) == (True, "超期 1 个工作日")


def test_what_still_runs_is_told_as_the_case_page_tells_it() -> None:
    st = standing(*CLEARED, today="04-01")
    running = [run.due for run in runs(st) if run.ended is None]
    assert running == st.limits


def test_a_limit_that_only_a_condition_ends_is_ended_by_that_entry() -> None:
    """The fine's fifteen days end with the money, though payment is no end in the declaration."""
    paid = [*DELIVERED, ("record_payment", "04-08", {"amount": "52000"})]
    run = told(*paid, today="04-20")["PEN-19"]
    assert run.ended is not None
    assert (run.ended_by, run.ended.on) == ("登记缴款", day("04-08"))
    assert run.due.last_day == day("04-14")
    assert not run.late


def test_the_derivation_of_an_ended_limit_has_the_pauses_of_its_time() -> None:
    paused: list[Line] = [
        *FILED,
        ("suspend", "03-06"),
        ("resume", "03-10"),
        ("conclude", "03-12"),
        *CLEARED[5:],
        ("issue", "03-27", {"outcome": "penalty"}),
    ]
    run = told(*paused, today="12-31")["PEN-14"]
    assert run.ended is not None
    assert [span.why for span in run.due.spans] == ["中止调查"]
    assert run.due.last_day > told(*DELIVERED, today="12-31")["PEN-14"].due.last_day
    assert run.due.today == day("03-27"), "reckoned as it stood when it ended"


def test_twice_begun_twice_ended() -> None:
    """Evidence kept twice: each disposal ends the limit of one keeping."""
    kept: list[Line] = [
        *FILED,
        ("preserve_evidence", "03-05"),
        ("preserve_evidence", "03-09"),
        ("dispose_preserved", "03-16"),
        ("dispose_preserved", "03-20"),
    ]
    found = [run for run in runs(standing(*kept)) if run.due.limit.id == "PEN-6"]
    assert [(run.due.triggered_on, run.ended and run.ended.on) for run in found] == [
        (day("03-09"), day("03-20")),
        (day("03-05"), day("03-16")),
    ]
    assert [run.late for run in found] == [True, False]


@pytest.mark.parametrize("length", range(1, len(DELIVERED) + 1))
def test_an_ended_limit_never_runs_as_well(length: int) -> None:
    found = runs(standing(*DELIVERED[:length], today="04-01"))
    keys = [(run.due.limit.id, run.due.triggered_on) for run in found]
    assert len(keys) == len(set(keys))
