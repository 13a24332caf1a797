"""申请法院强制执行: where no law lets the agency enforce itself (强制法 ch. 5)."""

from __future__ import annotations

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import day, flag, long, text
from xiezhi.procedure.kinds.coercion import demanding as d
from xiezhi.procedure.kinds.coercion import performing as p
from xiezhi.procedure.kinds.coercion import pleading as g
from xiezhi.procedure.kinds.coercion.execution import DEMAND_EXPECTS
from xiezhi.procedure.kinds.course import DAY, never, now
from xiezhi.procedure.kinds.undecided import concluding
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Expectation, LimitUse, Stage, Step
from xiezhi.procedure.timelimits import coercion as limits

_DONE = ("coercion.record_performance", "coercion.court_executes")
_ENDS = (*_DONE, "coercion.court_accepts", "coercion.court_rules", "coercion.court_answers")
_APPLIED = ("coercion.apply_to_court",)
_YES_NO = (("yes", "受理"), ("no", "不予受理"))

APPLY = Step(
    "coercion.apply_to_court",
    "court",
    (
        DAY,
        d.ten_days_after_demand,
        d.statement_is_rechecked,
        g.remedies_are_over,
        g.within_three_months,
    ),
    needs=("coercion.serve_demand",),
    until=_DONE,
    documents=("execution.court",),
    says="向{court}申请强制执行，{number}。",
    asks=(
        "court",
        "object",
        "facts",
        "law_applied",
        "party_said",
        "attachments",
        flag("remedies_unused", "当事人在法定期限内没有申请行政复议、提起行政诉讼", "COE-15-2"),
        long("late_reason", "（超过三个月的）正当理由"),
        flag("immediate", "情况紧急，为保障公共安全申请立即执行"),
        "head_signature",
    ),
    intro="申请书由本机关负责人签名、盖章并注明日期；执行对象是不动产的，向不动产所在地法院申请。",
)
ACCEPTS = Step(
    "coercion.court_accepts",
    "court",
    (DAY,),
    needs=_APPLIED,
    says="法院{accepted}强制执行申请。",
    asks=(
        Field("accepted", "是否受理", FieldKind.CHOICE, "COE-16", options=_YES_NO),
        flag("court_hears", "法院听取被执行人和行政机关的意见"),
        text("ruling_number", "裁定书、通知书文号"),
    ),
    attach="法院文书",
)
RULES = Step(
    "coercion.court_rules",
    "court",
    (DAY, g.court_took_it),
    needs=("coercion.court_accepts",),
    says="法院裁定{ruling}。",
    asks=(
        Field(
            "ruling",
            "裁定",
            FieldKind.CHOICE,
            "COE-16-4",
            options=(("execute", "准予执行"), ("refuse", "不予执行")),
        ),
        day("ruled_on", "裁定日期"),
        text("ruling_number", "裁定书文号"),
    ),
    attach="执行裁定书",
)
CONTEST = Step(
    "coercion.contest_ruling",
    "court",
    (DAY, g.may_be_contested),
    needs=("coercion.court_accepts",),
    once=False,
    documents=("court.objection",),
    says="向{upper_court}申请复议，{number}。",
    asks=(
        "upper_court",
        text("ruling_number", "裁定书文号（已经登记的不用再填）"),
        "objection",
        "head_signature",
    ),
    takes=(("ruling_number", "ruling_number"),),
)
ANSWERS = Step(
    "coercion.court_answers",
    "court",
    (DAY, g.was_contested),
    needs=("coercion.contest_ruling",),
    once=False,
    says="上一级法院裁定：{answered}。",
    asks=(
        Field(
            "answered",
            "裁定",
            FieldKind.CHOICE,
            "COE-16-3",
            options=(
                ("accept", "应当受理"),
                ("execute", "准予执行"),
                ("upheld", "维持原裁定"),
            ),
        ),
    ),
    attach="上一级法院裁定书",
)
EXECUTES = Step(
    "coercion.court_executes",
    "court",
    (DAY, g.may_be_executed),
    needs=_APPLIED,
    says="法院执行：{court_result}。",
    asks=(text("court_result", "法院执行的结果", "COE-15"),),
    attach="法院执行文书",
)


