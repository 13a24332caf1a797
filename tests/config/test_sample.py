"""The sample government's data, without loading it (tests/journeys/test_sample.py loads it)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from tests.registry.builders import a_town
from xiezhi.config.sample.cases import CASES
from xiezhi.config.sample.government import PASSWORD, PLANS
from xiezhi.config.sample.matters import MATTERS
from xiezhi.config.sample.registers import BENCHMARKS, ITEMS
from xiezhi.registry.rules import check_uscc, parse_basis
from xiezhi.registry.rules.identifiers import check_citizen_number


@pytest.mark.parametrize("key", MATTERS)
def test_a_matter_is_whole(key: str) -> None:
    matter = MATTERS[key]
    party = matter.party
    assert not (party["code"] and check_uscc(party["code"]))
    assert not (party["id_number"] and check_citizen_number(party["id_number"]))
    # Divisions that begin with 99 don't exist, so the number can be nobody's.
    assert (party["code"][2:4] or party["id_number"][:2]) == "99"
    assert matter.breached
    assert all(parse_basis(f"《{law}》{article}") for law, article in matter.applied)
    assert all(Decimal(p.get("amount", "0")) >= 0 for p in matter.penalties)


def test_each_case_has_its_own_matter_and_everybody_one_log_in() -> None:
    assert sorted(case.matter for case in CASES) == sorted(MATTERS)
    names = [who.username for plan in PLANS for who in plan.people]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("row", BENCHMARKS)
def test_a_benchmark_lies_within_the_law(row: tuple[int, str, str, str, str, str, str]) -> None:
    item, _, _, low, high, least, most = row
    assert item < len(ITEMS)
    assert Decimal(high) <= Decimal(most)
    assert low is None or Decimal(least) <= Decimal(low) <= Decimal(high)


@pytest.mark.django_db
def test_it_isn_t_loaded_over_somebody_s_government() -> None:
    a_town()
    with pytest.raises(CommandError, match="别的政府"):
        call_command("sample")


@pytest.mark.django_db
def test_it_isn_t_loaded_in_production(settings: pytest.FixtureRequest) -> None:
    settings.PRODUCTION = True  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match=r"公开"):
        call_command("sample")
    assert len(PASSWORD) >= 10
