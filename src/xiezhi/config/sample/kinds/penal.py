"""What the lives of penalty cases share: the shop, the goods, the way to the notice."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import PLAIN, SERVED, Deed

SHOP: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市晴川粮油有限公司",
    "code": "91320105780688132K",
    "address": "安澜市东埠区临港路 18 号",
    "legal_rep": "韩某",
}
BREACHED = [{"law": "中华人民共和国食品安全法", "article": "第三十四条第十项"}]
APPLIED = [{"law": "中华人民共和国食品安全法", "article": "第一百二十四条第一款第五项"}]
PLACE = "安澜市东埠区临港路 18 号"
THERE = {"place": PLACE, "started_at": "@T09:10", "ended_at": "@T10:40"}
FACTS = "当事人销售标注虚假生产日期的食品 14 箱，货值 3,360 元。"
MAIL = {"channel": "email", "e_address": "office@example.cn"}
GOODS = [{"name": "食用油", "spec": "5 L", "quantity": "14", "unit": "箱"}]

#: Approved at ten, signed for by the police at half past four: within twenty-four hours.
APPROVED = Deed(
    "head", "casework.approve_transfer", {"approval": "同意移送", "approved_at": "@T10:00"}
)
HANDED_OVER = Deed(
    "handler",
    "casework.hand_over",
    {"materials": [{"name": "案件调查材料", "copies": "1 卷"}], "handed_at": "@T16:30"},
    days=0,
)


def beside(cause: str) -> Deed:
    """Another case of the same shop, opened on the same day."""
    clue = {**SHOP, "source": "inspection", "found_on": "@", "cause": cause, "brief": cause}
    return Deed("handler", "casework.register_clue", clue, days=0, aside=True)


def begun(cause: str) -> tuple[Deed, ...]:
    """登记、检查、立案."""
    return (
        Deed(
            "handler",
            "casework.register_clue",
            {
                **SHOP,
                "source": "inspection",
                "found_on": "@",
                "cause": cause,
                "place": PLACE,
                "brief": "检查发现外包装生产日期与喷码不符。",
            },
        ),
        Deed("handler", "casework.inspect", {**THERE, "found": FACTS}, days=0),
        Deed(
            "handler",
            "casework.propose_filing",
            {
                "officers": ["handler", "second"],
                "violation_ended_on": "@-2",
                "discovered_on": "@-2",
                "has_evidence": "yes",
                "punishable": "yes",
                "own_jurisdiction": "yes",
                "opinion": "建议立案调查。",
            },
            days=2,
        ),
        Deed("head", "casework.file_case"),
    )


def concluded(*penalties: dict[str, Any], refused: str = "", **more: Any) -> Deed:
    """调查终结."""
    report = {
        "outcome": "penalty",
        "facts": FACTS,
        "law_breached": BREACHED,
        "law_applied": APPLIED,
        "discretion": "符合一般裁量情形。",
        "penalties": list(penalties),
        **PLAIN,
        **more,
    }
    return Deed("handler", "casework.conclude", report, days=3, refused=refused)


def heard() -> tuple[Deed, ...]:
    """告知、送达、放弃."""
    return (
        Deed("head", "casework.give_notice"),
        Deed("handler", "casework.serve_notice", SERVED),
        Deed("handler", "casework.waive_statement", {"hearing_too": True}),
    )
