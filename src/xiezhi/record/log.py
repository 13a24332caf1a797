"""The Merkle log over the database: sequencing, checkpoints, proofs, tiles.

Acts and publications put a line into the outbox in their own transaction. `sequence_once`
gives the waiting lines their place (存证序号), extends the tree and signs a checkpoint.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from xiezhi.identity.prepared import tell
from xiezhi.record import merkle, notes
from xiezhi.record.canonical import canonical
from xiezhi.record.models import Checkpoint, Entry, Leaf, Tile

ENTRY = b"xiezhi/entry\n"
COMMIT = b"xiezhi/commit\n"
PUBLICATION = b"xiezhi/publication\n"

#: Name of the proof format; the verifiers look for it.
PROOF = "xiezhi/proof/v1"


# ── keys ─────────────────────────────────────────────────────────────────────────────────────
def key_path() -> Path:
    """Where the log's signing key is: `XIEZHI_LOG_KEY`, else in the data folder."""
    return Path(os.environ.get("XIEZHI_LOG_KEY") or settings.DATA / "log.key")


def origin() -> str:
    """The name a new log gets, for good: `XIEZHI_LOG_ORIGIN`, else this site's first name."""
    return os.environ.get("XIEZHI_LOG_ORIGIN") or f"{settings.ALLOWED_HOSTS[0]}/log"


def signer() -> notes.Signer:
    return notes.load_signer(key_path(), origin())


def keys() -> list[notes.VerifierKey]:
    """Public keys of this log, the newest last; enough on a host without the signing key."""
    return notes.known_keys(key_path())


# ── lines that are not entries ───────────────────────────────────────────────────────────────
def commitment(values: dict[str, Any]) -> bytes:
    """Leaf data of a decision's commitment: class, salted digest, day by which it is due."""
    return COMMIT + canonical(values).encode()


def publication(page: bytes) -> bytes:
    """Leaf data of a published page: the digest of exactly these bytes."""
    return PUBLICATION + hashlib.sha256(page).digest()


def queue(line: bytes, *, using: str = "default") -> None:
    """Queue a commitment or publication; it is in the log once the transaction commits."""
    tell("SELECT record_log(%s)", [line], using=using)


# ── sequencing ───────────────────────────────────────────────────────────────────────────────
def sequence_once(most: int = 1000, *, using: str = "default") -> Checkpoint | None:
    """Give up to `most` waiting lines their places and sign the new head; None if none waited.

    Also takes up leaves that were placed but not yet built in, should that ever happen.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT record_sequence(%s)", [most])
        last = checkpoint(using=using)
        size = last.size if last else 0
        leaves = Leaf.objects.using(using).filter(index__gte=size).order_by("index")
        hashes = [merkle.leaf_hash(bytes(data)) for data in leaves.values_list("data", flat=True)]
        if not hashes:
            return None
        edge = merkle.Edge.read(size, _reader(using))
        _write_tiles(edge.extend(hashes), using)
        return _sign(edge, using)


def sequence_all(*, using: str = "default") -> int:
    """Empty the queue; the number of leaves afterwards."""
    while sequence_once(using=using):
        pass
    last = checkpoint(using=using)
    return last.size if last else 0


def _write_tiles(grown: dict[tuple[int, int], bytes], using: str) -> None:
    rows = [Tile(level=level, index=index, data=data) for (level, index), data in grown.items()]
    Tile.objects.using(using).bulk_create(
        rows, update_conflicts=True, update_fields=["data"], unique_fields=["level", "index"]
    )


def _sign(edge: merkle.Edge, using: str) -> Checkpoint:
    key = signer()
    root = edge.root()
    note = key.sign(notes.Head(key.name, edge.size, root).text)
    return Checkpoint.objects.using(using).create(size=edge.size, root=root, note=note)


# ── reading ──────────────────────────────────────────────────────────────────────────────────
def checkpoint(*, using: str = "default") -> Checkpoint | None:
    """The newest signed head."""
    return Checkpoint.objects.using(using).order_by("-size", "-id").first()


def tree(size: int, *, using: str = "default") -> merkle.Tree:
    return merkle.Tree(size, _reader(using))


def inclusion(index: int, size: int, *, using: str = "default") -> list[bytes]:
    """Proof that leaf `index` is among the first `size`."""
    return tree(size, using=using).inclusion(index)


def consistency(old: int, new: int, *, using: str = "default") -> list[bytes]:
    """Proof that the log of `old` leaves is the beginning of that of `new`."""
    return tree(new, using=using).consistency(old)


def _reader(using: str) -> merkle.ReadTile:
    def read(level: int, index: int) -> bytes:
        tiles = Tile.objects.using(using).filter(level=level, index=index)
        data = tiles.values_list("data", flat=True).first()
        return bytes(data) if data is not None else b""

    return read


# ── proofs to take away ──────────────────────────────────────────────────────────────────────
def proof_of_entry(entry: Entry, *, using: str = "default") -> dict[str, Any] | None:
    """The proof bundle of an entry; None while it waits for its place."""
    return _bundle(Leaf.objects.using(using).filter(entry=entry).first(), using)


def proof_of_line(line: bytes, *, using: str = "default") -> dict[str, Any] | None:
    """The proof bundle of a commitment or publication, of its first appearance."""
    found = Leaf.objects.using(using).filter(entry=None, data=line).order_by("index").first()
    return _bundle(found, using)


def _bundle(leaf: Leaf | None, using: str) -> dict[str, Any] | None:
    head = checkpoint(using=using)
    if leaf is None or head is None or leaf.index >= head.size:
        return None
    path = inclusion(leaf.index, head.size, using=using)
    origin_line = head.note.split("\n", 1)[0]
    own = [key for key in keys() if key.name == origin_line]
    return {
        "format": PROOF,
        "origin": origin_line,
        "leaf": _b64(bytes(leaf.data)),
        "index": leaf.index,
        "path": [_b64(node) for node in path],
        "checkpoint": head.note,
        "key": str(own[-1]) if own else "",
    }


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


# ── publishing (C2SP tlog-tiles) ─────────────────────────────────────────────────────────────
def tile_bytes(path: str, *, using: str = "default") -> bytes | None:
    """What stands at `checkpoint` or `tile/…`; None when there is no such thing (404)."""
    head = checkpoint(using=using)
    if head is None:
        return None
    if path == "checkpoint":
        return head.note.encode()
    place = merkle.parse_tile_path(path)
    if place is None or not _published(place, head.size):
        return None
    if place.level < 0:
        return merkle.entry_bundle(_entries(place, using))
    return _reader(using)(place.level, place.number)[: place.width * merkle.HASH_SIZE]


def _published(place: merkle.TilePath, size: int) -> bool:
    """Only what the newest checkpoint covers is shown."""
    there = size >> (merkle.TILE_HEIGHT * max(place.level, 0))
    return place.number * merkle.TILE_WIDTH + place.width <= there


def _entries(place: merkle.TilePath, using: str) -> Iterator[bytes]:
    first = place.number * merkle.TILE_WIDTH
    leaves = Leaf.objects.using(using).filter(index__gte=first, index__lt=first + place.width)
    for data in leaves.order_by("index").values_list("data", flat=True):
        yield bytes(data)
