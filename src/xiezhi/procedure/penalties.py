"""The statute's own lists: penalty kinds, evidence kinds, and the words for party and service.

Also who may not be punished at all: too late (art. 36), too young (30), no fault or harm (33).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from xiezhi.procedure.citations import Citation, Reason
from xiezhi.procedure.rulebook import refuse, rule
from xiezhi.procedure.timelimits import add_months


class _Labelled(StrEnum):
    """A code with its Chinese label, so that a list stands in one place only."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class PenaltyKind(_Labelled):
    """处罚法 art. 9, in the statute's order."""

    WARNING = "warning", "警告"
    CRITICISM = "criticism", "通报批评"
    FINE = "fine", "罚款"
    CONFISCATE_GAINS = "confiscate_gains", "没收违法所得"
    CONFISCATE_GOODS = "confiscate_goods", "没收非法财物"
    SUSPEND_LICENCE = "suspend_licence", "暂扣许可证件"
    DOWNGRADE = "downgrade", "降低资质等级"
    REVOKE_LICENCE = "revoke_licence", "吊销许可证件"
    RESTRICT_BUSINESS = "restrict_business", "限制开展生产经营活动"
    STOP_BUSINESS = "stop_business", "责令停产停业"
    CLOSE = "close", "责令关闭"
    BAR_FROM_TRADE = "bar_from_trade", "限制从业"
    DETENTION = "detention", "行政拘留"
    OTHER = "other", "法律、行政法规规定的其他行政处罚"


class EvidenceKind(_Labelled):
    """处罚法 art. 46: the eight kinds."""

    DOCUMENTARY = "documentary", "书证"
    PHYSICAL = "physical", "物证"
    AUDIOVISUAL = "audiovisual", "视听资料"
    ELECTRONIC = "electronic", "电子数据"
    TESTIMONY = "testimony", "证人证言"
    PARTY_STATEMENT = "party_statement", "当事人的陈述"
    EXPERT_OPINION = "expert_opinion", "鉴定意见"
    RECORD = "record", "勘验笔录、现场笔录"


class PartyKind(_Labelled):
    """Who is punished."""

    CITIZEN = "citizen", "公民"
    SOLE_TRADER = "sole_trader", "个体工商户"
    LEGAL_PERSON = "legal_person", "法人"
    OTHER_ORGANISATION = "other_organisation", "其他组织"

    @property
    def counts_as_citizen(self) -> bool:
        """For amounts: an individual business is a natural person in trade (PARTY-1).

        The statute names only citizens and organisations. The citizen's line protects the party
        in both directions: a lower cap on the spot, an earlier right to a hearing.
        """
        return self in (PartyKind.CITIZEN, PartyKind.SOLE_TRADER)


class ServiceMode(_Labelled):
    """民事诉讼法 arts. 87 to 95, and 处罚法 art. 61(2) for the electronic one."""

    DIRECT = "direct", "直接送达"
    LEFT = "left", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    MAIL = "mail", "邮寄送达"
    FORWARDED = "forwarded", "转交送达"
    ANNOUNCED = "announced", "公告送达"


class CaseSource(_Labelled):
    """Where a matter came from."""

    INSPECTION = "inspection", "监督检查"
    COMPLAINT = "complaint", "投诉"
    REPORT = "report", "举报"
    ASSIGNED = "assigned", "上级交办"
    TRANSFERRED = "transferred", "其他机关移送"
    MEDIA = "media", "媒体曝光"
    OTHER = "other", "其他"


class Procedure(_Labelled):
    SUMMARY = "summary", "简易程序"
    GENERAL = "general", "普通程序"


#: Light to heavy, as one city's statistics order them; a profile may set another order.
SEVERITY: tuple[PenaltyKind, ...] = (
    PenaltyKind.OTHER,
    PenaltyKind.WARNING,
    PenaltyKind.CRITICISM,
    PenaltyKind.FINE,
    PenaltyKind.CONFISCATE_GAINS,
    PenaltyKind.CONFISCATE_GOODS,
    PenaltyKind.SUSPEND_LICENCE,
    PenaltyKind.DOWNGRADE,
    PenaltyKind.RESTRICT_BUSINESS,
    PenaltyKind.STOP_BUSINESS,
    PenaltyKind.CLOSE,
    PenaltyKind.BAR_FROM_TRADE,
    PenaltyKind.REVOKE_LICENCE,
    PenaltyKind.DETENTION,
)


