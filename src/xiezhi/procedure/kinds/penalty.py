"""行政处罚: the general procedure 普通程序 and the summary procedure 简易程序 (处罚法 ch. 5)."""

from __future__ import annotations

from collections.abc import Callable

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import (
    ActKind,
    Ask,
    Check,
    Event,
    Expectation,
    LimitUse,
    Stage,
    Step,
)

VERSION = "2021"

_STAGES = (
    Stage("filing", "立案"),
    Stage("inquiry", "调查取证"),
    Stage("notice", "审查告知"),
    Stage("review", "法制审核"),
    Stage("decision", "决定"),
    Stage("service", "送达"),
    Stage("execution", "执行与结案"),
    Stage("archive", "归档"),
)

_DECIDED = ("decision.issue", "decision.decide_on_spot", "casework.refuse_filing")
_DAY = c.day_is_past_or_today


def _inquiry(
    act: str,
    *checks: Check,
    documents: tuple[str, ...] = (),
    needs: tuple[str, ...] = ("casework.register_clue",),
) -> Step:
    """A step of the investigation: repeatable, open until a decision is made."""
    return Step(
        act,
        "inquiry",
        (_DAY, c.not_decided, *checks),
        needs=needs,
        once=False,
        documents=documents,
    )


_FILED = ("casework.file_case",)
_OFFICERS = c.two_qualified_officers

_CASEWORK = (
    Step("casework.register_clue", "filing", (_DAY, c.begins_the_file)),
    Step(
        "casework.propose_filing",
        "filing",
        (_DAY, _OFFICERS, c.filing_conditions, c.within_limitation),
        needs=("casework.register_clue",),
        until=("casework.refuse_filing", "casework.file_case"),
        once=False,
    ),
    Step(
        "casework.file_case",
        "filing",
        (_DAY,),
        needs=("casework.propose_filing",),
        until=("casework.refuse_filing",),
        documents=("filing.approval",),
    ),
    Step(
        "casework.refuse_filing",
        "filing",
        (_DAY,),
        needs=("casework.register_clue",),
        until=("casework.file_case",),
        documents=("filing.refusal",),
    ),
    Step(
        "casework.inform_reporter",
        "filing",
        (_DAY,),
        needs=("casework.register_clue",),
    ),
    _inquiry("casework.change_handlers", _OFFICERS),
    _inquiry("casework.decide_recusal", documents=("recusal.decision",)),
    _inquiry("casework.inspect", _OFFICERS, c.rights_were_told, documents=("evidence.scene",)),
    _inquiry(
        "casework.interview", _OFFICERS, c.rights_were_told, documents=("evidence.interview",)
    ),
    _inquiry("casework.add_evidence"),
    _inquiry("casework.confirm_address", documents=("service.address",)),
    _inquiry(
        "casework.preserve_evidence",
        _OFFICERS,
        documents=("preservation.notice",),
    ),
    _inquiry(
        "casework.dispose_preserved",
        documents=("preservation.disposal",),
        needs=("casework.preserve_evidence",),
    ),
    _inquiry("casework.order_correction", documents=("correction.order",), needs=_FILED),
    _inquiry(
        "casework.recheck_correction",
        documents=("correction.recheck",),
        needs=("casework.order_correction",),
    ),
    _inquiry("casework.suspend", c.not_suspended, documents=("inquiry.suspension",), needs=_FILED),
    _inquiry("casework.resume", c.is_suspended, documents=("inquiry.resumption",), needs=_FILED),
    _inquiry("casework.commission_test", documents=("test.commission",)),
    _inquiry(
        "casework.receive_test",
        documents=("test.result",),
        needs=("casework.commission_test",),
    ),
    _inquiry("casework.extend", documents=("inquiry.extension",), needs=_FILED),
    Step(
        "casework.conclude",
        "inquiry",
        (
            _DAY,
            c.has_evidence,
            c.nothing_preserved_is_open,
            c.not_suspended,
            c.proposal_is_whole,
        ),
        needs=("casework.file_case",),
        documents=("inquiry.report",),
    ),
    Step(
        "casework.revise_conclusion",
        "inquiry",
        (_DAY, c.not_decided, c.proposal_is_whole, c.no_heavier_for_defending),
        needs=("casework.conclude",),
        once=False,
        documents=("inquiry.report",),
    ),
    Step(
        "casework.give_notice",
        "notice",
        (_DAY, c.not_decided, c.not_suspended, c.cleared_before_notice),
        needs=("casework.conclude",),
        once=False,
        documents=("penalty.notice",),
    ),
    Step(
        "casework.serve_notice",
        "notice",
        (_DAY, c.not_decided),
        needs=("casework.give_notice",),
        once=False,
        documents=("service.receipt",),
    ),
    Step(
        "casework.record_statement",
        "notice",
        (_DAY, c.not_decided),
        needs=("casework.serve_notice",),
        once=False,
        documents=("statement.record",),
    ),
    Step(
        "casework.recheck_statement",
        "notice",
        (_DAY, c.not_decided),
        needs=("casework.record_statement",),
        once=False,
        documents=("statement.recheck",),
    ),
    Step(
        "casework.waive_statement",
        "notice",
        (_DAY, c.not_decided),
        needs=("casework.serve_notice",),
        once=False,
        documents=("statement.waiver",),
    ),
    Step(
        "casework.request_hearing",
        "notice",
        (_DAY, c.not_decided, c.hearing_right_was_told, c.hearing_asked_in_time),
        needs=("casework.serve_notice",),
        documents=("hearing.request",),
    ),
    Step(
        "casework.notify_hearing",
        "notice",
        (_DAY, c.hearing_told_in_time, c.host_is_no_handler),
        needs=("casework.request_hearing",),
        until=("casework.hold_hearing", "casework.withdraw_hearing"),
        documents=("hearing.notice",),
    ),
    Step(
        "casework.withdraw_hearing",
        "notice",
        (_DAY,),
        needs=("casework.request_hearing",),
        until=("casework.hold_hearing",),
    ),
    Step(
        "casework.hold_hearing",
        "notice",
        (_DAY, c.hearing_day_has_come, c.host_is_no_handler),
        needs=("casework.notify_hearing",),
        until=("casework.withdraw_hearing",),
        documents=("hearing.record",),
    ),
    Step(
        "casework.report_hearing",
        "notice",
        (_DAY, c.host_is_no_handler),
        needs=("casework.hold_hearing",),
        documents=("hearing.report",),
    ),
)

