"""Lives of the other act kinds: told by `make demo`, run through every form by the tests."""

from __future__ import annotations

from xiezhi.config.sample.kinds import licence
from xiezhi.config.sample.kinds.model import Life

_FAMILIES: tuple[tuple[Life, ...], ...] = (licence.LIVES,)
LIVES: tuple[Life, ...] = tuple(life for family in _FAMILIES for life in family)
