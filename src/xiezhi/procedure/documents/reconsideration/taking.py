"""Documents from the application to the reply (复议法 arts. 16, 22, 30 to 32, 42, 48, 54)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Para,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.reconsideration.fields import (
    ACT_NUMBER,
    ACT_ON,
    APPLICANT,
    CLAIM,
    CLAIMED,
    CONDITIONS,
    DISPUTED,
    IN_CASE,
    IN_NAME_OF,
    KNOWN_ON,
    RESPONDENT,
    RESPONDENT_KINDS,
    STAY_GROUNDS,
    THIRD_PARTY,
    letter,
)
from xiezhi.procedure.documents.vocabulary import (
    ADDRESS,
    CASE_NUMBER,
    FULL_NAME,
    WHERE,
    day,
    long,
    must,
    number,
    text,
)

_WHERE = (text("agency_address", "本机关地址"), text("contact", "联系人"),
          text("contact_phone", "联系电话"))  # fmt: skip

APPLICATION = DocumentKind(
    "reconsideration.application",
    "行政复议申请登记表",
    Volume.OPEN,
    1600,
    layout=Layout.FORM,
    fields=(
        CASE_NUMBER,
        must(APPLICANT, "REC-22", "申请人的基本情况", FULL_NAME, ADDRESS),
        must(IN_NAME_OF, "REC-61", "行政复议机关"),
        must(RESPONDENT, "REC-19"),
        must(
            Field("respondent_kind", "被申请人类别", FieldKind.CHOICE, options=RESPONDENT_KINDS),
            "REC-19",
        ),
        must(DISPUTED, "REC-22"),
        ACT_NUMBER,
        must(ACT_ON, "REC-21"),
        must(KNOWN_ON, "REM-1"),
        must(CLAIM, "REC-22", "行政复议请求"),
        must(CLAIMED, "REC-22", "申请行政复议的主要事实、理由"),
        must(
            Field(
                "applied_by",
                "申请方式",
                FieldKind.CHOICE,
                options=(
                    ("in_person", "当面提交申请书"),
                    ("post", "邮寄"),
                    ("online", "互联网渠道"),
                    ("oral", "口头申请"),
                    ("agency", "通过作出处罚决定的机关提交"),
                ),
            ),
            "REC-22",
        ),
        day("posted_on", "交邮日期"),
        long("basis_claim", "一并申请附带审查的规范性文件"),
        long("compensation_claim", "一并提出的行政赔偿请求"),
    ),
    body=(
        Form(
            (
                ("case_number", "applied_by"),
                ("party",),
                ("in_name_of",),
                ("respondent", "respondent_kind"),
                ("cause",),
                ("act_number",),
                ("act_on", "known_on"),
                ("posted_on",),
                ("claim",),
                ("brief",),
                ("basis_claim",),
                ("compensation_claim",),
            )
        ),
    ),
)

CORRECTION = letter(
    "correction_notice",
    "补正行政复议申请通知书",
    (1601, "复补"),
    (*IN_CASE, must(long("to_correct", "需要补正的全部事项"), "REC-31"), *_WHERE),
    (
        Para("{party.name}：", indent=False),
        Para("你（单位）不服{respondent}作出的{cause}提出的行政复议申请，需要补正下列事项："),
        Text("to_correct"),
        Para(
            "请自收到本通知之日起**十个工作日内**提交补正材料；有正当理由不能按期补正的，可以申请延长。"
            "无正当理由逾期不补正的，视为放弃行政复议申请。"
        ),
        Para("以上事项为本机关一次性告知的全部补正事项。"),
        WHERE,
    ),
)

ACCEPTANCE = letter(
    "acceptance",
    "行政复议受理通知书",
    (1602, "复受"),
    (*IN_CASE, must(CLAIM, "REC-30")),
    (
        Para("{party.name}：", indent=False),
        Para("你（单位）不服{respondent}作出的{cause}，请求："),
        Text("claim"),
        Para(
            "经审查，该申请符合《中华人民共和国行政复议法》第三十条第一款的规定，本机关决定予以受理。"
            "你（单位）可以委托一至二名代理人参加行政复议，可以按照规定查阅、复制被申请人的书面答复、"
            "证据、依据和其他有关材料。行政复议不收取费用。"
        ),
    ),
)

REFUSAL = letter(
    "refusal",
    "不予受理行政复议申请决定书",
    (1603, "复不受"),
    (
        *IN_CASE,
        must(
            Field("refused_for", "不符合的受理条件", FieldKind.CHOICE, options=CONDITIONS),
            "REC-30-2",
        ),
        must(long("refusal_reason", "不予受理的理由"), "REC-30-2", "说明理由"),
        Field(
            "competent_body",
            "有管辖权的行政复议机关",
            FieldKind.TEXT,
            "REC-30-2",
            given="refused_for=own_jurisdiction",
            item="告知申请人有管辖权的行政复议机关",
        ),
    ),
    (
        Who(label="申请人"),
        Para(
            "申请人不服{respondent}作出的{cause}，向本机关申请行政复议。经审查，不符合下列受理条件："
        ),
        Para("**{refused_for}**"),
        Text("refusal_reason"),
        Para("对该申请有管辖权的行政复议机关是{competent_body}。"),
        Para("依据《中华人民共和国行政复议法》第三十条第二款的规定，本机关决定：**不予受理**。"),
        Para(
            "依法应当先申请行政复议的，申请人可以自收到本决定书之日起十五日内，依法向人民法院提起行政诉讼。"
        ),
    ),
)

REPLY_NOTICE = letter(
    "reply_notice",
    "行政复议答复通知书",
    (1604, "复答通"),
    (
        *IN_CASE,
        must(number("reply_days", "答复期限（工作日）"), "REM-7"),
        *_WHERE,
    ),
    (
        Para("{respondent}：", indent=False),
        Para(
            "{party.name}不服你单位作出的{cause}申请行政复议，本机关已经受理，现将申请书副本发送你单位。"
        ),
        Para(
            "请自收到申请书副本之日起**{reply_days:han}个工作日内**提出书面答复，并提交作出行政行为的证据、"
            "依据和其他有关材料。不按规定答复和提交的，视为该行政行为没有证据、依据。"
        ),
        Para("行政复议期间，你单位不得自行向申请人和其他有关单位或者个人收集证据。"),
        WHERE,
    ),
)

THIRD = letter(
    "third_notice",
    "第三人参加行政复议通知书",
    (1605, "复三"),
    (*IN_CASE, must(THIRD_PARTY, "REC-16")),
    (
        Para("{third_party}：", indent=False),
        Para(
            "{party.name}不服{respondent}作出的{cause}申请行政复议，该案的处理结果与你（单位）有利害关系。"
            "现通知你（单位）作为第三人参加行政复议。不参加的，不影响案件的审理。"
        ),
    ),
)

STAY = letter(
    "stay",
    "行政复议停止执行决定书",
    (1606, "复停"),
    (
        *IN_CASE,
        must(
            Field("stay_for", "停止执行的情形", FieldKind.CHOICE, options=STAY_GROUNDS),
            "REC-42",
        ),
        must(long("stay_reason", "停止执行的理由"), "REC-42"),
    ),
    (
        Para("{respondent}：", indent=False),
        Para("{party.name}不服你单位作出的{cause}申请行政复议一案，存在下列情形：{stay_for}。"),
        Text("stay_reason"),
        Para(
            "依据《中华人民共和国行政复议法》第四十二条的规定，本机关决定：**行政复议期间停止执行该行政"
            "行为**。"
        ),
    ),
)

FORWARDING = letter(
    "forwarding",
    "行政复议申请转送函",
    (1607, "转复"),
    (
        must(APPLICANT, "REM-5", "", FULL_NAME),
        must(DISPUTED, "REM-5"),
        must(text("review_body", "行政复议机关"), "REM-5"),
        must(long("uphold_reason", "认为应当维持的理由"), "REM-5"),
    ),
    (
        Para("{review_body}：", indent=False),
        Para(
            "{party.name}不服本机关作出的{cause}，通过本机关提交了行政复议申请。本机关认为需要维持："
        ),
        Text("uphold_reason"),
        Para("依据《中华人民共和国行政复议法》第三十二条的规定，现予转送。"),
    ),
)

_REPLY_WORDS = (
    must(long("reply_facts", "作出行政行为的事实"), "REM-7", "书面答复"),
    must(long("reply_law", "作出行政行为的依据"), "REM-7", "作出行政行为的依据"),
    must(long("reply_procedure", "作出行政行为的程序"), "REM-7"),
    must(long("reply_evidence", "证据目录"), "REM-7", "作出行政行为的证据"),
    must(long("reply_request", "答复请求"), "REM-7"),
)

#: What the officers lay before the head, who signs the reply.
DRAFT = DocumentKind(
    "reconsideration.draft",
    "行政复议答复审签表",
    Volume.INTERNAL,
    1602,
    layout=Layout.FORM,
    fields=(
        CASE_NUMBER,
        must(APPLICANT, "REM-7", "", FULL_NAME),
        must(DISPUTED, "REM-7"),
        text("review_body", "行政复议机关"),
        *_REPLY_WORDS,
        must(day("newest_evidence_on", "最近一份证据的收集日期"), "REM-10"),
    ),
    body=(
        Form(
            (
                ("case_number", "review_body"),
                ("party",),
                ("cause",),
                ("reply_facts",),
                ("reply_law",),
                ("reply_procedure",),
                ("reply_request",),
                ("reply_evidence",),
                ("newest_evidence_on",),
            )
        ),
    ),
)

REPLY = letter(
    "reply",
    "行政复议答复书",
    (1608, "复答"),
    (
        must(APPLICANT, "REM-7", "", FULL_NAME),
        must(DISPUTED, "REM-7"),
        must(text("review_body", "行政复议机关"), "REM-7"),
        text("notice_ref", "答复通知书文号"),
        *_REPLY_WORDS,
    ),
    (
        Para("{review_body}：", indent=False),
        Para(
            "[[根据{notice_ref}，]]现就{party.name}不服本机关作出的{cause}申请行政复议一案，答复如下："
        ),
        Head("事实"),
        Text("reply_facts"),
        Head("依据"),
        Text("reply_law"),
        Head("程序"),
        Text("reply_procedure"),
        Head("答复请求"),
        Text("reply_request"),
        Head("证据目录"),
        Text("reply_evidence"),
    ),
)

CORRECTED = letter(
    "correction_report",
    "行政复议意见书落实情况报告",
    (1609, "复报"),
    (
        must(text("review_body", "行政复议机关"), "REM-9"),
        must(text("letter_ref", "行政复议意见书文号"), "REM-9"),
        must(long("corrected_how", "纠正违法或者不当行政行为的情况"), "REM-9"),
    ),
    (
        Para("{review_body}：", indent=False),
        Para("现将落实{letter_ref}《行政复议意见书》、纠正相关行政行为的情况报告如下："),
        Text("corrected_how"),
    ),
)

KINDS = (
    APPLICATION,
    CORRECTION,
    ACCEPTANCE,
    REFUSAL,
    REPLY_NOTICE,
    THIRD,
    STAY,
    FORWARDING,
    DRAFT,
    REPLY,
    CORRECTED,
)
