"""The administration: one's own organs only, nothing deleted, every save an act."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.registry.builders import USCC, Town, a_town, account, an_item, an_officer
from xiezhi.identity.actions import digest_of
from xiezhi.identity.models import Account, Organ, Person, Post, Token
from xiezhi.procedure.roles import Role
from xiezhi.record.models import CalendarYear, Entry
from xiezhi.registry import actions
from xiezhi.registry.models import Item, MarketEntity, Officer

pytestmark = pytest.mark.django_db
REGISTERS = [
    "identity/organ",
    "identity/person",
    "identity/account",
    "identity/post",
    "identity/token",
    "registry/officer",
    "registry/item",
    "registry/benchmark",
    "registry/law",
    "registry/article",
    "registry/marketentity",
    "record/calendaryear",
]


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def browser(client: Client, town: Town) -> Client:
    """A browser in which the market agency's administrator is logged in."""
    client.force_login(town.admin)
    return client


def test_every_register_is_here() -> None:
    known = {f"{m._meta.app_label}/{m._meta.model_name}" for m in admin.site._registry}
    ours = {name for name in known if name.split("/")[0] in ("identity", "registry", "record")}
    assert ours == set(REGISTERS)


def test_what_libraries_register_stays_closed(browser: Client) -> None:
    """Second factors, jobs and groups of everybody are no agency's business."""
    for model in admin.site._registry:
        name = f"{model._meta.app_label}/{model._meta.model_name}"
        if name not in REGISTERS:
            assert browser.get(f"/admin/{name}/").status_code == 403, name
    page = browser.get("/admin/").content.decode()
    assert "/admin/registry/officer/" in page
    assert "/admin/mfa/" not in page


@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_opens_in_chinese(browser: Client, register: str) -> None:
    answer = browser.get(f"/admin/{register}/")
    assert answer.status_code == 200
    title = answer.context["title"]
    assert re.search(r"[\u4e00-\u9fff]", str(title)), title
    assert browser.get(f"/admin/{register}/?q=x").status_code == 200


@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_has_an_empty_form_or_none(browser: Client, register: str) -> None:
    expected = 403 if register in ("registry/law", "registry/article") else 200
    assert browser.get(f"/admin/{register}/add/").status_code == expected


@pytest.mark.parametrize("role", [r for r in Role if r != Role.ADMINISTRATOR])
def test_only_administrators_come_in(client: Client, town: Town, role: Role) -> None:
    client.force_login(account("someone", "某人", town.market, role, town.market))
    for address in ("/admin/", "/admin/registry/officer/", "/admin/identity/account/add/"):
        assert client.get(address).status_code in (302, 403)


def test_another_agencys_rows_are_not_seen(browser: Client, town: Town) -> None:
    mine, theirs = an_officer(town.market, "钟离", "A1"), an_officer(town.health, "司徒", "B1")
    mine.save()
    theirs.save()
    page = browser.get("/admin/registry/officer/").content.decode()
    assert "A1" in page
    assert "B1" not in page
    assert "司徒" not in browser.get("/admin/identity/person/").content.decode()
    assert browser.get(f"/admin/registry/officer/{mine.pk}/change/").status_code == 200
    assert browser.get(f"/admin/registry/officer/{theirs.pk}/change/").status_code == 302
    assert browser.get(f"/admin/registry/officer/{theirs.pk}/history/").status_code in (302, 403)
    found = browser.get(
        "/admin/autocomplete/?app_label=registry&model_name=officer&field_name=person&term=司徒"
    )
    assert found.json()["results"] == []
    exported = browser.post("/admin/registry/officer/export/", {"format": "1", "resource": "0"})
    assert "A1" in exported.content.decode("utf-8-sig")
    assert "B1" not in exported.content.decode("utf-8-sig")


def test_nothing_can_be_deleted(browser: Client, town: Town) -> None:
    officer = an_officer(town.market)
    officer.save()
    assert browser.post(f"/admin/registry/officer/{officer.pk}/delete/").status_code == 403
    browser.post(
        "/admin/registry/officer/",
        {"action": "delete_selected", "_selected_action": officer.pk, "post": "yes"},
    )
    assert Officer.objects.exists()


def officer_form(town: Town, **more: Any) -> dict[str, Any]:
    return {
        "person": Person.objects.create(name="钟离").pk,
        "agency": town.market.pk,
        "number": "99010023001",
        "kind": "national",
        "categories": "市场监管、知识产权",
        "territory": "990100",
        "valid_from": "2024-01-01",
        "valid_until": "2026-12-31",
        "status": "valid",
        **more,
    }


