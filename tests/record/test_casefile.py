"""The case file: order, page numbers, directory, damaged files; the package checks itself."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import re
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
import pytest
from PIL import Image

from tests.record.document_samples import AGENCY, SHARED, sample
from tests.record.test_typesetting import squeezed, text_of, tool
from xiezhi.procedure.documents import KINDS, Volume
from xiezhi.record import merkle, notes
from xiezhi.record.canonical import material_digest
from xiezhi.record.casefile import Bound, Item, bind, in_binding_order
from xiezhi.record.package import Member, entry_row, material_row, package, safe_path
from xiezhi.record.typesetting import typeset

ON = dt.date(2026, 10, 12)
COVER = {
    "case_name": SHARED["case_name"],
    "cause": SHARED["cause"],
    "outcome": "罚款人民币叁仟元整",
    "archive_number": "20260057",
    "retention": "永久",
}


def opens(data: bytes) -> Callable[[], BinaryIO]:
    return lambda: io.BytesIO(data)


def document(code: str, on: dt.date = ON, follows: str = "", **values: Any) -> Item:
    kind = KINDS[code]
    number = f"澜市监{kind.series}〔2026〕57号" if kind.series else ""
    made = typeset(code, sample(code) | values, agency_name=AGENCY, number=number, on=on)
    return Item(
        code, kind.title, on, "application/pdf", opens(made.pdf), number, AGENCY, follows=follows
    )


def photo(kind: str = "jpeg", size: tuple[int, int] = (160, 90), **save: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (60, 110, 120)).save(out, kind, **save)
    return out.getvalue()


def bound(items: list[Item], volume: Volume = Volume.OPEN) -> tuple[Bound, bytes]:
    out = io.BytesIO()
    made = bind(items, volume, out, agency_name=AGENCY, on=ON, cover=COVER)
    return made, out.getvalue()


@pytest.fixture(scope="module")
def whole() -> list[Item]:
    return [
        document("service.receipt", follows="penalty.notice"),
        document("case.closing"),
        document("penalty.notice"),
        Item("audiovisual", "现场录像", ON, "video/mp4", opens(b"film"), sha256="ab" * 32, size=4),
        Item("documentary", "涉案食品照片", ON, "image/jpeg", opens(photo())),
        document("evidence.interview"),
        document("inquiry.report"),
        document("service.receipt", follows="penalty.decision"),
        document("penalty.decision"),
        document("filing.approval"),
        document("review.opinion"),
    ]


def test_each_volume_has_its_order(whole: list[Item]) -> None:
    """正卷: filing, decision and its receipt, other served papers, evidence (law ref. 4.6)."""
    assert [item.title for item in in_binding_order(whole, Volume.OPEN)] == [
        "立案审批表", "行政处罚决定书", "送达回证", "行政处罚告知书", "送达回证", "询问笔录",
        "涉案食品照片", "现场录像",
    ]  # fmt: skip
    assert [item.title for item in in_binding_order(whole, Volume.INTERNAL)] == [
        "案件调查终结报告", "重大执法决定法制审核意见书", "结案审批表",
    ]  # fmt: skip


def test_the_directory_leads_to_the_right_pages(whole: list[Item], tmp_path: Path) -> None:
    made, pdf = bound(whole)
    pages = text_of(pdf, tmp_path).split("\f")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        front = len(opened.pages) - made.pages - 2
        with opened.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert titles[:2] == ["行政执法案卷", "卷内目录"]
    assert titles[-2:] == ["卷内备考表", "封底"]
    for row in made.rows:
        first = int(str(row["page"]).split("—")[0])
        on_page = squeezed(pages[front + first - 1])
        assert row["title"] in on_page or row["title"] == "现场录像"
        assert re.search(rf"(^|\D){first}($|\D)", on_page)
        assert row["title"] in squeezed(pages[1])
    assert made.rows[-1]["page"] == str(made.pages)


def test_the_volume_is_archival_and_readable(whole: list[Item], tmp_path: Path) -> None:
    path = tmp_path / "v.pdf"
    made, pdf = bound(whole)
    path.write_bytes(pdf)
    tool("qpdf", "--check", path=path)
    tool("pdffonts", path=path)
    assert f"Pages:           {made.pages + 4}" in tool("pdfinfo", path=path)
    assert (hashlib.sha256(pdf).hexdigest(), len(pdf)) == (made.sha256, made.size)
    with pikepdf.open(path) as opened, opened.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert opened.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_the_same_case_gives_the_same_bytes(whole: list[Item]) -> None:
    assert bound(whole)[0].sha256 == bound(whole)[0].sha256


def test_a_foreign_pdf_is_bound_but_no_longer_called_archival(tmp_path: Path) -> None:
    foreign = pikepdf.new()
    foreign.add_blank_page(page_size=(842, 595))
    foreign.pages[0].obj.Rotate = 90
    data = io.BytesIO()
    foreign.save(data)
    item = Item("documentary", "租赁合同", ON, "application/pdf", opens(data.getvalue()))
    made, pdf = bound([item])
    assert made.pages == 1
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        assert "pdfaid:part" not in metadata
    assert text_of(pdf, tmp_path).split("\f")[2].strip() == "1"


DAMAGED = [
    ("application/pdf", b""),
    ("application/pdf", b"%PDF-1.7 and then nothing"),
    ("image/jpeg", b"\xff\xd8\xff\xe0 <?php"),
    ("image/png", photo("png")[:40]),
    ("application/zip", b"PK"),
]


@pytest.mark.parametrize(("mime", "data"), DAMAGED)
def test_what_cannot_be_printed_is_described(mime: str, data: bytes, tmp_path: Path) -> None:
    digest = hashlib.sha256(data).hexdigest()
    item = Item("electronic", "数据", ON, mime, opens(data), sha256=digest, size=len(data))
    made, pdf = bound([item])
    assert made.pages == 1
    page = squeezed(text_of(pdf, tmp_path).split("\f")[2])
    assert "音像、电子资料载体说明" in page
    assert digest in page


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "webp"])
def test_pictures_are_bound(kind: str) -> None:
    item = Item("documentary", "照片", ON, f"image/{kind}", opens(photo(kind)))
    _, pdf = bound([item])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.pages[2].get_images()


def test_an_empty_volume_still_has_its_binding() -> None:
    made, pdf = bound([document("case.closing")])
    assert (made.pages, made.rows) == (0, ())
    assert pdf.startswith(b"%PDF")


# -- the package -----------------------------------------------------------------------------------

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
