"""Checks of 行刑衔接 (移送规定 arts. 5 to 12): no penalty in place of a transfer."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import moment


def is_with_police(st: Standing) -> bool:
    """Approved for transfer and not come back: the agency decides nothing meanwhile."""
    approved = st.last("casework.approve_transfer")
    if approved is None:
        return False
    answered = st.last("casework.enter_answer")
    return answered is None or answered.seq < approved.seq or answered.facts["answer"] != "refused"


def was_taken_over(st: Standing) -> bool:
    """The police filed the case: the agency's own is over but for what must be handed on."""
    return is_with_police(st) and st.fact("casework.enter_answer", "answer") == "filed"


def not_with_police(st: Standing, _ask: Ask) -> Reason | None:
    """不得以行政处罚代替移送 (art. 11); what the police refuse comes back (art. 10)."""
    if not is_with_police(st):
        return None
    return refuse(
        "TRF-8",
        "本案已经批准移送公安机关，不能以行政处罚代替移送。",
        todo="公安机关决定不予立案的，登记以后再依法处理。",
    )


def report_is_undecided(st: Standing, _ask: Ask) -> Reason | None:
    """One decision on one report (art. 5)."""
    asked = st.last("casework.report_crime")
    answered = st.last("casework.approve_transfer", "casework.refuse_transfer")
    if asked is None or (answered is not None and answered.seq > asked.seq):
        return refuse("TRF-2", "没有等待决定的移送报告。", todo="由专案组提出移送报告。")
    return None


def approval_is_unused(st: Standing, _ask: Ask) -> Reason | None:
    """Handed over once for one approval."""
    approved, handed = st.last("casework.approve_transfer"), st.last("casework.hand_over")
    if approved is None or (handed is not None and handed.seq > approved.seq):
        return refuse("TRF-3", "没有批准后还没有移送的案件。", todo="先由本机关负责人批准移送。")
    return None


def approved_at_some_minute(_st: Standing, ask: Ask) -> Reason | None:
    """From when twenty-four hours run, on the day of the act."""
    return _on_its_day(ask, "approved_at")


def handed_at_some_minute(_st: Standing, ask: Ask) -> Reason | None:
    """When the police signed for it, on the day of the act."""
    return _on_its_day(ask, "handed_at")


def _on_its_day(ask: Ask, name: str) -> Reason | None:
    said = moment(ask.facts.get(name))
    if said is not None and said.date() == ask.on:
        return None
    return refuse(
        "TRF-3",
        "没有填写几点几分，或者不在办理日期这一天。",
        todo="二十四小时按钟点计算，填写实际的时间。",
        field=name,
    )


def handed_after_approval(st: Standing, ask: Ask) -> Reason | None:
    approved = moment(st.fact("casework.approve_transfer", "approved_at"))
    handed = moment(ask.facts.get("handed_at"))
    if approved is None or handed is None or approved <= handed:
        return None
    return refuse("FLOW-DATE", "移送的时间早于批准的时间。", field="handed_at")


def police_refused(st: Standing, _ask: Ask) -> Reason | None:
    """Only a refusal to file can be objected to (art. 9)."""
    if st.fact("casework.enter_answer", "answer") == "refused":
        return None
    return refuse("TRF-6", "公安机关没有作出不予立案的决定，不用提出异议。")


def police_filed(st: Standing, _ask: Ask) -> Reason | None:
    """The goods follow when the case was filed (art. 12)."""
    if st.fact("casework.enter_answer", "answer") == "filed":
        return None
    return refuse("TRF-7", "公安机关还没有决定立案。", todo="先登记公安机关的决定。")


def items_were_handed(st: Standing, _ask: Ask) -> Reason | None:
    """A case taken over by the police isn't closed before its goods and papers are theirs."""
    if was_taken_over(st) and not st.has("casework.hand_items"):
        return refuse("TRF-7", "涉案物品和材料还没有移交公安机关。", todo="先办理移交。")
    return None
