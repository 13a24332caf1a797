"""Policy profiles: what the plans differ in, as data. A profile may tighten, never relax the law.

A profile is one TOML file in `policies/`: each value with the rule it belongs to and where it
comes from. What a profile doesn't say it has from the one it `extends`. A value that relaxes a
statute is refused when it is loaded, with the article.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from xiezhi.procedure.citations import Citation, Reason, Refused
from xiezhi.procedure.families import FAMILIES, UNDER_ANY_PLAN, family_of
from xiezhi.procedure.policykeys import KEYS
from xiezhi.procedure.rulebook import RULES, refuse, rule
from xiezhi.procedure.timelimits import CLUE, DECIDE, ExtensionStep, TimeLimit

__all__ = [
    "KEYS",
    "POLICIES",
    "Fault",
    "Policy",
    "Source",
    "check_text",
    "faults_of",
    "from_stored",
    "from_text",
    "load",
    "value_fault",
]

Terms = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: its rule, the row of the plan, the profile that set it."""

    rule: str
    note: str
    profile: str


@dataclass(frozen=True)
class Policy:
    """A profile, complete. Days are working days unless the limit that uses them says otherwise.

    Money is in yuan. An amount of 0 for review or for a publication class means "no such line".
    `act_families` are the families of acts to which the plan extends the three systems;
    `review_all` those of them whose every decision outside the summary procedure is reviewed,
    which some plans ask only of organs that have a legal unit (`review_all_needs_legal_unit`).
    Of what only some plans ask, 0 and False mean "not asked".
    """

    code: str
    title: str
    act_families: tuple[str, ...]
    verify_clue_days: int
    verify_clue_extension_days: int
    informant_days: int
    preserve_days: int
    statement_days: int
    hearing_request_days: int
    hearing_notice_days: int
    review_days: int
    review_position: str
    review_all: tuple[str, ...]
    review_all_needs_legal_unit: bool
    review_social_risk: bool
    review_beyond_benchmark: bool
    review_kinds: tuple[str, ...]
    review_fine_citizen: Decimal
    review_fine_organisation: Decimal
    decide_days: int
    decide_extension_days: int
    decide_second_extension: bool
    service_days: int
    payment_days: int
    publish_days: int
    publish_penalty_days: int
    publish_credit_days: int
    publish_enterprise_days: int
    publish_summary: bool
    publish_warning_only: bool
    publish_social_only: bool
    publication_terms: Terms
    low_fine_citizen: Decimal
    low_fine_organisation: Decimal
    huge_fine_citizen: Decimal
    huge_fine_organisation: Decimal
    withdraw_days: int
    archive_days: int
    av_copy_hours: int
    annual_report_due: str
    summary_fine_citizen: Decimal
    summary_fine_organisation: Decimal
    onspot_cash: Decimal
    hearing_fine_citizen: Decimal
    hearing_fine_organisation: Decimal
    hearing_confiscation_citizen: Decimal
    hearing_confiscation_organisation: Decimal
    officers_at_least: int
    reviewer_percent: int
    recorders_percent: int
    scanners_at_least: int
    scan_before_inspecting: bool
    progress_report_day: int
    refresh_monthly: bool
    bulletin_monthly: bool
    sources: Mapping[str, Source] = field(repr=False, compare=False, hash=False)

    def __hash__(self) -> int:
        return hash(self.code)

    def cite(self, key: str) -> Citation:
        return rule(self.sources[key].rule).cite

    def enables(self, kind: str) -> bool:
        """May a File of this kind (by its code) be opened? What is no act of enforcement may."""
        family = family_of(kind)
        return not family or family in self.act_families or kind in UNDER_ANY_PLAN

    def opening_refusals(self, kind: str) -> list[Reason]:
        """Why a File of this kind isn't opened under this plan; empty where it is."""
        if self.enables(kind):
            return []
        source = self.sources["act_families"]
        listed = "、".join(FAMILIES[family] for family in self.act_families)
        clause = f"（{source.note}）" if source.note else ""
        say = f"《{self.title}》没有列入{FAMILIES[family_of(kind)]}{clause}。"
        return [refuse("FLOW-KIND", say, todo=f"本方案列入的有：{listed}。")]

    def reviews_all(self, kind: str) -> bool:
        """Is every decision of this kind reviewed, outside the summary procedure?"""
        return family_of(kind) in self.review_all

    def without_legal_unit(self) -> Policy:
        """The plan as it holds in an organ without a legal unit: major decisions only (L2)."""
        if not self.review_all_needs_legal_unit or not self.review_all:
            return self
        return replace(self, review_all=())

    @lru_cache(maxsize=4096)  # noqa: B019 -- plans and limits are few and never change
    def limit(self, limit: TimeLimit) -> TimeLimit:
        """The limit as this profile sets it: its length, and for two of them the extensions."""
        if limit.policy_key:
            limit = limit.with_n(getattr(self, limit.policy_key))
        if limit.id == DECIDE.id:
            return limit.with_extensions(self._decide_steps())
        if limit.id == CLUE.id:
            days = self.verify_clue_extension_days
            steps = [ExtensionStep(days, "机关负责人", "SAMR-1")] if days else []
            return limit.with_extensions(steps)
        return limit

    def _decide_steps(self) -> Iterator[ExtensionStep]:
        if self.decide_extension_days:
            yield ExtensionStep(self.decide_extension_days, "机关负责人", "SAMR-4")
            if self.decide_second_extension:
                yield ExtensionStep(None, "集体讨论", "SAMR-4")

    def annual_report_day(self, year: int) -> dt.date:
        """The day by which the statistics of the year before are public."""
        month, day = (int(part) for part in self.annual_report_due.split("-"))
        return dt.date(year, month, day)


