"""Lives of execution: a substitution, a removal, money taken, an agreement; and the court."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.coercion.parts import DOCK, QUARRY
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

_EXEMPT = Deed("handler", "review.exempt", PLAIN)
_CLEAR: dict[str, Any] = {
    "decision_title": "责令改正违法行为决定书",
    "decision_number": "安环责改〔2026〕9号",
    "decided_on": "@-40",
    "served_on": "@-39",
    "perform_by": "@-9",
    "duty": "清除倾倒在青峦河河道内的石粉约 400 立方米，恢复河道原状。",
    "perform_how": "自行清运至指定消纳场所。",
    "statement_within": "收到本催告书之日起三日内",
}
_RIVER = {"cause": "向河道倾倒石粉", "brief": "责令清除后逾期没有清除，汛期将至。"}
_DEMAND = {**QUARRY, **_RIVER, **_CLEAR, "may_enforce": True, "perform_days": "10"}
_DELIVERED = {
    "demand_served_on": "@",
    "mode": "direct",
    "served_at_place": "当事人办公室",
    "received_by": "尚某",
}
_BASIS = [
    {"law": "水污染防治法", "article": "第八十五条第一款"},
    {"law": "行政强制法", "article": "第五十条"},
]
_PROPOSED: dict[str, Any] = {
    **PLAIN,
    "outcome": "substitute",
    "gist": "代为清运河道石粉约 400 立方米",
    "reason": "当事人经催告仍不清除，石粉已经造成河道淤积和水体污染。",
    "basis": _BASIS,
    "execution_time": "决定书送达后第五个工作日起，十日内完成",
    "endangers": True,
    "performer": "安澜市清源环境工程有限公司",
    "no_interest": True,
    "cost_budget": "68000.00",
    "object": "青峦河石场路段河道内的石粉。",
    "handler_opinion": "建议代履行。",
}
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
_PERFORMED = {"performed_how": "enforced", "performance_detail": "石粉清运完毕，河道恢复原状。"}


def _proposed(**changed: Any) -> Deed:
    return Deed("handler", "coercion.propose_execution", {**_PROPOSED, **changed})


SUBSTITUTED = Life(
    "coercion.substituted",
    kind="coercion.execution",
    agency="environment",
    unit="team",
    deeds=(
        Deed(
            "handler",
            "coercion.demand",
            {**_DEMAND, "may_enforce": False},
            refused="COE-10-5",
        ),
        Deed("handler", "coercion.demand", _DEMAND, days=0),
        Deed("handler", "coercion.serve_demand", _DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            _PROPOSED,
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
        Deed("handler", "coercion.propose_execution", _PROPOSED, days=0, refused="COE-10-2"),
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
    **_DEMAND,
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
    **_PROPOSED,
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
        Deed("handler", "coercion.serve_demand", _DELIVERED),
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
            {"performed_how": "enforced", "performance_detail": "堆料棚拆除完毕。"},
        ),
        *closed("强制拆除完毕。"),
    ),
)

_MONEY = {
    **_DEMAND,
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
    **_PROPOSED,
    "outcome": "transfer",
    "gist": "划拨存款 80,000 元",
    "reason": "加处罚款超过三十日，经催告仍不缴纳。",
    "fee_from": "@-40",
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
        Deed("handler", "coercion.serve_demand", _DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            {**_TAKEN, "fee_from": "@-30d"},
            days=11,
            refused="COE-11",
        ),
        Deed("handler", "coercion.propose_execution", _TAKEN, days=0),
        _EXEMPT,
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
            {"performed_how": "enforced", "performance_detail": "划拨 80,000 元。"},
            refused="COE-11-6",
        ),
        Deed(
            "handler",
            "coercion.record_performance",
            {
                "performed_how": "enforced",
                "performance_detail": "划拨 80,000 元。",
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
        Deed("handler", "coercion.serve_demand", _DELIVERED),
        Deed(
            "handler",
            "coercion.propose_execution",
            {**_TAKEN, "outcome": "auction", "gist": "拍卖查封的破碎机一台"},
            days=11,
        ),
        _EXEMPT,
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
        Deed("handler", "coercion.serve_demand", _DELIVERED),
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
        _EXEMPT,
        *decided_and_served(),
        Deed(
            "handler",
            "coercion.record_performance",
            {"performed_how": "self", "performance_detail": "当事人缴清罚款和加处的罚款。"},
            days=4,
        ),
    ),
    shown=False,
)
_URGENT_SPILL = {
    **_PROPOSED,
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
        Deed("handler", "coercion.demand", {**_DEMAND, **DOCK, "cause": "木材散落航道"}),
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
    "amount": "60000.00",
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
    Deed("handler", "coercion.serve_demand", _DELIVERED),
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
                "ruling_number": "（2026）安 01 行审 8 号",
                "objection": "处罚决定事实清楚，送达合法。",
                "head_signature": "同意申请复议。",
            },
            days=5,
        ),
        Deed("handler", "coercion.court_answers", {"answered": "execute"}, days=15),
        Deed(
            "handler",
            "coercion.court_executes",
            {"court_result": "执行到位 60,000 元，上缴国库。"},
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
                "performance_detail": "缴清罚款和加处的罚款。",
                "amount_received": "60000.00",
            },
            days=3,
        ),
        *closed("催告后自行履行。"),
    ),
    shown=False,
)
LIVES = (
    SUBSTITUTED,
    DEMOLISHED,
    TRANSFERRED,
    AUCTIONED,
    LATE_FEE,
    AT_ONCE,
    COURT,
    PAID,
)
