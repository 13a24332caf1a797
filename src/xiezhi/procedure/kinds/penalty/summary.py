"""简易程序: the summary procedure (处罚法 ch. 5 sec. 2)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.completeness import TOGETHER
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import carrying as k
from xiezhi.procedure.kinds.course import DAY, OFFICERS, disclosure_steps, never
from xiezhi.procedure.kinds.penalty.carrying import carrying_out
from xiezhi.procedure.kinds.penalty.deciding import AFTER_DECISION, ENDED
from xiezhi.procedure.kinds.penalty.expected import COMMON_LIMITS, ENDING, PUBLISHING
from xiezhi.procedure.kinds.penalty.parts import STAGES, STOPS, VERSION
from xiezhi.procedure.steps import ActKind, Expectation, Outcome, Step

SUMMARY = ActKind(
    code="penalty.summary",
    version=VERSION,
    label="行政处罚",
    procedure_label="简易程序",
    stages=tuple(s for s in STAGES if s.code not in ("filing", "notice")),
    steps=(
        Step(
            "casework.record_on_spot",
            "inquiry",
            (DAY, c.begins_the_file, *OFFICERS, c.rights_were_told),
            documents=("evidence.scene",),
        ),
        Step(
            "review.exempt",
            "review",
            (DAY, c.not_decided),
            needs=("casework.record_on_spot",),
            documents=("review.exemption",),
        ),
        Step(
            "decision.decide_on_spot",
            "decision",
            (DAY, c.not_decided, c.cleared, c.within_summary_limits, c.cash_is_lawful, *OFFICERS),
            needs=("casework.record_on_spot",),
            documents=("penalty.onspot",),
            follows=("casework.record_on_spot", "review.exempt"),
        ),
        Step(
            "decision.report_on_spot",
            "service",
            (DAY,),
            needs=("decision.decide_on_spot",),
        ),
        *(
            replace(step, needs=("decision.decide_on_spot",))
            if step.needs == ("decision.issue",)
            else step
            for step in AFTER_DECISION
        ),
        *carrying_out("decision.decide_on_spot"),
        Step(
            "decision.close",
            "execution",
            (DAY, c.served_to_party, c.paid_or_handed_to_court, k.cash_is_in_the_bank),
            needs=("decision.report_on_spot",),
            documents=("case.closing",),
            follows=ENDED,
        ),
        Step("record.archive", "archive", (DAY,), needs=("decision.close",)),
        *disclosure_steps("decision.decide_on_spot"),
    ),
    limits=COMMON_LIMITS,
    expects=(
        Expectation(
            "decision.report_on_spot",
            never("decision.decide_on_spot", "decision.report_on_spot"),
            "当场作出的处罚决定必须报所属行政机关备案。",
        ),
        *ENDING,
        *PUBLISHING,
    ),
    review="penalty",
    disclosure="penalty",
    stops=STOPS,
    outcomes=(Outcome("penalty", "给予行政处罚", "penalty.onspot"),),
    gates=("decision.decide_on_spot", "decision.close", "record.archive"),
    together=TOGETHER["penalty.summary"],
)
