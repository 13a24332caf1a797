"""Every limit there is, by its code. A family of act kinds declares its own in its own module."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xiezhi.procedure.timelimits import (
    coercion,
    duties,
    licence,
    normative,
    reconsideration,
    supervision,
    table,
)
from xiezhi.procedure.timelimits.model import TimeLimit

_TABLES = (
    table,
    licence,
    reconsideration,
    normative,
    supervision,
    coercion,
    duties,
)
_ALL = [each for module in _TABLES for each in vars(module).values() if isinstance(each, TimeLimit)]

LIMITS: Mapping[str, TimeLimit] = MappingProxyType({each.id: each for each in _ALL})
if len(LIMITS) != len(_ALL):
    raise RuntimeError("a time limit is declared twice")
