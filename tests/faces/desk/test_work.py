"""待办: what waits for whom, soonest first, at the same price for three rows and for thirty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, a_case
from xiezhi.faces.desk import worklist
from xiezhi.identity.models import Account
from xiezhi.record.models import Duty, File

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db

URL = "/desk/"


def days_ago(days: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=days)


def test_the_head_of_the_list_says_what_to_do_first(bureau: Bureau, as_: AsPerson) -> None:
    a_case(bureau, day=days_ago(60)).registered()
    a_case(bureau, day=days_ago(1)).registered()
    page = as_(bureau.handler).get(URL).content.decode()
    assert "今天先办 1 件，另有 1 件来得及" in page
    assert "超期" in page
    assert "提请立案" in page


def test_a_list_without_work_says_so(bureau: Bureau, as_: AsPerson) -> None:
    assert "今天没有待办" in as_(bureau.stranger).get(URL).content.decode()


def test_everybody_sees_only_what_waits_for_him(bureau: Bureau, as_: AsPerson) -> None:
    story = a_case(bureau, day=days_ago(40)).submitted()
    seen = {
        name: story.file.title in as_(getattr(bureau, name)).get(URL).content.decode()
        for name in ("handler", "reviewer", "head", "publisher", "archivist", "stranger")
    }
    assert seen == {
        "handler": False,
        "reviewer": True,
        "head": False,
        "publisher": False,
        "archivist": False,
        "stranger": False,
    }


def test_what_waits_for_others_is_a_list_of_its_own(bureau: Bureau, as_: AsPerson) -> None:
    story = a_case(bureau, day=days_ago(40)).submitted()
    page = as_(bureau.handler).get(URL, {"view": worklist.OTHERS}).content.decode()
    assert story.file.title in page


def test_a_unit_head_sees_the_whole_unit(bureau: Bureau, as_: AsPerson) -> None:
    story = a_case(bureau, day=days_ago(3)).registered()
    page = as_(bureau.unit_head).get(URL, {"view": worklist.WHOLE}).content.decode()
    assert story.file.title in page
    assert "全科室" in page
    assert "全科室" not in as_(bureau.handler).get(URL).content.decode()


def test_two_posts_show_one_duty_once(bureau: Bureau) -> None:
    """Unit head and agency head may both file a case: who is both has one row, not two."""
    from xiezhi.identity.models import Post
    from xiezhi.procedure.roles import Role

    Post.objects.create(
        account=bureau.unit_head, role=Role.AGENCY_HEAD, organ=bureau.agency, since=days_ago(900)
    )
    a_case(bureau, day=days_ago(3)).registered().inspected().proposed()
    today = timezone.localdate()
    assert len(worklist.rows(worklist.MINE, bureau.unit_head, today)) == 1
    assert worklist.counted(worklist.mine(bureau.unit_head, today), today).all == 1


def _duties(bureau: Bureau, number: int) -> None:
    """So many duties of one handler, written straight into the derived table."""
    today = timezone.localdate()
    for n in range(number):
        file = File.objects.create(
            agency=bureau.agency,
            unit=bureau.unit,
            kind="penalty.general",
            version="2021",
            policy="S1",
            number=f"安市监案源〔2026〕{1000 + n}号",
            title=f"第 {n} 件",
            opened_on=today,
        )
        Duty.objects.create(
            file=file,
            agency=bureau.agency,
            unit=bureau.unit,
            act="casework.propose_filing",
            role="handler",
            person=bureau.handler.person,
            due=today + dt.timedelta(days=n),
            warn_on=today + dt.timedelta(days=n),
            rule="SAMR-1",
            why="核查线索",
        )


@pytest.mark.parametrize("number", [3, 30])
def test_the_price_of_the_list(
    bureau: Bureau, as_: AsPerson, django_assert_max_num_queries: Any, number: int
) -> None:
    """Session, account, posts, calendar, header (cached), counts, rows, Files."""
    _duties(bureau, number)
    client = as_(bureau.handler)
    client.get(URL)
    with django_assert_max_num_queries(6):
        answer = client.get(URL)
    assert answer.status_code == 200


def test_pages_follow_one_another_without_gap(bureau: Bureau, as_: AsPerson) -> None:
    _duties(bureau, 30)
    client = as_(bureau.handler)
    first = client.get(URL).content.decode()
    second = client.get(URL, {"page": "2"}).content.decode()
    titles = [f"第 {n} 件<" for n in range(30)]
    assert sum(title in first for title in titles) == worklist.PAGE
    assert all((title in first) != (title in second) for title in titles)
    assert "第 1 至 20 件，共 30 件" in first


@pytest.mark.parametrize("asked", ["0", "-1", "x", "99999999999", "2"])
def test_a_page_that_isnt_there_is_the_nearest_one(
    bureau: Bureau, as_: AsPerson, asked: str
) -> None:
    _duties(bureau, 3)
    answer = as_(bureau.handler).get(URL, {"page": asked})
    assert answer.status_code == 200
    assert "第 0 件" in answer.content.decode()


def test_nobody_comes_in_without_an_account(client: Client) -> None:
    answer = client.get(URL)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
