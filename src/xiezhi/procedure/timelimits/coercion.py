"""The limits of coercion (强制法). Ten days or less are working days, all else natural (CAL-5).

The term of a measure isn't lengthened by a day off at its end: it limits what the agency may do to
a party, and "不得超过三十日" is its most.
"""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import Binds, ExtensionStep, TimeLimit, Unit

_WD, _D = Unit.WORKING_DAY, Unit.NATURAL_DAY
_TYPE = "coercion"
_HEAD = "机关负责人"
_COURT = "由人民法院掌握，供跟踪"

RETRO_APPROVAL = TimeLimit(
    id="COE-2",
    label="当场采取强制措施后报告并补办批准手续",
    trigger="coercion.act_at_once",
    trigger_label="当场实施",
    n=24,
    unit=Unit.HOUR,
    rules=("CAL-10", "COE-2-2"),
    on_breach="没有补办批准手续的，立即解除",
    act_type=_TYPE,
)
HOLD = TimeLimit(
    id="COE-4",
    label="查封、扣押",
    trigger="coercion.carry_out",
    trigger_label="实施查封、扣押",
    n=30,
    unit=_D,
    rules=("CAL-1", "CAL-5", "COE-7"),
    roll=False,
    stops=("COE-5",),
    extensions=(ExtensionStep(30, _HEAD, "COE-4"),),
    on_breach="期限届满的，立即解除并退还财物",
    act_type=_TYPE,
)
FREEZE = TimeLimit(
    id="COE-9",
    label="冻结",
    trigger="coercion.freeze",
    trigger_label="实施冻结",
    n=30,
    unit=_D,
    rules=("CAL-1", "CAL-5", "COE-9-3"),
    roll=False,
    extensions=(ExtensionStep(30, _HEAD, "COE-9"),),
    on_breach="期限届满的，解除冻结；金融机构自期满之日起解除",
    act_type=_TYPE,
)
DELIVER_FREEZE = TimeLimit(
    id="COE-8",
    label="向当事人交付冻结决定书",
    trigger="coercion.freeze",
    trigger_label="实施冻结",
    n=3,
    unit=_WD,
    rules=("CAL-5",),
    on_breach="提醒承办人和执法监督机构",
    act_type=_TYPE,
)
DEMANDED = TimeLimit(
    id="COE-10",
    label="催告的履行期限（由催告书确定）",
    trigger="coercion.serve_demand",
    trigger_label="催告书送达",
    n=10,
    unit=_WD,
    rules=("CAL-5", "COE-10-3"),
    binds=Binds.PARTY_RIGHT,
    on_breach="期满仍不履行又没有正当理由的，可以作出强制执行决定",
    act_type=_TYPE,
)
LATE_FEE = TimeLimit(
    id="COE-11",
    label="加处罚款、滞纳金后等待履行",
    trigger="coercion.propose_execution",
    trigger_label="开始加处",
    n=30,
    unit=_D,
    rules=("COE-11-2",),
    roll=False,
    binds=Binds.PARTY_RIGHT,
    on_breach="超过三十日经催告仍不履行的，可以强制执行",
    act_type=_TYPE,
)
REMIND = TimeLimit(
    id="COE-14",
    label="代履行前再次催告",
    trigger="coercion.execute",
    trigger_label="代履行",
    n=3,
    unit=_WD,
    rules=("CAL-5", "CAL-12"),
    backward=True,
    on_breach="催告不足三日的，改期代履行",
    act_type=_TYPE,
)
ABANDON = TimeLimit(
    id="COE-17",
    label="中止执行满三年",
    trigger="coercion.suspend",
    trigger_label="中止执行",
    n=3,
    unit=Unit.YEAR,
    roll=False,
    binds=Binds.PARTY_RIGHT,
    on_breach="没有明显社会危害、当事人确无能力履行的，不再执行",
    act_type=_TYPE,
)
COURT_ACCEPTS = TimeLimit(
    id="COE-16",
    label="法院受理强制执行申请",
    trigger="coercion.apply_to_court",
    trigger_label="提交申请",
    n=5,
    unit=_WD,
    rules=("CAL-5",),
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
CONTEST_REFUSAL = TimeLimit(
    id="COE-16-2",
    label="对不予受理裁定申请复议",
    trigger="coercion.court_accepts",
    trigger_label="收到不予受理裁定",
    n=15,
    unit=_D,
    rules=("CAL-2",),
    on_breach="逾期不能再申请复议",
    act_type=_TYPE,
)
UPPER_ACCEPTS = TimeLimit(
    id="COE-16-3",
    label="上一级法院裁定是否受理",
    trigger="coercion.contest_ruling",
    trigger_label="提交复议申请",
    n=15,
    unit=_D,
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
COURT_RULES = TimeLimit(
    id="COE-16-4",
    label="法院作出执行裁定",
    trigger="coercion.court_accepts",
    trigger_label="法院受理",
    n=7,
    unit=_WD,
    rules=("CAL-5",),
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
COURT_HEARS = TimeLimit(
    id="COE-16-5",
    label="法院听取意见后作出裁定",
    trigger="coercion.court_accepts",
    trigger_label="法院受理",
    n=30,
    unit=_D,
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
RULING_SERVED = TimeLimit(
    id="COE-16-6",
    label="法院送达不予执行裁定",
    trigger="coercion.court_rules",
    trigger_label="裁定不予执行",
    n=5,
    unit=_WD,
    rules=("CAL-5",),
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
CONTEST_RULING = TimeLimit(
    id="COE-16-7",
    label="对不予执行裁定申请复议",
    trigger="coercion.court_rules",
    trigger_label="收到不予执行裁定",
    n=15,
    unit=_D,
    rules=("CAL-2",),
    on_breach="逾期不能再申请复议",
    act_type=_TYPE,
)
UPPER_RULES = TimeLimit(
    id="COE-16-8",
    label="上一级法院裁定是否执行",
    trigger="coercion.contest_ruling",
    trigger_label="提交复议申请",
    n=30,
    unit=_D,
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
URGENT_EXECUTION = TimeLimit(
    id="COE-16-9",
    label="紧急情况下法院立即执行",
    trigger="coercion.court_rules",
    trigger_label="作出执行裁定",
    n=5,
    unit=_WD,
    rules=("CAL-5",),
    binds=Binds.PARTY_RIGHT,
    on_breach=_COURT,
    act_type=_TYPE,
)
