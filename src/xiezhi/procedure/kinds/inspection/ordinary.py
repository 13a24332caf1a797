"""The declaration of an inspection: steps, duties, limits, outcomes."""

from __future__ import annotations

from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.inspection import RESULTS
from xiezhi.procedure.kinds.course import Way, never, towards_decision, without
from xiezhi.procedure.kinds.inspection import checks as j
from xiezhi.procedure.kinds.inspection import steps as s
from xiezhi.procedure.steps import ActKind, Ask, Expectation, Outcome, Stage

COURSE = towards_decision(
    Way(
        begins="inspection.plan",
        proposed=("inspection.conclude",),
        ready=(j.approval_was_given,),
        done=(j.corrections_were_rechecked, j.findings_were_referred),
        ended=("inspection.decline",),
    )
)

EXPECTS = (
    Expectation(
        "inspection.approve",
        without(
            "inspection.plan", "inspection.approve", "inspection.decline", "inspection.inspect"
        ),
        "行政检查实施前，由机关负责人批准。",
    ),
    Expectation(
        "inspection.notify",
        never("inspection.approve", "inspection.notify", "inspection.inspect"),
        "已批准，向被检查人送达行政检查通知书。",
    ),
    Expectation(
        "inspection.inspect",
        never("inspection.notify", "inspection.inspect"),
        "已告知被检查人，由两名以上执法人员实施检查。",
    ),
    Expectation(
        "inspection.ratify",
        never(
            "inspection.inspect", "inspection.approve", "inspection.ratify", "inspection.decline"
        ),
        "情况紧急先行检查的，补办批准。",
    ),
    Expectation(
        "inspection.conclude",
        never("inspection.inspect", "inspection.conclude", "inspection.decline"),
        "检查已完成，提出检查结果。",
    ),
    Expectation("inspection.recheck", j.correction_is_due, "改正期限已到，复查改正情况。"),
    Expectation(
        "inspection.refer",
        lambda st: (
            st.has("inspection.conclude")
            and j.findings_were_referred(st, Ask("", st.today)) is not None
        ),
        "发现的问题需要处理，登记为线索并移送。",
    ),
)

TOGETHER = (
    Together(("inspection.plan",), "INS-5", "没有行政检查方案"),
    Together(("inspection.approval",), "INS-5", "没有行政检查审批表", ("inspection.record",)),
    Together(("inspection.result",), "INS-11-4", "没有检查结果告知书", ("inspection.report",)),
    Together(
        ("inspection.recheck",), "INS-11-3", "责令改正后没有复查意见书", ("inspection.correction",)
    ),
    Together(("service.receipt",), "DOC-SERVICE", "结果告知书没有送达回证", ("inspection.result",)),
    Together(("case.closing",), "PEN-23", "没有结案审批表"),
)

ORDINARY = ActKind(
    code="inspection.ordinary",
    version="2026",
    label="行政检查",
    procedure_label="一般程序",
    stages=(
        Stage("plan", "准备和批准"),
        Stage("check", "实施检查"),
        Stage("handling", "结果和整改"),
        Stage("review", "法制审核"),
        Stage("decision", "确定结果"),
        Stage("service", "告知"),
        Stage("closing", "结案"),
        Stage("archive", "归档"),
    ),
    steps=(
        s.PLANNED,
        s.APPROVED,
        s.DECLINED,
        s.NOTIFIED,
        s.LOGGED,
        s.INSPECTED,
        s.RATIFIED,
        s.INTERVIEWED,
        s.SURVEYED,
        s.SAMPLED,
        s.HEARD,
        s.ORDERED,
        s.CONCLUDED,
        *COURSE.steps,
        s.RECHECKED,
        s.REFERRED,
    ),
    limits=COURSE.limits,
    expects=(*EXPECTS, *COURSE.expects),
    review="inspection",
    disclosure="inspection",
    title="对{party}的行政检查（{cause}）",
    series="检查",
    party_label="被检查人",
    proposes=("inspection.conclude",),
    outcomes=tuple(
        Outcome(code, label, "inspection.result", favours=True) for code, label in RESULTS
    ),
    gates=(
        "inspection.approve",
        "inspection.inspect",
        "inspection.conclude",
        "review.submit",
        "decision.issue",
        "decision.close",
        "record.archive",
    ),
    together=TOGETHER,
)
