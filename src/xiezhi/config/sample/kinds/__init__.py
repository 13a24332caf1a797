"""Lives of the other act kinds: told by `make demo`, run through every form by the tests."""

from __future__ import annotations

from xiezhi.config.sample.kinds import (
    coercion,
    confirmation,
    contract,
    inspection,
    levy,
    licence,
    normative,
    penalty,
    penalty_joint,
    penalty_late,
    reconsideration,
    requisition,
    supervision,
)
from xiezhi.config.sample.kinds.model import Life

_FAMILIES: tuple[tuple[Life, ...], ...] = (
    licence.LIVES,
    penalty.LIVES,
    penalty_late.LIVES,
    penalty_joint.LIVES,
    inspection.LIVES,
    coercion.LIVES,
    levy.LIVES,
    requisition.LIVES,
    confirmation.LIVES,
    reconsideration.LIVES,
    normative.LIVES,
    contract.LIVES,
    supervision.LIVES,
)
LIVES: tuple[Life, ...] = tuple(life for family in _FAMILIES for life in family)
