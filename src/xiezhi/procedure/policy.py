"""Policy profiles: what the plans differ in, as data. A profile may tighten, never relax the law.

A profile is one TOML file in `policies/`: each value with the rule it belongs to and where it
comes from. What a profile doesn't say it has from the one it `extends`. A value that relaxes a
statute is refused when it is loaded, with the article.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from xiezhi.procedure.citations import Citation, Reason, Refused
from xiezhi.procedure.penalties import PenaltyKind
from xiezhi.procedure.rulebook import RULES, refuse, rule
from xiezhi.procedure.timelimits import CLUE, DECIDE, ExtensionStep, TimeLimit

POSITIONS = ("before_notice", "after_notice", "both")
CHANNELS = ("portal", "credit", "enterprise")
CLASSES = ("minor", "general", "serious")

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
    """

    code: str
    title: str
    verify_clue_days: int
    verify_clue_extension_days: int
    informant_days: int
    preserve_days: int
    statement_days: int
    hearing_request_days: int
    hearing_notice_days: int
    review_days: int
    review_position: str
    review_all_general: bool
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
    credit_repair_months: Mapping[str, int]
    low_fine_citizen: Decimal
    low_fine_organisation: Decimal
    huge_fine_citizen: Decimal
    huge_fine_organisation: Decimal
    withdraw_days: int
    correct_days: int
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
    severity_order: tuple[str, ...]
    sources: Mapping[str, Source] = field(repr=False, compare=False, hash=False)

    def __hash__(self) -> int:
        return hash(self.code)

    def cite(self, key: str) -> Citation:
        return rule(self.sources[key].rule).cite

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


# -- what a value must be ---

Check = Callable[[Any], str | None]


def _whole(
    value: Any, *, least: int = 1, most: int | None = None, exact: int | None = None
) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return "应当是整数"
    if exact is not None and value != exact:
        return f"法律规定是 {exact}，不能改"
    if value < least:
        return f"不得少于 {least}"
    return f"不得超过 {most}" if most is not None and value > most else None


def _yes(value: Any, *, fixed: bool | None = None) -> str | None:
    if not isinstance(value, bool):
        return "只能是 true 或者 false"
    return "不能改" if fixed is not None and value is not fixed else None


def _one_of(value: Any, *, choices: tuple[str, ...]) -> str | None:
    return None if value in choices else f"只能是 {'、'.join(choices)}"


def _kinds(value: Any, *, whole: bool = False) -> str | None:
    known = {str(kind) for kind in PenaltyKind}
    if not isinstance(value, list) or not set(value) <= known or len(set(value)) < len(value):
        return "应当是处罚种类代码的列表，不重复"
    return "应当列出全部处罚种类" if whole and set(value) != known else None


def _month_day(value: Any, *, latest: str) -> str | None:
    try:
        dt.date.fromisoformat(f"2028-{value}")
    except ValueError:
        return "应当写成月-日，例如 01-31"
    return f"不得晚于 {latest}" if value > latest else None


#: Months shown, per channel and class: (least, most). The credit site's are CR-4 to CR-6, the
#: enterprise system's SAMR-18; 0 is "not shown".
_TERMS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "portal": {"minor": (0, 36), "general": (0, 36), "serious": (0, 36)},
    "credit": {"minor": (0, 3), "general": (3, 12), "serious": (12, 36)},
    "enterprise": {"minor": (3, 3), "general": (36, 36), "serious": (36, 36)},
}


def _terms(value: Any) -> str | None:
    if not isinstance(value, dict) or set(value) != set(CHANNELS):
        return f"应当写明 {'、'.join(CHANNELS)}"
    for channel, bounds in _TERMS.items():
        if not isinstance(value[channel], dict) or set(value[channel]) != set(CLASSES):
            return f"{channel} 应当写明 {'、'.join(CLASSES)}"
        for each, (least, most) in bounds.items():
            if wrong := _whole(value[channel][each], least=least, most=most):
                return f"{channel}.{each} {wrong}"
    return None


def _repair(value: Any) -> str | None:
    if not isinstance(value, dict) or set(value) != set(CLASSES):
        return f"应当写明 {'、'.join(CLASSES)}"
    least = {"minor": 0, "general": 3, "serious": 12}
    return next((w for c in CLASSES if (w := _whole(value[c], least=least[c], most=36))), None)


_money = partial(_whole, least=0)
_positive = partial(_whole, least=1)

