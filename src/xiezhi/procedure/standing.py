"""Where a File stands: read off its ledger by a pure function, never stored.

The ledger's entries go in; stage, refusals with their articles, running time limits and the
duties of everyone come out. The case page, the work list, the API and the gate in front of every
act all ask here, so they can't disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.shares import Share, punishable, seen_by
from xiezhi.procedure.steps import ActKind, Ask, Event, LimitUse, Stage, Step, Stop
from xiezhi.procedure.timelimits import Due, Pause, cn_date, compute, compute_by_clock, moment


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done next: by which roles or handlers, by when, why."""

    act: str
    why: str
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Clearance:
    """A passed review (or a justified exemption) and the point of the ledger it sealed."""

    event: Event
    sealed_at: int


@dataclass(frozen=True)
class Standing:
    """A File at one moment, seen through its procedure.

    `now` is the time on the wall, for limits in hours; without it they end with their last day.
    """

    kind: ActKind
    policy: Policy
    events: Sequence[Event]
    calendar: WorkCalendar
    today: dt.date
    now: dt.datetime | None = None
    #: Set where the File is seen through the eyes of one of several parties.
    party: Share | None = None
    _by_act: dict[str, list[Event]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for event in self.events:
            self._by_act.setdefault(event.act, []).append(event)

    # -- what stands in the ledger ------------------------------------------------------------
    def all(self, act: str) -> list[Event]:
        return self._by_act.get(act, [])

    def has(self, *acts: str) -> bool:
        return all(act in self._by_act for act in acts)

    def any(self, *acts: str) -> bool:
        return any(act in self._by_act for act in acts)

    def last(self, *acts: str) -> Event | None:
        found = [self._by_act[act][-1] for act in acts if act in self._by_act]
        return max(found, key=lambda event: event.seq) if found else None

    def first(self, act: str) -> Event | None:
        found = self._by_act.get(act)
        return found[0] if found else None

    def after(self, act: str, seq: int) -> bool:
        """Has `act` been done since entry `seq`?"""
        event = self.last(act)
        return event is not None and event.seq > seq

    def fact(self, act: str, key: str, default: Any = None) -> Any:
        event = self.last(act)
        return default if event is None else event.facts.get(key, default)

    # -- several parties --------------------------------------------------------------------------
    @cached_property
    def parties(self) -> tuple[Standing, ...]:
        """The File as each party sees that it decides on; where there is one, the File itself."""
        shares = [] if self.party else punishable(self.proposal)
        return tuple(self._seen_by(share, main=n == 0) for n, share in enumerate(shares)) or (self,)

    def _seen_by(self, share: Share, *, main: bool) -> Standing:
        events = seen_by(share, self.events, main=main)
        return replace(self, events=events, party=share, _by_act={})

    @property
    def several(self) -> bool:
        """Does this File decide on more than one party, each with a share of its own?"""
        return self.parties[0] is not self

    def of(self, party: int | None) -> Standing | None:
        """The File as this party sees it; None where it isn't one that the File decides on."""
        if not self.several:
            return self
        return next((one for one in self.parties if one.number == party), None)

    @property
    def number(self) -> int | None:
        """The number of the party that sees it so."""
        return None if self.party is None else int(self.party["party"])

    @property
    def whose(self) -> str:
        """Its name; empty for a File with one party."""
        return "" if self.party is None else str(self.party["name"])

    def named(self, reason: Reason) -> Reason:
        """A refusal that says whom it concerns."""
        return replace(reason, say=f"{self.whose}：{reason.say}") if self.whose else reason

    # -- the review gate ------------------------------------------------------------------------
    @cached_property
    def proposal(self) -> dict[str, Any] | None:
        """The handling proposed by the officers, as last concluded or revised."""
        event = self.last(*self.kind.proposes)
        return None if event is None else dict(event.facts.get("proposal") or {})

    def fact_of_report(self, key: str) -> Any:
        """A fact of the final report as it stands now, concluded or revised."""
        event = self.last("casework.conclude", "casework.revise_conclusion")
        return None if event is None else event.facts.get(key)

    @cached_property
    def clearance(self) -> Clearance | None:
        """The clearance that still counts, or None: any change of substance voids it."""
        event = self.last("review.give_opinion", "review.exempt")
        if event is None:
            return None
        if event.act == "review.give_opinion" and event.facts.get("verdict") != "approved":
            return None
        sealed_at = int(event.facts.get("sealed_at", event.seq))
        return None if self.broken_since(sealed_at) else Clearance(event, sealed_at)

    def broken_since(self, sealed_at: int) -> Event | None:
        """The first act after the seal that changes what was reviewed, if any."""
        for event in self.events:
            if event.seq > sealed_at and _breaks_seal(event):
                return event
        return None

    @cached_property
    def review_pending(self) -> Event | None:
        """The submission that waits for the reviewer, if one does."""
        sent = self.last("review.submit")
        answer = self.last("review.give_opinion", "review.return_materials")
        if sent is None or (answer is not None and answer.seq > sent.seq):
            return None
        return sent

    # -- judgement ------------------------------------------------------------------------------
    def refusals(self, act: str, on: dt.date | None = None, **facts: Any) -> list[Reason]:
        """Every reason why the act can't be done now, all at once; empty means it may."""
        step = self.kind.step(act)
        if step is None:
            label = ACTS[act].label if act in ACTS else act
            return [refuse("FLOW-KIND", f"{self.kind.label}没有“{label}”这一步。")]
        ask = Ask(act, on or self.today, facts)
        if step.of_party and self.several:
            return self._of_one(step, ask)
        return self._judged(step, ask)

    def _judged(self, step: Step, ask: Ask) -> list[Reason]:
        return [*self._order(step), *self._dates(step, ask), *_ran(step, self, ask)]

    def _of_one(self, step: Step, ask: Ask) -> list[Reason]:
        """An act that concerns one of several parties is judged as that party sees the File.

        As long as nobody says which, it is shut only where it is shut for all of them.
        """
        party = ask.facts.get("party")
        one = self.of(party)
        if one is not None:
            return [one.named(reason) for reason in one._judged(step, ask)]
        found = [[one.named(reason) for reason in one._judged(step, ask)] for one in self.parties]
        shut = [[reason for reason in each if reason.field in (None, "on")] for each in found]
        if party is None and all(shut):  # of the one for whom most is done, perhaps all but the day
            return min(shut, key=lambda each: sum(reason.field is None for reason in each))
        say = "没有选择当事人。" if party is None else "这一当事人不在本案处理的范围。"
        return [refuse("FLOW-ORDER", say, todo="选择本案要处理的当事人。", field="party")]

    def _order(self, step: Step) -> Iterable[Reason]:
        label = ACTS[step.act].label
        for act in step.needs:
            if act not in self._by_act:
                need = ACTS[act].label
                yield refuse(
                    "FLOW-ORDER", f"还没有“{need}”，不能“{label}”。", todo=f"先办理“{need}”。"
                )
        for act in step.until:
            if act in self._by_act:
                yield refuse("FLOW-LATE", f"已经“{ACTS[act].label}”，不能再“{label}”。")
        if step.once and step.act in self._by_act:
            yield refuse("FLOW-ONCE", f"本案已经“{label}”，不能重复办理。")

    def _dates(self, step: Step, ask: Ask) -> Iterable[Reason]:
        """The legal day can't lie before that of what this act builds on."""
        done = [event for act in step.before if (event := self._latest(act))]
        last = max(done, key=lambda event: event.on, default=None)
        if last is not None and ask.on < last.on:
            yield refuse(
                "FLOW-DATE",
                f"日期 {cn_date(ask.on)}早于“{ACTS[last.act].label}”的日期 {cn_date(last.on)}。",
                todo="填写实际发生的日期。",
                field="on",
            )

    def _latest(self, act: str) -> Event | None:
        return max(self.all(act), key=lambda event: event.on, default=None)

    # -- time -------------------------------------------------------------------------------------
    @cached_property
    def pauses(self) -> list[Pause]:
        """Everything that stops a clock: 中止、检验鉴定、听证; each under the rule it stops."""
        found: list[Pause] = []
        for stop in self.kind.stops:
            ends = sorted((e for act in stop.ends for e in self.all(act)), key=lambda e: e.seq)
            for event in self.all(stop.act):
                end = next((e.on for e in ends if e.seq > event.seq), None)
                found.append(Pause(event.on, _told(stop, event, end), stop.why, stop.rule))
        for served in self.all("casework.serve_notice"):
            if posted := served.facts.get("announced_on"):
                begun = dt.date.fromisoformat(str(posted))
                found.append(Pause(begun, served.on, "公告", "SAMR-4"))
        return found

    @cached_property
    def limits(self) -> list[Due]:
        """Every limit that runs or has run out unanswered, soonest first."""
        return self._soonest(self.kind.limits)

    def limit(self, code: str) -> Due | None:
        """The limit of that code that ends first, where one runs."""
        uses = [use for use in self.kind.limits if use.limit.id == code]
        return next(iter(self._soonest(uses)), None)

    def _soonest(self, uses: Iterable[LimitUse]) -> list[Due]:
        running = [due for use in uses for due in self._running(use)]
        return sorted(running, key=lambda due: (due.last_day is None, due.last_day))

    def _running(self, use: LimitUse) -> Iterable[Due]:
        """A term that runs for each party by itself says whose it is."""
        if not (use.of_party and self.several):
            yield from self._due(use)
            return
        for one in self.parties:
            yield from (replace(due, whose=one.whose) for due in one._due(use))

    def _due(self, use: LimitUse) -> Iterable[Due]:
        told = [use.starts(self)] if use.starts else self.all(use.limit.trigger)
        starts = [start for start in told if start is not None]
        if not starts:
            return
        ends = sorted((e for act in use.ends for e in self.all(act)), key=lambda e: e.seq)
        for n, start in enumerate(starts):
            later = [e for e in ends if e.seq > start.seq]
            ended = (len(ends) > n) if use.pairwise else bool(later)
            if not ended:
                yield self.compute(use, start)

    def compute(self, use: LimitUse, start: Event) -> Due:
        began = moment(start.facts.get(use.began)) if use.began else None
        if began is not None:
            return compute_by_clock(
                self.policy.limit(use.limit),
                began,
                calendar=self.calendar,
                today=self.today,
                now=self.now,
                done=use.done,
            )
        limit = self.policy.limit(use.limit).in_days()
        set_days = use.length(self) if use.length else None
        return compute(
            limit.with_n(min(set_days, limit.n)) if set_days else limit,
            start.on,
            pauses=self.pauses if use.pausable else (),
            extensions=use.longer(self, start) if use.longer else (),
            calendar=self.calendar,
            today=self.today,
        )

    # -- what people see ----------------------------------------------------------------------
    @cached_property
    def stage(self) -> Stage:
        """The stage of the furthest step done; the first one at the start."""
        order = {stage.code: n for n, stage in enumerate(self.kind.stages)}
        reached = [order[s.stage] for s in self.kind.steps if s.act in self._by_act]
        return self.kind.stages[max(reached, default=0)]

    @cached_property
    def duties(self) -> list[Duty]:
        """What is expected next, in the order of the declaration."""
        return [
            Duty(e.act, e.why, self.limit(e.limit) if e.limit else None)
            for e in self.kind.expects
            if e.when(self)
        ]


def _told(stop: Stop, event: Event, end: dt.date | None) -> dt.date | None:
    """The last day of a stop: when it ended, at latest on the day that was told beforehand."""
    told = event.facts.get(stop.told) if stop.told else None
    if not told:
        return end
    last = max(dt.date.fromisoformat(str(told)), event.on)
    return min(end, last) if end else last


def _breaks_seal(event: Event) -> bool:
    """Substance, a hearing, or a re-check that found something new (处罚法 arts. 45, 58)."""
    if event.act == "casework.recheck_statement":
        return event.facts.get("nothing_new") is not True
    return event.act == "casework.report_hearing" or (
        event.act in ACTS and ACTS[event.act].substance
    )


def _ran(step: Step, st: Standing, ask: Ask) -> Iterable[Reason]:
    for check in step.checks:
        reason = check(st, ask)
        if reason is not None:
            yield reason
