"""What a wording may not do: anything but words and declared fields, or leave the law's items out.

Whether an item is still printed is asked of the conditions it stands under: what the declaration
prints whenever the field is filled may not come to stand behind a further condition, in a `[[…]]`
with another field, or in a paragraph that disappears because something else in it is empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezhi.procedure.citations import Citation, Reason, Rule, SourceStatus
from xiezhi.procedure.documents.model import DocumentKind, Field, FieldKind
from xiezhi.procedure.documents.wording import (
    WORDS,
    Line,
    kept,
    once_a_kind,
    places,
    read,
    shown,
    spoken,
)
from xiezhi.procedure.documents.wording_pages import declared
from xiezhi.procedure.rulebook import refuse

WORDING_RULE = Rule(
    code="WORDING",
    title="文书范本的写法",
    cite=Citation(
        law="平台文书范本规则",
        article="（见“维护文书范本”）",
        status=SourceStatus.SECONDARY,
    ),
)
MOST_LINES, LONGEST, MOST_SIGNS = 200, 2000, 40_000

#: What a template of another program, a path or a script looks like. Nothing here would run them;
#: text that tries is refused because nobody writes it into a legal document for its sense.
_FOREIGN = (
    (re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|<%|%>|\$\{|#\{|\$\("), "别的模板语言的记号"),
    (re.compile(r"#\s?[A-Za-z_][\w.-]{0,40}\s?[(\[{:]"), "排版程序的命令"),
    (re.compile(r"#(?:let|set|show|import|include|eval|read|plugin)\b"), "排版程序的命令"),
    (re.compile(r"\\[A-Za-z]"), "排版程序的命令"),
    (re.compile(r"</?[A-Za-z!?]"), "网页代码"),
    (re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE), "文件或者脚本的地址"),
    (re.compile(r"\.\.[/\\]|[A-Za-z]:[/\\](?!/)|\\\\"), "文件路径"),
    (re.compile(r"(?<![\w./:])/(?:etc|proc|sys|dev|home|root|usr|var|tmp|srv|work)\b"), "文件路径"),
    (re.compile(r"__|\b(?:import|eval|exec|open|getattr|lambda)\s?\("), "程序代码"),
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: Signs with which the publication marks what is covered.
_RESERVED = frozenset("⟦⟧")
_TODO = "改正这一段，或者删去。可以填入的项目见“可以填入的项目”。"


def check_wording(
    kind: DocumentKind, sections: Sequence[str], base: Sequence[str] | None = None
) -> list[Reason]:
    """Why these lines can't be released as the wording of a document; empty: they can.

    A reason about a line names it in `field` (`section-3`, from 1). `base` is the wording above:
    its lines must all stand here, in their order, as they are.
    """
    if reasons := list(_sizes(kind, sections)):
        return reasons
    reasons = [reason for n, text in enumerate(sections, 1) for reason in _line(kind, n, text)]
    lines = [made for made, faults in (read(kind, text) for text in sections) if not faults]
    reasons += _dropped(kind, lines)
    if base is not None:
        reasons += _altered(kind, [kept(kind, text) for text in sections], base)
    return reasons


def _wrong(say: str, todo: str, number: int = 0) -> Reason:
    return Reason(WORDING_RULE, say, todo, f"section-{number}" if number else None)


def _sizes(kind: DocumentKind, sections: Sequence[str]) -> Iterator[Reason]:
    if not sections:
        yield _wrong(f"《{kind.title}》范本没有内容。", "至少写一段。")
    if len(sections) > MOST_LINES:
        yield _wrong(
            f"《{kind.title}》范本有 {len(sections)} 段，最多 {MOST_LINES} 段。", "删去多余的段。"
        )
    elif sum(map(len, sections)) > MOST_SIGNS:
        yield _wrong(f"《{kind.title}》范本超过 {MOST_SIGNS} 字。", "缩短文字。")


def _line(kind: DocumentKind, number: int, text: str) -> Iterator[Reason]:
    if len(text) > LONGEST:
        yield _wrong(f"第 {number} 段超过 {LONGEST} 字。", "分成几段。", number)
        return
    plain = unicodedata.normalize("NFKC", text)
    said = [*dict.fromkeys(words for tried, words in _FOREIGN if tried.search(plain))]
    strange = {c for c in text if unicodedata.category(c) in _UNSEEN or c in _RESERVED}
    faults = [f"含有{words}，范本里只能有文字和项目" for words in said]
    if strange:
        signs = "、".join(f"U+{ord(c):04X}" for c in sorted(strange)[:3])
        faults.append(f"含有看不见的或者保留的字符（{signs}）")
    for fault in [*faults, *read(kind, text)[1]]:
        yield _wrong(f"第 {number} 段：{fault}。", _TODO, number)


# -- mandatory content ----------------------------------------------------------------------------

Condition = tuple[str, bool]
WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Print:
    """A part of a field that a line prints, while all the conditions hold."""

    field: str
    part: str
    given: frozenset[Condition]


def _prints(kind: DocumentKind, line: Line) -> Iterator[Print]:
    given = frozenset(line.guards)
    if line.mark in WORDS:
        outer = {(place.path, True) for place in places(line.text) if place.part is None}
        yield from _answers(kind, line, given | outer)
        for place in places(line.text):
            beside = {(p.path, True) for p in places(line.text) if p.part == place.part}
            name, _, part = place.path.partition(".")
            yield Print(name, part or _spoken_part(kind, name), given | outer | beside)
    elif line.mark == "逐项":
        field = line.fields[0]
        outer = {(f"{field}.{p.path}", True) for p in places(line.text) if p.part is None}
        for place in places(line.text):
            inner = {(f"{field}.{p.path}", True) for p in places(line.text) if p.part == place.part}
            part = WHOLE if place.path == "penalty" else place.path
            yield Print(field, part, given | outer | inner)
    elif line.mark == "条文":
        yield Print(line.fields[0], "quote", given)
    else:
        part = "remedy" if line.mark == "救济" else WHOLE
        yield from (Print(field, part, given) for field in line.fields)


def _spoken_part(kind: DocumentKind, name: str) -> str:
    """What `{name}` prints: of a party only the name, of anything else all."""
    field = kind.field(name)
    return "name" if field and field.kind is FieldKind.PARTY else WHOLE


def _answers(
    kind: DocumentKind, line: Line, given: frozenset[Condition] | set[Condition]
) -> Iterator[Print]:
    """A yes or no is said by words that stand under it."""
    for name, held in line.guards:
        field = kind.field(name)
        if field and field.kind is FieldKind.BOOL:
            yield Print(name, "yes" if held else "no", frozenset(given) - {(name, held)})


@once_a_kind
def _declared_prints(kind: DocumentKind) -> tuple[Print, ...]:
    return tuple(p for text in declared(kind) for p in _prints(kind, read(kind, text)[0]))


@once_a_kind
def _sure(kind: DocumentKind) -> frozenset[Condition]:
    """What holds in every document of this kind: the agency, and whatever the law always wants."""
    always = {("agency", True), ("date", True)} | ({("number", True)} if kind.series else set())
    for field in kind.fields:
        if field.required:
            always.add((field.name, True))
            always |= {(f"{field.name}.{part}", True) for part, _ in field.parts}
            if field.kind is FieldKind.PARTY:
                always.add((f"{field.name}.name", True))
    for field in kind.fields:  # a row that has what is demanded of it can be pronounced
        if any(part == "kind" for part, _ in field.parts):
            always.add((f"{field.name}.penalty", True))
    return frozenset(always)


def _dropped(kind: DocumentKind, lines: Sequence[Line]) -> Iterator[Reason]:
    """Items that an article demands and that the declaration prints, but these lines don't."""
    here = [p for line in lines for p in _prints(kind, line)]
    for field in kind.fields:
        before = [p for p in _declared_prints(kind) if p.field == field.name]
        now = [p for p in here if p.field == field.name]
        for label, parts in _demanded(field, before):
            wanted = [p for p in before if p.part in parts]
            if not all(_covered(kind, p, now, parts) for p in wanted):
                said = label if now else field.label
                yield _lacking(kind, field, said, conditional=any(p.part in parts for p in now))
                break


