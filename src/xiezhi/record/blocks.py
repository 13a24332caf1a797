"""From a document's declaration and values to plain blocks that the typesetter lays out.

A block is data: {"b": its kind, …} with runs [[text, strong], …]. Values only ever become text
in a run, so nothing that a person typed is read as markup, here or in Typst.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xiezhi.procedure.documents.content import filled
from xiezhi.procedure.documents.model import (
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    Head,
    If,
    Layout,
    Lines,
    Note,
    Para,
    Points,
    Quotes,
    Remedy,
    Section,
    Signer,
    Table,
    Talk,
    Text,
    Who,
)
from xiezhi.procedure.documents.vocabulary import PENALTY_KINDS
from xiezhi.record import phrases
from xiezhi.ui.text import han_number

Block = dict[str, Any]
Run = list[Any]

_TOKEN = re.compile(r"\[\[(?P<part>.*?)\]\]|(?P<strong>\*\*)|\{(?P<name>[^}]+)\}")
_PENALTIES = dict(PENALTY_KINDS)
#: The widest label and value that still leave room for a second pair on the line, in 汉字.
_HALF_LINE = 17.5
_HALF_LETTER_LINE = 12.8


@dataclass
class Own:
    """What the document has of itself: agency, number, date as printed."""

    agency: str
    number: str
    date: str


@dataclass
class Page:
    """A document being laid out."""

    kind: DocumentKind
    values: Mapping[str, Any]
    own: Own
    notes: list[Block] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        made = list(_with_heads(self.sections(self.kind.body)))
        if self.kind.sealed:
            made.append({"b": "seal", "agency": self.own.agency, "date": self.own.date})
        if self.kind.signers:
            made.append({"b": "sign", "rows": [self.signature(s) for s in self.kind.signers]})
        return [*made, *self.notes]

    def sections(self, sections: Sequence[Section]) -> Iterator[Block]:
        for section in sections:
            yield from _LAYERS[type(section)](self, section)

    def declared(self, name: str) -> Field:
        found = self.kind.field(name)
        if found is None:
            raise KeyError(f"{self.kind.code}: no field {name}")
        return found

    def word(self, reference: str) -> str:
        """The text of `name`, `name.part` or `name:spec`."""
        path, _, spec = reference.partition(":")
        name, _, part = path.partition(".")
        if name in ("agency", "number", "date") and self.kind.field(name) is None:
            return str(getattr(self.own, name))
        value = self.values.get(name)
        if part:
            inner = value.get(part) if isinstance(value, Mapping) else None
            return str(inner).strip() if filled(inner) else ""
        return phrases.worded(self.declared(name), value, spec).removesuffix("。")

    def signature(self, signer: Signer) -> Block:
        """A place to sign, or the signature given, or why it is missing."""
        given = (self.values.get("signed") or {}).get(signer.key) or {}
        day = given.get("on")
        return {
            "label": signer.label,
            "name": legible(given.get("name") or ""),
            "on": phrases.worded(Field("on", "", FieldKind.DATE), day) if day else "",
            "note": legible(given.get("note") or ""),
        }


def legible(text: Any) -> str:
    """One line of text without control characters and marks that change writing direction."""
    kept = unicodedata.normalize("NFC", str(text)).replace("\t", " ")
    return "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def paragraphs(text: Any) -> list[str]:
    """The paragraphs of a long text; blank lines and leading blanks are the typist's own."""
    lines = re.split(r"[\r\n\v\f\x85\u2028\u2029]+", str(text))
    return [kept for line in lines if (kept := legible(line).strip())]


def runs(page: Page, text: str, row: Mapping[str, str] | None = None) -> list[Run] | None:
    """Declared text with its placeholders filled; None if one that must be there is empty."""
    made: list[Run] = []
    at, strong = 0, False
    for token in _TOKEN.finditer(text):
        _append(made, text[at : token.start()], strong=strong)
        at = token.end()
        if token["strong"]:
            strong = not strong
        elif token["name"]:
            value = row[token["name"]] if row is not None else page.word(token["name"])
            if not value:
                return None
            _append(made, legible(value.replace("\n", "")), strong=strong)
        else:
            for inner, heavy in runs(page, token["part"], row) or []:
                _append(made, inner, strong=strong or heavy)
    _append(made, text[at:], strong=strong)
    return made


def _append(made: list[Run], text: str, *, strong: bool) -> None:
    if not text:
        return
    if made and made[-1][1] == strong:
        made[-1][0] += text
    else:
        made.append([text, strong])


