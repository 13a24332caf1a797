"""Documents of contract review (合同审查)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Layout,
    Signer,
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
    flag,
    long,
    money,
    must,
    text,
)

OTHER_SIDE = replace(PARTY, label="合同相对方")
TITLE = replace(CAUSE, label="合同名称")
CONTENT = replace(BRIEF, label="合同的主要内容")
AMOUNT = money("contract_amount", "合同金额")

#: What the legal section looks at: name, words.
POINTS: tuple[tuple[str, str], ...] = (
    ("point_subject", "主体适格"),
    ("point_authority", "权限、程序合法"),
    ("point_content", "内容合法"),
    ("point_balance", "权利义务对等"),
    ("point_interest", "不损害公共利益"),
    ("point_payment", "价款和付款明确"),
    ("point_breach", "违约、争议条款完备"),
)
_LOOK = {
    "point_subject": "合同主体适格，相对方的资质、资信已经核实。",
    "point_authority": "签订的权限和程序合法，按规定经过采购、论证和集体决策。",
    "point_content": "内容不违反法律、行政法规的强制性规定和公序良俗。",
    "point_balance": "权利义务明确、对等，没有作出无权作出的承诺。",
    "point_interest": "不损害国家利益、社会公共利益，不危害国有资产安全。",
    "point_payment": "价款有预算，付款条件和期限明确。",
    "point_breach": "违约责任、解除和争议解决条款完备。",
}
ANSWERS: Options = (("pass", "符合"), ("fail", "不符合"), ("na", "不涉及"))
VERDICTS: Options = (
    ("agree", "同意签订"),
    ("change", "修改后再送审"),
    ("not_sign", "不宜签订"),
)

_ABOUT = (
    CASE_NUMBER,
    must(OTHER_SIDE, "CON-1", "", FULL_NAME),
    must(TITLE, "CON-1"),
    AMOUNT,
)

SUBMISSION = DocumentKind(
    "contract.submission",
    "合同送审表",
    Volume.INTERNAL,
    1670,
    layout=Layout.FORM,
    fields=(
        *_ABOUT,
        must(CONTENT, "CON-1"),
        must(long("concluded_how", "订立合同的依据和过程"), "CON-1"),
        must(text("contract_term", "履行期限"), "CON-2"),
        text("contract_digest", "送审文本的指纹"),
    ),
    body=(
        Form(
            (
                ("case_number", "contract_amount"),
                ("party",),
                ("cause",),
                ("brief",),
                ("concluded_how",),
                ("contract_term",),
                ("contract_digest",),
            )
        ),
    ),
)

OPINION = DocumentKind(
    "contract.opinion",
    "合同审查意见书",
    Volume.INTERNAL,
    1671,
    series="合审",
    sealed=True,
    layout=Layout.FORM,
    fields=(
        *_ABOUT,
        *(
            must(Field(name, label, FieldKind.CHOICE, options=ANSWERS, help=_LOOK[name]), "CON-1")
            for name, label in POINTS
        ),
        must(Field("contract_verdict", "审查意见", FieldKind.CHOICE, options=VERDICTS), "CON-1"),
        must(long("verdict_reason", "理由和依据"), "CON-1"),
        Field(
            "to_change",
            "需要修改的条款",
            FieldKind.PARAGRAPH,
            "CON-1",
            given="contract_verdict=change",
        ),
    ),
    body=(
        Form((("case_number", "contract_amount"), ("party",), ("cause",))),
        Form(tuple((name,) for name, _ in POINTS)),
        Form((("contract_verdict",), ("verdict_reason",), ("to_change",))),
    ),
    signers=(Signer("reviewer", "审查人员"),),
)

RESUBMISSION = DocumentKind(
    "contract.resubmission",
    "合同修改情况说明",
    Volume.INTERNAL,
    1672,
    layout=Layout.FORM,
    fields=(
        *_ABOUT,
        must(long("changed_how", "逐条修改、采纳意见的情况"), "CON-1"),
        text("contract_digest", "修改后文本的指纹"),
    ),
    body=(
        Form((("case_number",), ("party",), ("cause",), ("changed_how",), ("contract_digest",))),
    ),
)

SIGNING = DocumentKind(
    "contract.signing",
    "合同签订登记表",
    Volume.INTERNAL,
    1673,
    layout=Layout.FORM,
    fields=(
        *_ABOUT,
        must(text("contract_number", "合同编号"), "CON-2"),
        must(day("signed_on", "签订日期"), "CON-2"),
        must(text("signed_for_us", "本机关签字人"), "CON-2"),
        must(flag("text_unchanged", "签订文本与审查同意的文本一致"), "CON-1"),
    ),
    body=(
        Form(
            (
                ("case_number", "contract_amount"),
                ("party",),
                ("cause",),
                ("contract_number", "signed_on"),
                ("signed_for_us", "text_unchanged"),
            )
        ),
    ),
)

KINDS = (SUBMISSION, OPINION, RESUBMISSION, SIGNING)
