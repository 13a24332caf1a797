"""Checks of hearing, opinion, decision and what follows (复议法 arts. 41, 49 to 73, 76 to 79)."""

from __future__ import annotations

from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.reconsideration.fields import GROUNDS_OF, LAPSING, UNANSWERED
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.reconsideration import clock
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import cn_date, extension_refusals
from xiezhi.procedure.timelimits import reconsideration as t

YES, NO = "yes", "no"


def outcome_of(st: Standing, ask: Ask) -> str | None:
    """What is proposed now, or stands proposed."""
    return ask.facts.get("outcome") or (st.proposal or {}).get("outcome")


# -- hearing --


def told_five_days_before(st: Standing, ask: Ask) -> Reason | None:
    """The parties know time and place five working days before (art. 51(1))."""
    held = day(str(ask.facts.get("hearing_at") or "")[:10])
    if held is None:
        return refuse("REC-51", "没有填写听证时间。", field="hearing_at")
    last = clock.reckon(st, t.HEARING, held).last_day
    if ask.on > last:
        return refuse(
            "REC-51",
            f"{cn_date(held)}举行听证，最迟应在 {cn_date(last)}通知当事人。",
            todo="把听证日期往后改，使通知与听证之间满五个工作日。",
            field="hearing_at",
        )
    return None


def hearing_is_composed(_st: Standing, ask: Ask) -> Reason | None:
    """One host, two or more members, one who records (art. 50(3))."""
    members = str(ask.facts.get("hearing_members") or "").replace("，", "、").split("、")
    named = {name.strip() for name in members if name.strip()}
    host, recorder = ask.facts.get("hearing_host"), ask.facts.get("hearing_recorder")
    if len(named) < 2 or not host or not recorder or {host, recorder} & named or host == recorder:
        return refuse(
            "REC-50-3",
            "听证应当有一名主持人、两名以上听证员、一名记录员，由不同的人担任。",
            todo="写明两名以上听证员，用顿号分开。",
            field="hearing_members",
        )
    return None


def head_of_respondent_attends(_st: Standing, ask: Ask) -> Reason | None:
    """The respondent's head comes, or says why not and sends somebody (art. 51(3))."""
    if ask.facts.get("head_present") is True or ask.facts.get("head_absent_why"):
        return None
    return refuse(
        "REC-51-3",
        "被申请人的负责人没有参加听证，也没有写明理由和委托的人员。",
        todo="写明不能参加的理由和委托的工作人员。",
        field="head_absent_why",
    )


def on_the_day_told(st: Standing, ask: Ask) -> Reason | None:
    told = day(str(st.fact("reconsideration.notify_hearing", "hearing_at") or "")[:10])
    if told is not None and ask.on != told:
        return refuse(
            "REC-51",
            f"听证通知的日期是 {cn_date(told)}，不是 {cn_date(ask.on)}。",
            todo="按通知的日期举行；改期的，重新通知。",
            field="on",
        )
    return None


# -- before an opinion --


def respondent_could_answer(st: Standing, ask: Ask) -> Reason | None:
    """The reply is there, or its term has run out (arts. 48, 54, 70)."""
    if st.has("reconsideration.receive_reply") or outcome_of(st, ask) == "dismiss":
        return None
    due = clock.reply_due(st)
    if due is None:
        return refuse("REC-48", "还没有把申请书副本发送被申请人。", todo="先发送申请书副本。")
    if ask.on <= due:
        return refuse(
            "REM-7-2" if clock.simplified(st) else "REM-7",
            f"被申请人答复的期限到 {cn_date(due)}止，还没有过，也没有收到答复。",
            todo="收到答复或者期满后再提出审查意见。",
        )
    return None


def parties_were_heard(st: Standing, ask: Ask) -> Reason | None:
    """The ordinary procedure hears the parties; the simplified one may go by paper (art. 49)."""
    if clock.simplified(st) or outcome_of(st, ask) == "dismiss":
        return None
    if st.any("reconsideration.hear_opinions", "reconsideration.hold_hearing"):
        return None
    return refuse(
        "REC-49",
        "适用普通程序，还没有听取当事人的意见。",
        todo="当面或者通过互联网、电话听取意见并记录；因当事人原因不能听取的，记明情况。",
    )


