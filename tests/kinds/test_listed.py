"""What an agency collects or inspects stands in its published list, where it keeps one here."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.builders import Bureau
from tests.kinds.test_lives import cast
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.model import Deed
from xiezhi.config.sample.kinds.telling import do
from xiezhi.procedure.citations import Refused
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File
from xiezhi.registry.models import Item

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)
KINDS = [
    ("charge.register", "charge", "CHG-1"),
    ("levy.register", "levy", "CHG-1"),
    ("inspection.plan", "inspection", "INS-2"),
]


def opening(act: str) -> Deed:
    return next(d for life in LIVES for d in life.deeds if d.act == act and not d.refused)


def an_item(bureau: Bureau, category: str, name: str, **more: Any) -> Item:
    values = {
        "agency": bureau.agency,
        "code": f"{category}-{name}"[:40],
        "name": name,
        "category": category,
        "basis": "《某条例》第一条",
        "effective_from": dt.date(2020, 1, 1),
        "published": True,
    }
    return Item.objects.create(**{**values, **more})


def registers(bureau: Bureau, act: str) -> File | None:
    return do(opening(act), None, cast=cast(bureau), day=DAY, calendar=calendar_for("990100"))


def refused(bureau: Bureau, act: str) -> list[str]:
    with pytest.raises(Refused) as found:
        registers(bureau, act)
    return [reason.rule.code for reason in found.value.reasons]


@pytest.mark.parametrize(("act", "category", "rule"), KINDS)
def test_only_what_is_listed_is_registered(
    bureau: Bureau, act: str, category: str, rule: str
) -> None:
    an_item(bureau, category, "别的项目")
    assert refused(bureau, act) == [rule]
    an_item(bureau, category, str(opening(act).values["cause"]))
    assert registers(bureau, act)


@pytest.mark.rule("CHG-1", "INS-2")
@pytest.mark.parametrize(("act", "category", "rule"), KINDS)
def test_an_item_counts_to_its_last_day(bureau: Bureau, act: str, category: str, rule: str) -> None:
    an_item(bureau, category, "别的项目")
    item = an_item(bureau, category, str(opening(act).values["cause"]), effective_until=DAY)
    assert registers(bureau, act)
    Item.objects.filter(pk=item.pk).update(effective_until=DAY - dt.timedelta(days=1))
    assert refused(bureau, act) == [rule]


def test_an_unpublished_item_is_none(bureau: Bureau) -> None:
    an_item(bureau, "charge", "别的项目")
    name = str(opening("charge.register").values["cause"])
    an_item(bureau, "charge", name, published=False)
    assert refused(bureau, "charge.register") == ["CHG-1"]


def test_the_list_of_another_agency_doesnt_matter(bureau: Bureau) -> None:
    city = bureau.agency.parent
    assert city is not None
    an_item(bureau, "charge", "别的项目", agency=city)
    assert registers(bureau, "charge.register")


def test_without_a_list_here_who_registers_answers_for_it(bureau: Bureau) -> None:
    assert registers(bureau, "charge.register")
