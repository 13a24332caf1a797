"""What holds for every page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user
from django.test import Client, override_settings
from playwright.sync_api import Page

from xiezhi.identity.models import Account, Organ, Person


@pytest.mark.django_db
def test_every_page_forbids_inline_scripts_and_framing() -> None:
    headers = Client().get("/accounts/login/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_only_the_administration_has_the_wider_policy() -> None:
    assert "unsafe-eval" in Client().get("/admin/login/").headers["Content-Security-Policy"]
    assert "unsafe" not in Client().get("/nowhere/admin/").headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_nobody_signs_up() -> None:
    answer = Client().post(
        "/accounts/signup/", {"username": "me", "password1": "x9!kdjwq2", "password2": "x9!kdjwq2"}
    )
    assert answer.status_code == 405


@pytest.mark.django_db
def test_a_disabled_account_is_out_at_once() -> None:
    organ = Organ.objects.create(kind=Organ.Kind.AGENCY, slug="a", path="9999.", name="某局")
    account = Account(
        username="li", person=Person.objects.create(name="李某"), unit=organ, is_active=True
    )
    account.set_password("correct horse")
    account.save()
    client = Client()
    client.force_login(account)
    assert get_user(client).is_authenticated
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert not get_user(client).is_authenticated


@pytest.mark.django_db
@override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31536000)
def test_plain_http_is_sent_to_https() -> None:
    assert Client().get("/accounts/login/").status_code == 301
    secure = Client().get("/accounts/login/", secure=True)
    assert "max-age=31536000" in secure.headers["Strict-Transport-Security"]


@pytest.mark.browser
def test_the_log_in_page_works_in_a_browser_and_is_accessible(site: str, page: Page) -> None:
    page.goto(f"{site}/accounts/login/")
    page.fill("[name=login]", "nobody")
    page.fill("[name=password]", "wrong")
    page.click("main [type=submit]")
    page.wait_for_selector("main")
    assert (page.locator("html").get_attribute("lang") or "").startswith("zh")
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
