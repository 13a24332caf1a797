"""Judgements in front of an inspection: its task, how often, the visit, the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.inspection import ITEM_RESULTS
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.inspection.reach import is_enterprise
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask

#: SUP-7, a local practice: a further check within these spans needs its reasons.
_RHYTHM = (("day", 1, "今天"), ("week", 2, "本周"), ("month", 3, "本月"))
_LEADS = ("report", "assigned", "monitoring")


# -- the task ---


def basis_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """The notice has to tell the legal basis, so a task has one: law and article."""
    rows = ask.facts.get("basis") or []
    if rows and all(row.get("law") and row.get("article") for row in rows):
        return None
    return refuse("INS-6", "没有写明检查依据的法律和条文。", field="basis")


def item_was_published(_st: Standing, ask: Ask) -> Reason | None:
    """An item that isn't in the published list may not be inspected."""
    if ask.facts.get("on_list") is False:
        return refuse(
            "INS-2",
            "本机关公布的行政检查事项清单里没有这个事项，或者已经失效。",
            todo="按清单填写检查事项的名称或者编号；清单之外的，不得实施检查。",
            field="cause",
        )
    if ask.facts.get("item_published") is True:
        return None
    return refuse(
        "INS-2",
        "检查事项没有在行政检查事项清单公布，不得实施检查。",
        todo="先公布检查事项；没有法定依据的，不检查。",
        field="item_published",
    )


def source_fits_the_kind(_st: Standing, ask: Ask) -> Reason | None:
    """A single case is checked because of a lead; a task drawn at random names its draw."""
    source = ask.facts.get("task_source")
    if ask.facts.get("check_kind") == "case" and source not in _LEADS:
        return refuse(
            "DR-3",
            "个案检查应当来自投诉举报、转办交办或者数据监测发现的问题。",
            todo="改选任务来源，或者改为日常检查、专项检查。",
            field="task_source",
        )
    if source == "random" and not ask.facts.get("draw_number"):
        return refuse("DR-2", "双随机抽取的任务没有写明抽取批次编号。", field="draw_number")
    return None


def cap_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """The yearly cap comes with the published item."""
    if not is_enterprise(ask.facts.get("party_kind")) or _count(ask.facts.get("cap")):
        return None
    return refuse("INS-4", "没有填写本事项对企业的年度检查频次上限。", field="cap")


# -- how often ---


def _count(value: Any) -> int | None:
    text_ = str(value if value is not None else "")
    return int(text_) if text_.isdecimal() else None


def _task(st: Standing, key: str) -> Any:
    return st.fact("inspection.plan", key)


def counts_to_the_cap(st: Standing) -> bool:
    """Of an enterprise (INS-10) all kinds count, except a special inspection from above (INS-4)."""
    if not is_enterprise(_task(st, "party_kind")):
        return False
    return not (_task(st, "check_kind") == "special" and _task(st, "task_source") == "superior")


def _inspected(ask: Ask) -> Mapping[str, int] | None:
    found = ask.facts.get("inspected")
    return found if isinstance(found, Mapping) else None


def within_the_cap(st: Standing, ask: Ask) -> Reason | None:
    """Over the yearly cap only a single case with a lead is checked, and only approved as such."""
    if not counts_to_the_cap(st):
        return None
    done, cap = _inspected(ask), _count(_task(st, "cap"))
    if done is None or cap is None or done.get("year") is None:
        return refuse(
            "INS-4", "不知道本年度已检查的次数或者频次上限，不能批准检查。", field="inspected"
        )
    if done["year"] < cap:
        return None
    if _task(st, "check_kind") != "case":
        return refuse(
            "SUP-8",
            f"本年度已检查 {done['year']} 次，达到频次上限 {cap} 次，不能再检查。",
            todo="取消本次检查；发现具体问题线索的，按个案检查办理。",
        )
    if ask.facts.get("over_cap") is True and ask.facts.get("over_cap_why"):
        return None
    return refuse(
        "SUP-8",
        f"本年度已检查 {done['year']} 次，达到频次上限 {cap} 次，个案检查须专门批准并说明理由。",
        field="over_cap_why",
    )


