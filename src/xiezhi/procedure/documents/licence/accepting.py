"""Correction, acceptance or not, end without a decision (许可法 arts. 31, 32, 78)."""

from __future__ import annotations

from xiezhi.procedure.documents.licence.parts import (
    ACCEPTED_ON,
    ASKED_BY,
    CAME_ON,
    ITEM,
    JOINT_MODE,
    PROMISED_DAYS,
    remedies,
)
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    If,
    Para,
    Remedy,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    CONTACT,
    CONTACT_PHONE,
    WHERE,
    day,
    flag,
    long,
    must,
    text,
)

_ITEM = must(ITEM, "LIC-APPLY")

CORRECTION = DocumentKind(
    "licence.correction",
    "行政许可申请材料补正通知书",
    Volume.OPEN,
    1031,
    series="许补",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        _ITEM,
        CAME_ON,
        must(long("to_correct", "需要补正的全部内容"), "LIC-2"),
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你（单位）[[于{found_on}]]提出的{cause}申请，申请材料不齐全或者不符合法定形式。根据"
            "《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知需要补正的全部内容："
        ),
        Text("to_correct"),
        Para("按照上述要求提交全部补正材料的，本机关应当受理，不再要求补正其他材料。"),
        WHERE,
    ),
)

SUPPLEMENT = DocumentKind(
    "licence.supplement",
    "补正材料接收凭证",
    Volume.OPEN,
    1032,
    series="许补收",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        _ITEM,
        must(long("supplied", "补正的材料"), "LIC-2-2"),
        text("correction_number", "补正通知书文号"),
        must(
            flag("all_corrected", "已经按照要求提交全部补正材料"),
            "LIC-2-2",
        ),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关收到你（单位）就{cause}申请[[按照补正通知书（{correction_number}）]]提交的补正材料："
        ),
        Text("supplied"),
        If(
            "all_corrected",
            (Para("上述材料已经按照要求全部补正。"),),
            (Para("上述材料没有按照要求全部补正。"),),
        ),
    ),
)

_EXCLUDED = Para(
    "依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计入，本机关另行书面告知。"
)

ACCEPTANCE = DocumentKind(
    "licence.acceptance",
    "行政许可申请受理通知书",
    Volume.OPEN,
    1033,
    series="许受",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-1-2"),
        CAME_ON,
        must(ACCEPTED_ON, "LIC-1-2"),
        JOINT_MODE,
        PROMISED_DAYS,
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你（单位）[[于{found_on}]]提出的{cause}申请，根据《中华人民共和国行政许可法》第三十二条的"
            "规定，本机关自**{accepted_on}**起受理。"
        ),
        If(
            "joint_mode",
            (Para("法定办理时限：自受理之日起**四十五个工作日**。"),),
            (Para("法定办理时限：自受理之日起**二十个工作日**。"),),
        ),
        Para("承诺办理时限：自受理之日起**{promised_days:han}个工作日**。"),
        _EXCLUDED,
        WHERE,
    ),
)

REASONS = (
    ("not_needed", "依法不需要取得行政许可"),
    ("not_ours", "依法不属于本行政机关职权范围"),
    ("incomplete", "没有按照要求提交全部补正材料"),
    ("false_material", "隐瞒有关情况或者提供虚假材料"),
    ("late", "超过申请延续的期限"),
    ("banned", "在不得再次申请的期间内"),
)

NON_ACCEPTANCE = DocumentKind(
    "licence.non_acceptance",
    "行政许可申请不予受理通知书",
    Volume.OPEN,
    1034,
    series="许不受",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-1-2"),
        CAME_ON,
        must(
            Field("not_accepted_as", "不予受理的情形", FieldKind.CHOICE, options=REASONS), "LIC-1-2"
        ),
        must(long("not_accepted_why", "不予受理的理由和依据"), "LIC-1-2"),
        Field(
            "proper_agency",
            "应当向其申请的机关",
            FieldKind.TEXT,
            "LIC-1",
            given="not_accepted_as=not_ours",
        ),
        remedies("LIC-STATE"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "你（单位）[[于{found_on}]]提出的{cause}申请，{not_accepted_as}。根据《中华人民共和国"
            "行政许可法》第三十二条的规定，本机关决定**不予受理**。理由和依据："
        ),
        Text("not_accepted_why"),
        Para("请向{proper_agency}提出申请。"),
        Remedy(),
    ),
)

_ENDS = (
    ("withdrawn", "申请人撤回申请"),
    ("party_gone", "申请人死亡、丧失行为能力或者依法终止"),
    ("impossible", "许可事项因不可抗力无法实施"),
    ("nothing_to_take", "经查不具有撤回、撤销、注销的情形"),
    ("other", "其他依法应当终止的情形"),
)

TERMINATION = DocumentKind(
    "licence.termination",
    "终止办理行政许可通知书",
    Volume.OPEN,
    1065,
    series="许终",
    served=True,
    sealed=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-END"),
        must(Field("ended_as", "终止的情形", FieldKind.CHOICE, options=_ENDS), "LIC-END"),
        must(long("ended_why", "终止的事实和理由"), "LIC-END"),
        day("withdrawn_on", "申请人提出撤回的日期"),
        remedies("LIC-STATE"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para("关于{cause}，{ended_as}[[（{withdrawn_on}提出）]]，本机关决定**终止办理**。"),
        Text("ended_why"),
        Remedy(),
    ),
)

KINDS = (CORRECTION, SUPPLEMENT, ACCEPTANCE, NON_ACCEPTANCE, TERMINATION)
