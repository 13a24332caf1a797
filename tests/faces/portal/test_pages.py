"""The public pages: what they show, what they never show, how many queries they take."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import COMPANY, Bureau, a_case
from tests.disclosure.showing import Showing
from tests.faces.portal.conftest import show
from xiezhi.disclosure import actions, models, proofs
from xiezhi.disclosure.models import Publication, PublicCommitment, PublicPublication
from xiezhi.faces.portal.reading import row_context
from xiezhi.record import log

pytestmark = pytest.mark.django_db

EMPTY_SITE = (
    "/", "/search/", "/account/", "/remedies/", "/contact/", "/accessibility/", "/verify/",
    "/verify/method/", "/data/", "/lists/", "/agencies/", "/officers/", "/items/", "/laws/",
    "/benchmarks/", "/feed/", "/procedures/", "/procedures/review/", "/procedures/recordings/",
    "/procedures/case-file/", "/procedures/service-guide/", "/calculator/",
)  # fmt: skip


def text_of(html: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("address", EMPTY_SITE)
def test_every_page_stands_before_anything_was_shown(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", EMPTY_SITE)
def test_every_page_only_reads(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    "address",
    ["/p/nothere/", "/p/nothere/page.json", "/p/nothere/proof.json", "/agencies/9/", "/laws/9/",
     "/feed/9/", "/checkpoint", "/tile/0/000", "/tile/../../etc/passwd", "/d/nothere/"],
)  # fmt: skip
def test_what_is_not_there_is_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=99999999999999999999", "agency=x", "agency=99999999999999999999",
     "since=31.02.2026", "since=2026-12-01&until=2026-01-01", "kind=%00", "q=%00",
     "q=" + "长" * 500,
     "month=2026-13", "month=99999-01", "state=everything"],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/search/", "/account/", "/officers/", "/laws/"])
def test_no_input_makes_an_error_page(client: Client, address: str, query: str) -> None:
    assert client.get(f"{address}?{query}").status_code == 200


def test_home_adds_up(client: Client, bureau: Bureau) -> None:
    """作出 = 已公示 + 期限内待公示 + 依法不公开 + 超期未公示."""
    show(bureau, 2)
    overdue = a_case(bureau, day=dt.date(2026, 3, 2)).decided()
    withheld = a_case(bureau, day=dt.date(2026, 3, 2)).decided()
    actions.withhold(withheld.file, by=bureau.head, on=withheld.day, ground="G2", reason="配方")
    page = client.get("/account/?month=2026-03").content.decode()
    said = text_of(page)
    assert "1件超期未公示" in said
    assert overdue.decision.number in page
    assert withheld.decision.number not in page
    assert "涉及商业秘密" in said
    assert "配方" not in page
    assert "2026年3月1日至2026年3月31日作出的4件决定" in said


def test_pending_becomes_overdue_the_day_after(bureau: Bureau) -> None:
    today = timezone.localdate()
    a_case(bureau, day=today - dt.timedelta(days=16)).decided()
    account = PublicCommitment.objects.all().account()
    assert account == {"made": 1, "shown": 0, "pending": 1, "withheld": 0, "overdue": 0}


def test_the_decision_page(client: Client, bureau: Bureau) -> None:
    (shown,) = show(bureau, 1)
    response = client.get(f"/p/{shown.uid}/")
    page = response.content.decode()
    for words in (shown.number, shown.party_name, "公示以来未改动", "对这个决定不服，怎么办",
                  "这件案子怎么办的", "决定书全文", "带走这一页", "打印"):  # fmt: skip
        assert words in page
    assert '<svg class="qr"' in page
    assert "style=" not in page
    assert "<script>" not in page


def test_a_page_is_asked_for_again_without_being_sent_again(client: Client, bureau: Bureau) -> None:
    (shown,) = show(bureau, 1)
    first = client.get(f"/p/{shown.uid}/")
    assert "public" in first["Cache-Control"]
    again = {"If-None-Match": first["ETag"]}
    assert client.get(f"/p/{shown.uid}/", headers=again).status_code == 304
    client.cookies["text"] = "elder"
    assert client.get(f"/p/{shown.uid}/", headers=again).status_code == 200
    raw = client.get(f"/p/{shown.uid}/page.json")
    assert raw["ETag"] == f'"{shown.digest}"'
    assert raw.content.decode() == shown.page


def test_elder_mode_is_the_readers_choice(client: Client, bureau: Bureau) -> None:
    (shown,) = show(bureau, 1)
    client.cookies["text"] = "elder"
    response = client.get(f"/p/{shown.uid}/")
    assert 'data-text="elder"' in response.content.decode()
    assert "Cookie" in response["Vary"]


@pytest.mark.rule("PEN-22")
def test_a_withdrawn_page_says_why_and_nothing_else(client: Client, bureau: Bureau) -> None:
    (shown,) = show(bureau, 1)
    reason = "安政复决〔2026〕19号认定程序违法。"
    actions.withdraw(shown, by=bureau.publisher, on=shown.published_on, ground="unlawful",
                     reason=reason)  # fmt: skip
    for address in (f"/p/{shown.uid}/", "/", "/search/", "/feed/"):
        page = client.get(address).content.decode()
        assert shown.number in page
        assert shown.party_name not in page
        assert shown.cause not in page
    page = client.get(f"/p/{shown.uid}/").content.decode()
    assert reason in page
    assert "决定被确认违法" in page
    assert client.get(f"/p/{shown.uid}/page.json").status_code == 404
    assert client.get(f"/p/{shown.uid}/proof.json").status_code == 200


def test_an_ended_page_is_a_stub(
    client: Client, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = show(bureau, 1)
    fields = {"state": "ended", "page": "", "title": "", "party_name": "", "cause": "",
              "outcome": "", "gist": ""}  # fmt: skip
    real = models.PublicPublication.objects.select_related("agency").get(uid=shown.uid)
    for name, value in fields.items():
        setattr(real, name, value)
    monkeypatch.setattr(models.PublicPublication.objects, "select_related", lambda *_: _Only(real))
    page = client.get(f"/p/{shown.uid}/").content.decode()
    assert "公示期满" in page
    assert shown.party_name not in page


class _Only:
    def __init__(self, row: Any) -> None:
        self.row = row

    def filter(self, **_: Any) -> Any:
        return self

    def first(self) -> Any:
        return self.row


def test_a_changed_page_is_called_changed(client: Client, bureau: Bureau) -> None:
    """Somebody with the owner's rights alters a row: the page says so, no tick is shown."""
    (shown,) = show(bureau, 1)
    row = PublicPublication.objects.get(uid=shown.uid)
    assert proofs.kept([row])[row.pk].state == "kept"
    row.page = row.page.replace("罚款", "警告")
    assert proofs.kept([row])[row.pk].state == "broken"
    row = PublicPublication.objects.get(uid=shown.uid)
    row.outcome = "警告"
    assert proofs.kept([row])[row.pk].state == "broken"


