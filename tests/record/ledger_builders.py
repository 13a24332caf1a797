"""Files and entries for tests of the ledger itself, below the procedure; and the attacker."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection, connections, transaction

from xiezhi.config.setup import own_cluster
from xiezhi.identity.models import Organ
from xiezhi.record import storage
from xiezhi.record.canonical import canonical, material_digest
from xiezhi.record.models import Blob, Entry, File, Material

TABLES = (
    "record_file", "record_participant", "record_entry", "record_blob", "record_material",
    "record_rendition", "record_seal", "record_outbox", "record_leaf", "record_tile",
    "record_checkpoint",
)  # fmt: skip


def a_file(number: str = "安环立〔2026〕1号") -> File:
    """An empty File of the one agency there is."""
    agency, _new = Organ.objects.get_or_create(
        path="1.", defaults={"kind": Organ.Kind.AGENCY, "slug": "hb", "name": "安平市生态环境局"}
    )
    return File.objects.create(
        agency=agency,
        unit=agency,
        kind="penalty.general",
        version="1",
        policy="national",
        number=number,
        title="某厂超标排放案",
        opened_on=dt.date(2026, 11, 2),
    )


def write(file: File, kind: str = "casework.note", **body: Any) -> Entry:
    """One entry, through the only door the application has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO record_entry (file_id, kind, body) VALUES (%s, %s, %s) RETURNING id",
            [file.pk, kind, canonical({"on": "2026-11-02", **body})],
        )
        return Entry.objects.get(pk=cursor.fetchone()[0])


def write_with_material(file: File, title: str, content: bytes) -> Material:
    """An entry that puts a photograph into the File."""
    stored = storage.store([content])
    blob, _new = Blob.objects.get_or_create(
        sha256=stored.sha256, defaults={"size": stored.size, "mime": "image/jpeg"}
    )
    material = Material(
        id=uuid.uuid4(),
        file=file,
        seq=Entry.objects.filter(file=file).count() + 1,
        kind="evidence",
        code="photo",
        title=title,
        on=dt.date(2026, 11, 2),
        fields=canonical({"place": "排污口"}),
        blob=blob,
    )
    material.digest = material_digest(
        kind=material.kind,
        code=material.code,
        title=material.title,
        number="",
        on=material.on,
        fields=material.fields,
        blob=blob.pk,
    )
    with transaction.atomic():
        material.save(force_insert=True)
        write(file, materials=[{"id": str(material.pk), "digest": material.digest}])
    return material


@contextmanager
def as_superuser() -> Iterator[psycopg.Connection]:
    """Whoever holds the keys of the database server, on the test's database."""
    cluster = own_cluster(settings.DATA)
    assert cluster
    name = connection.settings_dict["NAME"]
    url = urlsplit(cluster.url)._replace(path=f"/{name}").geturl()
    with psycopg.connect(url, autocommit=True) as admin:
        yield admin


@contextmanager
def tampering() -> Iterator[psycopg.Connection]:
    """All guards and foreign keys off, and on again afterwards, so that nobody notices."""
    with as_superuser() as attacker:
        ours = _guards_off(attacker)
        yield attacker
        _guards_on(attacker, ours)


@contextmanager
def attacker_alias() -> Iterator[str]:
    """A database alias of Django's that is the superuser's."""
    with as_superuser() as admin:
        entry = {**connection.settings_dict, "USER": "postgres", "PASSWORD": admin.info.password}
    connections.databases["attacker"] = entry
    try:
        yield "attacker"
    finally:
        connections["attacker"].close()
        del connections["attacker"], connections.databases["attacker"]


@contextmanager
def tampering_undone(alias: str, attack: Callable[[Any], None]) -> Iterator[None]:
    """Like `tampering`, seen through this alias only and undone at the end."""
    with transaction.atomic(using=alias):
        with connections[alias].cursor() as cursor:
            ours = _guards_off(cursor)
            attack(cursor)
            _guards_on(cursor, ours)
        yield
        transaction.set_rollback(True, using=alias)


def _guards_off(attacker: Any) -> list[tuple[str, str]]:
    found = attacker.execute(
        "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgenabled = 'A'"
    )
    ours: list[tuple[str, str]] = (found or attacker).fetchall()
    for table in TABLES:
        attacker.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    return ours


def _guards_on(attacker: Any, ours: list[tuple[str, str]]) -> None:
    for table in TABLES:
        attacker.execute(f"ALTER TABLE {table} ENABLE TRIGGER ALL")
    for table, trigger in ours:
        attacker.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}")