def test_saving_is_an_act_of_the_administrator(browser: Client, town: Town) -> None:
    answer = browser.post("/admin/registry/officer/add/", officer_form(town))
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    officer = Officer.objects.get()
    assert officer.categories == ["市场监管", "知识产权"]
    entry = Entry.objects.get(kind="registry.change")
    assert (entry.actor, entry.file.agency) == (town.admin, town.market)
    history = browser.get(f"/admin/registry/officer/{officer.pk}/history/").content.decode()
    assert "登记执法人员“钟离（99010023001）”" in history


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"valid_until": "2023-01-01"}, "__all__", "有效期止不能早于有效期起"),
        ({"status": "suspended"}, "__all__", "应写明日期"),
        ({"categories": ""}, "categories", "必填"),
        ({"kind": "province", "territory": ""}, "__all__", "应写明执法区域"),
    ],
)
def test_a_wrong_form_is_shown_again(
    browser: Client, town: Town, change: dict[str, str], field: str, said: str
) -> None:
    answer = browser.post("/admin/registry/officer/add/", officer_form(town, **change))
    errors = answer.context["adminform"].form.errors
    assert said in str(errors[field])
    assert "99010023001" in answer.content.decode(), "what was typed stays"
    assert not Officer.objects.exists()
    assert not Entry.objects.exists()


def test_another_agency_cannot_be_named(browser: Client, town: Town) -> None:
    form = officer_form(town, agency=town.health.pk)
    answer = browser.post("/admin/registry/officer/add/", form)
    assert "agency" in answer.context["adminform"].form.errors
    assert not Officer.objects.exists()


def test_a_wrong_code_names_the_rule(browser: Client, town: Town) -> None:
    form = {
        "code": USCC[:-1] + "N",
        "name": "禾丰",
        "kind": "company",
        "region": "990102",
        "status": "active",
    }
    answer = browser.post("/admin/registry/marketentity/add/", form)
    assert "ID-USCC" in str(answer.context["adminform"].form.errors["code"])
    browser.post("/admin/registry/marketentity/add/", form | {"code": USCC.lower()})
    assert MarketEntity.objects.get().code == USCC


def test_a_basis_that_cannot_be_read_is_refused(browser: Client, town: Town) -> None:
    form = {
        "agency": town.market.pk,
        "code": "A1",
        "name": "处罚",
        "category": "penalty",
        "level": "city",
        "basis": "食品安全法124条",
        "effective_from": "2024-01-01",
    }
    answer = browser.post("/admin/registry/item/add/", form)
    assert "《法律名称》第几条" in str(answer.context["adminform"].form.errors["basis"])
    assert not Item.objects.exists()


def account_form(town: Town, **more: Any) -> dict[str, Any]:
    person = Person.objects.create(name="小李")
    return {
        "username": "li",
        "person": person.pk,
        "unit": town.market.pk,
        "is_active": "on",
        "new_password": "风雨同舟-砥砺前行-9",
        "posts-TOTAL_FORMS": "1",
        "posts-INITIAL_FORMS": "0",
        "posts-0-role": "handler",
        "posts-0-organ": town.market.pk,
        "posts-0-since": "2026-01-01",
        **more,
    }


def test_an_account_is_opened_with_its_post(browser: Client, town: Town) -> None:
    answer = browser.post("/admin/identity/account/add/", account_form(town))
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    made = Account.objects.get(username="li")
    assert made.check_password("风雨同舟-砥砺前行-9")
    assert made.roles_on(dt.date(2026, 3, 2)) == {Role.HANDLER}
    said = [entry.facts["say"] for entry in Entry.objects.filter(kind="registry.change")]
    assert len(said) == 3
    assert all("砥砺前行" not in entry.body for entry in Entry.objects.all())


@pytest.mark.parametrize("password", ["", "1234567890", "short-9"])
def test_a_weak_password_is_refused(browser: Client, town: Town, password: str) -> None:
    answer = browser.post("/admin/identity/account/add/", account_form(town, new_password=password))
    assert "new_password" in answer.context["adminform"].form.errors
    assert not Account.objects.filter(username="li").exists()


def test_a_post_over_another_agency_cannot_be_given(browser: Client, town: Town) -> None:
    form = account_form(town) | {"posts-0-organ": town.city.pk, "posts-0-role": "administrator"}
    answer = browser.post("/admin/identity/account/add/", form)
    assert answer.status_code == 200
    assert not Post.objects.filter(organ=town.city, account__username="li").exists()
    assert not Account.objects.filter(username="li").exists()


