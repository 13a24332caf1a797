"""A case page put together before is shown again only while it holds, only to whom it is for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.builders import SINCE, Bureau, Story, a_bureau
from tests.faces.desk.conftest import story_at
from tests.record.ledger_builders import tampering
from xiezhi.casework import actions as casework
from xiezhi.casework.models import Case, Party
from xiezhi.faces.desk import keeping
from xiezhi.faces.desk.dossier import Dossier
from xiezhi.faces.desk.views import case as page
from xiezhi.identity.models import Account, Organ, Post
from xiezhi.procedure.roles import Role
from xiezhi.record import calendars
from xiezhi.record.models import Blob, CalendarYear, File, Material, Participant, Rendition

AsPerson = Callable[[Account], Client]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Dossier]]:
    """The pages that were really put together."""
    caches["pages"].clear()
    made: list[Dossier] = []
    told = page.told

    def counted(seen: Dossier, *, whole: bool) -> dict[str, object]:
        made.append(seen)
        return told(seen, whole=whole)

    monkeypatch.setattr(page, "told", counted)
    yield made
    caches["pages"].clear()


def look(client: Client, story: Story, **query: str) -> str:
    answer = client.get(reverse("desk:case", args=[story.file.pk]), query)
    assert answer.status_code == 200
    text = str(answer.content.decode())
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_the_second_look_shows_the_same_and_puts_nothing_together(
    bureau: Bureau, as_: AsPerson, made: list[Dossier]
) -> None:
    story, client = story_at(bureau, "noticed", 12), as_(bureau.handler)
    assert look(client, story) == look(client, story)
    assert len(made) == 1
    assert "展开全部" not in look(client, story, all="1")
    assert len(made) == 2


def test_nobody_is_shown_somebody_elses_page(
    bureau: Bureau, as_: AsPerson, made: list[Dossier]
) -> None:
    story = story_at(bureau, "noticed", 12)
    people = [bureau.handler, bureau.second, bureau.head, bureau.reviewer, bureau.supervisor]
    pages = {person.pk: look(as_(person), story) for person in people}
    assert len(made) == len(people)
    assert "您的岗位现在没有可以办的事" in pages[bureau.supervisor.pk]
    assert "您的岗位现在没有可以办的事" not in pages[bureau.handler.pk]
    url = reverse("desk:case", args=[story.file.pk])
    assert as_(bureau.stranger).get(url).status_code == 404
    assert len(made) == len(people)


def test_who_may_no_longer_see_a_case_isnt_shown_what_was_kept(
    bureau: Bureau, as_: AsPerson, made: list[Dossier]
) -> None:
    story, client = story_at(bureau, "filed"), as_(bureau.second)
    look(client, story)
    Participant.objects.filter(person=bureau.second.person).update(ended_on=timezone.localdate())
    assert client.get(reverse("desk:case", args=[story.file.pk])).status_code == 404


def test_a_new_entry_is_seen_at_once(bureau: Bureau, as_: AsPerson, made: list[Dossier]) -> None:
    story, client = story_at(bureau, "filed"), as_(bureau.handler)
    look(client, story)
    casework.suspend(story.file, by=bureau.head, on=story.on(), reason="等待检验结论。")
    assert "中止" in look(client, story)
    assert len(made) == 2


def test_a_changed_post_changes_what_may_be_done(
    bureau: Bureau, as_: AsPerson, made: list[Dossier]
) -> None:
    story, client = story_at(bureau, "cleared"), as_(bureau.supervisor)
    assert "您的岗位现在没有可以办的事" in look(client, story)
    post = Post.objects.create(
        account=bureau.supervisor, role=Role.AGENCY_HEAD, organ=bureau.agency, since=SINCE
    )
    assert "您的岗位现在没有可以办的事" not in look(client, story)
    post.until = timezone.localdate() - dt.timedelta(days=1)
    post.save()
    assert "您的岗位现在没有可以办的事" in look(client, story)


def test_midnight_makes_another_page(
    bureau: Bureau, as_: AsPerson, made: list[Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    story, client = story_at(bureau, "filed", 20), as_(bureau.handler)
    before = look(client, story)
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_a, **_k: tomorrow)
    assert look(client, story) != before
    assert len(made) == 2


def test_a_notice_of_rest_days_changes_what_was_reckoned(
    bureau: Bureau, as_: AsPerson, made: list[Dossier]
) -> None:
    story, client = story_at(bureau, "registered", 3), as_(bureau.handler)
    look(client, story)
    calendars.forget()
    look(client, story)
    today = timezone.localdate()
    off = [today + dt.timedelta(days=n) for n in range(20)]
    CalendarYear.objects.create(region="", year=today.year, off=off, source="试")
    calendars.forget()
    look(client, story)
    assert len(made) == 3
    calendars.forget()


def _rendition(story: Story) -> None:
    material = Material.objects.filter(file=story.file, kind="document")[0]
    blob = Blob.objects.create(sha256="a" * 64, size=12, mime="application/pdf")
    Rendition.objects.create(material=material, version="试", blob=blob, pages=77)


def _person(story: Story) -> None:
    person = story.bureau.handler.person
    person.name = "周改名"
    person.save()


CHANGES: dict[str, tuple[Callable[[Story], object], str]] = {
    "a rendition made later": (_rendition, "77 页"),
    "a person's name": (_person, "周改名"),
    "a party": (lambda s: Party.objects.filter(file=s.file).update(address="新址 9 号"), "新址"),
    "the cause": (lambda s: Case.objects.filter(pk=s.file.pk).update(cause="新的案由"), "新的案由"),
    "the title": (lambda s: File.objects.filter(pk=s.file.pk).update(title="新题"), "新题"),
    "a unit's name": (
        lambda s: Organ.objects.filter(pk=s.bureau.unit.pk).update(name="执法九科"),
        "执法九科",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_is_seen_at_once(
    bureau: Bureau, as_: AsPerson, made: list[Dossier], what: str
) -> None:
    change, seen = CHANGES[what]
    story, client = story_at(bureau, "filed"), as_(bureau.handler)
    assert seen not in look(client, story)
    change(story)
    assert seen in look(client, story)


@pytest.mark.parametrize("seq", [1, 2])
def test_an_altered_ledger_is_seen_though_its_head_is_the_same(
    committed_db: str, as_: AsPerson, made: list[Dossier], seq: int
) -> None:
    bureau = a_bureau()
    story, client = story_at(bureau, "filed"), as_(bureau.handler)
    assert "已核对，无改动" in look(client, story)
    with tampering() as attacker:
        attacker.execute(
            "UPDATE record_entry SET at = at - interval '1 second' WHERE seq = %s", [seq]
        )
    assert "核对不符" in look(client, story)


@pytest.mark.parametrize("told", ["registered", "cleared", "closed"])
def test_all_that_a_page_reads_stands_in_what_it_is_kept_by(bureau: Bureau, told: str) -> None:
    """Whoever shows something of another table on this page has to add it to `STATE`."""
    story = story_at(bureau, told, 60)
    seen = Dossier(story.file, bureau.handler, timezone.localdate())
    bureau.handler.posts_on(seen.today)
    calendars.calendar_for(bureau.agency.region)
    with CaptureQueriesContext(connection) as asked:
        page.drawn(seen, whole=True)
    read = set(
        re.findall(r'(?:FROM|JOIN) "(\w+)"', " ".join(q["sql"] for q in asked.captured_queries))
    )
    assert read
    assert read <= set(re.findall(r"(?:FROM|JOIN) (\w+)", keeping.STATE))
