"""Lives of execution for money: transferred, auctioned, a late fee."""

from __future__ import annotations

from xiezhi.config.sample.kinds.coercion.demand import DELIVERED, DEMAND, EXEMPT, PROPOSED
from xiezhi.config.sample.kinds.model import (
    Deed,
    Life,
    decided_and_served,
)

_MONEY = {
    **DEMAND,
    "cause": "逾期不缴纳排污罚款",
    "brief": "罚款决定送达后逾期不缴，已加处罚款。",
    "decision_title": "行政处罚决定书",
    "decision_number": "安环罚〔2025〕47号",
    "decided_on": "@-80",
    "served_on": "@-79",
    "perform_by": "@-60",
    "duty": "缴纳罚款 40,000 元。",
    "perform_how": "缴至代收机构。",
    "principal": "40000.00",
    "fee_amount": "40000.00",
    "amount": "80000.00",
}
_TAKEN = {
    **PROPOSED,
    "outcome": "transfer",
    "gist": "划拨存款 80,000 元",
    "reason": "加处罚款超过三十日，经催告仍不缴纳。",
    "fee_from": "@-40",
    "basis": [{"law": "行政强制法", "article": "第四十六条第一款"}],
    "execution_time": "决定书送达后立即执行",
    "transfer_by_law": True,
}
TRANSFERRED = Life(
    "coercion.transferred",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed(
            "handler", "coercion.demand", {**_MONEY, "fee_amount": "40000.01"}, refused="COE-11-2"
        ),
        Deed("handler", "coercion.demand", _MONEY, days=0),
        Deed("handler", "coercion.serve_demand", DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            {**_TAKEN, "fee_from": "@-30d"},
            days=11,
            refused="COE-11",
        ),
        Deed("handler", "coercion.propose_execution", _TAKEN, days=0),
        EXEMPT,
        *decided_and_served(),
        Deed(
            "head",
            "coercion.agree",
            {
                "terms": "两个月内分两期缴清 80,000 元。",
                "fee_reduced": "5000.00",
                "harms_nobody": True,
            },
            refused="COE-18",
        ),
        Deed(
            "head",
            "coercion.agree",
            {
                "terms": "两个月内分两期缴清 75,000 元。",
                "fee_reduced": "5000.00",
                "remedied": True,
                "harms_nobody": True,
            },
            days=0,
        ),
        Deed(
            "head",
            "coercion.resume",
            {"resume_ground": "agreement_broken", "resume_reason": "第一期逾期没有缴纳。"},
            days=20,
        ),
        Deed(
            "handler",
            "coercion.order_transfer",
            {
                "transfer_bank": "安澜农商银行北山支行",
                "transfer_account": "6200 0000 0000 0271",
                "transfer_amount": "80000.00",
                "treasury": "安澜市财政局非税收入专户",
            },
        ),
        Deed(
            "handler",
            "coercion.record_performance",
            {"performed_how": "enforced", "performance_detail": "划拨 80,000 元"},
            refused="COE-11-6",
        ),
        Deed(
            "handler",
            "coercion.record_performance",
            {
                "performed_how": "enforced",
                "performance_detail": "划拨 80,000 元",
                "amount_received": "80000.00",
                "remitted": True,
            },
            days=0,
        ),
    ),
    shown=False,
)
AUCTIONED = Life(
    "coercion.auctioned",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed("handler", "coercion.demand", _MONEY),
        Deed("handler", "coercion.serve_demand", DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            {**_TAKEN, "outcome": "auction", "gist": "拍卖查封的破碎机一台"},
            days=11,
        ),
        EXEMPT,
        *decided_and_served(),
        Deed(
            "handler",
            "coercion.entrust_auction",
            {"auctioneer": "安澜市公信拍卖有限公司", "auctioned": "查封的破碎机一台。"},
        ),
        Deed(
            "head",
            "coercion.terminate",
            {"end_ground": "revoked", "end_reason": "处罚决定经行政复议撤销。"},
            days=10,
        ),
    ),
    shown=False,
)
LATE_FEE = Life(
    "coercion.late_fee",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed("handler", "coercion.demand", {**_MONEY, "fee_amount": "", "amount": "40000.00"}),
        Deed("handler", "coercion.serve_demand", DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            {
                **_TAKEN,
                "outcome": "late_fee",
                "gist": "每日按百分之三加处罚款",
                "fee_rate": "每日百分之三",
                "fee_amount": "14400.00",
                "fee_from": "@-12d",
            },
            days=11,
        ),
        EXEMPT,
        *decided_and_served(),
        Deed(
            "handler",
            "coercion.record_performance",
            {"performed_how": "self", "performance_detail": "当事人缴清罚款和加处的罚款"},
            days=4,
        ),
    ),
    shown=False,
)
LIVES = (TRANSFERRED, AUCTIONED, LATE_FEE)
