"""How numbers, dates and sums are written in Chinese official pages and documents."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

_WEEKDAYS = "一二三四五六日"
_DIGITS = "〇一二三四五六七八九"
_NUMERALS = "零一二三四五六七八九"
_UPPER = "零壹贰叁肆伍陆柒捌玖"
_SMALL_UNITS = ("", "十", "百", "千")
_UPPER_UNITS = ("", "拾", "佰", "仟")
_BIG_UNITS = ("", "万", "亿", "万亿")
_CENT = Decimal("0.01")

# 文号, dates and article numbers are set phrases: a line may not break inside them.
_UNBREAKABLE = re.compile(
    r"[\u4e00-\u9fff]{0,8}〔\d{4}〕\d+号"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}月\d{1,2}日"
    r"|第[零一二三四五六七八九十百千]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?"
    r"|[\d,]+(?:\.\d+)? (?:个工作日|件|元|万元|日|份|条|页|家|处|名)"
)


def local(moment: date | datetime) -> date | datetime:
    """A moment on the clock of the place where the law applies; a plain date stays as it is."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(SHANGHAI)
    return moment


def cndate(day: date | datetime | None) -> str:
    """2026年11月22日: no spaces, no leading zeros."""
    if day is None:
        return ""
    day = local(day)
    return f"{day.year}年{day.month}月{day.day}日"


def cndate_short(day: date | datetime | None, today: date | None = None) -> str:
    """11月22日 in lists of this year; with its year as soon as the year is another."""
    if day is None:
        return ""
    day = local(day)
    year = (today or datetime.now(SHANGHAI).date()).year
    return f"{day.month}月{day.day}日" if day.year == year else cndate(day)


def cntime(moment: datetime | time | None) -> str:
    """15:22, on the clock of Shanghai."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = local(moment)  # type: ignore[assignment]  # a datetime stays a datetime
    return f"{moment:%H:%M}"


def cnmoment(moment: datetime | None) -> str:
    """2026年11月22日 15:22."""
    return f"{cndate(moment)} {cntime(moment)}" if moment else ""


def weekday(day: date | datetime | None) -> str:
    """星期三; printed wherever a limit ends."""
    return "星期" + _WEEKDAYS[local(day).weekday()] if day else ""


def _amount(value: Decimal | int | str) -> Decimal:
    try:
        amount = Decimal(halfwidth(str(value)).replace(",", "").strip())
    except InvalidOperation as error:
        raise ValueError(f"不是金额：{value}") from error
    if not amount.is_finite():
        raise ValueError(f"不是金额：{value}")
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)


def money(value: Decimal | int | str | None) -> str:
    """46,000 or 46,000.50: 角 and 分 are shown only when there are any."""
    if value is None or value == "":
        return ""
    amount = _amount(value)
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def _group(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Four decimal digits as words; inner zeros are said once, outer ones not at all."""
    words, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            zero = bool(words)
            continue
        words += (digits[0] if zero else "") + digits[digit] + units[power]
        zero = False
    return words


def _in_words(number: int, digits: str, units: tuple[str, ...]) -> str:
    """A whole number below 10¹⁶ as words, in groups of 万."""
    words, gap = "", False
    for power in range(len(_BIG_UNITS) - 1, -1, -1):
        group = number // 10 ** (4 * power) % 10000
        if group == 0:
            gap = bool(words)
            continue
        if words and (gap or group < 1000):
            words += digits[0]
        unit = "万" if power == 3 and number // 10**8 % 10000 else _BIG_UNITS[power]
        words += _group(group, digits, units) + unit
        gap = False
    return words or digits[0]


def money_upper(value: Decimal | int | str | None) -> str:
    """人民币肆万陆仟元整: the form of sums that a court or a bank reads.

    After the rules for filling in bank notes (支付结算办法, annex 1): 整 follows 元 and 角, never
    分; zeros inside are said once; a zero 角 before 分 is said; sums below one yuan begin with 角.
    """
    if value is None or value == "":
        return ""
    amount = _amount(value)
    if abs(amount) >= 10**16:
        raise ValueError("金额超出可写范围")
    sign = "负" if amount < 0 else ""
    cents = int(abs(amount) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    if cents == 0:
        return "人民币零元整"
    words = _in_words(yuan, _UPPER, _UPPER_UNITS) + "元" if yuan else ""
    if not jiao and not fen:
        return f"人民币{sign}{words}整"
    if yuan and jiao == 0:
        words += "零"
    words += f"{_UPPER[jiao]}角" if jiao else ""
    words += f"{_UPPER[fen]}分" if fen else "整"
    return f"人民币{sign}{words}"


def han_number(value: int | None) -> str:
    """一百零八, as articles and lists are numbered; ten to nineteen without 一."""
    if value is None:
        return ""
    number = int(value)
    words = _in_words(abs(number), _NUMERALS, _SMALL_UNITS)
    return ("负" if number < 0 else "") + (words[1:] if words.startswith("一十") else words)


def han_year_month(day: date | datetime | None) -> str:
    """二〇二六年十一月, for headings set in Song."""
    if day is None:
        return ""
    day = local(day)
    year = "".join(_DIGITS[int(figure)] for figure in str(day.year))
    return f"{year}年{han_number(day.month)}月"


def han_date(day: date | datetime | None) -> str:
    """二〇二六年十一月二十二日."""
    return f"{han_year_month(day)}{han_number(local(day).day)}日" if day else ""


def halfwidth(text: str) -> str:
    """Full-width figures and signs as a Chinese input method types them, made ASCII."""
    return unicodedata.normalize("NFKC", text)


def unbreakable(text: str) -> list[tuple[str, bool]]:
    """The text cut into pieces; True marks a set phrase that must stay on one line."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in _UNBREAKABLE.finditer(text):
        pieces.append((text[at : match.start()], False))
        pieces.append((match.group(), True))
        at = match.end()
    pieces.append((text[at:], False))
    return [(piece, whole) for piece, whole in pieces if piece]


def parse_day(text: str) -> date | None:
    """A day as people type it: 2026-11-22, 2026年11月22日, 2026/11/22, ２０２６．１１．２２."""
    match = re.fullmatch(
        r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*", halfwidth(text)
    )
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
