"""How a rule says where it comes from, and how a refusal explains itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class SourceStatus(StrEnum):
    """How sure we are of a rule's source; printed wherever the rule is."""

    STATUTE_TEXT = "statute_text"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Citation:
    """The article a rule rests on; `quote` is its text, word for word, or empty."""

    law: str
    article: str
    quote: str = ""
    status: SourceStatus = SourceStatus.STATUTE_TEXT

    def __str__(self) -> str:
        return f"《{self.law}》{self.article}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: one code, one citation, one test. Codes are those of the law reference."""

    code: str
    title: str
    cite: Citation


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an act is refused: the rule, a plain sentence, what to do, and the form field meant."""

    rule: Rule
    say: str
    todo: str = ""
    field: str | None = None

    @property
    def cite(self) -> Citation:
        return self.rule.cite

    def __str__(self) -> str:
        return f"{self.say}（{self.rule.code}，{self.cite}）"


class Refused(Exception):
    """An act that the law doesn't allow now, with every reason at once."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        if not reasons:
            raise ValueError("a refusal needs at least one reason")
        self.reasons = tuple(reasons)
        super().__init__("；".join(str(reason) for reason in self.reasons))
