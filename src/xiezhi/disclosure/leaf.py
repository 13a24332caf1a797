"""The decision as a public page: the same blocks that the served document is typeset from.

What is covered travels through the layout as a marked word, so that the text published is the
text served except where it is covered (市场监管行政处罚信息公示规定第七条). A page is data:
runs are ["t", text], ["s", text] (set strong) or ["c", class] (covered; the text isn't there).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from xiezhi.disclosure.catalogue import COVERINGS
from xiezhi.procedure.documents import DocumentKind
from xiezhi.record.blocks import Own, Page

Block = dict[str, Any]
Run = list[str]

#: A covered passage inside a text. The brackets occur in no document: `escape` sees to that.
_OPEN, _CLOSE = "⟦", "⟧"
_MARK = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")


def mark(covering: str) -> str:
    """What stands in a text where a passage of this class was."""
    if covering not in COVERINGS:
        raise KeyError(f"no covering {covering}")
    return f"{_OPEN}{covering}{_CLOSE}"


def escape(text: str) -> str:
    """A typed text that can't be taken for a mark."""
    return text.replace(_OPEN, "〖").replace(_CLOSE, "〗")


def split(text: str, *, strong: bool = False) -> list[Run]:
    """A text with marks as runs."""
    made: list[Run] = []
    at = 0
    for found in _MARK.finditer(text):
        if found.start() > at:
            made.append(["s" if strong else "t", text[at : found.start()]])
        made.append(["c", found[1]])
        at = found.end()
    if at < len(text):
        made.append(["s" if strong else "t", text[at:]])
    return made


def blocks(kind: DocumentKind, values: Mapping[str, Any], own: Own) -> list[Block]:
    """The document's blocks from values in which marks stand for what is covered.

    `kind` is the document in the wording it was made in.
    """
    laid = Page(kind=kind, values=values, own=own).blocks()
    return [made for block in laid for made in _PUBLIC[block["b"]](block)]


def _runs(block: Block) -> Iterator[Block]:
    runs = [run for text, strong in block["runs"] for run in split(text, strong=strong)]
    yield {"b": block["b"], "runs": runs, "indent": bool(block.get("indent", True))}


def _head(block: Block) -> Iterator[Block]:
    yield {"b": "head", "text": block["text"]}


def _who(block: Block) -> Iterator[Block]:
    yield {"b": "who", "rows": [[label, split(value)] for label, value in block["rows"]]}


def _quote(block: Block) -> Iterator[Block]:
    yield {"b": "quote", "lead": block["lead"], "lines": list(block["lines"])}


def _seal(block: Block) -> Iterator[Block]:
    yield {"b": "seal", "agency": block["agency"], "date": block["date"]}


def _table(block: Block) -> Iterator[Block]:
    """A list of goods or items; every cell as runs, so that what is covered stays covered."""
    rows = [[split(cell) for cell in row] for row in block["rows"]]
    labels = [column["label"] for column in block["columns"]]
    yield {"b": "table", "caption": block["caption"], "columns": labels, "rows": rows}


def _lines(block: Block) -> Iterator[Block]:
    """Short fields, a line each."""
    pairs = [pair for row in block["rows"] for pair in row]
    yield {"b": "who", "rows": [[label, split(value)] for label, value in pairs]}


def _nothing(_block: Block) -> Iterator[Block]:
    """Places for signatures: who received the document is nobody's business."""
    return iter(())


#: Blocks that a decision may have; another one stops the publication until it is thought about.
_PUBLIC: Mapping[str, Callable[[Block], Iterator[Block]]] = {
    "para": _runs,
    "note": _runs,
    "head": _head,
    "who": _who,
    "quote": _quote,
    "seal": _seal,
    "table": _table,
    "lines": _lines,
    "sign": _nothing,
}


def texts(page: Any) -> Iterator[str]:
    """Every text of a page, for the detectors; the runs of a paragraph are one text."""
    if isinstance(page, str):
        yield page
    elif isinstance(page, Mapping):
        for value in page.values():
            yield from texts(value)
    elif isinstance(page, Sequence):
        if page and all(_is_run(part) for part in page):
            yield "".join("；" if run[0] == "c" else run[1] for run in page)
        else:
            for part in page:
                yield from texts(part)


def _is_run(part: Any) -> bool:
    return isinstance(part, list) and len(part) == 2 and part[0] in ("t", "s", "c")


def covered(page: Any) -> list[str]:
    """The classes of all covered passages, in their order."""
    if isinstance(page, Mapping):
        return [found for value in page.values() for found in covered(value)]
    if isinstance(page, list):
        if _is_run(page):
            return [page[1]] if page[0] == "c" else []
        return [found for part in page for found in covered(part)]
    return []
