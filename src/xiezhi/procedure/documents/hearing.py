"""听证: request, notice, announcement, record, report (处罚法 arts 63, 64, 65)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    End,
    Field,
    FieldKind,
    Head,
    If,
    Layout,
    Lines,
    Para,
    Signer,
    Table,
    Talk,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    ENDED,
    PARTY,
    PLACE,
    STARTED,
    day,
    flag,
    long,
    moment,
    must,
    rows,
    text,
)

_NAMED = ("name", "姓名或者名称")
_PARTY = must(PARTY, "PEN-11", "", _NAMED)
_HOST = must(text("host", "听证主持人"), "PEN-11")
_PANEL = text("panel", "听证员")
_CLERK = text("clerk", "记录员")
_AT = must(moment("hearing_at", "听证时间"), "PEN-10")
_TO = must(text("held_in", "听证地点"), "PEN-10")

#: A hearing is public but for these three (art. 64(3)).
_CLOSED_WHY = Field(
    "closed_why",
    "不公开的理由",
    FieldKind.CHOICE,
    "PEN-11",
    given="closed",
    options=(
        ("state_secret", "涉及国家秘密"),
        ("commercial_secret", "涉及商业秘密"),
        ("privacy", "涉及个人隐私"),
    ),
)

REQUEST = DocumentKind(
    "hearing.request",
    "听证申请书",
    Volume.OPEN,
    563,
    by_party=True,
    fields=(
        must(PARTY, "PEN-9", "", _NAMED),
        must(CAUSE, "PEN-9"),
        text("notice_number", "告知书文号"),
        must(day("requested_on", "提出日期"), "PEN-9"),
        day("posted_on", "交邮日期"),
        long("grounds", "事实和理由"),
        text("agent", "代理人"),
        text("contact_phone", "联系电话"),
    ),
    body=(
        Para("{agency}：", indent=False),
        Para(
            "[[你机关以《行政处罚告知书》（{notice_number}）]]就{cause}一案告知拟作出的行政处罚，"
            "现[[于{requested_on}]]要求举行听证。"
        ),
        Head("事实和理由", numbered=False),
        Text("grounds"),
        Para("申请人：{party.name}[[（代理人：{agent}）]][[，{posted_on}交邮]]"),
        Para("联系电话：{contact_phone}"),
    ),
    signers=(Signer("party", "申请人"),),
)

NOTICE = DocumentKind(
    "hearing.notice",
    "行政处罚听证通知书",
    Volume.OPEN,
    442,
    series="听通",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-10", "", _NAMED),
        must(CAUSE, "PEN-10"),
        _AT,
        _TO,
        flag("closed", "不公开举行"),
        _CLOSED_WHY,
        _HOST,
        _PANEL,
        _CLERK,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "根据你（单位）的要求，本机关定于**{hearing_at}**在**{held_in}**，就{cause}一案举行听证。"
        ),
        If(
            "closed",
            (Para("本次听证不公开举行[[，理由：{closed_why}]]。"),),
            (Para("本次听证公开举行。"),),
        ),
        Para("听证主持人：{host}[[；听证员：{panel}]][[；记录员：{clerk}]]。"),
        Para(
            "依据《中华人民共和国行政处罚法》第六十四条的规定，你（单位）可以亲自参加听证，也可以"
            "委托一至二人代理；认为主持人与本案有直接利害关系的，**有权申请回避**。举行听证时，"
            "调查人员提出当事人违法的事实、证据和行政处罚建议，你（单位）可以进行申辩和质证。"
        ),
        Para(
            "**无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利**，"
            "本机关终止听证。"
        ),
        Para("请携带身份证明；委托代理人的，请提交授权委托书。"),
        Para("[[联系人：{contact}　　]][[联系电话：{contact_phone}]]"),
    ),
)

ANNOUNCEMENT = DocumentKind(
    "hearing.announcement",
    "行政处罚听证公告",
    Volume.OPEN,
    443,
    series="听公",
    served=True,
    sealed=True,
    fields=(must(text("case", "听证案件"), "PEN-11"), _AT, _TO, _HOST, CONTACT, CONTACT_PHONE),
    body=(
        Para(
            "本机关定于**{hearing_at}**在**{held_in}**，就{case}公开举行听证，听证主持人：{host}。"
            "公民、法人或者其他组织可以持有效身份证件旁听。"
        ),
        Para("[[联系人：{contact}　　]][[联系电话：{contact_phone}]]"),
    ),
)

_PEOPLE = rows(
    "participants",
    "听证参加人",
    Column("role", "身份", width=1.6),
    Column("name", "姓名", width=1.4),
    Column("note", "单位、职务、证件号", width=3.6),
    rule="PEN-11",
)

RECORD = DocumentKind(
    "hearing.record",
    "听证笔录",
    Volume.OPEN,
    600,
    layout=Layout.RECORD,
    fields=(
        CASE_NAME,
        must(CAUSE, "PEN-11"),
        must(STARTED, "PEN-11"),
        must(ENDED, "PEN-11"),
        must(PLACE, "PEN-11"),
        flag("closed", "不公开举行"),
        _HOST,
        _PANEL,
        _CLERK,
        _PARTY,
        _PEOPLE,
        must(long("told", "核对身份、宣布纪律和告知权利"), "PEN-11"),
        rows("talk", "听证记录", Column("q", "发言人"), Column("a", "发言"), rule="PEN-64-8"),
        long("final_words", "最后陈述"),
    ),
    body=(
        Lines(
            (
                "case_name",
                "party",
                "cause",
                "started_at",
                "ended_at",
                "place",
                "host",
                "panel",
                "clerk",
            )
        ),
        Table("participants"),
        Head("核对身份、宣布纪律和告知权利"),
        Text("told"),
        Head("听证记录"),
        Talk(speakers=True),
        Head("最后陈述"),
        Text("final_words"),
        End(),
    ),
    signers=(
        Signer("party", "当事人（代理人）", each_page=True),
        Signer("officers", "案件调查人员"),
        Signer("host", "听证主持人"),
        Signer("clerk", "记录员"),
    ),
)

REPORT = DocumentKind(
    "hearing.report",
    "听证报告",
    Volume.INTERNAL,
    400,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        must(CAUSE, "PEN-11"),
        _AT,
        _TO,
        _HOST,
        _PANEL,
        _CLERK,
        _PARTY,
        must(long("basics", "听证的基本情况"), "PEN-11"),
        must(long("investigators_said", "调查人员的意见"), "PEN-11"),
        must(long("party_said", "当事人的意见"), "PEN-11"),
        long("disputed", "争议的事实和证据"),
        must(long("advice", "主持人的处理意见"), "PEN-11"),
    ),
    body=(
        Lines(
            (
                "case_name",
                "case_number",
                "cause",
                "party",
                "hearing_at",
                "held_in",
                "host",
                "panel",
                "clerk",
            )
        ),
        Head("听证的基本情况"),
        Text("basics"),
        Head("调查人员提出的事实、证据和处理建议"),
        Text("investigators_said"),
        Head("当事人的申辩和质证意见"),
        Text("party_said"),
        Head("争议的事实和证据"),
        Text("disputed"),
        Head("处理意见"),
        Text("advice"),
    ),
    signers=(Signer("host", "听证主持人"), Signer("panel", "听证员")),
)

KINDS = (REQUEST, NOTICE, ANNOUNCEMENT, RECORD, REPORT)
