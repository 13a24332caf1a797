"""普通程序: the general procedure (处罚法 ch. 5 sec. 3)."""

from __future__ import annotations

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.documents.completeness import TOGETHER
from xiezhi.procedure.kinds.coercion import in_penalty as coerced
from xiezhi.procedure.kinds.course import disclosure_steps
from xiezhi.procedure.kinds.penalty.carrying import carrying_out
from xiezhi.procedure.kinds.penalty.deciding import (
    AFTER_DECISION,
    CLOSING,
    DISCUSS,
    ISSUE,
    REVIEW,
)
from xiezhi.procedure.kinds.penalty.expected import (
    COMMON_LIMITS,
    ENDING,
    GENERAL_EXPECTS,
    PUBLISHING,
    TRANSFER_EXPECTS,
    TRANSFER_LIMITS,
    extended,
    informed_reporter_due,
)
from xiezhi.procedure.kinds.penalty.further import (
    APPROVAL,
    COOPERATION,
    EVIDENCE,
    HEARING,
    PARTIES,
    TRANSFER,
)
from xiezhi.procedure.kinds.penalty.inquiry import CASEWORK
from xiezhi.procedure.kinds.penalty.parts import (
    DECIDED,
    OUTCOMES,
    REPORTED,
    STAGES,
    STOPS,
    VERSION,
)
from xiezhi.procedure.steps import ActKind, LimitUse

GENERAL = ActKind(
    code="penalty.general",
    version=VERSION,
    label="行政处罚",
    procedure_label="普通程序",
    stages=STAGES,
    steps=(
        *CASEWORK,
        *EVIDENCE,
        *coerced.STEPS,
        *PARTIES,
        *COOPERATION,
        *TRANSFER,
        *HEARING,
        *REVIEW,
        DISCUSS,
        *APPROVAL,
        ISSUE,
        *AFTER_DECISION,
        *carrying_out("decision.issue"),
        *CLOSING,
        *disclosure_steps("decision.issue"),
    ),
    limits=(
        LimitUse(t.CLUE, ("casework.file_case", "casework.refuse_filing"), pausable=True),
        LimitUse(t.INFORM_REPORTER, ("casework.inform_reporter",), starts=informed_reporter_due),
        LimitUse(t.PRESERVE, ("casework.dispose_preserved",), pairwise=True),
        LimitUse(t.DECIDE, DECIDED, pausable=True, longer=extended),
        LimitUse(
            t.REVIEW,
            ("review.give_opinion", "review.return_materials"),
            starts=lambda st: st.review_pending,
        ),
        *coerced.LIMITS,
        *TRANSFER_LIMITS,
        *COMMON_LIMITS,
    ),
    expects=(*GENERAL_EXPECTS, *coerced.EXPECTS, *TRANSFER_EXPECTS, *ENDING, *PUBLISHING),
    review="penalty",
    disclosure="penalty",
    stops=(*STOPS, *coerced.STOPS),
    proposes=REPORTED,
    outcomes=OUTCOMES,
    gates=(
        "casework.file_case",
        "casework.conclude",
        "casework.give_notice",
        "review.submit",
        "decision.issue",
        "decision.close",
        "record.archive",
    ),
    together=TOGETHER["penalty.general"],
    retention="永久",
)
