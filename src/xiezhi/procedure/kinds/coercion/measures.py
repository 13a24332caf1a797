"""The measures of a File as its ledger tells them: ordered, taken, lengthened, ended, and how long
each may last (强制法 arts. 19, 25, 27, 28, 32, 33)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.kinds.coercion.facts import moment, whole
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Ask, Event
from xiezhi.procedure.timelimits import Clock, Due, Extension, compute, ends_at
from xiezhi.procedure.timelimits.coercion import FREEZE, HOLD, RETRO_APPROVAL

AT_ONCE = ("coercion.act_at_once", "coercion.seize_at_once")
OTHER = "coercion.carry_out_other"
FROZEN = "coercion.freeze"
TAKEN = ("coercion.carry_out", OTHER, FROZEN, *AT_ONCE)
ENDED = ("coercion.lift", "coercion.unfreeze", "coercion.dispose")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure that was taken; `no` counts those of the File."""

    no: int
    taken: Event
    order: Event | None = None
    approved: Event | None = None
    refused: Event | None = None
    extended: tuple[Event, ...] = ()
    ended: Event | None = None

    @property
    def open(self) -> bool:
        return self.ended is None

    @property
    def at_once(self) -> bool:
        return self.taken.act in AT_ONCE

    @property
    def frozen(self) -> bool:
        return self.taken.act == FROZEN

    @property
    def approve_until(self) -> dt.datetime | None:
        """When the twenty-four hours are over; None if it isn't known when it was taken."""
        started = moment(self.taken.facts.get("started_at"))
        return None if started is None else ends_at(RETRO_APPROVAL, started)


@dataclass(frozen=True, slots=True)
class Held:
    """Every measure in the order taken, and the orders that wait to be carried out."""

    measures: tuple[Measure, ...]
    pending: tuple[Event, ...]

    @property
    def open(self) -> tuple[Measure, ...]:
        return tuple(measure for measure in self.measures if measure.open)


def held(st: Standing) -> Held:
    """Read off the ledger; in most Files nothing was ever taken or ordered."""
    if not (st.kind.family == "coercion" or st.any("coercion.seize", *TAKEN)):
        return Held((), ())
    found: list[Measure] = []
    pending: list[Event] = []
    for event in st.events:
        _read(st, event, found, pending)
    return Held(tuple(found), tuple(pending))


def _read(st: Standing, event: Event, found: list[Measure], pending: list[Event]) -> None:
    if event.act in TAKEN:
        order = None if event.act in AT_ONCE or not pending else pending.pop(0)
        found.append(Measure(len(found) + 1, event, order))
    elif _orders(st, event):
        waiting = [m for m in found if m.open and m.at_once and m.order is None]
        if waiting:
            found[waiting[0].no - 1] = replace(waiting[0], order=event)
        else:
            pending.append(event)
    elif event.act == "coercion.hand_on":
        found[:] = [replace(m, ended=event) if m.open else m for m in found]
    else:
        _continue(event, found)


def _orders(st: Standing, event: Event) -> bool:
    """A decision orders a measure only where the File is about the measure."""
    if event.act == "coercion.seize":
        return True
    return event.act == "decision.issue" and st.kind.family == "coercion"


def _continue(event: Event, found: list[Measure]) -> None:
    which = _meant(found, event.facts.get("batch"))
    if which is None:
        return
    changed = which
    if event.act == "coercion.approve_afterwards":
        changed = replace(which, approved=event)
    elif event.act == "coercion.refuse_afterwards":
        changed = replace(which, refused=event)
    elif event.act == "coercion.extend":
        changed = replace(which, extended=(*which.extended, event))
    elif event.act in ENDED and event.facts.get("partial") is not True:
        changed = replace(which, ended=event)
    found[which.no - 1] = changed


def _meant(found: Iterable[Measure], batch: object) -> Measure | None:
    """The measure of this number; without one, the earliest that is still in force."""
    number = whole(batch)
    if batch not in (None, ""):
        return next((m for m in found if m.no == number), None)
    return next((m for m in found if m.open), None)


