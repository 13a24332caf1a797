"""One small world for all attacks, built once: two agencies, everybody, three cases, evil texts.

It is committed to a database of its own; each test's own writes are rolled back.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.conftest import _clone, _drop, _pointed_at
from tests.security.world import World, a_world
from xiezhi.identity.models import Account


@pytest.fixture(scope="package")
def _world(
    django_db_setup: None, database_template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[World]:
    name = f"committed_{uuid.uuid4().hex[:8]}"
    with django_db_blocker.unblock():
        _clone(name, database_template)
        with _pointed_at(name):
            made = a_world()
            with django_db_blocker.block():
                yield made
        _drop(name)


@pytest.fixture
def world(_world: World, db: None) -> World:
    for cache in caches.all():
        cache.clear()
    for account in _world.people().values():
        account.__dict__.pop("_posts", None)  # a request's memory, not a test's
    return _world


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Thousands of refusals are expected here; what is logged is read where it matters."""
    logger = logging.getLogger("django.request")
    before = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(before)


@pytest.fixture
def anonymous() -> Client:
    return Client()


def browser(account: Account | None, *, csrf: bool = False) -> Client:
    """A browser in which this account is logged in; nobody is when there is none."""
    client = Client(enforce_csrf_checks=csrf)
    if account is not None:
        client.force_login(account)
    return client
