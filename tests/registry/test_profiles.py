"""修改方案: versions are written once, dated, refused where they relax an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from tests.builders import a_bureau, a_case
from tests.registry.builders import Town, a_town, account
from xiezhi.identity.models import Account, Organ, Profile
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.policy import faults_of
from xiezhi.procedure.roles import Role
from xiezhi.record.actions import standing_of
from xiezhi.record.models import Entry, File
from xiezhi.record.policies import forget, name_for, policy_named, policy_of
from xiezhi.registry import actions

pytestmark = pytest.mark.django_db
CLAUSE = "榕市监发〔2026〕12号"


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture(autouse=True)
def _unread() -> Iterator[None]:
    forget()
    yield
    forget()


def today(days: int = 0) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=days)


def put(organ: Organ, by: Account, days: int = 0, **values: Any) -> Profile:
    return actions.set_profile(organ, by=by, values=values, starts_on=today(days), clause=CLAUSE)


def refusal(organ: Organ, by: Account, days: int = 0, **values: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        put(organ, by, days, **values)
    return [(reason.rule.code, reason.field or "") for reason in caught.value.reasons]


def test_a_version_begins_on_its_day_and_not_before(town: Town) -> None:
    made = put(town.market, town.admin, 5, review_days=5, annual_report_due="01-15")
    assert (made.name, made.extends) == ("national@1", "national")
    assert name_for("national", town.market, today(4)) == "national"
    assert name_for("national", town.market, today(5)) == "national@1"
    policy = policy_named("national@1")
    assert (policy.review_days, policy.annual_report_due) == (5, "01-15")
    assert policy.sources["review_days"].note == CLAUSE
    assert policy.sources["review_days"].profile == "national@1"
    assert policy.hearing_notice_days == 7, "what it doesn't say is the plan's it rests on"
    assert faults_of(made.text) == []


def test_the_next_version_rests_on_the_one_before(town: Town) -> None:
    put(town.market, town.admin, review_days=5)
    second = put(town.market, town.admin, archive_days=20)
    policy = policy_named(second.name)
    assert (second.name, policy.review_days, policy.archive_days) == ("national@2", 5, 20)
    third = put(town.market, town.admin, review_days=10)
    assert "review_days" not in third.text, "back to what the plan says"


def test_it_holds_below_and_nowhere_else(town: Town) -> None:
    put(town.city, town.root, review_days=8)
    put(town.market, town.admin, review_days=5)
    assert name_for("national", town.city, today()) == "national@1"
    assert name_for("national", town.health, today()) == "national@1"
    assert name_for("national", town.market, today()) == "national@2"
    put(town.city, town.root, 1, review_days=7)
    assert name_for("national", town.market, today(1)) == "national@2", "the nearest organ's wins"
    assert name_for("national", town.health, today(1)) == "national@3"


def test_it_is_an_entry_of_the_standing_file(town: Town) -> None:
    put(town.market, town.admin, review_days=5)
    entry = Entry.objects.filter(file__agency=town.market).latest("seq")
    assert (entry.kind, entry.actor) == ("registry.set_profile", town.admin)
    assert entry.facts["profile"] == "national@1"
    assert entry.facts["values"] == [{"key": "review_days", "before": 10, "after": 5}]
    assert "法制审核：10 个工作日 → 5 个工作日" in entry.facts["say"]
    assert CLAUSE in entry.facts["say"]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("decide_days", 91, "PEN-14"),
        ("payment_days", 14, "PEN-19"),
        ("publish_penalty_days", 8, "PLAN-2"),
        ("withdraw_days", 4, "PEN-22"),
        ("hearing_request_days", 4, "PEN-9"),
        ("annual_report_due", "02-01", "PLAN-4"),
        ("officers_at_least", 1, "PEN-3"),
        ("act_families", [], "PLAN-16"),
    ],
)
def test_what_relaxes_an_article_is_refused_with_it(
    town: Town, key: str, value: Any, code: str
) -> None:
    assert refusal(town.market, town.admin, **{key: value}) == [(code, key)]
    assert not Profile.objects.exists()


def test_every_breach_is_told_at_once(town: Town) -> None:
    found = refusal(town.market, town.admin, decide_days=100, withdraw_days=9, review_days=5)
    assert found == [("PEN-14", "decide_days"), ("PEN-22", "withdraw_days")]


def test_neither_yesterday_nor_without_a_change(town: Town) -> None:
    assert refusal(town.market, town.admin, -1, review_days=5) == [("FLOW-DATE", "starts_on")]
    assert refusal(town.market, town.admin, review_days=10) == [("POLICY-KEY", "")]
    assert not Profile.objects.exists()


def test_a_version_already_written_isnt_undone_unseen(town: Town) -> None:
    put(town.market, town.admin, 10, review_days=5)
    assert refusal(town.market, town.admin, 9, archive_days=20) == [("FLOW-DATE", "starts_on")]
    both = policy_named(put(town.market, town.admin, 10, archive_days=20).name)
    assert (both.review_days, both.archive_days) == (5, 20)


def test_nobody_else_sets_it(town: Town) -> None:
    """Default deny: the administrator of another agency, and of an agency above its own organ."""
    for organ, by in ((town.market, town.other), (town.city, town.admin)):
        assert refusal(organ, by, review_days=5) == [("ROLE", "")]
    put(town.market, town.root, review_days=5)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE identity_profile SET text = ''", "DELETE FROM identity_profile"],
)
def test_a_version_is_never_changed(town: Town, statement: str) -> None:
    put(town.market, town.admin, review_days=5)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_organ_has_no_plan_that_doesnt_exist(town: Town) -> None:
    town.market.policy = "S9"
    with pytest.raises(Refused) as caught:
        actions.save(town.market, by=town.root)
    assert [(r.rule.code, r.field) for r in caught.value.reasons] == [("POLICY-KEY", "policy")]


def test_a_stored_version_is_read_once(town: Town, django_assert_num_queries: Any) -> None:
    name = put(town.market, town.admin, review_days=5).name
    with django_assert_num_queries(1):
        policy_named(name)
        policy_named(name)
    with pytest.raises(KeyError, match="national@7"):
        policy_named("national@7")


def test_a_file_keeps_the_plan_it_began_with() -> None:
    """A new version holds for Files opened from its first day on; open cases keep the old one."""
    case = a_case().registered()
    agency = case.file.agency
    root = account("plans", "程管", agency, Role.ADMINISTRATOR, agency)
    assert case.file.policy == "S1"
    put(agency, root, review_days=5)
    assert standing_of(case.file, today=today()).policy.review_days == 10
    assert name_for(agency.policy_code(), agency, case.file.opened_on) == "S1", "before it began"
    assert name_for(agency.policy_code(), agency, today()) == "S1@1"
    case.file.policy = "S1@1"  # as if it had begun today
    assert standing_of(case.file, today=today()).policy.review_days == 5


def test_no_file_of_a_kind_outside_the_plan_is_opened() -> None:
    """FLOW-KIND, whoever asks: desk, API or a script."""
    bureau = a_bureau()
    root = account("plans", "程管", bureau.agency, Role.ADMINISTRATOR, bureau.agency)
    before = a_case(bureau, day=today()).registered()
    put(bureau.agency, root, act_families=["licence"])
    with pytest.raises(Refused) as caught:
        a_case(bureau, day=today()).registered()
    (reason,) = caught.value.reasons
    assert (reason.rule.code, CLAUSE in reason.say) == ("FLOW-KIND", True)
    assert not standing_of(before.file, today=today()).policy.opening_refusals(before.file.kind)


def test_all_is_reviewed_only_where_there_is_a_legal_unit(town: Town) -> None:
    town.market.policy, town.market.has_legal_unit = "S3", True
    file = File(agency=town.market, policy="S3")
    assert "licence" in policy_of(file).review_all
    town.market.has_legal_unit = False
    assert policy_of(file).review_all == ()
