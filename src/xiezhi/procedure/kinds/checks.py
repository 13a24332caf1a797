"""The judgements in front of penalty steps: one function, one rule, one article.

Each answers None (allowed) or a Reason. What is unknown is refused.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.penalties import severity
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.thresholds import summary_limit
from xiezhi.procedure.timelimits import HEARING_NOTICE, HEARING_REQUEST, STATEMENT, compute


def day_is_past_or_today(st: Standing, ask: Ask) -> Reason | None:
    """Nobody records what hasn't happened, nor what happened before the matter began."""
    if ask.on > st.today:
        return refuse("FLOW-DATE", "日期晚于今天。", todo="填写实际发生的日期。", field="on")
    return None


def begins_the_file(st: Standing, _ask: Ask) -> Reason | None:
    if st.events:
        return refuse("FLOW-ONCE", "案件来源已经登记。")
    return None


def two_qualified_officers(_st: Standing, ask: Ask) -> Reason | None:
    """At least two officers, each with a certificate valid on that day (处罚法 art. 42)."""
    officers = ask.facts.get("officers") or []
    persons = {officer.get("person") for officer in officers}
    if len(persons) < 2:
        return refuse(
            "PEN-3",
            f"执法人员不得少于两人，现在只有 {len(persons)} 人。",
            todo="再选一名具有执法资格的执法人员。",
            field="officers",
        )
    bad = [o["name"] for o in officers if o.get("valid") is not True]
    if bad:
        return refuse(
            "PEN-3",
            f"{'、'.join(bad)}在 {ask.on:%Y-%m-%d} 没有有效的行政执法证件，"
            "或者超出证件载明的执法类别、区域。",
            todo="换一名证件有效的执法人员，或者先更新证件信息。",
            field="officers",
        )
    return None


def rights_were_told(_st: Standing, ask: Ask) -> Reason | None:
    """Officers show their certificates and tell rights before asking (处罚法 art. 55)."""
    if ask.facts.get("identity_shown") is not True or ask.facts.get("rights_told") is not True:
        return refuse(
            "PEN-55",
            "没有记明已出示执法证件、已告知权利义务。",
            todo="确认已经主动出示执法证件并告知权利义务，再保存笔录。",
            field="identity_shown",
        )
    return None


def filing_conditions(_st: Standing, ask: Ask) -> Reason | None:
    """Initial evidence, punishable, own jurisdiction: each must be answered yes (SAMR-2)."""
    for key, label in (
        ("has_evidence", "有证据初步证明存在违法行为"),
        ("punishable", "依据法律、法规、规章应当给予行政处罚"),
        ("own_jurisdiction", "属于本机关管辖"),
    ):
        if ask.facts.get(key) is not True:
            return refuse(
                "SAMR-2",
                f"立案条件“{label}”没有确认。",
                todo="条件具备再提请立案；不具备的，由负责人决定不予立案。",
                field=key,
            )
    return None


def within_limitation(_st: Standing, ask: Ask) -> Reason | None:
    """No penalty for an act discovered after two years, or five in grave cases (art. 36)."""
    ended = _day(ask.facts.get("violation_ended_on"))
    found = _day(ask.facts.get("discovered_on"))
    if ended is None or found is None:
        return refuse("PEN-1", "没有填写违法行为终了日期或者发现日期。", field="violation_ended_on")
    years = 5 if ask.facts.get("grave_harm") is True else 2
    last = _plus_years(ended, years)
    if found > last:
        return refuse(
            "PEN-1",
            f"违法行为终了于 {ended:%Y-%m-%d}，发现于 {found:%Y-%m-%d}，"
            f"已超过{'五' if years == 5 else '二'}年，不再给予行政处罚。",
            todo="由负责人决定不予立案；涉及生命健康安全、金融安全且有危害后果的，适用五年。",
            field="discovered_on",
        )
    return None


def has_evidence(st: Standing, _ask: Ask) -> Reason | None:
    if not st.any("casework.inspect", "casework.interview", "casework.add_evidence"):
        return refuse(
            "PEN-46",
            "案卷里还没有一份证据。",
            todo="先制作现场笔录、询问笔录，或者收集其他证据。",
        )
    return None


def nothing_preserved_is_open(st: Standing, _ask: Ask) -> Reason | None:
    """Registered evidence is decided on before the investigation ends (art. 56)."""
    open_ones = len(st.all("casework.preserve_evidence")) - len(
        st.all("casework.dispose_preserved")
    )
    if open_ones > 0:
        return refuse(
            "PEN-6",
            f"还有 {open_ones} 批先行登记保存的证据没有作出处理决定。",
            todo="先处理登记保存的证据。",
        )
    return None