def severity(kinds: Iterable[str], order: Sequence[str] = SEVERITY) -> int:
    """The rank of the heaviest kind, 1 for the lightest; 0 when there is none."""
    ranks = {str(kind): rank for rank, kind in enumerate(order, start=1)}
    return max((ranks[str(PenaltyKind(kind))] for kind in kinds), default=0)


def heaviest(kinds: Iterable[str], order: Sequence[str] = SEVERITY) -> PenaltyKind | None:
    """One decision counts once, in its heaviest kind; a definite kind goes before 其他."""
    found = [PenaltyKind(kind) for kind in kinds]
    return max(found, key=lambda kind: severity([kind], order), default=None)


# -- who may not be punished ---


def limitation(
    ended_on: dt.date | None,
    found_on: dt.date | None,
    *,
    life_or_finance: bool | None = False,
    harm: bool | None = False,
) -> Reason | None:
    """PEN-1: found within two years, or five where life, health or finance were harmed.

    A continuing act counts from its end. Unknown days or an unknown harm refuse.
    """
    if ended_on is None or found_on is None:
        return refuse(
            "PEN-1",
            "没有填写违法行为终了日期或者发现日期。",
            todo="补填日期；有连续或者继续状态的，填终了之日。",
            field="ended_on" if ended_on is None else "found_on",
        )
    if found_on <= add_months(ended_on, 24):
        return None
    if found_on <= add_months(ended_on, 60):
        if life_or_finance and harm:
            return None
        if life_or_finance is not False and harm is not False:
            return refuse(
                "PEN-1",
                "违法行为终了已超过二年，还没有查明是否涉及公民生命健康安全、金融安全且有危害后果。",
                todo="查明后再提请立案。",
                field="harm",
            )
    years = "五" if life_or_finance and harm else "二"
    return refuse(
        "PEN-1",
        f"违法行为在{years}年内未被发现，不再给予行政处罚。",
        todo="决定不予立案。",
        field="found_on",
    )


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Full years: somebody turns fourteen on the day after the birthday, in the minor's favour."""
    years = day.year - born_on.year
    return years if add_months(born_on, 12 * years) < day else years - 1


@dataclass(frozen=True, slots=True)
class Mercy:
    """A ground not to punish or to punish less: what it is, and whether it must be applied."""

    code: str
    effect: str
    must: bool
    label: str

    @property
    def cite(self) -> Citation:
        return rule(self.code).cite


NO_PENALTY, LIGHTER = "no_penalty", "lighter"

MERCIES: tuple[Mercy, ...] = (
    Mercy("PEN-26", NO_PENALTY, True, "不满十四周岁"),
    Mercy("PEN-26", LIGHTER, True, "已满十四周岁不满十八周岁"),
    Mercy("PEN-31", NO_PENALTY, True, "精神病人、智力残疾人不能辨认或者不能控制自己行为"),
    Mercy("PEN-27", NO_PENALTY, True, "轻微并及时改正，没有造成危害后果"),
    Mercy("PEN-27-2", NO_PENALTY, False, "初次违法、危害后果轻微并及时改正"),
    Mercy("PEN-27-3", NO_PENALTY, True, "有证据足以证明没有主观过错"),
    Mercy("PEN-32", LIGHTER, True, "主动消除或者减轻危害后果等法定情形"),
)


def minor(born_on: dt.date | None, acted_on: dt.date) -> Mercy | None:
    """PEN-26 by the age on the day of the act."""
    if born_on is None:
        return None
    age = age_on(born_on, acted_on)
    if age < 14:
        return MERCIES[0]
    return MERCIES[1] if age < 18 else None


@dataclass(frozen=True, slots=True)
class Conduct:
    """What was found about the act and its author; None is unknown."""

    slight: bool | None = None
    corrected: bool | None = None
    harm: bool | None = None
    first: bool | None = None
    slight_harm: bool | None = None
    no_fault_proved: bool | None = None
    insane: bool | None = None


def not_punishable(
    conduct: Conduct, born_on: dt.date | None = None, acted_on: dt.date | None = None
) -> list[Mercy]:
    """The grounds that apply for certain. What is unknown founds nothing and is asked instead."""
    found: list[Mercy] = []
    young = minor(born_on, acted_on) if acted_on else None
    if young:
        found.append(young)
    if conduct.insane:
        found.append(MERCIES[2])
    if conduct.slight and conduct.corrected and conduct.harm is False:
        found.append(MERCIES[3])
    elif conduct.first and conduct.corrected and conduct.slight_harm:
        found.append(MERCIES[4])
    if conduct.no_fault_proved:
        found.append(MERCIES[5])
    return found
