"""The keys of a policy profile: what each is called, what it must be, which article bounds it.

A bound that an article sets is a floor: a profile may be stricter, never laxer. What isn't even
of the right kind (a word where a number belongs) is a mistake in writing, not a relaxation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Protocol

from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.penalties import PenaltyKind

POSITIONS = {
    "before_notice": "告知之前",
    "after_notice": "告知之后、决定之前",
    "both": "告知之前和决定之前各一次",
}
CHANNELS = {"portal": "统一公示平台", "credit": "信用中国", "enterprise": "企业信用信息公示系统"}
CLASSES = {"minor": "轻微", "general": "一般", "serious": "严重"}


class Shape(Protocol):
    """What a value is: is it written rightly, and does it keep to the article?"""

    def malformed(self, value: Any) -> str | None: ...

    def relaxes(self, value: Any) -> str | None: ...

    @property
    def floor(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; `most`, `least` and `exact` are what the article says."""

    least: int | None = None
    most: int | None = None
    exact: int | None = None
    #: Below and above these it means nothing, whatever the article says.
    from_: int = 1
    to: int | None = None

    def malformed(self, value: Any) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return "应当是整数"
        if value < self.from_:
            return f"不得少于 {self.from_}"
        return f"不得超过 {self.to}" if self.to is not None and value > self.to else None

    def relaxes(self, value: Any) -> str | None:
        if self.exact is not None and value != self.exact:
            return f"法律规定是 {self.exact}，不能改"
        if self.least is not None and value < self.least:
            return f"不得少于 {self.least}"
        return f"不得超过 {self.most}" if self.most is not None and value > self.most else None

    @property
    def floor(self) -> str:
        if self.exact is not None:
            return f"只能是 {self.exact}"
        if self.least is not None:
            return f"不少于 {self.least}"
        return "" if self.most is None else f"不超过 {self.most}"


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no; both are lawful."""

    floor = ""

    def malformed(self, value: Any) -> str | None:
        return None if isinstance(value, bool) else "只能是 true 或者 false"

    def relaxes(self, _value: Any) -> str | None:
        return None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the words there are."""

    choices: Mapping[str, str]
    floor = ""

    def malformed(self, value: Any) -> str | None:
        known = isinstance(value, str) and value in self.choices
        return None if known else f"只能是 {'、'.join(self.choices)}"

    def relaxes(self, _value: Any) -> str | None:
        return None


@dataclass(frozen=True, slots=True)
class Several:
    """Some of the words there are, none twice."""

    what: str
    choices: Mapping[str, str]
    some: bool = False
    floor = ""

    def malformed(self, value: Any) -> str | None:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            return f"应当是{self.what}代码的列表"
        if not set(value) <= set(self.choices) or len(set(value)) < len(value):
            return f"应当是{self.what}代码的列表，不重复"
        return f"至少要有一项{self.what}" if self.some and not value else None

    def relaxes(self, _value: Any) -> str | None:
        return None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of each year, such as 01-31, not later than the article says."""

    latest: str

    def malformed(self, value: Any) -> str | None:
        try:
            dt.date.fromisoformat(f"2028-{value}")
        except ValueError:
            return "应当写成月-日，例如 01-31"
        return None

    def relaxes(self, value: Any) -> str | None:
        return f"不得晚于 {self.latest}" if value > self.latest else None

    @property
    def floor(self) -> str:
        return f"不晚于 {self.latest}"


#: Months shown, per channel and class: (least, most). The credit site's are CR-4 to CR-6, the
#: enterprise system's SAMR-18; 0 is "not shown".
TERMS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "portal": {"minor": (0, 36), "general": (0, 36), "serious": (0, 36)},
    "credit": {"minor": (0, 3), "general": (3, 12), "serious": (12, 36)},
    "enterprise": {"minor": (3, 3), "general": (36, 36), "serious": (36, 36)},
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Months of publication by channel and class."""

    floor = "按渠道和类别各有上下限"

    def malformed(self, value: Any) -> str | None:
        if not isinstance(value, dict) or set(value) != set(CHANNELS):
            return f"应当写明 {'、'.join(CHANNELS)}"
        for channel, months in value.items():
            if not isinstance(months, dict) or set(months) != set(CLASSES):
                return f"{channel} 应当写明 {'、'.join(CLASSES)}"
            for each, number in months.items():
                if wrong := Whole(from_=0).malformed(number):
                    return f"{channel}.{each} {wrong}"
        return None

    def relaxes(self, value: Any) -> str | None:
        for channel, bounds in TERMS.items():
            for each, (least, most) in bounds.items():
                if wrong := Whole(least, most).relaxes(value[channel][each]):
                    return f"{channel}.{each} {wrong}"
        return None


