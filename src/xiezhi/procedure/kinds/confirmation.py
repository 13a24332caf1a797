"""行政确认: a fact or a status confirmed, on application or ex officio.

No statute gives it a procedure of its own; what binds it is the regulation on the business
environment: nothing asked beyond the law, all that lacks told at once, the promised day kept.
"""

from __future__ import annotations

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents import confirmation as d
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.vocabulary import BASIS, flag, long, must, text
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.course import (
    DAY,
    OFFICERS,
    Way,
    never,
    towards_decision,
    without,
)
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import ActKind, Ask, Expectation, Outcome, Stage, Step

ENDED = ("confirmation.refuse", "confirmation.withdraw")


def basis_is_named(_st: Standing, ask: Ask) -> Reason | None:
    """Law and article: a confirmation without a basis is void."""
    rows = ask.facts.get("basis") or []
    if rows and all(row.get("law") and row.get("article") for row in rows):
        return None
    return refuse("CONF-6", "没有写明确认依据的法律、法规和条文。", field="basis")


def nothing_is_asked_beyond_the_guide(_st: Standing, ask: Ask) -> Reason | None:
    """Materials and conditions are those of the published guide."""
    if ask.facts.get("as_in_guide") is True:
        return None
    return refuse(
        "CONF-1",
        "没有确认要求的材料、条件与公布的办事指南一致。",
        todo="清单和指南之外的材料、证明，不得要求。",
        field="as_in_guide",
    )


def was_applied_for(st: Standing, _ask: Ask) -> Reason | None:
    """What the agency began itself has no application to supplement, refuse or withdraw."""
    if st.fact("confirmation.apply", "origin_kind") == "application":
        return None
    return refuse("FLOW-ORDER", "本事项是依职权启动的，没有申请。")


def all_lacks_are_told(_st: Standing, ask: Ask) -> Reason | None:
    """Once and completely: whoever tells confirms that this is all."""
    if ask.facts.get("all_told") is True:
        return None
    return refuse(
        "CONF-2",
        "补正的内容应当一次性全部告知。",
        todo="核对全部材料，写全需要补正的内容。",
        field="all_told",
    )


def supplement_day_is_ahead(_st: Standing, ask: Ask) -> Reason | None:
    by = day(ask.facts.get("supplement_by"))
    if by is not None and by > ask.on:
        return None
    return refuse("CONF-2", "补正期限应当晚于告知的日期。", field="supplement_by")


def supplement_is_in(st: Standing, _ask: Ask) -> Reason | None:
    """What was asked for is awaited before the matter is accepted."""
    if st.has("confirmation.ask_supplement") and not st.has("confirmation.receive_supplement"):
        return refuse("CONF-2", "已告知补正，材料还没有补正。", todo="先登记收到的补正材料。")
    return None


def promise_is_ahead(_st: Standing, ask: Ask) -> Reason | None:
    """A day of completion is promised, since the law names none."""
    by = day(ask.facts.get("promised_on"))
    if by is not None and by > ask.on:
        return None
    return refuse("CONF-3", "应当承诺一个晚于受理日的办结日期。", field="promised_on")


def opinion_is_whole(_st: Standing, ask: Ask) -> Reason | None:
    """What is confirmed, or why it isn't."""
    outcome = ask.facts.get("outcome")
    if outcome == "confirm" and not ask.facts.get("confirmed"):
        return refuse("CONF-8", "没有写明确认的内容。", field="confirmed")
    if outcome == "deny" and not ask.facts.get("denied_why"):
        return refuse("CONF-7", "不予确认应当说明理由。", field="denied_why")
    begun, end = day(ask.facts.get("valid_from")), day(ask.facts.get("valid_until"))
    if end is not None and (begun is None or end < begun):
        return refuse("CONF-8", "有效期的起止日期没有写全，或者前后不符。", field="valid_until")
    return None


def was_taken_up(st: Standing, _ask: Ask) -> Reason | None:
    """An application is accepted before it is examined; ex officio needs none."""
    if was_applied_for(st, _ask) is not None or st.has("confirmation.accept"):
        return None
    return refuse("FLOW-ORDER", "申请还没有受理。", todo="先办理“受理确认申请”。")


