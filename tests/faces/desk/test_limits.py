"""期限 of a File with their derivations, and the chart of its kind, at the desk."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.builders import Bureau
from tests.faces.desk.conftest import story_at
from xiezhi.identity.models import Account
from xiezhi.procedure.kinds import KINDS

As = Callable[[Account], Client]


def text(page: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", page))


def test_running_and_ended_limits_are_derived(bureau: Bureau, as_: As) -> None:
    story = story_at(bureau, "served")
    client = as_(bureau.handler)
    case = client.get(f"/desk/files/{story.file.pk}/").content.decode()
    assert f'href="/desk/files/{story.file.pk}/limits/"' in case
    assert f'href="/desk/kinds/{story.file.kind}/"' in case
    page = client.get(f"/desk/files/{story.file.pk}/limits/")
    said = text(page.content.decode())
    for label in ("缴纳罚款", "送达处罚决定书", "作出处罚决定", "法制审核"):
        assert label in said
    assert said.count("实际结束") >= 4
    assert "送达决定书。期限内" in said
    assert "《行政处罚法》第六十条" in said
    assert "正在计算" in said


def test_a_late_one_is_red_there_too(bureau: Bureau, as_: As) -> None:
    """Decided thirty days ago and not served: still running, and late."""
    story = story_at(bureau, "decided", days=50)
    page = as_(bureau.handler).get(f"/desk/files/{story.file.pk}/limits/").content.decode()
    assert "light-red" in page
    assert "超期" in text(page)


def test_strangers_do_not_see_it(bureau: Bureau, as_: As) -> None:
    story = story_at(bureau, "filed")
    answer = as_(bureau.stranger).get(f"/desk/files/{story.file.pk}/limits/")
    assert answer.status_code == 404


@pytest.mark.parametrize("code", KINDS)
def test_the_chart_of_every_kind_is_at_hand(bureau: Bureau, as_: As, code: str) -> None:
    page = as_(bureau.handler).get(f"/desk/kinds/{code}/")
    assert page.status_code == 200
    assert page.content.decode().count('role="img"') >= 2


def test_no_such_kind(bureau: Bureau, as_: As) -> None:
    assert as_(bureau.handler).get("/desk/kinds/nothing/").status_code == 404
