"""The vocabulary in which an act kind is declared: stages, steps, checks, expectations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents.completeness import Together
from xiezhi.procedure.documents.model import Field

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

    A step with `says` is *declared*: it has no code of its own. One form asks for `asks` and one
    action enters it, makes its documents and writes `says` (words with `{field}`, `{number}` of
    its first document, `{party}`, `{case}`) into the ledger. In `asks` a string names a field of
    one of its documents that a person fills in; a Field is a fact of the ledger. Every other field
    of its documents is filled from the record by its name: from the case and its party, or from
    the latest document or fact of this File that has it, so nothing is typed twice. Facts typed
    here are in `Ask.facts` of the checks under their names (dates as ISO text).

    `takes` are pairs (field, where it is known) for what the record knows under another name:
    `decision_number`, or `coercion.list.goods` of the latest document of that kind, of this File;
    `origin.case_number` of the File it follows from, and the party of an opening act. Where the
    field is asked as well, it may be left empty. What is asked and left empty is otherwise empty:
    nothing said earlier about something else stands in for it.

    `of_party`: it concerns one party; where the File has several, the form asks which, the entry
    carries its number in the fact `party`, and the step is judged as that party sees the File.

    `on_site`: two officers, certificate shown, rights told (facts `officers`, `identity_shown`,
    `rights_told`). `grounds`: the questions that decide on the legal review. `links`: label of the
    number of an earlier File that this one follows from. `attach`: label of a file that may be
    uploaded. `verb`, `intro` and `confirm` are the form's words.
    """

    act: str
    stage: str
    checks: tuple[Check, ...]
    needs: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    once: bool = True
    documents: tuple[str, ...] = ()
    follows: tuple[str, ...] | None = None
    of_party: bool = False
    says: str = ""
    asks: tuple[str | Field, ...] = ()
    takes: tuple[tuple[str, str], ...] = ()
    on_site: bool = False
    grounds: bool = False
    links: str = ""
    attach: str = ""
    verb: str = ""
    intro: str = ""
    confirm: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.checks:
            raise ValueError(f"{self.act}: a step without a check is a gate left open")
        for name in (self.act, *self.needs, *self.until, *self.before):
            if name not in ACTS:
                raise ValueError(f"{self.act}: unknown act {name}")
        if self.asks and not self.says:
            raise ValueError(f"{self.act}: only a declared step asks; say what it enters")
        if not self.links and any(where.startswith("origin.") for _field, where in self.takes):
            raise ValueError(f"{self.act}: takes from a File that it doesn't follow from")

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
    finds what was granted on top, `length` a shorter length set in this File. A limit in hours runs
    by the clock where `began` names the fact of its start that says when; `done` names that of the
    act that ends it. `of_party`: it runs
    for each of several parties by itself.
    """

    limit: TimeLimit
    ends: tuple[str, ...]
    pausable: bool = False
    of_party: bool = False
    pairwise: bool = False
    starts: Callable[[Standing], Event | None] | None = None
    length: Callable[[Standing], int | None] | None = None
    longer: Callable[[Standing, Event], tuple[Extension, ...]] | None = None
    began: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """What stops clocks: from `act` until one of `ends`, for limits that this rule stops.

    `told` names the fact of the act that is its last day, where one was told beforehand.
    """

    act: str
    ends: tuple[str, ...]
    rule: str
    why: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision of this kind may come to: its label, the document that states it.

    `favours`: nothing is taken from the party, so it needs no prior hearing of the party. `major`
    is the rule by which such a decision is always reviewed, whatever the answers.
    """

    code: str
    label: str
    document: str
    favours: bool = False
    major: str = ""


@dataclass(frozen=True, slots=True)
class ActKind:
    """A kind of enforcement act. `review` and `disclosure` have no default: none may be forgotten.

    A File stores code and version, and finishes under the version it began with. `code` begins
    with its family, by which profiles and lists name it. `review` is the family whose grounds
    apply, or "none" with the reason in `no_review`; `disclosure` is the class published, or
    "none".

    `title` (words with `{party}` and `{cause}`) and `series` (the word in its number) are those of
    a File that a declared act opens; `party_label` is what its party is called. `proposes` are the
    acts whose facts `proposal` are what a decision would say, `outcomes` what it may come to.
    `gates` are the steps worth explaining while they are shut; `together` says which documents
    must lie in the case file before it can be archived.
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
    stops: tuple[Stop, ...] = ()
    title: str = ""
    series: str = ""
    party_label: str = "当事人"
    proposes: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    gates: tuple[str, ...] = ()
    together: tuple[Together, ...] = ()
    no_review: str = ""
    retention: str = "30年"
    _by_act: dict[str, Step] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.steps or not self.review or not self.disclosure:
            raise ValueError(f"{self.code}: steps, review and disclosure must be declared")
        names = [step.act for step in self.steps]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.code}: a step is declared twice")
        self._by_act.update(zip(names, self.steps, strict=True))

    @property
    def family(self) -> str:
        """The act kind of "6+5" that this is a procedure of: penalty, licence, coercion …"""
        return self.code.partition(".")[0]

    def step(self, act: str) -> Step | None:
        return self._by_act.get(act)

    @property
    def drafts(self) -> tuple[str, ...]:
        """The documents of the acts that propose: what a review reads and a decision repeats."""
        return tuple(c for s in self.steps if s.act in self.proposes for c in s.documents)

    def outcome(self, code: str) -> Outcome | None:
        return next((outcome for outcome in self.outcomes if outcome.code == code), None)
