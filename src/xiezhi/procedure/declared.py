"""What a declared step asks for and enters: read off its declaration, for the form and the act.

A declared step has no code of its own (`steps.Step`). The form draws `asked`, the action enters
`facts` and writes `sentence`; documents are filled from the record by the names of their fields.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.steps import ActKind, Step
from xiezhi.procedure.timelimits import cn_date

#: A value that a judgement can weigh; long texts and tables stay in the document.
SCALARS = frozenset(
    {
        FieldKind.TEXT,
        FieldKind.NUMBER,
        FieldKind.DATE,
        FieldKind.DATETIME,
        FieldKind.MONEY,
        FieldKind.BOOL,
        FieldKind.CHOICE,
    }
)


def _collect() -> dict[str, Step]:
    found: dict[str, Step] = {}
    for kind in KINDS.values():
        for step in kind.steps:
            if step.says:
                known = found.setdefault(step.act, step)
                if _asking(known) != _asking(step):
                    raise RuntimeError(f"{step.act} asks for other things in {kind.code}")
    return found


def _asking(step: Step) -> tuple[Any, ...]:
    own = step.asks, step.takes, step.documents, step.links, step.attach
    return *own, step.on_site, step.grounds, step.of_party


#: Every declared act with its step, whichever kinds it occurs in.
DECLARED: Mapping[str, Step] = _collect()


def opened_by(act: str) -> ActKind | None:
    """The kind of File that an opening act begins."""
    if not ACTS[act].opens:
        return None
    return next((kind for kind in KINDS.values() if kind.step(act)), None)


def asked(step: Step) -> list[Field]:
    """The fields a person fills in, in the order of the declaration."""
    return [_field(step, ask) if isinstance(ask, str) else ask for ask in step.asks]


def _field(step: Step, name: str) -> Field:
    for code in step.documents:
        if field := DOCUMENTS[code].field(name):
            return field
    raise ValueError(f"{step.act} asks for {name}, which none of its documents has")


#: Where a value of the File is found that this one follows from.
ORIGIN = "origin."


def from_origin(step: Step, known: Mapping[str, Any]) -> dict[str, Any]:
    """What the File that this one follows from says of the fields of this act."""
    found = {name: known.get(where.removeprefix(ORIGIN)) for name, where in _of_origin(step)}
    return {name: value for name, value in found.items() if value}


def _of_origin(step: Step) -> list[tuple[str, str]]:
    return [(name, where) for name, where in step.takes if where.startswith(ORIGIN)]


def origin_fields(step: Step) -> frozenset[str]:
    """The fields that the File this one follows from can fill."""
    return frozenset(name for name, _where in _of_origin(step))


def needs_origin(step: Step) -> bool:
    """Something is known from the earlier File only, and asked of nobody."""
    names = {field.name for field in asked(step)} | {"party"}
    return bool(origin_fields(step) - names)


def remembered(step: Step, known: Mapping[str, Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """What this File's record says of the fields of this act, without what was left empty."""
    found = {n: _where(w, known) for n, w in step.takes if not w.startswith(ORIGIN)}
    own = {name: value for name, value in found.items() if value}
    empty = {field.name for field in asked(step)} - typed.keys() - own.keys()
    return {name: value for name, value in {**known, **own}.items() if name not in empty}


def _where(where: str, known: Mapping[str, Any]) -> Any:
    """A name of the record, or a field of the latest document of a kind."""
    code, _, name = where.rpartition(".")
    return known.get(code, {}).get(name) if code else known.get(name)


def facts(step: Step, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What of the typed values the ledger keeps for the judgement."""
    own = {ask.name for ask in step.asks if isinstance(ask, Field)}
    kept = own | {field.name for field in asked(step) if field.kind in SCALARS}
    return {name: value for name, value in typed.items() if name in kept}


def fields_of(code: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Of all that is known, what this document has a place for."""
    names = [field.name for field in DOCUMENTS[code].fields]
    return {name: values[name] for name in names if values.get(name) not in (None, "", [], {})}


_PLACE = re.compile(r"\{([a-z_]+)\}")


def sentence(step: Step, values: Mapping[str, Any]) -> str:
    """The ledger's sentence. An unknown word is left out rather than shown as a bracket."""
    labels = {field.name: field for field in asked(step)}
    return fill(step.says, values, labels.values())


def fill(words: str, values: Mapping[str, Any], fields: Iterable[Field] = ()) -> str:
    """Words with `{name}` places; choices by their label, days in Chinese."""
    known = {field.name: field for field in fields}
    return _PLACE.sub(lambda place: _said(known.get(place[1]), values.get(place[1])), words)


def _said(field: Field | None, value: Any) -> str:
    if value in (None, ""):
        return ""
    if field is not None and field.kind is FieldKind.CHOICE:
        return dict(field.options).get(str(value), str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if field is not None and field.kind is FieldKind.DATE:
        return cn_date(dt.date.fromisoformat(str(value)))
    if field is not None and field.kind is FieldKind.DATETIME:
        day, _, time = str(value).partition("T")
        return f"{cn_date(dt.date.fromisoformat(day))} {time[:5]}"
    return str(value)


def proposal(kind: ActKind, step: Step, typed: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a decision would say, from the act that proposes it."""
    return facts(step, typed) if step.act in kind.proposes else None
