"""Checks of renewal by silence, certificate, and the taking of a licence (arts. 7, 8, 50, 69)."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.licence.taking import CANCELLATIONS, RECALLS, REVOCATIONS
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import cn_date, compute
from xiezhi.procedure.timelimits.licence import STATE_AGAINST_TAKING


def not_renewed_by_silence(st: Standing, ask: Ask) -> Reason | None:
    """After the last valid day nothing is left to decide (art. 50(2))."""
    end = e.expiry(st)
    if end is None or not e.renewed_by_silence(st, ask.on):
        return None
    return refuse(
        "LIC-11-2",
        f"原许可有效期已于 {cn_date(end)}届满，届满前没有作出决定，视为准予延续。",
        todo="办理“登记视为准予延续”；届满前已经决定、现在补录的，填写决定的日期。",
        field="on",
    )


def is_renewed_by_silence(st: Standing, ask: Ask) -> Reason | None:
    if e.renewed_by_silence(st, ask.on):
        return None
    return refuse("LIC-11-2", "有效期还没有届满，或者届满前已经作出决定，不属于视为准予延续。")


def certificate_is_due(st: Standing, _ask: Ask) -> Reason | None:
    if e.certificate_is_due(st):
        return None
    return refuse("LIC-7", "没有准予许可，或者准予的许可不需要颁发证件。")


def certificate_was_delivered(st: Standing, _ask: Ask) -> Reason | None:
    """A grant is done when the applicant holds the certificate (art. 44)."""
    if e.certificate_is_due(st) is None or st.any("licence.deliver", "decision.revoke"):
        return None
    return refuse("LIC-7", "许可证件还没有颁发。", todo="先办理“颁发许可证件”。")


# -- 撤回、撤销、注销 ---
_GROUNDS = {
    "recall": {code for code, _label in RECALLS},
    "revoke": {code for code, _label in REVOCATIONS},
    "cancel": {code for code, _label in CANCELLATIONS},
}
_RULES = {"recall": "LIC-RECALL", "revoke": "LIC-REVOKE", "cancel": "LIC-CANCEL"}


def _ground(st: Standing) -> object:
    return st.fact("licence.begin_taking", "taking_ground")


def ground_fits(_st: Standing, ask: Ask) -> Reason | None:
    """Each way of taking a licence has its own grounds (arts. 8, 69, 70)."""
    taking = str(ask.facts.get("taking") or "")
    if ask.facts.get("taking_ground") in _GROUNDS.get(taking, set()):
        return None
    return refuse(
        _RULES.get(taking, "LIC-CANCEL"),
        "选择的法定情形不是这种处理的情形。",
        todo="选择与处理方式一致的情形。",
        field="taking_ground",
    )


def something_is_taken(st: Standing, _ask: Ask) -> Reason | None:
    """A cancellation only registers what has ended already: there is nothing to be heard on."""
    if st.fact("licence.begin_taking", "taking") in ("recall", "revoke"):
        return None
    return refuse("LIC-CANCEL", "注销不撤回、撤销许可，不用告知拟作出的处理。")


def licensee_was_heard(st: Standing, ask: Ask) -> Reason | None:
    """Before a licence is recalled or revoked, its holder may speak (art. 7)."""
    if something_is_taken(st, ask) is not None:
        return None
    told = st.last("licence.tell_taking")
    if told is None:
        return refuse(
            "LIC-STATE",
            "还没有告知被许可人拟作出的处理和陈述、申辩的权利。",
            todo="先办理“告知拟撤回、撤销许可”。",
        )
    if st.after("licence.hear_party", told.seq):
        return None
    limit = st.policy.limit(STATE_AGAINST_TAKING)
    due = compute(limit, told.on, calendar=st.calendar, today=st.today)
    if ask.on > due.last_day:
        return None
    return refuse(
        "LIC-STATE",
        f"被许可人陈述、申辩的期限到 {cn_date(due.last_day)}止，还没有过。",
        todo="记录其意见，或者等期限届满。",
    )


def taking_fits_its_ground(st: Standing, ask: Ask) -> Reason | None:
    outcome = str(ask.facts.get("outcome") or "")
    if outcome == "keep":
        return something_is_taken(st, ask)
    if _ground(st) in _GROUNDS.get(outcome, set()):
        return None
    return refuse(
        _RULES.get(outcome, "LIC-CANCEL"),
        "拟作出的决定与启动时的法定情形不符。",
        todo="情形有变化的，终止后重新启动。",
        field="outcome",
    )


def public_interest_is_kept(_st: Standing, ask: Ask) -> Reason | None:
    """Not revoked where that gravely harms the public (art. 69(3)); unknown isn't no."""
    if ask.facts.get("outcome") != "revoke" or ask.facts.get("public_harm") == "no":
        return None
    return refuse(
        "LIC-REVOKE-3",
        "撤销可能对公共利益造成重大损害，或者还没有查明。",
        todo="查明不会造成重大损害；会造成的，不予撤销。",
        field="public_harm",
    )


def recall_serves_the_public(_st: Standing, ask: Ask) -> Reason | None:
    """Recalled only where the public interest needs it (art. 8(2))."""
    if ask.facts.get("outcome") != "recall" or ask.facts.get("for_the_public") is True:
        return None
    return refuse(
        "LIC-RECALL",
        "没有确认撤回是为了公共利益的需要。",
        todo="不是为了公共利益的，不得撤回。",
        field="for_the_public",
    )


def fraud_is_revoked(st: Standing, ask: Ask) -> Reason | None:
    """What was got by fraud must be revoked, unless that harms the public (art. 69(2), (3))."""
    kept = ask.facts.get("outcome") == "keep"
    if _ground(st) != "fraud" or not kept or ask.facts.get("public_harm") == "yes":
        return None
    return refuse(
        "LIC-REVOKE-2",
        "以欺骗、贿赂等不正当手段取得的许可，应当予以撤销。",
        todo="改为撤销；撤销会对公共利益造成重大损害的除外。",
        field="outcome",
    )


def taken(st: Standing, _ask: Ask) -> Reason | None:
    if e.outcome(st) in ("recall", "revoke", "cancel"):
        return None
    return refuse("LIC-CANCEL", "没有作出撤回、撤销、注销的决定。", todo="先作出决定。")


def was_deregistered(st: Standing, _ask: Ask) -> Reason | None:
    """After a recall, a revocation or a cancellation the licence is struck off (art. 70)."""
    if taken(st, _ask) is not None or st.any("licence.deregister", "decision.revoke"):
        return None
    return refuse("LIC-CANCEL-2", "还没有办理注销手续。", todo="先办理“办理许可注销手续”。")
