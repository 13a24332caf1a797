"""行政许可 (许可法 2019): first licence, joint handling, renewal, change, taking away."""

from __future__ import annotations

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.kinds.course import Way, towards_decision
from xiezhi.procedure.kinds.licence import answering, examining, taking
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.kinds.licence import expected as x
from xiezhi.procedure.kinds.licence.checks import after, hearing
from xiezhi.procedure.kinds.licence.checks import examining as k
from xiezhi.procedure.kinds.licence.checks.answering import applied_in_time
from xiezhi.procedure.kinds.licence.hearing import hearing as heard
from xiezhi.procedure.kinds.licence.parts import (
    STAGES,
    STOPS,
    TAKING_STAGES,
    TAKING_TOGETHER,
    TOGETHER,
    VERSION,
)
from xiezhi.procedure.steps import ActKind, Check, Expectation, LimitUse, Outcome, Step
from xiezhi.procedure.timelimits.licence import (
    LICENSE,
    LICENSE_JOINTLY,
    SEND_UP,
)

_HEAD, _GOVERNMENT = "本行政机关负责人", "本级人民政府负责人"
_HEARD: tuple[Check, ...] = (
    k.no_special_procedure_is_open,
    hearing.hearing_term_is_over,
    hearing.no_hearing_is_open,
    hearing.decided_on_the_record,
)
_GATES = (
    "licence.accept",
    "licence.propose",
    "review.submit",
    "decision.issue",
    "decision.close",
    "record.archive",
)


def _outcomes(grant: str, yes: str, refusal: str, no: str) -> tuple[Outcome, ...]:
    """What an application may come to. Refusing is always reviewed (law reference 5.1)."""
    return (
        Outcome("grant", yes, grant, favours=True),
        Outcome("refuse", no, refusal, major="REV-LICENCE"),
    )


def _application(
    code: str,
    label: str,
    begins: Step,
    outcomes: tuple[Outcome, ...],
    *,
    series: str,
    title: str,
    limit: t.TimeLimit = LICENSE,
    ripe: tuple[Check, ...] = (),
    ready: tuple[Check, ...] = (),
    before: tuple[Check, ...] = (),
    always_valid: bool = True,
    ended: tuple[str, ...] = (),
    deemed: str = "",
    more: tuple[Step, ...] = (),
    expects: tuple[Expectation, ...] = (),
    limits: tuple[LimitUse, ...] = (),
) -> ActKind:
    """A kind in which somebody applies: they differ in term, papers and what is asked before."""
    by = _GOVERNMENT if limit is LICENSE_JOINTLY else _HEAD
    over = ("licence.refuse_acceptance", "licence.terminate", *ended)
    course = towards_decision(
        Way(
            begins=begins.act,
            proposed=("licence.propose",),
            ready=(*_HEARD, *ready),
            done=(after.certificate_was_delivered,),
            ended=over,
            deemed=deemed,
            decide_by=limit.id,
            show=t.PUBLISH_PENALTY,
        )
    )
    told = (*x.ANSWERING, x.proposing(limit), *expects, *course.expects)
    return ActKind(
        code=code,
        version=VERSION,
        label="行政许可",
        procedure_label=label,
        stages=STAGES,
        steps=(
            begins,
            *answering.answering(begins.act, limit, *ripe),
            *examining.examination(limit, by_government=limit is LICENSE_JOINTLY),
            *heard("licence.accept", application=True),
            *more,
            examining.proposing(*before, always_valid=always_valid),
            *course.steps,
            examining.DELIVERING,
        ),
        limits=(*x.limits(limit, by), *limits, *course.limits),
        expects=x.by_promise(told, limit),
        review="licence",
        disclosure="licence",
        stops=STOPS,
        title=title,
        series=series,
        party_label="申请人",
        proposes=("licence.propose",),
        outcomes=outcomes,
        gates=_GATES,
        together=TOGETHER,
    )


