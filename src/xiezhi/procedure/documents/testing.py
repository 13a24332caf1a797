"""检测、检验、检疫、鉴定: commission, period, result. The time they take doesn't count (SAMR-4)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import DocumentKind, Para, Table, Text, Volume
from xiezhi.procedure.documents.vocabulary import (
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    GOODS,
    PARTY,
    day,
    long,
    must,
    text,
)

_TESTED = (
    must(PARTY, "PEN-23", "", ("name", "姓名或者名称")),
    CAUSE,
    must(text("item", "检测（检验、检疫、鉴定）的物品"), "PEN-23"),
)

TEST_COMMISSION = DocumentKind(
    "test.commission",
    "检测（检验、检疫、鉴定）委托书",
    Volume.OPEN,
    430,
    series="鉴委",
    sealed=True,
    fields=(
        must(text("laboratory", "受委托单位"), "PEN-23"),
        CAUSE,
        must(GOODS, "PEN-23", "", ("name", "名称")),
        must(long("asked", "委托事项和要求"), "PEN-23"),
        day("until", "提交结果的期限"),
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{laboratory}：", indent=False),
        Para("因调查[[{cause}一案的]]需要，委托你单位对下列物品进行检测（检验、检疫、鉴定）："),
        Table("goods"),
        Para("委托事项和要求："),
        Text("asked"),
        Para(
            "请于{until}前提交盖有公章、由检测（检验、检疫、鉴定）人员签名的结果，"
            "并附机构和人员的资质证明。"
        ),
        Para("[[联系人：{contact}　　]]联系电话：{contact_phone}"),
    ),
)

TEST_PERIOD = DocumentKind(
    "test.period",
    "检测（检验、检疫、鉴定）期间告知书",
    Volume.OPEN,
    431,
    series="鉴期",
    served=True,
    sealed=True,
    fields=(
        *_TESTED,
        must(day("from_day", "开始日期"), "PEN-23"),
        must(day("to_day", "结束日期"), "PEN-23"),
        text("laboratory", "检测（检验、检疫、鉴定）机构"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "因调查需要，本机关[[委托{laboratory}]]对{item}进行检测（检验、检疫、鉴定），期间自"
            "**{from_day}**起至**{to_day}**止。该期间依法不计入办案期限。"
        ),
    ),
)

TEST_RESULT = DocumentKind(
    "test.result",
    "检测（检验、检疫、鉴定）结果告知书",
    Volume.OPEN,
    432,
    series="鉴果",
    served=True,
    sealed=True,
    fields=(
        *_TESTED,
        must(long("result", "检测（检验、检疫、鉴定）结果"), "PEN-23"),
        text("report_number", "报告编号"),
        text("laboratory", "检测（检验、检疫、鉴定）机构"),
        text("objection", "异议和复检的期限、途径"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "[[{laboratory}]]对{item}的检测（检验、检疫、鉴定）结果[[（报告编号：{report_number}）]]"
            "如下："
        ),
        Text("result"),
        Para("如对结果有异议，{objection}。"),
    ),
)

KINDS = (TEST_COMMISSION, TEST_PERIOD, TEST_RESULT)