def test_accounts_are_disabled_from_the_list(browser: Client, town: Town) -> None:
    clerk = account("clerk", "小李", town.market, Role.HANDLER, town.market)
    chosen = [clerk.pk, town.admin.pk]
    browser.post("/admin/identity/account/", {"action": "disable", "_selected_action": chosen})
    clerk.refresh_from_db()
    assert not clerk.is_active
    town.admin.refresh_from_db()
    assert town.admin.is_active, "nobody locks himself out"


def test_the_secret_of_a_key_is_shown_once(browser: Client, town: Town) -> None:
    form = {"account": town.admin.pk, "label": "对接", "scopes": ["read", "casework."]}
    answer = browser.post("/admin/identity/token/add/", form, follow=True)
    (secret,) = re.findall(r"xz_[\w-]{43}", answer.content.decode())
    token = Token.objects.get()
    assert bytes(token.digest) == digest_of(secret)
    assert token.scopes == ["read", "casework."]
    assert secret not in browser.get("/admin/identity/token/").content.decode()
    page = browser.get(f"/admin/identity/token/{token.pk}/change/")
    assert secret not in page.content.decode()
    assert browser.post(f"/admin/identity/token/{token.pk}/change/", form).status_code == 403
    browser.post("/admin/identity/token/", {"action": "revoke", "_selected_action": token.pk})
    token.refresh_from_db()
    assert token.revoked_at is not None


def test_a_law_is_changed_by_the_root_only(client: Client, town: Town) -> None:
    actions.import_laws()
    from xiezhi.registry.models import Law

    law = Law.objects.named("企业信息公示暂行条例").get()
    form = {"effective_on": "2014-10-01", "repealed_on": "2030-01-01"}
    address = f"/admin/registry/law/{law.pk}/change/"
    client.force_login(town.admin)
    assert client.get(address).status_code == 200
    assert client.post(address, form).status_code == 403
    client.force_login(town.root)
    assert client.post(address, form).status_code == 302
    law.refresh_from_db()
    assert law.repealed_on == dt.date(2030, 1, 1)
    page = client.get(f"/admin/registry/article/?law__id__exact={law.pk}")
    assert page.context["cl"].result_count == 25


def notice(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("2027.csv", text.encode("utf-8-sig"), "text/csv")


NOTICE = """起,止,类别,名称
2027-01-01,2027-01-03,休,元旦
2027-02-05,2027-02-11,休,春节
2027-02-20,,班,春节
2027-05-01,2027-05-05,休,劳动节
2027-10-01,2027-10-07,休,国庆节
"""


def test_a_notice_is_shown_before_it_is_kept(client: Client, town: Town) -> None:
    client.force_login(town.root)
    form = {"year": "2027", "region": "", "source": "国办发明电〔2026〕9号"}
    address = "/admin/record/calendaryear/add/"
    answer = client.post(address, form | {"sheet": notice(NOTICE)})
    shown = str(answer.context["adminform"].form.errors["checked"])
    assert "放假 22 天" in shown
    assert "上班 1 天：2月20日" in shown
    assert not CalendarYear.objects.exists()
    client.post(address, form | {"sheet": notice(NOTICE), "checked": "on"})
    assert CalendarYear.objects.get().working == [dt.date(2027, 2, 20)]
    assert Entry.objects.filter(kind="registry.change", file__agency=town.city).exists()


def test_a_faulty_notice_names_its_line(client: Client, town: Town) -> None:
    client.force_login(town.root)
    form = {"year": "2027", "region": "", "source": "国办发明电", "checked": "on"}
    bad = NOTICE.replace("2027-05-01,2027-05-05", "2027-05-32,2027-05-05")
    answer = client.post("/admin/record/calendaryear/add/", form | {"sheet": notice(bad)})
    assert "第 5 行" in str(answer.context["adminform"].form.errors["sheet"])
    assert not CalendarYear.objects.exists()


def test_an_organ_is_placed_by_the_form(browser: Client, town: Town) -> None:
    form = {
        "parent": town.market.pk,
        "kind": "unit",
        "standing": "statutory",
        "slug": "zf1",
        "name": "执法一科",
        "has_legal_unit": "on",
    }
    answer = browser.post("/admin/identity/organ/add/", form)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    made = Organ.objects.get(slug="zf1")
    assert made.path == f"{town.market.path}{made.pk}."


def test_lists_ask_as_few_questions_at_thirty_rows_as_at_three(
    browser: Client, town: Town, django_assert_max_num_queries: Any
) -> None:
    for n in range(30):
        an_officer(town.market, f"人{n}", f"N{n}").save()
        an_item(town.market, f"I{n}").save()
    for register in ("officer", "item"):
        with django_assert_max_num_queries(12):
            assert browser.get(f"/admin/registry/{register}/").status_code == 200
