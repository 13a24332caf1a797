"""New rows as acts write them: the statement is made once, the values go in as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import Model
from django.db.models.base import ModelState

from xiezhi.identity.prepared import ask, tell

M = TypeVar("M", bound=Model)


class Insert(Generic[M]):
    """New rows of a table, as the library's `bulk_create` writes them; the statement is made once
    for each number of rows. Inside a transaction only: the caller has one.
    """

    def __init__(self, model: type[M]) -> None:
        self._model = model
        self._statements: dict[int, str] = {}

    @cached_property
    def _fields(self) -> list[Any]:
        meta = self._model._meta
        return [f for f in meta.local_concrete_fields if f is not meta.auto_field and not _made(f)]

    @cached_property
    def _blank(self) -> list[tuple[str, Callable[[], Any]]]:
        kept = [f for f in self._model._meta.concrete_fields if not _made(f)]
        return [(field.attname, field.get_default) for field in kept]

    @cached_property
    def _places(self) -> dict[str, tuple[str, str | None]]:
        """Under which name a value stands, and for another object which of its values that is."""
        found: dict[str, tuple[str, str | None]] = {}
        field: Any
        for field in self._model._meta.concrete_fields:
            found[field.attname] = (field.attname, None)
            if field.remote_field is not None:
                found[field.name] = (field.attname, field.target_field.attname)
        return found

    def new(self, **values: Any) -> M:
        """A new row with these values, as the model's own constructor makes it, in a third of the
        time: that one tells listeners, of which this house has none.
        """
        made: Any = object.__new__(self._model)
        state, attributes = ModelState(), made.__dict__
        attributes["_state"] = state
        for name, value in values.items():
            attname, target = self._places[name]
            if target is not None:
                state.fields_cache[name] = value
            attributes[attname] = getattr(value, target) if target and value is not None else value
        for attname, default in self._blank:
            if attname not in attributes:
                attributes[attname] = default()
        row: M = made
        return row

    def one(self, **values: Any) -> M:
        """Write one new row, as `objects.create` would."""
        made = self.new(**values)
        self.create([made])
        return made

    def create(self, rows: Sequence[M], *, using: str = DEFAULT_DB_ALIAS) -> None:
        """Write the rows; each learns the number that the database gives it."""
        auto = self._model._meta.auto_field
        for some in _portions(rows):
            answer = ask(self.statement(len(some)), self.params(some, using), using=using)
            if auto is not None:
                for row, (number,) in zip(some, answer, strict=True):
                    setattr(row, auto.attname, number)
            _stored(some, using)

    def told(self, rows: Sequence[M], *, using: str = DEFAULT_DB_ALIAS) -> None:
        """Have the rows written by the end of the transaction; nobody asks for their numbers."""
        for some in _portions(rows):
            tell(self.statement(len(some)), self.params(some, using), using=using)
            _stored(some, using)

    def params(self, rows: Sequence[M], using: str) -> list[Any]:
        """The values of the rows, in the order of the statement."""
        connection = connections[using]
        return [
            getattr(row, field.attname)
            if direct
            else field.get_db_prep_save(field.pre_save(row, True), connection)
            for row in rows
            for field, direct in self._columns
        ]

    @cached_property
    def _columns(self) -> list[tuple[Any, bool]]:
        """The fields; true where the driver takes the value as it stands."""
        return [(f, type(f) in _DIRECT and not _by_itself(f)) for f in self._fields]

    def statement(self, number: int) -> str:
        """The statement that writes so many rows."""
        if number not in self._statements:
            meta, columns = self._model._meta, [f'"{f.column}"' for f in self._fields]
            row = f"({', '.join(['%s'] * len(columns))})"
            sql = f'INSERT INTO "{meta.db_table}" ({", ".join(columns)}) VALUES '  # noqa: S608
            sql += ", ".join([row] * number)
            if meta.auto_field is not None:
                sql += f' RETURNING "{meta.auto_field.column}"'
            self._statements[number] = sql
        return self._statements[number]


def _stored(rows: Sequence[Model], using: str) -> None:
    for row in rows:
        row._state.adding, row._state.db = False, using


#: So many rows are written by one statement: each number of rows is a statement of its own.
_MOST = 50


def _portions(rows: Sequence[M]) -> Iterator[Sequence[M]]:
    for start in range(0, len(rows), _MOST):
        yield rows[start : start + _MOST]


#: Fields whose values need no converting on their way into the database.
_DIRECT = (
    models.BooleanField,
    models.CharField,
    models.DateField,
    models.DateTimeField,
    models.ForeignKey,
    models.IntegerField,
    models.TextField,
    models.UUIDField,
)


def _by_itself(field: Any) -> bool:
    """Does it set its value by itself (`auto_now`)?"""
    return bool(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))


def _made(field: Any) -> bool:
    """Does the database make it?"""
    return bool(getattr(field, "generated", False))