def test_a_row_drawn_before_never_hides_what_happened_since(bureau: Bureau) -> None:
    """Drawn rows are kept; one that was altered, withdrawn or has ended is drawn anew."""
    (shown,) = show(bureau, 1)

    def row() -> PublicPublication:
        return PublicPublication.objects.select_related("agency").get(uid=shown.uid)

    def drawn(one: PublicPublication) -> str:
        return str(row_context([one])[0].drawn)  # type: ignore[attr-defined]

    first = row()
    assert "公示后未改动" in drawn(first)
    assert drawn(row()) == drawn(first)
    altered = row()
    altered.outcome = "警告"
    assert "核对不符" in drawn(altered)
    for state, said in (("withdrawn", "已撤回公示"), ("ended", "公示期满")):
        over = row()
        over.state, over.party_name, over.page = state, "", ""
        assert said in drawn(over)
        assert first.party_name not in drawn(over)
    moved = row()
    moved.agency.name = "安澜市新设局"
    assert "安澜市新设局" in drawn(moved)


@pytest.mark.slow
def test_queries_do_not_grow_with_the_list(client: Client, bureau: Bureau) -> None:
    """At 3 and at 30 rows."""
    most = {"/": 8, "/search/": 6, "/search/?q=建材": 6, "/feed/": 3, "/account/": 4}
    for many in (3, 27):
        show(bureau, many, dt.date(2026, 3, 2 + many))
        for address, limit in most.items():
            with CaptureQueriesContext(connection) as made:
                client.get(address)
            assert len(made) <= limit, (many, address)


def test_the_feed_is_atom(client: Client, bureau: Bureau) -> None:
    shown = show(bureau, 2)
    for address in ("/feed/", f"/feed/{bureau.agency.pk}/"):
        response = client.get(address)
        assert response["Content-Type"].startswith("application/atom+xml")
        root = ET.fromstring(response.content)  # noqa: S314 - our own
        atom = "{http://www.w3.org/2005/Atom}"
        assert root.tag == f"{atom}feed"
        entries = root.findall(f"{atom}entry")
        assert [e.findtext(f"{atom}title") for e in entries] == [p.title for p in shown[::-1]]
        for entry in entries:
            assert entry.findtext(f"{atom}id")
            assert entry.findtext(f"{atom}updated")


def test_an_officer_is_checked_by_the_certificate(client: Client, bureau: Bureau) -> None:
    page = client.get("/officers/?q=99010023410").content.decode()
    assert "周闻溪" in page
    assert "陆知行" not in page
    assert "没有查到" in client.get("/officers/?q=00000000000").content.decode()
    assert "周闻溪" in client.get("/search/?q=99010023410").content.decode()


def test_a_served_document_answers_to_its_code(client: Client, bureau: Bureau) -> None:
    story = a_case(bureau, party={**COMPANY, "name": "安澜市隐名有限公司"}).decided()
    material = story.decision.material
    page = client.get(f"/d/{material.digest[:20]}/").content.decode()
    assert story.decision.number in page
    assert "行政处罚决定书" in page
    assert "隐名" not in page
    assert client.get(f"/d/{material.digest[:19]}/").status_code == 404
    assert client.get(f"/verify/?d={material.digest[:20]}").status_code == 302
    to = client.get("/verify/?d=安市监罚〔2026〕1号")["Location"]
    assert to.startswith("/search/?q=")


def test_the_log_is_published(client: Client, bureau: Bureau) -> None:
    (shown,) = show(bureau, 1)
    head = client.get("/checkpoint").content.decode()
    size = int(head.split("\n")[1])
    assert size == log.checkpoint().size  # type: ignore[union-attr]
    tile = client.get(f"/tile/0/000.p/{size}")
    assert len(tile.content) == size * 32
    assert "immutable" in tile["Cache-Control"]
    entries = client.get(f"/tile/entries/000.p/{size}").content
    assert bytes.fromhex(shown.digest) in entries
    assert client.get(f"/tile/0/000.p/{size + 1}").status_code == 404


def test_proof_of_a_page_not_yet_in_the_log(client: Client, bureau: Bureau) -> None:
    story = a_case(bureau).decided()
    shown: Publication = Showing(story).shown()
    assert client.get(f"/p/{shown.uid}/proof.json").json() == {"waiting": True}
    assert "正在存证" in client.get(f"/p/{shown.uid}/").content.decode()
