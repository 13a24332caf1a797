"""The marks that say one thing everywhere: lights, the proof seal, tags, counts."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from xiezhi.ui import icons, ruler
from xiezhi.ui.face import Light

# state → (icon, colour class, the word said when none is given)
LIGHTS = {
    "red": ("overdue", "red", "超期"),
    "amber": ("near", "amber", "临近"),
    "green": ("in-time", "green", "正常"),
    "paused": ("paused", "grey", "暂停"),
    "provisional": ("unknown", "grey", "暂定"),
    "nodata": ("unknown", "grey", "没有数据"),
    "na": ("not-applicable", "grey", "不适用"),
}


def icon(name: str, css: str = "") -> SafeString:
    """A drawing from `icons.NAMES`; always beside words, never alone."""
    return icons.svg(name, css)


def light(state: str | Light, text: str = "", detail: str = "", chip: bool = False) -> SafeString:
    """Shape + word + colour; an unknown state is shown as 没有数据, never as green."""
    if isinstance(state, Light):
        text, detail, state = text or state.text, detail or state.detail, state.state
    drawing, colour, word = LIGHTS.get(state, LIGHTS["nodata"])
    return format_html(
        '<span class="light{} light-{}">{}{}{}</span>',
        mark_safe(" chip") if chip else "",
        colour,
        icons.svg(drawing),
        text or word,
        format_html(" <i>{}</i>", detail) if detail else "",
    )


def light_icon(state: str) -> SafeString:
    """Only the shape, coloured, for places where the word stands right beside it (filters)."""
    drawing, colour, _ = LIGHTS.get(state, LIGHTS["nodata"])
    return icons.svg(drawing, f"light-{colour} shape")


def proof(text: str = "公示以来未改动", failed: bool = False, detail: str = "") -> SafeString:
    """The square seal that says "unchanged"; a failed check is a red light instead."""
    if failed:
        return light("red", text or "核对不符", detail, chip=True)
    return format_html('<span class="proof">{}{}</span>', icons.svg("proof"), text)


def tag(text: str) -> SafeString:
    """A kind, in a hairline frame: 行政处罚."""
    return format_html('<span class="tag">{}</span>', text)


def count(number: int | None, before: str = "", after: str = "") -> SafeString:
    """A number in a navigation, with words for screen readers around it."""
    if number is None:
        return SafeString("")
    return format_html(
        '<span class="count">{}{}{}</span>',
        format_html('<span class="vh">{}</span>', before) if before else "",
        f"{number:,}",
        format_html('<span class="vh">{}</span>', after) if after else "",
    )


def redact(label: str) -> SafeString:
    """A covered passage: the label of its ground stands where the text was."""
    return format_html('<span class="redact">已遮盖：{}</span>', label)


def stack(*parts: Any) -> SafeString:
    """A bar of parts: {% stack "brand" 1106 "pale" 173 "grey" 3 "red" 2 %}."""
    return ruler.stacked(zip(parts[::2], map(int, parts[1::2]), strict=True))
