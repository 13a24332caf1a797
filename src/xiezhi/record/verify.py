"""`xiezhi verify`: derive everything anew and name what was altered.

Trusts no trigger, no grant and no stored hash. Entries and materials are recomputed File by
File; the tree from its leaves (`verify_log`); stored objects from their bytes. Whoever rewrites
all of that consistently is caught by a checkpoint kept elsewhere (`against`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.db import connections, transaction

from xiezhi.record import storage
from xiezhi.record.canonical import material_digest, moment
from xiezhi.record.findings import Finding, Report
from xiezhi.record.log import ENTRY
from xiezhi.record.notes import VerifierKey
from xiezhi.record.sql import sql
from xiezhi.record.verify_log import check, check_file, rows_of

FIRST = bytes(32)

#: Triggers without which the record would be unguarded.
GUARDS = {
    *(f"record_{table}.append_only" for table in (
        "entry", "blob", "material", "rendition", "seal", "leaf", "checkpoint", "tile",
        "participant",
    )),
    "record_entry.link_entry",
    "record_entry.queue_entry",
}  # fmt: skip


class EntryRow(NamedTuple):
    """An entry with its place in the log, if it has one yet."""

    file: uuid.UUID
    seq: int
    at: dt.datetime
    actor: int | None
    kind: str
    body: str
    salt: bytes
    prev: bytes
    hash: bytes
    leaf: bytes | None
    place: int | None
    waiting: bool


class MaterialRow(NamedTuple):
    file: uuid.UUID
    id: uuid.UUID
    seq: int
    kind: str
    code: str
    title: str
    number: str
    on: dt.date
    fields: str
    digest: str
    blob: str | None


class SealRow(NamedTuple):
    file: uuid.UUID
    digest: str
    text: str


def entry_hash(row: EntryRow) -> bytes:
    """The hash of an entry, from the description in `sql/entry.sql`, not by the database."""
    head = (
        "xiezhi/entry/v1", str(row.file), str(row.seq), moment(row.at),
        "" if row.actor is None else str(row.actor), row.kind, row.salt.hex(), row.prev.hex(),
    )  # fmt: skip
    return hashlib.sha256("\n".join((*head, row.body)).encode()).digest()


@dataclass
class Verifier:
    """One run over one snapshot of a database, of everything or of one File."""

    using: str = "default"
    file: uuid.UUID | None = None
    keys: list[VerifierKey] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    objects: bool = True
    #: Further readings of the same snapshot: tables of later contexts held against the ledger.
    also: tuple[Callable[[str, uuid.UUID | None], Iterable[Finding]], ...] = ()
    report: Report = field(default_factory=Report)

    def run(self) -> Report:
        with _snapshot(self.using):
            self._guards()
            self._files()
            if self.file:
                check_file(self.using, self.report, self.keys, self.against, self.file)
            else:
                check(self.using, self.report, self.keys, self.against)
            for reading in self.also:
                for finding in reading(self.using, self.file):
                    self.report.add(finding)
            if self.objects:
                self._objects()
        return self.report

    # ── the guards themselves ────────────────────────────────────────────────────────────────
    def _guards(self) -> None:
        found = {
            f"{table}.{trigger}": state
            for table, trigger, state in self._rows(
                "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger"
                " WHERE tgname IN ('append_only', 'link_entry', 'queue_entry')"
            )
        }
        for name in sorted(GUARDS | set(found)):
            if found.get(name) != "A":
                self.report.add(Finding("guard", f"防改动的保护 {name} 被停用或删除"))
        sources = dict(self._rows("SELECT proname, prosrc FROM pg_proc WHERE proname ~ '^record_'"))
        for file in ("entry", "guards", "log"):
            for name, body in re.findall(
                r"CREATE OR REPLACE FUNCTION (\w+)\(.*?\$\$(.*?)\$\$", sql(file), re.DOTALL
            ):
                if sources.get(name) != body:
                    self.report.add(Finding("guard", f"数据库里的函数 {name} 与本程序的不一致"))
        generated = self._rows(
            "SELECT attgenerated FROM pg_attribute"
            " WHERE attrelid = 'record_entry'::regclass AND attname = 'body_json'"
        )
        if list(generated) != [("s",)]:
            self.report.add(Finding("guard", "供检索的记录内容不再由原文生成"))

    # ── File by File ─────────────────────────────────────────────────────────────────────────
    def _files(self) -> None:
        one = {"file": self.file}
        entries = self._rows(
            "SELECT x.file_id, x.seq, x.at, x.actor_id, x.kind, x.body, x.salt, x.prev, x.hash,"
            " l.data, l.index, o.id IS NOT NULL FROM record_entry x"
            " LEFT JOIN record_leaf l ON l.entry_id = x.id"
            " LEFT JOIN record_outbox o ON o.entry_id = x.id"
            " WHERE %(file)s::uuid IS NULL OR x.file_id = %(file)s ORDER BY x.file_id, x.seq",
            one,
        )
        materials = _ByFile(MaterialRow, self._rows(
            "SELECT file_id, id, seq, kind, code, title, number, x.on, fields, digest, blob_id"
            " FROM record_material x WHERE %(file)s::uuid IS NULL OR file_id = %(file)s"
            " ORDER BY file_id, seq", one,
        ))  # fmt: skip
        seals = _ByFile(SealRow, self._rows(
            "SELECT file_id, digest, text FROM record_seal"
            " WHERE %(file)s::uuid IS NULL OR file_id = %(file)s ORDER BY file_id", one,
        ))  # fmt: skip
        rows = (EntryRow._make(row) for row in entries)
        for file, chain in groupby(rows, attrgetter("file")):
            self.report.looked_at["案卷"] += 1
            hashes, listed = self._chain(chain)
            self._materials(file, materials.of(file), listed)
            self._seals(file, seals.of(file), hashes)
        for orphan in [*materials.orphans(), *seals.orphans()]:
            self._find(orphan.file, None, "file.empty", "有材料或封存，却没有任何记录")
        if not self.file:
            self._empty_files()

    def _empty_files(self) -> None:
        """A File is opened by its first entry, so one without entries has lost them."""
        for (file,) in self._rows(
            "SELECT f.id FROM record_file f LEFT JOIN record_entry e"
            " ON e.file_id = f.id AND e.seq = 1 WHERE e.id IS NULL"
        ):
            self._find(file, None, "file.empty", "没有第 1 条记录")

    def _chain(self, chain: Iterator[EntryRow]) -> tuple[dict[int, bytes], dict[str, Any]]:
        """Check one File's entries; answers their hashes and the materials they list."""
        expected, prev = 1, FIRST
        hashes: dict[int, bytes] = {}
        listed: dict[str, Any] = {}
        for row in chain:
            self.report.looked_at["记录"] += 1
            if row.seq != expected:
                self._find(row.file, row.seq, "entry.gap", _gap(expected, row.seq))
            elif row.prev != prev:
                self._find(row.file, row.seq, "entry.link", "与前一条记录接不上")
            if entry_hash(row) != row.hash:
                self._find(
                    row.file, row.seq, "entry.content",
                    "内容、时间、经手人或种类被改动，与写入时的指纹不符",
                )  # fmt: skip
            self._placed(row)
            if '"materials":' in row.body:
                listed |= _listed(row)
            hashes[row.seq] = row.hash
            expected, prev = row.seq + 1, row.hash
        return hashes, listed

    def _placed(self, row: EntryRow) -> None:
        if row.leaf is not None and row.leaf != ENTRY + row.hash:
            what = f"与存证（存证序号 {(row.place or 0) + 1}）不符：记录在存证之后被整体改写"
            self._find(row.file, row.seq, "entry.leaf", what)
        if row.leaf is None and not row.waiting:
            what = "没有存证，也不在待存证之列：不是按程序写入的，或存证被删"
            self._find(row.file, row.seq, "entry.leaf", what)

    def _materials(
        self, file: uuid.UUID, rows: Iterator[MaterialRow], listed: dict[str, Any]
    ) -> None:
        for row in rows:
            self.report.looked_at["材料"] += 1
            seq, digest = listed.pop(str(row.id), (None, None))
            if seq is None:
                what = f"材料《{row.title}》不在任何一条记录里"
                self._find(file, row.seq, "material.unlisted", what)
            elif (seq, digest) != (row.seq, row.digest) or material_digest(**_said(row)) != digest:
                what = f"材料《{row.title}》被改动，与入卷时的指纹不符"
                self._find(file, seq, "material.content", what)
        for material, (seq, _digest) in listed.items():
            self._find(file, seq, "material.missing", f"这条记录所列的材料不见了（{material}）")

    def _seals(self, file: uuid.UUID, rows: Iterator[SealRow], hashes: dict[int, bytes]) -> None:
        for row in rows:
            self.report.looked_at["封存"] += 1
            if hashlib.sha256(row.text.encode()).hexdigest() != row.digest:
                self._find(file, None, "seal.content", "封存清单被改动，与封存时的指纹不符")
                continue
            for seq, _kind, value in json.loads(row.text):
                if hashes.get(seq, b"").hex() != value:
                    self._find(file, seq, "seal.entry", "与送审封存时的这条记录不是同一内容")

    # ── stored objects ───────────────────────────────────────────────────────────────────────
    def _objects(self) -> None:
        for sha256, size in self._rows(
            "SELECT sha256, size FROM record_blob b WHERE %(file)s::uuid IS NULL OR EXISTS"
            " (SELECT FROM record_material m LEFT JOIN record_rendition r ON r.material_id = m.id"
            " WHERE m.file_id = %(file)s AND b.sha256 IN (m.blob_id, r.blob_id))",
            {"file": self.file},
        ):
            self.report.looked_at["原件"] += 1
            self._object(sha256, size)

    def _object(self, sha256: str, size: int) -> None:
        hasher, length = hashlib.sha256(), 0
        try:
            for chunk in storage.stream(sha256):
                hasher.update(chunk)
                length += len(chunk)
        except (OSError, ValueError):
            self._find_object("object.missing", f"原件 {sha256[:16]}… 不见了", sha256)
            return
        if hasher.hexdigest() != sha256 or length != size:
            self._find_object("object.content", f"原件 {sha256[:16]}… 被改动", sha256)

    def _find_object(self, check: str, what: str, sha256: str) -> None:
        found = False
        for file, seq, title in self._rows(
            "SELECT m.file_id, m.seq, m.title FROM record_material m LEFT JOIN record_rendition r"
            " ON r.material_id = m.id WHERE m.blob_id = %s OR r.blob_id = %s", [sha256, sha256],
        ):  # fmt: skip
            found = True
            self._find(file, seq, check, f"{what}（材料《{title}》）")
        if not found:
            self.report.add(Finding(check, what))

    # ── tools ────────────────────────────────────────────────────────────────────────────────
    def _rows(self, query: str, values: Any = None) -> Iterator[tuple[Any, ...]]:
        return rows_of(self.using, query, values)

    def _find(self, file: uuid.UUID, seq: int | None, check: str, what: str) -> None:
        numbers = self._rows("SELECT number FROM record_file WHERE id = %s", [file])
        number = next(iter(numbers), (str(file),))[0]
        self.report.add(Finding(check, what, file=number, entry=seq))


