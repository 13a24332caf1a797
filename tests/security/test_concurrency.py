"""Several at once: one of two equal acts is done, numbers have no gaps, keys are one's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from tests.builders import Bureau, a_bureau, a_case, account
from tests.faces.exchange.test_api import CLUE
from tests.security.conftest import browser
from tests.security.world import Caller, World
from xiezhi.casework import actions as casework
from xiezhi.decision import actions as decision
from xiezhi.decision.models import Decision
from xiezhi.identity.models import Account
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Entry, File, Receipt, Serial
from xiezhi.review.models import Clearance

Done = Callable[[], Any]


def at_once(*works: Done) -> list[Any]:
    """Each in a thread and connection of its own, begun together; what came of it or was raised."""
    ready = Barrier(len(works))

    def run(work: Done) -> Any:
        try:
            connections["default"].ensure_connection()
            ready.wait(20)
            return work()
        except Exception as raised:  # noqa: BLE001 - told to the test
            return raised
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def fresh(who: Account) -> Account:
    return Account.objects.select_related("person", "unit__parent").get(pk=who.pk)


def heads(bureau: Bureau) -> tuple[Account, Account]:
    second = account("head2", "尹知节", bureau.agency, Role.AGENCY_HEAD, bureau.agency)
    return bureau.head, second


def test_two_at_once(committed_db: str) -> None:
    """One database for all of it: making one takes longer than the tests."""
    bureau = a_bureau()
    first, second = heads(bureau)
    _two_approvals(bureau, first, second)
    _two_decisions(bureau, first, second)
    _many_numbers(bureau)
    _one_key_many_times(bureau)


def _two_approvals(bureau: Bureau, *approving: Account) -> None:
    story = a_case(bureau).registered().inspected().proposed()

    def approve(by: Account) -> Done:
        return lambda: casework.file_case(
            File.objects.get(pk=story.file.pk), by=fresh(by), on=story.day
        )

    answers = at_once(*(approve(by) for by in approving * 2))
    assert sum(isinstance(answer, Entry) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 3
    assert story.acts.count("casework.file_case") == 1
    assert story.papers.count("filing.approval") == 1


def _two_decisions(bureau: Bureau, *deciding: Account) -> None:
    story = a_case(bureau).cleared()

    def decide(by: Account) -> Done:
        def work() -> Any:
            clearance = Clearance.objects.select_related("seal", "file").get(file=story.file)
            return decision.issue(clearance, by=fresh(by), on=story.day)

        return work

    answers = at_once(*(decide(by) for by in deciding * 2))
    assert sum(isinstance(answer, Decision) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 3
    assert story.acts.count("decision.issue") == 1
    numbered = Serial.objects.get(agency=bureau.agency, series="罚")
    assert numbered.last == Decision.objects.count(), "a refused decision takes no number"


def _many_numbers(bureau: Bureau) -> None:
    before = File.objects.count()
    callers = [Caller(fresh(bureau.handler), "casework.") for _ in range(6)]
    answers = at_once(*(lambda c=c: c.post("/casework.register_clue", CLUE) for c in callers))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert File.objects.count() == before + 6
    numbers = sorted(File.objects.values_list("number", flat=True))
    assert len(set(numbers)) == len(numbers)
    given = Serial.objects.get(agency=bureau.agency, series="案源")
    assert given.last == len([n for n in numbers if "案源" in n])


def _one_key_many_times(bureau: Bureau) -> None:
    before = File.objects.count()
    callers = [Caller(fresh(bureau.handler), "casework.") for _ in range(6)]
    key = {"Idempotency-Key": "one"}
    answers = at_once(
        *(lambda c=c: c.post("/casework.register_clue", CLUE, **key) for c in callers)
    )
    assert [answer.status_code for answer in answers] == [200] * 6
    assert len({answer.content for answer in answers}) == 1
    assert File.objects.count() == before + 1
    assert Receipt.objects.filter(key="one").count() == 1


# -- keys are one's own ---------------------------------------------------------------------------

KEY = {"Idempotency-Key": "same"}


def test_the_same_key_of_two_accounts_is_two_keys(world: World) -> None:
    one = Caller(world.ours.handler, "casework.").post("/casework.register_clue", CLUE, **KEY)
    two = Caller(world.ours.stranger, "casework.").post("/casework.register_clue", CLUE, **KEY)
    assert one.status_code == two.status_code == 200
    assert one.json()["file"] != two.json()["file"]
    assert "Idempotent-Replayed" not in two.headers


def test_nobody_is_told_what_anothers_key_brought(world: World) -> None:
    path, body = f"/files/{world.secret.file.pk}/casework.confirm_address", {"on": "2026-11-01"}
    Receipt.objects.create(
        account=world.ours.handler, key="same", request="x" * 64, status=200, answer='{"file": 1}'
    )
    for outsider in (world.ours.stranger, world.theirs.handler, world.admin):
        answer = Caller(outsider, "*").post(path, body, **KEY)
        assert answer.status_code == 404
        assert "Idempotent-Replayed" not in answer.headers


def test_a_key_is_no_way_around_the_scope(world: World) -> None:
    first = Caller(world.ours.handler, "casework.").post("/casework.register_clue", CLUE, **KEY)
    assert first.status_code == 200
    again = Caller(world.ours.handler, "read").post("/casework.register_clue", CLUE, **KEY)
    assert again.status_code == 403
    assert first.json()["number"] not in again.content.decode()


@pytest.mark.parametrize("path", ["/casework.register_clue", "/casework.record_on_spot"])
def test_a_key_belongs_to_one_request(world: World, path: str) -> None:
    caller = Caller(world.ours.handler, "*")
    assert caller.post("/casework.register_clue", CLUE, **KEY).status_code == 200
    changed = CLUE | {"brief": "别的案情。"}
    answer = caller.post(path, changed, **KEY)
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("/idempotency")


def test_a_refused_act_uses_no_key_up(world: World) -> None:
    caller = Caller(world.ours.handler, "*")
    assert caller.post("/casework.register_clue", CLUE | {"cause": ""}, **KEY).status_code == 422
    assert not Receipt.objects.exists()
    answer = caller.post("/casework.register_clue", CLUE, **KEY)
    assert answer.status_code == 200
    kept = Receipt.objects.get()
    assert kept.answer == answer.content.decode()
    assert set(json.loads(kept.answer)) <= {"file", "number", "title", "seq"}


def test_a_form_opened_before_somebody_else_wrote_is_not_done_blindly(world: World) -> None:
    """The second of two people is told what happened meanwhile, and nothing is lost."""
    address = f"/desk/files/{world.secret.file.pk}/acts/decision.serve/?seen=1"
    posted = {"on": f"{world.secret.day}", "mode": "direct", "place": "x", "received_by": "y"}
    before = Entry.objects.count()
    answer = browser(world.ours.handler).post(address, posted)
    assert answer.status_code in (409, 422)
    assert Entry.objects.count() == before
