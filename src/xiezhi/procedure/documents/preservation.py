"""先行登记保存: evidence that might be lost is registered and kept (处罚法 art. 56)."""

from __future__ import annotations

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Layout,
    Note,
    Para,
    Remedy,
    Signer,
    Table,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    CASE_NAME,
    CAUSE,
    GOODS,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    REMEDIES,
    UNIT_OPINION,
    day,
    long,
    must,
    text,
)

_PARTY = must(PARTY, "PEN-6", "", ("name", "姓名或者名称"))
_GOODS = must(GOODS, "PEN-6", "", ("name", "名称"), ("quantity", "数量"))

APPROVAL = DocumentKind(
    "preservation.approval",
    "先行登记保存证据审批表",
    Volume.INTERNAL,
    210,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CAUSE,
        _PARTY,
        must(long("reason", "证据可能灭失或者以后难以取得的情况"), "PEN-6"),
        BASIS,
        _GOODS,
        text("kept_at", "保存地点"),
        must(HANDLER_OPINION, "PEN-6"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("party",),
                ("reason",),
                ("basis",),
                ("kept_at",),
                *OPINION_ROWS,
            )
        ),
        Table("goods", caption="拟先行登记保存的证据"),
    ),
)

NOTICE = DocumentKind(
    "preservation.notice",
    "先行登记保存证据通知书",
    Volume.OPEN,
    410,
    series="登保",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        must(CAUSE, "PEN-6"),
        must(day("from_day", "保存开始日期"), "PEN-6"),
        must(day("to_day", "作出处理决定的最后日期"), "PEN-6"),
        must(text("kept_at", "保存地点"), "PEN-6"),
        text("kept_how", "保存方式"),
        _GOODS,
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "因调查{cause}一案，有关证据可能灭失或者以后难以取得。依据《中华人民共和国行政处罚法》"
            "第五十六条的规定，经本机关负责人批准，决定对下列证据先行登记保存。"
        ),
        Table("goods"),
        Para("保存地点：{kept_at}[[；保存方式：{kept_how}]]。"),
        Para(
            "本机关自{from_day}起**七个工作日内，即{to_day}前**，对先行登记保存的证据作出处理决定。"
            "在此期间，当事人和有关人员**不得销毁或者转移证据**。"
        ),
        Para("执法人员：{officers}"),
        Note("本通知书所列证据清单一式二份，由当事人和本机关分别保存。"),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)

GOODS_LIST = DocumentKind(
    "preservation.list",
    "先行登记保存证据物品清单",
    Volume.OPEN,
    411,
    layout=Layout.FORM,
    fields=(
        _PARTY,
        text("notice_number", "通知书文号"),
        text("kept_at", "保存地点"),
        _GOODS,
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Form((("party",), ("notice_number", "kept_at"), ("officers",))),
        Table("goods"),
        End(),
        Note("本清单一式二份，一份交当事人，一份存卷。"),
    ),
    signers=(
        Signer("party", "当事人"),
        Signer("witness", "见证人"),
        Signer("officers", "执法人员"),
    ),
)

DISPOSAL = DocumentKind(
    "preservation.disposal",
    "先行登记保存证据处理决定书",
    Volume.OPEN,
    412,
    series="登处",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        CAUSE,
        must(text("notice_number", "通知书文号"), "PEN-6"),
        must(day("notice_on", "通知书日期"), "PEN-6"),
        must(
            Field(
                "disposal",
                "处理方式",
                FieldKind.CHOICE,
                options=(
                    ("returned", "退还当事人"),
                    ("tested", "送交检测、检验、检疫、鉴定"),
                    ("seized", "采取查封、扣押措施"),
                    ("transferred", "移送有关部门处理"),
                    ("confiscated", "依法没收"),
                    ("released", "解除先行登记保存"),
                ),
            ),
            "PEN-6",
        ),
        long("detail", "处理的具体内容"),
        BASIS,
        _GOODS,
        REMEDIES,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关于{notice_on}以《先行登记保存证据通知书》（{notice_number}）对你（单位）的证据先行"
            "登记保存。依据《中华人民共和国行政处罚法》第五十六条[[、{basis}]]的规定，现决定对下列"
            "证据作如下处理：**{disposal}**。"
        ),
        Text("detail"),
        Table("goods"),
        Remedy(),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)

KINDS = (APPROVAL, NOTICE, GOODS_LIST, DISPOSAL)
