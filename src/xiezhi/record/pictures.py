"""How large a picture is before anybody unpacks it: a few kilobytes may hold billions of pixels."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

#: More than any scanner or camera makes; unpacked it needs some hundred megabytes.
MOST_PIXELS = 150_000_000
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def fits(picture: Path) -> bool:
    """Whether its size can be read off its beginning and is one that pictures have."""
    with picture.open("rb") as source:
        try:
            wide, high = _size(source)
        except (struct.error, ValueError):
            return False
    return 0 < wide * high <= MOST_PIXELS


def _size(source: BinaryIO) -> tuple[int, int]:
    head = source.read(30)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return struct.unpack(">II", head[16:24])
    if head.startswith((b"GIF87a", b"GIF89a")):
        return struct.unpack("<HH", head[6:10])
    if head.startswith(b"\xff\xd8"):
        return _jpeg(source)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    raise ValueError("no picture that is known here")


def _jpeg(source: BinaryIO) -> tuple[int, int]:
    """From marker to marker until one says how large the frame is."""
    source.seek(2)
    while True:
        mark, kind, length = struct.unpack(">BBH", source.read(4))
        if mark != 0xFF or length < 2:
            raise ValueError("no JPEG")
        if kind in _JPEG_FRAMES:
            _bits, high, wide = struct.unpack(">BHH", source.read(5))
            return wide, high
        source.seek(length - 2, 1)


def _webp(head: bytes) -> tuple[int, int]:
    if head[12:16] == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    wide, high = struct.unpack("<HH", head[26:30])
    return wide & 0x3FFF, high & 0x3FFF
