"""Tags and filters of every page. Reference with examples: docs/reference/components.md."""

# ruff: noqa: A002, PLR0917 - the arguments of a tag are words of the templates

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from xiezhi.procedure.charts import Chart
from xiezhi.procedure.timelimits import Due
from xiezhi.ui import charts, drawn, marks, text
from xiezhi.ui.deadline import Explained, explain
from xiezhi.ui.deadline import due_light as lit
from xiezhi.ui.errors import control as control_widget
from xiezhi.ui.errors import links
from xiezhi.ui.face import Light

register = template.Library()

_FILTERS: tuple[Callable[..., str], ...] = (
    text.cndate,
    text.cndate_short,
    text.cntime,
    text.cnmoment,
    text.weekday,
    text.money,
    text.money_upper,
    text.han_number,
    text.han_year_month,
    text.han_date,
)
for _filter in _FILTERS:
    register.filter(_filter.__name__, _filter)


@register.filter
def thousands(value: int | None) -> str:
    """1,284."""
    return "" if value is None else f"{value:,}"


@register.filter
def nb(value: object) -> SafeString:
    """Set phrases (文号, dates, articles, number + counter) wrapped so that no line breaks them."""
    return value if isinstance(value, SafeString) else _whole_phrases(str(value))


@lru_cache(maxsize=4096)
def _whole_phrases(said: str) -> SafeString:
    """Kept: the same reasons and articles stand in every row of a list."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="nb">{}</span>', piece) if whole else piece,)
            for piece, whole in text.unbreakable(said)
        ),
    )


for _tag in (
    marks.icon,
    marks.light,
    marks.light_icon,
    marks.proof,
    marks.tag,
    marks.count,
    marks.redact,
    marks.stack,
):
    register.simple_tag(_tag)


@register.simple_tag(takes_context=True)
def look(context: Context, dark: bool = False) -> SafeString:
    """The reader's choice of text size (and, for staff, of dark pages) as html attributes."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    chosen = request.GET.get("text") or request.COOKIES.get("text")
    attributes = ' data-text="elder"' if chosen == "elder" else ""
    if dark and request.COOKIES.get("theme") == "dark":
        attributes += ' data-theme="dark"'
    return mark_safe(attributes)  # noqa: S308 - constants


# ---------- parts ----------


@register.inclusion_tag("ui/parts/steps.html")
def steps(stages: Sequence[Any], label: str = "办案阶段") -> dict[str, Any]:
    """Stages as squares on a line; each has label, note, state ("done", "on", "")."""
    return {"stages": stages, "label": label, "whole": len(stages)}


@register.simple_tag
def spine(seals: Iterable[Any]) -> SafeString:
    """A timeline, newest first; each has number, title, text, at, who, stage, verified, light."""
    return drawn.seal_rows(seals)


@register.inclusion_tag("ui/parts/doc.html")
def doc(
    title: str,
    url: str = "",
    meta: str = "",
    size: str = "",
    icon: str = "file",
    seen: bool = False,
    missing: bool = False,
    verb: str = "",
    verb_url: str = "",
) -> dict[str, Any]:
    """One material; the whole row is its link. A missing one carries the button that fills it."""
    return {
        "title": title,
        "url": url,
        "meta": meta,
        "size": size,
        "icon": icon,
        "seen": seen,
        "missing": missing,
        "verb": verb,
        "verb_url": verb_url,
    }


@register.simple_tag
def docs(rows: Iterable[Any]) -> SafeString:
    """A list of materials; each row has the attributes that `doc` takes."""
    return drawn.doc_rows(rows)


@register.inclusion_tag("ui/parts/refuse.html")
def refuse(reasons: Iterable[Any], title: str = "现在还不能办", id: str = "no") -> dict[str, Any]:
    """Every failing rule at once: plain reason → quoted article → 您可以."""
    return {"reasons": list(reasons), "title": title, "id": id}


