"""Each check with and after the decision on both sides of its line, with rule and article."""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import CLEARED, DECIDED, DELIVERED, FILED, Line
from tests.procedure.rows import Q, Row, concluded
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.standing import change_is_named, is_new
from xiezhi.procedure.policy import from_text

CERTAIN: dict[str, Any] = {"facts_certain": True, "party_kind": "legal_person"}
FINED = {**CERTAIN, "kinds": ["fine"]}
CITIZEN = {**FINED, "party_kind": "citizen"}
STRICT = from_text(
    'code = "T"\ntitle = "试行方案"\nextends = "S1"\n\n'
    '[summary_fine_organisation]\nvalue = 1000\nrule = "PEN-16"\n'
)
#: Served on 30 March: payment by 14 April, litigation until 30 September.
DEMANDED: list[Line] = [*DELIVERED, ("demand", "10-08")]
PAID: list[Line] = [*DELIVERED, ("record_payment", "04-01", {"amount": "52000"})]
HALF: list[Line] = [*DELIVERED, ("record_payment", "04-01", {"amount": "51999.99"})]
PUT_OFF: list[Line] = [*DELIVERED, ("allow_instalments", "04-02", {"until": "2026-05-20"})]
WAITING: list[Line] = [*DELIVERED, ("allow_instalments", "04-02", {"until": "2026-10-20"})]
DRAFTED: list[Line] = [*DECIDED, ("prepare", "03-27")]
SIGNED: list[Line] = [*DRAFTED, ("sign", "03-28")]
SHOWN: list[Line] = [*SIGNED, ("publish", "03-28")]
E_MAIL: list[Line] = [*DECIDED, ("confirm_address", "03-27", {"electronic": True})]

