"""Rows of lists that stand twenty to a page, written as text.

Going through a template node by node costs ten times what these do, and lists are what people
open most. The markup is described in docs/reference/components.md like that of the templates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape
from typing import Any

from django.utils.formats import localize
from django.utils.safestring import SafeString

from xiezhi.ui import icons, marks
from xiezhi.ui.face import Offer, Seal, Work


def _text(value: object) -> str:
    """Escaped, unless it is markup already."""
    return str(value) if isinstance(value, SafeString) else escape(str(value))


def _link(url: str, content: str, otherwise: str = "") -> str:
    """A link, or the same without one."""
    if url:
        return f'<a href="{_text(url)}">{content}</a>'
    return f"<{otherwise}>{content}</{otherwise}>" if otherwise else content


def _told(tag: str, content: str, css: str = "") -> str:
    """An element; nothing where it would be empty."""
    klass = f' class="{css}"' if css else ""
    return f"<{tag}{klass}>{content}</{tag}>" if content else ""


# ── 待办 ─────────────────────────────────────────────────────────────────────────────────────
def work_rows(rows: Iterable[Work], whole: Any) -> SafeString:
    """A work list; `whole` keeps set phrases from breaking."""
    listed = "".join(_work(row, whole) for row in rows)
    return SafeString(f'<ol class="ledger">{listed}</ol>')


def _work(row: Work, whole: Any) -> str:
    due = _told("span", _text(row.due), "due")
    said = _told("p", _text(whole(row.why)) if row.why else "", "why")
    said += _told("p", "".join(f"<span>{_text(fact)}</span>" for fact in row.meta), "meta")
    title = _link(row.url, _text(whole(row.title)))
    go = ""
    if row.verb:
        css = "btn" if row.primary else "btn btn-2"
        go = (
            f'<a class="{css}" href="{_text(row.verb_url or row.url)}">{_text(row.verb)}'
            f'<span class="vh">：{_text(row.title)}</span></a>'
        )
    return (
        f'<li class="row row-work"><div class="lamp">{marks.light(row.light, chip=True)}{due}</div>'
        f'\n<div><h3>{title}</h3>{said}</div>\n<p class="go">{go}</p></li>'
    )


# ── 材料 ─────────────────────────────────────────────────────────────────────────────────────
def doc_rows(rows: Iterable[Any]) -> SafeString:
    """A list of materials; each row has the attributes that `doc` takes."""
    return SafeString(f"<ul>{''.join(_doc(row) for row in rows)}</ul>")


def _doc(row: Any) -> str:
    css = "doc" + (" seen" if row.seen else "") + (" miss" if row.missing else "")
    title = _text(row.title)
    end = _told("span", _text(row.size), "num")
    if row.verb:
        end = (
            f'<a class="btn btn-3" href="{_text(row.verb_url)}">{_text(row.verb)}'
            f'<span class="vh">：{title}</span></a>'
        )
    told = _link(row.url, title, "b") + _told("span", _text(row.meta), "meta")
    drawing = icons.svg(row.icon)
    return f'<li class="{css}"><span class="ico">{drawing}</span><div>{told}</div>{end}</li>\n'


# ── 办案记录 ─────────────────────────────────────────────────────────────────────────────────
def seal_rows(seals: Iterable[Seal]) -> SafeString:
    """A timeline; the name of a stage stands above the first of its entries."""
    listed, stage = [], ""
    for place, seal in enumerate(seals):
        if seal.stage and seal.stage != stage:
            stage = seal.stage
            listed.append(f'<li class="stage">{_text(stage)}</li>')
        listed.append(_seal(seal, first=place == 0))
    return SafeString(f'<ol class="spine">\n{"".join(listed)}</ol>')


def _seal(seal: Seal, *, first: bool) -> str:
    light = marks.light(seal.light, chip=True) if seal.light else ""
    meta = _told("span", _text(seal.at)) + _told("span", _text(seal.who))
    return (
        f"\n<li>{_number(seal, first=first)}<h3>{_link(seal.url, _text(seal.title))}</h3>"
        f"{_told('p', _text(seal.text))}{_told('p', light)}{_told('p', meta, 'meta')}</li>"
    )


def _number(seal: Seal, *, first: bool) -> str:
    """The seal's number; checked, with what the check said."""
    if seal.verified is None:
        return f'<span class="no">{seal.number}</span>'
    said = "已核对" if seal.verified else "核对不符"
    mark = icons.svg("tick") if seal.verified else icons.svg("overdue", "light-red")
    css = "no now" if first else "no"
    return (
        f'<span class="{css}"><span class="vh">第 </span>{seal.number}'
        f'<span class="vh"> 条，{said}</span>{mark}</span>'
    )


# ── 现在可以做 ───────────────────────────────────────────────────────────────────────────────
def offer_items(items: Iterable[Offer]) -> SafeString:
    """Open acts, and closed ones that stay visible with 为什么."""
    return SafeString(f'<ul class="acts">{"".join(_offer(item) for item in items)}</ul>')


def _offer(item: Offer) -> str:
    label = _text(item.label)
    if item.allowed:
        said = str(marks.light(item.light)) if item.light else _told("span", _text(item.hint))
        return f'<li><a href="{_text(item.url)}"><b>{label}</b>{said}{icons.svg("next")}</a></li>'
    url = item.why_url or item.url
    why = f'<a href="{_text(url)}">为什么<span class="vh">不能{label}</span></a>' if url else ""
    return f'<li><p class="off">{label}<span class="small">{_text(item.hint)}{why}</span></p></li>'


# ── 表格 ─────────────────────────────────────────────────────────────────────────────────────
def table(
    head: Sequence[str], rows: Iterable[Sequence[Any]], right: Collection[int], caption: str
) -> SafeString:
    """A table that becomes cards on a phone; the columns in `right` are aligned right."""
    num = [' class="num"' if n in right else "" for n in range(len(head))]
    cells = [(_cell(label), css) for label, css in zip(head, num, strict=True)]
    columns = "".join(f'<th scope="col"{css}>{label}</th>' for label, css in cells)
    opened = [f'<td data-l="{label}"{css}><span>' for label, css in cells]
    listed = "".join(_table_row(row, opened) for row in rows)
    return SafeString(
        f'<table class="tbl cards">{caption}<thead><tr>{columns}</tr></thead>'
        f"<tbody>\n{listed}</tbody></table>"
    )


def _table_row(row: Sequence[Any], opened: Sequence[str]) -> str:
    if len(row) != len(opened):
        raise ValueError(f"{len(row)} cells under {len(opened)} heads")
    said = [f'<th scope="row">{_cell(row[0])}</th>'] if row else []
    said += [
        f"{before}{_cell(cell)}</span></td>"
        for before, cell in zip(opened[1:], row[1:], strict=True)
    ]
    return f"<tr>{''.join(said)}</tr>\n"


def _cell(value: Any) -> str:
    """As a template writes it: numbers and days in the form of the language."""
    return _text(value if isinstance(value, str) else localize(value))
