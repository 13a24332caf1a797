"""The case page: what may be done, what stops it and by which article, what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, Story, a_case
from tests.faces.desk.conftest import story_at
from xiezhi.faces.desk.dossier import Dossier
from xiezhi.faces.desk.offers import next_gate
from xiezhi.identity.models import Account
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.steps import Event
from xiezhi.record.models import Material

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db
STAGES = (
    "registered",
    "filed",
    "concluded",
    "noticed",
    "submitted",
    "cleared",
    "decided",
    "closed",
)


def page_of(client: Client, story: Story, name: str = "case", **query: str) -> str:
    answer = client.get(reverse(f"desk:{name}", args=[story.file.pk]), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("told", STAGES)
@pytest.mark.parametrize("who", ["handler", "head", "reviewer", "publisher", "supervisor"])
def test_the_page_stands_at_every_stage(bureau: Bureau, as_: AsPerson, told: str, who: str) -> None:
    story = story_at(bureau, told, 60)
    client = as_(getattr(bureau, who))
    assert story.file.number in page_of(client, story)
    assert "已核对，无改动" in page_of(client, story, all="1")


def test_the_next_gate_says_why_it_is_shut(bureau: Bureau, as_: AsPerson) -> None:
    page = page_of(as_(bureau.handler), story_at(bureau, "noticed", 12))
    assert "现在还不能作出决定" in page
    assert "还没有通过法制审核" in page
    assert "第五十八条" in page


def test_no_gate_is_shown_where_none_is_shut(bureau: Bureau, as_: AsPerson) -> None:
    assert "现在还不能" not in page_of(as_(bureau.head), story_at(bureau, "cleared"))


def test_an_archived_file_has_no_gate_ahead(bureau: Bureau) -> None:
    """Though one of its kind's gates was never on its course: nothing had to be approved after."""
    story = story_at(bureau, "registered")
    urgent = KINDS["coercion.urgent"]
    done = [Event(1, "casework.register_clue", story.day), Event(2, "decision.close", story.day)]

    def gate(events: list[Event]) -> str | None:
        seen = Dossier(story.file, bureau.handler, story.day)
        stands = replace(story.stands(), kind=urgent, events=events, _by_act={})
        vars(seen).update(kind=urgent, standing=stands)
        found = next_gate(seen)
        return found[0] if found else None

    assert gate(done) == "coercion.approve_afterwards"
    assert gate([*done, Event(3, "record.archive", story.day)]) is None


def test_whoever_may_not_see_a_case_is_told_nothing(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "decided", 40)
    material = Material.objects.filter(file=story.file, code="penalty.decision").get()
    client = as_(bureau.stranger)
    pk = story.file.pk
    for name in ("case", "papers", "record", "bench", "package"):
        assert client.get(reverse(f"desk:{name}", args=[pk])).status_code == 404, name
    for name in ("material", "pdf", "original"):
        assert client.get(reverse(f"desk:{name}", args=[pk, material.pk])).status_code == 404, name
    assert client.get(reverse("desk:act", args=[pk, "casework.extend"])).status_code == 404
    assert client.get(reverse("desk:proof", args=[pk, 1])).status_code == 404


def test_a_material_of_another_file_isnt_reached_through_ones_own(
    bureau: Bureau, as_: AsPerson
) -> None:
    mine, other = story_at(bureau, "registered"), story_at(bureau, "registered")
    foreign = Material.objects.filter(file=other.file)[0]
    url = reverse("desk:pdf", args=[mine.file.pk, foreign.pk])
    assert as_(bureau.handler).get(url).status_code == 404


def test_what_is_missing_is_named_with_its_article(bureau: Bureau, as_: AsPerson) -> None:
    page = page_of(as_(bureau.handler), story_at(bureau, "filed"), "papers")
    assert "案件调查终结报告" in page
    assert "还缺" in page


def test_the_id_number_is_never_shown_whole(bureau: Bureau, as_: AsPerson) -> None:
    party = {"kind": "citizen", "name": "韩某某", "id_number": "11010519491231002X"}
    story = a_case(bureau, day=timezone.localdate(), party=party).registered()
    client = as_(bureau.handler)
    material = Material.objects.filter(file=story.file)[0]
    pages = [page_of(client, story), page_of(client, story, "record")]
    url = reverse("desk:material", args=[story.file.pk, material.pk])
    pages.append(client.get(url).content.decode())
    assert "110105********002X" in pages[0]
    assert not any("11010519491231002X" in page for page in pages)


def test_every_material_can_be_read(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "closed", 60)
    client = as_(bureau.handler)
    for material in Material.objects.filter(file=story.file):
        answer = client.get(reverse("desk:material", args=[story.file.pk, material.pk]))
        assert answer.status_code == 200, material
        assert "入卷以来未改动" in answer.content.decode()


def test_a_receipt_is_bound_behind_what_it_proves(bureau: Bureau) -> None:
    from xiezhi.faces.desk.papers import in_order

    story = story_at(bureau, "served", 40)
    codes = [m.code for m in in_order(list(Material.objects.filter(file=story.file)))]
    assert codes[codes.index("penalty.decision") + 1] == "service.receipt"
    assert codes[codes.index("penalty.notice") + 1] == "service.receipt"


@pytest.mark.parametrize("told", ["registered", "closed"])
def test_the_price_of_the_page(
    bureau: Bureau, as_: AsPerson, django_assert_max_num_queries: object, told: str
) -> None:
    """As many queries for a long case as for a short one."""
    story, client = story_at(bureau, told, 60), as_(bureau.handler)
    page_of(client, story)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page_of(client, story)
