"""Checks of the notice: told, heard, its term over (arts. 44, 45, 62)."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.inquiry import heavier, penal
from xiezhi.procedure.kinds.checks.parties import of_each
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import HEARING_REQUEST, STATEMENT, Due, cn_date, compute


@of_each
def notice_covers_proposal(st: Standing, _ask: Ask) -> Reason | None:
    """What is decided was told to the party, or is lighter (arts. 44, 62)."""
    if not penal(st):
        return None
    told = st.last("casework.give_notice")
    if told is None:
        return refuse(
            "PEN-7",
            "还没有向当事人告知拟作出的处罚内容、事实、理由、依据和权利。",
            todo="先办理“告知拟作出的处罚”。",
        )
    if heavier(st.proposal or {}, told.facts.get("proposal") or {}):
        return refuse(
            "PEN-7", "拟作出的处罚比告知书上的更重，当事人没有被告知。", todo="重新告知。"
        )
    if told.facts.get("basis") != st.fact_of_report("basis"):
        return refuse("PEN-7", "违反或者适用的法律条款与告知书上的不同。", todo="重新告知。")
    return None


@of_each
def party_was_heard(st: Standing, ask: Ask) -> Reason | None:
    """Notice served, its term over or waived, statements re-checked, hearing done."""
    if not penal(st):
        return None
    told = st.last("casework.give_notice")
    if told is None:
        return notice_covers_proposal(st, ask)
    served = st.last("casework.serve_notice")
    if served is None or served.seq < told.seq:
        return refuse("PEN-7", "告知书还没有送达当事人。", todo="先登记告知书的送达。")
    said = st.last("casework.record_statement")
    if said and not st.after("casework.recheck_statement", said.seq):
        return refuse(
            "PEN-8",
            "当事人的陈述、申辩还没有复核。",
            todo="对当事人提出的事实、理由和证据进行复核，填写复核意见。",
        )
    return _hearing_open(st) or _term_running(st, ask, served)


def _hearing_open(st: Standing) -> Reason | None:
    asked = st.last("casework.request_hearing")
    if asked and not (
        st.after("casework.report_hearing", asked.seq)
        or st.after("casework.withdraw_hearing", asked.seq)
    ):
        return refuse(
            "PEN-11",
            "当事人要求听证，听证还没有结束。",
            todo="举行听证并提交听证报告，根据听证笔录作出决定。",
        )
    return None


def _term_running(st: Standing, ask: Ask, served: Event) -> Reason | None:
    asked = st.has("casework.request_hearing")  # a hearing that somebody else asked for isn't his
    if _waived(st, served) or (asked and st.after("casework.report_hearing", served.seq)):
        return None
    last = max(due.last_day for due in statement_terms(st, served))
    if ask.on <= last:
        return refuse(
            "PEN-7",
            f"当事人陈述、申辩和要求听证的期限到 {cn_date(last)} 24 时止，还没有过。",
            todo="等期限届满；或者当事人书面放弃的，登记放弃声明。",
        )
    return None


def _waived(st: Standing, served: Event) -> bool:
    """Given up in writing: where a hearing was offered, the hearing as well (art. 62)."""
    if not st.after("casework.waive_statement", served.seq):
        return False
    return not _hearing_offered(st) or st.fact("casework.waive_statement", "hearing_too") is True


def _hearing_offered(st: Standing) -> bool:
    return st.fact("casework.give_notice", "hearing_right") is True


def statement_terms(st: Standing, served: Event) -> list[Due]:
    """The terms told in the notice, from its service; no decision before the last one ends."""
    limits = [STATEMENT, HEARING_REQUEST] if _hearing_offered(st) else [STATEMENT]
    return [
        compute(st.policy.limit(limit), served.on, calendar=st.calendar, today=st.today)
        for limit in limits
    ]
