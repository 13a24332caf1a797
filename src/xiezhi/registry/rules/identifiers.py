"""Numbers that carry their own check: 统一社会信用代码 and 公民身份号码."""

from __future__ import annotations

import datetime as dt
import re

from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidComponent

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse

_SPACES = re.compile(r"[\s\u3000-]")
_USCC = re.compile(r"[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}")
_CITIZEN = re.compile(r"[0-9]{17}[0-9X]")


def clean(code: str) -> str:
    """As it is stored: no blanks, capital letters."""
    return _SPACES.sub("", code).upper()


def check_uscc(code: str, field: str = "code") -> list[Reason]:
    """GB 32100-2015: 18 places without I O S V Z, the last one a check (weights mod 31).

    The first two places may be letters (N for collectives registered by agriculture), which
    the library's own `validate` refuses.
    """
    number = clean(code)
    todo = "对照营业执照或者法人证书核对每一位。"
    if len(number) != 18:
        say = f"统一社会信用代码应为 18 位，现在是 {len(number)} 位。"
    elif not _USCC.fullmatch(number):
        say = "统一社会信用代码只用数字和大写字母（不用 I、O、S、V、Z），第 3 至 8 位是数字。"
    elif uscc.calc_check_digit(number[:17]) != number[17]:
        say = "统一社会信用代码的校验位不对，有一位或者几位写错了。"
    else:
        return []
    return [refuse("ID-USCC", say, todo, field)]


def check_citizen_number(
    code: str, field: str = "id_number", *, today: dt.date | None = None
) -> list[Reason]:
    """GB 11643-1999: 17 digits and a check, with a date of birth that exists and isn't ahead.

    The place part isn't held against the list of divisions in use: abolished codes stay valid.
    """
    number = clean(code)
    todo = "对照身份证件核对每一位。"
    if not _CITIZEN.fullmatch(number):
        say = f"公民身份号码应为 18 位，末位可为 X，现在是 {len(number)} 位。"
    elif (born := birth_date(number)) is None or (today and born > today):
        say = "公民身份号码第 7 至 14 位不是真实的出生日期。"
    elif ric.calc_check_digit(number) != number[-1]:
        say = "公民身份号码的校验位不对，有一位或者几位写错了。"
    else:
        return []
    return [refuse("ID-CITIZEN", say, todo, field)]


def birth_date(number: str) -> dt.date | None:
    """The date of birth in a citizen's number, or None where there is none."""
    try:
        return ric.get_birth_date(number)
    except (InvalidComponent, ValueError):
        return None


def masked(number: str) -> str:
    """As pages show it: the first three and last two places (never shown whole)."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}" if len(number) > 5 else "*****"
