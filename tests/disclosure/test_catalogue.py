"""Every field of what is published is classed; a new one stops the publication."""

from __future__ import annotations

import pytest

from xiezhi.disclosure.catalogue import (
    COVERINGS,
    FIELD_COVERING,
    FIELDS,
    PART_COVERING,
    PARTY_PARTS,
    UnclassedError,
    part_shown,
    shown,
    unclassed,
)
from xiezhi.disclosure.shown import Shown
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.rulebook import RULES

DECISIONS = ("penalty.decision", "penalty.none", "penalty.onspot")


@pytest.mark.parametrize("code", DECISIONS)
def test_every_field_of_a_decision_is_classed(code: str) -> None:
    assert unclassed(KINDS[code]) == []


@pytest.mark.parametrize("code", DECISIONS)
def test_nothing_is_classed_that_no_longer_exists(code: str) -> None:
    assert set(FIELDS[code]) == {field.name for field in KINDS[code].fields}


def test_a_field_nobody_thought_of_is_refused() -> None:
    with pytest.raises(UnclassedError, match="salary"):
        shown("penalty.decision", "salary")
    with pytest.raises(UnclassedError, match="blood_type"):
        part_shown("blood_type", natural=True)


def test_what_is_never_shown_has_a_label() -> None:
    never = {n for fields in FIELDS.values() for n, how in fields.items() if how is Shown.NEVER}
    assert never <= set(FIELD_COVERING)
    parts = {part for part, hows in PARTY_PARTS.items() if Shown.NEVER in hows}
    assert parts <= set(PART_COVERING)


def test_every_covering_rests_on_a_rule() -> None:
    assert {covering.rule for covering in COVERINGS.values()} <= set(RULES)


@pytest.mark.parametrize("part", ["id_number", "phone", "address"])
def test_of_a_person_nothing_private_is_shown(part: str) -> None:
    assert part_shown(part, natural=True) is Shown.NEVER
