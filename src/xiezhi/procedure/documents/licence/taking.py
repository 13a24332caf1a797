"""Taking a licence away: 撤回 (art. 8), 撤销 (art. 69), 注销 (art. 70)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.licence.parts import (
    CERTIFICATE_NUMBER,
    CERTIFICATE_TITLE,
    HEARING_SAID,
    HELD,
    ITEM,
    LEGAL_BASIS,
    PUBLICITY,
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
    Para,
    Remedy,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    BRIEF,
    CASE_NAME,
    CASE_NUMBER,
    CONTACT,
    CONTACT_PHONE,
    HANDLER_OPINION,
    HEAD_OPINION,
    SOURCE,
    UNIT_OPINION,
    WHERE,
    day,
    flag,
    long,
    must,
    named,
    text,
)

TAKINGS = (("recall", "撤回"), ("revoke", "撤销"), ("cancel", "注销"))
RECALLS = (
    ("law_changed", "所依据的法律、法规、规章修改或者废止（许可法第八条第二款）"),
    ("situation_changed", "所依据的客观情况发生重大变化（许可法第八条第二款）"),
)
#: Art. 69(1), and (2) for what the licensee got by fraud.
REVOCATIONS = (
    ("abuse", "滥用职权、玩忽职守作出准予决定（许可法第六十九条第一款第一项）"),
    ("beyond_power", "超越法定职权作出准予决定（许可法第六十九条第一款第二项）"),
    ("procedure", "违反法定程序作出准予决定（许可法第六十九条第一款第三项）"),
    (
        "unqualified",
        "对不具备申请资格或者不符合法定条件的申请人准予许可（许可法第六十九条第一款第四项）",
    ),
    ("revocable", "依法可以撤销的其他情形（许可法第六十九条第一款第五项）"),
    ("fraud", "以欺骗、贿赂等不正当手段取得（许可法第六十九条第二款）"),
)
CANCELLATIONS = (
    ("expired", "有效期届满未延续（许可法第七十条第一项）"),
    ("person_gone", "赋予公民特定资格，该公民死亡或者丧失行为能力（许可法第七十条第二项）"),
    ("organisation_ended", "法人或者其他组织依法终止（许可法第七十条第三项）"),
    ("taken", "许可依法被撤销、撤回，或者证件依法被吊销（许可法第七十条第四项）"),
    ("force_majeure", "因不可抗力导致许可事项无法实施（许可法第七十条第五项）"),
    ("cancellable", "法律、法规规定的应当注销的其他情形（许可法第七十条第六项）"),
)
TAKING = Field("taking", "拟作出的处理", FieldKind.CHOICE, options=TAKINGS)
GROUND = Field(
    "taking_ground",
    "法定情形",
    FieldKind.CHOICE,
    options=(*RECALLS, *REVOCATIONS, *CANCELLATIONS),
)
_FACTS = long("taking_facts", "事实和证据")
_TITLE = must(CERTIFICATE_TITLE, "LIC-CANCEL")
_NUMBER = must(CERTIFICATE_NUMBER, "LIC-CANCEL")
_GRANTED = day("granted_on", "准予许可日期")
_THE_LICENCE = Para(
    "被许可人[[于{granted_on}]]取得{cause}[[（{certificate_title}]][[，编号：{certificate_number}）]]。"
)

REGISTRATION = DocumentKind(
    "licence.taking_case",
    "撤回、撤销、注销行政许可登记表",
    Volume.INTERNAL,
    1002,
    layout=Layout.FORM,
    fields=(
        HELD,
        must(ITEM, "LIC-CANCEL"),
        must(TAKING, "LIC-CANCEL"),
        must(GROUND, "LIC-CANCEL"),
        _TITLE,
        _NUMBER,
        _GRANTED,
        SOURCE,
        text("requested_by", "提出请求的利害关系人", help="依职权启动的不填。"),
        must(named(BRIEF, "brief", "基本情况"), "LIC-CANCEL"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("cause",),
                ("certificate_title", "certificate_number"),
                ("granted_on", "source"),
                ("taking",),
                ("taking_ground",),
                ("requested_by",),
                ("brief",),
            )
        ),
    ),
)

NOTICE = DocumentKind(
    "licence.taking_notice",
    "拟撤回（撤销）行政许可告知书",
    Volume.OPEN,
    1070,
    series="许撤告",
    served=True,
    sealed=True,
    fields=(
        HELD,
        must(ITEM, "LIC-STATE"),
        must(TAKING, "LIC-STATE"),
        must(GROUND, "LIC-STATE"),
        CERTIFICATE_TITLE,
        CERTIFICATE_NUMBER,
        _GRANTED,
        must(_FACTS, "LIC-STATE"),
        must(LEGAL_BASIS, "LIC-STATE"),
        must(flag("hearing_right", "告知要求听证的权利"), "LIC-STATE"),
        AGENCY_ADDRESS,
        CONTACT,
        CONTACT_PHONE,
    ),
    body=(
        Para("{party.name}：", indent=False),
        _THE_LICENCE,
        Head("事实和证据"),
        Text("taking_facts"),
        Head("理由和依据"),
        Para("属于下列情形：{taking_ground}。依据{basis}的规定，本机关拟**{taking}**该行政许可。"),
        Head("你（单位）的权利"),
        Para(
            "根据《中华人民共和国行政许可法》第七条的规定，你（单位）**有权进行陈述、申辩**，"
            "请自收到本告知书之日起五个工作日内提出。"
        ),
        If(
            "hearing_right",
            (Para("你（单位）**有权要求听证**，请自收到本告知书之日起五个工作日内提出。"),),
        ),
        WHERE,
    ),
)

OUTCOMES = (
    ("recall", "撤回行政许可"),
    ("revoke", "撤销行政许可"),
    ("cancel", "注销行政许可"),
    ("keep", "不予撤回、撤销"),
)
_COMPENSATION = long("compensation", "补偿", help="没有财产损失的，写明“没有造成财产损失”。")
_DAMAGES = long("damages", "赔偿", help="没有损害的，写明“没有造成损害”。")

EXAMINATION = DocumentKind(
    "licence.taking_examination",
    "撤回、撤销、注销行政许可审查意见表",
    Volume.INTERNAL,
    1003,
    layout=Layout.FORM,
    series="许撤审",
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        HELD,
        must(ITEM, "LIC-CANCEL"),
        GROUND,
        must(_FACTS, "LIC-CANCEL"),
        HEARING_SAID,
        must(LEGAL_BASIS, "LIC-CANCEL"),
        must(Field("outcome", "拟作出的决定", FieldKind.CHOICE, options=OUTCOMES), "LIC-CANCEL"),
        must(long("reason", "理由"), "LIC-CANCEL"),
        replace(_COMPENSATION, rule="LIC-RECALL-2", given="outcome=recall"),
        replace(_DAMAGES, rule="LIC-REVOKE-4", given="outcome=revoke"),
        must(HANDLER_OPINION, "LIC-CANCEL"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number",),
                ("party",),
                ("taking_ground",),
                ("taking_facts",),
                ("hearing_said",),
                ("basis",),
                ("outcome",),
                ("reason",),
                ("compensation",),
                ("damages",),
                *OPINION_ROWS,
            )
        ),
    ),
)

_AFTER = (Head("救济途径和期限"), Remedy(), Head("公示告知"), Text("publicity"))


def _decided(rule: str) -> tuple[Field, ...]:
    return (
        HELD,
        must(ITEM, rule),
        CERTIFICATE_TITLE,
        CERTIFICATE_NUMBER,
        _GRANTED,
        must(_FACTS, rule),
        HEARING_SAID,
        must(long("reason", "理由"), rule),
        must(LEGAL_BASIS, rule),
    )


_LAST = (remedies("LIC-STATE"), PUBLICITY)
_SAID = (
    Who(label="被许可人"),
    _THE_LICENCE,
    Head("事实和证据"),
    Text("taking_facts"),
    Text("hearing_said"),
    Head("理由和依据"),
    Text("reason"),
)

RECALL = DocumentKind(
    "licence.recall",
    "撤回行政许可决定书",
    Volume.OPEN,
    1007,
    series="许撤回",
    served=True,
    sealed=True,
    fields=(
        *_decided("LIC-RECALL"),
        must(GROUND, "LIC-RECALL"),
        must(_COMPENSATION, "LIC-RECALL-2"),
        *_LAST,
    ),
    body=(
        *_SAID,
        Para("属于下列情形：{taking_ground}。"),
        Para("为了公共利益的需要，依据{basis}的规定，本机关决定：**撤回该行政许可**。"),
        Head("补偿"),
        Text("compensation"),
        *_AFTER,
    ),
)

REVOCATION = DocumentKind(
    "licence.revocation",
    "撤销行政许可决定书",
    Volume.OPEN,
    1008,
    series="许撤销",
    served=True,
    sealed=True,
    fields=(
        *_decided("LIC-REVOKE"),
        must(GROUND, "LIC-REVOKE"),
        must(_DAMAGES, "LIC-REVOKE-4"),
        *_LAST,
    ),
    body=(
        *_SAID,
        Para("属于下列情形：{taking_ground}。"),
        Para("依据{basis}的规定，本机关决定：**撤销该行政许可**。"),
        Head("赔偿"),
        Text("damages"),
        *_AFTER,
    ),
)

CANCELLATION = DocumentKind(
    "licence.cancellation",
    "注销行政许可决定书",
    Volume.OPEN,
    1009,
    series="许注",
    served=True,
    sealed=True,
    fields=(*_decided("LIC-CANCEL"), must(GROUND, "LIC-CANCEL"), *_LAST),
    body=(
        *_SAID,
        Para("属于下列情形：{taking_ground}。"),
        Para("依据{basis}的规定，本机关决定：**注销该行政许可**。"),
        *_AFTER,
    ),
)

KEPT = DocumentKind(
    "licence.kept",
    "不予撤回（撤销）行政许可决定书",
    Volume.OPEN,
    1010,
    series="许不撤",
    served=True,
    sealed=True,
    fields=(*_decided("LIC-REVOKE-3"), *_LAST),
    body=(
        *_SAID,
        Para("依据{basis}的规定，本机关决定：**不予撤回（撤销）该行政许可**。"),
        *_AFTER,
    ),
)

DEREGISTRATION = DocumentKind(
    "licence.deregistration",
    "行政许可注销登记表",
    Volume.OPEN,
    1080,
    layout=Layout.FORM,
    series="许注登",
    fields=(
        HELD,
        must(ITEM, "LIC-CANCEL"),
        _TITLE,
        _NUMBER,
        must(
            Field(
                "certificate_back",
                "许可证件的处理",
                FieldKind.CHOICE,
                options=(
                    ("returned", "已经收回"),
                    ("announced", "没有收回，公告作废"),
                    ("electronic", "电子证照已经注销"),
                ),
            ),
            "LIC-CANCEL",
        ),
        must(day("deregistered_on", "注销日期"), "LIC-CANCEL"),
        text("deregistered_in", "公告的渠道"),
    ),
    body=(
        Form(
            (
                ("party",),
                ("cause",),
                ("certificate_title", "certificate_number"),
                ("certificate_back", "deregistered_on"),
                ("deregistered_in",),
            )
        ),
    ),
)

KINDS = (
    REGISTRATION,
    NOTICE,
    EXAMINATION,
    RECALL,
    REVOCATION,
    CANCELLATION,
    KEPT,
    DEREGISTRATION,
)
