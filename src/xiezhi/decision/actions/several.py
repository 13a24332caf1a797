"""What a decision on several parties says of each of them, and what lists read of them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from xiezhi.casework.known import answering
from xiezhi.casework.models import Party
from xiezhi.casework.rules import is_minor
from xiezhi.procedure.shares import ELSEWHERE, payable
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.timelimits import cn_date
from xiezhi.record.models import Material
from xiezhi.record.writing import Writing
from xiezhi.registry.rules.identifiers import birth_date

Row = dict[str, Any]


def of_each(writing: Writing, values: Row) -> Row:
    """The parties with what was said and heard of each, what becomes of it, what it pays."""
    parties = writing.standing.parties
    owing = [(one.whose, payable(one.party or {})) for one in parties]
    return {
        "party": _decided_on(writing.standing, values["party"]),
        "penalties": decided_rows(values.get("penalties")),
        "statement": "\n".join(filter(None, (_told_and_heard(writing, one) for one in parties))),
        "each_pays": "；".join(f"{name} {sum_:,} 元" for name, sum_ in owing if sum_) or None,
    }


def decided_rows(rows: Iterable[Row] | None) -> list[Row]:
    """The rows that this decision is about: not of those who are dealt with in another File."""
    return [row for row in rows or () if row.get("kind") != ELSEWHERE]


def payables(standing: Standing) -> dict[str, Any]:
    """What each of several parties pays, for the ledger; nothing where there is one."""
    if not standing.several:
        return {}
    return {
        "payables": {str(one.number): str(payable(one.party or {})) for one in standing.parties}
    }


def _decided_on(standing: Standing, block: Row) -> Row:
    """The parties that this decision is about. Whoever isn't punished beside others who are is
    marked: no page names him."""
    penal = (standing.proposal or {}).get("outcome") == "penalty"
    blocks = [{k: v for k, v in block.items() if k != "joint"}, *(block.get("joint") or ())]
    kept = []
    for each in blocks:
        one = standing.of(each.get("id"))
        if one is not None:
            spared = penal and (one.party or {}).get("outcome") != "penalty"
            kept.append({**each, "spared": True} if spared else each)
    return {**kept[0], "joint": kept[1:]} if kept[1:] else kept[0]


def _told_and_heard(writing: Writing, one: Standing) -> str:
    told, served = one.last("casework.give_notice"), one.last("casework.serve_notice")
    if told is None or served is None:
        return ""
    number = told.facts["number"]
    begin = f"本机关于{cn_date(served.on)}向{one.whose}送达《行政处罚告知书》（{number}）。"
    return begin + statement_text(writing, one)


def statement_text(writing: Writing, standing: Standing) -> str:
    who, rechecked = standing.whose or "当事人", standing.last("casework.recheck_statement")
    if rechecked is None or not standing.has("casework.record_statement"):
        return f"{who}在规定期限内未提出陈述、申辩。"
    recheck = Material.objects.get(
        file=writing.file, code="statement.recheck", seq=rechecked.seq
    ).values
    return f"{who}提出：{recheck['statement']}经复核：{recheck['rechecked']}{recheck['reason']}"


def about_party(writing: Writing, main: Party) -> dict[str, Any]:
    """The party as lists name it: of several, those who are punished."""
    views = [one for one in writing.standing.parties if one.party]
    hit = {one.number for one in views if (one.party or {}).get("outcome") == "penalty"}
    punished = [p for p in answering(writing.file) if p.pk in hit] or [main]
    first, on = punished[0], writing.on
    return {
        "party_name": "、".join(party.name for party in punished)[:200],
        "party_kind": first.kind,
        "party_code": first.code,
        "party_is_minor": _any_minor([_minor(party, on) for party in punished]),
    }


def _any_minor(found: list[bool | None]) -> bool | None:
    """A page that shows a minor is shown of nobody; unknown of one is unknown (MIN-1)."""
    return True if True in found else None if None in found else False


def _minor(party: Any, on: dt.date) -> bool | None:
    """None (unknown) only for natural persons; organisations have no age."""
    if party.kind not in ("citizen", "sole_trader"):
        return False
    return is_minor(party.born_on or birth_date(party.id_number), on)
