"""Checks of an application to the court and of what the court does (强制法 arts. 53 to 59)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.demanding import remedies_end, remedies_lapsed_unused
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import COURT, cn_date, compute
from xiezhi.procedure.timelimits.coercion import CONTEST_REFUSAL, CONTEST_RULING


def remedies_are_over(st: Standing, ask: Ask) -> Reason | None:
    """The party's own terms have run out unused (art. 53)."""
    return remedies_lapsed_unused(st, ask, "COE-15-2")


def within_three_months(st: Standing, ask: Ask) -> Reason | None:
    """Within three months of that; later only with a good reason (行诉法解释 art. 156)."""
    end = remedies_end(st)
    if end is None:
        return None
    due = compute(COURT, end, calendar=st.calendar, today=st.today)
    if ask.on <= due.last_day or str(ask.facts.get("late_reason") or "").strip():
        return None
    return refuse(
        "COE-15-3",
        f"申请强制执行的期限到 {cn_date(due.last_day)}止，已经超过，人民法院不予受理。",
        todo="有正当理由的，写明理由。",
        field="late_reason",
    )


def remedies_ended(st: Standing) -> Event | None:
    """Where the three months begin: once the party's own terms have passed."""
    end, made = remedies_end(st), st.last("coercion.demand_for_court")
    if end is None or made is None or st.today <= end:
        return None
    return replace(made, on=end)


# -- what the court does ---


def accepted(st: Standing) -> Event | None:
    """The application that the court took, by itself or because the higher one said so."""
    event = st.last("coercion.court_accepts")
    if event is not None and event.facts.get("accepted") == "yes":
        return event
    answer = st.last("coercion.court_answers")
    return answer if answer is not None and answer.facts.get("answered") == "accept" else None


def refused(st: Standing) -> Event | None:
    """The last ruling against the agency that can still be contested: not yet complained of."""
    event = st.last("coercion.court_accepts", "coercion.court_rules")
    if event is None or st.after("coercion.contest_ruling", event.seq):
        return None
    bad = event.facts.get("accepted") == "no" or event.facts.get("ruling") == "refuse"
    return event if bad else None


def not_taken(st: Standing) -> Event | None:
    """裁定不予受理, which may be contested."""
    event = refused(st)
    return event if event is not None and event.act == "coercion.court_accepts" else None


def not_allowed(st: Standing) -> Event | None:
    """裁定不予执行, which may be contested."""
    event = refused(st)
    return event if event is not None and event.act == "coercion.court_rules" else None


def hearing_wanted(st: Standing) -> Event | None:
    """The court hears both sides: thirty days instead of seven (art. 58)."""
    event = accepted(st)
    return event if event is not None and event.facts.get("court_hears") is True else None


def plain(st: Standing) -> Event | None:
    event = accepted(st)
    return event if event is not None and event.facts.get("court_hears") is not True else None


def urgent_ruling(st: Standing) -> Event | None:
    """A ruling to execute, asked for as urgent for the sake of public safety (art. 59)."""
    event = st.last("coercion.court_rules")
    asked = st.fact("coercion.apply_to_court", "immediate") is True
    return event if asked and event is not None and event.facts.get("ruling") == "execute" else None


def contested_refusal(st: Standing) -> Event | None:
    return _contested(st, "coercion.court_accepts")


def contested_ruling(st: Standing) -> Event | None:
    return _contested(st, "coercion.court_rules")


def _contested(st: Standing, what: str) -> Event | None:
    asked, against = (
        st.last("coercion.contest_ruling"),
        st.last("coercion.court_accepts", "coercion.court_rules"),
    )
    if asked is None or against is None or st.after("coercion.court_answers", asked.seq):
        return None
    return asked if against.act == what else None


def court_took_it(st: Standing, _ask: Ask) -> Reason | None:
    if accepted(st) is not None:
        return None
    return refuse("COE-16", "法院还没有受理，不能登记执行裁定。", todo="先登记法院是否受理。")


def may_be_contested(st: Standing, ask: Ask) -> Reason | None:
    """Within fifteen days of the ruling (arts. 56, 58)."""
    event = refused(st)
    if event is None:
        return refuse("COE-16-2", "没有不予受理、不予执行的裁定，不用申请复议。")
    limit = CONTEST_RULING if event.act == "coercion.court_rules" else CONTEST_REFUSAL
    due = compute(limit, event.on, calendar=st.calendar, today=st.today)
    if ask.on <= due.last_day:
        return None
    return refuse(limit.id, f"申请复议的期限到 {cn_date(due.last_day)}止，已经超过。", field="on")


def was_contested(st: Standing, _ask: Ask) -> Reason | None:
    if contested_refusal(st) is not None or contested_ruling(st) is not None:
        return None
    return refuse("COE-16-3", "没有等待上一级法院裁定的复议申请。")


def may_be_executed(st: Standing, _ask: Ask) -> Reason | None:
    """The court executes what it, or the higher court, ruled to be executed."""
    if st.fact("coercion.court_rules", "ruling") == "execute":
        return None
    if st.fact("coercion.court_answers", "answered") == "execute":
        return None
    return refuse("COE-16-4", "法院还没有裁定执行。", todo="先登记法院的执行裁定。")


def is_over(st: Standing, ask: Ask) -> Reason | None:
    """Performed, executed by the court, or refused for good."""
    if st.any("coercion.record_performance", "coercion.court_executes"):
        return None
    answer = st.last("coercion.court_answers")
    if answer is not None and answer.facts.get("answered") == "upheld":
        return None
    event = refused(st)
    if event is not None and may_be_contested(st, ask) is not None:
        return None
    return refuse(
        "COE-15",
        "行政决定没有履行，法院的执行也没有结束。",
        todo="登记履行情况或者法院的结果。",
    )
