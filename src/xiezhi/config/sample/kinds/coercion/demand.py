"""What the lives of execution begin with: the decision, its demand, what is proposed."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.coercion.parts import QUARRY
from xiezhi.config.sample.kinds.model import (
    PLAIN,
    Deed,
)

EXEMPT = Deed("handler", "review.exempt", PLAIN)
CLEAR: dict[str, Any] = {
    "decision_title": "责令改正违法行为决定书",
    "decision_number": "安环责改〔2026〕9号",
    "decided_on": "@-40",
    "served_on": "@-39",
    "perform_by": "@-9",
    "duty": "清除倾倒在青峦河河道内的石粉约 400 立方米，恢复河道原状。",
    "perform_how": "自行清运至指定消纳场所。",
    "statement_within": "收到本催告书之日起三日内",
}
RIVER = {"cause": "向河道倾倒石粉", "brief": "责令清除后逾期没有清除，汛期将至。"}
DEMAND = {**QUARRY, **RIVER, **CLEAR, "may_enforce": True, "perform_days": "10"}
DELIVERED = {
    "demand_served_on": "@",
    "mode": "direct",
    "served_at_place": "当事人办公室",
    "received_by": "尚某",
}
BASIS = [
    {"law": "水污染防治法", "article": "第八十五条第一款"},
    {"law": "行政强制法", "article": "第五十条"},
]
PROPOSED: dict[str, Any] = {
    **PLAIN,
    "outcome": "substitute",
    "gist": "代为清运河道石粉约 400 立方米",
    "reason": "当事人经催告仍不清除，石粉已经造成河道淤积和水体污染。",
    "basis": BASIS,
    "execution_time": "决定书送达后第五个工作日起，十日内完成",
    "endangers": True,
    "performer": "安澜市清源环境工程有限公司",
    "no_interest": True,
    "cost_budget": "68000.00",
    "object": "青峦河石场路段河道内的石粉。",
    "handler_opinion": "建议代履行。",
}
