"""常设案卷: the File in which an agency writes down every change of its powers and certificates.

It has no end: opened once by the agency's administrator, then one entry a change.
"""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Ask, Stage, Step


def is_new(st: Standing, _ask: Ask) -> Reason | None:
    """One standing File an agency."""
    return refuse("FLOW-ONCE", "常设案卷已经建立。") if st.events else None


def change_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """An entry that doesn't say what was changed proves nothing."""
    if ask.facts.get("tables"):
        return None
    return refuse("FLOW-ORDER", "没有写明变更了哪些基础数据。", todo="写明变更的内容再保存。")


REGISTER = ActKind(
    code="standing.register",
    version="2026",
    label="权责基础数据",
    procedure_label="常设案卷",
    stages=(Stage("kept", "持续登记"),),
    steps=(
        Step("record.open", "kept", (c.day_is_past_or_today, is_new)),
        Step(
            "registry.change",
            "kept",
            (c.day_is_past_or_today, change_is_named),
            needs=("record.open",),
            once=False,
        ),
    ),
    limits=(),
    expects=(),
    review="none",
    disclosure="none",
    no_review="登记基础数据不是执法决定",
)
