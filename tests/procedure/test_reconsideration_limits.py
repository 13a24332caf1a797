"""Reconsideration in time: silence accepts, terms run, rest and grow; the reply of the agency."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import Line, day
from tests.procedure.reconsidered import (
    ANSWERED,
    ASKED,
    BASIS,
    COPIED,
    HEARD,
    ORDINARY,
    SIMPLE,
    SIMPLY_COPIED,
    TAKEN,
    act,
    applied,
    at,
    simply,
)
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.reconsideration import clock


def test_silence_accepts_on_the_day_the_examination_ends() -> None:
    assert clock.accepted(at(applied(), today="03-09")) is None
    taken = clock.accepted(at(applied(), today="03-10"))
    assert taken is not None
    assert taken.on == day("03-09")
    late = clock.accepted(at(applied(), act("accept", "03-12"), today="03-20"))
    assert late is not None
    assert late.on == day("03-09"), "a notice given late doesn't move the day"
    assert clock.accepted(at(*ASKED, today="06-30")) is None, "nothing is deemed while corrected"
    assert clock.accepted(at(applied(), act("refuse", "03-09"), today="06-30")) is None


LIMITS = [
    pytest.param((applied(),), "03-05", "REC-30", "03-09", id="examined-5wd"),
    pytest.param(ASKED, "03-05", "REC-31-2", "03-17", id="corrected-10wd"),
    pytest.param(TAKEN, "03-06", "REC-48", "03-16", id="copy-7wd"),
    pytest.param((applied(),), "03-12", "REC-48", "03-18", id="copy-7wd-from-silence"),
    pytest.param(COPIED, "03-09", "REM-7", "03-20", id="reply-10wd"),
    pytest.param(TAKEN, "03-09", "REM-8", "05-06", id="decided-60d-rolls-past-may"),
    pytest.param((applied(),), "03-12", "REM-8", "05-08", id="decided-60d-from-silence"),
    pytest.param((*TAKEN, act("suspend", "03-09", suspended_for="heir")), "03-10", "REC-41-5",
                 "05-08", id="rests-60d"),
    pytest.param((*TAKEN, BASIS), "03-10", "REC-58", "03-12", id="maker-asked-3wd"),
    pytest.param((*TAKEN, BASIS), "03-10", "REC-56", "04-08", id="basis-30d"),
    pytest.param((*TAKEN, BASIS), "03-10", "REC-56-2", "03-18", id="basis-referred-7wd"),
    pytest.param((*TAKEN, BASIS, act("ask_maker", "03-10")), "03-11", "REC-58-2", "03-24",
                 id="maker-answers-10wd"),
    pytest.param((*TAKEN, BASIS, act("refer_basis", "03-10")), "03-11", "REC-60", "05-09",
                 id="referred-60d"),
    pytest.param((*TAKEN, act("give_letter", "03-20")), "03-21", "REM-9", "05-19",
                 id="letter-60d"),
]  # fmt: skip


@pytest.mark.parametrize(("ledger", "today", "code", "last"), LIMITS)
def test_a_limit_runs_to_its_last_day(
    ledger: tuple[Line, ...], today: str, code: str, last: str
) -> None:
    due = at(*ledger, today=today).limit(code)
    assert due is not None
    assert due.last_day == day(last)
    assert not due.over(day(last))
    assert due.over(day("12-31"))


@pytest.mark.rule("REM-8", "REM-7")
def test_the_simplified_procedure_has_its_own_terms() -> None:
    taken = (simply(), act("accept", "03-05"))
    st = at(*taken, today="03-06", kind=SIMPLE)
    assert (due := st.limit("REC-54"))
    assert due.last_day == day("03-10")
    assert (due := st.limit("REM-8-2"))
    assert due.last_day == day("04-07"), "30 days end on a holiday"
    assert st.limit("REC-48") is None
    assert st.limit("REM-8") is None
    st = at(*SIMPLY_COPIED, today="03-09", kind=SIMPLE)
    assert (due := st.limit("REM-7-2"))
    assert due.last_day == day("03-13")
    turned = at(*SIMPLY_COPIED, act("convert", "03-12"), today="03-13", kind=SIMPLE)
    assert turned.limit("REM-8-2") is None
    assert (due := turned.limit("REM-8"))
    assert due.last_day == day("05-06"), "sixty days, counted from the acceptance"


@pytest.mark.rule("REM-8")
def test_resting_and_lengthening_move_the_last_day() -> None:
    rested = (*TAKEN, act("suspend", "03-10", suspended_for="other_case"), act("resume", "03-19"))
    assert (due := at(*rested, today="03-20").limit("REM-8"))
    assert due.last_day == day("05-14"), "ten days that don't count, both ends included"
    longer = (*TAKEN, act("extend", "03-20", days="30"))
    assert (due := at(*longer, today="03-21").limit("REM-8"))
    assert due.last_day == day("06-03")


def test_whoever_rests_is_asked_for_nothing() -> None:
    st = at(*ANSWERED, HEARD, act("suspend", "03-17", suspended_for="heir"), today="03-18")
    duties = {duty.act for duty in st.duties}
    assert "reconsideration.propose" not in duties
    later = at(*ANSWERED, HEARD, act("suspend", "03-17", suspended_for="heir"), today="06-30")
    assert "reconsideration.terminate" in {duty.act for duty in later.duties}


def test_the_decision_is_reviewed_and_published() -> None:
    for code in (ORDINARY, SIMPLE):
        kind = KINDS[code]
        assert kind.review == "reconsideration"
        assert kind.disclosure == "reconsideration"
        gate = [
            r.rule.code
            for r in at(*ANSWERED, HEARD, today="03-20", kind=code).refusals(
                "decision.issue", day("03-20")
            )
        ]
        assert "REV-GATE" in gate or "FLOW-ORDER" in gate


# -- the agency's side --

REPLY = "reconsideration.reply"
NOTICED = act("open_reply", "03-02", came="notice", procedure="ordinary")
THROUGH = act("open_reply", "03-02", came="application", on_spot_act=True)


@pytest.mark.rule("REM-7")
def test_the_agency_answers_in_ten_or_five_working_days() -> None:
    assert (due := at(NOTICED, today="03-03", kind=REPLY).limit("REM-7"))
    assert due.last_day == day("03-16")
    simple = act("open_reply", "03-02", came="notice", procedure="simplified")
    st = at(simple, today="03-03", kind=REPLY)
    assert (due := st.limit("REM-7-2"))
    assert due.last_day == day("03-09")
    assert st.limit("REM-7") is None
    assert st.limit("REM-5") is None
    (duty,) = st.duties
    assert duty.due
    assert duty.due.limit.id == "REM-7-2"
    late = at(NOTICED, today="03-17", kind=REPLY)
    assert (due := late.limit("REM-7"))
    assert due.over()
    assert "没有证据" in due.limit.on_breach


@pytest.mark.rule("REM-5")
def test_an_application_through_us_is_forwarded_in_five_working_days() -> None:
    st = at(THROUGH, today="03-03", kind=REPLY)
    assert (due := st.limit("REM-5"))
    assert due.last_day == day("03-09")
    assert st.limit("REM-7") is None
    handed = at(THROUGH, act("forward", "03-06"), today="03-09", kind=REPLY)
    assert handed.limit("REM-5") is None
    noticed = at(
        THROUGH,
        act("forward", "03-06"),
        act("receive_notice", "03-16", procedure="simplified"),
        today="03-17",
        kind=REPLY,
    )
    assert (due := noticed.limit("REM-7-2"))
    assert due.last_day == day("03-23")


@pytest.mark.rule("REM-9")
def test_the_letter_is_answered_in_sixty_days() -> None:
    got = at(NOTICED, act("receive_letter", "03-20"), today="03-21", kind=REPLY)
    assert (due := got.limit("REM-9"))
    assert due.last_day == day("05-19")


def refusals(ledger: tuple[Line, ...], verb: str, on: str, **facts: Any) -> set[str]:
    st = at(*ledger, today="12-31", kind=REPLY)
    return {r.rule.code for r in st.refusals(f"reconsideration.{verb}", day(on), **facts)}


@pytest.mark.rule("REM-10")
@pytest.mark.parametrize(
    ("collected", "agreed", "code"),
    [
        ("2026-03-01", False, set()),
        ("2026-03-02", False, {"REM-10"}),
        ("2026-03-02", True, set()),
        (None, False, {"REM-10"}),
    ],
)
def test_no_evidence_is_gathered_meanwhile(
    collected: str | None, agreed: bool, code: set[str]
) -> None:
    said = {"newest_evidence_on": collected, "supplement_agreed": agreed}
    assert refusals((NOTICED,), "draft_reply", "03-05", **said) == code


@pytest.mark.rule("REM-5")
def test_only_penalties_on_the_spot_come_through_the_agency() -> None:
    for on_spot, code in ((True, set()), (False, {"REM-5"}), (None, {"REM-5"})):
        said = {"came": "application", "on_spot_act": on_spot}
        assert refusals((), "open_reply", "03-02", **said) == code
    assert refusals((), "open_reply", "03-02", came="notice") == {"REM-7"}


def test_a_reply_is_over_when_everything_owed_is_done() -> None:
    def shut(*ledger: Line) -> set[str]:
        st = at(*ledger, today="12-31", kind=REPLY)
        return {r.rule.code for r in st.refusals("decision.close", day("12-31"))}

    outcome = act("enter_outcome", "05-06", result="remake", to_perform=True)
    assert "FLOW-ORDER" in shut(NOTICED)
    assert shut(NOTICED, outcome) == {"REC-77-1"}
    done = act("carry_out", "05-20", carried_out=True)
    assert shut(NOTICED, outcome, done) == set()
    letter = act("receive_letter", "05-07")
    assert shut(NOTICED, outcome, done, letter) == {"REM-9"}
    assert shut(NOTICED, outcome, done, letter, act("report_correction", "06-01")) == set()
    assert shut(THROUGH, act("change_own", "03-05")) == set()
    assert shut(NOTICED, act("change_own", "03-05")) == {"REM-7"}


def test_the_reply_is_no_decision() -> None:
    kind = KINDS[REPLY]
    assert kind.review == "none"
    assert "第四十八条" in kind.no_review
    assert kind.step("decision.issue") is None
