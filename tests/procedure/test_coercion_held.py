"""Measures as the ledger tells them: which run, how long, what a case may not leave behind."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.procedure.coerced import PLAIN, SEIZING, at_once, frozen, in_case, ordered, seized
from tests.procedure.ledgers import Line, day, standing
from tests.procedure.rows import Q
from tests.procedure.test_coercion_measures import KIND, PENAL, REFUSED, TWICE
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.coercion import holding as h
from xiezhi.procedure.kinds.coercion import measures as m
from xiezhi.procedure.kinds.coercion import ordering as o
from xiezhi.procedure.policy import from_text
from xiezhi.procedure.steps import Ask


def test_a_decision_for_one_measure_isn_t_carried_out_as_another() -> None:
    st = standing(*ordered(outcome="freeze"), kind=KIND)
    said = {reason.rule.code for reason in st.refusals("coercion.carry_out", day("03-04"))}
    assert "COE-1" in said
    assert "COE-1" not in {
        reason.rule.code for reason in st.refusals("coercion.freeze", day("03-04"))
    }


def due(code: str, *ledger: Line, kind: str = KIND, today: str = "03-10") -> dt.date | None:
    found = standing(*ledger, kind=kind, today=today).limit(code)
    return found.last_day if found else None


@pytest.mark.rule("COE-4", "COE-9")
def test_thirty_days_end_on_a_day_off_too() -> None:
    """It limits what is done to a party: 5 April 2026 is a Sunday and a holiday."""
    assert due("COE-4", *seized("03-06")) == dt.date(2026, 4, 5)
    assert due("COE-9", *frozen("03-06")) == dt.date(2026, 4, 5)


@pytest.mark.rule("COE-8")
def test_a_frozen_party_is_told_in_three_working_days() -> None:
    assert due("COE-8", *frozen("03-06")) == dt.date(2026, 3, 11)
    assert due("COE-8", *frozen("03-06"), ("decision.serve", "03-11")) is None


def test_a_decision_may_set_fewer_days() -> None:
    assert due("COE-4", *seized(days=15)) == dt.date(2026, 3, 17)


def test_a_freeze_has_no_pause_for_tests() -> None:
    assert due(
        "COE-9", *frozen(), ("coercion.begin_test", "03-10", {"to_day": "2026-03-19"})
    ) == dt.date(2026, 4, 1)


def test_of_several_the_one_that_ends_first_is_shown() -> None:
    longer = [*TWICE, ("coercion.extend", "03-04", {"extend_days": 30, "batch": 1})]
    assert due("COE-4", *TWICE, kind=PENAL) == dt.date(2026, 4, 1)
    assert due("COE-4", *longer, kind=PENAL) == dt.date(2026, 4, 2)
    assert due("COE-4", *longer, ("coercion.lift", "03-05", {"batch": 2}), kind=PENAL) == dt.date(
        2026, 5, 1
    )


def test_a_test_of_the_goods_stops_the_case_too() -> None:
    filed: list[Line] = [*TWICE, ("casework.file_case", "03-03")]
    tested: list[Line] = [*filed, ("coercion.begin_test", "03-10", {"to_day": "2026-03-19"})]
    before, after = due("PEN-14", *filed, kind=PENAL), due("PEN-14", *tested, kind=PENAL)
    assert before
    assert after
    assert after - before == dt.timedelta(days=10)


def test_crime_takes_everything_along() -> None:
    st = standing(*TWICE, ("coercion.hand_on", "03-05"), kind=PENAL)
    assert m.held(st).open == ()


def test_what_was_refused_is_to_be_lifted_now() -> None:
    st = standing(*REFUSED, kind="coercion.urgent", today="03-04")
    found = [duty.act for duty in st.duties]
    assert "coercion.lift" in found
    assert "coercion.approve_afterwards" not in found


def duties(*ledger: Line, kind: str = "coercion.urgent", today: str) -> set[str]:
    return {duty.act for duty in standing(*ledger, kind=kind, today=today).duties}


def test_on_the_day_after_the_hours_it_is_lifted_not_approved() -> None:
    """Taken on 4 March at 9:30: until 9:30 of the 5th it can be approved."""
    in_time, late = duties(*at_once(), today="03-05"), duties(*at_once(), today="03-06")
    assert "coercion.approve_afterwards" in in_time
    assert "coercion.lift" not in in_time
    assert "coercion.approve_afterwards" not in late
    assert "coercion.lift" in late


def test_what_was_lifted_unapproved_can_still_be_refused_and_closed() -> None:
    lifted: list[Line] = [*at_once(), ("coercion.lift", "03-06")]
    st = standing(*lifted, kind="coercion.urgent", today="03-06")
    assert o.waits_for_approval(st, Ask("", day("03-06"))) is None
    assert "decision.close" in duties(
        *lifted, ("coercion.refuse_afterwards", "03-06"), today="03-06"
    )


def test_a_file_is_not_closed_while_something_is_held() -> None:
    assert "decision.close" not in duties(*REFUSED, today="03-04")


def test_nobody_reads_of_a_measure_before_it_is_taken() -> None:
    step = KINDS[KIND].step("disclosure.publish")
    assert step is not None
    assert h.was_carried_out in step.checks


def test_the_decision_is_handed_over_once_it_is_carried_out() -> None:
    assert "decision.serve" not in duties(*ordered(), kind=KIND, today="03-02")
    assert "decision.serve" in duties(*seized(), kind=KIND, today="03-02")


def test_a_retro_order_belongs_to_what_was_taken() -> None:
    ledger = in_case(
        ("coercion.seize_at_once", "03-02", {"started_at": "2026-03-02T09:00"}),
        ("coercion.approve_afterwards", "03-02"),
        ("coercion.seize", "03-02", {**SEIZING, "days": 12}),
    )
    now = m.held(standing(*ledger, kind=PENAL))
    assert now.pending == ()
    assert due("COE-4", *ledger, kind=PENAL) == dt.date(2026, 3, 14)


@pytest.mark.parametrize(
    "act", ["casework.conclude", "casework.revise_conclusion", "decision.issue"]
)
def test_a_case_does_not_go_on_over_what_is_held_unlawfully(act: str) -> None:
    step = KINDS[PENAL].step(act)
    assert step is not None
    assert h.nothing_is_held_unlawfully in step.checks


def test_a_plan_that_reviews_all_coercion_sends_it_to_its_own_file() -> None:
    plan = from_text(
        'code = "T"\ntitle = "试行方案"\nextends = "national"\n\n'
        '[review_all]\nvalue = ["coercion"]\nrule = "REV-GATE"\n'
    )
    reason = Q([], "03-04", PLAIN, plan, kind=PENAL).ask(o.no_review_is_due)
    assert reason is not None
    assert "单独登记" in reason.todo
