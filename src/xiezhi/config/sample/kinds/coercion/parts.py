"""Who and what the lives of coercion are about. Every name, number and account is invented."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import PLAIN, SERVED, Deed

STORE: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市润泽冷链仓储有限公司",
    "code": "91990100MA00073014",
    "address": "安澜市西埠区冷港路 6 号",
    "legal_rep": "柯某",
}
QUARRY: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市青峦石料加工厂",
    "code": "91990100MA00073027",
    "address": "安澜市北山镇石场路 2 号",
    "legal_rep": "尚某",
}
DOCK: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市顺潮码头服务有限公司",
    "code": "91990100MA0007303A",
    "address": "安澜市东埠区潮生路 71 号",
    "legal_rep": "季某",
}
GOODS = [
    {"name": "冷冻猪肉", "spec": "25 kg/箱", "quantity": "120", "unit": "箱", "state": "冷冻"},
    {"name": "进货台账", "quantity": "2", "unit": "册", "state": "原件"},
]
BASIS = [{"law": "食品安全法", "article": "第一百一十条第四项"}]
PLACE = "安澜市西埠区冷港路 6 号 3 号冷库"
TOLD = "当场告知采取强制措施的理由、依据，以及陈述、申辩和申请复议、提起诉讼的权利。"
THERE: dict[str, Any] = {
    "place": PLACE,
    "started_at": "@T09:30",
    "ended_at": "@T11:20",
    "party_present": True,
    "told": TOLD,
    "party_said": "没有异议。",
    "found": "清点冷冻猪肉 120 箱、进货台账 2 册，原地查封冷库，清单由当事人核对签字。",
}
#: What is proposed and decided: the goods, the law, thirty days.
PROPOSED: dict[str, Any] = {
    **PLAIN,
    "outcome": "seize",
    "gist": "扣押冷冻猪肉 120 箱和进货台账 2 册",
    "reason": "涉案猪肉没有检疫证明，有证据证明不符合食品安全标准，需要防止流入市场、证据灭失。",
    "basis": BASIS,
    "days": "30",
    "goods": GOODS,
    "has_power": True,
    "only_involved": True,
    "liberty": "no",
    "handler_opinion": "建议采取强制措施。",
}
HANDED: dict[str, Any] = {**SERVED, "place": PLACE, "served_at": "@T11:00"}
KEPT: dict[str, Any] = {"goods": GOODS, "kept_at": "3 号冷库，原地封存", "handed_over": True}

#: What goes on while something is held: the same in a File of its own and where it was urgent.
HOLDING = (
    Deed(
        "handler",
        "coercion.affix_seal",
        {"sealed_place": "3 号冷库库门", "strips": "2"},
        days=0,
    ),
    Deed(
        "handler",
        "coercion.keep_goods",
        {
            "moved": "in",
            "goods": GOODS[1:],
            "kept_at": "本机关涉案物品保管室",
            "keeper": "保管员吴量",
            "moved_why": "扣押入库",
        },
        days=0,
    ),
    Deed(
        "handler",
        "coercion.ask_assistance",
        {
            "helper": "西埠区冷港仓储园区管理办公室",
            "basis": BASIS,
            "help_wanted": "协助看管封存的 3 号冷库，发现启封立即报告。",
        },
    ),
    Deed(
        "handler",
        "coercion.begin_test",
        {
            "laboratory": "安澜市食品检验检测中心",
            "item": "冷冻猪肉",
            "asked": "兽药残留、挥发性盐基氮。",
            "from_day": "@",
            "to_day": "@-1d",
        },
        refused="COE-5-2",
    ),
    Deed(
        "handler",
        "coercion.begin_test",
        {
            "laboratory": "安澜市食品检验检测中心",
            "item": "冷冻猪肉",
            "asked": "兽药残留、挥发性盐基氮。",
            "from_day": "@",
            "to_day": "@+7",
        },
        days=0,
    ),
    Deed(
        "handler",
        "coercion.end_test",
        {
            "result": "挥发性盐基氮超过食品安全国家标准。",
            "report_number": "ALSP-2026-0417",
            "objection": "七个工作日内向本机关书面提出",
        },
        days=5,
    ),
    Deed(
        "head",
        "coercion.extend",
        {
            "extend_reason": "货源追溯涉及外省，案情复杂。",
            "extend_days": "31",
            "head_opinion": "同意。",
        },
        refused="COE-4",
    ),
    Deed(
        "head",
        "coercion.extend",
        {
            "extend_reason": "货源追溯涉及外省，案情复杂。",
            "extend_days": "30",
            "head_opinion": "同意。",
        },
        days=5,
    ),
    Deed(
        "head",
        "coercion.dispose_early",
        {
            "early_goods": "冷冻猪肉 20 箱，冷库故障后开始解冻。",
            "early_reason": "不易保管，继续保存将腐败。",
            "early_how": "无害化处理",
        },
    ),
)
CONFISCATED = Deed(
    "head",
    "coercion.dispose",
    {
        "disposal": "confiscated",
        "disposed": "没收冷冻猪肉 100 箱。",
        "disposal_basis": [{"law": "食品安全法", "article": "第一百二十三条第一款第五项"}],
        "penalty_number": "安市监罚〔2026〕31号",
        "partial": True,
    },
)
RETURNED = Deed(
    "head",
    "coercion.lift",
    {
        "lift_ground": "decided",
        "lifted": "解除对进货台账 2 册的扣押，拆除 3 号冷库封条。",
        "returned_to": "柯某",
        "returned": True,
    },
)
