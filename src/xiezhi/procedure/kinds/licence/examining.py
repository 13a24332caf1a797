"""Steps of the examination, of joint handling and of the certificate (arts. 26, 34 to 50)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.licence.parts import HEARING_SAID
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.licence.checks import after as a
from xiezhi.procedure.kinds.licence.checks import banned as b
from xiezhi.procedure.kinds.licence.checks import examining as k
from xiezhi.procedure.kinds.licence.checks import hearing as h
from xiezhi.procedure.kinds.licence.events import ENDED
from xiezhi.procedure.steps import Check, Step
from xiezhi.procedure.timelimits import TimeLimit

_OVER = (*ENDED, "decision.confirm_renewal")
#: What an opinion rests on: it can't be older than any of it.
GATHERED = (
    "licence.check_site",
    "licence.end_special",
    "licence.hear_party",
    "licence.hold_hearing",
    "licence.receive_opinion",
)


def _step(act: str, need: str, *checks: Check) -> Step:
    return Step(
        act,
        "examine",
        (DAY, c.not_decided, *checks),
        needs=(need,),
        until=_OVER,
        once=False,
    )


def site_check(begins: str) -> Step:
    """实地核查 by two (art. 34(3))."""
    return replace(
        _step(
            "licence.check_site", begins, k.two_staff, c.nobody_is_recused, k.certificate_was_shown
        ),
        documents=("licence.site_check",),
        says="在{place}实地核查：{check_result}。",
        asks=("started_at", "ended_at", "place", "checked_with", "checked", "check_result"),
        on_site=True,
        attach="核查照片或者签字页",
    )


_BEGIN_SPECIAL = replace(
    _step(
        "licence.begin_special",
        "licence.accept",
        k.no_special_procedure_is_open,
        k.time_needed_was_told,
        k.two_testers,
    ),
    documents=("licence.special_notice",),
    says="告知{special_kind}所需时间，到{special_until}为止不计入期限，{number}。",
    asks=("special_kind", "special_until", "special_what", "special_body", "testers"),
)
_END_SPECIAL = replace(
    _step("licence.end_special", "licence.begin_special", k.special_procedure_is_open),
    documents=("licence.special_result",),
    says="登记特别程序的结果。",
    asks=("special_result", "special_report", "standards"),
    attach="报告或者评审意见",
)


def examination(limit: TimeLimit, *, by_government: bool = False) -> tuple[Step, ...]:
    """核查、特别程序、延期: what may come between acceptance and opinion."""
    prolonging = replace(
        _step(
            "licence.prolong",
            "licence.accept",
            k.may_be_prolonged(limit, by_government=by_government),
        ),
        documents=("licence.extension",),
        says="批准延长办理期限 {extend_days} 个工作日，告知申请人理由，{number}。",
        asks=("extend_days", "extend_why", "government_approval"),
    )
    return site_check("licence.accept"), _BEGIN_SPECIAL, _END_SPECIAL, prolonging


JOINTLY = (
    replace(
        _step("licence.consult", "licence.accept"),
        documents=("licence.consultation",),
        says="转告{department}，请其提出意见，{number}。",
        asks=("department", "consulted_on", "reply_by"),
    ),
    replace(
        _step("licence.receive_opinion", "licence.consult", k.department_was_asked),
        documents=("licence.department_opinion",),
        says="收到{department}的意见：{department_view}。",
        asks=("department", "department_view", "department_said"),
        attach="部门意见",
    ),
)

SENDING_UP = replace(
    _step(
        "licence.send_up",
        "licence.accept",
        k.decided_by_higher_agency,
        k.no_special_procedure_is_open,
        h.no_hearing_is_open,
    ),
    once=True,
    until=("licence.terminate",),
    documents=("licence.first_review",),
    follows=("licence.accept", *GATHERED),
    says="初步审查意见和全部申请材料报送{superior}，{number}。",
    asks=("superior", "first_said"),
)


_PROPOSED = (
    "examined",
    HEARING_SAID,
    "basis",
    "outcome",
    "reason",
    b.FALSE_PAPERS,
    b.SAFETY,
    "scope",
    "conditions",
    "with_certificate",
    "certificate_title",
    "certificate_number",
    "valid_from",
    "valid_to",
    "unlimited",
    "handler_opinion",
)
_RIPE = (
    c.not_decided,
    k.decided_by_this_agency,
    k.no_special_procedure_is_open,
    h.no_hearing_is_open,
    h.record_was_weighed,
    b.false_papers_are_refused,
)


def proposing(*checks: Check, always_valid: bool = True) -> Step:
    """提出审查意见: what would be decided, with the reasons and the certificate."""
    return Step(
        "licence.propose",
        "examine",
        (DAY, *_RIPE, k.validity_is_stated(always=always_valid), *checks),
        needs=("licence.accept",),
        until=_OVER,
        once=False,
        documents=("licence.examination",),
        follows=("licence.accept", *GATHERED),
        says="提出审查意见：{outcome}，{number}。",
        asks=_PROPOSED,
        grounds=True,
        intro="准予的，写明许可内容和有效期；不予的，说明理由。",
    )


DELIVERING = Step(
    "licence.deliver",
    "service",
    (DAY, a.certificate_is_due),
    documents=("licence.certificate", "licence.delivery"),
    follows=("decision.issue", "decision.confirm_renewal"),
    says="颁发许可证件，{number}，{taken_by}领取。",
    asks=("handed_by", "taken_by", "tracking"),
)

CONFIRMING = Step(
    "decision.confirm_renewal",
    "decision",
    (DAY, c.not_decided, a.is_renewed_by_silence),
    needs=("licence.apply_renewal",),
    until=ENDED,
    documents=("licence.deemed_renewal",),
)