def meant(st: Standing, ask: Ask) -> Measure | Reason:
    """Which measure an act is about. Where several are in force it must be said."""
    now, batch = held(st), ask.facts.get("batch")
    if not now.open:
        return refuse("COE-7", "没有正在实施的强制措施。")
    if batch in (None, "") and len(now.open) > 1:
        numbers = "、".join(str(m.no) for m in now.open)
        return refuse(
            "COE-7",
            f"正在实施的强制措施有 {len(now.open)} 批（第 {numbers} 批），没有写明是哪一批。",
            todo="填写批次。",
            field="batch",
        )
    found = _meant(now.measures, batch)
    if found is None or not found.open:
        return refuse("COE-7", f"第 {batch} 批没有正在实施的强制措施。", field="batch")
    return found


def days_of(st: Standing, measure: Measure) -> int | None:
    """The term that the decision set; None where it isn't made yet."""
    if measure.order is None:
        return None
    said = measure.order.facts if measure.order.act == "coercion.seize" else st.proposal or {}
    return whole(said.get("days"))


def due_of(st: Standing, measure: Measure) -> Due | None:
    """How long the measure may last. Other measures last as long as their own law says."""
    if measure.taken.act == OTHER:
        return None
    limit = FREEZE if measure.frozen else HOLD
    days = days_of(st, measure)
    return compute(
        limit.with_n(min(days, limit.n)) if days else limit,
        measure.taken.on,
        pauses=st.pauses,
        extensions=extensions_of(measure),
        calendar=st.calendar,
        today=st.today,
    )


def extensions_of(measure: Measure) -> tuple[Extension, ...]:
    rule = "COE-9" if measure.frozen else "COE-4"
    return tuple(
        Extension(int(str(e.facts["extend_days"])), rule, granted_on=e.on) for e in measure.extended
    )


# -- the limits people see: of several measures, the one that ends first ---


def _first(st: Standing, *, frozen: bool) -> Measure | None:
    running = [
        (due.last_day, measure.no, measure)
        for measure in held(st).open
        if measure.frozen is frozen and (due := due_of(st, measure)) is not None
    ]
    return min(running)[2] if running else None


def seized_since(st: Standing) -> Event | None:
    found = _first(st, frozen=False)
    return found.taken if found else None


def frozen_since(st: Standing) -> Event | None:
    found = _first(st, frozen=True)
    return found.taken if found else None


def seized_days(st: Standing) -> int | None:
    found = _first(st, frozen=False)
    return days_of(st, found) if found else None


def frozen_days(st: Standing) -> int | None:
    found = _first(st, frozen=True)
    return days_of(st, found) if found else None


def lengthened(st: Standing, start: Event) -> tuple[Extension, ...]:
    found = next((m for m in held(st).measures if m.taken.seq == start.seq), None)
    return extensions_of(found) if found else ()


# -- what is wrong ---


def past_its_term(st: Standing, on: dt.date) -> Measure | None:
    """A measure still in force after its last day."""
    for measure in held(st).open:
        due = due_of(st, measure)
        if due is not None and on > due.last_day:
            return measure
    return None


def unapproved(st: Standing) -> Measure | None:
    """A measure taken at once that no head has approved."""
    return next((m for m in held(st).open if m.at_once and m.approved is None), None)


def not_approved_in_time(st: Standing) -> bool:
    """The twenty-four hours are over by the clock, and nobody approved."""
    late = unapproved(st)
    until = late.approve_until if late else None
    if until is None:
        return False
    if st.now is None:
        return st.today > until.date()
    return Clock(until, until).over(st.now)


def to_be_approved(st: Standing) -> bool:
    """Taken at once, and there is still time to approve it."""
    waiting = unapproved(st)
    return waiting is not None and waiting.refused is None and not not_approved_in_time(st)


def to_be_lifted(st: Standing) -> bool:
    """Refused, not approved in time, or past its term: it ends at once."""
    if any(m.refused for m in held(st).open) or not_approved_in_time(st):
        return True
    return past_its_term(st, st.today) is not None
