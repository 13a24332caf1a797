"""Every page of the desk answers, for everybody who may see it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import Bureau, Story, a_bureau, a_case
from xiezhi.identity.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return a_bureau()


def as_(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.mark.parametrize("name", ["work", "files", "documents", "account"])
def test_pages_of_everybody(bureau: Bureau, name: str) -> None:
    a_case(bureau, day=dt.date(2026, 3, 2)).filed()
    answer = as_(bureau.handler).get(reverse(f"desk:{name}"))
    assert answer.status_code == 200


@pytest.mark.parametrize("told", ["registered", "filed", "noticed", "submitted", "decided", "closed"])
def test_the_case_page_at_every_stage(bureau: Bureau, told: str) -> None:
    story: Story = getattr(a_case(bureau), told)()
    for name in ("case", "papers", "record"):
        answer = as_(bureau.handler).get(reverse(f"desk:{name}", args=[story.file.pk]))
        assert answer.status_code == 200, name
