"""Documents of the examination (复议法 arts. 39, 45, 49 to 52, 55 to 58, 61, 62)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Lines,
    Para,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.reconsideration.fields import (
    CLAIM,
    CLAIMED,
    COMPENSATION,
    CONSIDERED,
    ESTABLISHED,
    GROUNDS,
    IN_CASE,
    LAW_RELIED,
    OPINIONS,
    OUTCOMES,
    PERFORM_DAYS,
    REPLY_SAID,
    RULING,
    SUSPENSION_GROUNDS,
    letter,
)
from xiezhi.procedure.documents.vocabulary import (
    CASE_NUMBER,
    day,
    flag,
    long,
    moment,
    must,
    number,
    text,
)

_HEAD = Lines(("party", "respondent", "cause"))

INQUIRY = DocumentKind(
    "reconsideration.inquiry",
    "行政复议调查笔录",
    Volume.OPEN,
    1620,
    layout=Layout.RECORD,
    fields=(
        *IN_CASE,
        must(text("investigators", "调查人员"), "REC-45"),
        must(flag("work_id_shown", "已出示行政复议工作证件"), "REC-45"),
        must(text("asked_whom", "被调查的单位或者个人"), "REC-45"),
        must(text("inquiry_place", "调查地点"), "REC-45"),
        must(long("inquiry_found", "调查情况"), "REC-45"),
    ),
    body=(
        _HEAD,
        Lines(("investigators", "work_id_shown", "asked_whom", "inquiry_place")),
        Text("inquiry_found"),
        End(),
    ),
    signers=(
        Signer("asked", "被调查人", each_page=True),
        Signer("investigators", "调查人员"),
    ),
)

OPINIONS_RECORD = DocumentKind(
    "reconsideration.opinions_record",
    "听取行政复议当事人意见记录",
    Volume.OPEN,
    1621,
    layout=Layout.RECORD,
    fields=(
        *IN_CASE,
        must(
            Field(
                "opinions_by",
                "听取意见的方式",
                FieldKind.CHOICE,
                options=(
                    ("in_person", "当面"),
                    ("online", "互联网"),
                    ("phone", "电话"),
                    ("unable", "因当事人原因不能听取，书面审理"),
                ),
            ),
            "REC-49",
        ),
        must(text("opinions_of", "听取谁的意见"), "REC-49"),
        must(OPINIONS, "REC-49", "将听取的意见记录在案"),
    ),
    body=(_HEAD, Lines(("opinions_by", "opinions_of")), Text("opinions"), End()),
    signers=(Signer("heard", "发表意见的当事人"), Signer("recorder", "记录人")),
)

HEARING_NOTICE = letter(
    "hearing_notice",
    "行政复议听证通知书",
    (1622, "复听通"),
    (
        *IN_CASE,
        must(moment("hearing_at", "听证时间"), "REC-51"),
        must(text("hearing_place", "听证地点"), "REC-51"),
        must(long("hearing_subject", "拟听证事项"), "REC-51"),
    ),
    (
        Para("{party.name}、{respondent}：", indent=False),
        Para("就{party.name}不服{respondent}作出的{cause}申请行政复议一案，本机关定于"
             "**{hearing_at}**在**{hearing_place}**举行听证。拟听证事项："),
        Text("hearing_subject"),
        Para("申请人无正当理由拒不参加听证的，视为放弃听证权利。"
             "被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加。"),
    ),
)  # fmt: skip

HEARING_RECORD = DocumentKind(
    "reconsideration.hearing_record",
    "行政复议听证笔录",
    Volume.OPEN,
    1623,
    layout=Layout.RECORD,
    fields=(
        *IN_CASE,
        must(text("hearing_host", "听证主持人"), "REC-50-3"),
        must(text("hearing_members", "听证员"), "REC-50-3"),
        must(text("hearing_recorder", "记录员"), "REC-50-3"),
        must(flag("head_present", "被申请人的负责人参加听证"), "REC-51-3"),
        Field(
            "head_absent_why",
            "负责人不能参加的理由和委托的人员",
            FieldKind.PARAGRAPH,
        ),
        must(long("hearing_said", "听证过程"), "REC-50-3"),
    ),
    body=(
        _HEAD,
        Lines(("hearing_host", "hearing_members", "hearing_recorder", "head_present")),
        Text("head_absent_why", lead="被申请人的负责人不能参加的理由和委托的人员："),
        Head("听证过程"),
        Text("hearing_said"),
        End(),
    ),
    signers=(
        Signer("parties", "当事人", each_page=True),
        Signer("host", "主持人"),
        Signer("recorder", "记录员"),
    ),
)

CONSULTATION = DocumentKind(
    "reconsideration.consultation",
    "行政复议委员会咨询意见记录",
    Volume.INTERNAL,
    1600,
    layout=Layout.FORM,
    fields=(
        *IN_CASE,
        must(text("consulted_members", "提出意见的委员"), "REC-52"),
        must(long("consulted_on", "提请咨询的问题"), "REC-52"),
        must(long("committee_opinion", "咨询意见"), "REC-52"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("respondent",),
                ("cause",),
                ("consulted_members",),
                ("consulted_on",),
                ("committee_opinion",),
            )
        ),
    ),
)

SUSPENSION = letter(
    "suspension",
    "行政复议中止通知书",
    (1624, "复中"),
    (
        *IN_CASE,
        must(
            Field("suspended_for", "中止的情形", FieldKind.CHOICE, options=SUSPENSION_GROUNDS),
            "REC-39",
        ),
        must(long("suspension_reason", "中止的事实和理由"), "REC-39-3"),
    ),
    (
        Para("{party.name}、{respondent}：", indent=False),
        Para(
            "{party.name}不服{respondent}作出的{cause}申请行政复议一案，存在下列情形：{suspended_for}。"
        ),
        Text("suspension_reason"),
        Para(
            "依据《中华人民共和国行政复议法》第三十九条的规定，现**中止行政复议**。中止的原因消除后，"
            "及时恢复审理。"
        ),
    ),
)

RESUMPTION = letter(
    "resumption",
    "行政复议恢复审理通知书",
    (1625, "复恢"),
    (*IN_CASE, must(long("resumption_reason", "中止原因消除的情况"), "REC-39-3")),
    (
        Para("{party.name}、{respondent}：", indent=False),
        Para("{party.name}不服{respondent}作出的{cause}申请行政复议一案，中止的原因已经消除："),
        Text("resumption_reason"),
        Para("自即日起恢复审理。"),
    ),
)

MAKER_NOTICE = letter(
    "maker_notice",
    "附带审查答复通知书",
    (1626, "复附"),
    (
        *IN_CASE,
        must(text("maker", "制定机关"), "REC-58"),
        must(text("basis_title", "规范性文件或者依据的名称"), "REC-58"),
        must(long("basis_clauses", "需要答复的条款"), "REC-58"),
    ),
    (
        Para("{maker}：", indent=False),
        Para(
            "本机关审理{party.name}不服{respondent}作出的{cause}一案，对你单位制定的{basis_title}的"
            "下列条款进行审查："
        ),
        Text("basis_clauses"),
        Para("请自收到本通知之日起**十个工作日内**，就上述条款的合法性提交书面答复及相关材料。"),
    ),
)

BASIS_REFERRAL = letter(
    "basis_referral",
    "附带审查转送函",
    (1627, "复转"),
    (
        *IN_CASE,
        must(text("referred_to", "有权处理的机关"), "REC-56-2"),
        must(text("basis_title", "规范性文件或者依据的名称"), "REC-56-2"),
        must(long("basis_clauses", "需要处理的条款"), "REC-56-2"),
    ),
    (
        Para("{referred_to}：", indent=False),
        Para(
            "本机关审理{party.name}不服{respondent}作出的{cause}一案，需要审查{basis_title}的下列条款，"
            "本机关无权处理，现予转送："
        ),
        Text("basis_clauses"),
        Para("请自收到转送之日起**六十日内**，将处理意见回复本机关。"),
    ),
)

EXTENSION = letter(
    "extension",
    "行政复议延期审理通知书",
    (1628, "复延"),
    (
        *IN_CASE,
        must(number("days", "延长的天数"), "REM-8-3"),
        must(long("extension_reason", "延长的理由"), "REM-8-3"),
    ),
    (
        Para("{party.name}、{respondent}：", indent=False),
        Para("{party.name}不服{respondent}作出的{cause}申请行政复议一案，情况复杂："),
        Text("extension_reason"),
        Para(
            "依据《中华人民共和国行政复议法》第六十二条第一款的规定，经批准，行政复议决定的期限"
            "**延长{days}日**。"
        ),
    ),
)

CONVERSION = letter(
    "conversion",
    "行政复议转为普通程序通知书",
    (1629, "复程"),
    (*IN_CASE, must(long("conversion_reason", "不宜适用简易程序的理由"), "REC-55")),
    (
        Para("{party.name}、{respondent}：", indent=False),
        Para("{party.name}不服{respondent}作出的{cause}申请行政复议一案，不宜适用简易程序："),
        Text("conversion_reason"),
        Para("依据《中华人民共和国行政复议法》第五十五条的规定，现转为普通程序审理。"),
    ),
)

REPORT = DocumentKind(
    "reconsideration.report",
    "行政复议案件审查意见",
    Volume.INTERNAL,
    1601,
    layout=Layout.FORM,
    fields=(
        CASE_NUMBER,
        *IN_CASE,
        must(CLAIM, "REC-61"),
        CLAIMED,
        REPLY_SAID,
        OPINIONS,
        must(ESTABLISHED, "REC-61"),
        must(CONSIDERED, "REC-61"),
        must(LAW_RELIED, "REC-61"),
        must(Field("outcome", "处理意见", FieldKind.CHOICE, options=OUTCOMES), "REC-61"),
        must(Field("outcome_ground", "法定情形", FieldKind.CHOICE, options=GROUNDS), "REC-61"),
        must(RULING, "REC-61"),
        PERFORM_DAYS,
        COMPENSATION,
        day("filed_on", "申请日期"),
    ),
    body=(
        Form(
            (
                ("case_number", "filed_on"),
                ("party",),
                ("respondent",),
                ("cause",),
                ("claim",),
                ("brief",),
                ("reply_said",),
                ("opinions",),
                ("established",),
                ("considered",),
                ("law_applied",),
                ("outcome",),
                ("outcome_ground",),
                ("ruling",),
                ("perform_days",),
                ("compensation",),
            )
        ),
    ),
)

KINDS = (
    INQUIRY,
    OPINIONS_RECORD,
    HEARING_NOTICE,
    HEARING_RECORD,
    CONSULTATION,
    SUSPENSION,
    RESUMPTION,
    MAKER_NOTICE,
    BASIS_REFERRAL,
    EXTENSION,
    CONVERSION,
    REPORT,
)
