"""Ledgers of licences, without a database."""

from __future__ import annotations

from typing import Any

from tests.procedure.ledgers import Line, day, standing
from xiezhi.procedure.standing import Standing

ORDINARY = "licence.ordinary"
#: Monday, 2 March 2026: five working days end on 9 March, twenty on 30 March.
APPLIED: list[Line] = [("licence.apply", "03-02", {})]
ACCEPTED: list[Line] = [*APPLIED, ("licence.accept", "03-02", {"accepted_on": "2026-03-02"})]
GRANT: dict[str, Any] = {"outcome": "grant", "with_certificate": True}


#: An applicant who never lied, for an item that doesn't concern safety.
HONEST: dict[str, Any] = {"falsehoods": [], "safety_matter": "no"}


def at(*lines: Line, today: str = "03-31", kind: str = ORDINARY) -> Standing:
    return standing(*lines, today=today, policy="national", kind=kind)


def refused(st: Standing, act: str, on: str = "", **facts: Any) -> set[str]:
    """The rules that refuse this act on this day, without those of order and dates."""
    found = st.refusals(act, day(on) if on else st.today, **{**HONEST, **facts})
    assert all(reason.say.endswith("。") for reason in found)
    return {reason.rule.code for reason in found}


def accept(on: str = "03-02", **facts: Any) -> dict[str, Any]:
    return {"complete": True, "accepted_on": day(on).isoformat(), **facts}
