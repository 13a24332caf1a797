"""Where in a law something stands: 第五十八条第一款第（二）项, and whole citations of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xiezhi.registry.rules.numerals import numeral, parse_numeral

_N = "[零〇一二三四五六七八九十百千]+"
_PLACE = re.compile(
    rf"第(?P<article>{_N})条(?:之(?P<branch>{_N}))?"
    rf"(?:第(?P<paragraph>{_N})款)?"
    rf"(?:第?[（(]?(?P<item>{_N})[）)]?项)?"
    r"(?:第?(?P<point>\d+)目)?"
)
_CITED = re.compile(r"\s*《(?P<law>.+)》\s*(?P<where>第.+?)\s*")
_BRACKETS = re.compile(r"[《》〈〉<>（）()\s\u3000\u200b]")


@dataclass(frozen=True, slots=True)
class Place:
    """条、款、项、目; zero means not named."""

    article: int
    branch: int = 0
    paragraph: int = 0
    item: int = 0
    point: int = 0

    def __str__(self) -> str:
        text = f"第{numeral(self.article)}条"
        text += f"之{numeral(self.branch)}" if self.branch else ""
        text += f"第{numeral(self.paragraph)}款" if self.paragraph else ""
        text += f"第（{numeral(self.item)}）项" if self.item else ""
        return text + (f"第{self.point}目" if self.point else "")

    @property
    def label(self) -> str:
        """The article alone: 第二十条之一."""
        return str(Place(self.article, self.branch))


@dataclass(frozen=True, slots=True)
class Cited:
    """A law and a place in it, as one line of a basis (依据)."""

    law: str
    place: Place

    def __str__(self) -> str:
        return f"《{self.law}》{self.place}"


def law_key(name: str) -> str:
    """One key for all ways of writing a title: brackets and the country's name don't count."""
    return _BRACKETS.sub("", name).replace("中华人民共和国", "")


def parse_place(text: str) -> Place:
    """第五十八条第一款第二项. Raises ValueError for anything else."""
    found = _PLACE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{text}”不是条款，请写成“第五十八条第一款第（二）项”")
    parts = found.groupdict()
    return Place(
        article=parse_numeral(parts["article"]),
        **{key: _number(parts[key]) for key in ("branch", "paragraph", "item")},
        point=int(parts["point"] or 0),
    )


def parse_citation(line: str) -> Cited:
    """《中华人民共和国食品安全法》第一百二十四条第一款. Raises ValueError with what to write."""
    found = _CITED.fullmatch(line)
    if found is None:
        raise ValueError(f"“{line.strip()}”不是依据，请写成“《法律名称》第几条第几款”")
    return Cited(found["law"], parse_place(found["where"]))


def parse_basis(text: str) -> list[Cited]:
    """A basis, one citation a line (or separated by ；). Raises ValueError with every bad line."""
    cited: list[Cited] = []
    wrong: list[str] = []
    for line in re.split(r"[\n；;]+", text):
        if line.strip():
            try:
                cited.append(parse_citation(line))
            except ValueError as error:
                wrong.append(str(error))
    if wrong:
        raise ValueError("；".join(wrong))
    return cited


def _number(text: str | None) -> int:
    return parse_numeral(text) if text else 0
