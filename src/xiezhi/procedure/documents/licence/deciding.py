"""The decisions on an application, and the certificate (许可法 arts. 38, 39, 44, 49, 50)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.licence.parts import (
    ACCEPTED_ON,
    APPLICANT,
    CAME_ON,
    CATEGORY,
    CERTIFICATE_NUMBER,
    CERTIFICATE_TITLE,
    CHANGE_KIND,
    CHANGED_FROM,
    CHANGED_TO,
    CONDITIONS,
    EXPIRES_ON,
    HEARING_SAID,
    ITEM,
    LEGAL_BASIS,
    LICENSEE,
    PUBLICITY,
    SCOPE,
    TRANSFER_BASIS,
    TRANSFEREE,
    TRANSFEREE_CODE,
    UNLIMITED,
    VALID_FROM,
    VALID_TO,
    remedies,
)
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Lines,
    Para,
    Remedy,
    Section,
    Signer,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import FULL_NAME, long, must, named, text

_COURSE = (
    Para("申请人[[于{found_on}]]提出{cause}申请[[，本机关于{accepted_on}受理]]。现已审查终结。"),
    Text("hearing_said"),
)
_TERM: tuple[Section, ...] = (
    If(
        "unlimited",
        (Para("有效期：自{valid_from}起长期有效。"),),
        (Para("有效期：自**{valid_from}**起至**{valid_to}**止。"),),
    ),
)
_AFTER = (Head("救济途径和期限"), Remedy(), Head("公示告知"), Text("publicity"))


def _asked(rule: str) -> tuple[Field, ...]:
    """Who asked for what, when it came and was accepted, on which law."""
    return (
        must(APPLICANT, rule, "", FULL_NAME),
        must(ITEM, rule),
        CAME_ON,
        ACCEPTED_ON,
        HEARING_SAID,
        must(LEGAL_BASIS, rule),
    )


def _term(rule: str) -> tuple[Field, ...]:
    return must(VALID_FROM, rule), replace(VALID_TO, rule=rule, unless="unlimited"), UNLIMITED


_CERTIFICATE = (CERTIFICATE_TITLE, CERTIFICATE_NUMBER)
_REASON = must(long("reason", "不予许可的理由"), "LIC-12")
_AGAINST = (remedies("LIC-12"), PUBLICITY)
_FOR = (remedies("LIC-STATE"), PUBLICITY)

GRANT = DocumentKind(
    "licence.grant",
    "准予行政许可决定书",
    Volume.OPEN,
    1000,
    series="许准",
    served=True,
    sealed=True,
    fields=(
        *_asked("LIC-12-2"),
        CATEGORY,
        must(SCOPE, "LIC-12-2"),
        CONDITIONS,
        *_CERTIFICATE,
        *_term("LIC-12-2"),
        *_FOR,
    ),
    body=(
        Who(label="申请人"),
        *_COURSE,
        Para(
            "经审查，申请符合法定条件、标准。依据{basis}和《中华人民共和国行政许可法》第三十八条第一款的"
            "规定，本机关决定：**准予行政许可**。"
        ),
        Head("许可内容"),
        Text("scope"),
        *_TERM,
        Para("[[许可证件：{certificate_title}]][[（编号：{certificate_number}）]]"),
        Head("许可的条件和要求"),
        Text("conditions"),
        *_AFTER,
    ),
)

REFUSAL = DocumentKind(
    "licence.refusal",
    "不予行政许可决定书",
    Volume.OPEN,
    1001,
    series="许不准",
    served=True,
    sealed=True,
    fields=(*_asked("LIC-12"), _REASON, text("standards", "依据的技术标准、技术规范"), *_AGAINST),
    body=(
        Who(label="申请人"),
        *_COURSE,
        Head("不予许可的理由和依据"),
        Text("reason"),
        Para("依据的技术标准、技术规范：{standards}。"),
        Para(
            "依据{basis}和《中华人民共和国行政许可法》第三十八条第二款的规定，本机关决定：**不予行政许可**。"
        ),
        *_AFTER,
    ),
)

RENEWAL_GRANT = DocumentKind(
    "licence.renewal_grant",
    "准予延续行政许可决定书",
    Volume.OPEN,
    1002,
    series="许续",
    served=True,
    sealed=True,
    fields=(
        *_asked("LIC-11-2"),
        CATEGORY,
        SCOPE,
        CONDITIONS,
        *_CERTIFICATE,
        EXPIRES_ON,
        *_term("LIC-11-2"),
        *_FOR,
    ),
    body=(
        Who(label="申请人"),
        *_COURSE,
        Para("[[原许可有效期至{expires_on}。]]经审查，延续申请符合法定条件、标准。"),
        Para(
            "依据{basis}和《中华人民共和国行政许可法》第五十条的规定，本机关决定：**准予延续行政许可**。"
        ),
        Text("scope", lead="许可内容："),
        *_TERM,
        Para("[[许可证件：{certificate_title}]][[（编号：{certificate_number}）]]"),
        Text("conditions"),
        *_AFTER,
    ),
)

RENEWAL_REFUSAL = DocumentKind(
    "licence.renewal_refusal",
    "不予延续行政许可决定书",
    Volume.OPEN,
    1003,
    series="许不续",
    served=True,
    sealed=True,
    fields=(*_asked("LIC-12"), *_CERTIFICATE, EXPIRES_ON, _REASON, *_AGAINST),
    body=(
        Who(label="申请人"),
        *_COURSE,
        Para(
            "原许可证件：{certificate_title}（编号：{certificate_number}）[[，有效期至{expires_on}]]。"
        ),
        Head("不予延续的理由和依据"),
        Text("reason"),
        Para(
            "依据{basis}和《中华人民共和国行政许可法》第三十八条第二款、第五十条的规定，本机关决定："
            "**不予延续行政许可**。"
        ),
        *_AFTER,
    ),
)

DEEMED_RENEWAL = DocumentKind(
    "licence.deemed_renewal",
    "行政许可视为准予延续告知书",
    Volume.OPEN,
    1004,
    series="许视续",
    served=True,
    sealed=True,
    fields=(
        must(LICENSEE, "LIC-11-2", "", FULL_NAME),
        must(ITEM, "LIC-11-2"),
        CAME_ON,
        *_CERTIFICATE,
        must(EXPIRES_ON, "LIC-11-2"),
        SCOPE,
        *_term("LIC-11-2"),
        must(long("late_why", "逾期未作决定的原因"), "LIC-11-2"),
        *_FOR,
    ),
    body=(
        Who(label="被许可人"),
        Para(
            "你（单位）[[于{found_on}]]申请延续{cause}[[（{certificate_title}]][[，编号："
            "{certificate_number}）]]，本机关在有效期届满（{expires_on}）前没有作出是否准予延续的决定。"
        ),
        Text("late_why"),
        Para(
            "根据《中华人民共和国行政许可法》第五十条第二款的规定，**视为准予延续**。"
            "本机关据此办理延续手续。"
        ),
        *_TERM,
        *_AFTER,
    ),
)

CHANGE_GRANT = DocumentKind(
    "licence.change_grant",
    "准予变更（转让）行政许可决定书",
    Volume.OPEN,
    1005,
    series="许变",
    served=True,
    sealed=True,
    fields=(
        *_asked("LIC-CHANGE"),
        CATEGORY,
        must(CHANGE_KIND, "LIC-CHANGE"),
        must(CHANGED_FROM, "LIC-CHANGE"),
        must(CHANGED_TO, "LIC-CHANGE"),
        replace(TRANSFEREE, rule="LIC-TRANSFER", given="change_kind=transfer"),
        replace(TRANSFER_BASIS, rule="LIC-TRANSFER", given="change_kind=transfer"),
        SCOPE,
        *_CERTIFICATE,
        VALID_FROM,
        VALID_TO,
        UNLIMITED,
        *_FOR,
    ),
    body=(
        Who(label="申请人"),
        *_COURSE,
        Para(
            "经审查，申请符合法定条件、标准。依据{basis}[[、{transfer_basis}]]和《中华人民共和国行政许可法》"
            "第四十九条的规定，本机关决定：**准予{change_kind}**[[，受让人：{transferee}]]。"
        ),
        Head("变更（转让）前"),
        Text("changed_from"),
        Head("变更（转让）后"),
        Text("changed_to"),
        Text("scope", lead="许可内容："),
        *_TERM,
        Para("[[许可证件：{certificate_title}]][[（编号：{certificate_number}）]]"),
        *_AFTER,
    ),
)

CHANGE_REFUSAL = DocumentKind(
    "licence.change_refusal",
    "不予变更（转让）行政许可决定书",
    Volume.OPEN,
    1006,
    series="许不变",
    served=True,
    sealed=True,
    fields=(*_asked("LIC-12"), must(CHANGE_KIND, "LIC-12"), *_CERTIFICATE, _REASON, *_AGAINST),
    body=(
        Who(label="申请人"),
        *_COURSE,
        Head("不予变更（转让）的理由和依据"),
        Text("reason"),
        Para(
            "依据{basis}和《中华人民共和国行政许可法》第三十八条第二款、第四十九条的规定，本机关决定："
            "对{change_kind}的申请，**不予准许**。"
        ),
        *_AFTER,
    ),
)

#: Who holds a licence after its transfer is whom it was transferred to (许可法 art. 9).
_TAKEN_OVER: tuple[Section, ...] = (
    Para("持证人：**{transferee}**[[（统一社会信用代码 {transferee_code}）]]", indent=False),
    Para("由{party.name}依法转让。", indent=False),
)

CERTIFICATE = DocumentKind(
    "licence.certificate",
    "行政许可证",
    Volume.OPEN,
    1015,
    series="许证",
    served=True,
    sealed=True,
    fields=(
        must(named(LICENSEE, "party", "持证人"), "LIC-CERT", "", FULL_NAME),
        must(CERTIFICATE_TITLE, "LIC-CERT"),
        must(CERTIFICATE_NUMBER, "LIC-CERT"),
        must(ITEM, "LIC-CERT"),
        CATEGORY,
        must(SCOPE, "LIC-CERT"),
        CONDITIONS,
        *_term("LIC-CERT"),
        text("grant_number", "许可决定书文号"),
        TRANSFEREE,
        TRANSFEREE_CODE,
    ),
    body=(
        Para("**{certificate_title}**", indent=False),
        Para("证件编号：**{certificate_number}**", indent=False),
        If("transferee", _TAKEN_OVER, (Who(label="持证人"),)),
        Lines(("cause", "licence_category")),
        Head("许可内容", numbered=False),
        Text("scope"),
        *_TERM,
        Head("许可的条件和要求", numbered=False),
        Text("conditions"),
        Para("[[许可决定书文号：{grant_number}]]", indent=False),
    ),
)

DELIVERY = DocumentKind(
    "licence.delivery",
    "行政许可证件送达登记表",
    Volume.OPEN,
    1016,
    layout=Layout.FORM,
    fields=(
        must(LICENSEE, "LIC-7", "", FULL_NAME),
        must(ITEM, "LIC-7"),
        must(CERTIFICATE_TITLE, "LIC-7"),
        must(CERTIFICATE_NUMBER, "LIC-7"),
        must(
            Field(
                "handed_by",
                "颁发方式",
                FieldKind.CHOICE,
                options=(
                    ("window", "当面颁发"),
                    ("mail", "邮寄"),
                    ("electronic", "电子证照"),
                ),
            ),
            "LIC-7",
        ),
        must(text("taken_by", "领取人"), "LIC-7"),
        text("tracking", "邮件号、电子证照标识"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("cause",),
                ("certificate_title", "certificate_number"),
                ("handed_by", "taken_by"),
                ("tracking",),
            )
        ),
    ),
    signers=(Signer("recipient", "领取人"), Signer("officers", "颁发人")),
)

KINDS = (
    GRANT,
    REFUSAL,
    RENEWAL_GRANT,
    RENEWAL_REFUSAL,
    DEEMED_RENEWAL,
    CHANGE_GRANT,
    CHANGE_REFUSAL,
    CERTIFICATE,
    DELIVERY,
)