@register.inclusion_tag("ui/parts/deadline.html")
def deadline(
    due: Due | Explained, today: date, title: str = "", light: Light | None = None
) -> dict[str, Any]:
    """A due date that explains itself: light, bar, ends, key and the sum, one article a line."""
    if light is None and isinstance(due, Due):
        light = lit(due, today)
    return {"it": explain(due, today), "title": title, "light": light}


@register.simple_tag
def due_light(due: Due | None, today: date | None = None, chip: bool = False) -> SafeString:
    """The light of a time limit, with what is left in its own unit."""
    return marks.light(lit(due, today), chip=chip)


@register.inclusion_tag("ui/parts/facts.html")
def facts(
    pairs: Mapping[str, Any] | Iterable[tuple[str, Any]], tight: bool = False
) -> dict[str, Any]:
    """A description list; pairs with an empty value are left out."""
    rows = pairs.items() if isinstance(pairs, Mapping) else pairs
    shown = [(term, value) for term, value in rows if value not in (None, "", [])]
    return {"pairs": shown, "tight": tight}


@register.inclusion_tag("ui/parts/tombstone.html")
def tombstone(
    number: str, text: str, pairs: Iterable[tuple[str, Any]] = (), proof: str = ""
) -> dict[str, Any]:
    """What stands where a publication was withdrawn; never the old content."""
    return {"number": number, "text": text, "pairs": list(pairs), "proof_text": proof}


@register.inclusion_tag("ui/parts/toasts.html", takes_context=True)
def toasts(context: Context) -> dict[str, Any]:
    """What was just recorded (django.contrib.messages); stays on the page."""
    return {"messages": context.get("messages") or ()}


