"""行政复议: the body that reconsiders (ordinary, simplified) and the agency that answers."""

from xiezhi.procedure.kinds.reconsideration.body import ORDINARY, SIMPLIFIED
from xiezhi.procedure.kinds.reconsideration.reply import REPLY

__all__ = ["ORDINARY", "REPLY", "SIMPLIFIED"]