def _demanded(field: Field, before: Sequence[Print]) -> Iterator[tuple[str, frozenset[str]]]:
    """What of a field must be printed: label, and the parts any of which prints it."""
    if any(p.part == "remedy" for p in before):
        yield field.label, frozenset({"remedy"})
    if field.rule is None:
        return
    printed = frozenset(p.part for p in before) - {"yes", "no", "quote", "remedy"}
    parts = [pair for pair in field.parts if printed & {pair[0], WHOLE}]
    if printed and not parts:
        yield field.label, printed | {WHOLE}
    for part, label in parts:
        yield f"{field.label}的{label}", frozenset({part, WHOLE})
    for answer in ("yes", "no"):
        yield field.label, frozenset({answer})


def _covered(
    kind: DocumentKind, before: Print, now: Sequence[Print], parts: frozenset[str]
) -> bool:
    """Is it still printed wherever it was?"""
    allowed = before.given | _sure(kind) | {(before.field, True)}
    allowed |= {(f"{before.field}.{part}", True) for part in (before.part, *parts)}
    return any(p.part in parts and p.given <= allowed for p in now)


def _lacking(kind: DocumentKind, field: Field, label: str, *, conditional: bool) -> Reason:
    item = f"（{field.item}）" if field.item and field.item not in label else ""
    if conditional:
        say = f"《{kind.title}》范本只在部分情况下写明“{label}”{item}，应当写明的情况都要写明。"
        todo = "把这一项移出“[[ ]]”、【有】【无】，不要和可能空着的项目放在同一段。"
    else:
        say = f"《{kind.title}》范本没有写明“{label}”{item}。"
        todo = f"在范本里保留“{spoken(kind, field.name)}”这一项。"
    return refuse(field.rule or "REM-1", say, todo)


# -- what stands above ----------------------------------------------------------------------------


def contains(lines: Sequence[str], base: Sequence[str]) -> list[int]:
    """The places (from 1) of those lines of `base` that `lines` don't have in their order."""
    missing, at = [], 0
    for number, text in enumerate(base, 1):
        try:
            at = lines.index(text, at) + 1
        except ValueError:
            missing.append(number)
    return missing


def _altered(kind: DocumentKind, lines: Sequence[str], base: Sequence[str]) -> Iterator[Reason]:
    for number in contains(lines, base):
        text = shown(kind, base[number - 1])
        excerpt = text if len(text) <= 40 else f"{text[:40]}…"
        yield _wrong(
            f"统一范本第 {number} 段“{excerpt}”被删去、改动或者换了位置。",
            "本机关可以在统一范本的段落之间增加内容，不能删改。恢复这一段。",
        )


def rebased(own: Sequence[str], old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Own additions to an old wording set into the new one, each behind what it stood behind."""
    behind: dict[str, list[str]] = {}
    anchor, waiting = "", list(old)
    for text in own:
        if waiting and text == waiting[0]:
            anchor = waiting.pop(0)
            if anchor not in new:
                anchor = next((t for t in reversed(old[: old.index(anchor)]) if t in new), "")
        else:
            behind.setdefault(anchor, []).append(text)
    made = behind.pop("", [])
    for text in new:
        made += [text, *behind.pop(text, [])]
    return made
