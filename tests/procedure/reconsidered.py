"""Ledgers of reconsiderations, written by hand; five working days from 2 March are 9 March."""

from __future__ import annotations

from typing import Any

from tests.procedure.ledgers import Line, standing
from tests.procedure.rows import Q
from xiezhi.procedure.documents.reconsideration.fields import CONDITIONS
from xiezhi.procedure.standing import Standing

ORDINARY, SIMPLE = "reconsideration.ordinary", "reconsideration.simplified"


def act(verb: str, on: str, **facts: Any) -> Line:
    return (f"reconsideration.{verb}", on, facts)


def applied(on: str = "03-02", **facts: Any) -> Line:
    known = {"act_on": "2026-01-04", "known_on": "2026-01-05", "respondent_kind": "department"}
    return act("apply", on, **(known | facts))


def simply(on: str = "03-02") -> Line:
    return act("apply_simplified", on, act_on="2026-02-04", known_on="2026-02-05")


def q(
    *ledger: Line, on: str = "03-02", today: str = "12-31", kind: str = ORDINARY, **facts: Any
) -> Q:
    return Q(list(ledger), on, facts, today=today, kind=kind)


ASKED = (applied(), act("ask_correction", "03-03"))
TAKEN = (applied(), act("accept", "03-05"))
COPIED = (*TAKEN, act("send_copy", "03-06"))
ANSWERED = (*COPIED, act("receive_reply", "03-12"))
SIMPLY_COPIED = (simply(), act("accept", "03-05"), act("send_copy", "03-06"))
HEARD = act("hear_opinions", "03-16")
ALL_MET: dict[str, Any] = {name: True for name, _ in CONDITIONS}
BOARD = {"hearing_host": "甲", "hearing_members": "乙、丙", "hearing_recorder": "丁"}
BASIS = act("suspend", "03-09", suspended_for="basis")


def proposed(**facts: Any) -> Line:
    return act("propose", "03-20", proposal=facts)


def at(*ledger: Line, today: str, kind: str = ORDINARY) -> Standing:
    """Where such a File stands on a day."""
    return standing(*ledger, today=today, kind=kind)
