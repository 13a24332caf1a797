"""Documents of a requisition 行政征用: opinion, decision, inventory, return, compensation."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Lines,
    Note,
    Para,
    Remedy,
    Signer,
    Table,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    ADDRESS,
    BASIS,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    FULL_NAME,
    OFFICERS,
    PARTY,
    PLACE,
    PUBLICITY,
    REMEDIES,
    Options,
    day,
    long,
    money,
    must,
    rows,
    text,
)

_NAMED = ("name", "姓名或者名称")
OUTCOMES: Options = (("requisition", "予以征用"), ("none", "不予征用"))

PROPERTY = rows(
    "property",
    "征用的财产",
    Column("name", "名称", width=2.4),
    Column("spec", "规格、坐落", width=2.2),
    Column("quantity", "数量", FieldKind.TEXT, 1, "right"),
    Column("unit", "单位", width=0.8, align="center"),
    Column("state", "现状", width=1.6),
    Column("value", "价值（元）", FieldKind.MONEY, 1.4, "right"),
)
RETURNED = rows(
    "returned",
    "返还的财产",
    Column("name", "名称", width=2.4),
    Column("quantity", "数量", FieldKind.TEXT, 1, "right"),
    Column("unit", "单位", width=0.8, align="center"),
    Column("state", "返还时的状况", width=2.2),
    Column("harm", "毁损、灭失情况", width=2.2),
)
PAYMENT = rows(
    "compensation",
    "补偿明细",
    Column("item", "补偿内容", width=2.6),
    Column("base", "计算基数", FieldKind.NUMBER, 1.4, "right"),
    Column("unit", "单位", width=0.9, align="center"),
    Column("rate", "补偿标准", FieldKind.NUMBER, 1.3, "right"),
    Column("amount", "金额（元）", FieldKind.MONEY, 1.5, "right"),
)
NEED = long("need", "紧急需要的情况", help="抢险救灾、疫情防控等紧急需要。")
PURPOSE = text("purpose", "用途")
FROM = day("use_from", "使用开始日期")
UNTIL = day("use_until", "使用结束日期")
TERMS = long("compensation_terms", "补偿的原则和方式")
_OWNER = must(PARTY, "REQ-1", "被征用人", FULL_NAME)
_PROPERTY = must(PROPERTY, "REQ-4", "", ("name", "名称"), ("quantity", "数量"))

REPORT = DocumentKind(
    "levy.requisition_report",
    "行政征用意见表",
    Volume.INTERNAL,
    1470,
    layout=Layout.FORM,
    series="征用意",
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        _OWNER,
        CAUSE,
        must(NEED, "REQ-1"),
        must(BASIS, "REQ-1"),
        must(Field("outcome", "处理意见", FieldKind.CHOICE, options=OUTCOMES), "REQ-1"),
        PROPERTY,
        PURPOSE,
        FROM,
        UNTIL,
        TERMS,
        long("not_needed_why", "不予征用的理由"),
        text("unheard_why", "来不及听取意见的紧急情况"),
        OFFICERS,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("party",),
                ("cause", "purpose"),
                ("need",),
                ("basis",),
                ("outcome",),
                ("not_needed_why",),
                ("unheard_why",),
            )
        ),
        Table("property", caption="征用的财产"),
        Form((("use_from", "use_until"), ("compensation_terms",), ("officers",))),
    ),
    signers=(Signer("officers", "承办人"),),
)

STATEMENT = DocumentKind(
    "levy.owner_statement",
    "被征用人意见记录",
    Volume.OPEN,
    1471,
    layout=Layout.RECORD,
    fields=(
        _OWNER,
        CAUSE,
        must(text("spoke", "陈述人和职务"), "LEVY-3"),
        must(long("stated", "陈述、申辩的内容"), "LEVY-3"),
        must(long("answered", "复核情况和理由"), "LEVY-3"),
        OFFICERS,
    ),
    body=(
        Lines(("party", "cause", "spoke", "officers")),
        Head("被征用人的意见", numbered=False),
        Text("stated"),
        Head("答复", numbered=False),
        Text("answered"),
    ),
    signers=(Signer("party", "陈述人"), Signer("officers", "承办人")),
)

DECISION = DocumentKind(
    "levy.requisition",
    "行政征用决定书",
    Volume.OPEN,
    1472,
    series="征用",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "REQ-1", "被征用人", FULL_NAME, ADDRESS),
        must(CAUSE, "REQ-1"),
        must(NEED, "REQ-1"),
        must(BASIS, "REQ-1"),
        _PROPERTY,
        must(PURPOSE, "REQ-1"),
        must(FROM, "REQ-1"),
        must(UNTIL, "REQ-2"),
        must(TERMS, "REQ-3"),
        must(REMEDIES, "REM-1"),
        PUBLICITY,
    ),
    body=(
        Who(label="被征用人"),
        Para("因下列紧急需要："),
        Text("need"),
        Para("依据{basis}的规定，本机关决定自{use_from}起至{use_until}征用你（单位）的下列财产："),
        Table("property"),
        Para("用途：{purpose}（{cause}）。"),
        Head("返还和补偿"),
        Para("使用结束后返还。财产被征用或者征用后毁损、灭失的，给予补偿。"),
        Text("compensation_terms"),
        Head("救济途径和期限"),
        Remedy(),
        Text("publicity"),
    ),
)

NONE = DocumentKind(
    "levy.requisition_none",
    "不予征用决定书",
    Volume.OPEN,
    1473,
    series="不征用",
    served=True,
    sealed=True,
    fields=(
        _OWNER,
        must(CAUSE, "REQ-1"),
        must(long("not_needed_why", "不予征用的理由"), "REQ-1"),
        must(REMEDIES, "REM-1"),
        PUBLICITY,
    ),
    body=(
        Who(label="被征用人"),
        Para("就{cause}，经审查："),
        Text("not_needed_why"),
        Para("本机关决定：**不予征用**。"),
        Remedy(),
        Text("publicity"),
    ),
)


def _list(code: str, title: str, order: int, field: Field, words: str) -> DocumentKind:
    """A list handed over on the spot: what was taken, what was given back."""
    return DocumentKind(
        code,
        title,
        Volume.OPEN,
        order,
        layout=Layout.FORM,
        fields=(
            must(PARTY, "REQ-4", "", _NAMED),
            text("requisition_number", "征用决定书文号"),
            must(PLACE, "REQ-4"),
            must(field, "REQ-4", "", ("name", "名称"), ("quantity", "数量")),
            must(OFFICERS, "PEN-3"),
        ),
        body=(
            Form((("party",), ("requisition_number", "place"), ("officers",))),
            Table(field.name),
            Note(words),
        ),
        signers=(
            Signer("party", "被征用人", each_page=True),
            Signer("officers", "执法人员"),
        ),
    )


INVENTORY = _list(
    "levy.inventory",
    "征用财产清单",
    1474,
    PROPERTY,
    "本清单一式二份，一份当场交被征用人，一份存卷。",
)
RETURN = _list(
    "levy.return_list",
    "征用财产返还清单",
    1475,
    RETURNED,
    "本清单一式二份，双方核对无误后签名；毁损、灭失的情况作为补偿的依据。",
)

COMPENSATION = DocumentKind(
    "levy.compensation",
    "征用补偿决定书",
    Volume.OPEN,
    1476,
    series="征补",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "REQ-3", "被征用人", FULL_NAME),
        must(text("requisition_number", "征用决定书文号"), "REQ-3"),
        must(BASIS, "REQ-3"),
        must(PAYMENT, "REQ-3", "", ("item", "补偿内容"), ("amount", "金额")),
        must(money("compensation_amount", "补偿金额"), "REQ-3"),
        long("compensation_why", "补偿的理由和评估情况"),
        must(REMEDIES, "REM-1"),
    ),
    body=(
        Who(label="被征用人"),
        Para("本机关作出征用决定（{requisition_number}），征用的财产已使用完毕。"),
        Text("compensation_why"),
        Para("依据{basis}的规定，本机关决定给予下列补偿："),
        Table("compensation"),
        Para("合计**{compensation_amount}**。"),
        Head("救济途径和期限"),
        Remedy(),
    ),
)

KINDS = (REPORT, STATEMENT, DECISION, NONE, INVENTORY, RETURN, COMPENSATION)