def is_confirmed(st: Standing, _ask: Ask) -> Reason | None:
    if (st.proposal or {}).get("outcome") == "confirm" and not st.has("decision.revoke"):
        return None
    return refuse("CONF-8", "没有予以确认的决定，不能制发证书。")


def certificate_was_made(st: Standing, _ask: Ask) -> Reason | None:
    """A confirmation is complete with its certificate."""
    if is_confirmed(st, _ask) is not None or not st.has("decision.issue"):
        return None
    if st.has("confirmation.certify"):
        return None
    return refuse("CONF-8", "还没有制发确认证书。", todo="先制发确认证书。")


APPLIED = Step(
    "confirmation.apply",
    "application",
    (DAY, c.begins_the_file, basis_is_named, nothing_is_asked_beyond_the_guide),
    documents=("confirmation.application",),
    asks=(
        text("cause", "确认事项", "CONF-8"),
        "origin_kind",
        must(BASIS, "CONF-6"),
        "materials",
        flag("as_in_guide", "要求的材料、条件与公布的办事指南一致"),
    ),
    says="登记{party}的行政确认事项：{cause}，{number}。",
    attach="申请材料",
    verb="登记",
)

ASKED = Step(
    "confirmation.ask_supplement",
    "application",
    (DAY, was_applied_for, all_lacks_are_told, supplement_day_is_ahead),
    needs=("confirmation.apply",),
    until=("confirmation.accept", *ENDED),
    documents=("confirmation.supplement",),
    asks=("lacking", "supplement_by", flag("all_told", "以上是需要补正的全部内容")),
    says="一次性告知{party}补正材料，{number}。",
    intro="只能告知一次；没有告知的，不得再要求补正。",
)

SUPPLIED = Step(
    "confirmation.receive_supplement",
    "application",
    (DAY,),
    needs=("confirmation.ask_supplement",),
    until=("confirmation.accept", *ENDED),
    asks=(long("supplied", "收到的补正材料", "CONF-2"),),
    attach="补正材料",
    says="收到{party}补正的材料。",
)

ACCEPTED = Step(
    "confirmation.accept",
    "application",
    (DAY, was_applied_for, supplement_is_in, promise_is_ahead),
    needs=("confirmation.apply",),
    until=ENDED,
    documents=("confirmation.acceptance",),
    follows=("confirmation.apply", "confirmation.receive_supplement"),
    asks=("promised_on",),
    says="受理{party}的确认申请，{number}。",
)

REFUSED = Step(
    "confirmation.refuse",
    "application",
    (DAY, was_applied_for),
    needs=("confirmation.apply",),
    until=("confirmation.accept", "confirmation.withdraw"),
    documents=("confirmation.refusal",),
    asks=("refused_why",),
    says="不予受理{party}的确认申请，{number}。",
)

WITHDRAWN = Step(
    "confirmation.withdraw",
    "application",
    (DAY, was_applied_for),
    needs=("confirmation.apply",),
    until=("decision.issue", "confirmation.refuse"),
    asks=(long("withdrawn_why", "撤回的说明"),),
    attach="撤回申请书",
    says="{party}撤回确认申请。",
)

VERIFIED = Step(
    "confirmation.verify",
    "examination",
    (DAY, was_taken_up, *OFFICERS, c.rights_were_told),
    needs=("confirmation.apply",),
    until=("decision.issue", *ENDED),
    once=False,
    documents=("confirmation.verification",),
    follows=("confirmation.apply", "confirmation.accept"),
    asks=("place", "started_at", "ended_at", "witness", "verified", "party_says"),
    on_site=True,
    attach="现场照片",
    says="在{place}对确认事项进行现场核查。",
)

EXAMINED = Step(
    "confirmation.examine",
    "examination",
    (DAY, was_taken_up, c.not_decided, c.review_not_pending, opinion_is_whole),
    needs=("confirmation.apply",),
    until=("decision.issue", *ENDED),
    once=False,
    documents=("confirmation.report",),
    follows=("confirmation.apply", "confirmation.accept", "confirmation.verify"),
    asks=(
        must(d.EXAMINED, "CONF-8"),
        "outcome",
        d.CONFIRMED,
        "valid_from",
        "valid_until",
        d.DENIED_WHY,
        text("gist", "结论摘要"),
    ),
    grounds=True,
    says="提出确认意见：{outcome}。",
)

