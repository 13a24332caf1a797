"""Every rule of the law reference's section 1 is in the rulebook and is proved by a test.

Proved: see `tests.law.proofs`. Where the rule has a number, its test looks at both sides of it; a
time limit besides stands with its literal length in `tests.procedure.test_limits_of_law`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.law.proofs import proofs
from tests.law.section_one import CODES, COUNTED, NOT_OURS, codes_in, has_a_number
from tests.procedure.test_limits_of_law import LAW
from xiezhi.procedure.rulebook import RULES
from xiezhi.procedure.timelimits import LIMITS

#: The law reference that the rulebook was written from, where it stands beside this checkout.
REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "law.md"
OURS = [code for code in CODES if code not in NOT_OURS]


@pytest.mark.parametrize("code", OURS)
def test_rule_is_in_the_rulebook(code: str) -> None:
    assert code in RULES


@pytest.mark.parametrize("code", OURS)
def test_rule_is_proved(code: str) -> None:
    assert proofs().get(code), f"no test would fail if {code} weren't followed"


@pytest.mark.parametrize("code", [code for code in OURS if has_a_number(code)])
def test_rule_with_a_number_is_proved_on_both_sides(code: str) -> None:
    assert any(proof.both for proof in proofs().get(code, ())), f"{code}: one side only"


def test_every_time_limit_stands_with_its_length_in_the_table() -> None:
    """There the last day is in time, the day after is late (or the other way round)."""
    assert set(LAW) == set(LIMITS)


def test_marks_and_lists_name_rules_that_exist() -> None:
    assert set(proofs()) <= set(RULES), "a mark names no rule of the rulebook"
    assert set(COUNTED) <= set(CODES)
    assert not set(NOT_OURS) & set(RULES), "a rule of the rulebook is ours"


def test_a_rule_that_is_not_ours_says_why() -> None:
    assert all(reason.endswith(".") and len(reason) > 20 for reason in NOT_OURS.values())


def test_the_reference_has_the_rules_that_are_listed_here() -> None:
    """Without the reference the list of this folder stands for it, held by the tests above."""
    if REFERENCE.exists():
        assert codes_in(REFERENCE) == set(CODES)
