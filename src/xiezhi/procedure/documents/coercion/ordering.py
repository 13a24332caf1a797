"""Before a measure: approval, retro-approval, the decision (强制法 arts. 18, 19, 24, 30, 31)."""

from __future__ import annotations

from xiezhi.procedure.documents.coercion.parts import (
    DAYS,
    FROZEN,
    GIST,
    GOODS_NAMED,
    MEASURE,
    NAMED,
    NAMED_PARTY,
    ORDERED,
)
from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Form,
    Layout,
    Note,
    Para,
    Remedy,
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
    CAUSE,
    CONTACT_PHONE,
    FULL_NAME,
    GOODS,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    REASON,
    REMEDIES,
    STARTED,
    UNIT_OPINION,
    long,
    moment,
    must,
    number,
    text,
)

APPROVAL = DocumentKind(
    "coercion.approval",
    "行政强制措施审批表",
    Volume.INTERNAL,
    1200,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CAUSE,
        NAMED_PARTY,
        BRIEF,
        must(MEASURE, "COE-1"),
        must(GIST, "COE-1"),
        must(REASON, "COE-1-3"),
        must(BASIS, "COE-1-7", "", ("article", "条款")),
        must(DAYS, "COE-4"),
        *FROZEN,
        GOODS,
        must(HANDLER_OPINION, "COE-1"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("party",),
                ("brief",),
                ("outcome", "days"),
                ("gist",),
                ("reason",),
                ("basis",),
                ("frozen_bank", "frozen_amount"),
                ("frozen_account",),
                *OPINION_ROWS,
            )
        ),
        Table("goods", caption="拟查封、扣押的场所、设施或者财物"),
    ),
)


AFTERWARDS = DocumentKind(
    "coercion.afterwards",
    "当场采取强制措施补办批准表",
    Volume.INTERNAL,
    1201,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        NAMED_PARTY,
        GIST,
        must(long("urgent_reason", "需要当场实施的紧急情况"), "COE-2"),
        must(STARTED, "COE-2", "实施时间"),
        must(moment("reported_at", "向负责人报告的时间"), "COE-2"),
        must(moment("approved_at", "负责人批准的时间"), "COE-2"),
        must(HEAD_OPINION, "COE-2"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("party",),
                ("gist",),
                ("urgent_reason",),
                ("started_at",),
                ("reported_at", "approved_at"),
                ("head_opinion",),
            )
        ),
        Note("情况紧急当场采取强制措施的，二十四小时内报告并补办批准手续。"),
    ),
)


EXTENSION_APPROVAL = DocumentKind(
    "coercion.extension_approval",
    "延长强制措施期限审批表",
    Volume.INTERNAL,
    1202,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        NAMED_PARTY,
        *ORDERED,
        must(long("extend_reason", "延长的理由"), "COE-4-2"),
        must(number("extend_days", "延长的天数"), "COE-4"),
        must(HEAD_OPINION, "COE-4"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("party",),
                ("seizure_number",),
                ("other_number",),
                ("freezing_number",),
                ("extend_reason",),
                ("extend_days",),
                ("head_opinion",),
            )
        ),
    ),
)


SEIZURE = DocumentKind(
    "coercion.seizure",
    "查封（扣押）决定书",
    Volume.OPEN,
    1210,
    series="强措",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-SEIZE", "当事人的姓名或者名称、地址", FULL_NAME, ("address", "地址")),
        CAUSE,
        must(MEASURE, "DOC-SEIZE"),
        must(REASON, "DOC-SEIZE", "查封、扣押的理由"),
        must(BASIS, "DOC-SEIZE", "查封、扣押的依据", ("article", "条款")),
        must(DAYS, "DOC-SEIZE", "查封、扣押的期限"),
        must(GOODS, "DOC-SEIZE", "查封、扣押的名称、数量等", *GOODS_NAMED),
        text("kept_at", "保管地点"),
        must(REMEDIES, "DOC-SEIZE"),
    ),
    body=(
        Who(),
        Para("因调查{cause}，本机关认为："),
        Text("reason"),
        Para("依据{basis}的规定，本机关决定对下列场所、设施或者财物采取**{outcome}**的强制措施："),
        Table("goods"),
        Para(
            "期限为**{days}日**，自实施之日起计算。检测、检验、检疫或者技术鉴定的期间不计算在内。"
        ),
        Para("保管地点：{kept_at}。"),
        Para("在此期间，当事人不得使用、销毁或者转移。当事人有权进行陈述和申辩。"),
        Remedy(),
        Note("本决定书附《场所、设施、财物清单》一式二份，由当事人和本机关分别保存。"),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)


