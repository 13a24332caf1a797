"""Lives of execution: a substitution, a removal, a clearing at once."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.coercion.demand import DELIVERED, DEMAND, PROPOSED
from xiezhi.config.sample.kinds.coercion.parts import DOCK
from xiezhi.config.sample.kinds.model import (
    PLAIN,
    SERVED,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)

_SITE: dict[str, Any] = {
    "place": "青峦河石场路段",
    "started_at": "@T08:30",
    "ended_at": "@T17:00",
    "party_present": True,
    "supplies": "no",
    "supervisor": "严河清",
    "peaceful": True,
    "cost_actual": "66500.00",
    "told": "宣读代履行决定书，告知陈述、申辩的权利。",
    "executed": "代履行人清运石粉 398 立方米，三方签字确认。",
}
_PERFORMED = {"performed_how": "enforced", "performance_detail": "石粉清运完毕，河道恢复原状"}


def _proposed(**changed: Any) -> Deed:
    return Deed("handler", "coercion.propose_execution", {**PROPOSED, **changed})


SUBSTITUTED = Life(
    "coercion.substituted",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed(
            "handler",
            "coercion.demand",
            {**DEMAND, "may_enforce": False},
            refused="COE-10-5",
        ),
        Deed("handler", "coercion.demand", DEMAND, days=0),
        Deed("handler", "coercion.serve_demand", DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            PROPOSED,
            days=10,
            refused="COE-10-3",
        ),
        Deed(
            "handler",
            "coercion.record_statement",
            {
                "said_by": "尚某",
                "started_at": "@T09:00",
                "ended_at": "@T09:40",
                "place": "生态环境执法支队",
                "party_said": "设备故障，请求再宽限一个月。",
            },
        ),
        Deed("handler", "coercion.propose_execution", PROPOSED, days=0, refused="COE-10-2"),
        Deed(
            "handler",
            "coercion.recheck_statement",
            {
                "rechecked": "现场核查，当事人有两台可用设备，没有开始清除。",
                "recheck_result": "rejected",
            },
        ),
        _proposed(),
        *reviewed(),
        *decided_and_served(),
        *shown(),
        Deed(
            "handler",
            "coercion.announce_execution",
            {"announced": "自公告之日起禁止在该河段停放车辆。", "posted_at": "石场路段两端"},
        ),
        Deed("handler", "coercion.execute", _SITE, refused="COE-14"),
        Deed("handler", "coercion.remind_substitution", {"substitute_on": "@+3"}, days=0),
        Deed("handler", "coercion.execute", _SITE, days=2, refused="COE-14"),
        Deed(
            "handler",
            "coercion.execute",
            {**_SITE, "started_at": "@T05:30"},
            days=1,
            refused="COE-12-3",
        ),
        Deed("handler", "coercion.execute", {**_SITE, "supplies": "yes"}, 0, refused="COE-12-2"),
        Deed("handler", "coercion.execute", _SITE, days=0),
        Deed("handler", "coercion.record_performance", _PERFORMED),
        *closed("代履行完毕，费用由当事人承担。"),
    ),
)

_SHED = {
    **DEMAND,
    "cause": "违法建设堆料棚",
    "brief": "河道管理范围内违法建设堆料棚，责令拆除后逾期没有拆除。",
    "decision_title": "责令限期拆除决定书",
    "decided_on": "@-230d",
    "served_on": "@-229d",
    "perform_by": "@-200d",
    "duty": "拆除河道管理范围内的堆料棚约 260 平方米。",
    "perform_how": "自行拆除并清运。",
}
_REMOVED = {
    **PROPOSED,
    "outcome": "demolish",
    "gist": "拆除堆料棚约 260 平方米",
    "reason": "当事人在法定期限内没有申请复议、提起诉讼，又不拆除。",
    "remedies_unused": True,
}
DEMOLISHED = Life(
    "coercion.demolished",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed("handler", "coercion.demand", _SHED),
        Deed("handler", "coercion.serve_demand", DELIVERED),
        Deed("handler", "coercion.propose_execution", _REMOVED, days=11, refused="COE-13"),
        Deed(
            "head",
            "coercion.announce_removal",
            {
                "building": "石场路 2 号北侧堆料棚，钢架结构，约 260 平方米。",
                "remove_by": "@+5",
                "posted_at": "堆料棚入口和镇政府公告栏",
            },
            days=0,
        ),
        Deed("handler", "coercion.propose_execution", _REMOVED, days=5, refused="COE-13"),
        Deed("handler", "coercion.propose_execution", _REMOVED),
        Deed("handler", "review.exempt", PLAIN, days=0, refused="REV-DEMOLISH"),
        *reviewed(),
        *decided_and_served(),
        Deed(
            "head",
            "coercion.suspend",
            {"suspend_ground": "third_party", "suspend_reason": "第三人主张棚内设备的所有权。"},
        ),
        Deed("handler", "coercion.execute", _SITE, refused="COE-17-2"),
        Deed(
            "head",
            "coercion.resume",
            {"resume_ground": "suspension_over", "resume_reason": "设备已由第三人取走。"},
            days=5,
        ),
        Deed("handler", "coercion.execute", {**_SITE, "cost_actual": "21000.00"}),
        Deed(
            "head",
            "coercion.reverse",
            {"reverse_ground": "wrong", "restored": "误拆的水管恢复原状。"},
            days=3,
        ),
        Deed(
            "handler",
            "coercion.record_performance",
            {"performed_how": "enforced", "performance_detail": "堆料棚拆除完毕"},
        ),
        *closed("强制拆除完毕。"),
    ),
)

_URGENT_SPILL = {
    **PROPOSED,
    "outcome": "substitute_now",
    "gist": "立即清除航道内漂浮的木材",
    "reason": "漂浮木材堵塞航道，当事人没有能力清除。",
    "must_be_cleared": True,
    "endangers": False,
}
AT_ONCE = Life(
    "coercion.cleared_at_once",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed("handler", "coercion.demand", {**DEMAND, **DOCK, "cause": "木材散落航道"}),
        Deed("handler", "coercion.propose_execution", _URGENT_SPILL, days=0),
        Deed("handler", "review.exempt", PLAIN, days=0),
        Deed("head", "decision.issue", days=0),
        Deed(
            "handler",
            "coercion.execute",
            {
                **_SITE,
                "started_at": "@T21:30",
                "ended_at": "@T23:30",
                "urgent": True,
                "urgent_reason": "涨潮前不清除将撞击引航设施。",
            },
            days=0,
        ),
        Deed("handler", "decision.serve", SERVED),
    ),
    shown=False,
)

LIVES = (SUBSTITUTED, DEMOLISHED, AT_ONCE)
