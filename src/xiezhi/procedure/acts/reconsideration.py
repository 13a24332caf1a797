"""Acts of reconsideration (行政复议): of the body that reconsiders, of the agency that answers."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, UNIT_HEAD, Act, by, own

_BODY: tuple[Act, ...] = (
    by("reconsideration.apply", "登记行政复议申请", HANDLER, opens="登记行政复议申请"),
    by(
        "reconsideration.apply_simplified",
        "登记适用简易程序的复议申请",
        HANDLER,
        opens="登记行政复议申请（简易程序）",
    ),
    own("reconsideration.ask_correction", "通知补正复议申请"),
    own("reconsideration.receive_correction", "收到补正的复议材料"),
    own("reconsideration.note_abandoned", "记录视为放弃复议申请"),
    by("reconsideration.accept", "受理行政复议申请", UNIT_HEAD, HEAD),
    by("reconsideration.refuse", "决定不予受理复议申请", UNIT_HEAD, HEAD),
    own("reconsideration.send_copy", "发送复议申请书副本"),
    own("reconsideration.receive_reply", "收到被申请人答复", substance=True),
    own("reconsideration.add_third_party", "通知第三人参加复议"),
    own("reconsideration.collect_evidence", "复议调查取证", substance=True),
    own("reconsideration.hear_opinions", "听取复议当事人意见", substance=True),
    by("reconsideration.notify_hearing", "通知复议听证", HANDLER, UNIT_HEAD),
    own("reconsideration.hold_hearing", "举行复议听证", substance=True),
    own("reconsideration.consult", "登记复议委员会咨询意见", substance=True),
    by("reconsideration.stay", "决定停止执行原行政行为", UNIT_HEAD, HEAD),
    by("reconsideration.suspend", "中止行政复议", UNIT_HEAD, HEAD),
    by("reconsideration.resume", "恢复行政复议审理", UNIT_HEAD, HEAD),
    own("reconsideration.ask_maker", "通知制定机关答复"),
    by("reconsideration.refer_basis", "转送附带审查", UNIT_HEAD, HEAD),
    by("reconsideration.judge_basis", "处理附带审查", HEAD, substance=True),
    by("reconsideration.extend", "延长行政复议期限", UNIT_HEAD),
    by("reconsideration.convert", "转为复议普通程序", UNIT_HEAD),
    own("reconsideration.propose", "提出复议审查意见", substance=True),
    by("reconsideration.mediate", "制作行政复议调解书", HEAD),
    by("reconsideration.terminate", "终止行政复议", HEAD),
    by("reconsideration.order_performance", "责令限期履行复议决定", HEAD),
    own("reconsideration.record_performance", "登记复议决定履行情况"),
    by("reconsideration.give_letter", "制发行政复议意见书", HEAD),
    own("reconsideration.receive_report", "收到意见书纠正情况报告"),
    own("reconsideration.copy_superior", "抄告上一级主管部门"),
)

_AGENCY: tuple[Act, ...] = (
    by("reconsideration.open_reply", "登记行政复议答复事项", HANDLER, opens="行政复议答复"),
    by("reconsideration.forward", "转送行政复议申请", UNIT_HEAD, HEAD),
    by("reconsideration.change_own", "自行纠正原行政行为", HEAD),
    own("reconsideration.receive_notice", "收到行政复议答复通知"),
    own("reconsideration.draft_reply", "拟写行政复议答复"),
    by("reconsideration.submit_reply", "提交行政复议答复", HEAD),
    own("reconsideration.attend_hearing", "参加复议听证"),
    own("reconsideration.enter_outcome", "登记行政复议结果"),
    own("reconsideration.carry_out", "履行行政复议决定"),
    own("reconsideration.receive_letter", "收到行政复议意见书"),
    by("reconsideration.report_correction", "报送意见书纠正情况", HEAD),
)

ACTS = (*_BODY, *_AGENCY)
