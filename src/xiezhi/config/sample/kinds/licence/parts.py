"""What the lives of licences are put together from: applications, hearings, opinions."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import (
    PLAIN,
    Deed,
    Life,
    closed,
    decided_and_served,
    reviewed,
    shown,
)
from xiezhi.config.sample.numbers import company_code

Deeds = tuple[Deed, ...]
HANDLER = "handler"
FOOD = [{"law": "中华人民共和国食品安全法", "article": "第三十五条第一款"}]
PAPERS = "申请书 1 份\n营业执照复印件 1 份\n经营场所平面图 1 份"


def company(n: int, name: str) -> dict[str, Any]:
    return {
        "kind": "legal_person",
        "name": name,
        "code": company_code(n),
        "address": "澜江县河口镇滨河路 26 号",
        "legal_rep": "顾某",
    }


APPLICANT = company(7101, "澜江县青禾餐饮服务有限公司")
MARKET = company(7102, "澜江县北岸农贸市场管理有限公司")
HOLDER = company(7103, "澜江县云朵烘焙坊有限公司")
TRADER = company(7104, "澜江县松间茶业有限公司")
CHEAT = company(7105, "澜江县万顺冷饮有限公司")

#: On what law this licence may be transferred.
_TRANSFER = "《取水许可和水资源费征收管理条例》第二十七条"
CERTIFICATE = {
    "certificate_title": "食品经营许可证",
    "certificate_number": "JY29901000071012",
}
APPLICATION = {
    "cause": "食品经营许可",
    "brief": "在河口镇滨河路 26 号开办餐饮门店，经营热食类食品制售。",
    "licence_category": "ordinary",
    "papers": PAPERS,
    "applied_by": "window",
}


def apply(**more: Any) -> Deed:
    return Deed(HANDLER, "licence.apply", {**APPLICANT, **APPLICATION, **more})


def apply_jointly() -> Deed:
    return Deed(
        HANDLER,
        "licence.apply_joint",
        {
            **MARKET,
            **APPLICATION,
            "cause": "食品集中交易市场开办许可",
            "brief": "在北岸新建农贸市场一座，设食品摊位 60 个。",
            "joint_mode": "unified",
            "departments": "县卫生健康局、县消防救援大队",
        },
    )


def apply_renewal(expires: str = "@+75d") -> Deed:
    return Deed(
        HANDLER,
        "licence.apply_renewal",
        {
            **HOLDER,
            **APPLICATION,
            **CERTIFICATE,
            "brief": "经营条件没有变化，申请延续五年。",
            "expires_on": expires,
        },
    )


def apply_change() -> Deed:
    return Deed(
        HANDLER,
        "licence.apply_change",
        {
            **TRADER,
            **APPLICATION,
            **CERTIFICATE,
            "change_kind": "change",
            "brief": "门店扩大，增加冷食类食品制售。",
            "changed_from": "经营项目：热食类食品制售",
            "changed_to": "经营项目：热食类食品制售、冷食类食品制售",
        },
    )


def apply_transfer(transfer_basis: str = _TRANSFER, refused: str = "") -> Deed:
    made = apply_change()
    values = {
        **made.values,
        "cause": "取水许可",
        "brief": "调整产品结构，节约的取水量有偿转让。",
        "change_kind": "transfer",
        "changed_from": f"取水权人：{TRADER['name']}",
        "changed_to": f"取水权人：{HOLDER['name']}",
        "transferee": HOLDER["name"],
        "transferee_code": HOLDER["code"],
        "transfer_basis": transfer_basis,
    }
    return Deed(made.who, made.act, values, refused=refused)


# -- parts of a life ---
ACCEPT = Deed(
    HANDLER,
    "licence.accept",
    {"complete": True, "accepted_on": "@", "promised_days": "12"},
)
CORRECTED = (
    Deed(
        HANDLER,
        "licence.request_correction",
        {"to_correct": "补交食品安全管理人员的培训证明 1 份。"},
    ),
    Deed(
        HANDLER,
        "licence.request_correction",
        {"to_correct": "再补交场所租赁合同 1 份。"},
        refused="LIC-2",
    ),
    Deed(
        HANDLER,
        "licence.receive_corrections",
        {"supplied": "食品安全管理人员培训证明 1 份", "all_corrected": True},
        days=2,
    ),
)
CHECKED = Deed(
    HANDLER,
    "licence.check_site",
    {
        "started_at": "@T09:30",
        "ended_at": "@T10:40",
        "place": "澜江县河口镇滨河路 26 号",
        "checked_with": "顾某，店长",
        "checked": "加工间、专间和留样冰箱与平面图一致，设施运转正常，从业人员健康证明齐全。",
        "check_result": "pass",
    },
)


def special(kind: str = "testing") -> Deeds:
    return (
        Deed(
            HANDLER,
            "licence.begin_special",
            {
                "special_kind": kind,
                "special_until": "@+5",
                "special_what": "对加工用水抽样检测，检测项目按生活饮用水标准。",
                "special_body": "澜江县检验检测中心",
                "testers": "周文海、陆晓岚",
            },
        ),
        Deed(
            HANDLER,
            "licence.end_special",
            {
                "special_result": "所检项目符合标准要求。",
                "special_report": "检字第 0312 号",
                "standards": "生活饮用水卫生标准",
            },
            days=4,
        ),
    )


def prolonged(**more: Any) -> Deed:
    return Deed(
        "head",
        "licence.prolong",
        {"extend_days": "5", "extend_why": "需要核实相邻住户的意见。", **more},
    )


def told(days: int = 1) -> Deed:
    return Deed(
        HANDLER,
        "licence.tell_rights",
        {
            "interested": "滨河路 28 号相邻住户",
            "stakes": "排油烟口朝向相邻住户，可能影响其生活。",
            "hearing_right": True,
        },
        days=days,
    )


def statement(as_: str = "interested") -> Deed:
    return Deed(
        HANDLER,
        "licence.hear_party",
        {
            "said_by": "罗某",
            "said_as": as_,
            "started_at": "@T14:00",
            "place": "本机关会议室",
            "said": "希望排油烟口加装净化设施并改变朝向。",
            "said_answer": "意见成立，已经要求整改排油烟口。",
            "waives_hearing": False,
        },
    )


CALLED = {
    "hearing_at": "@+7T09:00",
    "held_in": "本机关听证室",
    "host": "沈若谷",
    "clerk": "郁文",
    "host_independent": True,
}
HEARING: Deeds = (
    Deed("unit_head", "licence.call_hearing", CALLED),
    Deed(
        "unit_head",
        "licence.hold_hearing",
        {
            "started_at": "@T09:00",
            "ended_at": "@T10:30",
            "place": "本机关听证室",
            "participants": [
                {"role": "申请人", "name": "顾某", "note": "法定代表人"},
                {"role": "利害关系人", "name": "罗某", "note": "相邻住户"},
            ],
            "talk": [
                {"q": "审查人员", "a": "经核查，经营条件符合要求，建议准予许可。"},
                {"q": "罗某", "a": "要求净化设施先装好再开业。"},
                {"q": "顾某", "a": "同意，已经购置设备。"},
            ],
        },
        days=7,
    ),
)
ASKED: Deeds = (
    Deed(
        HANDLER,
        "licence.ask_hearing",
        {"asker": "罗某", "asked_why": "油烟影响相邻住户。"},
    ),
    Deed("unit_head", "licence.call_hearing", CALLED),
    Deed(HANDLER, "licence.drop_hearing", {}),
)
ANNOUNCED = Deed(
    "unit_head",
    "licence.announce_hearing",
    {
        "announced_why": "餐饮门店的设立涉及相邻居民的共同利益。",
        "announced_in": "本机关门户网站",
    },
)


def granted(**more: Any) -> Deed:
    return Deed(
        HANDLER,
        "licence.propose",
        {
            "examined": "申请材料齐全，实地核查符合条件。",
            "basis": FOOD,
            "outcome": "grant",
            "scope": "热食类食品制售",
            "conditions": "保持专间温度和留样记录，排油烟口按要求净化。",
            "with_certificate": True,
            **CERTIFICATE,
            "valid_from": "@+10",
            "valid_to": "@+1840d",
            "handler_opinion": "建议准予许可。",
            **PLAIN,
            **more,
        },
    )


def refused_by_opinion(**more: Any) -> Deed:
    return Deed(
        HANDLER,
        "licence.propose",
        {
            "examined": "实地核查时，加工间与污染源的距离不符合要求。",
            "basis": FOOD,
            "outcome": "refuse",
            "reason": "加工间距离垃圾收集点不足，不符合食品经营场所的条件。",
            "handler_opinion": "建议不予许可。",
            **PLAIN,
            **more,
        },
    )


EXEMPT = Deed(HANDLER, "review.exempt", PLAIN)
DELIVERED = Deed(HANDLER, "licence.deliver", {"handed_by": "window", "taken_by": "顾某"}, days=2)
END = (*shown(), *closed("许可决定已经送达，许可证件已经颁发。"))


def refuses_to_accept(reason: str = "not_needed") -> Deed:
    return Deed(
        "unit_head",
        "licence.refuse_acceptance",
        {
            "not_accepted_as": reason,
            "not_accepted_why": "仅销售预包装食品，依法不需要取得食品经营许可，办理备案即可。",
        },
        days=0,
    )


TERMINATED = (
    Deed(
        "unit_head",
        "licence.terminate",
        {
            "ended_as": "withdrawn",
            "ended_why": "申请人调整经营计划，书面撤回申请。",
            "withdrawn_on": "@",
        },
    ),
    *closed("申请人撤回申请，终止办理。"),
)


def branches(code: str, apply: Deed, *more: Deed, **prolonging: Any) -> tuple[Life, ...]:
    """What every kind of application may come to on the way."""
    return (
        Life(
            f"licence.{code}.heard",
            f"licence.{code}",
            (
                apply,
                *CORRECTED,
                Deed(HANDLER, "licence.accept", {**ACCEPT.values, "needs_testing": True}),
                CHECKED,
                *special(),
                prolonged(**prolonging),
                *more,
                told(),
                statement(),
                *ASKED,
                ANNOUNCED,
                too_early(),
                *HEARING,
                granted(hearing_said="听证笔录中相邻住户要求先装净化设施，已经采纳为许可条件。"),
                *reviewed(),
                *decided_and_served(),
                DELIVERED,
            ),
            shown=False,
        ),
        Life(
            f"licence.{code}.refused_at_the_door",
            f"licence.{code}",
            (apply, refuses_to_accept()),
            shown=False,
        ),
        Life(
            f"licence.{code}.given_up", f"licence.{code}", (apply, ACCEPT, *TERMINATED), shown=False
        ),
    )


def too_early() -> Deed:
    """No opinion before the hearing that was announced."""
    early = granted()
    return Deed(early.who, early.act, early.values, refused="LIC-9-4")
