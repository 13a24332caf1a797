"""Checks of an execution by the agency: each way its own gate (强制法 arts. 37, 39 to 52)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.demanding import remedies_lapsed_unused
from xiezhi.procedure.kinds.coercion.facts import day, sum_of
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import cn_date, compute
from xiezhi.procedure.timelimits.coercion import ABANDON, LATE_FEE, REMIND

ON_SITE_MODES = ("restore", "demolish", "substitute", "substitute_now", "other", "auction")
CARRIED = ("coercion.execute", "coercion.order_transfer", "coercion.entrust_auction")


def mode(st: Standing) -> str:
    """The way of enforcing that was proposed and decided."""
    return str((st.proposal or {}).get("outcome") or "")


# -- what may be proposed ---


def mode_is_lawful(st: Standing, ask: Ask) -> Reason | None:
    """Each way of enforcing has its own conditions."""
    chosen = str(ask.facts.get("outcome") or "")
    if not chosen:
        return refuse("COE-10-3", "没有选择强制执行的方式。", field="outcome")
    gate = _GATES.get(chosen)
    return gate(st, ask) if gate else None


def _fee_within_principal(st: Standing, ask: Ask) -> Reason | None:
    fee = sum_of(ask.facts.get("fee_amount"))
    principal = sum_of(st.fact("coercion.demand", "principal"))
    if principal is None:
        return refuse("COE-11-2", "催告书没有金钱给付义务，不能加处。", field="outcome")
    if not ask.facts.get("fee_rate") or day(ask.facts.get("fee_from")) is None:
        return refuse("COE-11-3", "没有写明加处的标准和起算日。", field="fee_rate")
    if fee is None or not 0 < fee <= principal:
        return refuse(
            "COE-11-2",
            f"加处的数额应当大于零、不超出本金 {principal:,} 元。",
            todo="超出部分不得加处。",
            field="fee_amount",
        )
    return None


def _fee_ran_thirty_days(st: Standing, ask: Ask) -> Reason | None:
    """Money is taken only after a late fee has run for more than thirty days (art. 46)."""
    since = day(ask.facts.get("fee_from"))
    if since is None:
        return refuse("COE-11", "没有填写加处罚款、滞纳金的起算日。", field="fee_from")
    due = compute(LATE_FEE, since, calendar=st.calendar, today=st.today)
    if ask.on > due.last_day:
        return None
    return refuse(
        "COE-11",
        f"加处罚款、滞纳金到 {cn_date(due.last_day)}才满三十日，还不能强制执行。",
        todo=f"{cn_date(due.last_day)}之后仍不履行的，再提请。",
        field="fee_from",
    )


def _transfer(st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("transfer_by_law") is not True:
        return refuse(
            "COE-11-4",
            "没有确认法律规定由本机关划拨存款、汇款。",
            todo="法律没有规定的，申请人民法院强制执行。",
            field="transfer_by_law",
        )
    return _fee_ran_thirty_days(st, ask)


def _demolish(st: Standing, ask: Ask) -> Reason | None:
    """Announced, its term passed, remedies lapsed unused (art. 44)."""
    told = st.last("coercion.announce_removal")
    until = day(told.facts.get("remove_by")) if told else None
    if until is None:
        return refuse("COE-13", "还没有公告限期自行拆除。", todo="先办理“公告限期拆除”。")
    if ask.on <= until:
        return refuse("COE-13", f"自行拆除的期限到 {cn_date(until)}止，还没有过。", field="on")
    return remedies_lapsed_unused(st, ask, "COE-13-2")


def _substitute(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("endangers") is not True:
        return refuse(
            "COE-14-2",
            "没有确认后果已经或者将危害交通安全、造成环境污染或者破坏自然资源。",
            todo="没有这种后果的，不能代履行。",
            field="endangers",
        )
    return _performer_is_neutral(ask)


def _substitute_now(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("must_be_cleared") is not True:
        return refuse(
            "COE-14-3",
            "没有确认需要立即清除道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，而当事人不能清除。",
            todo="不属于这种情形的，先催告，再代履行。",
            field="must_be_cleared",
        )
    return _performer_is_neutral(ask)


def _performer_is_neutral(ask: Ask) -> Reason | None:
    if ask.facts.get("performer") and ask.facts.get("no_interest") is True:
        return None
    return refuse(
        "COE-14-2",
        "没有写明代履行人，或者没有确认代履行人没有利害关系。",
        field="performer",
    )


_GATES: Mapping[str, Callable[[Standing, Ask], Reason | None]] = {
    "late_fee": _fee_within_principal,
    "transfer": _transfer,
    "auction": _fee_ran_thirty_days,
    "demolish": _demolish,
    "substitute": _substitute,
    "substitute_now": _substitute_now,
}


def removal_term_is_told(_st: Standing, ask: Ask) -> Reason | None:
    until = day(ask.facts.get("remove_by"))
    if until is not None and until > ask.on:
        return None
    return refuse("COE-13", "没有写明自行拆除的期限，或者期限已过。", field="remove_by")


# -- carrying it out ---


def is_done_on_site(st: Standing, _ask: Ask) -> Reason | None:
    if mode(st) in ON_SITE_MODES:
        return None
    return refuse("FLOW-KIND", "决定的方式不在现场实施。", todo="按决定的方式办理。")


def is_a_transfer(st: Standing, _ask: Ask) -> Reason | None:
    return _is(st, "transfer", "决定的方式不是划拨。")


def is_an_auction(st: Standing, _ask: Ask) -> Reason | None:
    return _is(st, "auction", "决定的方式不是拍卖。")


def is_a_substitution(st: Standing, _ask: Ask) -> Reason | None:
    return _is(st, "substitute", "决定的方式不是代履行，不用再次催告。")


def _is(st: Standing, wanted: str, say: str) -> Reason | None:
    return None if mode(st) == wanted else refuse("FLOW-KIND", say)


def decision_was_told(st: Standing, _ask: Ask) -> Reason | None:
    """Served before it is carried out; only an immediate clearing is told afterwards (art. 52)."""
    if st.has("decision.serve") or mode(st) == "substitute_now":
        return None
    return refuse("COE-10-7", "强制执行决定书还没有送达。", todo="先登记送达。")


def reminded_in_time(st: Standing, ask: Ask) -> Reason | None:
    """代履行三日前催告: three working days, counted back from the day (art. 51(1)(2))."""
    if mode(st) != "substitute":
        return None
    told = st.last("coercion.remind_substitution")
    if told is None:
        return refuse("COE-14", "代履行前没有再次催告。", todo="先办理“代履行前再次催告”。")
    due = compute(REMIND, ask.on, calendar=st.calendar, today=st.today)
    if told.on <= due.last_day:
        return None
    return refuse(
        "COE-14",
        f"代履行应当在三日前催告，最迟在 {cn_date(due.last_day)}，实际在 {cn_date(told.on)}催告。",
        todo="改期代履行。",
        field="on",
    )


def is_supervised(st: Standing, ask: Ask) -> Reason | None:
    """The agency sends somebody to watch, nothing is done by force (art. 51)."""
    if mode(st) not in ("substitute", "substitute_now"):
        return None
    if not ask.facts.get("supervisor"):
        return refuse("COE-14-4", "没有写明到场监督的工作人员。", field="supervisor")
    if ask.facts.get("peaceful") is not True:
        return refuse("COE-14-6", "没有确认不采用暴力、胁迫以及其他非法方式。", field="peaceful")
    return None


# -- stops and ends ---


def stopped_by(st: Standing) -> Event | None:
    """The suspension or the agreement that holds the execution up now."""
    last = st.last("coercion.suspend", "coercion.agree", "coercion.resume")
    return None if last is None or last.act == "coercion.resume" else last


def goes_on(st: Standing, _ask: Ask) -> Reason | None:
    """Nothing is enforced while it is suspended, or while an agreement is kept (arts. 39, 42)."""
    stop = stopped_by(st)
    if stop is None:
        return None
    if stop.act == "coercion.suspend":
        return refuse("COE-17-2", "执行正在中止。", todo="中止的情形消失后，先恢复执行。")
    return refuse(
        "COE-18-2",
        "已经达成执行协议。",
        todo="当事人不履行协议的，先恢复执行。",
    )


def was_stopped(st: Standing, ask: Ask) -> Reason | None:
    """恢复执行: the ground of a suspension is gone, or the agreement is broken."""
    stop = stopped_by(st)
    if stop is None:
        return refuse("COE-17-3", "执行没有中止，也没有执行协议，不用恢复。")
    wanted = "suspension_over" if stop.act == "coercion.suspend" else "agreement_broken"
    if ask.facts.get("resume_ground") == wanted:
        return None
    return refuse("COE-17-3", "恢复的情形与停下来的原因不一致。", field="resume_ground")


def harms_nobody(_st: Standing, ask: Ask) -> Reason | None:
    """An agreement harms neither the public nor others; a fee is cut only after a remedy."""
    if ask.facts.get("harms_nobody") is not True:
        return refuse("COE-18", "没有确认不损害公共利益和他人合法权益。", field="harms_nobody")
    reduced = sum_of(ask.facts.get("fee_reduced"))
    if reduced and ask.facts.get("remedied") is not True:
        return refuse(
            "COE-18",
            "当事人没有采取补救措施，不能减免加处的罚款、滞纳金。",
            field="fee_reduced",
        )
    return None


def may_end(st: Standing, ask: Ask) -> Reason | None:
    """One of the grounds of art. 40, or three years of suspension (art. 39(2))."""
    ground = ask.facts.get("end_ground")
    if not ground:
        return refuse("COE-17-4", "没有选择终结的情形。", field="end_ground")
    return _three_years(st, ask) if ground == "three_years" else None


def _three_years(st: Standing, ask: Ask) -> Reason | None:
    stop = stopped_by(st)
    if stop is None or stop.act != "coercion.suspend":
        return refuse("COE-17", "执行没有中止，不适用满三年不再执行。", field="end_ground")
    due = compute(ABANDON, stop.on, calendar=st.calendar, today=st.today)
    if ask.on <= due.last_day:
        return refuse("COE-17", f"中止执行到 {cn_date(due.last_day)}才满三年。", field="end_ground")
    if ask.facts.get("harmless") is True and ask.facts.get("unable") is True:
        return None
    return refuse(
        "COE-17",
        "没有确认没有明显社会危害、当事人确无能力履行。",
        field="harmless",
    )


def performance_is_true(st: Standing, ask: Ask) -> Reason | None:
    """What is entered as performed was performed that way; money taken goes to the treasury."""
    how = ask.facts.get("performed_how")
    if how == "enforced" and not st.any(*CARRIED, "coercion.court_executes"):
        return refuse("COE-10-3", "还没有实施强制执行。", field="performed_how")
    if how == "agreement" and not st.has("coercion.agree"):
        return refuse("COE-18", "没有达成执行协议。", field="performed_how")
    taken = how == "enforced" and mode(st) in ("transfer", "auction")
    if taken and ask.facts.get("remitted") is not True:
        return refuse(
            "COE-11-6",
            "没有确认划拨、拍卖所得的款项已经上缴国库或者划入财政专户。",
            field="remitted",
        )
    return None if how else refuse("COE-10-3", "没有选择怎样履行。", field="performed_how")


def something_was_enforced(st: Standing, _ask: Ask) -> Reason | None:
    """Only what was carried out can be turned back (art. 41)."""
    if st.any(*CARRIED, "coercion.record_performance"):
        return None
    return refuse("COE-17-5", "还没有执行，没有需要回转的。")


def is_settled(st: Standing, ask: Ask) -> Reason | None:
    """Performed or ended; a late fee that has run thirty days goes on as another execution."""
    if st.any("coercion.record_performance", "coercion.terminate"):
        return None
    if mode(st) == "late_fee" and st.has("decision.issue"):
        return _fee_ran_thirty_days(st, Ask(ask.act, ask.on, _proposed(st)))
    return refuse(
        "COE-10-3",
        "行政决定还没有履行完毕，也没有终结执行。",
        todo="登记履行情况，或者终结执行。",
    )


def _proposed(st: Standing) -> dict[str, Any]:
    return dict(st.proposal or {})
