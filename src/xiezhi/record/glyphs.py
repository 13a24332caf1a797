"""Which characters our fonts can show, so that a rare one is named instead of silently lost.

PDF/A forbids text without a glyph. A person's name may hold a character that no font of ours
has; it is printed as 〓 with its code point, as printers did, and stays whole in the data.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn as fonts

#: Not in any cmap, or without a shape: nothing is lost when they go.
_SILENT = frozenset(range(0xFE00, 0xFE10)) | frozenset(range(0xE0100, 0xE01F0)) | {0xAD, 0x034F}


def font_folder() -> Path:
    """The one folder the typesetter takes fonts from: Noto Serif SC (宋), Noto Sans SC (黑)."""
    return Path(fonts.serif_path()).parent


@cache
def covered() -> frozenset[int]:
    """The code points that both fonts have."""
    return _cmap(Path(fonts.serif_path())) & _cmap(Path(fonts.sans_path()))


def printable(text: str) -> str:
    """The text with every character that can't be shown replaced by its name."""
    known = covered()
    if all(ord(c) in known for c in text):
        return text
    return "".join(_shown(c, known) for c in text)


def _shown(character: str, known: frozenset[int]) -> str:
    point = ord(character)
    if point in known or character == "\n":
        return character
    return "" if point in _SILENT else f"〓［U+{point:04X}］"


def _cmap(font: Path) -> frozenset[int]:
    """The code points of an OpenType font's full Unicode cmap (format 12)."""
    data = font.read_bytes()
    tables = struct.unpack(">H", data[4:6])[0]
    for number in range(tables):
        tag, _, offset, _ = struct.unpack(">4sLLL", data[12 + 16 * number : 28 + 16 * number])
        if tag == b"cmap":
            return frozenset(_format_12(data, offset))
    raise ValueError(f"{font.name} has no cmap")


def _format_12(data: bytes, cmap: int) -> set[int]:
    subtables = struct.unpack(">H", data[cmap + 2 : cmap + 4])[0]
    points: set[int] = set()
    for number in range(subtables):
        record = cmap + 4 + 8 * number
        at = cmap + struct.unpack(">L", data[record + 4 : record + 8])[0]
        if struct.unpack(">H", data[at : at + 2])[0] != 12:
            continue
        groups = struct.unpack(">L", data[at + 12 : at + 16])[0]
        for group in range(groups):
            spot = at + 16 + 12 * group
            first, last, _ = struct.unpack(">LLL", data[spot : spot + 12])
            points.update(range(first, last + 1))
    return points
