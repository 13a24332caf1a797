"""Limits of reconsideration (复议法 2023).

三、五、七、十日 are working days, all other terms natural days (CAL-7).
"""

from __future__ import annotations

from xiezhi.procedure.timelimits.model import Binds, ExtensionStep, TimeLimit, Unit

_WD, _D = Unit.WORKING_DAY, Unit.NATURAL_DAY
_SHORT = ("CAL-1", "CAL-7")
_LONG = ("CAL-1", "CAL-2", "CAL-7")
_KIND = "reconsideration"
_TELL_BODY = "提醒行政复议机构负责人"

EXAMINE = TimeLimit(
    id="REC-30",
    label="审查行政复议申请",
    trigger="reconsideration.apply",
    trigger_label="收到行政复议申请",
    n=5,
    unit=_WD,
    rules=(*_SHORT, "REC-30-3"),
    on_breach="期满没有作出不予受理决定的，视为受理",
    act_type=_KIND,
)
ASK_CORRECTION = TimeLimit(
    id="REC-31",
    label="一次性通知补正",
    trigger="reconsideration.apply",
    trigger_label="收到行政复议申请",
    n=5,
    unit=_WD,
    rules=_SHORT,
    on_breach="期满没有作出不予受理决定的，视为受理",
    act_type=_KIND,
)
CORRECT = TimeLimit(
    id="REC-31-2",
    label="申请人补正材料",
    trigger="reconsideration.ask_correction",
    trigger_label="收到补正通知",
    n=10,
    unit=_WD,
    rules=_SHORT,
    binds=Binds.PARTY_RIGHT,
    on_breach="无正当理由逾期不补正的，视为放弃申请",
    act_type=_KIND,
)
COPY = TimeLimit(
    id="REC-48",
    label="发送申请书副本",
    trigger="reconsideration.accept",
    trigger_label="受理",
    n=7,
    unit=_WD,
    rules=_SHORT,
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
COPY_SIMPLIFIED = TimeLimit(
    id="REC-54",
    label="发送申请书副本（简易程序）",
    trigger="reconsideration.accept",
    trigger_label="受理",
    n=3,
    unit=_WD,
    rules=_SHORT,
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
REPLY = TimeLimit(
    id="REM-7",
    label="提出书面答复、提交证据",
    trigger="reconsideration.receive_notice",
    trigger_label="收到申请书副本",
    n=10,
    unit=_WD,
    rules=(*_SHORT, "REC-70"),
    on_breach="逾期不答复、不提交证据的，视为该行政行为没有证据、依据",
    act_type=_KIND,
)
REPLY_SIMPLIFIED = TimeLimit(
    id="REM-7-2",
    label="提出书面答复、提交证据（简易程序）",
    trigger="reconsideration.receive_notice",
    trigger_label="收到申请书副本",
    n=5,
    unit=_WD,
    rules=(*_SHORT, "REC-70"),
    on_breach="逾期不答复、不提交证据的，视为该行政行为没有证据、依据",
    act_type=_KIND,
)
FORWARD = TimeLimit(
    id="REM-5",
    label="转送行政复议申请",
    trigger="reconsideration.open_reply",
    trigger_label="收到行政复议申请",
    n=5,
    unit=_WD,
    rules=_SHORT,
    on_breach="提醒机关负责人和执法监督机构",
    act_type=_KIND,
)
HEARING = TimeLimit(
    id="REC-51",
    label="通知复议听证",
    trigger="reconsideration.hold_hearing",
    trigger_label="举行复议听证",
    n=5,
    unit=_WD,
    rules=("CAL-7", "CAL-12"),
    backward=True,
    on_breach="通知不足时限的，改期举行",
    act_type=_KIND,
)
DECIDE_RECONSIDERATION = TimeLimit(
    id="REM-8",
    label="作出行政复议决定",
    trigger="reconsideration.accept",
    trigger_label="受理",
    n=60,
    unit=_D,
    rules=_LONG,
    stops=("REC-39",),
    extensions=(ExtensionStep(30, "行政复议机构负责人", "REM-8-3"),),
    on_breach="申请人可以向上级行政机关反映；依法应当先申请复议的，可以起诉",
    act_type=_KIND,
)
DECIDE_SIMPLIFIED = TimeLimit(
    id="REM-8-2",
    label="作出行政复议决定（简易程序）",
    trigger="reconsideration.accept",
    trigger_label="受理",
    n=30,
    unit=_D,
    rules=_LONG,
    stops=("REC-39",),
    on_breach="不宜适用简易程序的，期满前转为普通程序",
    act_type=_KIND,
)
SUSPENDED = TimeLimit(
    id="REC-41-5",
    label="中止后等待确定申请人",
    trigger="reconsideration.suspend",
    trigger_label="中止",
    n=60,
    unit=_D,
    rules=_LONG,
    binds=Binds.PARTY_RIGHT,
    on_breach="中止的原因仍未消除的，终止行政复议",
    act_type=_KIND,
)
ASK_MAKER = TimeLimit(
    id="REC-58",
    label="通知制定机关答复",
    trigger="reconsideration.suspend",
    trigger_label="中止",
    n=3,
    unit=_WD,
    rules=_SHORT,
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
MAKER_REPLIES = TimeLimit(
    id="REC-58-2",
    label="制定机关答复",
    trigger="reconsideration.ask_maker",
    trigger_label="收到书面通知",
    n=10,
    unit=_WD,
    rules=_SHORT,
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
JUDGE_BASIS = TimeLimit(
    id="REC-56",
    label="处理附带审查",
    trigger="reconsideration.suspend",
    trigger_label="因附带审查中止",
    n=30,
    unit=_D,
    rules=(*_LONG, "REC-57"),
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
REFER_BASIS = TimeLimit(
    id="REC-56-2",
    label="转送附带审查",
    trigger="reconsideration.suspend",
    trigger_label="因附带审查中止",
    n=7,
    unit=_WD,
    rules=(*_SHORT, "REC-57"),
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
BASIS_RETURNS = TimeLimit(
    id="REC-60",
    label="接受转送的机关回复",
    trigger="reconsideration.refer_basis",
    trigger_label="收到转送",
    n=60,
    unit=_D,
    rules=_LONG,
    on_breach=_TELL_BODY,
    act_type=_KIND,
)
LETTER = TimeLimit(
    id="REM-9",
    label="报送意见书纠正情况",
    trigger="reconsideration.give_letter",
    trigger_label="收到行政复议意见书",
    n=60,
    unit=_D,
    rules=_LONG,
    on_breach="责令限期履行，可以约谈或者通报批评",
    act_type=_KIND,
)
