"""Lists of Files that somebody may see, in the order of an index, whatever lets him see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from django.db.models import Q, QuerySet

from xiezhi.record.models import File


@dataclass(frozen=True, slots=True)
class Listed:
    """Files from queries that have none in common, newest first; `tie` orders those of a day.

    One query with an OR over them would read and sort everything for the first twenty rows.
    """

    parts: Sequence[QuerySet[File]]
    tie: str = "number"

    def filter(self, *conditions: Q, **named: Any) -> Listed:
        """Only those of them."""
        return Listed([part.filter(*conditions, **named) for part in self.parts], self.tie)

    def count(self, most: int) -> int:
        """How many, up to one more than `most`."""
        if not self.parts:
            return 0
        cut = [part.order_by().values("pk")[: most + 1] for part in self.parts]
        whole = cut[0].union(*cut[1:], all=True) if len(cut) > 1 else cut[0]
        return min(whole.count(), most + 1)

    def page(self, start: int, size: int, *related: str) -> list[File]:
        """So many from there on, with what each refers to."""
        if not self.parts:
            return []
        order = ("-opened_on", f"-{self.tie}")
        if len(self.parts) == 1:
            rows = self.parts[0].order_by(*order)
        else:
            cut = [part.order_by(*order).values("pk")[: start + size] for part in self.parts]
            rows = File.objects.filter(pk__in=cut[0].union(*cut[1:], all=True)).order_by(*order)
        return list(rows.select_related(*related)[start : start + size])

    def iterator(self, *related: str, size: int = 500) -> Iterator[File]:
        """All of them, read in pieces."""
        order = ("-opened_on", f"-{self.tie}")
        several = [
            part.select_related(*related).order_by(*order).iterator(chunk_size=size)
            for part in self.parts
        ]
        return merge(*several, key=lambda file: file.opened_on, reverse=True)