def _with_heads(blocks: Iterator[Block]) -> Iterator[Block]:
    """Heads that still have something under them, numbered in the order in which they stand."""
    waiting: Block | None = None
    number = 0
    for block in blocks:
        if block["b"] == "head":
            waiting = block
            continue
        if waiting is not None and not block.get("end"):
            if waiting.pop("numbered"):
                number += 1
                waiting["text"] = f"{han_number(number)}、{waiting['text']}"
            yield waiting
        waiting = None
        yield block


# -- one function per section ---------------------------------------------------------------------


def _para(page: Page, section: Para) -> Iterator[Block]:
    made = runs(page, section.text)
    if made and any(text.strip("　 ") for text, _ in made):
        yield {"b": "para", "runs": made, "indent": section.indent}


def _note(page: Page, section: Note) -> Iterator[Block]:
    made = runs(page, section.text)
    if made:
        page.notes.append({"b": "note", "runs": made})
    return iter(())


def _end(_page: Page, _section: End) -> Iterator[Block]:
    yield {"b": "para", "runs": [["（以下空白）", False]], "indent": True, "end": True}


def _head(_page: Page, section: Head) -> Iterator[Block]:
    numbered = section.numbered and _page.kind.layout is not Layout.FORM
    yield {"b": "head", "text": section.text, "numbered": numbered}


def _text(page: Page, section: Text) -> Iterator[Block]:
    for number, line in enumerate(paragraphs(page.values.get(section.field) or "")):
        lead = section.lead if number == 0 else ""
        yield {"b": "para", "runs": [[lead + line, False]], "indent": True}


def _points(page: Page, section: Points) -> Iterator[Block]:
    rows = page.values.get(section.field) or []
    items = [
        made
        for row in rows
        if (made := runs(page, section.pattern, _Row(page.declared(section.field), row)))
    ]
    for number, made in enumerate(items, 1):
        last = number == len(items)
        mark = f"{number}." if len(items) > 1 else ""
        ended = made[-1][0].endswith(("。", "；", "？", "！"))
        end = "" if ended else ("。" if last else "；")
        yield {"b": "para", "runs": [[mark, False], *made, [end, False]], "indent": True}


class _Row(dict[str, str]):
    """A row of a list as words, by column; `penalty` is the penalty as it is pronounced."""

    def __init__(self, declared: Field, row: Mapping[str, Any]) -> None:
        super().__init__({c.name: phrases.worded(c, row.get(c.name)) for c in declared.columns})
        self["penalty"] = phrases.penalty(row, _PENALTIES)


def _quotes(page: Page, section: Quotes) -> Iterator[Block]:
    for row in page.values.get(section.field) or []:
        if filled(row.get("quote")):
            lead = f"{phrases.law_title(row['law'])}{row.get('article') or ''}："
            lines = paragraphs(row["quote"])
            yield {"b": "quote", "lead": legible(lead), "lines": lines}


def _who(page: Page, section: Who) -> Iterator[Block]:
    for party in phrases.with_joint(page.values.get(section.field) or {}):
        particulars = (pair for pair in phrases.party_lines(party) if pair[0] != "联系电话")
        lines = [(section.label, str(party["name"])), *particulars]
        yield {"b": "who", "rows": [[label, legible(value)] for label, value in lines]}


def _lines(page: Page, section: Lines) -> Iterator[Block]:
    pairs = [pair for name in section.fields for pair in _line(page, page.declared(name))]
    if not pairs:
        return
    half = _HALF_LETTER_LINE if page.kind.layout is Layout.LETTER else _HALF_LINE
    rows: list[list[tuple[str, str]]] = []
    for pair in pairs:
        beside = rows[-1] if rows and len(rows[-1]) == 1 else None
        if beside and _fits(beside[0], half) and _fits(pair, half):
            beside.append(pair)
        else:
            rows.append([pair])
    yield {"b": "lines", "rows": rows}


def _fits(pair: tuple[str, str], space: float) -> bool:
    return width(pair[0]) + width(pair[1]) <= space


def _line(page: Page, declared: Field) -> Iterator[tuple[str, str]]:
    value = page.values.get(declared.name)
    if declared.kind is FieldKind.PARTY:
        for party in phrases.with_joint(value or {}):
            yield declared.label, legible(str(party["name"]))
            yield from ((label, legible(said)) for label, said in phrases.party_lines(party))
    elif text := legible(phrases.worded(declared, value).replace("\n", "　")):
        yield declared.label, text


