"""What is owed: the decision's sum with late fees, less relief and payments; rows that add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event

_CENT = Decimal("0.01")
#: Late fees are set in parts of ten thousand a day.
_PART = Decimal(10000)


def decimal(value: Any) -> Decimal | None:
    """A finite number, or None."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def cents(value: Decimal) -> Decimal:
    return value.quantize(_CENT, ROUND_HALF_UP)


def wrong_row(rows: Iterable[Mapping[str, Any]]) -> str:
    """What is wrong with the first row whose base × rate isn't its amount; empty if none is."""
    for n, row in enumerate(rows, 1):
        base, rate = decimal(row.get("base")), decimal(row.get("rate"))
        if base is None or rate is None:
            return f"第 {n} 行的基数、标准不是数字。"
        if decimal(row.get("amount")) != cents(base * rate):
            return f"第 {n} 行，基数乘标准应当是 {cents(base * rate):,} 元。"
    return ""


def total(rows: Iterable[Mapping[str, Any]]) -> Decimal:
    return sum((decimal(row.get("amount")) or Decimal(0) for row in rows), Decimal(0))


def added(st: Standing, act: str, key: str) -> Decimal:
    """The sum of a money fact over all entries of an act."""
    return sum((decimal(e.facts.get(key)) or Decimal(0) for e in st.all(act)), Decimal(0))


def payable(st: Standing) -> Decimal:
    """What the decision says, and nothing before it or after its revocation."""
    if st.has("decision.revoke"):
        return Decimal(0)
    return decimal(st.fact("decision.issue", "payable")) or Decimal(0)


def due_in_all(st: Standing, family: str) -> Decimal:
    """The decision's sum with its late fees, less what was remitted."""
    remitted = added(st, f"{family}.decide_relief", "relief_amount")
    late = added(st, f"{family}.add_late_fee", "late_fee")
    return max(payable(st) + late - remitted, Decimal(0))


def paid(st: Standing) -> Decimal:
    return added(st, "decision.record_payment", "amount")


def refunded(st: Standing, family: str) -> Decimal:
    return added(st, f"{family}.refund", "refund_amount")


def owed(st: Standing, family: str) -> Decimal:
    return max(due_in_all(st, family) - paid(st), Decimal(0))


def overpaid(st: Standing, family: str) -> Decimal:
    """What came in beyond what is due and hasn't gone back."""
    return max(paid(st) - due_in_all(st, family) - refunded(st, family), Decimal(0))


def pay_by(st: Standing, family: str) -> dt.date | None:
    """The last day to pay: from service, so many days as the decision says, or as deferred.

    The day of service isn't counted; a last day off moves on to the next working day (CAL-1, 2).
    """
    served = st.last("decision.serve")
    days = decimal((st.proposal or {}).get("pay_days"))
    if served is None or days is None:
        return None
    last = st.calendar.roll_forward(served.on + dt.timedelta(days=int(days)))
    until = st.fact(f"{family}.decide_relief", "deferred_until")
    return max(last, dt.date.fromisoformat(until)) if until else last


def late_fee(st: Standing, family: str, on: dt.date) -> tuple[int, Decimal]:
    """Days overdue and the late fee on what was unpaid on each of them (强制法 art. 45).

    So many parts of ten thousand a day, never more than what was unpaid when the term ended.
    """
    last, rate = pay_by(st, family), decimal((st.proposal or {}).get("late_rate"))
    if last is None or rate is None:
        return 0, Decimal(0)
    remitted = added(st, f"{family}.decide_relief", "relief_amount")
    payments = [(e.on, decimal(e.facts["amount"]) or Decimal(0)) for e in _payments(st)]
    unpaid = payable(st) - remitted - sum(sum_ for day, sum_ in payments if day <= last)
    most, weighed, since = unpaid, Decimal(0), last
    for day, sum_ in [(d, s) for d, s in payments if last < d <= on]:
        weighed += unpaid * (day - since).days
        unpaid, since = max(unpaid - sum_, Decimal(0)), day
    end = since if unpaid <= 0 else on
    weighed += unpaid * (end - since).days
    return (end - last).days, min(most, cents(weighed * rate / _PART))


def _payments(st: Standing) -> list[Event]:
    return sorted(st.all("decision.record_payment"), key=lambda e: (e.on, e.seq))
