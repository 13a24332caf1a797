"""Lives of confirmations: supplemented and confirmed, denied, not accepted, withdrawn."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import (
    PLAIN,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)

_APPLIES: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市远帆电镀有限公司",
    "code": "91990100MA00071055",
    "address": "安澜市西岭区工业一路 22 号",
    "legal_rep": "侯某",
    "cause": "强制性清洁生产审核评估验收",
    "brief": "已完成强制性清洁生产审核和方案实施，申请评估验收。",
    "origin_kind": "application",
    "basis": [{"law": "清洁生产促进法", "article": "第二十七条"}],
    "materials": [
        {"name": "清洁生产审核报告", "copies": "1"},
        {"name": "方案实施证明", "copies": "1"},
    ],
    "as_in_guide": True,
}
_PROMISED = {"promised_on": "@+30"}

CONFIRMED = Life(
    "confirmation.clean",
    kind="confirmation.ordinary",
    agency="environment",
    unit="team",
    deeds=(
        Deed("handler", "confirmation.apply", _APPLIES),
        Deed(
            "handler",
            "confirmation.ask_supplement",
            {
                "lacking": [{"content": "验收期监测报告一份", "basis": "办事指南第三项"}],
                "supplement_by": "@+10",
                "all_told": True,
            },
        ),
        Deed("handler", "confirmation.accept", _PROMISED, refused="CONF-2"),
        Deed(
            "handler",
            "confirmation.receive_supplement",
            {"supplied": "验收期监测报告一份。"},
            days=3,
        ),
        Deed("handler", "confirmation.accept", _PROMISED),
        Deed(
            "handler",
            "confirmation.verify",
            {
                "place": "安澜市西岭区工业一路 22 号",
                "started_at": "@T09:00",
                "ended_at": "@T11:30",
                "verified": "中水回用和逆流漂洗设施运行正常，与报告一致。",
                "party_says": "没有意见。",
            },
            days=3,
        ),
        Deed(
            "handler",
            "confirmation.examine",
            {
                **PLAIN,
                "examined": "审核程序完整，方案全部实施，取水量下降百分之二十一。",
                "outcome": "confirm",
                "confirmed": "通过强制性清洁生产审核评估验收。",
                "valid_from": "@",
                "valid_until": "@+1825d",
                "gist": "通过清洁生产审核评估验收",
            },
            days=2,
        ),
        *reviewed(),
        Deed("head", "decision.issue"),
        Deed("handler", "confirmation.certify"),
        decided_and_served()[1],
        *shown(),
        *closed("予以确认，证书已发放。"),
    ),
)

DENIED = Life(
    "confirmation.denied",
    kind="confirmation.ordinary",
    agency="environment",
    unit="team",
    deeds=(
        Deed("handler", "confirmation.apply", {**_APPLIES, "as_in_guide": False}, refused="CONF-1"),
        Deed(
            "handler",
            "confirmation.apply",
            {**_APPLIES, "name": "安澜市南屏印染有限公司", "code": "91990100MA00071068"},
        ),
        Deed(
            "handler",
            "confirmation.examine",
            {**PLAIN, "examined": "材料齐全。", "outcome": "deny", "denied_why": "方案没有实施。"},
            refused="FLOW-ORDER",
        ),
        Deed("handler", "confirmation.accept", _PROMISED),
        Deed(
            "handler",
            "confirmation.examine",
            {
                **PLAIN,
                "examined": "三个中高费方案没有实施，审核目标没有达到。",
                "outcome": "deny",
                "denied_why": "方案没有全部实施，不符合评估验收条件；实施完成后可以重新申请。",
                "gist": "不予通过评估验收",
            },
            days=4,
        ),
        *reviewed(),
        *decided_and_served(),
        *shown(),
        *closed("不予确认。"),
    ),
)

NOT_ACCEPTED = Life(
    "confirmation.refused",
    kind="confirmation.ordinary",
    agency="environment",
    unit="team",
    shown=False,
    deeds=(
        Deed("handler", "confirmation.apply", _APPLIES),
        Deed(
            "unit_head",
            "confirmation.refuse",
            {"refused_why": "申请事项属于省级机关的职权，可以向其申请。"},
        ),
        *closed("不予受理。"),
    ),
)

WITHDRAWN = Life(
    "confirmation.withdrawn",
    kind="confirmation.ordinary",
    agency="environment",
    unit="team",
    shown=False,
    deeds=(
        Deed("handler", "confirmation.apply", _APPLIES),
        Deed("handler", "confirmation.accept", _PROMISED),
        Deed("handler", "confirmation.withdraw", {"withdrawn_why": "生产线将改造，暂不验收。"}),
        *closed("申请人撤回。"),
    ),
)

LIVES = (CONFIRMED, DENIED, NOT_ACCEPTED, WITHDRAWN)
