"""The engine named in `DATABASES`; see `django_database`."""

from __future__ import annotations

import select
from collections.abc import Sequence
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg import errors

from xiezhi.config.engine.asking import COMMIT, Asker, Statement


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, with a shorter way for statements that come with every act.

    `ask` and `tell` stand in the library's transactions and raise its errors. Whoever counts or
    logs statements sees these as he sees all others: then they take the long way.
    """

    _asker: Asker | None = None

    def ask(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows that a fixed statement answers with."""
        return self.ask_together((sql, params))[0]

    def ask_together(self, *statements: Statement) -> list[list[tuple[Any, ...]]]:
        """The rows of several fixed statements; none of them needs the answer of another.

        Each sees what the ones before it did, and what others committed until it began.
        """
        if self._watched:
            return [self._executed(*one) for one in statements]
        return self._directly(*statements)

    def tell(self, sql: str, params: Sequence[Any]) -> None:
        """A fixed statement whose answer nobody waits for: it is done before the next one that is
        asked, or before the transaction ends. It fails there, if it fails.
        """
        if self._watched or not self.in_atomic_block:
            self._executed(sql, params)
        else:
            self._ready().tell((sql, params))

    @property
    def _watched(self) -> bool:
        return bool(self.execute_wrappers) or self.queries_logged

    def _executed(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        with self.cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall() if cursor.description else []

    def _ready(self) -> Asker:
        self.close_if_health_check_failed()
        self.ensure_connection()
        self.validate_no_broken_transaction()
        if self._asker is None or self._asker.connection is not self.connection:
            self._asker = Asker(self.connection)
        return self._asker

    def _directly(self, *statements: Statement) -> list[list[tuple[Any, ...]]]:
        asker = self._ready()
        try:
            return asker.ask(*statements)
        except psycopg.Error as error:
            if isinstance(error, errors.InvalidSqlStatementName):
                self._asker = None  # whoever changed a table had the server forget everything
            with self.wrap_database_errors:
                raise

    @property
    def _waits(self) -> bool:
        return self._asker is not None and self._asker.waits

    def _cursor(self, name: str | None = None) -> Any:
        if self._waits:
            self._directly()
        return super()._cursor(name)  # type: ignore[misc]

    def _commit(self) -> Any:
        if self._waits:
            self._directly(COMMIT)
            return None
        return super()._commit()  # type: ignore[misc]

    # At a rollback the driver has the server forget all prepared statements, or does so with its
    # next statement: it is done here and now, so that both of us know.

    def _rollback(self) -> Any:
        if self._asker is not None:
            self._asker.forget()
        answer = super()._rollback()  # type: ignore[misc]
        if self._asker is not None and not self.connection.closed:
            self._asker.lose()
            self.connection.pgconn.exec_(b"DEALLOCATE ALL")
        return answer

    def _savepoint_rollback(self, sid: str) -> None:
        if self._asker is not None:
            self._asker.forget()
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        if self._asker is not None:
            self._asker.lose()
            self.connection.execute("DEALLOCATE ALL")

    def _close(self) -> Any:
        self._asker = None
        return super()._close()  # type: ignore[misc]

    def is_usable(self) -> bool:
        """Before each request Django asks the database `SELECT 1` on the connection it kept.

        A server that has gone away (restarted, or ended the session) has closed its end, and the
        socket says so without a question: nothing waits to be read on one that stands idle.
        Whatever does wait there is looked into as before.
        """
        if self.connection is None or self.connection.closed:
            return False
        asked = select.poll()
        asked.register(self.connection.fileno(), select.POLLIN)
        return not asked.poll(0) or super().is_usable()
