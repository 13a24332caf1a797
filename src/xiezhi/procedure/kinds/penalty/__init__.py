"""行政处罚: the general procedure 普通程序 and the summary procedure 简易程序 (处罚法 ch. 5)."""

from xiezhi.procedure.kinds.penalty.general import GENERAL
from xiezhi.procedure.kinds.penalty.summary import SUMMARY

__all__ = ["GENERAL", "SUMMARY"]
