"""Codes and numbers that pass their own check and belong to nobody."""

from __future__ import annotations

from stdnum.cn import ric, uscc

#: A division that doesn't exist, so that no code made from it can be anybody's.
REGION = "990100"


def company_code(n: int, region: str = REGION) -> str:
    """A 统一社会信用代码 of a company."""
    return _credit_code(f"91{region}MA{n:07d}")


def trader_code(n: int, region: str = REGION) -> str:
    """A 统一社会信用代码 of an individual business."""
    return _credit_code(f"92{region}MA{n:07d}")


def organ_code(n: int, region: str = REGION) -> str:
    """A 统一社会信用代码 of a government organ."""
    return _credit_code(f"11{region}00{n:07d}")


def _credit_code(body: str) -> str:
    return body + str(uscc.calc_check_digit(body))


def citizen_number(n: int, born: str = "19840312", region: str = REGION) -> str:
    """A 公民身份号码; `n` has three digits."""
    body = f"{region}{born}{n:03d}"
    return body + str(ric.calc_check_digit(f"{body}0"))
