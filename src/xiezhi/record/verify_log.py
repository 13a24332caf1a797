"""Verification of the log: leaves, tiles, checkpoints, and heads kept elsewhere."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connections

from xiezhi.record import merkle
from xiezhi.record.findings import Finding, Report
from xiezhi.record.log import ENTRY
from xiezhi.record.notes import Head, NoteError, VerifierKey, opened

Heads = dict[int, list[tuple[str, str, bytes]]]


def check(using: str, report: Report, keys: list[VerifierKey], against: list[str]) -> None:
    """Rebuild the whole tree from its leaves and hold it against all that was said about it."""
    heads: Heads = defaultdict(list)
    signed = _own_heads(using, report, keys, heads)
    for note in against:
        if head := _foreign_head(note, report, keys):
            heads[head.size].append(("against.root", "外存的总账签名", head.root))
    size = _Rebuild(using, report, heads).run()
    if signed != size:
        what = f"总账有 {size} 条存证，最新签名却是 {signed} 条"
        report.add(Finding("checkpoint.size", what))
    for late in sorted(number for number in heads if number > size):
        for check_name, label, _root in heads[late]:
            what = f"{label}有 {late} 条存证，现在只有 {size} 条：总账被截短"
            report.add(Finding(check_name, what))


def check_file(
    using: str, report: Report, keys: list[VerifierKey], against: list[str], file: uuid.UUID
) -> None:
    """Follow the leaves of one File into the signed tree by its tiles: quick, and as binding."""
    signed = _newest_head(using, report, keys)
    if signed is None:
        return
    tree = merkle.Tree(signed.size, lambda level, number: _tile(using, level, number))
    for index, data, seq, number in rows_of(
        using,
        "SELECT l.index, l.data, e.seq, f.number FROM record_entry e"
        " JOIN record_leaf l ON l.entry_id = e.id JOIN record_file f ON f.id = e.file_id"
        " WHERE e.file_id = %s ORDER BY e.seq",
        [file],
    ):
        report.looked_at["存证"] += 1
        if not _in_tree(tree, index, data, signed):
            what = "这条存证不在签名的总账里：存证或总账被改动"
            report.add(Finding("leaf.content", what, file=number, entry=seq, leaf=index))
    for note in against:
        head = _foreign_head(note, report, keys)
        if head and not _grown_from(tree, head, signed):
            what = f"外存的总账签名（{head.size} 条）不是现在总账的前一段：总账被改写或截短"
            report.add(Finding("against.root", what))


def _newest_head(using: str, report: Report, keys: list[VerifierKey]) -> Head | None:
    query = "SELECT note FROM record_checkpoint ORDER BY size DESC, id DESC LIMIT 1"
    for (note,) in rows_of(using, query):
        report.looked_at["总账签名"] += 1
        try:
            return opened(note, keys)
        except NoteError:
            what = "最新的总账签名不是本总账的公钥所签，或被改动"
            report.add(Finding("checkpoint.signature", what))
    return None


def _in_tree(tree: merkle.Tree, index: int, data: bytes, head: Head) -> bool:
    try:
        path = tree.inclusion(index)
    except LookupError:
        return False
    return merkle.included(merkle.leaf_hash(data), index, head.size, path, head.root)


def _grown_from(tree: merkle.Tree, old: Head, new: Head) -> bool:
    try:
        path = tree.consistency(old.size) if old.size else []
    except LookupError:
        return False
    return merkle.consistent(old.size, new.size, old.root, new.root, path)


def _own_heads(using: str, report: Report, keys: list[VerifierKey], heads: Heads) -> int:
    """The log's own signed heads; answers the size of the newest."""
    newest = 0
    rows = rows_of(using, "SELECT id, size, root, note FROM record_checkpoint ORDER BY id")
    for number, size, root, note in rows:
        report.looked_at["总账签名"] += 1
        label = f"第 {number} 号总账签名"
        try:
            head = opened(note, keys)
        except NoteError:
            report.add(Finding("checkpoint.signature", f"{label}不是本总账的公钥所签，或被改动"))
            continue
        if (head.size, head.root) != (size, root):
            report.add(Finding("checkpoint.signature", f"{label}与所存的条数或指纹不一致"))
        if head.size < newest:
            report.add(Finding("checkpoint.size", f"{label}的条数比前一个少"))
        newest = max(newest, head.size)
        heads[head.size].append(("checkpoint.root", label, head.root))
    return newest


