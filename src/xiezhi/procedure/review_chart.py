"""法制审核流程图: from the question whether a review is due to the decision, derived.

The grounds are those that the gate asks (`review_grounds`), the steps and their limit those of the
act kinds, the points those of the reviewer's list, the opinions those of the opinion's form.
"""

from __future__ import annotations

from collections.abc import Iterable

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.charts import Chart, Edge, Lane, Node, Place, flow
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.review_grounds import CHECKLIST, grounds
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.steps import ActKind

TITLE = "重大执法决定法制审核流程图"
_AFTERWARDS = {
    "approved": "可以作出决定；此后内容有变化的，重新审核",
    "correct": "按意见改正后，重新提请法制审核",
    "transfer": "按意见移送有权机关",
}


def reviewed(kinds: Iterable[ActKind] = KINDS.values()) -> list[ActKind]:
    """The act kinds whose decisions can need a review."""
    return [kind for kind in kinds if kind.review != "none" and kind.step("review.submit")]


def review_chart(policy: Policy) -> Chart:
    """The review as boxes and arrows, under this plan."""
    whole = flow(reviewed()[0], policy)
    steps = {node.id: node for node in whole.nodes}
    submit, opinion = steps["review.submit"], steps["review.give_opinion"]
    lanes = (
        Lane("question", "要不要审核", (_question(), *_grounds(policy), steps["review.exempt"])),
        Lane("submission", "送审", (submit, steps["review.return_materials"])),
        Lane("review", "审核", (opinion, *_points())),
        Lane("verdict", "审核意见", tuple(_verdicts())),
        Lane("decision", "作出决定", (_decision(),)),
    )
    title = f"{TITLE}（{policy.title}）"
    summary = (
        f"承办人先核对 {len(_grounds(policy))} 项情形，有一项属于或者没有查明的，提请法制审核；"
        f"审核人员逐项审核 {len(CHECKLIST)} 个方面，出具意见；审核通过后才能作出决定。"
    )
    return Chart("review", title, summary, lanes, tuple(_edges(lanes)))


def _question() -> Node:
    return Node(
        id="question",
        label="核对是否属于审核范围",
        who=("本案承办人",),
        note="下列情形有一项属于，或者没有查明，就要提请审核",
    )


def _grounds(policy: Policy) -> tuple[Node, ...]:
    """What makes a review due under this plan; what the plan doesn't ask isn't shown."""
    return tuple(
        Node(f"ground-{n}", each.label, note=str(each.cite), place=Place.BRANCH)
        for n, each in enumerate(grounds({}, policy), 1)
        if each.answer is not False
    )


def _points() -> Iterable[Node]:
    for n, point in enumerate(CHECKLIST, 1):
        note = f"{point.look}；{point.cite}"
        yield Node(f"point-{n}", f"{n}. {point.label}", note=note, place=Place.BRANCH)


def _verdicts() -> Iterable[Node]:
    field = DOCUMENTS["review.opinion"].field("verdict")
    assert field is not None
    for code, label in field.options:
        place = Place.MAIN if code == "approved" else Place.BRANCH
        yield Node(f"verdict-{code}", label, note=_AFTERWARDS.get(code, ""), place=place)


def _decision() -> Node:
    act = ACTS["decision.issue"]
    gate = rule("PEN-12")
    return Node(
        id=act.name,
        label=act.label,
        who=tuple(role.label for role in act.roles),
        note=f"{gate.title}，{gate.cite}",
    )


def _edges(lanes: Iterable[Lane]) -> Iterable[Edge]:
    """Down the main line; every other box hangs on the box of the line before it."""
    last = ""
    for lane in lanes:
        for node in lane.nodes:
            if last:
                yield Edge(last, node.id)
            if node.place is Place.MAIN:
                last = node.id
