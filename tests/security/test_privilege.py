"""Powers: nothing is allowed that isn't granted, to this account, over this organ, today."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import SINCE, a_case, account, organ
from tests.security.conftest import browser
from tests.security.world import Caller, World
from xiezhi.casework import actions as casework
from xiezhi.identity.actions import keep_account, place, revoke_token
from xiezhi.identity.models import Account, Organ, Person, Post
from xiezhi.identity.rules import may_by_role
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.actions import act, may
from xiezhi.record.looking import sees
from xiezhi.record.models import CalendarYear, Entry, File
from xiezhi.record.waiting import soonest
from xiezhi.registry import actions as registry

DAY = dt.timedelta(days=1)


def sees_it(world: World, who: Account, file: File | None = None) -> bool:
    """Asked both ways: the look-up of one File and the query behind every list."""
    wanted = file or world.secret.file
    fresh = Account.objects.select_related("unit").get(pk=who.pk)
    found = File.objects.get(pk=wanted.pk)
    one = sees(fresh, found, today=timezone.localdate())
    listed = File.objects.visible_to(fresh).filter(pk=wanted.pk).exists()
    assert one == listed, "the two questions have two answers"
    return one


def fresh(who: Account) -> Account:
    return Account.objects.select_related("person", "unit").get(pk=who.pk)


# -- may() ----------------------------------------------------------------------------------------


def test_without_a_post_nothing_is_allowed(world: World) -> None:
    nobody = account("nobody", "无岗", world.ours.unit, Role.HANDLER, world.ours.unit)
    nobody.posts.update(until=SINCE)
    for name in ACTS:
        assert not may(nobody, name, world.secret.file, today=timezone.localdate()).allowed
        assert not may(None, name, world.secret.file, today=timezone.localdate()).allowed
        assert not may_by_role((), world.ours.head.posts.all(), "anlan.", name).allowed


def test_nobody_of_another_agency_may_do_anything(world: World) -> None:
    for who in ("their_handler", "their_head", "their_reviewer", "their_publisher"):
        for name in ACTS:
            person = world.people()[who]
            verdict = may(person, name, world.secret.file, today=timezone.localdate())
            assert not verdict.allowed, (who, name)
            assert verdict.reason is not None


def test_an_unknown_act_is_no_act(world: World) -> None:
    with pytest.raises(KeyError), act("casework.invented", world.secret.file, by=world.ours.head):
        pass


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [(0, 0, True), (-9, None, True), (1, None, False), (-9, -1, False), (1, 9, False)],
)
def test_a_post_counts_on_its_days_only(
    world: World, since: int, until: int | None, counts: bool
) -> None:
    today = timezone.localdate()
    ends = None if until is None else today + until * DAY
    pk = world.secret.file.pk
    for who, act_ in (("head", "casework.extend"), ("handler", "casework.add_evidence")):
        person = world.people()[who]
        Post.objects.filter(account=person).update(since=today + since * DAY, until=ends)
        held = fresh(person)
        assert may(held, act_, world.secret.file, today=today).allowed is counts
        assert sees_it(world, held) is counts
        answer = browser(held).get(reverse("desk:case", args=[pk]))
        assert answer.status_code == (200 if counts else 404)
        caller = Caller(held, "read")
        assert caller.get(f"/files/{pk}").status_code == (200 if counts else 404)
        assert bool(soonest(held, today, 50)) <= counts


def test_a_former_administrator_stays_outside(world: World) -> None:
    Post.objects.filter(account=world.admin).update(until=timezone.localdate() - DAY)
    answer = browser(fresh(world.admin)).get("/admin/")
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"] or "/admin/login/" in answer["Location"]


# -- the tree -------------------------------------------------------------------------------------


def test_a_longer_name_is_no_lower_organ(world: World) -> None:
    """anlan.sc. is above anlan.sc.x., not above anlan.scjg."""
    city = world.ours.agency.parent
    short = organ(city, "sc", Organ.Kind.AGENCY, "安澜市商务局")
    assert world.ours.agency.path.startswith(short.path.rstrip("."))
    for role in (Role.AGENCY_HEAD, Role.SUPERVISOR, Role.UNIT_HEAD, Role.PUBLISHER):
        who = account(f"short-{role}", "短名", short, role, short)
        assert not sees_it(world, who)
        assert not may(
            who, "casework.extend", world.secret.file, today=timezone.localdate()
        ).allowed
    admin = account("short-admin", "短管", short, Role.ADMINISTRATOR, short)
    with pytest.raises(Refused):
        registry.disable(fresh(world.ours.handler), by=admin)


def test_a_post_over_a_unit_is_none_over_the_agency(world: World) -> None:
    """A wide role held over a unit sees nothing: Files are the agency's."""
    other = organ(world.ours.agency, "zf2", Organ.Kind.UNIT, "执法二科")
    for role in (Role.UNIT_HEAD, Role.REVIEWER, Role.AGENCY_HEAD, Role.SUPERVISOR):
        assert not sees_it(world, account(f"u2-{role}", "二科", other, role, other))
    assert sees_it(world, world.ours.unit_head)


