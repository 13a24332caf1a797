"""When a step that isn't always taken is taken: what stands on its branch of the flow chart.

A step without an occasion belongs to the main line where the declaration expects it, needs it for
a later one, or names it as a gate; anything else is done as the case requires.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OCCASIONS: Mapping[str, str] = MappingProxyType(
    {
        "casework.refuse_filing": "不符合立案条件的",
        "casework.inform_reporter": "实名举报的",
        "casework.change_handlers": "承办人变动的",
        "casework.decide_recusal": "应当回避的",
        "casework.preserve_evidence": "证据可能灭失的",
        "casework.dispose_preserved": "登记保存以后",
        "casework.order_correction": "违法行为需要改正的",
        "casework.recheck_correction": "责令改正的",
        "casework.suspend": "暂时无法调查的",
        "casework.resume": "中止原因消除的",
        "casework.commission_test": "需要检验、鉴定的",
        "casework.receive_test": "委托检验、鉴定的",
        "casework.extend": "期限内不能办结的",
        "casework.revise_conclusion": "处理建议需要修改的",
        "casework.record_statement": "当事人陈述、申辩的",
        "casework.recheck_statement": "当事人陈述、申辩的",
        "casework.waive_statement": "当事人放弃的",
        "casework.request_hearing": "当事人要求听证的",
        "casework.notify_hearing": "当事人要求听证的",
        "casework.withdraw_hearing": "当事人撤回听证申请的",
        "casework.hold_hearing": "当事人要求听证的",
        "casework.report_hearing": "举行听证的",
        "review.return_materials": "送审材料不齐的",
        "review.exempt": "不属于审核范围的",
        "decision.discuss": "情节复杂或者重大违法的",
        "decision.allow_instalments": "当事人有困难、提出申请的",
        "decision.demand": "逾期不履行的",
        "decision.apply_court": "催告后仍不履行的",
        "decision.revoke": "决定应当撤销、变更的",
        "disclosure.withhold": "依法不公开的",
        "disclosure.withdraw": "公示的决定撤销、变更的",
        # 行政检查
        "inspection.decline": "不应当检查的",
        "inspection.ratify": "紧急情况当场检查的",
        "inspection.order_correction": "需要改正的",
        "inspection.recheck": "责令改正的",
        "inspection.refer": "发现违法线索的",
        # 征收、征用、收费
        "levy.record_statement": "当事人有意见的",
        "levy.recheck_statement": "当事人有意见的",
        "levy.apply_relief": "当事人申请减免缓的",
        "levy.decide_relief": "当事人申请减免缓的",
        "levy.add_late_fee": "逾期不缴的",
        "levy.refund": "多收、错收的",
        "levy.hand_over": "逾期仍不缴的",
        "charge.record_statement": "当事人有意见的",
        "charge.recheck_statement": "当事人有意见的",
        "charge.apply_relief": "当事人申请减免缓的",
        "charge.decide_relief": "当事人申请减免缓的",
        "charge.add_late_fee": "逾期不缴的",
        "charge.refund": "多收、错收的",
        "charge.hand_over": "逾期仍不缴的",
        # 行政确认、行政许可
        "confirmation.ask_supplement": "材料不齐全的",
        "confirmation.receive_supplement": "申请人补正的",
        "confirmation.refuse": "不予受理的",
        "confirmation.withdraw": "申请人撤回申请的",
        "confirmation.certify": "予以确认的",
        "licence.request_correction": "材料不齐全的",
        "licence.receive_corrections": "申请人补正的",
        "licence.refuse_acceptance": "不予受理的",
        "licence.terminate": "申请人撤回申请等",
        "licence.check_site": "需要实地核查的",
        "licence.begin_special": "需要检验、听证等的",
        "licence.end_special": "办理了特别程序的",
        "licence.prolong": "期限内不能办结的",
        "licence.send_up": "由上级机关决定的",
        "licence.receive_opinion": "有关部门答复的",
        "licence.announce_hearing": "涉及公共利益的",
        "licence.ask_hearing": "要求听证的",
        "licence.call_hearing": "要求或者应当听证的",
        "licence.hold_hearing": "要求或者应当听证的",
        "licence.drop_hearing": "撤回听证申请的",
        "licence.confirm_renewal": "逾期没有决定的",
        "licence.deliver": "准予许可的",
        "licence.deregister": "应当注销的",
    }
)
