"""The ledger: linked by the database, never changed, sequenced without losing anything."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError

from tests.record.ledger_builders import a_file, as_superuser, write
from xiezhi.record import log, merkle, notes
from xiezhi.record.models import Checkpoint, Entry, Leaf, Outbox, Participant, Tile
from xiezhi.record.verify import Verifier

pytestmark = pytest.mark.usefixtures("log_key")


@pytest.fixture
def log_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XIEZHI_LOG_KEY", str(tmp_path / "log.key"))
    monkeypatch.setenv("XIEZHI_LOG_ORIGIN", "anping.example/log")
    return tmp_path / "log.key"


# ── the database writes clock, number, salt and hash ─────────────────────────────────────────
@pytest.mark.django_db
def test_an_entry_is_hashed_as_documented_byte_for_byte() -> None:
    file = a_file()
    first, second = write(file, say="立案"), write(file, say="改正")
    at = second.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    text = (
        f"xiezhi/entry/v1\n{second.file_id}\n2\n{at}\n\ncasework.note\n"
        f"{bytes(second.salt).hex()}\n{bytes(first.hash).hex()}\n{second.body}"
    )
    assert bytes(second.hash) == hashlib.sha256(text.encode()).digest()
    assert bytes(first.prev) == bytes(32)
    assert len(bytes(first.salt)) == 16
    assert bytes(first.salt) != bytes(second.salt)


@pytest.mark.django_db
def test_the_application_cannot_set_the_clock_or_the_hash() -> None:
    file = a_file()
    for column, value in (("at", "2020-01-01"), ("hash", b"x"), ("seq", 7), ("salt", b"x")):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(
                f"INSERT INTO record_entry (file_id, kind, body, {column})"
                " VALUES (%s, 'a.b', '{}', %s)",
                [file.pk, value],
            )


def test_a_line_written_by_the_superuser_in_psql_is_linked_all_the_same(committed_db: str) -> None:
    file = a_file()
    write(file)
    with as_superuser() as admin:
        admin.execute(
            "INSERT INTO record_entry (file_id, seq, at, kind, body, salt, prev, hash)"
            " VALUES (%s, 9, '2020-01-01', 'casework.note', '{}', '', '', '')",
            [file.pk],
        )
    last = Entry.objects.order_by("seq").last()
    assert last is not None
    assert (last.seq, last.at.year >= 2025) == (2, True)
    assert Verifier(keys=[]).run().ok


@pytest.mark.django_db
@pytest.mark.parametrize("body", ["[]", "7", '"x"', "null", "{", ""])
def test_a_body_is_a_json_object(body: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(
            "INSERT INTO record_entry (file_id, kind, body) VALUES (%s, 'a.b', %s)",
            [a_file().pk, body],
        )


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["", "a\nb", "A B", "立案"])
def test_a_kind_is_the_name_of_an_act_so_that_hashed_lines_cannot_be_shifted(kind: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        write(a_file(), kind=kind)


# ── never changed ────────────────────────────────────────────────────────────────────────────
STATEMENTS = [
    "UPDATE record_entry SET body = '{}'",
    "UPDATE record_entry SET at = now()",
    "DELETE FROM record_entry",
    "DELETE FROM record_leaf",
    "UPDATE record_leaf SET data = ''",
    "UPDATE record_checkpoint SET note = ''",
    "DELETE FROM record_checkpoint",
    "DELETE FROM record_tile",
    "UPDATE record_tile SET data = ''",
    "UPDATE record_tile SET index = index + 1",
    "UPDATE record_material SET title = ''",
    "DELETE FROM record_material",
    "UPDATE record_blob SET size = 0",
    "DELETE FROM record_blob",
    "UPDATE record_participant SET capacity = 'reviewer'",
    "UPDATE record_participant SET ended_on = now(), person_id = person_id + 1",
    "DELETE FROM record_participant",
    "UPDATE record_seal SET text = ''",
    "DELETE FROM record_seal",
    "UPDATE record_rendition SET pages = 0",
    "DELETE FROM record_rendition",
]


@pytest.fixture
def full_record(committed_db: str, settings: Any, tmp_path: Path) -> None:
    """One row in each table of the record."""
    settings.OBJECTS = tmp_path / "objects"
    from tests.record.ledger_builders import write_with_material
    from xiezhi.identity.models import Person
    from xiezhi.record.models import Rendition, Seal

    file = a_file()
    material = write_with_material(file, "照片", b"jpeg")
    Rendition.objects.create(material=material, version="1", blob_id=str(material.blob_id), pages=1)
    Seal.objects.create(file=file, seq=1, digest=hashlib.sha256(b"[]").hexdigest(), text="[]")
    person = Person.objects.create(name="张三")
    Participant.objects.create(file=file, person=person, capacity="handler")
    log.sequence_all()


def test_a_change_is_refused_whoever_asks(full_record: None) -> None:
    for statement in STATEMENTS:
        with as_superuser() as admin, pytest.raises(psycopg.errors.RestrictViolation):
            admin.execute(statement)
    with as_superuser() as admin:
        admin.execute("SET session_replication_role = replica")
        with pytest.raises(psycopg.errors.RestrictViolation):
            admin.execute("DELETE FROM record_entry")


def test_the_application_is_refused_by_grant_as_well(full_record: None) -> None:
    extra = [
        "TRUNCATE record_entry", "TRUNCATE record_leaf CASCADE", "DELETE FROM record_outbox",
        "INSERT INTO record_leaf (index, data) VALUES (99, '')",
        "INSERT INTO record_outbox (data) VALUES ('xiezhi/publication')",
        "ALTER TABLE record_entry DISABLE TRIGGER ALL", "DROP TABLE record_entry",
        "SET session_replication_role = replica", "DELETE FROM record_file",
    ]  # fmt: skip
    for statement in [*STATEMENTS, *extra]:
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)
    assert Verifier(keys=log.keys()).run().ok


def test_a_participant_may_leave_and_come_back_in_the_same_capacity(full_record: None) -> None:
    Participant.objects.update(ended_on="2026-11-20")
    Participant.objects.update(ended_on=None)


def test_a_tile_may_only_grow_at_its_end(full_record: None) -> None:
    tile = Tile.objects.get(level=0)
    Tile.objects.update(data=bytes(tile.data) + bytes(32))
    with pytest.raises(DatabaseError):
        Tile.objects.update(data=bytes(32) + bytes(tile.data))


# ── sequencing ───────────────────────────────────────────────────────────────────────────────
@pytest.mark.django_db
def test_what_waits_gets_places_without_gaps_and_a_signed_head() -> None:
    file = a_file()
    for number in range(7):
        write(file, number=number)
    log.queue(log.publication(b"<html>"))
    head = log.sequence_once(5)
    assert head is not None
    assert (head.size, Outbox.objects.count()) == (5, 3)
    assert log.sequence_all() == 8
    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == list(range(8))
    assert log.sequence_once() is None
    newest = log.checkpoint()
    assert newest is not None
    said = notes.opened(newest.note, log.keys())
    assert (said.origin, said.size, said.root) == ("anping.example/log", 8, bytes(newest.root))
    path = log.consistency(5, 8)
    assert merkle.consistent(5, 8, bytes(head.root), said.root, path)


@pytest.mark.django_db
def test_a_proof_to_take_away_holds_and_is_small() -> None:
    file = a_file()
    for number in range(300):
        write(file, number=number)
    page = "<html>某厂</html>".encode()
    log.queue(log.publication(page))
    assert log.proof_of_line(log.publication(page)) is None  # still waiting
    log.sequence_all()
    bundle = log.proof_of_line(log.publication(page))
    assert bundle is not None
    leaf = base64.b64decode(bundle["leaf"])
    head = notes.opened(bundle["checkpoint"], [notes.VerifierKey.parse(bundle["key"])])
    path = [base64.b64decode(node) for node in bundle["path"]]
    assert leaf == b"xiezhi/publication\n" + hashlib.sha256(page).digest()
    assert merkle.included(merkle.leaf_hash(leaf), bundle["index"], head.size, path, head.root)
    assert len(json.dumps(bundle)) < 1_400
    entry = Entry.objects.order_by("seq").first()
    assert entry is not None
    found = log.proof_of_entry(entry)
    assert found is not None
    assert base64.b64decode(found["leaf"]) == b"xiezhi/entry\n" + bytes(entry.hash)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"xiezhi/entry\n" + bytes(32),
        b"xiezhi/publication",
        b"\xff\n",
        b"xiezhi/commit\n" * 500,
    ],
)
def test_nobody_can_queue_a_line_that_looks_like_an_entry(line: bytes) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        log.queue(line)


def test_an_act_that_commits_late_is_not_lost(committed_db: str) -> None:
    first, second = a_file("1"), a_file("2")
    with psycopg.connect(**_parameters()) as slow:
        slow.execute(
            "INSERT INTO record_entry (file_id, kind, body) VALUES (%s, 'a.b', '{}')", [first.pk]
        )
        write(second)  # later number, earlier commit
        log.sequence_all()
        assert Leaf.objects.count() == 1
    log.sequence_all()
    assert Leaf.objects.count() == 2
    assert Verifier(keys=log.keys()).run().ok


def _parameters() -> dict[str, Any]:
    known = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    return {name: known[name] for name in names if known.get(name)}


def _in_threads(jobs: list[Callable[[], None]]) -> list[threading.Thread]:
    """Run jobs at the same time, each with its own connection; a failure fails the test."""

    def run(job: Callable[[], None]) -> None:
        try:
            job()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    return threads


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_many_writers_and_two_sequencers_leave_one_whole_record(committed_db: str) -> None:
    files = [a_file(str(number)) for number in range(3)]
    done = threading.Event()

    def append() -> None:
        for number in range(40):
            with transaction.atomic():
                write(files[number % 3], number=number)

    def sequence() -> None:
        while not done.wait(0.01):
            log.sequence_once(17)

    sequencers = _in_threads([sequence] * 2)
    for writer in _in_threads([append] * 6):
        writer.join()
    done.set()
    for sequencer in sequencers:
        sequencer.join()
    assert log.sequence_all() == 6 * 40
    for file, size in zip(files, (84, 78, 78), strict=True):
        numbers = Entry.objects.filter(file=file).order_by("seq").values_list("seq", flat=True)
        assert list(numbers) == list(range(1, size + 1))
    assert Verifier(keys=log.keys()).run().lines() == [
        "未发现改动。",
        f"已核对：案卷 3、记录 240、总账签名 {Checkpoint.objects.count()}、存证 240。",
    ]


@pytest.mark.django_db
def test_leaves_left_without_a_tree_are_taken_up_by_the_next_run() -> None:
    write(a_file())
    connection.cursor().execute("SELECT record_sequence(10)")  # and then the process died
    head = log.sequence_once()
    assert head is not None
    assert head.size == 1


# ── publishing ───────────────────────────────────────────────────────────────────────────────
@pytest.mark.django_db
def test_tiles_are_served_as_the_specification_names_them() -> None:
    assert log.tile_bytes("checkpoint") is None
    file = a_file()
    for number in range(258):
        write(file, number=number)
    log.sequence_all()
    full = log.tile_bytes("tile/0/000")
    assert full is not None
    assert len(full) == 8192
    part = log.tile_bytes("tile/0/001.p/2")
    assert part is not None
    assert len(part) == 64
    assert log.tile_bytes("tile/1/000.p/1") == merkle.complete(merkle.hashes_of(full))
    entries = log.tile_bytes("tile/entries/001.p/2")
    assert entries is not None
    assert entries[:15] == b"\x00\x2dxiezhi/entry\n"
    assert len(entries) == 2 * (2 + 45)
    for nothing in ("tile/0/001", "tile/0/001.p/3", "tile/1/000", "tile/2/000.p/1", "tile/0/2", ""):
        assert log.tile_bytes(nothing) is None


@pytest.mark.django_db
def test_the_public_site_reads_the_log_and_not_the_record(
    portal_connection: psycopg.Connection,
) -> None:
    portal_connection.execute("SELECT * FROM record_tile, record_checkpoint, record_leaf LIMIT 1")
    for table in ("record_entry", "record_material", "record_file", "record_outbox"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            portal_connection.execute(f"SELECT * FROM {table}")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        portal_connection.execute("SELECT record_sequence(1)")
