"""A kept connection is looked at before each request, without asking the database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> Iterator[Any]:
    """A connection of its own, as a thread of the web server keeps one."""
    own = connection.copy()
    own.ensure_connection()
    yield own
    own.close()


def test_a_standing_connection_is_used_without_a_question(kept: Any) -> None:
    asked: list[str] = []

    def listen(do: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return do(sql, *rest)

    with kept.execute_wrapper(listen):
        assert kept.is_usable()
    assert not asked


def test_a_session_that_the_server_ended_is_not_used_again(kept: Any) -> None:
    with kept.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (number,) = cursor.fetchone()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
    assert not kept.is_usable()


def test_a_closed_connection_is_not_usable(kept: Any) -> None:
    kept.connection.close()
    assert not kept.is_usable()
    kept.connection = None
    assert not kept.is_usable()
