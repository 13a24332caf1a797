"""Pages of a list whose rows were already cut off by the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Whole:
    """What `{% pages %}` asks of a paginator."""

    count: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Page `number` of `total` rows, as `{% pages %}` reads a Django page."""

    number: int
    total: int
    size: int

    @property
    def paginator(self) -> Whole:
        return Whole(self.total)

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    def start_index(self) -> int:
        return min(self.start + 1, self.total)

    def end_index(self) -> int:
        return min(self.start + self.size, self.total)

    def has_previous(self) -> bool:
        return self.number > 1

    def has_next(self) -> bool:
        return self.number < self.last

    def has_other_pages(self) -> bool:
        return self.last > 1

    def previous_page_number(self) -> int:
        return self.number - 1

    def next_page_number(self) -> int:
        return self.number + 1


def cut(asked: Mapping[str, str], total: int, size: int) -> Cut:
    """The page asked for; nonsense is the first page, too far is the last."""
    given = asked.get("page", "1")
    number = int(given) if given.isdecimal() and len(given) < 8 else 1
    last = Cut(1, total, size).last
    return Cut(min(max(number, 1), last), total, size)