#: Each key: what it must be, and the rule that a breach of it breaches.
KEYS: Mapping[str, tuple[Check, str]] = MappingProxyType(
    {
        "verify_clue_days": (_positive, "SAMR-1"),
        "verify_clue_extension_days": (partial(_whole, least=0), "SAMR-1"),
        "informant_days": (partial(_whole, most=5), "SAMR-9"),
        "preserve_days": (partial(_whole, most=7), "PEN-6"),
        "statement_days": (_positive, "PEN-7"),
        "hearing_request_days": (partial(_whole, least=5), "PEN-9"),
        "hearing_notice_days": (partial(_whole, least=7), "PEN-10"),
        "review_days": (_positive, "PLAN-9"),
        "review_position": (partial(_one_of, choices=POSITIONS), "PEN-12"),
        "review_all_general": (_yes, "PEN-12"),
        "review_social_risk": (_yes, "REV-SOCIAL"),
        "review_beyond_benchmark": (_yes, "REV-BENCHMARK"),
        "review_kinds": (_kinds, "REV-KIND"),
        "review_fine_citizen": (_money, "REV-AMOUNT"),
        "review_fine_organisation": (_money, "REV-AMOUNT"),
        "decide_days": (partial(_whole, most=90), "PEN-14"),
        "decide_extension_days": (partial(_whole, least=0, most=30), "SAMR-4"),
        "decide_second_extension": (_yes, "SAMR-4"),
        "service_days": (partial(_whole, most=7), "PEN-15"),
        "payment_days": (partial(_whole, exact=15), "PEN-19"),
        "publish_days": (partial(_whole, most=20), "PLAN-1"),
        "publish_penalty_days": (partial(_whole, most=7), "PLAN-2"),
        "publish_credit_days": (partial(_whole, most=7), "CR-1"),
        "publish_enterprise_days": (partial(_whole, most=20), "SAMR-12"),
        "publish_summary": (_yes, "CR-4"),
        "publish_warning_only": (_yes, "SAMR-13"),
        "publish_social_only": (_yes, "PEN-48-1"),
        "publication_terms": (_terms, "SAMR-18"),
        "credit_repair_months": (_repair, "CR-7"),
        "low_fine_citizen": (_money, "SAMR-18"),
        "low_fine_organisation": (_money, "SAMR-18"),
        "huge_fine_citizen": (_money, "CR-6"),
        "huge_fine_organisation": (_money, "CR-6"),
        "withdraw_days": (partial(_whole, most=3), "PEN-22"),
        "correct_days": (_positive, "OGI-8"),
        "archive_days": (_positive, "PLAN-8"),
        "av_copy_hours": (_positive, "PLAN-7"),
        "annual_report_due": (partial(_month_day, latest="01-31"), "PLAN-4"),
        "summary_fine_citizen": (partial(_whole, least=0, most=200), "PEN-16"),
        "summary_fine_organisation": (partial(_whole, least=0, most=3000), "PEN-16"),
        "onspot_cash": (partial(_whole, least=0, most=100), "PEN-17"),
        "hearing_fine_citizen": (_positive, "PEN-63"),
        "hearing_fine_organisation": (_positive, "PEN-63"),
        "hearing_confiscation_citizen": (_positive, "PEN-63"),
        "hearing_confiscation_organisation": (_positive, "PEN-63"),
        "officers_at_least": (partial(_whole, least=2), "PEN-3"),
        "reviewer_percent": (partial(_whole, least=0, most=100), "PLAN-10"),
        "severity_order": (partial(_kinds, whole=True), "PEN-KIND"),
    }
)
_MONEY = {f.name for f in fields(Policy) if f.type == "Decimal"}
_HEAD = {"code", "title", "extends"}


# -- reading ---


def check_text(text: str) -> list[Reason]:
    """Every reason why this profile can't be used; empty if it can."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [refuse("POLICY-KEY", f"文件写法有误：{error}")]
    return list(_faults(raw))


def _faults(raw: Mapping[str, Any]) -> Iterator[Reason]:
    for key in ("code", "title"):
        if not isinstance(raw.get(key), str) or not raw[key]:
            yield refuse("POLICY-KEY", f"没有写 {key}。", field=key)
    parent = raw.get("extends")
    if parent is not None and parent not in _names():
        yield refuse("POLICY-KEY", f"没有名为“{parent}”的方案。", field="extends")
    if parent is None and (missing := [key for key in KEYS if key not in raw]):
        yield refuse("POLICY-KEY", f"没有上级方案，又缺少：{'、'.join(missing)}。")
    for key, row in raw.items():
        if key not in _HEAD:
            yield from _row_faults(key, row)


def _row_faults(key: str, row: Any) -> Iterator[Reason]:
    if key not in KEYS:
        yield refuse("POLICY-KEY", f"不认识的参数“{key}”。", todo="删去，或者改正拼写。", field=key)
        return
    if not isinstance(row, dict) or not {"value", "rule"} <= set(row) <= {"value", "rule", "from"}:
        yield refuse("POLICY-KEY", f"{key} 应当写明 value、rule，可以写明 from。", field=key)
        return
    if row["rule"] not in RULES:
        yield refuse("POLICY-KEY", f"{key} 的依据“{row['rule']}”不在规则库里。", field=key)
    check, code = KEYS[key]
    if wrong := check(row["value"]):
        yield refuse(
            code,
            f"{key} {wrong}，现在是 {row['value']}。",
            todo="方案可以比法律更严，不能放宽。",
            field=key,
        )


def _names() -> frozenset[str]:
    folder = files("xiezhi.procedure") / "policies"
    return frozenset(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml"))


def from_text(text: str) -> Policy:
    """A profile from its text. Raises Refused with every fault at once."""
    if faults := check_text(text):
        raise Refused(faults)
    raw = tomllib.loads(text)
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
