"""行刑衔接: a suspected crime goes to the police (移送规定 arts. 5 to 12)."""

from __future__ import annotations

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
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
    BRIEF,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    FULL_NAME,
    GOODS,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    UNIT_OPINION,
    day,
    long,
    must,
    rows,
    text,
)

_PARTY = must(PARTY, "TRF-4", "", FULL_NAME)
_POLICE = must(text("police", "受移送的公安机关"), "TRF-3")
_CRIME = must(text("crime_name", "涉嫌的罪名"), "TRF-1")
_SUSPECTED = must(long("crime_facts", "涉嫌犯罪的事实"), "TRF-1")
_PACK = rows(
    "materials",
    "随案移送的材料",
    Column("name", "材料名称", width=4),
    Column("number", "文号", width=2.4),
    Column("copies", "份数、页数", width=1.4, align="center"),
    rule="TRF-4",
)

REPORT = DocumentKind(
    "transfer.report",
    "涉嫌犯罪案件移送审批表",
    Volume.INTERNAL,
    1800,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        must(CAUSE, "TRF-1"),
        _PARTY,
        BRIEF,
        must(OFFICERS, "TRF-1"),
        _CRIME,
        _SUSPECTED,
        _POLICE,
        must(HANDLER_OPINION, "TRF-1"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number",),
                ("party",),
                ("officers",),
                ("crime_name", "police"),
                ("brief",),
                ("crime_facts",),
                *OPINION_ROWS,
            )
        ),
    ),
)

REFUSAL = DocumentKind(
    "transfer.refusal",
    "不批准移送决定记录",
    Volume.INTERNAL,
    1801,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        _PARTY,
        text("crime_name", "涉嫌的罪名"),
        must(long("refusal_reason", "不予批准的理由"), "TRF-2"),
        must(HEAD_OPINION, "TRF-2"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("case_number",),
                ("party",),
                ("crime_name",),
                ("refusal_reason",),
                ("head_opinion",),
            )
        ),
    ),
)

LETTER = DocumentKind(
    "transfer.letter",
    "涉嫌犯罪案件移送书",
    Volume.OPEN,
    1802,
    series="涉罪移",
    sealed=True,
    fields=(
        _POLICE,
        _PARTY,
        must(CAUSE, "TRF-4"),
        CASE_NUMBER,
        _CRIME,
        _SUSPECTED,
        _PACK,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{police}：", indent=False),
        Who(),
        Para(
            "本机关在查处{cause}一案[[（{case_number}）]]中，发现当事人涉嫌{crime_name}，依据"
            "《行政执法机关移送涉嫌犯罪案件的规定》第五条、第六条的规定，现将该案移送你机关。"
        ),
        Head("涉嫌犯罪的事实"),
        Text("crime_facts"),
        Table("materials", caption="随案移送的材料"),
        Para("请在收到后于回执上签字，并将立案或者不予立案的决定书面通知本机关。"),
        Lines(("contact", "contact_phone")),
    ),
    signers=(Signer("police", "公安机关接收人"),),
)

GOODS_LIST = DocumentKind(
    "transfer.goods",
    "涉案物品清单",
    Volume.OPEN,
    1803,
    series="涉物",
    layout=Layout.RECORD,
    fields=(_PARTY, _POLICE, CASE_NUMBER, must(GOODS, "TRF-4", "", ("name", "名称"))),
    body=(Who(), Lines(("police", "case_number")), Table("goods")),
    signers=(Signer("agency", "移送人"), Signer("police", "接收人")),
)

NOTICE = DocumentKind(
    "transfer.notice",
    "涉案物品移送告知书",
    Volume.OPEN,
    1804,
    series="移告",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        must(CAUSE, "TRF-9"),
        _POLICE,
        must(GOODS, "TRF-9", "", ("name", "名称")),
        day("handed_on", "移送日期"),
        CONTACT_PHONE,
    ),
    body=(
        Who(),
        Para(
            "因{cause}一案已经移送{police}，本机关依据《中华人民共和国行政强制法》第二十一条的"
            "规定，将下列物品一并移送，特此告知。"
        ),
        Table("goods"),
        Lines(("contact_phone",)),
    ),
)

OBJECTION = DocumentKind(
    "transfer.objection",
    "对不予立案决定的异议书",
    Volume.OPEN,
    1805,
    series="异议",
    sealed=True,
    fields=(
        must(
            Field(
                "way",
                "方式",
                FieldKind.CHOICE,
                options=(
                    ("review", "提请公安机关复议"),
                    ("procuratorate", "建议人民检察院立案监督"),
                ),
            ),
            "TRF-6",
        ),
        must(text("addressee", "受文机关"), "TRF-6"),
        CAUSE,
        PARTY,
        must(long("objection", "认为应当立案的理由"), "TRF-6"),
    ),
    body=(
        Para("{addressee}：", indent=False),
        Para("本机关移送的{cause}一案，对不予立案的决定有异议，现{way}。"),
        Head("理由"),
        Text("objection"),
    ),
)

KINDS = (REPORT, REFUSAL, LETTER, GOODS_LIST, NOTICE, OBJECTION)
