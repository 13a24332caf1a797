"""行政征收, 行政征用, 行政收费: money and things taken for the public, on a basis, for a sum."""

from xiezhi.procedure.kinds.levy.collecting import CHARGE, LEVY
from xiezhi.procedure.kinds.levy.requisition import REQUISITION

__all__ = ["CHARGE", "LEVY", "REQUISITION"]
