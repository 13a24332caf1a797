"""Steps from the clue to the hearing (处罚法 arts. 54 to 57, 62 to 65)."""

from __future__ import annotations

from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks.carrying import one_fine_for_one_act
from xiezhi.procedure.kinds.coercion.holding import nothing_is_held_unlawfully
from xiezhi.procedure.kinds.course import DAY, OFFICERS
from xiezhi.procedure.kinds.penalty.parts import CLEARED, FILED, GATHERED, REPORTED
from xiezhi.procedure.steps import Check, Step

CLUE = ("casework.register_clue",)


def _inquiry(
    act: str,
    *checks: Check,
    documents: tuple[str, ...] = (),
    needs: tuple[str, ...] = CLUE,
    of_party: bool = False,
) -> Step:
    """A step of the investigation: repeatable, open until a decision is made.

    It may be older than the clue's registration: what was found on the spot is registered later.
    """
    return Step(
        act,
        "inquiry",
        (DAY, c.not_decided, *checks),
        needs=needs,
        once=False,
        documents=documents,
        follows=() if needs == CLUE else needs,
        of_party=of_party,
    )


CASEWORK = (
    Step("casework.register_clue", "filing", (DAY, c.begins_the_file, c.found_before_registered)),
    Step(
        "casework.propose_filing",
        "filing",
        (DAY, *OFFICERS, c.filing_conditions, c.within_limitation),
        needs=("casework.register_clue",),
        until=("casework.refuse_filing", "casework.file_case"),
        once=False,
    ),
    Step(
        "casework.file_case",
        "filing",
        (DAY,),
        needs=("casework.propose_filing",),
        until=("casework.refuse_filing",),
        documents=("filing.approval",),
    ),
    Step(
        "casework.refuse_filing",
        "filing",
        (DAY, c.ground_for_not_filing),
        needs=("casework.register_clue",),
        until=("casework.file_case",),
        documents=("filing.refusal",),
        follows=("casework.register_clue", "casework.propose_filing"),
    ),
    Step(
        "casework.inform_reporter",
        "filing",
        (DAY, c.somebody_reported),
        needs=("casework.register_clue",),
        follows=("casework.register_clue", "casework.file_case", "casework.refuse_filing"),
    ),
    _inquiry("casework.change_handlers", *OFFICERS),
    _inquiry("casework.decide_recusal", documents=("recusal.decision",)),
    _inquiry("casework.inspect", *OFFICERS, c.rights_were_told, documents=("evidence.scene",)),
    _inquiry(
        "casework.interview", *OFFICERS, c.rights_were_told, documents=("evidence.interview",)
    ),
    _inquiry("casework.add_evidence", c.monitoring_was_reviewed),
    _inquiry("casework.add_party"),
    _inquiry("casework.confirm_address", documents=("service.address",), of_party=True),
    _inquiry(
        "casework.preserve_evidence",
        *OFFICERS,
        documents=("preservation.notice",),
    ),
    _inquiry(
        "casework.dispose_preserved",
        documents=("preservation.disposal",),
        needs=("casework.preserve_evidence",),
    ),
    _inquiry("casework.order_correction", documents=("correction.order",), needs=FILED),
    _inquiry(
        "casework.recheck_correction",
        documents=("correction.recheck",),
        needs=("casework.order_correction",),
    ),
    _inquiry("casework.suspend", c.not_suspended, documents=("inquiry.suspension",), needs=FILED),
    _inquiry(
        "casework.resume",
        c.is_suspended,
        documents=("inquiry.resumption",),
        needs=("casework.suspend",),
    ),
    _inquiry("casework.commission_test", documents=("test.commission",)),
    _inquiry(
        "casework.receive_test",
        documents=("test.result",),
        needs=("casework.commission_test",),
    ),
    _inquiry("casework.extend", c.may_be_extended, documents=("inquiry.extension",), needs=FILED),
    Step(
        "casework.conclude",
        "inquiry",
        (
            DAY,
            c.has_evidence,
            c.nothing_preserved_is_open,
            nothing_is_held_unlawfully,
            c.not_suspended,
            c.proposal_is_whole,
            c.everybody_has_a_share,
            c.children_are_not_punished,
            one_fine_for_one_act,
        ),
        needs=FILED,
        documents=("inquiry.report",),
        follows=(*FILED, *GATHERED),
    ),
    Step(
        "casework.revise_conclusion",
        "inquiry",
        (
            DAY,
            c.not_decided,
            c.nothing_preserved_is_open,
            nothing_is_held_unlawfully,
            c.not_suspended,
            c.proposal_is_whole,
            c.everybody_has_a_share,
            c.children_are_not_punished,
            one_fine_for_one_act,
            c.no_heavier_for_defending,
        ),
        needs=("casework.conclude",),
        once=False,
        documents=("inquiry.report",),
        follows=(*REPORTED, *GATHERED, "review.give_opinion"),
    ),
    Step(
        "casework.give_notice",
        "notice",
        (DAY, c.not_decided, c.not_suspended, c.report_knows_everybody, c.cleared_before_notice),
        needs=("casework.conclude",),
        once=False,
        documents=("penalty.notice",),
        follows=(*REPORTED, *CLEARED),
    ),
    Step(
        "casework.serve_notice",
        "notice",
        (DAY, c.not_decided, c.service_is_lawful),
        needs=("casework.give_notice",),
        once=False,
        documents=("service.receipt",),
        of_party=True,
    ),
    Step(
        "casework.record_statement",
        "notice",
        (DAY, c.not_decided),
        needs=("casework.serve_notice",),
        once=False,
        documents=("statement.record",),
        of_party=True,
    ),
    Step(
        "casework.recheck_statement",
        "notice",
        (DAY, c.not_decided),
        needs=("casework.record_statement",),
        once=False,
        documents=("statement.recheck",),
        of_party=True,
    ),
    Step(
        "casework.waive_statement",
        "notice",
        (DAY, c.not_decided),
        needs=("casework.serve_notice",),
        once=False,
        documents=("statement.waiver",),
        of_party=True,
    ),
    Step(
        "casework.request_hearing",
        "notice",
        (
            DAY,
            c.not_decided,
            c.hearing_right_was_told,
            c.hearing_not_asked_yet,
            c.posted_before_it_came,
            c.hearing_asked_in_time,
        ),
        needs=("casework.serve_notice",),
        once=False,
        documents=("hearing.request",),
        of_party=True,
    ),
    Step(
        "casework.notify_hearing",
        "notice",
        (DAY, c.hearing_is_wanted, c.hearing_told_in_time, c.host_is_no_handler),
        needs=("casework.request_hearing",),
        once=False,
        documents=("hearing.notice",),
    ),
    Step(
        "casework.withdraw_hearing",
        "notice",
        (DAY, c.hearing_is_wanted),
        needs=("casework.request_hearing",),
        once=False,
        follows=("casework.request_hearing", "casework.notify_hearing"),
        of_party=True,
    ),
    Step(
        "casework.hold_hearing",
        "notice",
        (
            DAY,
            c.hearing_is_announced,
            c.on_the_announced_day,
            c.host_is_no_handler,
            c.agents_are_two_at_most,
        ),
        needs=("casework.notify_hearing",),
        once=False,
        documents=("hearing.record",),
    ),
    Step(
        "casework.report_hearing",
        "notice",
        (DAY, c.hearing_was_held, c.host_is_no_handler),
        needs=("casework.hold_hearing",),
        once=False,
        documents=("hearing.report",),
    ),
)
