"""草稿 of a wording: saved, told to the next, never overwritten unseen, gone with the release."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, account
from tests.faces.desk.test_wordings import (  # noqa: F401 - fixtures
    CODE,
    LINES,
    SAID,
    As,
    city,
    keeper,
    objects,
    released,
    sent,
    url,
)
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.drafting import OutrunError, Seen, Words, save_draft
from xiezhi.record.models import Entry, Wording, WordingDraft
from xiezhi.record.releasing import release_wording
from xiezhi.registry.actions import standing_file

pytestmark = pytest.mark.django_db
MINE = [*LINES, SAID]
THEIRS = [*LINES, "另一个人写的话。"]


@pytest.fixture
def other(bureau: Bureau, city: Organ) -> Account:  # noqa: F811
    return account("sfj-lin", "林复", city, Role.SUPERVISOR, city)


def begun(client: Client, where: Organ) -> str:
    """What the page knows of the draft when it is opened."""
    return str(client.get(url("wording_edit", where)).context["seen"])


def saved(client: Client, where: Organ, lines: list[str], seen: str, **more: str) -> Any:
    return client.post(url("wording_save", where), sent(lines, seen=seen, **more))


def test_a_draft_is_kept_and_gone_on_with(bureau: Bureau, city: Organ, as_: As) -> None:  # noqa: F811
    """Also without script: the same button, another answer."""
    client = as_(bureau.supervisor)
    day = (timezone.localdate() + dt.timedelta(days=9)).isoformat()
    given = sent(["", *MINE], do="save", seen=begun(client, city), note="统一写法")
    told = client.post(url("wording_edit", city), {**given, "starts_on": day}, follow=True)
    assert "已保存《行政处罚决定书》范本的草稿，还没有发布。" in told.content.decode()
    draft = WordingDraft.objects.get()
    assert (draft.saved_by, draft.starts_on.isoformat()) == (bureau.supervisor, day)  # type: ignore[union-attr]
    page = client.get(url("wording_edit", city))
    assert [s.text for s in page.context["sections"]] == ["", *MINE], "an empty one keeps its place"
    assert 'value="统一写法"' in page.content.decode()
    assert f'value="{day}"' in page.content.decode()
    assert not Wording.objects.exists()
    assert not Entry.objects.filter(kind="record.release_wording").exists()


def test_the_list_says_who_wrote_when(bureau: Bureau, city: Organ, as_: As) -> None:  # noqa: F811
    client = as_(bureau.supervisor)
    saved(client, city, MINE, begun(client, city))
    listed = client.get(reverse("desk:wordings_of", args=[city.pk])).content.decode()
    assert listed.count("有草稿") == 1
    assert bureau.supervisor.person.name in listed
    assert "继续编写草稿" in client.get(url("wording", city)).content.decode()
    for shown in (reverse("desk:wordings_of", args=[city.pk]), url("wording", city)):
        assert "草稿" not in as_(bureau.handler).get(shown).content.decode(), "not his to see"


def test_only_keepers_draft(bureau: Bureau, city: Organ, keeper: Account, as_: As) -> None:  # noqa: F811
    for who, where in ((bureau.handler, city), (bureau.head, bureau.agency), (keeper, city)):
        for name in ("wording_save", "wording_discard"):
            assert as_(who).post(url(name, where), sent(MINE)).status_code == 403
        with pytest.raises(Refused):
            save_draft(where, CODE, Words(MINE), by=who, seen=Seen())
    assert Client().post(url("wording_save", city), sent(MINE)).status_code == 302
    assert not WordingDraft.objects.exists()
    assert saved(as_(keeper), bureau.agency, MINE, "0.page").status_code == 200


def test_nobody_is_overwritten_unseen(
    bureau: Bureau,
    city: Organ,  # noqa: F811
    other: Account,
    as_: As,
) -> None:
    mine, theirs = as_(bureau.supervisor), as_(other)
    first, second = begun(mine, city), begun(theirs, city)
    assert "已保存草稿" in saved(theirs, city, THEIRS, second).content.decode()
    answer = saved(mine, city, MINE, first).content.decode()
    assert "林复在" in answer
    assert "保存了另一份草稿" in answer
    assert WordingDraft.objects.get().lines[-1] == THEIRS[-1]
    kept = mine.post(url("wording_edit", city), sent(MINE, do="save", seen=first))
    assert kept.status_code == 409
    assert [s.text for s in kept.context["sections"]] == MINE, "nothing that was typed is lost"
    asked = mine.post(url("wording_edit", city), sent(MINE, do="release", seen=first))
    assert asked.status_code == 409
    over = mine.post(url("wording_edit", city), sent(MINE, do="over-1", seen=first))
    assert over.status_code == 302
    assert WordingDraft.objects.get().lines[-1] == SAID
    assert "保存了另一份草稿" in saved(theirs, city, THEIRS, second).content.decode()


def test_a_page_goes_on_saving(bureau: Bureau, city: Organ, as_: As) -> None:  # noqa: F811
    """A save under way when the button is pressed is no other person's."""
    client = as_(bureau.supervisor)
    seen = begun(client, city)
    for line in ("一。", "二。", "三。"):
        assert "已保存草稿" in saved(client, city, [*LINES, line], seen).content.decode()
    asked = client.post(url("wording_edit", city), sent(MINE, do="release", seen=seen))
    assert asked.status_code == 200
    assert WordingDraft.objects.get().revision == 4


