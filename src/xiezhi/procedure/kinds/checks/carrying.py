"""Checks of what becomes of money, goods and licences (处罚法 arts. 29, 68 to 74)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.parties import of_each
from xiezhi.procedure.kinds.checks.performing import owed
from xiezhi.procedure.penalties import PenaltyKind
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.shares import shares_of
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import PAYMENT, cn_date, late_fee

#: Penalties that somebody has to carry out, beside money and goods.
CARRIED_OUT = frozenset(
    {
        PenaltyKind.SUSPEND_LICENCE,
        PenaltyKind.DOWNGRADE,
        PenaltyKind.REVOKE_LICENCE,
        PenaltyKind.RESTRICT_BUSINESS,
        PenaltyKind.STOP_BUSINESS,
        PenaltyKind.CLOSE,
        PenaltyKind.BAR_FROM_TRADE,
    }
)
_OVER = ("decision.revoke", "decision.apply_court", "casework.refuse_filing")


def decided_kinds(st: Standing) -> set[str]:
    """The penalty kinds of the decision made, none where there is none."""
    if not st.any("decision.issue", "decision.decide_on_spot"):
        return set()
    return set((st.proposal or {}).get("kinds") or ())


def goods_were_dealt_with(st: Standing, _ask: Ask) -> Reason | None:
    """Confiscated goods are auctioned, destroyed or handed to the treasury (art. 74)."""
    taken = PenaltyKind.CONFISCATE_GOODS in decided_kinds(st)
    if not taken or st.any("decision.dispose_goods", *_OVER):
        return None
    return refuse("PEN-74", "没收的财物还没有处理。", todo="先登记罚没物品的处理。")


@of_each
def other_penalties_were_carried_out(st: Standing, _ask: Ask) -> Reason | None:
    """A licence revoked or a business stopped on paper only isn't a decision performed."""
    due = decided_kinds(st) & CARRIED_OUT
    if not due or st.any("decision.carry_out", *_OVER):
        return None
    names = "、".join(PenaltyKind(kind).label for kind in sorted(due))
    return refuse("PEN-66", f"{names}还没有登记执行情况。", todo="先登记其他处罚的执行。")


def one_fine_for_one_act(_st: Standing, ask: Ask) -> Reason | None:
    """Two fines of one party need two breaches, each named (art. 29)."""
    proposal = ask.facts.get("proposal") or {}
    rows = [row for row in proposal.get("penalties") or [] if row.get("kind") == "fine"]
    names = {share["party"]: f"{share['name']}：" for share in shares_of(proposal)}
    twice = next((party for party in names or {None: ""} if _fined_twice(rows, party)), _NOBODY)
    if twice is _NOBODY:
        return None
    return refuse(
        "PEN-25",
        f"{names.get(twice, '')}有两项罚款，没有分别写明针对的违法行为。",
        todo="数个违法行为的，每项罚款写明针对哪个行为；同一个行为只能罚款一次，按数额高的规定处罚。",
        field="penalties",
    )


_NOBODY = object()


def _fined_twice(rows: list[dict[str, Any]], party: int | None) -> bool:
    mine = [row for row in rows if row.get("party") == party]
    fines = Counter(str(row.get("breach") or "").strip() for row in mine)
    return any(n > 1 for n in fines.values()) or ("" in fines and len(fines) > 1)


def cash(st: Standing) -> list[Event]:
    """Payments that officers took in cash on the spot."""
    return [event for event in st.all("decision.record_payment") if event.facts.get("cash") is True]


def cash_not_remitted(st: Standing) -> Event | None:
    """Cash that an officer still holds (art. 71)."""
    taken = cash(st)
    return taken[len(st.all("decision.remit_cash"))] if _more(st, taken) else None


def _more(st: Standing, taken: list[Event]) -> bool:
    return len(taken) > len(st.all("decision.remit_cash"))


def cash_was_taken(st: Standing, _ask: Ask) -> Reason | None:
    if cash_not_remitted(st) is not None:
        return None
    return refuse("PEN-18", "没有当场收缴后还没有交回的罚款。")


def what_was_taken_is_remitted(st: Standing, ask: Ask) -> Reason | None:
    """The officer hands in what he took, to the cent (art. 71)."""
    held = cash_not_remitted(st)
    if held is None:
        return None
    was = held.facts.get("amount") or 0
    say = f"当场收缴的是 {was} 元，交至机关的金额应当一致。"
    return _same(was, ask.facts.get("remitted"), refuse("PEN-18", say, field="remitted"))


def cash_waits_for_bank(st: Standing, _ask: Ask) -> Reason | None:
    if cash_not_deposited(st) is not None:
        return None
    return refuse("PEN-18-2", "没有交回机关后还没有缴付银行的罚款。")


def what_was_remitted_is_deposited(st: Standing, ask: Ask) -> Reason | None:
    """The agency pays in what it got (art. 71)."""
    got = cash_not_deposited(st)
    if got is None:
        return None
    was = got.facts.get("remitted") or 0
    say = f"收到的是 {was} 元，缴付银行的金额应当一致。"
    return _same(was, ask.facts.get("deposited"), refuse("PEN-18-2", say, field="deposited"))


def cash_not_deposited(st: Standing) -> Event | None:
    """Cash that the agency got and hasn't paid in yet."""
    handed, banked = st.all("decision.remit_cash"), st.all("decision.deposit_cash")
    return handed[len(banked)] if len(handed) > len(banked) else None


def _same(was: object, now: object, reason: Reason) -> Reason | None:
    return None if now is not None and Decimal(str(now)) == Decimal(str(was)) else reason


def cash_is_in_the_bank(st: Standing, _ask: Ask) -> Reason | None:
    """A case isn't closed while its cash is in somebody's drawer."""
    if len(cash(st)) <= len(st.all("decision.deposit_cash")):
        return None
    return refuse(
        "PEN-18",
        "当场收缴的罚款还没有缴付指定的银行。",
        todo="先登记交至机关、缴付银行。",
    )


def cash_may_be_taken(st: Standing, ask: Ask) -> Reason | None:
    """On the spot where the decision said so, or far from any bank at the party's wish (69)."""
    if ask.facts.get("cash") is not True:
        return None
    said = st.fact("decision.decide_on_spot", "collected_on_spot") is True
    if said or ask.facts.get("remote") is True:
        return None
    return refuse(
        "PEN-69",
        "决定书没有写明当场收缴，当事人也没有因边远、水上、交通不便提出当场缴纳。",
        todo="由当事人到指定的银行或者通过电子支付系统缴纳。",
        field="cash",
    )


def surcharge_is_no_more_than_due(st: Standing, ask: Ask) -> Reason | None:
    """Three per cent a day from the day after the term, never more than the fine (art. 72(1))."""
    due, asked = st.limit(PAYMENT.id), ask.facts.get("surcharge_amount")
    if due is None:
        return None
    fine = Decimal(str((st.proposal or {}).get("fine") or 0))
    most = late_fee(min(fine, owed(st)), max((ask.on - due.last_day).days, 0))
    if asked is not None and 0 < Decimal(str(asked)) <= most:
        return None
    return refuse(
        "PEN-20",
        f"到 {cn_date(ask.on)}，加处罚款最多 {most:,} 元。",
        todo="按未缴罚款每日百分之三计算，总额不超过罚款数额。",
        field="surcharge_amount",
    )
