"""A served site with one agency whose people have passwords, each at a browser of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import caches
from playwright.sync_api import Browser

from tests.builders import Bureau, a_bureau
from tests.journeys.browsing import PASSWORD, Official
from xiezhi.identity.actions import set_password

At = Callable[..., Official]


@pytest.fixture
def bureau(site: str) -> Bureau:
    """In the database that the site serves; everybody can log in."""
    caches["local"].clear()
    made = a_bureau()
    for who in vars(made).values():
        if hasattr(who, "username"):
            set_password(who, PASSWORD)
    return made


@pytest.fixture
def at(browser: Browser, site: str) -> Iterator[At]:
    """The browser of an account, opened once."""
    people: dict[str, Official] = {}

    def of(username: str, *, script: bool = True) -> Official:
        if username not in people:
            people[username] = Official(browser, site, username, script=script)
        return people[username]

    yield of
    for person in people.values():
        person.close()