_MONEY = {f.name for f in fields(Policy) if f.type == "Decimal"}
_HEAD = {"code", "title", "extends"}


# -- reading ---


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a profile: `problem` says of which sort.

    toml | head | extends | missing | unknown_key | shape | unknown_rule | relaxes
    """

    problem: str
    key: str
    reason: Reason
    value: Any = None
    floor: str = ""


def check_text(text: str) -> list[Reason]:
    """Every reason why this profile can't be used; empty if it can."""
    return [fault.reason for fault in faults_of(text)]


def faults_of(text: str) -> list[Fault]:
    """Everything wrong with this profile, by sort; empty if it can be used."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [_fault("toml", "", f"文件写法有误：{error}")]
    return list(_faults(raw))


def _fault(problem: str, key: str, say: str, todo: str = "") -> Fault:
    return Fault(problem, key, refuse("POLICY-KEY", say, todo, key or None))


def _faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for key in ("code", "title"):
        if not isinstance(raw.get(key), str) or not raw[key]:
            yield _fault("head", key, f"没有写 {key}。")
    parent = raw.get("extends")
    if parent is not None and parent not in _names():
        yield _fault("extends", "extends", f"没有名为“{parent}”的方案。")
    if parent is None and (missing := [key for key in KEYS if key not in raw]):
        yield _fault("missing", "", f"没有上级方案，又缺少：{'、'.join(missing)}。")
    for key, row in raw.items():
        if key not in _HEAD:
            yield from _row_faults(key, row)


def _row_faults(key: str, row: Any) -> Iterator[Fault]:
    if key not in KEYS:
        say, todo = f"不认识的参数“{key}”。", "删去，或者改正拼写。"
        yield _fault("unknown_key", key, say, todo)
        return
    if not isinstance(row, dict) or not {"value", "rule"} <= set(row) <= {"value", "rule", "from"}:
        yield _fault("shape", key, f"{key} 应当写明 value、rule，可以写明 from。")
        return
    if row["rule"] not in RULES:
        yield _fault("unknown_rule", key, f"{key} 的依据“{row['rule']}”不在规则库里。")
    if fault := value_fault(key, row["value"]):
        yield fault


def value_fault(key: str, value: Any) -> Fault | None:
    """What is wrong with one value, with the article it breaches; None if nothing is."""
    known = KEYS[key]
    wrong = known.wrong(value)
    if wrong is None:
        return None
    problem, said = wrong
    todo = "方案可以比法律更严，不能放宽。"
    reason = refuse(known.rule, f"{key} {said}，现在是 {value}。", todo, key)
    return Fault(problem, key, reason, value, known.shape.floor)


def _names() -> frozenset[str]:
    folder = files("xiezhi.procedure") / "policies"
    return frozenset(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml"))


def from_text(text: str) -> Policy:
    """A profile from its text. Raises Refused with every fault at once."""
    if faults := check_text(text):
        raise Refused(faults)
    return _built(tomllib.loads(text))


def from_stored(text: str) -> Policy:
    """A profile that was accepted when it was written down: what held then holds for its Files.

    A key that the software no longer knows is passed over, so that old Files stay readable.
    """
    return _built(tomllib.loads(text))


def _built(raw: Mapping[str, Any]) -> Policy:
    parent = load(raw["extends"]) if "extends" in raw else None
    values: dict[str, Any] = {}
    sources: dict[str, Source] = dict(parent.sources) if parent else {}
    for key in KEYS:
        if key in raw:
            values[key] = _frozen(key, raw[key]["value"])
            sources[key] = Source(raw[key]["rule"], raw[key].get("from", ""), raw["code"])
        elif parent:
            values[key] = getattr(parent, key)
    return Policy(raw["code"], raw["title"], **values, sources=MappingProxyType(sources))


def _frozen(key: str, value: Any) -> Any:
    if key in _MONEY:
        return Decimal(value)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return MappingProxyType({k: _frozen("", v) for k, v in value.items()})
    return value


@cache
def load(code: str) -> Policy:
    """The profile of this code. Raises KeyError for one we don't have."""
    if code not in _names():
        raise KeyError(f"no policy profile {code}")
    file = files("xiezhi.procedure") / "policies" / f"{code}.toml"
    return from_text(file.read_text(encoding="utf-8"))


POLICIES: Mapping[str, Policy] = MappingProxyType({code: load(code) for code in sorted(_names())})
