"""Originals for evidence, drawn here, so nobody's rights are hurt: a photograph, a paper."""

from __future__ import annotations

import io
import math
import struct
import zlib
from functools import cache

import pikepdf

from xiezhi.record.models import Blob
from xiezhi.record.objects import keep

_WIDTH, _HEIGHT = 640, 420
Colour = tuple[int, int, int]


def original(name: str) -> Blob | None:
    """The stored original of that name (photo or paper), or None for an empty name."""
    if not name:
        return None
    data, mime = _ORIGINALS[name]()
    return keep([data], mime, size=len(data))


@cache
def photo() -> tuple[bytes, str]:
    """A shelf with jars in rows, as an officer might have photographed it; a PNG."""
    rows = b"".join(
        b"\0" + b"".join(bytes(_shelf(x, y)) for x in range(_WIDTH)) for y in range(_HEIGHT)
    )
    head = struct.pack(">2I5B", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts), "image/png"


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _shelf(x: int, y: int) -> Colour:
    """The colour of one point: three boards, jars with lids and labels, light from the left."""
    light = 1.06 - 0.16 * x / _WIDTH - 0.1 * y / _HEIGHT
    level, depth = divmod(y, 140)
    if depth > 124:
        return _lit((126, 96, 66) if depth < 132 else (92, 68, 46), light)
    jar, across = divmod(x - 20, 75)
    if 0 <= jar < 8 and 8 < across < 66 and depth > 34:
        return _lit(_jar(jar, level, across, depth), light)
    return _lit((206, 204, 196), light - 0.0006 * depth)


def _jar(jar: int, level: int, across: int, depth: int) -> Colour:
    if depth < 46:
        return (168, 60, 44) if (jar + level) % 3 else (74, 92, 88)
    if 66 < depth < 104 and 14 < across < 60:
        line = depth in (76, 84, 92) and 20 < across < 54
        return (120, 116, 108) if line else (240, 236, 224)
    round_ = math.sin(math.pi * (across - 8) / 58)
    return _lit((176, 118, 58) if (jar * 2 + level) % 4 else (148, 150, 108), 0.62 + 0.42 * round_)


def _lit(colour: Colour, light: float) -> Colour:
    red, green, blue = (max(0, min(255, int(part * light))) for part in colour)
    return red, green, blue


@cache
def paper() -> tuple[bytes, str]:
    """A page that stands for a scanned delivery note: ruled lines and a seal, no text; a PDF."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    lines = ["0.98 0.97 0.93 rg 0 0 595 842 re f", "0.3 0.3 0.3 RG 1 w 60 120 475 640 re S"]
    lines += [f"60 {y} m 535 {y} l S" for y in range(160, 760, 40)]
    lines += [f"{x} 160 m {x} 760 l S" for x in (180, 330, 430)]
    lines += ["0.7 0.15 0.1 RG 3 w 400 150 90 90 re S", "1 w 410 160 70 70 re S"]
    page.Contents = pdf.make_stream("\n".join(lines).encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue(), "application/pdf"


_ORIGINALS = {"photo": photo, "paper": paper}
