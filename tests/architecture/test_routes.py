"""Default deny: every address says who may come in, and without an account only the public can."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

#: Pages of packages, which guard themselves: log-in, administration (see below), static files.
THEIRS = ("allauth.", "django.contrib.", "unfold.", "import_export.")
#: Faces that are public as a whole; they read published tables only.
PUBLIC_MODULES = ("xiezhi.faces.portal.", "xiezhi.ui.")
#: The API guards itself by token; its tests ask every operation without one.
API = "/api/"
_EXAMPLES = {
    "uuid": str(uuid.UUID(int=1)),
    "int": "1",
    "slug": "open",
    "str": "casework.register_clue",
    "path": "x",
}


def routes(patterns: Any = None, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        address = before + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address, pattern


def module_of(view: Callable[..., Any]) -> str:
    return str(getattr(view, "__module__", type(view).__module__))


def ours() -> list[tuple[str, URLPattern]]:
    return [(a, p) for a, p in routes() if module_of(p.callback).startswith("xiezhi.")]


def test_every_view_of_ours_says_who_may_come_in() -> None:
    silent = [
        address
        for address, pattern in ours()
        if not hasattr(pattern.callback, "access")
        and not module_of(pattern.callback).startswith(PUBLIC_MODULES)
        and not address.startswith((API, "/admin/"))
    ]
    assert not silent


def test_nothing_else_is_served() -> None:
    strange = [
        address
        for address, pattern in routes()
        if not module_of(pattern.callback).startswith(("xiezhi.", *THEIRS))
        and not address.startswith((API, "/admin/"))
    ]
    assert not strange


def example(address: str) -> str:
    filled = re.sub(r"<(\w+):\w+>", lambda found: _EXAMPLES[found[1]], address)
    return re.sub(r"<\w+>", "x", filled)


def guarded() -> list[str]:
    return [
        example(address)
        for address, pattern in ours()
        if getattr(pattern.callback, "access", "") == "staff"
    ]


def test_there_are_guarded_pages() -> None:
    assert len(guarded()) > 15


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_an_account_nobody_comes_in(client: Client, method: str) -> None:
    for address in guarded():
        answer = getattr(client, method)(address)
        assert answer.status_code in (302, 403, 405), address
        if answer.status_code == 302:
            assert answer["Location"].startswith("/accounts/login/"), address


@pytest.mark.django_db
def test_the_administration_asks_for_an_account(client: Client) -> None:
    answer = client.get("/admin/")
    assert answer.status_code == 302
    assert "login" in answer["Location"]
