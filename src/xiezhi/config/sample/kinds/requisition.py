"""Lives of requisitions: taken, given back and paid for; and not needed after all."""

from __future__ import annotations

from xiezhi.config.sample.kinds.model import (
    PLAIN,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)

REQUISITIONED = Life(
    "levy.requisition",
    kind="levy.requisition",
    agency="environment",
    unit="team",
    deeds=(
        Deed(
            "handler",
            "levy.begin_requisition",
            {
                "kind": "legal_person",
                "name": "安澜市通渠清淤服务有限公司",
                "code": "91990100MA00071042",
                "address": "安澜市西岭区工业三路 17 号",
                "legal_rep": "戚某",
                "cause": "水源地突发污染应急处置用车",
                "brief": "水源地上游发生泄漏，需要吸污车连夜处置。",
                "urgent": True,
                "need": "危险化学品泄漏威胁饮用水水源地，自有车辆不足，须立即截污。",
                "basis": [{"law": "突发事件应对法", "article": "第十二条"}],
            },
        ),
        Deed(
            "handler",
            "levy.hear_owner",
            {
                "spoke": "戚某，负责人",
                "stated": "支持应急处置，请求明确补偿标准。",
                "answered": "按当地租赁价格补偿，用后即还。",
            },
            days=0,
        ),
        Deed(
            "handler",
            "levy.propose_requisition",
            {
                **PLAIN,
                "outcome": "requisition",
                "property": [
                    {
                        "name": "吸污车",
                        "spec": "载重十二吨",
                        "quantity": "2",
                        "unit": "辆",
                        "state": "完好",
                        "value": "480000.00",
                    }
                ],
                "purpose": "水源地截污抽吸",
                "use_from": "@+1",
                "use_until": "@+6",
                "compensation_terms": "按使用台班和当地租赁价格补偿，毁损的据实补偿。",
            },
            days=0,
        ),
        Deed("handler", "review.submit", {"opinion": "情况紧急，提请即时审核。"}, days=0),
        Deed(
            "reviewer",
            "review.give_opinion",
            reviewed()[1].values,
            days=0,
        ),
        *(Deed(deed.who, deed.act, deed.values, days=0) for deed in decided_and_served()),
        *shown(),
        Deed(
            "handler",
            "levy.take_property",
            {
                "place": "被征用人停车场",
                "property": [
                    {
                        "name": "吸污车",
                        "spec": "载重十二吨",
                        "quantity": "2",
                        "unit": "辆",
                        "state": "完好",
                    }
                ],
            },
            days=0,
        ),
        Deed("unit_head", "decision.close", {"outcome": "已征用。"}, refused="REQ-2"),
        Deed(
            "handler",
            "levy.return_property",
            {
                "place": "被征用人停车场",
                "returned": [
                    {
                        "name": "吸污车",
                        "quantity": "2",
                        "unit": "辆",
                        "state": "完好，吸管磨损",
                        "harm": "一根吸管磨损",
                    }
                ],
            },
            days=6,
        ),
        Deed(
            "head",
            "levy.decide_compensation",
            {
                "compensation": [
                    {
                        "item": "台班补偿",
                        "base": "12",
                        "unit": "台班",
                        "rate": "1500",
                        "amount": "18000.00",
                    },
                    {
                        "item": "吸管更换",
                        "base": "1",
                        "unit": "根",
                        "rate": "860.50",
                        "amount": "860.50",
                    },
                ],
                "compensation_amount": "18860.50",
                "compensation_why": "按当地租赁价格和更换发票核定，双方无异议。",
            },
            days=2,
        ),
        Deed(
            "handler",
            "levy.pay_compensation",
            {"paid_amount": "18860.50", "voucher": "AL-BC-2026-009"},
        ),
        *closed("车辆已返还，补偿已支付。"),
    ),
)

NOT_REQUISITIONED = Life(
    "levy.requisition_none",
    kind="levy.requisition",
    agency="environment",
    unit="team",
    shown=False,
    deeds=(
        Deed(
            "handler",
            "levy.begin_requisition",
            {**REQUISITIONED.deeds[0].values, "urgent": False},
            refused="REQ-1",
        ),
        Deed("handler", "levy.begin_requisition", REQUISITIONED.deeds[0].values),
        Deed(
            "handler",
            "levy.propose_requisition",
            {**PLAIN, "outcome": "none", "not_needed_why": "邻市支援车辆已到位，不再需要征用。"},
        ),
        Deed("handler", "review.exempt", PLAIN),
        *decided_and_served(),
        *closed("不予征用。"),
    ),
)

LIVES = (REQUISITIONED, NOT_REQUISITIONED)
