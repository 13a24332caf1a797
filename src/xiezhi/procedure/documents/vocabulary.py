"""Fields that several documents share: one name, one meaning, filled once (see the package)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from xiezhi.procedure.documents.model import Column, Field, FieldKind, Para
from xiezhi.procedure.penalties import CaseSource, EvidenceKind, PenaltyKind, ServiceMode

Options = tuple[tuple[str, str], ...]


def _options(codes: Iterable[Any]) -> Options:
    return tuple((code.value, code.label) for code in codes)


PENALTY_KINDS: Options = _options(PenaltyKind)
EVIDENCE_KINDS: Options = _options(EvidenceKind)
SOURCES: Options = _options(CaseSource)
SERVICE_MODES: Options = _options(ServiceMode)


def must(field: Field, rule: str, item: str = "", *parts: tuple[str, str]) -> Field:
    """The field, demanded by a rule; `parts` of a structured value too."""
    return replace(field, rule=rule, item=item or field.item, parts=parts or field.parts)


def named(field: Field, name: str, label: str) -> Field:
    """The same kind of field under another name."""
    return replace(field, name=name, label=label)


def text(name: str, label: str, rule: str | None = None, help: str = "") -> Field:  # noqa: A002
    return Field(name, label, FieldKind.TEXT, rule, help=help)


def long(name: str, label: str, rule: str | None = None, help: str = "") -> Field:  # noqa: A002
    return Field(name, label, FieldKind.PARAGRAPH, rule, help=help)


def day(name: str, label: str, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.DATE, rule)


def moment(name: str, label: str, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.DATETIME, rule)


def money(name: str, label: str, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.MONEY, rule)


def number(name: str, label: str, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.NUMBER, rule)


def flag(name: str, label: str, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.BOOL, rule)


def rows(name: str, label: str, *columns: Column, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.ROWS, rule, columns=columns)


def opinion(name: str, label: str, rule: str | None = None) -> Field:
    return Field(name, label, FieldKind.OPINION, rule)


FULL_NAME = ("name", "姓名或者名称")
ADDRESS = ("address", "地址")

CASE_NAME = text("case_name", "案件名称")
CASE_NUMBER = text("case_number", "案件编号")
PARTY = Field("party", "当事人", FieldKind.PARTY)
#: Whoever did it together with the party, or is touched by the outcome (第三人).
OTHER_PARTIES = text("other_parties", "其他当事人")
OTHERS = Para("[[其他当事人：{other_parties}。]]", indent=False)
CAUSE = text("cause", "案由")
SOURCE = Field("source", "案件来源", FieldKind.CHOICE, options=SOURCES)
SOURCE_DETAIL = long("source_detail", "来源情况")
FOUND_ON = day("found_on", "发现或者收到日期")
FILED_ON = day("filed_on", "立案日期")
PLACE = text("place", "地点")
STARTED = moment("started_at", "开始时间")
ENDED = moment("ended_at", "结束时间")
FACTS = long("facts", "违法事实")
BRIEF = long("brief", "案情概要")
REASON = long("reason", "理由")
BREACHED = Field("law_breached", "违反的规定", FieldKind.ARTICLES)
APPLIED = Field("law_applied", "处罚依据", FieldKind.ARTICLES)
BASIS = Field("basis", "依据", FieldKind.ARTICLES)
DISCRETION = long("discretion", "裁量理由")
BENCHMARK = text("benchmark", "适用的裁量基准")
OFFICERS = Field("officers", "执法人员", FieldKind.OFFICERS)
RECORDER = Field("recorder", "记录人", FieldKind.OFFICERS)
CONTACT = text("contact", "联系人")
CONTACT_PHONE = text("contact_phone", "联系电话")
AGENCY_ADDRESS = text("agency_address", "本机关地址")
#: Where to turn to the agency, as far as it is known.
WHERE = Para("[[地址：{agency_address}　　]][[联系人：{contact}　　]][[联系电话：{contact_phone}]]")
FINE = money("fine", "罚款数额")
REMEDIES = Field(
    "remedies",
    "救济途径和期限",
    FieldKind.REMEDIES,
    parts=(("review_body", "行政复议机关"), ("court", "有管辖权的人民法院")),
)
HANDLER_OPINION = opinion("handler_opinion", "承办人意见")
UNIT_OPINION = opinion("unit_opinion", "承办机构负责人意见")
LEGAL_OPINION = opinion("legal_opinion", "法制审核意见")
HEAD_OPINION = opinion("head_opinion", "机关负责人意见")
OPINIONS = (HANDLER_OPINION, UNIT_OPINION, HEAD_OPINION)
ATTACHMENTS = long("attachments", "附件")
#: What a decision says of its own publication.
PUBLICITY = long("publicity", "公示告知")

EVIDENCE = rows(
    "evidence",
    "证据",
    Column("name", "证据名称", width=3),
    Column("kind", "种类", FieldKind.CHOICE, width=1.6, options=EVIDENCE_KINDS),
    Column("copies", "数量", width=1),
    Column("proves", "证明对象", width=3),
)
PENALTIES = Field(
    "penalties",
    "行政处罚的种类",
    FieldKind.ROWS,
    columns=(
        Column("kind", "种类", FieldKind.CHOICE, options=PENALTY_KINDS),
        Column("content", "内容", width=3),
        Column("amount", "金额", FieldKind.MONEY),
    ),
)
#: What may become of a party: a penalty, none (art. 33), or of several parties a File of its own.
HANDLING_KINDS: Options = (*PENALTY_KINDS, ("none", "不予行政处罚"), ("elsewhere", "另案处理"))
#: What the officers propose and the review looks at.
HANDLING = replace(
    PENALTIES,
    columns=(
        replace(PENALTIES.columns[0], options=HANDLING_KINDS),
        *PENALTIES.columns[1:],
    ),
)
GOODS = rows(
    "goods",
    "物品",
    Column("name", "名称", width=2.4),
    Column("spec", "规格、型号", width=1.8),
    Column("maker", "产地、生产者", width=1.8),
    Column("quantity", "数量", FieldKind.TEXT, 1, "right"),
    Column("unit", "单位", width=0.8, align="center"),
    Column("state", "成色、状态", width=1.4),
    Column("note", "备注", width=1.2),
)
