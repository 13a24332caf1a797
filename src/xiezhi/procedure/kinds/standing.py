"""常设案卷: the File in which an agency writes down every change of its powers and certificates.

It has no end: opened once by the agency's administrator, then one entry a change.
"""

from __future__ import annotations

import datetime as dt

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


def profile_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """Which version of which plan, from which day, and what it changes."""
    if ask.facts.get("profile") and ask.facts.get("starts_on") and ask.facts.get("values"):
        return None
    return refuse("POLICY-KEY", "没有写明修改了方案的哪些内容、自何日起施行。")


def it_starts_today_or_later(_st: Standing, ask: Ask) -> Reason | None:
    """What has been done was done under the plan, or the wording, of its day."""
    starts = ask.facts.get("starts_on")
    return starts_too_early(str(starts), ask.on) if starts else None


def starts_too_early(starts_on: str, today: dt.date) -> Reason | None:
    """Why nothing can begin on that day (an ISO date)."""
    if starts_on >= today.isoformat():
        return None
    return refuse(
        "FLOW-DATE", "施行日期已经过去。", todo="填写今天或者以后的日期。", field="starts_on"
    )


def wording_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """Which document's wording, from which day; what it says is judged where it is written."""
    if ask.facts.get("document") and ask.facts.get("starts_on") and ask.facts.get("digest"):
        return None
    say = "没有写明是哪种文书的范本、自何日起施行。"
    return refuse("FLOW-ORDER", say, todo="选择文书，填写施行日期。", field="code")


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
        Step(
            "registry.set_profile",
            "kept",
            (c.day_is_past_or_today, profile_is_named, it_starts_today_or_later),
            needs=("record.open",),
            once=False,
        ),
        Step(
            "record.release_wording",
            "kept",
            (c.day_is_past_or_today, wording_is_named, it_starts_today_or_later),
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
