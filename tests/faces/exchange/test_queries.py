"""How many questions an operation asks the database, however much there is to tell."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import Bureau, a_bureau, a_case
from tests.faces.exchange.test_api import CLUE, Caller
from xiezhi.record.models import Duty
from xiezhi.record.waiting import soonest

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Bureau:
    return a_bureau()


@pytest.fixture
def handler(bureau: Bureau) -> Caller:
    return Caller(bureau.handler, "read", "casework.")


def queries(caller: Caller, path: str, body: object = None) -> int:
    """Of one request that succeeds; the transaction's own statements don't count."""
    with CaptureQueriesContext(connection) as seen:
        answer = caller.get(path) if body is None else caller.post(path, body)
    assert answer.status_code == 200, answer.content
    return sum("SAVEPOINT" not in query["sql"] for query in seen.captured_queries)


def test_a_case_is_opened_with_few_questions(handler: Caller) -> None:
    assert queries(handler, "/casework.register_clue", CLUE) <= 14


@pytest.mark.parametrize("stage", ["registered", "decided"])
def test_a_file_is_read_with_the_same_questions_at_every_stage(
    handler: Caller, bureau: Bureau, stage: str
) -> None:
    story = getattr(a_case(bureau), stage)()
    assert queries(handler, f"/files/{story.file.pk}") <= 7


@pytest.mark.parametrize("cases", [3, 30])
def test_a_work_list_asks_the_same_of_few_and_of_many(
    handler: Caller, bureau: Bureau, cases: int
) -> None:
    for _ in range(cases):
        a_case(bureau).registered()
    assert queries(handler, "/duties") <= 3
    assert queries(handler, "/files") <= 4


def test_the_soonest_duties_of_every_post_are_listed(bureau: Bureau) -> None:
    """Each post's part is cut off, and yet nothing that comes sooner is lost."""
    stories = [a_case(bureau).registered().inspected().proposed() for _ in range(3)]
    day = stories[0].day
    head = [(duty.file, duty.act) for duty in soonest(bureau.head, day, 2)]
    whole = Duty.objects.filter(role="agency_head", act="casework.file_case")
    assert head == list(whole.order_by("due", "pk").values_list("file", "act")[:2])
    assert len(soonest(bureau.head, day, 50)) == 3
    expected = Duty.objects.filter(role="unit_head").values_list("act", flat=True)
    assert {duty.act for duty in soonest(bureau.unit_head, day, 50)} == set(expected)
    assert soonest(bureau.stranger, day, 50) == []
