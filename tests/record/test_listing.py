"""Who sees which Files: one rule, whether asked with an OR or in parts that an index orders."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from tests.builders import SINCE, Bureau, a_bureau, a_case
from xiezhi.identity.models import WIDE_ROLES, Account, Organ, Post
from xiezhi.procedure.roles import Role
from xiezhi.record.listing import Listed
from xiezhi.record.models import File, Participant
from xiezhi.registry.models import Officer

pytestmark = pytest.mark.django_db


def by_the_rule(account: Account, day: dt.date) -> QuerySet[File]:
    """The rule as it is said: own Files where one serves; a unit's; all of an agency."""
    own = Participant.objects.filter(person=account.person_id, ended_on=None)
    served = Organ.objects.filter(path__in=account.serves_on(day))
    seen = Q(pk__in=own.values("file_id"), agency__in=served)
    for post in account.posts_on(day):
        below = Organ.objects.filter(path__startswith=post.organ.path)
        if Role(post.role) in WIDE_ROLES:
            seen |= Q(agency__in=below)
        elif post.role == Role.UNIT_HEAD:
            seen |= Q(unit__in=below)
    return File.objects.filter(seen)


@pytest.fixture
def bureaus() -> list[Bureau]:
    """Two agencies of one city with cases on several days, some of the same day."""
    first = a_bureau("scjg")
    Officer.objects.update(number=Concat(Value("1"), F("number")))  # the second has the same
    made = [first, a_bureau("hbj")]
    for bureau in made:
        for n in (0, 3, 3, 7):
            a_case(bureau, day=dt.date(2026, 3, 2 + n)).registered()
        a_case(bureau, day=dt.date(2026, 3, 2)).submitted()
    return made


def give(account: Account, role: Role, organ: Organ) -> None:
    Post.objects.create(account=account, role=role, organ=organ, since=SINCE)


#: More posts, by name: whose, which, over what of the first agency or the second.
POSTS = {
    "as they are": (),
    "head and unit head": (("unit_head", Role.AGENCY_HEAD, 0, "agency"),),
    "handler who leads another unit": (("handler", Role.UNIT_HEAD, 1, "unit"),),
    "head who handles elsewhere": (("head", Role.HANDLER, 1, "unit"),),
    "reviewer of two agencies": (("reviewer", Role.REVIEWER, 1, "agency"),),
    "unit head over an agency": (("unit_head", Role.UNIT_HEAD, 0, "agency"),),
}


@pytest.mark.parametrize("named", POSTS)
def test_the_parts_are_the_rule_cut_into_pieces(bureaus: list[Bureau], named: str) -> None:
    today, (first, _) = timezone.localdate(), bureaus
    for who, role, place, over in POSTS[named]:
        give(getattr(first, who), role, getattr(bureaus[place], over))
    people = ("handler", "second", "unit_head", "reviewer", "head", "supervisor", "stranger")
    for name in people:
        account = Account.objects.get(pk=getattr(first, name).pk)
        expected = set(by_the_rule(account, today))
        assert set(File.objects.visible_to(account, today)) == expected, name
        parts = [set(part) for part in File.objects.parts_visible_to(account, today)]
        assert sum(map(len, parts)) == len(expected), name
        assert set().union(*parts) == expected, name
        if name in ("head", "supervisor"):
            assert expected


@pytest.mark.parametrize("who", ["handler", "head", "unit_head", "supervisor"])
def test_pages_are_in_order_and_whole(bureaus: list[Bureau], who: str) -> None:
    account, today = getattr(bureaus[0], who), timezone.localdate()
    listed = Listed(File.objects.parts_visible_to(account, today), tie="pk")
    rule = list(by_the_rule(account, today).order_by("-opened_on", "-pk"))
    assert [f for n in range(0, len(rule) + 3, 3) for f in listed.page(n, 3, "unit")] == rule
    assert listed.count(1000) == len(rule)
    assert listed.count(2) == min(3, len(rule))
    assert {file.pk for file in listed.iterator("unit")} == {file.pk for file in rule}
    few = listed.filter(Q(opened_on=rule[0].opened_on))
    assert [f.opened_on for f in few.page(0, 99)] == [rule[0].opened_on] * few.count(99)


def test_who_has_no_post_sees_nothing(bureaus: list[Bureau]) -> None:
    account = bureaus[0].handler
    Post.objects.filter(account=account).update(until=SINCE)
    account = Account.objects.get(pk=account.pk)
    listed = Listed(File.objects.parts_visible_to(account))
    assert (listed.count(9), listed.page(0, 9), list(listed.iterator())) == (0, [], [])
    assert not File.objects.visible_to(account).exists()
