"""Confirmation: nothing beyond the law, told once, promised, reasoned; from both sides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import Line, standing
from tests.procedure.rows import Q, Row
from xiezhi.procedure.kinds import confirmation as k

KIND = "confirmation.ordinary"
BASIS = [{"law": "清洁生产促进法", "article": "第二十七条"}]


def applied(origin: str = "application") -> list[Line]:
    return [("confirmation.apply", "03-02", {"origin_kind": origin})]


ASKED: list[Line] = [*applied(), ("confirmation.ask_supplement", "03-03")]
ACCEPTED: list[Line] = [
    *applied(),
    ("confirmation.accept", "03-04", {"promised_on": "2026-03-20"}),
]


def examined(outcome: str = "confirm") -> list[Line]:
    return [*ACCEPTED, ("confirmation.examine", "03-10", {"proposal": {"outcome": outcome}})]


def q(ledger: list[Line] | None = None, on: str = "03-10", **facts: Any) -> Q:
    return Q(ledger or [], on, facts, kind=KIND)


ISSUED: Line = ("issue", "03-12", {"outcome": "confirm"})
ROWS = [
    Row(k.basis_is_named, "law and article", q(basis=BASIS), q(), "CONF-6", "第六十七条"),
    Row(k.nothing_is_asked_beyond_the_guide, "as in the guide", q(as_in_guide=True), q(),
        "CONF-1", "第三十五条"),
    Row(k.was_applied_for, "an application", q(applied()), q(applied("ex_officio")),
        "FLOW-ORDER", "第四条"),
    Row(k.all_lacks_are_told, "all at once", q(all_told=True), q(all_told=False),
        "CONF-2", "第三十六条第一款"),
    Row(k.supplement_day_is_ahead, "the day after", q(supplement_by="2026-03-11"),
        q(supplement_by="2026-03-10"), "CONF-2", "第三十六条第一款"),
    Row(k.supplement_is_in, "it came",
        q([*ASKED, ("confirmation.receive_supplement", "03-06")]), q(ASKED),
        "CONF-2", "第三十六条第一款"),
    Row(k.promise_is_ahead, "the day after", q(promised_on="2026-03-11"),
        q(promised_on="2026-03-10"), "CONF-3", "第三十六条第二款"),
    Row(k.promise_is_ahead, "some day", q(promised_on="2026-03-11"), q(), "CONF-3", "第三十六条"),
    Row(k.was_taken_up, "accepted", q(ACCEPTED), q(applied()), "FLOW-ORDER", "第四条"),
    Row(k.was_taken_up, "or begun ex officio", q(applied("ex_officio")), q(applied()),
        "FLOW-ORDER", "第四条"),
    Row(k.opinion_is_whole, "what is confirmed", q(outcome="confirm", confirmed="通过"),
        q(outcome="confirm"), "CONF-8", "第二十条第五项"),
    Row(k.opinion_is_whole, "why not", q(outcome="deny", denied_why="未实施"),
        q(outcome="deny"), "CONF-7", "程序正当"),
    Row(k.opinion_is_whole, "valid for a day at least",
        q(outcome="confirm", confirmed="x", valid_from="2026-03-10", valid_until="2026-03-10"),
        q(outcome="confirm", confirmed="x", valid_from="2026-03-10", valid_until="2026-03-09"),
        "CONF-8", "第二十条第五项"),
    Row(k.is_confirmed, "confirmed", q(examined()), q(examined("deny")),
        "CONF-8", "第二十条第五项"),
    Row(k.certificate_was_made, "with its certificate",
        q([*examined(), ISSUED, ("confirmation.certify", "03-13")]), q([*examined(), ISSUED]),
        "CONF-8", "第二十条第五项"),
    Row(k.certificate_was_made, "a denial has none", q([*examined("deny"), ISSUED]),
        q([*examined(), ISSUED]), "CONF-8", "第二十条第五项"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_check_on_both_sides_of_its_line(row: Row) -> None:
    row.holds()


def test_materials_are_asked_for_only_once() -> None:
    st = standing(*ASKED, ("confirmation.receive_supplement", "03-06"), today="03-10", kind=KIND)
    facts: dict[str, Any] = {"all_told": True, "supplement_by": "2026-03-20"}
    codes = [reason.rule.code for reason in st.refusals("confirmation.ask_supplement", **facts)]
    assert codes == ["FLOW-ONCE"]


def said(today: str) -> list[str]:
    st = standing(*ACCEPTED, today=today, kind=KIND)
    return [duty.why for duty in st.duties if duty.act == "confirmation.examine"]


def test_the_promised_day_is_recalled_when_it_comes() -> None:
    assert said("03-19") == ["审查核实，在承诺的日期前提出确认意见。"]
    assert said("03-20") == ["承诺办结的日期已到，尽快提出确认意见。"]


@pytest.mark.parametrize("end", ["confirmation.refuse", "confirmation.withdraw"])
def test_what_ended_early_only_closes(end: str) -> None:
    st = standing(*applied(), (end, "03-04"), today="03-05", kind=KIND)
    assert [duty.act for duty in st.duties] == ["decision.close"]
    assert "confirmation.examine" not in [duty.act for duty in st.duties]


def test_a_revoked_confirmation_gets_no_certificate() -> None:
    ledger = [*examined(), ISSUED, ("decision.revoke", "03-20")]
    assert q(ledger).ask(k.is_confirmed).rule.code == "CONF-8"
