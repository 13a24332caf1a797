"""Asking without a cursor: the same answers, the same transactions, the same errors."""

from __future__ import annotations

import datetime as dt
import threading
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.builders import a_bureau
from xiezhi.config.engine.asking import numbered
from xiezhi.identity.models import Person

database: Any = connection
ADD = "INSERT INTO identity_person (name, gender, qualification) VALUES (%s, %s, '')"
NAMES = "SELECT name FROM identity_person WHERE name LIKE %s ORDER BY name"


def names() -> list[str]:
    found = Person.objects.filter(name__startswith="甲").order_by("name")
    return [person.name for person in found]


def test_signs_for_values() -> None:
    assert numbered("a = %s AND b LIKE '%%x' AND c = %s") == b"a = $1 AND b LIKE '%x' AND c = $2"


VALUES = [
    ("integer", 7),
    ("bigint", 2**40),
    ("text", "“%s” 与 $1"),
    ("boolean", True),
    ("date", dt.date(2026, 2, 28)),
    ("timestamptz", dt.datetime(2026, 2, 28, 23, 59, 59, 123456, tzinfo=dt.UTC)),
    ("bytea", b"\x00\xff"),
    ("numeric", Decimal("0.10")),
    ("uuid", UUID(int=5)),
    ("integer[]", [1, 2]),
    ("text[]", ["一", "a,b"]),
    ("text", None),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_values_come_back_as_they_went(kind: str, value: Any) -> None:
    asked = database.ask(f"SELECT %s::{kind}", [value])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT %s::{kind}", [value])
        told = [tuple(row) for row in cursor.fetchall()]
    found = [tuple(bytes(x) if isinstance(x, memoryview) else x for x in row) for row in told]
    assert asked == found == [(value,)]
    assert type(asked[0][0]) is type(found[0][0])


@pytest.mark.django_db
def test_each_sees_what_those_before_it_did() -> None:
    rows = database.ask_together((ADD, ["甲一", ""]), (NAMES, ["甲%"]), (ADD, ["甲二", ""]))
    assert rows == [[], [("甲一",)], []]
    assert names() == ["甲一", "甲二"]


def test_the_first_that_fails_undoes_all_of_them(committed_db: str) -> None:
    twice = "INSERT INTO identity_person (id, name, gender, qualification) VALUES (1, %s, '', '')"
    with pytest.raises(IntegrityError), transaction.atomic():
        database.ask_together((ADD, ["甲一", ""]), (twice, ["甲二"]), (twice, ["甲三"]))
    assert names() == []
    assert database.ask(NAMES, ["甲%"]) == []


def test_what_is_told_is_done_by_the_end(committed_db: str) -> None:
    with transaction.atomic():
        database.tell(ADD, ["甲一", ""])
        assert database._waits
        with connection.cursor() as cursor:  # whoever asks in another way sees it as well
            cursor.execute(NAMES, ["甲%"])
            assert cursor.fetchall() == [("甲一",)]
        database.tell(ADD, ["甲二", ""])
        assert database._waits
    assert not database._waits
    assert names() == ["甲一", "甲二"]


def test_outside_of_a_transaction_it_is_done_at_once(committed_db: str) -> None:
    database.tell(ADD, ["甲一", ""])
    assert not database._waits
    assert names() == ["甲一"]


def given_up(name: str) -> None:
    with transaction.atomic():
        database.tell(ADD, [name, ""])
        raise ValueError


def test_what_was_told_in_vain_is_forgotten(committed_db: str) -> None:
    with pytest.raises(ValueError):
        given_up("甲一")
    with transaction.atomic():
        database.tell(ADD, ["甲二", ""])
        with pytest.raises(ValueError):
            given_up("甲三")
        assert database.ask(NAMES, ["甲%"]) == [("甲二",)]
        database.tell(ADD, ["甲四", ""])
    assert names() == ["甲二", "甲四"]


def test_what_was_told_and_fails_fails_the_transaction(committed_db: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        database.tell("INSERT INTO identity_person (name) VALUES (%s)", ["甲一"])
    assert names() == []
    with transaction.atomic():
        database.ask(ADD, ["甲二", ""])
    assert names() == ["甲二"]


def test_a_broken_transaction_takes_nothing_more(committed_db: str) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic():
        database.ask("SELECT nothing", [])
    with transaction.atomic():
        with pytest.raises(ProgrammingError), transaction.atomic(savepoint=False):
            database.ask("SELECT nothing", [])
        with pytest.raises(transaction.TransactionManagementError):
            database.ask(NAMES, ["甲%"])
    assert database.ask(NAMES, ["甲%"]) == []


def test_whoever_changes_tables_disturbs_at_most_one_question(committed_db: str) -> None:
    assert database.ask(NAMES, ["甲%"]) == []
    connection.connection.execute("DEALLOCATE ALL")
    with pytest.raises(DatabaseError):
        database.ask(NAMES, ["甲%"])
    assert database.ask(NAMES, ["甲%"]) == []


@pytest.mark.django_db
def test_whoever_counts_sees_it() -> None:
    with CaptureQueriesContext(connection) as counted:
        database.ask_together((ADD, ["甲一", ""]), (NAMES, ["甲%"]))
        database.tell(ADD, ["甲二", ""])
    assert [one["sql"].split()[0] for one in counted] == ["INSERT", "SELECT", "INSERT"]
    assert names() == ["甲一", "甲二"]


def test_more_than_fits_into_the_line_at_once(committed_db: str) -> None:
    long = "长" * 3_000_000
    rows = database.ask_together(*[("SELECT %s::text", [long])] * 3)
    assert rows == [[(long,)]] * 3


def test_other_threads_go_on_while_one_waits(committed_db: str) -> None:
    """One waits for a lock that another thread of the same process holds."""
    a_bureau()
    lock = "SELECT id FROM identity_person ORDER BY id LIMIT 1 FOR UPDATE"
    held, asked = threading.Event(), threading.Event()
    answers: list[Any] = []

    def wait() -> None:
        held.wait(10)
        asked.set()
        try:
            with transaction.atomic():
                answers.extend(database.ask_together((lock, []), (NAMES, ["甲%"])))
        finally:
            connection.close()

    thread = threading.Thread(target=wait)
    thread.start()
    with transaction.atomic():
        database.ask(lock, [])
        held.set()
        assert asked.wait(10)
        thread.join(0.3)
        assert thread.is_alive()
        database.tell(ADD, ["甲一", ""])
    thread.join(10)
    assert answers[1] == [("甲一",)]