def _foreign_head(note: str, report: Report, keys: list[VerifierKey]) -> Head | None:
    """A head that was published or deposited elsewhere."""
    report.looked_at["外存总账签名"] += 1
    try:
        return opened(note, keys)
    except NoteError:
        what = "外存的总账签名验不过：不是本总账的公钥所签，或文件被改动"
        report.add(Finding("against.signature", what))
        return None


class _Rebuild:
    """The tree, leaf by leaf, as RFC 6962 defines it."""

    def __init__(self, using: str, report: Report, heads: Heads) -> None:
        self.using, self.report, self.heads = using, report, heads
        self.range = merkle.Range()
        self.edge = merkle.Edge()

    def run(self) -> int:
        """Check every leaf, tile and head; answers how many leaves there are."""
        self._heads_at(0)
        rows = rows_of(
            self.using,
            "SELECT l.index, l.data, l.entry_id, e.id IS NOT NULL FROM record_leaf l"
            " LEFT JOIN record_entry e ON e.id = l.entry_id ORDER BY l.index",
        )
        last: dict[tuple[int, int], bytes] = {}
        while batch := list(islice(rows, merkle.TILE_WIDTH)):
            grown = self.edge.extend([self._leaf(*row) for row in batch])
            full = merkle.TILE_WIDTH * merkle.HASH_SIZE
            self._tiles({place: data for place, data in grown.items() if len(data) == full})
            last = {place: data for place, data in (last | grown).items() if len(data) < full}
        self._tiles({
            place: data for place, data in last.items() if self._is_edge(*place)
        })  # fmt: skip
        return self.range.size

    def _leaf(self, index: int, data: bytes, entry: int | None, there: bool) -> bytes:
        self.report.looked_at["存证"] += 1
        if index != self.range.size:
            what = f"它前面缺了存证序号 {self.range.size + 1} 起的存证"
            self._find("leaf.gap", index, what)
        if entry is not None and not there:
            what = f"它所存证的记录（内部编号 {entry}）被删除"
            self._find("leaf.entry", index, what)
        if entry is None and data.startswith(ENTRY):
            self._find("leaf.entry", index, "它所存证的记录被隐去")
        leaf = merkle.leaf_hash(data)
        self.range.add(leaf)
        self._heads_at(self.range.size)
        return leaf

    def _heads_at(self, size: int) -> None:
        for check_name, label, root in self.heads.get(size, ()):
            if self.range.root() != root:
                what = f"{label}（{size} 条）与重新算出的总账不符：已存证的内容被改动"
                self.report.add(Finding(check_name, what))

    def _is_edge(self, level: int, number: int) -> bool:
        return number == (self.edge.size >> (merkle.TILE_HEIGHT * level)) // merkle.TILE_WIDTH

    def _tiles(self, tiles: dict[tuple[int, int], bytes]) -> None:
        for (level, number), data in tiles.items():
            stored = _tile(self.using, level, number)
            if stored == data:
                continue
            if level:
                what = f"总账分页 {level}/{number} 与重新算出的不符"
                self.report.add(Finding("tile", what))
                continue
            for place in _differences(stored, data):
                index = number * merkle.TILE_WIDTH + place
                self._find("leaf.content", index, "这条存证被改动，与总账分页不符")

    def _find(self, check_name: str, index: int, what: str) -> None:
        for file, seq in rows_of(
            self.using,
            "SELECT f.number, e.seq FROM record_leaf l JOIN record_entry e ON e.id = l.entry_id"
            " JOIN record_file f ON f.id = e.file_id WHERE l.index = %s",
            [index],
        ):
            self.report.add(Finding(check_name, what, file=file, entry=seq, leaf=index))
            return
        self.report.add(Finding(check_name, what, leaf=index))


def _differences(stored: bytes, data: bytes) -> Iterable[int]:
    there, anew = merkle.hashes_of(stored), merkle.hashes_of(data)
    for place in range(max(len(there), len(anew))):
        if there[place : place + 1] != anew[place : place + 1]:
            yield place


def _tile(using: str, level: int, number: int) -> bytes:
    rows = rows_of(
        using, "SELECT data FROM record_tile WHERE level = %s AND index = %s", [level, number]
    )
    return bytes(next(rows, (b"",))[0])


def rows_of(using: str, query: str, values: Any = None) -> Iterator[tuple[Any, ...]]:
    """Rows through a server-side cursor, in constant memory."""
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(query, values)
        while rows := cursor.fetchmany(2000):
            yield from rows
