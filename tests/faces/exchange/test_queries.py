"""How many questions an operation asks the database, however much there is to tell."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import Bureau, a_bureau, a_case
from tests.faces.exchange.test_api import CLUE, Caller
from xiezhi.record.models import Duty

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
    head = Duty.objects.waiting_for(bureau.head, stories[0].day, most=2).order_by("due", "pk")
    whole = Duty.objects.filter(role="agency_head", act="casework.file_case")
    assert list(head) == list(whole.order_by("due", "pk")[:2])
    unit_head = Duty.objects.waiting_for(bureau.unit_head, stories[0].day)
    assert {duty.role for duty in unit_head} == {"unit_head"}
    assert not Duty.objects.waiting_for(bureau.stranger, stories[0].day).exists()
