"""Facts as judgements read them: moments, numbers, and whose rule a refusal names."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds import checks as c
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.rulebook import refuse, rule
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask
from xiezhi.procedure.timelimits import moment

__all__ = ["day", "moment", "sum_of", "whole"]


def whole(value: Any) -> int | None:
    """A whole number, given as one or as its text."""
    try:
        return int(str(value))
    except ValueError:
        return None


def sum_of(value: Any) -> Decimal | None:
    """A sum of money; None where none was given."""
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def under(code: str, reason: Reason | None) -> Reason | None:
    """The same refusal under the rule of this Act, which demands the same."""
    return None if reason is None else replace(reason, rule=rule(code))


def two_officers(st: Standing, ask: Ask) -> Reason | None:
    """两名以上具备资格的执法人员 (强制法 arts. 17, 18(2))."""
    return under("COE-1-2", c.two_qualified_officers(st, ask))


def rights_told(st: Standing, ask: Ask) -> Reason | None:
    """Certificates shown; reasons, basis, rights, remedies told on the spot (art. 18(3), (5))."""
    return under("COE-1-3", c.rights_were_told(st, ask))


def somebody_saw_it(_st: Standing, ask: Ask) -> Reason | None:
    """The party is there; if not, a witness is (art. 18(4), (9))."""
    if ask.facts.get("party_present") is True or str(ask.facts.get("witness") or "").strip():
        return None
    return refuse(
        "COE-1-4",
        "当事人没有到场，也没有见证人。",
        todo="通知当事人到场；当事人不到场的，邀请见证人到场并填写。",
        field="witness",
    )


def on_the_day_told(_st: Standing, ask: Ask) -> Reason | None:
    """The times of a record lie on its day, the end after the beginning."""
    started, ended = moment(ask.facts.get("started_at")), moment(ask.facts.get("ended_at"))
    if started is None or ended is None or ended < started:
        return refuse(
            "FLOW-DATE", "开始、结束的时间没有填写，或者结束早于开始。", field="started_at"
        )
    if started.date() != ask.on:
        return refuse(
            "FLOW-DATE",
            "开始的时间不在办理日期这一天。",
            todo="办理日期填写实施的当天。",
            field="started_at",
        )
    return None


#: Who goes out to coerce, and what he must do there.
ON_SITE = (two_officers, c.nobody_is_recused, rights_told, somebody_saw_it, on_the_day_told)
