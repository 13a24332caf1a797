"""Checks of the application and of its answer (许可法 arts. 31, 32, 42, 50)."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Check, Event
from xiezhi.procedure.timelimits import TimeLimit, cn_date, compute
from xiezhi.procedure.timelimits.licence import APPLY_RENEWAL


def begins_the_file(st: Standing, _ask: Ask) -> Reason | None:
    return refuse("FLOW-ONCE", "本案已经开始办理。") if st.events else None


def _silent(came: Event, what: str, field: str | None) -> Reason:
    return refuse(
        "LIC-2",
        f"{cn_date(came.on)}收到材料后五个工作日内没有答复，自该日起即为受理，{what}。",
        todo=f"办理“受理许可申请”，受理日期填写 {cn_date(came.on)}。",
        field=field,
    )


def corrected_once_only(st: Standing, _ask: Ask) -> Reason | None:
    """Everything lacking is told at once: there is no second notice (art. 32(1)4)."""
    if st.has("licence.request_correction"):
        return refuse(
            "LIC-2",
            "已经告知过一次补正，不得再次要求补正。",
            todo="申请人已经按照要求全部补正的，办理“受理许可申请”。",
        )
    return None


def still_in_time_to_answer(st: Standing, ask: Ask) -> Reason | None:
    """After five working days nothing can be asked for any more: it is accepted (art. 32(1)4)."""
    came = e.silence(st, ask.on)
    return None if came is None else _silent(came, "不能再要求补正", "on")


def corrections_were_asked_for(st: Standing, _ask: Ask) -> Reason | None:
    if e.corrections_are_awaited(st) or st.has("licence.request_correction"):
        return None
    return refuse("FLOW-ORDER", "没有要求申请人补正材料。", todo="先办理“一次告知补正”。")


def refusal_has_its_ground(st: Standing, ask: Ask) -> Reason | None:
    """What isn't needed or isn't ours is told whenever it is found; nothing else after silence."""
    why = ask.facts.get("not_accepted_as")
    if why in ("not_needed", "not_ours", "banned"):
        return None
    if came := e.silence(st, ask.on):
        return _silent(came, "不能再以这一理由不予受理", "not_accepted_as")
    if why == "incomplete" and (not st.has("licence.request_correction") or e.completed(st)):
        return refuse(
            "LIC-2",
            "没有一次告知补正，或者申请人已经全部补正，不能以材料不全为由不予受理。",
            todo="先办理“一次告知补正”；已经全部补正的，应当受理。",
            field="not_accepted_as",
        )
    if why == "late" and (e.expiry(st) is None or applied_in_time(st, ask) is None):
        return refuse(
            "LIC-11",
            "不是延续申请，或者没有超过申请延续的期限，不能以此不予受理。",
            field="not_accepted_as",
        )
    if why in ("incomplete", "late", "false_material"):
        return None
    return refuse("LIC-1-2", "没有写明不予受理的情形。", field="not_accepted_as")


def corrections_came(st: Standing, _ask: Ask) -> Reason | None:
    if e.corrections_are_awaited(st):
        return refuse(
            "LIC-2-2",
            "已经告知补正，还没有收到补正材料。",
            todo="先办理“收到补正材料”。",
        )
    return None


def papers_are_whole(st: Standing, ask: Ask) -> Reason | None:
    """Whole and in form, or all that was asked for, or accepted by silence (art. 32(1)4, 5)."""
    if ask.facts.get("complete") is True or e.completed(st) or e.silence(st, ask.on):
        return None
    return refuse(
        "LIC-2-2",
        "没有确认申请材料齐全、符合法定形式。",
        todo="材料不齐的，在五个工作日内一次告知补正。",
        field="complete",
    )


def accepted_on_its_day(st: Standing, ask: Ask) -> Reason | None:
    """The voucher's day; where nobody answered in time, the day on which the papers came."""
    said = day(ask.facts.get("accepted_on"))
    came = e.silence(st, ask.on)
    due = came.on if came is not None else ask.on
    if said == due:
        return None
    if came is not None:
        return refuse(
            "LIC-2",
            f"收到材料后五个工作日内没有答复，受理日期是收到材料的 {cn_date(due)}。",
            todo=f"受理日期填写 {cn_date(due)}，期限从这一天起算。",
            field="accepted_on",
        )
    return refuse(
        "LIC-1-2",
        f"受理日期应当是出具受理通知书的 {cn_date(due)}。",
        field="accepted_on",
    )


def promise_is_no_longer(limit: TimeLimit) -> Check:
    """A promised term (承诺时限) is no longer than the legal one."""

    def judge(st: Standing, ask: Ask) -> Reason | None:
        days = ask.facts.get("promised_days")
        most = st.policy.limit(limit).n
        if days in (None, "") or 0 < (e.whole(days) or 0) <= most:
            return None
        return refuse(
            "LIC-PROMISE",
            f"承诺时限是 {days} 个工作日，法定期限是 {most} 个工作日，承诺时限不得长于法定期限。",
            todo=f"改为 1 到 {most} 个工作日；没有承诺的不填。",
            field="promised_days",
        )

    return judge


def applied_in_time(st: Standing, _ask: Ask) -> Reason | None:
    """Thirty days before the licence ends, unless another law says otherwise (art. 50(1))."""
    came, end = e.received(st), e.expiry(st)
    if came is None or end is None:
        return refuse("LIC-11", "没有填写原许可的有效期届满日。", field="expires_on")
    other = came.facts.get("other_term")
    if other and came.on <= end:
        return None
    due = compute(APPLY_RENEWAL, end, calendar=st.calendar, today=st.today)
    if came.on <= due.last_day:
        return None
    return refuse(
        "LIC-11",
        f"原许可有效期至 {cn_date(end)}，应当在 {cn_date(due.last_day)}以前申请延续，"
        f"收到申请是 {cn_date(came.on)}。",
        todo="不予受理延续申请，告知申请人重新申请；法律、法规、规章另有规定的，在申请中写明。",
    )


def licence_has_not_ended(_st: Standing, ask: Ask) -> Reason | None:
    """What has expired isn't renewed (arts. 50, 70(1))."""
    end = day(ask.facts.get("expires_on"))
    if end is None or end < ask.on:
        return refuse(
            "LIC-11",
            "原许可的有效期没有填写，或者已经届满，不能延续。",
            todo="填写证件载明的届满日；已经届满的，按新的申请办理。",
            field="expires_on",
        )
    return None


def transfer_is_allowed(_st: Standing, ask: Ask) -> Reason | None:
    """A licence isn't transferred unless a law or regulation lets it be (art. 9)."""
    facts = ask.facts
    if facts.get("change_kind") != "transfer":
        return None
    if facts.get("transferee") and facts.get("transfer_basis"):
        return None
    return refuse(
        "LIC-TRANSFER",
        "没有写明准许转让的法律、法规，或者没有写明受让人。",
        todo="写明依据的条款和受让人；没有依据的，许可不得转让。",
        field="transfer_basis",
    )
