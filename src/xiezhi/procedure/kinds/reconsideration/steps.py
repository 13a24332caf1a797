"""Steps of the trial, and what makes it rest (复议法 arts. 39 to 60)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import flag, must, text
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.reconsideration import judging as j
from xiezhi.procedure.kinds.reconsideration import taking as c
from xiezhi.procedure.kinds.reconsideration.clock import DECIDED
from xiezhi.procedure.steps import Step

TRIED = (DAY, c.is_accepted, c.not_suspended)


def trying(begins: str) -> tuple[Step, ...]:
    """发送副本、答复、第三人、调查、听取意见、听证、咨询、停止执行."""
    return (
        Step(
            "reconsideration.send_copy",
            "trial",
            (DAY, c.is_accepted, c.reply_term_is_right),
            needs=(begins,),
            until=DECIDED,
            documents=("reconsideration.reply_notice",),
            asks=("reply_days",),
            says="向{respondent}发送申请书副本，要求答复，{number}。",
            intro="办理日期是被申请人收到副本的日期；普通程序十个工作日、简易程序五个工作日内答复。",
        ),
        Step(
            "reconsideration.receive_reply",
            "trial",
            (DAY,),
            needs=("reconsideration.send_copy",),
            until=DECIDED,
            asks=(
                must(Field("reply_said", "被申请人的答复", FieldKind.PARAGRAPH), "REM-7"),
                flag("evidence_submitted", "提交了证据、依据和其他有关材料"),
            ),
            attach="答复书和证据目录",
            says="收到{respondent}的书面答复。",
        ),
        Step(
            "reconsideration.add_third_party",
            "trial",
            TRIED,
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.third_notice",),
            asks=("third_party",),
            says="通知{third_party}作为第三人参加行政复议，{number}。",
        ),
        Step(
            "reconsideration.collect_evidence",
            "trial",
            (*TRIED, c.two_with_work_ids),
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.inquiry",),
            asks=(
                "investigators",
                "work_id_shown",
                "asked_whom",
                "inquiry_place",
                "inquiry_found",
            ),
            says="{investigators}向{asked_whom}调查取证。",
        ),
        Step(
            "reconsideration.hear_opinions",
            "trial",
            TRIED,
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.opinions_record",),
            asks=("opinions_by", "opinions_of", "opinions"),
            says="听取{opinions_of}的意见（{opinions_by}）。",
        ),
        *_hearing(begins),
        Step(
            "reconsideration.stay",
            "trial",
            (DAY, c.is_accepted),
            needs=(begins,),
            until=DECIDED,
            documents=("reconsideration.stay",),
            asks=("stay_for", "stay_reason"),
            says="决定行政复议期间停止执行（{stay_for}），{number}。",
        ),
    )


def _hearing(begins: str) -> tuple[Step, ...]:
    return (
        Step(
            "reconsideration.notify_hearing",
            "trial",
            (*TRIED, j.told_five_days_before),
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.hearing_notice",),
            asks=("hearing_at", "hearing_place", "hearing_subject"),
            says="通知当事人听证，{number}。",
        ),
        Step(
            "reconsideration.hold_hearing",
            "trial",
            (*TRIED, j.on_the_day_told, j.hearing_is_composed, j.head_of_respondent_attends),
            needs=("reconsideration.notify_hearing",),
            until=DECIDED,
            documents=("reconsideration.hearing_record",),
            asks=(
                "hearing_host",
                "hearing_members",
                "hearing_recorder",
                "head_present",
                "head_absent_why",
                "hearing_said",
            ),
            says="举行听证，由{hearing_host}主持。",
        ),
        Step(
            "reconsideration.consult",
            "trial",
            TRIED,
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.consultation",),
            asks=("consulted_members", "consulted_on", "committee_opinion"),
            says="行政复议委员会提出咨询意见（{consulted_members}）。",
        ),
    )


def resting(begins: str) -> tuple[Step, ...]:
    """中止、附带审查、恢复、延期、终止 (arts. 39 to 41, 56 to 60, 62)."""
    return (
        Step(
            "reconsideration.suspend",
            "trial",
            TRIED,
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.suspension",),
            asks=("suspended_for", "suspension_reason"),
            says="中止行政复议（{suspended_for}），{number}。",
        ),
        Step(
            "reconsideration.ask_maker",
            "trial",
            (DAY, c.basis_is_examined),
            needs=("reconsideration.suspend",),
            until=DECIDED,
            once=False,
            documents=("reconsideration.maker_notice",),
            asks=("maker", "basis_title", "basis_clauses"),
            says="通知{maker}就{basis_title}的有关条款答复，{number}。",
        ),
        Step(
            "reconsideration.refer_basis",
            "trial",
            (DAY, c.basis_is_examined),
            needs=("reconsideration.suspend",),
            until=DECIDED,
            once=False,
            documents=("reconsideration.basis_referral",),
            asks=("referred_to", "basis_title", "basis_clauses"),
            says="把{basis_title}转送{referred_to}处理，{number}。",
        ),
        Step(
            "reconsideration.judge_basis",
            "trial",
            (DAY, c.basis_is_examined),
            needs=("reconsideration.suspend",),
            until=DECIDED,
            once=False,
            asks=(
                Field(
                    "basis_finding",
                    "处理结论",
                    FieldKind.CHOICE,
                    "REC-59",
                    options=(
                        ("lawful", "相关条款合法"),
                        ("unlawful", "超越权限或者违反上位法，停止执行并责令纠正"),
                    ),
                ),
                Field("basis_reason", "理由", FieldKind.PARAGRAPH, "REC-59"),
                text("basis_reply_from", "处理意见来自（转送的）"),
            ),
            says="附带审查处理完毕：{basis_finding}。",
        ),
        Step(
            "reconsideration.resume",
            "trial",
            (DAY, c.is_suspended, c.basis_is_settled),
            needs=("reconsideration.suspend",),
            until=DECIDED,
            once=False,
            documents=("reconsideration.resumption",),
            asks=("resumption_reason",),
            says="恢复行政复议案件的审理，{number}。",
            follows=("reconsideration.suspend", "reconsideration.judge_basis"),
        ),
        Step(
            "reconsideration.terminate",
            "decision",
            (DAY, c.is_accepted, j.may_be_terminated),
            needs=(begins,),
            until=DECIDED,
            documents=("reconsideration.termination",),
            asks=("terminated_for", "termination_reason"),
            says="决定终止行政复议（{terminated_for}），{number}。",
            confirm=("本案终结，不再作出行政复议决定。",),
        ),
    )