def within_the_rhythm(st: Standing, ask: Ask) -> Reason | None:
    """A second check a day, a third a week, a fourth a month is explained (SUP-7)."""
    if not is_enterprise(_task(st, "party_kind")) or ask.facts.get("again_why"):
        return None
    done = _inspected(ask)
    if done is None:
        return refuse("SUP-7", "不知道近期已检查的次数，不能批准检查。", field="inspected")
    for span, most, words in _RHYTHM:
        if (done.get(span) or 0) >= most:
            return refuse(
                "SUP-7",
                f"{words}已检查 {done.get(span)} 次，再次检查应当说明理由。",
                field="again_why",
            )
    return None


def another_officer_goes(st: Standing, ask: Ask) -> Reason | None:
    """Who found nothing three times in a row within a year doesn't go a fourth time (SUP-7).

    Reasons given with the notice hold for the visit.
    """
    if _task(st, "party_kind") == "citizen":
        return None
    streaks = ask.facts.get("clean_streaks")
    if not isinstance(streaks, list):
        return refuse("SUP-7-2", "不知道执法人员以前的检查结果。", field="officers")
    said = ask.facts.get("same_officer_why") or st.fact("inspection.notify", "same_officer_why")
    if not streaks or said:
        return None
    names = "、".join(str(streak["name"]) for streak in streaks)
    return refuse(
        "SUP-7-2",
        f"{names}一年内连续三次检查该企业都没有发现问题，不再由其继续检查。",
        todo="换其他执法人员检查；确需由其检查的，说明理由。",
        field="same_officer_why",
    )


# -- the visit ---


def prohibitions_were_told(_st: Standing, ask: Ask) -> Reason | None:
    """The notice tells the five prohibitions, whose text the agency hands over with it."""
    if ask.facts.get("prohibitions_told") is True:
        return None
    return refuse(
        "INS-6",
        "没有确认“五个严禁”已随通知书一并告知。",
        todo="将“五个严禁”的原文附在通知书后一并送达。",
        field="prohibitions_told",
    )


def approved_or_urgent(st: Standing, ask: Ask) -> Reason | None:
    """Nobody goes without approval; in an emergency the reason is written down (INS-5)."""
    if st.has("inspection.approve") or ask.facts.get("urgent_why"):
        return None
    return refuse(
        "INS-5",
        "行政检查还没有经机关负责人批准。",
        todo="先办理“批准行政检查”；情况紧急的，写明紧急情况，检查后补办批准。",
        field="urgent_why",
    )


def told_or_urgent(st: Standing, ask: Ask) -> Reason | None:
    """The notice is handed over before the check begins, on the spot at the latest."""
    if st.has("inspection.notify") or ask.facts.get("urgent_why"):
        return None
    return refuse(
        "INS-6",
        "还没有送达行政检查通知书。",
        todo="先办理“送达行政检查通知书”，可以到场后当面送达。",
        field="urgent_why",
    )


def every_item_has_its_result(_st: Standing, ask: Ask) -> Reason | None:
    """合格, 不合格, 未检查, 合理缺项; all but the first with a note."""
    rows = ask.facts.get("items") or []
    if not rows:
        return refuse("INS-ITEM", "没有记录一项检查项目。", field="items")
    for n, row in enumerate(rows, 1):
        if row.get("result") not in dict(ITEM_RESULTS):
            return refuse("INS-ITEM", f"第 {n} 项没有检查结果。", field="items")
        if row["result"] != "pass" and not row.get("note"):
            label = dict(ITEM_RESULTS)[row["result"]]
            return refuse("INS-ITEM", f"第 {n} 项“{label}”没有说明情况。", field="items")
    if all(row["result"] in ("unchecked", "absent") for row in rows):
        return refuse("INS-ITEM", "没有一项实际检查了的项目。", field="items")
    return None


