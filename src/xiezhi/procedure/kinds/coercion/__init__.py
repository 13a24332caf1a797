"""行政强制: measures, execution by the agency, application to the court (强制法)."""

from xiezhi.procedure.kinds.coercion.court import COURT
from xiezhi.procedure.kinds.coercion.execution import EXECUTION
from xiezhi.procedure.kinds.coercion.measure import MEASURE, URGENT

__all__ = ["COURT", "EXECUTION", "MEASURE", "URGENT"]
