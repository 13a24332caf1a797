"""Gates of a transfer, of an inspection and of a credit notice: what a document must say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import FILED
from tests.procedure.rows import Q
from tests.record.document_samples import sample
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents import check
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import transfer

PENALTY = KINDS["penalty.general"]


def lacks(code: str, field: str, empty: Any = "") -> set[str]:
    """The rules under which a document without this field is refused; with it nothing is said."""
    kind, values = DOCUMENTS[code], sample(code)
    assert not [reason for reason in check(kind, values) if reason.field == field]
    return {r.rule.code for r in check(kind, {**values, field: empty}) if r.field == field}


def two_officers(act: str) -> tuple[Any, Any]:
    """What the step says to one officer, and to two; the check is one of the step's own."""
    step = PENALTY.step(act)
    assert step is not None
    assert c.two_qualified_officers in step.checks

    def said(*people: int) -> Any:
        officers = [{"person": p, "name": f"某{p}", "valid": True} for p in people]
        return Q(FILED, facts={"officers": officers}).ask(c.two_qualified_officers)

    return said(1), said(1, 2)


@pytest.mark.rule("TRF-1")
def test_a_suspected_crime_is_reported_in_writing_by_two_officers() -> None:
    one, two = two_officers("casework.report_crime")
    assert one is not None
    assert two is None
    for field in ("officers", "crime_name", "crime_facts", "handler_opinion"):
        assert lacks("transfer.report", field, [] if field == "officers" else "") == {"TRF-1"}


@pytest.mark.rule("TRF-2")
def test_a_refusal_to_transfer_has_its_reasons_on_record() -> None:
    assert lacks("transfer.refusal", "refusal_reason") == {"TRF-2"}
    assert lacks("transfer.refusal", "head_opinion") == {"TRF-2"}


@pytest.mark.rule("TRF-4")
def test_a_transfer_goes_with_its_papers() -> None:
    assert lacks("transfer.letter", "materials", []) == {"TRF-4"}
    assert lacks("transfer.letter", "party", {}) == {"TRF-4"}


@pytest.mark.rule("TRF-9")
def test_the_party_is_told_where_the_goods_went() -> None:
    for field, empty in (("party", {}), ("handed_to", ""), ("handed_why", "")):
        assert lacks("coercion.handing_on", field, empty) == {"TRF-9"}


@pytest.mark.rule("CR-8")
def test_the_notice_of_repair_names_the_decision_and_the_way() -> None:
    assert lacks("credit.notice", "decision_number") == {"CR-8"}
    assert lacks("credit.notice", "repair") == {"CR-8"}


@pytest.mark.rule("INS-3")
@pytest.mark.parametrize(
    ("kind", "known"),
    [("daily", True), ("special", True), ("case", True), ("raid", False), ("", False)],
)
@pytest.mark.parametrize("code", ["inspection.plan", "inspection.notice"])
def test_an_inspection_is_of_one_of_three_kinds(code: str, kind: str, known: bool) -> None:
    values = {**sample(code), "check_kind": kind}
    reasons = [r for r in check(DOCUMENTS[code], values) if r.field == "check_kind"]
    assert [reason.rule.code for reason in reasons] == ([] if known else ["INS-3"])


@pytest.mark.rule("INS-11-4", "INS-11")
def test_the_result_is_told_in_writing() -> None:
    assert lacks("inspection.result", "party", {}) == {"INS-11-4"}
    assert lacks("inspection.result", "cause") == {"INS-11-4"}


@pytest.mark.rule("SUV-2", "SUV-3", "SUV-26")
def test_papers_of_supervision_say_what_they_are_about() -> None:
    """A lead says what it is about, a notice what it asks, a talk what was promised by whom."""
    assert lacks("supervision.lead", "lead_kind") == {"SUV-3"}
    assert lacks("supervision.notice", "notice_said") == {"SUV-2"}
    for field in ("interviewed", "interview_said", "interview_promised"):
        assert lacks("supervision.interview", field) == {"SUV-26"}


@pytest.mark.rule("TRF-10", "TRF-8")
def test_what_the_police_refuse_comes_back() -> None:
    """While it is with them nothing is decided here; after their refusal it is."""
    with_them = [*FILED, ("report_crime", "03-05"), ("approve_transfer", "03-06")]
    refused = [*with_them, ("hand_over", "03-07"), ("enter_answer", "03-09", {"answer": "refused"})]
    filed = [*with_them, ("hand_over", "03-07"), ("enter_answer", "03-09", {"answer": "filed"})]
    said = [Q(lines).ask(transfer.not_with_police) for lines in (with_them, filed, refused)]
    assert [reason and reason.rule.code for reason in said] == ["TRF-8", "TRF-8", None]
