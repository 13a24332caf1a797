"""The families of act kinds (行政执法行为), "6+5": what a plan extends the three systems to.

A kind's code begins with its family: `penalty.general` is a penalty. What isn't an act of
enforcement, such as the standing File of an agency, belongs to none and is open under any plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "penalty": "行政处罚",
        "licence": "行政许可",
        "coercion": "行政强制",
        "levy": "行政征收征用",
        "charge": "行政收费",
        "inspection": "行政检查",
        "confirmation": "行政确认",
        "reconsideration": "行政复议",
        "normative": "规范性文件报备",
        "contract": "合同审查",
        "supervision": "行政执法监督",
    }
)


#: Open under any plan: an agency owes the reconsideration body its reply by statute (复议法
#: art. 48), whether its plan counts reconsideration among its acts or not.
UNDER_ANY_PLAN = frozenset({"reconsideration.reply"})


def family_of(kind: str) -> str:
    """The family of a kind by its code; empty for what is no act of enforcement."""
    family = kind.partition(".")[0]
    return family if family in FAMILIES else ""
