"""The rules of the law reference's section 1 (time limits and gates), and which have a number.

A code is a family and a number, `PEN-9`. `PEN-9-2` in the rulebook is a further sentence of the
same article, and may be proved too, but section 1 doesn't ask for it.
"""

from __future__ import annotations

import re
from pathlib import Path

from xiezhi.procedure.timelimits import LIMITS

#: How many rules each family has in section 1: they are numbered from one.
FAMILIES = {
    "CAL": 12,
    "PEN": 28,
    "COE": 18,
    "LIC": 14,
    "REM": 12,
    "TRF": 9,
    "OGI": 9,
    "PLAN": 16,
    "SAMR": 20,
    "CR": 10,
    "INS": 12,
}
CODES = tuple(f"{family}-{n}" for family, most in FAMILIES.items() for n in range(1, most + 1))

#: Rules that this product can't break because it has nothing to do with what they govern, with the
#: reason. Nothing else may be missing from the rulebook or stay without a test.
NOT_OURS: dict[str, str] = {}

#: Rules with a number that is no time limit of the table (`LIMITS` is asked for those), and what
#: the number is. Their tests look at both sides of it.
COUNTED = {
    "CAL-1": "the day itself, and the next",
    "CAL-2": "the last day, and the first working day after a rest day",
    "CAL-3": "posted on the last day, and a day later",
    "CAL-4": "two, three, five, seven days are working days; fifteen, ninety are not",
    "CAL-5": "ten days are working days, fifteen are not",
    "CAL-6": "working days bind the agency",
    "CAL-7": "ten days are working days, fifteen are not",
    "CAL-9": "three days and 24 hours, natural",
    "CAL-10": "24 hours",
    "CAL-11": "thirteen days of seven holidays",
    "CAL-12": "the day before the event counts first",
    "PEN-1": "two years, five years",
    "PEN-3": "two officers",
    "PEN-11": "one or two agents",
    "PEN-16": "200 yuan, 3,000 yuan",
    "PEN-17": "100 yuan",
    "PEN-20": "three per cent a day, a hundred in all",
    "PEN-21": "the court's term from the last day of the deferral",
    "PEN-26": "fourteen and eighteen years",
    "COE-1": "two officers",
    "COE-15": "ten working days, three months",
    "COE-16": "5 and 7 working days, 15 and 30 days",
    "COE-17": "three years",
    "LIC-3": "two members of staff",
    "REM-1": "sixty days, one year, five and twenty years",
    "REM-2": "six months, fifteen days",
    "REM-8": "sixty and thirty days",
    "REM-12": "six months, one year",
    "TRF-1": "two officers",
    "OGI-5": "31 January",
    "PLAN-4": "31 January, or the plan's own day",
    "PLAN-6": "the last day of the month",
    "PLAN-10": "five per cent",
    "PLAN-11": "three recorders for two officers, two scanners",
    "PLAN-12": "the 25th",
    "PLAN-13": "ninety and a hundred per cent",
    "PLAN-14": "the last day of the month",
    "SAMR-4": "ninety and thirty days, then so many as are discussed",
    "SAMR-5": "10,000 and 100,000 yuan",
    "SAMR-18": "three months, three years",
    "CR-4": "three months at most",
    "CR-5": "three months, a year",
    "CR-6": "one year, three years",
    "CR-7": "the first day after the least time",
    "INS-4": "the yearly cap",
    "INS-7": "planned for today or later",
}


def has_a_number(code: str) -> bool:
    """Is there a boundary, so that a test must look at both sides?"""
    return code in COUNTED or code in LIMITS


_SECTION = re.compile(r"^## (\d+)\.", re.MULTILINE)
_ROW = re.compile(r"^\| ([A-Z]+-\d+) \|", re.MULTILINE)


def codes_in(reference: Path) -> set[str]:
    """The ids that begin a row of a table in section 1 of the law reference."""
    text = reference.read_text(encoding="utf-8")
    starts = {found[1]: found.start() for found in _SECTION.finditer(text)}
    return set(_ROW.findall(text[starts["1"] : starts["2"]]))
