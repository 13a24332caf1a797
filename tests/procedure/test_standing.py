"""Where a File stands: order of steps and days, the review gate, pauses, limits, duties."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.procedure.ledgers import (
    CLEARED,
    CONCLUDED,
    DECIDED,
    DELIVERED,
    FILED,
    FINE,
    SERVED,
    TOLD,
    Line,
    day,
    profile,
    standing,
    written,
)
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.timelimits import Light, cn_date

SUBMITTED: list[Line] = [*CONCLUDED, ("submit", "03-12")]
PASSED_EARLY: list[Line] = written([*SUBMITTED, ("give_opinion", "03-13")])
TOLD_LATER: list[Line] = [
    *PASSED_EARLY,
    ("give_notice", "03-16", {"proposal": FINE, "hearing_right": True}),
    ("serve_notice", "03-17"),
]
HEARD: list[Line] = [
    *TOLD_LATER,
    ("request_hearing", "03-18"),
    ("notify_hearing", "03-18", {"hearing_on": "2026-03-30"}),
    ("hold_hearing", "03-30"),
    ("report_hearing", "03-31"),
]
GRAVE: list[Line] = [
    (verb, on, {"proposal": {**FINE, "discussion_due": True}} if verb == "conclude" else facts[0])
    for verb, on, *facts in CLEARED
]
HEAVIER = {"proposal": {**FINE, "fine": "60000"}}
NO_PENALTY: list[Line] = [
    *FILED,
    ("conclude", "03-12", {"proposal": {"outcome": "no_penalty", "kinds": []}}),
]


def codes(st: Standing, act: str, on: str, **facts: Any) -> set[str]:
    return {reason.rule.code for reason in st.refusals(act, day(on), **facts)}


def acts(st: Standing) -> list[str]:
    return [duty.act.partition(".")[2] for duty in st.duties]


# -- order ---
def test_a_step_of_another_procedure_is_refused() -> None:
    assert codes(standing(*FILED), "decision.decide_on_spot", "03-05") == {"FLOW-KIND"}


def test_a_step_names_all_that_is_missing_at_once() -> None:
    st = standing(*FILED[:1])
    assert codes(st, "decision.issue", "03-05") == {"FLOW-ORDER", "PEN-12"}
    assert codes(standing(*CONCLUDED), "decision.issue", "03-13") == {"PEN-7", "PEN-12"}


def test_what_is_done_once_isnt_done_again() -> None:
    assert codes(standing(*FILED), "casework.file_case", "03-05") == {"FLOW-ONCE"}
    assert codes(standing(*CONCLUDED), "casework.conclude", "03-13", proposal=FINE) == {"FLOW-ONCE"}


# -- days ---
@pytest.mark.parametrize(
    ("ledger", "act", "last", "facts"),
    [
        (FILED[:3], "casework.file_case", "03-03", {}),
        (FILED, "casework.conclude", "03-04", {"proposal": FINE}),
        (CONCLUDED, "casework.give_notice", "03-12", {}),
        (TOLD, "casework.serve_notice", "03-13", {"mode": "direct"}),
        (SERVED, "casework.record_statement", "03-16", {}),
        ([*SERVED, ("waive_statement", "03-18")], "review.submit", "03-18", {}),
        ([*SERVED, ("submit", "03-24")], "review.give_opinion", "03-24", {}),
        (CLEARED, "decision.issue", "03-26", {}),
        (CLEARED, "decision.discuss", "03-26", {}),
        (DECIDED, "decision.serve", "03-27", {"mode": "direct"}),
        (DELIVERED, "decision.record_payment", "03-30", {"amount": "1"}),
        ([*FILED, ("suspend", "03-09")], "casework.resume", "03-09", {}),
        ([*FILED, ("commission_test", "03-09")], "casework.receive_test", "03-09", {}),
        ([*DECIDED, ("prepare", "03-28")], "disclosure.sign", "03-28", {}),
    ],
)
def test_an_act_cant_be_older_than_what_it_builds_on(
    ledger: list[Line], act: str, last: str, facts: dict[str, Any]
) -> None:
    the_day_before = (day(last) - dt.timedelta(days=1)).isoformat()
    assert not codes(standing(*ledger), act, last, **facts)
    refused = standing(*ledger).refusals(act, day(the_day_before), **facts)
    found = [r for r in refused if r.rule.code == "FLOW-DATE"]
    assert len(found) == 1
    assert cn_date(day(last)) in found[0].say
    assert found[0].field == "on"


def test_an_inspection_may_be_older_than_the_registration_but_not_than_the_clue() -> None:
    went = {
        "officers": [{"person": 1, "valid": True}, {"person": 2, "valid": True}],
        "identity_shown": True,
        "rights_told": True,
    }
    st = standing(("register_clue", "03-05", {"found_on": "2026-03-02"}))
    assert not codes(st, "casework.inspect", "03-02", **went)
    assert codes(st, "casework.inspect", "03-01", **went) == {"FLOW-DATE"}


def test_a_report_cant_be_older_than_its_evidence() -> None:
    st = standing(*FILED, ("add_evidence", "03-20"))
    assert codes(st, "casework.conclude", "03-19", proposal=FINE) == {"FLOW-DATE"}
    assert not codes(st, "casework.conclude", "03-20", proposal=FINE)


# -- the review gate ---
@pytest.mark.parametrize(
    ("position", "ledger", "act", "on", "refused"),
    [
        ("after_notice", CONCLUDED, "casework.give_notice", "03-13", set()),
        ("after_notice", CONCLUDED, "review.submit", "03-13", {"PEN-7"}),
        ("after_notice", SERVED, "review.submit", "03-24", set()),
        ("before_notice", CONCLUDED, "casework.give_notice", "03-13", {"PEN-12"}),
        ("before_notice", CONCLUDED, "review.submit", "03-12", set()),
        ("before_notice", PASSED_EARLY, "casework.give_notice", "03-13", set()),
        ("before_notice", TOLD_LATER, "decision.issue", "03-25", set()),
        ("both", CONCLUDED, "casework.give_notice", "03-13", {"PEN-12"}),
        ("both", PASSED_EARLY, "casework.give_notice", "03-13", set()),
        ("both", TOLD_LATER, "decision.issue", "03-25", {"PEN-12"}),
        ("both", TOLD_LATER, "review.submit", "03-25", set()),
        ("both", TOLD_LATER, "review.submit", "03-24", {"PEN-7"}),
        ("before_notice", HEARD, "decision.issue", "03-31", {"PEN-12"}),
        ("before_notice", HEARD, "review.submit", "03-31", set()),
    ],
)
def test_a_profile_places_the_review_before_the_notice_after_it_or_both(
    position: str, ledger: list[Line], act: str, on: str, refused: set[str]
) -> None:
    assert codes(standing(*ledger, policy=profile(position)), act, on) == refused


def test_both_reviews_lead_to_the_decision() -> None:
    twice = written([*TOLD_LATER, ("submit", "03-25"), ("give_opinion", "03-26")])
    assert not codes(standing(*twice, policy=profile("both")), "decision.issue", "03-26")


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        (("add_evidence", "03-27"), False),
        (("receive_test", "03-27"), False),
        (("revise_conclusion", "03-27", {"proposal": FINE}), False),
        (("report_hearing", "03-27"), False),
        (("recheck_statement", "03-27", {"nothing_new": False}), False),
        (("recheck_statement", "03-27", {}), False),
        (("recheck_statement", "03-27", {"nothing_new": True}), True),
        (("record_statement", "03-27"), True),
        (("confirm_address", "03-27"), True),
        (("serve_notice", "03-27"), True),
        (("discuss", "03-27"), True),
    ],
)
def test_only_a_change_of_substance_voids_a_clearance(line: Line, counts: bool) -> None:
    assert (standing(*CLEARED, line).clearance is not None) is counts


def test_a_change_between_submission_and_opinion_voids_the_opinion() -> None:
    sent: list[Line] = [*SERVED, ("submit", "03-24"), ("add_evidence", "03-25")]
    st = standing(*written([*sent, ("give_opinion", "03-26")]))
    assert st.clearance is None
    assert codes(st, "decision.issue", "03-27") == {"PEN-12"}


def test_a_no_penalty_outcome_needs_a_review_and_no_notice() -> None:
    assert codes(standing(*NO_PENALTY), "decision.issue", "03-13") == {"PEN-12"}
    cleared = written([*NO_PENALTY, ("submit", "03-12"), ("give_opinion", "03-13")])
    assert not codes(standing(*cleared), "decision.issue", "03-13")


def test_a_suspended_case_isnt_decided() -> None:
    st = standing(*CLEARED, ("suspend", "03-27"))
    assert codes(st, "decision.issue", "03-27") == {"SAMR-4"}


# -- pauses and extensions ---
def test_overlapping_pauses_count_once() -> None:
    st = standing(
        *FILED,
        ("suspend", "03-10"),
        ("commission_test", "03-12"),
        ("resume", "03-15"),
        ("receive_test", "03-20"),
        today="03-25",
    )
    due = st.limit("PEN-14")
    assert due
    assert due.paused_days == 11
    assert due.last_day == day("06-15")


def test_a_pause_that_lasts_has_no_known_end() -> None:
    due = standing(*FILED, ("suspend", "03-10"), today="03-25").limit("PEN-14")
    assert due
    assert due.paused
    assert due.light() is Light.PAUSED


def test_a_hearing_and_an_announcement_stop_the_clock_and_a_statement_doesnt() -> None:
    plain = standing(*SERVED, ("record_statement", "03-17"), today="04-20").limit("PEN-14")
    posted = {"mode": "announced", "announced_on": "2026-03-14"}
    announced = standing(*TOLD, ("serve_notice", "04-13", posted), today="04-20").limit("PEN-14")
    heard = standing(*HEARD, today="04-20").limit("PEN-14")
    assert plain
    assert announced
    assert heard
    assert (plain.paused_days, announced.paused_days, heard.paused_days) == (0, 31, 14)


def test_a_test_before_filing_stops_the_fifteen_days_of_the_clue() -> None:
    tested: list[Line] = [("commission_test", "03-03"), ("receive_test", "03-12")]
    plain, paused = standing(*FILED[:2]), standing(*FILED[:2], *tested)
    assert plain.limit("SAMR-1").last_day == day("03-23")  # type: ignore[union-attr]
    assert paused.limit("SAMR-1").paused_days == 8  # type: ignore[union-attr]


def test_extensions_lengthen_the_decision_and_nothing_else() -> None:
    st = standing(*FILED, ("extend", "06-01", {"days": 30}), ("preserve_evidence", "06-01"))
    assert st.limit("PEN-14").last_day == day("07-02")  # type: ignore[union-attr]
    assert st.limit("PEN-6").last_day == day("06-10")  # type: ignore[union-attr]


# -- limits that run only while somebody waits ---
def limit_codes(st: Standing) -> set[str]:
    return {due.limit.id for due in st.limits}


def test_nothing_is_due_of_who_owes_nothing() -> None:
    paid = standing(*DELIVERED, ("record_payment", "04-01", {"amount": "52000"}))
    assert "PEN-19" in limit_codes(standing(*DELIVERED))
    assert "PEN-19" not in limit_codes(paid)


def test_a_deferral_moves_the_day_of_payment() -> None:
    st = standing(*DELIVERED, ("allow_instalments", "04-02", {"until": "2026-05-20"}))
    assert st.limit("PEN-19").last_day == day("05-20")  # type: ignore[union-attr]


def test_the_court_is_open_for_three_months_after_the_partys_own_terms() -> None:
    demanded: list[Line] = [*DELIVERED, ("demand", "05-06")]
    assert "COE-15-2" not in limit_codes(standing(*demanded, today="09-30"))
    due = standing(*demanded, today="10-08").limit("COE-15-2")
    assert due
    assert due.last_day == day("12-30")


@pytest.mark.rule("PLAN-2", "SAMR-13")
def test_a_decision_that_is_only_counted_isnt_late_in_showing() -> None:
    counted: list[Line] = [*CLEARED, ("issue", "03-27", {"payable": "0", "outcome": "penalty"})]
    assert "PLAN-2" in limit_codes(standing(*DECIDED))
    assert "PLAN-2" not in limit_codes(standing(*counted))
    assert "prepare" not in acts(standing(*counted))


@pytest.mark.rule("PLAN-3", "SAMR-17", "PEN-22")
def test_what_was_never_shown_isnt_late_in_coming_down() -> None:
    shown: list[Line] = [*DECIDED, ("prepare", "03-27"), ("sign", "03-27"), ("publish", "03-28")]
    assert "PEN-22" not in limit_codes(standing(*DECIDED, ("revoke", "04-01")))
    assert "PEN-22" in limit_codes(standing(*shown, ("revoke", "04-01")))
    down: list[Line] = [*shown, ("revoke", "04-01"), ("withdraw", "04-02")]
    assert "PEN-22" not in limit_codes(standing(*down))


# -- duties ---
@pytest.mark.parametrize(
    ("ledger", "today", "waiting"),
    [
        (FILED[:1], "03-02", ["propose_filing"]),
        (FILED[:3], "03-03", ["file_case"]),
        (FILED, "03-05", ["conclude"]),
        ([*FILED, ("preserve_evidence", "03-05")], "03-05", ["dispose_preserved", "conclude"]),
        ([*FILED, ("suspend", "03-05")], "03-05", ["resume"]),
        (CONCLUDED, "03-12", ["give_notice"]),
        (TOLD, "03-13", ["serve_notice"]),
        (SERVED, "03-17", ["submit"]),
        ([*SERVED, ("record_statement", "03-17")], "03-17", ["recheck_statement"]),
        (HEARD[:-2], "03-18", ["hold_hearing"]),
        (
            [*TOLD, ("revise_conclusion", "03-13", HEAVIER)],
            "03-13",
            ["give_notice", "serve_notice"],
        ),
        ([*SERVED, ("submit", "03-24")], "03-24", ["give_opinion"]),
        (CLEARED, "03-26", ["issue"]),
        (GRAVE, "03-26", ["discuss"]),
        ([*GRAVE, ("discuss", "03-27")], "03-27", ["issue"]),
        (DECIDED, "03-27", ["serve", "tell_credit_repair", "prepare"]),
        (DELIVERED, "04-01", ["record_payment", "prepare"]),
        (DELIVERED, "04-15", ["record_payment", "demand", "prepare"]),
        ([*DELIVERED, ("demand", "04-15")], "10-08", ["record_payment", "apply_court", "prepare"]),
        (
            [*DELIVERED, ("record_payment", "04-01", {"amount": "52000"}), ("withhold", "04-01")],
            "04-01",
            ["close"],
        ),
        ([*FILED[:1], ("refuse_filing", "03-03"), ("close", "03-04")], "03-04", ["archive"]),
    ],
)
def test_at_each_stage_everybody_is_told_what_waits(
    ledger: list[Line], today: str, waiting: list[str]
) -> None:
    assert acts(standing(*ledger, today=today)) == waiting


@pytest.mark.parametrize(
    ("position", "ledger", "waiting"),
    [
        ("before_notice", CONCLUDED, ["submit"]),
        ("before_notice", PASSED_EARLY, ["give_notice"]),
        ("both", TOLD_LATER, ["submit"]),
    ],
)
def test_the_review_is_asked_for_where_the_profile_places_it(
    position: str, ledger: list[Line], waiting: list[str]
) -> None:
    assert acts(standing(*ledger, policy=profile(position))) == waiting


def test_only_a_named_reporter_is_informed() -> None:
    named: list[Line] = [
        ("register_clue", "03-02", {"found_on": "2026-03-01", "real_name": True}),
        ("refuse_filing", "03-04"),
    ]
    st = standing(*named)
    assert "inform_reporter" in acts(st)
    assert st.limit("SAMR-9").last_day == day("03-11")  # type: ignore[union-attr]
    assert "inform_reporter" not in acts(standing(*FILED[:1], ("refuse_filing", "03-04")))


@pytest.mark.rule("CR-8")
@pytest.mark.parametrize(
    ("kinds", "after", "wanted"),
    [
        (["fine"], [], True),
        (["fine", "warning"], [], True),
        (["warning"], [], False),
        (["fine"], [("tell_credit_repair", "03-27")], False),
        (["fine"], [("serve", "03-27", {"mode": "direct"})], False),
    ],
)
def test_the_notice_of_repair_goes_with_the_decision(
    kinds: list[str], after: list[Line], wanted: bool
) -> None:
    """两书同达, where the credit site will show the penalty: from the decision to its service."""
    ledger = [
        ("conclude", line[1], {"proposal": {**FINE, "kinds": kinds}})
        if line[0] == "conclude"
        else line
        for line in DECIDED
    ]
    told = [duty.act for duty in standing(*ledger, *after, today="03-27").duties]
    assert ("decision.tell_credit_repair" in told) is wanted
