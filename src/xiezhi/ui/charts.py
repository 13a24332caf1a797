"""A flow chart drawn as SVG: boxes placed on one column (phone) or two (desk), text that fits.

Only numbers and class names are written; colours are in the stylesheet (`.fc-…`), so that print
and dark pages work. The places are plain data (`Drawing`), so a test can look for overlaps.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from xiezhi.procedure.charts import Chart, Lane, Node, Place

#: No line begins with these, none ends with those.
_NOT_FIRST = "，。、；：！？）》」』”’〕】…—·%"
_NOT_LAST = "（《「『“‘〔【"
#: Share of the type size that a narrow sign is wide, in the widest of the fonts we name.
_NARROW = 0.62

LABEL, SMALL = 16.0, 14.0
_LEADING = 1.45
_PAD = 10.0
_GAP = 14.0
_STEP = 20.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; `y` is its base line."""

    x: float
    y: float
    words: str
    size: float = SMALL
    css: str = ""

    @property
    def width(self) -> float:
        return width_of(self.words, self.size)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its lines of text."""

    x: float
    y: float
    w: float
    h: float
    css: str
    texts: tuple[Text, ...] = ()
    node: str = ""

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def middle(self) -> float:
        """Where an arrow meets its side: beside the first line."""
        return self.y + _PAD + LABEL * 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """A line between boxes, and from which height to which it goes."""

    d: str
    css: str
    top: float
    end: float

    @property
    def path(self) -> str:
        return f'<path class="{self.css}" d="{self.d}"/>'


@dataclass
class Drawing:
    """Everything placed: boxes, lines between them, arrow heads, names of the stages."""

    width: float
    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    heads: list[tuple[float, float, str]] = field(default_factory=list)
    titles: list[Text] = field(default_factory=list)
    bands: list[Box] = field(default_factory=list)


# -- words ----------------------------------------------------------------------------------------


def width_of(words: str, size: float) -> float:
    """How wide the words are at most: a Han character is as wide as the type is high."""
    wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in words)
    return size * (wide + _NARROW * (len(words) - wide))


def wrapped(words: str, size: float, most: float) -> list[str]:
    """Lines no wider than `most`; numbers stay whole, punctuation stands where it may."""
    lines, line = [], ""
    for piece in _pieces(words):
        if line and width_of(line + piece, size) > most and piece[0] not in _NOT_FIRST:
            kept = len(line.rstrip(_NOT_LAST))
            kept = kept or len(line)
            lines.append(line[:kept].rstrip())
            line = line[kept:] + piece.lstrip()
        else:
            line += piece
    return [*lines, line] if line else lines


def _pieces(words: str) -> Iterator[str]:
    """Han characters one by one; runs of figures and letters whole."""
    run = ""
    for sign in words:
        if sign.isascii() and not sign.isspace():
            run += sign
            continue
        if run:
            yield run
            run = ""
        yield sign
    if run:
        yield run


Run = tuple[str, float, str]
"""Words, size, class."""


def _lines(node: Node, room: float) -> Iterator[tuple[Run, ...]]:
    """The lines of a box: the occasion and what is done, then by whom, on what, by when."""
    yield from _heading(node, room)
    # one sign of room: punctuation may hang over the edge of a line
    for words, css in _said(node):
        for line in wrapped(words, SMALL, room - SMALL):
            yield ((line, SMALL, css),)


def _heading(node: Node, room: float) -> Iterator[tuple[Run, ...]]:
    when = (f"{node.occasion}：", SMALL, "fc-when")
    label = (node.label, LABEL, "fc-label")
    fits = width_of(when[0], SMALL) + width_of(node.label, LABEL) <= room
    if node.occasion and fits:
        yield (when, label)
        return
    for words, size, css in [when, label] if node.occasion else [label]:
        yield from (((line, size, css),) for line in wrapped(words, size, room - size))


def _said(node: Node) -> Iterator[tuple[str, str]]:
    said = ["、".join(node.who), "".join(f"《{paper}》" for paper in node.papers)]
    said += [f"{term.label} {term.short}，{term.cite}" for term in node.terms]
    said = [each for each in (*said, node.note) if each]
    if node.place is not Place.MAIN:
        said = ["；".join(said)] if said else []
    yield from ((each, "fc-text") for each in said)
    if node.gates and node.place is Place.MAIN:
        yield "条件：" + "、".join(rule.title for rule in node.gates), "fc-gate"


def _box(node: Node, x: float, y: float, w: float) -> Box:
    texts, base = [], y + _PAD
    for line in _lines(node, w - 2 * _PAD):
        size, at = max(run[1] for run in line), x + _PAD
        for words, own, css in line:
            texts.append(Text(at, base + size, words, own, css))
            at += width_of(words, own)
        base += size * _LEADING
    return Box(x, y, w, base - y + _PAD - 2, f"fc-{node.place}", tuple(texts), node.id)


# -- places ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand: the main column, the branches, the line between boxes."""

    width: float
    main_x: float
    main_w: float
    side_x: float
    rail: float
    edge: float
    """Room at the right."""
    beside: bool
    """Do branches stand beside the main column (desk) or under it (phone)?"""


