"""The bar of a time limit and other stacked bars, drawn on the server as SVG without text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from django.utils.safestring import SafeString, mark_safe

WIDTH = 1120
_TOP, _HEIGHT, _FULL = 10, 16, 36

Part = Literal["brand", "pale", "sunk", "grey", "red", "ink"]


class Span(NamedTuple):
    """Days from `start` up to and including `end` that don't count, and why."""

    start: date
    end: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ruler:
    """The days of one limit: from the trigger to the last day, what is used, paused and rolled.

    `expires` is the day before it is moved off a holiday (期满日); `last` is the day it really
    ends (最后一天). Both are the same when nothing had to be moved. `used` and `over` are given
    in `unit` by whoever counted; without them they are calendar days.
    """

    start: date
    last: date
    today: date
    expires: date | None = None
    paused: Sequence[Span] = ()
    unit: str = "日"
    used: int | None = None
    over: int | None = None

    def _x(self, day: date) -> int:
        """Where a day begins, in the units of the drawing."""
        end = max(self.last, self.today)
        whole = max((end - self.start).days + 1, 1)
        return round(WIDTH * min(max((day - self.start).days, 0), whole) / whole)

    def _box(self, part: Part, first: date, after: date) -> str:
        left, right = self._x(first), self._x(after)
        if right <= left:
            return ""
        wide = right - left
        return f'<rect class="f-{part}" x="{left}" y="{_TOP}" width="{wide}" height="{_HEIGHT}"/>'

    def _hatching(self, first: date, after: date) -> str:
        left, right = self._x(first), self._x(after)
        lines = "".join(
            f"M{x} {_TOP + _HEIGHT}l12 -{_HEIGHT}" for x in range(left + 4, right - 12, 20)
        )
        return f'<path class="s-fixed" d="{lines}" stroke-width="2" fill="none"/>' if lines else ""

    def _scale(self) -> str:
        """A tick every ten days, a longer one every thirty."""
        whole = (max(self.last, self.today) - self.start).days + 1
        step = 10 if whole > 30 else 5 if whole > 12 else 1
        ticks = "".join(
            f"M{self._x(self.start + timedelta(days=day))} 26v{8 if day // step % 3 == 0 else 5}"
            for day in range(0, whole + 1, step)
        )
        return f'<path class="s-edge" d="{ticks}" stroke-width="2" fill="none"/>'

    def svg(self) -> SafeString:
        """Used up to and including today, rest, pauses hatched, roll-forward at the end."""
        tomorrow = self.today + timedelta(days=1)
        after = self.last + timedelta(days=1)
        body = self._box("sunk", self.start, after)
        body += self._box("brand", self.start, min(tomorrow, after))
        body += self._box("red", after, tomorrow)
        for span in self.paused:
            end = span.end + timedelta(days=1)
            body += self._box("pale", span.start, end) + self._hatching(span.start, end)
        if self.expires and self.expires < self.last:
            body += self._box("grey", self.expires + timedelta(days=1), after)
        x = max(0, min(self._x(self.today), WIDTH - 6))
        body += self._scale() + f'<rect class="f-ink" x="{x}" y="0" width="6" height="{_FULL}"/>'
        return _drawing("ruler", WIDTH, _FULL, body)

    def key(self) -> list[tuple[Part, str]]:
        """What the areas mean, each with its number of days."""
        used, over = self.used, self.over
        if used is None:
            elapsed = (min(self.today, self.last) - self.start).days
            used = max(elapsed - sum(self._elapsed(span) for span in self.paused), 0)
        if over is None:
            over = max((self.today - self.last).days, 0)
        whole = sum((span.end - span.start).days + 1 for span in self.paused)
        rolled = (self.last - self.expires).days if self.expires else 0
        rows: list[tuple[Part, str]] = [
            ("ink", f"今天 {self.today.month}月{self.today.day}日"),
            ("brand", f"已用 {used} {self.unit}"),
        ]
        rows += [("pale", f"不计入 {whole} 日")] if whole else []
        rows += [("red", f"超期 {over} {self.unit}")] if over else [("sunk", "剩余")]
        rows += [("grey", f"顺延 {rolled} 日")] if rolled > 0 else []
        return rows

    def _elapsed(self, span: Span) -> int:
        end = min(span.end, self.today, self.last)
        return max((end - span.start).days + 1, 0)


def stacked(
    parts: Iterable[tuple[Part, int]], *, width: int = 1008, height: int = 10
) -> SafeString:
    """A bar whose parts add up to the whole (本月的账); a part that exists is never invisible."""
    rows = [(part, number) for part, number in parts if number > 0]
    whole = sum(number for _, number in rows) or 1
    gaps = 2 * max(len(rows) - 1, 0)
    x, body = 0, ""
    for part, number in rows:
        share = max(4, round((width - gaps) * number / whole))
        body += f'<rect class="f-{part}" x="{x}" y="0" width="{share}" height="{height}"/>'
        x += share + 2
    return _drawing("stack", max(width, x), height, body)


def _drawing(css: str, width: int, height: int, body: str) -> SafeString:
    return mark_safe(  # noqa: S308 - numbers and class names of this file only
        f'<svg class="{css}" viewBox="0 0 {width} {height}" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false">{body}</svg>'
    )
