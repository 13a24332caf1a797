"""The Merkle tree of RFC 6962 and its tiles (C2SP tlog-tiles). Pure: bytes in, bytes out.

A tree over n leaves splits at the largest power of two below n; everything here follows that
one sentence, the proofs and their verification as well.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

HASH_SIZE = 32
TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT
EMPTY_ROOT = hashlib.sha256(b"").digest()

#: Data of the tile at (level, index), at least as wide as the tree in question needs it.
ReadTile = Callable[[int, int], bytes]


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(size: int) -> int:
    """Where a tree of two or more leaves splits: the largest power of two below its size."""
    return 1 << ((size - 1).bit_length() - 1)


def fold(nodes: Sequence[bytes]) -> bytes:
    """The root over complete subtrees that shrink from left to right."""
    if not nodes:
        return EMPTY_ROOT
    root = nodes[-1]
    for node in reversed(nodes[:-1]):
        root = node_hash(node, root)
    return root


def complete(hashes: Sequence[bytes]) -> bytes:
    """The root over a power of two of neighbouring hashes."""
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2], strict=True)
        hashes = [node_hash(left, right) for left, right in pairs]
    return hashes[0]


class Range:
    """Compact range: the complete subtrees of the leaves so far; at most one a power of two."""

    def __init__(self) -> None:
        self.size = 0
        self._nodes: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Put a leaf hash at the right end."""
        carry = self.size
        while carry & 1:
            leaf = node_hash(self._nodes.pop(), leaf)
            carry >>= 1
        self._nodes.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        return fold(self._nodes)


