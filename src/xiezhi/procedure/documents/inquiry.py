"""Documents between filing and notice: correction, recusal, suspension, extension, final report."""

from __future__ import annotations

from xiezhi.procedure.documents.filing import OPINION_ROWS
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
    Points,
    Quotes,
    Remedy,
    Signer,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    APPLIED,
    BASIS,
    BENCHMARK,
    BREACHED,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    DISCRETION,
    EVIDENCE,
    FACTS,
    FILED_ON,
    FINE,
    HANDLER_OPINION,
    HANDLING,
    HEAD_OPINION,
    LEGAL_OPINION,
    OFFICERS,
    OTHER_PARTIES,
    OTHERS,
    PARTY,
    REMEDIES,
    SOURCE,
    UNIT_OPINION,
    day,
    flag,
    long,
    must,
    text,
)

_NAMED = ("name", "姓名或者名称")

CORRECTION = DocumentKind(
    "correction.order",
    "责令改正通知书",
    Volume.OPEN,
    415,
    series="责改",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-CORRECT", "", _NAMED),
        must(long("breach", "违法行为"), "PEN-CORRECT"),
        must(BREACHED, "PEN-CORRECT"),
        BASIS,
        flag("at_once", "立即改正"),
        Field("until", "改正期限", FieldKind.DATE, "PEN-CORRECT", unless="at_once"),
        must(long("correction", "改正内容和要求"), "PEN-CORRECT"),
        OFFICERS,
        REMEDIES,
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para("经查，你（单位）有下列行为："),
        Text("breach"),
        Para("上述行为违反了{law_breached}的规定。"),
        If(
            "at_once",
            (Para("[[依据{basis}的规定，]]现责令你（单位）**立即改正**上述违法行为。"),),
            (Para("[[依据{basis}的规定，]]现责令你（单位）于**{until}前**改正上述违法行为。"),),
        ),
        Para("改正内容和要求："),
        Text("correction"),
        Para("逾期不改正的，本机关将依法处理。"),
        Remedy(act="本通知"),
    ),
)

RECHECK = DocumentKind(
    "correction.recheck",
    "复查意见书",
    Volume.OPEN,
    416,
    series="复查",
    served=True,
    sealed=True,
    fields=(
        must(PARTY, "PEN-CORRECT", "", _NAMED),
        must(text("order_number", "责令改正通知书文号"), "PEN-CORRECT"),
        must(day("order_on", "责令改正日期"), "PEN-CORRECT"),
        must(day("rechecked_on", "复查日期"), "PEN-CORRECT"),
        must(long("found", "复查情况"), "PEN-CORRECT"),
        must(
            Field(
                "outcome",
                "复查意见",
                FieldKind.CHOICE,
                options=(
                    ("corrected", "已按要求改正"),
                    ("partly", "部分改正"),
                    ("not_corrected", "未改正"),
                ),
            ),
            "PEN-CORRECT",
        ),
        must(OFFICERS, "PEN-3"),
    ),
    body=(
        Para("{party.name}：", indent=False),
        Para(
            "本机关于{order_on}作出《责令改正通知书》（{order_number}）。{rechecked_on}，本机关执法人员"
            "对改正情况进行了复查，情况如下："
        ),
        Text("found"),
        Para("复查意见：**{outcome}**。"),
        Para("执法人员：{officers}"),
    ),
    signers=(Signer("party", "当事人"), Signer("officers", "执法人员")),
)

RECUSAL = DocumentKind(
    "recusal.decision",
    "回避决定书",
    Volume.OPEN,
    425,
    series="回避",
    served=True,
    sealed=True,
    fields=(
        must(text("applicant", "申请人"), "PEN-4"),
        must(text("person", "被申请回避的人员"), "PEN-4"),
        CAUSE,
        must(long("reason", "决定的理由"), "PEN-4"),
        must(
            Field(
                "outcome",
                "决定",
                FieldKind.CHOICE,
                options=(("recused", "同意回避"), ("refused", "驳回回避申请")),
            ),
            "PEN-4",
        ),
    ),
    body=(
        Para("{applicant}：", indent=False),
        Para("关于{person}在[[{cause}一案]]中回避的申请，经审查："),
        Text("reason"),
        Para(
            "依据《中华人民共和国行政处罚法》第四十三条的规定，本机关决定：**{outcome}**。"
            "决定作出之前，不停止调查。"
        ),
    ),
)


