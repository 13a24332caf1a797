"""No decision without review: each ground with its article; unknown is never no."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiezhi.procedure.policy import load
from xiezhi.procedure.review_grounds import CHECKLIST, exemption, grounds, must_review
from xiezhi.procedure.timelimits import REVIEW

NATIONAL, S1 = load("national"), load("S1")

DENIED: dict[str, Any] = {
    "public_interest": False,
    "heard": False,
    "complex": False,
    "law_requires": False,
    "social_risk": False,
    "beyond_benchmark": False,
    "procedure": "summary",
    "party_kind": "legal_person",
    "kinds": ["warning", "fine"],
    "fine": "3000",
    "gains": None,
    "goods_value": None,
}


def test_a_minor_matter_may_go_without_review() -> None:
    for policy in (NATIONAL, S1):
        trace, refused = exemption(DENIED, policy)
        assert refused == []
        assert all(ground.answer is False for ground in trace)
        assert all(ground.why and ground.cite.article for ground in trace)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"public_interest": True}, "PEN-12-1"),
        ({"heard": True}, "PEN-12-2"),
        ({"complex": True}, "PEN-12-3"),
        ({"law_requires": True}, "PEN-12-4"),
        ({"social_risk": True}, "REV-SOCIAL"),
        ({"beyond_benchmark": True}, "REV-BENCHMARK"),
        ({"kinds": ["revoke_licence"]}, "REV-KIND"),
        ({"kinds": ["fine"], "fine": "100000"}, "REV-AMOUNT"),
        ({"kinds": ["confiscate_gains"], "gains": "60000", "goods_value": "40000"}, "REV-AMOUNT"),
        ({"party_kind": "citizen", "fine": "10000"}, "REV-AMOUNT"),
        ({"party_kind": "sole_trader", "fine": "10000"}, "REV-AMOUNT"),
    ],
)
def test_each_ground_by_itself_brings_a_review(change: dict[str, Any], code: str) -> None:
    facts = DENIED | change
    assert must_review(facts, NATIONAL)
    _, refused = exemption(facts, NATIONAL)
    assert [reason.rule.code for reason in refused] == [code]


@pytest.mark.parametrize("fact", sorted(set(DENIED) - {"fine", "gains", "goods_value"}))
@pytest.mark.parametrize("how", ["missing", "null", "text"])
def test_unknown_is_not_no(fact: str, how: str) -> None:
    facts = {key: value for key, value in DENIED.items() if key != fact}
    if how == "null":
        facts[fact] = None
    if how == "text" and isinstance(DENIED[fact], bool):
        facts[fact] = "否"
    policy = S1 if fact == "procedure" else NATIONAL
    assert must_review(facts, policy)
    _, refused = exemption(facts, policy)
    assert any("还没有查明" in reason.say for reason in refused)


@pytest.mark.parametrize(
    ("amount", "review"), [("99999.99", False), ("100000", True), ("100000.01", True)]
)
def test_the_amount_on_both_sides(amount: str, review: bool) -> None:
    assert must_review(DENIED | {"kinds": ["fine"], "fine": amount}, NATIONAL) is review


@pytest.mark.rule("SAMR-7")
def test_market_supervision_reviews_every_general_penalty() -> None:
    """SAMR-7 [S1]."""
    facts = DENIED | {"procedure": "general"}
    assert not must_review(facts, NATIONAL)
    _, refused = exemption(facts, S1)
    assert [reason.rule.code for reason in refused] == ["SAMR-7"]


@pytest.mark.rule("SAMR-6")
@pytest.mark.parametrize(
    ("procedure", "reviewed"), [("general", True), ("summary", False), (None, True)]
)
def test_no_general_case_of_market_supervision_goes_unreviewed(
    procedure: str | None, reviewed: bool
) -> None:
    """案件审核: what no statute sends to the legal review is reviewed too, in ten working days."""
    facts = DENIED | {"procedure": procedure}
    assert must_review(facts, S1) is reviewed
    assert must_review(facts, NATIONAL) is False
    assert S1.limit(REVIEW).length == "10 个工作日"


def test_every_refusal_says_what_to_do() -> None:
    _, refused = exemption({}, S1)
    assert len(refused) == len(grounds({}, S1))
    assert all(reason.todo for reason in refused)


@given(
    facts=st.fixed_dictionaries(
        {key: st.sampled_from([True, False, None]) for key in DENIED if DENIED[key] is False}
    )
)
def test_exemption_only_when_everything_is_denied(facts: dict[str, bool | None]) -> None:
    allowed = not exemption(DENIED | facts, NATIONAL)[1]
    assert allowed == all(answer is False for answer in facts.values())
    assert allowed != must_review(DENIED | facts, NATIONAL)


def test_ten_points() -> None:
    """requirements L3."""
    assert len(CHECKLIST) == len({point.code for point in CHECKLIST}) == 10
    assert all(point.cite.law and point.look for point in CHECKLIST)