ROWS = [
    # -- decision
    Row(
        c.discussed_where_due,
        "grave matters are discussed, after the review",
        Q([*concluded(discussion_due=True), ("discuss", "03-28")]),
        Q(concluded(discussion_due=True)),
        "PEN-13",
        "第五十七条",
    ),
    Row(
        c.within_summary_limits,
        "an organisation up to 3,000",
        Q(facts={**FINED, "fine": "3000"}),
        Q(facts={**FINED, "fine": "3000.01"}),
        "PEN-16",
        "第五十一条",
    ),
    Row(
        c.within_summary_limits,
        "a citizen up to 200",
        Q(facts={**CITIZEN, "fine": "200"}),
        Q(facts={**CITIZEN, "fine": "201"}),
        "PEN-16",
        "第五十一条",
    ),
    Row(
        c.within_summary_limits,
        "a profile may draw the line lower",
        Q(facts={**FINED, "fine": "1000"}, policy=STRICT),
        Q(facts={**FINED, "fine": "1001"}, policy=STRICT),
        "PEN-16",
        "第五十一条",
    ),
    Row(
        c.within_summary_limits,
        "facts certain; unknown is not certain",
        Q(facts={**CERTAIN, "kinds": ["warning"]}),
        Q(facts={**CERTAIN, "kinds": ["warning"], "facts_certain": None}),
        "PEN-16",
        "第五十一条",
    ),
    Row(
        c.within_summary_limits,
        "a warning or a fine, nothing else",
        Q(facts={**CERTAIN, "kinds": ["warning"]}),
        Q(facts={**CERTAIN, "kinds": ["confiscate_goods"]}),
        "PEN-16",
        "第五十一条",
    ),
    Row(
        c.cash_is_lawful,
        "collected on the spot up to 100",
        Q(facts={"fine": "100", "collected_on_spot": True}),
        Q(facts={"fine": "101", "collected_on_spot": True}),
        "PEN-17",
        "第六十八条",
    ),
    # -- service
    Row(
        c.service_is_lawful,
        "by e-mail with a signed confirmation",
        Q(E_MAIL, facts={"mode": "electronic"}),
        Q(DECIDED, facts={"mode": "electronic"}),
        "PEN-61-2",
        "第六十一条",
    ),
    Row(
        c.service_is_lawful,
        "left behind before a witness or a camera",
        Q(DECIDED, facts={"mode": "left", "witnessed": True}),
        Q(DECIDED, facts={"mode": "left"}),
        "DOC-SERVICE",
        "",
    ),
    Row(
        c.service_is_lawful,
        "thirty days after an announcement",
        Q(DECIDED, on="05-01", facts={"mode": "announced", "announced_on": "2026-04-01"}),
        Q(DECIDED, on="04-30", facts={"mode": "announced", "announced_on": "2026-04-01"}),
        "DOC-SERVICE",
        "",
    ),
    Row(
        c.service_is_lawful,
        "announced when there was something to announce",
        Q(DECIDED, on="05-01", facts={"mode": "announced", "announced_on": "2026-03-27"}),
        Q(DECIDED, on="05-01", facts={"mode": "announced", "announced_on": "2026-03-26"}),
        "DOC-SERVICE",
        "",
    ),
    Row(c.served_to_party, "served first", Q(DELIVERED), Q(DECIDED), "PEN-15", "第六十一条"),
    # -- money
    Row(
        c.payment_is_positive,
        "more than nothing",
        Q(facts={"amount": "0.01"}),
        Q(facts={"amount": "0"}),
        "PEN-19",
        "第六十七条",
    ),
    Row(
        c.payment_is_overdue,
        "after the fifteenth day, Tuesday, 14 April",
        Q(DELIVERED, on="04-15"),
        Q(DELIVERED, on="04-14"),
        "COE-10",
        "第三十五条",
    ),
    Row(
        c.payment_is_overdue,
        "after the day that was allowed",
        Q(PUT_OFF, on="05-21"),
        Q(PUT_OFF, on="05-20"),
        "COE-10",
        "第三十五条",
    ),
    Row(
        c.payment_is_overdue,
        "nothing is demanded of who has paid",
        Q(HALF, on="04-15"),
        Q(PAID, on="04-15"),
        "COE-10",
        "第三十五条",
    ),
    Row(
        c.paid_or_handed_to_court,
        "to the last cent",
        Q(PAID),
        Q(HALF),
        "PEN-19",
        "第六十七条",
    ),
    Row(
        c.has_an_outcome,
        "decided, one way or the other",
        Q([*FILED[:1], ("refuse_filing", "03-04")]),
        Q(CLEARED),
        "PEN-57",
        "第五十七条",
    ),
    # -- court
    Row(
        c.something_is_owed,
        "there is something to enforce",
        Q(HALF),
        Q(PAID),
        "COE-15",
        "第五十四条",
    ),
    Row(
        c.demand_was_ignored,
        "after ten working days, Saturday the 10th one of them: 21 October",
        Q(DEMANDED, on="10-22"),
        Q(DEMANDED, on="10-21"),
        "COE-15",
        "第五十四条",
    ),
    Row(
        c.demand_was_ignored,
        "demanded first",
        Q(DEMANDED),
        Q(DELIVERED),
        "COE-15",
        "第五十四条",
    ),
    Row(
        c.remedies_have_lapsed,
        "after the six months of litigation",
        Q(DELIVERED, on="10-01"),
        Q(DELIVERED, on="09-30"),
        "COE-15-2",
        "第五十三条",
    ),
    Row(
        c.remedies_have_lapsed,
        "and after an allowed deferral (处罚法 art. 72(2))",
        Q(WAITING, on="10-21"),
        Q(WAITING, on="10-20"),
        "PEN-21",
        "第七十二条第二款",
    ),
    # -- publicity
    Row(
        c.page_was_signed,
        "the newest draft",
        Q(SIGNED),
        Q([*SIGNED, ("prepare", "03-29")]),
        "PLAN-PIPELINE",
        "",
    ),
    Row(c.is_on_show, "shown and not withdrawn", Q(SHOWN), Q(SIGNED), "FLOW-ORDER", "第四条"),
    Row(
        c.is_not_on_show,
        "once at a time",
        Q([*SHOWN, ("withdraw", "04-01")]),
        Q(SHOWN),
        "FLOW-ONCE",
        "第四条",
    ),
    # -- the standing File
    Row(is_new, "one an agency", Q(), Q([("open", "03-02")]), "FLOW-ONCE", "第四条"),
    Row(
        change_is_named,
        "what was changed",
        Q(facts={"tables": ["registry_officer"]}),
        Q(facts={"tables": []}),
        "FLOW-ORDER",
        "第四条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_check_allows_on_one_side_of_its_line_and_refuses_on_the_other(row: Row) -> None:
    row.holds()


def test_every_check_of_every_penalty_step_has_a_row() -> None:
    """Those of the other families stand in their own files."""
    from tests.procedure import (
        test_checks,
        test_checks_further,
        test_checks_notice,
        test_coercion_measures,
        test_parties,
    )

    tables = (
        *(test_checks, test_checks_notice, test_checks_further, test_coercion_measures),
        test_parties,
    )
    tried = {row.check for table in tables for row in table.ROWS}
    kinds = [kind for kind in KINDS.values() if kind.family == "penalty"]
    used = {
        check
        for kind in kinds
        for step in kind.steps
        if not step.act.startswith("coercion.")
        for check in step.checks
    }
    assert used - tried - {row.check for row in ROWS} == set()
