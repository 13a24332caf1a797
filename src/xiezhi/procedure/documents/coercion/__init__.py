"""行政强制: documents of measures, of execution by the agency and before the court."""

from xiezhi.procedure.documents.coercion import (
    carrying,
    demanding,
    ending,
    enforcing,
    ordering,
    turning,
)

KINDS = (
    *ordering.KINDS,
    *carrying.KINDS,
    *ending.KINDS,
    *demanding.KINDS,
    *enforcing.KINDS,
    *turning.KINDS,
)
