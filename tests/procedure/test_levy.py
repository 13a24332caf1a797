"""Levies, charges and requisitions: basis, sums, hearing, terms; each line from both sides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.procedure.ledgers import Line, day, standing
from tests.procedure.rows import Q, Row
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds.levy import checks as j
from xiezhi.procedure.kinds.levy import requisition as r
from xiezhi.procedure.kinds.levy import sums

KIND, F = "levy.ordinary", "levy"
BASIS = [{"law": "水土保持法", "article": "第三十二条"}]
ROW = {"item": "补偿费", "base": "5200", "rate": "1.4", "amount": "7280.00"}
SUM: dict[str, Any] = {
    "outcome": "collect",
    "calculation": [ROW],
    "amount": "7280.00",
    "pay_days": "15",
    "late_rate": "5",
}


def assessed(**changed: Any) -> list[Line]:
    facts = {**SUM, **changed}
    return [("levy.register", "03-02"), ("levy.assess", "03-03", {**facts, "proposal": facts})]


def told(**changed: Any) -> list[Line]:
    return [*assessed(**changed), ("levy.notify", "03-04", {"reply_by": "2026-03-11"})]


def decided(payable: str = "7280.00", **changed: Any) -> list[Line]:
    """Served on 16 March: fifteen days end on 31 March."""
    issue: Line = ("issue", "03-13", {"payable": payable})
    return [*told(**changed), issue, ("serve", "03-16")]


def paid(amount: str, on: str = "03-20") -> Line:
    return ("record_payment", on, {"amount": amount})


def relief(kind: str = "reduce") -> list[Line]:
    return [*decided(), ("levy.apply_relief", "03-18", {"relief_kind": kind})]


def q(ledger: list[Line] | None = None, on: str = "03-20", **facts: Any) -> Q:
    return Q(ledger or [], on, facts, kind=KIND)


def rq(ledger: list[Line] | None = None, **facts: Any) -> Q:
    return Q(ledger or [], "03-20", facts, kind="levy.requisition")


RECEIPT = "levy.give_receipt"
WHOLE: list[Line] = [*decided(), paid("7280"), (RECEIPT, "03-20", {"receipt_amount": "7280"})]
OVER: list[Line] = [*decided(), paid("7290"), (RECEIPT, "03-20", {"receipt_amount": "7290"})]
TEN_BACK: Line = ("levy.refund", "03-20", {"refund_amount": "10"})
LATE: dict[str, Any] = {"on": "04-10", "late_days": "10", "late_fee": "36.40"}
USE: dict[str, Any] = {
    "outcome": "requisition",
    "property": [{}],
    "use_from": "2026-03-20",
    "use_until": "2026-03-20",
    "purpose": "截污",
    "compensation_terms": "按台班",
}
SHIFTS: dict[str, Any] = {"compensation": [{"base": "12", "rate": "1500", "amount": "18000"}]}
CIVIL_117, CIVIL_245 = "第一百一十七条", "第二百四十五条"
GRANTED: dict[str, Any] = {"relief_answer": "granted", "relief_basis": BASIS}
SAID: Line = ("levy.record_statement", "03-09", {"spoke": "某"})
TWO_ROWS = [ROW, {"item": "二", "base": "1", "rate": "0.005", "amount": "0.01"}]

ROWS = [
    Row(j.basis_is_named, "law and article", q(basis=BASIS), q(basis=[]), "LEVY-1", "第六十七条"),
    Row(j.item_is_listed, "in the list, by its name", q(listed=True, listed_as="第三项"),
        q(listed=True), "CHG-1", "第二十五条"),
    Row(j.item_is_listed, "confirmed", q(listed=True, listed_as="第三项"),
        q(listed=False, listed_as="第三项"), "CHG-1", "第二十五条"),
    Row(j.sum_is_reckoned, "base times rate", q(**SUM),
        q(**{**SUM, "calculation": [{**ROW, "amount": "7280.01"}]}), "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "half a cent goes up",
        q(**{**SUM, "calculation": TWO_ROWS, "amount": "7280.01"}),
        q(**{**SUM, "calculation": TWO_ROWS, "amount": "7280.00"}), "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "numbers", q(**SUM),
        q(**{**SUM, "calculation": [{**ROW, "rate": "百分之五"}]}), "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "some row", q(**SUM), q(**{**SUM, "calculation": []}),
        "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "a term to pay", q(**SUM), q(**{**SUM, "pay_days": ""}),
        "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "nothing due has its reason", q(outcome="none", not_due_why="停产"),
        q(outcome="none"), "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "nothing due has no sum", q(outcome="none", not_due_why="停产"),
        q(outcome="none", not_due_why="停产", amount="1"), "LEVY-2", "第六十四条"),
    Row(j.sum_is_reckoned, "an opinion", q(**SUM), q(), "LEVY-2", "第六十四条"),
    Row(j.reply_day_is_ahead, "the day after", q(reply_by="2026-03-21"),
        q(reply_by="2026-03-20"), "LEVY-3", "程序正当"),
    Row(j.party_was_heard(F), "the day after the term", q(told(), on="03-12"),
        q(told(), on="03-11"), "LEVY-3", "程序正当"),
    Row(j.party_was_heard(F), "told at all", q(told()), q(assessed()), "LEVY-3", "程序正当"),
    Row(j.party_was_heard(F), "not more than told",
        q([*told(), *assessed(amount="7000.00")[1:]]),
        q([*told(), *assessed(amount="7280.01")[1:]]), "LEVY-3", "程序正当"),
    Row(j.party_was_heard(F), "an objection is answered",
        q([*told(), SAID, ("levy.recheck_statement", "03-10")], on="03-10"),
        q([*told(), SAID]), "LEVY-3", "程序正当"),
    Row(j.party_was_heard(F), "no objection needs no waiting",
        q([*told(), ("levy.record_statement", "03-05", {"no_objection": True})], on="03-05"),
        q(told(), on="03-05"), "LEVY-3", "程序正当"),
    Row(j.party_was_heard(F), "nothing due, nobody to hear", q(assessed(outcome="none")),
        q(assessed()), "LEVY-3", "程序正当"),
    Row(j.nothing_waits_for_relief(F), "answered",
        q([*relief(), ("levy.decide_relief", "03-20")]), q(relief()), "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "all that is owed", q(relief(), **GRANTED, relief_amount="7280"),
        q(relief(), **GRANTED, relief_amount="7280.01"), "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "more than nothing", q(relief(), **GRANTED, relief_amount="0.01"),
        q(relief(), **GRANTED), "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "an exemption is whole",
        q(relief("exempt"), **GRANTED, relief_amount="7280"),
        q(relief("exempt"), **GRANTED, relief_amount="7000"), "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "deferred to a later day",
        q(relief("defer"), **GRANTED, deferred_until="2026-03-21"),
        q(relief("defer"), **GRANTED, deferred_until="2026-03-20"), "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "a deferral takes nothing off",
        q(relief("defer"), **GRANTED, deferred_until="2026-04-20"),
        q(relief("defer"), **GRANTED, deferred_until="2026-04-20", relief_amount="1"),
        "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "with its basis", q(relief(), **GRANTED, relief_amount="1"),
        q(relief(), relief_answer="granted", relief_amount="1"), "LEVY-6", "条款待核"),
    Row(j.relief_fits(F), "refused without a sum", q(relief(), relief_answer="refused"),
        q(relief(), relief_answer="refused", relief_amount="1"), "LEVY-6", "条款待核"),
    Row(j.late_fee_is_lawful(F), "the first day late",
        q(decided(), on="04-01", late_days="1", late_fee="3.64"),
        q(decided(), on="03-31", late_days="0", late_fee="0"), "LEVY-4", "第四十五条第一款"),
    Row(j.late_fee_is_lawful(F), "the standard was told",
        q(decided(), on="04-01", late_days="1", late_fee="3.64"),
        q(decided(late_rate=None), on="04-01", late_days="1", late_fee="3.64"),
        "LEVY-4", "第四十五条第一款"),
    Row(j.late_fee_is_lawful(F), "so many days", q(decided(), **LATE),
        q(decided(), **{**LATE, "late_days": "11"}), "LEVY-5", "第四十五条第二款"),
    Row(j.late_fee_is_lawful(F), "so much", q(decided(), **LATE),
        q(decided(), **{**LATE, "late_fee": "36.41"}), "LEVY-5", "第四十五条第二款"),
    Row(j.late_fee_is_lawful(F), "paid in time, no fee", q(decided(), **LATE),
        q([*decided(), paid("7280", "03-31")], **LATE), "LEVY-4", "第四十五条第一款"),
    Row(j.receipt_covers_what_came_in(F), "what came in",
        q([*decided(), paid("100")], receipt_amount="100"),
        q([*decided(), paid("100")], receipt_amount="100.01"), "LEVY-8", "条款待核"),
    Row(j.refund_is_covered(F), "what was too much",
        q([*decided(), paid("7300")], refund_amount="20"),
        q([*decided(), paid("7300")], refund_amount="20.01"), "LEVY-7", "条款待核"),
    Row(j.term_to_pay_is_over(F), "the day after", q(decided(), on="04-01"),
        q(decided(), on="03-31"), "LEVY-9", "第四十六条第一款"),
    Row(j.account_is_settled(F), "paid", q(WHOLE), q([*decided(), paid("7279.99")]),
        "LEVY-9", "第四十六条第一款"),
    Row(j.account_is_settled(F), "with its receipt", q(WHOLE),
        q([*decided(), paid("7280")]), "LEVY-8", "条款待核"),
    Row(j.account_is_settled(F), "nothing too much", q([*OVER, TEN_BACK]), q(OVER),
        "LEVY-7", "条款待核"),
    Row(j.account_is_settled(F), "or handed over",
        q([*decided(), ("levy.hand_over", "04-01")]), q(decided()), "LEVY-9", "第四十六条第一款"),
    Row(r.need_is_urgent, "urgent, and said why", rq(urgent=True, need="抢险"),
        rq(urgent=True), "REQ-1", CIVIL_245),
    Row(r.opinion_is_whole, "the last day not before the first", rq(**USE),
        rq(**{**USE, "use_until": "2026-03-19"}), "REQ-2", CIVIL_245),
    Row(r.opinion_is_whole, "with its compensation", rq(**USE),
        rq(**{**USE, "compensation_terms": ""}), "REQ-3", CIVIL_117),
    Row(r.opinion_is_whole, "nothing needed has its reason",
        rq(outcome="none", not_needed_why="支援已到"), rq(outcome="none"), "REQ-1", CIVIL_245),
    Row(r.list_is_whole, "names and quantities", rq(property=[{"name": "车", "quantity": "1"}]),
        rq(property=[{"name": "车"}]), "REQ-4", "条款待核"),
    Row(r.compensation_is_reckoned, "adds up", rq(**SHIFTS, compensation_amount="18000"),
        rq(**SHIFTS, compensation_amount="17999"), "REQ-3", CIVIL_117),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_check_on_both_sides_of_its_line(row: Row) -> None:
    row.holds()


REQUISITIONED: list[Line] = [
    ("levy.begin_requisition", "03-02"),
    (
        "levy.propose_requisition",
        "03-02",
        {"proposal": {"outcome": "requisition", "use_until": "2026-03-10"}},
    ),
    ("issue", "03-02", {"outcome": "requisition"}),
    ("serve", "03-02"),
]
TAKEN: list[Line] = [*REQUISITIONED, ("levy.take_property", "03-03", {"property": [{}, {}]})]
BACK: list[Line] = [*TAKEN, ("levy.return_property", "03-11", {"returned": [{}, {}]})]
OWED: list[Line] = [*BACK, ("levy.decide_compensation", "03-12", {"compensation_amount": "18000"})]


@pytest.mark.parametrize(
    ("ledger", "code"), [(TAKEN, "REQ-2"), (BACK, "REQ-3"), (OWED, "REQ-3"), (REQUISITIONED, None)]
)
def test_a_requisition_closes_when_all_is_back_and_paid(
    ledger: list[Line], code: str | None
) -> None:
    reason = rq(ledger).ask(r.returned_and_compensated)
    assert (reason.rule.code if reason else None) == code


def test_compensation_is_paid_to_the_cent() -> None:
    whole: list[Line] = [*OWED, ("levy.pay_compensation", "03-13", {"paid_amount": "18000"})]
    assert rq(whole).ask(r.returned_and_compensated) is None
    assert rq(OWED, paid_amount="18000").ask(r.payment_is_due) is None
    assert rq(OWED, paid_amount="18000.01").ask(r.payment_is_due).rule.code == "REQ-3"


def test_the_owner_is_heard_unless_there_was_no_time() -> None:
    heard: list[Line] = [*REQUISITIONED, ("levy.hear_owner", "03-02")]
    hurried = [
        REQUISITIONED[0],
        ("levy.propose_requisition", "03-02", {"proposal": {"unheard_why": "决口"}}),
    ]
    assert rq(heard).ask(r.owner_was_heard) is None
    assert rq(hurried).ask(r.owner_was_heard) is None
    assert rq(REQUISITIONED).ask(r.owner_was_heard).rule.code == "LEVY-3"


def test_as_many_things_come_back_as_were_taken() -> None:
    assert rq(TAKEN, returned=[{}, {}]).ask(r.return_accounts_for_all) is None
    assert rq(TAKEN, returned=[{}]).ask(r.return_accounts_for_all).rule.code == "REQ-2"


def test_the_property_is_due_back_the_day_after_its_last_day_of_use() -> None:
    def acts(today: str) -> list[str]:
        st = standing(*TAKEN, today=today, kind="levy.requisition")
        return [duty.act for duty in st.duties]

    assert "levy.return_property" not in acts("03-10")
    assert "levy.return_property" in acts("03-11")


# -- terms and sums ---


def test_the_term_to_pay_moves_to_a_working_day() -> None:
    """Served on 20 March, fifteen days end on Saturday, 4 April; Monday the 6th is Qingming."""
    st = standing(*told(), ("issue", "03-13", {"payable": "1"}), ("serve", "03-20"), kind=KIND)
    assert sums.pay_by(st, F) == day("04-07")
    assert sums.pay_by(standing(*decided(), kind=KIND), F) == day("03-31")


def test_a_deferral_moves_the_term() -> None:
    ledger = [*relief("defer"), ("levy.decide_relief", "03-20", {"deferred_until": "2026-05-08"})]
    assert sums.pay_by(standing(*ledger, kind=KIND), F) == day("05-08")


@pytest.mark.parametrize(
    ("on", "days", "fee"),
    [
        ("2026-04-01", 1, "3.64"),
        ("2031-09-20", 1999, "7276.36"),
        ("2031-09-21", 2000, "7280.00"),
        ("2031-09-22", 2001, "7280.00"),
    ],
)
def test_a_late_fee_never_exceeds_its_principal(on: str, days: int, fee: str) -> None:
    st = standing(*decided(), today="2035-01-01", kind=KIND)
    assert sums.late_fee(st, F, day(on)) == (days, Decimal(fee))


def test_a_late_fee_follows_what_was_unpaid() -> None:
    """Half is paid on the fifth day late; ten days late in all: 5 × 3.64 + 5 × 1.82."""
    half = [*decided(), paid("3640", "04-05")]
    assert sums.late_fee(standing(*half, kind=KIND), F, day("04-10")) == (10, Decimal("27.30"))
    whole = [*decided(), paid("7280", "04-05")]
    assert sums.late_fee(standing(*whole, kind=KIND), F, day("04-10")) == (5, Decimal("18.20"))


def test_a_revoked_decision_leaves_nothing_owed_and_all_to_give_back() -> None:
    st = standing(*decided(), paid("7280"), ("decision.revoke", "04-20"), kind=KIND)
    assert sums.owed(st, F) == 0
    assert sums.overpaid(st, F) == 7280


def test_levy_and_charge_take_the_same_way() -> None:
    levy, charge = KINDS["levy.ordinary"], KINDS["charge.ordinary"]
    assert [s.act.partition(".")[2] for s in levy.steps] == [
        s.act.partition(".")[2] for s in charge.steps
    ]
    assert [s.checks.__len__() for s in levy.steps] == [len(s.checks) for s in charge.steps]
    assert levy.series != charge.series
