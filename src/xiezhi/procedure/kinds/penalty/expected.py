"""What is to be done next, and the limits that everybody sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from xiezhi.procedure import timelimits as t
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks import carrying as k
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.checks.transfer import was_taken_over
from xiezhi.procedure.kinds.course import (
    SHOWN,
    Judgement,
    decision_event,
    never,
    now,
    publishing,
    some_day,
    to_be_shown,
    to_be_taken_down,
    without,
)
from xiezhi.procedure.kinds.penalty.parts import DECIDED, STOPPED
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event, Expectation, LimitUse


def _wants_notice(st: Standing) -> bool:
    """Not yet told, or told of less than is proposed now."""
    if not st.has("casework.conclude") or st.any(*DECIDED):
        return False
    if c.notice_covers_proposal(st, now(st)) is None:
        return False
    return c.cleared_before_notice(st, now(st)) is None


def _wants_review(st: Standing) -> bool:
    """A submission is due: the party has been heard and no clearance counts."""
    if not st.has("casework.conclude") or st.any(*DECIDED) or st.review_pending:
        return False
    if st.clearance is not None and c.reviewed_again_after_notice(st, now(st)) is None:
        return False
    return c.ready_for_review(st, some_day()) is None


def _ripe(st: Standing) -> bool:
    """Reviewed as the profile wants it, the party heard; at most a term still runs."""
    if st.any(*DECIDED) or not st.has("casework.conclude"):
        return False
    checks = (c.cleared, c.reviewed_again_after_notice, c.party_was_heard)
    return all(check(st, some_day()) is None for check in checks)


def _to_be_discussed(st: Standing) -> bool:
    return _ripe(st) and c.discussed_where_due(st, now(st)) is not None


def _to_be_decided(st: Standing) -> bool:
    return _ripe(st) and not _to_be_discussed(st)


def _for_any(judge: Judgement) -> Judgement:
    """Something waits for one of the parties, as it sees the File."""
    return lambda st: any(judge(one) for one in st.parties)


def _for_any_heard(judge: Judgement) -> Judgement:
    """The same, for those who asked for a hearing."""
    asked = "casework.request_hearing"
    return lambda st: any(judge(one) for one in st.parties if one.has(asked))


def _unserved(st: Standing) -> bool:
    return decision_event(st) is not None and not st.has("decision.serve")


def _notice_unserved(st: Standing) -> bool:
    """Told of a penalty, and the notice isn't in its hands; others needn't be told (art. 44)."""
    return c.penal(st) and without("casework.give_notice", "casework.serve_notice")(st)


def _unpaid(st: Standing) -> bool:
    return (
        st.has("decision.serve")
        and not st.any("decision.close", "decision.apply_court", "decision.revoke")
        and c.owed(st) > 0
    )


def _to_be_demanded(st: Standing) -> bool:
    """Overdue and not yet demanded: 催告 comes before the court (强制法 arts. 53, 54)."""
    if not _unpaid(st) or st.has("decision.demand"):
        return False
    return c.payment_is_overdue(st, now(st)) is None


def _court_is_open(st: Standing) -> bool:
    if not _unpaid(st) or not st.has("decision.demand"):
        return False
    return not (c.demand_was_ignored(st, now(st)) or c.remedies_have_lapsed(st, now(st)))


def _payment_starts(st: Standing) -> Event | None:
    """Nothing runs where nothing is owed: a warning, or a fine that was paid."""
    return st.last("decision.serve") if _unpaid(st) else None


def _deferred(st: Standing, start: Event) -> tuple[t.Extension, ...]:
    """延期、分期: the fine is due on the day that was allowed (art. 66(2))."""
    allowed = st.last("decision.allow_instalments")
    until = c.deferred_until(st)
    if allowed is None or until is None:
        return ()
    days = (until - start.on).days - st.policy.limit(t.PAYMENT).n
    return (t.Extension(days, "PEN-66-2", granted_on=allowed.on),) if days > 0 else ()


def extended(st: Standing, _start: Event) -> tuple[t.Extension, ...]:
    """延长办案期限, as often as it was granted."""
    return tuple(
        t.Extension(int(e.facts["days"]), "SAMR-4", granted_on=e.on)
        for e in st.all("casework.extend")
    )


def _court_starts(st: Standing) -> Event | None:
    """The three months begin when review and litigation are no longer open (强制法 art. 53)."""
    end = c.remedies_end(st)
    if end is None or not _unpaid(st) or st.today <= end:
        return None
    return replace(st.all("decision.serve")[-1], on=end)


_CARRIED = (k.goods_were_dealt_with, k.other_penalties_were_carried_out, k.cash_is_in_the_bank)


def _closable(st: Standing) -> bool:
    if st.has("decision.close"):
        return False
    if st.any("casework.refuse_filing", *STOPPED):
        return True
    if was_taken_over(st):
        return st.has("casework.hand_items")
    if any(check(st, now(st)) for check in _CARRIED):
        return False
    if c.served_to_party(st, now(st)) is not None:
        return False
    return st.has("decision.serve") and c.paid_or_handed_to_court(st, now(st)) is None


def _preserved_open(st: Standing) -> bool:
    return c.nothing_preserved_is_open(st, now(st)) is not None


def informed_reporter_due(st: Standing) -> Event | None:
    """Only a real-name report starts the five working days, from the filing decision."""
    if st.fact("casework.register_clue", "real_name") is not True:
        return None
    return st.last("casework.file_case", "casework.refuse_filing")


PUBLISHING = publishing("PLAN-2", "处罚决定作出后 7 个工作日内公示，先拟定公示内容。")


def _remit(st: Standing) -> Event | None:
    """Cash that an officer holds; on the water the two days begin on landing (art. 71)."""
    held = k.cash_not_remitted(st)
    landed = day(held.facts.get("landed_on")) if held else None
    return replace(held, on=landed) if held and landed else held


#: Slight matters, which the credit site in principle doesn't show (CR-4).
_SLIGHT = {"warning", "criticism"}


def _repair_untold(st: Standing) -> bool:
    """两书同达: who will be shown on the credit site gets the notice with the decision (CR-8)."""
    if not st.has("decision.issue"):
        return False
    if st.any("decision.serve", "decision.tell_credit_repair", "decision.revoke"):
        return False
    return bool(set((st.proposal or {}).get("kinds") or ()) - _SLIGHT)


ENDING = (
    Expectation(
        "decision.serve",
        _for_any(_unserved),
        "宣告后当场交付；当事人不在场的，7 个工作日内送达。",
        "PEN-15",
    ),
    Expectation(
        "decision.tell_credit_repair",
        _repair_untold,
        "信用修复告知书与处罚决定书同时送达。",
    ),
    Expectation(
        "decision.record_payment",
        _for_any(_unpaid),
        "当事人收到决定书之日起 15 日内缴款。",
        "PEN-19",
    ),
    Expectation(
        "decision.remit_cash",
        lambda st: k.cash_not_remitted(st) is not None,
        "当场收缴的罚款 2 个工作日内交至本机关。",
        "PEN-18",
    ),
    Expectation(
        "decision.deposit_cash",
        lambda st: k.cash_not_deposited(st) is not None,
        "收到的罚款 2 个工作日内缴付指定的银行。",
        "PEN-18-2",
    ),
    Expectation("decision.demand", _for_any(_to_be_demanded), "逾期没有缴纳，催告当事人履行。"),
    Expectation(
        "decision.apply_court",
        _for_any(_court_is_open),
        "催告后仍不履行，申请人民法院强制执行。",
        "COE-15-2",
    ),
    Expectation("decision.close", _closable, "已履行完毕，可以结案。"),
    Expectation(
        "record.archive",
        never("decision.close", "record.archive"),
        "结案后 30 日内归档。",
        "PLAN-8",
    ),
)


GENERAL_EXPECTS = (
    Expectation(
        "casework.propose_filing",
        never(
            "casework.register_clue",
            "casework.propose_filing",
            "casework.refuse_filing",
        ),
        "收到线索后 15 个工作日内核查，决定是否立案。",
        "SAMR-1",
    ),
    Expectation(
        "casework.file_case",
        never("casework.propose_filing", "casework.file_case", "casework.refuse_filing"),
        "承办人已提请立案，等负责人批准。",
        "SAMR-1",
    ),
    Expectation(
        "casework.inform_reporter",
        lambda st: informed_reporter_due(st) is not None and not st.has("casework.inform_reporter"),
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
        lambda st: c.is_suspended(st, now(st)) is None,
        "中止期间不计入办案期限；原因消除后恢复。",
    ),
    Expectation(
        "casework.conclude",
        lambda st: (
            st.has("casework.file_case")
            and not st.has("casework.conclude")
            and c.not_suspended(st, now(st)) is None
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
        _for_any(_notice_unserved),
        "告知书送达后，陈述、申辩期限才开始。",
        "PEN-14",
    ),
    Expectation(
        "casework.recheck_statement",
        _for_any(without("casework.record_statement", "casework.recheck_statement")),
        "对当事人的陈述、申辩进行复核。",
        "PEN-14",
    ),
    Expectation(
        "casework.notify_hearing",
        _for_any_heard(
            without(
                "casework.request_hearing", "casework.notify_hearing", "casework.withdraw_hearing"
            )
        ),
        "当事人要求听证，应当组织听证。",
    ),
    Expectation(
        "casework.hold_hearing",
        _for_any_heard(
            without("casework.notify_hearing", "casework.hold_hearing", "casework.withdraw_hearing")
        ),
        "按通知的时间、地点举行听证。",
    ),
    Expectation(
        "casework.report_hearing",
        without("casework.hold_hearing", "casework.report_hearing"),
        "听证结束后提交听证报告。",
    ),
    Expectation(
        "decision.discuss",
        _to_be_discussed,
        "情节复杂或者重大违法行为，由负责人集体讨论决定。",
        "PEN-14",
    ),
    Expectation(
        "decision.issue",
        _to_be_decided,
        "法制审核已通过，由负责人作出决定。",
        "PEN-14",
    ),
)


#: After these nobody waits for the money any more.
_OVER = ("decision.close", "decision.apply_court", "decision.revoke")


def _answered(answer: str) -> Callable[[Standing], Event | None]:
    def found(st: Standing) -> Event | None:
        event = st.last("casework.enter_answer")
        return event if event is not None and event.facts.get("answer") == answer else None

    return found


TRANSFER_LIMITS = (
    LimitUse(t.TRANSFER_DECIDE, ("casework.approve_transfer", "casework.refuse_transfer")),
    LimitUse(t.TRANSFER_HAND, ("casework.hand_over",), began="approved_at", done="handed_at"),
    LimitUse(t.POLICE_ANSWER, ("casework.enter_answer",)),
    LimitUse(t.OBJECT, ("casework.object_to_answer",), starts=_answered("refused")),
    LimitUse(t.HAND_ITEMS, ("casework.hand_items",), starts=_answered("filed")),
)
TRANSFER_EXPECTS = (
    Expectation(
        "casework.approve_transfer",
        without("casework.report_crime", "casework.approve_transfer", "casework.refuse_transfer"),
        "正职负责人接到移送报告后 3 日内决定是否移送。",
        "TRF-2",
    ),
    Expectation(
        "casework.hand_over",
        without("casework.approve_transfer", "casework.hand_over"),
        "批准后 24 小时内向同级公安机关移送。",
        "TRF-3",
    ),
    Expectation(
        "casework.enter_answer",
        without("casework.hand_over", "casework.enter_answer"),
        "公安机关 3 日内决定是否立案；收到通知后登记。",
        "TRF-5",
    ),
    Expectation(
        "casework.hand_items",
        lambda st: was_taken_over(st) and not st.has("casework.hand_items"),
        "公安机关已立案，3 日内移交涉案物品和材料。",
        "TRF-7",
    ),
)


COMMON_LIMITS = (
    LimitUse(t.REMIT_TO_AGENCY, (), starts=_remit),
    LimitUse(t.REMIT_TO_BANK, (), starts=k.cash_not_deposited),
    LimitUse(t.SERVICE, ("decision.serve",), of_party=True, starts=decision_event),
    LimitUse(t.PAYMENT, _OVER, of_party=True, starts=_payment_starts, longer=_deferred),
    LimitUse(t.COURT, _OVER, of_party=True, starts=_court_starts),
    LimitUse(t.PUBLISH_PENALTY, SHOWN, starts=to_be_shown),
    LimitUse(t.WITHDRAW, ("disclosure.withdraw",), starts=to_be_taken_down),
    LimitUse(t.ARCHIVE, ("record.archive",)),
)
