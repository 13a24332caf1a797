"""What an address asks for, read so that no input makes an error page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from xiezhi.disclosure.rules import KIND_LABELS
from xiezhi.disclosure.search import Query
from xiezhi.ui.text import parse_day

_LONGEST = 100
#: Pages beyond are not walked to: narrow the search instead.
_LAST_PAGE = 500


def asked(values: QueryDict) -> tuple[Query, str]:
    """The query of an address, and what of it couldn't be read."""
    wrong = ""
    days = {}
    for name in ("since", "until"):
        typed = values.get(name, "").strip()
        days[name] = parse_day(typed) if typed else None
        if typed and days[name] is None:
            wrong = "日期请写成 2026-11-22 这样，没有按日期筛选。"
    if days["since"] and days["until"] and days["since"] > days["until"]:
        wrong = "起始日期晚于截止日期，没有这样的公示。"
    kind = values.get("kind", "")
    text = "".join(char for char in values.get("q", "") if char.isprintable()).strip()
    query = Query(
        text=text[:_LONGEST],
        agency=whole(values.get("agency", "")),
        kind=kind if kind in KIND_LABELS else "",
        since=days["since"],
        until=days["until"],
    )
    return query, wrong


def whole(typed: str) -> int | None:
    """A row's number; None when it isn't one that the database can hold."""
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 18:
        return None
    return int(typed)


@dataclass(frozen=True, slots=True)
class Turned:
    """第 41 至 60 件，共 1,284 件, and the addresses before and after."""

    number: int
    first: int
    last: int
    total: int
    more: bool
    before: str
    after: str


class Pages:
    """Which part of a list an address asks for."""

    def __init__(self, request: HttpRequest, size: int = 20) -> None:
        self._values = request.GET.copy()
        self.size = size
        self.number = min(max(whole(request.GET.get("page", "")) or 1, 1), _LAST_PAGE)
        self.start = (self.number - 1) * size

    def _address(self, number: int) -> str:
        self._values["page"] = str(number)
        return f"?{self._values.urlencode()}"

    def around(self, here: int, total: int, *, more: bool = False) -> Turned:
        """Of a list of `total` entries (at least, when `more`), `here` are on this page."""
        last = self.start + here
        after = (more or last < total) and here == self.size and self.number < _LAST_PAGE
        return Turned(
            number=self.number,
            first=self.start + 1 if here else 0,
            last=last,
            total=max(total, last),
            more=more,
            before=self._address(self.number - 1) if self.number > 1 else "",
            after=self._address(self.number + 1) if after else "",
        )


def plain_query(request: HttpRequest, name: str = "q") -> str:
    """One short text of an address."""
    value: Any = request.GET.get(name, "")
    return "".join(char for char in value if char.isprintable()).strip()[:_LONGEST]
