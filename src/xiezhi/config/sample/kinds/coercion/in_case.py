"""Seizures inside a penalty case: ordered, and on the spot; nothing of them stays open."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.coercion.parts import HOLDING, PROPOSED, THERE
from xiezhi.config.sample.kinds.model import PLAIN, Deed, Life, closed, decided_and_served, reviewed
from xiezhi.config.sample.kinds.penal import begun, concluded, heard

_OIL = [{"name": "食用油", "spec": "5 L", "quantity": "14", "unit": "箱"}]
_THERE: dict[str, Any] = {
    **THERE,
    "place": "安澜市东埠区临港路 18 号",
    "found": "清点食用油 14 箱，装车运至本机关仓库。",
    "goods": _OIL,
    "kept_at": "本机关仓库",
    "handed_over": True,
}
_ORDER = {
    **{key: value for key, value in PROPOSED.items() if key != "handler_opinion"},
    "gist": "扣押食用油 14 箱",
    "reason": "涉案食用油标注虚假生产日期，需要防止销售、转移。",
    "goods": _OIL,
}
_LIFTED = {
    "lift_ground": "unrelated",
    "lifted": "与违法行为无关的食用油 2 箱。",
    "returned_to": "韩某",
    "returned": True,
}
_CONFISCATED = {
    "disposal": "confiscated",
    "disposed": "没收食用油 14 箱。",
    "disposal_basis": [{"law": "食品安全法", "article": "第一百二十四条第一款"}],
}

ORDERED = Life(
    "coercion.in_case",
    kind="penalty.general",
    deeds=(
        *begun("经营虚假标注生产日期的食用油"),
        Deed(
            "head",
            "coercion.seize",
            {**_ORDER, **PLAIN, "public_interest": "unknown"},
            refused="REV-GATE",
        ),
        Deed("head", "coercion.seize", _ORDER, days=0),
        Deed("handler", "coercion.carry_out", _THERE, days=0),
        *(deed for deed in HOLDING if deed.act != "coercion.dispose_early"),
        concluded(
            {"kind": "fine", "amount": "20000"},
            {"kind": "confiscate_goods", "amount": "3360", "content": "没收食用油 14 箱"},
        ),
        *heard(),
        *reviewed(),
        *decided_and_served(),
        Deed("handler", "decision.record_payment", {"amount": "20000"}, days=3),
        Deed(
            "handler",
            "decision.dispose_goods",
            {
                "goods": _OIL,
                "disposal": "destroyed",
                "place": "市环保处置中心",
                "disposed_how": "全部无害化处理。",
                "witness": "监销人郑某",
            },
        ),
        Deed("unit_head", "decision.close", {"outcome": "已缴款。"}, refused="COE-7-3"),
        Deed("head", "coercion.dispose", _CONFISCATED, days=0),
        *closed("罚款缴清，扣押的食用油没收。"),
    ),
)
AT_ONCE = Life(
    "coercion.in_case_at_once",
    kind="penalty.general",
    deeds=(
        *begun("未按规定贮存食用油"),
        Deed(
            "handler",
            "coercion.seize_at_once",
            {**_THERE, "gist": "扣押食用油 14 箱", "urgent_reason": "当事人正在装车转移。"},
        ),
        Deed("head", "coercion.seize", _ORDER, days=0, refused="COE-2"),
        Deed(
            "head",
            "coercion.approve_afterwards",
            {
                "reported_at": "@T11:30",
                "approved_at": "@T16:00",
                "head_opinion": "情况紧急，同意。",
            },
            days=0,
        ),
        Deed("head", "coercion.seize", {**_ORDER, "goods": []}, days=0),
        Deed("head", "coercion.lift", {**_LIFTED, "partial": True}, days=3),
        Deed(
            "handler",
            "coercion.seize_at_once",
            {**_THERE, "gist": "扣押发货单一本", "urgent_reason": "当事人正在撕毁。"},
        ),
        Deed("head", "coercion.lift", _LIFTED, days=0, refused="COE-7"),
        Deed(
            "head",
            "coercion.refuse_afterwards",
            {"declined": "发货单可以复制提取，不需要扣押"},
            days=0,
        ),
        Deed(
            "head",
            "coercion.lift",
            {**_LIFTED, "lift_ground": "not_approved", "lifted": "发货单一本。", "batch": "2"},
            days=0,
        ),
        concluded({"kind": "fine", "amount": "6000"}),
        *heard(),
        *reviewed(),
        *decided_and_served(),
        Deed("handler", "decision.record_payment", {"amount": "6000"}),
        Deed("head", "coercion.dispose", _CONFISCATED, days=0, refused="COE-7-3"),
        Deed(
            "head",
            "coercion.lift",
            {**_LIFTED, "lift_ground": "decided", "lifted": "其余食用油 12 箱。"},
            days=0,
        ),
        *closed("罚款缴清，食用油退还。"),
    ),
    shown=False,
)
LIVES = (ORDERED, AT_ONCE)
