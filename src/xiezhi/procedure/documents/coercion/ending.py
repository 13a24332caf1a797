"""Its end: extension, lifting, disposal, handing on (强制法 arts. 21, 25, 27, 28, 33)."""

from __future__ import annotations

from xiezhi.procedure.documents.coercion.parts import (
    BY,
    DISPOSALS,
    FROZEN,
    LIFT_GROUNDS,
    NAMED,
    ORDERED,
)
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Para,
    Remedy,
    Signer,
    Table,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    GOODS,
    PARTY,
    REMEDIES,
    long,
    money,
    must,
    named,
    number,
    text,
)

EXTENSION = DocumentKind(
    "coercion.extension",
    "延长强制措施期限决定书",
    Volume.OPEN,
    1225,
    series="强延",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "COE-4-2", "", NAMED),
        *ORDERED,
        must(long("extend_reason", "延长的理由"), "COE-4-2"),
        must(number("extend_days", "延长的天数"), "COE-4-2"),
        must(REMEDIES, "COE-1-3"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para("本机关以" + BY + "对你（单位）采取强制措施。因情况复杂："),
        Text("extend_reason"),
        Para(
            "依据《中华人民共和国行政强制法》第二十五条、第三十二条的规定，经本机关负责人批准，决定自原"
            "期限届满之日起延长**{extend_days}日**。"
        ),
        Remedy(),
    ),
)


EARLY = DocumentKind(
    "coercion.early_disposal",
    "先行处置物品通知书",
    Volume.OPEN,
    1226,
    series="先处",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "COE-7-4", "", NAMED),
        *ORDERED[:1],
        must(long("early_reason", "先行处置的理由"), "COE-7-4"),
        must(text("early_how", "处置的方式"), "COE-7-4"),
        must(long("early_goods", "先行处置的物品"), "COE-7-4"),
        money("early_proceeds", "所得款项"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关[[以《查封（扣押）决定书》（{seizure_number}）]]查封、扣押的下列物品不易保管："
        ),
        Text("early_goods"),
        Text("early_reason"),
        Para(
            "现予先行处置，方式为**{early_how}**[[，所得款项{early_proceeds}]]。解除查封、扣押的，退还"
            "所得款项。"
        ),
    ),
)


LIFTING = DocumentKind(
    "coercion.lifting",
    "解除强制措施决定书",
    Volume.OPEN,
    1227,
    series="强解",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "COE-7", "", NAMED),
        *ORDERED,
        must(Field("lift_ground", "解除的情形", FieldKind.CHOICE, options=LIFT_GROUNDS), "COE-7"),
        must(long("lifted", "解除的内容"), "COE-7"),
        text("returned_to", "退还财物的接收人"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关对你（单位）采取的强制措施"
            + BY
            + "，因**{lift_ground}**，依据《中华人民共和国行政"
            "强制法》第十九条、第二十八条、第三十三条的规定，决定予以解除："
        ),
        Text("lifted"),
        Para("财物已经退还{returned_to}。"),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)


UNFREEZE = DocumentKind(
    "coercion.unfreeze_notice",
    "解除冻结通知书",
    Volume.OPEN,
    1228,
    series="解冻",
    sealed=True,
    fields=(
        must(PARTY, "COE-9-4", "", NAMED),
        *(must(field, "COE-9-4") for field in FROZEN),
        text("freezing_number", "冻结决定书文号"),
    ),
    body=(
        Para("{frozen_bank}：", indent=False),
        Para(
            "本机关决定解除对{party.name}下列存款、汇款的冻结[[（{freezing_number}）]]：账号"
            "{frozen_account}，数额{frozen_amount}。请收到本通知书后立即解除。"
        ),
    ),
    signers=(Signer("bank", "金融机构（签收）"),),
)


DISPOSAL = DocumentKind(
    "coercion.disposal",
    "查封（扣押）财物处理决定书",
    Volume.OPEN,
    1229,
    series="强处",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "COE-7-3", "", NAMED),
        *ORDERED[:1],
        must(Field("disposal", "处理方式", FieldKind.CHOICE, options=DISPOSALS), "COE-7-3"),
        must(long("disposed", "处理的内容"), "COE-7-3"),
        must(named(BASIS, "disposal_basis", "处理的依据"), "COE-7-3", "", ("article", "条款")),
        text("penalty_number", "据以处理的行政处罚决定书文号"),
        must(REMEDIES, "COE-7-3"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关[[以《查封（扣押）决定书》（{seizure_number}）]]查封、扣押的财物，依据{disposal_basis}"
            "的规定[[和《行政处罚决定书》（{penalty_number}）]]，作如下处理：**{disposal}**。"
        ),
        Text("disposed"),
        Remedy(),
    ),
)


HANDING_ON = DocumentKind(
    "coercion.handing_on",
    "查封（扣押、冻结）财物移送告知书",
    Volume.OPEN,
    1230,
    series="强移",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "TRF-9", "", NAMED),
        *ORDERED,
        must(text("handed_to", "接收的机关"), "TRF-9"),
        must(long("handed_why", "移送的理由"), "TRF-9"),
        GOODS,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "因违法行为涉嫌犯罪，依据《中华人民共和国行政强制法》第二十一条的规定，本机关将查封、扣押、"
            "冻结的财物" + BY + "随案移送**{handed_to}**。"
        ),
        Text("handed_why"),
        Table("goods"),
    ),
    signers=(Signer("receiver", "接收机关"), Signer("officers", "执法人员")),
)

KINDS = (
    EXTENSION,
    EARLY,
    LIFTING,
    UNFREEZE,
    DISPOSAL,
    HANDING_ON,
)
