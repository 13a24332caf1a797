"""Steps in which applicant, licensee and others concerned are heard (arts. 7, 36, 46 to 48)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.vocabulary import flag
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.licence.checks import hearing as k
from xiezhi.procedure.kinds.licence.events import ENDED
from xiezhi.procedure.steps import Check, Step

_OVER = (*ENDED, "decision.confirm_renewal")


def _step(act: str, need: str, *checks: Check) -> Step:
    return Step(
        act,
        "hearing",
        (DAY, c.not_decided, *checks),
        needs=(need,),
        until=_OVER,
        once=False,
    )


def _telling(begins: str) -> tuple[Step, Step]:
    """Of an application the agency tells who is concerned, or the public (arts. 36, 46)."""
    telling = replace(
        _step("licence.tell_rights", begins),
        documents=("licence.rights",),
        says="告知陈述、申辩和听证的权利，{number}。",
        asks=("interested", "stakes", "hearing_right", "contact"),
        takes=(("contact", "contact"),),
        intro="许可直接关系他人重大利益的，告知申请人、利害关系人；日期填写送达的日期。",
    )
    announcing = replace(
        _step("licence.announce_hearing", begins, k.no_hearing_is_wanted),
        documents=("licence.hearing_announcement",),
        says="决定举行听证并向社会公告，{number}。",
        asks=("announced_why", "announced_in"),
    )
    return telling, announcing


def _speaking(begins: str) -> tuple[Step, Step]:
    """What the parties say, and whether they want a hearing (arts. 7, 36, 47)."""
    saying = replace(
        _step("licence.hear_party", begins),
        documents=("licence.statement",),
        says="记录{said_by}的陈述、申辩。",
        asks=(
            "said_by",
            "said_as",
            "started_at",
            "place",
            "said",
            "said_answer",
            "waives_hearing",
        ),
    )
    asking = replace(
        _step("licence.ask_hearing", begins, c.posted_before_it_came, k.hearing_asked_in_time),
        documents=("licence.hearing_request",),
        says="{asker}要求举行听证。",
        asks=("asker", "posted_on", "asked_why", "agent"),
        takes=(("agent", "agent"),),
    )
    return saying, asking


_CALLABLE = (
    k.hearing_is_wanted,
    k.called_in_time,
    k.held_within_twenty_days,
    k.host_did_not_examine,
)


def _holding(begins: str) -> tuple[Step, Step, Step]:
    """Called seven working days before, held or dropped (art. 48)."""
    calling = replace(
        _step("licence.call_hearing", begins, *_CALLABLE),
        documents=("licence.hearing_notice",),
        says="通知听证：{hearing_at}在{held_in}举行，主持人{host}，{number}。",
        asks=(
            "hearing_at",
            "held_in",
            "host",
            "panel",
            "clerk",
            "interested",
            "contact",
            flag("host_independent", "主持人没有参加本申请的审查"),
        ),
        takes=(("contact", "contact"),),
    )
    dropping = replace(
        _step("licence.drop_hearing", begins, k.hearing_is_wanted, k.hearing_was_asked_for),
        says="听证申请人撤回听证申请。",
    )
    opened = (k.hearing_is_wanted, k.hearing_was_called, k.held_on_its_day)
    holding = replace(
        _step("licence.hold_hearing", begins, *opened),
        documents=("licence.hearing_record",),
        says="举行听证，制作听证笔录。",
        asks=("started_at", "ended_at", "place", "participants", "talk"),
        attach="听证笔录签字页",
    )
    return calling, dropping, holding


def hearing(begins: str, *, application: bool) -> tuple[Step, ...]:
    """`begins` is the step from which the parties are heard; of an application the agency tells
    them of a hearing, of a taking the notice does."""
    told = _telling(begins) if application else ()
    return (*told, *_speaking(begins), *_holding(begins))
