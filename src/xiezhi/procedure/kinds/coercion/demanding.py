"""Checks of 催告: who may enforce, what was unmet, how long the party has, what it said
(强制法 arts. 13, 34 to 38, 53, 54)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.facts import day, sum_of, whole
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import (
    DEMAND,
    LITIGATION,
    LITIGATION_UNTOLD,
    RECONSIDERATION,
    TimeLimit,
    Unit,
    cn_date,
    compute,
)
from xiezhi.procedure.timelimits.coercion import DEMANDED

DEMANDS = ("coercion.demand", "coercion.demand_for_court")


def may_enforce(_st: Standing, ask: Ask) -> Reason | None:
    """Only a law gives the power to enforce one's own decision (art. 13)."""
    if ask.facts.get("may_enforce") is True:
        return None
    return refuse(
        "COE-10-5",
        "没有确认法律规定由本机关强制执行。",
        todo="法律没有规定的，办理“催告履行，准备申请法院执行”。",
        field="may_enforce",
    )


def may_not_enforce(_st: Standing, ask: Ask) -> Reason | None:
    """The court is for organs without that power (arts. 13, 53)."""
    if ask.facts.get("no_power") is True:
        return None
    return refuse(
        "COE-10-5",
        "没有确认法律没有规定本机关强制执行。",
        todo="法律规定由本机关强制执行的，自行催告、强制执行。",
        field="no_power",
    )


def duty_is_overdue(_st: Standing, ask: Ask) -> Reason | None:
    """The decision was served, and its own term has passed unmet (art. 34)."""
    decided, served = day(ask.facts.get("decided_on")), day(ask.facts.get("served_on"))
    until = day(ask.facts.get("perform_by"))
    if decided is None or served is None or until is None or served < decided:
        return refuse(
            "COE-10-6",
            "决定、送达、履行期限的日期没有填写，或者送达早于决定。",
            field="served_on",
        )
    if ask.on <= until:
        return refuse(
            "COE-10-6",
            f"决定确定的履行期限到 {cn_date(until)}止，还没有过，不用催告。",
            field="perform_by",
        )
    return None


def sum_is_right(_st: Standing, ask: Ask) -> Reason | None:
    """金额明确: the whole is its parts, and the fee never exceeds the principal (arts. 35, 45)."""
    principal, fee = sum_of(ask.facts.get("principal")), sum_of(ask.facts.get("fee_amount"))
    total = sum_of(ask.facts.get("amount"))
    if principal is None:
        return None
    if fee is not None and fee > principal:
        return refuse(
            "COE-11-2",
            f"加处的 {fee:,} 元超出应当给付的 {principal:,} 元。",
            todo="加处的罚款、滞纳金以本金为限。",
            field="fee_amount",
        )
    if total != principal + (fee or 0):
        return refuse("COE-10", "金额合计不等于本金加上加处的数额。", field="amount")
    return None


def has_a_term(_st: Standing, ask: Ask) -> Reason | None:
    if (whole(ask.facts.get("perform_days")) or 0) > 0:
        return None
    return refuse("COE-10", "没有写明催告的履行期限。", field="perform_days")


def served_in_order(st: Standing, ask: Ask) -> Reason | None:
    """Served after it was made, and entered not before it was served (art. 38)."""
    made, served = st.last(*DEMANDS), day(ask.facts.get("demand_served_on"))
    if served is None or made is None or not made.on <= served <= ask.on:
        return refuse(
            "COE-10-7",
            "催告书的送达日期没有填写，或者早于催告、晚于办理日期。",
            field="demand_served_on",
        )
    return None


# -- the term ---


def demand_served(st: Standing) -> Event | None:
    """The service of the demand, on the day of service."""
    event = st.last("coercion.serve_demand")
    if event is None:
        return None
    return replace(event, on=day(event.facts.get("demand_served_on")) or event.on)


def _own_term(days: int) -> TimeLimit:
    """Ten days or less are working days, all else natural (art. 69)."""
    if days <= DEMANDED.n:
        return DEMANDED.with_n(days)
    return replace(DEMANDED, n=days, unit=Unit.NATURAL_DAY)


def demand_ends(st: Standing) -> dt.date | None:
    """The last day that the demand left the party; None while it isn't served."""
    served = demand_served(st)
    days = whole(st.fact("coercion.demand", "perform_days"))
    if served is None or not days:
        return None
    limit = _own_term(days)
    return compute(limit, served.on, calendar=st.calendar, today=st.today).last_day


def short_demand(st: Standing) -> Event | None:
    """The start of a term counted in working days, which is shown as one."""
    days = whole(st.fact("coercion.demand", "perform_days"))
    return demand_served(st) if days and days <= DEMANDED.n else None


def demand_days(st: Standing) -> int | None:
    return whole(st.fact("coercion.demand", "perform_days"))


