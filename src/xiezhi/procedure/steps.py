"""The vocabulary in which an act kind is declared: stages, steps, checks, expectations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason

if TYPE_CHECKING:
    from xiezhi.procedure.standing import Standing
    from xiezhi.procedure.timelimits import Extension, TimeLimit


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the ledger as the procedure sees it: the act, its legal day, its facts."""

    seq: int
    act: str
    on: dt.date
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ask:
    """The question "may this act be done on this day with these facts?"."""

    act: str
    on: dt.date
    facts: Mapping[str, Any] = field(default_factory=dict)


#: A named judgement: None allows, a Reason refuses. Unknown facts refuse.
Check = Callable[["Standing", Ask], "Reason | None"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the procedure (R1) as people name it."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """An act within an act kind: when it may be done and what it must leave behind.

    `needs` are acts that must stand in the ledger, `until` acts after which it is too late.
    `follows` are acts whose legal day, where they were done, this one can't precede; those it
    needs if nothing is said. `checks` is never empty: a step nobody thought about can't be
    declared.
    """

    act: str
    stage: str
    checks: tuple[Check, ...]
    needs: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    once: bool = True
    documents: tuple[str, ...] = ()
    follows: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if not self.checks:
            raise ValueError(f"{self.act}: a step without a check is a gate left open")
        for name in (self.act, *self.needs, *self.until, *self.before):
            if name not in ACTS:
                raise ValueError(f"{self.act}: unknown act {name}")

    @property
    def before(self) -> tuple[str, ...]:
        """The acts that can't have a later day than this one."""
        return self.needs if self.follows is None else self.follows


@dataclass(frozen=True, slots=True)
class Expectation:
    """What ought to happen next: shown as a duty with its limit, to those who can do it."""

    act: str
    when: Callable[[Standing], bool]
    why: str
    limit: str | None = None


@dataclass(frozen=True, slots=True)
class LimitUse:
    """A time limit of an act kind: which act starts it, which acts end it, what stops the clock.

    `starts` finds the event that starts it where that takes more than the act's name; `longer`
    finds what was granted on top.
    """

    limit: TimeLimit
    ends: tuple[str, ...]
    pausable: bool = False
    pairwise: bool = False
    starts: Callable[[Standing], Event | None] | None = None
    longer: Callable[[Standing, Event], tuple[Extension, ...]] | None = None


@dataclass(frozen=True, slots=True)
class ActKind:
    """A kind of enforcement act. `review` and `disclosure` have no default: none may be forgotten.

    A File stores code and version, and finishes under the version it began with.
    """

    code: str
    version: str
    label: str
    procedure_label: str
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    limits: tuple[LimitUse, ...]
    expects: tuple[Expectation, ...]
    review: str
    disclosure: str
    required_documents: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.steps or not self.review or not self.disclosure:
            raise ValueError(f"{self.code}: steps, review and disclosure must be declared")
        names = [step.act for step in self.steps]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.code}: a step is declared twice")

    def step(self, act: str) -> Step | None:
        return next((step for step in self.steps if step.act == act), None)