class Edge:
    """The growing right edge of a tiled tree: one unfinished tile a level."""

    def __init__(self, size: int = 0, tiles: Sequence[bytes] = ()) -> None:
        self.size = size
        self._open = [bytearray(tile) for tile in tiles]

    @classmethod
    def read(cls, size: int, read: ReadTile) -> Edge:
        """Take up a tree where it was left: its unfinished tiles, as of this size."""
        tiles = []
        for level in range(levels(size)):
            index, width = divmod(size >> (TILE_HEIGHT * level), TILE_WIDTH)
            tiles.append(read(level, index)[: width * HASH_SIZE] if width else b"")
        return cls(size, tiles)

    def extend(self, leaves: Iterable[bytes]) -> dict[tuple[int, int], bytes]:
        """Append leaf hashes; answers each tile that grew, as it stands now."""
        full: dict[tuple[int, int], bytes] = {}
        touched: set[int] = set()
        for leaf in leaves:
            self._push(0, self.size, leaf, full, touched)
            self.size += 1
        unfinished = {
            (level, (self.size >> (TILE_HEIGHT * level)) // TILE_WIDTH): bytes(self._open[level])
            for level in touched
            if self._open[level]
        }
        return full | unfinished

    def _push(
        self,
        level: int,
        position: int,
        value: bytes,
        full: dict[tuple[int, int], bytes],
        touched: set[int],
    ) -> None:
        if level == len(self._open):
            self._open.append(bytearray())
        touched.add(level)
        tile = self._open[level]
        tile += value
        if len(tile) == TILE_WIDTH * HASH_SIZE:
            index = position // TILE_WIDTH
            full[level, index] = bytes(tile)
            self._open[level] = bytearray()
            self._push(level + 1, index, complete(hashes_of(tile)), full, touched)

    def root(self) -> bytes:
        nodes: list[bytes] = []
        for tile in reversed(self._open):
            nodes += _subtrees(hashes_of(tile))
        return fold(nodes)


def _subtrees(hashes: list[bytes]) -> list[bytes]:
    """Roots of the complete subtrees over the hashes of an unfinished tile, left to right."""
    roots, start = [], 0
    for power in range(TILE_HEIGHT, -1, -1):
        if len(hashes) & (1 << power):
            roots.append(complete(hashes[start : start + (1 << power)]))
            start += 1 << power
    return roots


def hashes_of(tile: bytes | bytearray) -> list[bytes]:
    return [bytes(tile[i : i + HASH_SIZE]) for i in range(0, len(tile), HASH_SIZE)]


def levels(size: int) -> int:
    """How many levels of tiles a tree of this size has."""
    count = 0
    while size >> (TILE_HEIGHT * count):
        count += 1
    return count


class Tree:
    """Proofs over a tree of a given size, computed from its tiles."""

    def __init__(self, size: int, read: ReadTile) -> None:
        self.size = size
        self._read = read
        self._tiles: dict[tuple[int, int], bytes] = {}

    def root(self) -> bytes:
        return self._root(0, self.size) if self.size else EMPTY_ROOT

    def leaf(self, index: int) -> bytes:
        """The leaf hash as the tiles have it."""
        return self._node(0, index)

    def inclusion(self, index: int) -> list[bytes]:
        """Audit path of RFC 6962 §2.1.1: that leaf `index` is in this tree."""
        if not 0 <= index < self.size:
            raise IndexError(f"no leaf {index} in a tree of {self.size}")
        path, low, high = [], 0, self.size
        while high - low > 1:
            middle = low + split(high - low)
            if index < middle:
                path.append(self._root(middle, high))
                high = middle
            else:
                path.append(self._root(low, middle))
                low = middle
        return path[::-1]

    def consistency(self, old: int) -> list[bytes]:
        """Proof of RFC 6962 §2.1.2: that the first `old` leaves are still the same."""
        if not 0 < old <= self.size:
            raise IndexError(f"no proof from {old} to {self.size}")
        path, low, high, whole = [], 0, self.size, True
        while old != high:
            middle = low + split(high - low)
            if old <= middle:
                path.append(self._root(middle, high))
                high = middle
            else:
                path.append(self._root(low, middle))
                low, whole = middle, False
        if not whole:
            path.append(self._root(low, high))
        return path[::-1]

    def _root(self, low: int, high: int) -> bytes:
        size = high - low
        if size & (size - 1) == 0 and low % size == 0:
            height = size.bit_length() - 1
            return self._node(height, low >> height)
        middle = low + split(size)
        return node_hash(self._root(low, middle), self._root(middle, high))

    def _node(self, height: int, index: int) -> bytes:
        """The root of the complete subtree of 2^height leaves that is the index-th of its kind."""
        level, inside = divmod(height, TILE_HEIGHT)
        number, place = divmod(index << inside, TILE_WIDTH)
        if (level, number) not in self._tiles:
            self._tiles[level, number] = self._read(level, number)
        tile = self._tiles[level, number]
        part = tile[place * HASH_SIZE : (place + (1 << inside)) * HASH_SIZE]
        if len(part) != HASH_SIZE << inside:
            raise LookupError(f"tile {level}/{number} is shorter than the tree needs")
        return complete(hashes_of(part))


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the path proves leaf hash `leaf` at `index` in the tree with this root."""
    if not 0 <= index < size:
        return False
    rest = list(path)

    def climb(index: int, size: int) -> bytes:
        if size == 1:
            return leaf
        middle, sibling = split(size), rest.pop()
        if index < middle:
            return node_hash(climb(index, middle), sibling)
        return node_hash(sibling, climb(index - middle, size - middle))

    try:
        return climb(index, size) == root and not rest
    except IndexError:
        return False


def consistent(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the path proves that the older tree is the beginning of the newer one."""
    if not 0 <= old <= new:
        return False
    if old == 0:
        return old_root == EMPTY_ROOT and not path
    rest = list(path)

    def climb(old: int, new: int, whole: bool) -> tuple[bytes, bytes]:
        if old == new:
            known = old_root if whole else rest.pop()
            return known, known
        middle, sibling = split(new), rest.pop()
        if old <= middle:
            before, after = climb(old, middle, whole)
            return before, node_hash(after, sibling)
        before, after = climb(old - middle, new - middle, False)
        return node_hash(sibling, before), node_hash(sibling, after)

    try:
        return climb(old, new, True) == (old_root, new_root) and not rest
    except IndexError:
        return False


class TilePath(NamedTuple):
    """Where a tile or entry bundle is published; level -1 means entries."""

    level: int
    number: int
    width: int


def tile_path(level: int, number: int, width: int = TILE_WIDTH) -> str:
    """`tile/0/x001/x234/067`, with `.p/W` while it is not full; level -1: entry bundle."""
    groups = [f"{number % 1000:03d}"]
    while number := number // 1000:
        groups.insert(0, f"x{number % 1000:03d}")
    partial = "" if width == TILE_WIDTH else f".p/{width}"
    return f"tile/{'entries' if level < 0 else level}/{'/'.join(groups)}{partial}"


_PATH = re.compile(
    r"tile/(entries|0|[1-9]\d?)/((?:x\d{3}/){0,5}\d{3})(?:\.p/([1-9]\d{0,2}))?", re.ASCII
)


def parse_tile_path(path: str) -> TilePath | None:
    """The place a path names; None when it isn't written exactly as C2SP wants it."""
    found = _PATH.fullmatch(path)
    if not found:
        return None
    kind, number, partial = found.groups()
    level = -1 if kind == "entries" else int(kind)
    width = int(partial) if partial else TILE_WIDTH
    place = TilePath(level, int(re.sub(r"[x/]", "", number)), width)
    return place if tile_path(*place) == path and level <= 63 else None


def entry_bundle(entries: Iterable[bytes]) -> bytes:
    """Leaf data one after another, each with its length as a big-endian uint16."""
    return b"".join(struct.pack(">H", len(data)) + data for data in entries)
