"""Which day counts in a reconsideration: examined until when, accepted when, suspended or not.

Acceptance by silence (复议法 art. 30(3)) is read off the ledger, never written into it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event
from xiezhi.procedure.timelimits import Due, TimeLimit, compute
from xiezhi.procedure.timelimits import reconsideration as t

OPENED = ("reconsideration.apply", "reconsideration.apply_simplified")
#: What ends the matter without a reconsideration decision (arts. 30, 31, 41, 73).
ENDED = (
    "reconsideration.refuse",
    "reconsideration.note_abandoned",
    "reconsideration.mediate",
    "reconsideration.terminate",
)
DECIDED = ("decision.issue", *ENDED)


def reckon(st: Standing, limit: TimeLimit, on: dt.date) -> Due:
    """A limit from a day on, without pauses."""
    return compute(st.policy.limit(limit), on, calendar=st.calendar, today=st.today)


def examined_from(st: Standing) -> Event | None:
    """What started the examination: the application or its correction; None while one is awaited.

    What is received after a correction was asked for is examined anew (art. 31(3)).
    """
    received = st.last("reconsideration.receive_correction", *OPENED)
    asked = st.last("reconsideration.ask_correction")
    if received is None or (asked is not None and asked.seq > received.seq):
        return None
    return received


def examined_until(st: Standing) -> dt.date | None:
    """The last of the five working days of the examination (art. 30(1))."""
    received = examined_from(st)
    return reckon(st, t.EXAMINE, received.on).last_day if received else None


def examining(st: Standing) -> Event | None:
    """The application, while it is neither accepted, by silence either, nor turned down."""
    if st.any("reconsideration.accept", *DECIDED) or accepted(st) is not None:
        return None
    return examined_from(st)


def accepted(st: Standing) -> Event | None:
    """The acceptance: as decided, or by silence on the day on which the examination ran out."""
    if st.any("reconsideration.refuse", "reconsideration.note_abandoned"):
        return None
    received, said = examined_from(st), st.last("reconsideration.accept")
    if received is None:
        return None
    last = reckon(st, t.EXAMINE, received.on).last_day
    if said is not None and said.on <= last:
        return said
    if said is None and st.today <= last:
        return None
    return Event(received.seq, "reconsideration.accept", last, {"deemed": True})


def simplified(st: Standing) -> bool:
    """Is the matter tried by the simplified procedure, and hasn't been turned over (art. 55)?"""
    return st.kind.code == "reconsideration.simplified" and not st.has("reconsideration.convert")


def accepted_ordinary(st: Standing) -> Event | None:
    return None if simplified(st) else accepted(st)


def accepted_simplified(st: Standing) -> Event | None:
    return accepted(st) if simplified(st) else None


def copied_ordinary(st: Standing) -> Event | None:
    """The copy by which the respondent's ten working days began (art. 48)."""
    return None if simplified(st) else st.last("reconsideration.send_copy")


def copied_simplified(st: Standing) -> Event | None:
    return st.last("reconsideration.send_copy") if simplified(st) else None


def reply_due(st: Standing) -> dt.date | None:
    """The last day for the respondent's reply, once it has the copy."""
    sent = st.last("reconsideration.send_copy")
    if sent is None:
        return None
    limit = t.REPLY_SIMPLIFIED if simplified(st) else t.REPLY
    return reckon(st, limit, sent.on).last_day


def suspended(st: Standing) -> Event | None:
    """The suspension that still lasts."""
    stopped = st.last("reconsideration.suspend")
    if stopped is None or st.after("reconsideration.resume", stopped.seq):
        return None
    return stopped


def suspended_for(*grounds: str) -> Callable[[Standing], Event | None]:
    """The suspension that still lasts, if it has one of these grounds."""

    def find(st: Standing) -> Event | None:
        stopped = suspended(st)
        return stopped if stopped and stopped.facts.get("suspended_for") in grounds else None

    return find
