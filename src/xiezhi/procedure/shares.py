"""Several parties in one case: what each answers for, and the ledger as each of them sees it.

A report proposes a *share* for every party that may be punished: its own outcome, kinds and sums.
Entries that concern one party carry its number in the fact `party`. With both, the File can be
seen through the eyes of one party, and every judgement that is right for a case with one party is
right for each of several.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from xiezhi.procedure.penalties import PenaltyKind
from xiezhi.procedure.steps import Event

Share = Mapping[str, Any]

#: What a row of a proposal may say beside a penalty: 不予行政处罚 (art. 33), dealt with in a File
#: of its own (分案).
NONE, ELSEWHERE = "none", "elsewhere"
#: The sums of a share, and the kind of penalty that each adds up.
SUMS: Mapping[str, str] = {
    "fine": PenaltyKind.FINE,
    "gains": PenaltyKind.CONFISCATE_GAINS,
    "goods_value": PenaltyKind.CONFISCATE_GOODS,
}


def shares_of(proposal: Mapping[str, Any] | None) -> Sequence[Share]:
    """The shares of a proposal; empty where the case has one party."""
    found: Sequence[Share] = (proposal or {}).get("shares") or ()
    return found


def punishable(proposal: Mapping[str, Any] | None) -> list[Share]:
    """The shares that this File decides on: all but those dealt with elsewhere."""
    return [share for share in shares_of(proposal) if share.get("outcome") != ELSEWHERE]


def share_of(party: Share, rows: Iterable[Mapping[str, Any]], outcome: str) -> dict[str, Any]:
    """One party's share, added up from its rows; without any, nobody has said what becomes of it.

    `outcome` is the proposal's own: a case that ends without a penalty does so for everybody.
    """
    mine = [row for row in rows if row.get("party") == party["party"]]
    said = {str(row["kind"]) for row in mine}
    kinds = said - {NONE, ELSEWHERE}
    found = {"no_penalty"} if outcome == "no_penalty" else set()
    found |= {"penalty"} if kinds else set()
    found |= {"no_penalty"} if NONE in said else set()
    found |= {ELSEWHERE} if ELSEWHERE in said else set()
    sums = {name: _sum(mine, kind) for name, kind in SUMS.items()}
    one = found.pop() if len(found) == 1 else ""
    return {**party, "outcome": one, "kinds": sorted(kinds), **sums}


def _sum(rows: Iterable[Mapping[str, Any]], kind: str) -> str:
    amounts = (Decimal(str(row.get("amount") or 0)) for row in rows if row["kind"] == kind)
    return str(sum(amounts, Decimal(0)))


def payable(share: Share) -> Decimal:
    """What the party of a share pays: its fine and its confiscated gains."""
    return Decimal(str(share.get("fine") or 0)) + Decimal(str(share.get("gains") or 0))


def seen_by(share: Share, events: Iterable[Event], *, main: bool) -> list[Event]:
    """The ledger of one party: what concerns others is left out, shared facts are its own part.

    What was proposed before there were several parties concerned the main one.
    """
    party = share["party"]
    return [
        _own(event, party, main=main)
        for event in events
        if event.facts.get("party") in (None, party)
    ]


def _own(event: Event, party: int, *, main: bool) -> Event:
    facts = dict(event.facts)
    if "proposal" in facts:
        facts["proposal"] = _proposed(facts["proposal"] or {}, party, main=main)
    if "hearings" in facts:
        facts["hearing_right"] = str(party) in facts["hearings"]
    if "payables" in facts:
        facts["payable"] = facts["payables"].get(str(party), "0")
    return replace(event, facts=facts) if facts != event.facts else event


def _proposed(proposal: Mapping[str, Any], party: int, *, main: bool) -> dict[str, Any]:
    if not shares_of(proposal):
        return dict(proposal) if main else {}
    own = next((share for share in shares_of(proposal) if share.get("party") == party), None)
    if own is None:
        return {}
    rows = [row for row in proposal.get("penalties") or () if row.get("party") == party]
    kept = {key: value for key, value in proposal.items() if key != "shares"}
    return {**kept, **own, "penalties": rows}
