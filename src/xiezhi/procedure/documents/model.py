"""The vocabulary in which a document (文书) is declared: fields, sections, signers, place.

A document is its fields. What a person reads is laid out from them by one engine
(`record/typesetting.py`), so a new form is a declaration and never a class or a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What a value looks like in a Material's fields (JSON; see the package docstring)."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    MONEY = "money"
    BOOL = "bool"
    CHOICE = "choice"
    PARTY = "party"
    OFFICERS = "officers"
    ARTICLES = "articles"
    ROWS = "rows"
    REMEDIES = "remedies"
    OPINION = "opinion"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ROWS field. `width` is a share of the line; `align` left, center or right."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    width: float = 1.0
    align: str = "left"
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One item of a document's content.

    `rule` makes it mandatory and names the rule whose article demands it; `parts` are the parts
    of a structured value that the article demands too (a party's name and address); `given` is
    another field without which nothing is demanded (no bank without a fine; `name=answer` for one
    answer of it), `unless` one that
    says the same already; `item` is how the article itself calls it.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    rule: str | None = None
    parts: tuple[tuple[str, str], ...] = ()
    given: str | None = None
    unless: str | None = None
    item: str = ""
    options: tuple[tuple[str, str], ...] = ()
    columns: tuple[Column, ...] = ()
    help: str = ""

    @property
    def required(self) -> bool:
        """Demanded whatever else the document says."""
        return self.rule is not None and self.given is None and self.unless is None


# -- sections: how fields become a page ---------------------------------------------------------
#
# In declared text `{name}` is a field, `{name.part}` a part of one, `{name:upper}` a sum in words.
# `{agency}`, `{number}` and `{date}` are the document's own. A paragraph with an empty placeholder
# disappears; `[[…]]` is a part that disappears on its own;
# `**…**` is set in Hei for weight (rights and sums). Values are never read as markup.


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of declared words with placeholders."""

    text: str
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """A heading inside the text; numbered 一、二、 in the order in which headings appear."""

    text: str
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """A long field as paragraphs, with optional words before its first one."""

    field: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list field as numbered items, each from `pattern` over the row's columns."""

    field: str
    pattern: str = "{content}"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Articles with their words, where the words are known."""

    field: str


@dataclass(frozen=True, slots=True)
class Who:
    """The party block: name, licence number, address, representative, a line each."""

    field: str = "party"
    label: str = "当事人"


@dataclass(frozen=True, slots=True)
class Lines:
    """Short fields as 'label：value' lines, two to a line where both are short."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ROWS field as a ruled table with its columns' labels."""

    field: str
    caption: str = ""
    blank_rows: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A ruled form: each row one or two fields, labels beside values. Empty rows are left out."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """Questions and answers; or, with `speakers`, who said what."""

    field: str = "talk"
    speakers: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be done against the act, by whom, until when (law reference REM-1 … REM-6)."""

    field: str = "remedies"
    act: str = "本决定"
    on_spot: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small print at the end of a document."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """以下空白: nothing can be added after the record ends."""


@dataclass(frozen=True, slots=True)
class If:
    """Sections shown only where a field is filled (bool: true); `other` where it isn't."""

    field: str
    then: tuple[Section, ...]
    other: tuple[Section, ...] = ()


Section = (
    Para
    | Head
    | Text
    | Points
    | Quotes
    | Who
    | Lines
    | Table
    | Form
    | Talk
    | Remedy
    | Note
    | End
    | If
)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs; `each_page` where the law's practice wants every page signed.

    The signature itself, once given, is the SIGNED value `signed.<key>`: {name, on, note}.
    """

    key: str
    label: str
    each_page: bool = False


class Layout(StrEnum):
    """How a page is built."""

    LETTER = "letter"
    """文书: agency, title, number, running text, seal."""
    FORM = "form"
    """审批表: a ruled form."""
    RECORD = "record"
    """笔录: head lines, a record, signatures on every page."""
    COVER = "cover"
    DIRECTORY = "directory"
    BACK = "back"


class Volume(StrEnum):
    """Where in the case file (案卷) a document is bound."""

    OPEN = "open"
    """正卷"""
    INTERNAL = "internal"
    """副卷"""
    BINDING = "binding"
    """Cover, directory, remarks, back: not numbered."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document. `series` is its word in the document number; None is unnumbered.

    `order` is its place in its volume (law reference 4.6). `sealed` puts agency, date and the
    place of the seal under the text; `by_party` is a paper that the party signs and hands in, so
    no agency stands at its head. Agency, number and date are not fields: a document can't
    be made without them.
    """

    code: str
    title: str
    volume: Volume
    order: int
    fields: tuple[Field, ...]
    body: tuple[Section, ...]
    series: str | None = None
    served: bool = False
    layout: Layout = Layout.LETTER
    signers: tuple[Signer, ...] = ()
    sealed: bool = False
    by_party: bool = False

    @property
    def qr(self) -> bool:
        """Every served document carries the code that leads to its verification page."""
        return self.served

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)

    def __post_init__(self) -> None:
        names = [field.name for field in self.fields]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.code}: a field is declared twice")
        for used in section_fields(self.body):
            if used not in names and used not in BUILT_IN:
                raise ValueError(f"{self.code}: the text uses {used}, which is no field")


BUILT_IN = frozenset({"agency", "number", "date"})


def section_fields(sections: tuple[Section, ...]) -> Iterator[str]:
    """The names of all fields that sections print or ask for."""
    for section in sections:
        match section:
            case Para(text) | Note(text):
                yield from placeholders(text)
            case If(field, then, other):
                yield field
                yield from section_fields(then)
                yield from section_fields(other)
            case Lines(fields):
                yield from fields
            case Form(rows):
                yield from (name for row in rows for name in row)
            case Head() | End():
                pass
            case _:
                yield section.field


def placeholders(text: str) -> Iterator[str]:
    """The field names inside declared text."""
    for piece in text.split("{")[1:]:
        yield piece.split("}")[0].split(":")[0].split(".")[0]
