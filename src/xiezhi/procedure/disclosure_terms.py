"""What of a decision must be public, where, by when, for how long; and the gate before it.

Each channel has its own limit and its own period: the unified portal, 信用中国 (by the classes
of the 2026 repair measures) and, for market supervision, the enterprise credit system.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.citations import Citation, Reason
from xiezhi.procedure.penalties import PartyKind, PenaltyKind, Procedure
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import refuse, rule
from xiezhi.procedure.timelimits import (
    PUBLISH_ANY,
    PUBLISH_CREDIT,
    PUBLISH_ENTERPRISE,
    PUBLISH_PENALTY,
    PUSH_ENTERPRISE,
    Due,
    TimeLimit,
    add_months,
    compute,
)

#: The least that is said of any act (PLAN-1).
RESULT_ITEMS = ("执法机关", "执法对象", "执法类别", "执法结论")


class Channel(StrEnum):
    """Where a decision is shown."""

    PORTAL = "portal"
    CREDIT = "credit"
    ENTERPRISE = "enterprise"

    @property
    def label(self) -> str:
        return _CHANNELS[self]


_CHANNELS = {
    Channel.PORTAL: "统一公示平台",
    Channel.CREDIT: "信用中国",
    Channel.ENTERPRISE: "国家企业信用信息公示系统",
}


class CreditClass(StrEnum):
    """轻微, 一般, 严重 (CR-3)."""

    MINOR = "minor"
    GENERAL = "general"
    SERIOUS = "serious"

    @property
    def label(self) -> str:
        return {"minor": "轻微", "general": "一般", "serious": "严重"}[self.value]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the terms of publication depend on. `restricted_months`: how long a business or job
    is restricted by the decision, where it is."""

    procedure: Procedure
    kinds: frozenset[PenaltyKind]
    party_kind: PartyKind
    fine: Decimal = Decimal(0)
    market_supervision: bool = False
    other_province: bool = False
    restricted_months: int | None = None

    def only(self, *kinds: PenaltyKind) -> bool:
        return self.kinds <= set(kinds)


_SERIOUS = {
    PenaltyKind.REVOKE_LICENCE,
    PenaltyKind.RESTRICT_BUSINESS,
    PenaltyKind.CLOSE,
    PenaltyKind.BAR_FROM_TRADE,
}
_LIGHT = (PenaltyKind.WARNING, PenaltyKind.CRITICISM)


def credit_class(made: Decided, policy: Policy) -> CreditClass:
    """CR-4 to CR-6: on the spot or a mere warning is minor; revocation and the like serious."""
    if made.kinds & _SERIOUS or _reaches(made, policy, "huge_fine"):
        return CreditClass.SERIOUS
    if made.procedure is Procedure.SUMMARY or made.only(*_LIGHT):
        return CreditClass.MINOR
    return CreditClass.GENERAL


def _line(made: Decided, policy: Policy, name: str) -> Decimal:
    who = "citizen" if made.party_kind.counts_as_citizen else "organisation"
    line: Decimal = getattr(policy, f"{name}_{who}")
    return line


def _reaches(made: Decided, policy: Policy, name: str) -> bool:
    line = _line(made, policy, name)
    return bool(line) and made.fine >= line


def _enterprise_class(made: Decided, policy: Policy) -> CreditClass:
    """SAMR-18: 通报批评 or a lower fine alone for three months, all else for three years."""
    low = _line(made, policy, "low_fine")
    light_fine = made.only(*_LIGHT, PenaltyKind.FINE) and 0 < made.fine <= low
    if made.only(*_LIGHT) or light_fine:
        return CreditClass.MINOR
    return CreditClass.GENERAL


@dataclass(frozen=True, slots=True)
class Term:
    """One channel: is the decision shown there, by when, for how many months, on which rules."""

    channel: Channel
    shown: bool
    why: str
    rules: tuple[str, ...]
    limit: TimeLimit
    months: int | None = 0
    level: CreditClass = CreditClass.GENERAL

    @property
    def cites(self) -> tuple[Citation, ...]:
        return tuple(rule(code).cite for code in self.rules)

    def due(self, decided_on: dt.date, *, calendar: WorkCalendar, today: dt.date) -> Due:
        return compute(self.limit, decided_on, calendar=calendar, today=today)

    def until(self, *, decided_on: dt.date, published_on: dt.date) -> dt.date | None:
        """The last day on show. The credit site counts from the document's date (CR-3)."""
        if not self.shown or self.months is None:
            return None
        start = decided_on if self.channel is Channel.CREDIT else published_on
        return add_months(start, self.months) - dt.timedelta(days=1)


def terms(made: Decided, policy: Policy) -> list[Term]:
    """The three channels, shown or not, each with its rule and its own period (CR-10)."""
    return [_portal(made, policy), _credit(made, policy), _enterprise(made, policy)]


class Row(Protocol):
    """A decision as it is stored: codes, not members."""

    procedure: str
    kinds: list[str]
    fine: Decimal
    party_kind: str

    @property
    def disclosure(self) -> str: ...


