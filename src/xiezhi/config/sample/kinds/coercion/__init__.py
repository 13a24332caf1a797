"""Lives of coercion: measures, taken at once, execution, the court."""

from xiezhi.config.sample.kinds.coercion import execution, measures
from xiezhi.config.sample.kinds.model import Life

LIVES: tuple[Life, ...] = (*measures.LIVES, *execution.LIVES)
