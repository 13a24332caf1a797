"""What a sample case is about: the words and sums that its documents are made from."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xiezhi.ui.text import cndate

_DAYS_BEFORE = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence: its kind (art. 46), name, what it proves; `made` names its original."""

    kind: str
    title: str
    proves: str
    copies: str = "1份"
    made: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A breach with its party. In its texts `{30}` is the day thirty days before it was found."""

    key: str
    party: dict[str, Any]
    cause: str
    brief: str
    place: str
    found: str
    facts: str
    breached: tuple[tuple[str, str], ...]
    applied: tuple[tuple[str, str], ...]
    penalties: tuple[dict[str, str], ...]
    discretion: str = ""
    benchmark: str = ""
    correction: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    talk: tuple[tuple[str, str], ...] = ()
    source: str = "inspection"
    goods: tuple[dict[str, str], ...] = ()
    #: Less than the law's range: a ground for a review of its own.
    mitigated: bool = False

    @property
    def payable(self) -> Decimal:
        """Fine and confiscated gains."""
        sums = (p["amount"] for p in self.penalties if p["kind"] in ("fine", "confiscate_gains"))
        return sum((Decimal(s) for s in sums), Decimal(0))

    @property
    def speaker(self) -> str:
        """Who answers for the party."""
        return str(self.party.get("legal_rep") or self.party["name"])


def dated(text: str, found_on: dt.date) -> str:
    """The text with its days filled in."""

    def day(match: re.Match[str]) -> str:
        return cndate(found_on - dt.timedelta(days=int(match[1])))

    return _DAYS_BEFORE.sub(day, text)


def articles(pairs: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    """Law and article as documents take them."""
    return [{"law": law, "article": article} for law, article in pairs]


def company(name: str, code: str, address: str, legal_rep: str) -> dict[str, Any]:
    return _party("legal_person", name, code, address, legal_rep)


def trader(name: str, code: str, address: str, legal_rep: str) -> dict[str, Any]:
    return _party("sole_trader", name, code, address, legal_rep)


def citizen(name: str, id_number: str, address: str, phone: str) -> dict[str, Any]:
    made = _party("citizen", name, "", address, "")
    return {**made, "id_number": id_number, "phone": phone}


def _party(kind: str, name: str, code: str, address: str, legal_rep: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "name": name,
        "code": code,
        "address": address,
        "legal_rep": legal_rep,
        "phone": "",
        "id_number": "",
    }


def fine(amount: str) -> dict[str, str]:
    return {"kind": "fine", "amount": amount}


def gains(amount: str) -> dict[str, str]:
    return {"kind": "confiscate_gains", "amount": amount}


def confiscated(what: str, worth: str) -> dict[str, str]:
    return {"kind": "confiscate_goods", "amount": worth, "content": f"没收{what}"}


WARNING = {"kind": "warning"}
