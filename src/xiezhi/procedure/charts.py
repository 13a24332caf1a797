"""流程图: the course of an act kind as boxes and arrows, derived from its declaration.

Nothing is drawn by hand, so the chart that is published is the procedure that is carried out.
Stages are lanes; in them stand the main line (what every matter goes through), what runs beside
it (publication), and branches with the occasion on which they are taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Citation, Rule
from xiezhi.procedure.documents import title_of
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.gates import gates
from xiezhi.procedure.occasions import OCCASIONS
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.roles import Role
from xiezhi.procedure.steps import ActKind, LimitUse, Stage, Step
from xiezhi.procedure.timelimits import TimeLimit


class Place(StrEnum):
    """Where a box stands."""

    MAIN = "main"
    """On the line that every matter goes along."""
    BESIDE = "beside"
    """Always done too, while the main line goes on."""
    BRANCH = "branch"
    """Done on an occasion."""


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit at the step that keeps it: how long, since what, after which article."""

    label: str
    length: str
    since: str
    cite: Citation
    backward: bool = False
    told: bool = False
    """Is the length set in each File, and this only the most it may be?"""

    @property
    def short(self) -> str:
        """7 个工作日内; for a limit counted back, 提前 7 个工作日."""
        if self.told:
            return f"本案确定的期限内，最长 {self.length}"
        return f"提前 {self.length}" if self.backward else f"{self.length}内"


