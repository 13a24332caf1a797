"""The pages themselves: rendered once, and the promises every template and style keeps."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory

from xiezhi.ui import icons
from xiezhi.ui.marks import light
from xiezhi.ui.ruler import Ruler, Span, stacked

SOURCE = Path(__file__).resolve().parents[2] / "src" / "xiezhi"
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
CSS = (SOURCE / "ui/static/ui/xiezhi.css").read_text()
#: allauth's own data blocks are no scripts: the browser never runs them.
DATA_BLOCK = re.compile(r'<script[^>]*type="application/json"[^>]*>')


def _render(source: str, **context: object) -> str:
    return Template("{% load xiezhi %}" + source).render(Context(context))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_templates_have_no_inline_style_script_or_handler(path: Path) -> None:
    html = DATA_BLOCK.sub("", path.read_text())
    assert not re.search(r"\sstyle\s*=", html)
    assert not re.search(r"<style\b", html)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", html)
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", html)
    assert "javascript:" not in html
    assert not re.search(r"(?:src|href)=[\"']https?://", html)


def test_colours_are_named_outside_root() -> None:
    """Except the capture screen, which is always dark."""
    plain = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    capture = re.compile(r"^\.(cap|view|stamp|cue|shoot|safe)\b")
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        named = selector.strip().splitlines()[-1].strip()
        if not named.startswith(":root") and not capture.match(named):
            assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", body), named


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tokens(selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r"\s*\{(.*?)\}", CSS, re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", block[1]))


@pytest.mark.parametrize("theme", [":root", ':root[data-theme="dark"]'])
def test_colours_can_be_read(theme: str) -> None:
    """WCAG 2.1 AA: 4.5 for text, 3 for the borders of controls, on paper, ground and own tint."""
    colour = _tokens(":root") | _tokens(theme)
    pairs = [
        (name, under, 4.5)
        for name in ("ink", "ink-2", "ink-3", "brand", "red", "amber", "green", "grey")
        for under in ("paper", "ground", f"{name}-tint")
        if under in colour
    ]
    pairs += [("edge", "paper", 3), ("edge", "ground", 3), ("brand-fg", "brand", 4.5)]
    pairs += [("dai-fg", "dai", 4.5), ("dai-fg-2", "dai", 4.5)]
    for name, under, least in pairs:
        high, low = sorted((_luminance(colour[name]), _luminance(colour[under])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= least, (theme, name, under)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("red", "超期"),
        ("amber", "临近"),
        ("green", "正常"),
        ("paused", "暂停"),
        ("provisional", "暂定"),
        ("nodata", "没有数据"),
        ("na", "不适用"),
    ],
)
def test_a_light_has_shape_word_and_colour(state: str, word: str) -> None:
    html = light(state)
    assert word in html
    assert "<svg" in html
    assert re.search(r"light-(red|amber|green|grey)", html)


def test_an_unknown_light_is_never_green() -> None:
    assert "light-grey" in light("whatever")
    assert "没有数据" in light("")


def test_drawings_are_hidden_from_screen_readers() -> None:
    for name in icons.NAMES:
        assert 'aria-hidden="true"' in icons.svg(name)


def test_the_ruler_counts_what_is_used_paused_and_rolled() -> None:
    ruler = Ruler(
        start=date(2026, 9, 7),
        last=date(2026, 12, 28),
        expires=date(2026, 12, 26),
        today=date(2026, 11, 20),
        paused=(Span(date(2026, 9, 21), date(2026, 10, 10)),),
    )
    assert dict(ruler.key()) == {
        "ink": "今天 11月20日",
        "brand": "已用 54 日",
        "pale": "不计入 20 日",
        "sunk": "剩余",
        "grey": "顺延 2 日",
    }
    assert "<text" not in ruler.svg()


@pytest.mark.parametrize("days", [-5, 0, 1, 400])
def test_the_ruler_draws_any_day(days: int) -> None:
    start = date(2026, 11, 2)
    ruler = Ruler(start=start, last=start + timedelta(days=9), today=start + timedelta(days=days))
    assert "NaN" not in ruler.svg()
    assert not re.search(r'width="-', ruler.svg())
    assert ("red" in dict(ruler.key())) == (days > 9)


def test_a_part_that_exists_is_visible() -> None:
    bar = stacked([("brand", 10**6), ("red", 1), ("grey", 0)])
    assert bar.count("<rect") == 2
    assert all(int(width) >= 4 for width in re.findall(r'<rect[^>]*width="(\d+)"', bar))


def test_a_refusal_shows_every_reason_with_its_article_and_way_out() -> None:
    from xiezhi.ui.gallery import context

    html = _render('{% refuse reasons "现在还不能作出处罚决定" %}', reasons=context()["reasons"])
    assert html.count("您可以") == 2
    assert html.count("<cite>") == 2
    assert "不得作出行政处罚决定" in html


def test_pages_keep_the_other_parameters() -> None:
    from django.core.paginator import Paginator

    page = Paginator(range(1284), 20).page(3)
    request = RequestFactory().get("/x/", {"q": "食品", "page": "3"})
    html = Template("{% load xiezhi %}{% pages page %}").render(
        Context({"page": page, "request": request})
    )
    assert "第 41 至 60 件，共 1,284 件" in html
    assert "page=4" in html
    assert "q=%E9%A3%9F%E5%93%81" in html


def test_the_reader_chooses_the_look(client: Client) -> None:
    answer = client.get("/ui/look/", {"text": "elder", "next": "/somewhere/?q=1"})
    assert answer.status_code == 302
    assert answer["Location"] == "/somewhere/?q=1"
    assert answer.cookies["text"].value == "elder"
    assert 'data-text="elder"' in client.get("/ui/").content.decode()


def test_nobody_is_sent_elsewhere(client: Client) -> None:
    for back in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        assert client.get("/ui/look/", {"next": back})["Location"] == "/"


def test_the_gallery_shows_everything_under_the_strict_policy(client: Client) -> None:
    answer = client.get("/ui/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert not re.search(r"\sstyle=|\son\w+=\"", html)
    ids = re.findall(r'\bid="([^"]+)"', html)
    doubles = {name for name in ids if ids.count(name) > 1}
    assert doubles <= {"errors-title", "consequences", "confirm-title", "no"}
    assert html.count("<h1") == 1
