"""Drawn charts: no box on another, no word outside its box, on the desk and on a telephone."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest

from xiezhi.procedure.charts import Chart, flow
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import load
from xiezhi.procedure.review_chart import review_chart
from xiezhi.ui.charts import NARROW, WIDE, Box, Frame, place, svg, width_of, wrapped

CHARTS = {code: flow(kind, load("national")) for code, kind in KINDS.items()}
CHARTS |= {f"review-{code}": review_chart(load(code)) for code in ("national", "S1", "S3")}
DRAWN = pytest.mark.parametrize(
    ("chart", "frame"),
    [
        pytest.param(chart, frame, id=f"{name}-{size}")
        for name, chart in CHARTS.items()
        for size, frame in (("wide", WIDE), ("narrow", NARROW))
    ],
)
SVG = "{http://www.w3.org/2000/svg}"


def apart(a: Box, b: Box) -> bool:
    beside = a.x + a.w <= b.x or b.x + b.w <= a.x
    return beside or a.bottom <= b.y or b.bottom <= a.y


@DRAWN
def test_no_box_lies_on_another(chart: Chart, frame: Frame) -> None:
    drawing = place(chart, frame)
    assert len(drawing.boxes) == len(chart.nodes)
    for a, b in combinations(drawing.boxes, 2):
        assert apart(a, b), f"{a.node} and {b.node}"
    for a, b in combinations(drawing.bands, 2):
        assert apart(a, b)


@DRAWN
def test_every_word_fits_its_box(chart: Chart, frame: Frame) -> None:
    drawing = place(chart, frame)
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.x + box.w <= drawing.width
        assert box.bottom <= drawing.height
        for text in box.texts:
            assert text.x + text.width <= box.x + box.w, text.words
            assert box.y < text.y - text.size * 0.8
            assert text.y < box.bottom
    for title in drawing.titles:
        assert title.x + title.width <= (frame.main_x if frame.beside else drawing.width) + 4
        assert title.y < drawing.height


@DRAWN
def test_cut_by_stages_it_is_whole(chart: Chart, frame: Frame) -> None:
    """Every word once, every line in the pieces that it passes; the pieces leave no gap."""
    drawing, drawn = place(chart, frame), svg(chart, narrow=not frame.beside)
    said = [text.words for box in drawing.boxes for text in box.texts]
    assert drawn.count("<text ") == len(said) + len(drawing.titles)
    assert drawn.count('class="fc-head"') == len(drawing.heads)
    assert drawn.count("<path ") >= len(drawing.lines) + len(drawing.heads)
    windows = [
        tuple(map(float, found)) for found in re.findall(r'viewBox="0 (\S+) \S+ (\S+)"', drawn)
    ]
    for (top, height), (following, _height) in pairwise(windows):
        assert abs(top + height - following) < 0.01


@DRAWN
def test_no_line_of_words_lies_on_another(chart: Chart, frame: Frame) -> None:
    for box in place(chart, frame).boxes:
        for a, b in combinations(box.texts, 2):
            side_by_side = a.x + a.width <= b.x or b.x + b.width <= a.x
            assert side_by_side or abs(a.y - b.y) >= min(a.size, b.size), (a.words, b.words)


@DRAWN
def test_nothing_is_lost_in_breaking_lines(chart: Chart, frame: Frame) -> None:
    drawn = {
        box.node: "".join(t.words for t in box.texts).replace(" ", "")
        for box in place(chart, frame).boxes
    }
    for node in chart.nodes:
        for said in (node.label, *node.who, *node.papers, node.occasion, node.note):
            assert said.replace(" ", "") in drawn[node.id]
        for term in node.terms:
            assert f"{term.short}，{term.cite}".replace(" ", "") in drawn[node.id]


@pytest.mark.parametrize("narrow", [True, False])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
def test_the_picture_has_a_name_a_description_and_no_style_of_its_own(
    chart: Chart, narrow: bool
) -> None:
    drawn = svg(chart, narrow=narrow)
    whole = f'<g xmlns="http://www.w3.org/2000/svg">{drawn}</g>'
    pieces = list(ET.fromstring(whole))  # noqa: S314 - drawn by ourselves
    assert len(pieces) == len(chart.lanes)
    for piece, lane in zip(pieces, chart.lanes, strict=True):
        assert piece.get("role") == "img"
        title, desc = piece.find(f"{SVG}title"), piece.find(f"{SVG}desc")
        assert title is not None
        assert desc is not None
        assert piece.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert title.text == f"{chart.title}：{lane.label}"
        assert desc.text == "、".join(node.label for node in lane.nodes)
    assert "style" not in drawn
    assert "#" not in drawn, "colours are in the stylesheet"


def test_lines_break_where_chinese_lines_may() -> None:
    words = "《行政处罚法》第五十八条，“未经法制审核”（2021年）不得作出决定。"
    for most in range(60, 400, 7):
        lines = wrapped(words, 14, most)
        assert "".join(lines) == words
        for line in lines:
            assert line[0] not in "，。》”）"
            assert line[-1] not in "《“（"
        assert "2021" in " ".join(lines)


def test_a_han_character_is_as_wide_as_it_is_high() -> None:
    assert width_of("法律", 10) == 20
    assert 10 < width_of("15", 10) < 15
