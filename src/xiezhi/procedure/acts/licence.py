"""Acts of licensing (行政许可): application, acceptance, examination, certificate, taking away."""

from __future__ import annotations

from xiezhi.procedure.acts.model import HANDLER, HEAD, REVIEWER, UNIT_HEAD, Act, by, own

ACTS: tuple[Act, ...] = (
    by("licence.apply", "收到许可申请", HANDLER, opens="登记许可申请"),
    by("licence.apply_joint", "收到联合办理的许可申请", HANDLER, opens="登记联合办理申请"),
    by("licence.apply_renewal", "收到延续申请", HANDLER, opens="登记延续申请"),
    by("licence.apply_change", "收到变更、转让申请", HANDLER, opens="登记变更、转让申请"),
    by("licence.begin_taking", "启动撤回、撤销、注销", HANDLER, opens="撤回、撤销、注销许可"),
    own("licence.request_correction", "一次告知补正"),
    own("licence.receive_corrections", "收到补正材料", substance=True),
    own("licence.accept", "受理许可申请"),
    by("licence.refuse_acceptance", "不予受理许可申请", UNIT_HEAD, HEAD),
    by("licence.terminate", "终止办理许可", UNIT_HEAD, HEAD),
    own("licence.check_site", "实地核查", substance=True),
    own("licence.begin_special", "告知特别程序所需时间"),
    own("licence.end_special", "登记特别程序的结果", substance=True),
    by("licence.prolong", "延长许可办理期限", HEAD),
    own("licence.tell_rights", "告知陈述、申辩和听证权利"),
    own("licence.hear_party", "记录申请人、利害关系人的意见", substance=True),
    own("licence.ask_hearing", "登记许可听证申请"),
    by("licence.announce_hearing", "公告举行许可听证", UNIT_HEAD, HEAD),
    by("licence.call_hearing", "通知许可听证", UNIT_HEAD, HEAD),
    own("licence.drop_hearing", "登记撤回许可听证申请"),
    by("licence.hold_hearing", "举行许可听证", REVIEWER, UNIT_HEAD, substance=True),
    own("licence.consult", "征求有关部门意见"),
    own("licence.receive_opinion", "收到有关部门意见", substance=True),
    by("licence.send_up", "报送上级机关决定", HEAD),
    own("licence.propose", "提出许可审查意见", substance=True),
    own("licence.deliver", "颁发许可证件"),
    by("decision.confirm_renewal", "登记视为准予延续", UNIT_HEAD, HEAD),
    by("licence.tell_taking", "告知拟撤回、撤销许可", UNIT_HEAD, HEAD),
    own("licence.propose_taking", "提出撤回、撤销、注销意见", substance=True),
    own("licence.deregister", "办理许可注销手续"),
)
