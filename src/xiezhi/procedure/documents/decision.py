"""The decisions: penalty, no penalty, on the spot (处罚法 arts 52, 57, 59; 罚缴分离办法 art. 7)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Note,
    Para,
    Points,
    Quotes,
    Remedy,
    Signer,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    ADDRESS,
    APPLIED,
    BENCHMARK,
    BREACHED,
    CAUSE,
    DISCRETION,
    EVIDENCE,
    FACTS,
    FILED_ON,
    FINE,
    FULL_NAME,
    HANDLING,
    OFFICERS,
    OTHER_PARTIES,
    OTHERS,
    PARTY,
    PENALTIES,
    REMEDIES,
    day,
    long,
    must,
    text,
)

_REMEDIES = must(REMEDIES, "DOC-DECISION", "申请行政复议、提起行政诉讼的途径和期限")


def _fine(name: str, label: str, kind: FieldKind = FieldKind.TEXT) -> Field:
    """What a decision that fines must say about paying."""
    return Field(name, label, kind, "DOC-FINE", given="fine", item=label)


FINE_TERM = _fine("pay_days", "缴纳期限（日）", FieldKind.NUMBER)
BANK_NAME = _fine("bank_name", "代收机构的名称")
BANK_ADDRESS = _fine("bank_address", "代收机构的地址")
WITH_SURCHARGE = _fine("surcharge", "逾期缴纳是否加处罚款", FieldKind.BOOL)

FINE_FIELDS = (
    FINE,
    FINE_TERM,
    BANK_NAME,
    BANK_ADDRESS,
    text("bank_account_name", "收款账户名称"),
    text("bank_account", "收款账号"),
    text("e_payment", "电子支付方式"),
    WITH_SURCHARGE,
)

SURCHARGE = If(
    "surcharge",
    (
        Para(
            "到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条第一款第一项的规定，每日按"
            "罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
        ),
    ),
    (Para("到期不缴纳罚款的，不加处罚款。"),),
)

PAYING = If(
    "fine",
    (
        Para(
            "罚款**{fine}**，应当自收到本决定书之日起**{pay_days:han}日内**，缴至代收机构：{bank_name}"
            "（地址：{bank_address}[[；账户名称：{bank_account_name}]][[；账号：{bank_account}]]）"
            "[[，或者通过{e_payment}缴纳]]。"
        ),
        SURCHARGE,
        Para(
            "确有经济困难，需要延期或者分期缴纳罚款的，可以向本机关提出书面申请。"
            "当事人逾期不履行又不寻求救济的，本机关可以依法申请人民法院强制执行。"
        ),
    ),
)

DECISION = DocumentKind(
    "penalty.decision",
    "行政处罚决定书",
    Volume.OPEN,
    300,
    series="罚",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-DECISION", "当事人的姓名或者名称、地址", FULL_NAME, ADDRESS),
        OTHER_PARTIES,
        must(CAUSE, "PEN-23"),
        long("course", "案件来源和调查经过"),
        must(FACTS, "DOC-DECISION", "违反法律、法规、规章的事实和证据"),
        must(
            EVIDENCE,
            "DOC-DECISION",
            "违反法律、法规、规章的事实和证据",
            ("name", "证据名称"),
        ),
        text("notice_number", "告知书文号"),
        day("notice_served_on", "告知书送达日期"),
        long("statement", "陈述、申辩和复核情况"),
        long("hearing_said", "听证情况"),
        must(BREACHED, "DOC-DECISION", "行政处罚的种类和依据"),
        must(APPLIED, "DOC-DECISION", "行政处罚的种类和依据"),
        DISCRETION,
        BENCHMARK,
        must(HANDLING, "DOC-DECISION", "行政处罚的种类和依据", ("kind", "种类")),
        long("correction", "责令改正"),
        Field(
            "performance",
            "履行方式和期限",
            FieldKind.PARAGRAPH,
            "DOC-DECISION",
            unless="fine",
            item="行政处罚的履行方式和期限",
        ),
        *FINE_FIELDS,
        long("each_pays", "各当事人缴纳的数额"),
        _REMEDIES,
        must(long("publicity", "公示告知", help="处罚信息将依法公示的渠道。"), "SAMR-15"),
    ),
    body=(
        Who(),
        OTHERS,
        Head("违法事实和证据"),
        Text("course"),
        Text("facts"),
        Para("上述事实，有下列证据证明："),
        Points("evidence", "{name}[[（{kind}）]][[，{copies}]][[，证明{proves}]]"),
        Head("当事人的陈述、申辩和听证"),
        Para(
            "本机关于{notice_served_on}向当事人送达《行政处罚告知书》[[（{notice_number}）]]，告知拟"
            "作出行政处罚的内容及事实、理由、依据，以及依法享有的权利。"
        ),
        Text("statement"),
        Text("hearing_said"),
        Head("处罚的理由、依据和种类"),
        Para("当事人{cause}的行为，违反了{law_breached}的规定。"),
        Quotes("law_breached"),
        Text("discretion"),
        Para(
            "依据{law_applied}的规定，[[参照《{benchmark}》，]]本机关决定对当事人作出如下行政处罚："
        ),
        Points("penalties", "**{penalty}**"),
        Para("同时责令当事人：{correction}。"),
        Head("履行方式和期限"),
        Text("performance"),
        PAYING,
        Para("上述款项由各当事人分别缴纳：{each_pays}。"),
        Head("救济途径和期限"),
        Remedy(),
        Head("公示告知"),
        Text("publicity"),
    ),
)

NO_PENALTY = DocumentKind(
    "penalty.none",
    "不予行政处罚决定书",
    Volume.OPEN,
    301,
    series="不罚",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-DECISION", "当事人的姓名或者名称、地址", FULL_NAME, ADDRESS),
        OTHER_PARTIES,
        must(CAUSE, "PEN-23"),
        FILED_ON,
        must(FACTS, "DOC-DECISION", "违反法律、法规、规章的事实和证据"),
        must(
            EVIDENCE,
            "DOC-DECISION",
            "违反法律、法规、规章的事实和证据",
            ("name", "证据名称"),
        ),
        BREACHED,
        must(APPLIED, "PEN-27", "不予处罚的依据"),
        must(long("reason", "不予处罚的理由"), "PEN-27"),
        must(long("education", "教育内容"), "PEN-27-4"),
        _REMEDIES,
    ),
    body=(
        Who(),
        OTHERS,
        Head("事实和证据"),
        Para("本机关于{filed_on}对{cause}一案立案调查，现已调查终结。"),
        Text("facts"),
        Para("上述事实，有下列证据证明："),
        Points("evidence", "{name}[[（{kind}）]][[，{copies}]][[，证明{proves}]]"),
        Head("不予处罚的理由和依据"),
        Para("当事人的上述行为，违反了{law_breached}的规定。"),
        Text("reason"),
        Para("依据{law_applied}的规定，本机关决定：**对当事人不予行政处罚**。"),
        Head("教育"),
        Text("education"),
        Head("救济途径和期限"),
        Remedy(),
    ),
)

ONSPOT = DocumentKind(
    "penalty.onspot",
    "当场行政处罚决定书",
    Volume.OPEN,
    302,
    series="当罚",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-ONSPOT", "当事人", FULL_NAME),
        must(long("breach", "违法行为"), "DOC-ONSPOT", "违法行为"),
        must(Field("happened_at", "时间", FieldKind.DATETIME), "DOC-ONSPOT", "时间"),
        must(text("place", "地点"), "DOC-ONSPOT", "地点"),
        BREACHED,
        must(APPLIED, "DOC-ONSPOT", "行政处罚的种类和依据"),
        must(PENALTIES, "DOC-ONSPOT", "行政处罚的种类和依据", ("kind", "种类")),
        FINE,
        Field(
            "pay_mode",
            "缴纳方式",
            FieldKind.CHOICE,
            "DOC-FINE",
            given="fine",
            item="缴纳方式",
            options=(("on_spot", "当场收缴"), ("bank", "到代收机构缴纳")),
        ),
        text("collect_why", "当场收缴的事由"),
        replace(FINE_TERM, given="pay_mode=bank"),
        replace(BANK_NAME, given="pay_mode=bank"),
        replace(BANK_ADDRESS, given="pay_mode=bank"),
        text("bank_account", "收款账号"),
        replace(WITH_SURCHARGE, given="pay_mode=bank"),
        must(OFFICERS, "DOC-ONSPOT", "执法人员"),
        must(REMEDIES, "DOC-ONSPOT", "申请行政复议、提起行政诉讼的途径和期限"),
    ),
    body=(
        Who(),
        Para("经查，当事人于{happened_at}在{place}有下列违法行为："),
        Text("breach"),
        Para("上述行为违反了{law_breached}的规定。"),
        Para(
            "依据{law_applied}和《中华人民共和国行政处罚法》第五十一条的规定，现场告知当事人拟作出"
            "行政处罚的内容及事实、理由、依据并听取其陈述、申辩后，当场作出如下行政处罚："
        ),
        Points("penalties", "**{penalty}**"),
        Para("缴纳方式：{pay_mode}[[（{collect_why}）]]。"),
        Para(
            "自收到本决定书之日起**{pay_days:han}日内**缴至代收机构：{bank_name}"
            "（地址：{bank_address}[[；账号：{bank_account}]]）。"
        ),
        If("surcharge", SURCHARGE.then),
        Remedy(on_spot=True),
        Para("执法人员：{officers}"),
        Note("本决定书一式二份，一份当场交付当事人，一份报所属行政机关备案。"),
    ),
    signers=(
        Signer("party", "当事人签收"),
        Signer("officers", "执法人员"),
    ),
)

ONSPOT_FILING = DocumentKind(
    "penalty.onspot_filing",
    "当场行政处罚备案表",
    Volume.INTERNAL,
    202,
    layout=Layout.FORM,
    fields=(
        must(text("decision_number", "决定书文号"), "PEN-52-3"),
        must(day("decided_on", "决定日期"), "PEN-52-3"),
        must(PARTY, "PEN-52-3", "", FULL_NAME),
        must(long("breach", "违法行为"), "PEN-52-3"),
        must(PENALTIES, "PEN-52-3", "", ("kind", "种类")),
        FINE,
        text("pay_state", "缴纳情况"),
        must(OFFICERS, "PEN-52-3"),
        text("received_by", "备案接收人"),
    ),
    body=(
        Form(
            (
                ("decision_number", "decided_on"),
                ("party",),
                ("breach",),
                ("penalties",),
                ("pay_state", "received_by"),
                ("officers",),
            )
        ),
    ),
)

KINDS = (DECISION, NO_PENALTY, ONSPOT, ONSPOT_FILING)