CERTIFIED = Step(
    "confirmation.certify",
    "service",
    (DAY, is_confirmed),
    needs=("decision.issue",),
    until=("decision.close",),
    documents=("confirmation.certificate",),
    says="制发确认证书，{number}。",
)

COURSE = towards_decision(
    Way(
        begins="confirmation.apply",
        proposed=("confirmation.examine",),
        done=(certificate_was_made,),
        ended=ENDED,
    )
)


def _promise_is_near(st: Standing) -> bool:
    """The promised day has come and nothing is decided."""
    by = day(st.fact("confirmation.accept", "promised_on"))
    undecided = not st.any("decision.issue", "confirmation.examine", *ENDED)
    return by is not None and undecided and st.today >= by


EXPECTS = (
    Expectation(
        "confirmation.accept",
        lambda st: (
            without("confirmation.apply", "confirmation.accept", *ENDED)(st)
            and was_applied_for(st, Ask("", st.today)) is None
            and supplement_is_in(st, Ask("", st.today)) is None
        ),
        "收到申请，决定是否受理；需要补正的一次性告知。",
    ),
    Expectation(
        "confirmation.receive_supplement",
        never("confirmation.ask_supplement", "confirmation.receive_supplement", *ENDED),
        "已告知补正，等待申请人补正材料。",
    ),
    Expectation(
        "confirmation.examine",
        lambda st: (
            st.has("confirmation.apply")
            and was_taken_up(st, Ask("", st.today)) is None
            and not st.any("confirmation.examine", *ENDED)
            and not _promise_is_near(st)
        ),
        "审查核实，在承诺的日期前提出确认意见。",
    ),
    Expectation("confirmation.examine", _promise_is_near, "承诺办结的日期已到，尽快提出确认意见。"),
    Expectation(
        "confirmation.certify",
        lambda st: (
            st.has("decision.issue")
            and not st.has("decision.close")
            and certificate_was_made(st, Ask("", st.today)) is not None
        ),
        "决定予以确认的，制发确认证书。",
    ),
)

_DECIDED = ("confirmation.decision", "confirmation.denial")

ORDINARY = ActKind(
    code="confirmation.ordinary",
    version="2026",
    label="行政确认",
    procedure_label="一般程序",
    stages=(
        Stage("application", "申请和受理"),
        Stage("examination", "审查核实"),
        Stage("review", "法制审核"),
        Stage("decision", "决定"),
        Stage("service", "送达和发证"),
        Stage("closing", "结案"),
        Stage("archive", "归档"),
    ),
    steps=(
        APPLIED,
        ASKED,
        SUPPLIED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        VERIFIED,
        EXAMINED,
        *COURSE.steps,
        CERTIFIED,
    ),
    limits=COURSE.limits,
    expects=(*EXPECTS, *COURSE.expects),
    review="confirmation",
    disclosure="confirmation",
    title="{party}申请确认{cause}",
    series="确认",
    party_label="申请人",
    proposes=("confirmation.examine",),
    outcomes=(
        Outcome("confirm", "予以确认", "confirmation.decision", favours=True),
        Outcome("deny", "不予确认", "confirmation.denial"),
    ),
    gates=(
        "confirmation.apply",
        "confirmation.accept",
        "confirmation.examine",
        "review.submit",
        "decision.issue",
        "decision.close",
        "record.archive",
    ),
    together=(
        Together(("confirmation.application",), "CONF-8", "没有行政确认申请（启动）表"),
        Together(("confirmation.report",), "CONF-8", "没有行政确认审查意见表", _DECIDED),
        Together(("service.receipt",), "DOC-SERVICE", "决定书没有送达回证", _DECIDED),
        Together(
            ("confirmation.certificate",), "CONF-8", "没有确认证书", ("confirmation.decision",)
        ),
        Together(("case.closing",), "PEN-23", "没有结案审批表"),
    ),
)