def not_suspended(st: Standing, _ask: Ask) -> Reason | None:
    stop = st.last("casework.suspend")
    if stop and not st.after("casework.resume", stop.seq):
        return refuse("SAMR-4", "案件正在中止调查。", todo="先办理“恢复调查”。")
    return None


def is_suspended(st: Standing, _ask: Ask) -> Reason | None:
    return None if not_suspended(st, _ask) else refuse("FLOW-ORDER", "案件没有中止，不用恢复。")


def not_decided(st: Standing, _ask: Ask) -> Reason | None:
    if st.any("decision.issue", "decision.decide_on_spot", "casework.refuse_filing"):
        return refuse("FLOW-LATE", "本案已经作出决定。")
    return None


def proposal_is_whole(_st: Standing, ask: Ask) -> Reason | None:
    """A conclusion proposes an outcome, its law, and for a penalty its kinds (art. 57)."""
    proposal = ask.facts.get("proposal") or {}
    if not proposal.get("outcome"):
        return refuse("PEN-57", "没有提出处理建议。", field="outcome")
    if proposal["outcome"] == "penalty" and not proposal.get("kinds"):
        return refuse("PEN-KIND", "建议给予处罚，但没有选择处罚种类。", field="kinds")
    return None


_NEW_FACTS = (
    "casework.inspect",
    "casework.interview",
    "casework.add_evidence",
    "casework.receive_test",
)


def no_heavier_for_defending(st: Standing, ask: Ask) -> Reason | None:
    """Statement and defence never make the penalty heavier (art. 45)."""
    told = st.last("casework.give_notice")
    if told is None or not st.any("casework.record_statement", "casework.request_hearing"):
        return None
    before = told.facts.get("proposal") or {}
    if _weight(ask.facts.get("proposal") or {}) <= _weight(before):
        return None
    if any(st.after(act, told.seq) for act in _NEW_FACTS):
        return None
    return refuse(
        "PEN-8",
        "当事人陈述、申辩或者要求听证后，拟作出的处罚比告知的更重，而案卷里没有新的证据。",
        todo="恢复到不重于告知书的处罚；确有新的事实的，先补充证据并重新告知。",
        field="fine",
    )


def cleared_before_notice(st: Standing, _ask: Ask) -> Reason | None:
    if st.policy.review_position not in ("before_notice", "both"):
        return None
    return cleared(st, _ask)


def cleared(st: Standing, _ask: Ask) -> Reason | None:
    """未经法制审核或者审核未通过的，不得作出决定 (art. 58)."""
    if st.clearance is not None:
        return None
    said = st.last("review.give_opinion", "review.exempt")
    if said is None:
        return refuse("PEN-12", "还没有通过法制审核。", todo="提请法制审核；审核通过后才能继续。")
    if said.act == "review.give_opinion" and said.facts.get("verdict") != "approved":
        return refuse(
            "PEN-12",
            "法制审核意见不是“同意”。",
            todo="按审核意见改正后，重新提请法制审核。",
        )
    return refuse(
        "PEN-12",
        f"审核之后案件内容有变化（第 {_broken_seq(st, said)} 条记录），原来的审核不再有效。",
        todo="重新提请法制审核。",
    )


def review_not_pending(st: Standing, _ask: Ask) -> Reason | None:
    if st.review_pending:
        return refuse("FLOW-ONCE", "已经提请法制审核，正在等审核意见。")
    return None


def review_pending(st: Standing, _ask: Ask) -> Reason | None:
    if st.review_pending is None:
        return refuse("FLOW-ORDER", "没有等待审核的材料。", todo="由承办人提请法制审核。")
    return None


def ready_for_review(st: Standing, _ask: Ask) -> Reason | None:
    """After the notice, a review waits until the party has been heard or the term has passed."""
    if st.policy.review_position == "before_notice" and not st.has("casework.request_hearing"):
        return None
    if st.policy.review_position == "both" and not st.has("casework.give_notice"):
        return None
    return party_was_heard(st, _ask)


def penal(st: Standing) -> bool:
    """Only a penalty needs a notice; 不予行政处罚 takes nothing from the party (arts. 33, 44)."""
    return (st.proposal or {}).get("outcome") == "penalty"


def notice_covers_proposal(st: Standing, _ask: Ask) -> Reason | None:
    """What is decided was told to the party, or is lighter (arts. 44, 62)."""
    if not penal(st):
        return None
    told = st.last("casework.give_notice")
    if told is None:
        return refuse(
            "PEN-7",
            "还没有向当事人告知拟作出的处罚内容、事实、理由、依据和权利。",
            todo="先办理“告知拟作出的处罚”。",
        )
    if _weight(st.proposal or {}) > _weight(told.facts.get("proposal") or {}):
        return refuse(
            "PEN-7", "拟作出的处罚比告知书上的更重，当事人没有被告知。", todo="重新告知。"
        )
    return None


