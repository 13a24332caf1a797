"""Inspection: the task, how often, the visit, the result; each line from both sides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import Line, day, standing
from tests.procedure.rows import Q, Row
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents import check
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.inspection import checks as j
from xiezhi.procedure.kinds.inspection import reach as r
from xiezhi.procedure.policy import from_text
from xiezhi.procedure.timelimits import Light

KIND = "inspection.ordinary"
BASIS = [{"law": "食品安全法", "article": "第一百一十条"}]
TASK: dict[str, Any] = {
    "party_kind": "legal_person",
    "check_kind": "daily",
    "task_source": "plan",
    "cap": "2",
}
PASS, FAIL = {"item": "甲", "result": "pass"}, {"item": "乙", "result": "fail", "note": "缺记录"}


def task(**changed: Any) -> list[Line]:
    return [("inspection.plan", "03-02", {**TASK, **changed})]


def visited(*items: dict[str, str], approved: bool = True) -> list[Line]:
    approval: list[Line] = [("inspection.approve", "03-03")] if approved else []
    return [*task(), *approval, ("inspection.inspect", "03-05", {"items": list(items)})]


def ordered(**facts: Any) -> list[Line]:
    return [*visited(FAIL), ("inspection.order_correction", "03-06", facts)]


def times(year: int = 0, month: int = 0, week: int = 0, today: int = 0) -> dict[str, Any]:
    return {"inspected": {"year": year, "month": month, "week": week, "day": today}}


def q(ledger: list[Line] | None = None, on: str = "03-10", **facts: Any) -> Q:
    return Q(ledger or [], on, facts, kind=KIND)


SCANNING = from_text(
    'code = "scan"\ntitle = "某市"\nextends = "S1"\n'
    '[scan_before_inspecting]\nvalue = true\nrule = "INS-9"\n'
)
LOGGED: Line = ("inspection.log_visit", "03-05", {"visit": "inspect"})


def scanned(*lines: Line, on: str = "03-05", **facts: Any) -> Q:
    return Q([*task(), *lines], on, facts, kind=KIND, policy=SCANNING)


def elsewhere(*days: str, **more: Any) -> Q:
    planned = [{"agency": "安澜市消防救援局", "on": each} for each in days]
    return q(task(), planned_elsewhere=planned, **more)


def visit(**facts: Any) -> Q:
    return q(task(), **{"visit": "guide", "arrived_at": "2026-03-10T09:00", **facts})


def by(standing: str | None, basis: str = "") -> Q:
    return q(inspector={"standing": standing, "basis": basis})


WENT: Line = ("inspection.inspect", "03-05", {"items": [PASS]})
CASE = task(check_kind="case", task_source="report")
# fmt: off
REACH = [
    Row(r.may_inspect, "an agency by itself", by("statutory"), by(None), "INS-1", "54号"),
    Row(r.may_inspect, "entrusted by somebody", by("entrusted", "某条例第五条"),
        by("entrusted"), "INS-1", "54号"),
    Row(r.may_inspect, "no intermediary", by("authorised", "某法"), by("intermediary", "合同"),
        "INS-1", "54号"),
    Row(r.within_territory, "its own area; unknown is not yes", q(own_area=True), q(),
        "INS-12", "54号"),
    Row(r.within_territory, "elsewhere under rules of cooperation",
        q(own_area=False, cooperation="两市协作办法"), q(own_area=False), "INS-12", "54号"),
    Row(r.enterprise_is_coded, "an enterprise has its eighteen places",
        q(party_kind="legal_person", party_code="91990100MA0007101Q"),
        q(party_kind="legal_person", party_code="91990100MA0007101"), "INS-8", "2025年"),
    Row(r.enterprise_is_coded, "a person has none",
        q(party_kind="citizen"), q(party_kind="sole_trader"), "INS-8", "2025年"),
    Row(r.merged_where_it_can_be, "another agency comes today or later; not yesterday",
        elsewhere("2026-03-09"), elsewhere("2026-03-10"), "INS-7", "2025年"),
    Row(r.merged_where_it_can_be, "apart with reasons",
        elsewhere("2026-03-20", alone_why="检查内容涉密"), elsewhere("2026-03-20"),
        "INS-7", "2025年"),
    Row(r.merged_where_it_can_be, "unknown is refused", elsewhere(), q(task()),
        "INS-7", "2025年"),
    Row(r.visit_is_whole, "what for", visit(), visit(visit="lunch"), "INS-8", "2025年"),
    Row(r.visit_is_whole, "since when", visit(), visit(arrived_at=""), "INS-8", "2025年"),
    Row(r.visit_is_whole, "gone after coming", visit(left_at="2026-03-10T09:01"),
        visit(left_at="2026-03-10T09:00"), "INS-8", "2025年"),
    Row(r.scanned_before_inspecting, "the code that day, not the day before",
        scanned(LOGGED), scanned(LOGGED, on="03-06"), "INS-9", "地方"),
    Row(r.scanned_before_inspecting, "not in an emergency",
        scanned(urgent_why="群体性不适"), scanned(), "INS-9", "地方"),
    Row(r.scanned_before_inspecting, "only where the plan says so",
        q(task(), on="03-05"), scanned(), "INS-9", "地方"),
    Row(r.scanned_before_leaving, "the code of the day of the check",
        scanned(WENT, LOGGED, on="03-08"),
        scanned(WENT, ("inspection.log_visit", "03-06", {}), on="03-08"), "INS-9", "地方"),
    Row(j.within_the_cap, "the cap is for enterprises (INS-10): a trader has it, a person not",
        q(task(party_kind="citizen"), **times(year=9)),
        q(task(party_kind="sole_trader"), **times(year=9)), "SUP-8", "54号"),
]
# fmt: on


@pytest.mark.rule("INS-10")
@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("legal_person", True),
        ("other_organisation", True),
        ("sole_trader", True),
        ("citizen", False),
        ("", False),
    ],
)
def test_whom_the_cap_protects(kind: str, counts: bool) -> None:
    """涉企: companies, other organisations, individual businesses; no private person."""
    st = standing(*task(party_kind=kind), kind=KIND)
    assert r.is_enterprise(kind) is counts
    assert j.counts_to_the_cap(st) is counts
    asked = q(party_kind=kind).ask(j.cap_is_named)
    assert (asked is not None) is counts


ROWS = [
    Row(j.basis_is_named, "law and article", q(basis=BASIS), q(), "INS-6", "司法部"),
    Row(j.basis_is_named, "the article too", q(basis=BASIS),
        q(basis=[{"law": "食品安全法"}]), "INS-6", "司法部"),
    Row(j.item_was_published, "published", q(item_published=True),
        q(item_published=False), "INS-2", "54号"),
    Row(j.source_fits_the_kind, "a case has a lead", q(check_kind="case", task_source="monitoring"),
        q(check_kind="case", task_source="plan"), "DR-3", "第五十四条第二款"),
    Row(j.source_fits_the_kind, "a draw has its number",
        q(check_kind="daily", task_source="random", draw_number="3"),
        q(check_kind="daily", task_source="random"), "DR-2", "第五十四条第一款"),
    Row(j.cap_is_named, "an enterprise has a cap", q(party_kind="legal_person", cap="2"),
        q(party_kind="legal_person"), "INS-4", "54号"),
    Row(j.cap_is_named, "a citizen has none", q(party_kind="citizen"),
        q(party_kind="sole_trader", cap="0"), "INS-4", "54号"),
    Row(j.within_the_cap, "one below, at the cap", q(task(), **times(year=1)),
        q(task(), **times(year=2)), "SUP-8", "54号"),
    Row(j.within_the_cap, "unknown is refused", q(task(), **times()), q(task()), "INS-4", "54号"),
    Row(j.within_the_cap, "a case over it is approved with its reason",
        q(CASE, **times(year=2), over_cap=True, over_cap_why="多人举报"),
        q(CASE, **times(year=2), over_cap=True), "SUP-8", "54号"),
    Row(j.within_the_cap, "deployed from above doesn't count",
        q(task(check_kind="special", task_source="superior"), **times(year=9)),
        q(task(check_kind="special"), **times(year=9)), "SUP-8", "54号"),
    Row(j.within_the_cap, "a citizen is no enterprise", q(task(party_kind="citizen")),
        q(task(), **times(year=3)), "SUP-8", "54号"),
    Row(j.within_the_rhythm, "a second one a day", q(task(), **times()),
        q(task(), **times(today=1)), "SUP-7", "地方"),
    Row(j.within_the_rhythm, "a third one a week", q(task(), **times(week=1)),
        q(task(), **times(week=2)), "SUP-7", "地方"),
    Row(j.within_the_rhythm, "a fourth one a month", q(task(), **times(month=2)),
        q(task(), **times(month=3)), "SUP-7", "地方"),
    Row(j.within_the_rhythm, "with reasons",
        q(task(), **times(today=1), again_why="核实整改"), q(task()), "SUP-7", "地方"),
    Row(j.prohibitions_were_told, "handed over", q(prohibitions_told=True), q(), "INS-6", "司法部"),
    Row(j.approved_or_urgent, "approved", q([*task(), ("inspection.approve", "03-03")]),
        q(task()), "INS-5", "54号"),
    Row(j.approved_or_urgent, "or urgent", q(task(), urgent_why="即将售出"),
        q(task(), urgent_why=""), "INS-5", "54号"),
    Row(j.told_or_urgent, "told", q([*task(), ("inspection.notify", "03-05")]),
        q(task()), "INS-6", "司法部"),
    Row(j.every_item_has_its_result, "some item", q(items=[PASS]), q(items=[]),
        "INS-ITEM", "检查项"),
    Row(j.every_item_has_its_result, "a known result", q(items=[PASS, FAIL]),
        q(items=[{"item": "甲", "result": "好"}]), "INS-ITEM", "检查项"),
    Row(j.every_item_has_its_result, "a note unless it passes", q(items=[FAIL]),
        q(items=[{"item": "乙", "result": "fail"}]), "INS-ITEM", "检查项"),
    Row(j.every_item_has_its_result, "something was looked at",
        q(items=[PASS, {"item": "乙", "result": "unchecked", "note": "停业"}]),
        q(items=[{"item": "乙", "result": "unchecked", "note": "停业"}]), "INS-ITEM", "检查项"),
    Row(j.something_failed, "a failed item", q(visited(PASS, FAIL)), q(visited(PASS)),
        "INS-11", "四（一）4（1）"),
    Row(j.term_to_correct_is_set, "the day after", q(correct_by="2026-03-11"),
        q(correct_by="2026-03-10"), "INS-11-2", "第三十三条第二款"),
    Row(j.term_to_correct_is_set, "or at once, not both", q(at_once=True),
        q(at_once=True, correct_by="2026-03-20"), "INS-11-2", "第三十三条第二款"),
    Row(j.term_to_correct_is_set, "one of them", q(at_once=True), q(), "INS-11-2", "第三十三条"),
    Row(j.approval_was_given, "ratified after an emergency",
        q([*visited(FAIL, approved=False), ("inspection.ratify", "03-06")]),
        q(visited(FAIL, approved=False)), "INS-5", "54号"),
    Row(j.result_fits_the_record, "clean only without a failed item",
        q(visited(PASS), outcome="clean"), q(visited(PASS, FAIL), outcome="clean"), "DR-9", "分类"),
    Row(j.result_fits_the_record, "ordered only when it was",
        q(ordered(), outcome="ordered"), q(visited(FAIL), outcome="ordered"),
        "INS-11", "四（一）4（1）"),
    Row(j.result_fits_the_record, "pending only with a failed item",
        q(visited(FAIL), outcome="pending"), q(visited(PASS), outcome="pending"), "DR-9", "分类"),
    Row(j.something_to_refer, "a failed item", q(visited(FAIL)), q(visited(PASS)),
        "INS-11", "四（一）4（1）"),
    Row(j.corrections_were_rechecked, "looked at again",
        q([*ordered(), ("inspection.recheck", "03-20")]), q(ordered()),
        "INS-11-3", "第三十三条第二款"),
]  # fmt: skip


@pytest.mark.parametrize("row", [*ROWS, *REACH], ids=lambda row: row.name)
def test_a_check_on_both_sides_of_its_line(row: Row) -> None:
    row.holds()


def test_what_waits_or_was_not_corrected_is_referred_before_closing() -> None:
    pending: Line = ("inspection.conclude", "03-09", {"proposal": {"outcome": "pending"}})
    rechecked: Line = ("inspection.recheck", "03-20", {"recheck_outcome": "not_corrected"})
    for ledger in ([*visited(FAIL), pending], [*ordered(), rechecked]):
        assert q(ledger).ask(j.findings_were_referred).rule.code == "INS-11"
        assert q([*ledger, ("inspection.refer", "03-21")]).ask(j.findings_were_referred) is None
        assert q(ledger).ask(j.something_to_refer) is None


def test_who_obstructed_may_be_referred_without_a_failed_item() -> None:
    ledger = [
        *visited(PASS),
        ("inspection.conclude", "03-09", {"proposal": {"outcome": "obstructed"}}),
    ]
    assert q(ledger).ask(j.something_to_refer) is None


def duties(*ledger: Line, today: str) -> list[str]:
    return [duty.act for duty in standing(*ledger, today=today, kind=KIND).duties]


def test_the_duties_follow_the_course() -> None:
    assert duties(*task(), today="03-02") == ["inspection.approve"]
    told: list[Line] = [*task(), ("inspection.approve", "03-03")]
    assert duties(*told, today="03-03") == ["inspection.notify"]
    assert duties(*told, ("inspection.notify", "03-05"), today="03-05") == ["inspection.inspect"]
    assert duties(*visited(PASS), today="03-05") == ["inspection.conclude"]
    assert "inspection.ratify" in duties(*visited(PASS, approved=False), today="03-05")


def test_the_recheck_is_due_the_day_after_the_term() -> None:
    ledger = ordered(correct_by="2026-03-20")
    assert "inspection.recheck" not in duties(*ledger, today="03-20")
    assert "inspection.recheck" in duties(*ledger, today="03-21")
    assert "inspection.recheck" in duties(*ordered(at_once=True), today="03-06")


def test_a_declined_task_only_closes() -> None:
    assert duties(*task(), ("inspection.decline", "03-03"), today="03-03") == ["decision.close"]


def test_the_result_is_published_in_twenty_working_days() -> None:
    decided: Line = ("issue", "03-12", {"publish_by": "2026-04-10", "outcome": "clean"})
    st = standing(*visited(PASS), decided, today="03-13", kind=KIND)
    due = st.limit("PLAN-1")
    assert due is not None
    assert due.last_day == day("04-10")  # Qingming, 6 April, is off
    late = [
        standing(*visited(PASS), decided, today=on, kind=KIND).limit("PLAN-1")
        for on in ("04-10", "04-11")
    ]
    assert [due.light() is Light.RED for due in late if due] == [False, True]


@pytest.mark.parametrize("act", ["inspection.approve", "inspection.inspect", "inspection.conclude"])
def test_a_gate_is_shut_by_an_empty_form(act: str) -> None:
    st = standing(*task(), today="03-10", kind=KIND)
    assert st.refusals(act)


def test_every_result_states_itself_in_the_notice_of_results() -> None:
    kind = KINDS[KIND]
    assert {outcome.document for outcome in kind.outcomes} == {"inspection.result"}
    assert all(outcome.favours for outcome in kind.outcomes)


def test_an_urgent_visit_that_nobody_approves_comes_to_nothing() -> None:
    visit = visited(FAIL, approved=False)
    assert not standing(*visit, today="03-06", kind=KIND).refusals("inspection.decline")
    ended: list[Line] = [*visit, ("inspection.decline", "03-06")]
    assert duties(*ended, today="03-06") == ["decision.close"]
    codes = {r.rule.code for r in standing(*ended, kind=KIND).refusals("inspection.conclude")}
    assert {"FLOW-LATE", "INS-5"} <= codes


NOTICE: dict[str, Any] = {
    "party": {"name": "某餐饮公司"},
    "cause": "餐饮服务检查",
    "basis": BASIS,
    "check_kind": "daily",
    "task_source": "plan",
    "planned_on": "2026-03-05",
    "check_scope": "进货查验",
    "officers": [{"name": "甲", "certificate": "1"}, {"name": "乙", "certificate": "2"}],
    "times": "0",
    "prohibitions_told": True,
    "remedies": {"review_body": "县人民政府", "court": "县人民法院"},
}


def test_the_notice_with_all_its_items_is_whole() -> None:
    assert check(DOCUMENTS["inspection.notice"], NOTICE) == []


@pytest.mark.parametrize("item", NOTICE)
def test_the_notice_tells_each_item_of_the_form(item: str) -> None:
    """law reference 4.3: basis, subject, source, frequency, officers, rights, prohibitions."""
    lacking = check(DOCUMENTS["inspection.notice"], {k: v for k, v in NOTICE.items() if k != item})
    assert [reason.field for reason in lacking] == [item]
    assert lacking[0].rule.code.startswith("INS-")


def test_each_officer_in_the_notice_has_a_certificate() -> None:
    bare = {**NOTICE, "officers": [{"name": "甲", "certificate": "1"}, {"name": "乙"}]}
    assert [r.field for r in check(DOCUMENTS["inspection.notice"], bare)] == [
        "officers.certificate"
    ]
