"""Lives of inspections: an ordinary one with a correction, an urgent one, one not approved."""

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

_BASIS = [{"law": "食品安全法", "article": "第一百一十条"}]
_SHOP: dict[str, Any] = {
    "kind": "legal_person",
    "name": "安澜市清禾餐饮管理有限公司",
    "code": "91990100MA0007101Q",
    "address": "安澜市东埠区望海路 88 号",
    "legal_rep": "温某",
}
_LICENCE = "JY29901010007101"
_TASK: dict[str, Any] = {
    "cause": "餐饮服务食品安全检查",
    "brief": "年度计划安排的餐饮服务日常检查，重点检查进货查验和餐具消毒。",
    "check_kind": "daily",
    "task_source": "plan",
    "task_detail": "2026年度行政检查计划",
    "basis": _BASIS,
    "item_published": True,
    "own_area": True,
    "cap": "2",
    "planned_on": "@+3",
    "check_scope": "经营资质、进货查验、加工制作、餐具消毒、从业人员健康管理。",
    "check_method": "现场检查",
    "team": "周闻溪、陆知行",
    "assistants": "1",
    "industry": "餐饮服务",
}
_ITEMS = [
    {"item": "食品经营许可证", "standard": "在有效期内并公示", "result": "pass"},
    {
        "item": "进货查验记录",
        "standard": "逐批记录并保存凭证",
        "result": "fail",
        "note": "近期两批蔬菜没有记录",
    },
    {"item": "餐具清洗消毒", "standard": "消毒记录完整", "result": "pass"},
    {
        "item": "网络餐饮服务",
        "standard": "公示信息一致",
        "result": "absent",
        "note": "未开展网络经营",
    },
]
_VISIT: dict[str, Any] = {
    "place": "安澜市东埠区望海路 88 号",
    "started_at": "@T09:30",
    "ended_at": "@T11:00",
    "told": "执法人员出示执法证件，告知检查事项、依据和陈述、申辩、申请回避的权利。",
}

ORDINARY = Life(
    "inspection.food",
    kind="inspection.ordinary",
    deeds=(
        Deed("handler", "inspection.plan", {**_SHOP, **_TASK, "licence_held": _LICENCE}),
        Deed(
            "handler",
            "inspection.inspect",
            {**_VISIT, "items": _ITEMS, "found": "逐项检查。"},
            refused="INS-5",
        ),
        Deed("head", "inspection.approve", {"head_opinion": "同意按方案检查。"}),
        Deed(
            "handler",
            "inspection.notify",
            {"times": "0", "prohibitions_told": True, "signed_for": "温某"},
        ),
        Deed(
            "handler",
            "inspection.inspect",
            {
                **_VISIT,
                "site_manager": "店长温某",
                "items": _ITEMS,
                "found": "现场共检查四个项目，其中一项不合格，其余见项目表。",
                "party_says": "对检查情况没有异议，将补齐记录。",
            },
        ),
        Deed(
            "handler",
            "inspection.log_visit",
            {"visit": "inspect", "arrived_at": "@T09:20", "scanned": "JC-2026-0311"},
            days=0,
        ),
        Deed(
            "handler",
            "inspection.interview",
            {
                **_VISIT,
                "interviewed": "温某，店长",
                "talk": [
                    {
                        "q": "两批蔬菜为什么没有进货查验记录？",
                        "a": "当天负责验收的员工请假，没有补记。",
                    }
                ],
                "read_back": True,
            },
            days=0,
        ),
        Deed(
            "handler",
            "inspection.survey",
            {
                **{key: _VISIT[key] for key in ("place", "started_at", "ended_at")},
                "weather": "晴",
                "surveyed": "后厨面积约六十平方米，冷藏柜两台，温度显示正常。",
            },
            days=0,
        ),
        Deed(
            "handler",
            "inspection.sample",
            {
                "taken_at": "@T10:30",
                "place": _VISIT["place"],
                "method": "随机抽取同批次餐具十件",
                "goods": [{"name": "消毒餐盘", "quantity": "10", "unit": "只"}],
                "kept": "现场封样，当日送检",
            },
            days=0,
        ),
        Deed(
            "handler",
            "inspection.record_statement",
            {
                "spoke": "温某，店长",
                "stated": "进货凭证都在，请求补记。",
                "answered": "核对凭证属实，要求限期补记并完善制度。",
            },
        ),
        Deed(
            "handler",
            "inspection.conclude",
            {**PLAIN, "findings": "一项不合格。", "outcome": "clean"},
            refused="DR-9",
        ),
        Deed(
            "handler",
            "inspection.order_correction",
            {
                "problems": "近期采购的两批蔬菜没有进货查验记录。",
                "law_breached": [{"law": "食品安全法", "article": "第五十三条第二款"}],
                "correct_by": "@+10",
                "correction": "补齐进货查验记录，明确验收人员和替补安排。",
            },
        ),
        Deed(
            "handler",
            "inspection.conclude",
            {
                **PLAIN,
                "findings": "检查四个项目，三项合格或者合理缺项，一项不合格，已责令限期改正。",
                "outcome": "ordered",
                "gist": "进货查验记录不全，已责令改正。",
            },
        ),
        *reviewed(),
        *decided_and_served(),
        *shown(),
        Deed(
            "handler",
            "inspection.recheck",
            {"rechecked": "记录已补齐，验收制度已上墙。", "recheck_outcome": "corrected"},
            days=8,
        ),
        *closed("检查结果已告知并公示，问题已改正。"),
    ),
)

