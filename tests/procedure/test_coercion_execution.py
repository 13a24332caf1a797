"""Execution by the agency: every check on both sides of its line."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.procedure.coerced import demanded, enforcing
from tests.procedure.ledgers import Line, standing
from tests.procedure.rows import Q, Row
from xiezhi.procedure.kinds.coercion import demanding as d
from xiezhi.procedure.kinds.coercion import enforcing as e

KIND = "coercion.execution"


def q(ledger: list[Line] | None = None, on: str = "03-20", **facts: Any) -> Q:
    return Q(ledger or [], on, facts, kind=KIND)


OVERDUE: dict[str, Any] = {
    "decided_on": "2026-01-05",
    "served_on": "2026-01-06",
    "perform_by": "2026-02-27",
}
SAID: list[Line] = [*demanded(), ("coercion.record_statement", "03-05")]
ANSWERED: list[Line] = [
    *SAID,
    ("coercion.recheck_statement", "03-06", {"recheck_result": "rejected"}),
]
POSTED: list[Line] = [
    *demanded(),
    ("coercion.announce_removal", "03-10", {"remove_by": "2026-03-18"}),
]
WALL: dict[str, Any] = {"outcome": "demolish", "remedies_unused": True}
REMINDED = enforcing("substitute", ("coercion.remind_substitution", "03-27"))
SUSPENDED = enforcing("restore", ("coercion.suspend", "2026-03-28"))
AGREED = enforcing("restore", ("coercion.agree", "03-28"))
FEE: dict[str, Any] = {"outcome": "late_fee", "fee_rate": "每日百分之三", "fee_from": "2026-02-01"}

ROWS = [
    Row(d.may_enforce, "a law lets it", q(may_enforce=True), q(), "COE-10-5", "第十三条"),
    Row(d.may_not_enforce, "no law lets it", q(no_power=True), q(), "COE-10-5", "第十三条"),
    Row(
        d.duty_is_overdue,
        "after its own term",
        q(on="02-28", **OVERDUE),
        q(on="02-27", **OVERDUE),
        "COE-10-6",
        "第三十四条",
    ),
    Row(
        d.sum_is_right,
        "fee as much as the principal",
        q(principal="400", fee_amount="400.00", amount="800.00"),
        q(principal="400", fee_amount="400.01", amount="800.01"),
        "COE-11-2",
        "第四十五条第二款",
    ),
    Row(
        d.sum_is_right,
        "the whole is its parts",
        q(principal="400", amount="400"),
        q(principal="400", fee_amount="10", amount="400"),
        "COE-10",
        "第三十五条",
    ),
    Row(d.has_a_term, "a term", q(perform_days=1), q(perform_days=0), "COE-10", "第三十五条"),
    Row(
        d.served_in_order,
        "served when it was made",
        q(demanded()[:1], "03-03", demand_served_on="2026-03-02"),
        q(demanded()[:1], "03-03", demand_served_on="2026-03-01"),
        "COE-10-7",
        "第三十八条",
    ),
    Row(
        d.demand_has_run,
        "ten working days from 2 March",
        q(demanded(), "03-17"),
        q(demanded(), "03-16"),
        "COE-10-3",
        "第三十七条第一款",
    ),
    Row(
        d.demand_has_run,
        "fifteen natural days from 2 March",
        q(demanded(days=15), "03-18"),
        q(demanded(days=15), "03-17"),
        "COE-10-3",
        "第三十七条第一款",
    ),
    Row(
        d.demand_has_run,
        "at once where things are hidden",
        q(demanded(), "03-03", outcome="transfer", hiding=True),
        q(demanded(), "03-03", outcome="transfer"),
        "COE-10-3",
        "第三十七条",
    ),
    Row(
        d.demand_has_run,
        "at once where a road must be cleared",
        q(demanded()[:1], "03-02", outcome="substitute_now"),
        q(demanded()[:1], "03-02", outcome="substitute"),
        "COE-10",
        "第三十五条",
    ),
    Row(d.statement_is_rechecked, "re-checked", q(ANSWERED), q(SAID), "COE-10-2", "第三十六条"),
    Row(
        d.statement_is_rechecked,
        "what holds is accepted",
        q(ANSWERED),
        q([*SAID, ("coercion.recheck_statement", "03-06", {"recheck_result": "accepted"})]),
        "COE-10-2",
        "第三十六条",
    ),
    Row(e.mode_is_lawful, "a way", q(outcome="restore"), q(), "COE-10-3", "第三十七条"),
    Row(
        e.mode_is_lawful,
        "fee as much as the principal",
        q(demanded(), **FEE, fee_amount="40000.00"),
        q(demanded(), **FEE, fee_amount="40000.01"),
        "COE-11-2",
        "第四十五条第二款",
    ),
    Row(
        e.mode_is_lawful,
        "its standard told",
        q(demanded(), **FEE, fee_amount="100"),
        q(demanded(), **{**FEE, "fee_rate": ""}, fee_amount="100"),
        "COE-11-3",
        "第四十五条第一款",
    ),
    Row(
        e.mode_is_lawful,
        "more than thirty days: from 18 February to 20 March",
        q(outcome="auction", fee_from="2026-02-17"),
        q(outcome="auction", fee_from="2026-02-18"),
        "COE-11",
        "第四十六条第一款",
    ),
    Row(
        e.mode_is_lawful,
        "transfer by a law",
        q(outcome="transfer", fee_from="2026-02-01", transfer_by_law=True),
        q(outcome="transfer", fee_from="2026-02-01"),
        "COE-11-4",
        "第四十七条",
    ),
    Row(
        e.mode_is_lawful,
        "announced, the term over",
        q(POSTED, "03-19", **WALL),
        q(POSTED, "03-18", **WALL),
        "COE-13",
        "第四十四条",
    ),
    Row(
        e.mode_is_lawful,
        "remedies lapsed: six months from 20 August 2025",
        q(POSTED, "03-20", **WALL),
        q(
            [*demanded(served_on="2025-09-20"), *POSTED[2:]],
            "03-20",
            **WALL,
        ),
        "COE-13-2",
        "第四十四条",
    ),
    Row(
        e.mode_is_lawful,
        "remedies unused",
        q(POSTED, **WALL),
        q(POSTED, outcome="demolish"),
        "COE-13-2",
        "第四十四条",
    ),
    Row(
        e.mode_is_lawful,
        "danger, a neutral performer",
        q(outcome="substitute", endangers=True, performer="某公司", no_interest=True),
        q(outcome="substitute", performer="某公司", no_interest=True),
        "COE-14-2",
        "第五十条",
    ),
    Row(
        e.mode_is_lawful,
        "a road to be cleared",
        q(outcome="substitute_now", must_be_cleared=True, performer="某公司", no_interest=True),
        q(outcome="substitute_now", performer="某公司", no_interest=True),
        "COE-14-3",
        "第五十二条",
    ),
    Row(
        e.removal_term_is_told,
        "a day ahead",
        q(remove_by="2026-03-21"),
        q(remove_by="2026-03-20"),
        "COE-13",
        "第四十四条",
    ),
    Row(
        e.is_done_on_site,
        "on site",
        q(enforcing("restore")),
        q(enforcing("transfer")),
        "FLOW-KIND",
        "",
    ),
    Row(
        e.is_a_transfer,
        "a transfer",
        q(enforcing("transfer")),
        q(enforcing("other")),
        "FLOW-KIND",
        "",
    ),
    Row(
        e.is_an_auction,
        "an auction",
        q(enforcing("auction")),
        q(enforcing("other")),
        "FLOW-KIND",
        "",
    ),
    Row(
        e.is_a_substitution,
        "a substitution",
        q(enforcing("substitute")),
        q(enforcing("substitute_now")),
        "FLOW-KIND",
        "",
    ),
    Row(
        e.decision_was_told,
        "served",
        q(enforcing("restore")),
        q(enforcing("restore")[:-1]),
        "COE-10-7",
        "第三十八条",
    ),
    Row(
        e.reminded_in_time,
        "three working days before",
        q(REMINDED, "04-01"),
        q(REMINDED, "03-31"),
        "COE-14",
        "第五十一条第一款第二项",
    ),
    Row(
        e.is_supervised,
        "watched",
        q(REMINDED, supervisor="甲", peaceful=True),
        q(REMINDED, peaceful=True),
        "COE-14-4",
        "第五十一条第一款第三项",
    ),
    Row(
        e.is_supervised,
        "peaceful",
        q(REMINDED, supervisor="甲", peaceful=True),
        q(REMINDED, supervisor="甲"),
        "COE-14-6",
        "第五十一条第三款",
    ),
    Row(e.goes_on, "not suspended", q(enforcing("other")), q(SUSPENDED), "COE-17-2", "第三十九条"),
    Row(e.goes_on, "no agreement", q(enforcing("other")), q(AGREED), "COE-18-2", "第四十二条"),
    Row(
        e.was_stopped,
        "broken",
        q(AGREED, resume_ground="agreement_broken"),
        q(AGREED, resume_ground="suspension_over"),
        "COE-17-3",
        "第三十九条第二款",
    ),
    Row(e.harms_nobody, "harmless", q(harms_nobody=True), q(), "COE-18", "第四十二条第一款"),
    Row(
        e.harms_nobody,
        "a fee is cut after a remedy",
        q(harms_nobody=True, fee_reduced="1", remedied=True),
        q(harms_nobody=True, fee_reduced="1"),
        "COE-18",
        "第四十二条第一款",
    ),
    Row(e.may_end, "a ground", q(end_ground="object_lost"), q(), "COE-17-4", "第四十条"),
    Row(
        e.may_end,
        "three years from 28 March 2026",
        q(SUSPENDED, "2029-03-29", end_ground="three_years", harmless=True, unable=True),
        q(SUSPENDED, "2029-03-28", end_ground="three_years", harmless=True, unable=True),
        "COE-17",
        "第三十九条第二款",
    ),
    Row(
        e.may_end,
        "harmless, unable",
        q(SUSPENDED, "2029-03-29", end_ground="three_years", harmless=True, unable=True),
        q(SUSPENDED, "2029-03-29", end_ground="three_years", unable=True),
        "COE-17",
        "第三十九条第二款",
    ),
    Row(
        e.performance_is_true,
        "enforced",
        q(enforcing("other", ("coercion.execute", "03-30")), performed_how="enforced"),
        q(enforcing("other"), performed_how="enforced"),
        "COE-10-3",
        "第三十七条",
    ),
    Row(
        e.performance_is_true,
        "remitted",
        q(
            enforcing("transfer", ("coercion.order_transfer", "03-30")),
            performed_how="enforced",
            remitted=True,
        ),
        q(enforcing("transfer", ("coercion.order_transfer", "03-30")), performed_how="enforced"),
        "COE-11-6",
        "第四十九条",
    ),
    Row(
        e.performance_is_true,
        "agreed",
        q(AGREED, performed_how="agreement"),
        q(enforcing("other"), performed_how="agreement"),
        "COE-18",
        "第四十二条",
    ),
    Row(
        e.something_was_enforced,
        "carried out",
        q(enforcing("other", ("coercion.execute", "03-30"))),
        q(enforcing("other")),
        "COE-17-5",
        "第四十一条",
    ),
    Row(
        e.is_settled,
        "ended",
        q(enforcing("other", ("coercion.terminate", "03-30"))),
        q(enforcing("other", ("coercion.execute", "03-30"))),
        "COE-10-3",
        "第三十七条",
    ),
    Row(
        e.is_settled,
        "a fee that ran thirty days from 20 March",
        q(enforcing("late_fee", fee_from="2026-03-20"), "04-20"),
        q(enforcing("late_fee", fee_from="2026-03-20"), "04-19"),
        "COE-11",
        "第四十六条第一款",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_both_sides(row: Row) -> None:
    row.holds()


def due(code: str, *ledger: Line, kind: str, today: str = "03-20") -> dt.date | None:
    found = standing(*ledger, kind=kind, today=today).limit(code)
    return found.last_day if found else None


def test_the_term_of_a_short_demand_is_shown() -> None:
    assert due("COE-10", *demanded(days=3), kind=KIND, today="03-03") == dt.date(2026, 3, 5)
    assert due("COE-10", *demanded(days=15), kind=KIND, today="03-03") is None


@pytest.mark.rule("COE-17")
def test_three_years_are_counted_from_a_suspension() -> None:
    assert due("COE-17", *SUSPENDED, kind=KIND) == dt.date(2029, 3, 28)
    assert due("COE-17", *AGREED, kind=KIND) is None
