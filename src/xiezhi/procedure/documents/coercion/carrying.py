"""Carrying it out: record, inventory in duplicate, seals, storage (强制法 arts. 18, 24, 26)."""

from __future__ import annotations

from xiezhi.procedure.documents.coercion.parts import (
    GOODS_NAMED,
    NAMED,
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
    Note,
    Para,
    Signer,
    Table,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    CASE_NAME,
    CONTACT_PHONE,
    ENDED,
    GOODS,
    OFFICERS,
    PARTY,
    PLACE,
    STARTED,
    flag,
    long,
    must,
    number,
    text,
)

RECORD = DocumentKind(
    "coercion.record",
    "实施行政强制措施现场笔录",
    Volume.OPEN,
    1220,
    layout=Layout.RECORD,
    fields=(
        must(PARTY, "COE-1-5", "", NAMED),
        must(PLACE, "COE-1-5"),
        must(STARTED, "COE-1-5"),
        must(ENDED, "COE-1-5"),
        must(OFFICERS, "COE-1-2"),
        flag("party_present", "当事人到场"),
        Field("witness", "见证人", FieldKind.TEXT, "COE-1-4", unless="party_present"),
        text("seizure_number", "查封（扣押）决定书文号"),
        long("urgent_reason", "需要当场实施的紧急情况"),
        must(long("told", "当场告知的理由、依据、权利和救济途径"), "COE-1-3"),
        must(long("party_said", "当事人的陈述和申辩"), "COE-1-6"),
        must(long("found", "实施情况"), "COE-1-5"),
    ),
    body=(
        Lines(
            (
                "party",
                "place",
                "started_at",
                "ended_at",
                "party_present",
                "witness",
                "officers",
                "seizure_number",
            )
        ),
        Head("紧急情况", numbered=False),
        Text("urgent_reason"),
        Head("告知", numbered=False),
        Text("told"),
        Head("当事人的陈述和申辩", numbered=False),
        Text("party_said"),
        Head("实施情况", numbered=False),
        Text("found"),
        End(),
    ),
    signers=(
        Signer("party", "当事人", each_page=True),
        Signer("witness", "见证人"),
        Signer("officers", "执法人员"),
    ),
)


INVENTORY = DocumentKind(
    "coercion.list",
    "场所、设施、财物清单",
    Volume.OPEN,
    1221,
    layout=Layout.FORM,
    fields=(
        must(PARTY, "COE-6-2", "", NAMED),
        text("seizure_number", "查封（扣押）决定书文号"),
        must(GOODS, "COE-6-2", "", *GOODS_NAMED),
        text("kept_at", "保管地点"),
        must(OFFICERS, "COE-1-2"),
    ),
    body=(
        Form((("party",), ("seizure_number", "kept_at"), ("officers",))),
        Table("goods"),
        End(),
        Note("本清单一式二份，由当事人和行政机关分别保存。"),
    ),
    signers=(
        Signer("party", "当事人"),
        Signer("witness", "见证人"),
        Signer("officers", "执法人员"),
    ),
)


SEAL_STRIP = DocumentKind(
    "coercion.seal_strip",
    "封条",
    Volume.OPEN,
    1222,
    sealed=True,
    fields=(
        must(text("sealed_place", "张贴的部位"), "COE-6-5"),
        must(number("strips", "封条张数"), "COE-6-5"),
        text("seizure_number", "查封（扣押）决定书文号"),
    ),
    body=(
        Para("**查　封**"),
        Para(
            "[[依据{seizure_number}，]]张贴于{sealed_place}，共{strips}张。未经本机关启封，任何人不得损毁。"
        ),
    ),
)


STORAGE = DocumentKind(
    "coercion.storage",
    "涉案物品出入库单",
    Volume.INTERNAL,
    1223,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        must(
            Field(
                "moved", "出库或者入库", FieldKind.CHOICE, options=(("in", "入库"), ("out", "出库"))
            ),
            "COE-6-5",
        ),
        must(GOODS, "COE-6-5", "", ("name", "名称")),
        must(text("kept_at", "保管地点"), "COE-6-5"),
        must(text("keeper", "保管人"), "COE-6-5"),
        text("moved_why", "事由"),
        must(OFFICERS, "COE-6-5"),
    ),
    body=(
        Form((("case_name",), ("moved", "keeper"), ("kept_at",), ("moved_why",), ("officers",))),
        Table("goods"),
    ),
    signers=(Signer("keeper", "保管人"), Signer("officers", "执法人员")),
)


ASSISTANCE = DocumentKind(
    "coercion.assistance",
    "协助查封（扣押）通知书",
    Volume.OPEN,
    1224,
    series="协扣",
    sealed=True,
    fields=(
        must(text("helper", "协助单位"), "COE-6-5"),
        must(PARTY, "COE-6-5", "", NAMED),
        must(BASIS, "COE-6-5"),
        must(long("help_wanted", "请求协助的事项"), "COE-6-5"),
        text("seizure_number", "查封（扣押）决定书文号"),
        CONTACT_PHONE,
    ),
    body=(
        Para("{helper}：", indent=False),
        Para(
            "本机关[[以{seizure_number}]]对{party.name}采取查封、扣押措施。依据{basis}的规定，请你单位协助："
        ),
        Text("help_wanted"),
        Para("联系电话：{contact_phone}"),
    ),
)

KINDS = (
    RECORD,
    INVENTORY,
    SEAL_STRIP,
    STORAGE,
    ASSISTANCE,
)
