"""Checks of service, payment, demand and court (arts. 61 to 74, 强制法 arts. 53, 54)."""

from __future__ import annotations

from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask


def paid_or_handed_to_court(st: Standing, _ask: Ask) -> Reason | None:
    """A case closes when its decision is performed, revoked, or has nothing to perform."""
    if st.any("casework.refuse_filing", "decision.revoke"):
        return None
    money = Decimal(
        st.fact("decision.issue", "payable") or st.fact("decision.decide_on_spot", "payable") or 0
    )
    paid = sum((Decimal(e.facts["amount"]) for e in st.all("decision.record_payment")), Decimal(0))
    if paid < money and not st.has("decision.apply_court"):
        return refuse(
            "PEN-19",
            f"应缴 {money:,} 元，已缴 {paid:,} 元，还没有履行完毕。",
            todo="登记缴款；逾期不履行的，催告后申请法院强制执行。",
        )
    return None


def served_to_party(st: Standing, _ask: Ask) -> Reason | None:
    if st.any("decision.issue", "decision.decide_on_spot") and not st.has("decision.serve"):
        return refuse("PEN-15", "决定书还没有送达当事人。", todo="先登记送达。")
    return None


def payment_is_overdue(st: Standing, ask: Ask) -> Reason | None:
    due = st.limit("PEN-19")
    if due is None or due.last_day is None or ask.on <= due.last_day:
        return refuse("COE-10", "缴纳罚款的期限还没有过，不用催告。")
    return None


def demand_was_ignored(st: Standing, ask: Ask) -> Reason | None:
    """Ten working days after the demand's service (强制法 art. 54)."""
    asked = st.last("decision.demand")
    if asked is None:
        return refuse("COE-15", "还没有催告当事人履行。", todo="先办理“催告履行”。")
    last = st.calendar.add_working_days(asked.on, 10)
    if ask.on <= last:
        return refuse(
            "COE-15",
            f"催告书送达后十个工作日到 {last:%Y-%m-%d} 止，当事人还可以履行。",
            todo=f"{last:%Y-%m-%d} 之后仍未履行的，再申请。",
        )
    return None


_ANNOUNCED_DAYS = 30


def service_is_lawful(st: Standing, ask: Ask) -> Reason | None:
    """By e-mail only with a signed confirmation (art. 61); left with a witness or a recording;
    by announcement only after its thirty days (民事诉讼法 arts. 89, 95)."""
    mode = ask.facts.get("mode")
    if mode == "electronic" and st.fact("casework.confirm_address", "electronic") is not True:
        return refuse(
            "PEN-61-2",
            "没有当事人同意电子送达的确认书。",
            todo="先办理“确认送达地址”，由当事人同意电子送达；或者改用其他方式。",
            field="mode",
        )
    if mode == "left" and ask.facts.get("witnessed") is not True:
        return refuse(
            "DOC-SERVICE",
            "留置送达没有见证人，也没有拍照、录像。",
            todo="填写见证人，或者确认已经拍照、录像记录送达过程。",
            field="witness",
        )
    if mode == "announced":
        return _announced(ask)
    return None


def _announced(ask: Ask) -> Reason | None:
    posted = day(ask.facts.get("announced_on"))
    if posted is None or (ask.on - posted).days < _ANNOUNCED_DAYS:
        return refuse(
            "DOC-SERVICE",
            "公告送达，自发出公告之日起满三十日才视为送达。",
            todo="填写公告日期；公告期满后再登记送达。",
            field="announced_on",
        )
    return None