def portal_term(decision: Row, policy: Policy) -> Term:
    """Is a decision shown on the unified platform, by when, how long (P9: only penalties end)?"""
    if decision.disclosure != "penalty":
        return _any_act(decision.disclosure, policy)
    made = Decided(
        procedure=Procedure(decision.procedure),
        kinds=frozenset(PenaltyKind(kind) for kind in decision.kinds),
        party_kind=PartyKind(decision.party_kind),
        fine=decision.fine,
    )
    return _portal(made, policy)


def _any_act(disclosure: str, policy: Policy) -> Term:
    licence = disclosure == "licence"
    limit = policy.limit(PUBLISH_PENALTY if licence else PUBLISH_ANY)
    if disclosure == "none":
        return Term(Channel.PORTAL, False, "这一类行为不向社会公示", ("GATE-7",), limit)
    return Term(Channel.PORTAL, True, "向社会公示", (limit.id,), limit, months=None)


def _portal(made: Decided, policy: Policy) -> Term:
    level = credit_class(made, policy)
    months = policy.publication_terms[Channel.PORTAL][level]
    shown, why, codes = True, f"{level.label}类，公示 {months} 个月", ("PLAN-2", "PEN-48-1")
    if made.procedure is Procedure.SUMMARY and not policy.publish_summary:
        shown, why, codes = False, "简易程序的处罚只统计，不逐件公示", ("CR-4", "PLAN-4")
    elif made.only(PenaltyKind.WARNING) and not policy.publish_warning_only:
        shown, why, codes = False, "仅受警告的不公示", ("SAMR-13", "CR-4")
    limit = policy.limit(PUBLISH_PENALTY)
    return Term(Channel.PORTAL, shown and months > 0, why, codes, limit, months, level)


def _credit(made: Decided, policy: Policy) -> Term:
    level = credit_class(made, policy)
    months = policy.publication_terms[Channel.CREDIT][level]
    code = {"minor": "CR-4", "general": "CR-5", "serious": "CR-6"}[level]
    why = f"{level.label}失信信息，公示 {months} 个月" if months else "轻微失信信息原则上不公示"
    limit = policy.limit(PUBLISH_CREDIT)
    return Term(Channel.CREDIT, months > 0, why, ("CR-1", code), limit, months, level)


def _enterprise(made: Decided, policy: Policy) -> Term:
    level = _enterprise_class(made, policy)
    months = policy.publication_terms[Channel.ENTERPRISE][level]
    limit = policy.limit(PUSH_ENTERPRISE if made.other_province else PUBLISH_ENTERPRISE)
    codes: tuple[str, ...] = ("SAMR-12-2" if made.other_province else "SAMR-12", "SAMR-18")
    if (made.restricted_months or 0) > months:
        months, codes = made.restricted_months or 0, (codes[0], "SAMR-18-3")
    hidden = _not_on_enterprise(made)
    why, codes = hidden or (f"公示 {months} 个月", codes)
    return Term(Channel.ENTERPRISE, hidden is None, why, codes, limit, months, level)


def _not_on_enterprise(made: Decided) -> tuple[str, tuple[str, ...]] | None:
    if not made.market_supervision:
        return "不是市场监管部门的处罚，可以通过其他系统公示", ("CR-2",)
    if made.party_kind is PartyKind.CITIZEN:
        return "当事人不是市场主体", ("SAMR-12",)
    if made.procedure is Procedure.SUMMARY:
        return "只公示普通程序的处罚", ("SAMR-13",)
    if made.only(PenaltyKind.WARNING):
        return "仅受警告的不予公示", ("SAMR-13",)
    return None


# -- the gate ---


