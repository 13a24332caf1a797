"""Reconsideration, from the hearing to the performance: each check on both sides of its line."""

from __future__ import annotations

import pytest

from tests.procedure.reconsidered import (
    ANSWERED,
    BOARD,
    COPIED,
    HEARD,
    SIMPLE,
    SIMPLY_COPIED,
    TAKEN,
    act,
    applied,
    proposed,
    q,
)
from tests.procedure.rows import Row
from xiezhi.procedure.documents.reconsideration.fields import GROUNDS_OF, OUTCOMES
from xiezhi.procedure.kinds.reconsideration import judging as j

ROWS = [
    # -- hearing (arts. 50, 51)
    Row(
        j.told_five_days_before,
        "five working days before the hearing",
        q(on="03-09", hearing_at="2026-03-16T09:00"),
        q(on="03-10", hearing_at="2026-03-16T09:00"),
        "REC-51",
        "第五十一条",
    ),
    Row(
        j.hearing_is_composed,
        "two members beside host and recorder",
        q(**BOARD),
        q(**(BOARD | {"hearing_members": "乙"})),
        "REC-50-3",
        "第五十条",
    ),
    Row(
        j.hearing_is_composed,
        "four different people",
        q(**BOARD),
        q(**(BOARD | {"hearing_recorder": "乙"})),
        "REC-50-3",
        "第五十条",
    ),
    Row(
        j.head_of_respondent_attends,
        "the head, or why not",
        q(head_present=False, head_absent_why="出差，委托副局长"),
        q(head_present=False),
        "REC-51-3",
        "第五十一条",
    ),
    Row(
        j.on_the_day_told,
        "held when the parties were told",
        q(*TAKEN, act("notify_hearing", "03-09", hearing_at="2026-03-16T09:00"), on="03-16"),
        q(*TAKEN, act("notify_hearing", "03-09", hearing_at="2026-03-16T09:00"), on="03-17"),
        "REC-51",
        "第五十一条",
    ),
    # -- before the opinion
    Row(
        j.respondent_could_answer,
        "ten working days for the reply",
        q(*COPIED, on="03-21"),
        q(*COPIED, on="03-20"),
        "REM-7",
        "第四十八条",
    ),
    Row(
        j.respondent_could_answer,
        "five in the simplified procedure",
        q(*SIMPLY_COPIED, on="03-14", kind=SIMPLE),
        q(*SIMPLY_COPIED, on="03-13", kind=SIMPLE),
        "REM-7-2",
        "第五十四条",
    ),
    Row(
        j.respondent_could_answer,
        "not before it has the copy",
        q(*ANSWERED),
        q(*TAKEN),
        "REC-48",
        "第四十八条",
    ),
    Row(
        j.parties_were_heard,
        "heard in the ordinary procedure",
        q(*ANSWERED, HEARD),
        q(*ANSWERED),
        "REC-49",
        "第四十九条",
    ),
    Row(
        j.hearing_where_due,
        "a hearing where it is complicated",
        q(*ANSWERED, complicated="no"),
        q(*ANSWERED, complicated="yes"),
        "REC-50",
        "第五十条",
    ),
    Row(
        j.hearing_where_due,
        "unknown is refused",
        q(*ANSWERED, complicated="no"),
        q(*ANSWERED),
        "REC-50",
        "第五十条",
    ),
    Row(
        j.committee_where_due,
        "the committee where it is technical",
        q(*ANSWERED, act("consult", "03-16"), complicated="no", technical="yes"),
        q(*ANSWERED, complicated="no", technical="yes"),
        "REC-52",
        "第五十二条",
    ),
    Row(
        j.committee_where_due,
        "and where it is complicated; unknown is refused",
        q(*ANSWERED, complicated="no", technical="no"),
        q(*ANSWERED, complicated="no"),
        "REC-52",
        "第五十二条",
    ),
    # -- the opinion
    Row(
        j.silence_loses,
        "without a reply not upheld",
        q(*ANSWERED, outcome="uphold", outcome_ground="68"),
        q(*COPIED, outcome="uphold", outcome_ground="68"),
        "REC-70",
        "第七十条",
    ),
    Row(
        j.silence_loses,
        "unless a third party proved it",
        q(*COPIED, outcome="uphold", third_party_proved=True),
        q(*COPIED, outcome="uphold", third_party_proved=False),
        "REC-70",
        "第七十条",
    ),
    Row(
        j.silence_loses,
        "who answered isn't held silent",
        q(*COPIED, outcome="revoke", outcome_ground="70"),
        q(*ANSWERED, outcome="revoke", outcome_ground="70"),
        "REC-70",
        "第七十条",
    ),
    Row(
        j.never_worse,
        "changed, but not for the worse; unknown is refused",
        q(outcome="change", worse_off="no"),
        q(outcome="change"),
        "REC-63-2",
        "第六十三条",
    ),
    Row(
        j.never_worse,
        "unless a third party asked for it",
        q(outcome="change", worse_off="yes", third_party_asked=True),
        q(outcome="change", worse_off="yes"),
        "REC-63-2",
        "第六十三条",
    ),
    Row(
        j.term_is_set,
        "an order to perform has its days",
        q(outcome="perform", perform_days="1"),
        q(outcome="perform", perform_days="0"),
        "REC-66",
        "第六十六条",
    ),
    Row(
        j.term_is_set,
        "an order to do it anew too",
        q(outcome="remake", perform_days="30"),
        q(outcome="remake"),
        "REC-64",
        "第六十四条",
    ),
    # -- longer, ended
    Row(
        j.may_be_longer,
        "thirty days at most",
        q(*TAKEN, on="03-20", today="03-20", days="30"),
        q(*TAKEN, on="03-20", today="03-20", days="31"),
        "REM-8-3",
        "第六十二条",
    ),
    Row(
        j.may_be_longer,
        "granted on the last of the sixty days, not after",
        q(applied(), act("accept", "03-09"), on="05-08", today="05-11", days="10"),
        q(applied(), act("accept", "03-09"), on="05-09", today="05-11", days="10"),
        "REM-8-3",
        "第六十二条",
    ),
    Row(
        j.may_be_longer,
        "never in the simplified procedure, once converted it may be",
        q(*SIMPLY_COPIED, act("convert", "03-16"), on="03-20", kind=SIMPLE, days="10"),
        q(*SIMPLY_COPIED, on="03-20", kind=SIMPLE, days="10"),
        "REM-8-2",
        "第六十二条",
    ),
    Row(
        j.is_simplified,
        "turned over once",
        q(*SIMPLY_COPIED, kind=SIMPLE),
        q(*SIMPLY_COPIED, act("convert", "03-16"), kind=SIMPLE),
        "REC-55",
        "第五十五条",
    ),
    Row(
        j.may_be_terminated,
        "rested for sixty days, and one more",
        q(*TAKEN, act("suspend", "03-09", suspended_for="heir"), on="05-09",
          terminated_for="lapsed"),
        q(*TAKEN, act("suspend", "03-09", suspended_for="heir"), on="05-08",
          terminated_for="lapsed"),
        "REC-41-5",
        "第四十一条",
    ),
    Row(
        j.may_be_terminated,
        "not for resting on another ground",
        q(*TAKEN, act("suspend", "03-09", suspended_for="capacity"), on="06-09",
          terminated_for="lapsed"),
        q(*TAKEN, act("suspend", "03-09", suspended_for="missing"), on="06-09",
          terminated_for="lapsed"),
        "REC-41-5",
        "第四十一条",
    ),
    Row(
        j.all_have_signed,
        "every party has signed",
        q(signed_by_all=True, lawful_terms=True),
        q(signed_by_all=False, lawful_terms=True),
        "REC-73",
        "第七十三条",
    ),
    Row(
        j.all_have_signed,
        "within the law and of their own will",
        q(signed_by_all=True, lawful_terms=True),
        q(signed_by_all=True),
        "REC-5",
        "第五条",
    ),
    # -- after the decision
    Row(
        j.something_binds,
        "a served decision, a mediation, a letter",
        q(*TAKEN, act("give_letter", "03-20")),
        q(*TAKEN),
        "REC-77-1",
        "第七十七条",
    ),
    Row(
        j.is_performed,
        "what was ordered is done before the File closes",
        q(*TAKEN, act("mediate", "03-20"), act("record_performance", "03-25", performed=True)),
        q(*TAKEN, act("mediate", "03-20"), act("record_performance", "03-25", performed=False)),
        "REC-77-1",
        "第七十七条",
    ),
    Row(
        j.is_performed,
        "nothing to do where the act is upheld",
        q(*ANSWERED, proposed(outcome="uphold"), ("decision.issue", "03-25")),
        q(*ANSWERED, proposed(outcome="perform"), ("decision.issue", "03-25")),
        "REC-77-1",
        "第七十七条",
    ),
    Row(
        j.letter_is_answered,
        "the letter is reported on",
        q(*TAKEN, act("give_letter", "03-20"), act("receive_report", "05-06")),
        q(*TAKEN, act("give_letter", "03-20")),
        "REM-9",
        "第七十六条",
    ),
    Row(
        j.superior_is_told,
        "the superior department gets a copy",
        q(*TAKEN, ("decision.serve", "03-20"), act("copy_superior", "03-20")),
        q(*TAKEN, ("decision.serve", "03-20")),
        "REC-79-2",
        "第七十九条",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_on_both_sides_of_the_line(row: Row) -> None:
    row.holds()


@pytest.mark.parametrize("outcome", [code for code, _ in OUTCOMES])
def test_each_outcome_rests_on_its_own_articles(outcome: str) -> None:
    own = {code for code, _ in GROUNDS_OF.get("revoke" if outcome == "remake" else outcome, ())}
    everything = {code for rows in GROUNDS_OF.values() for code, _ in rows}
    allowed = {
        ground
        for ground in everything
        if q(outcome=outcome, outcome_ground=ground).ask(j.ground_fits_outcome) is None
    }
    silent = {"70"} if outcome in ("unlawful", "perform", "void", "remake", "revoke") else set()
    assert allowed == own | silent
    assert q(outcome=outcome).ask(j.ground_fits_outcome).rule.code.startswith("REC-")


def test_a_dismissed_application_needs_no_reply_and_no_hearing() -> None:
    for check in (
        j.respondent_could_answer,
        j.parties_were_heard,
        j.hearing_where_due,
        j.committee_where_due,
    ):
        assert q(*TAKEN, outcome="dismiss").ask(check) is None
