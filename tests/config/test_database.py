"""Each role of the database may do what its part of Xiezhi needs, and no more."""

from __future__ import annotations

import threading

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction


@pytest.mark.django_db
def test_tests_run_as_the_application() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("xiezhi_app", False, False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "DROP TABLE django_session",
        "ALTER TABLE django_session DISABLE TRIGGER ALL",
        "TRUNCATE django_session",
        "SET ROLE xiezhi_owner",
        "SET session_replication_role = replica",
        "DELETE FROM django_migrations",
    ],
)
def test_the_application_does_not_own_its_tables(statement: str) -> None:
    with (
        pytest.raises(DatabaseError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert isinstance(refusal.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_the_portal_reads_nothing_by_default(portal_connection: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        portal_connection.execute("SELECT * FROM django_session")


def test_the_owner_owns_the_tables(owner_connection: psycopg.Connection) -> None:
    owners = owner_connection.execute(
        "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
    ).fetchall()
    assert owners == [("xiezhi_owner",)]


def test_committed_rows_are_seen_by_threads_and_other_roles(
    committed_db: str, owner_connection: psycopg.Connection
) -> None:
    seen: list[str] = []

    def write() -> None:
        with connections["default"].cursor() as cursor:
            cursor.execute("INSERT INTO django_session VALUES ('key', 'data', now())")
            cursor.execute("SELECT current_database()")
            seen.append(cursor.fetchone()[0])
        connections.close_all()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert seen == [committed_db]
    rows = owner_connection.execute("SELECT session_key FROM django_session").fetchall()
    assert rows == [("key",)]


def test_a_committed_database_starts_empty(committed_db: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session")
        assert cursor.fetchone() == (0,)
