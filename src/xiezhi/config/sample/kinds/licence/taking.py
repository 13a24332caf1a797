"""撤回、撤销、注销 (许可法 arts. 8, 69, 70)."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.licence.parts import (
    ASKED,
    CERTIFICATE,
    CHEAT,
    CHECKED,
    EXEMPT,
    HANDLER,
    HEARING,
    statement,
)
from xiezhi.config.sample.kinds.model import (
    PLAIN,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)


def _begin(taking: str, ground: str, **more: Any) -> Deed:
    return Deed(
        HANDLER,
        "licence.begin_taking",
        {
            **CHEAT,
            **CERTIFICATE,
            "cause": "食品经营许可",
            "brief": "监督检查发现，取得许可时提交的场所租赁合同系伪造。",
            "taking": taking,
            "taking_ground": ground,
            "granted_on": "2025-06-10",
            "source": "inspection",
            **more,
        },
    )


_NOTICED = Deed(
    "unit_head",
    "licence.tell_taking",
    {
        "taking_facts": "申请时提交的场所租赁合同系伪造，出租人书面否认。",
        "basis": [{"law": "中华人民共和国行政许可法", "article": "第六十九条第二款"}],
        "hearing_right": True,
    },
)


def _taking(outcome: str, **more: Any) -> Deed:
    return Deed(
        HANDLER,
        "licence.propose_taking",
        {
            "taking_facts": "申请时提交的场所租赁合同系伪造，出租人书面否认。",
            "basis": [{"law": "中华人民共和国行政许可法", "article": "第六十九条第二款"}],
            "outcome": outcome,
            "reason": "以提供虚假材料的不正当手段取得许可，应当予以撤销。",
            "handler_opinion": "建议按上述意见处理。",
            **PLAIN,
            **more,
        },
    )


_HARMLESS = {"public_harm": "no", "damages": "没有造成损害。", "safety_matter": "yes"}
_STRUCK_OFF = Deed(
    HANDLER,
    "licence.deregister",
    {"certificate_back": "returned", "deregistered_on": "@"},
)
_WAIVED = Deed(
    HANDLER,
    "licence.hear_party",
    {**statement("licensee").values, "said_by": "顾某", "waives_hearing": True},
)
WITHDRAWAL = (
    Life(
        "licence.withdrawal.fraud",
        "licence.withdrawal",
        (
            _begin("revoke", "fraud"),
            CHECKED,
            _taking("revoke", **_HARMLESS),
            Deed(HANDLER, "review.submit", {"opinion": "提请审核。"}, refused="LIC-STATE"),
            _NOTICED,
            _WAIVED,
            _taking("revoke", **_HARMLESS),
            *reviewed(),
            *decided_and_served(),
            _STRUCK_OFF,
            *shown(),
            *closed("许可已经撤销，已办理注销手续。"),
        ),
    ),
    Life(
        "licence.withdrawal.recall",
        "licence.withdrawal",
        (
            _begin("recall", "situation_changed", brief="所在地块列入防洪工程用地。"),
            _NOTICED,
            *ASKED,
            _taking(
                "recall",
                for_the_public=True,
                compensation="搬迁损失经评估，由县人民政府依法补偿。",
                reason="所在地块列入防洪工程用地，准予许可所依据的客观情况发生重大变化。",
            ),
        ),
        shown=False,
    ),
    Life(
        "licence.withdrawal.hearing",
        "licence.withdrawal",
        (
            _begin("revoke", "unqualified"),
            _NOTICED,
            Deed(HANDLER, "licence.ask_hearing", {"asker": "顾某", "asked_why": "条件已经具备。"}),
            *HEARING,
            _taking(
                "revoke",
                hearing_said="听证中被许可人没有提出新的证据。",
                public_harm="no",
                damages="没有造成损害。",
            ),
        ),
        shown=False,
    ),
    Life(
        "licence.withdrawal.expired",
        "licence.withdrawal",
        (
            _begin("cancel", "expired", brief="许可有效期届满，没有申请延续。"),
            Deed("unit_head", "licence.tell_taking", _NOTICED.values, refused="LIC-CANCEL"),
            _taking("cancel", reason="有效期届满未延续。"),
            EXEMPT,
            *decided_and_served(),
            Deed("unit_head", "decision.close", {"outcome": "已送达。"}, refused="LIC-CANCEL-2"),
            _STRUCK_OFF,
            *shown(),
            *closed("已经注销。"),
        ),
    ),
    Life(
        "licence.withdrawal.nothing",
        "licence.withdrawal",
        (
            _begin("revoke", "procedure"),
            Deed(
                "unit_head",
                "licence.terminate",
                {"ended_as": "nothing_to_take", "ended_why": "经查，程序合法。"},
            ),
            *closed("不具有撤销的情形，终止。"),
        ),
        shown=False,
    ),
)
