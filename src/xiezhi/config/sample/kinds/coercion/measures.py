"""Lives of measures: seized, frozen, otherwise, refused, handed on; and taken on the spot."""

from __future__ import annotations

from xiezhi.config.sample.kinds.coercion.parts import (
    CONFISCATED,
    GOODS,
    HANDED,
    HOLDING,
    KEPT,
    PROPOSED,
    RETURNED,
    STORE,
    THERE,
)
from xiezhi.config.sample.kinds.model import (
    PLAIN,
    SERVED,
    Deed,
    Life,
    closed,
    reviewed,
    shown,
)

_MATTER = {"cause": "经营未经检疫的肉类", "brief": "检查发现冷库存放没有检疫证明的冷冻猪肉。"}
_OPENED = Deed("handler", "coercion.open_measure", {**STORE, **_MATTER})
_ISSUE = Deed("head", "decision.issue")
_SERVE = Deed("handler", "decision.serve", HANDED, days=0)
_EXEMPT = Deed("handler", "review.exempt", PLAIN)

SEIZED = Life(
    "coercion.seized",
    kind="coercion.measure",
    deeds=(
        _OPENED,
        Deed(
            "handler",
            "coercion.propose_measure",
            {**PROPOSED, "liberty": "yes"},
            days=0,
            refused="COE-3-2",
        ),
        Deed("handler", "coercion.propose_measure", {**PROPOSED, "days": "31"}, 0, refused="COE-4"),
        Deed("handler", "coercion.propose_measure", PROPOSED, days=0),
        Deed("handler", "coercion.carry_out", {**THERE, **KEPT}, days=0, refused="COE-1"),
        *reviewed(),
        _ISSUE,
        Deed(
            "handler",
            "coercion.carry_out",
            {**THERE, **KEPT, "party_present": False},
            refused="COE-1-4",
        ),
        Deed(
            "handler",
            "coercion.carry_out",
            {**THERE, **KEPT, "handed_over": False},
            days=0,
            refused="COE-6",
        ),
        Deed("handler", "coercion.carry_out", {**THERE, **KEPT}, days=0),
        _SERVE,
        *shown(),
        *HOLDING,
        CONFISCATED,
        Deed("unit_head", "decision.close", {"outcome": "已处理。"}, refused="COE-7-3"),
        RETURNED,
        *closed("猪肉没收，台账退还。"),
    ),
)

_ACCOUNT = {
    "frozen_bank": "安澜农商银行西埠支行",
    "frozen_account": "6200 0000 0000 0314",
    "frozen_amount": "86000.00",
    "involved_amount": "86000.00",
    "freeze_by_law": True,
}
_FREEZING = {
    **{k: v for k, v in PROPOSED.items() if k != "goods"},
    **_ACCOUNT,
    "outcome": "freeze",
    "gist": "冻结存款 86,000 元",
    "reason": "有证据证明正在转移涉案货款。",
}
FROZEN = Life(
    "coercion.frozen",
    kind="coercion.measure",
    deeds=(
        Deed(
            "handler",
            "coercion.open_measure",
            {**STORE, "cause": "转移涉案货款", "brief": "账户正在向关联人转出货款。"},
        ),
        Deed(
            "handler",
            "coercion.propose_measure",
            {**_FREEZING, "frozen_amount": "90000.00"},
            days=0,
            refused="COE-8-4",
        ),
        Deed("handler", "coercion.propose_measure", _FREEZING, days=0),
        *reviewed(),
        _ISSUE,
        Deed(
            "handler",
            "coercion.freeze",
            days=0,
        ),
        Deed("handler", "decision.serve", SERVED, days=2),
        *shown(),
        Deed(
            "head",
            "coercion.unfreeze",
            {"lift_ground": "not_needed", "lifted": "解除全部冻结。"},
            days=8,
        ),
        *closed("货款查清，解除冻结。"),
    ),
)
OTHER = Life(
    "coercion.other",
    kind="coercion.measure",
    deeds=(
        _OPENED,
        Deed(
            "handler",
            "coercion.propose_measure",
            {**PROPOSED, "outcome": "other", "gist": "封闭被污染的 3 号冷库入口"},
            days=0,
        ),
        _EXEMPT,
        _ISSUE,
        Deed("handler", "coercion.carry_out_other", THERE, days=0),
        _SERVE,
        Deed(
            "head",
            "coercion.lift",
            {"lift_ground": "not_needed", "lifted": "冷库已消毒，解除封闭。", "returned": True},
            days=5,
        ),
    ),
)
DECLINED = Life(
    "coercion.declined",
    kind="coercion.measure",
    deeds=(
        _OPENED,
        Deed("handler", "coercion.propose_measure", {**PROPOSED, "outcome": "seal"}, days=0),
        Deed(
            "head",
            "coercion.decline_measure",
            {"declined": "先行登记保存足以防止证据灭失，不需要查封"},
        ),
        *closed("没有采取强制措施。"),
    ),
    shown=False,
)
HANDED_ON = Life(
    "coercion.handed_on",
    kind="coercion.measure",
    deeds=(
        _OPENED,
        Deed("handler", "coercion.propose_measure", PROPOSED, days=0),
        _EXEMPT,
        _ISSUE,
        Deed("handler", "coercion.carry_out", {**THERE, **KEPT}, days=0),
        _SERVE,
        Deed(
            "handler",
            "coercion.hand_on",
            {"handed_to": "安澜市公安局", "handed_why": "涉嫌销售不符合安全标准的食品罪。"},
            days=3,
        ),
    ),
    shown=False,
)

