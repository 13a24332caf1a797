"""Steps of the application and its answer (许可法 arts. 29 to 32)."""

from __future__ import annotations

from xiezhi.procedure.documents.vocabulary import flag, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.licence.checks import answering as k
from xiezhi.procedure.kinds.licence.checks import banned as b
from xiezhi.procedure.kinds.licence.events import ENDED
from xiezhi.procedure.steps import Check, Step
from xiezhi.procedure.timelimits import TimeLimit

_ITEM = text("cause", "许可事项", "LIC-APPLY", help="与公布的事项名称一致。")
_CAME = "收到{party}的{cause}申请，出具材料接收凭证。"


def _opens(
    act: str,
    document: str,
    says: str,
    *asks: str,
    more: tuple[Check, ...] = (b.may_apply_again,),
) -> Step:
    again = (b.BAN_TOLD,) if b.may_apply_again in more else ()
    return Step(
        act,
        "apply",
        (DAY, k.begins_the_file, *more),
        documents=(document, "licence.receipt"),
        says=says,
        asks=(_ITEM, "licence_category", *asks, "papers", "applied_by", "agent", *again),
        verb="登记",
        intro="收到材料的当天登记。五个工作日内没有答复的，自这一天起即为受理。",
        attach="申请材料扫描件",
    )


APPLY = _opens("licence.apply", "licence.application", _CAME)
APPLY_JOINTLY = _opens(
    "licence.apply_joint",
    "licence.application",
    "收到{party}的{cause}申请，由有关部门联合办理，出具材料接收凭证。",
    "joint_mode",
    "departments",
)
APPLY_RENEWAL = _opens(
    "licence.apply_renewal",
    "licence.renewal_application",
    "收到{party}延续{cause}的申请，原许可有效期至{expires_on}，出具材料接收凭证。",
    "certificate_title",
    "certificate_number",
    "expires_on",
    "other_term",
    more=(k.licence_has_not_ended, b.may_apply_again),
)
APPLY_CHANGE = _opens(
    "licence.apply_change",
    "licence.change_application",
    "收到{party}就{cause}提出的申请：{change_kind}，出具材料接收凭证。",
    "change_kind",
    "certificate_title",
    "certificate_number",
    "changed_from",
    "changed_to",
    "transferee",
    "transferee_code",
    "transfer_basis",
    more=(k.transfer_is_allowed,),
)


_OVER = (*ENDED, "licence.accept")


def _correction(begins: str) -> tuple[Step, Step]:
    """一次告知补正, and what came in on it (art. 32(1)4, 5)."""
    asking = Step(
        "licence.request_correction",
        "apply",
        (DAY, k.corrected_once_only, k.still_in_time_to_answer),
        needs=(begins,),
        until=_OVER,
        once=False,
        documents=("licence.correction",),
        says="材料不齐，一次告知需要补正的全部内容，{number}。",
        asks=("to_correct", "contact"),
        takes=(("contact", "contact"),),
        intro="补正只能告知一次，写明全部内容。",
    )
    receiving = Step(
        "licence.receive_corrections",
        "apply",
        (DAY, k.corrections_were_asked_for),
        needs=("licence.request_correction",),
        until=_OVER,
        once=False,
        documents=("licence.supplement",),
        says="收到补正材料，{number}。",
        asks=("supplied", "all_corrected"),
        attach="补正材料扫描件",
    )
    return asking, receiving


_ACCEPTING = (
    flag("complete", "申请材料齐全、符合法定形式"),
    "accepted_on",
    "promised_days",
    flag("needs_testing", "依法需要检验、检测、检疫（许可法第五十五条）"),
    flag("first_review", "依法由上级机关决定，本机关先行审查（许可法第三十五条）"),
    "contact",
)


def _acceptance(begins: str, checks: tuple[Check, ...]) -> Step:
    # A change isn't a new application for the licence.
    ban = () if begins == "licence.apply_change" else (b.applied_outside_a_ban,)
    return Step(
        "licence.accept",
        "apply",
        (DAY, k.corrections_came, k.papers_are_whole, k.accepted_on_its_day, *ban, *checks),
        needs=(begins,),
        until=ENDED,
        documents=("licence.acceptance",),
        follows=(begins, "licence.receive_corrections"),
        says="受理{party}的申请，自{accepted_on}起计算期限，{number}。",
        asks=_ACCEPTING,
        verb="受理",
        intro=(
            "受理日期是出具受理通知书的日期；超过五个工作日没有答复的，是收到材料的日期。"
            "承诺时限只能比法定期限短。"
        ),
    )


def _refusal(begins: str) -> Step:
    return Step(
        "licence.refuse_acceptance",
        "apply",
        (DAY, k.refusal_has_its_ground, b.safety_is_known_of_false_papers, b.is_banned),
        needs=(begins,),
        until=_OVER,
        documents=("licence.non_acceptance",),
        follows=(begins, "licence.request_correction", "licence.receive_corrections"),
        says="不予受理：{not_accepted_as}，{number}。",
        asks=("not_accepted_as", "not_accepted_why", "proper_agency", b.SAFETY),
        confirm=("不需要许可、不属于本机关的，应当即时告知。",),
    )


def answering(begins: str, limit: TimeLimit, *ripe: Check) -> tuple[Step, ...]:
    """Correction, acceptance or not; `limit` is the legal term that a promise can't exceed."""
    return (
        *_correction(begins),
        _acceptance(begins, (k.promise_is_no_longer(limit), *ripe)),
        _refusal(begins),
        termination(begins),
    )


def termination(begins: str) -> Step:
    """终止办理: the applicant gave up, is gone, or nothing is left to decide."""
    return Step(
        "licence.terminate",
        "examine",
        (DAY, c.not_decided),
        needs=(begins,),
        until=(*ENDED, "decision.confirm_renewal"),
        documents=("licence.termination",),
        says="终止办理：{ended_as}，{number}。",
        asks=("ended_as", "ended_why", "withdrawn_on"),
    )
