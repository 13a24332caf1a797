"""Queries that every request asks: Django makes their SQL once, the database plans it once.

Composing a query from a QuerySet costs several times what the database needs to answer it, so
for those on the way of every act and every page it is done at the first use only. The QuerySet
stays the one declaration of what is asked; a `Slot` stands where a value will be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BooleanField, Expression, Func, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)
_populators: Callable[..., list[Any]] = get_related_populators


class Slot(Expression):
    """A value that is told when the query is asked; the name is for the reader."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__()

    def as_sql(self, _compiler: Any, _connection: Any) -> Any:
        return "%s", [self]


class Among(Func):
    """`filter(Among("pk", Slot("ids")))`: one of a list told when the query is asked, so that the
    statement is the same for one value and for twenty.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class _Plan(NamedTuple):
    """What Django works out anew for every QuerySet."""

    sql: str
    params: Sequence[Any]
    compiler: Any
    converters: dict[Any, Any]


class _Shape(NamedTuple):
    """How a row becomes an object and those selected along."""

    model: type[Any]
    names: list[str]
    start: int
    end: int
    populators: list[Any]
    annotations: dict[str, int]


def _object(model: type[Any], names: Sequence[str], values: Sequence[Any], using: str) -> Any:
    """What `Model.from_db` makes of a row, in a tenth of the time.

    The library sets each field by itself and tells listeners, of which this house has none.
    """
    made: Any = object.__new__(model)
    state = ModelState()
    state.adding, state.db = False, using
    made.__dict__["_state"] = state
    made.__dict__.update(zip(names, values, strict=True))
    return made


def _populate(populator: Any, row: Sequence[Any], one: Any, using: str) -> None:
    """The library's `RelatedPopulator.populate`, with the objects made as above."""
    if populator.reorder_for_init:
        values = populator.reorder_for_init(row)
    else:
        values = row[populator.cols_start : populator.cols_end]
    if values[populator.pk_idx] is None:
        populator.local_setter(one, None)
        return
    made = _object(populator.model_cls, populator.init_list, values, using)
    for further in populator.related_populators:
        _populate(further, row, made, using)
    populator.local_setter(one, made)
    populator.remote_setter(made, one)


class Prepared(Generic[M]):
    """A query without its values. Values are given by the names of the slots, as the database
    driver takes them: nothing converts them as a field would.
    """

    def __init__(self, make: Callable[[], QuerySet[M, Any]]) -> None:
        self._make = make
        self._plans: dict[str, _Plan] = {}
        self._shapes: dict[str, _Shape] = {}

    def rows(self, *, using: str = DEFAULT_DB_ALIAS, **values: Any) -> list[Any]:
        """The rows as tuples, in the order of the columns asked for."""
        plan = self._plans.get(using) or self._plan(using)
        params = [values[p.name] if isinstance(p, Slot) else p for p in plan.params]
        with connections[using].cursor() as cursor:
            cursor.execute(plan.sql, params)
            found: list[Any] = cursor.fetchall()
        if plan.converters:
            found = [tuple(row) for row in plan.compiler.apply_converters(found, plan.converters)]
        return found

    def all(self, *, using: str = DEFAULT_DB_ALIAS, **values: Any) -> list[M]:
        """The objects, with those that the QuerySet selects along."""
        found = self.rows(using=using, **values)
        shape = self._shapes.get(using) or self._shape(using)
        made: list[M] = []
        for row in found:
            one = _object(shape.model, shape.names, row[shape.start : shape.end], using)
            for populator in shape.populators:
                _populate(populator, row, one, using)
            for name, place in shape.annotations.items():
                setattr(one, name, row[place])
            made.append(one)
        return made

    def first(self, *, using: str = DEFAULT_DB_ALIAS, **values: Any) -> M | None:
        """The first object, or None."""
        found = self.all(using=using, **values)
        return found[0] if found else None

    def get(self, *, using: str = DEFAULT_DB_ALIAS, **values: Any) -> M:
        """The first object, or the model's DoesNotExist."""
        found = self.first(using=using, **values)
        if found is None:
            model: Any = self._make().model
            raise model.DoesNotExist
        return found

    def _plan(self, using: str) -> _Plan:
        query = self._make().using(using).query
        compiler = query.get_compiler(using)
        sql, params = compiler.as_sql()
        columns = [column[0] for column in compiler.select[: compiler.col_count]]
        plan = _Plan(sql, params, compiler, compiler.get_converters(columns))
        self._plans[using] = plan
        return plan

    def _shape(self, using: str) -> _Shape:
        compiler = self._plans[using].compiler
        info, select = compiler.klass_info, compiler.select
        start, end = info["select_fields"][0], info["select_fields"][-1] + 1
        names = [column[0].target.attname for column in select[start:end]]
        populators = _populators(info, select, using)
        annotations = dict(compiler.annotation_col_map or {})
        shape = _Shape(info["model"], names, start, end, populators, annotations)
        self._shapes[using] = shape
        return shape


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

    def one(self, **values: Any) -> M:
        """Write one new row, as `objects.create` would."""
        made = self._model(**values)
        self.create([made])
        return made

    def create(self, rows: Sequence[M], *, using: str = DEFAULT_DB_ALIAS) -> None:
        """Write the rows; each learns the number that the database gives it."""
        if rows:
            self.write(self.statement(len(rows)), self.params(rows, using), rows, using)

    def write(self, sql: str, params: list[Any], rows: Sequence[M], using: str) -> None:
        """Run a statement that ends in writing these rows."""
        auto = self._model._meta.auto_field
        with connections[using].cursor() as cursor:
            cursor.execute(sql, params)
            if auto is not None:
                for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
                    setattr(row, auto.attname, number)
        for row in rows:
            row._state.adding, row._state.db = False, using

    def params(self, rows: Sequence[M], using: str) -> list[Any]:
        """The values of the rows, in the order of the statement."""
        connection = connections[using]
        return [
            field.get_db_prep_save(field.pre_save(row, True), connection)
            for row in rows
            for field in self._fields
        ]

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


class Together:
    """One new row in each of several tables, by one statement: a row whose number the database
    gives stands last. Their references are looked at when it is done.
    """

    def __init__(self, *inserts: Insert[Any]) -> None:
        *self._before, self._last = inserts

    @cached_property
    def _statement(self) -> str:
        parts = [f"row_{n} AS ({one.statement(1)})" for n, one in enumerate(self._before)]
        return f"WITH {', '.join(parts)} {self._last.statement(1)}"

    def create(self, *rows: Model, using: str = DEFAULT_DB_ALIAS) -> None:
        """Write the rows, in the order of the tables."""
        *before, last = rows
        params = [
            value
            for insert, row in zip(self._before, before, strict=True)
            for value in insert.params([row], using)
        ]
        params += self._last.params([last], using)
        self._last.write(self._statement, params, [last], using)
        for row in before:
            row._state.adding, row._state.db = False, using


def _made(field: Any) -> bool:
    """Does the database make it?"""
    return bool(getattr(field, "generated", False))