NARROW = Frame(352, 1, 350, 28, 12, 1, beside=False)
WIDE = Frame(960, 96, 340, 484, 266, 12, beside=True)


def place(chart: Chart, frame: Frame) -> Drawing:
    """Every box in its place."""
    return _Placing(chart, frame).done()


class _Placing:
    """Goes through the lanes from top to bottom."""

    def __init__(self, chart: Chart, frame: Frame) -> None:
        self.chart, self.frame = chart, frame
        self.out = Drawing(frame.width)
        self.parent = {edge.target: edge.source for edge in chart.edges}
        self.boxes: dict[str, Box] = {}
        self.last: Box | None = None
        """The last box of the main line."""

    def done(self) -> Drawing:
        y = 0.0
        for lane in self.chart.lanes:
            y = self._lane(lane, y)
        self.out.height = y
        return self.out

    def _lane(self, lane: Lane, top: float) -> float:
        y = self._title(lane, top)
        before, groups = _groups(lane)
        y = self._branches(before, None, y)
        for main, branches in groups:
            y = self._main(main, branches, y)
        height = max(y, top + (_tall(lane.label) if self.frame.beside else 0)) - top
        self.out.bands.append(Box(0, top, self.frame.width, height, "fc-band"))
        return top + height + (_GAP if self.frame.beside else _GAP / 2)

    def _title(self, lane: Lane, top: float) -> float:
        if not self.frame.beside:
            text = Text(self.frame.main_x, top + LABEL + 12, lane.label, LABEL, "fc-stage")
            if self.last is not None:  # the line goes on to the left of the name
                text = Text(self.frame.side_x, text.y, lane.label, LABEL, "fc-stage")
            self.out.titles.append(text)
            return top + LABEL + 26
        for n, line in enumerate(wrapped(lane.label, LABEL, 84)):
            y = top + _GAP + LABEL + n * LABEL * _LEADING
            self.out.titles.append(Text(8, y, line, LABEL, "fc-stage"))
        return top + _GAP

    def _main(self, node: Node, branches: Sequence[Node], y: float) -> float:
        frame = self.frame
        box = _box(node, frame.main_x, y, frame.main_w)
        if self.last is not None:
            self._arrow_down(self.last, box)
        self._keep(box)
        self.last = box
        under = y if frame.beside else box.bottom + _GAP
        end = self._branches(branches, box, under)
        return max(box.bottom + _GAP, end)

    def _branches(self, nodes: Sequence[Node], main: Box | None, y: float) -> float:
        for node in nodes:
            source = self.boxes.get(self.parent.get(node.id, ""))
            hangs = source is not None and source.css != "fc-main"
            x = source.x + _STEP if source is not None and hangs else self.frame.side_x
            box = _box(node, x, y, self.frame.width - x - self.frame.edge)
            self._keep(box)
            if source is not None and hangs:
                self._elbow(source.x + _STEP / 2, source.bottom, box)
            else:
                self._from_line(main, box)
            y = box.bottom + _GAP
        return y

    def _keep(self, box: Box) -> None:
        self.out.boxes.append(box)
        self.boxes[box.node] = box

    def _arrow_down(self, above: Box, below: Box) -> None:
        x = self.frame.rail
        d = f"M{x:g} {above.bottom:g}V{below.y - 6:g}"
        self.out.lines.append(Line(d, "fc-line", above.bottom, below.y))
        self.out.heads.append((x, below.y, "down"))

    def _elbow(self, x: float, y: float, box: Box) -> None:
        d = f"M{x:g} {y:g}V{box.middle:g}H{box.x - 6:g}"
        self.out.lines.append(Line(d, "fc-thin", y, box.middle))
        self.out.heads.append((box.x, box.middle, "right"))

    def _from_line(self, main: Box | None, box: Box) -> None:
        """From the main line to a branch: beside a box of the line, or where the line passes."""
        frame, end = self.frame, f"H{box.x - 6:g}"
        if not frame.beside or main is None:
            d, top = f"M{frame.rail:g} {box.middle:g}{end}", box.middle
        else:
            bus, top = box.x - 24, main.middle
            d = f"M{main.x + main.w:g} {top:g}H{bus:g}V{box.middle:g}{end}"
        self.out.lines.append(Line(d, "fc-thin", top, box.middle + 1))
        self.out.heads.append((box.x, box.middle, "right"))