def party_was_heard(st: Standing, ask: Ask) -> Reason | None:
    """Notice served, its term over or waived, statements re-checked, hearing done."""
    if not penal(st):
        return None
    told = st.last("casework.give_notice")
    if told is None:
        return notice_covers_proposal(st, ask)
    served = st.last("casework.serve_notice")
    if served is None or served.seq < told.seq:
        return refuse("PEN-7", "告知书还没有送达当事人。", todo="先登记告知书的送达。")
    said = st.last("casework.record_statement")
    if said and not st.after("casework.recheck_statement", said.seq):
        return refuse(
            "PEN-8",
            "当事人的陈述、申辩还没有复核。",
            todo="对当事人提出的事实、理由和证据进行复核，填写复核意见。",
        )
    return _hearing_open(st) or _term_running(st, ask, served)


def _hearing_open(st: Standing) -> Reason | None:
    asked = st.last("casework.request_hearing")
    if asked and not (
        st.after("casework.report_hearing", asked.seq)
        or st.after("casework.withdraw_hearing", asked.seq)
    ):
        return refuse(
            "PEN-11",
            "当事人要求听证，听证还没有结束。",
            todo="举行听证并提交听证报告，根据听证笔录作出决定。",
        )
    return None


def _term_running(st: Standing, ask: Ask, served: Event) -> Reason | None:
    if st.after("casework.waive_statement", served.seq):
        return None
    if st.after("casework.recheck_statement", served.seq) and not st.fact(
        "casework.give_notice", "hearing_right"
    ):
        return None
    if st.after("casework.report_hearing", served.seq):
        return None
    due = statement_term(st, served)
    if due.last_day is not None and ask.on <= due.last_day:
        return refuse(
            "PEN-7",
            f"当事人陈述、申辩和要求听证的期限到 {due.last_day:%Y-%m-%d} 24 时止，还没有过。",
            todo="等期限届满；或者当事人书面放弃的，登记放弃声明。",
        )
    return None


def statement_term(st: Standing, served: Event) -> Any:
    """The term told in the notice, from its service."""
    return compute(
        st.policy.limit(STATEMENT),
        served.on,
        calendar=st.calendar,
        today=st.today,
    )


def hearing_right_was_told(st: Standing, _ask: Ask) -> Reason | None:
    if st.fact("casework.give_notice", "hearing_right") is not True:
        return refuse(
            "PEN-9", "拟作出的处罚不属于应当告知听证权利的范围。", todo="作为陈述、申辩意见登记。"
        )
    return None


def hearing_asked_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Within five working days of the notice's service (art. 64(1))."""
    served = st.last("casework.serve_notice")
    if served is None:
        return refuse("PEN-9", "告知书还没有送达。")
    due = compute(st.policy.limit(HEARING_REQUEST), served.on, calendar=st.calendar, today=st.today)
    if due.last_day is not None and ask.on > due.last_day:
        return refuse(
            "PEN-9",
            f"要求听证的期限到 {due.last_day:%Y-%m-%d} 止，{ask.on:%Y-%m-%d} 提出已经超过。",
            todo="告知当事人已超过期限；意见作为陈述、申辩登记。",
            field="on",
        )
    return None


def hearing_told_in_time(st: Standing, ask: Ask) -> Reason | None:
    """Time and place told at least seven working days before (art. 64(2))."""
    held_on = _day(ask.facts.get("hearing_on"))
    if held_on is None:
        return refuse("PEN-10", "没有填写听证日期。", field="hearing_on")
    due = compute(st.policy.limit(HEARING_NOTICE), held_on, calendar=st.calendar, today=st.today)
    if due.last_day is not None and ask.on > due.last_day:
        return refuse(
            "PEN-10",
            f"{held_on:%Y-%m-%d} 举行听证，最迟应在 {due.last_day:%Y-%m-%d} 通知当事人。",
            todo="把听证日期往后改，使通知与听证之间满七个工作日。",
            field="hearing_on",
        )
    return None


def host_is_no_handler(_st: Standing, ask: Ask) -> Reason | None:
    if ask.facts.get("host_is_handler") is not False:
        return refuse(
            "PEN-11",
            "听证由非本案调查人员主持。",
            todo="指定一名没有参加本案调查的人员主持。",
            field="host",
        )
    return None


def hearing_day_has_come(st: Standing, ask: Ask) -> Reason | None:
    day = _day(st.fact("casework.notify_hearing", "hearing_on"))
    if day is not None and ask.on < day:
        return refuse("PEN-10", f"听证定在 {day:%Y-%m-%d}，还没有到。", field="on")
    return None


