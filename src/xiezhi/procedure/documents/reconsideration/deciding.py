"""Documents of the decision and after it (复议法 arts. 33, 41, 61, 63 to 77)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.model import (
    Field,
    FieldKind,
    Head,
    Para,
    Signer,
    Text,
    Who,
)
from xiezhi.procedure.documents.reconsideration.fields import (
    APPLICANT,
    CLAIM,
    CLAIMED,
    COMPENSATION,
    CONSIDERED,
    COURT,
    DISPUTED,
    ESTABLISHED,
    IN_CASE,
    LAW_RELIED,
    OPINIONS,
    OUTCOMES,
    PERFORM_DAYS,
    REPLY_SAID,
    RESPONDENT,
    RULING,
    TERMINATION_GROUNDS,
    THIRD_PARTY,
    letter,
)
from xiezhi.procedure.documents.vocabulary import (
    ADDRESS,
    FULL_NAME,
    day,
    flag,
    long,
    must,
    number,
    text,
)

_PARTIES = (
    must(APPLICANT, "REC-75", "", FULL_NAME, ADDRESS),
    must(RESPONDENT, "REC-75"),
    THIRD_PARTY,
    must(DISPUTED, "REC-75"),
)
_SUE = Para(
    "如不服本决定，可以自收到本决定书之日起**十五日内**向**{remedies.court}**提起行政诉讼，法律规定"
    "行政复议决定为最终裁决的除外。"
)
_EFFECT = Para("本决定书一经送达，即发生法律效力。")
_OUTCOME = Field("outcome", "决定种类", FieldKind.CHOICE, options=OUTCOMES)

DECISION = letter(
    "decision",
    "行政复议决定书",
    (1640, "复决"),
    (
        *_PARTIES,
        day("filed_on", "申请日期"),
        must(CLAIM, "REC-75"),
        must(CLAIMED, "REC-75"),
        REPLY_SAID,
        OPINIONS,
        long("hearing_said", "听证过程"),
        must(ESTABLISHED, "REC-75"),
        must(CONSIDERED, "REC-75"),
        must(LAW_RELIED, "REC-75"),
        must(_OUTCOME, "REC-75"),
        must(RULING, "REC-75"),
        PERFORM_DAYS,
        COMPENSATION,
        COURT,
    ),
    (
        Who(label="申请人"),
        Para("被申请人：{respondent}", indent=False),
        Para("第三人：{third_party}", indent=False),
        Para("申请人不服被申请人作出的{cause}，于{filed_on}向本机关申请行政复议，现已审理终结。"),
        Head("行政复议请求"),
        Text("claim"),
        Head("申请人称"),
        Text("brief"),
        Head("被申请人称"),
        Text("reply_said"),
        Head("听取意见和听证情况"),
        Text("opinions"),
        Text("hearing_said"),
        Head("审理查明"),
        Text("established"),
        Head("本机关认为"),
        Text("considered"),
        Head("决定"),
        Para("依据{law_applied}的规定，{in_name_of}决定：**{outcome}**。"),
        Text("ruling"),
        Para("被申请人应当在**{perform_days}日内**履行。"),
        Text("compensation"),
        Head("起诉的权利"),
        _SUE,
        _EFFECT,
    ),
)

REJECTION = letter(
    "rejection",
    "驳回行政复议申请决定书",
    (1641, "复驳"),
    (
        *_PARTIES,
        must(CLAIM, "REC-33"),
        must(CONSIDERED, "REC-33", "说明理由"),
        must(LAW_RELIED, "REC-33"),
        must(RULING, "REC-33"),
        _OUTCOME,
        COURT,
    ),
    (
        Who(label="申请人"),
        Para("被申请人：{respondent}", indent=False),
        Para("申请人不服被申请人作出的{cause}申请行政复议，请求："),
        Text("claim"),
        Para("本机关受理后发现，该申请不符合《中华人民共和国行政复议法》第三十条第一款的规定："),
        Text("considered"),
        Para("依据{law_applied}的规定，本机关决定："),
        Text("ruling"),
        _SUE,
        _EFFECT,
    ),
)

MEDIATION = replace(
    letter(
        "mediation",
        "行政复议调解书",
        (1642, "复调"),
        (
            *_PARTIES,
            must(CLAIM, "REC-73"),
            must(long("agreed_terms", "调解协议的内容"), "REC-73"),
            must(flag("signed_by_all", "各方当事人已经签字或者签章"), "REC-73"),
            must(day("agreed_on", "达成协议的日期"), "REC-73"),
        ),
        (
            Who(label="申请人"),
            Para("被申请人：{respondent}", indent=False),
            Para("第三人：{third_party}", indent=False),
            Para("申请人不服被申请人作出的{cause}申请行政复议，请求："),
            Text("claim"),
            Para(
                "在审理过程中，经本机关主持，各方当事人在合法、自愿的原则下于{agreed_on}达成协议："
            ),
            Text("agreed_terms"),
            Para("各方当事人已经签字或者签章：{signed_by_all}。"),
            Para("本调解书经各方当事人签字或者签章，并加盖本机关印章，即具有法律效力。"),
        ),
    ),
    signers=(
        Signer("applicant", "申请人"),
        Signer("respondent", "被申请人"),
        Signer("third_party", "第三人"),
    ),
)

TERMINATION = letter(
    "termination",
    "行政复议终止决定书",
    (1643, "复终"),
    (
        *IN_CASE,
        must(
            Field("terminated_for", "终止的情形", FieldKind.CHOICE, options=TERMINATION_GROUNDS),
            "REC-41",
        ),
        must(long("termination_reason", "终止的事实和理由"), "REC-41"),
    ),
    (
        Para("{party.name}、{respondent}：", indent=False),
        Para(
            "{party.name}不服{respondent}作出的{cause}申请行政复议一案，存在下列情形：{terminated_for}。"
        ),
        Text("termination_reason"),
        Para(
            "依据《中华人民共和国行政复议法》第四十一条的规定，本机关决定：**终止行政复议**。申请人撤回"
            "申请的，不得再以同一事实和理由申请行政复议，能够证明撤回违背其真实意愿的除外。"
        ),
    ),
)

LETTER = letter(
    "letter",
    "行政复议意见书",
    (1644, "复意"),
    (
        must(text("addressee", "有关机关"), "REM-9"),
        must(long("found_wrong", "发现的违法或者不当行政行为"), "REM-9"),
        must(long("advice", "纠正的意见"), "REM-9"),
        DISPUTED,
        RESPONDENT,
    ),
    (
        Para("{addressee}：", indent=False),
        Para("本机关在办理不服{respondent}作出的{cause}行政复议案件过程中，发现："),
        Text("found_wrong"),
        Para("依据《中华人民共和国行政复议法》第七十六条的规定，提出意见如下："),
        Text("advice"),
        Para("请自收到本意见书之日起**六十日内**，将纠正的情况报送本机关。"),
    ),
)

PERFORMANCE = letter(
    "performance_order",
    "责令履行行政复议决定通知书",
    (1645, "复责"),
    (
        *IN_CASE,
        must(text("unperformed", "没有履行的文书"), "REC-77"),
        must(number("order_days", "履行期限（日）"), "REC-77", "责令其限期履行"),
        long("order_reason", "不履行或者拖延履行的情况"),
    ),
    (
        Para("{respondent}：", indent=False),
        Para("{party.name}不服你单位作出的{cause}申请行政复议一案，你单位没有履行{unperformed}。"),
        Text("order_reason"),
        Para(
            "依据《中华人民共和国行政复议法》第七十七条第二款的规定，责令你单位自收到本通知之日起"
            "**{order_days}日内**履行，并将履行情况报告本机关。"
        ),
    ),
)

KINDS = (DECISION, REJECTION, MEDIATION, TERMINATION, LETTER, PERFORMANCE)
