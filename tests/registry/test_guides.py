"""What an applicant must be able to read beforehand of a licence (许可法 art. 30)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.registry.builders import a_town, an_item
from xiezhi.procedure.citations import Refused
from xiezhi.registry.actions import save
from xiezhi.registry.models import GUIDE as ASKED
from xiezhi.registry.models import Item

pytestmark = pytest.mark.django_db

GUIDE = {
    "conditions": "有固定的经营场所",
    "quantity": "无数量限制",
    "process": "申请\n审查\n决定",
    "term": "20 个工作日",
    "materials": "申请书\n营业执照",
    "sample": "榕城市市场监督管理局：兹申请……",
}


def a_licence(agency: Any, **changed: Any) -> Item:
    named = {"name": "食品经营许可", "category": "licence", "published": True}
    return an_item(agency, **{**named, **GUIDE, **changed})


def test_all_that_the_law_lists_is_asked_for() -> None:
    """Name and basis stand in every item; the other six make a guide."""
    assert set(ASKED) == set(GUIDE)


@pytest.mark.rule("LIC-13")
@pytest.mark.parametrize("missing", ASKED)
def test_a_licence_is_published_whole_or_not_at_all(missing: str) -> None:
    town = a_town()
    with pytest.raises(Refused) as refused:
        save(a_licence(town.market, **{missing: " "}), by=town.admin)
    assert [(r.rule.code, r.field) for r in refused.value.reasons] == [("LIC-13", missing)]
    save(a_licence(town.market, **{missing: "", "published": False}), by=town.admin)
    save(a_licence(town.market, code="2"), by=town.admin)
    assert Item.objects.count() == 2


def test_other_powers_need_no_guide() -> None:
    town = a_town()
    save(an_item(town.market, published=True), by=town.admin)
    assert Item.objects.get().untold() == []


@pytest.mark.rule("LIC-13")
def test_the_public_reads_every_part_of_it(client: Client) -> None:
    town = a_town()
    save(a_licence(town.market), by=town.admin)
    item = Item.objects.get()
    assert f"/items/{item.pk}/" in client.get("/items/").content.decode()
    page = client.get(f"/items/{item.pk}/").content.decode()
    for text in (item.name, item.basis, *GUIDE.values()):
        for line in text.splitlines():
            assert line in page
    Item.objects.filter(pk=item.pk).update(published=False)
    assert client.get(f"/items/{item.pk}/").status_code == 404
