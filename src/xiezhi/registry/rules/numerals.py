"""Chinese numerals as statutes use them: 第一百零八条, 第二十条之一."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_SHAPE = re.compile(
    r"(?:([一二三四五六七八九])千)?"
    r"(?:(零)?([一二三四五六七八九])百)?"
    r"(?:(零)?([一二三四五六七八九])?(十))?"
    r"(?:(零)?([一二三四五六七八九]))?"
)
LARGEST = 9999


def parse_numeral(text: str) -> int:
    """一百零八 → 108. Raises ValueError for anything that is no numeral from 1 to 9999."""
    found = _SHAPE.fullmatch(text.replace("〇", "零"))
    if not text or found is None:
        raise ValueError(f"“{text}”不是中文数字")
    thousands, _, hundreds, _, tens, ten, _, ones = found.groups()
    value = 1000 * _digit(thousands) + 100 * _digit(hundreds) + _digit(ones)
    value += 10 * (_digit(tens) or 1) if ten else 0
    if not value or not _zeros_stand_right(text.replace("〇", "零"), value):
        raise ValueError(f"“{text}”不是规范的中文数字")
    return value


def numeral(value: int) -> str:
    """108 → 一百零八."""
    if not 0 < value <= LARGEST:
        raise ValueError(f"{value} 不在 1 到 {LARGEST} 之间")
    text, skipped = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            text += ("零" if skipped and text else "") + _DIGITS[digit] + unit
        skipped = not digit
    return text.removeprefix("一") if 10 <= value < 20 else text


def _digit(text: str | None) -> int:
    return _DIGITS.index(text) if text else 0


def _zeros_stand_right(text: str, value: int) -> bool:
    """Only 一百十二 for 一百一十二 is let pass besides the one right way of writing."""
    written = numeral(value)
    return text in (written, written.replace("一十", "十"), f"一{written}") and (
        text != f"一{written}" or 10 <= value < 20
    )
