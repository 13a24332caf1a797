"""Keeping an object: bytes into the store, then its row; before any act, so never halfway."""

from __future__ import annotations

from collections.abc import Iterable

from xiezhi.procedure.citations import Refused
from xiezhi.procedure.rulebook import refuse
from xiezhi.record.models import Blob
from xiezhi.record.storage import Incomplete, store


def keep(chunks: Iterable[bytes], mime: str, *, size: int | None = None) -> Blob:
    """Store an upload. An object that no act refers to harms nobody; a short one is refused."""
    try:
        stored = store(chunks, expected=size)
    except Incomplete as broken:
        say = f"上传中断：应收 {broken.expected} 字节，收到 {broken.size} 字节。"
        raise Refused([refuse("PEN-23", say, todo="重新上传。")]) from None
    blob, _new = Blob.objects.get_or_create(
        sha256=stored.sha256,
        defaults={"size": stored.size, "mime": (mime or "application/octet-stream")[:100]},
    )
    return blob
