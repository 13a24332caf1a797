"""Reconsiderations, told by the agency whose act is contested."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import Deed, Life, closed
from xiezhi.config.sample.numbers import company_code

_NOTICE: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市云禾餐饮管理有限公司",
    "code": company_code(801),
    "cause": "罚款 20,000 元的行政处罚决定",
    "brief": "申请人认为货值金额认定有误，没有听取陈述、申辩，请求撤销。",
    "review_body": "安澜市人民政府",
    "came": "notice",
    "procedure": "ordinary",
    "notice_ref": "安政复答通〔2026〕6号",
    "contested_on": "@-25",
}
_DRAFT: dict[str, Any] = {
    "reply_facts": "2026 年 2 月现场检查发现申请人经营超过保质期的食品。",
    "reply_law": "《中华人民共和国食品安全法》第三十四条第十项、第一百二十四条。",
    "reply_procedure": "立案、调查、告知、审核、决定、送达均依法办理。",
    "reply_evidence": "1. 现场笔录；2. 照片；3. 询问笔录；4. 送达回证。",
    "reply_request": "请求维持原行政处罚决定。",
    "newest_evidence_on": "@-30",
}
_SELF_MADE = {**_DRAFT, "newest_evidence_on": "@"}
_ANSWERED = (
    Deed("handler", "reconsideration.open_reply", _NOTICE),
    Deed("handler", "reconsideration.draft_reply", _SELF_MADE, days=2, refused="REM-10"),
    Deed("handler", "reconsideration.draft_reply", _DRAFT),
    Deed("head", "reconsideration.submit_reply", days=3),
    Deed(
        "handler",
        "reconsideration.attend_hearing",
        {"our_head_attended": True, "attended_by": "程某、周某"},
        days=10,
    ),
    Deed(
        "handler",
        "reconsideration.enter_outcome",
        {
            "result": "remake",
            "result_ref": "安政复决〔2026〕5号",
            "to_perform": True,
            "perform_until": "@+30d",
        },
        days=15,
    ),
    Deed(
        "handler",
        "reconsideration.receive_letter",
        {"letter_ref": "安政复意〔2026〕2号", "letter_said": "多个案件没有制作送达回证。"},
    ),
    Deed("unit_head", "decision.close", {"outcome": "已收到决定。"}, refused="REC-77-1"),
    Deed(
        "handler",
        "reconsideration.carry_out",
        {"carried_how": "重新作出不予行政处罚决定。", "carried_out": True},
        days=10,
    ),
    Deed(
        "head",
        "reconsideration.report_correction",
        {"corrected_how": "补正在办案件的送达手续，开展专题培训。"},
    ),
    *closed("行政复议撤销并责令重新作出，已经履行。"),
)
_THROUGH_US = {
    **_NOTICE,
    "came": "application",
    "on_spot_act": True,
    "cause": "警告的当场行政处罚决定",
}
_FORWARDED = (
    Deed("handler", "reconsideration.open_reply", {**_THROUGH_US, "on_spot_act": False},
         refused="REM-5"),
    Deed("handler", "reconsideration.open_reply", _THROUGH_US),
    Deed(
        "unit_head",
        "reconsideration.forward",
        {"uphold_reason": "违法事实确凿，处罚适当。"},
        days=4,
    ),
    Deed(
        "handler",
        "reconsideration.receive_notice",
        {"procedure": "simplified", "notice_ref": "安政复答通〔2026〕7号"},
        days=6,
    ),
    Deed("handler", "reconsideration.draft_reply", _DRAFT),
    Deed("head", "reconsideration.submit_reply", days=2),
    Deed(
        "handler",
        "reconsideration.enter_outcome",
        {"result": "uphold", "result_ref": "安政复决〔2026〕8号"},
        days=15,
    ),
    *closed("行政复议维持。"),
)  # fmt: skip
_PUT_RIGHT = (
    Deed("handler", "reconsideration.open_reply", _THROUGH_US),
    Deed(
        "head",
        "reconsideration.change_own",
        {"changed_to": "撤销当场行政处罚决定，退还罚款。", "change_ref": "安市监撤〔2026〕1号"},
        days=2,
    ),
    *closed("自行纠正，申请人不再申请行政复议。"),
)

LIVES: tuple[Life, ...] = (
    Life("reconsideration.answered", "reconsideration.reply", _ANSWERED),
    Life("reconsideration.forwarded", "reconsideration.reply", _FORWARDED),
    Life("reconsideration.put_right", "reconsideration.reply", _PUT_RIGHT),
)
