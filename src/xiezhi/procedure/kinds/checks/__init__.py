"""The judgements in front of penalty steps: one function, one rule, one article.

Each answers None (allowed) or a Reason. What is unknown is refused.
"""

from xiezhi.procedure.kinds.checks.deciding import (
    discussed_where_due,
    within_summary_limits,
)
from xiezhi.procedure.kinds.checks.filing import (
    begins_the_file,
    day_is_past_or_today,
    filing_conditions,
    rights_were_told,
    two_qualified_officers,
    within_limitation,
)
from xiezhi.procedure.kinds.checks.hearing import (
    hearing_asked_in_time,
    hearing_day_has_come,
    hearing_right_was_told,
    hearing_told_in_time,
    host_is_no_handler,
)
from xiezhi.procedure.kinds.checks.inquiry import (
    children_are_not_punished,
    has_evidence,
    is_suspended,
    no_heavier_for_defending,
    not_decided,
    not_suspended,
    nothing_preserved_is_open,
    penal,
    proposal_is_whole,
)
from xiezhi.procedure.kinds.checks.notice import (
    notice_covers_proposal,
    party_was_heard,
    statement_term,
)
from xiezhi.procedure.kinds.checks.performing import (
    demand_was_ignored,
    paid_or_handed_to_court,
    payment_is_overdue,
    served_to_party,
    service_is_lawful,
)
from xiezhi.procedure.kinds.checks.review import (
    cleared,
    cleared_before_notice,
    ready_for_review,
    review_not_pending,
    review_pending,
)
from xiezhi.procedure.kinds.checks.showing import (
    is_not_on_show,
    is_on_show,
    page_was_signed,
)

__all__ = [
    "begins_the_file",
    "children_are_not_punished",
    "cleared",
    "cleared_before_notice",
    "day_is_past_or_today",
    "demand_was_ignored",
    "discussed_where_due",
    "filing_conditions",
    "has_evidence",
    "hearing_asked_in_time",
    "hearing_day_has_come",
    "hearing_right_was_told",
    "hearing_told_in_time",
    "host_is_no_handler",
    "is_not_on_show",
    "is_on_show",
    "is_suspended",
    "no_heavier_for_defending",
    "not_decided",
    "not_suspended",
    "nothing_preserved_is_open",
    "notice_covers_proposal",
    "page_was_signed",
    "paid_or_handed_to_court",
    "party_was_heard",
    "payment_is_overdue",
    "penal",
    "proposal_is_whole",
    "ready_for_review",
    "review_not_pending",
    "review_pending",
    "rights_were_told",
    "served_to_party",
    "service_is_lawful",
    "statement_term",
    "two_qualified_officers",
    "within_limitation",
    "within_summary_limits",
]
