"""Reading a statute from Markdown: title, notes on its making, chapters, 第X条.

The layout: `# title`, lines that say when it was made and amended, `<!-- INFO END -->`, then
chapters as headings and each article beginning `第X条 `. The file is named `short title(date).md`
by the date of the version.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from xiezhi.registry.rules.citations import Place
from xiezhi.registry.rules.numerals import parse_numeral

_N = "[零〇一二三四五六七八九十百千]+"
_ARTICLE = re.compile(rf"第({_N})条(?:之({_N}))?[ \u3000]+(.*)")
_HEADING = re.compile(r"(#{2,6})\s*(.+)")
_NAME = re.compile(r"(.+)\((\d{4}-\d{2}-\d{2})\)")
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_IN_FORCE_NOTE = re.compile(rf"{_DAY}\s*(?:起)?施行")
_IN_FORCE_ARTICLE = re.compile(rf"自{_DAY}起(?:施行|实施)")
_ITEM = re.compile(r"[（(][零〇一二三四五六七八九十百]+[）)]|\d+[.．、]")
_BLANK = re.compile(r"[\u200b\ufeff]")
_INFO_END = "<!-- INFO END -->"

#: What kind of law it is, by who made it; the first that fits.
_KINDS = (
    ("judicial", re.compile(r"最高人民法院|最高人民检察院")),
    ("local_regulation", re.compile(r"(?:省|市|自治区|自治州|自治县).{0,8}人民代表大会")),
    ("statute", re.compile(r"全国人民代表大会|第[一二三四五六七八九十]+届.*人大常委会")),
    ("state_regulation", re.compile(r"国务院令|国务院第|〔?国务院〕?关于修改|政务院")),
    ("ministry_rule", re.compile(r"(?:部|局|委员会|署|总局).{0,6}令")),
)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One 条: its text, 款 and 项 each on a line of their own, and the chapter it stands in."""

    place: Place
    part: str
    text: str

    @property
    def paragraphs(self) -> list[str]:
        return paragraphs(self.text)


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of a law as read; `assumed` when its first day in force is only inferred."""

    name: str
    short_name: str
    kind: str
    version: dt.date
    effective_on: dt.date
    assumed: bool
    preamble: str
    notes: str
    articles: tuple[ArticleText, ...]

    def gaps(self) -> list[int]:
        """Numbers between the first article and the last that no article has."""
        numbers = {article.place.article for article in self.articles}
        return sorted(set(range(1, max(numbers, default=0) + 1)) - numbers)


def paragraphs(text: str) -> list[str]:
    """The 款 of an article, each with its 项: a line that begins with a number continues."""
    found: list[str] = []
    for line in text.splitlines():
        if found and _ITEM.match(line):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def parse_statute(text: str, filename: str) -> Statute:
    """Read one file. Raises ValueError saying what is missing or stands twice."""
    named = _NAME.fullmatch(filename.removesuffix(".md"))
    if named is None:
        raise ValueError("文件名应为“简称(版本日期).md”，例如“行政处罚法(2021-01-22).md”")
    head, mark, body = _BLANK.sub("", text).partition(_INFO_END)
    title = re.search(r"^#\s+(.+)$", head, re.MULTILINE)
    if not mark or title is None:
        raise ValueError(f"缺少标题行，或者缺少“{_INFO_END}”")
    notes = [line.strip() for line in head.splitlines() if line.strip() and line[0] != "#"]
    version = dt.date.fromisoformat(named[2])
    reader = _Reader()
    reader.read(body.splitlines())
    first, assumed = _in_force(notes, reader.articles, version)
    return Statute(
        name=title[1].strip(),
        short_name=named[1],
        kind=_kind(title[1], notes),
        version=version,
        effective_on=first,
        assumed=assumed,
        preamble="\n".join(reader.preamble),
        notes="\n".join(notes),
        articles=tuple(reader.articles),
    )


@dataclass
class _Reader:
    """Collects articles line by line, remembering the chapter and section."""

    articles: list[ArticleText] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    _path: dict[int, str] = field(default_factory=dict)
    _place: Place | None = None
    _lines: list[str] = field(default_factory=list)

    def read(self, lines: Iterable[str]) -> None:
        for raw in lines:
            if line := raw.strip(" \u3000\t"):
                self._line(line)
        self._close()
        places = [article.place for article in self.articles]
        if not places:
            raise ValueError("没有找到“第一条”")
        if twice := {place for place in places if places.count(place) > 1}:
            raise ValueError(f"{'、'.join(str(p) for p in twice)}出现了两次")

    def _line(self, line: str) -> None:
        if heading := _HEADING.fullmatch(line):
            self._close()
            level = len(heading[1])
            self._path = {k: v for k, v in self._path.items() if k < level}
            self._path[level] = _tidy(heading[2])
        elif article := _ARTICLE.fullmatch(line):
            self._close()
            branch = parse_numeral(article[2]) if article[2] else 0
            self._place = Place(parse_numeral(article[1]), branch)
            self._lines = [article[3]]
        elif self._place:
            self._lines.append(line)
        else:
            self.preamble.append(line)

    def _close(self) -> None:
        if self._place:
            part = " / ".join(self._path[level] for level in sorted(self._path))
            self.articles.append(ArticleText(self._place, part, "\n".join(self._lines)))
        self._place, self._lines = None, []


def _tidy(heading: str) -> str:
    """第一章　总　则 → 第一章 总则."""
    first, *rest = re.split(r"[ \u3000]+", heading.strip())
    return f"{first} {''.join(rest)}".strip()


def _kind(title: str, notes: list[str]) -> str:
    said = "\n".join([title, *notes])
    for kind, pattern in _KINDS:
        if pattern.search(said):
            return kind
    return "state_regulation" if title.endswith("条例") else "statute"


def _in_force(
    notes: list[str], articles: list[ArticleText], version: dt.date
) -> tuple[dt.date, bool]:
    """When this version came into force; inferred as its own date when the text doesn't say.

    An amended law still prints the day its first version came into force: that one is too early.
    """
    said = [f for note in notes for f in _IN_FORCE_NOTE.findall(note)]
    said += [f for article in articles[-3:] for f in _IN_FORCE_ARTICLE.findall(article.text)]
    days = [day for found in said if (day := dt.date(*map(int, found))) >= version]
    return (min(days), False) if days else (version, True)
