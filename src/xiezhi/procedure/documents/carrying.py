"""What becomes of a penalty beside the fine: goods, licences, stops; a decision changed; cases
joined and split (处罚法 arts. 66, 74, 75)."""

from __future__ import annotations

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    Layout,
    Lines,
    Para,
    Remedy,
    Signer,
    Table,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    FULL_NAME,
    GOODS,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    REMEDIES,
    UNIT_OPINION,
    day,
    long,
    money,
    must,
    text,
)

_PARTY = must(PARTY, "PEN-23", "", FULL_NAME)
DECISION_NUMBER = text("decision_number", "原决定书文号")
WAYS = (
    ("auction", "公开拍卖"),
    ("destroyed", "销毁"),
    ("treasury", "上缴国库或者移交财政部门"),
    ("other", "按照国家有关规定处理"),
)

GOODS_DISPOSAL = DocumentKind(
    "penalty.goods_disposal",
    "罚没物品处理记录",
    Volume.OPEN,
    1810,
    series="罚没处",
    layout=Layout.RECORD,
    fields=(
        _PARTY,
        must(DECISION_NUMBER, "PEN-74"),
        must(GOODS, "PEN-74", "", ("name", "名称"), ("quantity", "数量")),
        must(Field("disposal", "处理方式", FieldKind.CHOICE, options=WAYS), "PEN-74"),
        text("place", "处理地点"),
        money("proceeds", "变价所得"),
        text("receipt", "上缴票据号"),
        must(long("disposed_how", "处理经过"), "PEN-74"),
        must(OFFICERS, "PEN-74"),
        must(text("witness", "见证人、监销人"), "PEN-74"),
    ),
    body=(
        Who(),
        Lines(("decision_number", "disposal", "place", "proceeds", "receipt")),
        Table("goods"),
        Head("处理经过"),
        Text("disposed_how"),
        Lines(("officers", "witness")),
    ),
    signers=(Signer("officer", "处理人"), Signer("witness", "见证人、监销人")),
)

PERFORMANCE = DocumentKind(
    "penalty.performance",
    "行政处罚执行记录",
    Volume.OPEN,
    1811,
    layout=Layout.RECORD,
    fields=(
        _PARTY,
        must(DECISION_NUMBER, "PEN-66"),
        must(text("performed", "执行的处罚"), "PEN-66"),
        text("licence", "证照名称和编号"),
        day("from_day", "起始日期"),
        day("to_day", "截止日期"),
        must(long("performed_how", "执行情况"), "PEN-66"),
        OFFICERS,
    ),
    body=(
        Who(),
        Lines(("decision_number", "performed", "licence", "from_day", "to_day")),
        Head("执行情况"),
        Text("performed_how"),
        Lines(("officers",)),
    ),
    signers=(Signer("officer", "执法人员"), Signer("party", "当事人")),
)

REVOCATION = DocumentKind(
    "decision.revocation",
    "撤销（变更）行政决定的决定书",
    Volume.OPEN,
    1812,
    series="撤变",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        must(DECISION_NUMBER, "PEN-75"),
        day("decided_on", "原决定日期"),
        must(
            Field(
                "effect",
                "处理",
                FieldKind.CHOICE,
                options=(
                    ("revoked", "撤销"),
                    ("changed", "变更"),
                    ("unlawful", "确认违法"),
                    ("void", "确认无效"),
                ),
            ),
            "PEN-75",
        ),
        text("reference", "依据文书"),
        must(long("reason", "理由"), "PEN-75"),
        long("change", "变更后的内容或者后续处理"),
        must(REMEDIES, "PEN-75"),
    ),
    body=(
        Who(),
        Para(
            "本机关[[于{decided_on}]]作出的{decision_number}，现予{effect}[[（依据{reference}）]]。"
        ),
        Head("理由"),
        Text("reason"),
        Head("变更后的内容或者后续处理"),
        Text("change"),
        Remedy(),
    ),
)

_JOINING = (
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    PARTY,
    must(text("other_case", "相关案件的案号"), "PEN-23"),
    must(long("reason", "理由"), "PEN-23"),
    HANDLER_OPINION,
    UNIT_OPINION,
    must(HEAD_OPINION, "PEN-23"),
)
_JOINED = Form(
    (
        ("case_name",),
        ("cause",),
        ("case_number", "other_case"),
        ("party",),
        ("reason",),
        *OPINION_ROWS,
    )
)
JOINING = DocumentKind(
    "case.joining",
    "并案办理审批表",
    Volume.INTERNAL,
    1820,
    layout=Layout.FORM,
    fields=_JOINING,
    body=(_JOINED,),
)
SPLITTING = DocumentKind(
    "case.splitting",
    "分案办理审批表",
    Volume.INTERNAL,
    1821,
    layout=Layout.FORM,
    fields=_JOINING,
    body=(_JOINED,),
)

KINDS = (GOODS_DISPOSAL, PERFORMANCE, REVOCATION, JOINING, SPLITTING)