def demand_has_run(st: Standing, ask: Ask) -> Reason | None:
    """The term has passed unmet; at once where assets are being moved or hidden (art. 37), or
    where a road, a river or a public place must be cleared (art. 52)."""
    facts = ask.facts if ask.facts.get("outcome") else st.proposal or {}
    if facts.get("outcome") == "substitute_now":
        return None
    end = demand_ends(st)
    if end is None:
        return refuse("COE-10", "催告书还没有送达。", todo="先登记催告书的送达。")
    if facts.get("hiding") is True or ask.on > end:
        return None
    return refuse(
        "COE-10-3",
        f"催告的期限到 {cn_date(end)}止，当事人还可以履行。",
        todo="期满仍不履行的再作决定；有证据证明转移、隐匿财物的，可以立即强制执行。",
    )


def statement_is_rechecked(st: Standing, _ask: Ask) -> Reason | None:
    """What the party said is re-checked; what holds is accepted (art. 36)."""
    said = st.last("coercion.record_statement")
    if said is None:
        return None
    answer = st.last("coercion.recheck_statement")
    if answer is None or answer.seq < said.seq:
        return refuse("COE-10-2", "当事人的陈述、申辩还没有复核。", todo="先复核陈述、申辩。")
    if answer.facts.get("recheck_result") == "accepted":
        return refuse(
            "COE-10-2",
            "当事人的事实、理由或者证据成立，应当采纳，不能强制执行。",
            todo="终结执行，或者登记履行情况后结案。",
        )
    return None


# -- the party's own terms ---


def remedies_end(st: Standing) -> dt.date | None:
    """The last day for review or litigation against the decision that is to be enforced, or of
    an allowed deferral (处罚法 art. 72(2))."""
    served = day(_demanded(st).get("served_on"))
    if served is None:
        return None
    review = _last(st, RECONSIDERATION, served)
    return max(review, _litigation_ends(st, served), _deferred_until(st) or served)


def _litigation_ends(st: Standing, served: dt.date) -> dt.date:
    """Six months; where the term wasn't told, from knowing it, never beyond a year (行诉法解释
    art. 64). When a party came to know it isn't guessed: then it is the year."""
    if not _untold(st):
        return _last(st, LITIGATION, served)
    longest = _last(st, LITIGATION_UNTOLD, served)
    knew = day(_demanded(st).get("term_known_on"))
    return min(longest, _last(st, LITIGATION, max(knew, served))) if knew else longest


def _last(st: Standing, limit: TimeLimit, start: dt.date) -> dt.date:
    return compute(limit, start, calendar=st.calendar, today=st.today).last_day


def _demanded(st: Standing) -> Mapping[str, Any]:
    """What the demand says of the decision behind it."""
    asked = st.last(*DEMANDS)
    return asked.facts if asked else {}


def _untold(st: Standing) -> bool:
    return _demanded(st).get("term_not_told") is True


def _deferred_until(st: Standing) -> dt.date | None:
    """The day until which payment was put off or spread."""
    return day(_demanded(st).get("deferred_until"))


def remedies_lapsed_unused(st: Standing, ask: Ask, code: str) -> Reason | None:
    """Neither review nor litigation was asked for, and neither can be any more (arts. 44, 53)."""
    end = remedies_end(st)
    if end is None or ask.on <= end:
        return _still_open(st, end, code)
    if ask.facts.get("remedies_unused") is not True:
        return refuse(
            code,
            "没有确认当事人在法定期限内没有申请行政复议、提起行政诉讼。",
            todo="查明后确认；已经申请的，等结果。",
            field="remedies_unused",
        )
    return None


def _still_open(st: Standing, end: dt.date | None, code: str) -> Reason:
    """Why it is too early, under the rule that keeps the term open."""
    if end is None:
        say = "不知道决定书何时送达，不能确定复议、起诉的期限。"
        return refuse(code, say, field="on")
    until = f"到 {cn_date(end)}止，还没有过。"
    if end == _deferred_until(st):
        return refuse("PEN-21", f"批准延期、分期缴纳的期限{until}", field="on")
    if _untold(st):
        return refuse("REM-12", f"决定书没有告知起诉期限，当事人起诉的期限{until}", field="on")
    return refuse(code, f"当事人申请行政复议、提起行政诉讼的期限{until}", field="on")


def ten_days_after_demand(st: Standing, ask: Ask) -> Reason | None:
    """催告书送达十日后仍未履行 (art. 54)."""
    served = demand_served(st)
    if served is None:
        return refuse("COE-15", "催告书还没有送达。", todo="先登记催告书的送达。")
    due = compute(DEMAND, served.on, calendar=st.calendar, today=st.today)
    if ask.on > due.last_day:
        return None
    return refuse(
        "COE-15",
        f"催告书送达后十日到 {cn_date(due.last_day)}止，当事人还可以履行。",
        todo=f"{cn_date(due.last_day)}之后仍未履行的，再申请。",
    )
