"""Steps that lead to the decision and follow it (复议法 arts. 55, 61, 62, 73, 76 to 79)."""

from __future__ import annotations

from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import flag, text
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.reconsideration import judging as j
from xiezhi.procedure.kinds.reconsideration import taking as c
from xiezhi.procedure.kinds.reconsideration.clock import DECIDED
from xiezhi.procedure.kinds.reconsideration.steps import TRIED
from xiezhi.procedure.steps import Step

YES_NO = (("yes", "是"), ("no", "否"))

EXTEND = Step(
    "reconsideration.extend",
    "trial",
    (*TRIED, j.may_be_longer),
    needs=("reconsideration.apply",),
    until=DECIDED,
    documents=("reconsideration.extension",),
    asks=("days", "extension_reason"),
    says="经行政复议机构负责人批准，期限延长{days}日，{number}。",
)
CONVERT = Step(
    "reconsideration.convert",
    "trial",
    (*TRIED, j.is_simplified),
    needs=("reconsideration.apply_simplified",),
    until=DECIDED,
    documents=("reconsideration.conversion",),
    asks=("conversion_reason",),
    says="转为普通程序审理，{number}。",
)

#: What must be so before an opinion is formed, a review asked, a decision made.
READY = (
    c.is_accepted,
    c.not_suspended,
    j.respondent_could_answer,
    j.parties_were_heard,
    j.hearing_where_due,
    j.committee_where_due,
)


def opining(begins: str) -> tuple[Step, ...]:
    """提出审查意见; or a mediation instead of a decision (arts. 61, 73)."""
    return (
        Step(
            "reconsideration.propose",
            "trial",
            (
                DAY,
                *READY,
                j.ground_fits_outcome,
                j.silence_loses,
                j.never_worse,
                j.term_is_set,
            ),
            needs=(begins,),
            until=DECIDED,
            once=False,
            documents=("reconsideration.report",),
            asks=(
                Field("complicated", "案情重大、疑难、复杂", FieldKind.CHOICE, "REC-50",
                      options=YES_NO),
                Field("technical", "专业性、技术性较强", FieldKind.CHOICE, "REC-52",
                      options=YES_NO),
                "established",
                "considered",
                "law_applied",
                "outcome",
                "outcome_ground",
                "ruling",
                "perform_days",
                "compensation",
                Field("worse_off", "变更的，对申请人更为不利", FieldKind.CHOICE, options=YES_NO),
                flag("third_party_asked", "第三人提出相反请求"),
                flag("third_party_proved", "被申请人不答复，第三人提供了证据"),
                text("gist", "决定内容（一句话，用于列表）"),
            ),
            grounds=True,
            says="提出审查意见：{outcome}。",
            follows=(
                begins,
                "reconsideration.receive_reply",
                "reconsideration.hear_opinions",
                "reconsideration.hold_hearing",
                "reconsideration.consult",
                "reconsideration.collect_evidence",
            ),
        ),
        Step(
            "reconsideration.mediate",
            "decision",
            (DAY, c.is_accepted, j.all_have_signed),
            needs=(begins,),
            until=DECIDED,
            documents=("reconsideration.mediation",),
            asks=(
                "agreed_terms",
                "agreed_on",
                "signed_by_all",
                flag("lawful_terms", "合法、自愿，不损害国家利益、社会公共利益和他人合法权益"),
            ),
            says="当事人经调解达成协议，制作行政复议调解书，{number}。",
        ),
    )  # fmt: skip


def performing(begins: str) -> tuple[Step, ...]:
    """履行、责令履行、意见书、抄告 (arts. 76, 77, 79)."""
    closed = ("decision.close",)
    return (
        Step(
            "reconsideration.give_letter",
            "service",
            (DAY, c.is_accepted),
            needs=(begins,),
            until=closed,
            documents=("reconsideration.letter",),
            asks=("addressee", "found_wrong", "advice"),
            says="向{addressee}制发行政复议意见书，{number}。",
        ),
        Step(
            "reconsideration.receive_report",
            "service",
            (DAY,),
            needs=("reconsideration.give_letter",),
            until=closed,
            asks=(Field("reported", "报送的纠正情况", FieldKind.PARAGRAPH, "REM-9"),),
            attach="纠正情况报告",
            says="收到意见书的纠正情况报告。",
        ),
        Step(
            "reconsideration.order_performance",
            "service",
            (DAY, j.something_binds),
            needs=(begins,),
            until=closed,
            once=False,
            documents=("reconsideration.performance_order",),
            asks=(
                "unperformed",
                "order_days",
                "order_reason",
                flag("head_interviewed", "已约谈被申请人的有关负责人"),
                flag("criticised", "已予以通报批评"),
            ),
            says="责令{respondent}在{order_days}日内履行，{number}。",
        ),
        Step(
            "reconsideration.record_performance",
            "service",
            (DAY, j.something_binds),
            needs=(begins,),
            until=closed,
            once=False,
            asks=(
                flag("performed", "已经履行完毕"),
                Field("performed_how", "履行情况", FieldKind.PARAGRAPH, "REC-77-1"),
            ),
            says="登记履行情况，履行完毕：{performed}。",
        ),
        Step(
            "reconsideration.copy_superior",
            "service",
            (DAY,),
            needs=(begins,),
            until=closed,
            once=False,
            asks=(
                text("superior_told", "被申请人的上一级主管部门", "REC-79-2"),
                text("copied_what", "抄告的文书", "REC-79-2"),
            ),
            says="把{copied_what}抄告{superior_told}。",
        ),
    )
