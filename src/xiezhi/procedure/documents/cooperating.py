"""Between organs and with others: jurisdiction, assignment, referral, help with evidence, agents
(处罚法 arts. 25 to 27, 46, 64; law reference 4.1)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    DocumentKind,
    Form,
    Head,
    Layout,
    Lines,
    Para,
    Signer,
    Table,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    BRIEF,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    EVIDENCE,
    FULL_NAME,
    GOODS,
    OFFICERS,
    PARTY,
    day,
    long,
    must,
    text,
)

_PARTY = must(PARTY, "PEN-23", "", FULL_NAME)
_TO = must(text("addressee", "受文单位"), "PEN-23")
_ASKED = must(long("request", "请求协助的事项"), "PEN-26-2")
_ENDING = (CONTACT, CONTACT_PHONE)

DESIGNATION = DocumentKind(
    "case.designation",
    "指定管辖通知书",
    Volume.OPEN,
    1830,
    series="指管",
    sealed=True,
    fields=(_TO, _PARTY, must(CAUSE, "PEN-25-2"), must(long("reason", "理由"), "PEN-25-2")),
    body=(
        Para("{addressee}：", indent=False),
        Para("关于{party.name}涉嫌{cause}一案的管辖，经研究，指定由你单位管辖。"),
        Head("理由"),
        Text("reason"),
        Para("请在收到本通知后依法办理，原管辖机关将案件材料一并移交。"),
    ),
)
ASSIGNMENT = DocumentKind(
    "case.assignment",
    "案件交办通知书",
    Volume.OPEN,
    1831,
    series="交办",
    sealed=True,
    fields=(_TO, _PARTY, must(CAUSE, "PEN-23"), must(BRIEF, "PEN-23"), day("until", "办结期限")),
    body=(
        Para("{addressee}：", indent=False),
        Para("现将{party.name}涉嫌{cause}一案交由你单位办理[[，请于{until}前报告办理结果]]。"),
        Head("案情概要"),
        Text("brief"),
    ),
)
REFERRAL = DocumentKind(
    "case.referral",
    "案件移送函",
    Volume.OPEN,
    1832,
    series="移函",
    sealed=True,
    fields=(
        _TO,
        _PARTY,
        must(CAUSE, "PEN-22-2"),
        CASE_NUMBER,
        must(BRIEF, "PEN-22-2"),
        must(long("reason", "移送的理由"), "PEN-22-2"),
        *_ENDING,
    ),
    body=(
        Para("{addressee}：", indent=False),
        Para(
            "本机关发现{party.name}涉嫌{cause}一案[[（{case_number}）]]不属于本机关管辖，"
            "现移送你单位。"
        ),
        Head("案情概要"),
        Text("brief"),
        Head("移送的理由"),
        Text("reason"),
        Lines(("contact", "contact_phone")),
    ),
)
IDENTIFYING = DocumentKind(
    "evidence.identifying",
    "协助辨认（鉴别）通知书",
    Volume.OPEN,
    1833,
    series="辨认",
    sealed=True,
    fields=(_TO, CAUSE, must(GOODS, "PEN-46", "", ("name", "名称")), _ASKED, *_ENDING),
    body=(
        Para("{addressee}：", indent=False),
        Para("因查处{cause}一案，请对下列物品予以辨认（鉴别），并出具书面意见。"),
        Table("goods"),
        Head("请求协助的事项"),
        Text("request"),
        Lines(("contact", "contact_phone")),
    ),
    signers=(Signer("receiver", "收件人"),),
)
ASSISTANCE = DocumentKind(
    "evidence.assistance",
    "协助调查函",
    Volume.OPEN,
    1834,
    series="协查",
    sealed=True,
    fields=(_TO, CAUSE, BASIS, _ASKED, day("until", "请于何时前回复"), *_ENDING),
    body=(
        Para("{addressee}：", indent=False),
        Para("本机关正在查处{cause}一案[[，依据{basis}]]，请予协助：", indent=True),
        Text("request"),
        Para("请[[于{until}前]]将结果书面函复本机关。"),
        Lines(("contact", "contact_phone")),
    ),
)
EXPLANATION = DocumentKind(
    "evidence.explanation",
    "取证情况及证据说明",
    Volume.OPEN,
    1835,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        must(EVIDENCE, "PEN-46", "", ("name", "证据名称")),
        must(long("method", "取证方法及过程"), "PEN-46"),
        must(long("proves", "证明对象"), "PEN-46"),
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Form((("case_name",), ("method",), ("proves",), ("officers",))),
        Table("evidence", caption="证据"),
    ),
)
AUTHORISATION = DocumentKind(
    "party.authorisation",
    "授权委托书",
    Volume.OPEN,
    1836,
    by_party=True,
    fields=(
        _PARTY,
        must(text("agent", "代理人"), "PEN-64-5"),
        text("agent_of", "代理人工作单位"),
        must(long("powers", "委托事项和权限"), "PEN-64-5"),
        CAUSE,
        day("until", "委托期限"),
    ),
    body=(
        Who(label="委托人"),
        Lines(("agent", "agent_of")),
        Para("因{cause}一案，委托上述代理人代为办理下列事项[[，期限至{until}]]："),
        Text("powers"),
    ),
    signers=(Signer("party", "委托人"), Signer("agent", "代理人")),
)
CREDIT = DocumentKind(
    "credit.notice",
    "行政处罚信息信用修复告知书",
    Volume.OPEN,
    1837,
    series="信告",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        must(text("decision_number", "决定书文号"), "CR-8"),
        must(long("repair", "信用修复的条件和途径"), "CR-8"),
        CONTACT_PHONE,
    ),
    body=(
        Who(),
        Para("本机关对你（单位）作出的{decision_number}将依法公示。现将信用修复有关事项告知如下："),
        Text("repair"),
        Lines(("contact_phone",)),
    ),
)

KINDS = (
    DESIGNATION,
    ASSIGNMENT,
    REFERRAL,
    IDENTIFYING,
    ASSISTANCE,
    EXPLANATION,
    AUTHORISATION,
    CREDIT,
)
