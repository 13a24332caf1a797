"""Nobody stops the service with a small request: cost in proportion, nonsense in a sentence."""

from __future__ import annotations

import json
import struct
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.faces.exchange.test_api import CLUE
from tests.security.conftest import browser
from tests.security.world import Caller, World
from xiezhi.faces.desk.bench import pieces
from xiezhi.faces.exchange.doing import FORMS, bound
from xiezhi.faces.exchange.problems import Problem
from xiezhi.procedure import detectors
from xiezhi.procedure.redaction import Known, redact
from xiezhi.record.casefile import _is_archival
from xiezhi.record.models import Entry, File
from xiezhi.record.pictures import fits

# -- texts ----------------------------------------------------------------------------------------

HOSTILE = [
    "1", " ", "1 ", "1、", "a", "a@", "a@b.", "住", "住址：", "苑", "小区1", "路号", "京A",
    "13900990123 ", "990100199003078475，", "１ ", "一", "电话：", "a @ b . ", "1-(", "E1234567",
    "弄1号", "微信", "\u200b1", "1\u0301", "X", "-", "\n",
]  # fmt: skip


def cost(work: Callable[[str], object], unit: str, length: int) -> float:
    """Seconds of processor time, the better of two."""
    text = (unit * length)[:length] + "z"
    found = []
    for _ in range(2):
        for cached in (detectors._detected, detectors._runs):
            cached.cache_clear()
        begun = time.process_time()
        work(text)
        found.append(time.process_time() - begun)
    return min(found)


def proportionate(work: Callable[[str], object], unit: str) -> bool:
    """Four times the text may cost six times as much, not sixteen; or next to nothing."""
    small, large = cost(work, unit, 1_500), cost(work, unit, 6_000)
    return large < 0.05 or large < 6 * small


@pytest.mark.parametrize("unit", HOSTILE)
def test_looking_for_personal_data_takes_linear_time(unit: str) -> None:
    assert proportionate(detectors.detect, unit), repr(unit)


@pytest.mark.parametrize("unit", ["13900990123 ", "990100199003078475，", "1 ", "某", "某某1"])
def test_covering_takes_linear_time(unit: str) -> None:
    known = [Known(f"某某{n}", "name") for n in range(20)]
    assert proportionate(lambda text: redact(text, known), unit), repr(unit)


@pytest.mark.parametrize("unit", ["1", "的", "ab", "1,", "甲乙丙丁戊己庚辛壬癸"])
def test_comparing_two_rounds_takes_bounded_time(unit: str) -> None:
    old, new = (unit * 9_000)[:9_000], (unit * 9_000)[:8_990] + "末"
    begun = time.process_time()
    left, right = pieces(old, new)
    assert time.process_time() - begun < 5
    assert "".join(piece.text for piece in left) == old
    assert "".join(piece.text for piece in right) == new


# -- JSON -----------------------------------------------------------------------------------------

