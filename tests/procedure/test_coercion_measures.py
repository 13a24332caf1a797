"""Measures: every check on both sides of its line, every term on its last day and the day after."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.coerced import (
    PLAIN,
    SEIZING,
    at_once,
    frozen,
    in_case,
    ordered,
    seized,
)
from tests.procedure.ledgers import Line
from tests.procedure.rows import Q, Row
from xiezhi.procedure.kinds.coercion import facts as f
from xiezhi.procedure.kinds.coercion import holding as h
from xiezhi.procedure.kinds.coercion import ordering as o

KIND = "coercion.measure"
SITE: dict[str, Any] = {"started_at": "2026-03-04T09:30", "ended_at": "2026-03-04T11:00"}


def q(ledger: list[Line] | None = None, on: str = "03-04", kind: str = KIND, **facts: Any) -> Q:
    return Q(ledger or [], on, facts, kind=kind)


def urgent(approved: str, reported: str = "2026-03-04T10:00") -> Q:
    return q(
        at_once(),
        approved[5:10],
        "coercion.urgent",
        reported_at=reported,
        approved_at=approved,
    )


TWO = [{"person": n, "name": f"执法员{n}", "valid": True} for n in (1, 2)]
TESTED: list[Line] = [*seized(), ("coercion.begin_test", "03-10", {"to_day": "2026-03-19"})]
REFUSED: list[Line] = [*at_once(), ("coercion.refuse_afterwards", "03-04")]
TWICE: list[Line] = in_case(
    ("coercion.seize", "03-02", {**SEIZING}),
    ("coercion.carry_out", "03-02"),
    ("coercion.seize", "03-03", {**SEIZING}),
    ("coercion.carry_out", "03-03"),
)
PENAL = "penalty.general"


def decided(*kinds: str) -> list[Line]:
    """A penalty case with something seized, and its decision."""
    return [
        *TWICE[:3],
        ("casework.conclude", "03-05", {"proposal": {"outcome": "penalty", "kinds": [*kinds]}}),
        ("decision.issue", "03-20"),
    ]


FROZEN_SUMS: dict[str, Any] = {
    "outcome": "freeze",
    "freeze_by_law": True,
    "frozen_bank": "某银行",
    "frozen_account": "6200",
    "involved_amount": "86000",
}

ROWS = [
    Row(f.two_officers, "two of them", q(officers=TWO), q(officers=TWO[:1]), "COE-1-2", "第十八条"),
    Row(
        f.rights_told,
        "rights told on the spot",
        q(identity_shown=True, rights_told=True),
        q(identity_shown=True),
        "COE-1-3",
        "第十八条第五项",
    ),
    Row(
        f.somebody_saw_it,
        "the party or a witness",
        q(party_present=False, witness="见证人甲"),
        q(party_present=False, witness=" "),
        "COE-1-4",
        "第十八条第九项",
    ),
    Row(
        f.on_the_day_told,
        "its own day",
        q(**SITE),
        q(on="03-05", **SITE),
        "FLOW-DATE",
        "",
    ),
    Row(o.has_power, "by a law", q(has_power=True), q(), "COE-1-7", "第十七条第一款"),
    Row(o.no_person_is_held, "liberty", q(liberty="no"), q(liberty="yes"), "COE-3-2", "第十条"),
    Row(o.no_person_is_held, "unknown", q(liberty="no"), q(), "COE-3", "第二十条"),
    Row(
        o.object_is_lawful,
        "only what is involved",
        q(outcome="seal", only_involved=True),
        q(outcome="seal"),
        "COE-6-3",
        "第二十三条第一款",
    ),
    Row(
        o.object_is_lawful,
        "as much as is involved",
        q(**FROZEN_SUMS, frozen_amount="86000.00"),
        q(**FROZEN_SUMS, frozen_amount="86000.01"),
        "COE-8-4",
        "第二十九条第二款",
    ),
    Row(
        o.object_is_lawful,
        "by a law that says so",
        q(**FROZEN_SUMS, frozen_amount="1"),
        q(outcome="freeze"),
        "COE-8-3",
        "第二十九条第一款",
    ),
    Row(
        o.term_is_lawful,
        "thirty days",
        q(outcome="seal", days=30),
        q(outcome="seal", days=31),
        "COE-4",
        "第二十五条第一款",
    ),
    Row(
        o.term_is_lawful,
        "frozen for thirty",
        q(outcome="freeze", days="30"),
        q(outcome="freeze", days="31"),
        "COE-9",
        "第三十二条",
    ),
    Row(o.term_is_lawful, "others longer", q(outcome="other", days=60), q(), "COE-4", "第二十五条"),
    Row(o.was_measure_chosen, "a kind", q(outcome="seal"), q(), "COE-1", "第十八条"),
    Row(
        o.only_seizure_at_once,
        "what was taken",
        q(at_once(), outcome="seize"),
        q(at_once(), outcome="freeze"),
        "FLOW-KIND",
        "",
    ),
    Row(o.something_can_be_done, "not refused", q(at_once()), q(REFUSED), "COE-2-2", "第十九条"),
    Row(
        o.approved_in_time,
        "twenty-four hours to the minute",
        urgent("2026-03-05T09:30"),
        urgent("2026-03-05T09:31"),
        "COE-2",
        "第十九条",
    ),
    Row(
        o.approved_in_time,
        "told after, approved later",
        urgent("2026-03-04T10:00"),
        urgent("2026-03-04T10:00", reported="2026-03-04T10:01"),
        "FLOW-DATE",
        "",
    ),
    Row(o.waits_for_approval, "one that waits", q(at_once()), q(seized()), "COE-2-2", "第十九条"),
    Row(
        o.retro_approval_stands,
        "approved",
        q([*at_once(), ("coercion.approve_afterwards", "03-04")]),
        q(at_once()),
        "COE-2",
        "第十九条",
    ),
    Row(
        o.still_held,
        "not lifted",
        q(at_once()),
        q([*at_once(), ("coercion.lift", "03-04")]),
        "COE-7",
        "第二十八条",
    ),
    Row(
        o.no_review_is_due,
        "every ground denied",
        q(kind=PENAL, **PLAIN),
        q(kind=PENAL, **{**PLAIN, "complex": None}),
        "REV-GATE",
        "",
    ),
    Row(
        o.no_review_is_due,
        "no ground applies",
        q(kind=PENAL, **PLAIN),
        q(kind=PENAL, **{**PLAIN, "public_interest": True}),
        "REV-GATE",
        "",
    ),
    Row(
        o.a_measure_is_meant,
        "which batch",
        Q(TWICE, "03-04", {"batch": 2}, kind=PENAL),
        Q(TWICE, "03-04", {}, kind=PENAL),
        "COE-7",
        "第二十八条",
    ),
    Row(h.was_ordered, "an order waits", q(ordered()), q(seized()), "COE-1", "第十八条第一项"),
    Row(
        h.papers_were_handed,
        "handed over",
        q(party_present=True, handed_over=True),
        q(party_present=True),
        "COE-6",
        "第二十四条第一款",
    ),
    Row(
        h.list_was_handed,
        "the list",
        q(party_present=False),
        q(party_present=True, handed_over=False),
        "COE-6-2",
        "第二十四条第三款",
    ),
    Row(h.was_carried_out, "carried out", q(seized()), q(ordered()), "COE-6", "第二十四条"),
    Row(
        h.may_be_lengthened,
        "before the term is over: 30 days from 2 March",
        q(seized(), "04-01", extend_days=30),
        q(seized(), "04-02", extend_days=30),
        "COE-4",
        "第二十五条第一款",
    ),
    Row(
        h.may_be_lengthened,
        "thirty days more",
        q(seized(), extend_days=30),
        q(seized(), extend_days=31),
        "COE-4",
        "第二十五条第一款",
    ),
    Row(
        h.may_be_lengthened,
        "once",
        q(seized(), extend_days=10),
        q([*seized(), ("coercion.extend", "03-10", {"extend_days": 10})], extend_days=10),
        "COE-4",
        "第二十五条第一款",
    ),
    Row(
        h.may_be_lengthened,
        "frozen, before its term is over",
        q(frozen(), "04-01", extend_days=30),
        q(frozen(), "04-02", extend_days=30),
        "COE-9",
        "第三十二条",
    ),
    Row(
        h.is_within_its_term,
        "a term of ten days",
        q(seized(days=10), "03-12"),
        q(seized(days=10), "03-13"),
        "COE-7",
        "第二十八条",
    ),
    Row(
        h.is_within_its_term,
        "lengthened by thirty",
        q([*seized(), ("coercion.extend", "03-20", {"extend_days": 30})], "05-01"),
        q([*seized(), ("coercion.extend", "03-20", {"extend_days": 30})], "05-02"),
        "COE-7",
        "第二十八条",
    ),
    Row(
        h.is_within_its_term,
        "a test that never ended, counted to the day told: ten days",
        q(TESTED, "04-11"),
        q(TESTED, "04-12"),
        "COE-7",
        "第二十八条",
    ),
    Row(
        h.is_within_its_term,
        "a test that ended early: five days",
        q([*TESTED, ("coercion.end_test", "03-14")], "04-06"),
        q([*TESTED, ("coercion.end_test", "03-14")], "04-07"),
        "COE-7",
        "第二十八条",
    ),
    Row(h.something_is_held, "held", q(seized()), q(ordered()), "COE-7", "第二十八条"),
    Row(
        h.period_is_told_in_writing,
        "ends today or later",
        q(from_day="2026-03-04", to_day="2026-03-04"),
        q(from_day="2026-03-03", to_day="2026-03-03"),
        "COE-5-2",
        "第二十五条第三款",
    ),
    Row(
        h.period_is_told_in_writing,
        "begun",
        q(from_day="2026-03-04", to_day="2026-03-10"),
        q(from_day="2026-03-05", to_day="2026-03-10"),
        "COE-5-2",
        "第二十五条第三款",
    ),
    Row(h.a_test_is_open, "one is", q(TESTED), q(seized()), "COE-5", "第二十五条第三款"),
    Row(h.no_test_is_open, "none is", q(seized()), q(TESTED), "COE-5", "第二十五条第三款"),
    Row(
        h.may_be_lifted,
        "expired the day after",
        q(seized(), "04-02", lift_ground="expired"),
        q(seized(), "04-01", lift_ground="expired"),
        "COE-7",
        "第二十八条",
    ),
    Row(
        h.may_be_lifted,
        "not approved",
        q(REFUSED, lift_ground="not_approved", kind="coercion.urgent"),
        q(seized(), lift_ground="not_approved"),
        "COE-2-2",
        "第十九条",
    ),
    Row(h.is_no_freeze, "goods", q(seized()), q(frozen()), "COE-9-4", "第三十三条第二款"),
    Row(h.is_a_freeze, "money", q(frozen()), q(seized()), "COE-9-3", "第三十三条"),
    Row(h.was_returned, "at once", q(returned=True), q(), "COE-7-2", "第二十八条第二款"),
    Row(
        h.rests_on_a_penalty,
        "the decision confiscates",
        Q(decided("confiscate_goods"), "03-21", {"disposal": "confiscated"}, kind=PENAL),
        Q(decided("fine"), "03-21", {"disposal": "confiscated"}, kind=PENAL),
        "COE-7-3",
        "第二十七条",
    ),
    Row(
        h.rests_on_a_penalty,
        "a penalty named by its number",
        q(seized(), disposal="confiscated", penalty_number="安市监罚〔2026〕3号"),
        q(seized(), disposal="confiscated"),
        "COE-7-3",
        "第二十七条",
    ),
    Row(
        h.may_be_auctioned,
        "demanded, remedies unused",
        q(disposal="auctioned", auction_open=True),
        q(disposal="auctioned"),
        "COE-11-7",
        "第四十六条第三款",
    ),
    Row(
        h.nothing_is_held,
        "all dealt with",
        q([*seized(), ("coercion.lift", "03-10")]),
        q([*seized(), ("coercion.lift", "03-10", {"partial": True})]),
        "COE-7-3",
        "第二十七条",
    ),
    Row(
        h.nothing_is_held_unlawfully,
        "within its term",
        Q(TWICE[:3], "04-01", kind=PENAL),
        Q(TWICE[:3], "04-02", kind=PENAL),
        "COE-7",
        "第二十八条",
    ),
    Row(
        h.nothing_is_held_unlawfully,
        "approved",
        Q([], "03-05", kind=PENAL),
        Q(in_case(("coercion.seize_at_once", "03-04")), "03-05", kind=PENAL),
        "COE-2",
        "第十九条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_both_sides(row: Row) -> None:
    row.holds()
