"""Asking the database without a cursor, by libpq's own calls (`psycopg.pq`).

A cursor of the driver costs three times what the question costs: it is made, looks whether the
statement has been prepared, waits by a generator, and is thrown away. For statements that never
change and come with every act, none of that is needed. Statements that don't need each other's
answers travel together and are answered together: both sides wake up once. Values and rows are
still converted by the driver's own adapters; what type a value has is said by the column that
it is written to or compared with.
"""

from __future__ import annotations

import re
import select
from collections.abc import Sequence
from itertools import count
from typing import Any, NamedTuple

import psycopg
from psycopg import adapters, errors, pq
from psycopg.adapt import AdaptersMap, PyFormat, Transformer

#: A statement with the library's signs for values (%s), and the values.
Statement = tuple[str, Sequence[Any]]
_Ready = tuple[bytes, Any]
_BEGIN: Statement = ("BEGIN", ())
COMMIT: Statement = ("COMMIT", ())
_ANSWERED = (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK)
_SIGN = re.compile("%[s%]")


class _Context(NamedTuple):
    """What the driver asks of whoever wants values converted."""

    adapters: AdaptersMap
    connection: psycopg.Connection[Any]


def numbered(sql: str) -> bytes:
    """The statement with the server's signs for values ($1, $2 …) instead of the library's."""
    places = count(1)
    return _SIGN.sub(lambda m: "%" if m[0] == "%%" else f"${next(places)}", sql).encode()


class Asker:
    """One connection, asked directly."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        found = AdaptersMap(connection.adapters)
        # Django's own loader puts the library's time zone on each moment, in Python. Sessions
        # run in UTC, so that the driver's answers with the same moment.
        moments = adapters.get_loader(adapters.types["timestamptz"].oid, pq.Format.TEXT)
        assert moments is not None
        found.register_loader("timestamptz", moments)
        self._convert = Transformer(_Context(found, connection))
        self._names: dict[str, bytes] = {}
        self._told: list[Statement] = []
        self._reader, self._writer = select.poll(), select.poll()
        self._reader.register(connection.pgconn.socket, select.POLLIN)
        self._writer.register(connection.pgconn.socket, select.POLLIN | select.POLLOUT)

    def tell(self, statement: Statement) -> None:
        """To be done before whatever is asked next. If it fails, that fails."""
        self._told.append(statement)

    @property
    def waits(self) -> bool:
        """Has something been told that is not done yet?"""
        return bool(self._told)

    def forget(self) -> None:
        """What was told and is not done yet is not to be done: the transaction is given up."""
        self._told.clear()

    def lose(self) -> None:
        """The server has thrown away what it had prepared: the driver does so at each rollback."""
        self._names.clear()

    def ask(self, *asked: Statement) -> list[list[tuple[Any, ...]]]:
        """The rows of each answer, none for a statement that has no rows. Raises psycopg's errors:
        the first, and nothing after it was done.
        """
        with self.connection.lock:
            statements = [*self._told, *asked]
            self._told.clear()
            if not self.connection.autocommit and self._idle:
                statements.insert(0, _BEGIN)
            ready = [self._ready(*one) for one in statements]
            results = self._one(*ready[0]) if len(ready) == 1 else self._several(ready)
            return [self._rows(result) for result in results[len(results) - len(asked) :]]

    @property
    def _idle(self) -> bool:
        return self.connection.pgconn.transaction_status == pq.TransactionStatus.IDLE

    def _ready(self, sql: str, params: Sequence[Any]) -> _Ready:
        """The name under which the server knows a statement, and its values as text."""
        values = self._convert.dump_sequence(params, [PyFormat.TEXT] * len(params))
        name = self._names.get(sql)
        if name is None:
            name = b"asked_%d" % len(self._names)
            self._right(self.connection.pgconn.prepare(name, numbered(sql)))
            self._names[sql] = name
        return name, values

    def _one(self, name: bytes, values: Any) -> list[pq.abc.PGresult]:
        return [self._right(self.connection.pgconn.exec_prepared(name, values))]

    def _several(self, ready: Sequence[_Ready]) -> list[pq.abc.PGresult]:
        server = self.connection.pgconn
        server.enter_pipeline_mode()
        results: list[pq.abc.PGresult] = []
        for name, values in ready:
            server.send_query_prepared(name, values)
        server.pipeline_sync()
        while server.status == pq.ConnStatus.OK:
            self._wait()
            result = server.get_result()
            if result is None:
                continue
            if result.status == pq.ExecStatus.PIPELINE_SYNC:
                server.exit_pipeline_mode()
                return [self._right(one) for one in results]
            results.append(result)
        raise psycopg.OperationalError(server.get_error_message())

    def _wait(self) -> None:
        """Until something is answered. Other threads go on meanwhile; libpq's own wait would stop
        them, and one may hold what the server waits for.
        """
        server = self.connection.pgconn
        while server.is_busy():
            reader = self._writer if server.flush() else self._reader
            reader.poll()
            server.consume_input()

    def _right(self, result: pq.abc.PGresult) -> pq.abc.PGresult:
        if self.connection.pgconn.status != pq.ConnStatus.OK:
            raise psycopg.OperationalError(result.get_error_message())
        if result.status not in _ANSWERED:
            raise errors.error_from_result(result, self.connection.info.encoding)
        return result

    def _rows(self, result: pq.abc.PGresult) -> list[tuple[Any, ...]]:
        self._convert.set_pgresult(result)
        return self._convert.load_rows(0, result.ntuples, tuple)
