"""Filing, contract review, supervision: kinds whose conclusion is an act of their own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import Line, day, standing
from tests.procedure.rows import Q, Row
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import SourceStatus
from xiezhi.procedure.documents.contract import POINTS as CLAUSES
from xiezhi.procedure.documents.normative import POINTS
from xiezhi.procedure.kinds import KINDS, contract, normative
from xiezhi.procedure.kinds.supervision import checks as s
from xiezhi.procedure.roles import Role
from xiezhi.procedure.standing import Standing

NORM, CONTRACT, SUPERVISION = "normative.filing", "contract.review", "supervision.instrument"
WHOLE: dict[str, Any] = {name: True for name, _ in normative.MATERIALS}
LAWFUL: dict[str, Any] = {name: "pass" for name, _, _ in POINTS} | {"opinion_result": "file"}
AGREED: dict[str, Any] = {name: "pass" for name, _ in CLAUSES} | {"contract_verdict": "agree"}


def n(*ledger: Line, on: str = "03-20", **facts: Any) -> Q:
    return Q(list(ledger), on, facts, kind=NORM)


def k(*ledger: Line, on: str = "03-20", **facts: Any) -> Q:
    return Q(list(ledger), on, facts, kind=CONTRACT)


def v(*ledger: Line, on: str = "03-20", **facts: Any) -> Q:
    return Q(list(ledger), on, facts, kind=SUPERVISION)


FILED = (("normative.submit", "03-02"), ("normative.check_form", "03-03"))
REVIEWED = (*FILED, ("normative.review", "03-05", {"opinion_result": "file"}))
FAULTED = (*FILED, ("normative.review", "03-05", {"opinion_result": "correct"}))
CORRECT = (*FAULTED, ("normative.decide", "03-06", {"filing_result": "correct"}))
AGAIN = (*CORRECT, ("normative.receive_correction", "03-16"))

SENT = (("contract.submit", "03-02"),)
CHANGE = (*SENT, ("contract.give_opinion", "03-04", {"contract_verdict": "change"}))
AGREE = (*SENT, ("contract.give_opinion", "03-04", {"contract_verdict": "agree"}))
SIGNED: dict[str, Any] = {"text_unchanged": True, "signed_on": "2026-03-04"}

LED = (("supervision.register_lead", "03-02"), ("supervision.assign", "03-03"))
TWO: dict[str, Any] = {
    "supervisor_one": "甲",
    "certificate_one": "001",
    "supervisor_two": "乙",
    "certificate_two": "002",
}
NOTICED = (*LED, ("supervision.give_notice", "03-04", {"reply_days": "7"}))
LOOKED = (*LED, ("supervision.inquire", "03-04"))
#: Thirty natural days from 9 March end on Wednesday, 8 April.
ADVISED = (*LOOKED, ("supervision.give_opinion", "03-09"))
DECIDED = (*ADVISED, ("supervision.decide", "04-09"))
REPORTED = (*DECIDED, ("supervision.receive_report", "04-20"))


def one(act: str, on: str, **facts: Any) -> Line:
    return (act, on, facts)


ROWS = [
    # -- filing of normative documents
    Row(
        normative.was_made_before,
        "made on the day of filing at the latest",
        n(on="03-02", made_on="2026-03-02"),
        n(on="03-02", made_on="2026-03-03"),
        "FLOW-DATE",
        "",
    ),
    Row(
        normative.materials_are_whole,
        "everything came with it",
        n(**WHOLE),
        n(**(WHOLE | {"has_own_review": False})),
        "NOR-9",
        "",
    ),
    Row(
        normative.no_material_is_awaited,
        "not while something is awaited",
        n(*FILED[:1]),
        n(*FILED[:1], ("normative.return_materials", "03-03")),
        "NOR-9",
        "",
    ),
    Row(
        normative.materials_are_awaited,
        "completed once it was asked for",
        n(*FILED[:1], ("normative.return_materials", "03-03")),
        n(*FILED[:1]),
        "FLOW-ORDER",
        "",
    ),
    *(
        Row(
            normative.points_agree,
            f"nothing is filed against {name}",
            n(**LAWFUL),
            n(**(LAWFUL | {name: "fail"})),
            rule,
            "",
        )
        for name, _, rule in POINTS
    ),
    Row(
        normative.points_agree,
        "unknown is refused",
        n(**LAWFUL),
        n(**(LAWFUL | {"point_penalty": None})),
        "NOR-3",
        "第十六条",
    ),
    Row(
        normative.is_not_reviewed_yet,
        "each text reviewed once",
        n(*AGAIN),
        n(*REVIEWED),
        "FLOW-ONCE",
        "",
    ),
    Row(
        normative.follows_the_review,
        "no conclusion without a review of this text",
        n(*REVIEWED, filing_result="file"),
        n(*AGAIN, filing_result="file"),
        "NOR-1",
        "第六十三条",
    ),
    Row(
        normative.follows_the_review,
        "none against the review",
        n(*FAULTED, filing_result="correct"),
        n(*FAULTED, filing_result="file"),
        "NOR-1",
        "第六十三条",
    ),
    Row(
        normative.correction_is_awaited,
        "corrected when told to",
        n(*CORRECT),
        n(*REVIEWED),
        "FLOW-ORDER",
        "",
    ),
    Row(
        normative.may_be_registered,
        "a number for what is filed",
        n(*REVIEWED, one("normative.decide", "03-06", filing_result="file")),
        n(*CORRECT),
        "NOR-1",
        "第六十三条",
    ),
    Row(
        normative.is_filed_or_refused,
        "an order to correct leaves it open",
        n(*FAULTED, one("normative.decide", "03-06", filing_result="refuse")),
        n(*CORRECT),
        "NOR-9",
        "",
    ),
    # -- contracts
    Row(
        contract.waits_for_opinion,
        "each draft once",
        k(*CHANGE, ("contract.resubmit", "03-06")),
        k(*CHANGE),
        "FLOW-ONCE",
        "",
    ),
    *(
        Row(
            contract.points_agree,
            f"not agreed to with {name} failing",
            k(**(AGREED | {name: "na"})),
            k(**(AGREED | {name: "fail"})),
            "CON-1",
            "",
        )
        for name, _ in CLAUSES
    ),
    Row(
        contract.changes_were_asked,
        "submitted again when changes were asked",
        k(*CHANGE),
        k(*AGREE),
        "FLOW-ORDER",
        "",
    ),
    Row(
        contract.was_agreed_to,
        "signed when agreed to",
        k(*AGREE, **SIGNED),
        k(*CHANGE, **SIGNED),
        "CON-1",
        "",
    ),
    Row(
        contract.was_agreed_to,
        "not in a draft that wasn't looked at again",
        k(*AGREE, **SIGNED),
        k(*AGREE, ("contract.resubmit", "03-05"), **SIGNED),
        "CON-1",
        "",
    ),
    Row(
        contract.was_agreed_to,
        "in the text agreed to",
        k(*AGREE, **SIGNED),
        k(*AGREE, **(SIGNED | {"text_unchanged": False})),
        "CON-1",
        "",
    ),
    Row(
        contract.was_agreed_to,
        "not before it was agreed to",
        k(*AGREE, **SIGNED),
        k(*AGREE, **(SIGNED | {"signed_on": "2026-03-03"})),
        "FLOW-DATE",
        "",
    ),
    # -- supervision
    Row(
        s.two_different_supervisors,
        "two people, each with a certificate",
        v(**TWO),
        v(**(TWO | {"certificate_two": ""})),
        "SUV-22",
        "第二十二条",
    ),
    Row(
        s.two_different_supervisors,
        "not one named twice",
        v(**TWO),
        v(**(TWO | {"supervisor_two": "甲"})),
        "SUV-22",
        "第二十二条",
    ),
    Row(
        s.certificates_were_shown,
        "certificates shown",
        v(certificates_shown=True),
        v(),
        "SUV-22",
        "第二十二条",
    ),
    Row(
        s.days_are_offered,
        "a day at least",
        v(reply_days="1"),
        v(reply_days="0"),
        "SUV-REPLY",
        "",
    ),
    Row(
        s.days_are_offered,
        "thirty at most until it is confirmed",
        v(reply_days="30"),
        v(reply_days="31"),
        "SUV-REPLY",
        "",
    ),
    Row(
        s.notice_was_answered,
        "not before the term of the notice is over",
        v(*NOTICED, on="03-12"),
        v(*NOTICED, on="03-11"),
        "SUV-REPLY",
        "",
    ),
    Row(
        s.something_was_found_out,
        "after an inquiry or an answer",
        v(*LOOKED),
        v(*NOTICED),
        "SUV-23",
        "第二十三条",
    ),
    Row(
        s.correction_failed,
        "thirty days to put it right",
        v(*ADVISED, on="04-09"),
        v(*ADVISED, on="04-08"),
        "SUV-28",
        "第二十八条",
    ),
    Row(
        s.correction_failed,
        "not where it was put right",
        v(*ADVISED, one("supervision.record_correction", "03-20", corrected="partly"), on="04-09"),
        v(*ADVISED, one("supervision.record_correction", "03-20", corrected="yes"), on="04-09"),
        "SUV-29",
        "第二十九条",
    ),
    Row(
        s.term_is_set,
        "an order names its last day",
        v(supervision_outcome="correct", perform_by="2026-04-20"),
        v(supervision_outcome="correct"),
        "SUV-30",
        "第三十条",
    ),
    Row(
        s.matter_is_settled,
        "put right, wholly",
        v(*ADVISED, one("supervision.record_correction", "03-20", corrected="yes")),
        v(*ADVISED, one("supervision.record_correction", "03-20", corrected="partly")),
        "SUV-28",
        "第二十八条",
    ),
    Row(
        s.matter_is_settled,
        "decided, reported and seen to be done",
        v(*REPORTED, one("supervision.follow_up", "04-22", all_corrected=True)),
        v(*REPORTED, one("supervision.follow_up", "04-22", all_corrected=False)),
        "SUV-29-2",
        "第二十九条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_on_both_sides_of_the_line(row: Row) -> None:
    row.holds()


def at(kind: str, *ledger: Line, today: str) -> Standing:
    return standing(*ledger, today=today, kind=kind)


@pytest.mark.parametrize(
    ("kind", "ledger", "today", "code", "last"),
    [
        pytest.param(NORM, FILED, "03-04", "NOR-2", "03-24", id="legality-15wd"),
        pytest.param(NORM, AGAIN, "03-17", "NOR-2", "04-07", id="legality-15wd-anew"),
        pytest.param(SUPERVISION, NOTICED, "03-05", "SUV-REPLY", "03-11", id="as-the-notice-says"),
        pytest.param(SUPERVISION, ADVISED, "03-10", "SUV-28", "04-08", id="put-right-30d"),
        pytest.param(SUPERVISION, DECIDED, "04-10", "SUV-29-2", "05-09", id="report-30d"),
    ],
)
def test_a_limit_runs_to_its_last_day(
    kind: str, ledger: tuple[Line, ...], today: str, code: str, last: str
) -> None:
    due = at(kind, *ledger, today=today).limit(code)
    assert due is not None
    assert due.last_day == day(last)
    assert not due.over(day(last))
    assert due.over(day("12-31"))


def test_what_no_statute_of_the_whole_country_says_is_marked() -> None:
    for code in (NORM, CONTRACT, SUPERVISION):
        for use in KINDS[code].limits:
            if use.limit.id.startswith(("NOR", "CON", "SUV")):
                assert use.limit.status is not SourceStatus.STATUTE_TEXT


@pytest.mark.parametrize("code", [NORM, CONTRACT, SUPERVISION])
def test_a_review_isnt_reviewed_and_nothing_is_published(code: str) -> None:
    kind = KINDS[code]
    assert (kind.review, kind.disclosure) == ("none", "none")
    assert "《" in kind.no_review
    assert not [step.act for step in kind.steps if step.act.startswith(("review.", "disclosure."))]
    assert kind.step("decision.issue") is None


def test_supervision_is_done_by_supervisors_and_decided_by_the_head() -> None:
    for name, act in ACTS.items():
        if name.startswith("supervision.") and not act.addressee:
            decides = name == "supervision.decide"
            assert (Role.AGENCY_HEAD if decides else Role.SUPERVISOR) in act.roles
            assert Role.HANDLER not in act.roles


def test_supervision_ends_in_one_of_three_ways() -> None:
    def shut(*ledger: Line) -> set[str]:
        refusals = at(SUPERVISION, *ledger, today="12-31").refusals("decision.close", day("12-31"))
        return {reason.rule.code for reason in refusals}

    assert "FLOW-ORDER" in shut(*LED)
    assert shut(*LOOKED, ("supervision.find_nothing", "03-05")) == set()
    put_right = one("supervision.record_correction", "03-20", corrected="yes")
    assert shut(*ADVISED, put_right) == set()
    unread = one("supervision.record_correction", "03-20", corrected="no")
    assert shut(*ADVISED, unread) == {"SUV-28"}
    done = one("supervision.follow_up", "04-22", all_corrected=True)
    assert shut(*DECIDED, done) == {"SUV-29-2"}
    assert shut(*REPORTED, done) == set()
