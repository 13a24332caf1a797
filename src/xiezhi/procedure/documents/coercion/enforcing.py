"""强制执行: proposal, decision by mode, record of carrying out (强制法 arts. 37, 44 to 52)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.coercion.demanding import DECISION
from xiezhi.procedure.documents.coercion.parts import NAMED
from xiezhi.procedure.documents.filing import OPINION_ROWS
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
    Remedy,
    Signer,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    CASE_NAME,
    CONTACT_PHONE,
    ENDED,
    FULL_NAME,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    PLACE,
    REASON,
    REMEDIES,
    STARTED,
    UNIT_OPINION,
    Options,
    day,
    flag,
    long,
    money,
    must,
    text,
)

#: 强制法 art. 12; 强制拆除 and 立即代履行 stand by themselves because their gates differ.
MODES: Options = (
    ("late_fee", "加处罚款或者滞纳金"),
    ("transfer", "划拨存款、汇款"),
    ("auction", "拍卖或者依法处理查封、扣押的财物"),
    ("restore", "排除妨碍、恢复原状"),
    ("demolish", "强制拆除违法的建筑物、构筑物、设施"),
    ("substitute", "代履行"),
    ("substitute_now", "立即实施代履行"),
    ("other", "其他强制执行方式"),
)
MODE = Field("outcome", "强制执行的方式", FieldKind.CHOICE, options=MODES)
_GIST = replace(text("gist", "执行内容"), help="一句话写明执行什么。")
_TIME = text("execution_time", "强制执行的时间")
_SUBSTITUTE = (
    text("performer", "代履行人"),
    money("cost_budget", "费用预算"),
    long("object", "代履行的标的"),
)
_ADDRESS = ("address", "地址")
_BASIS = (("article", "条款"),)

APPROVAL = DocumentKind(
    "coercion.execution_approval",
    "行政强制执行审批表",
    Volume.INTERNAL,
    1203,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        must(PARTY, "COE-10-3", "", NAMED),
        *DECISION,
        text("demand_number", "催告书文号"),
        must(MODE, "COE-10-3"),
        must(_GIST, "COE-10-3"),
        must(REASON, "COE-10-3"),
        must(BASIS, "COE-10-5", "", *_BASIS),
        must(_TIME, "COE-10-3"),
        day("fee_from", "加处罚款、滞纳金的起算日"),
        text("fee_rate", "加处的标准"),
        money("fee_amount", "加处的数额"),
        *_SUBSTITUTE,
        must(HANDLER_OPINION, "COE-10-3"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("party",),
                ("decision_title", "decision_number"),
                ("decided_on", "served_on"),
                ("demand_number",),
                ("outcome", "execution_time"),
                ("gist",),
                ("reason",),
                ("basis",),
                ("fee_from", "fee_amount"),
                ("fee_rate",),
                ("performer", "cost_budget"),
                ("object",),
                *OPINION_ROWS,
            )
        ),
    ),
)

_RESTING = "本机关于{decided_on}作出《{decision_title}》（{decision_number}）。"
_UNMET = _RESTING + "[[本机关以{demand_number}催告，]]你（单位）逾期仍未履行。"

EXECUTION = DocumentKind(
    "coercion.execution",
    "强制执行决定书",
    Volume.OPEN,
    1250,
    series="强执",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-EXECUTE", "当事人的姓名或者名称、地址", FULL_NAME, _ADDRESS),
        *DECISION[:3],
        text("demand_number", "催告书文号"),
        must(REASON, "DOC-EXECUTE", "强制执行的理由"),
        must(BASIS, "DOC-EXECUTE", "强制执行的依据", *_BASIS),
        must(MODE, "DOC-EXECUTE", "强制执行的方式"),
        _GIST,
        must(_TIME, "DOC-EXECUTE", "强制执行的时间"),
        must(REMEDIES, "DOC-EXECUTE"),
    ),
    body=(
        Who(),
        Para(_UNMET),
        Text("reason"),
        Para("依据{basis}的规定，本机关决定强制执行：**{outcome}**[[，{gist}]]。"),
        Para("强制执行的时间：{execution_time}。"),
        Remedy(),
    ),
)

SUBSTITUTION = DocumentKind(
    "coercion.substitution",
    "代履行决定书",
    Volume.OPEN,
    1251,
    series="代履",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-SUBSTITUTE", "当事人的姓名或者名称、地址", FULL_NAME, _ADDRESS),
        *DECISION[:3],
        text("demand_number", "催告书文号"),
        must(REASON, "DOC-SUBSTITUTE", "代履行的理由"),
        must(BASIS, "DOC-SUBSTITUTE", "代履行的依据", *_BASIS),
        must(MODE, "DOC-SUBSTITUTE", "代履行的方式"),
        must(_TIME, "DOC-SUBSTITUTE", "代履行的时间"),
        must(_SUBSTITUTE[2], "DOC-SUBSTITUTE", "标的"),
        must(_SUBSTITUTE[1], "DOC-SUBSTITUTE", "费用预算"),
        must(_SUBSTITUTE[0], "DOC-SUBSTITUTE", "代履行人"),
        must(REMEDIES, "DOC-EXECUTE"),
    ),
    body=(
        Who(),
        Para(_UNMET),
        Text("reason"),
        Para("依据{basis}的规定，本机关决定**{outcome}**。代履行的标的："),
        Text("object"),
        Lines(("performer", "cost_budget", "execution_time")),
        Para("代履行的费用按照成本合理确定，由当事人承担；法律另有规定的除外。"),
        Remedy(),
    ),
)

LATE_FEE = DocumentKind(
    "coercion.late_fee",
    "加处罚款（滞纳金）决定书",
    Volume.OPEN,
    1252,
    series="加滞",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "DOC-EXECUTE", "当事人的姓名或者名称、地址", FULL_NAME, _ADDRESS),
        *DECISION[:3],
        text("demand_number", "催告书文号"),
        must(REASON, "DOC-EXECUTE", "强制执行的理由"),
        must(BASIS, "DOC-EXECUTE", "强制执行的依据", *_BASIS),
        must(money("principal", "应当给付的本金"), "COE-11-2"),
        must(text("fee_rate", "加处的标准"), "COE-11-3"),
        must(day("fee_from", "起算日"), "COE-11-3"),
        must(money("fee_amount", "加处的数额"), "COE-11-2"),
        must(_TIME, "DOC-EXECUTE", "强制执行的时间"),
        must(REMEDIES, "DOC-EXECUTE"),
    ),
    body=(
        Who(),
        Para(_UNMET),
        Text("reason"),
        Para(
            "依据{basis}的规定，本机关决定对未给付的**{principal}**，自{fee_from}起按{fee_rate}加处，"
            "现为**{fee_amount}**。加处的数额不超出金钱给付义务的数额。"
        ),
        Para("执行的时间：{execution_time}。"),
        Remedy(),
    ),
)

REMINDER = DocumentKind(
    "coercion.substitution_reminder",
    "代履行催告书",
    Volume.OPEN,
    1253,
    series="代催",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "COE-14", "", NAMED),
        text("substitution_number", "代履行决定书文号"),
        must(day("substitute_on", "代履行的日期"), "COE-14"),
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关定于**{substitute_on}**[[依据《代履行决定书》（{substitution_number}）]]代履行。现催告"
            "你（单位）在此以前自行履行；自行履行的，停止代履行。"
        ),
        Para("联系电话：{contact_phone}"),
    ),
)

REMOVAL = DocumentKind(
    "coercion.removal_notice",
    "限期拆除公告",
    Volume.OPEN,
    1254,
    series="拆告",
    sealed=True,
    fields=(
        must(PARTY, "COE-13", "", NAMED),
        *DECISION[:3],
        must(long("building", "违法的建筑物、构筑物、设施"), "COE-13"),
        must(day("remove_by", "自行拆除的期限"), "COE-13"),
        must(text("posted_at", "公告的地点、载体"), "COE-13"),
    ),
    body=(
        Para("[[" + _RESTING + "]]当事人：{party.name}。"),
        Text("building"),
        Para(
            "依据《中华人民共和国行政强制法》第四十四条的规定，现予公告，限当事人于**{remove_by}前**自行拆除。"
            "在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，本机关将依法强制拆除。"
        ),
        Para("公告地点：{posted_at}"),
    ),
)

ANNOUNCEMENT = DocumentKind(
    "coercion.execution_notice",
    "强制执行公告",
    Volume.OPEN,
    1255,
    series="执告",
    sealed=True,
    fields=(
        must(PARTY, "COE-10-3", "", NAMED),
        text("execution_number", "强制执行决定书文号"),
        must(long("announced", "公告的内容"), "COE-10-3"),
        must(text("posted_at", "公告的地点、载体"), "COE-10-3"),
    ),
    body=(
        Para("对{party.name}的强制执行[[（{execution_number}）]]，公告如下："),
        Text("announced"),
        Para("公告地点：{posted_at}"),
    ),
)

PERFORMANCE = DocumentKind(
    "coercion.performance",
    "强制执行笔录",
    Volume.OPEN,
    1256,
    layout=Layout.RECORD,
    fields=(
        must(PARTY, "COE-1-5", "", NAMED),
        must(PLACE, "COE-1-5"),
        must(STARTED, "COE-12"),
        must(ENDED, "COE-12"),
        must(OFFICERS, "COE-1-2"),
        flag("party_present", "当事人到场"),
        Field("witness", "见证人", FieldKind.TEXT, "COE-14-5", unless="party_present"),
        text("execution_number", "强制执行决定书文号"),
        text("substitution_number", "代履行决定书文号"),
        text("performer", "代履行人"),
        text("supervisor", "到场监督的工作人员"),
        long("urgent_reason", "夜间、节假日实施的紧急情况"),
        must(long("told", "告知情况"), "COE-1-3"),
        must(long("executed", "执行情况"), "COE-1-5"),
        replace(money("cost_actual", "实际费用"), help="代履行的，填写按照成本确定的费用。"),
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
                "execution_number",
                "substitution_number",
                "performer",
                "supervisor",
                "cost_actual",
            )
        ),
        Head("紧急情况", numbered=False),
        Text("urgent_reason"),
        Head("告知", numbered=False),
        Text("told"),
        Head("执行情况", numbered=False),
        Text("executed"),
        End(),
    ),
    signers=(
        Signer("party", "当事人", each_page=True),
        Signer("witness", "见证人"),
        Signer("performer", "代履行人"),
        Signer("officers", "执法人员、监督人员"),
    ),
)

KINDS = (
    APPROVAL,
    EXECUTION,
    SUBSTITUTION,
    LATE_FEE,
    REMINDER,
    REMOVAL,
    ANNOUNCEMENT,
    PERFORMANCE,
)
