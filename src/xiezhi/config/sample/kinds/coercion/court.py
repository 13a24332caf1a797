"""Lives before the court: executed after a complaint; paid when demanded."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.coercion.demand import DELIVERED
from xiezhi.config.sample.kinds.coercion.parts import DOCK
from xiezhi.config.sample.kinds.model import (
    Deed,
    Life,
    closed,
)

_COURT: dict[str, Any] = {
    **DOCK,
    "cause": "逾期不履行罚款决定",
    "brief": "罚款决定送达后没有缴纳，也没有申请复议、提起诉讼。",
    "no_power": True,
    "decision_title": "行政处罚决定书",
    "decision_number": "安环罚〔2025〕31号",
    "decided_on": "@-200d",
    "served_on": "@-199d",
    "perform_by": "@-180d",
    "duty": "缴纳罚款 30,000 元。",
    "perform_how": "缴至代收机构。",
    "principal": "30000.00",
    "fee_amount": "30000.00",
    "amount": "60000.00",
    "statement_within": "收到本催告书之日起三日内",
}
_APPLY: dict[str, Any] = {
    "court": "安澜市东埠区人民法院",
    "object": "罚款 30,000 元、加处罚款 30,000 元。",
    "facts": "当事人擅自排放含油废水。",
    "law_applied": [{"law": "水污染防治法", "article": "第八十三条第三项"}],
    "party_said": "当事人对决定没有提出意见。",
    "attachments": "处罚决定书、送达回证、催告书、催告书送达回证。",
    "remedies_unused": True,
    "head_signature": "同意申请。",
}
_TO_COURT = (
    Deed("handler", "coercion.demand_for_court", {**_COURT, "no_power": False}, refused="COE-10-5"),
    Deed("handler", "coercion.demand_for_court", _COURT, days=0),
    Deed("handler", "coercion.serve_demand", DELIVERED),
    Deed("head", "coercion.apply_to_court", _APPLY, days=10, refused="COE-15"),
    Deed("head", "coercion.apply_to_court", _APPLY),
)
COURT = Life(
    "coercion.court",
    kind="coercion.court",
    agency="environment",
    unit="team",
    deeds=(
        *_TO_COURT,
        Deed("handler", "coercion.court_accepts", {"accepted": "yes"}, days=4),
        Deed(
            "handler",
            "coercion.court_rules",
            {"ruling": "refuse", "ruled_on": "@", "ruling_number": "（2026）安 01 行审 8 号"},
            days=6,
        ),
        Deed(
            "head",
            "coercion.contest_ruling",
            {
                "upper_court": "安澜市中级人民法院",
                "objection": "处罚决定事实清楚，送达合法。",
                "head_signature": "同意申请复议。",
            },
            days=5,
        ),
        Deed("handler", "coercion.court_answers", {"answered": "execute"}, days=15),
        Deed(
            "handler",
            "coercion.court_executes",
            {"court_result": "执行到位 60,000 元，上缴国库"},
            days=20,
        ),
        *closed("法院执行完毕。"),
    ),
)
PAID = Life(
    "coercion.paid_when_demanded",
    kind="coercion.court",
    agency="environment",
    unit="team",
    deeds=(
        *_TO_COURT[1:3],
        Deed(
            "handler",
            "coercion.record_statement",
            {
                "said_by": "季某",
                "started_at": "@T10:00",
                "ended_at": "@T10:20",
                "place": "当事人办公室",
                "party_said": "三日内缴清。",
            },
        ),
        Deed(
            "handler",
            "coercion.recheck_statement",
            {"rechecked": "当事人承诺缴清。", "recheck_result": "partly"},
        ),
        Deed(
            "handler",
            "coercion.record_performance",
            {
                "performed_how": "self",
                "performance_detail": "缴清罚款和加处的罚款",
                "amount_received": "60000.00",
            },
            days=3,
        ),
        *closed("催告后自行履行。"),
    ),
    shown=False,
)
LIVES = (COURT, PAID)
