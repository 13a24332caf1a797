"""Ledgers written by hand, without a database: what a File's events would look like."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy, from_text, load
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event

Line = tuple[str, str] | tuple[str, str, dict[str, Any]]

#: A bare verb is the first act of that name: the penalty's, before those of other families.
_NAMES = {act.partition(".")[2]: act for act in reversed(ACTS)}
CALENDAR = WorkCalendar()
#: A fine of 52,000 with every ground denied, as a report proposes it.
FINE: dict[str, Any] = {
    "outcome": "penalty",
    "kinds": ["fine"],
    "fine": "52000",
    "gains": "0",
    "goods_value": "0",
    "crime": False,
}
APPROVED = {"verdict": "approved", "sealed_at": 1}


def day(text: str) -> dt.date:
    """ "03-16" is a day of 2026."""
    return dt.date.fromisoformat(text if len(text) == 10 else f"2026-{text}")


def name_of(verb: str) -> str:
    """`serve_notice` → `casework.serve_notice`."""
    return _NAMES.get(verb, verb)


def events(*lines: Line) -> list[Event]:
    """Numbered in the order given."""
    made = []
    for seq, (verb, on, *rest) in enumerate(lines, 1):
        made.append(Event(seq, name_of(verb), day(on), rest[0] if rest else {}))
    return made


def standing(
    *lines: Line,
    today: str = "12-31",
    policy: str | Policy = "S1",
    kind: str = "penalty.general",
) -> Standing:
    """Where such a File stands."""
    return Standing(
        kind=KINDS[kind],
        policy=load(policy) if isinstance(policy, str) else policy,
        events=events(*lines),
        calendar=CALENDAR,
        today=day(today),
    )


def profile(position: str, base: str = "S1") -> Policy:
    """A profile that wants the review before the notice, after it, or both."""
    return from_text(
        f'code = "T"\ntitle = "试行方案"\nextends = "{base}"\n\n'
        f'[review_position]\nvalue = "{position}"\nrule = "PEN-12"\n'
    )


def written(ledger: list[Line]) -> list[Line]:
    """The same with the seals where a real ledger has them: an opinion seals its submission."""
    sealed: list[Line] = []
    for seq, line in enumerate(ledger, 1):
        verb, on, *rest = line
        facts = dict(rest[0]) if rest else {}
        if verb == "give_opinion":
            sent = max(n for n, (v, *_r) in enumerate(ledger[:seq], 1) if v == "submit")
            facts = {"verdict": "approved", "sealed_at": sent, **facts}
        elif verb == "exempt":
            facts = {"sealed_at": seq, **facts}
        sealed.append((verb, on, facts))
    return sealed


#: A case walked to its conclusion, and on from there.
FILED: list[Line] = [
    ("register_clue", "03-02", {"found_on": "2026-03-01"}),
    ("inspect", "03-02"),
    ("propose_filing", "03-03"),
    ("file_case", "03-04"),
]
CONCLUDED: list[Line] = [*FILED, ("conclude", "03-12", {"proposal": FINE})]
TOLD: list[Line] = [*CONCLUDED, ("give_notice", "03-13", {"proposal": FINE})]
SERVED: list[Line] = [*TOLD, ("serve_notice", "03-16", {"mode": "direct"})]
#: The five working days after 16 March end on Monday, 23 March.
CLEARED: list[Line] = written([*SERVED, ("submit", "03-24"), ("give_opinion", "03-26")])
DECIDED: list[Line] = [
    *CLEARED,
    ("issue", "03-27", {"payable": "52000", "publish_by": "2026-04-07", "outcome": "penalty"}),
]
DELIVERED: list[Line] = [*DECIDED, ("serve", "03-30", {"mode": "direct"})]
