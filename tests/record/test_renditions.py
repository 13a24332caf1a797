"""Documents as PDF, originals to take away, the case file bound and packed."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.builders import Bureau, Story, a_bureau, a_case
from xiezhi.casework import actions as casework
from xiezhi.procedure.citations import Refused
from xiezhi.record import storage
from xiezhi.record.archiving import archive
from xiezhi.record.models import Blob, Entry, Material, Rendition
from xiezhi.record.objects import keep
from xiezhi.record.renditions import Following, rendition_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def objects(tmp_path: Path, settings: Any) -> None:
    settings.OBJECTS = tmp_path / "objects"
    settings.DATA = tmp_path


@pytest.fixture
def bureau() -> Bureau:
    return a_bureau()


@pytest.fixture
def client(bureau: Bureau) -> Client:
    client = Client()
    client.force_login(bureau.handler)
    return client


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def decision_of(story: Story) -> Material:
    return Material.objects.get(file=story.file, code="penalty.decision")


def pdf_url(story: Story, material: Material) -> str:
    return reverse("desk:pdf", args=[story.file.pk, material.pk])


def test_a_document_is_rendered_on_first_need_and_stays_the_same(
    bureau: Bureau, client: Client
) -> None:
    story = a_case(bureau).decided()
    material = decision_of(story)
    assert not Rendition.objects.filter(material=material).exists()
    answer = client.get(pdf_url(story, material))
    whole = body(answer)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(whole)).pages)
    assert "行政处罚决定书" in text.replace(" ", "")
    assert body(client.get(pdf_url(story, material))) == whole
    assert Rendition.objects.filter(material=material).count() == 1


def test_the_worker_renders_new_documents(bureau: Bureau) -> None:
    following = Following(back=0)
    story = a_case(bureau).registered()
    assert following() == len(story.acts)
    assert Rendition.objects.filter(material__file=story.file).count() == 1
    assert following() == 0


@pytest.fixture
def original(bureau: Bureau) -> tuple[Story, Material]:
    """Evidence that calls itself a web page."""
    story = a_case(bureau).filed()
    blob = keep([b"<script>alert(1)</script>" + bytes(range(200))], "text/html")
    casework.add_evidence(
        story.file,
        by=bureau.handler,
        on=story.day,
        kind="electronic",
        title="网页 截图/1",
        proves="销售页面",
        blob=blob,
    )
    return story, Material.objects.get(file=story.file, blob=blob)


def original_url(story: Story, material: Material) -> str:
    return reverse("desk:original", args=[story.file.pk, material.pk])


def test_an_original_is_never_a_page_of_ours(
    original: tuple[Story, Material], client: Client
) -> None:
    answer = client.get(original_url(*original))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "/" not in answer["Content-Disposition"].partition("filename=")[2].partition(";")[0]
    assert len(body(answer)) == 225


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("bytes=0-9", (206, slice(0, 10), "bytes 0-9/225")),
        ("bytes=200-", (206, slice(200, 225), "bytes 200-224/225")),
        ("bytes=-5", (206, slice(220, 225), "bytes 220-224/225")),
        ("bytes=10-9999", (206, slice(10, 225), "bytes 10-224/225")),
        ("bytes=-9999", (200, slice(0, 225), None)),
        ("bytes=225-", (416, None, "bytes */225")),
        ("bytes=-0", (416, None, "bytes */225")),
        ("bytes=9-2", (416, None, "bytes */225")),
        ("bytes=0-1,5-6", (200, slice(0, 225), None)),
        ("lines=1-2", (200, slice(0, 225), None)),
    ],
)
def test_ranges(
    original: tuple[Story, Material],
    client: Client,
    asked: str,
    answered: tuple[int, slice | None, str | None],
) -> None:
    status, part, said = answered
    whole = body(client.get(original_url(*original)))
    answer = client.get(original_url(*original), headers={"range": asked})
    assert answer.status_code == status
    assert answer.headers.get("Content-Range") == said
    if part is not None:
        got = body(answer)
        assert got == whole[part]
        assert int(answer["Content-Length"]) == len(got)


def test_a_range_of_something_else_is_the_whole(
    original: tuple[Story, Material], client: Client
) -> None:
    url = original_url(*original)
    tag = client.get(url)["ETag"]
    same = client.get(url, headers={"range": "bytes=0-0", "if-range": tag})
    other = client.get(url, headers={"range": "bytes=0-0", "if-range": '"x"'})
    assert (same.status_code, other.status_code) == (206, 200)
    assert client.get(url, headers={"if-none-match": tag}).status_code == 304
    assert body(client.head(url)) == b""


def test_the_case_file_is_bound(bureau: Bureau, client: Client) -> None:
    story = a_case(bureau).closed()
    for name, title in (("open", "正卷"), ("internal", "副卷")):
        answer = client.get(reverse("desk:volume", args=[story.file.pk, name]))
        pages = PdfReader(io.BytesIO(body(answer))).pages
        assert title in pages[0].extract_text().replace(" ", "")
        assert len(pages) > 4


def test_the_package_verifies_without_us(bureau: Bureau, client: Client, tmp_path: Path) -> None:
    story = a_case(bureau).closed()
    answer = client.get(reverse("desk:package", args=[story.file.pk]))
    with zipfile.ZipFile(io.BytesIO(body(answer))) as packed:
        packed.extractall(tmp_path / "package")
    ran = subprocess.run(
        [sys.executable, "check_package.py", "."],
        cwd=tmp_path / "package",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "不符" not in ran.stdout.replace("没有不符", ""), ran.stdout
    assert ran.returncode in (0, 2), ran.stdout + ran.stderr


def test_archiving_numbers_the_case_file(bureau: Bureau) -> None:
    first, second = a_case(bureau).closed(), a_case(bureau).closed()
    for story in (first, second):
        archive(story.file, by=bureau.archivist, on=story.on())
    numbers = [
        entry.facts["archive_number"]
        for entry in Entry.objects.filter(kind="record.archive").order_by("pk")
    ]
    assert numbers == ["20260001", "20260002"]


def test_archiving_twice_is_refused(bureau: Bureau) -> None:
    story = a_case(bureau).closed()
    archive(story.file, by=bureau.archivist, on=story.on())
    with pytest.raises(Refused, match="FLOW-ONCE"):
        archive(story.file, by=bureau.archivist, on=story.on())


def test_an_incomplete_case_file_isnt_archived(bureau: Bureau) -> None:
    """A test was commissioned and its result never came in: named, with its article."""
    from xiezhi.record import archiving

    story = a_case(bureau).paid()
    with pytest.raises(Refused):
        archive(story.file, by=bureau.archivist, on=story.on())
    reasons = archiving.lacking(story.file)
    assert any("没有结案审批表" in reason.say for reason in reasons)
    assert all(str(reason.cite) for reason in reasons)


def test_only_the_archivist_archives(bureau: Bureau) -> None:
    story = a_case(bureau).closed()
    with pytest.raises(Refused, match="档案员"):
        archive(story.file, by=bureau.handler, on=story.on())


def test_an_object_is_read_back_as_it_was_stored() -> None:
    blob = keep([b"abc"], "text/plain")
    assert storage.read(blob.sha256) == b"abc"
    assert Blob.objects.get().size == 3


def test_two_renditions_at_once_leave_one(bureau: Bureau) -> None:
    material = Material.objects.select_related("file__agency").get(
        file=a_case(bureau, day=dt.date(2026, 3, 2)).registered().file
    )
    assert rendition_of(material).blob_id == rendition_of(material).blob_id
