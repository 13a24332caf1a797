"""A row of the tables of checks: allowed on one side of a line, refused on the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.procedure.ledgers import FILED, FINE, Line, day, standing
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.steps import Ask, Check


@dataclass(frozen=True)
class Q:
    """A question: this ledger, this day, these facts."""

    ledger: list[Line] = field(default_factory=list)
    on: str = "12-01"
    facts: dict[str, Any] = field(default_factory=dict)
    policy: str | Policy = "S1"
    today: str = "12-31"
    kind: str = "penalty.general"

    def ask(self, check: Check) -> Any:
        st = standing(*self.ledger, policy=self.policy, today=self.today, kind=self.kind)
        return check(st, Ask("", day(self.on), self.facts))


@dataclass(frozen=True)
class Row:
    """A check, what it says, and the rule with its article on the wrong side of the line."""

    check: Check
    says: str
    allowed: Q
    refused: Q
    code: str
    article: str

    def holds(self) -> None:
        """Nothing to say on the one side, the rule with its article on the other."""
        assert self.allowed.ask(self.check) is None
        reason = self.refused.ask(self.check)
        assert reason is not None
        assert reason.rule.code == self.code
        assert self.article in reason.cite.article
        assert reason.say.endswith("。")

    @property
    def name(self) -> str:
        return f"{getattr(self.check, '__name__', '')}: {self.says}"


def proposal(**changed: Any) -> dict[str, Any]:
    """The facts of a report that proposes a fine of 52,000, or something else."""
    return {"proposal": {**FINE, **changed}}


def concluded(**changed: Any) -> list[Line]:
    """A case whose report proposes that."""
    return [*FILED, ("conclude", "03-12", proposal(**changed))]
