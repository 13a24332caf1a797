"""Lists: what is found, by whom, and what leaves in a table can't run."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.builders import COMPANY, Bureau, a_case, account, certificate, organ
from xiezhi.casework.models import Party
from xiezhi.faces.desk import finding
from xiezhi.identity.models import Account
from xiezhi.procedure.roles import Role

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db
FILES = "/desk/files/"


def days_ago(days: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=days)


def elsewhere(bureau: Bureau) -> Bureau:
    """Another agency of the same city, with one officer."""
    agency = organ(bureau.agency.parent, "qt", "agency", "安澜市城市管理局", word="安城管")
    unit = organ(agency, "zd", "unit", "执法中队")
    officer = account("qt-li", "李平", unit, Role.HANDLER, unit)
    certificate(officer, agency, "99010099999")
    return replace(bureau, agency=agency, unit=unit, handler=officer)


def found(client: Client, **query: str) -> str:
    answer = client.get(FILES, query)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"q": "禾丰"}, True),
        ({"q": COMPANY["code"]}, True),
        ({"q": COMPANY["code"].lower()}, True),
        ({"q": "〔2026〕"}, True),
        ({"q": "100%_"}, False),
        ({"q": "没有这个人"}, False),
        ({"kind": "penalty.summary"}, False),
        ({"stage": "inquiry"}, True),
        ({"stage": "decision"}, False),
        ({"since": "2999-01-01"}, False),
        ({"until": "2999-01-01"}, True),
    ],
)
def test_search(bureau: Bureau, as_: AsPerson, asked: dict[str, str], there: bool) -> None:
    story = a_case(bureau, day=dt.date(2026, 3, 2)).filed()
    assert (story.file.title in found(as_(bureau.handler), **asked)) is there


def test_the_list_holds_only_what_one_may_see(bureau: Bureau, as_: AsPerson) -> None:
    other = elsewhere(bureau)
    mine, theirs = a_case(bureau).registered(), a_case(other).registered()
    page = found(as_(bureau.head))
    assert str(mine.file.pk) in page
    assert str(theirs.file.pk) not in page
    assert "还没有案件" in found(as_(bureau.stranger))


def test_the_stage_shown_is_the_furthest_reached(bureau: Bureau, as_: AsPerson) -> None:
    a_case(bureau, day=days_ago(60)).served()
    assert "<span>送达</span>" in found(as_(bureau.head))


@pytest.mark.parametrize("number", [3, 30])
def test_the_price_of_the_list(
    bureau: Bureau, as_: AsPerson, django_assert_max_num_queries: Any, number: int
) -> None:
    for _ in range(number):
        a_case(bureau).registered()
    client = as_(bureau.head)
    found(client)
    with django_assert_max_num_queries(8):
        found(client)


def test_a_table_runs_nothing(bureau: Bureau, as_: AsPerson) -> None:
    party = {**COMPANY, "name": '=HYPERLINK("http://example.com","点我")'}
    a_case(bureau, party=party).registered()
    client = as_(bureau.head)
    answer = client.get(reverse("desk:export", args=["csv"]))
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[1][3].startswith("'=HYPERLINK")
    answer = client.get(reverse("desk:export", args=["xlsx"]))
    whole = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    sheet = load_workbook(io.BytesIO(whole)).active
    assert sheet is not None
    cell = sheet.cell(2, 4)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("=HYPERLINK")


def test_what_isnt_exported_is_not_found(bureau: Bureau, as_: AsPerson) -> None:
    assert as_(bureau.head).get("/desk/files/export.exe").status_code == 404


def test_documents_are_found_by_their_number(bureau: Bureau, as_: AsPerson) -> None:
    story = a_case(bureau, day=days_ago(60)).decided()
    number = story.decision.number
    page = as_(bureau.head).get("/desk/documents/", {"q": number}).content.decode()
    assert number in page
    assert "文书 1 份" in page
    assert "没有找到" in as_(bureau.stranger).get("/desk/documents/").content.decode()


def test_the_publication_queue_counts_what_isnt_shown(bureau: Bureau, as_: AsPerson) -> None:
    story = a_case(bureau, day=days_ago(60)).decided()
    page = as_(bureau.publisher).get("/desk/publish/").content.decode()
    assert "1 件决定还没有公示完，超期 1 件" in page
    assert story.file.title in page
    assert as_(bureau.handler).get("/desk/publish/").status_code == 403


def test_the_supervisor_sees_what_is_overdue_everywhere(bureau: Bureau, as_: AsPerson) -> None:
    a_case(bureau, day=days_ago(60)).registered()
    page = as_(bureau.supervisor).get("/desk/supervision/").content.decode()
    assert "1 件案件有超期事项" in page
    assert bureau.agency.name in page
    assert as_(bureau.head).get("/desk/supervision/").status_code == 403


def test_the_account_page_shows_posts_and_looks(bureau: Bureau, as_: AsPerson) -> None:
    page = as_(bureau.handler).get("/desk/account/").content.decode()
    assert "承办人" in page
    assert "theme=dark" in page


@pytest.mark.parametrize("few", [0, 1000], ids=["走一遍", "用索引"])
def test_a_fragment_is_found_either_way(
    bureau: Bureau, as_: AsPerson, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Of number, title or a party's name; whatever the plan, signs mean nothing."""
    monkeypatch.setattr(finding, "_FEW", few)
    party = {**COMPANY, "name": "禾丰粮油甲乙 aBc100%_'\\"}
    story, client = a_case(bureau, party=party).registered(), as_(bureau.handler)
    Party.objects.filter(file=story.file).update(name="另一家公司")
    there = ("禾丰粮油", "甲乙 Abc", "aBC", "100%_'\\", "粮", "涉嫌经营", "另一家", "〔2026〕1")
    for typed in (*there, "丰禾", "100_%'\\", "另禾"):
        assert (str(story.file.pk) in found(client, q=typed)) is (typed in there), typed
