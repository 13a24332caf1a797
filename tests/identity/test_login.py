"""Log-in: password, rate limit, second factor, and the end of a disabled account's sessions."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import caches
from django.test import Client

from tests.registry.builders import PASSWORD, Town, a_town
from xiezhi.identity.models import Account
from xiezhi.registry import actions

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"
INSIDE = "/admin/"


@pytest.fixture
def town() -> Town:
    for cache in caches.all():
        cache.clear()
    return a_town()


def log_in(client: Client, username: str, password: str = PASSWORD) -> int:
    answer = client.post(LOGIN, {"login": username, "password": password})
    return answer.status_code


def inside(client: Client) -> bool:
    """Does the administration open, rather than ask for a log-in?"""
    return client.get(INSIDE).status_code == 200


def code_of(secret: str) -> str:
    counter = next(yield_hotp_counters_from_time())
    return f"{hotp_value(secret, counter):06}"


def test_nobody_is_let_in_without_a_log_in(client: Client, town: Town) -> None:
    assert not inside(client)


def test_the_administration_has_no_door_of_its_own(client: Client, town: Town) -> None:
    answer = client.get("/admin/login/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOGIN)
    answer = client.post("/admin/login/", {"username": "market", "password": PASSWORD})
    assert not inside(client)


def test_a_password_opens(client: Client, town: Town) -> None:
    assert log_in(client, "market") == 302
    assert inside(client)
    client.post("/accounts/logout/")
    assert not inside(client)


def test_the_account_name_is_found_in_any_case(client: Client, town: Town) -> None:
    assert log_in(client, "MARKET") == 302


@pytest.mark.parametrize("username", ["market", "nobody"])
def test_a_wrong_password_says_the_same_for_everybody(
    client: Client, town: Town, username: str
) -> None:
    answer = client.post(LOGIN, {"login": username, "password": "错误的口令"})
    assert answer.status_code == 200
    said = re.sub(r"\s+", "", "".join(answer.context["form"].non_field_errors()))
    assert "密码" in said or "口令" in said
    assert not inside(client)


def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client, town: Town) -> None:
    for _ in range(5):
        log_in(client, "market", "错误的口令")
    log_in(client, "market")
    assert not inside(client)
    other = Client(REMOTE_ADDR="10.0.0.9")
    log_in(other, "health")
    assert inside(other), "another account isn't kept waiting"


def test_the_second_factor_is_asked_for(client: Client, town: Town) -> None:
    secret = generate_totp_secret()
    TOTP.activate(town.admin, secret)
    answer = client.post(LOGIN, {"login": "market", "password": PASSWORD})
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert not inside(client), "the password alone doesn't open"
    client.post(answer["Location"], {"code": "000000"})
    assert not inside(client)
    client.post(answer["Location"], {"code": code_of(secret)})
    assert inside(client)


def test_the_secret_of_the_second_factor_is_not_stored_in_clear(town: Town) -> None:
    secret = generate_totp_secret()
    TOTP.activate(town.admin, secret)
    stored = Authenticator.objects.get(user=town.admin).data["secret"]
    assert secret not in stored
    assert get_adapter().decrypt(stored) == secret


def test_a_lost_telephone_is_reset_by_the_administrator(client: Client, town: Town) -> None:
    TOTP.activate(town.admin, generate_totp_secret())
    actions.reset_second_factors(town.admin, by=town.root, why="手机丢失，当面核验身份")
    log_in(client, "market")
    assert inside(client)


def test_a_disabled_account_cannot_log_in(client: Client, town: Town) -> None:
    actions.disable(town.admin, by=town.root)
    log_in(client, "market")
    assert not inside(client)


def test_disabling_ends_running_sessions_at_once(client: Client, town: Town) -> None:
    log_in(client, "market")
    assert inside(client)
    actions.disable(Account.objects.get(username="market"), by=town.root)
    assert not inside(client)
    actions.enable(Account.objects.get(username="market"), by=town.root)
    assert not inside(client), "the session of before stays ended"
    log_in(client, "market")
    assert inside(client)


def test_a_new_password_ends_running_sessions(client: Client, town: Town) -> None:
    log_in(client, "market")
    actions.reset_password(
        Account.objects.get(username="market"), "风雨同舟-砥砺前行-9", by=town.root
    )
    assert not inside(client)
    log_in(client, "market")
    assert not inside(client)
    log_in(client, "market", "风雨同舟-砥砺前行-9")
    assert inside(client)


def test_nobody_signs_up(client: Client, town: Town) -> None:
    answer = client.post(
        "/accounts/signup/",
        {"username": "guest", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not Account.objects.filter(username="guest").exists()
    assert answer.status_code == 405
