"""Each check of notice, hearing and review on both sides of its line, with rule and article."""

from __future__ import annotations

import pytest

from tests.procedure.ledgers import CLEARED, CONCLUDED, FINE, SERVED, TOLD, Line, profile, written
from tests.procedure.rows import Q, Row, proposal
from xiezhi.procedure.kinds import checks as c

RIGHT: list[Line] = [
    *CONCLUDED,
    ("give_notice", "03-13", {"proposal": FINE, "hearing_right": True}),
    ("serve_notice", "03-16"),
]
ASKED: list[Line] = [*RIGHT, ("request_hearing", "03-18")]
TOLD_OF: list[Line] = [*ASKED, ("notify_hearing", "03-19", {"hearing_on": "2026-03-31"})]
HELD: list[Line] = [*TOLD_OF, ("hold_hearing", "03-31")]
REPORTED: list[Line] = [*HELD, ("report_hearing", "04-01")]
TOLD_ANEW: list[Line] = [
    *REPORTED,
    ("give_notice", "04-02", {"proposal": FINE, "hearing_right": True}),
    ("serve_notice", "04-03"),
]
SAID: list[Line] = [*SERVED, ("record_statement", "03-17")]

ROWS = [
    # -- notice
    Row(c.notice_covers_proposal, "told first", Q(TOLD), Q(CONCLUDED), "PEN-7", "第四十四条"),
    Row(
        c.notice_covers_proposal,
        "no more than was told",
        Q([*TOLD, ("revise_conclusion", "03-14", proposal(fine="40000"))]),
        Q([*TOLD, ("revise_conclusion", "03-14", proposal(fine="60000"))]),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.notice_covers_proposal,
        "a milder kind with a larger sum was not told either",
        Q([*TOLD, ("revise_conclusion", "03-14", proposal(kinds=["warning"], fine="0"))]),
        Q([*TOLD, ("revise_conclusion", "03-14", proposal(kinds=["warning"], gains="9"))]),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.notice_covers_proposal,
        "other articles were not told",
        Q([*CONCLUDED[:-1], ("conclude", "03-12", proposal()), *TOLD[-1:]]),
        Q([*TOLD, ("revise_conclusion", "03-14", {**proposal(), "basis": "other"})]),
        "PEN-7",
        "第四十四条",
    ),
    Row(c.party_was_heard, "the notice arrived", Q(SERVED), Q(TOLD), "PEN-7", "第四十四条"),
    Row(
        c.party_was_heard,
        "the day after the fifth working day",
        Q(SERVED, on="03-24"),
        Q(SERVED, on="03-23"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "a waiver ends the term",
        Q([*SERVED, ("waive_statement", "03-17", {"hearing_too": False})], on="03-17"),
        Q(SERVED, on="03-17"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "a waiver of the statement doesn't waive the hearing that was offered",
        Q([*RIGHT, ("waive_statement", "03-17", {"hearing_too": True})], on="03-17"),
        Q([*RIGHT, ("waive_statement", "03-17", {"hearing_too": False})], on="03-17"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "what the party said was re-checked, and the term still runs",
        Q([*SAID, ("recheck_statement", "03-18")], on="03-24"),
        Q(SAID, on="03-24"),
        "PEN-8",
        "第四十五条",
    ),
    Row(
        c.party_was_heard,
        "a re-check doesn't shorten the term",
        Q([*SAID, ("recheck_statement", "03-18")], on="03-24"),
        Q([*SAID, ("recheck_statement", "03-18")], on="03-23"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "a hearing that was asked for is held and reported",
        Q(REPORTED, on="04-01"),
        Q(HELD, on="04-01"),
        "PEN-11",
        "第六十四条",
    ),
    Row(
        c.hearing_right_was_told,
        "offered first",
        Q(RIGHT),
        Q(SERVED),
        "PEN-9",
        "第六十四条",
    ),
    Row(
        c.hearing_asked_in_time,
        "within five working days",
        Q(RIGHT, on="03-23"),
        Q(RIGHT, on="03-24"),
        "PEN-9",
        "第六十四条",
    ),
    Row(
        c.hearing_asked_in_time,
        "posted within them, however late it comes",
        Q(RIGHT, on="03-30", facts={"posted_on": "2026-03-23"}),
        Q(RIGHT, on="03-30", facts={"posted_on": "2026-03-24"}),
        "PEN-9",
        "第六十四条",
    ),
    Row(
        c.posted_before_it_came,
        "posted on the day it came, or before",
        Q(RIGHT, on="03-23", facts={"posted_on": "2026-03-23"}),
        Q(RIGHT, on="03-23", facts={"posted_on": "2026-03-24"}),
        "CAL-3",
        "第八十五条第四款",
    ),
    Row(
        c.hearing_not_asked_yet,
        "once for each notice",
        Q(TOLD_ANEW),
        Q(ASKED),
        "FLOW-ONCE",
        "第四条",
    ),
    Row(
        c.hearing_is_wanted,
        "not after it was given up",
        Q(ASKED),
        Q([*ASKED, ("withdraw_hearing", "03-19")]),
        "FLOW-LATE",
        "第四条",
    ),
    Row(
        c.hearing_told_in_time,
        "seven working days before the 31st: the 20th",
        Q(ASKED, on="03-20", facts={"hearing_on": "2026-03-31"}),
        Q(ASKED, on="03-21", facts={"hearing_on": "2026-03-31"}),
        "PEN-10",
        "第六十四条",
    ),
    Row(
        c.agents_are_two_at_most,
        "one or two represent the party",
        Q(facts={"agents": 2}),
        Q(facts={"agents": 3}),
        "PEN-64-5",
        "第六十四条第（五）项",
    ),
    Row(
        c.host_is_no_handler,
        "hosted by somebody who didn't investigate; unknown is not no",
        Q(facts={"host_is_handler": False}),
        Q(facts={}),
        "PEN-11",
        "第六十四条",
    ),
    Row(
        c.on_the_announced_day,
        "neither earlier nor later than told",
        Q(TOLD_OF, on="03-31"),
        Q(TOLD_OF, on="04-01"),
        "PEN-10",
        "第六十四条",
    ),
    Row(
        c.hearing_is_announced,
        "the party was told of this one",
        Q(TOLD_OF),
        Q([*TOLD_ANEW, ("request_hearing", "04-07")]),
        "PEN-10",
        "第六十四条",
    ),
    Row(c.hearing_was_held, "reported once", Q(HELD), Q(REPORTED), "FLOW-ONCE", "第四条"),
    # -- review
    Row(c.cleared, "passed", Q(CLEARED), Q(SERVED), "PEN-12", "第五十八条"),
    Row(
        c.cleared,
        "an opinion to correct is no pass",
        Q(CLEARED),
        Q(
            written(
                [*SERVED, ("submit", "03-24"), ("give_opinion", "03-26", {"verdict": "correct"})]
            )
        ),
        "PEN-12",
        "第五十八条",
    ),
    Row(
        c.cleared,
        "evidence after the seal undoes the pass; its return receipt doesn't",
        Q([*CLEARED, ("confirm_address", "03-27")]),
        Q([*CLEARED, ("add_evidence", "03-27")]),
        "PEN-12",
        "第五十八条",
    ),
    Row(
        c.cleared_before_notice,
        "only where the profile wants it before",
        Q(CONCLUDED, policy="S1"),
        Q(CONCLUDED, policy=profile("before_notice")),
        "PEN-12",
        "第五十八条",
    ),
    Row(
        c.reviewed_again_after_notice,
        "where it wants both, the first doesn't do",
        Q(CLEARED, policy=profile("both")),
        Q(
            written([*CONCLUDED, ("submit", "03-12"), ("give_opinion", "03-13"), *SERVED[-2:]]),
            policy=profile("both"),
        ),
        "PEN-12",
        "第五十八条",
    ),
    Row(
        c.ready_for_review,
        "after the notice, the party is heard first",
        Q(SERVED, on="03-24"),
        Q(SERVED, on="03-23"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.review_not_pending,
        "one submission at a time",
        Q(CLEARED),
        Q([*SERVED, ("submit", "03-24")]),
        "FLOW-ONCE",
        "第四条",
    ),
    Row(
        c.review_pending,
        "an opinion answers a submission",
        Q([*SERVED, ("submit", "03-24")]),
        Q([*SERVED, ("submit", "03-24"), ("return_materials", "03-25")]),
        "FLOW-ORDER",
        "第四条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_check_allows_on_one_side_of_its_line_and_refuses_on_the_other(row: Row) -> None:
    row.holds()


@pytest.mark.rule("CAL-3")
@pytest.mark.parametrize(
    ("posted", "received", "in_time"),
    [
        ("2026-03-23", "03-30", True),
        ("2026-03-24", "03-30", False),
        (None, "03-23", True),
        (None, "03-24", False),
    ],
)
def test_time_in_the_post_isnt_counted(posted: str | None, received: str, in_time: bool) -> None:
    """The five working days end on 23 March: the day of the postmark counts, not the arrival."""
    reason = Q(RIGHT, on=received, facts={"posted_on": posted}).ask(c.hearing_asked_in_time)
    assert (reason is None) is in_time
    assert reason is None or reason.field == "posted_on", "the form still asks for the postmark"


@pytest.mark.rule("PEN-11", "PEN-64-5")
@pytest.mark.parametrize(("agents", "allowed"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_party_comes_itself_or_sends_one_or_two(agents: int, allowed: bool) -> None:
    reason = Q(facts={"agents": agents}).ask(c.agents_are_two_at_most)
    assert (reason is None) is allowed
