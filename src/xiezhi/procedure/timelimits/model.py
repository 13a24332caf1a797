"""What a time limit is: the rule, what stops its clock, what lengthens it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from xiezhi.procedure.citations import Citation, SourceStatus
from xiezhi.procedure.rulebook import rule


class Unit(StrEnum):
    """The unit a limit is counted in; which one is itself law (CAL-4 … CAL-10)."""

    WORKING_DAY = "working_day"
    NATURAL_DAY = "natural_day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"

    @property
    def label(self) -> str:
        return _UNITS[self][0]

    @property
    def manner(self) -> str:
        """How it is counted, for the explanation: 自然日, 工作日."""
        return _UNITS[self][1]


_UNITS = {
    Unit.WORKING_DAY: ("个工作日", "工作日，不含法定节假日"),
    Unit.NATURAL_DAY: ("日", "自然日"),
    Unit.MONTH: ("个月", "按月计算"),
    Unit.YEAR: ("年", "按年计算"),
    Unit.HOUR: ("小时", "按小时计算，不分节假日"),
}


class Binds(StrEnum):
    """Whom a limit binds: a party's right that lapses is nobody's delay, so it has no light."""

    AGENCY = "agency"
    PARTY_DUTY = "party_duty"
    PARTY_RIGHT = "party_right"


class Light(StrEnum):
    """The traffic light of a limit (SUP-1 … SUP-3). Unknown is never green."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    PAUSED = "paused"
    PROVISIONAL = "provisional"
    NA = "na"

    @property
    def label(self) -> str:
        return _LIGHTS[self]


_LIGHTS = {
    Light.RED: "超期",
    Light.AMBER: "临近",
    Light.GREEN: "正常",
    Light.PAUSED: "暂停",
    Light.PROVISIONAL: "暂定",
    Light.NA: "不适用",
}


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that don't count, both ends included; `end` None while it still lasts."""

    start: dt.date
    end: dt.date | None
    why: str
    rule_code: str

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"{self.why}: ends before it begins")


@dataclass(frozen=True, slots=True)
class Extension:
    """A lengthening that was granted: so many units more, under this rule."""

    n: int
    rule_code: str
    granted_on: dt.date | None = None
    by: str = ""

    def __post_init__(self) -> None:
        if self.n <= 0:
            raise ValueError("an extension lengthens")


@dataclass(frozen=True, slots=True)
class ExtensionStep:
    """A lengthening that may be granted: at most so much (None: no fixed maximum), by whom."""

    most: int | None
    by: str
    rule_code: str


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A rule that something be done within a time; `id` is the rule's code.

    `trigger` is the act whose day starts the clock; that day isn't counted. `backward` limits
    ("七日前") count back from an event. `stops` names the rules whose pauses stop this clock;
    pauses under other rules leave it alone. `policy_key` names the value of a policy profile
    that replaces `n`.
    """

    id: str
    label: str
    trigger: str
    trigger_label: str
    n: int
    unit: Unit
    rules: tuple[str, ...] = ()
    roll: bool = True
    backward: bool = False
    binds: Binds = Binds.AGENCY
    stops: tuple[str, ...] = ()
    extensions: tuple[ExtensionStep, ...] = ()
    on_breach: str = ""
    policy_key: str = ""
    pack: str = "CN"
    act_type: str = "penalty"

    def __post_init__(self) -> None:
        if self.n <= 0:
            raise ValueError(f"{self.id}: a limit has a length")
        for code in (self.id, *self.rules, *self.stops, *(e.rule_code for e in self.extensions)):
            rule(code)

    @property
    def cite(self) -> Citation:
        return rule(self.id).cite

    @property
    def status(self) -> SourceStatus:
        return self.cite.status

    @property
    def length(self) -> str:
        return f"{self.n} {self.unit.label}"

    def with_n(self, n: int) -> TimeLimit:
        """The same rule with another length, as a policy profile sets it."""
        return self if n == self.n else replace(self, n=n)

    def in_days(self) -> TimeLimit:
        """Hours as the days in which they end, where only the day of the trigger is known."""
        if self.unit is not Unit.HOUR:
            return self
        return replace(self, n=-(-self.n // 24), unit=Unit.NATURAL_DAY, roll=False)

    def with_extensions(self, steps: Iterable[ExtensionStep]) -> TimeLimit:
        return replace(self, extensions=tuple(steps))
