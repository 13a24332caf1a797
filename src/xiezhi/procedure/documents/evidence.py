"""Documents of the inquiry: records, extracts, samples, tests (处罚法 arts 42, 46, 54, 55)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Lines,
    Note,
    Para,
    Signer,
    Table,
    Talk,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    BASIS,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    ENDED,
    EVIDENCE_KINDS,
    GOODS,
    OFFICERS,
    PARTY,
    PLACE,
    RECORDER,
    STARTED,
    day,
    flag,
    long,
    moment,
    must,
    number,
    rows,
    text,
)

RIGHTS_HELP = "出示证件、告知陈述申辩和申请回避的权利、告知如实回答的义务。"

SCENE = DocumentKind(
    "evidence.scene",
    "现场笔录",
    Volume.OPEN,
    500,
    layout=Layout.RECORD,
    fields=(
        must(PARTY, "PEN-55-2", "", ("name", "姓名或者名称")),
        must(PLACE, "PEN-55-2"),
        must(STARTED, "PEN-55-2"),
        must(ENDED, "PEN-55-2"),
        must(OFFICERS, "PEN-3"),
        RECORDER,
        text("site_manager", "现场负责人"),
        text("witness", "见证人"),
        must(long("told", "出示证件和告知情况", help=RIGHTS_HELP), "PEN-55"),
        must(long("found", "现场情况"), "PEN-55-2"),
        text("remark", "备注"),
    ),
    body=(
        Lines(
            (
                "party",
                "place",
                "started_at",
                "ended_at",
                "site_manager",
                "witness",
                "officers",
                "recorder",
            )
        ),
        Head("告知", numbered=False),
        Text("told"),
        Head("现场情况", numbered=False),
        Text("found"),
        Lines(("remark",)),
        End(),
    ),
    signers=(
        Signer("party", "当事人", each_page=True),
        Signer("witness", "见证人"),
        Signer("officers", "执法人员"),
        Signer("recorder", "记录人"),
    ),
)

INTERVIEW_NOTICE = DocumentKind(
    "evidence.interview_notice",
    "询问通知书",
    Volume.OPEN,
    400,
    series="询通",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-23", "", ("name", "姓名或者名称")),
        must(CAUSE, "PEN-23"),
        must(moment("come_at", "接受询问的时间"), "PEN-23"),
        must(text("come_to", "接受询问的地点"), "PEN-23"),
        BASIS,
        long("bring", "请携带的材料"),
        must(OFFICERS, "PEN-3"),
        CONTACT,
        must(CONTACT_PHONE, "PEN-23"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "为查明{cause}一案，[[依据{basis}的规定，]]请您于{come_at}到{come_to}接受询问。"
            "询问由两名以上执法人员进行，执法人员将出示执法证件。"
        ),
        If("bring", (Para("请携带下列材料："), Text("bring"))),
        Para(
            "您有权进行陈述和申辩；认为执法人员与本案有直接利害关系或者有其他关系可能影响公正"
            "执法的，有权申请其回避。您应当如实回答询问，协助调查。"
        ),
        Para("执法人员：{officers}"),
        Para("[[联系人：{contact}　　]]联系电话：{contact_phone}"),
    ),
)

INTERVIEW = DocumentKind(
    "evidence.interview",
    "询问笔录",
    Volume.OPEN,
    505,
    layout=Layout.RECORD,
    fields=(
        CAUSE,
        number("session", "第几次询问"),
        must(STARTED, "PEN-55-2"),
        must(ENDED, "PEN-55-2"),
        must(PLACE, "PEN-55-2"),
        must(OFFICERS, "PEN-3"),
        RECORDER,
        must(Field("interviewee", "被询问人", FieldKind.PARTY), "PEN-55-2", "", ("name", "姓名")),
        text("relation", "与本案的关系"),
        text("present", "在场人"),
        must(long("told", "出示证件和告知情况", help=RIGHTS_HELP), "PEN-55"),
        rows(
            "talk",
            "问答",
            Column("q", "问"),
            Column("a", "答"),
            rule="PEN-55-2",
        ),
        flag("read_back", "被询问人已核对笔录"),
        flag("read_aloud", "已向被询问人宣读"),
        text("remark", "备注"),
    ),
    body=(
        Lines(
            (
                "cause",
                "session",
                "started_at",
                "ended_at",
                "place",
                "officers",
                "recorder",
                "interviewee",
                "relation",
                "present",
            )
        ),
        Head("告知", numbered=False),
        Text("told"),
        Head("问答", numbered=False),
        Talk(),
        If("read_aloud", (Para("本笔录已向被询问人宣读，被询问人认为记录无误。"),)),
        If("read_back", (Para("本笔录经被询问人核对，被询问人认为记录无误。"),)),
        Lines(("remark",)),
        End(),
    ),
    signers=(
        Signer("interviewee", "被询问人", each_page=True),
        Signer("officers", "询问人"),
        Signer("recorder", "记录人"),
    ),
)

EXTRACT = DocumentKind(
    "evidence.extract",
    "证据提取单",
    Volume.OPEN,
    510,
    layout=Layout.FORM,
    fields=(
        CAUSE,
        must(text("name", "证据名称"), "PEN-46"),
        must(Field("kind", "证据种类", FieldKind.CHOICE, options=EVIDENCE_KINDS), "PEN-46"),
        must(text("provider", "提供人"), "PEN-46"),
        must(moment("taken_at", "提取时间"), "PEN-46"),
        must(text("place", "提取地点"), "PEN-46"),
        text("original_at", "原件、原物存放处"),
        text("pages", "页数或者件数"),
        must(long("method", "提取方法和过程"), "PEN-46"),
        must(long("proves", "证明对象"), "PEN-46"),
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Form(
            (
                ("cause",),
                ("name",),
                ("kind", "pages"),
                ("provider", "original_at"),
                ("taken_at", "place"),
                ("method",),
                ("proves",),
                ("officers",),
            )
        ),
        Note("本件由提供人核对，与原件（原物）无异。"),
    ),
    signers=(Signer("provider", "提供人"), Signer("officers", "执法人员")),
)

ELECTRONIC = DocumentKind(
    "evidence.electronic",
    "电子数据证据提取笔录",
    Volume.OPEN,
    511,
    layout=Layout.RECORD,
    fields=(
        CAUSE,
        must(PARTY, "PEN-46", "", ("name", "姓名或者名称")),
        must(PLACE, "PEN-46"),
        must(STARTED, "PEN-46"),
        must(ENDED, "PEN-46"),
        must(OFFICERS, "PEN-3"),
        RECORDER,
        text("witness", "见证人"),
        must(text("carrier", "存储介质及其状况"), "PEN-46"),
        must(text("source_url", "来源（网址、账号、设备）"), "PEN-46"),
        must(long("method", "提取方法和过程"), "PEN-46"),
        rows(
            "data",
            "提取的电子数据",
            Column("name", "文件名称", width=2.4),
            Column("size", "大小", width=1, align="right"),
            Column("fingerprint", "校验值", width=3.2),
            Column("note", "备注", width=1),
            rule="PEN-46",
        ),
    ),
    body=(
        Lines(
            (
                "cause",
                "party",
                "place",
                "started_at",
                "ended_at",
                "officers",
                "recorder",
                "witness",
                "carrier",
                "source_url",
            )
        ),
        Head("提取方法和过程", numbered=False),
        Text("method"),
        Head("提取的电子数据", numbered=False),
        Table("data"),
        End(),
    ),
    signers=(
        Signer("party", "当事人", each_page=True),
        Signer("witness", "见证人"),
        Signer("officers", "执法人员"),
    ),
)

DEMAND = DocumentKind(
    "evidence.demand",
    "限期提供材料通知书",
    Volume.OPEN,
    402,
    series="限提",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-23", "", ("name", "姓名或者名称")),
        must(CAUSE, "PEN-23"),
        BASIS,
        must(day("until", "提供材料的期限"), "PEN-23"),
        must(long("bring", "需要提供的材料"), "PEN-23"),
        AGENCY_ADDRESS,
        CONTACT,
        must(CONTACT_PHONE, "PEN-23"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "为查明{cause}一案，[[依据{basis}的规定，]]请您于{until}前向本机关提供下列材料，"
            "并对材料的真实性负责："
        ),
        Text("bring"),
        Para("材料为复制件的，请注明“与原件核对无误”，注明出处并签名或者盖章。"),
        Para("提交地址：{agency_address}"),
        Para("[[联系人：{contact}　　]]联系电话：{contact_phone}"),
    ),
)

SAMPLE = DocumentKind(
    "evidence.sample",
    "抽样取证凭证",
    Volume.OPEN,
    420,
    series="抽",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-6", "", ("name", "姓名或者名称")),
        CAUSE,
        BASIS,
        must(moment("taken_at", "抽样时间"), "PEN-6"),
        must(PLACE, "PEN-6"),
        must(text("method", "抽样方法和比例"), "PEN-6"),
        must(GOODS, "PEN-6", "", ("name", "名称"), ("quantity", "数量")),
        text("kept", "封样和保存方式"),
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "[[依据{basis}的规定，]]本机关于{taken_at}在{place}对下列物品抽样取证。"
            "抽样方法和比例：{method}。"
        ),
        Para("封样和保存方式：{kept}。"),
        Table("goods"),
        Para("执法人员：{officers}"),
        Note("本凭证一式二份，一份交当事人，一份存卷。"),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)

KINDS = (
    SCENE,
    INTERVIEW_NOTICE,
    INTERVIEW,
    EXTRACT,
    ELECTRONIC,
    DEMAND,
    SAMPLE,
)
