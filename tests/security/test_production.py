"""As it runs in earnest: flags, headers, hashing, and what it refuses to start with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from django.test import Client

from tests.config.test_environment import GOOD, KEY, start
from tests.security.world import World
from xiezhi.config.sample import PASSWORD
from xiezhi.identity.models import Account

ASKED = """
import json, django
django.setup()
from django.conf import settings as s
from django.core.checks import run_checks
from django.test import Client
names = ("DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SAMESITE",
    "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "USE_X_FORWARDED_HOST", "ALLOWED_HOSTS",
    "PASSWORD_HASHERS", "SESSION_ENGINE", "SESSION_SERIALIZER", "SESSION_COOKIE_AGE", "CACHES",
    "MIDDLEWARE", "INSTALLED_APPS", "ACCOUNT_RATE_LIMITS")
told = {name: getattr(s, name) for name in names}
told["forwarded"] = getattr(s, "SECURE_PROXY_SSL_HEADER", None)
told["checks"] = sorted(m.id for m in run_checks(include_deployment_checks=True))
host = {"Host": s.ALLOWED_HOSTS[0]}
plain = Client(headers=host).get("/ui/look/?text=elder")
told["plain"] = [plain.status_code, plain["Location"]]
safe = Client(headers=host).get("/ui/look/?text=elder", secure=True)
told["safe"] = [safe.status_code, dict(safe.headers), safe.cookies["text"]["httponly"]]
forged = Client(headers=host | {"X-Forwarded-Proto": "https"}).get("/ui/look/")
told["forged"] = forged.status_code
told["gallery"] = Client(headers=host).get("/ui/", secure=True).status_code
lost = Client(headers=host).get("/static/../settings.py", secure=True)
told["lost"] = [lost.status_code, lost.content.decode()]
told["strange"] = Client(headers={"Host": "evil.example"}).get("/", secure=True).status_code
print(json.dumps(told, default=str))
"""


def ended_with(asked: str, **more: str) -> str:
    """The last line that a production process says; it needs no database for that."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XIEZHI_")}
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        env=kept | GOOD | {"XIEZHI_DATA": mkdtemp(), "XIEZHI_HASHED_STATIC": "0"} | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout.splitlines()[-1]


@cache
def running() -> dict[str, Any]:
    """What it says of itself, asked once."""
    told: dict[str, Any] = json.loads(ended_with(ASKED))
    return told


def test_flags() -> None:
    told = running()
    assert told["DEBUG"] is False
    for name in ("SESSION_COOKIE", "CSRF_COOKIE"):
        assert told[f"{name}_SECURE"] is told[f"{name}_HTTPONLY"] is True
        assert told[f"{name}_SAMESITE"] == "Lax"
    assert told["USE_X_FORWARDED_HOST"] is False
    assert told["forwarded"] is None
    assert told["SESSION_COOKIE_AGE"] <= 12 * 3600
    # In the database, where ending one is a deletion; never in a cookie that the browser keeps.
    assert told["SESSION_ENGINE"] == "xiezhi.config.sessions"
    assert told["SESSION_SERIALIZER"].endswith("JSONSerializer")
    assert told["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")
    assert not [name for name in told["PASSWORD_HASHERS"] if "MD5" in name or "SHA1" in name]
    assert not [name for name in told["INSTALLED_APPS"] if "debug" in name]
    shared = told["CACHES"]["default"]
    assert shared["BACKEND"].endswith("DatabaseCache"), "one count for all processes"
    assert shared["OPTIONS"]["MAX_ENTRIES"] >= 100_000
    assert "/key" in told["ACCOUNT_RATE_LIMITS"]["login_failed"]


def test_the_frameworks_own_checks_find_nothing() -> None:
    """W005, W021: whether sub-domains are ours to bind isn't known here."""
    assert set(running()["checks"]) <= {"security.W005", "security.W021"}


def test_transport() -> None:
    told = running()
    status, where = told["plain"]
    assert (status, where.split("?")[0]) == (301, f"https://{GOOD['XIEZHI_HOSTS']}/ui/look/")
    status, headers, closed = told["safe"]
    assert status == 302
    assert closed
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert told["forged"] == 301, "a header of the visitor's doesn't make it https"
    assert told["strange"] == 400


def test_an_error_tells_nothing_and_the_gallery_is_closed() -> None:
    told = running()
    assert told["gallery"] == 404
    status, page = told["lost"]
    assert status == 404
    for word in ("Traceback", "urlpatterns", "Django", "Request URL"):
        assert word not in page


def test_behind_a_proxy_and_on_a_closed_network() -> None:
    asked = "from xiezhi.config import settings as s; print(s.SECURE_PROXY_SSL_HEADER[0],"
    asked += "s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.SESSION_COOKIE_SECURE)"
    said = ended_with(asked, XIEZHI_PROXIES="1", XIEZHI_TLS="0")
    assert said == "HTTP_X_FORWARDED_PROTO False 0 True"


def test_debug_is_for_development_only(tmp_path: Path) -> None:
    said = start(tmp_path, GOOD | {"XIEZHI_DEBUG": "1"}).stdout
    assert said.split()[2] == "False"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"XIEZHI_SECRET_KEY": f"django-insecure-{KEY}"}, "XIEZHI_SECRET_KEY"),
        ({"XIEZHI_SECRET_KEY": KEY[:49]}, "XIEZHI_SECRET_KEY"),
        ({"XIEZHI_HOSTS": ".gov.cn"}, "XIEZHI_HOSTS"),
        ({"XIEZHI_HOSTS": "a.gov.cn,*"}, "XIEZHI_HOSTS"),
        ({"XIEZHI_HOSTS": "*.gov.cn"}, "XIEZHI_HOSTS"),
        ({"XIEZHI_HOSTS": " , "}, "XIEZHI_HOSTS"),
    ],
)
def test_it_does_not_start_unsafely(changed: dict[str, str], says: str, tmp_path: Path) -> None:
    ended = start(tmp_path, GOOD | changed)
    assert ended.returncode != 0
    assert says in ended.stderr.splitlines()[-1]
    assert KEY not in ended.stderr


def test_the_demonstrations_password_opens_nothing_in_production(
    world: World, settings: Any
) -> None:
    """Also when somebody restored the demonstration's database under a clean data folder."""
    account = Account.objects.get(pk=world.admin.pk)
    account.set_password(PASSWORD)
    account.save()
    posted = {"login": account.username, "password": PASSWORD}
    assert Client().post("/accounts/login/", posted).status_code == 302
    settings.PRODUCTION = True
    answer = Client().post("/accounts/login/", posted)
    assert answer.status_code == 200
