"""Supervision by the justice bureau: decided and carried out, put right, nothing found."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import Deed, Life, closed
from xiezhi.config.sample.numbers import organ_code

_LEAD: dict[str, Any] = {
    "kind": "other_organisation",
    "name": "安澜市生态环境局",
    "code": organ_code(82),
    "address": "安澜市东埠区海晏路 40 号",
    "cause": "扣押物品超过法定期限没有处理",
    "brief": "案卷评查发现三件案件的扣押物品超过三十日，没有延长、没有解除。",
    "lead_kind": "file_review",
    "lead_case": "安环立〔2026〕3号等三件",
}
_TWO: dict[str, Any] = {
    "supervisor_one": "何砚秋",
    "certificate_one": "9901000001",
    "supervisor_two": "管澜",
    "certificate_two": "9901000002",
}
_INQUIRED: dict[str, Any] = {
    "certificates_shown": True,
    "inquiry_method": "files",
    "inquiry_of": "三件案卷",
    "inquiry_result": "扣押决定书、清单齐全，没有延长和解除的文书。",
}
_NOTICED = {"notice_said": "说明三件案件扣押物品的处理情况并自查。", "reply_days": "10"}
_ADVISED: dict[str, Any] = {
    "problems": "三件案件扣押期限届满后没有作出处理决定。",
    "problem_basis": "《中华人民共和国行政强制法》第二十五条、第二十七条、第二十八条。",
    "correction_asked": "立即解除扣押、退还物品，全面清查在扣物品。",
}
_SAID = {"agency_said": "两件已经解除，一件待定。"}
_CORRECTED: dict[str, Any] = {"corrected": "partly", "corrected_said": "仍有一件没有解除。"}
_ORDER: dict[str, Any] = {
    "supervision_outcome": "perform",
    "decision_facts": "期满仍有一件没有解除扣押。",
    "decision_said": "责令解除扣押并退还物品。",
    "perform_by": "@+10",
}
_TWICE = {**_TWO, "supervisor_two": "何砚秋"}
_BEGUN = (
    Deed("supervisor", "supervision.register_lead", _LEAD),
    Deed("supervisor", "supervision.assign", _TWICE, refused="SUV-22"),
    Deed("supervisor", "supervision.assign", _TWO),
)
_DECIDED = (
    *_BEGUN,
    Deed("supervisor", "supervision.give_opinion", _ADVISED, refused="SUV-23"),
    Deed("supervisor", "supervision.inquire", _INQUIRED, days=2),
    Deed("supervisor", "supervision.give_notice", _NOTICED),
    Deed("supervisor", "supervision.give_opinion", _ADVISED, days=3, refused="SUV-REPLY"),
    Deed("head", "supervision.answer", _SAID, refused="ROLE"),
    Deed("their_handler", "supervision.answer", _SAID, refused="ROLE"),
    Deed("their_head", "casework.name_answerers", {"people": ["their_handler"]}, days=0),
    Deed("their_handler", "supervision.answer", _SAID),
    Deed("supervisor", "supervision.give_opinion", _ADVISED, days=2),
    Deed(
        "supervisor",
        "supervision.interview",
        {
            "interviewed": "安澜市生态环境局负责人",
            "interview_said": "指出扣押物品管理的问题。",
            "interview_promised": "十日内全面清查。",
        },
        days=2,
    ),
    Deed("head", "supervision.decide", _ORDER, refused="SUV-28"),
    Deed("their_handler", "supervision.report_correction", _CORRECTED, days=14),
    Deed("supervisor", "supervision.record_correction", _CORRECTED),
    Deed("head", "supervision.decide", _ORDER, days=10),
    Deed("unit_head", "decision.close", {"outcome": "已决定。"}, refused="SUV-29-2"),
    Deed("their_head", "supervision.report_execution", {"execution_said": "已经退还。"}, days=8),
    Deed(
        "supervisor",
        "supervision.follow_up",
        {"followed_up": "现场核对，物品已经退还当事人。", "all_corrected": True},
        days=5,
    ),
    *closed("监督决定已经执行。"),
)
_PUT_RIGHT = (
    *_BEGUN,
    Deed("supervisor", "supervision.inquire", _INQUIRED),
    Deed("supervisor", "supervision.give_opinion", _ADVISED),
    Deed(
        "supervisor",
        "supervision.record_correction",
        {"corrected": "yes", "corrected_said": "全部解除并退还，已经建立台账。"},
        days=12,
    ),
    Deed("head", "supervision.decide", _ORDER, days=20, refused="SUV-29"),
    *closed("被监督机关已经自行纠正。"),
)
_NOTHING = (
    Deed(
        "supervisor",
        "supervision.register_lead",
        {**_LEAD, "lead_kind": "complaint", "cause": "投诉执法人员没有出示证件"},
    ),
    Deed("supervisor", "supervision.assign", _TWO),
    Deed("supervisor", "supervision.inquire", {**_INQUIRED, "inquiry_result": "音像完整。"}),
    Deed("supervisor", "supervision.find_nothing", {"nothing_why": "音像记录显示已经出示证件。"}),
    *closed("投诉不实。"),
)

#: The agency has no desk here: what it sends on paper is entered by the bureau.
_ON_PAPER = (
    Deed(
        "supervisor",
        "supervision.register_lead",
        {**_LEAD, "name": "安澜市港航管理处", "code": organ_code(83)},
    ),
    Deed("supervisor", "supervision.assign", _TWO),
    Deed("supervisor", "supervision.give_notice", _NOTICED),
    Deed("their_head", "supervision.answer", _SAID, refused="ROLE"),
    Deed("supervisor", "supervision.receive_reply", _SAID),
    Deed("supervisor", "supervision.give_opinion", _ADVISED),
    Deed("supervisor", "supervision.record_correction", _CORRECTED, days=20),
    Deed("head", "supervision.decide", _ORDER, days=12),
    Deed("supervisor", "supervision.receive_report", {"execution_said": "已经退还。"}, days=8),
    Deed(
        "supervisor",
        "supervision.follow_up",
        {"followed_up": "现场核对，物品已经退还当事人。", "all_corrected": True},
    ),
    *closed("监督决定已经执行。"),
)

LIVES = (
    Life("supervision.decided", "supervision.instrument", _DECIDED, agency="justice", unit="desk"),
    Life(
        "supervision.put_right", "supervision.instrument", _PUT_RIGHT, agency="justice", unit="desk"
    ),
    Life("supervision.nothing", "supervision.instrument", _NOTHING, agency="justice", unit="desk"),
    Life(
        "supervision.on_paper",
        "supervision.instrument",
        _ON_PAPER,
        agency="justice",
        unit="desk",
        shown=False,
    ),
)