_REVIEW = (
    Step(
        "review.submit",
        "review",
        (_DAY, c.not_decided, c.not_suspended, c.review_not_pending, c.ready_for_review),
        needs=("casework.conclude",),
        once=False,
        documents=("review.submission",),
    ),
    Step(
        "review.return_materials",
        "review",
        (_DAY, c.review_pending),
        needs=("review.submit",),
        once=False,
    ),
    Step(
        "review.give_opinion",
        "review",
        (_DAY, c.review_pending),
        needs=("review.submit",),
        once=False,
        documents=("review.opinion",),
    ),
    Step(
        "review.exempt",
        "review",
        (_DAY, c.not_decided, c.review_not_pending, c.ready_for_review),
        needs=("casework.conclude",),
        once=False,
        documents=("review.exemption",),
    ),
)

_AFTER_DECISION = (
    Step(
        "decision.serve",
        "service",
        (_DAY,),
        needs=("decision.issue",),
        documents=("service.receipt",),
    ),
    Step(
        "decision.record_payment",
        "execution",
        (_DAY,),
        needs=("decision.serve",),
        until=("decision.close",),
        once=False,
    ),
    Step(
        "decision.allow_instalments",
        "execution",
        (_DAY,),
        needs=("decision.serve",),
        until=("decision.close",),
        once=False,
        documents=("payment.instalments",),
    ),
    Step(
        "decision.demand",
        "execution",
        (_DAY, c.payment_is_overdue),
        needs=("decision.serve",),
        until=("decision.close",),
        documents=("execution.demand",),
    ),
    Step(
        "decision.apply_court",
        "execution",
        (_DAY, c.demand_was_ignored),
        needs=("decision.demand",),
        until=("decision.close",),
        documents=("execution.court",),
    ),
    Step("decision.revoke", "execution", (_DAY,), needs=("decision.issue",)),
)

_CLOSING = (
    Step(
        "decision.close",
        "execution",
        (_DAY, c.served_to_party, c.paid_or_handed_to_court),
        needs=("casework.register_clue",),
        documents=("case.closing",),
    ),
    Step("record.archive", "archive", (_DAY,), needs=("decision.close",)),
)