def test_who_moves_to_another_agency_does_not_take_the_old_cases_along(world: World) -> None:
    """Neither the unit's nor those he handled: whoever replaces him has them."""
    elsewhere = organ(world.theirs.agency, "zf9", Organ.Kind.UNIT, "执法九科")
    head = fresh(world.ours.unit_head)
    head.unit = elsewhere
    keep_account(head)
    Post.objects.filter(account=head).update(organ=elsewhere)
    assert not sees_it(world, head)
    handler = fresh(world.ours.handler)
    handler.unit = elsewhere
    keep_account(handler)
    Post.objects.filter(account=handler).update(organ=elsewhere)
    assert not sees_it(world, handler)
    today = timezone.localdate()
    moved = fresh(handler)
    assert not may(moved, "casework.add_evidence", world.secret.file, today=today).allowed
    assert not soonest(moved, today, 50)
    for view in ("mine", "others", "overdue", "near"):
        listed = browser(moved).get("/desk/", {"view": view}).content.decode()
        assert world.secret.file.number not in listed


def test_moving_an_account_ends_its_sessions(world: World) -> None:
    client = browser(world.ours.unit_head)
    assert client.get("/desk/").status_code == 200
    head = fresh(world.ours.unit_head)
    head.unit = world.theirs.unit
    keep_account(head)
    assert client.get("/desk/").status_code == 302


def test_moving_a_unit_moves_whoever_stands_above_it(world: World) -> None:
    city = world.ours.agency.parent
    made = place(Organ(parent=city, slug="b1", kind="agency", name="甲局"))
    other = place(Organ(parent=city, slug="b2", kind="agency", name="乙局"))
    unit = place(Organ(parent=made, slug="u", kind="unit", name="科"))
    over = Post(role=Role.UNIT_HEAD, organ=made)
    assert over.covers(unit.path)
    unit.parent = other
    place(unit)
    assert not over.covers(unit.path)


# -- taken off the case ---------------------------------------------------------------------------


def test_a_recused_officer_sees_the_case_no_longer(world: World) -> None:
    officer, file = world.ours.second, a_case(world.ours).filed().file
    assert sees_it(world, officer, file)
    casework.decide_recusal(
        file,
        by=world.ours.head,
        on=timezone.localdate(),
        person=officer.person_id,
        applicant="当事人",
        recused=True,
        reason="与当事人有近亲属关系。",
    )
    assert not sees_it(world, officer, file)
    assert browser(officer).get(reverse("desk:case", args=[file.pk])).status_code == 404
    today = timezone.localdate()
    assert not may(officer, "casework.add_evidence", file, today=today).allowed
    assert sees_it(world, world.ours.handler, file)


# -- accounts and tokens --------------------------------------------------------------------------


def test_a_disabled_account_is_out_at_once(world: World) -> None:
    client, caller = browser(world.ours.head), Caller(world.ours.head, "read")
    assert client.get("/desk/").status_code == 200
    assert caller.get("/files").status_code == 200
    registry.disable(fresh(world.ours.head), by=world.admin)
    assert client.get("/desk/").status_code == 302
    assert caller.get("/files").status_code == 401
    assert not may(
        fresh(world.ours.head), "casework.extend", world.secret.file, today=timezone.localdate()
    ).allowed


def test_a_token_ends_when_it_is_revoked_or_over(world: World) -> None:
    now = timezone.now()
    assert Caller(world.ours.head, "read", expires_at=now + DAY).get("/files").status_code == 200
    assert Caller(world.ours.head, "read", expires_at=now).get("/files").status_code == 401
    revoked = Caller(world.ours.head, "read")
    revoke_token(revoked.token)
    assert revoked.get("/files").status_code == 401


@pytest.mark.parametrize("scope", ["", "r", "re", "rea", "readx", "casework", "c", ".", "*."])
def test_a_scope_that_names_nothing_opens_nothing(world: World, scope: str) -> None:
    caller = Caller(world.ours.handler, scope)
    assert caller.get("/files").status_code == 403
    assert caller.post(f"/files/{world.secret.file.pk}/casework.suspend").status_code == 403


@pytest.mark.parametrize(
    "header", ["Bearer ", "Bearer x", "bearer  ", "Token abc", "Basic YTpi", "Bearer \x00", ""]
)
def test_whatever_is_no_token_is_no_token(world: World, header: str) -> None:
    answer = Client(headers={"Authorization": header}).get("/api/v1/files")
    assert answer.status_code == 401


