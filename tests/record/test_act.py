"""act() among other people and accidents: one after the other, all or nothing, nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.db.models import QuerySet

from tests.builders import Story, a_bureau, a_case
from tests.record.ledger_builders import as_superuser
from xiezhi.casework import actions as casework
from xiezhi.procedure.citations import Refused
from xiezhi.record import storage
from xiezhi.record.actions import act
from xiezhi.record.models import Blob, Duty, Entry, File, Material, Outbox, Serial
from xiezhi.record.objects import keep
from xiezhi.record.verify import Verifier

ROOT = Path(__file__).resolve().parents[2]
SOON = 20.0


class Person(threading.Thread):
    """Somebody at work in another process of the platform: an own connection, an own outcome."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self.work, self.outcome = work, None  # type: tuple[Callable[[], object], Any]
        self.start()

    def run(self) -> None:
        try:
            self.outcome = self.work()
        except Exception as error:  # noqa: BLE001 - told to the test
            self.outcome = error
        finally:
            connections.close_all()

    def done(self) -> Any:
        self.join(SOON)
        assert not self.is_alive(), "still waiting"
        return self.outcome


def waiting_for_a_lock() -> int:
    with as_superuser() as admin:
        found = admin.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        ).fetchone()
        assert found
        return int(found[0])


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def evidence(story: Story, title: str) -> Entry:
    return casework.add_evidence(
        story.file,
        by=story.bureau.second,
        on=story.day,
        kind="documentary",
        title=title,
        proves="数量",
    )


def whole(story: Story) -> None:
    """Numbered without a gap, linked, and every material in its entry."""
    seqs = Entry.objects.filter(file=story.file).order_by("seq").values_list("seq", flat=True)
    assert list(seqs) == list(range(1, len(seqs) + 1))
    report = Verifier(keys=[]).run()
    assert report.ok, report.lines()


# ── two at once ─────────────────────────────────────────────────────────────────────────────────
def slowly(story: Story, entered: threading.Event, go_on: threading.Event) -> Callable[[], object]:
    """Evidence put into the File by somebody who takes his time inside the act."""

    def work() -> Entry:
        with act(
            "casework.add_evidence", story.file, by=story.bureau.handler, on=story.day
        ) as writing:
            entered.set()
            assert go_on.wait(SOON)
            values = {"kind": "documentary", "name": "台账", "proves": "数量", "copies": "1份"}
            writing.material(Material.Kind.EVIDENCE, "documentary", "台账", values)
            writing.say("收集证据：台账。")
        return writing.done()

    return work


def test_the_second_waits_and_writes_after_the_first(committed_db: str) -> None:
    story = a_case().filed()
    entered, go_on = threading.Event(), threading.Event()
    first = Person(slowly(story, entered, go_on))
    assert entered.wait(SOON)
    second = Person(lambda: evidence(story, "照片"))
    until(waiting_for_a_lock)
    go_on.set()
    assert second.done().seq == first.done().seq + 1
    whole(story)


def test_the_second_is_judged_on_what_the_first_changed(committed_db: str) -> None:
    """A reviewed case gets new evidence; the decision that waited meanwhile is refused."""
    story = a_case().cleared()
    entered, go_on = threading.Event(), threading.Event()
    first = Person(slowly(story, entered, go_on))
    assert entered.wait(SOON)
    cleared = story.clearance

    def decide() -> object:
        from xiezhi.decision import actions as decision

        return decision.issue(cleared, by=story.bureau.head, on=story.day)

    second = Person(decide)
    until(waiting_for_a_lock)
    go_on.set()
    assert first.done().kind == "casework.add_evidence"
    refused = second.done()
    assert isinstance(refused, Refused)
    assert "PEN-12" in {reason.rule.code for reason in refused.reasons}
    whole(story)


def test_of_two_who_do_the_same_one_does_it_and_the_other_is_told(committed_db: str) -> None:
    story = a_case().registered().inspected().proposed()
    start = threading.Barrier(2)

    def file_case(by: Any) -> Callable[[], object]:
        def work() -> object:
            start.wait(SOON)
            return casework.file_case(story.file, by=by, on=story.day)

        return work

    people = [Person(file_case(by)) for by in (story.bureau.head, story.bureau.unit_head)]
    outcomes = [person.done() for person in people]
    entered = [o for o in outcomes if isinstance(o, Entry)]
    refused = [o for o in outcomes if isinstance(o, Refused)]
    assert (len(entered), len(refused)) == (1, 1)
    assert [reason.rule.code for reason in refused[0].reasons] == ["FLOW-ONCE"]
    assert Material.objects.filter(code="filing.approval").count() == 1
    whole(story)


def test_numbers_have_no_gaps_when_eight_register_at_once_and_some_are_refused(
    committed_db: str,
) -> None:
    bureau = a_bureau()
    start = threading.Barrier(8)

    def clerk(n: int) -> Callable[[], object]:
        def work() -> object:
            start.wait(SOON)
            for turn in range(3):
                story = a_case(bureau)
                if (n + turn) % 4 == 0:
                    with pytest.raises(Refused):
                        spoiled(story)
                story.filed()
            return None

        return work

    people = [Person(clerk(n)) for n in range(8)]
    assert [person.done() for person in people] == [None] * 8
    opened, approved = 8 * 3 + 6, 8 * 3
    assert numbered(File.objects.all()) == list(range(1, opened + 1))
    filings = Material.objects.filter(code="filing.approval")
    assert numbered(filings) == list(range(1, approved + 1))
    assert Verifier(keys=[]).run().ok


