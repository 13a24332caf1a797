"""Ledgers of coercion, written by hand."""

from __future__ import annotations

from typing import Any

from tests.procedure.ledgers import Line
from xiezhi.procedure.review_grounds import QUESTIONS

PLAIN: dict[str, Any] = {
    **{field: False for field, _code, _label in QUESTIONS},
    "social_risk": False,
    "major_rights": False,
    "crime": False,
}
SEIZING: dict[str, Any] = {
    "outcome": "seize",
    "days": 30,
    "has_power": True,
    "only_involved": True,
    "liberty": "no",
}


def ordered(day: str = "03-02", **changed: Any) -> list[Line]:
    """A measure proposed and decided that day."""
    said = {**SEIZING, **changed}
    return [
        ("coercion.open_measure", day),
        ("coercion.propose_measure", day, {"proposal": said}),
        ("decision.issue", day, {"outcome": said["outcome"]}),
    ]


def seized(day: str = "03-02", **changed: Any) -> list[Line]:
    """Carried out that day."""
    return [*ordered(day, **changed), ("coercion.carry_out", day)]


def frozen(day: str = "03-02", **changed: Any) -> list[Line]:
    return [*ordered(day, outcome="freeze", **changed), ("coercion.freeze", day)]


def at_once(started: str = "2026-03-04T09:30") -> list[Line]:
    """Taken on the spot."""
    return [("coercion.act_at_once", started[:10], {"started_at": started})]


def in_case(*more: Line) -> list[Line]:
    """A penalty case in which something happened."""
    return [("casework.register_clue", "03-01", {"found_on": "2026-03-01"}), *more]


def demanded(
    on: str = "03-02", served: str = "2026-03-02", days: int = 10, **facts: Any
) -> list[Line]:
    """A demand, served; the decision behind it was served on 2025-08-20."""
    said = {"perform_days": days, "served_on": "2025-08-20", "principal": "40000.00", **facts}
    return [
        ("coercion.demand", on, said),
        ("coercion.serve_demand", served, {"demand_served_on": served}),
    ]


def enforcing(mode: str, *more: Line, **facts: Any) -> list[Line]:
    """An execution decided and served on 27 March."""
    return [
        *demanded(),
        ("coercion.propose_execution", "03-20", {"proposal": {"outcome": mode, **facts}}),
        ("decision.issue", "03-27", {"outcome": mode}),
        ("decision.serve", "03-27"),
        *more,
    ]


def before_court(
    served_on: str = "2025-08-20", demand: str = "2026-03-02", **facts: Any
) -> list[Line]:
    """A demand before the court, served that day."""
    return [
        ("coercion.demand_for_court", demand, {"served_on": served_on, **facts}),
        ("coercion.serve_demand", demand, {"demand_served_on": demand}),
    ]
