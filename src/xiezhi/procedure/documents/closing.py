"""结案 and the case file 案卷: cover, directory, remarks, back (law reference 4.6)."""

from __future__ import annotations

from xiezhi.procedure.documents.filing import OPINION_ROWS
from xiezhi.procedure.documents.model import (
    Column,
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Layout,
    Lines,
    Para,
    Table,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    FILED_ON,
    FINE,
    HANDLER_OPINION,
    HANDLING,
    HEAD_OPINION,
    OFFICERS,
    PARTY,
    UNIT_OPINION,
    day,
    long,
    must,
    number,
    rows,
    text,
)

CLOSING = DocumentKind(
    "case.closing",
    "结案审批表",
    Volume.INTERNAL,
    500,
    layout=Layout.FORM,
    series="结",
    fields=(
        must(CASE_NAME, "PEN-23"),
        CASE_NUMBER,
        must(CAUSE, "PEN-23"),
        must(PARTY, "PEN-23", "", ("name", "姓名或者名称")),
        FILED_ON,
        text("decision_number", "决定书文号"),
        day("decided_on", "决定日期"),
        day("served_on", "送达日期"),
        HANDLING,
        FINE,
        must(
            Field(
                "closing_kind",
                "结案方式",
                FieldKind.CHOICE,
                options=(
                    ("performed", "执行完毕"),
                    ("no_penalty", "不予行政处罚"),
                    ("not_filed", "不予立案"),
                    ("withdrawn", "撤销立案"),
                    ("court", "人民法院强制执行"),
                    ("revoked", "撤销原决定"),
                    ("done", "办理完毕"),
                    ("terminated", "终结"),
                ),
            ),
            "PEN-23",
        ),
        must(long("outcome", "处理结果和执行情况"), "PEN-23"),
        must(HANDLER_OPINION, "PEN-23"),
        UNIT_OPINION,
        must(HEAD_OPINION, "PEN-23"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("case_number", "filed_on"),
                ("party",),
                ("decision_number",),
                ("decided_on", "served_on"),
                ("penalties",),
                ("closing_kind",),
                ("outcome",),
                *OPINION_ROWS,
            )
        ),
    ),
)

COVER = DocumentKind(
    "file.cover",
    "行政执法案卷",
    Volume.BINDING,
    0,
    layout=Layout.COVER,
    fields=(
        must(CASE_NAME, "ARCH-1"),
        CASE_NUMBER,
        must(CAUSE, "ARCH-1"),
        text("volume_name", "卷别"),
        long("outcome", "处理结果"),
        day("filed_on", "立案日期"),
        day("closed_on", "结案日期"),
        OFFICERS,
        day("archived_on", "归档日期"),
        text("archive_number", "归档号"),
        text("retention", "保存期限"),
        number("pages", "本卷页数"),
        number("items", "本卷件数"),
    ),
    body=(
        Form(
            (
                ("case_name",),
                ("cause",),
                ("outcome",),
                ("case_number",),
                ("filed_on", "closed_on"),
                ("officers",),
                ("archived_on", "archive_number"),
                ("items", "pages"),
                ("retention",),
            )
        ),
    ),
)

DIRECTORY = DocumentKind(
    "file.directory",
    "卷内目录",
    Volume.BINDING,
    1,
    layout=Layout.DIRECTORY,
    fields=(
        CASE_NAME,
        text("volume_name", "卷别"),
        rows(
            "entries",
            "卷内文件",
            Column("no", "序号", FieldKind.NUMBER, width=0.8, align="center"),
            Column("number", "文件编号", width=3.4),
            Column("author", "责任者", width=2.0),
            Column("title", "题名", width=3.2),
            Column("date", "日期", FieldKind.DATE, width=2.5, align="center"),
            Column("page", "页号", width=1.0, align="center"),
            Column("note", "备注", width=1.0),
            rule="ARCH-1",
        ),
    ),
    body=(Lines(("case_name", "volume_name")), Table("entries")),
)

REMARKS = DocumentKind(
    "file.remarks",
    "卷内备考表",
    Volume.BINDING,
    2,
    layout=Layout.FORM,
    fields=(
        text("volume_name", "卷别"),
        must(number("items", "本卷件数"), "ARCH-1"),
        must(number("pages", "本卷页数"), "ARCH-1"),
        long("situation", "本卷情况说明"),
        text("fingerprint", "本卷内容指纹"),
        text("bound_by", "立卷人"),
        day("bound_on", "立卷日期"),
        text("checked_by", "检查人"),
        day("checked_on", "检查日期"),
    ),
    body=(
        Form(
            (
                ("volume_name",),
                ("items", "pages"),
                ("situation",),
                ("fingerprint",),
                ("bound_by", "bound_on"),
                ("checked_by", "checked_on"),
            )
        ),
    ),
)

BACK = DocumentKind(
    "file.back",
    "封底",
    Volume.BINDING,
    3,
    layout=Layout.BACK,
    fields=(text("archive_number", "归档号"),),
    body=(),
)

MEDIA = DocumentKind(
    "file.media",
    "音像、电子资料载体说明",
    Volume.BINDING,
    4,
    layout=Layout.FORM,
    fields=(
        must(text("name", "资料名称"), "ARCH-1"),
        text("number", "编号"),
        day("made_on", "形成日期"),
        text("mime", "格式"),
        text("size", "大小"),
        text("duration", "时长"),
        must(text("fingerprint", "内容指纹"), "ARCH-1"),
        text("stored_at", "存放位置"),
        text("proves", "证明对象"),
    ),
    body=(
        Form(
            (
                ("name",),
                ("number", "made_on"),
                ("mime", "size"),
                ("duration",),
                ("fingerprint",),
                ("stored_at",),
                ("proves",),
            )
        ),
        Para("本资料不能打印成页，原件随案卷数据包保存；核对内容指纹即可确认未经改动。"),
    ),
)

KINDS = (CLOSING, COVER, DIRECTORY, REMARKS, BACK, MEDIA)
