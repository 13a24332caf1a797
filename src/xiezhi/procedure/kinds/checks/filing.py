"""Checks of the beginning: days, officers, rights, filing conditions, limitation."""

from __future__ import annotations

import datetime as dt

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.filing import NOT_FILED
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import cn_date

#: Situations that hold only for what was put right in time.
_PUT_RIGHT = ("slight", "first")
_COUNTED = {2: "两", 3: "三", 4: "四"}


def day_is_past_or_today(st: Standing, ask: Ask) -> Reason | None:
    """Nobody records what hasn't happened, nor what happened before the matter came up."""
    if ask.on > st.today:
        return refuse("FLOW-DATE", "日期晚于今天。", todo="填写实际发生的日期。", field="on")
    began = _began(st)
    if began is not None and ask.on < began:
        return refuse(
            "FLOW-DATE",
            f"日期 {cn_date(ask.on)}早于本案线索的发现日期 {cn_date(began)}。",
            todo="填写实际发生的日期。",
            field="on",
        )
    return None


def _began(st: Standing) -> dt.date | None:
    """The day on which the matter came up: an inspection may precede the clue's registration."""
    if not st.events:
        return None
    return day(st.events[0].facts.get("found_on")) or st.events[0].on


def found_before_registered(_st: Standing, ask: Ask) -> Reason | None:
    """A clue is registered when it has been found, not before."""
    found = day(ask.facts.get("found_on"))
    if found is None or found > ask.on:
        return refuse(
            "FLOW-DATE",
            "线索的发现日期没有填写，或者晚于登记日期。",
            todo="填写实际发现的日期。",
            field="found_on",
        )
    return None


def begins_the_file(st: Standing, _ask: Ask) -> Reason | None:
    if st.events:
        return refuse("FLOW-ONCE", "案件来源已经登记。")
    return None


def two_qualified_officers(st: Standing, ask: Ask) -> Reason | None:
    """Two officers, or as many as the plan asks, with certificates of that day (art. 42)."""
    officers = ask.facts.get("officers") or []
    persons = {officer.get("person") for officer in officers}
    least = st.policy.officers_at_least
    if len(persons) < least:
        return refuse(
            "PEN-3",
            f"执法人员不得少于{_COUNTED.get(least, least)}人，现在只有 {len(persons)} 人。",
            todo="再选一名具有执法资格的执法人员。",
            field="officers",
        )
    bad = [o["name"] for o in officers if o.get("valid") is not True]
    if bad:
        return refuse(
            "PEN-3",
            f"{'、'.join(bad)}在 {cn_date(ask.on)}没有有效的行政执法证件，"
            "或者超出证件载明的执法类别、区域。",
            todo="换一名证件有效的执法人员，或者先更新证件信息。",
            field="officers",
        )
    return None


def nobody_is_recused(st: Standing, ask: Ask) -> Reason | None:
    """Who was told to step back stays out, whoever appoints him again (art. 43)."""
    decided = {e.facts.get("person"): e for e in st.all("casework.decide_recusal")}
    out = {person for person, event in decided.items() if event.facts.get("recused") is True}
    named = [o.get("name") for o in ask.facts.get("officers") or [] if o.get("person") in out]
    if named:
        return refuse(
            "PEN-4",
            f"{'、'.join(map(str, named))}已经决定回避，不能再参加本案的办理。",
            todo="换一名执法人员。",
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


def ground_for_not_filing(_st: Standing, ask: Ask) -> Reason | None:
    """One of the four situations; the slight and the first breach only once put right (SAMR-3)."""
    ground = ask.facts.get("ground")
    if ground not in dict(NOT_FILED):
        return refuse("SAMR-3", "没有选择不予立案的情形。", field="ground")
    if ground in _PUT_RIGHT and ask.facts.get("corrected") is not True:
        return refuse(
            "SAMR-3",
            f"“{dict(NOT_FILED)[ground]}”须已经及时改正，现在没有确认。",
            todo="核实改正情况；没有改正的，不能以此不予立案。",
            field="corrected",
        )
    return None


def within_limitation(_st: Standing, ask: Ask) -> Reason | None:
    """No penalty for an act discovered after two years, or five in grave cases (art. 36)."""
    ended = day(ask.facts.get("violation_ended_on"))
    found = day(ask.facts.get("discovered_on"))
    if ended is None or found is None:
        return refuse("PEN-1", "没有填写违法行为终了日期或者发现日期。", field="violation_ended_on")
    if found > ask.on:
        return refuse("FLOW-DATE", "违法行为的发现日期晚于提请立案的日期。", field="discovered_on")
    years = 5 if ask.facts.get("grave_harm") is True else 2
    last = _plus_years(ended, years)
    if found > last:
        return refuse(
            "PEN-1",
            f"违法行为终了于 {cn_date(ended)}，发现于 {cn_date(found)}，"
            f"已超过{'五' if years == 5 else '二'}年，不再给予行政处罚。",
            todo="由负责人决定不予立案；涉及生命健康安全、金融安全且有危害后果的，适用五年。",
            field="discovered_on",
        )
    return None


def _plus_years(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def somebody_reported(st: Standing, _ask: Ask) -> Reason | None:
    """Only a reporter who gave a name is told (投诉举报办法 art. 31)."""
    if st.fact("casework.register_clue", "real_name") is True:
        return None
    return refuse("SAMR-9", "本案不是实名举报，没有需要告知的举报人。")