@dataclass(frozen=True, slots=True)
class Key:
    """One value of a profile: its name, its words, its unit, its rule, and what it must be."""

    name: str
    label: str
    unit: str
    rule: str
    shape: Shape = field(default_factory=Whole)

    @property
    def title(self) -> str:
        """The label with its unit: 作出处罚决定（日）."""
        return f"{self.label}（{self.unit}）" if self.unit else self.label

    def wrong(self, value: Any) -> tuple[str, str] | None:
        """("shape", …) for what isn't a value at all, ("relaxes", …) for what the law forbids."""
        if said := self.shape.malformed(value):
            return "shape", said
        said = self.shape.relaxes(value)
        return ("relaxes", said) if said else None


WORKING, NATURAL, YUAN, HOURS = "个工作日", "日", "元", "小时"
_MONEY = Whole(from_=0)
_FAMILY = ("行为种类", FAMILIES)
_PENALTIES = ("处罚种类", {kind.value: kind.label for kind in PenaltyKind})

_TABLE = (
    Key("act_families", "适用三项制度的行为", "", "PLAN-16", Several(*_FAMILY, some=True)),
    Key("verify_clue_days", "核查线索、决定是否立案", WORKING, "SAMR-1"),
    Key("verify_clue_extension_days", "核查线索可以延长", WORKING, "SAMR-1", Whole(from_=0)),
    Key("informant_days", "告知实名举报人", WORKING, "SAMR-9", Whole(most=5)),
    Key("preserve_days", "处理先行登记保存的证据", WORKING, "PEN-6", Whole(most=7)),
    Key("statement_days", "当事人陈述、申辩", WORKING, "SAMR-8"),
    Key("hearing_request_days", "当事人要求听证", WORKING, "PEN-9", Whole(least=5)),
    Key("hearing_notice_days", "听证前通知", WORKING, "PEN-10", Whole(least=7)),
    Key("review_days", "法制审核", WORKING, "PLAN-9"),
    Key("review_position", "法制审核在什么时候", "", "PEN-12", OneOf(POSITIONS)),
    Key("review_all", "决定都要审核的行为", "", "PEN-12", Several(*_FAMILY)),
    Key("review_all_needs_legal_unit", "都要审核限于设有法制机构的机关", "", "PEN-12", YesNo()),
    Key("review_social_risk", "有社会风险的审核", "", "REV-SOCIAL", YesNo()),
    Key("review_beyond_benchmark", "超出裁量基准的审核", "", "REV-BENCHMARK", YesNo()),
    Key("review_kinds", "要审核的处罚种类", "", "REV-KIND", Several(*_PENALTIES)),
    Key("review_fine_citizen", "公民的审核数额", YUAN, "REV-AMOUNT", _MONEY),
    Key("review_fine_organisation", "法人、其他组织的审核数额", YUAN, "REV-AMOUNT", _MONEY),
    Key("decide_days", "作出处罚决定", NATURAL, "PEN-14", Whole(most=90)),
    Key("decide_extension_days", "负责人可以延长", NATURAL, "SAMR-4", Whole(most=30, from_=0)),
    Key("decide_second_extension", "集体讨论可以再延长", "", "SAMR-4", YesNo()),
    Key("service_days", "送达处罚决定书", WORKING, "PEN-15", Whole(most=7)),
    Key("payment_days", "缴纳罚款", NATURAL, "PEN-19", Whole(exact=15)),
    Key("publish_days", "公示执法决定", WORKING, "PLAN-1", Whole(most=20)),
    Key("publish_penalty_days", "公示许可、处罚决定", WORKING, "PLAN-2", Whole(most=7)),
    Key("publish_credit_days", "报送信用平台", WORKING, "CR-1", Whole(most=7)),
    Key("publish_enterprise_days", "企业信用系统公示", WORKING, "SAMR-12", Whole(most=20)),
    Key("publish_summary", "简易程序的决定逐件公示", "", "CR-4", YesNo()),
    Key("publish_warning_only", "仅受警告的公示", "", "SAMR-13", YesNo()),
    Key("publish_social_only", "只公示有一定社会影响的", "", "PEN-48-1", YesNo()),
    Key("publication_terms", "公示期", "个月", "SAMR-18", Terms()),
    Key("low_fine_citizen", "公民的较低数额罚款", YUAN, "SAMR-18", _MONEY),
    Key("low_fine_organisation", "法人、其他组织的较低数额罚款", YUAN, "SAMR-18", _MONEY),
    Key("huge_fine_citizen", "公民的巨额罚款", YUAN, "CR-6", _MONEY),
    Key("huge_fine_organisation", "法人、其他组织的巨额罚款", YUAN, "CR-6", _MONEY),
    Key("withdraw_days", "撤回公示", WORKING, "PEN-22", Whole(most=3)),
    Key("archive_days", "归档", NATURAL, "PLAN-8"),
    Key("av_copy_hours", "音像记录存两份", HOURS, "PLAN-7"),
    Key("annual_report_due", "公开上年度统计年报", "", "PLAN-4", MonthDay("01-31")),
    Key("summary_fine_citizen", "当场处罚公民", YUAN, "PEN-16", Whole(most=200, from_=0)),
    Key("summary_fine_organisation", "当场处罚组织", YUAN, "PEN-16", Whole(most=3000, from_=0)),
    Key("onspot_cash", "当场收缴", YUAN, "PEN-17", Whole(most=100, from_=0)),
    Key("hearing_fine_citizen", "公民的听证罚款数额", YUAN, "PEN-63"),
    Key("hearing_fine_organisation", "法人、其他组织的听证罚款数额", YUAN, "PEN-63"),
    Key("hearing_confiscation_citizen", "公民的听证没收数额", YUAN, "PEN-63"),
    Key("hearing_confiscation_organisation", "法人、其他组织的听证没收数额", YUAN, "PEN-63"),
    Key("officers_at_least", "执法人员至少", "人", "PEN-3", Whole(least=2)),
    Key("reviewer_percent", "审核人员占执法人员", "%", "PLAN-10", Whole(from_=0, to=100)),
    Key("recorders_percent", "执法记录仪占执法人员", "%", "PLAN-11", Whole(from_=0, to=1000)),
    Key("scanners_at_least", "扫描仪至少", "台", "PLAN-11", Whole(from_=0)),
    Key("scan_before_inspecting", "先扫码登记、后检查", "", "INS-9", YesNo()),
    Key("progress_report_day", "每月报送推进情况的日期", "日", "PLAN-12", Whole(from_=0, to=28)),
    Key("refresh_monthly", "公示内容每月更新", "", "PLAN-6", YesNo()),
    Key("bulletin_monthly", "每月考评、一月一通报", "", "PLAN-14", YesNo()),
)
KEYS: Mapping[str, Key] = MappingProxyType({key.name: key for key in _TABLE})

