"""Applications and the voucher that they came in (许可法 arts. 9, 29, 31, 49, 50)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.licence.parts import (
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
    TRANSFER_BASIS,
    TRANSFEREE,
    TRANSFEREE_CODE,
)
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Form,
    Head,
    Para,
    Signer,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    BRIEF,
    CONTACT_PHONE,
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
        must(CATEGORY, "CR-1"),
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
        must(CATEGORY, "CR-1"),
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
        must(CATEGORY, "CR-1"),
        must(CHANGE_KIND, "LIC-CHANGE"),
        must(CERTIFICATE_TITLE, "LIC-CHANGE"),
        must(CERTIFICATE_NUMBER, "LIC-CHANGE"),
        must(CHANGED_FROM, "LIC-CHANGE"),
        must(CHANGED_TO, "LIC-CHANGE"),
        replace(TRANSFEREE, rule="LIC-TRANSFER", given="change_kind=transfer"),
        TRANSFEREE_CODE,
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
                ("transferee", "transferee_code"),
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

KINDS = (APPLICATION, RENEWAL, CHANGE, RECEIPT)
