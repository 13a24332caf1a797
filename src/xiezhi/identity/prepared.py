"""Queries that every request asks: Django makes their SQL once, the database plans it once.

Composing a query from a QuerySet costs several times what the database needs to answer it, so
for those on the way of every act and every page it is done at the first use only. The QuerySet
stays the one declaration of what is asked; a `Slot` stands where a value will be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
        return self.read(ask(*self.statement(values, using), using=using), using)

    def all(self, *, using: str = DEFAULT_DB_ALIAS, **values: Any) -> list[M]:
        """The objects, with those that the QuerySet selects along."""
        return self.objects(self.rows(using=using, **values), using)

    def statement(
        self, values: Mapping[str, Any], using: str = DEFAULT_DB_ALIAS
    ) -> tuple[str, list[Any]]:
        """What is sent to the database."""
        plan = self._plans.get(using) or self._plan(using)
        return plan.sql, [values[p.name] if isinstance(p, Slot) else p for p in plan.params]

    def read(self, answer: list[Any], using: str = DEFAULT_DB_ALIAS) -> list[Any]:
        """The rows of an answer as the fields of their columns understand them."""
        plan = self._plans[using]
        if plan.converters:
            return [tuple(row) for row in plan.compiler.apply_converters(answer, plan.converters)]
        return answer

    def objects(self, found: list[Any], using: str = DEFAULT_DB_ALIAS) -> list[M]:
        """The objects that these rows say."""
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


def together(*questions: tuple[Prepared[Any], Mapping[str, Any]]) -> list[list[Any]]:
    """The rows of several prepared queries in one go; none needs the answer of another."""
    database: Any = connections[DEFAULT_DB_ALIAS]
    answers = database.ask_together(*(one.statement(values) for one, values in questions))
    return [one.read(rows) for (one, _), rows in zip(questions, answers, strict=True)]


def ask(sql: str, params: Sequence[Any], *, using: str = DEFAULT_DB_ALIAS) -> list[Any]:
    """The rows that a fixed statement answers with; see `config.engine`."""
    database: Any = connections[using]
    rows: list[Any] = database.ask(sql, params)
    return rows


def tell(sql: str, params: Sequence[Any], *, using: str = DEFAULT_DB_ALIAS) -> None:
    """A fixed statement to be done by the end of the transaction; it fails there, if it fails."""
    database: Any = connections[using]
    database.tell(sql, params)