#: The keys as people look for them; each stands in one group.
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "适用的行为": ("act_families",),
        "立案和调查": (
            "officers_at_least",
            "verify_clue_days",
            "verify_clue_extension_days",
            "informant_days",
            "preserve_days",
            "scan_before_inspecting",
        ),
        "告知和听证": (
            "statement_days",
            "hearing_request_days",
            "hearing_notice_days",
            "hearing_fine_citizen",
            "hearing_fine_organisation",
            "hearing_confiscation_citizen",
            "hearing_confiscation_organisation",
        ),
        "法制审核": (
            "review_days",
            "review_position",
            "review_all",
            "review_all_needs_legal_unit",
            "review_social_risk",
            "review_beyond_benchmark",
            "review_kinds",
            "review_fine_citizen",
            "review_fine_organisation",
            "reviewer_percent",
        ),
        "决定、送达和执行": (
            "decide_days",
            "decide_extension_days",
            "decide_second_extension",
            "service_days",
            "payment_days",
            "summary_fine_citizen",
            "summary_fine_organisation",
            "onspot_cash",
        ),
        "公示": (
            "publish_days",
            "publish_penalty_days",
            "publish_credit_days",
            "publish_enterprise_days",
            "publish_summary",
            "publish_warning_only",
            "publish_social_only",
            "publication_terms",
            "low_fine_citizen",
            "low_fine_organisation",
            "huge_fine_citizen",
            "huge_fine_organisation",
            "withdraw_days",
            "annual_report_due",
            "refresh_monthly",
        ),
        "记录和归档": (
            "av_copy_hours",
            "archive_days",
            "recorders_percent",
            "scanners_at_least",
        ),
        "报送和通报": ("progress_report_day", "bulletin_monthly"),
    }
)
