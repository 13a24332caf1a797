"""Tests run on a real PostgreSQL, connected as the application's own role, so grants are tested.

A template database is migrated once per state of the migrations and then cloned: one clone per
test process, and a fresh one for each test that must commit (`committed_db`).
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

ROOT = Path(__file__).resolve().parent.parent
os.environ["XIEZHI_ENV"] = "test"
os.environ.setdefault("XIEZHI_DATA", str(ROOT / ".data-test"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xiezhi.config.settings")
# Not left to the plugin's ini option: that reads the settings before this file is loaded.
django.setup()


def _fingerprint() -> str:
    """Names a state of everything that makes tables: a template is reused only while it holds."""
    source = ROOT / "src" / "xiezhi"
    made_of = [*source.rglob("migrations/*.py"), *source.rglob("grants.py")]
    made_of += [*source.rglob("*.sql"), ROOT / "uv.lock", source / "config" / "setup.py"]
    digest = hashlib.sha256()
    for file in sorted(made_of):
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _admin() -> psycopg.Connection:
    from django.conf import settings

    from xiezhi.config.setup import own_cluster

    cluster = own_cluster(settings.DATA)
    assert cluster, "tests make and drop databases: they only run on their own server"
    return psycopg.connect(cluster.url, autocommit=True)


def _drop(name: str) -> None:
    with _admin() as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _clone(name: str, template: str) -> None:
    from xiezhi.config.setup import make_database

    with _admin() as admin:
        make_database(admin, name, template)


@contextmanager
def _pointed_at(name: str) -> Iterator[None]:
    """All three connections, in every thread, go to the database of that name."""
    from django.db import connections

    before = {alias: entry["NAME"] for alias, entry in connections.databases.items()}
    connections.close_all()
    for alias in before:
        connections.databases[alias]["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        for alias, known in before.items():
            connections.databases[alias]["NAME"] = known


@pytest.fixture(scope="session")
def database_template(django_db_blocker: DjangoDbBlocker) -> str:
    """Name of a migrated and granted database that nobody is connected to."""
    from django.conf import settings

    from xiezhi.config.keys import locked
    from xiezhi.config.setup import migrate, setup

    name = f"template_{_fingerprint()}"
    with locked(settings.DATA / "template.lock"), django_db_blocker.unblock():
        setup(settings.DATA)
        with _admin() as admin:
            known = [row[0] for row in admin.execute("SELECT datname FROM pg_database")]
        if name not in known:
            draft = f"draft_{uuid.uuid4().hex}"
            _clone(draft, "template1")
            with _pointed_at(draft):
                migrate(verbosity=0)
            with _admin() as admin:
                admin.execute(f'ALTER DATABASE "{draft}" RENAME TO "{name}"')
            for old in known:
                if old.startswith(("template_", "draft_")):
                    _drop(old)
    return name


@pytest.fixture(scope="session")
def django_db_setup(database_template: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Replaces pytest-django's: this process's own clone of the template."""
    name = f"test_{os.getpid()}_{uuid.uuid4().hex[:6]}"
    with django_db_blocker.unblock():
        _clone(name, database_template)
        with _pointed_at(name), django_db_blocker.block():
            yield
        _drop(name)


@pytest.fixture
def committed_db(
    django_db_setup: None, database_template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A database of its own for a test that commits, uses threads or serves a browser; its name."""
    name = f"committed_{os.getpid()}_{uuid.uuid4().hex[:6]}"
    with django_db_blocker.unblock():
        _clone(name, database_template)
        with _pointed_at(name):
            yield name
        _drop(name)


@contextmanager
def _as_role(alias: str) -> Iterator[psycopg.Connection]:
    from django.db import connections

    entry = connections.databases[alias]
    with psycopg.connect(
        host=entry["HOST"],
        port=entry["PORT"] or None,
        dbname=entry["NAME"],
        user=entry["USER"],
        password=entry["PASSWORD"],
        autocommit=True,
    ) as connection:
        yield connection


@pytest.fixture
def owner_connection(django_db_setup: None) -> Iterator[psycopg.Connection]:
    """The owner of the tables on the test's database; sees only what was committed."""
    with _as_role("owner") as connection:
        yield connection


@pytest.fixture
def portal_connection(django_db_setup: None) -> Iterator[psycopg.Connection]:
    """The public site's role on the test's database; sees only what was committed."""
    with _as_role("portal") as connection:
        yield connection


# Late, because it imports Django, which reads the environment set above.
from tests.browser import browser, page, site  # noqa: E402, F401

#: Folders and files that try every kind, document or address there is, or start processes: they
#: run with the slow tests, so that the unit tests alone stay quick.
_THOROUGH = (
    "tests/security/",
    "tests/gate/",
    "tests/config/test_verifying.py",
    "tests/disclosure/test_search.py",
    "tests/faces/portal/test_calculator.py",
    "tests/record/test_act.py",
    "tests/record/test_ledger.py",
    "tests/record/test_previewing.py",
    "tests/record/test_proof.py",
    "tests/record/test_verify.py",
    "tests/registry/test_pages.py",
    "tests/registry/test_sheets.py",
    "tests/record/test_typesetting.py",
    "tests/procedure/test_wording.py",
    "tests/kinds/test_lives.py",
    "tests/config/test_postgres.py",
    "tests/faces/portal/test_role.py",
    "tests/ui/test_charts.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what stands in a thorough folder."""
    for item in items:
        if item.nodeid.startswith(_THOROUGH):
            item.add_marker(pytest.mark.slow)
