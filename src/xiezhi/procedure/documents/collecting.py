"""Documents of levies 行政征收 and charges 行政收费: the same papers under two names.

What the money is for, on which article, how it was reckoned; the notice and the decision.
"""

from __future__ import annotations

from dataclasses import dataclass

from xiezhi.procedure.documents.model import (
    Column,
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
    Signer,
    Table,
    Text,
    Volume,
    Who,
)
from xiezhi.procedure.documents.vocabulary import (
    ADDRESS,
    AGENCY_ADDRESS,
    BASIS,
    CASE_NAME,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    CONTACT_PHONE,
    FULL_NAME,
    OFFICERS,
    PARTY,
    PUBLICITY,
    REMEDIES,
    WHERE,
    Options,
    day,
    flag,
    long,
    money,
    must,
    number,
    rows,
    text,
)

NAMED = ("name", "姓名或者名称")

CALCULATION = rows(
    "calculation",
    "计算明细",
    Column("item", "计征内容", width=2.6),
    Column("base", "计征基数", FieldKind.NUMBER, 1.4, "right"),
    Column("unit", "单位", width=0.9, align="center"),
    Column("rate", "标准、费率", FieldKind.NUMBER, 1.3, "right"),
    Column("amount", "金额（元）", FieldKind.MONEY, 1.5, "right"),
)
AMOUNT = money("amount", "应缴金额")
LATE_RATE = number("late_rate", "滞纳金标准（每日万分之几）")
PAY_DAYS = number("pay_days", "缴纳期限（日）")
PERIOD = text("period", "所属期间")
LISTED_AS = text("listed_as", "目录清单中的名称和编号")
NOT_DUE_WHY = long("not_due_why", "不予征收、收费的理由")