_AT_ONCE = {
    **STORE,
    **_MATTER,
    **THERE,
    **KEPT,
    "gist": "当场扣押冷冻猪肉 120 箱、进货台账 2 册",
    "urgent_reason": "检查时发现正在装车转移。",
}
_APPROVED = {
    "reported_at": "@T10:00",
    "approved_at": "@T14:30",
    "head_opinion": "情况紧急，同意补办批准。",
}
_CONFIRMED = {k: v for k, v in PROPOSED.items() if k != "goods"}
AT_ONCE = Life(
    "coercion.at_once",
    kind="coercion.urgent",
    shown=False,  # told to the minute over one night, which a demonstration may find a Friday
    deeds=(
        Deed("handler", "coercion.act_at_once", _AT_ONCE),
        Deed("handler", "coercion.propose_measure", _CONFIRMED, days=0),
        Deed("handler", "review.exempt", PLAIN, days=0, refused="COE-2"),
        Deed(
            "head",
            "coercion.approve_afterwards",
            {**_APPROVED, "approved_at": "@T09:00"},
            days=0,
            refused="FLOW-DATE",
        ),
        Deed("head", "coercion.approve_afterwards", _APPROVED, days=0),
        Deed("handler", "review.exempt", PLAIN, days=0),
        Deed("head", "decision.issue", days=0),
        _SERVE,
        *shown(),
        *HOLDING,
        CONFISCATED,
        RETURNED,
        *closed("猪肉没收，台账退还。"),
    ),
)
NOT_APPROVED = Life(
    "coercion.not_approved",
    kind="coercion.urgent",
    deeds=(
        Deed("handler", "coercion.act_at_once", _AT_ONCE),
        Deed(
            "head",
            "coercion.refuse_afterwards",
            {"declined": "货物有检疫证明，不应当扣押"},
            days=0,
        ),
        Deed(
            "head",
            "coercion.lift",
            {
                "lift_ground": "not_approved",
                "lifted": "解除全部扣押。",
                "returned_to": "柯某",
                "returned": False,
            },
            days=0,
            refused="COE-7-2",
        ),
        Deed(
            "head",
            "coercion.lift",
            {
                "lift_ground": "not_approved",
                "lifted": "解除全部扣押。",
                "returned_to": "柯某",
                "returned": True,
            },
            days=0,
        ),
        *closed("没有批准，当天解除并退还。"),
    ),
)
DECLINED_LATER = Life(
    "coercion.declined_later",
    kind="coercion.urgent",
    deeds=(
        Deed("handler", "coercion.act_at_once", _AT_ONCE),
        Deed("head", "coercion.approve_afterwards", _APPROVED, days=0),
        Deed("handler", "coercion.propose_measure", {**_CONFIRMED, "goods": GOODS}, days=0),
        Deed("head", "coercion.decline_measure", {"declined": "改为先行登记保存"}),
        Deed(
            "handler",
            "coercion.hand_on",
            {"handed_to": "安澜市公安局", "handed_why": "另案涉嫌犯罪，随案移送。"},
        ),
    ),
    shown=False,
)
LIVES = (
    SEIZED,
    FROZEN,
    OTHER,
    DECLINED,
    HANDED_ON,
    AT_ONCE,
    NOT_APPROVED,
    DECLINED_LATER,
)
