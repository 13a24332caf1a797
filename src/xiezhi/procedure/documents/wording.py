"""文书范本: the wording of a document as data that a lawyer edits, laid over its declaration.

A wording is a list of lines, each a section of the page. A line is words with `{field}`,
`{field.part}`, `{number:han}`, `[[…]]` and `**…**`, as in declared text, and may begin with marks:

【顶格】【标题】【小标题】【附注】words    a paragraph without indent, a heading, small print
【内容：f】lead   【逐项：f】pattern   【条文：f】   【主体：f】label   【问答：f】 【发言：f】
【要素：f｜g】     【表格：f｜g】        【清单：f】caption   【救济：f】   【完】
【有：f】 【无：f】  before any of them: only where the field is filled, or isn't

A field is named by its name or by its Chinese label; lines are kept with names. That is all there
is: no loops, conditions on values, inclusion, expressions or attributes, so that reading a line
takes time in proportion to its length and can end in nothing but a line and what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from xiezhi.procedure.documents.model import (
    BUILT_IN,
    DocumentKind,
    End,
    Field,
    FieldKind,
    Form,
    If,
    Lines,
    Remedy,
    Section,
    Table,
    Talk,
    Volume,
)

OWN_LABELS = {"agency": "机关名称", "number": "文书编号", "date": "文书日期"}
#: The parts of a structured value that running text may name.
PARTS: Mapping[FieldKind, Mapping[str, str]] = {
    FieldKind.PARTY: {
        "name": "姓名或者名称",
        "code": "统一社会信用代码",
        "licence": "主体资格证照",
        "sex": "性别",
        "age": "年龄",
        "id_number": "身份证件号码",
        "employer": "工作单位",
        "address": "住所（地址）",
        "legal_rep": "法定代表人（负责人）",
        "post": "职务",
        "phone": "联系电话",
    },
    FieldKind.REMEDIES: {"review_body": "复议机关", "court": "人民法院", "online": "网上途径"},
    FieldKind.OPINION: {"text": "意见", "name": "签名", "on": "日期"},
}
#: How a value may be said otherwise.
SPECS: Mapping[FieldKind, Mapping[str, str]] = {FieldKind.NUMBER: {"han": "汉字"}}
#: The penalty as it is pronounced, in a list of penalties.
PRONOUNCED = ("penalty", "处罚内容")

WORDS = ("", "顶格", "附注")
TITLES = ("标题", "小标题")
GUARDS = {"有": True, "无": False}
LISTED = ("要素", "表格")
_PROSE = (FieldKind.TEXT, FieldKind.PARAGRAPH)
_ROWS = (FieldKind.ROWS,)
_ANY = tuple(FieldKind)
#: Marks that put a field on the page, with the kinds of field they take.
BLOCKS: Mapping[str, tuple[FieldKind, ...]] = {
    "内容": _PROSE,
    "逐项": _ROWS,
    "条文": (FieldKind.ARTICLES,),
    "主体": (FieldKind.PARTY,),
    "要素": _ANY,
    "表格": _ANY,
    "清单": _ROWS,
    "问答": _ROWS,
    "发言": _ROWS,
    "救济": (FieldKind.REMEDIES,),
}
#: What these leave on a page isn't a paragraph: only for documents that have such a block.
_RULED: Mapping[str, type[Section]] = {
    "要素": Lines,
    "表格": Form,
    "清单": Table,
    "问答": Talk,
    "发言": Talk,
    "救济": Remedy,
    "完": End,
}
_BLANKS = re.compile(r"\s*")
_TOKEN = re.compile(r"\[\[|\]\]|\*\*|[{}]")
_REFERENCE = re.compile(r"\{([^{}]*)\}")


Guards = tuple[tuple[str, bool], ...]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read: its guards, its mark (empty: a paragraph), the fields, the words."""

    mark: str = ""
    fields: tuple[str, ...] = ()
    text: str = ""
    guards: Guards = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder in words: the path (`party.name`) and the `[[…]]` it stands in, if any."""

    path: str
    part: int | None = None


def wordable(kind: DocumentKind) -> bool:
    """Cover, directory and back of the case file are bound by the program, not worded."""
    return kind.volume is not Volume.BINDING


def once_a_kind(make: Callable[[DocumentKind], Made]) -> Callable[[DocumentKind], Made]:
    """Worked out at the first need and kept: declarations don't change while the program runs."""
    known: dict[str, tuple[DocumentKind, Made]] = {}

    @wraps(make)
    def found(kind: DocumentKind) -> Made:
        has = known.get(kind.code)
        if has is None or has[0] is not kind:
            has = known[kind.code] = kind, make(kind)
        return has[1]

    return found


def flat(sections: Sequence[Section], guards: Guards = ()) -> Iterator[tuple[Section, Guards]]:
    """Sections one after the other, each with the conditions it stands under."""
    for section in sections:
        if isinstance(section, If):
            yield from flat(section.then, (*guards, (section.field, True)))
            yield from flat(section.other, (*guards, (section.field, False)))
        else:
            yield section, guards