ORDINARY = _application(
    "licence.ordinary",
    "首次申请",
    answering.APPLY,
    _outcomes("licence.grant", "准予行政许可", "licence.refusal", "不予行政许可"),
    series="许申",
    title="{party}申请{cause}",
    ended=("licence.send_up",),
    more=(examining.SENDING_UP,),
    limits=(
        LimitUse(SEND_UP, (*e.ENDED, "decision.issue"), pausable=True, starts=e.decided_above),
    ),
)
JOINT = _application(
    "licence.joint",
    "联合办理",
    answering.APPLY_JOINTLY,
    _outcomes("licence.grant", "准予行政许可", "licence.refusal", "不予行政许可"),
    series="许联",
    title="{party}申请{cause}（联合办理）",
    limit=LICENSE_JOINTLY,
    before=(k.departments_were_asked, k.departments_have_answered),
    more=examining.JOINTLY,
    expects=(
        Expectation(
            "licence.consult",
            lambda st: st.has("licence.accept") and not st.any("licence.consult", *e.ENDED),
            "转告有关部门，请其分别提出意见。",
            LICENSE_JOINTLY.id,
        ),
    ),
)
RENEWAL = _application(
    "licence.renewal",
    "延续",
    answering.APPLY_RENEWAL,
    (
        *_outcomes("licence.renewal_grant", "准予延续", "licence.renewal_refusal", "不予延续"),
        Outcome("deemed", "视为准予延续", "licence.deemed_renewal", favours=True),
    ),
    series="许延申",
    title="{party}申请延续{cause}",
    ripe=(applied_in_time,),
    ready=(after.not_renewed_by_silence,),
    before=(after.not_renewed_by_silence,),
    ended=("decision.confirm_renewal",),
    deemed="decision.confirm_renewal",
    more=(examining.CONFIRMING,),
    expects=(
        Expectation(
            "decision.confirm_renewal",
            lambda st: (
                e.renewed_by_silence(st, st.today) and not st.has("decision.confirm_renewal")
            ),
            "届满前没有作出决定，视为准予延续，登记后换发证件。",
        ),
    ),
    limits=x.RENEWAL_LIMITS,
)
CHANGE = _application(
    "licence.change",
    "变更、转让",
    answering.APPLY_CHANGE,
    _outcomes("licence.change_grant", "准予变更", "licence.change_refusal", "不予变更"),
    series="许变申",
    title="{party}申请变更{cause}",
    always_valid=False,
)

_COURSE = towards_decision(
    Way(
        begins=taking.BEGINS,
        proposed=("licence.propose_taking",),
        ready=taking.READY,
        done=(after.was_deregistered,),
        ended=("licence.terminate",),
        show=t.PUBLISH_PENALTY,
    )
)
WITHDRAWAL = ActKind(
    code="licence.withdrawal",
    version=VERSION,
    label="行政许可",
    procedure_label="撤回、撤销、注销",
    stages=TAKING_STAGES,
    steps=(*taking.STEPS, *_COURSE.steps),
    limits=(*x.HEARING_LIMITS, *x.TAKING_LIMITS, *_COURSE.limits),
    expects=(*x.TAKING, *x.HEARING, *_COURSE.expects),
    review="licence",
    disclosure="licence",
    stops=STOPS[1:],
    title="{party}的{cause}撤回、撤销、注销",
    series="许撤",
    party_label="被许可人",
    proposes=("licence.propose_taking",),
    outcomes=(
        Outcome("recall", "撤回行政许可", "licence.recall", major="REV-LICENCE"),
        Outcome("revoke", "撤销行政许可", "licence.revocation", major="REV-LICENCE"),
        Outcome("cancel", "注销行政许可", "licence.cancellation"),
        Outcome("keep", "不予撤回、撤销", "licence.kept", favours=True),
    ),
    gates=("licence.propose_taking", *_GATES[2:]),
    together=TAKING_TOGETHER,
)

KINDS = (ORDINARY, JOINT, RENEWAL, CHANGE, WITHDRAWAL)
