"""Licensing (许可法): the answer to an application, its terms, the decision, the declarations."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.procedure.ledgers import Line, day
from tests.procedure.licences import ACCEPTED, APPLIED, GRANT, ORDINARY, accept, at, refused
from tests.record.document_samples import sample
from xiezhi.disclosure.catalogue import unclassed
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.documents import check
from xiezhi.procedure.gates import gates, limits_of
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.timelimits import Light


# -- the answer within five working days (art. 32) ---
@pytest.mark.rule("LIC-2", "CAL-6")
@pytest.mark.parametrize(
    ("today", "light", "from_"),
    [("03-09", Light.AMBER, None), ("03-10", Light.RED, "2026-03-02")],
)
def test_silence_for_five_working_days_accepts(today: str, light: Light, from_: str | None) -> None:
    st = at(*APPLIED, today=today)
    due = st.limit("LIC-2")
    assert due is not None
    assert (due.last_day, due.light()) == (day("03-09"), light)
    accepted = e.accepted(st)
    assert (accepted.on.isoformat() if accepted else None) == from_
    assert (st.limit("LIC-4") is None) == (from_ is None), "all terms run from the papers' day"


def test_terms_run_from_the_papers_after_silence() -> None:
    st = at(*APPLIED, today="03-16")
    due = st.limit("LIC-4")
    assert due is not None
    assert (due.triggered_on, due.last_day) == (day("03-02"), day("03-30"))
    assert [d.act for d in st.duties] == ["licence.accept"], "the voucher is still owed"


@pytest.mark.rule("LIC-2")
@pytest.mark.parametrize(("on", "rules"), [("03-09", set()), ("03-10", {"LIC-2"})])
def test_correction_is_asked_for_in_time(on: str, rules: set[str]) -> None:
    assert refused(at(*APPLIED), "licence.request_correction", on) == rules


@pytest.mark.rule("LIC-2")
def test_correction_is_asked_for_once() -> None:
    asked = [*APPLIED, ("licence.request_correction", "03-04", {})]
    (reason,) = at(*asked).refusals("licence.request_correction", day("03-05"))
    assert reason.rule.code == "LIC-2"
    assert "不得再次要求补正" in reason.say
    assert "第三十二条第一款第四项" in str(reason.cite)


@pytest.mark.rule("LIC-1", "LIC-1-2")
@pytest.mark.parametrize(
    ("on", "said", "rules"),
    [
        ("03-09", "03-09", set()),
        ("03-09", "03-02", {"LIC-1-2"}),
        ("03-10", "03-02", set()),
        ("03-10", "03-10", {"LIC-2"}),
    ],
)
def test_the_day_of_acceptance(on: str, said: str, rules: set[str]) -> None:
    assert refused(at(*APPLIED), "licence.accept", on, **accept(said)) == rules


def test_a_voucher_after_silence_leaves_the_terms_where_they_were() -> None:
    st = at(*APPLIED, ("licence.accept", "03-12", {"accepted_on": "2026-03-02"}))
    due = st.limit("LIC-4")
    assert due is not None
    assert due.triggered_on == day("03-02")


@pytest.mark.rule("LIC-1")
@pytest.mark.parametrize("code", ["acceptance", "non_acceptance", "correction"])
def test_every_answer_to_an_application_is_a_sealed_paper(code: str) -> None:
    """Art. 32(2): with the seal of the agency and its date."""
    voucher = DOCUMENTS[f"licence.{code}"]
    assert voucher.sealed
    assert voucher.served


@pytest.mark.rule("LIC-1")
@pytest.mark.parametrize(("why", "asked"), [("not_ours", ["proper_agency"]), ("not_needed", [])])
def test_who_comes_to_the_wrong_agency_is_told_the_right_one(why: str, asked: list[str]) -> None:
    paper = DOCUMENTS["licence.non_acceptance"]
    found = check(
        paper, {**sample("licence.non_acceptance"), "not_accepted_as": why, "proper_agency": ""}
    )
    assert [(reason.rule.code, reason.field) for reason in found] == [
        ("LIC-1", name) for name in asked
    ]


CORRECTING: list[Line] = [*APPLIED, ("licence.request_correction", "03-04", {})]
COMPLETED: list[Line] = [
    *CORRECTING,
    ("licence.receive_corrections", "03-16", {"all_corrected": True}),
]


@pytest.mark.rule("LIC-2-2")
def test_no_silence_while_the_applicant_corrects() -> None:
    st = at(*CORRECTING, today="03-31")
    assert e.accepted(st) is None
    assert st.limit("LIC-2") is None
    assert refused(st, "licence.accept", "03-31", **accept("03-31")) == {"LIC-2-2"}
    assert [d.act for d in st.duties] == ["licence.receive_corrections"]


@pytest.mark.parametrize(("today", "from_"), [("03-23", None), ("03-24", "2026-03-16")])
def test_all_corrections_must_be_accepted(today: str, from_: str | None) -> None:
    """Five working days again, from the day on which all that was asked for came in."""
    accepted = e.accepted(at(*COMPLETED, today=today))
    assert (accepted.on.isoformat() if accepted else None) == from_


@pytest.mark.rule("LIC-2-2")
def test_papers_are_whole() -> None:
    assert refused(at(*APPLIED), "licence.accept", "03-02", accepted_on="2026-03-02") == {"LIC-2-2"}
    assert refused(at(*COMPLETED), "licence.accept", "03-16", accepted_on="2026-03-16") == set()


@pytest.mark.rule("LIC-1")
@pytest.mark.parametrize(
    ("lines", "on", "why", "rules"),
    [
        (APPLIED, "03-02", "not_needed", set()),
        (APPLIED, "03-10", "not_ours", set()),
        (APPLIED, "03-10", "false_material", {"LIC-2"}),
        (APPLIED, "03-09", "false_material", set()),
        (APPLIED, "03-04", "incomplete", {"LIC-2"}),
        (CORRECTING, "03-31", "incomplete", set()),
        (COMPLETED, "03-17", "incomplete", {"LIC-2"}),
        (APPLIED, "03-04", None, {"LIC-1-2"}),
        (APPLIED, "03-04", "late", {"LIC-11"}),
    ],
)
def test_grounds_for_not_accepting(
    lines: list[Line], on: str, why: str | None, rules: set[str]
) -> None:
    found = refused(at(*lines), "licence.refuse_acceptance", on, not_accepted_as=why)
    assert found == rules


# -- terms of the decision (art. 42) and the promise ---
@pytest.mark.rule("LIC-PROMISE")
@pytest.mark.parametrize(
    ("kind", "begin", "days", "rules"),
    [
        (ORDINARY, "licence.apply", 20, set()),
        (ORDINARY, "licence.apply", 21, {"LIC-PROMISE"}),
        (ORDINARY, "licence.apply", 0, {"LIC-PROMISE"}),
        (ORDINARY, "licence.apply", "12.5", {"LIC-PROMISE"}),
        ("licence.joint", "licence.apply_joint", 45, set()),
        ("licence.joint", "licence.apply_joint", 46, {"LIC-PROMISE"}),
    ],
)
def test_a_promise_is_no_longer_than_the_law(
    kind: str, begin: str, days: int | str, rules: set[str]
) -> None:
    st = at((begin, "03-02", {}), kind=kind)
    assert refused(st, "licence.accept", "03-02", **accept(promised_days=str(days))) == rules


def test_the_promise_and_the_law_are_both_shown_and_duties_follow_the_promise() -> None:
    promised = [*APPLIED, ("licence.accept", "03-02", {"promised_days": "12"})]
    st = at(*promised, today="03-17")
    days = {due.limit.id: due.last_day for due in st.limits}
    assert (days["LIC-PROMISE"], days["LIC-4"]) == (day("03-18"), day("03-30"))
    assert st.limits[0].limit.id == "LIC-PROMISE", "the nearer one leads"
    (duty,) = st.duties
    assert duty.due is not None
    assert (duty.act, duty.due.limit.id) == ("licence.propose", "LIC-PROMISE")
    assert at(*ACCEPTED).limit("LIC-PROMISE") is None


@pytest.mark.rule("LIC-4", "LIC-5")
@pytest.mark.parametrize(
    ("kind", "code", "last", "most", "longer"),
    [
        (ORDINARY, "LIC-4", "03-30", 10, "04-14"),
        ("licence.renewal", "LIC-4", "03-30", 10, "04-14"),
        ("licence.change", "LIC-4", "03-30", 10, "04-14"),
        ("licence.joint", "LIC-5", "05-08", 15, "05-28"),
    ],
)
def test_the_term_and_its_extension(
    kind: str, code: str, last: str, most: int, longer: str
) -> None:
    lines: list[Line] = [
        (KINDS[kind].steps[0].act, "03-02", {"expires_on": "2027-03-01"}),
        ("licence.accept", "03-02", {}),
    ]
    due = at(*lines, kind=kind, today="03-03").limit(code)
    assert due is not None
    assert due.last_day == day(last)
    st = at(*lines, kind=kind, today="12-31")
    facts = {"government_approval": "县人民政府分管副县长"}
    assert refused(st, "licence.prolong", last, extend_days=most, **facts) == set()
    assert refused(st, "licence.prolong", last, extend_days=most + 1, **facts) == {code}
    assert refused(st, "licence.prolong", last, extend_days="2.5", **facts) == {code}
    after = (day(last) + dt.timedelta(days=1)).isoformat()
    assert refused(st, "licence.prolong", after, extend_days=1, **facts) == {code}
    more = at(
        *lines, ("licence.prolong", last, {"extend_days": str(most)}), kind=kind, today="12-31"
    )
    due = more.limit(code)
    assert due is not None
    assert due.last_day == day(longer)
    assert refused(more, "licence.prolong", last, extend_days=1, **facts) == {code}, "once"


@pytest.mark.rule("LIC-5")
def test_joint_handling_is_prolonged_by_the_government() -> None:
    lines: list[Line] = [("licence.apply_joint", "03-02", {}), ("licence.accept", "03-02", {})]
    st = at(*lines, kind="licence.joint")
    assert refused(st, "licence.prolong", extend_days=5) == {"LIC-5"}
    assert refused(at(*ACCEPTED, today="03-20"), "licence.prolong", extend_days=5) == set()


# -- opinion, decision, certificate ---
@pytest.mark.rule("LIC-CERT")
@pytest.mark.parametrize(
    ("kind", "facts", "rules"),
    [
        (ORDINARY, {"valid_from": "2026-04-01", "valid_to": "2031-03-31"}, set()),
        (ORDINARY, {"valid_from": "2026-04-01", "unlimited": True}, set()),
        (ORDINARY, {"valid_from": "2026-04-01"}, {"LIC-CERT"}),
        (ORDINARY, {"valid_from": "2026-04-01", "valid_to": "2026-03-31"}, {"LIC-CERT"}),
        (ORDINARY, {}, {"LIC-CERT"}),
        ("licence.change", {}, set()),
    ],
)
def test_a_grant_says_how_long_it_holds(kind: str, facts: dict[str, Any], rules: set[str]) -> None:
    begin = KINDS[kind].steps[0].act
    st = at((begin, "03-02", {}), ("licence.accept", "03-02", {}), kind=kind)
    assert refused(st, "licence.propose", outcome="grant", **facts) == rules


GRANTED: list[Line] = [
    *ACCEPTED,
    ("licence.propose", "03-05", {"proposal": GRANT}),
    ("review.exempt", "03-05", {"sealed_at": 4}),
    ("decision.issue", "03-06", {"publish_by": "2026-03-17"}),
    ("decision.serve", "03-09", {}),
]


@pytest.mark.rule("LIC-7")
@pytest.mark.parametrize(("today", "light"), [("03-20", Light.AMBER), ("03-23", Light.RED)])
def test_a_certificate_is_delivered_within_ten_working_days(today: str, light: Light) -> None:
    st = at(*GRANTED, today=today)
    due = st.limit("LIC-7")
    assert due is not None
    assert (due.last_day, due.light()) == (day("03-20"), light)
    assert "LIC-7" in refused(st, "decision.close")
    assert refused(at(*GRANTED, ("licence.deliver", "03-10", {})), "decision.close") == set()


def test_a_grant_without_a_certificate_is_served_in_time_itself() -> None:
    plain = {"outcome": "grant", "with_certificate": False}
    lines = [*ACCEPTED, ("licence.propose", "03-05", {"proposal": plain}), *GRANTED[3:5]]
    due = at(*lines, today="03-10").limit("LIC-7")
    assert due is not None
    assert refused(at(*lines), "licence.deliver") == {"LIC-7"}
    no = {"outcome": "refuse"}
    lines = [*ACCEPTED, ("licence.propose", "03-05", {"proposal": no}), *GRANTED[3:5]]
    assert at(*lines, today="03-10").limit("LIC-7") is None


@pytest.mark.parametrize(("today", "light"), [("03-17", Light.AMBER), ("03-18", Light.RED)])
def test_decisions_are_shown_within_seven_working_days(today: str, light: Light) -> None:
    due = at(*GRANTED, today=today).limit("PLAN-2")
    assert due is not None
    assert due.light() is light


@pytest.mark.rule("LIC-6")
def test_what_a_higher_agency_decides_is_sent_up() -> None:
    up = [*APPLIED, ("licence.accept", "03-02", {"first_review": True})]
    st = at(*up, today="03-20")
    assert [due.limit.id for due in st.limits] == ["LIC-6"]
    assert st.limits[0].last_day == day("03-30")
    assert "LIC-6" in refused(st, "licence.propose", outcome="refuse")
    assert refused(st, "licence.send_up") == set()
    assert refused(at(*ACCEPTED), "licence.send_up") == {"LIC-6"}


@pytest.mark.rule("LIC-JOINT")
def test_joint_handling_hears_the_departments() -> None:
    lines: list[Line] = [("licence.apply_joint", "03-02", {}), ("licence.accept", "03-02", {})]
    asked: list[Line] = [*lines, ("licence.consult", "03-03", {"department": "卫健局"})]
    said: list[Line] = [*asked, ("licence.receive_opinion", "03-05", {"department": "卫健局"})]
    for ledger, rules in ((lines, {"LIC-JOINT"}), (asked, {"LIC-JOINT"}), (said, set())):
        st = at(*ledger, kind="licence.joint")
        assert refused(st, "licence.propose", outcome="refuse") == rules
    st = at(*asked, kind="licence.joint")
    assert refused(st, "licence.receive_opinion", department="别的部门") == {"LIC-JOINT"}


# -- the declarations ---
LICENCES = [kind for kind in KINDS.values() if kind.family == "licence"]


@pytest.mark.parametrize("kind", LICENCES, ids=lambda kind: kind.code)
def test_every_decision_is_classed_for_the_public(kind: Any) -> None:
    for outcome in kind.outcomes:
        document = DOCUMENTS[outcome.document]
        assert unclassed(document) == []
        assert document.served
        assert document.sealed
        assert document.field("remedies")


@pytest.mark.parametrize("kind", LICENCES, ids=lambda kind: kind.code)
def test_refusing_and_taking_are_always_reviewed(kind: Any) -> None:
    major = {outcome.code for outcome in kind.outcomes if outcome.major == "REV-LICENCE"}
    assert major == ({"recall", "revoke"} if kind.code == "licence.withdrawal" else {"refuse"})


def test_the_limits_of_each_kind_are_found() -> None:
    found = {kind.code: {limit.id for limit in limits_of(kind)} for kind in LICENCES}
    assert {"LIC-2", "LIC-4", "LIC-6", "LIC-7", "LIC-9", "LIC-10"} <= found[ORDINARY]
    assert "LIC-5" in found["licence.joint"]
    assert "LIC-4" not in found["licence.joint"]
    assert {"LIC-11", "LIC-11-2"} <= found["licence.renewal"]
    step = KINDS[ORDINARY].step("licence.request_correction")
    assert step is not None
    assert [rule.code for rule in gates(step)] == ["LIC-2"]
