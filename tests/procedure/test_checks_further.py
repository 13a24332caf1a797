"""Checks of transfer, cash, goods and other penalties, each on both sides of its line."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.procedure.ledgers import DECIDED, DELIVERED, FILED, FINE, Line, day, standing
from tests.procedure.rows import Q, Row, concluded
from xiezhi.procedure import timelimits as t
from xiezhi.procedure.kinds.checks import carrying as k
from xiezhi.procedure.kinds.checks import transfer as tr
from xiezhi.procedure.kinds.penalty import further
from xiezhi.procedure.kinds.penalty.carrying import carrying_out
from xiezhi.procedure.limit_history import runs

REPORTED: list[Line] = [*FILED, ("report_crime", "03-06", {"police": "公安分局"})]
APPROVED: list[Line] = [*REPORTED, ("approve_transfer", "03-07")]
AT_TEN: list[Line] = [
    *REPORTED,
    ("approve_transfer", "03-07", {"approved_at": "2026-03-07T10:00"}),
]
HANDED: list[Line] = [*APPROVED, ("hand_over", "03-08")]
TAKEN: list[Line] = [*HANDED, ("enter_answer", "03-10", {"answer": "filed"})]
SENT_BACK: list[Line] = [*HANDED, ("enter_answer", "03-10", {"answer": "refused"})]
GONE: list[Line] = [*TAKEN, ("hand_items", "03-12")]


def decided(*kinds: str) -> list[Line]:
    """A case decided with these penalties."""
    found = list(concluded(kinds=list(kinds)))
    return [*found, *[line for line in DECIDED if line[0] == "issue"]]


CASH: list[Line] = [*DELIVERED, ("record_payment", "04-01", {"amount": "100", "cash": True})]
REMITTED: list[Line] = [*CASH, ("remit_cash", "04-02", {"remitted": "100"})]
LANDED: list[Line] = [
    *DELIVERED,
    ("record_payment", "04-01", {"amount": "100", "cash": True, "landed_on": "2026-04-08"}),
]
BANKED: list[Line] = [*REMITTED, ("deposit_cash", "04-03")]
ON_SPOT: list[Line] = [("decide_on_spot", "03-02", {"collected_on_spot": True})]


def fines(*breaches: str) -> dict[str, Any]:
    rows = [{"kind": "fine", "amount": "100", "breach": breach} for breach in breaches]
    return {"proposal": {**FINE, "penalties": rows}}


ROWS = [
    Row(
        tr.not_with_police,
        "no penalty in place of a transfer; what is refused comes back",
        Q(SENT_BACK),
        Q(APPROVED),
        "TRF-8",
        "第十一条",
    ),
    Row(
        tr.report_is_undecided, "one decision a report", Q(REPORTED), Q(APPROVED), "TRF-2", "第五条"
    ),
    Row(tr.approval_is_unused, "once an approval", Q(APPROVED), Q(HANDED), "TRF-3", "第五条"),
    Row(
        tr.approved_at_some_minute,
        "on the day of the approval",
        Q(REPORTED, on="03-07", facts={"approved_at": "2026-03-07T23:59"}),
        Q(REPORTED, on="03-07", facts={"approved_at": "2026-03-08T00:00"}),
        "TRF-3",
        "第五条",
    ),
    Row(
        tr.handed_at_some_minute,
        "a day without an hour isn't enough",
        Q(AT_TEN, on="03-08", facts={"handed_at": "2026-03-08T09:00"}),
        Q(AT_TEN, on="03-08", facts={}),
        "TRF-3",
        "第五条",
    ),
    Row(
        tr.handed_after_approval,
        "not before it was approved",
        Q(AT_TEN, on="03-07", facts={"handed_at": "2026-03-07T10:00"}),
        Q(AT_TEN, on="03-07", facts={"handed_at": "2026-03-07T09:59"}),
        "FLOW-DATE",
        "第四十七条",
    ),
    Row(tr.police_refused, "only a refusal", Q(SENT_BACK), Q(TAKEN), "TRF-6", "第九条"),
    Row(tr.police_filed, "only a filed case", Q(TAKEN), Q(HANDED), "TRF-7", "第十二条"),
    Row(tr.items_were_handed, "goods go along", Q(GONE), Q(TAKEN), "TRF-7", "第十二条"),
    Row(
        k.goods_were_dealt_with,
        "confiscated goods are disposed of",
        Q([*decided("confiscate_goods"), ("dispose_goods", "04-02")]),
        Q(decided("confiscate_goods")),
        "PEN-74",
        "第七十四条",
    ),
    Row(
        k.other_penalties_were_carried_out,
        "a licence is taken in fact",
        Q([*decided("revoke_licence"), ("carry_out", "04-02")]),
        Q(decided("revoke_licence")),
        "PEN-66",
        "第六十六条",
    ),
    Row(
        k.one_fine_for_one_act,
        "two fines need two breaches",
        Q(facts=fines("标签虚假", "未查验")),
        Q(facts=fines("标签虚假", "标签虚假")),
        "PEN-25",
        "第二十九条",
    ),
    Row(
        k.one_fine_for_one_act,
        "each fine says which breach it is for",
        Q(facts=fines("")),
        Q(facts=fines("", "未查验")),
        "PEN-25",
        "第二十九条",
    ),
    Row(
        k.cash_may_be_taken,
        "cash where the decision said so",
        Q(ON_SPOT, facts={"cash": True}, kind="penalty.summary"),
        Q(DELIVERED, facts={"cash": True}),
        "PEN-69",
        "第六十九条",
    ),
    Row(
        k.cash_may_be_taken,
        "cash far from any bank, at the party's wish",
        Q(DELIVERED, facts={"cash": True, "remote": True}),
        Q(DELIVERED, facts={"cash": True, "remote": None}),
        "PEN-69",
        "第六十九条",
    ),
    Row(k.cash_was_taken, "cash that is held", Q(CASH), Q(REMITTED), "PEN-18", "第七十一条"),
    Row(
        k.cash_waits_for_bank, "handed in first", Q(REMITTED), Q(BANKED), "PEN-18-2", "第七十一条"
    ),
    Row(
        k.what_was_taken_is_remitted,
        "to the cent",
        Q(CASH, facts={"remitted": "100.00"}),
        Q(CASH, facts={"remitted": "99.99"}),
        "PEN-18",
        "第七十一条",
    ),
    Row(
        k.what_was_remitted_is_deposited,
        "to the cent",
        Q(REMITTED, facts={"deposited": "100"}),
        Q(REMITTED, facts={}),
        "PEN-18-2",
        "第七十一条",
    ),
    Row(
        k.surcharge_is_no_more_than_due,
        "three per cent a day, from the day after the term",
        Q(DELIVERED, on="04-15", facts={"surcharge_amount": "1560"}, today="04-15"),
        Q(DELIVERED, on="04-15", facts={"surcharge_amount": "1560.01"}, today="04-15"),
        "PEN-20",
        "第七十二条",
    ),
    Row(
        k.surcharge_is_no_more_than_due,
        "never more than the fine",
        Q(DELIVERED, on="12-01", facts={"surcharge_amount": "52000"}),
        Q(DELIVERED, on="12-01", facts={"surcharge_amount": "52000.01"}),
        "PEN-20",
        "第七十二条",
    ),
    Row(k.cash_is_in_the_bank, "no closing before", Q(BANKED), Q(CASH), "PEN-18", "第七十一条"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_check_holds_on_both_sides_of_its_line(row: Row) -> None:
    row.holds()


LIMITS = [
    (REPORTED, t.TRANSFER_DECIDE, "03-09", "three days, natural, no rolling"),
    (HANDED, t.POLICE_ANSWER, "03-11", "three days"),
    (SENT_BACK, t.OBJECT, "03-13", "three days after the refusal"),
    (TAKEN, t.HAND_ITEMS, "03-13", "three days after the filing"),
    (CASH, t.REMIT_TO_AGENCY, "04-03", "two working days"),
    (LANDED, t.REMIT_TO_AGENCY, "04-10", "two working days from the landing"),
    (REMITTED, t.REMIT_TO_BANK, "04-07", "two working days, over 清明"),
]


@pytest.mark.parametrize(("ledger", "limit", "last", "why"), LIMITS, ids=[row[3] for row in LIMITS])
def test_a_limit_runs_to_its_day(
    ledger: list[Line], limit: t.TimeLimit, last: str, why: str
) -> None:
    due = standing(*ledger, today="03-06").limit(limit.id)
    assert due is not None
    assert due.last_day == day(last), why


@pytest.mark.rule("CAL-10", "TRF-3")
@pytest.mark.parametrize(
    ("now", "light", "left"),
    [
        ("2026-03-07T10:00", t.Light.AMBER, "剩 24 小时"),
        ("2026-03-08T09:59", t.Light.AMBER, "剩 1 分"),
        ("2026-03-08T10:00:59", t.Light.AMBER, "剩 0 分"),
        ("2026-03-08T10:01", t.Light.RED, "超期 1 分"),
        ("2026-03-09T12:30", t.Light.RED, "超期 26 小时 30 分"),
    ],
)
def test_twenty_four_hours_end_with_their_minute(now: str, light: t.Light, left: str) -> None:
    """CAL-10: on a Sunday as well, by the clock and not by the day."""
    at = dt.datetime.fromisoformat(now)
    due = replace(standing(*AT_TEN, today=f"{at:%m-%d}"), now=at).limit("TRF-3")
    assert due is not None
    assert due.clock is not None
    assert due.clock.until == dt.datetime.fromisoformat("2026-03-08T10:00")
    assert (due.light(), due.remaining_text) == (light, left)
    assert "2026年3月8日 10:00" in due.sentence()
    assert [line.value for line in due.lines()][-1] == "2026年3月8日 10:00"


@pytest.mark.parametrize(("handed", "late"), [("10:00", False), ("10:01", True)])
def test_the_account_of_limits_says_whether_the_minute_was_kept(handed: str, late: bool) -> None:
    ledger = [*AT_TEN, ("hand_over", "03-08", {"handed_at": f"2026-03-08T{handed}"})]
    run = next(r for r in runs(standing(*ledger, today="03-20")) if r.due.limit.id == "TRF-3")
    assert run.late is late
    assert run.margin == ("1 分" if late else "余 0 分")


def test_every_check_of_the_further_steps_has_a_row() -> None:
    from tests.procedure import test_checks, test_checks_after, test_checks_notice

    tables = (test_checks, test_checks_after, test_checks_notice)
    tried = {row.check for table in tables for row in table.ROWS} | {row.check for row in ROWS}
    steps = (
        *further.EVIDENCE, *further.PARTIES, *further.HEARING, *further.TRANSFER,
        *further.APPROVAL, *carrying_out("decision.issue"),
    )  # fmt: skip
    assert {check for step in steps for check in step.checks} - tried == set()
