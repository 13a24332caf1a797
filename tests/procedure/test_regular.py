"""Work that comes round and what an agency must have: each line from both sides (PLAN-*, OGI-5)."""

from __future__ import annotations

import datetime as dt

import pytest

from xiezhi.procedure import regular
from xiezhi.procedure.policy import load
from xiezhi.procedure.regular import Milestone


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def coming(code: str, plan: str, today: str) -> str | None:
    """By which day this duty is due next, as an agency and as a government reads it."""
    policy, on = load(plan), day(today)
    both = [*regular.of_agency(policy, on), *regular.of_government(policy, on)]
    return next((each.by.isoformat() for each in both if each.rule_code == code), None)


@pytest.mark.parametrize(
    ("code", "plan", "today", "by"),
    [
        pytest.param(
            "OGI-5", "national", "2027-01-31", "2027-01-31", marks=pytest.mark.rule("OGI-5")
        ),
        pytest.param(
            "OGI-5", "national", "2027-02-01", "2028-01-31", marks=pytest.mark.rule("OGI-5")
        ),
        pytest.param(
            "OGI-5-2", "S1", "2027-03-31", "2027-03-31", marks=pytest.mark.rule("OGI-5-2")
        ),
        pytest.param(
            "OGI-5-2", "S1", "2027-04-01", "2028-03-31", marks=pytest.mark.rule("OGI-5-2")
        ),
        pytest.param(
            "PLAN-12", "S4", "2026-11-25", "2026-11-25", marks=pytest.mark.rule("PLAN-12")
        ),
        pytest.param(
            "PLAN-12", "S4", "2026-11-26", "2026-12-25", marks=pytest.mark.rule("PLAN-12")
        ),
        pytest.param(
            "PLAN-12", "S4", "2026-12-26", "2027-01-25", marks=pytest.mark.rule("PLAN-12")
        ),
        pytest.param("PLAN-12", "S1", "2026-11-25", None, marks=pytest.mark.rule("PLAN-12")),
        pytest.param("PLAN-6", "S2", "2027-02-28", "2027-02-28", marks=pytest.mark.rule("PLAN-6")),
        pytest.param("PLAN-6", "S2", "2027-03-01", "2027-03-31", marks=pytest.mark.rule("PLAN-6")),
        pytest.param("PLAN-6", "national", "2027-03-01", None, marks=pytest.mark.rule("PLAN-6")),
        pytest.param(
            "PLAN-14", "S3", "2026-11-30", "2026-11-30", marks=pytest.mark.rule("PLAN-14")
        ),
        pytest.param(
            "PLAN-14", "S3", "2026-12-01", "2026-12-31", marks=pytest.mark.rule("PLAN-14")
        ),
        pytest.param("PLAN-14", "S4", "2026-12-01", None, marks=pytest.mark.rule("PLAN-14")),
    ],
)
def test_due_on_its_day_and_next_time_the_day_after(
    code: str, plan: str, today: str, by: str | None
) -> None:
    assert coming(code, plan, today) == by


@pytest.mark.rule("PLAN-4")
@pytest.mark.parametrize(
    ("plan", "by"), [("national", "2027-01-31"), ("S1", "2027-01-31"), ("S2", "2027-01-15")]
)
def test_the_yearly_statistics_are_due_where_the_plan_says(plan: str, by: str) -> None:
    assert load(plan).annual_report_day(2027) == day(by)


@pytest.mark.rule("PLAN-10")
@pytest.mark.parametrize(
    ("officers", "reviewers"), [(0, 0), (1, 1), (20, 1), (21, 2), (40, 2), (41, 3)]
)
def test_five_in_a_hundred_officers_review(officers: int, reviewers: int) -> None:
    """Rounded up: of twenty officers one, of twenty-one two."""
    assert regular.at_least(officers, load("S2").reviewer_percent) == reviewers


@pytest.mark.rule("PLAN-11")
@pytest.mark.parametrize(("officers", "recorders"), [(0, 0), (1, 2), (2, 3), (3, 5), (10, 15)])
def test_three_recorders_for_two_officers(officers: int, recorders: int) -> None:
    plan = load("S3")
    assert regular.at_least(officers, plan.recorders_percent) == recorders
    assert plan.scanners_at_least == 2
    assert regular.at_least(officers, load("national").recorders_percent) == 0


@pytest.mark.rule("PLAN-13")
@pytest.mark.parametrize(
    ("done", "agencies", "percent", "met"),
    [
        (9, 10, 90, True),
        (8, 10, 90, False),
        (17, 19, 90, False),
        (10, 10, 100, True),
        (99, 100, 100, False),
        (0, 0, 90, False),
    ],
)
def test_an_aim_is_met_from_its_percentage_on(
    done: int, agencies: int, percent: int, met: bool
) -> None:
    assert Milestone(day("2023-06-30"), percent).met(done, agencies) is met


@pytest.mark.rule("PLAN-13")
def test_the_aims_of_the_banner() -> None:
    """九成 by the end of June 2023, all by the end of October."""
    assert [(aim.by, aim.percent) for aim in regular.MILESTONES["S4"]] == [
        (day("2023-06-30"), 90),
        (day("2023-10-31"), 100),
    ]
