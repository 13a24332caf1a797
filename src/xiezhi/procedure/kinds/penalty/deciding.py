"""Steps of review, decision, service, execution, closing and disclosure (arts. 48, 57 to 74)."""

from __future__ import annotations

from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import carrying as k
from xiezhi.procedure.kinds.checks import transfer as tr
from xiezhi.procedure.kinds.coercion.holding import nothing_is_held, nothing_is_held_unlawfully
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.penalty.parts import CLEARED, GATHERED, HEARD, REPORTED
from xiezhi.procedure.steps import Step

REVIEW = (
    Step(
        "review.submit",
        "review",
        (
            DAY,
            c.not_decided,
            c.not_suspended,
            c.report_knows_everybody,
            c.review_not_pending,
            c.ready_for_review,
        ),
        needs=("casework.conclude",),
        once=False,
        documents=("review.submission",),
        follows=(*GATHERED, *REPORTED, *HEARD),
    ),
    Step(
        "review.return_materials",
        "review",
        (DAY, c.review_pending),
        needs=("review.submit",),
        once=False,
    ),
    Step(
        "review.give_opinion",
        "review",
        (DAY, c.review_pending),
        needs=("review.submit",),
        once=False,
        documents=("review.opinion",),
    ),
    Step(
        "review.exempt",
        "review",
        (
            DAY,
            c.not_decided,
            c.not_suspended,
            c.report_knows_everybody,
            c.review_not_pending,
            c.ready_for_review,
        ),
        needs=("casework.conclude",),
        once=False,
        documents=("review.exemption",),
        follows=(*GATHERED, *REPORTED, *HEARD),
    ),
)


AFTER_DECISION = (
    Step(
        "decision.serve",
        "service",
        (DAY, c.service_is_lawful),
        needs=("decision.issue",),
        documents=("service.receipt",),
        of_party=True,
    ),
    Step(
        "decision.record_payment",
        "execution",
        (DAY, c.payment_is_positive, k.cash_may_be_taken),
        needs=("decision.serve",),
        until=("decision.close",),
        once=False,
        of_party=True,
    ),
    Step(
        "decision.allow_instalments",
        "execution",
        (DAY,),
        needs=("decision.serve",),
        until=("decision.close",),
        once=False,
        documents=("payment.instalments",),
        of_party=True,
    ),
    Step(
        "decision.demand",
        "execution",
        (DAY, c.payment_is_overdue),
        needs=("decision.serve",),
        until=("decision.close",),
        documents=("execution.demand",),
        follows=("decision.serve", "decision.allow_instalments"),
        of_party=True,
    ),
    Step(
        "decision.apply_court",
        "execution",
        (DAY, c.something_is_owed, c.remedies_have_lapsed, c.demand_was_ignored),
        needs=("decision.demand",),
        until=("decision.close",),
        documents=("execution.court",),
        of_party=True,
    ),
    Step(
        "decision.revoke",
        "execution",
        (DAY,),
        needs=("decision.issue",),
        documents=("decision.revocation",),
    ),
)


#: What a decision did to money, goods and licences is done before a case is closed.
CARRIED = (
    k.goods_were_dealt_with,
    k.other_penalties_were_carried_out,
    k.cash_is_in_the_bank,
)
#: What a closing looks back at.
ENDED = (
    "casework.refuse_filing",
    "casework.terminate",
    "casework.withdraw_filing",
    "casework.refer",
    "casework.hand_items",
    "decision.dispose_goods",
    "decision.carry_out",
    "decision.deposit_cash",
    "decision.serve",
    "decision.report_on_spot",
    "decision.record_payment",
    "decision.apply_court",
    "decision.revoke",
)


CLOSING = (
    Step(
        "decision.close",
        "execution",
        (
            DAY,
            c.has_an_outcome,
            c.served_to_party,
            c.paid_or_handed_to_court,
            *CARRIED,
            nothing_is_held,
            tr.items_were_handed,
        ),
        needs=("casework.register_clue",),
        documents=("case.closing",),
        follows=ENDED,
    ),
    Step("record.archive", "archive", (DAY,), needs=("decision.close",)),
)


ISSUE = Step(
    "decision.issue",
    "decision",
    (
        DAY,
        c.not_decided,
        c.not_suspended,
        c.report_knows_everybody,
        c.notice_covers_proposal,
        c.party_was_heard,
        c.cleared,
        c.reviewed_again_after_notice,
        c.discussed_where_due,
        c.nothing_preserved_is_open,
        nothing_is_held_unlawfully,
        c.no_crime_is_suspected,
        tr.not_with_police,
    ),
    needs=("casework.conclude",),
    documents=("penalty.decision",),
    follows=(*GATHERED, *REPORTED, *HEARD, *CLEARED, "decision.discuss"),
)


DISCUSS = Step(
    "decision.discuss",
    "decision",
    (DAY, c.not_decided, c.cleared),
    needs=("casework.conclude",),
    once=False,
    documents=("decision.discussion",),
    follows=(*REPORTED, *HEARD, *CLEARED),
)
