"""Numbers, dates and sums as official pages and documents write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiezhi.ui import text

UPPER = [
    ("0", "零元整"),
    ("0.05", "伍分"),
    ("0.30", "叁角整"),
    ("0.35", "叁角伍分"),
    ("1", "壹元整"),
    ("10", "壹拾元整"),
    ("16.40", "壹拾陆元肆角整"),
    ("100", "壹佰元整"),
    ("101", "壹佰零壹元整"),
    ("1000.05", "壹仟元零伍分"),
    ("1010", "壹仟零壹拾元整"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("10001", "壹万零壹元整"),
    ("46000", "肆万陆仟元整"),
    ("100100.05", "壹拾万零壹佰元零伍分"),
    ("107000.53", "壹拾万柒仟元伍角叁分"),
    ("1000001", "壹佰万零壹元整"),
    ("2000000", "贰佰万元整"),
    ("30050000", "叁仟零伍万元整"),
    ("100010000", "壹亿零壹万元整"),
    ("1000000000000", "壹万亿元整"),
    ("-5", "负伍元整"),
]


@pytest.mark.parametrize(("sum_", "words"), UPPER)
def test_a_sum_in_capital_numerals(sum_: str, words: str) -> None:
    assert text.money_upper(Decimal(sum_)) == f"人民币{words}"


_VALUES = dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True))
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def _read(words: str) -> int:
    """An independent reader: capital numerals back to a whole number below 10¹²."""
    total = group = digit = 0
    for sign in words:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign in _UNITS:
            group, digit = group + digit * _UNITS[sign], 0
        else:
            total, group, digit = total + (group + digit) * {"万": 10**4, "亿": 10**8}[sign], 0, 0
    return total + group + digit


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_what_is_written_can_be_read_back(yuan: int) -> None:
    words = text.money_upper(yuan).removeprefix("人民币").removesuffix("元整")
    assert _read(words) == yuan
    assert "零零" not in words
    assert not words.endswith("零")


def test_what_is_no_sum_is_refused() -> None:
    for wrong in ("abc", "NaN", "Infinity", str(10**16)):
        with pytest.raises(ValueError, match="金额"):
            text.money_upper(wrong)


@pytest.mark.parametrize(
    ("sum_", "shown"),
    [("46000", "46,000"), ("46000.5", "46,000.50"), ("0", "0"), ("1234567.89", "1,234,567.89")],
)
def test_a_sum_on_a_page(sum_: str, shown: str) -> None:
    assert text.money(Decimal(sum_)) == shown


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (8, "八"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (108, "一百零八"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (1010, "一千零一十"),
        (10000, "一万"),
    ],
)
def test_numbers_of_articles(number: int, words: str) -> None:
    assert text.han_number(number) == words


def test_dates_have_no_leading_zeros_and_live_in_shanghai() -> None:
    day = date(2026, 3, 5)
    assert text.cndate(day) == "2026年3月5日"
    assert text.weekday(day) == "星期四"
    assert text.han_year_month(date(2026, 11, 2)) == "二〇二六年十一月"
    assert text.han_date(date(2026, 11, 22)) == "二〇二六年十一月二十二日"
    late = datetime(2026, 3, 5, 16, 30, tzinfo=UTC)  # half past midnight of the 6th in Shanghai
    assert text.cnmoment(late) == "2026年3月6日 00:30"


def test_the_year_is_dropped_only_in_the_same_year() -> None:
    assert text.cndate_short(date(2026, 3, 5), date(2026, 12, 31)) == "3月5日"
    assert text.cndate_short(date(2025, 3, 5), date(2026, 12, 31)) == "2025年3月5日"


@pytest.mark.parametrize(
    "typed", ["2026-11-22", "2026年11月22日", "2026/11/22", "２０２６．１１．２２", " 2026-11-22 "]
)
def test_a_day_may_be_typed_in_many_ways(typed: str) -> None:
    assert text.parse_day(typed) == date(2026, 11, 22)


def test_what_is_no_day_is_none() -> None:
    assert text.parse_day("2026-02-30") is None
    assert text.parse_day("明天") is None


def test_set_phrases_stay_whole() -> None:
    said = "依据《行政处罚法》第五十八条第一款，安环罚〔2026〕57号于 2026年11月10日罚款 46,000 元。"
    whole = [piece for piece, kept in text.unbreakable(said) if kept]
    assert whole == ["第五十八条第一款", "安环罚〔2026〕57号", "2026年11月10日", "46,000 元"]
    assert "".join(piece for piece, _ in text.unbreakable(said)) == said
