"""Documents of a confirmation 行政确认: from the application to the certificate."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Lines,
    Para,
    Points,
    Remedy,
    Signer,
    Table,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    ADDRESS,
    AGENCY_ADDRESS,
    BASIS,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    ENDED,
    FULL_NAME,
    OFFICERS,
    PARTY,
    PLACE,
    PUBLICITY,
    REMEDIES,
    STARTED,
    WHERE,
    Options,
    day,
    long,
    must,
    rows,
    text,
)

_NAMED = ("name", "姓名或者名称")
_WHO = must(PARTY, "CONF-8", "申请人", _NAMED)
_WHAT = must(CAUSE, "CONF-8", "确认事项")

ORIGINS: Options = (("application", "依申请"), ("ex_officio", "依职权"))
OUTCOMES: Options = (("confirm", "予以确认"), ("deny", "不予确认"))

MATERIALS = rows(
    "materials",
    "提交的材料",
    Column("name", "材料名称", width=4),
    Column("copies", "份数", width=1, align="center"),
    Column("note", "备注", width=2),
)
LACKING = rows(
    "lacking",
    "需要补正的内容",
    Column("content", "材料和补正要求", width=4),
    Column("basis", "依据", width=2.4),
)
ORIGIN = Field("origin_kind", "启动方式", FieldKind.CHOICE, options=ORIGINS)
OUTCOME = Field("outcome", "确认意见", FieldKind.CHOICE, options=OUTCOMES)
EXAMINED = long("examined", "审查查明的事实")
CONFIRMED = long("confirmed", "确认的内容")
DENIED_WHY = long("denied_why", "不予确认的理由")
VALID_FROM = day("valid_from", "有效期起")
VALID_UNTIL = day("valid_until", "有效期止")
PROMISED = day("promised_on", "承诺办结日期")

APPLICATION = DocumentKind(
    "confirmation.application",
    "行政确认申请（启动）表",
    Volume.OPEN,
    1490,
    layout=Layout.FORM,
    series="确申",
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        _WHO,
        _WHAT,
        must(ORIGIN, "CONF-8"),
        must(BASIS, "CONF-6"),
        long("brief", "申请的事实和理由"),
        MATERIALS,
    ),
    body=(
        Form((("case_name",), ("party",), ("cause", "origin_kind"), ("basis",), ("brief",))),
        Table("materials", caption="提交的材料"),
    ),
    signers=(Signer("party", "申请人"), Signer("officers", "接收人")),
)

SUPPLEMENT = DocumentKind(
    "confirmation.supplement",
    "行政确认补正材料通知书",
    Volume.OPEN,
    1491,
    series="确补",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "CONF-2", "", _NAMED),
        must(CAUSE, "CONF-2"),
        must(LACKING, "CONF-2", "需要补正的内容", ("content", "材料和补正要求")),
        must(day("supplement_by", "补正期限"), "CONF-2"),
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para("你（单位）申请的{cause}，材料需要补正。现一次性告知需要补正的全部内容："),
        Points("lacking", "{content}[[（依据：{basis}）]]"),
        Para("请于**{supplement_by}前**补正。"),
        WHERE,
    ),
)

ACCEPTANCE = DocumentKind(
    "confirmation.acceptance",
    "行政确认受理通知书",
    Volume.OPEN,
    1492,
    series="确受",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "CONF-3", "", _NAMED),
        must(CAUSE, "CONF-3"),
        must(PROMISED, "CONF-3", "办理时限"),
        MATERIALS,
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para("你（单位）申请的{cause}，本机关决定**予以受理**，承诺于**{promised_on}前**办结。"),
        Table("materials", caption="收到的材料"),
        WHERE,
    ),
)

REFUSAL = DocumentKind(
    "confirmation.refusal",
    "行政确认不予受理决定书",
    Volume.OPEN,
    1493,
    series="确不受",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "CONF-7", "", FULL_NAME),
        must(CAUSE, "CONF-7"),
        must(long("refused_why", "不予受理的理由"), "CONF-7"),
        must(BASIS, "CONF-6"),
        must(REMEDIES, "REM-1"),
    ),
    body=(
        Who(label="申请人"),
        Para("你（单位）申请的{cause}，经审查："),
        Text("refused_why"),
        Para("依据{basis}的规定，本机关决定：**不予受理**。"),
        Remedy(),
    ),
)

VERIFICATION = DocumentKind(
    "confirmation.verification",
    "行政确认核查笔录",
    Volume.OPEN,
    1494,
    layout=Layout.RECORD,
    fields=(
        must(PARTY, "CONF-4", "", _NAMED),
        CAUSE,
        must(PLACE, "CONF-4"),
        must(STARTED, "CONF-4"),
        must(ENDED, "CONF-4"),
        must(OFFICERS, "CONF-4"),
        text("witness", "见证人"),
        must(long("verified", "核查情况"), "CONF-4"),
        long("party_says", "申请人的意见"),
    ),
    body=(
        Lines(("party", "cause", "place", "started_at", "ended_at", "officers", "witness")),
        Head("核查情况", numbered=False),
        Text("verified"),
        Head("申请人的意见", numbered=False),
        Text("party_says"),
        End(),
    ),
    signers=(
        Signer("party", "申请人", each_page=True),
        Signer("witness", "见证人"),
        Signer("officers", "核查人员"),
    ),
)

REPORT = DocumentKind(
    "confirmation.report",
    "行政确认审查意见表",
    Volume.INTERNAL,
    1495,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        _WHO,
        _WHAT,
        ORIGIN,
        must(BASIS, "CONF-6"),
        must(EXAMINED, "CONF-8"),
        must(OUTCOME, "CONF-8"),
        CONFIRMED,
        VALID_FROM,
        VALID_UNTIL,
        DENIED_WHY,
        OFFICERS,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("party",),
                ("cause", "origin_kind"),
                ("basis",),
                ("examined",),
                ("outcome",),
                ("confirmed",),
                ("valid_from", "valid_until"),
                ("denied_why",),
                ("officers",),
            )
        ),
    ),
    signers=(Signer("officers", "承办人"),),
)

DECISION = DocumentKind(
    "confirmation.decision",
    "行政确认决定书",
    Volume.OPEN,
    1496,
    series="确",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "CONF-8", "申请人", FULL_NAME, ADDRESS),
        _WHAT,
        must(BASIS, "CONF-6"),
        must(EXAMINED, "CONF-8"),
        must(CONFIRMED, "CONF-8"),
        VALID_FROM,
        VALID_UNTIL,
        must(REMEDIES, "REM-1"),
        PUBLICITY,
    ),
    body=(
        Who(label="申请人"),
        Para("关于{cause}，经审查："),
        Text("examined"),
        Para("依据{basis}的规定，本机关决定**予以确认**："),
        Text("confirmed"),
        Para("有效期自{valid_from}起[[至{valid_until}]]。"),
        Head("救济途径和期限"),
        Remedy(),
        Text("publicity"),
    ),
)

DENIAL = DocumentKind(
    "confirmation.denial",
    "不予确认决定书",
    Volume.OPEN,
    1497,
    series="不确",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "CONF-7", "申请人", FULL_NAME, ADDRESS),
        must(CAUSE, "CONF-7"),
        must(BASIS, "CONF-6"),
        must(EXAMINED, "CONF-7"),
        must(DENIED_WHY, "CONF-7", "理由"),
        must(REMEDIES, "REM-1"),
        PUBLICITY,
    ),
    body=(
        Who(label="申请人"),
        Para("关于{cause}，经审查："),
        Text("examined"),
        Head("理由和决定"),
        Text("denied_why"),
        Para("依据{basis}的规定，本机关决定：**不予确认**。"),
        Head("救济途径和期限"),
        Remedy(),
        Text("publicity"),
    ),
)

CERTIFICATE = DocumentKind(
    "confirmation.certificate",
    "行政确认证书",
    Volume.OPEN,
    1498,
    series="确证",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "CONF-8", "", FULL_NAME),
        _WHAT,
        must(text("decision_number", "决定书文号"), "CONF-8"),
        must(CONFIRMED, "CONF-8"),
        VALID_FROM,
        VALID_UNTIL,
    ),
    body=(
        Who(label="持证人"),
        Para("确认事项：{cause}"),
        Text("confirmed"),
        Para("有效期自{valid_from}起[[至{valid_until}]]。"),
        Para("依据：行政确认决定书（{decision_number}）。"),
    ),
)

KINDS = (
    APPLICATION,
    SUPPLEMENT,
    ACCEPTANCE,
    REFUSAL,
    VERIFICATION,
    REPORT,
    DECISION,
    DENIAL,
    CERTIFICATE,
)