# -- administrators -------------------------------------------------------------------------------


def test_an_administrator_cannot_take_over_who_stands_above_him(world: World) -> None:
    """The city's supervisor works in the bureau; the bureau's administrator isn't his master."""
    supervisor = account(
        "up", "何上", world.ours.agency, Role.SUPERVISOR, world.ours.agency.parent or Organ()
    )
    for attempt in (
        lambda: registry.reset_password(supervisor, "风雨同舟-砥砺前行-9", by=world.admin),
        lambda: registry.reset_second_factors(supervisor, by=world.admin, why="x"),
        lambda: registry.issue_token(supervisor, "x", ["read"], by=world.admin),
        lambda: registry.disable(supervisor, by=world.admin),
    ):
        with pytest.raises(Refused):
            attempt()
    change = f"/admin/identity/account/{supervisor.pk}/change/"
    browser(world.admin).post(change, {"new_password": "风雨同舟-砥砺前行-9"})
    posted = {"action": "reset_second_factors", "_selected_action": [supervisor.pk]}
    answer = browser(world.admin).post("/admin/identity/account/", posted, follow=True)
    assert "不在您管理的机构范围内" in answer.content.decode()
    kept = Account.objects.get(pk=supervisor.pk)
    assert (kept.password, kept.is_active) == (supervisor.password, True)
    registry.disable(kept, by=world.root)  # who stands above both may


def test_an_administrator_appoints_within_his_organs_only(world: World) -> None:
    city = world.ours.agency.parent
    for organ_, who in (
        (city, world.ours.handler),
        (world.theirs.agency, world.ours.handler),
        (world.ours.agency, world.theirs.handler),
    ):
        with pytest.raises(Refused):
            registry.save(Post(account=who, role=Role.SUPERVISOR, organ=organ_), by=world.admin)


def test_an_administrator_gives_himself_no_post(world: World) -> None:
    own = Post(account=world.admin, role=Role.AGENCY_HEAD, organ=world.ours.agency, since=SINCE)
    with pytest.raises(Refused, match="不能给自己设岗位"):
        registry.save(own, by=world.admin)
    second = Account(username="admin2", person=world.admin.person, unit=world.ours.agency)
    registry.save(second, by=world.admin)
    with pytest.raises(Refused, match="不能给自己设岗位"):
        registry.save(
            Post(account=second, role=Role.SUPERVISOR, organ=world.ours.agency), by=world.admin
        )
    held = Post.objects.get(account=world.admin)
    held.role = Role.AGENCY_HEAD
    with pytest.raises(Refused):
        registry.save(held, by=world.admin)
    held = Post.objects.get(account=world.admin)
    held.until = timezone.localdate()
    registry.save(held, by=world.admin)  # laying it down is allowed
    held.until = timezone.localdate() + DAY
    with pytest.raises(Refused):
        registry.save(held, by=world.admin)


def test_what_an_account_did_stays_its_persons(world: World) -> None:
    """The ledger names accounts: exchanging the person behind one would rewrite history."""
    handler = fresh(world.ours.handler)
    handler.person = Person.objects.create(name="替罪羊")
    with pytest.raises(Refused, match="不能改换人员"):
        registry.save(handler, by=world.admin)
    assert fresh(world.ours.handler).person.name == "周闻溪"


def test_the_administration_shows_no_case(world: World) -> None:
    """Every page of it that opens without an object, and what the registers' history tells."""
    client = browser(world.root)
    for model in admin.site._registry:
        for page in ("changelist", "add"):
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
            answer: Any = client.get(reverse(name))
            ours = model._meta.app_label in ("identity", "registry") or model is CalendarYear
            assert answer.status_code in ((200, 403) if ours else (403,)), name
            assert world.secret.file.number not in answer.content.decode()


def test_another_agencys_administrator_sees_none_of_our_people(world: World) -> None:
    other = account("admin-w", "康管", world.theirs.agency, Role.ADMINISTRATOR, world.theirs.agency)
    client = browser(other)
    for path in ("account", "post", "token"):
        assert "scjg-zhou" not in client.get(f"/admin/identity/{path}/").content.decode()
    for model, pk in (
        ("account", world.ours.handler.pk),
        ("person", world.ours.handler.person_id),
        ("organ", world.ours.agency.pk),
        ("post", Post.objects.get(account=world.ours.handler).pk),
    ):
        for tail in ("change/", "history/", "delete/"):
            answer = client.get(f"/admin/identity/{model}/{pk}/{tail}")
            assert answer.status_code in (302, 403, 404), (model, tail)
    assert Entry.objects.exists()