_SHOWN = ("disclosure.publish", "disclosure.withhold")


def _disclosure(decided: str) -> tuple[Step, ...]:
    return (
        Step(
            "disclosure.prepare",
            "decision",
            (_DAY, c.is_not_on_show),
            needs=(decided,),
            until=("disclosure.withhold",),
            once=False,
        ),
        Step(
            "disclosure.sign",
            "decision",
            (_DAY,),
            needs=("disclosure.prepare",),
            until=("disclosure.withhold",),
            once=False,
        ),
        Step(
            "disclosure.publish",
            "decision",
            (_DAY, c.page_was_signed, c.is_not_on_show),
            needs=("disclosure.sign",),
            until=("disclosure.withhold",),
            once=False,
        ),
        Step(
            "disclosure.withhold",
            "decision",
            (_DAY, c.is_not_on_show),
            needs=(decided,),
        ),
        Step(
            "disclosure.withdraw",
            "decision",
            (_DAY, c.is_on_show),
            needs=("disclosure.publish",),
            once=False,
        ),
    )


_ISSUE = Step(
    "decision.issue",
    "decision",
    (
        _DAY,
        c.not_decided,
        c.not_suspended,
        c.notice_covers_proposal,
        c.party_was_heard,
        c.cleared,
        c.discussed_where_due,
    ),
    needs=("casework.conclude",),
    documents=("penalty.decision",),
)
_DISCUSS = Step(
    "decision.discuss",
    "decision",
    (_DAY, c.not_decided, c.cleared),
    needs=("casework.conclude",),
    once=False,
    documents=("decision.discussion",),
)


Judgement = Callable[[Standing], bool]


def _without(done: str, *acts: str) -> Judgement:
    """`done` stands in the ledger and none of `acts` has been done since."""

    def judge(st: Standing) -> bool:
        event = st.last(done)
        return event is not None and not any(st.after(act, event.seq) for act in acts)

    return judge


def _never(done: str, *acts: str) -> Judgement:
    """`done` stands in the ledger and none of `acts` does."""
    return lambda st: st.has(done) and not st.any(*acts)


def _wants_notice(st: Standing) -> bool:
    if not st.has("casework.conclude") or st.any("decision.issue", "casework.give_notice"):
        return False
    if not c.penal(st):
        return False
    return c.cleared_before_notice(st, _ask(st)) is None


def _wants_review(st: Standing) -> bool:
    """A submission is due: the party has been heard and no clearance counts."""
    if not st.has("casework.conclude") or st.any(*_DECIDED) or st.review_pending:
        return False
    if st.clearance is not None and not _needs_second(st):
        return False
    early = st.policy.review_position in ("before_notice", "both")
    return early or not c.penal(st) or st.has("casework.serve_notice")


def _needs_second(st: Standing) -> bool:
    told = st.last("casework.serve_notice")
    return bool(
        st.policy.review_position == "both"
        and told
        and st.clearance
        and st.clearance.sealed_at < told.seq
    )


def _ask(st: Standing) -> Ask:
    """A question about today without facts."""
    return Ask("", st.today)


def _unpaid(st: Standing) -> bool:
    return (
        st.has("decision.serve")
        and not st.any("decision.close", "decision.apply_court", "decision.revoke")
        and c.paid_or_handed_to_court(st, _ask(st)) is not None
    )


def _closable(st: Standing) -> bool:
    if st.has("decision.close"):
        return False
    if st.has("casework.refuse_filing"):
        return True
    return st.has("decision.serve") and c.paid_or_handed_to_court(st, _ask(st)) is None


def _preserved_open(st: Standing) -> bool:
    return c.nothing_preserved_is_open(st, _ask(st)) is not None


def _informed_reporter_due(st: Standing) -> Event | None:
    """Only a real-name report starts the five working days, from the filing decision."""
    if st.fact("casework.register_clue", "real_name") is not True:
        return None
    return st.last("casework.file_case", "casework.refuse_filing")


def _decision_event(st: Standing) -> Event | None:
    return st.last("decision.issue", "decision.decide_on_spot")


