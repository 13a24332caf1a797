"""What the tests of the desk share: an agency with its people, and browsers logged in as them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from tests.builders import Bureau, Story, a_bureau, a_case
from xiezhi.identity.models import Account


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    caches["local"].clear()


@pytest.fixture
def bureau(db: None) -> Bureau:
    return a_bureau()


@pytest.fixture
def as_() -> Callable[[Account], Client]:
    """A browser in which this account is logged in."""

    def log_in(account: Account) -> Client:
        client = Client()
        client.force_login(account)
        return client

    return log_in


def story_at(bureau: Bureau, told: str, days: int = 20) -> Story:
    """A case that began some days ago, told up to a point."""
    began = timezone.localdate() - dt.timedelta(days=days)
    made: Story = getattr(a_case(bureau, day=began), told)()
    return made
