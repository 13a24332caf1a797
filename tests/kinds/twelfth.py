"""A made-up twelfth act kind, 行政奖励: nothing but declarations, to prove that they are enough."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.config.sample.kinds.model import PLAIN, Deed, Life, closed, decided_and_served
from xiezhi.procedure.acts.model import HANDLER, Act, by, own
from xiezhi.procedure.documents.model import (
    DocumentKind,
    Field,
    FieldKind,
    Form,
    Layout,
    Para,
    Remedy,
    Text,
    Volume,
)
from xiezhi.procedure.documents.vocabulary import (
    BASIS,
    CASE_NAME,
    CAUSE,
    HANDLER_OPINION,
    PARTY,
    REMEDIES,
    long,
    money,
    must,
)
from xiezhi.procedure.kinds.course import DAY, Way, towards_decision
from xiezhi.procedure.steps import ActKind, Outcome, Stage, Step

ACTS: tuple[Act, ...] = (
    by("award.nominate", "登记奖励推荐", HANDLER, substance=True, opens="行政奖励"),
    own("award.assess", "提出奖励意见", substance=True),
)
OUTCOMES = (
    Outcome("award", "给予奖励", "award.decision", favours=True),
    Outcome("none", "不予奖励", "award.refusal"),
)
ASSESSMENT = DocumentKind(
    "award.assessment",
    "奖励意见",
    Volume.INTERNAL,
    9000,
    layout=Layout.FORM,
    fields=(
        CASE_NAME,
        CAUSE,
        PARTY,
        must(long("merits", "事迹"), "PEN-23"),
        must(BASIS, "PEN-23"),
        HANDLER_OPINION,
    ),
    body=(Form((("case_name",), ("cause",), ("party",), ("merits",), ("handler_opinion",))),),
)
DECISION = DocumentKind(
    "award.decision",
    "行政奖励决定书",
    Volume.OPEN,
    9001,
    series="奖",
    served=True,
    sealed=True,
    fields=(PARTY, CAUSE, must(long("merits", "事迹"), "PEN-23"), BASIS, REMEDIES),
    body=(Para("{party.name}："), Text("merits"), Para("决定给予奖励。"), Remedy()),
)
REFUSAL = replace(DECISION, code="award.refusal", title="不予奖励决定书", order=9002, series="不奖")


def kind() -> ActKind:
    """Declared once its acts are known."""
    course = towards_decision(Way("award.nominate", ("award.assess",), show=None))
    return ActKind(
        code="award.ordinary",
        version="2026",
        label="行政奖励",
        procedure_label="一般程序",
        stages=(
            Stage("nomination", "推荐"),
            Stage("review", "法制审核"),
            Stage("decision", "决定"),
            Stage("service", "送达"),
            Stage("closing", "结案"),
            Stage("archive", "归档"),
        ),
        steps=(
            Step("award.nominate", "nomination", (DAY,), says="登记{party}的奖励推荐：{cause}。"),
            Step(
                "award.assess",
                "nomination",
                (DAY,),
                needs=("award.nominate",),
                once=False,
                documents=("award.assessment",),
                asks=(
                    Field("outcome", "意见", FieldKind.CHOICE, rule="PEN-23",
                          options=tuple((o.code, o.label) for o in OUTCOMES)),
                    money("bonus", "奖金（元）"),
                    "merits",
                    "basis",
                    "handler_opinion",
                ),
                grounds=True,
                says="承办人意见：{outcome}。",
            ),
            *course.steps,
        ),
        limits=course.limits,
        expects=course.expects,
        review="award",
        disclosure="none",
        title="{party}：{cause}",
        series="奖荐",
        party_label="被推荐人",
        proposes=("award.assess",),
        outcomes=OUTCOMES,
        gates=("review.submit", "decision.issue", "decision.close", "record.archive"),
    )  # fmt: skip


LIFE = Life(
    "award",
    "award.ordinary",
    (
        Deed(
            "handler",
            "award.nominate",
            {
                "kind": "legal_person",
                "name": "安澜市禾丰粮油商贸有限公司",
                "code": "91230500MA1B3N1N2M",
                "cause": "举报重大食品安全隐患",
                "brief": "主动报告并召回问题产品。",
            },
        ),
        Deed("head", "decision.issue", {}, refused="REV-GATE"),
        Deed(
            "handler",
            "award.assess",
            {
                "outcome": "award",
                "bonus": "3000",
                "merits": "主动报告并召回问题产品，避免了危害后果。",
                "basis": [{"law": "中华人民共和国食品安全法", "article": "第十三条"}],
                "handler_opinion": "建议给予奖励。",
                **PLAIN,
            },
        ),
        Deed("handler", "review.exempt", PLAIN),
        *decided_and_served(),
        *closed(),
    ),
)
