"""催告 and what the party says to it (强制法 arts. 35, 36, 38, 54)."""

from __future__ import annotations

from xiezhi.procedure.documents.coercion.parts import NAMED
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
    Section,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    CAUSE,
    CONTACT_PHONE,
    ENDED,
    OFFICERS,
    PARTY,
    PLACE,
    SERVICE_MODES,
    STARTED,
    WHERE,
    Options,
    day,
    long,
    money,
    must,
    number,
    text,
)

RECHECK_RESULTS: Options = (
    ("accepted", "事实、理由或者证据成立，予以采纳"),
    ("partly", "部分成立，予以部分采纳"),
    ("rejected", "事实、理由和证据不成立，不予采纳"),
)
DECISION_TITLE = text("decision_title", "据以执行的决定书名称")
DECISION = (
    DECISION_TITLE,
    text("decision_number", "决定书文号"),
    day("decided_on", "决定日期"),
    day("served_on", "决定书送达日期"),
)
_CONTACT = text("contact", "联系人")
_SUM = "涉及金钱给付的，明确的金额和给付方式"


def _due(name: str, label: str) -> Field:
    """What must be said where money is owed."""
    kind = FieldKind.MONEY if name == "amount" else FieldKind.TEXT
    return Field(name, label, kind, "DOC-DEMAND", given="principal", item=_SUM)


_FIELDS = (
    must(PARTY, "DOC-DEMAND", "当事人", NAMED),
    *(must(field, "DOC-DEMAND") for field in DECISION),
    must(long("duty", "未履行的义务"), "DOC-DEMAND", "履行义务的内容"),
    must(long("perform_how", "履行义务的方式"), "DOC-DEMAND", "履行义务的方式"),
    money("principal", "应当给付的本金"),
    money("fee_amount", "加处的罚款或者滞纳金"),
    _due("amount", "金额合计"),
    _due("bank_name", "给付方式（收款机构）"),
    text("bank_account", "收款账号"),
    must(text("statement_within", "陈述、申辩的期限"), "DOC-DEMAND", "依法享有的陈述权和申辩权"),
    AGENCY_ADDRESS,
    _CONTACT,
    CONTACT_PHONE,
)
_OWED: tuple[Section, ...] = (
    Para("{party.name}：", indent=False),
    Para(
        "本机关于{decided_on}作出《{decision_title}》（{decision_number}），并于{served_on}送达。你（单位）"
        "至今未履行下列义务："
    ),
    Text("duty"),
)
_HOW: tuple[Section, ...] = (
    Para("履行义务的方式：{perform_how}"),
    Para(
        "应当缴纳的金额：[[本金{principal}；]][[加处的罚款、滞纳金{fee_amount}；]]合计**{amount}**，"
        "缴至{bank_name}[[，账号：{bank_account}]]。"
    ),
    Para("收到本催告书后，**你（单位）有权进行陈述和申辩**，请{statement_within}提出。"),
)

DEMAND = DocumentKind(
    "coercion.demand",
    "催告书",
    Volume.OPEN,
    1240,
    series="强催",
    served=True,
    sealed=True,
    fields=(
        *_FIELDS,
        must(number("perform_days", "履行期限（日）"), "DOC-DEMAND", "履行义务的期限"),
    ),
    body=(
        *_OWED,
        Para(
            "依据《中华人民共和国行政强制法》第三十五条的规定，现催告你（单位）自收到本催告书之日起"
            "**{perform_days}日内**履行（十日以内的按工作日计算）。"
        ),
        *_HOW,
        Para("逾期仍不履行且没有正当理由的，本机关将依法强制执行。"),
        WHERE,
    ),
)

COURT_DEMAND = DocumentKind(
    "court.demand",
    "催告书（申请人民法院强制执行前）",
    Volume.OPEN,
    1241,
    series="法催",
    served=True,
    sealed=True,
    fields=_FIELDS,
    body=(
        *_OWED,
        Para(
            "依据《中华人民共和国行政强制法》第三十五条、第五十四条的规定，现催告你（单位）自收到本"
            "催告书之日起**十日内**履行。"
        ),
        *_HOW,
        Para("本催告书送达十日后仍未履行义务的，本机关将依法申请人民法院强制执行。"),
        WHERE,
    ),
)

RECEIPT = DocumentKind(
    "coercion.receipt",
    "催告书送达回证",
    Volume.OPEN,
    1242,
    layout=Layout.FORM,
    fields=(
        must(PARTY, "COE-10-7", "受送达人", NAMED),
        text("demand_number", "催告书文号"),
        must(day("demand_served_on", "送达日期"), "COE-10-7"),
        must(Field("mode", "送达方式", FieldKind.CHOICE, options=SERVICE_MODES), "COE-10-7"),
        must(text("served_at_place", "送达地点"), "COE-10-7"),
        must(OFFICERS, "COE-10-7"),
        text("received_by", "收件人"),
        text("refusal", "拒收事由"),
        text("witness", "见证人"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("demand_number", "demand_served_on"),
                ("mode",),
                ("served_at_place",),
                ("officers",),
                ("received_by", "witness"),
                ("refusal",),
            )
        ),
    ),
    signers=(
        Signer("recipient", "受送达人（代收人）"),
        Signer("witness", "见证人"),
        Signer("officers", "送达人"),
    ),
)

STATEMENT = DocumentKind(
    "coercion.statement",
    "陈述申辩笔录（催告后）",
    Volume.OPEN,
    1243,
    layout=Layout.RECORD,
    fields=(
        CAUSE,
        must(STARTED, "COE-10-2"),
        must(ENDED, "COE-10-2"),
        must(PLACE, "COE-10-2"),
        must(text("said_by", "陈述申辩人"), "COE-10-2"),
        must(OFFICERS, "COE-1-2"),
        text("demand_number", "催告书文号"),
        must(long("party_said", "陈述、申辩的内容"), "COE-10-2"),
        long("submitted", "提交的证据、材料"),
    ),
    body=(
        Lines(
            (
                "cause",
                "demand_number",
                "started_at",
                "ended_at",
                "place",
                "said_by",
                "officers",
            )
        ),
        Head("陈述、申辩的内容", numbered=False),
        Text("party_said"),
        Head("提交的证据、材料", numbered=False),
        Text("submitted"),
        End(),
    ),
    signers=(
        Signer("speaker", "陈述申辩人", each_page=True),
        Signer("officers", "执法人员"),
    ),
)

RECHECK = DocumentKind(
    "coercion.recheck",
    "陈述申辩复核意见书（催告后）",
    Volume.OPEN,
    1244,
    fields=(
        must(PARTY, "COE-10-2", "", NAMED),
        text("demand_number", "催告书文号"),
        must(long("party_said", "陈述、申辩的事实、理由和证据"), "COE-10-2"),
        must(long("rechecked", "复核情况"), "COE-10-2"),
        must(
            Field("recheck_result", "复核意见", FieldKind.CHOICE, options=RECHECK_RESULTS),
            "COE-10-2",
        ),
        must(OFFICERS, "COE-1-2"),
    ),
    body=(
        Lines(("party", "demand_number", "officers")),
        Head("陈述、申辩的事实、理由和证据"),
        Text("party_said"),
        Head("复核情况"),
        Text("rechecked"),
        Head("复核意见"),
        Para("**{recheck_result}**。"),
    ),
    signers=(Signer("officers", "复核人员"),),
)

KINDS = (DEMAND, COURT_DEMAND, RECEIPT, STATEMENT, RECHECK)
