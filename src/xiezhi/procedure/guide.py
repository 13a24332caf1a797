"""What is published of an act kind (P1): its limits, papers, review, disclosure, read off it.

Plain rows without layout; the public site and the desk show the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import SourceStatus
from xiezhi.procedure.disclosure_terms import RESULT_ITEMS
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents import DocumentKind, Volume, in_order
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.gates import limits_of
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.steps import ActKind
from xiezhi.procedure.timelimits import LIMITS, Binds, TimeLimit, duties

STATUS = {
    SourceStatus.STATUTE_TEXT: "法条原文",
    SourceStatus.SECONDARY: "文件、方案",
    SourceStatus.UNVERIFIED: "出处待核",
}
_BINDS = {
    Binds.AGENCY: "机关应当做到",
    Binds.PARTY_DUTY: "当事人的义务",
    Binds.PARTY_RIGHT: "当事人的权利",
}
VOLUMES = {Volume.OPEN: "正卷", Volume.INTERNAL: "副卷", Volume.BINDING: "不编号"}
_POSITIONS = {
    "before_notice": "告知当事人之前审核",
    "after_notice": "听取当事人意见以后审核",
    "both": "告知当事人之前和听取意见以后各审核一次",
}


def published(kinds: Iterable[ActKind] = KINDS.values()) -> list[ActKind]:
    """The kinds that concern the public: acts of enforcement, not an agency's standing File."""
    return [kind for kind in kinds if kind.family in FAMILIES]


# -- time limits ----


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A limit as it is published. `runs`: it is counted in every File, not only asked by a gate."""

    limit: TimeLimit
    stops: tuple[str, ...]
    extensions: tuple[str, ...]
    runs: bool
    statutory: str = ""
    told: bool = False
    """Is the length set in each File, and this only the most it may be?"""

    @property
    def length(self) -> str:
        if self.told:
            return f"本案确定的期限，最长 {self.limit.length}"
        return f"提前 {self.limit.length}" if self.limit.backward else self.limit.length

    @property
    def manner(self) -> str:
        return self.limit.unit.manner

    @property
    def status(self) -> str:
        return STATUS[self.limit.status]

    @property
    def verified(self) -> bool:
        return self.limit.status is not SourceStatus.UNVERIFIED

    @property
    def binds(self) -> str:
        return _BINDS[self.limit.binds]


def limit_rows(kind: ActKind, policy: Policy) -> list[LimitRow]:
    """Every limit of a kind under a plan; first those that run."""
    running = {use.limit.id for use in kind.limits}
    return [_limit_row(limit, kind, policy, limit.id in running) for limit in limits_of(kind)]


def _limit_row(limit: TimeLimit, kind: ActKind, policy: Policy, runs: bool) -> LimitRow:
    mine = policy.limit(limit)
    shorter = LIMITS[limit.id].length if mine.n < LIMITS[limit.id].n else ""
    told = any(use.length for use in kind.limits if use.limit.id == limit.id)
    return LimitRow(mine, stops_of(mine, [kind]), extensions_of(mine), runs, shorter, told)


def stops_of(limit: TimeLimit, kinds: Iterable[ActKind] = KINDS.values()) -> tuple[str, ...]:
    """In words, what stops this limit's clock in these kinds."""
    whys = dict.fromkeys(
        stop.why
        for kind in kinds
        for stop in kind.stops
        if stop.rule in limit.stops and _pausable(kind, limit)
    )
    outside = (why for _, code, why in duties.STOPS if code in limit.stops)
    return tuple(dict.fromkeys((*whys, *outside)))


def _pausable(kind: ActKind, limit: TimeLimit) -> bool:
    return any(use.pausable for use in kind.limits if use.limit.id == limit.id)


def extensions_of(limit: TimeLimit) -> tuple[str, ...]:
    """机关负责人批准，最多延长 30 日."""
    said = []
    for step in limit.extensions:
        most = "" if step.most is None else f"，最多 {step.most} {limit.unit.label}"
        said.append(f"{step.by}决定延长{most}（{rule(step.rule_code).cite}）")
    return tuple(said)


