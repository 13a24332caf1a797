"""Documents of the beginning: where a case comes from, and whether it is filed (处罚法 art. 54)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import DocumentKind, Field, FieldKind, Form, Layout, Volume
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    BRIEF,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    FACTS,
    FOUND_ON,
    HANDLER_OPINION,
    HEAD_OPINION,
    OFFICERS,
    OPINIONS,
    PARTY,
    SOURCE,
    SOURCE_DETAIL,
    UNIT_OPINION,
    Options,
    flag,
    long,
    must,
    text,
)

#: Why a case is not filed (程序规定 art. 20); the first two hold only for what was put right.
NOT_FILED: Options = (
    ("slight", "违法行为轻微并及时改正，没有造成危害后果"),
    ("first", "初次违法且危害后果轻微并及时改正"),
    ("no_fault", "当事人有证据足以证明没有主观过错"),
    ("other", "依法可以不予立案的其他情形"),
)
GROUND = Field("ground", "不予立案的情形", FieldKind.CHOICE, options=NOT_FILED)

OPINION_ROWS = (("handler_opinion",), ("unit_opinion",), ("head_opinion",))

REGISTRATION = DocumentKind(
    "source.registration",
    "案件来源登记表",
    Volume.INTERNAL,
    100,
    layout=Layout.FORM,
    series="案源",
    fields=(
        must(SOURCE, "PEN-23"),
        must(FOUND_ON, "PEN-23"),
        SOURCE_DETAIL,
        text("reporter", "提供线索的单位或者个人", help="举报人要求保密的，填写“保密”。"),
        text("reporter_contact", "联系方式"),
        PARTY,
        text("happened", "违法行为发生时间"),
        text("place", "违法行为发生地点"),
        must(BRIEF, "PEN-23"),
        flag("real_name", "实名举报"),
        *OPINIONS,
    ),
    body=(
        Form(
            (
                ("source", "found_on"),
                ("reporter", "reporter_contact"),
                ("source_detail",),
                ("party",),
                ("happened", "place"),
                ("brief",),
                *OPINION_ROWS,
            )
        ),
    ),
)

_CASE = (
    CASE_NAME,
    CASE_NUMBER,
    must(CAUSE, "PEN-5"),
    SOURCE,
    FOUND_ON,
    must(PARTY, "PEN-5", "", ("name", "姓名或者名称")),
    text("happened", "违法行为发生时间"),
)

APPROVAL = DocumentKind(
    "filing.approval",
    "立案审批表",
    Volume.OPEN,
    200,
    layout=Layout.FORM,
    series="立",
    fields=(
        *_CASE,
        must(BRIEF, "PEN-5"),
        BASIS,
        must(OFFICERS, "PEN-3"),
        must(HANDLER_OPINION, "PEN-5"),
        UNIT_OPINION,
        must(HEAD_OPINION, "PEN-5"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("source", "found_on"),
                ("party",),
                ("happened",),
                ("brief",),
                ("basis",),
                ("officers",),
                *OPINION_ROWS,
            )
        ),
    ),
)

REFUSAL = DocumentKind(
    "filing.refusal",
    "不予立案审批表",
    Volume.OPEN,
    201,
    layout=Layout.FORM,
    series="不立",
    fields=(
        *_CASE,
        must(BRIEF, "PEN-5"),
        must(GROUND, "SAMR-3"),
        must(long("reason", "不予立案的理由"), "PEN-5"),
        BASIS,
        must(HANDLER_OPINION, "PEN-5"),
        UNIT_OPINION,
        must(HEAD_OPINION, "PEN-5"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("source", "found_on"),
                ("party",),
                ("happened",),
                ("brief",),
                ("ground",),
                ("reason",),
                ("basis",),
                *OPINION_ROWS,
            )
        ),
    ),
)

WITHDRAWAL = DocumentKind(
    "filing.withdrawal",
    "撤销立案审批表",
    Volume.INTERNAL,
    510,
    layout=Layout.FORM,
    series="撤",
    fields=(
        *_CASE,
        must(FACTS, "PEN-23"),
        must(long("reason", "撤销立案的理由"), "PEN-23"),
        must(HANDLER_OPINION, "PEN-23"),
        UNIT_OPINION,
        must(HEAD_OPINION, "PEN-23"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("party",),
                ("facts",),
                ("reason",),
                *OPINION_ROWS,
            )
        ),
    ),
)

KINDS = (REGISTRATION, APPROVAL, REFUSAL, WITHDRAWAL)
