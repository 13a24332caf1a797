"""Search by character pairs: every fragment of two characters or more is found.

Chinese has no spaces, and word segmentation finds only a third of the fragments of company
names. So a text is its neighbouring pairs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def plain(text: str) -> str:
    """Letters and figures only, in one form: 安环罚〔2026〕57号 and 安环罚[2026]57号 are one."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def searchable(parts: Iterable[str]) -> str:
    """The text of a search row; parts are kept apart, so that no pair spans two of them."""
    return "\n".join(filter(None, (plain(part) for part in parts)))


def pairs(text: str) -> list[str]:
    """The different pairs of a search text, sorted."""
    found = {part[n : n + 2] for part in text.split("\n") for n in range(len(part) - 1)}
    return sorted(found)


def terms(query: str, most: int = 8) -> list[str]:
    """What must all occur: the query cut at its spaces."""
    return [term for term in map(plain, query.split()[:most]) if term]


def tsquery(words: Iterable[str]) -> str:
    """Every pair of every term, as a tsquery; empty when no term has two characters."""
    wanted = sorted({pair for word in words for pair in pairs(word)})
    return " & ".join(f"'{pair}'" for pair in wanted)