RECHECKED: Options = (
    ("accepted", "意见成立，重新核定"),
    ("rejected", "意见不成立，维持核定"),
)
LATE_FEE = If(
    "late_rate",
    (
        Para(
            "到期不缴纳的，依据《中华人民共和国行政强制法》第四十五条的规定，自期限届满的次日起"
            "每日按应缴金额的**万分之{late_rate:han}**加收滞纳金；加收的数额不超出应缴金额。"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one of the two: its family, its verb, where its documents stand."""

    family: str
    word: str
    mark: str
    order: int

    @property
    def outcomes(self) -> Options:
        return (("collect", f"应当{self.word}"), ("none", f"不予{self.word}"))


LEVY = Words("levy", "征收", "征", 1430)
CHARGE = Words("charge", "收费", "费", 1450)


def _item(rule: str) -> tuple[Field, ...]:
    return (
        must(PARTY, rule, "缴费人", NAMED),
        must(CAUSE, "CHG-3", "项目"),
        LISTED_AS,
        must(BASIS, "LEVY-1", "依据"),
        PERIOD,
    )


def _sum() -> tuple[Field, ...]:
    parts = (("item", "计征内容"), ("amount", "金额"))
    return must(CALCULATION, "LEVY-2", "", *parts), must(AMOUNT, "LEVY-2")


def _assessment(w: Words) -> DocumentKind:
    outcome = Field("outcome", "核定意见", FieldKind.CHOICE, options=w.outcomes)
    return DocumentKind(
        f"{w.family}.assessment",
        f"{w.word}核定表",
        Volume.INTERNAL,
        w.order,
        layout=Layout.FORM,
        series=f"{w.mark}核",
        fields=(
            CASE_NAME,
            CASE_NUMBER,
            *_item("LEVY-2"),
            must(OFFICERS, "LEVY-2"),
            long("duty_facts", "应缴的事实和证据", "LEVY-2"),
            must(outcome, "LEVY-2"),
            CALCULATION,
            AMOUNT,
            NOT_DUE_WHY,
            PAY_DAYS,
            LATE_RATE,
        ),
        body=(
            Form(
                (
                    ("case_name",),
                    ("party",),
                    ("cause", "period"),
                    ("listed_as",),
                    ("basis",),
                    ("duty_facts",),
                    ("outcome",),
                    ("not_due_why",),
                )
            ),
            Table("calculation", caption="计算明细"),
            Form((("amount",), ("pay_days", "late_rate"), ("officers",))),
        ),
        signers=(Signer("officers", "承办人"),),
    )


def _notice(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.notice",
        f"行政{w.word}事先告知书",
        Volume.OPEN,
        w.order + 1,
        series=f"{w.mark}告",
        served=True,
        sealed=True,
        fields=(
            *_item("LEVY-3"),
            long("duty_facts", "应缴的事实和证据", "LEVY-3"),
            *_sum(),
            must(day("reply_by", "提出意见的期限"), "LEVY-3"),
            AGENCY_ADDRESS,
            CONTACT,
            CONTACT_PHONE,
        ),
        body=(
            Para("{party.name}：", indent=False),
            Para(f"依据{{basis}}的规定，本机关拟向你（单位）{w.word}（{{cause}}），现告知如下："),
            Lines(("listed_as", "period")),
            Head("事实"),
            Text("duty_facts"),
            Head("计算"),
            Table("calculation"),
            Para("合计**{amount}**。"),
            Head("你（单位）的权利"),
            Para(
                "**你（单位）有权陈述意见、提出申辩和证据**，请于**{reply_by}前**向本机关提出；"
                "逾期未提出的，视为没有意见。"
            ),
            WHERE,
        ),
        signers=(Signer("party", "缴费人签收"),),
    )


def _statement(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.statement",
        f"{w.word}陈述意见记录",
        Volume.OPEN,
        w.order + 2,
        layout=Layout.RECORD,
        fields=(
            must(PARTY, "LEVY-3", "", NAMED),
            CAUSE,
            text("notice_number", "告知书文号"),
            must(text("spoke", "陈述人和职务"), "LEVY-3"),
            flag("no_objection", "没有异议"),
            must(long("stated", "陈述、申辩的内容"), "LEVY-3"),
            OFFICERS,
        ),
        body=(
            Lines(("party", "cause", "notice_number", "spoke", "no_objection", "officers")),
            Head("陈述、申辩的内容", numbered=False),
            Text("stated"),
        ),
        signers=(Signer("party", "陈述人"), Signer("officers", "承办人")),
    )


def _answer(w: Words) -> DocumentKind:
    choice = Field("answer_kind", "复核意见", FieldKind.CHOICE, options=RECHECKED)
    return DocumentKind(
        f"{w.family}.answer",
        f"{w.word}意见复核书",
        Volume.OPEN,
        w.order + 3,
        fields=(
            must(PARTY, "LEVY-3", "", NAMED),
            CAUSE,
            must(long("stated", "陈述、申辩的内容"), "LEVY-3"),
            must(choice, "LEVY-3"),
            must(long("answered", "复核情况和理由"), "LEVY-3"),
            OFFICERS,
        ),
        body=(
            Lines(("party", "cause", "officers")),
            Head("缴费人的意见"),
            Text("stated"),
            Head("复核意见"),
            Para("**{answer_kind}**。"),
            Text("answered"),
        ),
        signers=(Signer("officers", "复核人员"),),
    )


def _decision(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.decision",
        f"行政{w.word}决定书",
        Volume.OPEN,
        w.order + 4,
        series=w.mark,
        served=True,
        sealed=True,
        fields=(
            must(PARTY, "LEVY-2", "缴费人", FULL_NAME, ADDRESS),
            *_item("LEVY-2")[1:],
            long("duty_facts", "应缴的事实和证据", "LEVY-2"),
            *_sum(),
            long("stated", "陈述、申辩的内容"),
            long("answered", "复核情况和理由"),
            must(PAY_DAYS, "LEVY-2", "缴纳期限"),
            LATE_RATE,
            text("bank_name", "代收机构的名称"),
            text("bank_address", "代收机构的地址"),
            text("bank_account", "收款账号"),
            must(REMEDIES, "REM-1"),
            PUBLICITY,
        ),
        body=(
            Who(label="缴费人"),
            Head("事实"),
            Text("duty_facts"),
            Lines(("cause", "listed_as", "period")),
            Head("缴费人的意见"),
            Text("stated"),
            Text("answered"),
            Head("依据和数额"),
            Para(f"依据{{basis}}的规定，本机关决定向你（单位）{w.word}："),
            Table("calculation"),
            Para("合计**{amount}**。"),
            Head("缴纳方式和期限"),
            Para(
                "请自收到本决定书之日起**{pay_days:han}日内**缴纳[[，缴至{bank_name}]]"
                "[[（地址：{bank_address}）]][[，账号：{bank_account}]]。收款时开具财政部门监制的票据。"
            ),
            LATE_FEE,
            Head("救济途径和期限"),
            Remedy(),
            Text("publicity"),
        ),
    )


def _none(w: Words) -> DocumentKind:
    return DocumentKind(
        f"{w.family}.none",
        f"不予{w.word}决定书",
        Volume.OPEN,
        w.order + 5,
        series=f"不{w.mark}",
        served=True,
        sealed=True,
        fields=(
            *_item("LEVY-2"),
            long("duty_facts", "应缴的事实和证据", "LEVY-2"),
            must(NOT_DUE_WHY, "LEVY-2"),
            must(REMEDIES, "REM-1"),
            PUBLICITY,
        ),
        body=(
            Who(label="缴费人"),
            Lines(("cause", "listed_as", "period")),
            Head("事实"),
            Text("duty_facts"),
            Head("理由和决定"),
            Text("not_due_why"),
            Para(f"依据{{basis}}的规定，本机关决定：**不予{w.word}**。"),
            Head("救济途径和期限"),
            Remedy(),
            Text("publicity"),
        ),
    )


_MAKERS = (_assessment, _notice, _statement, _answer, _decision, _none)

KINDS = tuple(make(words) for words in (LEVY, CHARGE) for make in _MAKERS)
