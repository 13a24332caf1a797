"""Several parties in one case: each judgement is made for each, by its own days and sums."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import FILED, FINE, Line, day, standing
from tests.procedure.rows import Q, Row
from xiezhi.casework.rules import proposal_of
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import carrying as k
from xiezhi.procedure.limit_history import runs
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask

COMPANY = {"party": 1, "name": "甲公司", "party_kind": "legal_person"}
PERSON = {"party": 2, "name": "张三", "party_kind": "citizen"}
BOTH = (COMPANY, PERSON)
ASK = Ask("", day("12-01"))


def fine(party: int, amount: str, **more: Any) -> dict[str, Any]:
    return {"party": party, "kind": "fine", "amount": amount, **more}


def proposed(*rows: dict[str, Any], outcome: str = "penalty", **answers: Any) -> dict[str, Any]:
    """What a report on both of them proposes."""
    return proposal_of(outcome, list(rows), {"crime": False, **answers}, BOTH)


FINES = proposed(fine(1, "60000"), fine(2, "20000"))
ONE_SPARED = proposed(fine(1, "60000"), {"party": 2, "kind": "none"})
ASKED: dict[str, Any] = {"proposal": FINES, "parties": [1, 2]}
REPORTED: list[Line] = [*FILED, ("conclude", "03-12", {"proposal": FINES})]
#: Only the person is offered a hearing: 20,000 reach the citizen's line, 60,000 not the other.
TOLD: list[Line] = [
    *REPORTED,
    ("give_notice", "03-13", {"proposal": FINES, "hearings": {"2": "罚款"}, "hearing_right": True}),
]
#: Five working days after 16 March end on the 23rd, after 18 March on the 25th.
NOTIFIED: list[Line] = [
    *TOLD,
    ("serve_notice", "03-16", {"party": 1, "mode": "direct"}),
    ("serve_notice", "03-18", {"party": 2, "mode": "direct"}),
]
DECIDED: list[Line] = [
    *NOTIFIED,
    ("submit", "03-27"),
    ("give_opinion", "03-30", {"verdict": "approved", "sealed_at": 9}),
    ("issue", "03-31", {"payable": "80000", "payables": {"1": "60000", "2": "20000"}}),
]
SERVED_ONE: list[Line] = [*DECIDED, ("serve", "04-01", {"party": 1, "mode": "direct"})]
SERVED: list[Line] = [*SERVED_ONE, ("serve", "04-08", {"party": 2, "mode": "direct"})]
PAID_ONE: list[Line] = [*SERVED, ("record_payment", "04-09", {"party": 1, "amount": "60000"})]
PAID: list[Line] = [*PAID_ONE, ("record_payment", "05-06", {"party": 2, "amount": "20000"})]


def asking(*rows: dict[str, Any], outcome: str = "penalty") -> dict[str, Any]:
    return {"proposal": proposed(*rows, outcome=outcome), "parties": [1, 2]}


ROWS = [
    Row(
        c.everybody_has_a_share,
        "every party has a row",
        Q(facts=ASKED),
        Q(facts=asking(fine(1, "60000"))),
        "PEN-57",
        "第五十七条",
    ),
    Row(
        c.everybody_has_a_share,
        "or is said not to be punished",
        Q(facts=asking(fine(1, "60000"), {"party": 2, "kind": "none"})),
        Q(facts=asking(fine(1, "1"), fine(2, "1"), {"party": 2, "kind": "none"})),
        "PEN-57",
        "第五十七条",
    ),
    Row(
        c.everybody_has_a_share,
        "nobody is punished, so nobody has a row",
        Q(facts=asking(outcome="no_penalty")),
        Q(facts={"proposal": FINE, "parties": [1, 2]}),
        "PEN-57",
        "第五十七条",
    ),
    Row(
        c.everybody_has_a_share,
        "another File needs a split",
        Q([*FILED, ("split_case", "03-05")], facts=asking(
            fine(1, "1"), {"party": 2, "kind": "elsewhere"})),
        Q(FILED, facts=asking(fine(1, "1"), {"party": 2, "kind": "elsewhere"})),
        "FLOW-ORDER",
        "第四条",
    ),
    Row(
        c.report_knows_everybody,
        "who joins after the report isn't in it; a third person needn't be",
        Q([*REPORTED, ("add_party", "03-13", {"role": "third", "name": "王五"})]),
        Q([*REPORTED, ("add_party", "03-13", {"role": "joint", "name": "王五"})]),
        "PEN-57",
        "第五十七条",
    ),
    Row(
        c.report_knows_everybody,
        "the revised report knows him",
        Q([*FILED, ("add_party", "03-05", {"role": "joint"}), ("conclude", "03-12")]),
        Q([*FILED, ("conclude", "03-12"), ("add_party", "03-13", {"role": "joint"})]),
        "PEN-57",
        "第五十七条",
    ),
    Row(
        k.one_fine_for_one_act,
        "the same breach of two parties is fined twice, of one party once",
        Q(facts={"proposal": proposed(fine(1, "9", breach="无证"), fine(2, "9", breach="无证"))}),
        Q(facts={"proposal": proposed(fine(1, "9"), fine(2, "9"), fine(2, "8"))}),
        "PEN-25",
        "第二十九条",
    ),
    Row(
        c.children_are_not_punished,
        "a child among them is spared, the others aren't",
        Q(facts={"proposal": {**ONE_SPARED, "shares": [
            ONE_SPARED["shares"][0], {**ONE_SPARED["shares"][1], "mercy": "no_penalty"}]}}),
        Q(facts={"proposal": {**FINES, "shares": [
            FINES["shares"][0], {**FINES["shares"][1], "mercy": "no_penalty"}]}}),
        "PEN-26",
        "第三十条",
    ),
    Row(
        c.no_heavier_for_defending,
        "defending makes nobody's fine heavier",
        Q([*NOTIFIED, ("record_statement", "03-19", {"party": 1})], facts=ASKED),
        Q(
            [*NOTIFIED, ("record_statement", "03-19", {"party": 1})],
            facts=asking(fine(1, "50000"), fine(2, "30000")),
        ),
        "PEN-8",
        "第四十五条",
    ),
    Row(
        c.notice_covers_proposal,
        "told of its own share: less for one isn't more for the other",
        Q(NOTIFIED),
        Q([*NOTIFIED, ("revise_conclusion", "03-26", asking(fine(1, "50000"), fine(2, "30000")))]),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "the term runs from each one's own service",
        Q(NOTIFIED, on="03-26"),
        Q(NOTIFIED, on="03-24"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "the notice is served on both",
        Q(NOTIFIED, on="03-26"),
        Q(NOTIFIED[:-1], on="03-26"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "one waives for itself only",
        Q([*NOTIFIED, ("waive_statement", "03-19", {"party": 2, "hearing_too": True})], on="03-24"),
        Q([*NOTIFIED, ("waive_statement", "03-19", {"party": 1, "hearing_too": True})], on="03-24"),
        "PEN-7",
        "第四十四条",
    ),
    Row(
        c.party_was_heard,
        "what one said is re-checked for it",
        Q([
            *NOTIFIED,
            ("record_statement", "03-19", {"party": 2}),
            ("recheck_statement", "03-20", {"party": 2, "nothing_new": True}),
        ], on="03-26"),
        Q([
            *NOTIFIED,
            ("record_statement", "03-19", {"party": 2}),
            ("recheck_statement", "03-20", {"party": 1, "nothing_new": True}),
        ], on="03-26"),
        "PEN-8",
        "第四十五条",
    ),
    Row(
        c.hearing_is_wanted,
        "as long as one of them wants it",
        Q([
            *NOTIFIED,
            ("request_hearing", "03-19", {"party": 1}),
            ("request_hearing", "03-19", {"party": 2}),
            ("withdraw_hearing", "03-20", {"party": 1}),
        ]),
        Q([
            *NOTIFIED,
            ("request_hearing", "03-19", {"party": 2}),
            ("withdraw_hearing", "03-20", {"party": 2}),
        ]),
        "FLOW-LATE",
        "第四条",
    ),
    Row(
        c.served_to_party,
        "served when all are",
        Q(SERVED),
        Q(SERVED_ONE),
        "PEN-15",
        "第六十一条",
    ),
    Row(
        c.paid_or_handed_to_court,
        "paid when each has paid its own",
        Q(PAID),
        Q([*PAID_ONE, ("record_payment", "04-10", {"party": 1, "amount": "20000"})]),
        "PEN-19",
        "第六十七条",
    ),
    Row(
        c.paid_or_handed_to_court,
        "the court is asked about one of them",
        Q([*PAID_ONE, ("apply_court", "11-30", {"party": 2})]),
        Q([*SERVED, ("apply_court", "11-30", {"party": 2})]),
        "PEN-19",
        "第六十七条",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_check_allows_on_one_side_of_its_line_and_refuses_on_the_other(row: Row) -> None:
    row.holds()


def st(ledger: list[Line], today: str = "12-31") -> Standing:
    return standing(*ledger, today=today)


def why(ledger: list[Line], act: str, on: str, **facts: Any) -> list[tuple[str, str | None]]:
    return [(r.rule.code, r.field) for r in st(ledger).refusals(act, day(on), **facts)]


def test_a_refusal_names_the_party() -> None:
    reason = c.served_to_party(st(SERVED_ONE), ASK)
    assert reason is not None
    assert reason.say.startswith("张三：")
    assert str(c.paid_or_handed_to_court(st(PAID_ONE), ASK)).startswith("张三：还有 20,000 元")


def test_without_a_party_nobody_is_asked_and_with_one_it_is_judged() -> None:
    hearing = "casework.request_hearing"
    assert why(NOTIFIED, hearing, "03-19") == [("FLOW-ORDER", "party")]
    assert why(NOTIFIED, hearing, "03-19", party=9) == [("FLOW-ORDER", "party")]
    assert why(NOTIFIED, hearing, "03-19", party=1) == [("PEN-9", None)]
    assert why(NOTIFIED, hearing, "03-25", party=2) == []
    assert why(NOTIFIED, hearing, "03-26", party=2) == [("PEN-9", "posted_on")]


def test_what_only_the_day_forbids_for_one_is_open_for_another_day() -> None:
    demanded: list[Line] = [*SERVED, ("demand", "05-20", {"party": 2})]
    assert why(demanded, "decision.apply_court", "06-20") == [("COE-15-2", "on")]


def test_served_once_on_each() -> None:
    serve = "decision.serve"
    assert why(SERVED_ONE, serve, "04-08", party=2, mode="direct") == []
    assert why(SERVED_ONE, serve, "04-08", party=1, mode="direct") == [("FLOW-ONCE", None)]
    assert why(SERVED_ONE, serve, "04-08") == [("FLOW-ORDER", "party")]
    assert why(SERVED, serve, "04-08") == [("FLOW-ONCE", None)]


def test_each_pays_within_its_own_term_and_is_demanded_by_itself() -> None:
    demand = "decision.demand"
    assert why(SERVED, demand, "04-17", party=1) == []
    assert why(SERVED, demand, "04-17", party=2) == [("COE-10", None)]
    assert why(PAID_ONE, demand, "04-24", party=1) == [("COE-10", None)]


def test_a_term_says_whose_it_is_and_ends_for_one_alone() -> None:
    terms = {due.label: due.last_day.isoformat() for due in st(SERVED, "04-09").limits}
    assert terms["缴纳罚款（甲公司）"] < terms["缴纳罚款（张三）"]
    left = [due.whose for due in st(PAID_ONE, "04-10").limits if due.limit.id == "PEN-19"]
    assert left == ["张三"]
    unserved = [due.whose for due in st(SERVED_ONE, "04-02").limits if due.limit.id == "PEN-15"]
    assert unserved == ["张三"]
    ended = [run for run in runs(st(PAID, "05-07")) if run.ended and run.due.limit.id == "PEN-19"]
    assert {run.due.whose for run in ended} == {"甲公司", "张三"}


def test_what_one_pays_too_much_is_nobody_elses_payment() -> None:
    more: list[Line] = [*SERVED, ("record_payment", "04-09", {"party": 1, "amount": "70000"})]
    assert c.owed(st(more)) == 20000
    assert c.owed(st(PAID)) == 0


def test_a_hearing_held_for_one_leaves_the_other_its_term() -> None:
    held: list[Line] = [
        *NOTIFIED[:-1],
        ("request_hearing", "03-17", {"party": 1}),
        ("serve_notice", "03-18", {"party": 2, "mode": "direct"}),
        ("report_hearing", "03-19"),
    ]
    early = st(held).refusals("review.submit", day("03-24"))
    assert any(reason.say.startswith("张三：") for reason in early)


def test_who_is_spared_needs_no_notice_but_is_served_the_decision() -> None:
    told: list[Line] = [
        *FILED,
        ("conclude", "03-12", {"proposal": ONE_SPARED}),
        ("give_notice", "03-13", {"proposal": ONE_SPARED, "hearings": {}}),
        ("serve_notice", "03-16", {"party": 1, "mode": "direct"}),
    ]
    assert not st(told).refusals("review.submit", day("03-24"))
    made: list[Line] = [*told, ("issue", "03-31", {"payable": "60000", "payables": {"1": "60000"}})]
    one: list[Line] = [*made, ("serve", "04-01", {"party": 1})]
    assert c.served_to_party(st(one), ASK) is not None
    assert c.owed(st(one)) == 60000


def test_told_alone_before_another_joined_is_told_alone() -> None:
    """The notice of a case that had one party is no notice to who joined it."""
    alone: list[Line] = [
        *FILED,
        ("conclude", "03-12", {"proposal": FINE}),
        ("give_notice", "03-13", {"proposal": FINE}),
        ("serve_notice", "03-16", {"mode": "direct"}),
        ("add_party", "03-17", {"role": "joint", "name": "张三"}),
        ("revise_conclusion", "03-18", {"proposal": proposed(fine(1, "52000"), fine(2, "100"))}),
    ]
    reason = c.notice_covers_proposal(st(alone), ASK)
    assert reason is not None
    assert reason.say.startswith("张三：")


def test_a_case_with_one_party_has_no_shares() -> None:
    alone = proposal_of("penalty", [{"kind": "fine", "amount": "9"}], {}, (COMPANY,))
    assert "shares" not in alone
    whole = standing(*FILED, ("conclude", "03-12", {"proposal": alone}))
    assert not whole.several
    assert whole.parties == (whole,)


def test_totals_are_added_up_from_the_shares() -> None:
    assert FINES["fine"] == "80000"
    assert [share["fine"] for share in FINES["shares"]] == ["60000", "20000"]
    assert [row["content"] for row in FINES["penalties"]][1] == "张三：罚款 20,000 元"
    assert ONE_SPARED["kinds"] == ["fine"]
    assert [share["outcome"] for share in ONE_SPARED["shares"]] == ["penalty", "no_penalty"]
