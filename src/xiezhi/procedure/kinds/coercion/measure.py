"""强制措施: ordered beforehand, or taken on the spot and approved within twenty-four hours."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.kinds.coercion import holding as h
from xiezhi.procedure.kinds.coercion import measures as m
from xiezhi.procedure.kinds.coercion import ordering as o
from xiezhi.procedure.kinds.coercion import taking as k
from xiezhi.procedure.kinds.course import Way, now, towards_decision
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Expectation, LimitUse, Outcome, Stage, Step, Stop
from xiezhi.procedure.timelimits import coercion as limits

VERSION = "2012"
STAGES = (
    Stage("asking", "提请审批"),
    Stage("review", "法制审核"),
    Stage("decision", "决定"),
    Stage("service", "实施与送达"),
    Stage("holding", "保管与处理"),
    Stage("closing", "结案"),
    Stage("archive", "归档"),
)
#: The pause of a seizure: from the day it was told of to the result, at latest the day told.
TESTING = Stop(
    "coercion.begin_test", ("coercion.end_test",), "COE-5", "检测、检验、检疫、鉴定", "to_day"
)
HOLD = LimitUse(
    limits.HOLD,
    (),
    pausable=True,
    starts=m.seized_since,
    length=m.seized_days,
    longer=m.lengthened,
)
_AT_ONCE = ("coercion.act_at_once", "coercion.seize_at_once")
#: Reported and approved within 24 hours from the minute in which it was taken.
AFTERWARDS = LimitUse(
    limits.RETRO_APPROVAL,
    ("coercion.approve_afterwards", "coercion.refuse_afterwards"),
    starts=lambda st: st.last(*_AT_ONCE),
    began="started_at",
    done="approved_at",
)
FROZEN = LimitUse(
    limits.FREEZE, (), starts=m.frozen_since, length=m.frozen_days, longer=m.lengthened
)
DELIVER = LimitUse(
    limits.DELIVER_FREEZE,
    ("decision.serve",),
    starts=lambda st: st.last("coercion.freeze"),
)
OUTCOMES = (
    Outcome("seal", "查封场所、设施或者财物", "coercion.seizure"),
    Outcome("seize", "扣押财物", "coercion.seizure"),
    Outcome("freeze", "冻结存款、汇款", "coercion.freezing"),
    Outcome("other", "其他行政强制措施", "coercion.other"),
)
#: What is to be done while something is held: in a File of its own and in a penalty case alike.
HOLDING_EXPECTS = (
    Expectation(
        "coercion.approve_afterwards",
        m.to_be_approved,
        "当场实施后二十四小时内向负责人报告并补办批准手续。",
        "COE-2",
    ),
    Expectation(
        "coercion.lift",
        m.to_be_lifted,
        "没有获得批准或者期限届满，立即解除并退还财物。",
        "COE-4",
    ),
    Expectation(
        "coercion.end_test",
        lambda st: h.a_test_is_open(st, now(st)) is None,
        "检验期间不计入查封、扣押的期限，最迟到告知的最后一日。",
    ),
)


def _held(st: Standing) -> bool:
    return bool(m.held(st).open) and not m.to_be_lifted(st) and m.unapproved(st) is None


_DEALING = Expectation(
    "coercion.dispose",
    lambda st: _held(st) and m.frozen_since(st) is None,
    "在期限内查清事实，作出处理决定；不再需要的，解除并退还。",
    "COE-4",
)
EXPECTS = (
    Expectation(
        "coercion.propose_measure",
        lambda st: (
            not st.any(
                "coercion.propose_measure", "coercion.decline_measure", "coercion.refuse_afterwards"
            )
        ),
        "提出强制措施的种类、理由、依据和期限，由负责人决定。",
    ),
    Expectation(
        "coercion.carry_out",
        lambda st: bool(m.held(st).pending) and _ordered(st) in ("seal", "seize"),
        "决定已经作出，由两名以上执法人员实施，当场交付决定书和清单。",
    ),
    Expectation(
        "coercion.carry_out_other",
        lambda st: bool(m.held(st).pending) and _ordered(st) == "other",
        "决定已经作出，由两名以上执法人员实施。",
    ),
    Expectation(
        "coercion.freeze",
        lambda st: bool(m.held(st).pending) and _ordered(st) == "freeze",
        "决定已经作出，向金融机构交付冻结通知书。",
    ),
    *HOLDING_EXPECTS,
    _DEALING,
    Expectation(
        "coercion.unfreeze",
        lambda st: m.frozen_since(st) is not None,
        "在期限内作出处理决定或者解除冻结。",
        "COE-9",
    ),
)


def _ordered(st: Standing) -> str:
    return str((st.proposal or {}).get("outcome"))


_COURSE = towards_decision(
    Way(
        begins="coercion.open_measure",
        proposed=("coercion.propose_measure",),
        done=(h.nothing_is_held,),
        ended=("coercion.decline_measure",),
        show=t.PUBLISH_ANY,
    )
)
_URGENT_COURSE = towards_decision(
    Way(
        begins="coercion.act_at_once",
        proposed=("coercion.propose_measure",),
        ready=(o.retro_approval_stands, o.still_held),
        done=(h.nothing_is_held,),
        ended=("coercion.refuse_afterwards", "coercion.decline_measure"),
        show=t.PUBLISH_ANY,
    )
)


def _handed_over(expects: tuple[Expectation, ...]) -> tuple[Expectation, ...]:
    """The decision is handed over where the measure is taken; to a frozen party in three days."""

    def due(st: Standing) -> bool:
        taken = bool(m.held(st).measures)
        return st.has("decision.issue") and taken and not st.has("decision.serve")

    return tuple(
        replace(each, when=due, why="查封、扣押的当场交付决定书；冻结后三日内交付。", limit="COE-8")
        if each.act == "decision.serve"
        else each
        for each in expects
    )


def _around(
    steps: tuple[Step, ...], taking: tuple[Step, ...], holding: tuple[Step, ...]
) -> tuple[Step, ...]:
    """Carried out before, or as, the decision is handed over; what is held ends before closing.

    Nobody learns of a measure before it is taken, from the page of the public least of all.
    """
    after = ("decision.serve", "disclosure.publish")
    known = tuple(
        replace(step, checks=(*step.checks, h.was_carried_out)) if step.act in after else step
        for step in steps
    )
    names = [step.act for step in steps]
    at, end = names.index("decision.serve"), names.index("decision.close")
    return (*known[:at], *taking, *known[at:end], *holding, *known[end:])


_REVIEWED = Together(
    ("review.opinion", "review.exemption"),
    "REV-GATE",
    "没有法制审核意见，也没有不属于审核范围的确认",
    ("coercion.seizure", "coercion.freezing", "coercion.other"),
)
_DONE = (
    Together(
        ("coercion.record",), "COE-1-5", "没有现场笔录", ("coercion.seizure", "coercion.other")
    ),
    Together(("coercion.list",), "COE-6-2", "没有清单", ("coercion.seizure",)),
    Together(("coercion.freeze_notice",), "COE-8-2", "没有冻结通知书", ("coercion.freezing",)),
    Together(
        ("coercion.lifting", "coercion.disposal", "coercion.handing_on"),
        "COE-7-3",
        "没有解除、处理或者移送的决定",
        ("coercion.list", "coercion.freeze_notice"),
    ),
    Together(("test.result",), "COE-5", "送检后没有结果告知书", ("test.period",)),
    Together(
        ("service.receipt",),
        "DOC-SERVICE",
        "决定书没有送达回证",
        ("coercion.seizure", "coercion.freezing", "coercion.other"),
    ),
    Together(("case.closing",), "PEN-23", "没有结案审批表"),
)

MEASURE = ActKind(
    code="coercion.measure",
    version=VERSION,
    label="行政强制",
    procedure_label="强制措施",
    stages=STAGES,
    steps=(
        k.OPEN_MEASURE,
        k.PROPOSE,
        k.DECLINE,
        *_around(
            _COURSE.steps, (k.CARRY_OUT, k.CARRY_OUT_OTHER, k.FREEZE), (*k.HOLDING, k.UNFREEZE)
        ),
    ),
    limits=(HOLD, FROZEN, DELIVER, *_COURSE.limits),
    expects=(*EXPECTS, *_handed_over(_COURSE.expects)),
    review="coercion",
    disclosure="coercion",
    stops=(TESTING,),
    title="对{party}采取强制措施（{cause}）",
    series="强",
    proposes=("coercion.propose_measure",),
    outcomes=OUTCOMES,
    gates=(
        "review.submit",
        "decision.issue",
        "decision.close",
        "record.archive",
    ),
    together=(
        Together(("coercion.approval",), "COE-1", "没有行政强制措施审批表"),
        _REVIEWED,
        *_DONE,
    ),
)

URGENT = ActKind(
    code="coercion.urgent",
    version=VERSION,
    label="行政强制",
    procedure_label="当场强制措施",
    stages=(Stage("asking", "当场实施与补批"), *STAGES[1:]),
    steps=(
        k.ACT_AT_ONCE,
        k.APPROVE_AFTERWARDS,
        k.REFUSE_AFTERWARDS,
        replace(k.PROPOSE, needs=("coercion.act_at_once",)),
        k.DECLINE,
        *_around(_URGENT_COURSE.steps, (), k.HOLDING),
    ),
    limits=(AFTERWARDS, HOLD, *_URGENT_COURSE.limits),
    expects=(
        EXPECTS[0],
        *HOLDING_EXPECTS,
        _DEALING,
        *_handed_over(_URGENT_COURSE.expects),
    ),
    review="coercion",
    disclosure="coercion",
    stops=(TESTING,),
    title="当场对{party}采取强制措施（{cause}）",
    series="强急",
    proposes=("coercion.propose_measure",),
    outcomes=OUTCOMES[:2],
    gates=("coercion.approve_afterwards", "decision.issue", "decision.close", "record.archive"),
    together=(
        Together(
            ("coercion.afterwards", "coercion.lifting"), "COE-2", "没有补办批准表，也没有解除决定"
        ),
        Together(("coercion.record",), "COE-1-5", "没有现场笔录"),
        _REVIEWED,
        *_DONE,
    ),
)