@register.inclusion_tag("ui/parts/empty.html")
def empty(title: str, text: str = "", url: str = "", label: str = "") -> dict[str, Any]:
    """What is empty and the next date."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.inclusion_tag("ui/parts/confirm.html", takes_context=True)
def confirm(
    context: Context,
    title: str,
    consequences: Sequence[str],
    verb: str,
    cancel_url: str,
    action: str = "",
    cancel: str = "先不办",
) -> dict[str, Any]:
    """A question of its own page: title is the act, bullets the consequences, button the verb."""
    return {
        "title": title,
        "consequences": consequences,
        "verb": verb,
        "action": action,
        "cancel_url": cancel_url,
        "cancel": cancel,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pages(context: Context, page: Any, counter: str = "件") -> dict[str, Any]:
    """第 41 至 60 件，共 1,284 件; takes a django Page and keeps the other parameters."""
    request = context.get("request")
    parameters = request.GET.copy() if request is not None else None

    def to(number: int) -> str:
        if parameters is None:
            return f"?page={number}"
        parameters["page"] = str(number)
        return f"?{parameters.urlencode()}"

    return {
        "page": page,
        "counter": counter,
        "before": to(page.previous_page_number()) if page.has_previous() else "",
        "after": to(page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("ui/parts/filters.html")
def filters(items: Iterable[Any], label: str = "筛选") -> dict[str, Any]:
    """Links with counts; each has label, url, count, current, state."""
    return {"items": items, "label": label}


@register.simple_tag
def work(rows: Iterable[Any]) -> SafeString:
    """A work list; each row as `ui.face.Work`."""
    return drawn.work_rows(rows, nb)


@register.simple_tag
def offers(items: Iterable[Any]) -> SafeString:
    """现在可以做: open acts, and closed ones that stay visible with 为什么."""
    return drawn.offer_items(items)


@register.simple_tag
def table(
    head: Sequence[str],
    rows: Iterable[Sequence[Any]],
    caption: str = "",
    numeric: str = "",
    hide_caption: bool = False,
) -> SafeString:
    """A table that becomes cards on a phone; `numeric` names columns to align right ("2,3")."""
    right = {int(column) for column in str(numeric).split(",") if column.strip()}
    css = mark_safe(' class="vh"') if hide_caption else ""
    told = format_html("<caption{}>{}</caption>", css, caption) if caption else ""
    return drawn.table(head, rows, right, told)


@register.inclusion_tag("ui/parts/crumbs.html")
def crumbs(*items: str) -> dict[str, Any]:
    """Where we are: label, url, label, url, …, last label without url."""
    return {"items": list(zip_longest(items[::2], items[1::2], fillvalue=""))}


@register.inclusion_tag("ui/parts/flow.html")
def flow(chart: Chart) -> dict[str, Any]:
    """A flow chart, wide and for a phone; `{% course chart %}` says the same in words."""
    wide, narrow = charts.svg(chart), charts.svg(chart, narrow=True)
    places = {node.place.value for node in chart.nodes}
    return {"title": chart.title, "wide": wide, "narrow": narrow, "places": places}


@register.inclusion_tag("ui/parts/course.html")
def course(chart: Chart) -> dict[str, Any]:
    """A chart in words: by stage, who does what, by when, on which paper, after which article."""
    return {"chart": chart}


# ---------- leaves with contents ----------


@register.simple_block_tag
def panel(content: str, title: str, id: str = "", css: str = "") -> SafeString:
    """A leaf that could be torn out: {% panel "当事人" id="party" %}…{% endpanel %}."""
    return _section(content, title, id, f"panel {css}".strip())


@register.simple_block_tag
def sec(content: str, title: str, id: str = "") -> SafeString:
    """A section of the page under an h2, without a frame."""
    return _section(content, title, id, "sec")


def _section(content: str, title: str, id: str, css: str) -> SafeString:
    name = id or f"h-{zlib.crc32(title.encode()) % 10**6}"
    return format_html(
        '<section class="{}" aria-labelledby="{}"><h2 id="{}">{}</h2>{}</section>',
        css,
        name,
        name,
        title,
        content,
    )


@register.simple_block_tag
def sheet(content: str, org: str, title: str, number: str = "") -> SafeString:
    """A document as a leaf under a 文武线; what it says is set in Song."""
    return SafeString(
        render_to_string(
            "ui/parts/sheet.html",
            {"content": content, "org": org, "title": title, "number": number},
        )
    )


# ---------- forms ----------


@register.inclusion_tag("ui/parts/errors.html")
def errors(form: BaseForm, title: str = "") -> dict[str, Any]:
    """The error summary: announced, focused, each line a link to its field."""
    return {"links": links(form) if form.is_bound else [], "title": title, "form": form}


@register.inclusion_tag("ui/parts/act_form.html", takes_context=True)
def act_form(
    context: Context, form: BaseForm, cancel_url: str = "", action: str = "", verb: str = ""
) -> dict[str, Any]:
    """A whole act: refusals, error summary, fields, consequences, one button with its verb."""
    return {
        "form": form,
        "action": action,
        "cancel_url": cancel_url,
        "verb": verb or getattr(form, "verb", "") or "保存",
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """A field's own input, dressed and tied to its hint and error."""
    return control_widget(field)


@register.filter
def widget_kind(field: BoundField) -> str:
    """Which structure the field template uses: rows, tri, picks, check, or input."""
    widget = field.field.widget
    if hasattr(field, "rows"):
        return "rows"
    kind = getattr(widget, "xiezhi_kind", "")
    if kind:
        return str(kind)
    name = getattr(widget, "input_type", "")
    if name == "checkbox" and getattr(widget, "allow_multiple_selected", None) is None:
        return "check"
    return "picks" if name in ("radio", "checkbox") else "input"


@register.simple_tag
def lines(values: Iterable[Any], separator: str = "　") -> SafeString:
    """Short facts on one line, each kept whole."""
    return format_html_join(
        separator, '<span class="nb">{}</span>', ((conditional_escape(v),) for v in values if v)
    )
