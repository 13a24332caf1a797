"""What is open to everyone beforehand: who may punish what, on which basis, with which discretion,
in which course, and where one can turn to (处罚法 arts. 34 and 39)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client

from tests.registry.builders import Town, a_town, an_item
from xiezhi.registry.actions import save
from xiezhi.registry.models import Benchmark, Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return a_town()


def listed(town: Town, *, published: bool) -> Item:
    """An item with one grade of its benchmark."""
    item = an_item(town.market, published=published)
    save(item, by=town.admin)
    grade = Benchmark(
        item=item, violation="经营超过保质期食品", basis=item.basis, grade="lighter",
        conditions="首次违法，及时改正", fine_min=Decimal(50000), fine_max=Decimal(65000),
        legal_min=Decimal(50000), legal_max=Decimal(100000), issuer="榕城市市场监督管理局",
        number="榕市监规〔2025〕1号", effective_from=dt.date(2025, 1, 1),
    )  # fmt: skip
    save(grade, by=town.admin)
    return item


@pytest.mark.rule("PEN-24")
@pytest.mark.parametrize("published", [True, False])
def test_what_is_published_is_read_by_everyone_and_nothing_else(
    town: Town, client: Client, published: bool
) -> None:
    item = listed(town, published=published)
    for address, words in (
        ("/items/", (item.name, item.basis, "榕城市市场监督管理局")),
        ("/benchmarks/", ("首次违法，及时改正", "50,000", "榕市监规〔2025〕1号")),
    ):
        page = client.get(address).content.decode().partition("<main")[2]
        assert all(word in page for word in words[:2]) is published


@pytest.mark.rule("PEN-24")
def test_whoever_punishes_is_listed_with_the_basis_of_its_power(town: Town, client: Client) -> None:
    """赋权、委托: the decision or the paper that gives the power is told with the agency."""
    town.market.basis = "榕城市人民政府《关于赋予行政处罚权的决定》（榕政发〔2024〕3号）"
    save(town.market, by=town.root)
    assert town.market.name in client.get("/agencies/").content.decode()
    page = client.get(f"/agencies/{town.market.pk}/").content.decode()
    assert town.market.basis in page


@pytest.mark.rule("PEN-24")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/procedures/penalty.general/", ("立案", "90 日", "告知", "听证", "第五十四条")),
        ("/remedies/", ("申请行政复议", "提起行政诉讼")),
    ],
)
def test_the_course_and_the_remedies_are_told_beforehand(
    client: Client, address: str, words: tuple[str, ...]
) -> None:
    page = client.get(address).content.decode()
    assert [word for word in words if word not in page] == []
