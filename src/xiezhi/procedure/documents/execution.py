"""Performance: payment, deferral, surcharge, demand, court (处罚法 66–72; 强制法 35, 53–55)."""

from __future__ import annotations

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Lines,
    Para,
    Quotes,
    Remedy,
    Table,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    APPLIED,
    CASE_NAME,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    FACTS,
    FULL_NAME,
    HANDLER_OPINION,
    HEAD_OPINION,
    PARTY,
    REMEDIES,
    UNIT_OPINION,
    WHERE,
    day,
    long,
    money,
    must,
    named,
    opinion,
    rows,
    text,
)

_NAMED = ("name", "姓名或者名称")
_DECISION = (
    text("decision_number", "决定书文号"),
    day("decided_on", "决定日期"),
    day("served_on", "决定书送达日期"),
)


def _decision(rule: str) -> tuple[Field, ...]:
    return tuple(must(field, rule) for field in _DECISION)


_FINE = money("fine", "罚款数额")
_PARTS = rows(
    "instalments",
    "分期缴纳",
    Column("no", "期次", width=0.8, align="center"),
    Column("due", "截止日期", FieldKind.DATE, width=2),
    Column("amount", "金额（元）", FieldKind.MONEY, width=2, align="right"),
    Column("note", "备注", width=2),
)
_WAY = Field(
    "way",
    "方式",
    FieldKind.CHOICE,
    options=(("deferred", "延期缴纳"), ("instalments", "分期缴纳")),
)

PAYMENT = DocumentKind(
    "payment.notice",
    "缴款通知书",
    Volume.OPEN,
    460,
    series="缴",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-FINE", "", _NAMED),
        *_decision("DOC-FINE")[:2],
        must(_FINE, "DOC-FINE", "罚款的数额"),
        must(day("pay_by", "缴纳期限"), "DOC-FINE", "期限"),
        must(text("bank_name", "代收机构的名称"), "DOC-FINE", "代收机构的名称"),
        must(text("bank_address", "代收机构的地址"), "DOC-FINE", "代收机构的地址"),
        text("bank_account_name", "收款账户名称"),
        text("bank_account", "收款账号"),
        text("payment_code", "缴款识别码"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "依据《行政处罚决定书》（{decision_number}，{decided_on}），请于**{pay_by}前**将罚款"
            "**{fine}**缴至下列代收机构："
        ),
        Lines(("bank_name", "bank_address", "bank_account_name", "bank_account", "payment_code")),
        Para(
            "缴款时请出示本通知书并索取财政部门统一制发的专用票据；不出具该票据的，有权拒绝缴纳。"
        ),
    ),
)

DEFERRAL_APPROVAL = DocumentKind(
    "payment.instalments_approval",
    "延期（分期）缴纳罚款审批表",
    Volume.INTERNAL,
    220,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        must(PARTY, "PEN-66-2", "", _NAMED),
        *_decision("PEN-66-2")[:2],
        must(_FINE, "PEN-66-2"),
        must(day("requested_on", "申请日期"), "PEN-66-2"),
        must(long("reason", "当事人申请的理由"), "PEN-66-2"),
        must(_WAY, "PEN-66-2"),
        day("until", "延期至"),
        _PARTS,
        must(HANDLER_OPINION, "PEN-66-2"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("party",),
                ("decision_number", "decided_on"),
                ("fine",),
                ("requested_on", "way"),
                ("until",),
                ("reason",),
                *OPINION_ROWS,
            )
        ),
        Table("instalments", caption="分期缴纳计划"),
    ),
)

DEFERRAL = DocumentKind(
    "payment.instalments",
    "延期（分期）缴纳罚款批准书",
    Volume.OPEN,
    461,
    series="延缴",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-66-2", "", _NAMED),
        *_decision("PEN-66-2")[:2],
        must(_FINE, "PEN-66-2"),
        day("requested_on", "申请日期"),
        must(_WAY, "PEN-66-2"),
        Field("until", "延期至", FieldKind.DATE, "PEN-66-2", unless="instalments"),
        _PARTS,
        text("unpaid", "未缴余额"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你（单位）[[于{requested_on}]]就《行政处罚决定书》（{decision_number}，{decided_on}）确定的"
            "罚款{fine}提出申请。依据《中华人民共和国行政处罚法》第六十六条的规定，本机关"
            "**批准{way}**。"
        ),
        Para("请于**{until}前**缴清。"),
        Table("instalments", caption="分期缴纳计划"),
        Para(
            "到期不缴纳的，本机关将依法处理；申请人民法院强制执行的期限，自暂缓或者分期缴纳罚款期限"
            "结束之日起计算。"
        ),
    ),
)

SURCHARGE = DocumentKind(
    "execution.surcharge",
    "加处罚款决定书",
    Volume.OPEN,
    462,
    series="加罚",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-20", "", FULL_NAME),
        *_decision("PEN-20"),
        must(_FINE, "PEN-20"),
        must(day("due_on", "应当缴纳的最后日期"), "PEN-20"),
        must(day("surcharge_from", "加处起算日期"), "PEN-20"),
        day("surcharge_to", "加处计算至"),
        must(money("surcharge_amount", "加处罚款数额"), "PEN-20"),
        text("bank_name", "代收机构的名称"),
        text("bank_address", "代收机构的地址"),
        must(REMEDIES, "REM-1"),
    ),
    body=(
        Who(),
        Para(
            "本机关于{decided_on}作出《行政处罚决定书》（{decision_number}），并于{served_on}送达，"
            "对当事人罚款{fine}，应当于{due_on}前缴纳。当事人到期未缴纳。"
        ),
        Para(
            "依据《中华人民共和国行政处罚法》第七十二条第一款第一项的规定，本机关决定自"
            "{surcharge_from}起[[至{surcharge_to}]]，每日按罚款数额的百分之三加处罚款"
            "**{surcharge_amount}**。加处罚款的数额不超出罚款的数额。"
        ),
        Para("缴至代收机构：{bank_name}[[（地址：{bank_address}）]]。"),
        Remedy(),
    ),
)

