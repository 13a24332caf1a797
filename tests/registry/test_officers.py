"""Whose certificate carries an act: one query, asked in every act."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.registry.builders import Town, a_town, account, an_officer, organ
from xiezhi.identity.models import Organ, Person
from xiezhi.procedure.roles import Role
from xiezhi.registry.models import Officer

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)


@pytest.fixture
def town() -> Town:
    return a_town()


def test_each_person_is_judged_in_one_query(town: Town) -> None:
    good = an_officer(town.market, "钟离", "1")
    ended = an_officer(town.market, "司徒", "2", valid_until=dt.date(2026, 3, 1))
    none = Person.objects.create(name="公孙")
    for officer in (good, ended):
        officer.save()
    persons: list[Person | int] = [none.pk, ended.person, good.person.pk]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        said = Officer.objects.judged(persons, DAY, town.market)
    assert len(queries) == 1
    assert [(row["person"], row["name"], row["certificate"], row["valid"]) for row in said] == [
        (none.pk, "公孙", "", None),
        (ended.person.pk, "司徒", "2", False),
        (good.person.pk, "钟离", "1", True),
    ]
    assert "2026-03-01" in said[1]["fault"]


@pytest.mark.parametrize(
    ("change", "valid"),
    [
        ({}, True),
        ({"status": "suspended", "status_since": DAY}, False),
        ({"status": "suspended", "status_since": DAY + dt.timedelta(days=1)}, True),
        ({"territory": "990200"}, False),
        ({"territory": ""}, True),
        ({"categories": ["行政许可"]}, False),
    ],
)
def test_a_certificate_is_judged_for_a_penalty(
    town: Town, change: dict[str, Any], valid: bool
) -> None:
    officer = an_officer(town.market, **change)
    officer.save()
    (said,) = Officer.objects.judged([officer.person], DAY, town.market, "penalty")
    assert said["valid"] is valid


def test_a_certificate_of_another_agency_does_not_count(town: Town) -> None:
    officer = an_officer(town.health)
    officer.save()
    (said,) = Officer.objects.judged([officer.person], DAY, town.market)
    assert said["valid"] is False
    assert said["fault"] == "不是本机关的执法证件"


def test_the_good_one_of_two_certificates_counts(town: Town) -> None:
    old = an_officer(town.market, number="1", valid_until=dt.date(2025, 1, 1))
    old.save()
    an_officer(town.market, number="2", person=old.person).save()
    (said,) = Officer.objects.judged([old.person], DAY, town.market)
    assert (said["certificate"], said["valid"]) == ("2", True)


def test_the_certificate_on_a_day(town: Town) -> None:
    old = an_officer(town.market, number="1", valid_until=dt.date(2025, 1, 1))
    old.save()
    new = an_officer(town.market, number="2", person=old.person, valid_from=dt.date(2025, 1, 2))
    new.save()
    ask = Officer.objects.certificate_on
    assert ask(old.person, dt.date(2025, 1, 1)) == old
    assert ask(old.person, dt.date(2025, 1, 2), "990102", "市场监管") == new
    assert ask(old.person, DAY, "110101") is None
    assert ask(old.person, dt.date(2031, 1, 1)) is None


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"valid_until": dt.date(2019, 1, 1)}, "certificate_ends_after_it_begins"),
        ({"status": "suspended"}, "suspension_says_since_when"),
        ({"status_since": DAY}, "suspension_says_since_when"),
        ({"kind": "province", "territory": ""}, "provincial_certificate_names_its_territory"),
        ({"categories": []}, "certificate_names_its_categories"),
    ],
)
def test_the_table_refuses(town: Town, change: dict[str, Any], constraint: str) -> None:
    officer = an_officer(town.market, **change)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        officer.save()


def test_a_handler_sees_his_agency_and_no_other(town: Town) -> None:
    unit = organ(town.market, "zf1", Organ.Kind.UNIT, "执法一科")
    handler = account("handler", "钟离", unit, Role.HANDLER, unit)
    mine, theirs = an_officer(town.market, number="1"), an_officer(town.health, number="2")
    mine.save()
    theirs.save()
    assert list(Officer.objects.visible_to(handler)) == [mine]
    assert set(Officer.objects.visible_to(town.root)) == {mine, theirs}
    nobody = account("nobody", "路人", unit, Role.HANDLER, unit)
    nobody.posts.all().update(until=dt.date(2021, 1, 1))
    assert not Officer.objects.visible_to(nobody).exists()
