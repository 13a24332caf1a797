"""Is a legal review due? Which ten points does it look at? (处罚法 art. 58, plans)

A ground has three answers. Only when every ground is denied may a decision go without a review:
what is unknown counts as a ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xiezhi.procedure.citations import Citation, Reason
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.penalties import PartyKind, PenaltyKind
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import refuse, rule


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for a review: does it apply (True), not apply (False), or is it unknown (None)?"""

    code: str
    label: str
    why: str
    answer: bool | None
    field: str | None = None

    @property
    def cite(self) -> Citation:
        return rule(self.code).cite


#: Grounds that a person answers: the fact's name, its rule, its words.
QUESTIONS: tuple[tuple[str, str, str], ...] = (
    ("public_interest", "PEN-12-1", "涉及重大公共利益"),
    ("complex", "PEN-12-3", "案件情况疑难复杂、涉及多个法律关系"),
    ("law_requires", "PEN-12-4", "法律、法规规定或者本机关目录列明应当审核的其他情形"),
)
_PLAN_QUESTIONS: tuple[tuple[str, str, str, str], ...] = (
    ("social_risk", "REV-SOCIAL", "可能造成重大社会影响或者引发社会风险", "review_social_risk"),
    ("beyond_benchmark", "REV-BENCHMARK", "超出裁量基准或者减轻处罚", "review_beyond_benchmark"),
)


def grounds(facts: Mapping[str, Any], policy: Policy) -> list[Ground]:
    """Every ground with its answer, in the order of the statute and then of the plan.

    `facts`: the answers above and `heard`, `procedure`, `party_kind`, `kinds`,
    `fine`, `gains`, `goods_value`. A missing or null fact is unknown. `family` is the act kind's;
    other acts than penalties are major by the guidance of 2018 and the plan: `major` is the rule by
    which what is proposed always is.
    """
    family = str(facts.get("family") or "penalty")
    if family == "penalty":
        return [*_statutory(facts), *_by_plan(facts, policy)]
    return [*_of_any_act(facts), *_by_list(facts, policy, family)]


#: What makes any enforcement decision a major one (国办发〔2018〕118号).
_MAJOR: tuple[tuple[str, str], ...] = (
    ("public_interest", "涉及重大公共利益"),
    ("social_risk", "可能造成重大社会影响或者引发社会风险"),
    ("major_rights", "直接关系当事人或者第三人重大权益"),
    ("complex", "案件情况疑难复杂、涉及多个法律关系"),
)


def _of_any_act(facts: Mapping[str, Any]) -> Iterator[Ground]:
    for field, label in _MAJOR:
        yield _asked(facts, field, "REV-MAJOR", label)
    heard = _answer(facts.get("heard"))
    whys = {True: "经过听证程序", False: "没有经过听证程序", None: "还不知道是否经过听证"}
    yield Ground("REV-MAJOR", "经过听证程序作出决定", whys[heard], heard, "heard")
    yield _asked(facts, "law_requires", "REV-CATALOGUE", "法律、法规或者审核目录列明的其他情形")


def _by_list(facts: Mapping[str, Any], policy: Policy, family: str) -> Iterator[Ground]:
    every = family in policy.review_all
    code = policy.sources["review_all"].rule if every else "REV-GENERAL"
    wants = "要求这类决定都审核" if every else "没有要求这类决定都审核"
    yield Ground(code, f"{FAMILIES[family]}决定", f"《{policy.title}》{wants}", every)
    if major := str(facts.get("major") or ""):
        yield Ground(major, rule(major).title, "拟作出的决定属于这一类", True)


def _statutory(facts: Mapping[str, Any]) -> Iterator[Ground]:
    questions = {field: (code, label) for field, code, label in QUESTIONS}
    yield _asked(facts, "public_interest", *questions["public_interest"])
    yield _heard(facts)
    for field in ("complex", "law_requires"):
        yield _asked(facts, field, *questions[field])


def _asked(facts: Mapping[str, Any], field: str, code: str, label: str) -> Ground:
    answer = _answer(facts.get(field))
    words = {True: "承办人确认属于", False: "承办人确认不属于", None: "还没有回答"}
    return Ground(code, label, words[answer], answer, field)


def _heard(facts: Mapping[str, Any]) -> Ground:
    """After a hearing there is always a review: a hearing shows that major rights are at stake."""
    heard = _answer(facts.get("heard"))
    label = "直接关系当事人或者第三人重大权益，经过听证程序"
    if heard:
        return Ground("PEN-12-2", label, "本案经过听证程序", True, "heard")
    if heard is None:
        return Ground("PEN-12-2", label, "还不知道是否经过听证", None, "heard")
    return Ground("PEN-12-2", label, "本案没有经过听证程序", False, "heard")


