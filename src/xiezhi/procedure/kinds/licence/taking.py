"""撤回、撤销、注销: how the agency takes a licence away of itself (许可法 arts. 7, 8, 69, 70)."""

from __future__ import annotations

from dataclasses import replace

from xiezhi.procedure.documents.licence.parts import HEARING_SAID
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import flag, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.course import DAY
from xiezhi.procedure.kinds.licence.answering import termination
from xiezhi.procedure.kinds.licence.checks import after as k
from xiezhi.procedure.kinds.licence.checks import answering, hearing
from xiezhi.procedure.kinds.licence.checks import banned as b
from xiezhi.procedure.kinds.licence.events import ENDED
from xiezhi.procedure.kinds.licence.examining import site_check
from xiezhi.procedure.kinds.licence.hearing import hearing as heard
from xiezhi.procedure.steps import Step

BEGINS = "licence.begin_taking"

_BEGIN = Step(
    BEGINS,
    "apply",
    (DAY, answering.begins_the_file, k.ground_fits),
    documents=("licence.taking_case",),
    says="登记对{party}的{cause}的处理：{taking}（{taking_ground}）。",
    asks=(
        text("cause", "许可事项", "LIC-CANCEL"),
        "taking",
        "taking_ground",
        "certificate_title",
        "certificate_number",
        "granted_on",
        "source",
        "requested_by",
    ),
    takes=(
        ("party", "origin.party"),
        ("cause", "origin.cause"),
        ("certificate_title", "origin.certificate_title"),
        ("certificate_number", "origin.certificate_number"),
        ("granted_on", "origin.decided_on"),
    ),
    links="原许可案卷的案号",
    verb="登记",
)
_TELL = Step(
    "licence.tell_taking",
    "hearing",
    (DAY, c.not_decided, k.something_is_taken),
    needs=(BEGINS,),
    until=ENDED,
    once=False,
    documents=("licence.taking_notice",),
    says="告知被许可人拟{taking}许可的事实、理由、依据和权利，{number}。",
    asks=("taking_facts", "basis", "hearing_right", "contact"),
    takes=(("contact", "contact"),),
    intro="日期填写告知书送达的日期。",
)
_HARM = Field(
    "public_harm",
    "撤销是否可能对公共利益造成重大损害",
    FieldKind.CHOICE,
    options=(("no", "不会"), ("yes", "会"), ("unknown", "尚不清楚")),
)
_PROPOSE = Step(
    "licence.propose_taking",
    "examine",
    (
        DAY,
        c.not_decided,
        k.taking_fits_its_ground,
        k.public_interest_is_kept,
        k.recall_serves_the_public,
        k.fraud_is_revoked,
        b.safety_is_known_of_fraud,
        hearing.no_hearing_is_open,
        hearing.record_was_weighed,
    ),
    needs=(BEGINS,),
    until=ENDED,
    once=False,
    documents=("licence.taking_examination",),
    follows=(BEGINS, "licence.check_site", "licence.hear_party", "licence.hold_hearing"),
    says="提出处理意见：{outcome}，{number}。",
    asks=(
        "taking_facts",
        HEARING_SAID,
        "basis",
        "outcome",
        "reason",
        b.SAFETY,
        flag("for_the_public", "撤回是为了公共利益的需要"),
        _HARM,
        "compensation",
        "damages",
        "handler_opinion",
    ),
    grounds=True,
)
_DEREGISTER = Step(
    "licence.deregister",
    "service",
    (DAY, k.taken),
    needs=("decision.issue",),
    documents=("licence.deregistration",),
    says="办理注销手续，证件{certificate_back}，{number}。",
    asks=("certificate_back", "deregistered_on", "deregistered_in"),
)

STEPS = (
    _BEGIN,
    site_check(BEGINS),
    _TELL,
    *heard(BEGINS, application=False),
    _PROPOSE,
    _DEREGISTER,
    replace(termination(BEGINS), until=ENDED),
)
READY = (
    k.licensee_was_heard,
    hearing.hearing_term_is_over,
    hearing.no_hearing_is_open,
    hearing.decided_on_the_record,
)
