"""Every act there is: one name, one Chinese label, who does it.

The name `context.verb` is at once the permission, the ledger kind, the API operation id and the
glossary entry. Acts of a family of act kinds stand in its own module; `declared` by their Step
(`steps.Step.says`) they are carried out by casework's one action for declared acts.
"""

from __future__ import annotations

from xiezhi.procedure.acts import (
    coercion,
    confirmation,
    contract,
    inspection,
    levy,
    licence,
    normative,
    penalty,
    reconsideration,
    shared,
    supervision,
)
from xiezhi.procedure.acts.model import Act

__all__ = ["ACTS", "Act"]

_FAMILIES = (
    shared,
    licence,
    penalty,
    reconsideration,
    normative,
    contract,
    supervision,
    inspection,
    levy,
    confirmation,
    coercion,
)
_TABLE: tuple[Act, ...] = tuple(act for family in _FAMILIES for act in family.ACTS)

ACTS: dict[str, Act] = {act.name: act for act in _TABLE}
if len(ACTS) != len(_TABLE):
    raise RuntimeError("an act is declared twice")
