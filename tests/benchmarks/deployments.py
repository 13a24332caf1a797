"""A database of each size: made, filled, put into the log, checked, and thrown away afterwards."""

from __future__ import annotations

import random
import sys
import time

import psycopg
from django.conf import settings
from django.db import connections

from tests.benchmarks import government, loading
from xiezhi.config.postgres import Cluster
from xiezhi.config.setup import make_database, migrate, own_cluster, setup
from xiezhi.disclosure import tasks
from xiezhi.record import log
from xiezhi.record.models import File
from xiezhi.record.verify import Verifier

#: Files whose whole record is derived anew after loading.
SAMPLE = 25


def _cluster() -> Cluster:
    cluster = own_cluster(settings.DATA)
    assert cluster, "measurements make and drop databases: they only run on their own server"
    return cluster


def _admin(database: str = "postgres") -> psycopg.Connection:
    url = _cluster().url.replace("/postgres?", f"/{database}?")
    return psycopg.connect(url, autocommit=True)


def point_at(name: str) -> None:
    """All connections of this process go to that database from now on."""
    connections.close_all()
    for alias in connections.databases:
        connections.databases[alias]["NAME"] = name


def known(name: str) -> bool:
    with _admin() as admin:
        found = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def start() -> None:
    """The server runs and has its roles."""
    setup(settings.DATA)


def make(name: str, cases: int) -> None:
    """A fresh database with a government and so many cases."""
    connections.close_all()
    draft = f"{name}_draft"  # it gets its name only once it is whole
    drop(name)
    drop(draft)
    with _admin() as admin:
        make_database(admin, draft)
    point_at(draft)
    migrate(verbosity=0)
    government.found()
    loading.load(cases)
    _settle(draft)
    connections.close_all()
    with _admin() as admin:
        admin.execute(f'ALTER DATABASE "{draft}" RENAME TO "{name}"')


def _settle(name: str) -> None:
    """What the worker and the database's own housekeeping would have done meanwhile."""
    begun = time.monotonic()
    leaves = log.sequence_all()
    tasks.sweep()
    connections.close_all()
    with _admin(name) as admin:
        admin.execute("VACUUM ANALYZE")
        admin.execute("CHECKPOINT")
    print(f"  {leaves:,} leaves in the log  {time.monotonic() - begun:.0f} s", file=sys.stderr)
    files = list(File.objects.values_list("pk", flat=True))
    for file in random.Random(0).sample(files, min(SAMPLE, len(files))):
        found = Verifier(file=file, keys=log.keys()).run()
        if not found.ok:
            raise RuntimeError("\n".join(found.lines()))


def drop(name: str) -> None:
    """Away with it."""
    with _admin() as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
