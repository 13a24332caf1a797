"""From a wording to the sections of a page and back: what `wording.read` understood, laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from xiezhi.procedure.documents.model import (
    DocumentKind,
    End,
    Form,
    Head,
    If,
    Lines,
    Note,
    Para,
    Points,
    Quotes,
    Remedy,
    Section,
    Table,
    Talk,
    Text,
    Who,
)
from xiezhi.procedure.documents.wording import Guards, Line, flat, once_a_kind, read, write

#: As many wordings of a kind are kept ready as are likely to be printed side by side.
_READY = 32


@once_a_kind
def declared(kind: DocumentKind) -> tuple[str, ...]:
    """The declaration's own wording: what holds where nothing was released."""
    return tuple(
        write(kind, replace(line, guards=guards))
        for section, guards in flat(kind.body)
        for line in _WRITTEN[type(section)](section)
    )


#: Each section as lines.
_WRITTEN: Mapping[type[Any], Callable[[Any], list[Line]]] = {
    Para: lambda one: [Line("" if one.indent else "顶格", (), one.text)],
    Head: lambda one: [Line("标题" if one.numbered else "小标题", (), one.text)],
    Note: lambda one: [Line("附注", (), one.text)],
    Text: lambda one: [Line("内容", (one.field,), one.lead)],
    Points: lambda one: [Line("逐项", (one.field,), one.pattern)],
    Quotes: lambda one: [Line("条文", (one.field,))],
    Who: lambda one: [Line("主体", (one.field,), one.label)],
    Lines: lambda one: [Line("要素", one.fields)],
    Form: lambda one: [Line("表格", row) for row in one.rows],
    Table: lambda one: [Line("清单", (one.field,), one.caption)],
    Talk: lambda one: [Line("发言" if one.speakers else "问答", (one.field,))],
    Remedy: lambda one: [Line("救济", (one.field,))],
    End: lambda _: [Line("完")],
}


def worded(kind: DocumentKind, text: str) -> DocumentKind:
    """The kind with its page as a released text words it; an empty text is the declaration."""
    if not text:
        return kind
    ready = _ready(kind)
    if text not in ready:
        if len(ready) >= _READY:
            ready.clear()
        ready[text] = replace(kind, body=body(kind, text.split("\n")))
    return ready[text]


@once_a_kind
def _ready(_kind: DocumentKind) -> dict[str, DocumentKind]:
    return {}


def body(kind: DocumentKind, lines: Sequence[str]) -> tuple[Section, ...]:
    """The page of a wording. A line that names what is no longer declared prints nothing."""
    sound = [line for line, faults in (read(kind, text) for text in lines) if not faults]
    made: list[Section] = []
    for (ruled, guards), group in groupby(sound, key=lambda one: (one.mark == "表格", one.guards)):
        if ruled:  # rows that follow each other are one form
            made.append(_under(guards, Form(tuple(line.fields for line in group))))
        else:
            made.extend(_under(guards, _SECTIONS[line.mark](kind, line)) for line in group)
    return tuple(made)


def _under(guards: Guards, section: Section) -> Section:
    for field, held in reversed(guards):
        section = If(field, (section,)) if held else If(field, (), (section,))
    return section


def _table(kind: DocumentKind, line: Line) -> Section:
    """A list with as many blank rows as the declaration has."""
    for section, _ in flat(kind.body):
        if isinstance(section, Table) and section.field == line.fields[0]:
            return replace(section, caption=line.text)
    return Table(line.fields[0], line.text)


def _remedy(kind: DocumentKind, line: Line) -> Section:
    """What can be done, with the declaration's words for the act."""
    for section, _ in flat(kind.body):
        if isinstance(section, Remedy):
            return replace(section, field=line.fields[0])
    return Remedy(line.fields[0])


_SECTIONS: Mapping[str, Callable[[DocumentKind, Line], Section]] = {
    "": lambda _, line: Para(line.text),
    "顶格": lambda _, line: Para(line.text, indent=False),
    "标题": lambda _, line: Head(line.text),
    "小标题": lambda _, line: Head(line.text, numbered=False),
    "附注": lambda _, line: Note(line.text),
    "内容": lambda _, line: Text(line.fields[0], line.text),
    "逐项": lambda _, line: Points(line.fields[0], line.text),
    "条文": lambda _, line: Quotes(line.fields[0]),
    "主体": lambda _, line: Who(line.fields[0], line.text or "当事人"),
    "要素": lambda _, line: Lines(line.fields),
    "清单": _table,
    "问答": lambda _, line: Talk(line.fields[0]),
    "发言": lambda _, line: Talk(line.fields[0], speakers=True),
    "救济": _remedy,
    "完": lambda _kind, _line: End(),
}
