"""Before the court: every check on both sides of its line, the court's own terms followed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.procedure.coerced import before_court
from tests.procedure.ledgers import CALENDAR, Line
from tests.procedure.rows import Q, Row
from tests.procedure.test_coercion_execution import due
from xiezhi.procedure.kinds.coercion import demanding as d
from xiezhi.procedure.kinds.coercion import pleading as g
from xiezhi.procedure.timelimits import coercion as limits
from xiezhi.procedure.timelimits import compute

COURT = "coercion.court"


def c(ledger: list[Line], on: str, **facts: Any) -> Q:
    return Q(ledger, on, facts, kind=COURT)


ASKED: list[Line] = [*before_court(), ("coercion.apply_to_court", "03-17", {})]
NOT_TAKEN: list[Line] = [*ASKED, ("coercion.court_accepts", "03-20", {"accepted": "no"})]
TAKEN: list[Line] = [*ASKED, ("coercion.court_accepts", "03-20", {"accepted": "yes"})]
REFUSED: list[Line] = [*TAKEN, ("coercion.court_rules", "03-27", {"ruling": "refuse"})]
EXECUTED: list[Line] = [*TAKEN, ("coercion.court_rules", "03-27", {"ruling": "execute"})]
CONTESTED: list[Line] = [*REFUSED, ("coercion.contest_ruling", "03-30")]
UNTOLD = before_court("2025-09-02", term_not_told=True, term_known_on="2025-10-02")
KNOWN_LATE = before_court("2025-03-10", term_not_told=True, term_known_on="2025-12-01")

ROWS = [
    Row(
        d.ten_days_after_demand,
        "ten working days from 2 March",
        c(before_court(), "03-17"),
        c(before_court(), "03-16"),
        "COE-15",
        "第五十四条",
    ),
    Row(
        g.remedies_are_over,
        "six months from 2 September 2025",
        c(before_court("2025-09-02"), "03-03", remedies_unused=True),
        c(before_court("2025-09-02"), "03-02", remedies_unused=True),
        "COE-15-2",
        "第五十三条",
    ),
    Row(
        g.remedies_are_over,
        "a deferral until 10 March",
        c(before_court(deferred_until="2026-03-10"), "03-11", remedies_unused=True),
        c(before_court(deferred_until="2026-03-10"), "03-10", remedies_unused=True),
        "PEN-21",
        "第七十二条第二款",
    ),
    Row(
        g.remedies_are_over,
        "a year from 10 March 2025 where the term wasn't told",
        c(before_court("2025-03-10", term_not_told=True), "03-11", remedies_unused=True),
        c(before_court("2025-03-10", term_not_told=True), "03-10", remedies_unused=True),
        "REM-12",
        "第六十四条第一款",
    ),
    Row(
        g.remedies_are_over,
        "six months from 2 October 2025, when the party came to know the term",
        c(UNTOLD, "04-03", remedies_unused=True),
        c(UNTOLD, "04-02", remedies_unused=True),
        "REM-12",
        "第六十四条第一款",
    ),
    Row(
        g.remedies_are_over,
        "never beyond the year, whenever the party came to know it",
        c(KNOWN_LATE, "03-11", remedies_unused=True),
        c(KNOWN_LATE, "03-10", remedies_unused=True),
        "REM-12",
        "第六十四条第一款",
    ),
    Row(
        g.remedies_are_over,
        "unused",
        c(before_court(), "03-17", remedies_unused=True),
        c(before_court(), "03-17"),
        "COE-15-2",
        "第五十三条",
    ),
    Row(
        g.within_three_months,
        "three months after that",
        c(before_court("2025-09-02"), "06-02"),
        c(before_court("2025-09-02"), "06-03"),
        "COE-15-3",
        "第一百五十六条",
    ),
    Row(
        g.within_three_months,
        "late for a good reason",
        c(before_court("2025-09-02"), "06-03", late_reason="洪灾。"),
        c(before_court("2025-09-02"), "06-03", late_reason=" "),
        "COE-15-3",
        "第一百五十六条",
    ),
    Row(g.court_took_it, "taken", c(TAKEN, "03-27"), c(NOT_TAKEN, "03-27"), "COE-16", "第五十六条"),
    Row(
        g.may_be_contested,
        "fifteen days after not being taken",
        c(NOT_TAKEN, "04-07"),
        c(NOT_TAKEN, "04-08"),
        "COE-16-2",
        "第五十六条第二款",
    ),
    Row(
        g.may_be_contested,
        "fifteen days after being refused",
        c(REFUSED, "04-13"),
        c(REFUSED, "04-14"),
        "COE-16-7",
        "第五十八条第三款",
    ),
    Row(
        g.was_contested,
        "asked",
        c(CONTESTED, "04-01"),
        c(REFUSED, "04-01"),
        "COE-16-3",
        "第五十六条",
    ),
    Row(
        g.may_be_executed,
        "ruled to be executed",
        c(EXECUTED, "04-01"),
        c(REFUSED, "04-01"),
        "COE-16-4",
        "第五十七条",
    ),
    Row(
        g.is_over,
        "refused for good",
        c(REFUSED, "04-14"),
        c(REFUSED, "04-13"),
        "COE-15",
        "第五十四条",
    ),
    Row(
        g.is_over,
        "upheld above",
        c([*CONTESTED, ("coercion.court_answers", "04-20", {"answered": "upheld"})], "04-20"),
        c(CONTESTED, "04-20"),
        "COE-15",
        "第五十四条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_both_sides(row: Row) -> None:
    row.holds()


COURTS = [
    ("COE-16", ASKED, "2026-03-24"),
    ("COE-16-2", NOT_TAKEN, "2026-04-07"),
    ("COE-16-4", TAKEN, "2026-03-31"),
    ("COE-16-7", REFUSED, "2026-04-13"),
    ("COE-16-8", CONTESTED, "2026-04-29"),
    (
        "COE-16-5",
        [*ASKED, ("coercion.court_accepts", "03-20", {"accepted": "yes", "court_hears": True})],
        "2026-04-20",
    ),
    ("COE-16-3", [*NOT_TAKEN, ("coercion.contest_ruling", "03-23")], "2026-04-07"),
    (
        "COE-16-9",
        [*before_court(), ("coercion.apply_to_court", "03-17", {"immediate": True}), *EXECUTED[3:]],
        "2026-04-03",
    ),
]


@pytest.mark.parametrize(("code", "ledger", "last"), COURTS, ids=[row[0] for row in COURTS])
def test_what_the_court_does_is_followed(code: str, ledger: list[Line], last: str) -> None:
    assert due(code, *ledger, kind=COURT, today="03-30") == dt.date.fromisoformat(last)


def test_a_ruling_is_served_in_five_working_days() -> None:
    found = compute(
        limits.RULING_SERVED, dt.date(2026, 3, 27), calendar=CALENDAR, today=dt.date(2026, 3, 30)
    )
    assert found.last_day == dt.date(2026, 4, 3)


@pytest.mark.rule("PEN-21")
def test_three_months_for_the_court_begin_when_a_deferral_ends() -> None:
    """处罚法 art. 72(2): from the last allowed day, not from the party's own terms."""
    ledger = before_court("2025-09-02", deferred_until="2026-03-31")
    assert due("COE-15-2", *ledger, kind=COURT, today="03-31") is None
    assert due("COE-15-2", *ledger, kind=COURT, today="04-01") == dt.date(2026, 6, 30)


def test_three_months_for_the_court_begin_when_remedies_end() -> None:
    ledger = before_court("2025-09-02")
    assert due("COE-15-2", *ledger, kind=COURT, today="03-02") is None
    assert due("COE-15-2", *ledger, kind=COURT, today="03-03") == dt.date(2026, 6, 2)
