"""Covering what the public may not see. It fails closed: what was found and not answered blocks.

Whatever is found is covered at once, answered or not, and the text under a cover isn't in the
result. The publisher then answers for each value: cover it, or show it because it isn't personal
(a product code, the agency's own telephone). Until all are answered nothing can be published.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xiezhi.procedure.citations import Reason
from xiezhi.procedure.detectors import Finding, detect, fold, folded
from xiezhi.procedure.rulebook import refuse

#: The classes of what detectors find, as the public page labels them.
LABELS: Mapping[str, str] = {
    "id": "证件号码",
    "phone": "联系方式",
    "account": "账号",
    "address": "住址",
    "email": "联系方式",
    "plate": "车辆号牌",
    "name": "姓名",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A value of this case that must not be shown: a witness's name, the party's home."""

    value: str
    covering: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the result: text that is shown, or the class of what is covered."""

    text: str = ""
    covering: str = ""


class Redaction(NamedTuple):
    """The text in pieces, and everything that was found in it."""

    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]
    open: tuple[Finding, ...] = ()

    @property
    def blocked(self) -> bool:
        """Is something still unanswered?"""
        return bool(self.open)

    @property
    def visible(self) -> str:
        """What the public would read, covers written out."""
        return "".join(
            piece.text or f"【已遮盖：{LABELS.get(piece.covering, '个人信息')}】"
            for piece in self.segments
        )

    def refusals(self) -> list[Reason]:
        return [
            refuse(
                "RED-1",
                f"有一处像{LABELS[found.covering]}，还没有确认：“{found.text}”。",
                todo="不能公开一次确认的证件号码。"
                if found.certain
                else "确认遮盖，或者确认可以公开。",
                field=found.key,
            )
            for found in self.open
        ]


def redact(
    text: str,
    known: Iterable[Known] = (),
    *,
    answers: Mapping[str, bool] | None = None,
    public: Collection[str] = (),
) -> Redaction:
    """Cover known values and whatever looks personal.

    `answers`: finding's key → True cover, False show. `public`: values known to be harmless,
    such as the agency's address; they are no findings. A citizen's number that checks is covered
    whatever the answer, and an answer to show it leaves it open.
    """
    answers = answers or {}
    harmless = {fold(value) for value in public if value}
    by_case = list(_known_spans(text, known))
    spans = list(by_case)
    findings = [f for f in detect(text) if f.certain or fold(f.text) not in harmless]
    open_ones = []
    for found in findings:
        answer = answers.get(found.key)
        if answer is None or (found.certain and answer is False):
            open_ones.append(found)
        if answer is not False or found.certain:
            spans.append((found.start, found.end, found.covering))
    inside = _merged(spans)
    still_open = tuple(f for f in open_ones if not _by_known(f, by_case))
    return Redaction(tuple(_cut(text, inside)), tuple(findings), still_open)


Span = tuple[int, int, str]


def _known_spans(text: str, known: Iterable[Known]) -> Iterator[Span]:
    """Every place of a known value, however it is spaced or written."""
    plain, places = folded(text)
    for each in known:
        value = fold(each.value)
        at = plain.find(value) if value else -1
        while at >= 0:
            yield places[at], places[at + len(value) - 1] + 1, each.covering
            at = plain.find(value, at + 1)


def _by_known(found: Finding, by_case: Iterable[Span]) -> bool:
    """Was this passage covered already because the case knows it? Then nobody needs to answer."""
    return any(start <= found.start and found.end <= end for start, end, _ in by_case)


#: Which label a merged cover gets: the more telling one.
_RANK = ("id", "account", "phone", "email", "name", "address", "plate")


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span[0] < merged[-1][1]:
            merged.append(_joined(merged.pop(), span))
        else:
            merged.append(span)
    return merged


def _joined(a: Span, b: Span) -> Span:
    return a[0], max(a[1], b[1]), min((a[2], b[2]), key=_rank)


def _rank(covering: str) -> int:
    return _RANK.index(covering) if covering in _RANK else -1


def _cut(text: str, spans: Iterable[Span]) -> Iterator[Segment]:
    at = 0
    for start, end, covering in spans:
        if start > at:
            yield Segment(text=text[at:start])
        yield Segment(covering=covering)
        at = end
    if at < len(text):
        yield Segment(text=text[at:])