def _may_apply(st: Standing) -> bool:
    if st.any("coercion.apply_to_court", *_DONE) or not st.has("coercion.serve_demand"):
        return False
    end = d.remedies_end(st)
    return end is not None and st.today > end and d.ten_days_after_demand(st, now(st)) is None


_COURSE = concluding("coercion.demand_for_court", _ENDS, (g.is_over,))
_OVER = ("decision.close", *_DONE)

EXPECTS = (
    Expectation(
        "coercion.serve_demand",
        never("coercion.demand_for_court", "coercion.serve_demand", *_DONE),
        "催告书送达当事人，十日自送达之日起计算。",
    ),
    *DEMAND_EXPECTS,
    Expectation(
        "coercion.apply_to_court",
        _may_apply,
        "催告十日后仍不履行，复议、诉讼期限已过，三个月内申请法院强制执行。",
        "COE-15-2",
    ),
    Expectation(
        "coercion.court_accepts",
        never("coercion.apply_to_court", "coercion.court_accepts", *_OVER),
        "法院五日内受理，登记是否受理。",
        "COE-16",
    ),
    Expectation(
        "coercion.court_rules",
        lambda st: g.accepted(st) is not None and not st.any("coercion.court_rules", *_OVER),
        "登记法院的执行裁定。",
        "COE-16-4",
    ),
    Expectation(
        "coercion.contest_ruling",
        lambda st: g.refused(st) is not None and g.may_be_contested(st, now(st)) is None,
        "对不予受理、不予执行的裁定有异议的，十五日内向上一级法院申请复议。",
    ),
    Expectation(
        "coercion.court_answers",
        lambda st: g.was_contested(st, now(st)) is None,
        "登记上一级法院的裁定。",
    ),
    Expectation(
        "coercion.court_executes",
        lambda st: g.may_be_executed(st, now(st)) is None and not st.any(*_OVER),
        "登记法院执行的结果。",
    ),
)

COURT = ActKind(
    code="coercion.court",
    version="2012",
    label="行政强制",
    procedure_label="申请法院强制执行",
    stages=(
        Stage("demand", "催告"),
        Stage("execution", "自行履行"),
        Stage("court", "法院审查和执行"),
        Stage("closing", "结案"),
        Stage("archive", "归档"),
    ),
    steps=(
        p.DEMAND_FOR_COURT,
        *(p.before_court(step) for step in p.DEMANDING),
        APPLY,
        ACCEPTS,
        RULES,
        CONTEST,
        ANSWERS,
        EXECUTES,
        p.before_court(p.RECORD_PERFORMANCE),
        *_COURSE.steps,
    ),
    limits=(
        LimitUse(t.DEMAND, (*_APPLIED, *_DONE), starts=d.demand_served),
        LimitUse(t.COURT, (*_APPLIED, *_OVER), starts=g.remedies_ended),
        LimitUse(limits.COURT_ACCEPTS, ("coercion.court_accepts", *_OVER)),
        LimitUse(limits.COURT_RULES, ("coercion.court_rules", *_OVER), starts=g.plain),
        LimitUse(limits.COURT_HEARS, ("coercion.court_rules", *_OVER), starts=g.hearing_wanted),
        LimitUse(limits.CONTEST_REFUSAL, _OVER, starts=g.not_taken),
        LimitUse(limits.CONTEST_RULING, _OVER, starts=g.not_allowed),
        LimitUse(limits.UPPER_ACCEPTS, _OVER, starts=g.contested_refusal),
        LimitUse(limits.UPPER_RULES, _OVER, starts=g.contested_ruling),
        LimitUse(limits.URGENT_EXECUTION, _OVER, starts=g.urgent_ruling),
        *_COURSE.limits,
    ),
    expects=(*EXPECTS, *_COURSE.expects),
    review="none",
    no_review="申请法院强制执行不作出新的行政决定，由人民法院审查（强制法第五十七条）",
    disclosure="none",
    title="申请法院强制执行{party}未履行的行政决定（{cause}）",
    series="申院",
    gates=("coercion.apply_to_court", "decision.close", "record.archive"),
    together=(
        Together(("court.demand",), "COE-15", "没有催告书"),
        Together(("coercion.receipt",), "COE-10-7", "催告书没有送达回证", ("execution.court",)),
        Together(
            ("coercion.recheck",), "COE-10-2", "陈述、申辩没有复核意见", ("coercion.statement",)
        ),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
