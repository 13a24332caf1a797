"""Twenty-four hours at the desk and over the API: hour and minute, and red with the minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from tests.builders import Bureau
from tests.kinds.test_lives import cast
from tests.security.world import Caller
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import do, tell
from xiezhi.faces.desk import worklist
from xiezhi.faces.desk.lamps import lamp
from xiezhi.faces.desk.views import case as case_page
from xiezhi.identity.models import Account
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import Duty, File

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db


def approved(bureau: Bureau, minutes_left: int) -> tuple[File, dt.datetime]:
    """A transfer to the police approved so that its twenty-four hours end in so many minutes."""
    life = next(each for each in LIVES if each.name == "penalty.transferred")
    end = next(n for n, deed in enumerate(life.deeds) if deed.act == "casework.approve_transfer")
    calendar, people = calendar_for("990100"), cast(bureau)
    start = timezone.localdate() - dt.timedelta(days=60)
    file = tell(Life("t", life.kind, life.deeds[:end]), people, start, calendar)
    until = timezone.localtime().replace(second=0, microsecond=0)
    until += dt.timedelta(minutes=minutes_left)
    at = until - dt.timedelta(hours=24)
    deed = Deed("head", "casework.approve_transfer", {
        "approval": "同意移送", "approved_at": f"{at:%Y-%m-%dT%H:%M}",
    })  # fmt: skip
    do(deed, file, cast=people, day=at.date(), calendar=calendar)
    return file, until


@pytest.fixture(params=[9, -9], ids=["in time", "late"])
def case(request: pytest.FixtureRequest, bureau: Bureau) -> tuple[File, dt.datetime, bool]:
    file, until = approved(bureau, request.param)
    return file, until, request.param < 0


Case = tuple[File, dt.datetime, bool]


def rows_of(bureau: Bureau) -> list[worklist.Row]:
    return worklist.rows(worklist.MINE, bureau.handler, timezone.localdate())


def test_the_work_list_says_hour_and_minute(case: Case, bureau: Bureau, as_: AsPerson) -> None:
    _file, until, late = case
    client = as_(bureau.handler)
    page = client.get(reverse("desk:work")).content.decode()
    assert f"{until:%H:%M}到期" in page
    (row,) = [r for r in rows_of(bureau) if r.rule == "TRF-3"]
    light, due = lamp(row, calendar_for("990100"), timezone.localdate())
    assert light.state == ("red" if late else "amber")
    assert light.detail.endswith("分")
    assert due.endswith(f"{until:%H:%M}到期")
    for view, there in (("overdue", late), ("near", not late)):
        shown = client.get(reverse("desk:work"), {"view": view}).content.decode()
        assert (f"{until:%H:%M}到期" in shown) is there, view


def test_case_page_and_list_of_limits_tell_the_minute(
    case: Case, bureau: Bureau, as_: AsPerson
) -> None:
    file, until, late = case
    client = as_(bureau.handler)
    for name in ("case", "limits"):
        page = client.get(reverse(f"desk:{name}", args=[file.pk])).content.decode()
        said = f"{until.year}年{until.month}月{until.day}日 {until:%H:%M}"
        assert said in page, name
    (due,) = [d for d in standing_of(file, today=timezone.localdate()).limits if d.clock]
    assert due.over() is late
    assert due.remaining_text.startswith("超期" if late else "剩")


def test_the_api_tells_the_minute(case: Case, bureau: Bureau) -> None:
    file, until, late = case
    caller = Caller(bureau.handler, "read")
    told = caller.get(f"/files/{file.pk}").json()["limits"]
    (limit,) = [each for each in told if each["rule"] == "TRF-3"]
    assert dt.datetime.fromisoformat(limit["until"]) == until
    assert limit["light"] == ("red" if late else "amber")
    (duty,) = [d for d in caller.get("/duties").json()["duties"] if d["rule"] == "TRF-3"]
    assert dt.datetime.fromisoformat(duty["due_at"]) == until


@pytest.mark.rule("CAL-10", "TRF-3")
def test_it_is_over_with_the_minute_after_the_last(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file, until = approved(bureau, 9)
    today = until.date()
    for minutes, over in ((-1, False), (0, False), (1, True)):
        at = until + dt.timedelta(minutes=minutes)
        monkeypatch.setattr(worklist, "this_minute", lambda at=at: at)
        (row,) = [
            row
            for row in worklist.rows(worklist.MINE, bureau.handler, today)
            if row.rule == "TRF-3"
        ]
        assert row.over(today) is over, minutes
        counts = worklist.counted(worklist.mine(bureau.handler, today), today)
        listed = worklist.rows(worklist.OVERDUE, bureau.handler, today)
        assert ("TRF-3" in {row.rule for row in listed}) is over, minutes
        assert counts.overdue == len(listed)
        near = worklist.rows(worklist.NEAR, bureau.handler, today)
        assert ("TRF-3" in {row.rule for row in near}) is not over, minutes
        assert counts.near == len(near)


def test_a_page_that_is_kept_goes_with_its_minute(
    bureau: Bureau, as_: AsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _until = approved(bureau, 9)
    client, address = as_(bureau.handler), reverse("desk:case", args=[file.pk])
    caches["pages"].clear()
    made: list[int] = []

    def drawn(*args: Any, **named: Any) -> dict[str, SafeString]:
        made.append(1)
        return real(*args, **named)

    real, minute = case_page.drawn, worklist.this_minute()
    monkeypatch.setattr(case_page, "drawn", drawn)
    monkeypatch.setattr("xiezhi.faces.desk.keeping.this_minute", lambda: minute)
    client.get(address)
    client.get(address)
    assert len(made) == 1
    later = minute + dt.timedelta(minutes=1)
    monkeypatch.setattr("xiezhi.faces.desk.keeping.this_minute", lambda: later)
    client.get(address)
    assert len(made) == 2


def test_limits_in_days_have_no_minute(bureau: Bureau) -> None:
    approved(bureau, 9)
    assert set(Duty.objects.exclude(rule="TRF-3").values_list("due_at", flat=True)) <= {None}
