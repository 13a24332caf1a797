"""Lives of levies and charges: paid, relieved, late, not due."""

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

_SEWAGE: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市碧湾水产加工有限公司",
    "code": "91990100MA0007102U",
    "address": "安澜市东埠区渔港路 60 号",
    "legal_rep": "姚某",
    "cause": "污水处理费",
    "brief": "自备水源取水，按取水量核定应缴的污水处理费。",
    "listed_as": "政府性基金和非税收入目录清单：污水处理费",
    "listed": True,
    "basis": [{"law": "城镇排水与污水处理条例", "article": "第三十二条第一款"}],
    "period": "2026年第一季度",
}
_SUM: dict[str, Any] = {
    **PLAIN,
    "duty_facts": "一季度自备水源取水计量 5200 立方米，有在线计量记录。",
    "outcome": "collect",
    "calculation": [
        {
            "item": "污水处理费",
            "base": "5200",
            "unit": "立方米",
            "rate": "1.40",
            "amount": "7280.00",
        }
    ],
    "amount": "7280.00",
    "pay_days": "15",
    "late_rate": "5",
}
_RADIO: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市云岫无损检测有限公司",
    "code": "91990100MA0007103Y",
    "address": "安澜市西岭区工业二路 9 号",
    "legal_rep": "裴某",
    "cause": "城市放射性废物送贮费",
    "brief": "废旧放射源送贮，按送贮数量收费。",
    "listed_as": "行政事业性收费目录清单：城市放射性废物送贮费",
    "listed": True,
    "basis": [{"law": "放射性污染防治法", "article": "第四十五条"}],
    "period": "2026年一次性送贮",
}
_RADIO_SUM: dict[str, Any] = {
    **_SUM,
    "duty_facts": "送贮废旧放射源三枚，有交接清单。",
    "calculation": [
        {"item": "废旧放射源送贮", "base": "3", "unit": "枚", "rate": "1200", "amount": "3600.00"}
    ],
    "amount": "3600.00",
    "late_rate": "5",
}


def _collected(family: str, matter: dict[str, Any], sum_: dict[str, Any]) -> tuple[Deed, ...]:
    """登记、核定、告知、听取意见、复核."""
    return (
        Deed("handler", f"{family}.register", matter),
        Deed("handler", f"{family}.assess", {**sum_, "amount": "1.00"}, refused="LEVY-2"),
        Deed("handler", f"{family}.assess", sum_),
        Deed("handler", f"{family}.notify", {"reply_by": "@+5", "signed_for": "经办人"}),
        Deed(
            "handler",
            f"{family}.record_statement",
            {"spoke": "财务负责人", "stated": "对计量数量有疑问，请求核对。"},
            days=2,
        ),
        Deed("handler", "review.submit", {"opinion": "提请审核。"}, refused="LEVY-3"),
        Deed(
            "handler",
            f"{family}.recheck_statement",
            {"answer_kind": "rejected", "answered": "经核对原始记录，数量无误，维持核定。"},
        ),
    )


LEVIED = Life(
    "levy.sewage",
    kind="levy.ordinary",
    agency="environment",
    unit="team",
    deeds=(
        *_collected("levy", _SEWAGE, _SUM),
        *reviewed(),
        *decided_and_served(),
        *shown(),
        Deed(
            "handler",
            "levy.apply_relief",
            {"relief_kind": "reduce", "relief_why": "受灾停产一个月，申请减征。"},
        ),
        Deed(
            "head",
            "levy.decide_relief",
            {
                "relief_answer": "granted",
                "relief_amount": "1280.00",
                "relief_basis": [{"law": "城镇排水与污水处理条例", "article": "第三十二条"}],
                "relief_reason": "受灾情况属实，符合减征规定。",
            },
            days=3,
        ),
        Deed("handler", "decision.record_payment", {"amount": "6100.00"}),
        Deed("unit_head", "decision.close", {"outcome": "已缴清。"}, refused="LEVY-7"),
        Deed(
            "head",
            "levy.refund",
            {
                "refund_amount": "100.00",
                "refund_why": "缴款时多缴一百元。",
                "refund_how": "原账户退回",
            },
        ),
        Deed(
            "handler",
            "levy.give_receipt",
            {"receipt_number": "AL-2026-00071", "receipt_amount": "6100.00"},
        ),
        *closed("已缴清，多缴的款项已退还。"),
    ),
)