DEMAND = DocumentKind(
    "execution.demand",
    "履行行政处罚决定催告书",
    Volume.OPEN,
    463,
    series="催",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-DEMAND", "当事人", _NAMED),
        *_decision("DOC-DEMAND"),
        must(long("duty", "未履行的义务"), "DOC-DEMAND", "履行义务的内容"),
        must(text("perform_within", "履行义务的期限"), "DOC-DEMAND", "履行义务的期限"),
        must(long("perform_how", "履行义务的方式"), "DOC-DEMAND", "履行义务的方式"),
        _FINE,
        money("surcharge_amount", "加处罚款数额"),
        Field(
            "amount",
            "金额合计",
            FieldKind.MONEY,
            "DOC-DEMAND",
            given="fine",
            item="涉及金钱给付的，明确的金额和给付方式",
        ),
        Field(
            "bank_name",
            "给付方式（代收机构）",
            FieldKind.TEXT,
            "DOC-DEMAND",
            given="fine",
            item="涉及金钱给付的，明确的金额和给付方式",
        ),
        text("bank_address", "代收机构的地址"),
        text("bank_account", "收款账号"),
        must(
            text("statement_within", "陈述、申辩的期限"), "DOC-DEMAND", "依法享有的陈述权和申辩权"
        ),
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关于{decided_on}作出《行政处罚决定书》（{decision_number}），并于{served_on}送达。"
            "你（单位）至今未履行下列义务："
        ),
        Text("duty"),
        Para(
            "依据《中华人民共和国行政强制法》第三十五条、第五十四条的规定，现催告你（单位）"
            "**{perform_within}**履行。"
        ),
        Para("履行义务的方式：{perform_how}。"),
        Para(
            "应当缴纳的金额：[[罚款{fine}；]][[加处罚款{surcharge_amount}；]]合计**{amount}**，"
            "缴至{bank_name}[[（地址：{bank_address}）]][[，账号：{bank_account}]]。"
        ),
        Para("收到本催告书后，**你（单位）有权进行陈述和申辩**，请{statement_within}提出。"),
        Para("本催告书送达十日后仍未履行义务的，本机关将依法申请人民法院强制执行。"),
        WHERE,
    ),
)

COURT = DocumentKind(
    "execution.court",
    "强制执行申请书",
    Volume.OPEN,
    464,
    series="申执",
    sealed=True,
    fields=(
        must(text("court", "受理法院"), "DOC-COURT"),
        must(PARTY, "DOC-COURT", "被申请执行人", FULL_NAME),
        text("agency_representative", "申请人法定代表人"),
        AGENCY_ADDRESS,
        CAUSE,
        text("decision_title", "决定书名称"),
        *(must(field, "DOC-COURT", "行政决定书") for field in _DECISION),
        must(FACTS, "DOC-COURT", "作出决定的事实、理由和依据"),
        must(APPLIED, "DOC-COURT", "作出决定的事实、理由和依据"),
        must(long("party_said", "当事人的意见"), "DOC-COURT", "当事人的意见及行政机关催告情况"),
        must(text("demand_number", "催告书文号"), "DOC-COURT", "当事人的意见及行政机关催告情况"),
        must(
            day("demand_served_on", "催告书送达日期"),
            "DOC-COURT",
            "当事人的意见及行政机关催告情况",
        ),
        must(long("object", "申请执行的标的"), "DOC-COURT", "申请强制执行标的情况"),
        named(_FINE, "amount", "申请执行的金额"),
        long("attachments", "附件"),
        must(
            opinion("head_signature", "行政机关负责人签名"), "DOC-COURT-SIGN", "行政机关负责人签名"
        ),
    ),
    body=(
        Para("{court}：", indent=False),
        Para(
            "申请人：{agency}[[，地址：{agency_address}]][[，法定代表人：{agency_representative}]]"
        ),
        Who(label="被申请执行人"),
        Head("申请执行的标的"),
        Text("object"),
        Para("申请执行的金额：**{amount}**"),
        Head("事实、理由和依据"),
        If(
            "decision_title",
            (
                Para(
                    "申请人于{decided_on}作出《{decision_title}》（{decision_number}），于{served_on}"
                    "送达被申请执行人。"
                ),
            ),
            (
                Para(
                    "申请人于{decided_on}作出《行政处罚决定书》（{decision_number}），于{served_on}送达"
                    "被申请执行人。"
                ),
            ),
        ),
        Text("facts"),
        Para("作出决定的依据：{law_applied}。"),
        Quotes("law_applied"),
        Head("被申请执行人的意见和催告情况"),
        Text("party_said"),
        Para(
            "申请人于{demand_served_on}送达催告书（{demand_number}），被申请执行人经催告仍未履行。"
        ),
        Para(
            "被申请执行人在法定期限内不申请行政复议或者提起行政诉讼，又不履行行政决定。依据"
            "《中华人民共和国行政强制法》第五十三条、第五十四条、第五十五条的规定，申请强制执行。"
        ),
        Head("附件"),
        Text("attachments"),
        Para("行政机关负责人（签名）：{head_signature.name}"),
    ),
)

KINDS = (PAYMENT, DEFERRAL_APPROVAL, DEFERRAL, SURCHARGE, DEMAND, COURT)
