"""Limits that run outside the Files: requests for information, complaints, the lists of a plan.

They are reckoned in the calculator and listed with the rest; no act of a File starts them, so
their triggers name what happens elsewhere.
"""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import Binds, ExtensionStep, TimeLimit, Unit

_WD = Unit.WORKING_DAY
_OPENNESS, _COMPLAINT, _PLAN = "openness", "complaint", "plan"

#: What stops such a limit: the rule, and the words of the reason.
STOPS = (("openness.consult", "OGI-3-2", "征求第三方和其他机关意见"),)

REQUEST_UNCLEAR = TimeLimit(
    id="OGI-2",
    label="告知申请人补正公开申请",
    trigger="openness.request",
    trigger_label="收到政府信息公开申请",
    n=7,
    unit=_WD,
    rules=("CAL-8",),
    on_breach="补正只能要求一次",
    act_type=_OPENNESS,
)
REQUEST_ANSWER = TimeLimit(
    id="OGI-3",
    label="答复政府信息公开申请",
    trigger="openness.request",
    trigger_label="收到政府信息公开申请",
    n=20,
    unit=_WD,
    rules=("CAL-8",),
    stops=("OGI-3-2",),
    extensions=(ExtensionStep(20, "政府信息公开工作机构负责人", "OGI-3"),),
    on_breach="提醒政府信息公开工作机构负责人",
    act_type=_OPENNESS,
)
THIRD_PARTY_OPINION = TimeLimit(
    id="OGI-4",
    label="第三方对公开提出意见",
    trigger="openness.consult",
    trigger_label="第三方收到征求意见书",
    n=15,
    unit=_WD,
    rules=("CAL-8",),
    binds=Binds.PARTY_RIGHT,
    on_breach="逾期未提出意见的，由行政机关决定是否公开",
    act_type=_OPENNESS,
)
CO_MAKER_OPINION = TimeLimit(
    id="OGI-4-2",
    label="共同制作的机关对公开提出意见",
    trigger="openness.consult",
    trigger_label="被征求意见机关收到征求意见书",
    n=15,
    unit=_WD,
    rules=("CAL-8",),
    on_breach="逾期未提出意见的，视为同意公开",
    act_type=_OPENNESS,
)
COMPLAINT_TAKEN = TimeLimit(
    id="SAMR-10",
    label="受理或者不予受理投诉并告知",
    trigger="complaint.receive",
    trigger_label="收到投诉",
    n=7,
    unit=_WD,
    rules=("CAL-8",),
    pack="samr",
    act_type=_COMPLAINT,
)
MEDIATED = TimeLimit(
    id="SAMR-10-2",
    label="调解消费者权益争议",
    trigger="complaint.accept",
    trigger_label="受理投诉",
    n=45,
    unit=_WD,
    rules=("CAL-8",),
    on_breach="未能达成调解协议的，终止调解",
    pack="samr",
    act_type=_COMPLAINT,
)
MEDIATION_ENDED = TimeLimit(
    id="SAMR-10-3",
    label="告知终止调解",
    trigger="complaint.end",
    trigger_label="决定终止调解",
    n=7,
    unit=_WD,
    rules=("CAL-8",),
    pack="samr",
    act_type=_COMPLAINT,
)
CLUE_IN_MEDIATION = TimeLimit(
    id="SAMR-10-4",
    label="核查调解中发现的线索",
    trigger="complaint.find",
    trigger_label="发现涉嫌违法的线索",
    n=15,
    unit=_WD,
    rules=("CAL-8", "SAMR-1"),
    extensions=(ExtensionStep(15, "市场监督管理部门", "SAMR-10-4"),),
    pack="samr",
    act_type=_COMPLAINT,
)
COMPETENCE_DISPUTE = TimeLimit(
    id="SAMR-10-5",
    label="协商解决处理权限争议",
    trigger="complaint.dispute",
    trigger_label="发生处理权限争议",
    n=7,
    unit=_WD,
    rules=("CAL-8",),
    on_breach="协商不成的，报请共同的上一级市场监督管理部门指定处理机关",
    pack="samr",
    act_type=_COMPLAINT,
)
FOOD_RESULT = TimeLimit(
    id="SAMR-11",
    label="公开食品监督检查结果",
    trigger="decision.issue",
    trigger_label="检查结果信息形成",
    n=20,
    unit=_WD,
    rules=("CAL-8", "PLAN-1"),
    on_breach="超期的，执法监督机构督办",
    pack="samr",
    act_type="inspection",
)
LISTS_AHEAD = TimeLimit(
    id="PLAN-5",
    label="调整公示的清单",
    trigger="plan.change",
    trigger_label="执法依据或者机构职能变化生效",
    n=1,
    unit=Unit.MONTH,
    rules=("CAL-12",),
    backward=True,
    on_breach="提醒机关负责人和执法监督机构",
    pack="S2",
    act_type=_PLAN,
)
