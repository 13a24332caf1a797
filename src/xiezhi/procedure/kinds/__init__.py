"""The act kinds (行政执法行为): one module each, collected here."""

from xiezhi.procedure.kinds.coercion import COURT, EXECUTION, MEASURE, URGENT
from xiezhi.procedure.kinds.confirmation import ORDINARY as CONFIRMATION
from xiezhi.procedure.kinds.contract import CONTRACT
from xiezhi.procedure.kinds.inspection import ORDINARY as INSPECTION
from xiezhi.procedure.kinds.levy import CHARGE, LEVY, REQUISITION
from xiezhi.procedure.kinds.licence import KINDS as LICENCES
from xiezhi.procedure.kinds.normative import NORMATIVE
from xiezhi.procedure.kinds.penalty import GENERAL, SUMMARY
from xiezhi.procedure.kinds.reconsideration import ORDINARY as RECONSIDERATION
from xiezhi.procedure.kinds.reconsideration import REPLY, SIMPLIFIED
from xiezhi.procedure.kinds.standing import REGISTER
from xiezhi.procedure.kinds.supervision import SUPERVISION
from xiezhi.procedure.steps import ActKind

KINDS: dict[str, ActKind] = {
    kind.code: kind
    for kind in (
        GENERAL,
        SUMMARY,
        REGISTER,
        MEASURE,
        URGENT,
        EXECUTION,
        COURT,
        INSPECTION,
        LEVY,
        REQUISITION,
        CHARGE,
        CONFIRMATION,
        *LICENCES,
        RECONSIDERATION,
        SIMPLIFIED,
        REPLY,
        NORMATIVE,
        CONTRACT,
        SUPERVISION,
    )
}
