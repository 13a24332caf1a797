"""A fine against the law's range and against the benchmark (裁量基准, 处罚法 art. 34).

Outside the law's range is refused, below it unless a ground of mitigation is stated (art. 32).
Outside the benchmark is a warning: it wants written reasons and a collective discussion.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse

YUAN, TIMES, PERCENT = "yuan", "times_of_value", "percent"
_PER = {YUAN: Decimal(1), TIMES: Decimal(1), PERCENT: Decimal("0.01")}


@dataclass(frozen=True, slots=True)
class FineRange:
    """From `low` to `high`, both included, in yuan, times or percent of a value; None: no bound."""

    low: Decimal | None
    high: Decimal | None
    unit: str = YUAN

    @property
    def needs_value(self) -> bool:
        return self.unit != YUAN

    def in_yuan(self, value: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
        """The bounds in yuan. Raises ValueError where the value they multiply isn't known."""
        if self.needs_value and value is None:
            raise ValueError("value")
        factor = _PER[self.unit] * (value or Decimal(0) if self.needs_value else Decimal(1))
        return (
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )

    def __str__(self) -> str:
        low, high = (_plain(bound) for bound in (self.low, self.high))
        suffix = {YUAN: " 元", TIMES: " 倍", PERCENT: " %"}[self.unit]
        if self.low is None or self.high is None:
            return f"{high or low}{suffix}{'以下' if self.low is None else '以上'}"
        return f"{low}{suffix}" if low == high else f"{low} 至 {high}{suffix}"


def judge_fine(
    legal: FineRange, fine: Decimal, value: Decimal | None = None, *, mitigated: bool = False
) -> list[Reason]:
    """Does the fine keep within the law's range? `mitigated`: a ground of art. 32 is stated."""
    if fine < 0:
        return [refuse("PEN-76-1", "罚款数额不能是负数。", field="fine")]
    try:
        low, high = legal.in_yuan(value)
    except ValueError:
        return [_no_value("PEN-76-1")]
    if high is not None and fine > high:
        say = f"拟罚款 {_money(fine)}，高于法定上限 {_money(high)}。"
        return [refuse("PEN-76-1", say, "降到法定幅度以内。", "fine")]
    if low is not None and fine < low and not mitigated:
        say = f"拟罚款 {_money(fine)}，低于法定下限 {_money(low)}，没有写明减轻处罚的法定情形。"
        return [refuse("PEN-32", say, "写明减轻处罚的法定情形，或者提高到法定幅度以内。", "fine")]
    return []


def deviation(benchmark: FineRange, fine: Decimal, value: Decimal | None = None) -> Reason | None:
    """The warning that a fine lies outside the benchmark; None when it lies within."""
    try:
        low, high = benchmark.in_yuan(value)
    except ValueError:
        return _no_value("PEN-34")
    if (low is None or fine >= low) and (high is None or fine <= high):
        return None
    bounds = FineRange(low, high)
    return refuse(
        "PEN-34",
        f"拟罚款 {_money(fine)}，不在裁量基准的幅度（{bounds}）以内。",
        "说明偏离裁量基准的理由，并经集体讨论；或者改到基准幅度以内。",
        "fine",
    )


def judge_benchmark(
    benchmark: FineRange,
    fine: Decimal,
    value: Decimal | None = None,
    *,
    reasons: str = "",
    discussed: bool | None = None,
) -> list[Reason]:
    """A deviation from the benchmark stands only with reasons and a collective discussion."""
    warning = deviation(benchmark, fine, value)
    settled = bool(reasons.strip()) and discussed is True
    return [] if warning is None or (settled and warning.field == "fine") else [warning]


def _no_value(rule: str) -> Reason:
    return refuse(
        rule,
        "幅度按货值金额（违法所得、销售额）计算，没有填写金额。",
        "填写认定的金额和证据；确实无法认定的，适用法律对此另定的幅度。",
        "value",
    )


def _money(amount: Decimal) -> str:
    return f"{_plain(amount)} 元"


def _plain(amount: Decimal | None) -> str:
    if amount is None:
        return ""
    return f"{amount:,.2f}".removesuffix(".00")
