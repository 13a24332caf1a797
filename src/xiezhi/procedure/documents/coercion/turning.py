"""The course of an execution: transfer, agreement, suspension, resumption, end, reversal, and the
complaint about a court's ruling (强制法 arts. 39 to 42, 47, 56, 58)."""

from __future__ import annotations

from xiezhi.procedure.documents.coercion.demanding import DECISION
from xiezhi.procedure.documents.coercion.parts import NAMED
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Para,
    Remedy,
    Section,
    Signer,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    AGENCY_ADDRESS,
    BASIS,
    CONTACT_PHONE,
    PARTY,
    REMEDIES,
    Options,
    flag,
    long,
    money,
    must,
    opinion,
    text,
)

SUSPENDING: Options = (
    ("unable", "当事人履行行政决定确有困难或者暂无履行能力"),
    ("third_party", "第三人对执行标的主张权利，确有理由"),
    ("irreparable", "执行可能造成难以弥补的损失，且中止执行不损害公共利益"),
    ("other", "需要中止执行的其他情形"),
)
TERMINATING: Options = (
    ("died", "公民死亡，无遗产可供执行，又无义务承受人"),
    ("dissolved", "法人或者其他组织终止，无财产可供执行，又无义务承受人"),
    ("object_lost", "执行标的灭失"),
    ("revoked", "据以执行的行政决定被撤销"),
    ("three_years", "中止执行满三年未恢复，不再执行"),
    ("other", "需要终结执行的其他情形"),
)
RESUMING: Options = (
    ("suspension_over", "中止执行的情形消失"),
    ("agreement_broken", "当事人不履行执行协议"),
)
REVERSING: Options = (
    ("revoked", "据以执行的行政决定被撤销"),
    ("changed", "据以执行的行政决定被变更"),
    ("wrong", "执行错误"),
)
_EXECUTION = text("execution_number", "强制执行决定书文号")
_PARTY = must(PARTY, "COE-10-3", "", NAMED)
_TO: tuple[Section, ...] = (Para("{party.name}：", indent=False),)
_OF = "本机关对你（单位）的强制执行[[（{execution_number}）]]，"

TRANSFER = DocumentKind(
    "coercion.transfer_order",
    "划拨存款、汇款通知书",
    Volume.OPEN,
    1260,
    series="划",
    sealed=True,
    fields=(
        must(PARTY, "COE-11-4", "", NAMED),
        must(text("transfer_bank", "金融机构"), "COE-11-4"),
        must(text("transfer_account", "被划拨的账号"), "COE-11-4"),
        must(money("transfer_amount", "划拨的金额"), "COE-11-4"),
        must(BASIS, "COE-11-4", "", ("article", "条款")),
        must(text("treasury", "上缴的国库或者财政专户"), "COE-11-6"),
        _EXECUTION,
        CONTACT_PHONE,
    ),
    body=(
        Para("{transfer_bank}：", indent=False),
        Para(
            "依据{basis}的规定[[和《强制执行决定书》（{execution_number}）]]，请接到本通知后立即划拨"
            "{party.name}的存款、汇款：账号{transfer_account}，金额**{transfer_amount}**，划入{treasury}。"
        ),
        Para("联系电话：{contact_phone}"),
    ),
    signers=(Signer("bank", "金融机构（签收）"),),
)

AGREEMENT = DocumentKind(
    "coercion.agreement",
    "执行协议",
    Volume.OPEN,
    1261,
    series="执协",
    sealed=True,
    fields=(
        must(PARTY, "COE-18", "", NAMED),
        *DECISION[:3],
        must(long("terms", "分阶段履行的约定"), "COE-18"),
        flag("remedied", "当事人采取了补救措施"),
        money("fee_reduced", "减免的加处罚款、滞纳金"),
    ),
    body=(
        Para("甲方：{agency}　　乙方：{party.name}"),
        Para("就《{decision_title}》（{decision_number}）的执行，双方达成协议："),
        Text("terms"),
        Para("乙方采取了补救措施，减免加处的罚款、滞纳金{fee_reduced}。"),
        Para("乙方不履行本协议的，甲方恢复强制执行。"),
    ),
    signers=(Signer("party", "乙方"), Signer("head", "甲方负责人")),
)


