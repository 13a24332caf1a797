"""The public reads the plan that is in force today."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.registry.builders import a_town
from xiezhi.disclosure.public import PublicAgency, plan_in_force
from xiezhi.registry import actions

pytestmark = pytest.mark.django_db


def test_the_public_lists_follow_the_plan_from_its_first_day(client: Client) -> None:
    town, today = a_town(), timezone.localdate()
    caches["local"].clear()
    for days, review in ((0, 8), (3, 6)):
        actions.set_profile(
            town.city,
            by=town.root,
            values={"review_days": review},
            starts_on=today + dt.timedelta(days=days),
            clause="榕政办发〔2026〕3号",
        )
    city, market = (PublicAgency.objects.get(pk=o.pk) for o in (town.city, town.market))
    assert plan_in_force(market, today).review_days == 8
    assert plan_in_force(city, today + dt.timedelta(days=3)).review_days == 6
    address = reverse("portal:procedures-kind", args=["penalty.general"])
    page = client.get(address).content.decode()
    assert "8 个工作日" in page
