"""How a computed time limit is shown: its lines, its bar, the light it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xiezhi.ui.ruler import Ruler, Span


class Line(NamedTuple):
    """One line of the sum from the trigger to the last day, with its article."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A due date ready for the page; `ruler` is None where no calendar day is known yet."""

    lines: Sequence[Line]
    ruler: Ruler | None = None
    trigger: str = ""


def explain(due: Any, today: Any) -> Explained:
    """From an `Explained`, or from anything with `lines()` and days, to what is drawn."""
    if isinstance(due, Explained):
        return due
    return Explained(lines=[_line(row) for row in due.lines()], ruler=None)


def _line(row: Any) -> Line:
    if isinstance(row, str):
        label, _, value = row.partition("：")
        return Line(label, value)
    return Line(*row)


__all__ = ["Explained", "Line", "Ruler", "Span", "explain"]
