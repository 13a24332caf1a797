"""What a supervision rests on, and when an opinion or a decision may be made."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import cn_date, compute
from xiezhi.procedure.timelimits import supervision as t

BEGINS = "supervision.register_lead"
#: Each from the agency's paper, or from the agency itself.
REPLIES = ("supervision.receive_reply", "supervision.answer")
REPORTS = ("supervision.receive_report", "supervision.report_execution")
_NAMES = ("supervisor_one", "certificate_one", "supervisor_two", "certificate_two")


# -- what the ledger says ---


def corrected(st: Standing) -> bool:
    """The agency has put everything right by itself, since the last opinion."""
    return bool(st.fact("supervision.record_correction", "corrected") == "yes")


def uncorrected(st: Standing) -> Event | None:
    """The opinion that still waits for the agency's own correction."""
    given = st.last("supervision.give_opinion")
    done = st.any("supervision.decide", "supervision.find_nothing") or corrected(st)
    return None if done else given


def unanswered(st: Standing) -> Event | None:
    given = st.last("supervision.give_notice")
    over = ("supervision.give_opinion", "supervision.find_nothing")
    answered = given and any(st.after(reply, given.seq) for reply in REPLIES)
    if given is None or answered or st.any(*over):
        return None
    return given


def answers_here(st: Standing) -> bool:
    """Has the supervised agency a desk on this platform?"""
    return bool(st.fact(BEGINS, "addressed"))


def unreported_correction(st: Standing) -> bool:
    given = uncorrected(st)
    known = ("supervision.report_correction", "supervision.record_correction")
    return given is not None and not any(st.after(act, given.seq) for act in known)


def unreported(st: Standing) -> bool:
    return st.has("supervision.decide") and not st.any(*REPORTS)


def reply_days(st: Standing) -> int | None:
    """The days that the last notice gave."""
    days = st.fact("supervision.give_notice", "reply_days")
    return int(days) if days else None


# -- checks ---


def two_different_supervisors(_st: Standing, ask: Ask) -> Reason | None:
    """Two supervisors, each with a supervision certificate (Shandong art. 22)."""
    said = [str(ask.facts.get(name) or "").strip() for name in _NAMES]
    if all(said) and said[0] != said[2] and said[1] != said[3]:
        return None
    return refuse(
        "SUV-22",
        "监督人员不得少于两人，每人都应当有行政执法监督证件。",
        todo="写明两名不同的监督人员和各自的证件号。",
        field="supervisor_two",
    )


def certificates_were_shown(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("certificates_shown") is True:
        return None
    return refuse("SUV-22", "没有确认已出示行政执法监督证件。", field="certificates_shown")


def days_are_offered(_st: Standing, ask: Ask) -> Reason | None:
    """At least one day; at most thirty, until the national article is confirmed."""
    if 1 <= int(ask.facts.get("reply_days") or 0) <= t.NOTICE_REPLY.n:
        return None
    return refuse(
        "SUV-REPLY",
        f"答复期限应当是 1 日到 {t.NOTICE_REPLY.n} 日。",
        todo="全国条例的答复期限还没有核实，暂按不超过三十日填写。",
        field="reply_days",
    )


def notice_was_answered(st: Standing, ask: Ask) -> Reason | None:
    """Where a notice was given, the agency is heard first, or its time is up."""
    given = unanswered(st)
    if given is None:
        return None
    days = reply_days(st) or t.NOTICE_REPLY.n
    due = compute(
        t.NOTICE_REPLY.with_n(days), given.on, calendar=st.calendar, today=st.today
    ).last_day
    if ask.on > due:
        return None
    return refuse(
        "SUV-REPLY",
        f"监督通知书的答复期限到 {cn_date(due)}止，被监督机关还没有答复。",
        todo="登记答复，或者期满后再办。",
        field="on",
    )


def something_was_found_out(st: Standing, _ask: Ask) -> Reason | None:
    """An opinion rests on an inquiry or on the agency's own answer (Shandong arts. 23, 28)."""
    if st.any("supervision.inquire", *REPLIES):
        return None
    return refuse("SUV-23", "还没有调查，也没有被监督机关的答复。", todo="先调阅案卷或者询问。")


def correction_failed(st: Standing, ask: Ask) -> Reason | None:
    """Decided on only when the agency didn't put it right in its thirty days (art. 29)."""
    given = st.last("supervision.give_opinion")
    if given is None:
        return refuse("SUV-29", "还没有制发监督意见书。", todo="先制发监督意见书。")
    if corrected(st):
        return refuse("SUV-29", "被监督机关已经自行纠正，不用作出监督决定。")
    due = compute(
        st.policy.limit(t.SELF_CORRECTION), given.on, calendar=st.calendar, today=st.today
    ).last_day
    if ask.on <= due:
        return refuse(
            "SUV-28",
            f"被监督机关自行纠正的期限到 {cn_date(due)}止，还没有过。",
            todo=f"{cn_date(due)}之后仍未纠正的，再作出监督决定。",
            field="on",
        )
    return None


def term_is_set(_st: Standing, ask: Ask) -> Reason | None:
    """An order to perform or to correct names its last day (arts. 29 to 31)."""
    if ask.facts.get("supervision_outcome") not in ("perform", "correct"):
        return None
    if ask.facts.get("perform_by"):
        return None
    return refuse("SUV-30", "责令履行、改正的，应当写明最后日期。", field="perform_by")


def matter_is_settled(st: Standing, _ask: Ask) -> Reason | None:
    """Nothing found; or put right; or the decision followed up and carried out."""
    if st.has("supervision.find_nothing"):
        return None
    if st.has("supervision.decide"):
        return _carried_out(st)
    if corrected(st):
        return None
    return refuse("SUV-28", "监督意见书指出的问题还没有纠正。", todo="登记自行纠正情况。")


def _carried_out(st: Standing) -> Reason | None:
    if not st.any(*REPORTS):
        return refuse("SUV-29-2", "还没有收到监督决定的执行情况报告。", todo="催促报告后登记。")
    if st.fact("supervision.follow_up", "all_corrected") is True:
        return None
    return refuse("SUV-29-2", "跟踪复查还没有确认监督决定已经执行。", todo="先跟踪复查。")


def something_was_handed_over(st: Standing, _ask: Ask) -> Reason | None:
    if st.any("supervision.give_notice", "supervision.give_opinion", "supervision.decide"):
        return None
    return refuse("SUV-2", "还没有送达监督文书。")


def is_open(st: Standing) -> bool:
    return not st.any("supervision.find_nothing", "decision.close")