LATE = Life(
    "levy.late",
    kind="levy.ordinary",
    agency="environment",
    unit="team",
    shown=False,
    deeds=(
        Deed("handler", "levy.register", _SEWAGE),
        Deed("handler", "levy.assess", _SUM),
        Deed("handler", "levy.notify", {"reply_by": "@+5"}),
        Deed(
            "handler",
            "levy.record_statement",
            {"spoke": "财务负责人", "no_objection": True, "stated": "没有异议。"},
        ),
        *reviewed(),
        *decided_and_served(),
        Deed("head", "levy.add_late_fee", {"late_days": "1", "late_fee": "3.64"}, refused="LEVY-4"),
        Deed("head", "levy.add_late_fee", {"late_days": "10", "late_fee": "36.40"}, days=17),
        Deed(
            "head",
            "levy.hand_over",
            {"execution_number": "另立强制执行案卷", "hand_over_why": "期限届满仍未缴纳。"},
        ),
        *closed("未缴清，已转入强制执行。"),
    ),
)

NOT_DUE = Life(
    "levy.not_due",
    kind="levy.ordinary",
    agency="environment",
    unit="team",
    shown=False,
    deeds=(
        Deed("handler", "levy.register", {**_SEWAGE, "listed": False}, refused="CHG-1"),
        Deed("handler", "levy.register", _SEWAGE),
        Deed(
            "handler",
            "levy.assess",
            {
                **PLAIN,
                "duty_facts": "本季度停产，没有取水记录。",
                "outcome": "none",
                "not_due_why": "没有取水，不产生应缴的费用。",
            },
        ),
        *reviewed(),
        *decided_and_served(),
        *shown(),
        *closed("不予征收。"),
    ),
)

CHARGED = Life(
    "charge.storage",
    kind="charge.ordinary",
    agency="environment",
    unit="team",
    deeds=(
        *_collected("charge", _RADIO, _RADIO_SUM),
        *reviewed(),
        *decided_and_served(),
        *shown(),
        Deed(
            "handler",
            "charge.apply_relief",
            {"relief_kind": "defer", "relief_why": "资金周转困难，申请缓缴。"},
        ),
        Deed(
            "head",
            "charge.decide_relief",
            {
                "relief_answer": "granted",
                "deferred_until": "@+20",
                "relief_basis": [{"law": "放射性污染防治法", "article": "第四十五条"}],
                "relief_reason": "情况属实，同意缓缴。",
            },
        ),
        Deed("handler", "decision.record_payment", {"amount": "3700.00"}),
        Deed(
            "head", "charge.refund", {"refund_amount": "100.00", "refund_why": "缴款时多缴一百元。"}
        ),
        Deed(
            "handler",
            "charge.give_receipt",
            {"receipt_number": "AL-2026-00072", "receipt_amount": "3700.00"},
        ),
        *closed("已缴清。"),
    ),
)

CHARGED_LATE = Life(
    "charge.late",
    kind="charge.ordinary",
    agency="environment",
    unit="team",
    shown=False,
    deeds=(
        Deed("handler", "charge.register", _RADIO),
        Deed("handler", "charge.assess", _RADIO_SUM),
        Deed("handler", "charge.notify", {"reply_by": "@+5"}),
        *(
            Deed(deed.who, deed.act, deed.values, days=6 if n == 0 else deed.days)
            for n, deed in enumerate(reviewed())
        ),
        *decided_and_served(),
        Deed("head", "charge.add_late_fee", {"late_days": "11", "late_fee": "19.80"}, days=17),
        Deed(
            "head",
            "charge.hand_over",
            {"execution_number": "另立强制执行案卷", "hand_over_why": "期限届满仍未缴纳。"},
        ),
        *closed("未缴清，已转入强制执行。"),
    ),
)

LIVES = (LEVIED, LATE, NOT_DUE, CHARGED, CHARGED_LATE)
