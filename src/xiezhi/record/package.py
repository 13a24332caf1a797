"""The case file as a package 数据包: everything in it, with proofs, to be checked without us.

A ZIP with documents and originals, the ledger, a proof for each entry, the checkpoint, a manifest
of digests, and two scripts that check it all with nothing but Python. Written as a stream: a
recording of gigabytes passes through a buffer of one megabyte.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, BinaryIO

CHUNK = 1 << 20
FORMAT = "xiezhi/package/v1"

#: Already compressed: packing them again takes time and saves nothing.
_COMPRESSED = ("video/", "audio/", "image/jpeg", "image/png", "application/pdf", "application/zip")
_SCRIPTS = ("xiezhi_verify.py", "check_package.py")
_EPOCH = (1980, 1, 1, 0, 0, 0)

READ_ME = """这是一件行政执法案卷的数据包：{title}

案卷/　　　装订成册的正卷、副卷（PDF）
文书/　　　各份文书（PDF）
原件/　　　证据、音像等原件，按入卷顺序编号
ledger.json　　　　办案的每一步记录和每份材料的内容指纹
proofs.json　　　　每条记录的存证凭证
checkpoint.txt　　 出具本数据包时总账的签名
manifest.json　　　本数据包每个文件的内容指纹

核对（不需要联网，只需要 Python 3.8 以上）：
    python3 check_package.py . --key '机关另行公布的总账公钥'
"""


@dataclass(frozen=True, slots=True)
class Member:
    """A file to pack. `content` opens it; `material` is the id of the material it belongs to."""

    path: str
    content: Callable[[], BinaryIO]
    mime: str = "application/octet-stream"
    material: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: digest of the manifest, number of files, bytes before packing."""

    manifest_sha256: str
    files: int
    size: int


def entry_row(**parts: Any) -> dict[str, Any]:
    """A ledger entry as the package keeps it: exactly what its hash is made of, and the hash.

    `at` is its UTC text, `actor` an account id or None, `salt`, `prev`, `hash` hex.
    """
    wanted = ("seq", "at", "actor", "kind", "salt", "prev", "body", "hash")
    return {name: parts[name] for name in wanted}


def material_row(**parts: Any) -> dict[str, Any]:
    """A material as the package keeps it: exactly what its digest is made of, and the digest."""
    wanted = ("id", "seq", "kind", "code", "title", "number", "on", "fields", "blob", "digest")
    return {name: parts[name] for name in wanted}


def package(
    out: BinaryIO,
    *,
    title: str,
    file: str,
    entries: Sequence[Mapping[str, Any]],
    materials: Sequence[Mapping[str, Any]],
    proofs: Mapping[str, Any],
    checkpoint: str,
    members: Iterable[Member],
) -> Packed:
    """Write the package to `out`, which need not be seekable.

    `entries` and `materials` are rows of `entry_row`, `material_row`; `proofs` holds the proof
    bundle of each entry by its number as text. The same content gives the same bytes.
    """
    ledger = {
        "format": "xiezhi/ledger/v1",
        "file": file,
        "title": title,
        "entries": list(entries),
        "materials": list(materials),
    }
    with zipfile.ZipFile(out, "w", allowZip64=True) as archive:
        packer = _Packer(archive)
        packer.text("说明.txt", READ_ME.format(title=title))
        packer.text("ledger.json", _json(ledger))
        packer.text("proofs.json", _json(proofs))
        packer.text("checkpoint.txt", checkpoint)
        for script in _SCRIPTS:
            packer.text(script, _script(script))
        for member in members:
            packer.member(member)
        manifest = _json({"format": FORMAT, "file": file, "files": packer.listed})
        packer.text("manifest.json", manifest, listed=False)
    return Packed(
        hashlib.sha256(manifest.encode()).hexdigest(),
        len(packer.listed),
        sum(row["size"] for row in packer.listed),
    )


class _Packer:
    """Writes members one after another and lists what it wrote."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.listed: list[dict[str, Any]] = []
        self.names: set[str] = set()

    def text(self, path: str, text: str, *, listed: bool = True) -> None:
        row = self._write(path, iter([text.encode()]), zipfile.ZIP_DEFLATED)
        if listed:
            self.listed.append(row)

    def member(self, member: Member) -> None:
        stored = member.mime.startswith(_COMPRESSED)
        method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        path = self._free(safe_path(member.path))
        with member.content() as source:
            row = self._write(path, iter(lambda: source.read(CHUNK), b""), method)
        self.listed.append(row | ({"material": member.material} if member.material else {}))

    def _write(self, path: str, chunks: Iterator[bytes], method: int) -> dict[str, Any]:
        info = zipfile.ZipInfo(path, _EPOCH)
        info.compress_type = method
        info.external_attr = 0o644 << 16
        hasher, size = hashlib.sha256(), 0
        with self.archive.open(info, "w", force_zip64=True) as target:
            for chunk in chunks:
                hasher.update(chunk)
                size += len(chunk)
                target.write(chunk)
        self.names.add(path)
        return {"path": path, "sha256": hasher.hexdigest(), "size": size}

    def _free(self, path: str) -> str:
        """The path, or one with a number behind it if the path is taken."""
        stem, dot, ending = path.rpartition(".")
        number = 2
        while path in self.names:
            path = f"{stem or ending}-{number}{dot}{ending if stem else ''}"
            number += 1
        return path


def safe_path(path: str) -> str:
    """A path that stays inside the folder it is unpacked in, on any system."""
    parts = [_safe_name(part) for part in path.replace("\\", "/").split("/")]
    return "/".join(part for part in parts if part) or "未命名"


def _safe_name(name: str) -> str:
    kept = unicodedata.normalize("NFC", name)
    kept = "".join(c for c in kept if unicodedata.category(c)[0] != "C")
    kept = re.sub(r'[<>:"|?*]', "＿", kept).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:80]}{dot}{ending[:10]}" if stem else kept[:80]


def _script(name: str) -> str:
    return (files("xiezhi.record.standalone") / name).read_text(encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
