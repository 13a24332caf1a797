"""Telling the party before deciding, and hearing what the party says (处罚法 arts 44, 45, 63)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    DocumentKind,
    End,
    Field,
    FieldKind,
    Head,
    If,
    Layout,
    Lines,
    Note,
    Para,
    Points,
    Quotes,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    APPLIED,
    BENCHMARK,
    BREACHED,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    DISCRETION,
    ENDED,
    EVIDENCE,
    FACTS,
    FINE,
    HANDLING,
    OFFICERS,
    OTHER_PARTIES,
    OTHERS,
    PARTY,
    PENALTIES,
    PLACE,
    RECORDER,
    STARTED,
    WHERE,
    day,
    flag,
    long,
    must,
    number,
    text,
)

_NAMED = ("name", "姓名或者名称")
_PARTY = must(PARTY, "DOC-NOTICE", "当事人", _NAMED)
_STATEMENT_DAYS = must(
    number("statement_days", "陈述、申辩的期限（工作日）"), "DOC-NOTICE", "陈述、申辩等权利"
)
_CONTACTS = (AGENCY_ADDRESS, CONTACT, CONTACT_PHONE)
_HEARING = Para(
    "依据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，对上述拟作出的行政处罚，"
    "**你（单位）有权要求听证**。要求听证的，应当自收到本告知书之日起**五个工作日"
    "内**向本机关提出；逾期未提出的，视为放弃此权利。听证不收取费用。"
)

NOTICE = DocumentKind(
    "penalty.notice",
    "行政处罚告知书",
    Volume.OPEN,
    440,
    series="罚告",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        OTHER_PARTIES,
        must(CAUSE, "PEN-23"),
        must(FACTS, "DOC-NOTICE", "事实"),
        must(EVIDENCE, "PEN-23", "", ("name", "证据名称")),
        must(BREACHED, "DOC-NOTICE", "理由"),
        must(APPLIED, "DOC-NOTICE", "依据"),
        DISCRETION,
        BENCHMARK,
        must(HANDLING, "DOC-NOTICE", "拟作出的行政处罚内容", ("kind", "种类")),
        FINE,
        long("correction", "责令改正"),
        _STATEMENT_DAYS,
        must(flag("hearing_right", "属于应当告知听证权利的处罚"), "DOC-NOTICE", "要求听证等权利"),
        text("joint_names", "共同当事人"),
        text("hearing_for", "有权要求听证的当事人"),
        *_CONTACTS,
    ),
    body=(
        Para("{party.name}[[、{joint_names}]]：", indent=False),
        OTHERS,
        Para(
            "由本机关立案调查的{cause}一案，已调查终结。依据《中华人民共和国行政处罚法》第四十四条"
            "的规定，现将拟作出行政处罚的内容及事实、理由、依据告知如下："
        ),
        Head("违法事实和证据"),
        Text("facts"),
        Para("上述事实，有下列证据证明："),
        Points("evidence", "{name}[[（{kind}）]][[，{copies}]][[，证明{proves}]]"),
        Head("处罚的理由和依据"),
        Para("上述行为违反了{law_breached}的规定。"),
        Quotes("law_breached"),
        Para("应当依据{law_applied}的规定给予行政处罚。"),
        Quotes("law_applied"),
        Text("discretion"),
        Para("参照的裁量基准：{benchmark}。"),
        Head("拟作出的行政处罚"),
        Points("penalties", "{penalty}"),
        Para("同时责令：{correction}。"),
        Head("你（单位）的权利"),
        Para(
            "依据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，**你（单位）有权进行陈述和"
            "申辩**。请自收到本告知书之日起**{statement_days:han}个工作日内**提出书面或者口头意见；"
            "本机关将对提出的事实、理由和证据进行复核，**不会因陈述、申辩而给予更重的处罚**。"
            "逾期未提出的，视为放弃此权利。"
        ),
        If("hearing_right", (_HEARING,)),
        Para("前款要求听证的权利，适用于下列当事人：{hearing_for}。"),
        WHERE,
    ),
)

HEARING_RIGHT = DocumentKind(
    "hearing.right",
    "行政处罚听证告知书",
    Volume.OPEN,
    441,
    series="听告",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        must(CAUSE, "PEN-23"),
        must(FACTS, "DOC-NOTICE", "事实"),
        must(BREACHED, "DOC-NOTICE", "理由"),
        must(APPLIED, "DOC-NOTICE", "依据"),
        must(PENALTIES, "DOC-NOTICE", "拟作出的行政处罚内容", ("kind", "种类")),
        FINE,
        *_CONTACTS,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para("由本机关立案调查的{cause}一案，已调查终结。现查明："),
        Text("facts"),
        Para(
            "上述行为违反了{law_breached}的规定。依据{law_applied}的规定，本机关拟作出如下行政处罚："
        ),
        Points("penalties", "{penalty}"),
        _HEARING,
        WHERE,
    ),
)

STATEMENT = DocumentKind(
    "statement.record",
    "陈述申辩笔录",
    Volume.OPEN,
    560,
    layout=Layout.RECORD,
    fields=(
        must(CAUSE, "PEN-8"),
        must(STARTED, "PEN-8"),
        must(ENDED, "PEN-8"),
        must(PLACE, "PEN-8"),
        must(Field("speaker", "陈述申辩人", FieldKind.PARTY), "PEN-8", "", ("name", "姓名")),
        text("relation", "与本案的关系"),
        must(OFFICERS, "PEN-3"),
        RECORDER,
        text("notice_number", "告知书文号"),
        must(long("statement", "陈述、申辩的内容"), "PEN-8"),
        long("submitted", "提交的证据、材料"),
    ),
    body=(
        Lines(
            (
                "cause",
                "notice_number",
                "started_at",
                "ended_at",
                "place",
                "officers",
                "recorder",
                "speaker",
                "relation",
            )
        ),
        Head("陈述、申辩的内容", numbered=False),
        Text("statement"),
        Head("提交的证据、材料", numbered=False),
        Text("submitted"),
        End(),
    ),
    signers=(
        Signer("speaker", "陈述申辩人", each_page=True),
        Signer("officers", "执法人员"),
        Signer("recorder", "记录人"),
    ),
)

STATEMENT_RECHECK = DocumentKind(
    "statement.recheck",
    "陈述申辩复核意见书",
    Volume.OPEN,
    561,
    fields=(
        must(PARTY, "PEN-8", "", _NAMED),
        must(CAUSE, "PEN-8"),
        text("notice_number", "告知书文号"),
        must(day("stated_on", "陈述、申辩日期"), "PEN-8"),
        must(long("statement", "陈述、申辩的事实、理由和证据"), "PEN-8"),
        must(long("rechecked", "复核情况"), "PEN-8"),
        must(
            Field(
                "outcome",
                "复核意见",
                FieldKind.CHOICE,
                options=(
                    ("accepted", "事实、理由或者证据成立，予以采纳"),
                    ("partly", "部分成立，予以部分采纳"),
                    ("rejected", "事实、理由和证据不成立，不予采纳"),
                ),
            ),
            "PEN-8",
        ),
        must(long("reason", "采纳或者不采纳的理由"), "PEN-8"),
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Lines(("party", "cause", "notice_number", "stated_on", "officers")),
        Head("陈述、申辩的事实、理由和证据"),
        Text("statement"),
        Head("复核情况"),
        Text("rechecked"),
        Head("复核意见"),
        Para("**{outcome}**。"),
        Text("reason"),
    ),
    signers=(Signer("officers", "复核人员"),),
)

WAIVER = DocumentKind(
    "statement.waiver",
    "放弃陈述申辩（听证）权利声明",
    Volume.OPEN,
    562,
    by_party=True,
    layout=Layout.LETTER,
    fields=(
        must(PARTY, "PEN-62", "", _NAMED),
        must(CAUSE, "PEN-62"),
        must(text("notice_number", "告知书文号"), "PEN-62"),
        must(day("notice_served_on", "收到告知书的日期"), "PEN-62"),
        flag("waives_hearing", "同时放弃听证"),
        text("agent", "代理人"),
    ),
    body=(
        Para("{agency}：", indent=False),
        Para(
            "我（单位）于{notice_served_on}收到《行政处罚告知书》（{notice_number}），知悉就{cause}一案拟作出的"
            "行政处罚的内容及事实、理由、依据，以及依法享有的权利。"
        ),
        If(
            "waives_hearing",
            (Para("我（单位）自愿**放弃陈述、申辩的权利，并放弃要求听证的权利**。"),),
            (Para("我（单位）自愿**放弃陈述、申辩的权利**。"),),
        ),
        Para("声明人：{party.name}[[（代理人：{agent}）]]"),
        Note("本声明由当事人签名或者盖章；单位由法定代表人（负责人）或者受委托人签名并盖章。"),
    ),
    signers=(Signer("party", "声明人"),),
)

KINDS = (NOTICE, HEARING_RIGHT, STATEMENT, STATEMENT_RECHECK, WAIVER)
