"""Hearing the applicant and those concerned (许可法 arts. 7, 36, 46 to 48)."""

from __future__ import annotations

from xiezhi.procedure.documents.licence.parts import ASKED_BY, ITEM
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
    AGENCY_ADDRESS,
    CASE_NAME,
    CONTACT,
    CONTACT_PHONE,
    ENDED,
    PLACE,
    STARTED,
    WHERE,
    day,
    flag,
    long,
    moment,
    must,
    rows,
    text,
)

_AT = must(moment("hearing_at", "听证时间"), "LIC-9-3")
_TO = must(text("held_in", "听证地点"), "LIC-9-3")
_HOST = must(text("host", "听证主持人"), "LIC-9-5")
_PANEL = text("panel", "听证员")
_CLERK = text("clerk", "记录员")
_CONCERNED = text("interested", "利害关系人")

RIGHTS = DocumentKind(
    "licence.rights",
    "行政许可陈述、申辩和听证权利告知书",
    Volume.OPEN,
    1050,
    series="许听告",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-HEARD"),
        _CONCERNED,
        must(long("stakes", "直接关系他人重大利益的情况"), "LIC-HEARD"),
        must(flag("hearing_right", "告知要求听证的权利"), "LIC-HEARD"),
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}[[、{interested}]]：", indent=False),
        Para("本机关审查{party.name}提出的{cause}申请时，发现下列情况："),
        Text("stakes"),
        Para(
            "根据《中华人民共和国行政许可法》第三十六条的规定，申请人、利害关系人**有权进行陈述和申辩**。"
        ),
        If(
            "hearing_right",
            (
                Para(
                    "根据《中华人民共和国行政许可法》第四十七条的规定，申请人、利害关系人享有要求听证的"
                    "权利；要求听证的，应当自被告知之日起**五个工作日内**提出申请。"
                    "申请人、利害关系人不承担组织听证的费用。"
                ),
            ),
        ),
        WHERE,
    ),
)

STATEMENT = DocumentKind(
    "licence.statement",
    "行政许可陈述申辩笔录",
    Volume.OPEN,
    1055,
    layout=Layout.RECORD,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-HEARD"),
        must(text("said_by", "陈述人"), "LIC-HEARD"),
        must(
            Field(
                "said_as",
                "陈述人的身份",
                FieldKind.CHOICE,
                options=(
                    ("applicant", "申请人"),
                    ("licensee", "被许可人"),
                    ("interested", "利害关系人"),
                ),
            ),
            "LIC-HEARD",
        ),
        must(STARTED, "LIC-HEARD"),
        must(PLACE, "LIC-HEARD"),
        must(long("said", "陈述、申辩的内容"), "LIC-HEARD"),
        must(long("said_answer", "复核意见"), "LIC-HEARD"),
        must(flag("waives_hearing", "放弃听证"), "LIC-9"),
    ),
    body=(
        Lines(("party", "cause", "said_by", "said_as", "started_at", "place")),
        Head("陈述、申辩的内容"),
        Text("said"),
        If("waives_hearing", (Para("陈述人明确表示**放弃听证**。"),)),
        Head("复核意见"),
        Text("said_answer"),
        End(),
    ),
    signers=(Signer("party", "陈述人", each_page=True), Signer("officers", "记录人")),
)

REQUEST = DocumentKind(
    "licence.hearing_request",
    "行政许可听证申请书",
    Volume.OPEN,
    1051,
    by_party=True,
    fields=(
        must(text("asker", "申请听证的人"), "LIC-9"),
        must(ITEM, "LIC-9"),
        text("rights_number", "告知书文号"),
        day("posted_on", "交邮日期"),
        long("asked_why", "申请听证的事实和理由"),
        text("agent", "代理人"),
    ),
    body=(
        Para("{agency}：", indent=False),
        Para("[[收到《告知书》（{rights_number}）后，]]就{cause}要求举行听证。"),
        Head("事实和理由", numbered=False),
        Text("asked_why"),
        Para("申请人：{asker}[[（代理人：{agent}）]][[，{posted_on}交邮]]"),
    ),
    signers=(Signer("party", "申请人"),),
)

ANNOUNCEMENT = DocumentKind(
    "licence.hearing_announcement",
    "行政许可听证公告",
    Volume.OPEN,
    1052,
    series="许听公",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-9-7"),
        must(long("announced_why", "需要听证的公共利益事项"), "LIC-9-7"),
        must(text("announced_in", "公告的渠道"), "LIC-9-7"),
        CONTACT_PHONE,
    ),
    body=(
        Para(
            "本机关受理了{party.name}提出的{cause}申请。根据《中华人民共和国行政许可法》第四十六条的规定，"
            "本机关决定举行听证，现向社会公告："
        ),
        Text("announced_why"),
        Para(
            "听证的时间、地点另行通知。"
            "公民、法人或者其他组织可以报名参加、旁听或者提出意见[[，联系电话：{contact_phone}]]。"
        ),
        Para("公告渠道：{announced_in}"),
    ),
)

NOTICE = DocumentKind(
    "licence.hearing_notice",
    "行政许可听证通知书",
    Volume.OPEN,
    1053,
    series="许听通",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-9-3"),
        _CONCERNED,
        _AT,
        _TO,
        _HOST,
        _PANEL,
        _CLERK,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}[[、{interested}]]：", indent=False),
        Para("本机关定于**{hearing_at}**在**{held_in}**，就{cause}公开举行听证。"),
        Para("听证主持人：{host}[[；听证员：{panel}]][[；记录员：{clerk}]]。"),
        Para(
            "认为主持人与该行政许可事项有直接利害关系的，**有权申请回避**。举行听证时，审查该申请的"
            "工作人员提供审查意见的证据、理由，申请人、利害关系人可以提出证据，并进行申辩和质证。"
        ),
        Para(
            "根据《中华人民共和国行政许可法》第四十五条的规定，听证所需时间自本通知书之日起至听证结束，"
            "不计算在办理期限内。"
        ),
        Para("[[联系人：{contact}　　]][[联系电话：{contact_phone}]]"),
    ),
)

RECORD = DocumentKind(
    "licence.hearing_record",
    "行政许可听证笔录",
    Volume.OPEN,
    1054,
    layout=Layout.RECORD,
    fields=(
        CASE_NAME,
        ASKED_BY,
        must(ITEM, "LIC-9-6"),
        must(STARTED, "LIC-9-6"),
        must(ENDED, "LIC-9-6"),
        must(PLACE, "LIC-9-6"),
        _HOST,
        _PANEL,
        _CLERK,
        rows(
            "participants",
            "听证参加人",
            Column("role", "身份", width=1.6),
            Column("name", "姓名", width=1.4),
            Column("note", "单位、职务", width=3.6),
            rule="LIC-9-6",
        ),
        rows("talk", "听证记录", Column("q", "发言人"), Column("a", "发言"), rule="LIC-9-6"),
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
        Head("听证记录"),
        Talk(speakers=True),
        End(),
    ),
    signers=(
        Signer("party", "听证参加人", each_page=True),
        Signer("host", "听证主持人"),
        Signer("clerk", "记录员"),
    ),
)

KINDS = (RIGHTS, STATEMENT, REQUEST, ANNOUNCEMENT, NOTICE, RECORD)
