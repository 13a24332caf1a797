"""Steps of a measure: proposed, approved, carried out, lengthened, tested, ended (强制法 ch. 3).

A penalty case has the same steps, with other needs (`in_penalty`).
"""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import flag, money, must, number, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.coercion import holding as h
from xiezhi.procedure.kinds.coercion import ordering as o
from xiezhi.procedure.kinds.coercion.facts import ON_SITE
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.steps import Step

BATCH = replace(number("batch", "第几批"), help="只有一批的不填；有几批的，填写按实施先后的批次。")
PARTIAL = replace(flag("partial", "只处理其中一部分"), help="其余部分继续查封、扣押。")
HANDED = flag("handed_over", "已当场交付决定书和清单（一式二份）", "COE-6")
LIST_HANDED = flag("handed_over", "清单（一式二份）已当场交付", "COE-6-2")
POWER = flag("has_power", "法律、法规规定由本机关采取这种强制措施", "COE-1-7")
OBJECT = flag(
    "only_involved", "限于涉案的场所、设施或者财物，不含生活必需品，未被其他机关查封", "COE-6-3"
)
LIBERTY = Field(
    "liberty",
    "是否限制公民人身自由",
    FieldKind.CHOICE,
    "COE-3",
    options=(("no", "不限制"), ("yes", "限制")),
)
_BY_LAW = flag("freeze_by_law", "（冻结的）法律规定由本机关冻结")
_INVOLVED = money("involved_amount", "（冻结的）违法行为涉及的金额")
_FREEZING = (
    _BY_LAW,
    text("frozen_bank", "（冻结的）金融机构"),
    text("frozen_account", "（冻结的）账号"),
    money("frozen_amount", "（冻结的）数额"),
    _INVOLVED,
)
_RETURNED = flag("returned", "财物已经退还，查封的已经启封", "COE-7-2")
_SCENE = ("place", "started_at", "ended_at", "party_present", "witness")
_TOLD = ("told", "party_said", "found")

OPEN_MEASURE = Step(
    "coercion.open_measure",
    "asking",
    (DAY, c.begins_the_file),
    says="登记对{party}采取强制措施的事项，{cause}。",
    takes=(("party", "origin.party"),),
    links="所在案件的案号",
    verb="登记",
    intro="独立的强制措施在这里登记；已经立案的处罚案件，可以在案件里直接查封、扣押。",
)

PROPOSE = Step(
    "coercion.propose_measure",
    "asking",
    (
        DAY,
        c.not_decided,
        o.something_can_be_done,
        o.was_measure_chosen,
        o.no_person_is_held,
        o.has_power,
        o.object_is_lawful,
        o.term_is_lawful,
        o.only_seizure_at_once,
    ),
    needs=("coercion.open_measure",),
    once=False,
    documents=("coercion.approval",),
    says="提请采取强制措施：{outcome}，{gist}，期限 {days} 日。",
    asks=(
        "outcome",
        "gist",
        "reason",
        "basis",
        "days",
        "goods",
        POWER,
        OBJECT,
        LIBERTY,
        *_FREEZING,
        "handler_opinion",
    ),
    grounds=True,
    intro="采用非强制手段可以达到目的的，不得采取强制措施（强制法第五条）。",
)

DECLINE = Step(
    "coercion.decline_measure",
    "asking",
    (DAY, c.not_decided),
    needs=("coercion.propose_measure",),
    says="负责人不批准采取强制措施：{declined}。",
    asks=(text("declined", "不批准的理由", "COE-1"),),
)

CARRY_OUT = Step(
    "coercion.carry_out",
    "service",
    (DAY, *ON_SITE, h.was_ordered, h.as_decided, h.papers_were_handed),
    needs=("decision.issue",),
    once=False,
    documents=("coercion.record", "coercion.list"),
    says="在{place}实施查封、扣押，制作现场笔录和清单。",
    asks=(*_SCENE, "goods", "kept_at", *_TOLD, HANDED),
    on_site=True,
    intro="由两名以上执法人员实施，全程音像记录。清单按现场清点填写。",
)

CARRY_OUT_OTHER = Step(
    "coercion.carry_out_other",
    "service",
    (DAY, *ON_SITE, h.was_ordered, h.as_decided),
    needs=("decision.issue",),
    documents=("coercion.record",),
    says="在{place}实施强制措施，制作现场笔录。",
    asks=(*_SCENE, *_TOLD),
    on_site=True,
)

FREEZE = Step(
    "coercion.freeze",
    "service",
    (DAY, *ON_SITE[:2], h.was_ordered, h.as_decided),
    needs=("decision.issue",),
    documents=("coercion.freeze_notice",),
    says="向{frozen_bank}交付冻结通知书，冻结 {frozen_amount} 元。",
    on_site=True,
    intro="冻结前不得告诉当事人；冻结后三个工作日内向当事人交付冻结决定书。",
)

AFFIX_SEAL = Step(
    "coercion.affix_seal",
    "service",
    (DAY, h.something_is_held),
    once=False,
    documents=("coercion.seal_strip",),
    says="张贴封条 {strips} 张，{sealed_place}。",
    asks=("sealed_place", "strips"),
)

KEEP_GOODS = Step(
    "coercion.keep_goods",
    "service",
    (DAY, h.something_is_held),
    once=False,
    documents=("coercion.storage",),
    says="涉案物品{moved}，保管地点：{kept_at}。",
    asks=("moved", "goods", "kept_at", "keeper", "moved_why"),
)

ASK_ASSISTANCE = Step(
    "coercion.ask_assistance",
    "service",
    (DAY, h.something_is_held),
    once=False,
    documents=("coercion.assistance",),
    says="请求{helper}协助查封、扣押。",
    asks=("helper", "basis", "help_wanted"),
)

