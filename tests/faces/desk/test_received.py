"""A supervised agency answers at its own desk; of the bureau's File it knows what it was handed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, a_bureau, account, organ
from tests.security.world import Caller
from xiezhi.config.sample.kinds.model import Deed
from xiezhi.config.sample.kinds.supervision import _ADVISED, _INQUIRED, _LEAD, _NOTICED, _TWO
from xiezhi.config.sample.kinds.telling import do
from xiezhi.faces.desk.urls import urlpatterns
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.roles import Role
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.looking import addressed_to, look_up_addressed
from xiezhi.record.models import Duty, Entry, File, Material, Participant
from xiezhi.record.objects import keep

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@dataclass
class Matter:
    """A supervision of the bureau, and the people of the agency that is supervised."""

    bureau: Bureau
    theirs: Organ
    cast: dict[str, Account]
    file: File | None = None

    def do(self, who: str, act: str, values: Mapping[str, Any] | None = None) -> None:
        calendar = calendar_for("990100")
        deed = Deed(who, act, dict(values or {}))
        self.file = do(deed, self.file, cast=self.cast, day=TODAY(), calendar=calendar)

    @property
    def opened(self) -> File:
        assert self.file is not None
        return self.file

    def url(self, name: str, *places: object) -> str:
        return reverse(f"desk:{name}", args=[self.opened.pk, *places])

    def paper(self, code: str) -> Material:
        return Material.objects.get(file=self.opened, code=code)


@pytest.fixture
def bureau(db: None) -> Bureau:
    """Under the national baseline, which has supervision."""
    return a_bureau(policy="national")


@pytest.fixture
def matter(bureau: Bureau) -> Matter:
    city = bureau.agency.parent
    theirs = organ(city, "sthj", "agency", _LEAD["name"], word="安环", region="990100")
    team = organ(theirs, "team", "unit", "支队")
    cast = {
        "supervisor": bureau.supervisor,
        "head": bureau.head,
        "their_head": account("sthj-luo", "骆长青", theirs, Role.AGENCY_HEAD, theirs),
        "their_handler": account("sthj-yan", "严河清", team, Role.HANDLER, team),
        "their_second": account("sthj-meng", "孟回舟", team, Role.HANDLER, team),
    }
    made = Matter(bureau, theirs, cast)
    made.do("supervisor", "supervision.register_lead", _LEAD)
    made.do("supervisor", "supervision.assign", _TWO)
    made.do("supervisor", "supervision.inquire", _INQUIRED)
    return made


@pytest.fixture
def noticed(matter: Matter) -> Matter:
    matter.do("supervisor", "supervision.give_notice", _NOTICED)
    return matter


def pages(matter: Matter) -> list[str]:
    """Every address of the desk that names this File, but for its page and what is answered."""
    material = matter.paper("supervision.lead").pk
    known = {"pk": matter.opened.pk, "material": material, "seq": 1, "name": "open"}
    named = [p for p in urlpatterns if "pk" in p.pattern.converters and p.name != "case"]
    acts = ("supervision.give_opinion", "supervision.receive_reply", "decision.close")
    found = [matter.url("act", act) for act in acts]
    for pattern in named:
        if pattern.name != "act":
            wanted = {n: known[n] for n in pattern.pattern.converters}
            found.append(reverse(f"desk:{pattern.name}", kwargs=wanted))
    return found


def test_before_anything_is_served_the_agency_knows_nothing(matter: Matter, as_: AsPerson) -> None:
    client = as_(matter.cast["their_head"])
    assert client.get(matter.url("case")).status_code == 404
    assert matter.opened.number not in client.get(reverse("desk:received")).content.decode()
    assert not Duty.objects.filter(agency=matter.theirs).exists()
    act = matter.url("act", "casework.name_answerers")
    assert client.get(act).status_code == 404


def test_the_head_reads_the_notice_and_nothing_else(noticed: Matter, as_: AsPerson) -> None:
    client = as_(noticed.cast["their_head"])
    page = client.get(noticed.url("case")).content.decode()
    assert "行政执法监督通知书" in page
    assert "何砚秋" not in page
    assert "线索登记表" not in page
    assert "调查记录" not in page
    for address in pages(noticed):
        assert client.get(address, follow=True).status_code == 404, address
    notice, lead = noticed.paper("supervision.notice"), noticed.paper("supervision.lead")
    record = noticed.paper("supervision.record")
    assert client.get(noticed.url("pdf", notice.pk)).status_code == 200
    assert client.get(noticed.url("pdf", lead.pk)).status_code == 404
    assert client.get(noticed.url("original", record.pk)).status_code == 404
    assert noticed.opened.number in client.get(reverse("desk:received")).content.decode()
    assert noticed.opened.number not in client.get(reverse("desk:files")).content.decode()
    assert noticed.opened.title not in client.get(reverse("desk:documents")).content.decode()


def test_the_reply_is_on_the_agencys_own_work_list(noticed: Matter, as_: AsPerson) -> None:
    due = TODAY() + dt.timedelta(days=10)
    last = calendar_for("990100").roll_forward(due)
    mine = Duty.objects.get(agency=noticed.theirs, act="supervision.answer")
    assert (mine.role, mine.due) == (Role.AGENCY_HEAD, last)
    page = as_(noticed.cast["their_head"]).get(reverse("desk:work")).content.decode()
    assert "答复监督通知书" in page
    assert noticed.url("act", "supervision.answer") in page
    noticed.do("their_head", "casework.name_answerers", {"people": ["their_handler"]})
    person = noticed.cast["their_handler"].person_id
    assert Duty.objects.filter(agency=noticed.theirs, person=person).exists()
    theirs = as_(noticed.cast["their_handler"]).get(reverse("desk:work")).content.decode()
    assert "答复监督通知书" in theirs


def test_only_those_named_answer_beside_the_head(noticed: Matter, as_: AsPerson) -> None:
    named, other = as_(noticed.cast["their_handler"]), as_(noticed.cast["their_second"])
    for client in (named, other):
        assert client.get(noticed.url("case")).status_code == 404
        assert client.get(noticed.url("act", "supervision.answer")).status_code == 404
    noticed.do("their_head", "casework.name_answerers", {"people": ["their_handler"]})
    assert named.get(noticed.url("case")).status_code == 200
    assert other.get(noticed.url("case")).status_code == 404
    assert named.get(noticed.url("act", "casework.name_answerers")).status_code == 403
    for address in pages(noticed):
        assert named.get(address, follow=True).status_code == 404, address
    noticed.do("their_head", "casework.name_answerers", {"people": ["their_second"]})
    assert named.get(noticed.url("case")).status_code == 404
    assert other.get(noticed.url("case")).status_code == 200


def _list_agrees(matter: Matter) -> int:
    """The list holds what can be opened, for everybody; how many there are who can."""
    able = 0
    for who in Account.objects.all():
        listed = matter.opened in addressed_to(who, today=TODAY())
        try:
            look_up_addressed(who, matter.opened.pk, today=TODAY())
            opened = True
        except File.DoesNotExist:
            opened = False
        assert listed == opened, who
        able += opened
    return able


def test_the_list_holds_what_can_be_opened(matter: Matter) -> None:
    assert _list_agrees(matter) == 0
    matter.do("supervisor", "supervision.give_notice", _NOTICED)
    assert _list_agrees(matter) == 1
    for named in ("their_handler", "their_second"):
        matter.do("their_head", "casework.name_answerers", {"people": [named]})
        assert _list_agrees(matter) == 2
    matter.cast["their_second"].posts.update(until=TODAY() - dt.timedelta(days=1))
    assert _list_agrees(matter) == 1


def test_whoever_left_the_agency_no_longer_answers(noticed: Matter, as_: AsPerson) -> None:
    noticed.do("their_head", "casework.name_answerers", {"people": ["their_handler"]})
    gone = noticed.cast["their_handler"]
    gone.posts.update(until=TODAY() - dt.timedelta(days=1))
    assert as_(gone).get(noticed.url("case")).status_code == 404


def test_a_third_agency_and_a_namesake_post_see_nothing(noticed: Matter, as_: AsPerson) -> None:
    third = organ(noticed.bureau.agency.parent, "wjw", "agency", "安澜市卫生健康委员会")
    stranger = account("wjw-dai", "戴怀仁", third, Role.AGENCY_HEAD, third)
    publisher = account("sthj-ren", "任小满", noticed.theirs, Role.PUBLISHER, noticed.theirs)
    for who in (stranger, publisher, noticed.bureau.stranger):
        client = as_(who)
        assert client.get(noticed.url("case")).status_code == 404
        answer = client.post(noticed.url("act", "supervision.answer"), {"agency_said": "无"})
        assert answer.status_code == 404
        notice = noticed.paper("supervision.notice")
        assert client.get(noticed.url("pdf", notice.pk)).status_code == 404
        assert noticed.opened.number not in client.get(reverse("desk:received")).content.decode()


def test_the_answer_is_the_agencys_and_reaches_the_bureau(noticed: Matter, as_: AsPerson) -> None:
    noticed.do("their_head", "casework.name_answerers", {"people": ["their_handler"]})
    client = as_(noticed.cast["their_handler"])
    proof = keep([b"%PDF-1.4 evidence"], "application/pdf")
    said = {"on": TODAY().isoformat(), "agency_said": "两件已经解除。", "attached": proof.pk}
    address = noticed.url("act", "supervision.answer")
    assert client.get(address).status_code == 200
    answer = client.post(address, said, follow=True)
    assert answer.redirect_chain[-1][0] == noticed.url("case"), answer.content.decode()[:3000]
    entry = Entry.objects.get(file=noticed.opened, kind="supervision.answer")
    assert entry.actor == noticed.cast["their_handler"]
    standing = standing_of(noticed.opened, today=TODAY())
    assert standing.limit("SUV-REPLY") is None
    assert not Duty.objects.filter(agency=noticed.theirs).exists()
    attached = noticed.paper("received")
    bureau = as_(noticed.bureau.supervisor)
    for who in (client, bureau):
        assert who.get(noticed.url("original", attached.pk)).status_code == 200
        reply = noticed.paper("supervision.reply")
        assert who.get(noticed.url("pdf", reply.pk)).status_code == 200
    assert "监督通知书答复登记表" in bureau.get(noticed.url("case")).content.decode()
    noticed.do("supervisor", "supervision.give_opinion", _ADVISED)
    page = client.get(noticed.url("case")).content.decode()
    assert "行政执法监督意见书" in page
    assert "报告纠正情况" in page


def test_the_bureau_does_not_answer_for_the_agency(noticed: Matter, as_: AsPerson) -> None:
    for who in (noticed.bureau.supervisor, noticed.bureau.head):
        client = as_(who)
        assert client.get(noticed.url("case")).status_code == 200
        answer = client.post(noticed.url("act", "supervision.answer"), {"agency_said": "无"})
        assert answer.status_code == 403
    assert not Entry.objects.filter(kind="supervision.answer").exists()


def test_nobody_who_was_named_sees_the_file_through_his_part(noticed: Matter) -> None:
    """Even with a post in the bureau's agency, a named person hasn't become one of its officers."""
    noticed.do("their_head", "casework.name_answerers", {"people": ["their_handler"]})
    both = noticed.cast["their_handler"]
    both.posts.create(role=Role.HANDLER, organ=noticed.bureau.unit, since=dt.date(2020, 1, 1))
    both = Account.objects.get(pk=both.pk)
    assert not File.objects.visible_to(both).filter(pk=noticed.opened.pk).exists()
    assert Participant.objects.filter(file=noticed.opened, person=both.person_id).exists()


def test_the_api_answers_too_and_tells_nothing_else(noticed: Matter) -> None:
    head = Caller(noticed.cast["their_head"], "read", "supervision.")
    other = Caller(noticed.cast["their_second"], "read", "supervision.")
    files = f"/files/{noticed.opened.pk}"
    body = {"on": TODAY().isoformat(), "agency_said": "已经解除。"}
    assert head.get(files).status_code == 404
    notice, lead = noticed.paper("supervision.notice"), noticed.paper("supervision.lead")
    assert head.get(f"{files}/materials/{notice.pk}").status_code == 200
    assert head.get(f"{files}/materials/{lead.pk}").status_code == 404
    assert other.get(f"{files}/materials/{notice.pk}").status_code == 404
    assert other.post(f"{files}/supervision.answer", body).status_code == 404
    assert head.post(f"{files}/supervision.receive_reply", body).status_code == 404
    assert head.post(f"{files}/supervision.answer", body).status_code == 200


def test_an_agency_without_a_desk_is_answered_for_on_paper(bureau: Bureau) -> None:
    made = Matter(bureau, bureau.agency, {"supervisor": bureau.supervisor})
    made.do("supervisor", "supervision.register_lead", {**_LEAD, "name": "安澜市港航管理处"})
    assert made.opened.addressed is None
