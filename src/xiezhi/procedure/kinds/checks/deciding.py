"""Checks of the decision: collective discussion, the lines of the summary procedure."""

from __future__ import annotations

from decimal import Decimal

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.thresholds import cash_allowed, summary_limit


def discussed_where_due(st: Standing, _ask: Ask) -> Reason | None:
    """Complex or grave matters are discussed collectively (art. 57(2)), after the review."""
    if not (st.proposal or {}).get("discussion_due"):
        return None
    talk = st.last("decision.discuss")
    if talk is None or (st.clearance and talk.seq < st.clearance.sealed_at):
        return refuse(
            "PEN-13",
            "情节复杂或者重大违法行为，应当由机关负责人集体讨论决定。",
            todo="先办理“集体讨论”。",
        )
    return None


def within_summary_limits(_st: Standing, ask: Ask) -> Reason | None:
    """Citizen up to 200, organisation up to 3,000, or a warning; facts certain (art. 51)."""
    facts = ask.facts
    if facts.get("facts_certain") is not True:
        return refuse("PEN-16", "没有确认违法事实确凿并有法定依据。", field="facts_certain")
    kinds = set(facts.get("kinds") or ())
    if not kinds or not kinds <= {"warning", "fine"}:
        return refuse("PEN-16", "当场处罚只能是警告或者罚款。", field="kinds")
    limit = summary_limit(facts["party_kind"], _st.policy)
    fine = Decimal(facts.get("fine") or 0)
    if "fine" in kinds and not 0 < fine <= limit:
        return refuse(
            "PEN-16",
            f"当场罚款不得超过 {limit:,} 元，现在是 {fine:,} 元。",
            todo="超过限额的，适用普通程序。",
            field="fine",
        )
    return None


def cash_is_lawful(_st: Standing, ask: Ask) -> Reason | None:
    """Collected on the spot only up to 100 yuan, or where it is hard to enforce later (art. 68)."""
    if ask.facts.get("collected_on_spot") is not True:
        return None
    return cash_allowed(
        Decimal(ask.facts.get("fine") or 0),
        summary=True,
        hard_to_enforce_later=ask.facts.get("hard_to_enforce_later"),
    )
