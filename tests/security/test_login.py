"""The door: guessing is slow whatever one changes, a session is one person's and ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from tests.identity.test_login import code_of
from tests.security.conftest import browser
from tests.security.world import World
from xiezhi.identity.models import Account

LOGIN, SECOND = "/accounts/login/", "/accounts/2fa/authenticate/"
PASSWORD = "雁过留声-风过无痕-7"


@pytest.fixture
def admin(world: World) -> Account:
    account = Account.objects.get(pk=world.admin.pk)
    account.set_password(PASSWORD)
    account.save()
    return account


def log_in(client: Client, username: str, password: str = PASSWORD, **headers: str) -> Any:
    return client.post(LOGIN, {"login": username, "password": password}, headers=headers)


def inside(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def elsewhere(n: int) -> Client:
    """A browser on another machine."""
    return Client(REMOTE_ADDR=f"10.9.{n // 250}.{n % 250}")


# -- guessing passwords ---------------------------------------------------------------------------

NAMES = ("localhost", "127.0.0.1", "testserver")
VARIANTS: dict[str, Callable[[int], tuple[str, dict[str, str]]]] = {
    "the same name": lambda n: ("admin", {}),
    "in capitals": lambda n: ("admin"[:n] + "admin"[n:].upper(), {}),
    "with blanks": lambda n: (" " * n + "admin" + " " * n, {}),
    "with letters that look alike": lambda n: ("adm\u0131n" if n % 2 else "ADM\u0131N", {}),
    "at another port": lambda n: ("admin", {"Host": f"testserver:{8000 + n}"}),
    "at another name of the host": lambda n: ("admin", {"Host": NAMES[n % 3]}),
    "behind pretended proxies": lambda n: ("admin", {"X-Forwarded-For": f"198.51.100.{n}"}),
}


@pytest.mark.parametrize("what", VARIANTS)
def test_guesses_of_one_account_are_counted_together(admin: Account, what: str) -> None:
    """From as many machines as one likes: five guesses, then even the right word waits."""
    for n in range(6):
        name, headers = VARIANTS[what](n)
        log_in(elsewhere(n), name, f"falsch-{n}", **headers)
    last = elsewhere(99)
    log_in(last, "admin")
    assert not inside(last), what


def test_guesses_from_one_machine_are_counted_together(world: World, admin: Account) -> None:
    """One password for many accounts (spraying), with forged forwarding headers."""
    client = Client(REMOTE_ADDR="10.8.0.1")
    for n in range(21):
        log_in(client, f"someone-{n}", "falsch", **{"X-Forwarded-For": f"203.0.113.{n}"})
    log_in(client, "admin")
    assert not inside(client)
    other = Client(REMOTE_ADDR="10.8.0.2")
    log_in(other, "admin")
    assert inside(other), "others aren't locked out"


def test_unknown_and_known_names_are_answered_alike(world: World, admin: Account) -> None:
    def shape(name: str) -> tuple[int, str]:
        answer = elsewhere(len(name)).post(LOGIN, {"login": name, "password": "falsch"})
        return answer.status_code, answer.content.decode().replace(name, "")

    known, unknown = shape("admin"), shape("nimda")
    assert [line for line in known[1].splitlines() if "csrf" not in line] == [
        line for line in unknown[1].splitlines() if "csrf" not in line
    ]
    assert known[0] == unknown[0]


def test_a_password_is_checked_even_for_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the time of the answer would tell which names exist."""
    hashed: list[str] = []
    monkeypatch.setattr(Account, "set_password", lambda _self, raw: hashed.append(raw))
    log_in(Client(), "nobody-at-all", "falsch")
    assert hashed == ["falsch"]


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/signup/",
        "/accounts/email/",
        "/accounts/confirm-email/",
        "/accounts/confirm-email/x/",
        "/accounts/password/set/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/1-x/",
        "/accounts/password/reset/key/done/",
        "/accounts/login/code/confirm/",
    ],
)
def test_there_is_no_other_door(world: World, admin: Account, path: str, mailoutbox: Any) -> None:
    Account.objects.filter(pk=admin.pk).update(email="admin@example.cn")
    for client in (Client(), browser(admin)):
        assert client.get(path).status_code == 200
        answer = client.post(path, {"email": "admin@example.cn", "username": "x"})
        assert answer.status_code == 405
    assert not mailoutbox
    assert Account.objects.get(pk=admin.pk).password == admin.password