def _tall(label: str) -> float:
    return len(wrapped(label, LABEL, 84)) * LABEL * _LEADING + 2 * _GAP


def _groups(lane: Lane) -> tuple[list[Node], list[tuple[Node, list[Node]]]]:
    """The branches before the first box of the main line, and those after each such box."""
    before: list[Node] = []
    groups: list[tuple[Node, list[Node]]] = []
    for node in lane.nodes:
        if node.place is Place.MAIN:
            groups.append((node, []))
        else:
            (groups[-1][1] if groups else before).append(node)
    return before, groups


# -- as SVG ---------------------------------------------------------------------------------------


def _head(x: float, y: float, way: str) -> str:
    d = f"M{x:g} {y:g}l-7 -4.5v9z" if way == "right" else f"M{x:g} {y:g}l-5 -8h10z"
    return f'<path class="fc-head" d="{d}"/>'


def _rect(box: Box) -> str:
    return (
        f'<rect class="{box.css}" x="{box.x:g}" y="{box.y:g}" width="{box.w:g}"'
        f' height="{box.h:g}"/>'
    )


def _words(texts: Sequence[Text]) -> SafeString:
    return format_html_join(
        "",
        '<text x="{}" y="{}" font-size="{}" class="{}">{}</text>',
        ((f"{t.x:g}", f"{t.y:.1f}", f"{t.size:g}", t.css, t.words) for t in texts),
    )


@lru_cache(maxsize=256)
def svg(chart: Chart, *, narrow: bool = False) -> SafeString:
    """The chart as one picture a stage, so that paper can break between them; each with a name and
    a description. Its text stands beside it again."""
    drawing = place(chart, NARROW if narrow else WIDE)
    ends = [*(band.y for band in drawing.bands[1:]), drawing.height]
    pieces = zip(chart.lanes, drawing.bands, ends, strict=True)
    return format_html_join(
        "",
        "{}",
        (
            (_piece(chart, lane, drawing, (band.y, end), f"{'n' if narrow else 'w'}{n}"),)
            for n, (lane, band, end) in enumerate(pieces, 1)
        ),
    )


def _piece(
    chart: Chart, lane: Lane, drawing: Drawing, span: tuple[float, float], number: str
) -> SafeString:
    """What of the drawing lies between two heights; a line that goes on is drawn in both pieces."""
    top, end = span
    boxes = [box for box in drawing.boxes if top <= box.y < end]
    texts = [title for title in drawing.titles if top <= title.y < end]
    shapes = [_rect(band) for band in drawing.bands if band.y == top]
    shapes += [line.path for line in drawing.lines if line.top < end and line.end > top]
    shapes += [_rect(box) for box in boxes]
    shapes += [_head(*head) for head in drawing.heads if top <= head[1] <= end]
    id_ = f"fc-{chart.code.replace('.', '-')}-{number}"
    return format_html(
        '<svg class="flow" viewBox="0 {y} {w} {h}" role="img" aria-labelledby="{id}-t {id}-d">'
        '<title id="{id}-t">{title}：{lane}</title><desc id="{id}-d">{desc}</desc>'
        "{shapes}{texts}</svg>",
        y=f"{top:g}",
        w=f"{drawing.width:g}",
        h=f"{end - top:g}",
        id=id_,
        title=chart.title,
        lane=lane.label,
        desc="、".join(node.label for node in lane.nodes),
        shapes=mark_safe("".join(shapes)),  # noqa: S308 - numbers and class names of this file only
        texts=_words([*texts, *(text for box in boxes for text in box.texts)]),
    )
