"""Checks of the legal review (art. 58)."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.checks.notice import party_was_heard
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event


def cleared_before_notice(st: Standing, _ask: Ask) -> Reason | None:
    if st.policy.review_position not in ("before_notice", "both"):
        return None
    return cleared(st, _ask)


def review_gate(st: Standing) -> str:
    """The rule that shuts the gate: for penalties the statute, for all else the guidance."""
    return "PEN-12" if st.kind.family == "penalty" else "REV-GATE"


def cleared(st: Standing, _ask: Ask) -> Reason | None:
    """未经法制审核或者审核未通过的，不得作出决定 (art. 58)."""
    if st.clearance is not None:
        return None
    gate = review_gate(st)
    said = st.last("review.give_opinion", "review.exempt")
    if said is None:
        return refuse(gate, "还没有通过法制审核。", todo="提请法制审核；审核通过后才能继续。")
    if said.act == "review.give_opinion" and said.facts.get("verdict") != "approved":
        return refuse(
            gate,
            "法制审核意见不是“同意”。",
            todo="按审核意见改正后，重新提请法制审核。",
        )
    return refuse(
        gate,
        f"审核之后案件内容有变化（第 {_broken_seq(st, said)} 条记录），原来的审核不再有效。",
        todo="重新提请法制审核。",
    )


def reviewed_again_after_notice(st: Standing, _ask: Ask) -> Reason | None:
    """Where the profile wants a review before and after the notice, the first isn't enough."""
    told = st.last("casework.serve_notice")
    if st.policy.review_position != "both" or told is None or st.clearance is None:
        return None
    if st.clearance.sealed_at > told.seq:
        return None
    return refuse("PEN-12", "告知以后还没有再次法制审核。", todo="提请法制审核。")


def review_not_pending(st: Standing, _ask: Ask) -> Reason | None:
    if st.review_pending:
        return refuse("FLOW-ONCE", "已经提请法制审核，正在等审核意见。")
    return None


def review_pending(st: Standing, _ask: Ask) -> Reason | None:
    if st.review_pending is None:
        return refuse("FLOW-ORDER", "没有等待审核的材料。", todo="由承办人提请法制审核。")
    return None


def ready_for_review(st: Standing, _ask: Ask) -> Reason | None:
    """After the notice, a review waits until the party has been heard or the term has passed."""
    if st.policy.review_position == "before_notice" and not st.has("casework.request_hearing"):
        return None
    if st.policy.review_position == "both" and not st.has("casework.give_notice"):
        return None
    return party_was_heard(st, _ask)


def _broken_seq(st: Standing, said: Event) -> int:
    broken = st.broken_since(int(said.facts.get("sealed_at", said.seq)))
    return broken.seq if broken else said.seq