def width(text: str) -> float:
    """The width of a text in 汉字."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.56 for c in text)


def _table(page: Page, section: Table) -> Iterator[Block]:
    declared = page.declared(section.field)
    rows = page.values.get(section.field) or []
    if not rows:
        return
    shown = [c for c in declared.columns if any(filled(row.get(c.name)) for row in rows)]
    yield {
        "b": "table",
        "caption": section.caption,
        "columns": [{"label": c.label, "width": c.width, "align": c.align} for c in shown],
        "rows": [[legible(phrases.cell(c, row.get(c.name))) for c in shown] for row in rows],
    }


def _talk(page: Page, section: Talk) -> Iterator[Block]:
    rows = [
        [paragraphs(row.get("q") or ""), paragraphs(row.get("a") or "")]
        for row in page.values.get(section.field) or []
    ]
    if rows:
        yield {"b": "talk", "rows": rows, "speakers": section.speakers}


def _remedy(page: Page, section: Remedy) -> Iterator[Block]:
    value = page.values.get(section.field) or {}
    known = filled(value.get("review_body")) and filled(value.get("court"))
    if known or filled(value.get("sentences")):
        said_all = phrases.remedies(value, section.act, on_spot=section.on_spot)
        for number, said in enumerate(said_all):
            yield {"b": "para", "runs": [[legible(said), number == 0]], "indent": True}


def _if(page: Page, section: If) -> Iterator[Block]:
    value = page.values.get(section.field)
    holds = filled(value) and value is not False
    yield from page.sections(section.then if holds else section.other)


def _form(page: Page, section: Form) -> Iterator[Block]:
    rows: list[list[Block]] = []
    for names in section.rows:
        fields = [page.declared(name) for name in names]
        if fields[0].kind is FieldKind.PARTY:
            rows.extend(_party_rows(page, fields[0]))
            continue
        cells = [c for declared in fields if (c := _cell(page, declared)) is not None]
        if cells:
            rows.append(cells)
    if rows:
        yield {"b": "form", "rows": rows}


def _party_rows(page: Page, declared: Field) -> Iterator[list[Block]]:
    for party in phrases.with_joint(page.values.get(declared.name) or {}):
        yield from _one_party(declared, party)


def _one_party(declared: Field, party: Mapping[str, Any]) -> Iterator[list[Block]]:
    yield [{"label": declared.label, "lines": [legible(party["name"])]}]
    waiting: list[Block] = []
    for label, value in phrases.party_lines(party):
        cell = {"label": label, "lines": [legible(value)]}
        if width(value) > _HALF_LINE - 6:
            if waiting:
                yield waiting
                waiting = []
            yield [cell]
            continue
        waiting.append(cell)
        if len(waiting) == 2:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _cell(page: Page, declared: Field) -> Block | None:
    """A form's label and value; None where there is nothing to say."""
    value: Any = page.values.get(declared.name)
    if not filled(value):
        return None
    made: Block = {"label": declared.label}
    if declared.kind is FieldKind.OPINION:
        made["lines"] = paragraphs(value.get("text") or "")
        made["name"] = legible(value.get("name") or "")
        made["on"] = phrases.worded(Field("on", "", FieldKind.DATE), value.get("on"))
    elif declared.kind is FieldKind.ROWS:
        made["lines"] = _listed(declared, value)
    elif declared.kind is FieldKind.OFFICERS:
        made["lines"] = [legible(phrases.officer(person)) for person in value]
    else:
        made["lines"] = paragraphs(phrases.worded(declared, value))
    return made


def _listed(declared: Field, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    if declared.name == "penalties":
        said = [legible(phrases.penalty(row, _PENALTIES)) for row in rows]
    else:
        cells = [[phrases.cell(c, row.get(c.name)) for c in declared.columns] for row in rows]
        said = [legible("，".join(filter(None, row))) for row in cells]
    return [f"{n}.{line}" for n, line in enumerate(said, 1)] if len(said) > 1 else said


_LAYERS: Mapping[type[Any], Any] = {
    Para: _para,
    Note: _note,
    Head: _head,
    End: _end,
    Text: _text,
    Points: _points,
    Quotes: _quotes,
    Who: _who,
    Lines: _lines,
    Table: _table,
    Talk: _talk,
    Remedy: _remedy,
    If: _if,
    Form: _form,
}