class Outcome(StrEnum):
    """What the gate says: show, show after treatment, withhold, or: it isn't known yet."""

    PUBLISH = "publish"
    TREAT = "treat"
    WITHHOLD = "withhold"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return {
            "publish": "公开",
            "treat": "作适当处理后公开",
            "withhold": "依法不公开",
            "unknown": "还没有查明",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Gate:
    """One question of the gate, in its order."""

    code: str
    rule_code: str
    fact: str
    label: str

    @property
    def cite(self) -> Citation:
        return rule(self.rule_code).cite


GATES: tuple[Gate, ...] = (
    Gate(
        "G1", "GATE-1", "state_secret", "涉及国家秘密，法律、行政法规禁止公开，或者危及安全、稳定"
    ),
    Gate("G2", "GATE-2", "third_party_harm", "涉及商业秘密、个人隐私，公开会损害第三方"),
    Gate("G3", "GATE-3", "minor", "被处罚人是未成年人"),
    Gate("G4", "GATE-4", "public_security", "违反治安管理的记录"),
    Gate("G5", "GATE-5", "all_facts_secret", "主要事实都涉及秘密、隐私"),
    Gate("G6", "GATE-6", "province_unfit", "省级机关认定不宜公开"),
    Gate("G7", "GATE-7", "process_information", "属于过程性信息、内部事务信息"),
    Gate("G8", "GATE-8", "needs_treatment", "含有应当遮盖的内容"),
    Gate("G9", "GATE-9", "social_influence", "具有一定社会影响"),
)
_BY_CODE = {gate.code: gate for gate in GATES}


@dataclass(frozen=True, slots=True)
class GateFacts:
    """Answers about one decision; None is unknown and lets nothing through."""

    secrecy_reviewed: bool | None = None
    state_secret: bool | None = None
    third_party_harm: bool | None = None
    severable: bool | None = None
    third_party_consents: bool | None = None
    public_interest: bool | None = None
    minor: bool | None = None
    public_security: bool | None = None
    all_facts_secret: bool | None = None
    province_unfit: bool | None = None
    process_information: bool | None = None
    needs_treatment: bool | None = None
    social_influence: bool | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One question answered, and what follows from it."""

    gate: Gate
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says, with the trace of all questions in order."""

    outcome: Outcome
    trace: tuple[Judged, ...]

    @property
    def ground(self) -> Gate | None:
        """For a withholding: the first gate that closed."""
        shut = (each.gate for each in self.trace if each.outcome is Outcome.WITHHOLD)
        return next(shut, None)

    def refusals(self) -> list[Reason]:
        """Why it can't be published; empty when it can."""
        if self.outcome in (Outcome.PUBLISH, Outcome.TREAT):
            return []
        wanted = self.outcome
        return [_refusal(each) for each in self.trace if each.outcome is wanted]


def _refusal(each: Judged) -> Reason:
    unknown = each.outcome is Outcome.UNKNOWN
    code = "GATE-1-2" if each.gate.code == "G1" and unknown else each.gate.rule_code
    say = f"“{each.gate.label}”还没有查明，不能公开。" if unknown else f"{each.why}，不公开。"
    todo = "查明后再拟定公示内容。" if unknown else "办理“依法不公开”，写明事由。"
    return refuse(code, say, todo=todo, field=each.gate.fact)


def gate(facts: GateFacts, policy: Policy) -> Verdict:
    """G1 to G9 in order. A closed gate withholds; else anything unknown stops; else it is shown."""
    trace = tuple(_judge(facts, policy))
    outcomes = {each.outcome for each in trace}
    for outcome in (Outcome.WITHHOLD, Outcome.UNKNOWN, Outcome.TREAT):
        if outcome in outcomes:
            return Verdict(outcome, trace)
    return Verdict(Outcome.PUBLISH, trace)


def _judge(facts: GateFacts, policy: Policy) -> Iterator[Judged]:
    yield _secrecy(facts)
    yield _third_party(facts)
    for code in ("G3", "G4", "G5", "G6", "G7"):
        yield _plain(_BY_CODE[code], getattr(facts, _BY_CODE[code].fact), Outcome.WITHHOLD)
    yield _plain(_BY_CODE["G8"], facts.needs_treatment, Outcome.TREAT)
    yield _influence(facts, policy)


def _plain(each: Gate, answer: bool | None, then: Outcome) -> Judged:
    if answer is None:
        return Judged(each, Outcome.UNKNOWN, "还没有回答")
    return Judged(each, then if answer else Outcome.PUBLISH, each.label if answer else "不属于")


def _secrecy(facts: GateFacts) -> Judged:
    """Nothing is shown before the secrecy review (保密法 art. 35)."""
    if facts.state_secret is not True and facts.secrecy_reviewed is not True:
        return Judged(_BY_CODE["G1"], Outcome.UNKNOWN, "还没有保密审查")
    return _plain(_BY_CODE["G1"], facts.state_secret, Outcome.WITHHOLD)


def _third_party(facts: GateFacts) -> Judged:
    """条例 art. 15: not shown, unless they agree or the public interest weighs more; what can be
    told apart is covered and the rest shown (art. 37)."""
    each = _BY_CODE["G2"]
    if not facts.third_party_harm:
        return _plain(each, facts.third_party_harm, Outcome.WITHHOLD)
    if facts.third_party_consents:
        return Judged(each, Outcome.PUBLISH, "第三方同意公开")
    if facts.public_interest:
        return Judged(each, Outcome.PUBLISH, "不公开会对公共利益造成重大影响，须书面告知第三方")
    if facts.severable is None:
        return Judged(each, Outcome.UNKNOWN, "还不知道能否区分处理")
    if facts.severable:
        return Judged(each, Outcome.TREAT, "遮盖后公开其余内容")
    return Judged(each, Outcome.WITHHOLD, each.label)


def _influence(facts: GateFacts, policy: Policy) -> Judged:
    """处罚法 art. 48 demands only decisions of social influence; the plans demand all."""
    each = _BY_CODE["G9"]
    if not policy.publish_social_only:
        return Judged(each, Outcome.PUBLISH, "方案要求全部公示")
    if facts.social_influence is None:
        return Judged(each, Outcome.UNKNOWN, "还没有回答")
    if facts.social_influence:
        return Judged(each, Outcome.PUBLISH, each.label)
    return Judged(each, Outcome.WITHHOLD, "不具有一定社会影响，方案没有要求公示")