# -- names and labels -----------------------------------------------------------------------------


def _by_label(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Name for each name, and for each label that no other has."""
    labels = [label for _, label in pairs]
    found = {label: name for name, label in pairs if labels.count(label) == 1}
    return found | {name: name for name, _ in pairs}


@once_a_kind
def _fields(kind: DocumentKind) -> Mapping[str, str]:
    return _by_label([(field.name, field.label) for field in kind.fields])


@once_a_kind
def _own(kind: DocumentKind) -> Mapping[str, str]:
    free = [name for name in sorted(BUILT_IN) if kind.field(name) is None]
    return _by_label([(name, OWN_LABELS[name]) for name in free])


def columns(field: Field) -> Mapping[str, str]:
    """What a list's pattern may name: its columns by name and label, the penalty pronounced."""
    pairs = [(column.name, column.label) for column in field.columns]
    names = [name for name, _ in pairs]
    return _by_label([*pairs, PRONOUNCED] if "kind" in names else pairs)


def resolved(kind: DocumentKind, reference: str) -> str | None:
    """`name`, `name.part`, `name:spec` of what stands between braces; None if there is no such."""
    path, said, spec = reference.strip().replace("：", ":").partition(":")
    given, dotted, part = path.partition(".")
    if not dotted and not said and (own := _own(kind).get(given)):
        return own
    field = kind.field(_fields(kind).get(given, ""))
    if field is None or (dotted and said):
        return None
    if dotted:
        inner = _by_label(list(PARTS.get(field.kind, {}).items())).get(part)
        return f"{field.name}.{inner}" if inner else None
    if said:
        form = _by_label(list(SPECS.get(field.kind, {}).items())).get(spec)
        return f"{field.name}:{form}" if form else None
    return field.name


def spoken(kind: DocumentKind, reference: str) -> str:
    """A resolved reference with labels in place of names."""
    path, said, spec = reference.partition(":")
    name, dotted, part = path.partition(".")
    field = kind.field(name)
    if field is None:
        return OWN_LABELS.get(name, name)
    label = field.label if _fields(kind).get(field.label) == name else name
    if dotted:
        return f"{label}.{PARTS[field.kind][part]}"
    return f"{label}：{SPECS[field.kind][spec]}" if said else label


# -- reading --------------------------------------------------------------------------------------


def read(kind: DocumentKind, line: str) -> tuple[Line, list[str]]:
    """A line and what is wrong with it; never anything else, whatever the line holds."""
    faults: list[str] = []
    guards: list[tuple[str, bool]] = []
    line, mark, at = line.strip(), "", 0
    fields: tuple[str, ...] = ()
    while not mark and line.startswith("【", at):
        end = line.find("】", at)
        if end < 0:
            return Line(text=line), ["“【”没有对应的“】”"]
        name, _, given = line[at + 1 : end].replace(":", "：", 1).partition("：")
        at = _BLANKS.match(line, end + 1).end()  # type: ignore[union-attr]
        named = _named(kind, name.strip(), given, faults)
        if name.strip() in GUARDS and named:
            guards.append((named[0], GUARDS[name.strip()]))
        elif name.strip() not in GUARDS:
            mark, fields = name.strip(), named
    faults += _unfit(kind, mark, fields)
    text = _words(kind, mark, fields, line[at:].strip(), faults)
    return Line(mark, fields, text, tuple(guards)), faults


def _named(kind: DocumentKind, mark: str, given: str, faults: list[str]) -> tuple[str, ...]:
    """The fields a mark names; faults where it isn't known, or names too few or too many."""
    if mark in (*WORDS[1:], *TITLES, "完"):
        if given.strip():
            faults.append(f"【{mark}】后面不写项目")
        return ()
    if mark not in BLOCKS and mark not in GUARDS:
        known = "、".join((*WORDS[1:], *TITLES, *BLOCKS, "完", *GUARDS))
        faults.append(f"没有“{_short(mark)}”这样的标记，可以用的有：{known}")
        return ()
    wanted = [part.strip() for part in given.replace("|", "｜").split("｜")]
    found = [_fields(kind)[name] for name in wanted if name in _fields(kind)]
    strange = [name for name in wanted if name not in _fields(kind)]
    if strange:
        faults.append(f"《{kind.title}》没有“{_short(strange[0])}”这一项")
    elif len(found) > 1 and mark not in LISTED:
        faults.append(f"【{mark}】只写一项")
    elif mark == "表格" and len(found) > 2:
        faults.append("【表格】一行最多两项")
    return tuple(found)


def _unfit(kind: DocumentKind, mark: str, fields: tuple[str, ...]) -> Iterator[str]:
    """Blocks that this document doesn't have, or that don't take this kind of field."""
    if mark in _RULED and _RULED[mark] not in _sections(kind):
        yield f"《{kind.title}》没有【{mark}】这样的内容块"
        return
    for name in fields:
        field = kind.field(name)
        if field and field.kind not in BLOCKS.get(mark, _ANY):
            yield f"“{field.label}”不能用【{mark}】"


@once_a_kind
def _sections(kind: DocumentKind) -> frozenset[type[Section]]:
    return frozenset(type(section) for section, _ in flat(kind.body))


def _words(
    kind: DocumentKind, mark: str, fields: tuple[str, ...], text: str, faults: list[str]
) -> str:
    """The words with names for labels, where the mark takes words with placeholders."""
    if mark in WORDS or mark == "逐项":
        if not text:
            faults.append("没有文字")
        listed = kind.field(fields[0]) if mark == "逐项" and fields else None
        known = columns(listed) if listed else None
        return _marked(kind, text, known, faults)
    if mark in TITLES and not text:
        faults.append("标题没有文字")
    elif mark in ("表格", "要素", "条文", "问答", "发言", "救济", "完") and text:
        faults.append(f"【{mark}】后面不写文字，请另起一段")
    elif _TOKEN.search(text):
        faults.append("标题、引导语和表名里只写文字，不写项目和记号")
    return text


def _marked(
    kind: DocumentKind, text: str, known: Mapping[str, str] | None, faults: list[str]
) -> str:
    """One pass over the signs `{ } [[ ]] **`, each of which must have its counterpart."""
    made: list[str] = []
    at, opened, inside = 0, -1, False
    strong = [False, False]  # outside and inside of [[ ]]
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if opened >= 0:
            if sign != "}":
                break
            made.append(_placeholder(kind, text[opened + 1 : token.start()], known, faults))
            at, opened = token.end(), -1
            continue
        made.append(text[at : token.start()])
        at = token.end()
        if sign == "{":
            opened, at = token.start(), token.start()
            continue
        if sign == "**":
            strong[inside] = not strong[inside]
        elif sign == "}" or (sign == "[[") == inside or (sign == "]]" and strong[1]):
            faults.append(_UNPAIRED[sign])
            inside = False
        else:
            inside = not inside
        made.append(sign)
    if opened >= 0:
        faults.append("“{”没有对应的“}”，或者里面还有别的记号")
    if inside:
        faults.append("“[[”没有对应的“]]”")
    if any(strong):
        faults.append("“**”没有成对")
    return "".join([*made, text[at:]])


_UNPAIRED = {
    "}": "“}”前面没有“{”",
    "[[": "“[[”里面不能再有“[[”",
    "]]": "“]]”前面没有“[[”，或者里面的“**”没有成对",
}


def _placeholder(
    kind: DocumentKind, given: str, known: Mapping[str, str] | None, faults: list[str]
) -> str:
    found = resolved(kind, given) if known is None else known.get(given.strip())
    if found is None:
        where = f"《{kind.title}》" if known is None else "这个清单"
        faults.append(f"{where}没有“{_short(given)}”这一项，不能填入")
        return f"{{{given}}}"
    return f"{{{found}}}"


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}…"