def _by_plan(facts: Mapping[str, Any], policy: Policy) -> Iterator[Ground]:
    yield _general(facts, policy)
    for field, code, label, switch in _PLAN_QUESTIONS:
        if getattr(policy, switch):
            yield _asked(facts, field, code, label)
    yield _kinds(facts, policy)
    yield _amount(facts, policy)


def _general(facts: Mapping[str, Any], policy: Policy) -> Ground:
    every = "penalty" in policy.review_all
    code = policy.sources["review_all"].rule if every else "REV-GENERAL"
    label = "普通程序的处罚"
    procedure = facts.get("procedure")
    if not every:
        return Ground(code, label, f"《{policy.title}》没有要求普通程序都审核", False)
    if procedure not in ("summary", "general"):
        return Ground(code, label, "还没有确定适用的程序", None, "procedure")
    general = procedure == "general"
    return Ground(code, label, "本案适用普通程序" if general else "本案适用简易程序", general)


def _kinds(facts: Mapping[str, Any], policy: Policy) -> Ground:
    label = "较重的处罚种类"
    given = facts.get("kinds")
    if given is None:
        return Ground("REV-KIND", label, "还没有提出处罚种类", None, "kinds")
    hit = [PenaltyKind(kind).label for kind in given if kind in policy.review_kinds]
    why = f"拟{'、'.join(hit)}" if hit else "拟处罚的种类不在目录里"
    return Ground("REV-KIND", label, why, bool(hit), "kinds")


def _amount(facts: Mapping[str, Any], policy: Policy) -> Ground:
    label = "罚款、没收的数额达到目录标准"
    party = facts.get("party_kind")
    if party is None or facts.get("kinds") is None:
        return Ground("REV-AMOUNT", label, "还不知道当事人类型或者数额", None, "party_kind")
    citizen = PartyKind(party).counts_as_citizen
    line = policy.review_fine_citizen if citizen else policy.review_fine_organisation
    sums = (facts.get("fine"), _sum(facts.get("gains"), facts.get("goods_value")))
    most = max(Decimal(each or 0) for each in sums)
    if not line:
        return Ground("REV-AMOUNT", label, "目录没有规定数额", False)
    why = f"{most:,} 元，标准 {line:,} 元"
    return Ground("REV-AMOUNT", label, why, most >= line, "fine")


def _sum(*amounts: Any) -> Decimal:
    return sum((Decimal(amount or 0) for amount in amounts), Decimal(0))


def _answer(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def must_review(facts: Mapping[str, Any], policy: Policy) -> bool:
    """True unless every ground is denied: unknown is not no."""
    return any(ground.answer is not False for ground in grounds(facts, policy))


def exemption(facts: Mapping[str, Any], policy: Policy) -> tuple[list[Ground], list[Reason]]:
    """The trace of every ground, and why the exemption is refused (empty if it is allowed)."""
    trace = grounds(facts, policy)
    return trace, [_refusal(ground) for ground in trace if ground.answer is not False]


def _refusal(ground: Ground) -> Reason:
    if ground.answer:
        return refuse(
            ground.code,
            f"{ground.label}：{ground.why}，应当经过法制审核。",
            todo="提请法制审核。",
            field=ground.field,
        )
    return refuse(
        ground.code,
        f"“{ground.label}”还没有查明，不能免于审核。",
        todo="查明后回答“否”，或者提请法制审核。",
        field=ground.field,
    )


# -- the ten points ---


@dataclass(frozen=True, slots=True)
class Point:
    """One of the ten points of a review: what is asked, and where to look."""

    code: str
    label: str
    look: str
    rules: tuple[str, ...]

    @property
    def cite(self) -> Citation:
        return rule(self.rules[0]).cite


CHECKLIST: tuple[Point, ...] = (
    Point("subject", "执法主体合法", "有处罚权，有管辖权，名义一致", ("REV-CHECK",)),
    Point("officers", "执法人员具备资格", "不少于两人，证件在行为当日有效", ("PEN-3", "PEN-4")),
    Point("facts", "事实清楚", "何人、何时、何地、做了什么，后果如何", ("PEN-40",)),
    Point("evidence", "证据合法、充分", "来源和收集方法合法，能互相印证", ("PEN-46", "PEN-2")),
    Point(
        "procedure",
        "程序合法",
        "立案、告知、听取申辩、听证、回避和期限",
        ("PEN-62", "PEN-8", "PEN-63", "PEN-14"),
    ),
    Point("law", "适用法律准确", "条、款、项准确，行为时有效", ("PEN-37",)),
    Point("discretion", "裁量适当", "按裁量基准，从轻、从重有证据", ("PEN-34", "PEN-32", "PEN-27")),
    Point("power", "没有超越、滥用职权", "在法定职权内，目的正当", ("REV-CHECK",)),
    Point("documents", "文书齐备、规范", "应有的都有，必须写明的都写明", ("DOC-NOTICE", "PEN-23")),
    Point("crime", "不涉嫌犯罪", "涉嫌的，移送公安机关，不得以罚代移", ("TRF-8", "TRF-1")),
)
