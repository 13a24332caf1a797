"""The tree of organs: paths, moving, and how far a post reaches."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.registry.builders import a_town, account, organ
from xiezhi.identity.actions import NotATree, found, place
from xiezhi.identity.models import Account, Organ, Person
from xiezhi.procedure.roles import Role

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)


def test_an_organ_stands_below_its_parent() -> None:
    town = a_town()
    assert town.market.path == f"{town.city.pk}.{town.market.pk}."
    assert [o.name for o in town.market.ancestors()] == ["榕城市人民政府", "榕城市市场监督管理局"]


def test_what_is_below_moves_along() -> None:
    town = a_town()
    unit = organ(town.market, "zf1", Organ.Kind.UNIT, "执法一科")
    team = organ(unit, "t1", Organ.Kind.UNIT, "一中队")
    unit.parent = town.health
    place(unit)
    team.refresh_from_db()
    assert team.path == f"{town.city.pk}.{town.health.pk}.{unit.pk}.{team.pk}."
    assert not Organ.objects.filter(path__startswith=town.market.path).exclude(pk=town.market.pk)


def test_an_organ_cannot_stand_below_itself() -> None:
    town = a_town()
    unit = organ(town.market, "zf1", Organ.Kind.UNIT, "执法一科")
    town.market.parent = unit
    with pytest.raises(NotATree):
        place(town.market)
    town.city.parent = town.city
    with pytest.raises(NotATree):
        place(town.city)


def test_an_administrator_reaches_what_is_below_his_post() -> None:
    town = a_town()
    unit = organ(town.market, "zf1", Organ.Kind.UNIT, "执法一科")
    reach = Organ.objects.administered_by
    assert set(reach(town.admin, DAY)) == {town.market, unit}
    assert set(reach(town.root, DAY)) == {town.city, town.market, town.health, unit}
    clerk = account("clerk", "小李", unit, Role.HANDLER, unit)
    assert not reach(clerk, DAY)
    assert set(Organ.objects.around(clerk, DAY)) == {town.city, town.market, unit}


def test_a_deployment_is_founded_once() -> None:
    government = Organ(kind="government", slug="g", name="榕城市人民政府", region="990100")
    first = found(government, Person(name="总管"), "root", "雁过留声-风过无痕-7")
    assert first.is_staff
    assert first.check_password("雁过留声-风过无痕-7")
    with pytest.raises(ValueError, match="已经有账号"):
        found(Organ(slug="h"), Person(name="冒名"), "root2", "雁过留声-风过无痕-7")
    assert Account.objects.count() == 1
