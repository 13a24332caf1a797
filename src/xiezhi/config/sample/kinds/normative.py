"""Normative documents filed: corrected and filed, refused."""

from __future__ import annotations

from typing import Any

from xiezhi.config.sample.kinds.model import Deed, Life, closed
from xiezhi.config.sample.numbers import organ_code
from xiezhi.procedure.documents.normative import POINTS
from xiezhi.procedure.kinds.normative import MATERIALS

_SUBMITTED: dict[str, Any] = {
    "kind": "other_organisation",
    "name": "安澜市商务局",
    "code": organ_code(81),
    "address": "安澜市东埠区海晏路 30 号",
    "cause": "安澜市餐饮服务单位检查办法",
    "brief": "规范餐饮服务单位检查的频次、方式和结果运用。",
    "norm_number": "安商规〔2026〕1号",
    "made_on": "@-8",
    "published_on": "@-6",
    "effective_on": "@+20d",
    "norm_basis": "《优化营商环境条例》第五十四条。",
}
_WHOLE: dict[str, Any] = {name: True for name, _ in MATERIALS}
_FINE: dict[str, Any] = {
    **{name: "pass" for name, _, _ in POINTS},
    "point_coercion": "na",
    "opinion_reason": "制定权限、依据、程序、内容均合法。",
    "opinion_result": "file",
}
_WRONG = {
    **_FINE,
    "point_rights": "fail",
    "opinion_reason": "第八条增加了市场主体的义务，没有上位法依据。",
    "opinion_faults": "第八条要求餐饮单位自费委托第三方检测。",
}

_CORRECTED = (
    Deed("handler", "normative.submit", _SUBMITTED),
    Deed("handler", "normative.check_form", {**_WHOLE, "has_own_review": False}, refused="NOR-9"),
    Deed("handler", "normative.return_materials", {"materials_lacking": "合法性审核意见。"}),
    Deed("handler", "normative.check_form", _WHOLE, refused="NOR-9"),
    Deed("handler", "normative.complete_materials", {"completed_with": "合法性审核意见"}, days=2),
    Deed("handler", "normative.check_form", _WHOLE),
    Deed("reviewer", "normative.review", {**_WRONG, "opinion_result": "file"}, refused="NOR-6"),
    Deed("reviewer", "normative.review", {**_WRONG, "opinion_result": "correct"}, days=4),
    Deed(
        "head",
        "normative.decide",
        {"filing_result": "file", "filing_reason": "同意。"},
        refused="NOR-1",
    ),
    Deed(
        "head",
        "normative.decide",
        {
            "filing_result": "correct",
            "filing_reason": "第八条增加义务没有依据。",
            "correct_what": "删除第八条，或者改为自愿委托检测。",
        },
    ),
    Deed("unit_head", "decision.close", {"outcome": "要求改正。"}, refused="NOR-9"),
    Deed("handler", "normative.receive_correction", {"norm_changes": "删除第八条。"}, days=10),
    Deed("reviewer", "normative.review", _FINE, days=3),
    Deed("head", "normative.decide", {"filing_result": "file", "filing_reason": "审查合法。"}),
    Deed("handler", "normative.register", {"registered_on": "@"}),
    *closed("准予备案。"),
)
_REFUSED = (
    Deed(
        "handler",
        "normative.submit",
        {**_SUBMITTED, "cause": "安澜市临时摊位收费办法", "norm_number": "安商规〔2026〕2号"},
    ),
    Deed("handler", "normative.check_form", _WHOLE),
    Deed(
        "reviewer",
        "normative.review",
        {**_WRONG, "point_power": "fail", "opinion_result": "refuse"},
        days=3,
    ),
    Deed(
        "head",
        "normative.decide",
        {"filing_result": "refuse", "filing_reason": "部门规范性文件不得设定收费。"},
    ),
    Deed("handler", "normative.register", {"registered_on": "@"}, refused="NOR-1"),
    *closed("不予备案。"),
)

LIVES = (
    Life("normative.corrected", "normative.filing", _CORRECTED, agency="justice", unit="review"),
    Life("normative.refused", "normative.filing", _REFUSED, agency="justice", unit="review"),
)
