"""Who lied to get a licence doesn't apply for it again for a while (许可法 arts. 78, 79).

Only where the licence directly concerns public safety, health, life or property. What earlier Files
of the same applicant and item say is the fact `falsehoods`; the days are reckoned here.
"""

from __future__ import annotations

import datetime as dt

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.model import Field, FieldKind
from xiezhi.procedure.documents.vocabulary import flag
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.kinds.licence import events as e
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import Due, cn_date, compute
from xiezhi.procedure.timelimits.licence import BAN_FALSE_PAPERS, BAN_FRAUD

#: Asked only of those who lied; nobody knowing it isn't the same as no.
SAFETY = Field(
    "safety_matter",
    "属于直接关系公共安全、人身健康、生命财产安全的事项",
    FieldKind.CHOICE,
    options=(("yes", "是"), ("no", "否"), ("unknown", "尚不清楚")),
    help="申请人隐瞒情况、提供虚假材料或者以欺骗、贿赂取得许可的，必须填写：决定其多久不得再次申请。",
)
FALSE_PAPERS = flag("false_papers", "申请人隐瞒有关情况或者提供虚假材料")
BAN_TOLD = flag(
    "ban_told", "申请人在不得再次申请的期间内：已经告知，其坚持提交，登记后出具不予受理通知书"
)
_LIMITS = {"false_papers": BAN_FALSE_PAPERS, "fraud": BAN_FRAUD}
_WORDS = {
    "false_papers": "认定该申请人隐瞒有关情况或者提供虚假材料",
    "fraud": "撤销了该申请人以欺骗、贿赂等不正当手段取得的许可",
}


def ban(st: Standing, ask: Ask, on: dt.date) -> tuple[Due, str] | None:
    """The ban that ends last among those running on that day, with its reason in words."""
    running = []
    for one in ask.facts.get("falsehoods") or []:
        since = day(one.get("on"))
        if since is None or since > on:
            continue
        due = compute(_LIMITS[one["how"]], since, calendar=st.calendar, today=st.today)
        if on <= due.last_day:
            words = f"{one['agency']}于 {cn_date(since)}{_WORDS[one['how']]}"
            running.append((due, words))
    return max(running, key=lambda found: found[0].last_day, default=None)


def may_apply_again(st: Standing, ask: Ask) -> Reason | None:
    """Not before the ban has ended; who insists gets a dated refusal (art. 32(2))."""
    if not isinstance(ask.facts.get("falsehoods"), list):
        return refuse("LIC-78", "不知道申请人以前的申请有没有虚假材料。", field="cause")
    found = ban(st, ask, ask.on)
    if found is None or ask.facts.get("ban_told") is True:
        return None
    return _banned(found, "ban_told", "告知申请人；坚持提交的，勾选后登记，再办理“不予受理”。")


def applied_outside_a_ban(st: Standing, ask: Ask) -> Reason | None:
    """What was applied for during a ban isn't accepted, however late that is noticed."""
    came = e.received(st)
    if not isinstance(ask.facts.get("falsehoods"), list):
        return refuse("LIC-78", "不知道申请人以前的申请有没有虚假材料。", field="complete")
    found = ban(st, ask, came.on) if came is not None else None
    if found is None:
        return None
    return _banned(found, "complete", "办理“不予受理”，情形选择“在不得再次申请的期间内”。")


def _banned(found: tuple[Due, str], field: str, todo: str) -> Reason:
    due, words = found
    return refuse(
        due.limit.id,
        f"{words}，申请人到 {cn_date(due.last_day)}为止不得再次申请该许可。",
        todo=todo,
        field=field,
    )


def is_banned(st: Standing, ask: Ask) -> Reason | None:
    """Turned down for a ban only while there is one."""
    came = e.received(st)
    if ask.facts.get("not_accepted_as") != "banned":
        return None
    if came is not None and ban(st, ask, came.on) is not None:
        return None
    return refuse(
        "LIC-78",
        "没有查到申请人在不得再次申请的期间内。",
        todo="改选其他情形。",
        field="not_accepted_as",
    )


def safety_is_known_of_false_papers(_st: Standing, ask: Ask) -> Reason | None:
    """Whoever turns down false papers says whether a ban follows (art. 78)."""
    if ask.facts.get("not_accepted_as") == "false_material":
        return _said(ask, "LIC-78")
    return None


def false_papers_are_refused(_st: Standing, ask: Ask) -> Reason | None:
    """False papers get no licence, and it is said whether a ban follows (art. 78)."""
    if ask.facts.get("false_papers") is not True:
        return None
    if ask.facts.get("outcome") == "grant":
        return refuse(
            "LIC-FALSE",
            "申请人隐瞒有关情况或者提供虚假材料的，不予行政许可。",
            todo="改为不予许可，或者取消这一项。",
            field="outcome",
        )
    return _said(ask, "LIC-78")


def safety_is_known_of_fraud(st: Standing, ask: Ask) -> Reason | None:
    """Whoever revokes what was got by fraud says whether a ban follows (art. 79)."""
    fraud = st.fact("licence.begin_taking", "taking_ground") == "fraud"
    if fraud and ask.facts.get("outcome") == "revoke":
        return _said(ask, "LIC-79")
    return None


def _said(ask: Ask, code: str) -> Reason | None:
    if ask.facts.get("safety_matter") in ("yes", "no"):
        return None
    return refuse(
        code,
        "没有写明许可事项是否直接关系公共安全、人身健康、生命财产安全。",
        todo="查明后填写；属于的，申请人在法定期间内不得再次申请该许可。",
        field="safety_matter",
    )
