"""Checks of disclosure: signed, on show or not."""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask


def page_was_signed(st: Standing, _ask: Ask) -> Reason | None:
    """The head signs what is to be published (P8)."""
    draft = st.last("disclosure.prepare")
    if draft is None or not st.after("disclosure.sign", draft.seq):
        return refuse(
            "PLAN-PIPELINE", "公示内容还没有经负责人审定。", todo="请负责人审定后再公示。"
        )
    return None


def is_on_show(st: Standing, _ask: Ask) -> Reason | None:
    shown = st.last("disclosure.publish")
    if shown is None or st.after("disclosure.withdraw", shown.seq):
        return refuse("FLOW-ORDER", "现在没有正在公示的内容。")
    return None


def is_not_on_show(st: Standing, _ask: Ask) -> Reason | None:
    return None if is_on_show(st, _ask) else refuse("FLOW-ONCE", "本决定正在公示。")