EXTEND = Step(
    "coercion.extend",
    "holding",
    (DAY, h.may_be_lengthened),
    once=False,
    documents=("coercion.extension_approval", "coercion.extension"),
    says="批准延长强制措施期限 {extend_days} 日，{number}。",
    asks=("extend_reason", "extend_days", "head_opinion", BATCH),
    intro="情况复杂的，经负责人批准延长一次，不超过三十日，并及时书面告知当事人、说明理由。",
)

BEGIN_TEST = Step(
    "coercion.begin_test",
    "holding",
    (
        DAY,
        h.something_is_held,
        h.is_within_its_term,
        h.no_test_is_open,
        h.period_is_told_in_writing,
    ),
    once=False,
    documents=("test.commission", "test.period"),
    says="委托{laboratory}检验{item}，期间自 {from_day} 至 {to_day}，已书面告知当事人。",
    asks=("laboratory", "item", "asked", "from_day", "to_day"),
    takes=(("goods", "coercion.list.goods"),),
    intro="检验期间不计入查封、扣押的期限，最迟到告知的最后一日；费用由本机关承担。",
)

END_TEST = Step(
    "coercion.end_test",
    "holding",
    (DAY, h.a_test_is_open),
    needs=("coercion.begin_test",),
    once=False,
    documents=("test.result",),
    says="收到{laboratory}的检验结果并告知当事人。",
    asks=("result", "report_number", "objection"),
    attach="检验报告",
)

DISPOSE_EARLY = Step(
    "coercion.dispose_early",
    "holding",
    (DAY, h.something_is_held, h.is_no_freeze),
    once=False,
    documents=("coercion.early_disposal",),
    says="先行处置不易保管的物品，{early_how}。",
    asks=("early_goods", "early_reason", "early_how", "early_proceeds", BATCH),
)

LIFT = Step(
    "coercion.lift",
    "holding",
    (DAY, h.may_be_lifted, h.is_no_freeze, h.was_returned),
    once=False,
    documents=("coercion.lifting",),
    says="解除强制措施：{lift_ground}，{number}。",
    asks=("lift_ground", "lifted", "returned_to", _RETURNED, BATCH, PARTIAL),
    intro="有强制法第二十八条所列情形之一的，及时解除并立即退还财物。",
)

UNFREEZE = Step(
    "coercion.unfreeze",
    "holding",
    (DAY, h.may_be_lifted, h.is_a_freeze),
    once=False,
    documents=("coercion.lifting", "coercion.unfreeze_notice"),
    says="解除冻结：{lift_ground}，已通知金融机构，{number}。",
    asks=("lift_ground", "lifted", BATCH),
)

DISPOSE = Step(
    "coercion.dispose",
    "holding",
    (
        DAY,
        h.something_is_held,
        o.a_measure_is_meant,
        h.is_no_freeze,
        h.rests_on_a_penalty,
        h.may_be_auctioned,
    ),
    once=False,
    documents=("coercion.disposal",),
    says="处理查封、扣押的财物：{disposal}，{number}。",
    asks=(
        "disposal",
        "disposed",
        "disposal_basis",
        "penalty_number",
        flag("auction_open", "（拍卖抵缴的）没有申请复议、提起诉讼，经催告仍不履行"),
        BATCH,
        PARTIAL,
    ),
)

HAND_ON = Step(
    "coercion.hand_on",
    "holding",
    (DAY, h.something_is_held),
    once=False,
    documents=("coercion.handing_on",),
    says="查封、扣押、冻结的财物一并移送{handed_to}，已书面告知当事人。",
    asks=("handed_to", "handed_why"),
)

# -- the urgent way ---

GIST = must(Field("gist", "措施内容", help="一句话写明当场查封、扣押了什么。"), "COE-2")
_URGENT = must(Field("urgent_reason", "需要当场实施的紧急情况", FieldKind.PARAGRAPH), "COE-2")
AT_ONCE_ASKS = (GIST, _URGENT, *_SCENE, "goods", "kept_at", *_TOLD, LIST_HANDED)

ACT_AT_ONCE = Step(
    "coercion.act_at_once",
    "asking",
    (DAY, c.begins_the_file, *ON_SITE, h.list_was_handed),
    documents=("coercion.record", "coercion.list"),
    says="情况紧急，当场对{party}采取强制措施：{gist}。",
    asks=AT_ONCE_ASKS,
    on_site=True,
    takes=(("party", "origin.party"),),
    links="所在案件的案号",
    verb="登记",
    intro="二十四小时内向负责人报告并补办批准手续；不批准的，立即解除。",
)

APPROVE_AFTERWARDS = Step(
    "coercion.approve_afterwards",
    "asking",
    (DAY, o.approved_in_time),
    once=False,
    documents=("coercion.afterwards",),
    says="补办批准：{reported_at} 报告，{approved_at} 批准。",
    asks=("reported_at", "approved_at", "head_opinion"),
    intro="从当场实施时起二十四小时内，按钟点计算，不分昼夜和节假日。",
)

REFUSE_AFTERWARDS = Step(
    "coercion.refuse_afterwards",
    "asking",
    (DAY, o.waits_for_approval),
    once=False,
    says="负责人认为不应当采取强制措施，应当立即解除：{declined}。",
    asks=(text("declined", "不批准的理由", "COE-2-2"),),
)

#: What goes on while something is held, whoever ordered it.
HOLDING = (
    AFFIX_SEAL,
    KEEP_GOODS,
    ASK_ASSISTANCE,
    EXTEND,
    BEGIN_TEST,
    END_TEST,
    DISPOSE_EARLY,
    LIFT,
    DISPOSE,
    HAND_ON,
)
