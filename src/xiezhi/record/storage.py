"""Content-addressed, write-once storage of objects (R7): a folder, named by SHA-256.

An object is written to a temporary file, flushed to disk and linked under its digest; an existing
object is never replaced. A broken upload leaves nothing under a final name.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored: its digest and its size in bytes."""

    sha256: str
    size: int


def folder() -> Path:
    """The object folder of this deployment."""
    return Path(settings.OBJECTS)


def is_digest(text: str) -> bool:
    """Whether this is a SHA-256 digest as objects are named."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def path_of(sha256: str) -> Path:
    """Where an object lies; raises ValueError for anything that is no digest."""
    if not is_digest(sha256):
        raise ValueError("not a SHA-256 digest")
    return folder() / sha256[:2] / sha256[2:4] / sha256


class Incomplete(Exception):
    """Fewer or more bytes came than were announced; nothing was kept."""

    def __init__(self, expected: int, size: int) -> None:
        super().__init__(f"{expected} bytes expected, {size} came")
        self.expected, self.size = expected, size


def store(chunks: Iterable[bytes], *, expected: int | None = None) -> Stored:
    """Write an object once, in constant memory, and return its digest.

    Raises Incomplete, before the object has a name, where its size isn't the expected one.
    """
    # What lies in a File is nobody's business on this machine.
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    root = folder() / "incoming"
    root.mkdir(exist_ok=True)
    hasher, size = hashlib.sha256(), 0
    descriptor, name = tempfile.mkstemp(dir=root)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            for chunk in chunks:
                hasher.update(chunk)
                size += len(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        if expected is not None and size != expected:
            raise Incomplete(expected, size)
        _keep(temporary, path_of(hasher.hexdigest()))
    finally:
        temporary.unlink(missing_ok=True)
    return Stored(hasher.hexdigest(), size)


def _keep(temporary: Path, final: Path) -> None:
    final.parent.mkdir(parents=True, exist_ok=True)
    temporary.chmod(0o440)
    try:
        os.link(temporary, final)
    except FileExistsError:
        return
    handle = os.open(final.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def opened(sha256: str) -> BinaryIO:
    """Open an object for reading; FileNotFoundError if it isn't there."""
    return path_of(sha256).open("rb")


def read(sha256: str) -> bytes:
    return path_of(sha256).read_bytes()


def stream(sha256: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
    """The bytes of an object from `start`, in chunks."""
    with opened(sha256) as source:
        source.seek(start)
        left = length
        while left is None or left > 0:
            chunk = source.read(CHUNK if left is None else min(CHUNK, left))
            if not chunk:
                return
            if left is not None:
                left -= len(chunk)
            yield chunk
