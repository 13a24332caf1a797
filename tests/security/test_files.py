"""Files in and out: nothing uploaded runs as a page of ours, no name leaves its folder."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.security.conftest import browser
from tests.security.world import EVIL, Caller, World, blob_of
from xiezhi.config.keys import Keys, make_private
from xiezhi.faces.exchange.blobs import upload as upload_view
from xiezhi.faces.exchange.problems import Problem
from xiezhi.record import storage
from xiezhi.record.downloads import download, inline_pdf
from xiezhi.record.models import Blob
from xiezhi.record.notes import load_signer
from xiezhi.record.package import safe_path
from xiezhi.registry.models import Item

SCRIPT = b"<script>alert(document.domain)</script>"
#: What a browser might take for a page, whatever it is called.
HOSTILE = [
    (b"<!doctype html>" + SCRIPT, "text/html"),
    (b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>", "image/svg+xml"),
    (b"<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'>" + SCRIPT, "text/xml"),
    (b"%PDF-1.7\n<html>" + SCRIPT, "application/pdf"),
    (b"\xff\xd8\xff\xe0/*<html>" + SCRIPT + b"*/=1", "image/jpeg"),
    (b"GIF89a=1;" + SCRIPT, "image/gif"),
    (b"alert(1)", "text/javascript"),
    (b"alert(2)", "application/javascript; charset=utf-8"),
    (b"CWS\x0a", "application/x-shockwave-flash"),
    (SCRIPT, "text/plain; charset=utf-7"),
    (SCRIPT, "multipart/x-mixed-replace; boundary=x"),
    (SCRIPT, "TEXT/HTML"),
    (SCRIPT, ""),
]
RUNS_NOWHERE = {
    "application/octet-stream",
    "application/pdf",
    "image/jpeg",
    "image/gif",
    "text/plain",
}


def harmless(answer: HttpResponseBase) -> None:
    """What every object that came from outside is handed out with."""
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    policy = answer["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "allow-" not in policy
    assert answer["Content-Type"] in RUNS_NOWHERE
    assert "public" not in answer["Cache-Control"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(("content", "mime"), HOSTILE)
def test_an_uploaded_page_is_never_a_page(world: World, content: bytes, mime: str) -> None:
    blob = blob_of(content + os.urandom(4), mime)
    for headers in ({}, {"Range": "bytes=0-3"}, {"Range": "bytes=-2"}):
        harmless(download(RequestFactory().get("/", headers=headers), blob, "报告.html"))
    for status, headers in (
        (304, {"If-None-Match": f'"{blob.sha256}"'}),
        (416, {"Range": "bytes=999999-"}),
    ):
        answer: Any = download(RequestFactory().get("/", headers=headers), blob, "x")
        assert (answer.status_code, answer.content) == (status, b"")


def test_evidence_is_taken_away_not_shown(world: World) -> None:
    client = browser(world.ours.handler)
    where = [world.secret.file.pk, world.evidence.pk]
    answer: Any = client.get(reverse("desk:original", args=where))
    assert answer.status_code == 200
    harmless(answer)
    assert client.get(reverse("desk:pdf", args=where)).status_code == 404, "no document of ours"


def test_volumes_packages_and_proofs_are_taken_away(world: World) -> None:
    client, pk = browser(world.ours.handler), world.secret.file.pk
    for address in (
        reverse("desk:volume", args=[pk, "open"]),
        reverse("desk:package", args=[pk]),
        reverse("desk:proof", args=[pk, 1]),
        reverse("desk:export", args=["csv"]),
        reverse("desk:export", args=["xlsx"]),
    ):
        answer: Any = client.get(address)
        assert answer.status_code == 200, address
        assert answer["Content-Disposition"].startswith("attachment;"), address
        assert answer["X-Content-Type-Options"] == "nosniff", address
        assert "default-src 'none'" in answer["Content-Security-Policy"], address
        assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        'a"; filename="evil.html',
        "a\r\nSet-Cookie: x=1",
        "../../etc/passwd",
        "..\\..\\windows\\system32\\evil.exe",
        "a\x00.html",
        "\u202egpj.exe",
        "/etc/passwd",
        "." * 300,
        "长" * 4000,
        "",
        EVIL,
    ],
)
def test_a_name_stays_a_name(world: World, name: str) -> None:
    blob = blob_of(b"x", "application/pdf")
    for hand_out in (download, inline_pdf):
        said = hand_out(RequestFactory().get("/"), blob, name)["Content-Disposition"]
        assert said.isascii()
        assert "\n" not in said
        assert "\r" not in said
        kind, plain, given = said.split("; ")
        assert kind in ("attachment", "inline")
        assert plain == 'filename="file.pdf"'
        assert given.startswith("filename*=UTF-8''")
        assert given.endswith(".pdf")
        for forbidden in ("%2F", "%5C", "%00", "%0D", "%0A", "%22", "%E2%80%AE"):
            assert forbidden not in given
        assert len(said) < 2000


@pytest.mark.parametrize("digits", [19, 400, 5000, 100_000])
def test_an_endless_range_is_no_error(world: World, digits: int) -> None:
    blob = blob_of(b"0123456789", "text/plain")
    for asked in (f"bytes={'9' * digits}-", f"bytes=-{'9' * digits}", f"bytes=0-{'9' * digits}"):
        answer = download(RequestFactory().get("/", headers={"Range": asked}), blob, "x")
        assert answer.status_code in (200, 206, 416)


# -- names of objects, tiles, volumes -------------------------------------------------------------


@pytest.mark.parametrize(
    "digest",
    ["../" * 21 + "x", "/etc/passwd", "A" * 64, "g" * 64, "0" * 63, "0" * 65, "0" * 62 + "/.", ""],
)
def test_an_object_is_named_by_its_digest_only(world: World, digest: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        storage.path_of(digest)


@pytest.mark.parametrize("digest", ["../../keys.json", "\x00", "0" * 64, "A" * 64, "0" * 5000])
def test_the_api_takes_no_path_for_an_object(world: World, digest: str) -> None:
    caller = Caller(world.ours.handler, "casework.")
    body = {"on": "2026-11-01", "kind": "documentary", "name": "x", "proves": "y", "upload": digest}
    answer = caller.post(f"/files/{world.secret.file.pk}/casework.add_evidence", body)
    assert answer.status_code == 422
    assert "upload" in answer.json()["fields"]


@pytest.mark.parametrize(
    "path",
    [
        "/tile/../../../etc/passwd",
        "/tile/0/x000/../../keys.json",
        "/tile/0/000.p/0",
        "/tile/0/000.p/257",
        "/tile/0/" + "x999/" * 400 + "000",
        "/tile/64/000",
        "/tile/-1/000",
        "/tile/entries/../../log.key",
        "/tile/0/000%00",
        "/checkpoint/../log.key",
    ],
)
def test_the_log_serves_nothing_but_the_log(world: World, anonymous: Client, path: str) -> None:
    assert anonymous.get(path).status_code in (400, 404)


@pytest.mark.parametrize(
    "name", ["..", "正卷", "open.pdf", "internal-", "OPEN", "%2e%2e", "open%00"]
)
def test_a_volume_is_one_of_two(world: World, name: str) -> None:
    address = f"/desk/files/{world.secret.file.pk}/volumes/{name}.pdf"
    assert browser(world.ours.handler).get(address).status_code in (400, 404)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("原件/..\\..\\x.exe", "原件/x.exe"),
        ("原件/C:\\x", "原件/C＿/x"),
        ("原件/a\x00b\u202e.jpg", "原件/ab.jpg"),
        ("......", "未命名"),
        ("", "未命名"),
    ],
)
def test_a_packed_name_stays_in_its_folder(path: str, kept: str) -> None:
    assert safe_path(path) == kept


def test_the_package_of_an_evil_case_unpacks_inside_its_folder(
    world: World, tmp_path: Path
) -> None:
    client = browser(world.ours.archivist)
    answer: Any = client.get(reverse("desk:package", args=[world.secret.file.pk]))
    book = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    for name in book.namelist():
        target = (tmp_path / name).resolve()
        assert target.is_relative_to(tmp_path), name
        assert not set('<>:"|?*\\\x00\r\n') & set(name), name
    assert not [i for i in book.infolist() if stat.S_ISLNK(i.external_attr >> 16)]


# -- lies about size ------------------------------------------------------------------------------


def sent(world: World, length: str, body: bytes) -> Any:
    caller = Caller(world.ours.handler, "casework.")
    environ: Any = {
        "CONTENT_LENGTH": length,
        "CONTENT_TYPE": "image/jpeg",
        "wsgi.input": io.BytesIO(body),
    }
    return caller.http.post("/api/v1/blobs", **environ)


@pytest.mark.parametrize("length", ["9", "1000000"])
def test_an_upload_that_breaks_off_is_refused(world: World, length: str) -> None:
    before = Blob.objects.count()
    answer = sent(world, length, b"12345")
    assert answer.status_code == 409
    assert "上传中断" in answer.json()["title"]
    assert Blob.objects.count() == before


def test_more_than_was_announced_is_not_read(world: World) -> None:
    answer = sent(world, "5", b"12345" + b"x" * 100_000)
    assert answer.json()["size"] == 5


@pytest.mark.parametrize("length", ["", "-1", "abc", "\xb2", "1e9", "9" * 400, " 5"])
def test_a_length_that_is_none_is_refused(world: World, length: str) -> None:
    request = RequestFactory().post("/", b"12345", content_type="image/jpeg")
    request.META["CONTENT_LENGTH"] = length
    request.auth = Caller(world.ours.handler, "casework.").token  # type: ignore[attr-defined]
    with pytest.raises(Problem) as refusal:
        upload_view(request)
    assert refusal.value.status == 411


def test_a_huge_upload_is_refused_before_it_is_read(world: World, settings: Any) -> None:
    settings.LARGEST_OBJECT = 1 << 20
    assert sent(world, str((1 << 20) + 1), b"").status_code == 413
    address = reverse("desk:act", args=[world.secret.file.pk, "casework.add_evidence"])
    posted = {
        "on": "2026-11-01",
        "kind": "documentary",
        "name": "x",
        "copies": "1",
        "proves": "y",
        "upload": SimpleUploadedFile("x.jpg", b"x" * ((1 << 20) + 1), "image/jpeg"),
    }
    answer = browser(world.ours.handler).post(address, posted)
    assert answer.status_code == 422
    assert "最大 1 MB" in answer.content.decode()


def test_a_giant_json_body_is_refused(world: World) -> None:
    caller = Caller(world.ours.handler, "casework.")
    body = json.dumps({"brief": "x" * (11 << 20)})
    answer = caller.post("/casework.register_clue", body)
    assert answer.status_code in (400, 413)


# -- what lies on the disk ------------------------------------------------------------------------


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_others_on_the_machine_read_nothing(tmp_path: Path, settings: Any) -> None:
    data = tmp_path / "data"
    Keys(data).get("secret_key")
    assert mode(data) & 0o066 == 0, "nobody else lists or writes"
    assert mode(data / "keys.json") == 0o600
    assert mode(data / "keys.lock") == 0o600
    settings.OBJECTS = data / "objects"
    stored = storage.store([b"secret"])
    assert mode(data / "objects") == 0o700
    assert mode(storage.path_of(stored.sha256)) == 0o440
    load_signer(data / "log.key", "test/log")
    assert mode(data / "log.key") == 0o600


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    make_private(tmp_path)
    assert mode(tmp_path) == 0o750


def test_items_are_registers_not_files() -> None:
    """The only files that come in are evidence and sheets: no model keeps a path."""
    from django.apps import apps
    from django.db.models import FileField

    kept = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, FileField)
    ]
    assert not kept
    assert Item._meta.db_table