_PUBLISHING = (
    Expectation(
        "disclosure.prepare",
        lambda st: _decision_event(st) is not None and not st.any("disclosure.prepare", *_SHOWN),
        "处罚决定作出后 7 个工作日内公示，先拟定公示内容。",
        "PLAN-2",
    ),
    Expectation(
        "disclosure.sign",
        _without("disclosure.prepare", "disclosure.sign", *_SHOWN),
        "公示内容由负责人审定。",
        "PLAN-2",
    ),
    Expectation(
        "disclosure.publish",
        _without("disclosure.sign", "disclosure.prepare", *_SHOWN),
        "负责人已审定，由公示员发布。",
        "PLAN-2",
    ),
    Expectation(
        "disclosure.withdraw",
        lambda st: (
            st.has("decision.revoke")
            and st.has("disclosure.publish")
            and not st.has("disclosure.withdraw")
        ),
        "决定已撤销或者变更，3 个工作日内撤回公示并说明理由。",
        "PEN-22",
    ),
)

_ENDING = (
    Expectation(
        "decision.serve",
        lambda st: _decision_event(st) is not None and not st.has("decision.serve"),
        "宣告后当场交付；当事人不在场的，7 个工作日内送达。",
        "PEN-15",
    ),
    Expectation(
        "decision.record_payment", _unpaid, "当事人收到决定书之日起 15 日内缴款。", "PEN-19"
    ),
    Expectation("decision.close", _closable, "已履行完毕，可以结案。"),
    Expectation(
        "record.archive",
        _never("decision.close", "record.archive"),
        "结案后 30 日内归档。",
        "PLAN-8",
    ),
)

_GENERAL_EXPECTS = (
    Expectation(
        "casework.propose_filing",
        _never(
            "casework.register_clue",
            "casework.propose_filing",
            "casework.refuse_filing",
        ),
        "收到线索后 15 个工作日内核查，决定是否立案。",
        "SAMR-1",
    ),
    Expectation(
        "casework.file_case",
        _never("casework.propose_filing", "casework.file_case", "casework.refuse_filing"),
        "承办人已提请立案，等负责人批准。",
        "SAMR-1",
    ),
    Expectation(
        "casework.inform_reporter",
        lambda st: (
            _informed_reporter_due(st) is not None and not st.has("casework.inform_reporter")
        ),
        "实名举报的，5 个工作日内告知是否立案。",
        "SAMR-9",
    ),
    Expectation(
        "casework.dispose_preserved",
        _preserved_open,
        "先行登记保存后 7 个工作日内作出处理决定。",
        "PEN-6",
    ),
    Expectation(
        "casework.resume",
        lambda st: c.is_suspended(st, _ask(st)) is None,
        "中止期间不计入办案期限；原因消除后恢复。",
    ),
    Expectation(
        "casework.conclude",
        lambda st: (
            st.has("casework.file_case")
            and not st.has("casework.conclude")
            and c.not_suspended(st, _ask(st)) is None
        ),
        "调查取证，提出处理建议。",
        "PEN-14",
    ),
    Expectation("review.submit", _wants_review, "提请法制审核，通过后才能作出决定。", "PEN-14"),
    Expectation(
        "review.give_opinion",
        lambda st: st.review_pending is not None,
        "收到送审材料后 10 个工作日内审核完毕。",
        "PLAN-9",
    ),
    Expectation(
        "casework.give_notice", _wants_notice, "告知拟作出的处罚和当事人的权利。", "PEN-14"
    ),
    Expectation(
        "casework.serve_notice",
        _without("casework.give_notice", "casework.serve_notice"),
        "告知书送达后，陈述、申辩期限才开始。",
        "PEN-14",
    ),
    Expectation(
        "casework.recheck_statement",
        _without("casework.record_statement", "casework.recheck_statement"),
        "对当事人的陈述、申辩进行复核。",
        "PEN-14",
    ),
    Expectation(
        "casework.notify_hearing",
        _without(
            "casework.request_hearing", "casework.notify_hearing", "casework.withdraw_hearing"
        ),
        "当事人要求听证，应当组织听证。",
    ),
    Expectation(
        "casework.hold_hearing",
        _without("casework.notify_hearing", "casework.hold_hearing", "casework.withdraw_hearing"),
        "按通知的时间、地点举行听证。",
    ),
    Expectation(
        "casework.report_hearing",
        _without("casework.hold_hearing", "casework.report_hearing"),
        "听证结束后提交听证报告。",
    ),
    Expectation(
        "decision.issue",
        lambda st: (
            st.clearance is not None
            and (st.has("casework.serve_notice") or not c.penal(st))
            and not st.any(*_DECIDED)
        ),
        "法制审核已通过，由负责人作出决定。",
        "PEN-14",
    ),
)

