"""What must be public, where, by when, for how long; and the gate: unknown lets nothing through."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.disclosure_terms import (
    GATES,
    Channel,
    CreditClass,
    Decided,
    GateFacts,
    Outcome,
    credit_class,
    gate,
    terms,
)
from xiezhi.procedure.penalties import PartyKind, PenaltyKind, Procedure
from xiezhi.procedure.policy import from_text, load

NATIONAL, CN = load("national"), WorkCalendar()
HEAD = 'code = "X"\ntitle = "某省"\nextends = "national"\n'


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def made(*kinds: str, **given: Any) -> Decided:
    base = Decided(
        procedure=Procedure.GENERAL,
        kinds=frozenset(PenaltyKind(kind) for kind in kinds),
        party_kind=PartyKind.LEGAL_PERSON,
        market_supervision=True,
    )
    return replace(base, **given)


SUMMARY = {"procedure": Procedure.SUMMARY}


@pytest.mark.rule("CR-3", "CR-4", "CR-6")
@pytest.mark.parametrize(
    ("decided", "level"),
    [
        (made("fine", **SUMMARY), "minor"),
        (made("warning"), "minor"),
        (made("warning", "criticism"), "minor"),
        (made("fine", fine=Decimal(46000)), "general"),
        (made("fine", "confiscate_gains"), "general"),
        (made("stop_business"), "general"),
        (made("fine", "revoke_licence"), "serious"),
        (made("bar_from_trade"), "serious"),
        (made("close"), "serious"),
        (made("restrict_business"), "serious"),
    ],
)
def test_class_of_credit_information(decided: Decided, level: str) -> None:
    """CR-3 to CR-6."""
    assert credit_class(decided, NATIONAL) == level


@pytest.mark.rule("CR-6")
def test_a_huge_fine_is_serious_where_a_line_is_set() -> None:
    policy = from_text(HEAD + '[huge_fine_organisation]\nvalue = 1000000\nrule = "CR-6"\n')
    assert credit_class(made("fine", fine=Decimal(999_999)), policy) is CreditClass.GENERAL
    assert credit_class(made("fine", fine=Decimal(1_000_000)), policy) is CreditClass.SERIOUS
    assert credit_class(made("fine", fine=Decimal(10**9)), NATIONAL) is CreditClass.GENERAL


@pytest.mark.rule("SAMR-13", "SAMR-18", "SAMR-18-3", "CR-4", "CR-5", "CR-6", "CR-10")
@pytest.mark.parametrize(
    ("decided", "months"),
    [
        # portal, credit, enterprise; 0: not shown
        (made("fine", fine=Decimal(46000)), (12, 12, 36)),
        (made("warning"), (0, 0, 0)),
        (made("criticism"), (3, 0, 3)),
        (made("fine", **SUMMARY), (0, 0, 0)),
        (made("revoke_licence"), (36, 36, 36)),
        (made("bar_from_trade", restricted_months=60), (36, 36, 60)),
        (made("bar_from_trade", restricted_months=36), (36, 36, 36)),
        (made("fine", market_supervision=False), (12, 12, 0)),
        (made("fine", party_kind=PartyKind.CITIZEN), (12, 12, 0)),
        (made("fine", party_kind=PartyKind.SOLE_TRADER), (12, 12, 36)),
    ],
)
def test_period_per_channel(decided: Decided, months: tuple[int, ...]) -> None:
    """SAMR-13, SAMR-18, CR-4 to CR-6, CR-10: one period per channel and class."""
    found = terms(decided, NATIONAL)
    assert [term.channel for term in found] == list(Channel)
    assert tuple(term.months if term.shown else 0 for term in found) == months
    assert all(term.why and term.cites for term in found)


@pytest.mark.rule("SAMR-18")
def test_a_lower_fine_is_shown_three_months_where_a_province_sets_the_line() -> None:
    policy = from_text(HEAD + '[low_fine_organisation]\nvalue = 5000\nrule = "SAMR-18"\n')
    for fine, months in ((5000, 3), (5001, 36)):
        assert terms(made("fine", fine=Decimal(fine)), policy)[2].months == months
    assert terms(made("fine", "close", fine=Decimal(5000)), policy)[2].months == 36


def test_a_profile_may_show_summary_decisions() -> None:
    policy = from_text(HEAD + '[publish_summary]\nvalue = true\nrule = "PLAN-2"\n')
    assert terms(made("fine", **SUMMARY), policy)[0].shown


@pytest.mark.rule("CR-3", "CR-10", "SAMR-18", "SAMR-12", "PLAN-2", "CR-1")
def test_due_days_and_last_days_on_show() -> None:
    portal, credit, enterprise = terms(made("fine", fine=Decimal(46000)), NATIONAL)
    decided, shown = day("2026-11-10"), day("2026-11-16")
    days = [
        term.due(decided, calendar=CN, today=shown).last_day
        for term in (portal, credit, enterprise)
    ]
    assert days == [day("2026-11-19"), day("2026-11-19"), day("2026-12-08")]
    assert portal.until(decided_on=decided, published_on=shown) == day("2027-11-15")
    assert credit.until(decided_on=decided, published_on=shown) == day("2027-11-09")
    assert enterprise.until(decided_on=decided, published_on=shown) == day("2029-11-15")
    hidden = terms(made("warning"), NATIONAL)[0]
    assert hidden.until(decided_on=decided, published_on=shown) is None


def test_another_province_pushes_first() -> None:
    """SAMR-12."""
    found = terms(made("fine", other_province=True), NATIONAL)[2]
    assert "SAMR-12-2" in found.rules


CLEAR = GateFacts(
    secrecy_reviewed=True,
    **{
        f.name: False
        for f in fields(GateFacts)
        if f.name not in ("secrecy_reviewed", "severable", "social_influence")
    },
)


def test_a_clear_decision_is_published() -> None:
    verdict = gate(CLEAR, NATIONAL)
    assert verdict.outcome is Outcome.PUBLISH
    assert verdict.refusals() == []
    assert [each.gate for each in verdict.trace] == list(GATES)


@pytest.mark.rule("OGI-6", "OGI-7")
@pytest.mark.parametrize(
    ("change", "outcome", "ground"),
    [
        ({"state_secret": True}, "withhold", "G1"),
        ({"state_secret": True, "secrecy_reviewed": None}, "withhold", "G1"),
        ({"secrecy_reviewed": None}, "unknown", None),
        ({"secrecy_reviewed": False}, "unknown", None),
        ({"third_party_harm": True, "severable": False}, "withhold", "G2"),
        ({"third_party_harm": True, "severable": True}, "treat", None),
        ({"third_party_harm": True, "severable": None}, "unknown", None),
        ({"third_party_harm": True, "third_party_consents": True}, "publish", None),
        ({"third_party_harm": True, "public_interest": True}, "publish", None),
        ({"minor": True}, "withhold", "G3"),
        ({"minor": True, "needs_treatment": True}, "withhold", "G3"),
        ({"public_security": True}, "withhold", "G4"),
        ({"all_facts_secret": True}, "withhold", "G5"),
        ({"province_unfit": True}, "withhold", "G6"),
        ({"process_information": True}, "withhold", "G7"),
        ({"needs_treatment": True}, "treat", None),
        ({"minor": True, "state_secret": None}, "withhold", "G3"),
        ({"state_secret": True, "minor": True}, "withhold", "G1"),
    ],
)
def test_gate(change: dict[str, bool | None], outcome: str, ground: str | None) -> None:
    """G1 to G9 of the law reference §3.1."""
    verdict = gate(replace(CLEAR, **change), NATIONAL)
    assert verdict.outcome == outcome
    assert (verdict.ground.code if verdict.ground else None) == ground
    assert bool(verdict.refusals()) == (outcome in ("withhold", "unknown"))


@pytest.mark.parametrize(
    "fact",
    [
        f.name
        for f in fields(GateFacts)
        if f.name
        not in ("severable", "third_party_consents", "public_interest", "social_influence")
    ],
)
def test_unknown_lets_nothing_through(fact: str) -> None:
    verdict = gate(replace(CLEAR, **{fact: None}), NATIONAL)
    assert verdict.outcome is Outcome.UNKNOWN
    assert all("还没有查明" in reason.say for reason in verdict.refusals())


@pytest.mark.rule("OGI-9")
@pytest.mark.parametrize(
    ("answer", "outcome"), [(True, "publish"), (False, "withhold"), (None, "unknown")]
)
def test_social_influence_counts_only_where_the_profile_says_so(
    answer: bool | None, outcome: str
) -> None:
    """G9, 处罚法 art. 48."""
    policy = from_text(HEAD + '[publish_social_only]\nvalue = true\nrule = "PEN-48-1"\n')
    facts = replace(CLEAR, social_influence=answer)
    assert gate(facts, policy).outcome == outcome
    assert gate(facts, NATIONAL).outcome is Outcome.PUBLISH


_CLOSING = [g.fact for g in GATES if g.code in ("G1", "G3", "G4", "G5", "G6", "G7")]


@given(
    facts=st.builds(
        GateFacts, **{f.name: st.sampled_from([True, False, None]) for f in fields(GateFacts)}
    )
)
def test_nothing_passes_a_closed_or_unanswered_gate(facts: GateFacts) -> None:
    verdict = gate(facts, NATIONAL)
    if verdict.outcome in (Outcome.PUBLISH, Outcome.TREAT):
        assert all(getattr(facts, fact) is False for fact in _CLOSING)
        assert facts.secrecy_reviewed is True