def _pause(code: str, title: str, series: str, order: int, sentence: str) -> DocumentKind:
    return DocumentKind(
        code,
        title,
        Volume.OPEN,
        order,
        series=series,
        served=True,
        sealed=True,
        fields=(
            must(PARTY, "PEN-14", "", _NAMED),
            must(CAUSE, "PEN-14"),
            FILED_ON,
            must(long("reason", "理由"), "PEN-14"),
            BASIS,
            must(day("from_day", "起算日期"), "PEN-14"),
        ),
        body=(
            Para("{party.name}：", indent=False),
            Para("本机关[[于{filed_on}]]立案调查的{cause}一案，因下列原因：", indent=True),
            Text("reason"),
            Para(sentence),
        ),
    )


SUSPENSION = _pause(
    "inquiry.suspension",
    "中止调查决定书",
    "中止",
    426,
    "[[依据{basis}的规定，]]本机关决定自**{from_day}**起中止调查。中止的原因消除后，恢复调查。",
)
RESUMPTION = _pause(
    "inquiry.resumption",
    "恢复调查决定书",
    "恢复",
    427,
    "[[依据{basis}的规定，]]本机关决定自**{from_day}**起恢复调查。",
)
TERMINATION = _pause(
    "inquiry.termination",
    "终止调查决定书",
    "终止",
    428,
    "[[依据{basis}的规定，]]本机关决定自**{from_day}**起终止调查。",
)

EXTENSION = DocumentKind(
    "inquiry.extension",
    "案件延期审批表",
    Volume.INTERNAL,
    205,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        must(CAUSE, "PEN-14"),
        PARTY,
        must(FILED_ON, "PEN-14"),
        must(day("due_on", "原办理期限"), "PEN-14"),
        must(day("until", "延长至"), "PEN-14"),
        must(long("reason", "延期的理由"), "PEN-14"),
        BASIS,
        must(HANDLER_OPINION, "PEN-14"),
        UNIT_OPINION,
        must(HEAD_OPINION, "PEN-14"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("party",),
                ("case_number", "filed_on"),
                ("due_on", "until"),
                ("reason",),
                ("basis",),
                *OPINION_ROWS,
            )
        ),
    ),
)

REPORT = DocumentKind(
    "inquiry.report",
    "案件调查终结报告",
    Volume.INTERNAL,
    200,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        must(PARTY, "PEN-57", "", _NAMED),
        OTHER_PARTIES,
        must(CAUSE, "PEN-57"),
        SOURCE,
        must(FILED_ON, "PEN-57"),
        must(OFFICERS, "PEN-3"),
        long("course", "调查经过"),
        must(FACTS, "PEN-57"),
        must(EVIDENCE, "PEN-57", "", ("name", "证据名称")),
        must(BREACHED, "PEN-57"),
        must(APPLIED, "PEN-57"),
        DISCRETION,
        BENCHMARK,
        long("statement", "陈述、申辩和听证情况"),
        must(HANDLING, "PEN-57", "", ("kind", "种类")),
        FINE,
        long("correction", "责令改正"),
        long("other", "其他需要说明的情况"),
        HANDLER_OPINION,
        UNIT_OPINION,
        LEGAL_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Lines(("case_name", "case_number", "cause", "source", "filed_on", "officers")),
        Head("当事人基本情况"),
        Who(),
        OTHERS,
        Head("案件来源和调查经过"),
        Text("course"),
        Head("违法事实和证据"),
        Text("facts"),
        Para("上述事实，有下列证据证明："),
        Points("evidence", "{name}[[（{kind}）]][[，{copies}]][[，证明{proves}]]"),
        Head("案件性质和处罚依据"),
        Para("当事人的上述行为，违反了{law_breached}的规定，应当依据{law_applied}的规定处理。"),
        Quotes("law_applied"),
        Head("裁量理由"),
        Text("discretion"),
        Para("参照的裁量基准：{benchmark}。"),
        Head("陈述、申辩和听证情况"),
        Text("statement"),
        Head("处理建议"),
        Points("penalties", "{penalty}"),
        Para("同时责令当事人：{correction}。"),
        Head("其他"),
        Text("other"),
        Form(
            (
                ("handler_opinion",),
                ("unit_opinion",),
                ("legal_opinion",),
                ("head_opinion",),
            )
        ),
    ),
    signers=(Signer("officers", "承办人"),),
)

KINDS = (CORRECTION, RECHECK, RECUSAL, SUSPENSION, RESUMPTION, TERMINATION, EXTENSION, REPORT)