@dataclass(frozen=True, slots=True)
class Node:
    """A box: what is done, by whom, on which paper, by when, under which conditions."""

    id: str
    label: str
    who: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    gates: tuple[Rule, ...] = ()
    occasion: str = ""
    needs: tuple[str, ...] = ()
    place: Place = Place.MAIN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A stage with its boxes in their order."""

    code: str
    label: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from one box to the next."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart without any size or colour; `ui.charts` draws it."""

    code: str
    title: str
    summary: str
    lanes: tuple[Lane, ...]
    edges: tuple[Edge, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(node for lane in self.lanes for node in lane.nodes)

    def node(self, id_: str) -> Node | None:
        return next((node for node in self.nodes if node.id == id_), None)


def name_of(kind: ActKind) -> str:
    """行政处罚（普通程序）."""
    plain = kind.procedure_label in ("", kind.label)
    return kind.label if plain else f"{kind.label}（{kind.procedure_label}）"


def stages_of(kind: ActKind, policy: Policy) -> tuple[Stage, ...]:
    """The stages in the order in which this plan goes through them: where the legal review comes
    before the notice, so does its lane."""
    stages = list(kind.stages)
    places = {stage.code: n for n, stage in enumerate(stages)}
    if policy.review_position == "before_notice" and {"notice", "review"} <= places.keys():
        review = stages.pop(places["review"])
        stages.insert(min(places["notice"], places["review"]), review)
    return tuple(stages)


def flow(kind: ActKind, policy: Policy) -> Chart:
    """The flow chart of an act kind under a plan."""
    course = Course(kind, stages_of(kind, policy))
    terms = _terms(kind, policy)
    lanes = []
    for stage in course.stages:
        steps = [step for step in course.steps if step.stage == stage.code]
        nodes = [_node(step, course, terms) for step in steps]
        lanes.append(Lane(stage.code, stage.label, tuple(_arranged(nodes, course.parents))))
    edges = tuple(Edge(parent, act) for act, parent in course.parents.items())
    title = f"{name_of(kind)}流程图"
    return Chart(kind.code, title, _summary(kind, lanes), tuple(x for x in lanes if x.nodes), edges)


def _arranged(nodes: list[Node], parents: Mapping[str, str]) -> Iterator[Node]:
    """The boxes of a lane, each branch after the box that it leaves: first those that leave a box
    of an earlier stage, then the main line with its branches."""
    inside = {node.id for node in nodes}
    hanging: dict[str, list[Node]] = {}
    for node in nodes:
        source = parents.get(node.id, "")
        if node.place is not Place.MAIN:
            hanging.setdefault(source if source in inside else "", []).append(node)

    def spread(source: str) -> Iterator[Node]:
        for node in hanging.get(source, []):
            yield node
            yield from spread(node.id)

    yield from spread("")
    for node in nodes:
        if node.place is Place.MAIN:
            yield node
            yield from spread(node.id)


def _node(step: Step, course: Course, terms: Mapping[str, tuple[Term, ...]]) -> Node:
    act = ACTS[step.act]
    who = "本案承办人" if act.handlers_only else ""
    place = course.place(step.act)
    return Node(
        id=step.act,
        label=act.label,
        who=(who,) if who else tuple(role.label for role in act.roles),
        papers=tuple(title_of(code) for code in step.documents),
        terms=terms.get(step.act, ()),
        gates=gates(step),
        occasion=OCCASIONS.get(step.act, "") if place is Place.BRANCH else "",
        needs=tuple(ACTS[need].label for need in step.needs),
        place=place,
    )


def _summary(kind: ActKind, lanes: Iterable[Lane]) -> str:
    names = "、".join(lane.label for lane in lanes if lane.nodes)
    count = sum(len(lane.nodes) for lane in lanes)
    return f"{name_of(kind)}依次经过{names}，共 {count} 个环节。图后有同样内容的文字。"


# -- the main line --------------------------------------------------------------------------------


class Course:
    """The steps of a kind in order, and which of them every matter goes through."""

    def __init__(self, kind: ActKind, stages: tuple[Stage, ...]) -> None:
        self.kind, self.stages = kind, stages
        lanes = {stage.code: n for n, stage in enumerate(stages)}
        self.steps = sorted(kind.steps, key=lambda step: lanes[step.stage])
        self._order = {step.act: n for n, step in enumerate(self.steps)}
        gates = (act for act in kind.gates if kind.step(act) and act not in OCCASIONS)
        self._gates = frozenset(gates)
        self._always = self._taken_always()
        self._main = set(self._line())
        self.parents = dict(self._arrows())

    def place(self, act: str) -> Place:
        if act in self._main:
            return Place.MAIN
        return Place.BESIDE if act in self._always else Place.BRANCH

    def _taken_always(self) -> set[str]:
        """The beginning, the gates, what they need, what is expected without an occasion, and the
        only step of a stage."""
        stages = [step.stage for step in self.steps]
        taken = set(self._gates)
        taken |= {step.act for step in self.steps if stages.count(step.stage) == 1}
        taken.add(self.steps[0].act)
        self._close(taken)
        wanted = {each.act for each in self.kind.expects} - set(OCCASIONS)
        for step in self.steps:
            mine = step.act in wanted and not self._borrowed(step)
            if mine and taken.issuperset(step.needs):
                taken.add(step.act)
        return taken

    def _borrowed(self, step: Step) -> bool:
        """A step of another family, a seizure in a penalty case, is taken where it is needed."""
        family = ACTS[step.act].context
        return family in FAMILIES and family != self.kind.family

    def _close(self, taken: set[str]) -> None:
        for step in reversed(self.steps):
            if step.act in taken:
                taken.update(need for need in step.needs if need in self._order)

    def _line(self) -> Iterator[str]:
        """From the last step back to the first, each time to the latest that comes before."""
        at: str | None = max(self._always, key=lambda act: self._order[act])
        while at is not None:
            yield at
            at = self._before(at, self._always)

    def _before(self, act: str, among: set[str]) -> str | None:
        """The latest of these steps that is a gate or that this one builds on; else the latest."""
        step = self.kind.step(act)
        assert step is not None
        earlier = [a for a in among if self._order[a] < self._order[act]]
        built_on = [a for a in earlier if a in {*step.needs, *step.before, *self._gates}]
        return max(built_on or earlier, key=self._at, default=None)

    def _at(self, act: str) -> int:
        return self._order[act]

    def _arrows(self) -> Iterator[tuple[str, str]]:
        """Target → source: one arrow to each box, so that a chart can be followed by eye."""
        for step in self.steps:
            source = self._source(step)
            if source is not None:
                yield step.act, source

    def _source(self, step: Step) -> str | None:
        if step.act in self._main:
            return self._before(step.act, self._main)
        needs = [n for n in step.needs if n in self._order and self._at(n) < self._at(step.act)]
        if self.place(step.act) is Place.BRANCH and set(needs) <= self._main:
            # a branch leaves the line at the last box before it that it may follow
            needs += [
                a for a in self._main if a in step.before and self._at(a) < self._at(step.act)
            ]
        return max(needs, key=self._at, default=None) or self._before(step.act, self._main)


#: Ends whatever still runs.
_CLOSING = "decision.close"

# -- time limits at the steps that keep them ----------------------------------------------------


def _terms(kind: ActKind, policy: Policy) -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for use in kind.limits:
        said = term(policy.limit(use.limit), told=use.length is not None)
        for act in keepers(kind, use):
            known = found.get(act, ())
            found[act] = known if said in known else (*known, said)
    return found


def term(limit: TimeLimit, *, told: bool = False) -> Term:
    since, cite = limit.trigger_label, limit.cite
    return Term(limit.label, limit.length, since, cite, limit.backward, told)


def keepers(kind: ActKind, use: LimitUse) -> tuple[str, ...]:
    """The steps by which a limit is kept: those expected under it that end it, else those
    expected under it, else the first that ends it; where it merely ends with the File, the step
    that starts it."""
    expected = [e.act for e in kind.expects if e.limit == use.limit.id and kind.step(e.act)]
    ends = [act for act in use.ends if kind.step(act)]
    both = [act for act in expected if act in ends]
    first = [] if ends[:1] == [_CLOSING] else ends[:1]
    begins = [use.limit.trigger] if kind.step(use.limit.trigger) else [kind.steps[-1].act]
    return tuple(dict.fromkeys(both or expected or first or begins))


def roles_of(kind: ActKind) -> tuple[Role, ...]:
    """Everybody who has a part in this kind."""
    return tuple(dict.fromkeys(role for step in kind.steps for role in ACTS[step.act].roles))
