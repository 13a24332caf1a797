"""The package checks itself offline, names what was altered, and streams recordings of any size."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from tests.record.document_samples import SHARED
from tests.record.test_casefile import opens
from xiezhi.record import merkle, notes
from xiezhi.record.canonical import material_digest
from xiezhi.record.package import Member, entry_row, material_row, package, safe_path

FILE = "7d9f5c1e-2b7a-4a53-9f0a-0d6f3a1c2b3d"
ORIGINAL = b"original evidence"


def _ledger() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Two entries as the database links them, the second with a piece of evidence."""
    said = {"kind": "evidence", "code": "documentary", "title": "照片", "number": "",
            "on": "2026-08-18", "fields": '{"name":"照片"}',
            "blob": hashlib.sha256(ORIGINAL).hexdigest()}  # fmt: skip
    digest = material_digest(**(said | {"on": dt.date(2026, 8, 18)}))  # type: ignore[arg-type]
    bodies = ['{"say":"立案"}', json.dumps({"materials": [{"id": "m1", "digest": digest}]})]
    entries: list[dict[str, Any]] = []
    prev = "00" * 32
    for seq, body in enumerate(bodies, 1):
        row = {"seq": seq, "at": f"2026-08-2{seq}T01:00:00.000000Z", "actor": 7,
               "kind": "casework.inspect", "salt": "ab" * 16, "prev": prev,
               "body": body}  # fmt: skip
        head = ["xiezhi/entry/v1", FILE, str(seq), row["at"], "7", row["kind"], row["salt"], prev]
        prev = hashlib.sha256("\n".join([*map(str, head), body]).encode()).hexdigest()
        entries.append(entry_row(**row, hash=prev))
    return entries, [material_row(id="m1", seq=2, digest=digest, **said)]


def packed(out: BinaryIO, members: list[Member] | None = None, **change: Any) -> Any:
    entries, materials = _ledger()
    original = Member("原件/001-照片.jpg", opens(ORIGINAL), "image/jpeg", "m1")
    given: dict[str, Any] = {
        "title": SHARED["case_name"], "file": FILE, "entries": entries, "materials": materials,
        "proofs": {}, "checkpoint": "", "members": members or [original],
    }  # fmt: skip
    return package(out, **(given | change))


def checked(path: Path, *options: str) -> tuple[int, str]:
    """The package's own script, run on its own outside this repository."""
    with zipfile.ZipFile(path) as archive:
        for script in ("check_package.py", "xiezhi_verify.py"):
            (path.parent / script).write_bytes(archive.read(script))
    command = [sys.executable, "-I", str(path.parent / "check_package.py"), str(path), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=path.parent)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    path = tmp_path / "parcel.zip"
    with path.open("wb") as out:
        packed(out)
    return path


