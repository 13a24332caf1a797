"""First licence, joint handling, renewal, change (许可法 arts. 26 to 50)."""

from __future__ import annotations

from xiezhi.config.sample.kinds.licence.parts import (
    ACCEPT,
    CHECKED,
    CORRECTED,
    DELIVERED,
    END,
    EXEMPT,
    HANDLER,
    Deeds,
    apply,
    apply_change,
    apply_jointly,
    apply_renewal,
    apply_transfer,
    branches,
    granted,
    refused_by_opinion,
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

ORDINARY = (
    Life(
        "licence.ordinary.food",
        "licence.ordinary",
        (
            apply(),
            *CORRECTED,
            ACCEPT,
            CHECKED,
            granted(),
            Deed("head", "decision.issue", {}, refused="REV-GATE"),
            EXEMPT,
            *decided_and_served(),
            Deed("unit_head", "decision.close", {"outcome": "已送达。"}, refused="LIC-7"),
            DELIVERED,
            *END,
        ),
    ),
    Life(
        "licence.ordinary.refused",
        "licence.ordinary",
        (
            apply(),
            ACCEPT,
            CHECKED,
            refused_by_opinion(),
            Deed(HANDLER, "review.exempt", PLAIN, refused="REV-LICENCE"),
            *reviewed(),
            *decided_and_served(),
            *END,
        ),
    ),
    Life(
        "licence.ordinary.silence",
        "licence.ordinary",
        (
            apply(),
            Deed(
                HANDLER,
                "licence.request_correction",
                {"to_correct": "补交培训证明。"},
                days=6,
                refused="LIC-2",
            ),
            Deed(
                HANDLER,
                "licence.accept",
                {"complete": True, "accepted_on": "@"},
                days=0,
                refused="LIC-2",
            ),
            Deed(HANDLER, "licence.accept", {"accepted_on": "@-6"}, days=0),
        ),
    ),
    Life(
        "licence.ordinary.promised_too_long",
        "licence.ordinary",
        (
            apply(),
            Deed(
                HANDLER,
                "licence.accept",
                {"complete": True, "accepted_on": "@", "promised_days": "21"},
                refused="LIC-PROMISE",
            ),
        ),
        shown=False,
    ),
    Life(
        "licence.ordinary.sent_up",
        "licence.ordinary",
        (
            apply(),
            Deed(HANDLER, "licence.accept", {**ACCEPT.values, "first_review": True}),
            Deed(HANDLER, "licence.propose", granted().values, refused="LIC-6"),
            Deed(
                "head",
                "licence.send_up",
                {"superior": "安澜市市场监督管理局", "first_said": "经初步审查，符合条件。"},
                days=5,
            ),
            *closed("已经报送上级机关决定。"),
        ),
        shown=False,
    ),
    *branches("ordinary", apply()),
)


def _consulted(department: str) -> Deeds:
    return (
        Deed(
            HANDLER,
            "licence.consult",
            {
                "department": department,
                "consulted_on": "市场选址、布局是否符合本部门的要求。",
                "reply_by": "@+5",
            },
        ),
        Deed(
            HANDLER,
            "licence.receive_opinion",
            {
                "department": department,
                "department_view": "agree",
                "department_said": "符合要求，同意开办。",
            },
            days=3,
        ),
    )


JOINT = (
    Life(
        "licence.joint.market",
        "licence.joint",
        (
            apply_jointly(),
            Deed(HANDLER, "licence.accept", {**ACCEPT.values, "promised_days": "30"}),
            Deed(HANDLER, "licence.propose", granted().values, refused="LIC-JOINT"),
            *_consulted("县卫生健康局"),
            *_consulted("县消防救援大队"),
            granted(scope="食品集中交易市场，食品摊位 60 个", with_certificate=False),
            EXEMPT,
            *decided_and_served(),
            *END,
        ),
    ),
    *branches(
        "joint",
        apply_jointly(),
        *_consulted("县卫生健康局"),
        government_approval="澜江县人民政府分管副县长",
    ),
)
RENEWAL = (
    Life(
        "licence.renewal.granted",
        "licence.renewal",
        (apply_renewal(), ACCEPT, granted(), EXEMPT, *decided_and_served(), DELIVERED, *END),
    ),
    Life(
        "licence.renewal.deemed",
        "licence.renewal",
        (
            apply_renewal("@+31d"),
            ACCEPT,
            Deed(
                HANDLER, "licence.propose", refused_by_opinion().values, days=30, refused="LIC-11-2"
            ),
            Deed(
                "unit_head",
                "decision.confirm_renewal",
                {
                    "scope": "糕点类食品制售",
                    "valid_from": "@-12d",
                    "valid_to": "@+1813d",
                    "late_why": "经办人调离，没有及时移交。",
                },
                days=0,
            ),
            DELIVERED,
            *shown(),
            *closed("视为准予延续，已经换发证件并公示。"),
        ),
    ),
    Life(
        "licence.renewal.late",
        "licence.renewal",
        (
            apply_renewal("@+29d"),
            Deed(HANDLER, "licence.accept", ACCEPT.values, refused="LIC-11"),
            Deed(
                "unit_head",
                "licence.refuse_acceptance",
                {
                    "not_accepted_as": "late",
                    "not_accepted_why": "距有效期届满不足三十日，没有另行规定，请重新申请许可。",
                },
                days=0,
            ),
            *closed("不予受理，已经告知重新申请。"),
        ),
        shown=False,
    ),
    *branches("renewal", apply_renewal()),
)
CHANGE = (
    Life(
        "licence.change.scope",
        "licence.change",
        (
            apply_change(),
            ACCEPT,
            CHECKED,
            granted(scope="热食类食品制售、冷食类食品制售"),
            EXEMPT,
            *decided_and_served(),
            DELIVERED,
            *END,
        ),
    ),
    Life(
        "licence.change.transfer",
        "licence.change",
        (
            apply_transfer(transfer_basis="", refused="LIC-TRANSFER"),
            apply_transfer(),
            ACCEPT,
            granted(scope="取水，年取水量 3 万立方米"),
            EXEMPT,
            *decided_and_served(),
            DELIVERED,
            *END,
        ),
        shown=False,
    ),
    *branches("change", apply_change()),
)
