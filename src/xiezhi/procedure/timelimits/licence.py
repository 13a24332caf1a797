"""The limits of licensing (许可法 arts. 32, 42 to 47, 50, 55): working days for the agency."""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import Binds, ExtensionStep, TimeLimit, Unit

_WD, _D = Unit.WORKING_DAY, Unit.NATURAL_DAY
_SUPERVISED = "超期的，执法监督机构督办"

ANSWER = TimeLimit(
    id="LIC-2",
    label="受理、一次告知补正或者不予受理",
    trigger="licence.apply",
    trigger_label="收到申请材料",
    n=5,
    unit=_WD,
    rules=("CAL-6", "LIC-1-2"),
    on_breach="逾期不告知的，自收到申请材料之日起即为受理",
    act_type="licence",
)
LICENSE = TimeLimit(
    id="LIC-4",
    label="作出许可决定",
    trigger="licence.accept",
    trigger_label="受理",
    n=20,
    unit=_WD,
    rules=("CAL-6",),
    stops=("LIC-8",),
    extensions=(ExtensionStep(10, "本行政机关负责人", "LIC-4"),),
    on_breach=_SUPERVISED,
    act_type="licence",
)
LICENSE_JOINTLY = TimeLimit(
    id="LIC-5",
    label="统一办理、联合办理、集中办理许可",
    trigger="licence.accept",
    trigger_label="受理",
    n=45,
    unit=_WD,
    rules=("CAL-6", "LIC-JOINT"),
    stops=("LIC-8",),
    extensions=(ExtensionStep(15, "本级人民政府负责人", "LIC-5"),),
    on_breach=_SUPERVISED,
    act_type="licence",
)
#: As long as was promised to the applicant when the application was accepted; here the most.
PROMISED = TimeLimit(
    id="LIC-PROMISE",
    label="按承诺时限作出许可决定",
    trigger="licence.accept",
    trigger_label="受理",
    n=45,
    unit=_WD,
    rules=("CAL-6", "LIC-4", "LIC-5"),
    stops=("LIC-8",),
    on_breach="超过承诺时限的，提醒承办机构负责人；法定期限同时计算",
    act_type="licence",
)
SEND_UP = TimeLimit(
    id="LIC-6",
    label="先行审查完毕，报送上级机关",
    trigger="licence.accept",
    trigger_label="受理",
    n=20,
    unit=_WD,
    rules=("CAL-6",),
    stops=("LIC-8",),
    on_breach=_SUPERVISED,
    act_type="licence",
)
DELIVER = TimeLimit(
    id="LIC-7",
    label="颁发、送达许可证件",
    trigger="decision.issue",
    trigger_label="作出准予许可的决定",
    n=10,
    unit=_WD,
    rules=("CAL-6",),
    on_breach=_SUPERVISED,
    act_type="licence",
)
ASK_HEARING = TimeLimit(
    id="LIC-9",
    label="申请许可听证",
    trigger="licence.tell_rights",
    trigger_label="告知听证权利",
    n=5,
    unit=_WD,
    rules=("CAL-6",),
    binds=Binds.PARTY_RIGHT,
    on_breach="逾期未提出的，不再组织听证",
    act_type="licence",
)
ORGANISE_HEARING = TimeLimit(
    id="LIC-9-2",
    label="组织许可听证",
    trigger="licence.ask_hearing",
    trigger_label="提出听证申请",
    n=20,
    unit=_WD,
    rules=("CAL-6",),
    on_breach=_SUPERVISED,
    act_type="licence",
)
CALL_HEARING = TimeLimit(
    id="LIC-9-3",
    label="通知许可听证",
    trigger="licence.hold_hearing",
    trigger_label="举行听证",
    n=7,
    unit=_WD,
    rules=("CAL-6", "CAL-12"),
    backward=True,
    on_breach="通知不足时限的，改期举行",
    act_type="licence",
)
ASSIGN_TESTERS = TimeLimit(
    id="LIC-10",
    label="指派人员检验、检测、检疫",
    trigger="licence.accept",
    trigger_label="受理",
    n=5,
    unit=_WD,
    rules=("CAL-6",),
    on_breach="提醒承办机构负责人",
    act_type="licence",
)
#: The applicant's own term: natural days, and earlier by none where the day is a rest day, which
#: is the reading that takes least from the applicant (law reference CAL-6).
APPLY_RENEWAL = TimeLimit(
    id="LIC-11",
    label="申请延续",
    trigger="licence.apply_renewal",
    trigger_label="许可有效期届满",
    n=30,
    unit=_D,
    roll=False,
    backward=True,
    binds=Binds.PARTY_DUTY,
    on_breach="逾期申请的，除法律、法规、规章另有规定外，不作为延续申请受理",
    act_type="licence",
)
#: Counted back from the first day without a licence, so that its last valid day is still in time.
DECIDE_RENEWAL = TimeLimit(
    id="LIC-11-2",
    label="决定是否准予延续",
    trigger="licence.apply_renewal",
    trigger_label="许可有效期届满的次日",
    n=1,
    unit=_D,
    roll=False,
    backward=True,
    on_breach="逾期未作决定的，视为准予延续",
    act_type="licence",
)
STATE_AGAINST_TAKING = TimeLimit(
    id="LIC-STATE-2",
    label="被许可人陈述、申辩",
    trigger="licence.tell_taking",
    trigger_label="告知拟撤回、撤销",
    n=5,
    unit=_WD,
    rules=("LIC-STATE",),
    binds=Binds.PARTY_RIGHT,
    on_breach="期满未提出的，可以进入下一步",
    policy_key="statement_days",
    act_type="licence",
)
#: Arts. 78 and 79 don't say from when: counted from the decision that found the falsehood, its own
#: day not included, and never lengthened to a working day, which would burden the applicant.
BAN_FALSE_PAPERS = TimeLimit(
    id="LIC-78",
    label="不得再次申请（隐瞒情况、提供虚假材料）",
    trigger="licence.refuse_acceptance",
    trigger_label="不予受理、不予许可",
    n=1,
    unit=Unit.YEAR,
    roll=False,
    binds=Binds.PARTY_DUTY,
    on_breach="期间内提出的申请不予受理",
    act_type="licence",
)
BAN_FRAUD = TimeLimit(
    id="LIC-79",
    label="不得再次申请（以欺骗、贿赂等不正当手段取得许可）",
    trigger="decision.issue",
    trigger_label="撤销许可",
    n=3,
    unit=Unit.YEAR,
    roll=False,
    binds=Binds.PARTY_DUTY,
    on_breach="期间内提出的申请不予受理",
    act_type="licence",
)
