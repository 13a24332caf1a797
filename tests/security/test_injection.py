"""Texts that would like to be code: in pages, documents, feeds, tables, ledger."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import COMPANY
from tests.faces.exchange.test_api import CLUE
from tests.security.conftest import browser
from tests.security.markup import read
from tests.security.test_privacy import clear, text_in
from tests.security.world import ALIVE, EVIL, Caller, World
from xiezhi.identity.models import Organ
from xiezhi.record.models import File, Material
from xiezhi.record.renditions import rendition_of
from xiezhi.record.storage import opened
from xiezhi.record.typesetting import typeset

ATOM = "{http://www.w3.org/2005/Atom}"
#: Typst's own language: calls, imports, files, loops, raw blocks, links, labels.
TYPST = [
    '#panic("x")',
    '#read("/etc/passwd")',
    '#import "@preview/evil:1.0.0": *',
    '#include "../../keys.json"',
    '#plugin("x.wasm")',
    "#while true {}",
    "$x^2$ *bold* _em_ = heading",
    "```raw``` `x`",
    "https://evil.example <label> @ref",
    "\\u{41} \\ \n// comment /* more",
    "#set page(width: 1pt)",
    "]#[",
    '"); #panic("',
]


# -- pages ----------------------------------------------------------------------------------------


def test_what_was_typed_is_read_as_it_was_typed(world: World, anonymous: Client) -> None:
    """Escaped once, not stripped: the reader sees the very characters."""
    address = reverse("portal:decision", args=[world.shown.uid])
    page = anonymous.get(address).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&amp;lt;script" not in page
    assert "{{7*7}}" in page
    client = browser(world.ours.head)
    page = client.get(reverse("desk:case", args=[world.secret.file.pk])).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert not read(page).faults


def test_a_message_after_an_act_is_text(world: World) -> None:
    """The party's name comes back in the message and in the title of the next page."""
    client = browser(world.ours.handler)
    posted = {
        **{k: v for k, v in COMPANY.items() if v},
        "name": EVIL,
        "on": "2026-11-01",
        "found_on": "2026-11-01",
        "source": "inspection",
        "cause": EVIL,
        "brief": EVIL,
    }
    answer = client.post("/desk/new/casework.register_clue/", posted, follow=True)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "已办理" in text
    assert not [mark for mark in ALIVE if mark in text]
    assert not read(text).faults


# -- documents ------------------------------------------------------------------------------------


def test_every_document_of_the_evil_case_is_typeset(world: World) -> None:
    codes = []
    for material in Material.objects.filter(file=world.secret.file, kind="document"):
        with opened(rendition_of(material).blob.sha256) as pdf:
            text = clear(text_in(pdf.read()))
        codes.append(material.code)
        if material.code == "evidence.interview":
            assert "<script>alert(1)</script>" in text
            assert "#panic[$x$]" in text
            assert "{{7*7}}{%now%}" in text
    assert len(codes) >= 8


@pytest.mark.parametrize("text", TYPST)
def test_a_text_is_no_typst(text: str) -> None:
    made = typeset(
        "evidence.interview",
        {
            "interviewee": {"name": text},
            "place": text,
            "told": text,
            "talk": [{"q": text, "a": text}],
        },
        agency_name=text,
        number=text,
        on=dt.date(2026, 11, 1),
    )
    said = clear(text_in(made.pdf))
    assert clear(text.replace("\n", ""))[:12] in said
    assert "root:x:0" not in said


# -- feeds ----------------------------------------------------------------------------------------


def entries(answer: Any) -> list[ET.Element]:
    root = ET.fromstring(answer.content)  # noqa: S314 - our own feed
    return root.findall(f"{ATOM}entry")


def test_the_feed_is_well_formed_and_its_texts_are_texts(world: World, anonymous: Client) -> None:
    for address in ("/feed/", f"/feed/{world.ours.agency.pk}/"):
        answer = anonymous.get(address)
        assert answer["Content-Type"].startswith("application/atom+xml")
        found = entries(answer)
        assert len(found) == 2
        for entry in found:
            for name in ("title", "summary"):
                part = entry.find(f"{ATOM}{name}")
                assert part is None or len(part) == 0, "no markup inside"
                assert part is None or part.get("type", "text") in ("text", "html")
            link = entry.find(f"{ATOM}link")
            assert link is not None
            assert str(link.get("href")).startswith("http://testserver/p/")


def test_no_character_stops_the_feed(world: World, anonymous: Client) -> None:
    Organ.objects.filter(pk=world.ours.agency.pk).update(name="安澜\x01市\x0b局\ufffe]]>&")
    for address in ("/feed/", f"/feed/{world.ours.agency.pk}/"):
        answer = anonymous.get(address)
        assert answer.status_code == 200
        assert len(entries(answer)) == 2


# -- what no text may hold ------------------------------------------------------------------------

UNSEEN = [
    "\x00",
    "\x01",
    "\x0b",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u202e",
    "\u2066",
    "\ud800",
    "\udfff",
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_nobody_sees_is_not_taken(world: World, unseen: str) -> None:
    caller = Caller(world.ours.handler, "casework.")
    before = File.objects.count()
    for name in ("name", "cause", "brief", "address"):
        answer = caller.post("/casework.register_clue", CLUE | {name: f"某{unseen}某"})
        assert answer.status_code in (400, 422), name
        if answer.status_code == 422:
            assert name in answer.json()["fields"]
    answer = caller.post("/casework.register_clue", CLUE | {f"x{unseen}": "y"})
    assert answer.status_code in (400, 422)
    assert File.objects.count() == before


@pytest.mark.parametrize(
    "fine", ["第一行\n第二行", "韩\u3000小川", "👮\u200d♂️", "①②㈠", "\ufeff某", "é"]
)
def test_what_people_write_is_taken(world: World, fine: str) -> None:
    caller = Caller(world.ours.handler, "casework.")
    assert caller.post("/casework.register_clue", CLUE | {"brief": fine}).status_code == 200
