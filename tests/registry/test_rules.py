"""Certificates, codes and fines: each row a sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from xiezhi.registry.rules import (
    Certificate,
    FineRange,
    check_citizen_number,
    check_uscc,
    deviation,
    fault,
    judge_benchmark,
    judge_fine,
    masked,
    region_prefix,
)

DAY = dt.date(2026, 3, 2)
GOOD = Certificate(
    valid_from=dt.date(2024, 1, 1),
    valid_until=dt.date(2026, 12, 31),
    status="valid",
    status_since=None,
    territory="990100",
    categories=["市场监管"],
    agency_path="1.4.",
)


@pytest.mark.parametrize(
    ("change", "asked", "wrong"),
    [
        ({}, {}, ""),
        ({}, {"day": dt.date(2024, 1, 1)}, ""),
        ({}, {"day": dt.date(2026, 12, 31)}, ""),
        ({}, {"day": dt.date(2023, 12, 31)}, "有效期"),
        ({}, {"day": dt.date(2027, 1, 1)}, "有效期"),
        ({"status": "suspended", "status_since": DAY}, {}, "已暂扣"),
        ({"status": "suspended", "status_since": dt.date(2026, 3, 3)}, {}, ""),
        ({"status": "revoked", "status_since": None}, {}, "已注销"),
        ({}, {"agency_path": "1.4."}, ""),
        ({"agency_path": "1.4.7."}, {"agency_path": "1.4."}, ""),
        ({}, {"agency_path": "1.5."}, "不是本机关"),
        ({}, {"region": "990102"}, ""),
        ({}, {"region": "990200"}, "执法区域"),
        ({}, {"region": ""}, "没有登记行政区划"),
        ({"territory": ""}, {"region": "110101"}, ""),
        ({}, {"category": "市场监管"}, ""),
        ({}, {"category": "卫生健康"}, "执法类别"),
        ({}, {"category": "penalty"}, ""),
        ({"categories": ["行政检查"]}, {"category": "penalty"}, "执法类别"),
        ({"categories": ["行政检查", "行政处罚"]}, {"category": "penalty"}, ""),
        ({"categories": ["行政处罚"]}, {"category": "市场监管"}, ""),
        ({"categories": ["综合"]}, {"category": "卫生健康"}, ""),
        ({"categories": []}, {"category": "penalty"}, "没有登记"),
    ],
)
def test_a_certificate_carries_an_act(
    change: dict[str, object], asked: dict[str, object], wrong: str
) -> None:
    said = fault(replace(GOOD, **change), **{"day": DAY, **asked})  # type: ignore[arg-type]
    assert wrong in said if wrong else said == ""


@pytest.mark.parametrize(
    ("region", "prefix"), [("990000", "99"), ("990100", "9901"), ("990102", "990102"), ("", "")]
)
def test_a_division_contains_those_that_begin_like_it(region: str, prefix: str) -> None:
    assert region_prefix(region) == prefix


@pytest.mark.parametrize(
    "code",
    [
        "91230500MA1B3N1N2M",
        "11230500001755309F",
        "91320105780688132K",
        "113307023369256057",
        "11500242322384326D",
        " 91320105-780688132k ",
    ],
)
def test_a_real_credit_code_passes(code: str) -> None:
    assert check_uscc(code) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("91230500MA1B3N1N2", "现在是 17 位"),
        ("91230500MA1B3N1N2N", "校验位不对"),
        ("91230500MA1B3N1N3M", "校验位不对"),
        ("91230500MA1B3O1N2M", "不用 I、O、S、V、Z"),
        ("9123０500MA1B3N1N2M", "第 3 至 8 位是数字"),
        ("", "现在是 0 位"),
    ],
)
def test_a_wrong_credit_code_is_named(code: str, said: str) -> None:
    (reason,) = check_uscc(code)
    assert said in reason.say
    assert (reason.rule.code, reason.field) == ("ID-USCC", "code")
    assert "GB 32100" in str(reason)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("11010519491231002X", ""),
        ("11010519491231002x", ""),
        ("110105194912310021", "校验位不对"),
        ("11010519491331002X", "出生日期"),
        ("1101051949123100", "现在是 16 位"),
        ("11010519491231０02X", "18 位"),
    ],
)
def test_a_citizen_number_checks_itself(number: str, said: str) -> None:
    reasons = check_citizen_number(number, "party.id_number")
    assert [reason.field for reason in reasons] == (["party.id_number"] if said else [])
    assert all(said in reason.say for reason in reasons)


def test_a_birth_date_in_the_future_is_refused() -> None:
    number = "11010519491231002X"
    assert check_citizen_number(number, today=dt.date(1949, 12, 30))
    assert not check_citizen_number(number, today=dt.date(1949, 12, 31))


def test_a_citizen_number_is_never_shown_whole() -> None:
    assert masked("11010519491231002X") == "110*************2X"


LAW = FineRange(Decimal(50000), Decimal(100000))
TIMES = FineRange(Decimal(10), Decimal(20), "times_of_value")
PERCENT = FineRange(Decimal(1), Decimal(10), "percent")


@pytest.mark.parametrize(
    ("legal", "fine", "value", "mitigated", "rule"),
    [
        (LAW, "50000", None, False, None),
        (LAW, "100000", None, False, None),
        (LAW, "49999.99", None, False, "PEN-32"),
        (LAW, "49999.99", None, True, None),
        (LAW, "100000.01", None, False, "PEN-76-1"),
        (LAW, "100000.01", None, True, "PEN-76-1"),
        (LAW, "-1", None, True, "PEN-76-1"),
        (TIMES, "150000", "15000", False, None),
        (TIMES, "149999", "15000", False, "PEN-32"),
        (TIMES, "300001", "15000", False, "PEN-76-1"),
        (TIMES, "150000", None, False, "PEN-76-1"),
        (PERCENT, "1000", "100000", False, None),
        (PERCENT, "999", "100000", False, "PEN-32"),
        (FineRange(None, Decimal(1000)), "0", None, False, None),
        (FineRange(Decimal(1000), None), "999999", None, False, None),
    ],
)
def test_a_fine_keeps_within_the_law(
    legal: FineRange, fine: str, value: str | None, mitigated: bool, rule: str | None
) -> None:
    money = Decimal(value) if value else None
    reasons = judge_fine(legal, Decimal(fine), money, mitigated=mitigated)
    assert [reason.rule.code for reason in reasons] == ([rule] if rule else [])


def test_an_unknown_value_refuses_and_asks_for_it() -> None:
    (reason,) = judge_fine(TIMES, Decimal(1), None)
    assert reason.field == "value"


@pytest.mark.parametrize(
    ("fine", "reasons", "discussed", "allowed"),
    [
        ("70000", "", None, True),
        ("70001", "", None, False),
        ("70001", "主动消除危害后果", None, False),
        ("70001", "主动消除危害后果", False, False),
        ("70001", "  ", True, False),
        ("70001", "主动消除危害后果", True, True),
    ],
)
def test_outside_the_benchmark_wants_reasons_and_a_discussion(
    fine: str, reasons: str, discussed: bool | None, allowed: bool
) -> None:
    grade = FineRange(Decimal(50000), Decimal(70000))
    said = judge_benchmark(grade, Decimal(fine), reasons=reasons, discussed=discussed)
    assert (said == []) is allowed
    assert all("50,000 至 70,000 元" in reason.say for reason in said)


def test_within_the_benchmark_there_is_no_warning() -> None:
    assert deviation(LAW, Decimal(60000)) is None
    assert deviation(TIMES, Decimal(60000)) is not None, "unknown value is not within"
