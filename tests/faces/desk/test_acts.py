"""Any act on a page: typed values stay, refusals name the article, the second person is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import COMPANY, Bureau, Story
from tests.faces.desk.conftest import story_at
from xiezhi.faces.desk.actforms import act_forms
from xiezhi.identity.models import Account
from xiezhi.procedure.acts import ACTS
from xiezhi.record.models import Entry, File

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db


def act_url(story: Story, act: str) -> str:
    return reverse("desk:act", args=[story.file.pk, act])


def clue(**more: Any) -> dict[str, Any]:
    return {
        "on": timezone.localdate().isoformat(),
        "source": "inspection",
        "found_on": timezone.localdate().isoformat(),
        "cause": "经营超过保质期的食品",
        "brief": "货架上有 3 袋过期饼干。",
        **{k: v for k, v in COMPANY.items() if v},
        **more,
    }


def test_every_act_but_the_registers_has_a_form() -> None:
    registers = {"record.open", "registry.change", "registry.set_profile"}
    assert set(ACTS) - registers == set(act_forms())


def test_a_clue_opens_a_file(bureau: Bureau, as_: AsPerson) -> None:
    client = as_(bureau.handler)
    url = reverse("desk:open", args=["casework.register_clue"])
    assert client.get(url).status_code == 200
    answer = client.post(url, clue(), follow=True)
    file = File.objects.get()
    assert answer.redirect_chain == [(reverse("desk:case", args=[file.pk]), 302)]
    assert f"已办理“登记案件来源”：{file.number}，本案第 1 条记录。" in answer.content.decode()


def test_a_wrong_code_is_named_and_what_was_typed_stays(bureau: Bureau, as_: AsPerson) -> None:
    url = reverse("desk:open", args=["casework.register_clue"])
    answer = as_(bureau.handler).post(url, clue(code="91230500MA1B3N1N2X"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not File.objects.exists()
    assert 'role="alert"' in page
    assert "货架上有 3 袋过期饼干。" in page


def test_whoever_isnt_a_handler_opens_no_file(bureau: Bureau, as_: AsPerson) -> None:
    url = reverse("desk:open", args=["casework.register_clue"])
    assert as_(bureau.publisher).post(url, clue()).status_code == 403
    assert not File.objects.exists()


def test_an_act_of_somebody_else_is_explained_and_not_done(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "cleared")
    before = story.acts
    for method in ("get", "post"):
        answer = getattr(as_(bureau.handler), method)(act_url(story, "decision.issue"))
        assert answer.status_code == 403
        assert "由机关负责人办理" in answer.content.decode()
    assert story.acts == before


def test_an_act_out_of_turn_says_every_reason(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "concluded")
    page = as_(bureau.head).get(act_url(story, "decision.issue")).content.decode()
    assert "现在还不能作出决定" in page
    assert "还没有向当事人告知" in page
    assert "还没有通过法制审核" in page


def test_an_act_out_of_turn_is_refused_when_it_is_sent_all_the_same(
    bureau: Bureau, as_: AsPerson
) -> None:
    story = story_at(bureau, "concluded")
    before = story.acts
    answer = as_(bureau.head).post(
        act_url(story, "decision.issue"), {"on": timezone.localdate().isoformat()}
    )
    assert answer.status_code == 422
    assert "还没有通过法制审核" in answer.content.decode()
    assert story.acts == before


def test_an_act_is_done_and_said(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "cleared")
    client = as_(bureau.head)
    page = client.get(act_url(story, "decision.issue")).content.decode()
    assert "作出决定以后" in page
    answer = client.post(
        f"{act_url(story, 'decision.issue')}?seen={len(story.acts)}",
        {"on": timezone.localdate().isoformat()},
        follow=True,
    )
    assert "已办理“作出决定”" in answer.content.decode()
    assert story.acts[-1] == "decision.issue"


def test_the_second_person_is_told_what_happened_meanwhile(bureau: Bureau, as_: AsPerson) -> None:
    """Both opened the form at the same entry; the first one saved."""
    story = story_at(bureau, "filed")
    seen = len(story.acts)
    values = {
        "on": timezone.localdate().isoformat(),
        "kind": "documentary",
        "name": "销售台账",
        "copies": "1份",
        "proves": "销售数量",
    }
    url = act_url(story, "casework.add_evidence")
    first = as_(bureau.handler).post(f"{url}?seen={seen}", values)
    assert first.status_code == 302
    second = as_(bureau.second).post(f"{url}?seen={seen}", {**values, "name": "库存照片"})
    page = second.content.decode()
    assert second.status_code == 409
    assert "您填写期间，本案有 1 条新记录" in page
    assert "销售台账" in page
    assert "库存照片" in page
    assert f"?seen={seen + 1}" in page
    assert len(story.acts) == seen + 1
    again = as_(bureau.second).post(f"{url}?seen={seen + 1}", {**values, "name": "库存照片"})
    assert again.status_code == 302
    assert len(story.acts) == seen + 2


def test_a_form_sent_twice_acts_once(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "filed")
    url = f"{act_url(story, 'casework.add_evidence')}?seen={len(story.acts)}"
    values = {
        "on": timezone.localdate().isoformat(),
        "kind": "documentary",
        "name": "销售台账",
        "copies": "1份",
        "proves": "销售数量",
    }
    client = as_(bureau.handler)
    assert client.post(url, values).status_code == 302
    assert client.post(url, values).status_code == 409
    assert Entry.objects.filter(kind="casework.add_evidence").count() == 1


@pytest.mark.parametrize("name", ["nothing", "registry.change", "casework.register_clue2"])
def test_an_act_that_isnt_one_is_not_found(bureau: Bureau, as_: AsPerson, name: str) -> None:
    story = story_at(bureau, "registered")
    assert as_(bureau.handler).get(act_url(story, name)).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    "told",
    ["registered", "filed", "concluded", "noticed", "submitted", "cleared", "served", "closed"],
)
def test_every_act_answers_everybody_at_every_stage(
    bureau: Bureau, as_: AsPerson, told: str
) -> None:
    """A form, a refusal or an explanation; never an error."""
    story = story_at(bureau, told, 60)
    people = ("handler", "unit_head", "head", "reviewer", "publisher", "archivist")
    clients = {who: as_(getattr(bureau, who)) for who in people}
    for act in act_forms():
        for who, client in clients.items():
            answer = client.get(act_url(story, act))
            assert answer.status_code in (200, 302, 403), (act, who)


@pytest.mark.slow
@pytest.mark.parametrize("told", ["filed", "cleared", "served"])
def test_an_empty_form_writes_nothing(bureau: Bureau, as_: AsPerson, told: str) -> None:
    story = story_at(bureau, told, 60)
    before = story.acts
    people = ("handler", "unit_head", "head", "reviewer", "publisher", "archivist")
    for act in act_forms():
        for who in people:
            answer = as_(getattr(bureau, who)).post(act_url(story, act), {})
            assert answer.status_code in (403, 422), (act, who, answer.status_code)
    assert story.acts == before


@pytest.mark.rule("CR-10", "SAMR-18", "CR-5")
def test_a_decision_goes_on_show_after_the_head_has_seen_it(bureau: Bureau, as_: AsPerson) -> None:
    """拟定 → 审定 → 公示, each by its own person, with the public's page in view."""
    from xiezhi.disclosure.models import Publication

    story = story_at(bureau, "decided", 40)
    today = timezone.localdate().isoformat()
    publisher, head = as_(bureau.publisher), as_(bureau.head)
    url = act_url(story, "disclosure.prepare")
    form = publisher.get(url).context["form"]
    given: dict[str, Any] = {"on": today, "secrecy_reviewed": "on"}
    for name, field in form.fields.items():
        if name.startswith("answer_"):
            given[name] = "cover"
        elif getattr(field, "choices", None) and name not in given:
            given[name] = "no"
    answer = publisher.post(url, given)
    assert answer.status_code == 302, answer.content.decode()
    for client, name in ((head, "disclosure.sign"), (publisher, "disclosure.publish")):
        page = client.get(act_url(story, name)).content.decode()
        assert "公众将看到的内容" in page
        assert "决定书全文" in page
        assert "公示渠道和期限" in page
        assert "国家企业信用信息公示系统" in page
        done = client.post(act_url(story, name), {"on": today, "seen": "on"})
        assert done.status_code == 302, done.content.decode()
    assert Publication.objects.get(file=story.file).number == story.decision.number


def test_the_archivist_archives_a_closed_case(bureau: Bureau, as_: AsPerson) -> None:
    story = story_at(bureau, "closed", 60)
    client = as_(bureau.archivist)
    assert "归档以后" in client.get(act_url(story, "record.archive")).content.decode()
    answer = client.post(
        act_url(story, "record.archive"), {"on": timezone.localdate().isoformat()}, follow=True
    )
    assert "已办理“归档”" in answer.content.decode()
    assert "归档号 20260001" in answer.content.decode()