def numbered(rows: QuerySet[Any]) -> list[int]:
    numbers = rows.values_list("number", flat=True)
    return sorted(int(number.partition("〕")[2].removesuffix("号")) for number in numbers)


def spoiled(story: Story) -> None:
    """Takes a number, writes half of it, and is refused in the middle."""
    story.registered().inspected()
    with act("casework.add_evidence", story.file, by=story.bureau.handler, on=story.day) as writing:
        writing.number("立")
        writing.document("filing.approval", {})


# ── accidents ───────────────────────────────────────────────────────────────────────────────────
def counted() -> tuple[Any, ...]:
    return (
        *(model.objects.count() for model in (File, Entry, Material, Outbox, Duty)),
        sorted(Serial.objects.values_list("series", "last")),
    )


@pytest.mark.django_db
def test_whatever_goes_wrong_inside_an_act_undoes_it() -> None:
    story = a_case().filed()
    before = counted()
    with (  # noqa: PT012
        pytest.raises(ZeroDivisionError),
        act("casework.add_evidence", story.file, by=story.bureau.handler, on=story.day) as writing,
    ):
        writing.number("罚")
        writing.seal()
        raise ZeroDivisionError
    assert counted() == before


def test_a_connection_that_breaks_in_the_middle_leaves_nothing(committed_db: str) -> None:
    story = a_case().filed()
    before = counted()
    with pytest.raises(OperationalError):
        cut_off_in_the_middle(story)
    connections.close_all()
    assert counted() == before
    evidence(story, "照片")
    whole(story)


def cut_off_in_the_middle(story: Story) -> None:
    with act("casework.add_evidence", story.file, by=story.bureau.handler, on=story.day) as writing:
        writing.number("罚")
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            mine = cursor.fetchone()[0]
        with as_superuser() as admin:
            admin.execute("SELECT pg_terminate_backend(%s)", [mine])
        writing.say("没有写成。")


#: Another process of the platform: begins an act and is killed before it can end it.
KILLED = """
import sys, time
import django
django.setup()
from django.db import connections
for alias in connections.databases:
    connections.databases[alias]["NAME"] = sys.argv[1]
from xiezhi.identity.models import Account
from xiezhi.record.actions import act
from xiezhi.record.models import File, Material
file, by = File.objects.get(pk=sys.argv[2]), Account.objects.get(pk=sys.argv[3])
with act("casework.add_evidence", file, by=by) as writing:
    writing.number("罚")
    writing.seal()
    writing.material(Material.Kind.EVIDENCE, "documentary", "台账", {"name": "台账"})
    Material.objects.bulk_create(writing.materials)
    print("in the middle", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def elsewhere(committed_db: str) -> Iterator[Callable[[Story], subprocess.Popen[str]]]:
    """Starts the other process; it is gone at the end, whatever happens."""
    started: list[subprocess.Popen[str]] = []

    def start(story: Story) -> subprocess.Popen[str]:
        arguments = [committed_db, str(story.file.pk), str(story.bureau.handler.pk)]
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_a_process_killed_in_the_middle_leaves_nothing(
    elsewhere: Callable[[Story], subprocess.Popen[str]],
) -> None:
    story = a_case().filed()
    before = counted()
    process = elsewhere(story)
    assert process.stdout
    assert process.stdout.readline() == "in the middle\n"
    second = Person(lambda: evidence(story, "照片"))
    until(waiting_for_a_lock)
    process.send_signal(signal.SIGKILL)
    entry = second.done()
    assert entry.seq == before[1] + 1, "the one who waited goes on as if nothing had been"
    assert Material.objects.count() == before[2] + 1
    assert sorted(Serial.objects.values_list("series", "last")) == before[-1]
    whole(story)


# ── broken uploads ──────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def objects(tmp_path: Path, settings: Any) -> Path:
    settings.OBJECTS = tmp_path / "objects"
    return tmp_path / "objects"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def breaking() -> Iterator[bytes]:
    yield b"x" * 100_000
    raise ConnectionError("the browser went away")


def test_an_upload_that_breaks_leaves_no_object(objects: Path) -> None:
    with pytest.raises(ConnectionError):
        storage.store(breaking())
    assert names(objects) == []


@pytest.mark.django_db
@pytest.mark.parametrize("size", [5, 7])
def test_an_upload_of_another_size_is_refused_and_not_kept(objects: Path, size: int) -> None:
    with pytest.raises(Refused) as refused:
        keep([b"123", b"456"], "text/plain", size=size)
    assert "6 字节" in refused.value.reasons[0].say
    assert names(objects) == []
    assert not Blob.objects.exists()


def test_an_object_is_written_once(objects: Path) -> None:
    first = storage.store([b"123", b"456"], expected=6)
    path = storage.path_of(first.sha256)
    written = path.stat()
    assert storage.store([b"123456"]) == first
    assert path.stat().st_ino == written.st_ino
    assert path.stat().st_mode & 0o222 == 0
    assert names(objects) == [first.sha256]
