"""Pure judgements of disclosure: what a page may say of a person, when it must come and go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Protocol

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.disclosure_terms import (
    GATES,
    Decided,
    Gate,
    GateFacts,
    Row,
    Term,
    gate,
    terms,
)
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.penalties import PartyKind, PenaltyKind, Procedure
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import refuse

#: Act kinds as lists and filters name them; a publication's `kind` is one of these.
KIND_LABELS: Mapping[str, str] = {
    kind.disclosure: FAMILIES[kind.family] for kind in KINDS.values() if kind.disclosure != "none"
}

#: How the not-shown are filtered on the citizens' account.
STATE_LABELS: tuple[tuple[str, str], ...] = (
    ("", "全部"),
    ("overdue", "超期未公示"),
    ("withheld", "依法不公开"),
    ("pending", "期限内"),
)

#: Why a publication is taken down (处罚法 art. 48(2); 公示规定 arts. 11–14).
WITHDRAWAL_GROUNDS: tuple[tuple[str, str, str], ...] = (
    ("changed", "决定被依法变更", "PEN-22"),
    ("revoked", "决定被撤销", "PEN-22"),
    ("unlawful", "决定被确认违法", "PEN-22"),
    ("void", "决定被确认无效", "PEN-22"),
    ("error", "公示内容有误，更正后重新公示", "OGI-8"),
    ("repaired", "信用修复，提前停止公示", "CR-7"),
    ("personal", "公示内容不当涉及个人信息或者秘密", "GATE-2"),
)
#: The ground that has conditions of its own.
REPAIRED = "repaired"
GROUND_LABELS: Mapping[str, str] = {code: label for code, label, _ in WITHDRAWAL_GROUNDS}
GROUND_RULES: Mapping[str, str] = {code: rule for code, _, rule in WITHDRAWAL_GROUNDS}

NATURAL = ("citizen",)
PARTY_KINDS: Mapping[str, str] = {
    "citizen": "公民",
    "legal_person": "法人",
    "other_organisation": "其他组织",
    "sole_trader": "个体工商户",
}


def is_natural(party_kind: str) -> bool:
    """A person without a business: nothing of the private life may be shown."""
    return party_kind in NATURAL


def masked(name: str) -> str:
    """李某: how a natural person other than the punished appears in public."""
    kept = name.strip()
    if not kept:
        return ""
    double = kept[:2] in _DOUBLE_SURNAMES and len(kept) > 2
    return f"{kept[: 2 if double else 1]}某"


#: 复姓 that are common enough to be recognised.
_DOUBLE_SURNAMES = frozenset(
    (
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "东方",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "端木",
    )
)


def month_of(today: dt.date, asked: str = "") -> tuple[dt.date, dt.date]:
    """First and last day of the month asked for (2026-11); of this month when it isn't one."""
    try:
        first = dt.date.fromisoformat(f"{asked}-01")
    except ValueError:
        first = today.replace(day=1)
    following = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return first, following - dt.timedelta(days=1)


def minor(party_kind: str, is_minor: bool | None) -> bool | None:
    """Is the punished a minor? A registered trader isn't; of a person unknown stays unknown.

    Of several parties the row says whether any of them is, so an organisation's may be unknown.
    """
    return False if party_kind == "sole_trader" and is_minor is None else is_minor


# -- on which channels, and what its page must say --


class Decision(Row, Protocol):
    """A decision as it is stored, with what the channels ask of its party and agency."""

    party_code: str

    @property
    def agency(self) -> Agency: ...


class Agency(Protocol):
    """The agency that decided."""

    name: str
    region: str


def decided(decision: Decision) -> Decided:
    """What the terms of a penalty depend on. The code of a party (18 places) names the place of
    its registration: another province's authority shows it there (公示规定 art. 10)."""
    place = decision.party_code[2:4] if len(decision.party_code) == _CODE else ""
    ours = decision.agency.region[:2]
    return Decided(
        procedure=Procedure(decision.procedure),
        kinds=frozenset(PenaltyKind(kind) for kind in decision.kinds),
        party_kind=PartyKind(decision.party_kind),
        fine=decision.fine,
        market_supervision="市场监督管理" in decision.agency.name,
        other_province=bool(place and ours and place != ours),
    )


_CODE = 18


def channel_terms(decision: Decision, policy: Policy) -> list[Term]:
    """Where a penalty is shown, by when, for how long; nothing for any other act."""
    return terms(decided(decision), policy) if decision.disclosure == "penalty" else []


#: What the summary of a penalty names (公示规定 art. 4).
SUMMARY_ITEMS = ("决定书文号", "当事人", "违法行为", "处罚内容", "作出机关", "决定日期")


def summary_refusals(content: Mapping[str, Any]) -> list[Reason]:
    """A penalty is shown with its whole summary in front of it (SAMR-14)."""
    if content["kind"] != "penalty":
        return []
    named = {label for label, runs, _ in content["summary"] if runs}
    lacking = "、".join(item for item in SUMMARY_ITEMS if item not in named)
    todo = "补齐决定书的内容再拟定。"
    return [refuse("SAMR-14", f"公示摘要没有写明{lacking}。", todo)] if lacking else []


# -- on which ground a decision isn't shown --


#: Not withheld on a ground of the decision's own: the profile counts such decisions only.
COUNTED_ONLY = "COUNT"
GATES_BY_CODE: Mapping[str, Gate] = {each.code: each for each in GATES if each.code != "G8"}


def withhold_label(ground: str) -> str:
    """What the public reads as the ground of a withholding."""
    if ground == COUNTED_ONLY:
        return "依规定只统计，不逐件公示"
    if ground == "G9":
        return "不具有一定社会影响"
    return GATES_BY_CODE[ground].label if ground in GATES_BY_CODE else "依法不公开"


def withhold_refusals(ground: str, *, is_minor: bool | None, policy: Policy) -> list[Reason]:
    """Only a ground that closes the gate withholds: 'none of it matters' does so nowhere but
    where the profile shows socially relevant decisions only."""
    if ground not in GATES_BY_CODE:
        return [refuse("GATE-1", "没有选择不公开的法定事由。", field="ground")]
    if ground == "G9" and not policy.publish_social_only:
        say = "本机关适用的方案要求公示全部处罚决定，不能以没有社会影响为由不公开。"
        return [refuse("PLAN-2", say, todo="拟定公示内容。", field="ground")]
    if ground == "G3" and is_minor is False:
        return [refuse("GATE-3", "当事人不是未成年人。", todo="选择别的事由。", field="ground")]
    return []


def shown_refusals(term: Term) -> list[Reason]:
    """A decision that the profile only counts isn't put up either: slight matters stay slight."""
    if term.shown:
        return []
    todo = "不用公示；公众的账里计为“依规定只统计”。"
    return [refuse(term.rules[0], f"{term.why}。", todo=todo)]


def gate_refusals(facts: GateFacts, policy: Policy) -> list[Reason]:
    """Why the gate before publication (G1 to G9) is shut, or what isn't known yet."""
    return gate(facts, policy).refusals()
