"""Two wordings side by side, section by section and sign by sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

#: Longer pairs are shown whole: comparing them sign by sign would take too long.
_MOST = 300_000
Run = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """A section before and after, as runs of text and whether they changed."""

    before: list[Run]
    after: list[Run]
    same: bool


def side_by_side(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Every section of both, those that correspond beside each other."""
    return list(_pairs(before, after))


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from (Pair([(text, False)], [(text, False)], same=True) for text in before[i:j])
        else:
            for old, new in zip_longest(before[i:j], after[k:m], fillvalue=""):
                yield _pair(old, new)


def _pair(old: str, new: str) -> Pair:
    if not old or not new or len(old) * len(new) > _MOST:
        return Pair([(old, True)] if old else [], [(new, True)] if new else [], same=False)
    left: list[Run] = []
    right: list[Run] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:
        return Pair([(old, True)], [(new, True)], same=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if j > i:
            left.append((old[i:j], tag != "equal"))
        if m > k:
            right.append((new[k:m], tag != "equal"))
    return Pair(left, right, same=False)


def changed(pairs: Sequence[Pair]) -> int:
    return sum(not pair.same for pair in pairs)