def hearing_where_due(st: Standing, ask: Ask) -> Reason | None:
    """Grave, difficult and complex matters are heard in a hearing (art. 50(1))."""
    if outcome_of(st, ask) == "dismiss":
        return None
    answer = _said(st, ask, "complicated")
    if answer not in (YES, NO):
        return refuse("REC-50", "没有回答案件是不是重大、疑难、复杂。", field="complicated")
    if answer == YES and not st.has("reconsideration.hold_hearing"):
        return refuse(
            "REC-50",
            "重大、疑难、复杂的行政复议案件，应当组织听证。",
            todo="先通知并举行听证。",
        )
    return None


def committee_where_due(st: Standing, ask: Ask) -> Reason | None:
    """The committee is asked about complicated and technical matters (art. 52(2))."""
    if outcome_of(st, ask) == "dismiss":
        return None
    complicated, technical = _said(st, ask, "complicated"), _said(st, ask, "technical")
    if technical not in (YES, NO):
        return refuse("REC-52", "没有回答案件是不是专业性、技术性较强。", field="technical")
    if YES in (complicated, technical) and not st.has("reconsideration.consult"):
        return refuse(
            "REC-52",
            "应当提请行政复议委员会提出咨询意见。",
            todo="先登记行政复议委员会的咨询意见。",
        )
    return None


def _said(st: Standing, ask: Ask, name: str) -> Any:
    return ask.facts.get(name) or (st.proposal or {}).get(name)


# -- the opinion --


def ground_fits_outcome(_st: Standing, ask: Ask) -> Reason | None:
    """Each outcome has its own cases in the statute (arts. 33, 63 to 71)."""
    outcome, ground = str(ask.facts.get("outcome") or ""), ask.facts.get("outcome_ground")
    allowed = {code for code, _ in GROUNDS_OF.get("revoke" if outcome == "remake" else outcome, ())}
    if outcome in UNANSWERED:
        allowed.add("70")
    if ground in allowed:
        return None
    return refuse(
        _RULE_OF.get(outcome, "REC-61"),
        "选择的法定情形与处理意见不对应。",
        todo="选择该处理意见所依据的法定情形。",
        field="outcome_ground",
    )


_RULE_OF = {
    "uphold": "REC-68",
    "change": "REC-63",
    "revoke": "REC-64",
    "remake": "REC-64",
    "unlawful": "REC-65",
    "perform": "REC-66",
    "void": "REC-67",
    "agreement": "REC-71",
    "dismiss_claim": "REC-69",
    "dismiss": "REC-33",
}


def silence_loses(st: Standing, ask: Ask) -> Reason | None:
    """Without a reply the act counts as made without evidence and basis (art. 70).

    Unless a third party has proved its lawfulness.
    """
    answered = st.has("reconsideration.receive_reply")
    proved = ask.facts.get("third_party_proved") is True
    outcome, ground = ask.facts.get("outcome"), ask.facts.get("outcome_ground")
    if answered and ground == "70":
        return refuse(
            "REC-70", "被申请人已经答复，不能以不答复为由作出决定。", field="outcome_ground"
        )
    if answered or proved or outcome in (*UNANSWERED, "dismiss", "agreement"):
        return None
    return refuse(
        "REC-70",
        "被申请人没有按规定答复、提交证据，视为该行政行为没有证据、依据。",
        todo="改为撤销、确认违法、确认无效或者责令履行；第三人提供了证据的，予以确认。",
        field="outcome",
    )


def never_worse(_st: Standing, ask: Ask) -> Reason | None:
    """A change isn't less favourable for the applicant (art. 63(2))."""
    if ask.facts.get("outcome") != "change":
        return None
    worse, asked = ask.facts.get("worse_off"), ask.facts.get("third_party_asked") is True
    if worse == NO or (worse == YES and asked):
        return None
    return refuse(
        "REC-63-2",
        "没有确认变更不会对申请人更为不利。",
        todo="行政复议机关不得作出对申请人更为不利的变更决定，第三人提出相反请求的除外。",
        field="worse_off",
    )


def term_is_set(_st: Standing, ask: Ask) -> Reason | None:
    """What the respondent has to do, it has to do within a stated time (arts. 64, 66)."""
    outcome = ask.facts.get("outcome")
    if outcome not in ("remake", "perform") or int(ask.facts.get("perform_days") or 0) > 0:
        return None
    return refuse(
        "REC-66" if outcome == "perform" else "REC-64",
        "责令履行、重新作出行政行为的，应当写明期限。",
        field="perform_days",
    )


