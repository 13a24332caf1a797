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
    }
)
