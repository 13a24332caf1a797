"""The sample government of `make demo`: an invented city in which every kind of case is under way.

Everything here is made by the same acts that people use, so it is as legal as the rest: a case
that the gate would refuse can't be shown. Places, agencies, companies and persons are invented;
division codes that begin with 99 don't exist. Days are counted back from today, so that time
limits are running whenever it is loaded.
"""

from xiezhi.config.sample.government import PASSWORD
from xiezhi.config.sample.load import load, loaded

__all__ = ["PASSWORD", "load", "loaded"]