class _ByFile:
    """Rows sorted by File, handed out File by File in the same order."""

    def __init__(self, kind: type[Any], rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = map(kind._make, rows)
        self._next = next(self._rows, None)
        self._orphans: list[Any] = []

    def of(self, file: uuid.UUID) -> Iterator[Any]:
        while self._next is not None and self._next.file <= file:
            row, self._next = self._next, next(self._rows, None)
            if row.file == file:
                yield row
            else:
                self._orphans.append(row)

    def orphans(self) -> Iterator[Any]:
        """Rows of Files that were never asked for."""
        yield from self._orphans
        while self._next is not None:
            yield self._next
            self._next = next(self._rows, None)


@contextmanager
def _snapshot(using: str) -> Iterator[None]:
    """Read one moment of a database that goes on working."""
    connection = connections[using]
    outermost = not connection.in_atomic_block
    with transaction.atomic(using=using):
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _gap(expected: int, seq: int) -> str:
    if seq < expected:
        return "序号重复"
    missing = f"第 {expected} 条" if seq == expected + 1 else f"第 {expected} 至 {seq - 1} 条"
    return f"它前面缺了{missing}"


def _listed(row: EntryRow) -> dict[str, tuple[int, str]]:
    try:
        materials = json.loads(row.body).get("materials", [])
        return {str(m["id"]): (row.seq, str(m["digest"])) for m in materials}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _said(row: MaterialRow) -> dict[str, Any]:
    return {
        "kind": row.kind, "code": row.code, "title": row.title, "number": row.number,
        "on": row.on, "fields": row.fields, "blob": row.blob,
    }  # fmt: skip