# -- papers ----


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A document of a kind and the steps that make it."""

    paper: DocumentKind
    steps: tuple[str, ...]

    @property
    def volume(self) -> str:
        return VOLUMES[self.paper.volume]

    @property
    def signers(self) -> str:
        return "、".join(signer.label for signer in self.paper.signers)


def paper_codes(kind: ActKind) -> tuple[str, ...]:
    """Every document that a kind's steps make, its decisions state, or its file must hold."""
    codes = [code for step in kind.steps for code in step.documents]
    codes += [outcome.document for outcome in kind.outcomes]
    codes += [code for each in kind.together for code in each.wanted]
    return tuple(code for code in dict.fromkeys(codes) if code in DOCUMENTS)


def paper_rows(kind: ActKind) -> list[PaperRow]:
    """In the order in which they come about; those without a step of their own at the end."""
    found = []
    for code in paper_codes(kind):
        steps = tuple(ACTS[step.act].label for step in kind.steps if code in step.documents)
        if not steps and any(code == outcome.document for outcome in kind.outcomes):
            steps = tuple(ACTS[act].label for act in ("decision.issue",) if kind.step(act))
        found.append(PaperRow(DOCUMENTS[code], steps))
    return found


# -- review and disclosure ----


def review_rule(kind: ActKind, policy: Policy) -> list[str]:
    """When a decision of this kind is reviewed, in sentences."""
    if kind.review == "none":
        return [f"不经法制审核：{kind.no_review}。" if kind.no_review else "没有需要审核的决定。"]
    said = ["未经法制审核或者审核未通过的，不得作出决定。"]
    if kind.step("review.submit") is None:
        return [*said, "作出决定时逐项核对，不属于审核范围的才能作出。"]
    if kind.step("casework.give_notice"):
        said.append(f"按《{policy.title}》，{_POSITIONS[policy.review_position]}。")
    if policy.reviews_all(kind.code):
        said.append("这一类决定都要审核。")
    return said


def disclosure_rule(kind: ActKind, policy: Policy) -> list[str]:
    """What of a decision of this kind is shown, by when."""
    if kind.disclosure == "none":
        return ["这一类行为不向社会公示。"]
    items = "、".join(RESULT_ITEMS)
    said = [f"公示{items}等内容，公示前由机关负责人审定，依法不公开的除外。"]
    for use in kind.limits:
        if use.ends and set(use.ends) & {"disclosure.publish", "disclosure.withdraw"}:
            limit = policy.limit(use.limit)
            said.append(
                f"{limit.label}：自{limit.trigger_label}起 {limit.length}内，{limit.cite}。"
            )
    return said


# -- service guide and case file ----


def binding(kind: ActKind) -> list[tuple[str, list[DocumentKind]]]:
    """The papers of a kind's case file in the order in which they are bound, by volume."""
    own = set(paper_codes(kind))
    return [
        (VOLUMES[volume], [paper for paper in in_order(volume) if paper.code in own])
        for volume in (Volume.OPEN, Volume.INTERNAL)
    ]


def service_guide(policy: Policy) -> list[tuple[ActKind, list[LimitRow]]]:
    """服务指南: the limits that bind the agency in each kind of licence."""
    licences = [kind for kind in published() if kind.family == "licence"]
    return [
        (kind, [row for row in limit_rows(kind, policy) if row.limit.binds is Binds.AGENCY])
        for kind in licences
    ]


#: What the limits outside the Files are about.
_OUTSIDE = {"openness": "政府信息公开", "complaint": "投诉处理", "plan": "三项制度方案"}


@cache
def _used() -> dict[str, tuple[str, ...]]:
    """Limit → the families of act kinds in which it is used."""
    found: dict[str, dict[str, None]] = {}
    for kind in published():
        for limit in limits_of(kind):
            found.setdefault(limit.id, {})[FAMILIES[kind.family]] = None
    return {code: tuple(families) for code, families in found.items()}


def grouped_limits(policy: Policy) -> list[tuple[str, list[TimeLimit]]]:
    """Every limit once: under its act kind, those of several under 各类执法共用."""
    groups: dict[str, list[TimeLimit]] = {}
    for limit in LIMITS.values():
        families = _used().get(limit.id, ())
        own = limit.act_type.partition(".")[0]
        if len(families) > 1:
            name = "各类执法共用"
        else:
            name = families[0] if families else FAMILIES.get(own) or _OUTSIDE.get(own, "其他")
        groups.setdefault(name, []).append(policy.limit(limit))
    return list(groups.items())
