"""A penalty case with two parties: a company and the person responsible, each with its own share.

The company states its defence and pays; the person asks for a hearing, pays late and is demanded.
"""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import SERVED, Deed, Life, closed, reviewed, shown
from xiezhi.config.sample.kinds.penal import FACTS, SHOP, begun, concluded

COMPANY, PERSON = str(SHOP["name"]), "韩长河"
_MANAGER: dict[str, Any] = {
    "kind": "citizen",
    "name": PERSON,
    "id_number": "320105198505120031",
    "address": "安澜市东埠区学府街 6 号 2 幢 301 室",
}
_COMPANY_BASIS = "《食品安全法》第一百二十四条第一款第五项"
_PERSON_BASIS = "《食品安全法实施条例》第七十五条第一款"
_BREACH = "虚假标注生产日期"
_COMPANY_ROWS: tuple[dict[str, Any], ...] = (
    {
        "party": COMPANY,
        "kind": "fine",
        "amount": "60000",
        "breach": _BREACH,
        "basis": _COMPANY_BASIS,
    },
    {"party": COMPANY, "kind": "confiscate_gains", "amount": "3360"},
)
_PERSON_ROW: dict[str, Any] = {
    "party": PERSON,
    "kind": "fine",
    "amount": "20000",
    "breach": "决定并直接实施虚假标注",
    "basis": _PERSON_BASIS,
}


def _told() -> tuple[Deed, ...]:
    """One notice to both, served on each: what follows runs for each by itself."""
    return (
        Deed("head", "casework.give_notice"),
        Deed("handler", "casework.serve_notice", {**SERVED, "party": COMPANY}),
        Deed("handler", "casework.serve_notice", {**SERVED, "party": PERSON}, days=2),
        Deed(
            "handler",
            "casework.record_statement",
            {
                "party": COMPANY,
                "started_at": "@T09:00",
                "ended_at": "@T09:40",
                "place": "本机关询问室",
                "speaker_name": "公司代理人",
                "statement": "已召回全部产品，请求从轻处罚。",
            },
        ),
        Deed(
            "handler",
            "casework.recheck_statement",
            {
                "party": COMPANY,
                "rechecked": "召回属实，裁量时已经考虑。",
                "outcome": "rejected",
                "reason": "拟罚款在一般裁量幅度以内。",
                "new": "no",
            },
            days=0,
        ),
        Deed("handler", "casework.request_hearing", {"party": COMPANY}, days=0, refused="PEN-9"),
        Deed(
            "handler",
            "casework.request_hearing",
            {"party": PERSON, "reason": "对个人罚款的数额有异议。"},
            days=0,
        ),
    )


def _heard() -> tuple[Deed, ...]:
    """The hearing that one of them asked for."""
    return (
        Deed(
            "head",
            "casework.notify_hearing",
            {"held_in": "本机关听证室", "hearing_at": "@+9T09:30", "host": "unit_head"},
        ),
        Deed(
            "unit_head",
            "casework.hold_hearing",
            {
                "started_at": "@T09:30",
                "ended_at": "@T10:50",
                "place": "本机关听证室",
                "told": "核对到场人员身份，宣布听证纪律，告知当事人的权利义务。",
                "participants": [{"role": "当事人", "name": PERSON}],
                "talk": [{"q": "当事人", "a": "对事实没有异议，请求减少罚款。"}],
            },
            days=9,
        ),
        Deed(
            "unit_head",
            "casework.report_hearing",
            {
                "basics": "听证公开举行，程序合法。",
                "investigators_said": "事实清楚，证据确凿。",
                "party_said": "请求减少罚款。",
                "advice": "维持拟处罚意见。",
            },
        ),
    )


def _performed() -> tuple[Deed, ...]:
    """Served on each on its own day; one pays in time, the other after a demand."""
    return (
        Deed("head", "decision.issue"),
        Deed("handler", "decision.serve", {**SERVED, "party": COMPANY}),
        Deed("handler", "decision.serve", {**SERVED, "party": COMPANY}, refused="FLOW-ONCE"),
        Deed("handler", "decision.record_payment", {"party": COMPANY, "amount": "63360"}),
        Deed("unit_head", "decision.close", {"outcome": "已缴清。"}, refused="PEN-15"),
        Deed("handler", "decision.serve", {**SERVED, "party": PERSON}, days=0),
        *shown(),
        Deed("unit_head", "decision.close", {"outcome": "已缴清。"}, refused="PEN-19"),
        Deed("handler", "decision.demand", {"party": COMPANY}, days=12, refused="COE-10"),
        Deed("handler", "decision.demand", {"party": PERSON}, days=0),
        Deed("handler", "decision.record_payment", {"party": PERSON, "amount": "20000"}, days=3),
    )


LIVES = (
    Life(
        "penalty.joint",
        "penalty.general",
        (
            *begun("经营虚假标注生产日期的食品"),
            Deed(
                "handler",
                "casework.add_party",
                {
                    **_MANAGER,
                    "role": "joint",
                    "reason": "公司负责人，决定并直接实施了违法行为。",
                },
            ),
            Deed(
                "handler",
                "casework.confirm_address",
                {
                    "party": COMPANY,
                    "address": SHOP["address"],
                    "receiver": "公司办公室",
                    "contact_phone": "0531-0000000",
                },
                days=0,
            ),
            concluded(*_COMPANY_ROWS, facts=f"{FACTS}负责人决定并直接实施。", refused="PEN-57"),
            concluded(
                *_COMPANY_ROWS,
                _PERSON_ROW,
                facts=f"{FACTS}负责人决定并直接实施。",
                complex="no",
            ),
            *_told(),
            *_heard(),
            *reviewed(),
            *_performed(),
            *closed("两个当事人的罚没款均已缴清。"),
        ),
    ),
)
