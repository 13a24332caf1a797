"""Documents of the filing of normative documents (报备, 优化营商环境条例 arts. 63, 64)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Para,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BRIEF,
    CASE_NUMBER,
    CAUSE,
    FULL_NAME,
    PARTY,
    Options,
    day,
    long,
    must,
    text,
)

MAKER = replace(PARTY, label="报备机关")
TITLE = replace(CAUSE, label="规范性文件名称")
ACCOUNT = replace(BRIEF, label="起草说明")
MADE_ON = day("made_on", "制定日期")
PUBLISHED_ON = day("published_on", "公布日期")
NORM_NUMBER = text("norm_number", "发文字号")

#: What the legality review looks at: name, words, the rule it rests on.
POINTS: tuple[tuple[str, str, str], ...] = (
    ("point_power", "权限合法", "NOR-1"),
    ("point_basis", "依据合法", "NOR-6"),
    ("point_procedure", "程序合法", "NOR-8"),
    ("point_penalty", "未设定行政处罚", "NOR-3"),
    ("point_licence", "未设定行政许可", "NOR-4"),
    ("point_coercion", "未设定行政强制", "NOR-5"),
    ("point_rights", "未违法增减权利义务", "NOR-6"),
    ("point_competition", "公平竞争", "NOR-7"),
)
_LOOK = {
    "point_power": "制定机关有相应的职权，没有超越权限。",
    "point_basis": "有法律、法规、规章或者国务院决定、命令的依据，不与上位法抵触。",
    "point_procedure": "按规定征求意见、合法性审核、集体讨论并公布。",
    "point_penalty": "没有设定行政处罚。",
    "point_licence": "没有设定行政许可。",
    "point_coercion": "没有设定行政强制措施。",
    "point_rights": "没有违法减损权益、增加义务，没有减少本机关的法定职责。",
    "point_competition": "经过公平竞争审查，没有排除、限制竞争的内容。",
}
ANSWERS: Options = (("pass", "符合"), ("fail", "不符合"), ("na", "不涉及"))
RESULTS: Options = (("file", "准予备案"), ("correct", "要求改正"), ("refuse", "不予备案"))

_ABOUT = (must(MAKER, "NOR-9", "", FULL_NAME), must(TITLE, "NOR-9"), NORM_NUMBER)

SUBMISSION = DocumentKind(
    "normative.submission",
    "规范性文件报备登记表",
    Volume.OPEN,
    1660,
    layout=Layout.FORM,
    fields=(
        CASE_NUMBER,
        *_ABOUT,
        must(MADE_ON, "NOR-9"),
        PUBLISHED_ON,
        day("effective_on", "施行日期"),
        must(long("norm_basis", "制定依据"), "NOR-1"),
        must(ACCOUNT, "NOR-9"),
        text("norm_digest", "正式文本的指纹"),
    ),
    body=(
        Form(
            (
                ("case_number", "norm_number"),
                ("party",),
                ("cause",),
                ("made_on", "published_on"),
                ("effective_on",),
                ("norm_basis",),
                ("brief",),
                ("norm_digest",),
            )
        ),
    ),
)

MATERIALS = DocumentKind(
    "normative.materials",
    "补正报备材料通知书",
    Volume.OPEN,
    1661,
    series="规补",
    served=True,
    sealed=True,
    fields=(*_ABOUT, must(long("materials_lacking", "需要补正的材料"), "NOR-9")),
    body=(
        Para("{party.name}：", indent=False),
        Para("你单位报送备案的《{cause}》[[（{norm_number}）]]，材料需要补正："),
        Text("materials_lacking"),
    ),
)

OPINION = DocumentKind(
    "normative.opinion",
    "规范性文件合法性审查意见",
    Volume.INTERNAL,
    1660,
    layout=Layout.FORM,
    series="规审",
    fields=(
        *_ABOUT,
        *(
            must(Field(name, label, FieldKind.CHOICE, options=ANSWERS, help=_LOOK[name]), rule)
            for name, label, rule in POINTS
        ),
        must(long("opinion_reason", "审查的理由和依据"), "NOR-1"),
        long("opinion_faults", "存在的问题"),
        must(
            Field("opinion_result", "审查结论", FieldKind.CHOICE, options=RESULTS),
            "NOR-1",
        ),
    ),
    body=(
        Form((("party",), ("cause",), ("norm_number",))),
        Form(tuple((one[0], two[0]) for one, two in zip(POINTS[::2], POINTS[1::2], strict=True))),
        Form((("opinion_reason",), ("opinion_faults",), ("opinion_result",))),
    ),
    signers=(Signer("reviewer", "审查人员"),),
)

RESULT = DocumentKind(
    "normative.result",
    "规范性文件备案审查结果通知书",
    Volume.OPEN,
    1662,
    series="规果",
    served=True,
    sealed=True,
    fields=(
        *_ABOUT,
        must(Field("filing_result", "备案结论", FieldKind.CHOICE, options=RESULTS), "NOR-9"),
        must(long("filing_reason", "结论的理由"), "NOR-9"),
        Field(
            "correct_what",
            "需要改正的内容",
            FieldKind.PARAGRAPH,
            "NOR-6",
            given="filing_result=correct",
        ),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你单位报送备案的《{cause}》[[（{norm_number}）]]收悉。经审查，结论是：**{filing_result}**。"
        ),
        Head("理由"),
        Text("filing_reason"),
        Head("需要改正的内容"),
        Text("correct_what"),
    ),
)

REGISTRATION = DocumentKind(
    "normative.registration",
    "规范性文件备案登记书",
    Volume.OPEN,
    1663,
    series="规备",
    served=True,
    sealed=True,
    fields=(*_ABOUT, must(MADE_ON, "NOR-9"), must(day("registered_on", "登记日期"), "NOR-9")),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你单位于{made_on}制定的《{cause}》[[（{norm_number}）]]，已于{registered_on}登记备案，备案号"
            "即本登记书的文号。"
        ),
    ),
)

KINDS = (SUBMISSION, MATERIALS, OPINION, RESULT, REGISTRATION)
