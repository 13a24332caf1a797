"""Check, special procedures, extension, joint handling, opinion (许可法 arts. 26, 34, 42 to 45)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.licence.parts import (
    ACCEPTED_ON,
    ASKED_BY,
    CAME_ON,
    CATEGORY,
    CERTIFICATE_NUMBER,
    CERTIFICATE_TITLE,
    CONDITIONS,
    HEARING_SAID,
    ITEM,
    LEGAL_BASIS,
    SCOPE,
    UNLIMITED,
    VALID_FROM,
    VALID_TO,
)
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
from xiezhi.procedure.documents.vocabulary import (
    CASE_NAME,
    CASE_NUMBER,
    CONTACT_PHONE,
    ENDED,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    PLACE,
    STARTED,
    UNIT_OPINION,
    day,
    flag,
    long,
    must,
    named,
    number,
    text,
)

CHECKED = (("pass", "符合条件"), ("fail", "不符合条件"), ("unclear", "需要进一步核实"))

SITE_CHECK = DocumentKind(
    "licence.site_check",
    "行政许可核查笔录",
    Volume.OPEN,
    1040,
    layout=Layout.RECORD,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-3"),
        must(STARTED, "LIC-3"),
        must(ENDED, "LIC-3"),
        must(PLACE, "LIC-3"),
        must(named(OFFICERS, "officers", "核查人员"), "LIC-3"),
        text("checked_with", "申请人在场人员及职务"),
        must(long("checked", "核查情况"), "LIC-3"),
        must(Field("check_result", "核查结论", FieldKind.CHOICE, options=CHECKED), "LIC-3"),
    ),
    body=(
        Lines(("party", "cause", "started_at", "ended_at", "place", "officers", "checked_with")),
        Para("核查人员已经出示执法证件，告知了核查的内容和申请人的权利义务。"),
        Head("核查情况"),
        Text("checked"),
        Para("核查结论：**{check_result}**"),
        End(),
    ),
    signers=(
        Signer("party", "申请人（在场人员）", each_page=True),
        Signer("officers", "核查人员"),
    ),
)

SPECIAL = (
    ("tender", "招标"),
    ("auction", "拍卖"),
    ("inspection", "检验"),
    ("testing", "检测"),
    ("quarantine", "检疫"),
    ("appraisal", "鉴定"),
    ("expert", "专家评审"),
)
_SPECIAL = must(Field("special_kind", "特别程序", FieldKind.CHOICE, options=SPECIAL), "LIC-8")

SPECIAL_NOTICE = DocumentKind(
    "licence.special_notice",
    "行政许可特别程序所需时间告知书",
    Volume.OPEN,
    1042,
    series="许特",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-8"),
        _SPECIAL,
        must(day("special_until", "预计结束日期"), "LIC-8"),
        must(long("special_what", "内容和安排"), "LIC-8"),
        text("special_body", "承担的机构"),
        text(
            "testers",
            "指派的工作人员",
            help="检验、检测、检疫的，指派两名以上，用顿号分开。",
        ),
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你（单位）的{cause}申请，依法需要进行**{special_kind}**[[，由{special_body}承担]]"
            "[[，指派的工作人员：{testers}]]。内容和安排："
        ),
        Text("special_what"),
        Para(
            "根据《中华人民共和国行政许可法》第四十五条的规定，所需时间自本告知书之日起至"
            "**{special_until}**止，不计算在办理期限内。"
        ),
        Para("联系电话：{contact_phone}"),
    ),
)

SPECIAL_RESULT = DocumentKind(
    "licence.special_result",
    "特别程序结果登记表",
    Volume.OPEN,
    1043,
    layout=Layout.FORM,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-8"),
        _SPECIAL,
        text("special_notice_number", "告知书文号"),
        must(long("special_result", "结果"), "LIC-8"),
        text("special_report", "报告（成交、评审）文号"),
        text("standards", "依据的技术标准、技术规范"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("cause",),
                ("special_kind", "special_report"),
                ("special_notice_number",),
                ("standards",),
                ("special_result",),
            )
        ),
    ),
)

EXTENSION = DocumentKind(
    "licence.extension",
    "行政许可办理期限延长通知书",
    Volume.OPEN,
    1041,
    series="许延",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-4"),
        ACCEPTED_ON,
        must(number("extend_days", "延长的工作日"), "LIC-4"),
        must(long("extend_why", "延长期限的理由"), "LIC-4"),
        text(
            "government_approval",
            "本级人民政府负责人的批准",
            help="统一办理、联合办理、集中办理的，写明批准人和日期；其他的不填。",
        ),
        HEAD_OPINION,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你（单位）的{cause}申请[[，本机关已于{accepted_on}受理]]。因下列原因，不能在法定期限内"
            "作出决定："
        ),
        Text("extend_why"),
        Para(
            "根据《中华人民共和国行政许可法》第四十二条的规定，经[[{government_approval}]]批准，"
            "办理期限延长**{extend_days:han}个工作日**。"
        ),
    ),
)

CONSULTATION = DocumentKind(
    "licence.consultation",
    "行政许可征求意见函",
    Volume.OPEN,
    1060,
    series="许征",
    sealed=True,
    fields=(
        must(text("department", "有关部门"), "LIC-JOINT"),
        ASKED_BY,
        must(ITEM, "LIC-JOINT"),
        must(long("consulted_on", "征求意见的内容"), "LIC-JOINT"),
        day("reply_by", "请回复的日期"),
        CONTACT_PHONE,
    ),
    body=(
        Para("{department}：", indent=False),
        Para(
            "{party.name}提出的{cause}申请，本机关已经受理。根据《中华人民共和国行政许可法》第二十六条"
            "第二款的规定，现转告你单位，请就下列事项提出意见："
        ),
        Text("consulted_on"),
        Para("请于{reply_by}前回复。"),
        Para("联系电话：{contact_phone}"),
    ),
)

DEPARTMENT_OPINION = DocumentKind(
    "licence.department_opinion",
    "有关部门意见",
    Volume.OPEN,
    1061,
    layout=Layout.FORM,
    fields=(
        must(text("department", "有关部门"), "LIC-JOINT"),
        ASKED_BY,
        must(ITEM, "LIC-JOINT"),
        must(
            Field(
                "department_view",
                "意见",
                FieldKind.CHOICE,
                options=(("agree", "同意"), ("object", "不同意"), ("conditions", "附条件同意")),
            ),
            "LIC-JOINT",
        ),
        must(long("department_said", "意见的内容和理由"), "LIC-JOINT"),
    ),
    body=(
        Form(
            (
                ("department",),
                ("party",),
                ("cause",),
                ("department_view",),
                ("department_said",),
            )
        ),
    ),
)

#: What an application may come to; each kind names it in its own words.
ANSWERS = (("grant", "准予"), ("refuse", "不予"))
WITH_CERTIFICATE = flag("with_certificate", "需要颁发许可证件")
REASON = Field("reason", "不予许可的理由", FieldKind.PARAGRAPH, "LIC-12", given="outcome=refuse")

EXAMINATION = DocumentKind(
    "licence.examination",
    "行政许可审查意见表",
    Volume.INTERNAL,
    1000,
    series="许审",
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        ASKED_BY,
        must(ITEM, "LIC-EXAMINE"),
        CAME_ON,
        ACCEPTED_ON,
        must(long("examined", "审查情况"), "LIC-EXAMINE"),
        HEARING_SAID,
        must(LEGAL_BASIS, "LIC-EXAMINE"),
        must(Field("outcome", "拟作出的决定", FieldKind.CHOICE, options=ANSWERS), "LIC-EXAMINE"),
        REASON,
        CATEGORY,
        replace(SCOPE, rule="LIC-12-2", given="outcome=grant"),
        CONDITIONS,
        WITH_CERTIFICATE,
        Field(
            "certificate_title", CERTIFICATE_TITLE.label, rule="LIC-CERT", given="with_certificate"
        ),
        Field(
            "certificate_number",
            CERTIFICATE_NUMBER.label,
            rule="LIC-CERT",
            given="with_certificate",
        ),
        VALID_FROM,
        VALID_TO,
        UNLIMITED,
        must(HANDLER_OPINION, "LIC-EXAMINE"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number", "licence_category"),
                ("party",),
                ("found_on", "accepted_on"),
                ("examined",),
                ("hearing_said",),
                ("basis",),
                ("outcome",),
                ("reason",),
                ("scope",),
                ("conditions",),
                ("certificate_title", "certificate_number"),
                ("valid_from", "valid_to"),
                ("unlimited", "with_certificate"),
                *OPINION_ROWS,
            )
        ),
    ),
)

FIRST_REVIEW = DocumentKind(
    "licence.first_review",
    "行政许可初步审查意见书",
    Volume.OPEN,
    1062,
    series="许初",
    sealed=True,
    fields=(
        must(text("superior", "上级行政机关"), "LIC-6"),
        ASKED_BY,
        must(ITEM, "LIC-6"),
        must(ACCEPTED_ON, "LIC-6"),
        must(long("first_said", "初步审查意见"), "LIC-6"),
        long("papers", "报送的申请材料"),
    ),
    body=(
        Para("{superior}：", indent=False),
        Para(
            "{party.name}提出的{cause}申请，本机关于{accepted_on}受理，经审查，初步审查意见如下："
        ),
        Text("first_said"),
        Para("现将全部申请材料一并报送："),
        Text("papers"),
    ),
)

KINDS = (
    SITE_CHECK,
    SPECIAL_NOTICE,
    SPECIAL_RESULT,
    EXTENSION,
    CONSULTATION,
    DEPARTMENT_OPINION,
    EXAMINATION,
    FIRST_REVIEW,
)
