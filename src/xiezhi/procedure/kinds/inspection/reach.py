"""Who may inspect whom and where, with whom together, and that every visit is logged.

INS-1, INS-7 to INS-10, INS-12: known from secondary sources, so nothing here is finer than what
they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.content import as_day, as_moment
from xiezhi.procedure.documents.inspection import VISITS
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import cn_date

#: An agency, or an organisation that a statute authorises or an agency entrusts.
_MAY_INSPECT = ("statutory", "authorised", "entrusted")
_CODE = 18


def is_enterprise(party_kind: Any) -> bool:
    """涉企: a company, another organisation and, by reference, an individual business (INS-10)."""
    return party_kind in ("legal_person", "other_organisation", "sole_trader")


def may_inspect(_st: Standing, ask: Ask) -> Reason | None:
    """An agency by itself; whoever is authorised or entrusted names by what (INS-1)."""
    inspector = ask.facts.get("inspector") or {}
    standing = inspector.get("standing")
    if standing not in _MAY_INSPECT:
        return refuse("INS-1", "不知道本机关能不能实施行政检查。", field="inspector")
    if standing != "statutory" and not inspector.get("basis"):
        return refuse(
            "INS-1",
            "授权组织、受委托组织实施行政检查，没有登记授权或者委托的依据。",
            todo="在机构登记里填写设立和授权依据，委托书同时公布。",
            field="inspector",
        )
    return None


def within_territory(_st: Standing, ask: Ask) -> Reason | None:
    """In the agency's own area; beyond it only under rules of cooperation (INS-12)."""
    if ask.facts.get("own_area") is True or ask.facts.get("cooperation"):
        return None
    return refuse(
        "INS-12",
        "没有确认检查在本机关管辖区域内，也没有写明跨区域检查的协作依据。",
        todo="由有管辖权的机关检查；确需跨区域检查的，写明协作依据。",
        field="own_area",
    )


def enterprise_is_coded(_st: Standing, ask: Ask) -> Reason | None:
    """A visit is logged against the code of the enterprise (INS-8)."""
    if not is_enterprise(ask.facts.get("party_kind")):
        return None
    if len(str(ask.facts.get("party_code") or "")) == _CODE:
        return None
    return refuse("INS-8", "没有填写企业的统一社会信用代码，入企登记没有归属。", field="code")


def merged_where_it_can_be(st: Standing, ask: Ask) -> Reason | None:
    """Another agency is to inspect the same enterprise: together, or with reasons (INS-7)."""
    if not is_enterprise(st.fact("inspection.plan", "party_kind")) or ask.facts.get("alone_why"):
        return None
    planned = ask.facts.get("planned_elsewhere")
    if planned is None:
        return refuse(
            "INS-7", "不知道其他机关有没有同一企业的检查安排。", field="planned_elsewhere"
        )
    ahead = sorted(_ahead(planned, ask))
    if not ahead:
        return None
    on, agency = ahead[0]
    return refuse(
        "INS-7",
        f"{agency}计划于 {cn_date(on)}检查同一企业，能合并的检查应当合并。",
        todo="与该机关联合检查；不能合并的，说明理由。",
        field="alone_why",
    )


def _ahead(planned: list[dict[str, Any]], ask: Ask) -> Iterator[tuple[Any, str]]:
    for each in planned:
        on = as_day(each.get("on"))
        if on is not None and on >= ask.on:
            yield on, str(each.get("agency"))


# -- every visit is logged ---


def visit_is_whole(_st: Standing, ask: Ask) -> Reason | None:
    """What for, since when, and (once it is over) until when (INS-8)."""
    if ask.facts.get("visit") not in dict(VISITS):
        return refuse("INS-8", "没有选择入企事由。", field="visit")
    came, left = as_moment(ask.facts.get("arrived_at")), as_moment(ask.facts.get("left_at"))
    if came is None:
        return refuse("INS-8", "没有登记入企时间。", field="arrived_at")
    if left is not None and left <= came:
        return refuse("INS-8", "离开时间应当晚于入企时间。", field="left_at")
    return None


def scanned_before_inspecting(st: Standing, ask: Ask) -> Reason | None:
    """Where the plan says so: first the code, then the check; not in an emergency (INS-9)."""
    if not st.policy.scan_before_inspecting or ask.facts.get("urgent_why"):
        return None
    if any(event.on == ask.on for event in st.all("inspection.log_visit")):
        return None
    return refuse(
        "INS-9",
        "当天还没有扫码登记入企，不能开始检查。",
        todo="先办理“登记入企”；情况紧急的，写明紧急情况，离开前登记。",
        field="urgent_why",
    )


def scanned_before_leaving(st: Standing, _ask: Ask) -> Reason | None:
    """What was urgent is scanned before the officers leave, so before anything follows (INS-9)."""
    if not st.policy.scan_before_inspecting:
        return None
    went = st.last("inspection.inspect")
    logged = {event.on for event in st.all("inspection.log_visit")}
    if went is None or went.on in logged:
        return None
    return refuse("INS-9", "检查当天没有登记入企。", todo="补办“登记入企”，写明检查当天的日期。")