def _proofs(entries: list[dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    """A log in which the entries stand among others, its key, and the proof of each."""
    signer = notes.Signer.generate("anping.example/log")
    lines = [b"xiezhi/entry\n" + bytes([n] * 32) for n in range(40)]
    lines[7::20] = [b"xiezhi/entry\n" + bytes.fromhex(row["hash"]) for row in entries]
    edge = merkle.Edge()
    tiles = edge.extend([merkle.leaf_hash(line) for line in lines])
    tree = merkle.Tree(len(lines), lambda level, number: tiles[level, number])
    head = signer.sign(notes.Head(signer.name, len(lines), edge.root()).text)
    proofs = {}
    for row, index in zip(entries, (7, 27), strict=True):
        path = [base64.b64encode(node).decode() for node in tree.inclusion(index)]
        proofs[str(row["seq"])] = {
            "format": "xiezhi/proof/v1", "origin": signer.name, "index": index, "path": path,
            "leaf": base64.b64encode(lines[index]).decode(), "checkpoint": head,
            "key": str(signer.key),
        }  # fmt: skip
    return str(signer.key), proofs


def test_a_proven_package_is_all_in_order(tmp_path: Path) -> None:
    entries, _ = _ledger()
    key, proofs = _proofs(entries)
    path = tmp_path / "parcel.zip"
    with path.open("wb") as out:
        packed(out, proofs=proofs)
    code, said = checked(path, "--key", key)
    assert (code, said.splitlines()[-1]) == (0, "结论：全部相符。"), said
    swapped = {"1": proofs["2"], "2": proofs["1"]}
    with path.open("wb") as out:
        packed(out, proofs=swapped)
    code, said = checked(path, "--key", key)
    assert code == 1
    assert "第 1 条记录的存证凭证不是它的" in said
    other, _ = _proofs(entries)
    with path.open("wb") as out:
        packed(out, proofs=proofs)
    assert checked(path, "--key", other)[0] == 1


def _altered(path: Path, name: str, change: Callable[[bytes], bytes | None]) -> None:
    with zipfile.ZipFile(path) as archive:
        content = {info.filename: archive.read(info) for info in archive.infolist()}
    changed = change(content.pop(name, b""))
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in content.items():
            archive.writestr(member, data)
        if changed is not None:
            archive.writestr(name, changed)


def test_the_package_checks_itself(parcel: Path) -> None:
    code, said = checked(parcel)
    assert code == 2, said  # no proofs yet: nothing wrong, but not all checked
    assert "[不符]" not in said
    assert "核对了 2 条记录" in said
    assert "还没有存证" in said


def _reseal(name: str, path: Path) -> None:
    """A forger who also corrects the manifest."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(name)

    def change(manifest: bytes) -> bytes:
        listed = json.loads(manifest)
        for row in listed["files"]:
            if row["path"] == name:
                row |= {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        return json.dumps(listed).encode()

    _altered(path, "manifest.json", change)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("原件/001-照片.jpg", lambda _: b"forged", "文件被改动：原件/001-照片.jpg"),
        ("原件/001-照片.jpg", lambda _: None, "缺少文件：原件/001-照片.jpg"),
        ("原件/002.jpg", lambda _: b"more", "清单里没有的文件：原件/002.jpg"),
        ("ledger.json", lambda b: b.replace("立案".encode(), "撤案".encode()), "第 1 条记录被改动"),
        ("ledger.json", lambda b: b.replace(b'"documentary"', b'"physical"'), "材料《照片》与入卷"),
    ],
)  # fmt: skip
def test_an_alteration_is_named(
    parcel: Path, name: str, change: Callable[[bytes], bytes | None], said: str
) -> None:
    _altered(parcel, name, change)
    code, told = checked(parcel)
    assert code == 1
    assert said in told or "文件被改动：ledger.json" in told
    if name == "ledger.json":
        _reseal(name, parcel)
        code, told = checked(parcel)
        assert code == 1
        assert said in told


def test_a_replaced_original_is_found_though_the_manifest_was_corrected(parcel: Path) -> None:
    _altered(parcel, "原件/001-照片.jpg", lambda _: b"forged")
    _reseal("原件/001-照片.jpg", parcel)
    code, said = checked(parcel)
    assert code == 1
    assert "材料《照片》的原件不在数据包里" in said


def test_the_same_case_packs_to_the_same_bytes() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    assert packed(one) == packed(two)
    assert one.getvalue() == two.getvalue()


class _Recording(io.RawIOBase):
    """A recording of many megabytes that was never in memory."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        give = min(self.left, size if size >= 0 else self.left)
        self.left -= give
        return b"\x5a" * give


class _Pipe(io.RawIOBase):
    """A stream that can't be wound back, like a response."""

    def __init__(self) -> None:
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.size += len(data)
        return len(data)


def test_a_long_recording_takes_no_memory() -> None:
    size = 200 << 20
    recording = Member("原件/录像.mp4", lambda: _Recording(size), "video/mp4")  # type: ignore[arg-type, return-value]
    pipe = _Pipe()
    tracemalloc.start()
    made = packed(pipe, [recording])  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert pipe.size > size
    assert made.size > size
    assert peak < 16 << 20


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/原件/照片.jpg", "原件/照片.jpg"),
        ("原件\\..\\照片.jpg", "原件/照片.jpg"),
        ("原件/a\x00b\u202e?.jpg", "原件/ab＿.jpg"),
        ("...", "未命名"),
        (f"原件/{'长' * 300}.mp4", f"原件/{'长' * 80}.mp4"),
    ],
)
def test_paths_stay_inside(path: str, safe: str) -> None:
    assert safe_path(path) == safe


def test_equal_names_are_told_apart() -> None:
    out = io.BytesIO()
    packed(out, [Member("原件/照片.jpg", opens(b"1")), Member("原件/照片.jpg", opens(b"2"))])
    with zipfile.ZipFile(out) as archive:
        assert {"原件/照片.jpg", "原件/照片-2.jpg"} <= set(archive.namelist())
        assert archive.testzip() is None
