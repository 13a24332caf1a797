"""Checks of the investigation and of what it proposes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.penalties import severity
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.shares import shares_of
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import DECIDE, extension_refusals


def monitoring_was_reviewed(_st: Standing, ask: Ask) -> Reason | None:
    """What monitoring equipment recorded is evidence only when equipment and record were
    reviewed (art. 41)."""
    if not ask.facts.get("monitored"):
        return None
    for field, what in (("device_reviewed", "监控设备"), ("record_reviewed", "记录内容")):
        if ask.facts.get(field) is not True:
            return refuse(
                "PEN-2",
                f"没有确认{what}经过审核、符合要求，不能作为行政处罚的证据。",
                todo="审核符合要求后确认；不符合的，不作为证据。",
                field=field,
            )
    return None


def has_evidence(st: Standing, _ask: Ask) -> Reason | None:
    if not st.any("casework.inspect", "casework.interview", "casework.add_evidence"):
        return refuse(
            "PEN-46",
            "案卷里还没有一份证据。",
            todo="先制作现场笔录、询问笔录，或者收集其他证据。",
        )
    return None


def nothing_preserved_is_open(st: Standing, _ask: Ask) -> Reason | None:
    """Registered evidence is decided on before the investigation ends (art. 56)."""
    open_ones = len(st.all("casework.preserve_evidence")) - len(
        st.all("casework.dispose_preserved")
    )
    if open_ones > 0:
        return refuse(
            "PEN-6",
            f"还有 {open_ones} 批先行登记保存的证据没有作出处理决定。",
            todo="先处理登记保存的证据。",
        )
    return None


def not_suspended(st: Standing, _ask: Ask) -> Reason | None:
    stop = st.last("casework.suspend")
    if stop and not st.after("casework.resume", stop.seq):
        return refuse("SAMR-4", "案件正在中止调查。", todo="先办理“恢复调查”。")
    return None


def is_suspended(st: Standing, _ask: Ask) -> Reason | None:
    return None if not_suspended(st, _ask) else refuse("FLOW-ORDER", "案件没有中止，不用恢复。")


def not_decided(st: Standing, _ask: Ask) -> Reason | None:
    if st.any("decision.issue", "decision.decide_on_spot", "casework.refuse_filing"):
        return refuse("FLOW-LATE", "本案已经作出决定。")
    if st.any("casework.terminate", "casework.withdraw_filing", "casework.refer"):
        return refuse("FLOW-LATE", "本案已经终止调查、撤销立案或者移送。")
    return None


def proposal_is_whole(_st: Standing, ask: Ask) -> Reason | None:
    """A conclusion proposes an outcome, its law, and for a penalty its kinds (art. 57)."""
    proposal = ask.facts.get("proposal") or {}
    if not proposal.get("outcome"):
        return refuse("PEN-57", "没有提出处理建议。", field="outcome")
    if proposal["outcome"] == "penalty" and not proposal.get("kinds"):
        return refuse("PEN-KIND", "建议给予处罚，但没有选择处罚种类。", field="kinds")
    return None


_NEW_FACTS = (
    "casework.inspect",
    "casework.interview",
    "casework.add_evidence",
    "casework.receive_test",
)


def no_heavier_for_defending(st: Standing, ask: Ask) -> Reason | None:
    """Statement and defence never make the penalty heavier (art. 45)."""
    told = st.last("casework.give_notice")
    if told is None or not st.any("casework.record_statement", "casework.request_hearing"):
        return None
    whose = _made_heavier(told.facts.get("proposal") or {}, ask.facts.get("proposal") or {})
    if whose is None or any(st.after(act, told.seq) for act in _NEW_FACTS):
        return None
    return refuse(
        "PEN-8",
        f"{whose}当事人陈述、申辩或者要求听证后，拟作出的处罚比告知的更重，而案卷里没有新的证据。",
        todo="恢复到不重于告知书的处罚；确有新的事实的，先补充证据并重新告知。",
        field="fine",
    )


def _made_heavier(told: dict[str, Any], now: dict[str, Any]) -> str | None:
    """Whose penalty is heavier than told: "甲公司：", or nothing where there is one party."""
    before = {share["party"]: share for share in shares_of(told)}
    for share in shares_of(now):
        known = before.get(share["party"])
        if known is not None and heavier(share, known):
            return f"{share['name']}："
    return "" if not shares_of(now) and heavier(now, told) else None


_SUMS = ("fine", "gains", "goods_value")


def heavier(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Does `new` take from the party what `old` didn't: a heavier or a further kind, or more?"""
    kinds, known = set(new.get("kinds") or ()), set(old.get("kinds") or ())
    if kinds - known and (kinds > known or severity(kinds) > severity(known)):
        return True
    return any(Decimal(new.get(sum_) or 0) > Decimal(old.get(sum_) or 0) for sum_ in _SUMS)


def penal(st: Standing) -> bool:
    """Only a penalty needs a notice; 不予行政处罚 takes nothing from the party (arts. 33, 44)."""
    return (st.proposal or {}).get("outcome") == "penalty"


def children_are_not_punished(_st: Standing, ask: Ask) -> Reason | None:
    """Under fourteen on the day of the act: no penalty (art. 30)."""
    proposal = ask.facts.get("proposal") or {}
    one = {"name": "当事人", "mercy": ask.facts.get("mercy"), "outcome": proposal.get("outcome")}
    for share in shares_of(proposal) or [one]:
        if share.get("mercy") != "no_penalty" or share.get("outcome") != "penalty":
            continue
        return refuse(
            "PEN-26",
            f"{share['name']}行为时不满十四周岁，不予行政处罚。",
            todo="改为不予行政处罚，责令监护人加以管教。",
            field="outcome",
        )
    return None


def may_be_extended(st: Standing, ask: Ask) -> Reason | None:
    """First by the head, at most so many days; again only after a collective discussion."""
    due = st.limit(DECIDE.id)
    if due is None:
        return refuse("PEN-14", "办案期限没有在计算，不用延长。")
    discussed = ask.facts.get("discussed") is True
    found = extension_refusals(due, int(ask.facts.get("days") or 0), ask.on, discussed=discussed)
    return found[0] if found else None


def no_crime_is_suspected(st: Standing, _ask: Ask) -> Reason | None:
    """A suspected crime goes to the police; a penalty doesn't take its place."""
    if not penal(st) or (st.proposal or {}).get("crime") is False:
        return None
    return refuse(
        "TRF-8",
        "没有查明本案不涉嫌犯罪，不能作出行政处罚。",
        todo="涉嫌犯罪的，移送司法机关；查明不涉嫌犯罪的，修改调查终结报告后重新送审。",
    )