def urgent_check_was_not_approved(st: Standing, _ask: Ask) -> Reason | None:
    if st.has("inspection.approve"):
        return refuse("FLOW-ONCE", "检查前已经批准，不用补办。")
    return None


# -- the result ---


def failed_items(st: Standing) -> int:
    """How many items the check found 不合格."""
    rows = st.fact("inspection.inspect", "items") or []
    return sum(row.get("result") == "fail" for row in rows)


def something_failed(st: Standing, _ask: Ask) -> Reason | None:
    if failed_items(st):
        return None
    return refuse("INS-11", "检查没有发现不合格项，没有需要责令改正的问题。")


def term_to_correct_is_set(_st: Standing, ask: Ask) -> Reason | None:
    """At once, or by a day that is still to come."""
    by = day(ask.facts.get("correct_by"))
    if ask.facts.get("at_once") is True and by is None:
        return None
    if by is None:
        return refuse("INS-11-2", "没有写明改正期限。", field="correct_by")
    if ask.facts.get("at_once") is True:
        return refuse("INS-11-2", "立即改正的，不再另定改正期限。", field="correct_by")
    if by <= ask.on:
        return refuse("INS-11-2", "改正期限应当晚于责令改正的日期。", field="correct_by")
    return None


def approval_was_given(st: Standing, _ask: Ask) -> Reason | None:
    """What was done in an emergency is approved afterwards before anything follows from it."""
    if st.any("inspection.approve", "inspection.ratify"):
        return None
    return refuse("INS-5", "紧急情况下的检查还没有补办批准。", todo="由负责人补办批准。")


def result_fits_the_record(st: Standing, ask: Ask) -> Reason | None:
    """A clean result has no failed item; what was ordered was ordered."""
    outcome, failed = ask.facts.get("outcome"), failed_items(st)
    if outcome in ("clean", "not_operating") and failed:
        return refuse("DR-9", f"笔录上有 {failed} 项不合格，与检查结果不符。", field="outcome")
    if outcome == "ordered" and not st.has("inspection.order_correction"):
        return refuse(
            "INS-11", "还没有责令改正。", todo="先办理“责令被检查人改正”。", field="outcome"
        )
    if outcome == "pending" and not failed:
        return refuse("DR-9", "笔录上没有不合格项，没有待处理的问题。", field="outcome")
    return None


def something_to_refer(st: Standing, _ask: Ask) -> Reason | None:
    """A failed item, or a result that itself calls for further handling."""
    if failed_items(st) or _to_refer(st):
        return None
    return refuse("INS-11", "检查没有发现问题，没有需要移送的线索。")


def corrections_were_rechecked(st: Standing, _ask: Ask) -> Reason | None:
    """The agency follows what it ordered until it knows how it ended."""
    if _open_correction(st):
        return refuse("INS-11-3", "责令改正以后还没有复查。", todo="先办理复查。")
    return None


def findings_were_referred(st: Standing, _ask: Ask) -> Reason | None:
    """What waits for further handling, or wasn't put right, goes to a case (INS-11)."""
    if _to_refer(st) and not st.has("inspection.refer"):
        return refuse(
            "INS-11",
            "检查发现的问题还没有移送处理。",
            todo="登记为案件线索，再办理“移送检查发现的线索”。",
        )
    return None


def _open_correction(st: Standing) -> bool:
    ordered = st.last("inspection.order_correction")
    return ordered is not None and not st.after("inspection.recheck", ordered.seq)


def _to_refer(st: Standing) -> bool:
    if (st.proposal or {}).get("outcome") in ("pending", "obstructed"):
        return True
    return bool(st.fact("inspection.recheck", "recheck_outcome") == "not_corrected")


def correction_is_due(st: Standing) -> bool:
    """Time to look again: the term is over, or it was to be put right at once."""
    if not _open_correction(st):
        return False
    by = day(st.fact("inspection.order_correction", "correct_by"))
    return by is None or by < st.today