def places(text: str) -> Iterator[Place]:
    """The placeholders of words that were read without a fault."""
    for number, piece in enumerate(text.split("[[")):
        inner, closed, rest = piece.partition("]]") if number else ("", "]]", piece)
        if not closed:
            inner, rest = "", piece
        for part, said in ((number, inner), (None, rest)):
            for found in _REFERENCE.finditer(said):
                yield Place(found[1].partition(":")[0], part)


# -- writing --------------------------------------------------------------------------------------


def write(kind: DocumentKind, line: Line, *, labels: bool = False) -> str:
    """A line as text: with names, as it is kept, or with labels, as it is edited."""

    def name(field: str) -> str:
        return spoken(kind, field) if labels else field

    guards = "".join(f"【{'有' if held else '无'}：{name(f)}】" for f, held in line.guards)
    mark = (
        line.mark
        and f"【{line.mark}{'：' * bool(line.fields)}{'｜'.join(map(name, line.fields))}】"
    )
    text = line.text
    if labels and (line.mark in WORDS or line.mark == "逐项"):
        listed = kind.field(line.fields[0]) if line.fields else None
        text = _REFERENCE.sub(lambda found: f"{{{_said(kind, listed, found[1])}}}", text)
    return f"{guards}{mark}{text}"


def _said(kind: DocumentKind, listed: Field | None, reference: str) -> str:
    if listed is None:
        return spoken(kind, reference)
    known = columns(listed)
    return next((label for label, name in known.items() if name == reference), reference)


def kept(kind: DocumentKind, line: str) -> str:
    """A line with names for labels; one with a fault stays as it is."""
    made, faults = read(kind, line)
    return line if faults else write(kind, made)


def shown(kind: DocumentKind, line: str) -> str:
    """A kept line with labels for names; one with a fault stays as it is."""
    made, faults = read(kind, line)
    return line if faults else write(kind, made, labels=True)
