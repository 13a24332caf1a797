"""The limits of the penalty procedure, and those that all kinds share.

Lengths that plans may set carry a `policy_key`.
"""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import Binds, ExtensionStep, TimeLimit, Unit

_WD, _D = Unit.WORKING_DAY, Unit.NATURAL_DAY

CLUE = TimeLimit(
    id="SAMR-1",
    label="核查线索，决定是否立案",
    trigger="casework.register_clue",
    trigger_label="登记案件来源",
    n=15,
    unit=_WD,
    rules=("PEN-5",),
    stops=("SAMR-1",),
    extensions=(ExtensionStep(15, "机关负责人", "SAMR-1"),),
    on_breach="提醒承办机构负责人和执法监督机构",
    policy_key="verify_clue_days",
    pack="samr",
)
INFORM_REPORTER = TimeLimit(
    id="SAMR-9",
    label="告知实名举报人是否立案",
    trigger="casework.file_case",
    trigger_label="决定是否立案",
    n=5,
    unit=_WD,
    on_breach="提醒承办机构负责人",
    policy_key="informant_days",
    pack="samr",
)
PRESERVE = TimeLimit(
    id="PEN-6",
    label="处理先行登记保存的证据",
    trigger="casework.preserve_evidence",
    trigger_label="先行登记保存",
    n=7,
    unit=_WD,
    rules=("CAL-4",),
    on_breach="逾期不处理的，登记保存应当解除",
    policy_key="preserve_days",
)
STATEMENT = TimeLimit(
    id="SAMR-8",
    label="陈述、申辩",
    trigger="casework.serve_notice",
    trigger_label="告知书送达",
    n=5,
    unit=_WD,
    rules=("PEN-7", "PEN-62"),
    binds=Binds.PARTY_RIGHT,
    on_breach="期满未提出的，可以进入下一步",
    policy_key="statement_days",
)
HEARING_REQUEST = TimeLimit(
    id="PEN-9",
    label="要求听证",
    trigger="casework.serve_notice",
    trigger_label="告知书送达",
    n=5,
    unit=_WD,
    rules=("CAL-4", "PEN-63"),
    binds=Binds.PARTY_RIGHT,
    on_breach="逾期未提出的，视为放弃听证",
    policy_key="hearing_request_days",
)
HEARING_NOTICE = TimeLimit(
    id="PEN-10",
    label="通知听证",
    trigger="casework.hold_hearing",
    trigger_label="举行听证",
    n=7,
    unit=_WD,
    rules=("CAL-4", "CAL-12"),
    backward=True,
    on_breach="通知不足时限的，改期举行",
    policy_key="hearing_notice_days",
)
REVIEW = TimeLimit(
    id="PLAN-9",
    label="法制审核",
    trigger="review.submit",
    trigger_label="收齐送审材料",
    n=10,
    unit=_WD,
    on_breach="提醒审核机构负责人和执法监督机构",
    policy_key="review_days",
)
DECIDE = TimeLimit(
    id="PEN-14",
    label="作出处罚决定",
    trigger="casework.file_case",
    trigger_label="立案",
    n=90,
    unit=_D,
    rules=("CAL-1", "CAL-2", "CAL-4", "SAMR-4"),
    stops=("PEN-14", "SAMR-4"),
    on_breach="超期的，执法监督机构督办",
    policy_key="decide_days",
)
SERVICE = TimeLimit(
    id="PEN-15",
    label="送达处罚决定书",
    trigger="decision.issue",
    trigger_label="作出决定",
    n=7,
    unit=_WD,
    rules=("CAL-4", "DOC-SERVICE"),
    on_breach="提醒承办人和执法监督机构",
    policy_key="service_days",
)
PAYMENT = TimeLimit(
    id="PEN-19",
    label="缴纳罚款",
    trigger="decision.serve",
    trigger_label="收到决定书",
    n=15,
    unit=_D,
    rules=("CAL-1", "CAL-2", "CAL-4"),
    binds=Binds.PARTY_DUTY,
    on_breach="自期满次日起每日按罚款数额的百分之三加处罚款",
    policy_key="payment_days",
)
REMIT_TO_AGENCY = TimeLimit(
    id="PEN-18",
    label="当场收缴的罚款交至机关",
    trigger="decision.record_payment",
    trigger_label="当场收缴",
    n=2,
    unit=_WD,
    rules=("CAL-4",),
    on_breach="提醒机关负责人",
)
REMIT_TO_BANK = TimeLimit(
    id="PEN-18-2",
    label="当场收缴的罚款缴付银行",
    trigger="decision.remit_cash",
    trigger_label="执法人员交至机关",
    n=2,
    unit=_WD,
    rules=("CAL-4",),
    on_breach="提醒机关负责人",
)
DEMAND = TimeLimit(
    id="COE-15",
    label="催告后等待履行",
    trigger="decision.demand",
    trigger_label="催告书送达",
    n=10,
    unit=_WD,
    rules=("CAL-5", "COE-10"),
    binds=Binds.PARTY_RIGHT,
    on_breach="期满仍不履行的，可以申请人民法院强制执行",
)
COURT = TimeLimit(
    id="COE-15-2",
    label="申请人民法院强制执行",
    trigger="decision.serve",
    trigger_label="起诉期限（或者批准的延期、分期）届满",
    n=3,
    unit=Unit.MONTH,
    rules=("CAL-13", "COE-15-3", "PEN-21"),
    on_breach="逾期申请的，除有正当理由外，人民法院不予受理",
)
RECONSIDERATION = TimeLimit(
    id="REM-1",
    label="申请行政复议",
    trigger="decision.serve",
    trigger_label="收到决定书",
    n=60,
    unit=_D,
    rules=("CAL-1", "CAL-2", "CAL-7"),
    binds=Binds.PARTY_RIGHT,
)
LITIGATION = TimeLimit(
    id="REM-2",
    label="提起行政诉讼",
    trigger="decision.serve",
    trigger_label="收到决定书",
    n=6,
    unit=Unit.MONTH,
    rules=("CAL-1", "CAL-2", "CAL-13"),
    binds=Binds.PARTY_RIGHT,
)
LITIGATION_UNTOLD = TimeLimit(
    id="REM-12",
    label="提起行政诉讼（没有告知起诉期限的，最长）",
    trigger="decision.serve",
    trigger_label="知道行政行为的内容",
    n=1,
    unit=Unit.YEAR,
    rules=("CAL-1", "CAL-2", "CAL-13"),
    binds=Binds.PARTY_RIGHT,
)
PUBLISH_ANY = TimeLimit(
    id="PLAN-1",
    label="公示执法决定",
    trigger="decision.issue",
    trigger_label="作出决定",
    n=20,
    unit=_WD,
    rules=("CAL-8", "OGI-1"),
    on_breach="超期的，执法监督机构督办",
    policy_key="publish_days",
)
PUBLISH_PENALTY = TimeLimit(
    id="PLAN-2",
    label="公示许可、处罚决定",
    trigger="decision.issue",
    trigger_label="作出决定",
    n=7,
    unit=_WD,
    rules=("CAL-8", "PEN-48-1"),
    on_breach="超期的，执法监督机构督办",
    policy_key="publish_penalty_days",
)
PUBLISH_CREDIT = TimeLimit(
    id="CR-1",
    label="报送信用中国",
    trigger="decision.issue",
    trigger_label="作出决定",
    n=7,
    unit=_WD,
    on_breach="提醒公示员",
    policy_key="publish_credit_days",
)
PUBLISH_ENTERPRISE = TimeLimit(
    id="SAMR-12",
    label="在企业信用信息公示系统公示",
    trigger="decision.issue",
    trigger_label="作出决定",
    n=20,
    unit=_WD,
    rules=("CAL-8", "CR-2-2"),
    on_breach="提醒公示员",
    policy_key="publish_enterprise_days",
    pack="samr",
)
PUSH_ENTERPRISE = TimeLimit(
    id="SAMR-12-2",
    label="将处罚信息推送至外省登记机关",
    trigger="decision.issue",
    trigger_label="作出决定",
    n=10,
    unit=_WD,
    rules=("CAL-8", "SAMR-12"),
    on_breach="提醒公示员",
    pack="samr",
)
SHOW_PUSHED = TimeLimit(
    id="SAMR-12-3",
    label="协助公示外省推送的处罚信息",
    trigger="decision.receive_pushed",
    trigger_label="收到推送的处罚信息",
    n=10,
    unit=_WD,
    rules=("CAL-8", "SAMR-12-2"),
    on_breach="提醒公示员",
    pack="samr",
)
WITHDRAW = TimeLimit(
    id="PEN-22",
    label="撤回公示并说明理由",
    trigger="decision.revoke",
    trigger_label="决定被变更、撤销或者确认违法、无效",
    n=3,
    unit=_WD,
    rules=("CAL-4", "PLAN-3", "SAMR-17"),
    on_breach="超期的，执法监督机构督办",
    policy_key="withdraw_days",
)
ARCHIVE = TimeLimit(
    id="PLAN-8",
    label="归档",
    trigger="decision.close",
    trigger_label="结案",
    n=30,
    unit=_D,
    rules=("PEN-23",),
    on_breach="提醒承办人和档案员",
    policy_key="archive_days",
)
AV_COPIES = TimeLimit(
    id="PLAN-7",
    label="音像记录存两份",
    trigger="record.capture",
    trigger_label="记录制作完成",
    n=24,
    unit=Unit.HOUR,
    rules=("CAL-10",),
    on_breach="提醒记录人和承办机构负责人",
    policy_key="av_copy_hours",
)
TRANSFER_DECIDE = TimeLimit(
    id="TRF-2",
    label="决定是否移送公安机关",
    trigger="casework.report_crime",
    trigger_label="接到移送报告",
    n=3,
    unit=_D,
    rules=("CAL-9", "TRF-1"),
    roll=False,
    on_breach="提醒机关负责人和执法监督机构",
)
TRANSFER_HAND = TimeLimit(
    id="TRF-3",
    label="向公安机关移送",
    trigger="casework.approve_transfer",
    trigger_label="批准移送",
    n=24,
    unit=Unit.HOUR,
    rules=("CAL-10", "TRF-4"),
    on_breach="提醒机关负责人和执法监督机构",
)
POLICE_ANSWER = TimeLimit(
    id="TRF-5",
    label="公安机关审查移送的案件",
    trigger="casework.hand_over",
    trigger_label="公安机关接受移送",
    n=3,
    unit=_D,
    rules=("CAL-9",),
    roll=False,
    binds=Binds.PARTY_DUTY,
    on_breach="商请公安机关尽快答复，必要时报执法监督机构",
)
OBJECT = TimeLimit(
    id="TRF-6",
    label="对不予立案提请复议或者建议立案监督",
    trigger="casework.enter_answer",
    trigger_label="接到不予立案通知书",
    n=3,
    unit=_D,
    rules=("CAL-9",),
    roll=False,
    on_breach="期满未提出的，依法继续处理",
)
HAND_ITEMS = TimeLimit(
    id="TRF-7",
    label="移交涉案物品和材料",
    trigger="casework.enter_answer",
    trigger_label="接到立案通知书",
    n=3,
    unit=_D,
    rules=("CAL-9",),
    roll=False,
    on_breach="提醒机关负责人和执法监督机构",
)
