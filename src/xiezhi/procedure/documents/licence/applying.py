"""Application, receipt, correction, acceptance (许可法 arts. 29 to 32)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.licence.parts import (
    ACCEPTED_ON,
    AGENT,
    APPLIED_BY,
    ASKED_BY,
    CAME_ON,
    CATEGORY,
    CERTIFICATE_NUMBER,
    CERTIFICATE_TITLE,
    CHANGE_KIND,
    CHANGED_FROM,
    CHANGED_TO,
    DEPARTMENTS,
    EXPIRES_ON,
    ITEM,
    JOINT_MODE,
    PAPERS,
    PROMISED_DAYS,
    TRANSFER_BASIS,
    TRANSFEREE,
    remedies,
)
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Para,
    Remedy,
    Signer,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    BRIEF,
    CONTACT,
    CONTACT_PHONE,
    WHERE,
    day,
    flag,
    long,
    must,
    named,
    text,
)

_SIGNED = (Signer("party", "申请人（代理人）"),)
_WANTED = must(named(BRIEF, "brief", "申请的内容和理由"), "LIC-APPLY")
_ITEM = must(ITEM, "LIC-APPLY")
_TRUE = Para(
    "申请人对申请材料实质内容的真实性负责。"
    "隐瞒有关情况或者提供虚假材料的，依法不予受理或者不予许可。"
)

APPLICATION = DocumentKind(
    "licence.application",
    "行政许可申请书",
    Volume.OPEN,
    1020,
    by_party=True,
    fields=(
        ASKED_BY,
        _ITEM,
        CATEGORY,
        _WANTED,
        JOINT_MODE,
        DEPARTMENTS,
        must(PAPERS, "LIC-MATERIALS"),
        APPLIED_BY,
        AGENT,
        CAME_ON,
    ),
    body=(
        Para("{agency}：", indent=False),
        Para("根据《中华人民共和国行政许可法》第二十九条的规定，申请{cause}。"),
        Who(label="申请人"),
        Form(
            (
                ("licence_category", "applied_by"),
                ("joint_mode",),
                ("departments",),
                ("agent",),
            )
        ),
        Head("申请的内容和理由"),
        Text("brief"),
        Head("提交的申请材料"),
        Text("papers"),
        _TRUE,
    ),
    signers=_SIGNED,
)

RENEWAL = DocumentKind(
    "licence.renewal_application",
    "行政许可延续申请书",
    Volume.OPEN,
    1021,
    by_party=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-11"),
        CATEGORY,
        must(CERTIFICATE_TITLE, "LIC-11"),
        must(CERTIFICATE_NUMBER, "LIC-11"),
        must(EXPIRES_ON, "LIC-11"),
        text(
            "other_term",
            "法律、法规、规章另有的申请期限",
            help="没有另行规定的不填；有的，写明名称和条款。",
        ),
        named(BRIEF, "brief", "申请延续的理由"),
        must(PAPERS, "LIC-MATERIALS"),
        APPLIED_BY,
        AGENT,
        CAME_ON,
    ),
    body=(
        Para("{agency}：", indent=False),
        Para(
            "申请人持有的《{certificate_title}》（编号：{certificate_number}）有效期至{expires_on}，"
            "现根据《中华人民共和国行政许可法》第五十条的规定，申请延续{cause}的有效期。"
        ),
        Para("申请期限依照{other_term}的规定。"),
        Who(label="申请人"),
        Form((("licence_category", "applied_by"), ("agent",))),
        Head("申请延续的理由"),
        Text("brief"),
        Head("提交的申请材料"),
        Text("papers"),
        _TRUE,
    ),
    signers=_SIGNED,
)

CHANGE = DocumentKind(
    "licence.change_application",
    "行政许可变更（转让）申请书",
    Volume.OPEN,
    1022,
    by_party=True,
    fields=(
        ASKED_BY,
        must(ITEM, "LIC-CHANGE"),
        CATEGORY,
        must(CHANGE_KIND, "LIC-CHANGE"),
        must(CERTIFICATE_TITLE, "LIC-CHANGE"),
        must(CERTIFICATE_NUMBER, "LIC-CHANGE"),
        must(CHANGED_FROM, "LIC-CHANGE"),
        must(CHANGED_TO, "LIC-CHANGE"),
        replace(TRANSFEREE, rule="LIC-TRANSFER", given="change_kind=transfer"),
        replace(TRANSFER_BASIS, rule="LIC-TRANSFER", given="change_kind=transfer"),
        named(BRIEF, "brief", "申请的理由"),
        must(PAPERS, "LIC-MATERIALS"),
        APPLIED_BY,
        AGENT,
        CAME_ON,
    ),
    body=(
        Para("{agency}：", indent=False),
        Para(
            "申请人持有《{certificate_title}》（编号：{certificate_number}），现就{cause}申请："
            "**{change_kind}**。"
        ),
        Who(label="申请人"),
        Form(
            (
                ("licence_category", "applied_by"),
                ("transferee",),
                ("transfer_basis",),
                ("agent",),
            )
        ),
        Head("变更（转让）前"),
        Text("changed_from"),
        Head("变更（转让）后"),
        Text("changed_to"),
        Head("申请的理由"),
        Text("brief"),
        Head("提交的申请材料"),
        Text("papers"),
        _TRUE,
    ),
    signers=_SIGNED,
)

RECEIPT = DocumentKind(
    "licence.receipt",
    "行政许可申请材料接收凭证",
    Volume.OPEN,
    1030,
    series="许收",
    served=True,
    sealed=True,
    fields=(ASKED_BY, _ITEM, must(CAME_ON, "LIC-2"), must(PAPERS, "LIC-2"), CONTACT_PHONE),
    body=(
        Para("{party.name}：", indent=False),
        Para("本机关于**{found_on}**收到你（单位）提出的{cause}申请和下列材料："),
        Text("papers"),
        Para(
            "本机关将在五个工作日内决定是否受理，或者一次告知需要补正的全部内容；"
            "**逾期不告知的，自收到申请材料之日起即为受理**。"
        ),
        Para("联系电话：{contact_phone}"),
    ),
)

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
        Para("承诺办理时限：自受理之日起**{promised_days}个工作日**。"),
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

KINDS = (
    APPLICATION,
    RENEWAL,
    CHANGE,
    RECEIPT,
    CORRECTION,
    SUPPLEMENT,
    ACCEPTANCE,
    NON_ACCEPTANCE,
    TERMINATION,
)
