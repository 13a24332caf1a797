"""Lives of Files told as data: who does which act, with what, how many working days later.

Values are those of the API. In them `"@+3"` is a day that many working days after the deed's own
(`"@-3"` before it), `"@+30d"` natural days, `"@"` the day itself, and a name of the cast stands
for the person where a person is asked for (`{"officers": ["handler", "second"]}`); a party of the
File is called by its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xiezhi.procedure.review_grounds import CHECKLIST


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of one person; `days` are working days since the deed before.

    `refused` is the rule by which the product must refuse it here; then nothing happens. `aside`
    opens another File, whose number `BESIDE` stands for from then on.
    """

    who: str
    act: str
    values: dict[str, Any] = field(default_factory=dict)
    days: int = 1
    refused: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """A File of one kind from its first act as far as it is told; `name` is unique.

    `agency` and `unit` are where `make demo` tells it; `shown` is False for lives that only the
    tests tell.
    """

    name: str
    kind: str
    deeds: tuple[Deed, ...]
    agency: str = "market"
    unit: str = "first"
    shown: bool = True


#: The number of the File that was last opened beside this one.
BESIDE = "@beside"
#: Every question that decides on a legal review, denied: an ordinary matter.
PLAIN: dict[str, str] = dict.fromkeys(
    (
        "public_interest",
        "social_risk",
        "major_rights",
        "complex",
        "beyond_benchmark",
        "law_requires",
        "crime",
    ),
    "no",
)
SUBMITTED: dict[str, Any] = {"opinion": "事实清楚，依据充分，提请审核。"}
APPROVES: dict[str, Any] = {
    "verdict": "approved",
    "reasons": "事实清楚，依据准确，程序合法。",
    **{f"point_{point.code}": "pass" for point in CHECKLIST},
}
SERVED: dict[str, Any] = {
    "mode": "direct",
    "place": "本机关服务窗口",
    "served_at": "@T15:00",
    "received_by": "本人",
}
PREPARED: dict[str, Any] = {
    "secrecy_reviewed": True,
    **dict.fromkeys(
        (
            "state_secret",
            "third_party_harm",
            "public_security",
            "all_facts_secret",
            "province_unfit",
            "process_information",
        ),
        "no",
    ),
}
SEEN: dict[str, Any] = {"seen": True}


def reviewed() -> tuple[Deed, ...]:
    """提请审核、审核同意."""
    return (
        Deed("handler", "review.submit", SUBMITTED),
        Deed("reviewer", "review.give_opinion", APPROVES, days=2),
    )


def decided_and_served(**served: Any) -> tuple[Deed, ...]:
    """作出决定、送达."""
    return (
        Deed("head", "decision.issue"),
        Deed("handler", "decision.serve", {**SERVED, **served}),
    )


def shown() -> tuple[Deed, ...]:
    """拟定、审定、公示."""
    return (
        Deed("publisher", "disclosure.prepare", PREPARED),
        Deed("head", "disclosure.sign", SEEN, days=0),
        Deed("publisher", "disclosure.publish", SEEN, days=0),
    )


def closed(outcome: str = "已办理完毕。") -> tuple[Deed, ...]:
    """结案、归档."""
    return (
        Deed("unit_head", "decision.close", {"outcome": outcome}),
        Deed("archivist", "record.archive"),
    )