# -- longer, otherwise, ended --


def may_be_longer(st: Standing, ask: Ask) -> Reason | None:
    """Thirty days more at most, in the ordinary procedure only (art. 62)."""
    if clock.simplified(st):
        return refuse(
            "REM-8-2", "适用简易程序的，复议期限不能延长。", todo="不宜适用的，转为普通程序。"
        )
    due = st.limit(t.DECIDE_RECONSIDERATION.id)
    if due is None:
        return refuse("REM-8-3", "行政复议的期限没有在计算，不用延长。")
    found = extension_refusals(due, int(ask.facts.get("days") or 0), ask.on)
    return found[0] if found else None


def is_simplified(st: Standing, _ask: Ask) -> Reason | None:
    if clock.simplified(st):
        return None
    return refuse("REC-55", "本案已经适用普通程序。")


def may_be_terminated(st: Standing, ask: Ask) -> Reason | None:
    """For having rested too long only after sixty days, and on the grounds named (art. 41(5))."""
    if ask.facts.get("terminated_for") != "lapsed":
        return None
    stopped = clock.suspended(st)
    if stopped is None or stopped.facts.get("suspended_for") not in LAPSING:
        return refuse(
            "REC-41-5",
            "不是因为申请人死亡、丧失行为能力或者终止而中止的，不能以中止期满终止。",
            field="terminated_for",
        )
    last = clock.reckon(st, t.SUSPENDED, stopped.on).last_day
    if ask.on <= last:
        return refuse(
            "REC-41-5",
            f"中止满六十日到 {cn_date(last)}，还没有满。",
            todo=f"{cn_date(last)}之后原因仍未消除的，再终止。",
            field="on",
        )
    return None


def all_have_signed(_st: Standing, ask: Ask) -> Reason | None:
    """Every party has signed, of its own will and within the law (arts. 5, 73)."""
    if ask.facts.get("signed_by_all") is not True:
        return refuse(
            "REC-73",
            "没有确认各方当事人已经签字或者签章。",
            todo="任何一方不签的，调解不成，继续审理并作出决定。",
            field="signed_by_all",
        )
    if ask.facts.get("lawful_terms") is not True:
        return refuse(
            "REC-5",
            "没有确认调解合法、自愿，不损害国家利益、社会公共利益和他人合法权益。",
            field="lawful_terms",
        )
    return None


# -- after the decision --


def something_binds(st: Standing, _ask: Ask) -> Reason | None:
    """A served decision, a mediation or an opinion letter is there to be performed (art. 77)."""
    if st.any("decision.serve", "reconsideration.mediate", "reconsideration.give_letter"):
        return None
    return refuse("REC-77-1", "还没有送达的决定书、调解书或者意见书。")


def needs_performance(st: Standing) -> bool:
    """Must the respondent do something that has to be entered before the File closes?"""
    if st.has("reconsideration.mediate"):
        return True
    made = st.proposal or {}
    owes = made.get("outcome") in ("remake", "perform", "agreement") or made.get("perform_days")
    return st.has("decision.issue") and bool(owes)


def is_performed(st: Standing, _ask: Ask) -> Reason | None:
    """Decisions that order something close only when that was done (art. 77)."""
    if not needs_performance(st) or st.fact("reconsideration.record_performance", "performed"):
        return None
    return refuse(
        "REC-77-1",
        "复议决定、调解书还没有履行，或者没有登记履行情况。",
        todo="登记履行情况；不履行的，责令限期履行。",
    )


def letter_is_answered(st: Standing, _ask: Ask) -> Reason | None:
    """The letter's addressee has reported within sixty days or been reminded (art. 76)."""
    if st.has("reconsideration.give_letter") and not st.has("reconsideration.receive_report"):
        return refuse("REM-9", "行政复议意见书的纠正情况还没有报送。", todo="催促报送后登记。")
    return None


def superior_is_told(st: Standing, _ask: Ask) -> Reason | None:
    """Of a department's acts its superior department is told (art. 79(2))."""
    opened = st.last(*clock.OPENED)
    department = opened is not None and opened.facts.get("respondent_kind") == "department"
    binding = st.any("decision.serve", "reconsideration.give_letter")
    if not department or not binding or st.has("reconsideration.copy_superior"):
        return None
    return refuse(
        "REC-79-2", "复议决定书、意见书还没有抄告被申请人的上一级主管部门。", todo="先抄告。"
    )
