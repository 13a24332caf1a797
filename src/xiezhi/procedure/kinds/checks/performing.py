"""Checks of service, payment, demand and court (arts. 61 to 74, 强制法 arts. 53, 54)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.checks.parties import of_each
from xiezhi.procedure.kinds.checks.transfer import was_taken_over
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import (
    DEMAND,
    LITIGATION,
    PAYMENT,
    RECONSIDERATION,
    cn_date,
    compute,
)


def owed(st: Standing) -> Decimal:
    """What the decision took in money, less what came in; without the late fee.

    Of several parties each owes its own share: what one paid too much is no other's payment.
    """
    if st.several:
        return sum((owed(one) for one in st.parties), Decimal(0))
    payable = st.fact("decision.issue", "payable") or st.fact("decision.decide_on_spot", "payable")
    paid = sum((Decimal(e.facts["amount"]) for e in st.all("decision.record_payment")), Decimal(0))
    return max(Decimal(payable or 0) - paid, Decimal(0))


def has_an_outcome(st: Standing, _ask: Ask) -> Reason | None:
    """A case isn't closed before it was decided, one way or the other (art. 57)."""
    if st.any("decision.issue", "decision.decide_on_spot", "casework.refuse_filing"):
        return None
    ended = ("casework.terminate", "casework.withdraw_filing", "casework.refer")
    if st.any(*ended) or was_taken_over(st):
        return None
    return refuse("PEN-57", "还没有作出处理决定，不能结案。", todo="先作出决定。")


@of_each
def paid_or_handed_to_court(st: Standing, _ask: Ask) -> Reason | None:
    """A case closes when its decision is performed, revoked, or has nothing to perform."""
    if st.any("casework.refuse_filing", "decision.revoke", "decision.apply_court"):
        return None
    if left := owed(st):
        return refuse(
            "PEN-19",
            f"还有 {left:,} 元没有缴纳，决定没有履行完毕。",
            todo="登记缴款；逾期不履行的，催告后申请法院强制执行。",
        )
    return None


def payment_is_positive(_st: Standing, ask: Ask) -> Reason | None:
    if Decimal(ask.facts.get("amount") or 0) > 0:
        return None
    return refuse("PEN-19", "缴款的金额应当大于零。", field="amount")


def something_is_owed(st: Standing, _ask: Ask) -> Reason | None:
    return None if owed(st) > 0 else refuse("COE-15", "罚没款已经缴清，没有可以申请执行的内容。")


@of_each
def served_to_party(st: Standing, _ask: Ask) -> Reason | None:
    if st.any("decision.issue", "decision.decide_on_spot") and not st.has("decision.serve"):
        return refuse("PEN-15", "决定书还没有送达当事人。", todo="先登记送达。")
    return None


def payment_is_overdue(st: Standing, ask: Ask) -> Reason | None:
    """A demand comes after the fifteen days, or after the day that was allowed (arts. 66, 67)."""
    due = st.limit(PAYMENT.id)
    if due is None:
        return refuse("COE-10", "没有未缴的罚没款，不用催告。")
    if ask.on <= due.last_day:
        return refuse("COE-10", f"缴纳罚款的期限到 {cn_date(due.last_day)}止，还没有过，不用催告。")
    return None


def demand_was_ignored(st: Standing, ask: Ask) -> Reason | None:
    """Ten working days after the demand was served (强制法 art. 54)."""
    asked = st.last("decision.demand")
    if asked is None:
        return refuse("COE-15", "还没有催告当事人履行。", todo="先办理“催告履行”。")
    due = compute(st.policy.limit(DEMAND), asked.on, calendar=st.calendar, today=st.today)
    if ask.on <= due.last_day:
        return refuse(
            "COE-15",
            f"催告书送达后十日到 {cn_date(due.last_day)}止，当事人还可以履行。",
            todo=f"{cn_date(due.last_day)}之后仍未履行的，再申请。",
        )
    return None


def deferred_until(st: Standing) -> dt.date | None:
    """The day until which payment was put off or spread (art. 66(2))."""
    return day(st.fact("decision.allow_instalments", "until"))


def remedies_end(st: Standing) -> dt.date | None:
    """The last day for review or litigation, or of an allowed deferral (处罚法 art. 72(2))."""
    served = st.last("decision.serve")
    if served is None:
        return None
    days = [
        compute(limit, served.on, calendar=st.calendar, today=st.today).last_day
        for limit in (RECONSIDERATION, LITIGATION)
    ]
    return max(*days, deferred_until(st) or served.on)


def remedies_have_lapsed(st: Standing, ask: Ask) -> Reason | None:
    """The court is asked only when the party's own terms have run out (强制法 art. 53)."""
    end = remedies_end(st)
    if end is not None and ask.on <= end == deferred_until(st):
        return refuse(
            "PEN-21",
            f"批准延期、分期缴纳的期限到 {cn_date(end)}止，还没有过。",
            todo=f"{cn_date(end)}之后三个月内申请。",
            field="on",
        )
    if end is not None and ask.on <= end:
        return refuse(
            "COE-15-2",
            f"当事人申请行政复议、提起行政诉讼的期限到 {cn_date(end)}止，还没有过。",
            todo=f"{cn_date(end)}之后三个月内申请。",
            field="on",
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
        return _announced(st, ask)
    return None


def _announced(st: Standing, ask: Ask) -> Reason | None:
    posted = day(ask.facts.get("announced_on"))
    made = st.last("casework.give_notice", "decision.issue", "decision.decide_on_spot")
    early = posted is not None and made is not None and posted < made.on
    if posted is None or early or (ask.on - posted).days < _ANNOUNCED_DAYS:
        return refuse(
            "DOC-SERVICE",
            "公告送达，自发出公告之日起满三十日才视为送达。",
            todo="填写公告日期；公告期满后再登记送达。",
            field="announced_on",
        )
    return None