_COMMON_LIMITS = (
    LimitUse(t.SERVICE, ("decision.serve",), starts=_decision_event),
    LimitUse(
        t.PAYMENT,
        ("decision.close", "decision.apply_court", "decision.revoke"),
    ),
    LimitUse(t.PUBLISH_PENALTY, _SHOWN, starts=_decision_event),
    LimitUse(t.WITHDRAW, ("disclosure.withdraw",)),
    LimitUse(t.ARCHIVE, ("record.archive",)),
)

GENERAL = ActKind(
    code="penalty.general",
    version=VERSION,
    label="行政处罚",
    procedure_label="普通程序",
    stages=_STAGES,
    steps=(
        *_CASEWORK,
        *_REVIEW,
        _DISCUSS,
        _ISSUE,
        *_AFTER_DECISION,
        *_CLOSING,
        *_disclosure("decision.issue"),
    ),
    limits=(
        LimitUse(t.CLUE, ("casework.file_case", "casework.refuse_filing")),
        LimitUse(t.INFORM_REPORTER, ("casework.inform_reporter",), starts=_informed_reporter_due),
        LimitUse(t.PRESERVE, ("casework.dispose_preserved",), pairwise=True),
        LimitUse(t.DECIDE, _DECIDED, pausable=True),
        LimitUse(
            t.REVIEW,
            ("review.give_opinion", "review.return_materials"),
            starts=lambda st: st.review_pending,
        ),
        *_COMMON_LIMITS,
    ),
    expects=(*_GENERAL_EXPECTS, *_ENDING, *_PUBLISHING),
    review="penalty",
    disclosure="penalty",
    required_documents=(
        "filing.approval",
        "inquiry.report",
        "penalty.notice",
        "penalty.decision",
        "service.receipt",
        "case.closing",
    ),
)

SUMMARY = ActKind(
    code="penalty.summary",
    version=VERSION,
    label="行政处罚",
    procedure_label="简易程序",
    stages=tuple(s for s in _STAGES if s.code not in ("filing", "notice")),
    steps=(
        Step(
            "casework.record_on_spot",
            "inquiry",
            (_DAY, c.begins_the_file, _OFFICERS, c.rights_were_told),
            documents=("evidence.scene",),
        ),
        Step(
            "review.exempt",
            "review",
            (_DAY, c.not_decided),
            needs=("casework.record_on_spot",),
            documents=("review.exemption",),
        ),
        Step(
            "decision.decide_on_spot",
            "decision",
            (_DAY, c.not_decided, c.cleared, c.within_summary_limits, _OFFICERS),
            needs=("casework.record_on_spot",),
            documents=("penalty.onspot",),
        ),
        Step(
            "decision.report_on_spot",
            "service",
            (_DAY,),
            needs=("decision.decide_on_spot",),
        ),
        *(
            step
            if step.needs != ("decision.issue",)
            else Step(
                step.act,
                step.stage,
                step.checks,
                needs=("decision.decide_on_spot",),
                until=step.until,
                documents=step.documents,
            )
            for step in _AFTER_DECISION
        ),
        Step(
            "decision.close",
            "execution",
            (_DAY, c.served_to_party, c.paid_or_handed_to_court),
            needs=("decision.report_on_spot",),
            documents=("case.closing",),
        ),
        Step("record.archive", "archive", (_DAY,), needs=("decision.close",)),
        *_disclosure("decision.decide_on_spot"),
    ),
    limits=_COMMON_LIMITS,
    expects=(
        Expectation(
            "decision.report_on_spot",
            _never("decision.decide_on_spot", "decision.report_on_spot"),
            "当场作出的处罚决定必须报所属行政机关备案。",
        ),
        *_ENDING,
        *_PUBLISHING,
    ),
    review="penalty",
    disclosure="penalty",
    required_documents=("evidence.scene", "penalty.onspot", "case.closing"),
)
