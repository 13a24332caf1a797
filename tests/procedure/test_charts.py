"""Charts and lists that are derived: nothing of a declaration may be missing from them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from xiezhi.procedure import recordings
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.charts import Chart, Place, flow, keepers, stages_of
from xiezhi.procedure.documents import title_of
from xiezhi.procedure.gates import gates, limits_of
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.occasions import OCCASIONS
from xiezhi.procedure.policy import load
from xiezhi.procedure.recordings import RECORDINGS, Extent
from xiezhi.procedure.review_chart import review_chart, reviewed
from xiezhi.procedure.review_grounds import CHECKLIST, grounds
from xiezhi.procedure.rulebook import RULES
from xiezhi.procedure.steps import ActKind

NATIONAL = load("national")
EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())


def chart_of(kind: ActKind) -> Chart:
    return flow(kind, NATIONAL)


@EVERY
def test_every_step_is_a_box_in_its_stage(kind: ActKind) -> None:
    chart = chart_of(kind)
    assert {node.id for node in chart.nodes} == {step.act for step in kind.steps}
    lanes = {lane.code: [node.id for node in lane.nodes] for lane in chart.lanes}
    for step in kind.steps:
        assert step.act in lanes[step.stage]
    for node in chart.nodes:
        assert node.label == ACTS[node.id].label
        assert node.who


@EVERY
def test_every_document_limit_and_gate_stands_at_a_box(kind: ActKind) -> None:
    chart = chart_of(kind)
    for step in kind.steps:
        node = chart.node(step.act)
        assert node is not None
        assert node.papers == tuple(title_of(code) for code in step.documents)
        assert node.gates == gates(step)
    shown = {(term.label, term.length) for node in chart.nodes for term in node.terms}
    limits = [NATIONAL.limit(use.limit) for use in kind.limits]
    assert {(limit.label, limit.length) for limit in limits} == shown


@EVERY
def test_the_main_line_leads_from_the_first_step_to_the_last(kind: ActKind) -> None:
    chart = chart_of(kind)
    before = {edge.target: edge.source for edge in chart.edges}
    order = [node.id for node in chart.nodes]
    main = [node.id for node in chart.nodes if node.place is Place.MAIN]
    always = {node.id for node in chart.nodes if node.place is not Place.BRANCH}
    assert set(kind.gates) - set(OCCASIONS) <= always
    assert main[0] not in before
    for earlier, later in pairwise(main):
        assert before[later] == earlier
    for target, source in before.items():
        assert order.index(source) < order.index(target), "no arrow leads back"
    assert set(before) == set(order) - {main[0]}, "one arrow leads to every other box"


@EVERY
def test_a_limit_stands_at_the_step_that_keeps_it(kind: ActKind) -> None:
    for use in kind.limits:
        found = keepers(kind, use)
        assert found
        assert all(kind.step(act) for act in found)


def test_the_penalty_reads_as_lawyers_tell_it() -> None:
    chart = chart_of(KINDS["penalty.general"])
    main = [node.label for node in chart.nodes if node.place is Place.MAIN]
    told = ["登记案件来源", "批准立案", "调查终结", "告知拟作出的处罚", "送达告知书",
            "提请法制审核", "出具法制审核意见", "作出决定", "送达决定书", "批准结案",
            "归档"]  # fmt: skip
    assert [label for label in main if label in told] == told
    beside = [node.label for node in chart.nodes if node.place is Place.BESIDE]
    assert beside == ["拟定公示内容", "审定公示内容", "公示"]
    decision = chart.node("decision.issue")
    assert decision is not None
    assert {"PEN-12", "PEN-13", "PEN-7"} <= {rule.code for rule in decision.gates}


def test_where_the_review_comes_first_so_does_its_lane() -> None:
    for code in ("national", "S0", "S1", "S2", "S3", "S4"):
        policy = load(code)
        stages = [stage.code for stage in stages_of(KINDS["penalty.general"], policy)]
        first = stages.index("review") < stages.index("notice")
        assert first == (policy.review_position == "before_notice")


@EVERY
def test_gates_are_rules_and_the_order_of_steps_is_none(kind: ActKind) -> None:
    for step in kind.steps:
        for rule in gates(step):
            assert RULES[rule.code] is rule
            assert not rule.code.startswith("FLOW-")


def test_a_gate_is_found_through_the_functions_a_check_calls() -> None:
    step = KINDS["penalty.general"].step("decision.apply_court")
    assert step is not None
    assert {"COE-15", "COE-15-2"} <= {rule.code for rule in gates(step)}
    assert {"REM-1", "REM-2"} <= {limit.id for limit in limits_of(KINDS["penalty.general"])}


def test_occasions_and_recordings_name_acts_that_exist() -> None:
    assert set(OCCASIONS) <= set(ACTS)
    assert set(RECORDINGS) <= set(ACTS)


@EVERY
def test_every_step_has_its_class_of_recording(kind: ActKind) -> None:
    listed = {step.act for step, _how in recordings.to_record(kind)}
    for step in kind.steps:
        how = recordings.of(kind, step)
        assert how.cite.article
        assert (how.extent is not Extent.NONE) == (step.act in listed)
        if how.extent is not Extent.NONE:
            assert how.scene is not None
            assert how.span
            assert how.shows
        if step.on_site:
            assert step.act in listed, "what is done on the spot is recorded"


# -- the review ------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["national", "S0", "S1", "S2", "S3", "S4"])
def test_the_review_chart_has_grounds_points_and_opinions(code: str) -> None:
    policy = load(code)
    chart = review_chart(policy)
    labels = [node.label for node in chart.nodes]
    for ground in grounds({}, policy):
        assert (ground.label in labels) == (ground.answer is not False)
    for n, point in enumerate(CHECKLIST, 1):
        assert f"{n}. {point.label}" in labels
    assert {"同意", "提出纠正意见", "移送有权机关", "退回补正送审材料"} <= set(labels)
    assert chart.nodes[-1].id == "decision.issue"


def test_kinds_under_review_have_its_steps() -> None:
    for kind in reviewed():
        assert kind.step("review.give_opinion")
