"""Every page: headers, no code in the markup, forms that can't be sent from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from tests.architecture.test_routes import example, routes
from tests.registry.builders import an_item
from tests.security.conftest import browser
from tests.security.markup import read
from tests.security.test_access import addresses, objects
from tests.security.world import ALIVE, EVIL, World
from xiezhi.config.middleware import ADMIN_HEADER, STRICT_HEADER
from xiezhi.faces.portal.urls import urlpatterns as portal
from xiezhi.identity.models import Account, Organ, Person
from xiezhi.registry import actions as registry
from xiezhi.registry.models import Law

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\t/evil.example",
    "\x00//evil.example",
    "http://testserver@evil.example/",
    "https://testserver.evil.example/",
    "evil",
    "a:b",
]


def public_addresses(world: World) -> Iterator[str]:
    """Every address of the public site, with something real in it."""
    agency, law = world.ours.agency.pk, Law.objects.values_list("pk", flat=True).first() or 0
    code = world.evidence.digest[:20]
    for pattern in portal:
        values: dict[str, Any] = {
            "uid": world.shown.uid,
            "agency": agency,
            "pk": law if pattern.name == "law" else agency,
            "code": code,
            "rest": "0/000.p/1",
            "path": "checkpoint",
        }
        wanted = pattern.pattern.converters
        assert set(wanted) <= set(values), f"say what to put into {pattern.pattern}"
        yield reverse(f"portal:{pattern.name}", kwargs={name: values[name] for name in wanted})
    yield reverse("portal:decision", args=[world.withdrawn.uid])
    yield "/search/?q=" + "公司"
    yield "/verify/?p=" + world.shown.uid
    yield "/nowhere/"
    yield "/p/unknown/"


def staff_addresses(world: World) -> Iterator[str]:
    for name in (*objects(), "work", "files", "review", "publish", "documents", "supervision"):
        if name not in ("act", "package", "volume"):
            yield from addresses(world, name)
    for act in ("decision.serve", "review.give_opinion", "decision.revoke", "disclosure.prepare"):
        yield reverse("desk:act", args=[world.secret.file.pk, act])
    yield from ("/desk/account/", "/desk/new/casework.register_clue/", "/desk/files/?q=" + EVIL)
    yield from ("/desk/new/casework.record_on_spot/", "/desk/nowhere/")
    yield from (f"/desk/files/{world.shown.file_id}/", f"/desk/files/{world.withdrawn.file_id}/")


def account_addresses() -> Iterator[str]:
    """What the log-in library serves."""
    for address, _pattern in routes():
        if address.startswith("/accounts/"):
            yield (
                example(address)
                .replace("$", "")
                .replace("(?P<key>[-:\\w]+)", "x")
                .replace("(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)", "1-x")
            )


def check(answer: Any, address: str) -> None:
    """The headers of every answer, and of a page, its markup."""
    policy = answer["Content-Security-Policy"]
    if not address.startswith("/admin/"):
        assert "unsafe-eval" not in policy, address
        assert "script-src 'unsafe" not in policy, address
    assert "frame-ancestors 'none'" in policy, address
    assert answer["X-Frame-Options"] == "DENY", address
    assert answer["X-Content-Type-Options"] == "nosniff", address
    assert answer["Referrer-Policy"] == "same-origin", address
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin", address
    if answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return
    text = answer.content.decode()
    assert not [mark for mark in ALIVE if mark in text], address
    assert "49{%now%}" not in text, address
    if address.startswith("/admin/"):
        return
    assert policy == STRICT_HEADER, address
    page = read(text)
    assert not page.faults, (address, page.faults)
    for form in page.forms:
        assert form.token == (form.method == "post"), (address, form)


def test_the_strict_policy_is_strict() -> None:
    assert "unsafe" not in STRICT_HEADER
    assert "default-src 'none'" in STRICT_HEADER
    assert "base-uri 'none'" in STRICT_HEADER
    assert "form-action 'self'" in STRICT_HEADER
    for word in ("http:", "https:", "*", "blob:", "data: 'self'"):
        assert f" {word}" not in STRICT_HEADER
    assert "frame-ancestors 'none'" in ADMIN_HEADER
    assert "default-src 'none'" in ADMIN_HEADER


def test_public_pages(world: World, anonymous: Client) -> None:
    found = [(address, anonymous.get(address)) for address in public_addresses(world)]
    for address, answer in found:
        assert answer.status_code in (200, 302, 404), address
        check(answer, address)
    assert sum(answer.status_code == 200 for _, answer in found) >= 25


@pytest.mark.parametrize("who", ["handler", "reviewer"])
def test_pages_of_the_desk(world: World, who: str) -> None:
    client = browser(world.people()[who])
    found = [(address, client.get(address, follow=True)) for address in staff_addresses(world)]
    for address, answer in found:
        assert answer.status_code in (200, 403, 404), address
        check(answer, address)
        assert "public" not in answer["Cache-Control"], address
    assert sum(answer.status_code == 200 for _, answer in found) >= 15


def test_refused_forms_of_the_desk(world: World) -> None:
    """A form that comes back with what was typed."""
    client = browser(world.ours.handler)
    evil = dict.fromkeys(("name", "cause", "brief", "title", "place", "reason", "opinion"), EVIL)
    for address in (
        "/desk/new/casework.register_clue/",
        *addresses(world, "act"),
    ):
        answer = client.post(address, {**evil, "on": EVIL, "kind": EVIL})
        assert answer.status_code in (200, 302, 403, 404, 422), address
        if answer.status_code != 302:
            check(answer, address)


@pytest.mark.parametrize("logged_in", [False, True])
def test_pages_of_the_log_in(world: World, logged_in: bool) -> None:
    client = browser(world.ours.handler if logged_in else None)
    found = [(address, client.get(address)) for address in account_addresses()]
    assert len(found) > 15
    for address, answer in found:
        assert answer.status_code < 500, address
        check(answer, address)


def test_pages_of_the_administration(world: World) -> None:
    """Its policy must allow inline code, so nothing typed may live there at all."""
    organ = Organ.objects.get(pk=world.ours.unit.pk)
    Organ.objects.filter(pk=organ.pk).update(name=EVIL[:100], duties=EVIL, address=EVIL)
    person = Person.objects.get(pk=world.ours.second.person_id)
    registry.save(person, by=world.root)
    Person.objects.filter(pk=person.pk).update(name=EVIL[:50])
    changed = Person.objects.get(pk=person.pk)
    changed.qualification = EVIL[:50]
    registry.save(changed, by=world.root, why=EVIL)
    item = an_item(world.ours.agency, name=EVIL, supervision=EVIL)
    registry.save(item, by=world.root, why=EVIL)
    Account.objects.filter(pk=world.ours.second.pk).update(email="x@example.cn")
    client = browser(world.root)
    for model in admin.site._registry:
        base = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        pks = list(model._default_manager.values_list("pk", flat=True)[:1])
        if model in (Person, Organ):
            pks += [person.pk if model is Person else organ.pk]
        tails = ["", "add/", "?q=" + EVIL, "import/", "export/"]
        tails += [f"{pk}/{tail}" for pk in pks for tail in ("change/", "history/", "delete/")]
        for tail in tails:
            answer = client.get(base + tail)
            assert answer.status_code in (200, 302, 403, 404), base + tail
            check(answer, base + tail)
    words = f"app_label=registry&model_name=officer&field_name=person&term={EVIL[:8]}"
    answer = client.get(f"/admin/autocomplete/?{words}")
    assert answer["Content-Type"] == "application/json"


# -- forged requests ------------------------------------------------------------------------------


def test_no_post_of_a_session_is_done_without_its_token(world: World) -> None:
    client = browser(world.root, csrf=True)
    tried = 0
    for address, pattern in routes():
        if address.startswith("/api/"):
            continue  # knows no session, see below
        assert not getattr(pattern.callback, "csrf_exempt", False), address
        path = example(address) if "(?P" not in address else "/accounts/logout/"
        answer = client.post(path, {}, headers={"Origin": "https://evil.example"})
        assert answer.status_code in (403, 404, 405), path
        tried += answer.status_code == 403
    assert tried > 40
    assert client.get("/desk/").status_code == 200, "still logged in"


def test_a_form_from_elsewhere_is_refused_even_with_a_token(world: World) -> None:
    client = browser(world.ours.handler, csrf=True)
    client.get("/desk/new/casework.register_clue/")
    token = client.cookies["csrftoken"].value
    for origin in ("https://evil.example", "null", "https://testserver.evil.example"):
        answer = client.post(
            "/desk/new/casework.register_clue/",
            {"csrfmiddlewaretoken": token},
            headers={"Origin": origin},
        )
        assert answer.status_code == 403


def test_the_api_takes_no_session_so_nothing_can_be_forged(world: World) -> None:
    client = browser(world.ours.handler)
    assert client.post("/api/v1/casework.register_clue").status_code == 401


def test_nobody_is_logged_out_by_a_picture(world: World) -> None:
    client = browser(world.ours.handler)
    assert client.get("/accounts/logout/").status_code == 200
    assert client.get("/desk/").status_code == 200
    answer = client.post("/accounts/logout/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert client.get("/desk/").status_code == 302


# -- where a visitor is led ------------------------------------------------------------------------


def stays(answer: Any) -> bool:
    """Does a browser that follows this stay here? A backslash is a slash to it."""
    where = str(answer.get("Location", "/")).replace("\\", "/")
    return urlsplit(urljoin("http://testserver/accounts/login/", where)).netloc == "testserver"


@pytest.mark.parametrize("where", ELSEWHERE)
def test_nobody_is_led_elsewhere(world: World, anonymous: Client, where: str) -> None:
    assert stays(anonymous.get("/ui/look/", {"text": "elder", "next": where}))
    handler = world.ours.handler
    handler.set_password("雁过留声-风过无痕-7")
    handler.save()
    posted = {"login": handler.username, "password": "雁过留声-风过无痕-7", "next": where}
    answer = anonymous.post("/accounts/login/", posted)
    assert answer.status_code == 302
    assert stays(answer), answer["Location"]
    assert stays(anonymous.get("/accounts/login/", {"next": where}))
    assert stays(anonymous.post("/accounts/logout/", {"next": where}))
    assert stays(anonymous.get("/verify/", {"d": where, "p": where}))


def test_only_our_names_are_answered_to(world: World, anonymous: Client) -> None:
    for host in ("evil.example", "testserver.evil.example", "evil.example:80", "testserver@x"):
        assert anonymous.get("/", headers={"Host": host}).status_code == 400
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    for address in (f"/p/{world.shown.uid}/", "/feed/", "/accounts/login/", "/desk/"):
        answer = anonymous.get(address, headers=forged)
        assert "evil.example" not in answer.content.decode() + answer.get("Location", "")
