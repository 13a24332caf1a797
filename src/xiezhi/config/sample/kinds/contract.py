"""Contracts reviewed: changed and signed, dropped."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import Deed, Life, closed
from xiezhi.config.sample.numbers import company_code
from xiezhi.procedure.documents.contract import POINTS

_SUBMITTED: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市海晏检验检测有限公司",
    "code": company_code(811),
    "address": "安澜市西川区创业路 8 号",
    "cause": "食品安全监督抽检技术服务合同",
    "brief": "委托承担全年食品监督抽检 600 批次的检验。",
    "contract_amount": "480000",
    "concluded_how": "公开招标确定，中标通知书已经发出。",
    "contract_term": "自签订之日起一年",
}
_FINE: dict[str, Any] = {
    **{name: "pass" for name, _ in POINTS},
    "contract_verdict": "agree",
    "verdict_reason": "主体适格，程序合法，权利义务对等。",
}
_WRONG = {
    **_FINE,
    "point_breach": "fail",
    "verdict_reason": "没有约定逾期出具报告的违约责任，争议解决条款缺失。",
}
_SIGNED: dict[str, Any] = {
    "contract_number": "安市监合〔2026〕12号",
    "signed_on": "@",
    "signed_for_us": "程某",
    "text_unchanged": True,
}
_CHANGED = (
    Deed("handler", "contract.submit", _SUBMITTED),
    Deed("handler", "contract.resubmit", {"changed_how": "无。"}, refused="FLOW-ORDER"),
    Deed("reviewer", "contract.give_opinion", _WRONG, days=2, refused="CON-1"),
    Deed(
        "reviewer",
        "contract.give_opinion",
        {**_WRONG, "contract_verdict": "change", "to_change": "第九条、第十二条。"},
    ),
    Deed("handler", "contract.record_signing", _SIGNED, refused="CON-1"),
    Deed("handler", "contract.resubmit", {"changed_how": "已经补充违约责任和仲裁条款。"}),
    Deed("reviewer", "contract.give_opinion", _FINE, days=2),
    Deed("handler", "contract.record_signing", {**_SIGNED, "text_unchanged": False},
         refused="CON-1"),
    Deed("handler", "contract.record_signing", _SIGNED),
    *closed("审查同意，已经签订。"),
)  # fmt: skip
_DROPPED = (
    Deed("handler", "contract.submit", {**_SUBMITTED, "cause": "执法车辆租赁合同"}),
    Deed(
        "reviewer",
        "contract.give_opinion",
        {**_WRONG, "point_authority": "fail", "contract_verdict": "not_sign"},
    ),
    Deed("unit_head", "contract.drop", {"dropped_why": "没有经过政府采购程序。"}),
    *closed("不签订。"),
)

LIVES = (
    Life("contract.changed", "contract.review", _CHANGED),
    Life("contract.dropped", "contract.review", _DROPPED),
)
