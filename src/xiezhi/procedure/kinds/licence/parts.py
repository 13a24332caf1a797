"""What the kinds of licensing share: stages, stops, the documents that must lie together."""

from __future__ import annotations

from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.steps import Stage, Stop

VERSION = "2019"

STAGES = (
    Stage("apply", "申请与受理"),
    Stage("examine", "审查"),
    Stage("hearing", "听取意见"),
    Stage("review", "法制审核"),
    Stage("decision", "决定"),
    Stage("service", "送达与颁证"),
    Stage("closing", "结案"),
    Stage("archive", "归档"),
)
TAKING_STAGES = (Stage("apply", "启动"), *STAGES[1:5], Stage("service", "送达与注销"), *STAGES[6:])

#: Time that isn't counted, as far as it was told in writing (art. 45).
STOPS = (
    Stop("licence.begin_special", ("licence.end_special",), "LIC-8", "特别程序", "special_until"),
    Stop(
        "licence.call_hearing",
        ("licence.hold_hearing", "licence.drop_hearing"),
        "LIC-8",
        "听证",
    ),
)

GRANTS = ("licence.grant", "licence.renewal_grant", "licence.change_grant")
REFUSALS = ("licence.refusal", "licence.renewal_refusal", "licence.change_refusal")
TAKEN = ("licence.recall", "licence.revocation", "licence.cancellation")
DECISIONS = (*GRANTS, *REFUSALS, *TAKEN, "licence.kept")

_ENDS = ("licence.non_acceptance", "licence.termination")
_DECIDED = (
    Together(
        ("review.opinion", "review.exemption"),
        "REV-GATE",
        "没有法制审核意见，也没有不属于审核范围的确认",
        DECISIONS,
    ),
    Together(("service.receipt",), "DOC-SERVICE", "决定书没有送达回证", DECISIONS),
    Together(("case.closing",), "ARCH-1", "没有结案审批表"),
)

#: An application: the voucher of its acceptance or not, the examination before a decision.
TOGETHER = (
    Together(("licence.receipt",), "LIC-2", "没有申请材料接收凭证"),
    Together(
        ("licence.acceptance", *_ENDS),
        "LIC-1-2",
        "没有受理或者不予受理的书面凭证",
    ),
    Together(("licence.examination",), "LIC-EXAMINE", "没有审查意见", (*GRANTS, *REFUSALS)),
    Together(
        ("licence.special_result", *_ENDS),
        "LIC-8",
        "特别程序没有结果",
        ("licence.special_notice",),
    ),
    Together(("licence.delivery",), "LIC-7", "许可证件没有送达登记", ("licence.certificate",)),
    *_DECIDED,
)
TAKING_TOGETHER = (
    Together(("licence.taking_notice",), "LIC-STATE", "没有告知书", TAKEN[:2]),
    Together(("licence.deregistration",), "LIC-CANCEL-2", "没有注销登记", TAKEN),
    *_DECIDED,
)