URGENT = Life(
    "inspection.urgent",
    kind="inspection.ordinary",
    deeds=(
        Deed(
            "handler",
            "inspection.plan",
            {
                "kind": "sole_trader",
                "name": "安澜市东埠区老渡口海鲜摊",
                "code": "92990100MA00071078",
                "address": "安澜市东埠区渔港路 3 号",
                **_TASK,
                "check_kind": "case",
                "task_source": "report",
                "task_detail": "群众举报销售来源不明的贝类",
                "brief": "接举报，多人食用后身体不适，需要立即检查。",
                "planned_on": "@",
            },
        ),
        Deed(
            "handler",
            "inspection.inspect",
            {
                **_VISIT,
                "items": [
                    {
                        "item": "贝类来源凭证",
                        "standard": "凭证齐全",
                        "result": "fail",
                        "note": "不能提供",
                    },
                    {
                        "item": "贮存条件",
                        "standard": "符合要求",
                        "result": "unchecked",
                        "note": "货品已封存",
                    },
                ],
                "found": "现场有来源不明的贝类约二十千克。",
                "urgent_why": "举报反映多人食用后不适，货品当晚即将售出",
            },
            days=0,
        ),
        Deed(
            "handler",
            "inspection.conclude",
            {**PLAIN, "findings": "来源不明。", "outcome": "pending"},
            refused="INS-5",
        ),
        Deed("head", "inspection.ratify", {"head_opinion": "情况属实，同意补办。"}),
        Deed(
            "handler",
            "inspection.conclude",
            {
                **PLAIN,
                "findings": "当事人销售来源不明的贝类，需要立案调查。",
                "outcome": "pending",
                "gist": "发现销售来源不明贝类，移送立案。",
            },
        ),
        Deed("handler", "review.exempt", PLAIN),
        *decided_and_served(),
        Deed("unit_head", "decision.close", {"outcome": "已告知。"}, refused="INS-11"),
        Deed(
            "handler",
            "inspection.refer",
            {
                "refer_to": "case",
                "refer_number": "安市监案源〔2026〕登记",
                "refer_why": "涉嫌销售来源不明的食用水产品，登记为案件线索。",
            },
        ),
        *shown(),
        *closed("结果已告知，线索已移送。"),
    ),
)

DECLINED = Life(
    "inspection.declined",
    kind="inspection.ordinary",
    deeds=(
        Deed(
            "handler",
            "inspection.plan",
            {**_SHOP, **_TASK, "task_source": "random"},
            refused="DR-2",
        ),
        Deed(
            "handler",
            "inspection.plan",
            {**_SHOP, **_TASK, "task_source": "random", "draw_number": "2026年第二批"},
        ),
        Deed(
            "head",
            "inspection.decline",
            {"head_opinion": "不同意。近期其他部门已检查，合并到下季度联合检查。"},
        ),
        *closed("未批准，不实施检查。"),
    ),
)

LIVES = (ORDINARY, URGENT, DECLINED)
