"""What is to be done next, and by when, in every kind of application."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from xiezhi.procedure.kinds.course import Judgement
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event, Expectation, LimitUse
from xiezhi.procedure.timelimits import TimeLimit
from xiezhi.procedure.timelimits.licence import (
    ANSWER,
    ASK_HEARING,
    ASSIGN_TESTERS,
    DECIDE_RENEWAL,
    DELIVER,
    ORGANISE_HEARING,
    PROMISED,
    STATE_AGAINST_TAKING,
)

_OVER = (*e.ENDED, "decision.issue", "decision.confirm_renewal")


def _examined(st: Standing) -> bool:
    """Accepted, nothing open, and nobody has said yet what should be decided."""
    if not st.has("licence.accept") or st.any("licence.propose", *_OVER) or e.goes_up(st):
        return False
    return e.special(st) is None and e.hearing_wanted(st) is None


def _to_be_sent_up(st: Standing) -> bool:
    return e.goes_up(st) and not st.any(*_OVER) and e.special(st) is None


def _to_be_tested(st: Standing) -> bool:
    return e.to_be_tested(st) is not None and not st.any("licence.begin_special", *_OVER)


def _called(st: Standing) -> bool:
    return e.hearing_called(st) is not None and not st.any(*_OVER)


def _wanted(st: Standing) -> bool:
    open_ = e.hearing_wanted(st) is not None and not st.any(*_OVER)
    return open_ and e.hearing_called(st) is None


def _certificate(st: Standing) -> bool:
    return e.certificate_is_due(st) is not None and not st.any("licence.deliver", "decision.revoke")


HEARING = (
    Expectation(
        "licence.call_hearing",
        _wanted,
        "听证申请提出后 20 个工作日内组织听证，7 个工作日前通知。",
        "LIC-9-2",
    ),
    Expectation("licence.hold_hearing", _called, "按通知的时间、地点举行听证。", "LIC-9-2"),
)


#: From the papers to the voucher, and what comes after it.
ANSWERING = (
    Expectation(
        "licence.accept",
        lambda st: e.unanswered(st) is not None,
        "5 个工作日内答复：受理、一次告知补正或者不予受理；逾期自收到材料之日起即为受理。",
        "LIC-2",
    ),
    Expectation(
        "licence.receive_corrections",
        e.corrections_are_awaited,
        "等申请人补正；补正齐全的，应当受理。",
    ),
    Expectation(
        "licence.begin_special",
        _to_be_tested,
        "需要检验、检测、检疫的，受理后 5 个工作日内指派两名以上人员。",
        "LIC-10",
    ),
    Expectation(
        "licence.end_special",
        lambda st: e.special(st) is not None and not st.any(*_OVER),
        "特别程序正在进行，告知的时间以内不计入期限。",
    ),
    *HEARING,
    Expectation(
        "licence.send_up",
        _to_be_sent_up,
        "20 个工作日内审查完毕，连同全部申请材料报送上级机关。",
        "LIC-6",
    ),
    Expectation(
        "licence.deliver",
        _certificate,
        "准予许可的，10 个工作日内颁发、送达证件。",
        "LIC-7",
    ),
)


def proposing(limit: TimeLimit) -> Expectation:
    return Expectation("licence.propose", _examined, "审查申请材料，提出审查意见。", limit.id)


def by_promise(expects: Iterable[Expectation], limit: TimeLimit) -> tuple[Expectation, ...]:
    """Where a shorter term was promised, duties follow the promise; the legal term stays beside."""
    found: list[Expectation] = []
    for one in expects:
        if one.limit != limit.id:
            found.append(one)
            continue
        found.append(replace(one, when=_both(one.when, promised=False)))
        found.append(replace(one, when=_both(one.when, promised=True), limit=PROMISED.id))
    return tuple(found)


def _both(when: Judgement, *, promised: bool) -> Judgement:
    return lambda st: bool(e.promise(st)) is promised and when(st)


HEARING_LIMITS = (
    LimitUse(
        ASK_HEARING,
        ("licence.ask_hearing", "decision.issue", *e.ENDED),
        starts=e.told_of_hearing,
    ),
    LimitUse(
        ORGANISE_HEARING,
        ("licence.hold_hearing", "licence.drop_hearing", *e.ENDED),
        starts=lambda st: st.last("licence.ask_hearing"),
    ),
)


def limits(limit: TimeLimit, by: str) -> tuple[LimitUse, ...]:
    """Answer, decision (legal and promised), hearing, certificate."""
    longer = e.prolonged(limit.id, by)
    certificate = ("licence.deliver", "decision.revoke")
    return (
        LimitUse(ANSWER, (*e.ANSWERS, "licence.terminate"), starts=e.unanswered),
        LimitUse(limit, _OVER, pausable=True, starts=e.decided_here, longer=longer),
        LimitUse(
            PROMISED,
            _OVER,
            pausable=True,
            starts=e.promised,
            longer=longer,
            length=e.promise,
        ),
        LimitUse(
            ASSIGN_TESTERS,
            ("licence.begin_special", *_OVER),
            starts=e.to_be_tested,
        ),
        *HEARING_LIMITS,
        LimitUse(DELIVER, certificate, starts=e.certificate_is_due),
        LimitUse(DELIVER, ("decision.serve",), starts=e.decision_is_the_certificate),
    )


# -- taking a licence away ---
def _to_be_told(st: Standing) -> bool:
    taking = st.fact("licence.begin_taking", "taking") in ("recall", "revoke")
    return taking and not st.any("licence.tell_taking", *_OVER)


def _taking_to_be_proposed(st: Standing) -> bool:
    if st.any("licence.propose_taking", *_OVER) or e.hearing_wanted(st):
        return False
    cancels = st.fact("licence.begin_taking", "taking") == "cancel"
    return cancels or st.has("licence.tell_taking")


def _to_be_struck_off(st: Standing) -> bool:
    taken = e.outcome(st) in ("recall", "revoke", "cancel")
    return taken and not st.any("licence.deregister", "decision.revoke")


TAKING = (
    Expectation("licence.tell_taking", _to_be_told, "告知被许可人拟作出的处理，听取陈述、申辩。"),
    Expectation("licence.propose_taking", _taking_to_be_proposed, "提出处理意见。"),
    Expectation("licence.deregister", _to_be_struck_off, "收回或者公告证件作废，办理注销手续。"),
)
TAKING_LIMITS = (
    LimitUse(
        STATE_AGAINST_TAKING,
        ("licence.hear_party", "decision.issue", *e.ENDED),
        starts=lambda st: st.last("licence.tell_taking"),
    ),
)


# -- renewal ---
def expires(st: Standing) -> Event | None:
    """The first day without a licence: the decision counts back from it (art. 50(2))."""
    came, end = e.received(st), e.expiry(st)
    if came is None or end is None or e.accepted(st) is None:
        return None
    return replace(came, on=end + dt.timedelta(days=1))


RENEWAL_LIMITS = (LimitUse(DECIDE_RENEWAL, _OVER, starts=expires),)
