"""Each check from the clue to the report on both sides of its line, with rule and article.

One row a sentence. Notice, hearing and review are in `test_checks_notice.py`, what comes with and
after the decision in `test_checks_after.py`.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.procedure.ledgers import FILED, SERVED, Line, day
from tests.procedure.rows import Q, Row, concluded, proposal
from xiezhi.procedure.kinds import checks as c


def officers(*people: int, valid: bool | None = True) -> dict[str, Any]:
    return {"officers": [{"person": p, "name": f"某{p}", "valid": valid} for p in people]}


TWO = officers(1, 2)
PRESENT = {"identity_shown": True, "rights_told": True}
CONDITIONS = {"has_evidence": True, "punishable": True, "own_jurisdiction": True}
MONITORED = {"monitored": True, "device_reviewed": True, "record_reviewed": True}
DAYS = {"violation_ended_on": "2024-03-02", "discovered_on": "2026-03-02"}
RECUSED: list[Line] = [*FILED, ("decide_recusal", "03-05", {"person": 1, "recused": True})]
SAID: list[Line] = [*SERVED, ("record_statement", "03-17")]

ROWS = [
    # -- days and officers
    Row(
        c.day_is_past_or_today,
        "today, not tomorrow",
        Q(FILED, on="03-10", today="03-10"),
        Q(FILED, on="03-11", today="03-10"),
        "FLOW-DATE",
        "第四十七条",
    ),
    Row(
        c.day_is_past_or_today,
        "not before the clue was found",
        Q(FILED, on="03-01"),
        Q(FILED, on="02-28"),
        "FLOW-DATE",
        "第四十七条",
    ),
    Row(
        c.found_before_registered,
        "found on the day of registration at the latest",
        Q(on="03-02", facts={"found_on": day("03-02")}),
        Q(on="03-02", facts={"found_on": day("03-03")}),
        "FLOW-DATE",
        "第四十七条",
    ),
    Row(c.begins_the_file, "opened once", Q(), Q(FILED), "FLOW-ONCE", "第四条"),
    Row(
        c.two_qualified_officers,
        "two, not one",
        Q(facts=TWO),
        Q(facts=officers(1, 1)),
        "PEN-3",
        "第四十二条",
    ),
    Row(
        c.two_qualified_officers,
        "each with a certificate valid that day; unknown is not valid",
        Q(facts=TWO),
        Q(facts=officers(1, 2, valid=None)),
        "PEN-3",
        "第四十二条",
    ),
    Row(
        c.nobody_is_recused,
        "who was told to step back stays out",
        Q(RECUSED, facts=officers(2, 3)),
        Q(RECUSED, facts=TWO),
        "PEN-4",
        "第四十三条",
    ),
    Row(
        c.rights_were_told,
        "certificates shown and rights told",
        Q(facts=PRESENT),
        Q(facts={"identity_shown": True}),
        "PEN-55",
        "第五十五条",
    ),
    # -- filing
    Row(
        c.somebody_reported,
        "only who gave a name is told",
        Q([("register_clue", "03-02", {"real_name": True})]),
        Q(FILED),
        "SAMR-9",
        "第三十一条",
    ),
    Row(
        c.ground_for_not_filing,
        "slight and put right",
        Q(FILED[:1], facts={"ground": "slight", "corrected": True}),
        Q(FILED[:1], facts={"ground": "slight", "corrected": False}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.ground_for_not_filing,
        "the first breach, put right; unknown is not yes",
        Q(FILED[:1], facts={"ground": "first", "corrected": True}),
        Q(FILED[:1], facts={"ground": "first", "corrected": None}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.ground_for_not_filing,
        "no fault needs no correction, but some ground is named",
        Q(FILED[:1], facts={"ground": "no_fault"}),
        Q(FILED[:1], facts={}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.ground_for_not_filing,
        "one of the four, not any word",
        Q(FILED[:1], facts={"ground": "other"}),
        Q(FILED[:1], facts={"ground": "busy"}),
        "SAMR-3",
        "第二十条",
    ),
    Row(
        c.filing_conditions,
        "each condition confirmed; unknown is not yes",
        Q(facts=CONDITIONS),
        Q(facts={**CONDITIONS, "own_jurisdiction": None}),
        "SAMR-2",
        "第十九条",
    ),
    Row(
        c.within_limitation,
        "two years to the day",
        Q(facts=DAYS),
        Q(facts={**DAYS, "violation_ended_on": "2024-03-01"}),
        "PEN-1",
        "第三十六条",
    ),
    Row(
        c.within_limitation,
        "five years where life, health or money came to harm",
        Q(facts={**DAYS, "violation_ended_on": "2021-03-02", "grave_harm": True}),
        Q(facts={**DAYS, "violation_ended_on": "2021-03-02"}),
        "PEN-1",
        "第三十六条",
    ),
    Row(
        c.within_limitation,
        "29 February ends on 28 February",
        Q(facts={"violation_ended_on": "2024-02-29", "discovered_on": "2026-02-28"}),
        Q(facts={"violation_ended_on": "2024-02-29", "discovered_on": "2026-03-01"}),
        "PEN-1",
        "第三十六条",
    ),
    Row(
        c.within_limitation,
        "discovered by the day of the proposal",
        Q(on="03-02", facts=DAYS),
        Q(on="03-01", facts=DAYS),
        "FLOW-DATE",
        "第四十七条",
    ),
    # -- investigation
    Row(
        c.monitoring_was_reviewed,
        "monitoring equipment that was reviewed",
        Q(FILED, facts=MONITORED),
        Q(FILED, facts={**MONITORED, "device_reviewed": False}),
        "PEN-2",
        "第四十一条",
    ),
    Row(
        c.monitoring_was_reviewed,
        "what it recorded was reviewed",
        Q(FILED, facts={"monitored": False}),
        Q(FILED, facts={**MONITORED, "record_reviewed": None}),
        "PEN-2",
        "第四十一条",
    ),
    Row(c.has_evidence, "something proves it", Q(FILED), Q(FILED[:1]), "PEN-46", "第四十六条"),
    Row(
        c.nothing_preserved_is_open,
        "every batch decided on",
        Q([*FILED, ("preserve_evidence", "03-05"), ("dispose_preserved", "03-09")]),
        Q([*FILED, ("preserve_evidence", "03-05")]),
        "PEN-6",
        "第五十六条",
    ),
    Row(
        c.not_suspended,
        "resumed first",
        Q([*FILED, ("suspend", "03-05"), ("resume", "03-06")]),
        Q([*FILED, ("suspend", "03-05")]),
        "SAMR-4",
        "第六十四条",
    ),
    Row(
        c.is_suspended,
        "nothing to resume",
        Q([*FILED, ("suspend", "03-05")]),
        Q(FILED),
        "FLOW-ORDER",
        "第四条",
    ),
    Row(
        c.not_decided,
        "a refusal to file is a decision",
        Q(FILED),
        Q([*FILED[:1], ("refuse_filing", "03-04")]),
        "FLOW-LATE",
        "第四条",
    ),
    Row(
        c.proposal_is_whole,
        "an outcome is proposed",
        Q(facts=proposal()),
        Q(facts={"proposal": {}}),
        "PEN-57",
        "第五十七条",
    ),
    Row(
        c.proposal_is_whole,
        "a penalty has a kind",
        Q(facts=proposal(outcome="no_penalty", kinds=[])),
        Q(facts=proposal(kinds=[])),
        "PEN-KIND",
        "第九条",
    ),
    Row(
        c.children_are_not_punished,
        "under fourteen, none",
        Q(facts={**proposal(outcome="no_penalty"), "mercy": "no_penalty"}),
        Q(facts={**proposal(), "mercy": "no_penalty"}),
        "PEN-26",
        "第三十条",
    ),
    Row(
        c.no_heavier_for_defending,
        "a defence doesn't cost a yuan more",
        Q(SAID, facts=proposal(fine="52000")),
        Q(SAID, facts=proposal(fine="52000.01")),
        "PEN-8",
        "第四十五条",
    ),
    Row(
        c.no_heavier_for_defending,
        "nor a further kind; new evidence may",
        Q([*SAID, ("add_evidence", "03-18")], facts=proposal(kinds=["fine", "warning"])),
        Q(SAID, facts=proposal(kinds=["fine", "warning"])),
        "PEN-8",
        "第四十五条",
    ),
    Row(
        c.may_be_extended,
        "thirty days by the head",
        Q(FILED, on="06-02", facts={"days": 30}),
        Q(FILED, on="06-02", facts={"days": 31}),
        "SAMR-4",
        "第六十四条",
    ),
    Row(
        c.may_be_extended,
        "again only after a collective discussion",
        Q([*FILED, ("extend", "06-01", {"days": 30})], "06-20", {"days": 40, "discussed": True}),
        Q([*FILED, ("extend", "06-01", {"days": 30})], "06-20", {"days": 40}),
        "SAMR-4",
        "第六十四条",
    ),
    Row(
        c.may_be_extended,
        "within the ninety days, which end on Tuesday, 2 June",
        Q(FILED, on="06-02", facts={"days": 10}),
        Q(FILED, on="06-03", facts={"days": 10}),
        "SAMR-4",
        "第六十四条",
    ),
    Row(
        c.may_be_extended,
        "only where the profile knows an extension",
        Q(FILED, on="06-02", facts={"days": 10}),
        Q(FILED, on="06-02", facts={"days": 10}, policy="national"),
        "PEN-14",
        "第六十条",
    ),
    Row(
        c.no_crime_is_suspected,
        "a crime isn't settled with a penalty; unknown is not no",
        Q(concluded(crime=False)),
        Q(concluded(crime=None)),
        "TRF-8",
        "第十一条",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_check_allows_on_one_side_of_its_line_and_refuses_on_the_other(row: Row) -> None:
    row.holds()