OTHER = DocumentKind(
    "coercion.other",
    "行政强制措施决定书",
    Volume.OPEN,
    1211,
    series="强其",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "COE-1-3", "", FULL_NAME, ("address", "地址")),
        CAUSE,
        must(GIST, "COE-1-3"),
        must(REASON, "COE-1-3", "理由"),
        must(BASIS, "COE-1-3", "依据", ("article", "条款")),
        must(DAYS, "COE-1-3"),
        must(REMEDIES, "COE-1-3", "救济途径"),
    ),
    body=(
        Who(),
        Para("因调查{cause}，本机关认为："),
        Text("reason"),
        Para(
            "依据{basis}的规定，本机关决定采取下列强制措施：**{gist}**。期限{days}日，自实施之日起计算。"
        ),
        Para("当事人有权进行陈述和申辩。"),
        Remedy(),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)


FREEZING = DocumentKind(
    "coercion.freezing",
    "冻结决定书",
    Volume.OPEN,
    1212,
    series="冻",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-FREEZE", "当事人的姓名或者名称、地址", FULL_NAME, ("address", "地址")),
        CAUSE,
        must(REASON, "DOC-FREEZE", "冻结的理由"),
        must(BASIS, "DOC-FREEZE", "冻结的依据", ("article", "条款")),
        must(DAYS, "DOC-FREEZE", "冻结的期限"),
        *(must(field, "DOC-FREEZE", "冻结的账号和数额") for field in FROZEN),
        must(REMEDIES, "DOC-FREEZE"),
    ),
    body=(
        Who(),
        Para("因调查{cause}，本机关认为："),
        Text("reason"),
        Para(
            "依据{basis}的规定，本机关决定冻结当事人在{frozen_bank}的下列存款、汇款：账号"
            "{frozen_account}，数额**{frozen_amount}**。期限**{days}日**，自冻结之日起计算。"
        ),
        Para("当事人有权进行陈述和申辩。"),
        Remedy(),
    ),
)


FREEZE_NOTICE = DocumentKind(
    "coercion.freeze_notice",
    "冻结通知书",
    Volume.OPEN,
    1213,
    series="冻通",
    sealed=True,
    fields=(
        must(PARTY, "COE-8-2", "", NAMED),
        must(BASIS, "COE-8-2", "", ("article", "条款")),
        *(must(field, "COE-8-2") for field in FROZEN),
        must(DAYS, "COE-8-2"),
        text("freezing_number", "冻结决定书文号"),
        must(OFFICERS, "COE-1-2"),
        CONTACT_PHONE,
    ),
    body=(
        Para("{frozen_bank}：", indent=False),
        Para(
            "依据{basis}的规定[[和本机关{freezing_number}决定]]，请自收到本通知书时起立即冻结"
            "{party.name}在你处的存款、汇款：账号{frozen_account}，数额**{frozen_amount}**，期限"
            "{days}日。"
        ),
        Para("冻结前不得向当事人泄露信息；期满未收到解除或者延长通知的，自期满之日起解除冻结。"),
        Para("执法人员：{officers}[[　　联系电话：{contact_phone}]]"),
    ),
    signers=(Signer("bank", "金融机构（签收）"), Signer("officers", "执法人员")),
)

KINDS = (
    APPROVAL,
    AFTERWARDS,
    EXTENSION_APPROVAL,
    SEIZURE,
    OTHER,
    FREEZING,
    FREEZE_NOTICE,
)
