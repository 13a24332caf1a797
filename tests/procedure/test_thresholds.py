"""Money lines, on both sides: one row per sentence and article."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xiezhi.procedure.policy import from_text, load
from xiezhi.procedure.thresholds import (
    cash_allowed,
    hearing_required,
    summary_allowed,
    summary_limit,
    thresholds,
)

NATIONAL = load("national")


@pytest.mark.rule("PEN-16")
@pytest.mark.parametrize(
    ("party", "fine", "allowed"),
    [
        ("citizen", "200", True),
        ("citizen", "200.01", False),
        ("sole_trader", "200", True),
        ("sole_trader", "201", False),  # an individual business is a natural person (PARTY-1)
        ("legal_person", "3000", True),
        ("legal_person", "3001", False),
        ("other_organisation", "3000", True),
        ("other_organisation", "3000.01", False),
    ],
)
def test_summary_fine(party: str, fine: str, allowed: bool) -> None:
    """PEN-16, art. 51."""
    reasons = summary_allowed(party, ["fine"], Decimal(fine), True)
    assert (not reasons) is allowed
    assert all(reason.rule.code == "PEN-16" for reason in reasons)


@pytest.mark.rule("PEN-16")
@pytest.mark.parametrize(
    ("kinds", "certain", "fields"),
    [
        (["warning"], True, []),
        (["warning", "fine"], True, []),
        (["warning"], None, ["facts_certain"]),
        (["warning"], False, ["facts_certain"]),
        (["criticism"], True, ["kinds"]),
        (["fine", "confiscate_gains"], True, ["kinds"]),
        ([], True, ["kinds"]),
        (["confiscate_goods"], None, ["facts_certain", "kinds"]),
    ],
)
def test_summary_procedure(kinds: list[str], certain: bool | None, fields: list[str]) -> None:
    reasons = summary_allowed("citizen", kinds, Decimal(100), certain)
    assert [reason.field for reason in reasons] == fields


def test_a_profile_may_lower_the_line() -> None:
    text = (
        'code = "X"\ntitle = "某县"\nextends = "national"\n'
        '[summary_fine_citizen]\nvalue = 100\nrule = "PEN-16"\n'
    )
    assert summary_limit("citizen", from_text(text)) == 100
    assert summary_limit("citizen") == 200


@pytest.mark.rule("PEN-17")
@pytest.mark.parametrize(
    ("fine", "summary", "hard", "remote", "allowed"),
    [
        ("100", True, None, None, True),
        ("100.01", True, None, None, False),
        ("150", True, True, None, True),
        ("150", True, False, None, False),
        ("50", False, None, None, False),
        ("50", False, True, None, False),
        ("5000", False, None, True, True),
        ("5000", False, None, False, False),
    ],
)
def test_cash_on_the_spot(
    fine: str, summary: bool, hard: bool | None, remote: bool | None, allowed: bool
) -> None:
    """PEN-17, arts. 68 and 69; what is unknown refuses."""
    reason = cash_allowed(
        Decimal(fine), summary=summary, hard_to_enforce_later=hard, remote_at_partys_request=remote
    )
    assert (reason is None) is allowed


@pytest.mark.rule("SAMR-5", "PEN-63")
@pytest.mark.parametrize(
    ("party", "kinds", "fine", "confiscated", "required"),
    [
        ("citizen", ["fine"], "9999.99", "0", False),
        ("citizen", ["fine"], "10000", "0", True),
        ("sole_trader", ["fine"], "10000", "0", True),
        ("legal_person", ["fine"], "99999.99", "0", False),
        ("legal_person", ["fine"], "100000", "0", True),
        ("other_organisation", ["fine"], "100000", "0", True),
        ("legal_person", ["fine", "confiscate_gains"], "60000", "60000", False),  # not added up
        ("legal_person", ["confiscate_goods"], "0", "100000", True),
        ("citizen", ["confiscate_gains"], "0", "9999", False),
        ("legal_person", ["downgrade"], "0", "0", True),
        ("legal_person", ["revoke_licence"], "0", "0", True),
        ("legal_person", ["stop_business"], "0", "0", True),
        ("legal_person", ["close"], "0", "0", True),
        ("citizen", ["bar_from_trade"], "0", "0", True),
        ("citizen", ["suspend_licence"], "0", "0", False),
        ("citizen", ["warning", "criticism"], "0", "0", False),
        ("legal_person", ["restrict_business"], "0", "0", True),  # nobody said it isn't heavy
    ],
)
def test_hearing(party: str, kinds: list[str], fine: str, confiscated: str, required: bool) -> None:
    """PEN-63, art. 63."""
    reason = hearing_required(party, kinds, Decimal(fine), Decimal(confiscated), NATIONAL)
    assert (reason is not None) is required
    assert reason is None or reason.rule.code == "PEN-63"


def test_other_heavy_penalties_are_judged_by_people() -> None:
    """Art. 63(1)(五)."""
    nothing = Decimal(0)
    heavy = hearing_required(
        "citizen", ["suspend_licence"], nothing, nothing, NATIONAL, otherwise_heavy=True
    )
    assert heavy
    assert (
        hearing_required(
            "citizen", ["restrict_business"], nothing, nothing, NATIONAL, otherwise_heavy=False
        )
        is None
    )


def test_unknown_party_kinds_are_no_excuse() -> None:
    with pytest.raises(ValueError, match="dog"):
        summary_limit("dog")


def test_the_table_is_printed_with_articles() -> None:
    assert [line.purpose for line in thresholds(NATIONAL)] == [
        "summary", "cash", "hearing_fine", "hearing_confiscation", "simple_review",
    ]  # fmt: skip
    assert all(line.cite.law and line.label for line in thresholds(NATIONAL))