def _told(
    name: tuple[str, str, str], order: int, rule: str, asked: tuple[Field, Field], say: str
) -> DocumentKind:
    """A notice that the execution stops, goes on or ends: on which ground, why."""
    code, title, series = name
    ground, why = asked
    return DocumentKind(
        code,
        title,
        Volume.OPEN,
        order,
        series=series,
        served=True,
        sealed=True,
        fields=(_PARTY, _EXECUTION, must(ground, rule), must(why, rule)),
        body=(*_TO, Para(_OF + say), Text(why.name)),
    )


SUSPENSION = _told(
    ("coercion.suspension", "中止执行通知书", "执中"),
    1262,
    "COE-17-2",
    (
        Field("suspend_ground", "中止的情形", FieldKind.CHOICE, options=SUSPENDING),
        long("suspend_reason", "中止的理由"),
    ),
    "因**{suspend_ground}**，现予中止。中止的情形消失后，恢复执行。",
)
RESUMPTION = _told(
    ("coercion.resumption", "恢复执行通知书", "执恢"),
    1263,
    "COE-17-3",
    (
        Field("resume_ground", "恢复的情形", FieldKind.CHOICE, options=RESUMING),
        long("resume_reason", "恢复的理由"),
    ),
    "因**{resume_ground}**，现予恢复。",
)
TERMINATION = _told(
    ("coercion.termination", "终结执行通知书", "执终"),
    1264,
    "COE-17-4",
    (
        Field("end_ground", "终结的情形", FieldKind.CHOICE, options=TERMINATING),
        long("end_reason", "终结的理由"),
    ),
    "因**{end_ground}**，现予终结。",
)

REVERSAL = DocumentKind(
    "coercion.reversal",
    "执行回转决定书",
    Volume.OPEN,
    1265,
    series="执回",
    served=True,
    sealed=True,
    fields=(
        _PARTY,
        _EXECUTION,
        must(
            Field("reverse_ground", "执行回转的情形", FieldKind.CHOICE, options=REVERSING),
            "COE-17-5",
        ),
        must(long("restored", "恢复原状、退还财物或者赔偿的内容"), "COE-17-5"),
        must(REMEDIES, "COE-17-5"),
    ),
    body=(
        *_TO,
        Para(
            _OF + "因**{reverse_ground}**，依据《中华人民共和国行政强制法》第四十一条的规定，决定："
        ),
        Text("restored"),
        Remedy(),
    ),
)

OBJECTION = DocumentKind(
    "court.objection",
    "复议申请书（对法院不予受理、不予执行裁定）",
    Volume.OPEN,
    1266,
    series="复申",
    sealed=True,
    fields=(
        must(text("upper_court", "上一级人民法院"), "COE-16-2"),
        must(PARTY, "COE-16-2", "被申请执行人", NAMED),
        AGENCY_ADDRESS,
        must(text("ruling_number", "裁定书文号"), "COE-16-2"),
        must(long("objection", "异议的事实和理由"), "COE-16-2"),
        must(opinion("head_signature", "行政机关负责人签名"), "COE-16-2"),
    ),
    body=(
        Para("{upper_court}：", indent=False),
        Para("申请人：{agency}[[，地址：{agency_address}]]"),
        Para("被申请执行人：{party.name}"),
        Para("申请人对{ruling_number}裁定有异议，依法申请复议："),
        Text("objection"),
        Para("行政机关负责人（签名）：{head_signature.name}"),
    ),
)

KINDS = (TRANSFER, AGREEMENT, SUSPENSION, RESUMPTION, TERMINATION, REVERSAL, OBJECTION)