def discussed_where_due(st: Standing, _ask: Ask) -> Reason | None:
    """Complex or grave matters are discussed collectively (art. 57(2)), after the review."""
    if not (st.proposal or {}).get("discussion_due"):
        return None
    talk = st.last("decision.discuss")
    if talk is None or (st.clearance and talk.seq < st.clearance.sealed_at):
        return refuse(
            "PEN-13",
            "情节复杂或者重大违法行为，应当由机关负责人集体讨论决定。",
            todo="先办理“集体讨论”。",
        )
    return None


def within_summary_limits(_st: Standing, ask: Ask) -> Reason | None:
    """Citizen up to 200, organisation up to 3,000, or a warning; facts certain (art. 51)."""
    facts = ask.facts
    if facts.get("facts_certain") is not True:
        return refuse("PEN-16", "没有确认违法事实确凿并有法定依据。", field="facts_certain")
    kinds = set(facts.get("kinds") or ())
    if not kinds or not kinds <= {"warning", "fine"}:
        return refuse("PEN-16", "当场处罚只能是警告或者罚款。", field="kinds")
    limit = summary_limit(facts["party_kind"], _st.policy)
    fine = Decimal(facts.get("fine") or 0)
    if "fine" in kinds and not 0 < fine <= limit:
        return refuse(
            "PEN-16",
            f"当场罚款不得超过 {limit:,} 元，现在是 {fine:,} 元。",
            todo="超过限额的，适用普通程序。",
            field="fine",
        )
    return None


def paid_or_handed_to_court(st: Standing, _ask: Ask) -> Reason | None:
    """A case closes when its decision is performed, revoked, or has nothing to perform."""
    if st.any("casework.refuse_filing", "decision.revoke"):
        return None
    money = Decimal(
        st.fact("decision.issue", "payable") or st.fact("decision.decide_on_spot", "payable") or 0
    )
    paid = sum((Decimal(e.facts["amount"]) for e in st.all("decision.record_payment")), Decimal(0))
    if paid < money and not st.has("decision.apply_court"):
        return refuse(
            "PEN-19",
            f"应缴 {money:,} 元，已缴 {paid:,} 元，还没有履行完毕。",
            todo="登记缴款；逾期不履行的，催告后申请法院强制执行。",
        )
    return None


def served_to_party(st: Standing, _ask: Ask) -> Reason | None:
    if st.any("decision.issue", "decision.decide_on_spot") and not st.has("decision.serve"):
        return refuse("PEN-15", "决定书还没有送达当事人。", todo="先登记送达。")
    return None


def payment_is_overdue(st: Standing, ask: Ask) -> Reason | None:
    due = st.limit("PEN-19")
    if due is None or due.last_day is None or ask.on <= due.last_day:
        return refuse("COE-10", "缴纳罚款的期限还没有过，不用催告。")
    return None


def demand_was_ignored(st: Standing, ask: Ask) -> Reason | None:
    """Ten working days after the demand's service (强制法 art. 54)."""
    asked = st.last("decision.demand")
    if asked is None:
        return refuse("COE-15", "还没有催告当事人履行。", todo="先办理“催告履行”。")
    last = st.calendar.add_working_days(asked.on, 10)
    if ask.on <= last:
        return refuse(
            "COE-15",
            f"催告书送达后十个工作日到 {last:%Y-%m-%d} 止，当事人还可以履行。",
            todo=f"{last:%Y-%m-%d} 之后仍未履行的，再申请。",
        )
    return None


def page_was_signed(st: Standing, _ask: Ask) -> Reason | None:
    """The head signs what is to be published (P8)."""
    draft = st.last("disclosure.prepare")
    if draft is None or not st.after("disclosure.sign", draft.seq):
        return refuse(
            "PLAN-PIPELINE", "公示内容还没有经负责人审定。", todo="请负责人审定后再公示。"
        )
    return None


def is_on_show(st: Standing, _ask: Ask) -> Reason | None:
    shown = st.last("disclosure.publish")
    if shown is None or st.after("disclosure.withdraw", shown.seq):
        return refuse("FLOW-ORDER", "现在没有正在公示的内容。")
    return None


def is_not_on_show(st: Standing, _ask: Ask) -> Reason | None:
    return None if is_on_show(st, _ask) else refuse("FLOW-ONCE", "本决定正在公示。")


def _broken_seq(st: Standing, said: Event) -> int:
    broken = st.broken_since(int(said.facts.get("sealed_at", said.seq)))
    return broken.seq if broken else said.seq


def _weight(proposal: dict[str, Any]) -> tuple[int, Decimal]:
    """How heavy a handling is: the heaviest kind, then the money."""
    money = sum(
        (Decimal(proposal.get(key) or 0) for key in ("fine", "gains", "goods_value")), Decimal(0)
    )
    return (severity(proposal.get("kinds") or ()), money)


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value) if value else None


def _plus_years(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