ODD = {
    "nested lists": '{"brief": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "lists nested a little less": '{"brief": ' + "[" * 900 + "]" * 900 + "}",
    "nested objects": '{"brief": ' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "}",
    "objects nested a little less": '{"brief": ' + '{"a":' * 480 + "1" + "}" * 480 + "}",
    "a list in a list": json.dumps({"officers": [[[[1]]]]}),
    "an endless number": '{"brief": ' + "9" * 100_000 + "}",
    "no number": '{"brief": NaN, "found_on": Infinity}',
    "a huge exponent": '{"brief": 1e999999}',
    "half a character": '{"brief": "\\ud800"}',
    "half a name": '{"\\udfff": 1}',
    "the character NUL": '{"brief": "\\u0000"}',
    "a NUL in a name": '{"a\\u0000": 1}',
    "no JSON": "<xml/>",
    "no object": "[1]",
    "nothing": "null",
    "no UTF-8": b'{"brief": "\xff\xfe"}',
    "UTF-16": '{"brief": "x"}'.encode("utf-16"),
    "the same name twice": '{"brief": "a", "brief": "b"}',
    "ten thousand names": json.dumps({f"n{n}": n for n in range(10_000)}),
}
OPEN = "/casework.register_clue"
INSIDE = ("casework.inspect", "casework.add_evidence", "casework.propose_filing", "review.submit")


@pytest.mark.parametrize("what", ODD)
def test_odd_json_is_a_problem_not_an_error(world: World, what: str) -> None:
    caller = Caller(world.ours.handler, "*")
    before = (File.objects.count(), Entry.objects.count())
    for path in (OPEN, *(f"/files/{world.secret.file.pk}/{act}" for act in INSIDE)):
        answer = caller.post(path, ODD[what])
        assert answer.status_code in (400, 409, 422), path
        assert answer["Content-Type"].startswith("application/problem+json")
        assert len(answer.content) < 20_000
    assert (File.objects.count(), Entry.objects.count()) == before


@pytest.mark.parametrize("value", [[], {}, [[]], True, 0, -1, 1e308, "", " ", "9" * 5000, None])
def test_a_value_of_another_kind_is_a_problem(world: World, value: Any) -> None:
    caller = Caller(world.ours.handler, "*")
    for name in CLUE:
        answer = caller.post(OPEN, {**CLUE, name: value})
        assert answer.status_code in (200, 422), name


KINDS = [
    True,
    [],
    {},
    {"a": [1]},
    [True],
    [{"law": True, "x": [[]], "name": {}}],
    -1,
    "\x00",
    "9" * 99,
]


@pytest.mark.parametrize("value", KINDS)
def test_no_form_breaks_on_a_value_of_another_kind(world: World, value: Any) -> None:
    """Every field of every act at once; what is raised by any of them fails here."""
    file, handler = world.secret.file, world.ours.handler
    for form in FORMS:
        given = dict.fromkeys(form(file=file, by=handler).fields, value)
        with suppress(Problem):
            bound(form, given, file, handler)


def test_a_key_of_odd_characters_is_a_problem(world: World) -> None:
    caller = Caller(world.ours.handler, "*")
    for key in ("\x01", "键", "a\x7f"):
        answer = caller.post(OPEN, CLUE, **{"Idempotency-Key": key})
        assert answer.status_code == 400
    assert caller.post(OPEN, CLUE, **{"Idempotency-Key": "k" * 5000}).status_code == 200


def test_a_list_of_thirty_thousand_rows_is_refused_at_once(world: World) -> None:
    caller = Caller(world.ours.handler, "*")
    rows = [{"law": "x", "article": "y"}] * 30_000
    begun = time.process_time()
    answer = caller.post(f"/files/{world.secret.file.pk}/casework.conclude", {"law_breached": rows})
    assert answer.status_code == 422
    assert time.process_time() - begun < 4


def test_too_many_fields_of_a_page_are_refused(world: World) -> None:
    client = browser(world.ours.handler)
    posted = {f"talk-{n}-q": "x" for n in range(2000)}
    answer = client.post(reverse("desk:open", args=["casework.register_clue"]), posted)
    assert answer.status_code == 400


# -- lists ----------------------------------------------------------------------------------------

PAGES = ["0", "-1", "2", "999", "9" * 8, "9" * 19, "9" * 5000, "1e9", "٣", "²", "x", "1;--", ""]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_number_is_an_error(world: World, anonymous: Client, page: str) -> None:
    client = browser(world.ours.head)
    for address in ("/desk/", "/desk/files/", "/desk/documents/", "/desk/supervision/"):
        assert client.get(address, {"page": page}).status_code in (200, 403), address
    for address in ("/search/", "/account/", "/officers/", "/items/", "/laws/", "/benchmarks/"):
        assert anonymous.get(address, {"page": page}).status_code == 200, address
    case = reverse("desk:case", args=[world.secret.file.pk])
    act = reverse("desk:act", args=[world.secret.file.pk, "casework.extend"])
    assert client.get(case, {"all": page}).status_code == 200
    assert client.post(f"{act}?seen={page[:3000]}", {"on": "2026-11-01"}).status_code in (409, 422)
    for number in (page, "9" * 400):
        for address in (f"/laws/{number}/", f"/agencies/{number}/", f"/feed/{number}/"):
            assert anonymous.get(address).status_code in (200, 301, 404), address
        proof = f"/desk/files/{world.secret.file.pk}/record/{number}/proof.json"
        assert client.get(proof).status_code in (200, 301, 404)


def test_the_api_gives_no_more_than_a_page(world: World) -> None:
    caller = Caller(world.ours.head, "*")
    assert len(caller.get("/files?limit=100000&page_size=100000").json()["files"]) <= 50
    assert len(caller.get("/duties?limit=100000").json()["duties"]) <= 50


def test_explaining_costs_no_more_questions(world: World) -> None:
    caller = Caller(world.ours.head, "*")
    counts = []
    for asked in ("", "?explain=true", "?explain=true&acts=true"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert caller.get(f"/files/{world.secret.file.pk}{asked}").status_code == 200
        counts.append(len(queries))
    assert counts[1] == counts[0]
    assert counts[2] <= counts[0] + 2


def test_a_search_reads_no_more_than_a_line(world: World, anonymous: Client) -> None:
    begun = time.process_time()
    for text in ("公" * 20_000, "公司 " * 5000):
        assert anonymous.get("/search/", {"q": text}).status_code == 200
        assert anonymous.get("/officers/", {"q": text}).status_code == 200
        client = browser(world.ours.head)
        assert client.get("/desk/files/", {"q": text}).status_code == 200
        assert client.get("/desk/documents/", {"q": text}).status_code == 200
    assert time.process_time() - begun < 10


# -- pictures and papers --------------------------------------------------------------------------


def png(wide: int, high: int) -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", b"") + part(b"IEND", b"")


def jpeg(wide: int, high: int) -> bytes:
    filler = b"\xff\xe0" + struct.pack(">H", 16) + b"\x00" * 14
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, high, wide, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + filler + frame + b"\xff\xd9"


def webp(kind: bytes, rest: bytes) -> bytes:
    return b"RIFF\x00\x00\x00\x00WEBP" + kind + b"\x00\x00\x00\x00" + rest


PICTURES = [
    (png(4000, 3000), True),
    (png(65_535, 65_535), False),
    (png(2**31 - 1, 2**31 - 1), False),
    (png(0, 5), False),
    (jpeg(12_000, 9_000), True),
    (jpeg(65_535, 65_535), False),
    (b"GIF89a" + struct.pack("<HH", 800, 600) + b"\x00" * 20, True),
    (b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\x00" * 20, False),
    (webp(b"VP8X", b"\x00" * 4 + b"\xff\x0f\x00\xff\x0f\x00" + b"\x00" * 9), True),
    (webp(b"VP8X", b"\x00" * 4 + b"\xff\xff\xff\xff\xff\xff" + b"\x00" * 9), False),
    (webp(b"VP8L", b"\x2f" + b"\xff\xff\xff\x0f" + b"\x00" * 9), False),
    (b"\xff\xd8\xff\xe0\x00\x00" * 100, False),
    (b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000, False),
    (b"BM", False),
    (b"", False),
    (b"<svg/>", False),
]


@pytest.mark.parametrize(("content", "good"), PICTURES)
def test_a_picture_is_measured_before_it_is_unpacked(
    tmp_path: Path, content: bytes, good: bool
) -> None:
    picture = tmp_path / "picture"
    picture.write_bytes(content)
    assert fits(picture) is good


def test_what_a_paper_says_of_itself_is_no_bomb() -> None:
    """50 MB of metadata in 50 KB, packed twice or not at all small, are not read."""
    small = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    for content, filters in (
        (zlib.compress(zlib.compress(small + b" " * (50 << 20))), "twice"),
        (small + b" " * (1 << 20), None),
    ):
        pdf = pikepdf.new()
        pdf.add_blank_page()
        flate = pikepdf.Name.FlateDecode
        pdf.Root.Metadata = pikepdf.Stream(pdf, content)
        if filters:
            pdf.Root.Metadata.Filter = pikepdf.Array([flate, flate])
        begun = time.process_time()
        assert not _is_archival(pdf)
        assert time.process_time() - begun < 0.2