def test_it_ends_with_the_release(
    bureau: Bureau,
    city: Organ,  # noqa: F811
    other: Account,
    as_: As,
) -> None:
    client, late = as_(bureau.supervisor), as_(other)
    seen = begun(client, city)
    asked = client.post(url("wording_edit", city), sent(MINE, do="release", seen=seen))
    assert WordingDraft.objects.count() == 1, "whoever leaves the confirmation has his draft"
    left = begun(late, city)
    sure = sent(MINE, confirmed="1", seen=asked.context["seen"])
    assert client.post(url("wording_edit", city), sure).status_code == 302
    assert not WordingDraft.objects.exists()
    assert Wording.objects.count() == 1
    answer = saved(late, city, THEIRS, left).content.decode()
    assert "已经被发布或者放弃" in answer
    assert not WordingDraft.objects.exists()


def test_a_release_takes_no_draft_that_was_not_seen(
    bureau: Bureau,
    city: Organ,  # noqa: F811
    other: Account,
    as_: As,
) -> None:
    client = as_(bureau.supervisor)
    given = sent(MINE, do="release", seen=begun(client, city))
    asked = client.post(url("wording_edit", city), given)
    late = as_(other)
    saved(late, city, THEIRS, begun(late, city))
    sure = sent(MINE, confirmed="1", seen=asked.context["seen"])
    assert client.post(url("wording_edit", city), sure).status_code == 409
    assert not Wording.objects.exists()
    assert WordingDraft.objects.get().lines[-1] == THEIRS[-1]


def test_what_is_released_elsewhere_leaves_the_draft(bureau: Bureau, city: Organ) -> None:  # noqa: F811
    """Over the API nobody has seen the draft."""
    save_draft(city, CODE, Words(THEIRS), by=bureau.supervisor, seen=Seen())
    release_wording(
        standing_file(city, by=bureau.supervisor),
        by=bureau.supervisor,
        code=CODE,
        lines=MINE,
        starts_on=timezone.localdate(),
    )
    assert WordingDraft.objects.exists()


def test_giving_up_asks_first(
    bureau: Bureau,
    city: Organ,  # noqa: F811
    other: Account,
    as_: As,
) -> None:
    client, late = as_(bureau.supervisor), as_(other)
    saved(client, city, MINE, begun(client, city))
    asked = client.get(url("wording_discard", city))
    assert SAID in "".join(text for pair in asked.context["pairs"] for text, _new in pair.after)
    assert '<th scope="col">草稿</th>' in asked.content.decode()
    assert WordingDraft.objects.exists()
    saved(late, city, THEIRS, begun(late, city))
    again = client.post(url("wording_discard", city), {"seen": "1."})
    assert again.status_code == 409
    assert "林复在" in again.content.decode()
    assert client.post(url("wording_discard", city), {"seen": "2."}).status_code == 302
    assert not WordingDraft.objects.exists()
    assert client.get(url("wording_discard", city)).status_code == 302


def test_far_too_much_is_not_stored(bureau: Bureau, city: Organ, as_: As) -> None:  # noqa: F811
    client = as_(bureau.supervisor)
    answer = saved(client, city, ["字" * 1000] * 41, begun(client, city))
    assert "没有保存" in answer.content.decode()
    seen = begun(client, city)
    answer = client.post(url("wording_edit", city), sent(["甲"] * 201, do="save", seen=seen))
    assert answer.status_code == 422
    assert not WordingDraft.objects.exists()


def test_a_draft_of_an_agency_follows_the_wording_above(
    bureau: Bureau,
    city: Organ,  # noqa: F811
    keeper: Account,  # noqa: F811
    as_: As,
) -> None:
    """What it adds is set into the new text, as a released addition is."""
    released(bureau, city, [*LINES, SAID])
    client = as_(keeper)
    saved(client, bureau.agency, [*LINES, SAID, "本机关的话。"], begun(client, bureau.agency))
    released(bureau, city, [*LINES, "另一句。"])
    page = client.get(url("wording_edit", bureau.agency))
    texts = [s.text for s in page.context["sections"]]
    assert "另一句。" in texts
    assert [s.text for s in page.context["sections"] if not s.fixed] == ["本机关的话。"]


def test_the_first_save_of_two_at_once_counts(bureau: Bureau, city: Organ, other: Account) -> None:  # noqa: F811
    save_draft(city, CODE, Words(MINE), by=bureau.supervisor, seen=Seen())
    with pytest.raises(OutrunError) as outrun:
        save_draft(city, CODE, Words(THEIRS), by=other, seen=Seen())
    assert outrun.value.now is not None
    assert outrun.value.now.saved_by == bureau.supervisor
