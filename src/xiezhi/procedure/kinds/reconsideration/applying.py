"""Steps from the application to its acceptance (复议法 arts. 22, 30, 31, 53)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.reconsideration.fields import CONDITIONS, SIMPLIFIED_GROUNDS
from xiezhi.procedure.documents.vocabulary import day, flag, money, must, text
from xiezhi.procedure.kinds.checks.posted import posted_before_it_came
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.reconsideration import taking as c
from xiezhi.procedure.kinds.reconsideration.clock import DECIDED
from xiezhi.procedure.steps import Step

_APPLIED = (
    "cause",
    "brief",
    "in_name_of",
    "claim",
    "respondent",
    "respondent_kind",
    "act_number",
    "act_on",
    "known_on",
    "applied_by",
    "posted_on",
    flag("about_land", "因不动产提出的申请"),
    "basis_claim",
    "compensation_claim",
)
APPLY = Step(
    "reconsideration.apply",
    "application",
    (DAY, posted_before_it_came, c.respondent_is_told_apart),
    documents=("reconsideration.application",),
    asks=_APPLIED,
    attach="行政复议申请书",
    says="收到{party}不服{respondent}作出的{cause}的行政复议申请。",
    intro="口头申请的，当场记录申请人的基本情况、请求、主要事实、理由和时间。行政复议不收费。",
)
APPLY_SIMPLIFIED = Step(
    "reconsideration.apply_simplified",
    "application",
    (
        DAY,
        posted_before_it_came,
        c.respondent_is_told_apart,
        c.simplified_is_allowed,
        c.sum_is_small,
    ),
    documents=("reconsideration.application",),
    asks=(
        *_APPLIED,
        Field(
            "simplified_for",
            "适用简易程序的情形",
            FieldKind.CHOICE,
            "REC-53",
            options=SIMPLIFIED_GROUNDS,
        ),
        money("sum_at_stake", "案件涉及款额（元）"),
        flag("facts_clear", "事实清楚、权利义务关系明确、争议不大"),
    ),
    attach="行政复议申请书",
    says="收到{party}不服{respondent}作出的{cause}的行政复议申请，适用简易程序（{simplified_for}）。",
)

_TOLD = must(day("correction_told_on", "申请人收到补正通知的日期"), "REC-31-2")


def taking(begins: str) -> tuple[Step, ...]:
    """补正、受理、不予受理, each open until the matter is taken or ended."""
    taken = ("reconsideration.accept", *DECIDED)
    return (
        Step(
            "reconsideration.ask_correction",
            "application",
            (DAY, c.correction_is_in_time),
            needs=(begins,),
            until=taken,
            documents=("reconsideration.correction_notice",),
            asks=("to_correct",),
            says="通知{party}补正，{number}。",
            intro="应当一次性写明需要补正的全部事项。",
        ),
        Step(
            "reconsideration.receive_correction",
            "application",
            (DAY, c.correction_is_awaited, c.correction_came_in_time),
            needs=("reconsideration.ask_correction",),
            until=taken,
            asks=(
                _TOLD,
                text("correction_late_why", "逾期补正的正当理由"),
                text("corrected_by", "补正的材料", "REC-31-2"),
            ),
            attach="补正材料",
            says="收到{party}的补正材料：{corrected_by}。",
        ),
        Step(
            "reconsideration.note_abandoned",
            "application",
            (DAY, c.correction_is_overdue),
            needs=("reconsideration.ask_correction",),
            until=taken,
            asks=(_TOLD,),
            says="{party}无正当理由逾期不补正，视为放弃行政复议申请，记录在案。",
        ),
        Step(
            "reconsideration.accept",
            "application",
            (DAY, c.not_awaiting_correction, c.conditions_are_met, c.applied_in_time),
            needs=(begins,),
            until=DECIDED,
            documents=("reconsideration.acceptance",),
            asks=(
                *(flag(name, label) for name, label in CONDITIONS),
                text("late_why", "超过六十日申请的正当理由"),
                flag("rights_not_told", "原机关没有告知复议权利、复议机关和期限"),
            ),
            says="受理{party}的行政复议申请，{number}。",
            intro="逐项确认《行政复议法》第三十条第一款规定的受理条件。",
            follows=(begins, "reconsideration.receive_correction"),
        ),
        Step(
            "reconsideration.refuse",
            "application",
            (DAY, c.still_examined),
            needs=(begins,),
            until=taken,
            documents=("reconsideration.refusal",),
            asks=("refused_for", "refusal_reason", "competent_body"),
            says="决定不予受理{party}的行政复议申请（{refused_for}），{number}。",
            follows=(begins, "reconsideration.receive_correction"),
            confirm=("申请人收到不予受理决定书，本案终结。",),
        ),
    )
