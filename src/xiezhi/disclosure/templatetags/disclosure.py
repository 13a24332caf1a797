"""How a page's runs are drawn: text, strong text, and labels where text was covered."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from xiezhi.disclosure.catalogue import COVERINGS

register = template.Library()


@register.filter
def runs(parts: Sequence[Sequence[str]]) -> SafeString:
    """Runs of a page as HTML; a covered one is its label, its text isn't in the page."""
    return format_html_join("", "{}", ((_run(kind, text),) for kind, text in parts))


def _run(kind: str, text: str) -> SafeString:
    if kind == "c":
        label = COVERINGS[text].label if text in COVERINGS else "依法不公开"
        return format_html('<span class="redact">已遮盖：{}</span>', label)
    return format_html("<em>{}</em>" if kind == "s" else "{}", text)
