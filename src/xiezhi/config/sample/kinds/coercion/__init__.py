"""Lives of coercion: measures, taken at once, inside a penalty case, execution, the court."""

from xiezhi.config.sample.kinds.coercion import court, execution, in_case, measures, money
from xiezhi.config.sample.kinds.model import Life

LIVES: tuple[Life, ...] = (
    *measures.LIVES,
    *in_case.LIVES,
    *execution.LIVES,
    *money.LIVES,
    *court.LIVES,
)