# -- the second factor ----------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["/admin/", "/desk/", "/admin/identity/account/"])
def test_with_a_second_factor_the_password_alone_opens_nothing(admin: Account, target: str) -> None:
    secret = generate_totp_secret()
    TOTP.activate(admin, secret)
    client = Client()
    log_in(client, "admin")
    assert client.get(target).status_code == 302
    client.post("/admin/login/", {"username": "admin", "password": PASSWORD})
    assert client.get(target).status_code == 302
    assert client.post(SECOND, {"code": code_of(secret)}).status_code == 302
    assert client.get(target).status_code == 200


def test_codes_are_not_guessed(admin: Account) -> None:
    secret = generate_totp_secret()
    TOTP.activate(admin, secret)
    for n in range(6):
        client = elsewhere(n)
        log_in(client, "admin")
        client.post(SECOND, {"code": f"{n:06}"})
        assert not inside(client)
    client = elsewhere(77)
    log_in(client, "admin")
    client.post(SECOND, {"code": code_of(secret)})
    assert not inside(client), "the right code waits as well"


def test_a_code_is_used_once(admin: Account) -> None:
    secret = generate_totp_secret()
    TOTP.activate(admin, secret)
    code = code_of(secret)
    first, second = elsewhere(1), elsewhere(2)
    for client in (first, second):
        log_in(client, "admin")
        client.post(SECOND, {"code": code})
    assert inside(first)
    assert not inside(second), "somebody looked over a shoulder"


def test_a_stolen_session_does_not_take_the_second_factor_away(admin: Account) -> None:
    TOTP.activate(admin, generate_totp_secret())
    client = browser(admin)
    for path in ("totp/deactivate/", "recovery-codes/generate/", "recovery-codes/"):
        for ask in (client.get, client.post):
            answer = ask(f"/accounts/2fa/{path}")
            assert answer.status_code in (302, 404, 405)
            assert "reauthenticate" in answer.get("Location", "reauthenticate")
    factors: Any = admin
    assert factors.authenticator_set.filter(type="totp").exists()


def test_a_stolen_session_does_not_change_the_password(admin: Account) -> None:
    new = {"password1": "风雨同舟-砥砺前行-9", "password2": "风雨同舟-砥砺前行-9"}
    browser(admin).post("/accounts/password/change/", {**new, "oldpassword": "falsch"})
    assert Account.objects.get(pk=admin.pk).check_password(PASSWORD)


# -- sessions -------------------------------------------------------------------------------------


def test_a_session_brought_along_is_not_kept(admin: Account) -> None:
    """Whoever planted a session id before the log-in has nothing after it."""
    client = Client()
    client.cookies["sessionid"] = "planted" * 4 + "abcd"
    client.get(LOGIN)
    log_in(client, "admin")
    assert inside(client)
    assert client.cookies["sessionid"].value != "planted" * 4 + "abcd"
    before = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    ghost = Client()
    ghost.cookies["sessionid"] = before
    assert not inside(ghost), "logged out is logged out"
    log_in(client, "admin")
    assert client.cookies["sessionid"].value != before


def test_a_new_password_ends_the_other_sessions(admin: Account) -> None:
    here, there = Client(), elsewhere(3)
    log_in(here, "admin")
    log_in(there, "admin")
    assert inside(there)
    new = "风雨同舟-砥砺前行-9"
    here.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert Account.objects.get(pk=admin.pk).check_password(new)
    assert not inside(there)


@pytest.mark.parametrize("weak", ["1234567890", "admin12345", "password12", "短密码", "aaaaaaa"])
def test_weak_passwords_are_refused(admin: Account, weak: str) -> None:
    client = Client()
    log_in(client, "admin")
    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": weak, "password2": weak},
    )
    assert Account.objects.get(pk=admin.pk).check_password(PASSWORD)


def test_cookies_are_closed_to_scripts_and_other_sites(admin: Account) -> None:
    client = Client()
    answer = log_in(client, "admin")
    for name in ("sessionid", "csrftoken"):
        cookie = (answer.cookies if name in answer.cookies else client.cookies)[name]
        assert cookie["httponly"]
        assert cookie["samesite"] in ("Lax", "Strict")
        assert not cookie["domain"]
    look = client.get(reverse("ui:look"), {"text": "elder"}).cookies["text"]
    assert look["samesite"] == "Lax"


def test_the_public_site_sets_no_cookie(world: World, anonymous: Client) -> None:
    for path in ("/", "/search/?q=公司", "/feed/", f"/p/{world.shown.uid}/", "/verify/"):
        assert not anonymous.get(path).cookies, path
