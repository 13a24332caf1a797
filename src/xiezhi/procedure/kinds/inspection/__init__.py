"""行政检查: an inspection from its task to the result on show (law reference 1.10).

A task has a plan or a cause; the head approves it beforehand, or afterwards where it was urgent.
The party is told, two officers go through the items one by one, the result is told, what is wrong
is ordered to be put right and looked at again. A draw at random (双随机) is a source of a task like
any other: it hands over the number of its draw.
"""

from xiezhi.procedure.kinds.inspection.ordinary import ORDINARY

__all__ = ["ORDINARY"]
