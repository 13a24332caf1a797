"""Legal review 法制审核 and collective discussion 集体讨论 (处罚法 arts 57(2), 58)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Lines,
    Para,
    Signer,
    Table,
    Talk,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    APPLIED,
    BENCHMARK,
    BRIEF,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    DISCRETION,
    ENDED,
    FILED_ON,
    FINE,
    HANDLER_OPINION,
    HANDLING,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    PENALTIES,
    PLACE,
    RECORDER,
    STARTED,
    UNIT_OPINION,
    day,
    long,
    must,
    opinion,
    rows,
    text,
)

#: What a decision other than a penalty would say; a penalty says it in `penalties`.
PROPOSED = long("proposed", "拟作出的决定")
_HANDLING = replace(must(HANDLING, "PEN-12", "", ("kind", "种类")), unless="proposed")

_CASE = (CASE_NAME, CASE_NUMBER, must(CAUSE, "PEN-12"), PARTY, FILED_ON)

MATERIALS = rows(
    "materials",
    "送审材料",
    Column("name", "材料名称", width=4),
    Column("number", "文号", width=2.4),
    Column("date", "日期", FieldKind.DATE, width=1.8),
    Column("copies", "份数、页数", width=1.2, align="center"),
)

SUBMISSION = DocumentKind(
    "review.submission",
    "重大执法决定法制审核送审表",
    Volume.INTERNAL,
    300,
    layout=Layout.FORM,
    series="审送",
    fields=(
        *_CASE,
        must(OFFICERS, "PEN-3"),
        text("round", "送审次数"),
        text("ground", "送审事由"),
        must(BRIEF, "PEN-12"),
        replace(must(APPLIED, "PEN-12"), unless="proposed"),
        BENCHMARK,
        DISCRETION,
        _HANDLING,
        PROPOSED,
        FINE,
        must(MATERIALS, "PEN-12", "", ("name", "材料名称")),
        must(HANDLER_OPINION, "PEN-12"),
        UNIT_OPINION,
        text("fingerprint", "送审内容指纹"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number", "filed_on"),
                ("party",),
                ("officers",),
                ("ground", "round"),
                ("brief",),
                ("law_applied",),
                ("benchmark",),
                ("discretion",),
                ("penalties",),
                ("proposed",),
                ("handler_opinion",),
                ("unit_opinion",),
                ("fingerprint",),
            )
        ),
        Table("materials", caption="送审材料清单"),
    ),
)

OPINION = DocumentKind(
    "review.opinion",
    "重大执法决定法制审核意见书",
    Volume.INTERNAL,
    301,
    series="法审",
    sealed=True,
    fields=(
        must(text("to_unit", "送审机构"), "PEN-12"),
        *_CASE,
        must(day("received_on", "收到送审材料日期"), "PEN-12"),
        PROPOSED,
        text("round", "审核次数"),
        rows(
            "checklist",
            "审核事项",
            Column("item", "审核事项", width=2.6),
            Column(
                "verdict",
                "结论",
                FieldKind.CHOICE,
                width=1,
                align="center",
                options=(("pass", "符合"), ("fail", "不符合"), ("na", "不涉及")),
            ),
            Column("note", "依据的材料和说明", width=4),
            rule="PEN-12",
        ),
        must(
            Field(
                "verdict",
                "审核意见",
                FieldKind.CHOICE,
                options=(
                    ("approved", "同意"),
                    ("correct", "提出纠正意见"),
                    ("transfer", "移送有权机关"),
                ),
            ),
            "PEN-12",
        ),
        must(long("grounds", "理由和依据"), "PEN-12"),
        long("corrections", "需要纠正的问题"),
        must(text("reviewer", "审核人员"), "PEN-12"),
        text("reviewer_licence", "法律职业资格证号"),
        opinion("lead_opinion", "法制审核机构负责人意见"),
        text("fingerprint", "审核内容指纹"),
    ),
    body=(
        Para("{to_unit}：", indent=False),
        If(
            "proposed",
            (
                Para(
                    "{received_on}收到你单位送审的[[{party.name}]]{cause}[[（{case_number}）]]。"
                    "按照重大执法决定法制审核制度，[[经{round}审核，]]现提出意见如下："
                ),
            ),
            (
                Para(
                    "{received_on}收到你单位送审的[[{party.name}涉嫌]]{cause}一案"
                    "[[（{case_number}）]]。依据《中华人民共和国行政处罚法》第五十八条的规定，"
                    "[[经{round}审核，]]现提出意见如下："
                ),
            ),
        ),
        Head("审核事项和结论"),
        Table("checklist"),
        Head("审核意见"),
        Para("**{verdict}**"),
        Head("理由和依据"),
        Text("grounds"),
        Head("需要纠正的问题"),
        Text("corrections"),
        Para("本意见针对内容指纹为{fingerprint}的送审内容；该内容有实质改动的，应当重新送审。"),
        Lines(("reviewer", "reviewer_licence")),
        Form((("lead_opinion",),)),
    ),
    signers=(Signer("reviewer", "审核人员"),),
)

EXEMPTION = DocumentKind(
    "review.exemption",
    "不属于法制审核范围确认单",
    Volume.INTERNAL,
    302,
    layout=Layout.FORM,
    fields=(
        *_CASE,
        _HANDLING,
        PROPOSED,
        FINE,
        rows(
            "grounds_denied",
            "逐项核对",
            Column("ground", "应当进行法制审核的情形", width=3.4),
            Column("article", "依据", width=1.8),
            Column("answer", "是否属于", width=0.9, align="center"),
            Column("why", "判断的事实", width=2.6),
            rule="PEN-12",
        ),
        must(HANDLER_OPINION, "PEN-12"),
        UNIT_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number", "filed_on"),
                ("party",),
                ("penalties",),
                ("proposed",),
            )
        ),
        Table("grounds_denied", caption="逐项核对"),
        Form((("handler_opinion",), ("unit_opinion",))),
    ),
)

DISCUSSION = DocumentKind(
    "decision.discussion",
    "案件集体讨论记录",
    Volume.INTERNAL,
    310,
    layout=Layout.RECORD,
    fields=(
        must(CASE_NAME, "PEN-13"),
        CASE_NUMBER,
        PARTY,
        must(STARTED, "PEN-13"),
        must(ENDED, "PEN-13"),
        must(PLACE, "PEN-13"),
        must(text("host", "主持人"), "PEN-13"),
        text("reporter", "汇报人"),
        RECORDER,
        rows(
            "present",
            "参加人员",
            Column("name", "姓名", width=1.4),
            Column("post", "职务", width=3),
            Column("note", "备注", width=1.6),
            rule="PEN-13",
        ),
        must(BRIEF, "PEN-13"),
        long("proposal", "承办机构的处理建议"),
        long("review_said", "法制审核意见"),
        rows("talk", "讨论记录", Column("q", "发言人"), Column("a", "发言"), rule="PEN-13"),
        must(long("conclusion", "结论性意见"), "PEN-13"),
        long("dissent", "不同意见"),
    ),
    body=(
        Lines(
            (
                "case_name",
                "case_number",
                "party",
                "started_at",
                "ended_at",
                "place",
                "host",
                "reporter",
                "recorder",
            )
        ),
        Table("present"),
        Head("基本案情"),
        Text("brief"),
        Head("承办机构的处理建议"),
        Text("proposal"),
        Head("法制审核意见"),
        Text("review_said"),
        Head("讨论记录"),
        Talk(speakers=True),
        Head("结论性意见"),
        Text("conclusion"),
        Head("不同意见"),
        Text("dissent"),
        End(),
    ),
    signers=(
        Signer("present", "参加人员"),
        Signer("host", "主持人"),
        Signer("recorder", "记录人"),
    ),
)

DECISION_APPROVAL = DocumentKind(
    "decision.approval",
    "行政处理决定审批表",
    Volume.INTERNAL,
    201,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CASE_NUMBER,
        must(CAUSE, "PEN-57"),
        PARTY,
        FILED_ON,
        must(BRIEF, "PEN-57"),
        must(APPLIED, "PEN-57"),
        long("statement", "陈述、申辩和听证情况"),
        long("review_said", "法制审核意见"),
        long("discussion_said", "集体讨论结论"),
        must(PENALTIES, "PEN-57", "", ("kind", "种类")),
        FINE,
        must(HANDLER_OPINION, "PEN-57"),
        UNIT_OPINION,
        HEAD_OPINION,
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number", "filed_on"),
                ("party",),
                ("brief",),
                ("law_applied",),
                ("statement",),
                ("review_said",),
                ("discussion_said",),
                ("penalties",),
                *OPINION_ROWS,
            )
        ),
    ),
)

KINDS = (SUBMISSION, OPINION, EXEMPTION, DISCUSSION, DECISION_APPROVAL)
