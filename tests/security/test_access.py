"""Object-level access: a File one may not see doesn't exist, on every address and every operation.

The addresses are walked, not listed: a new one is attacked without anybody writing a test, and one
with an unknown kind of parameter fails until somebody says what an attacker would put there.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from tests.security.conftest import browser
from tests.security.world import INSIDERS, OUTSIDERS, Caller, World
from xiezhi.faces.desk.urls import urlpatterns as desk
from xiezhi.faces.exchange.doing import OPENING
from xiezhi.faces.exchange.urls import api
from xiezhi.procedure.acts import ACTS
from xiezhi.record.models import Entry

#: Desk addresses without an object: lists, queues, my own account.
LISTS = {"work", "files", "export", "review", "publish", "documents", "supervision", "account"}
LISTS |= {"begin", "received"}
OPEN_A_FILE = {"open"}
#: Wordings of documents, named by an organ; attacked in tests/faces/desk/test_wordings.py.
WORDINGS = {
    *("wordings", "wordings_of", "wording", "wording_sample", "wording_compare"),
    *("wording_edit", "wording_look", "wording_draft", "wording_save", "wording_discard"),
}
#: The plan of an organ, which names no case; attacked in tests/faces/desk/test_plan.py.
PLANS = {"plans", "plan", "plan_edit"}
#: A kind of procedure explained: the law for anybody who can log in, no case.
EXPLAINED = {"kind"}
EVERYTHING = ("read", *sorted({f"{act.context}." for act in ACTS.values()}))


def name_of(pattern: URLPattern) -> str:
    return str(pattern.name)


def objects() -> list[str]:
    """The desk's addresses that name a File."""
    return [name_of(p) for p in desk if "pk" in p.pattern.converters]


def values_of(world: World, name: str) -> list[dict[str, Any]]:
    """What an attacker would put into the address of a page of the secret case."""
    pattern = next(p for p in desk if p.name == name)
    known: dict[str, list[Any]] = {
        "pk": [world.secret.file.pk],
        "material": [world.evidence.pk],
        "seq": [1],
        "name": sorted(ACTS) if name == "act" else ["open", "internal"],
        "form": ["csv", "xlsx"],
    }
    wanted = set(pattern.pattern.converters)
    assert wanted <= set(known), f"say what to put into {pattern.pattern} of {name}"
    made: list[dict[str, Any]] = [{}]
    for parameter in sorted(wanted):
        made = [{**one, parameter: value} for one in made for value in known[parameter]]
    return made


def addresses(world: World, name: str) -> list[str]:
    return [reverse(f"desk:{name}", kwargs=values) for values in values_of(world, name)]


def test_every_desk_address_is_one_of_the_kinds_attacked_here() -> None:
    named = {name_of(pattern) for pattern in desk}
    assert named == set(objects()) | LISTS | OPEN_A_FILE | WORDINGS | PLANS | EXPLAINED


@pytest.mark.parametrize("who", OUTSIDERS)
def test_to_outsiders_the_case_does_not_exist(world: World, who: str) -> None:
    client = browser(world.people()[who])
    before = Entry.objects.count()
    # All acts go through one view: two outsiders try each, the others one of every context.
    few = who not in ("colleague", "their_head")
    acts = {act.partition(".")[0]: act for act in ACTS} if few else dict.fromkeys(ACTS)
    tried = [a for name in objects() if name != "act" for a in addresses(world, name)]
    acted = [a or act for act, a in acts.items()]
    tried += [reverse("desk:act", args=[world.secret.file.pk, act]) for act in acted]
    for address in tried:
        assert client.get(address, follow=True).status_code == 404, address
        assert client.post(address, {"on": "2026-11-01"}).status_code in (404, 405), address
    assert Entry.objects.count() == before


def test_without_a_log_in_every_address_leads_to_it(world: World, anonymous: Client) -> None:
    for address in [a for name in objects() for a in addresses(world, name)]:
        answer = anonymous.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/accounts/login/?next=/desk/")


@pytest.mark.parametrize("who", INSIDERS)
def test_insiders_read_and_do_only_their_own_acts(world: World, who: str) -> None:
    account = world.people()[who]
    client, pk = browser(account), world.secret.file.pk
    assert client.get(reverse("desk:case", args=[pk])).status_code == 200
    before = Entry.objects.count()
    for act in sorted(ACTS):
        if act in ("record.open", "registry.change", "registry.set_profile"):
            continue
        if {post.role for post in account.posts.all()} & set(ACTS[act].roles):
            continue
        answer = client.post(reverse("desk:act", args=[pk, act]), {"on": "3000-01-01"})
        assert answer.status_code == 403, act
    assert Entry.objects.count() == before


def test_a_material_is_not_reached_through_another_file(world: World) -> None:
    """A handler's own case is no door to a material of somebody else's."""
    client = browser(world.ours.archivist)
    for name in ("material", "pdf", "original"):
        address = reverse(f"desk:{name}", args=[world.shown.file_id, world.evidence.pk])
        assert client.get(address).status_code == 404


def secrets_of(world: World) -> tuple[str, ...]:
    return (world.secret.file.number, str(world.secret.file.pk), "韩小川", "贺兰")


@pytest.mark.parametrize("who", OUTSIDERS)
def test_lists_searches_and_exports_do_not_betray_it(world: World, who: str) -> None:
    client = browser(world.people()[who])
    words = {"work": ("", "?view=whole", "?view=overdue", "?view=others"), "account": ("",)}
    for name in sorted(LISTS):
        for address in addresses(world, name):
            for words_ in words.get(name, ("", "?q=韩小川")):
                answer = client.get(address + words_)
                assert answer.status_code in (200, 403), address
                said = _text(answer)
                # What was typed is shown again; nothing else of the case is.
                said = said.replace("韩小川", "") if "q=" in words_ else said
                assert not [s for s in secrets_of(world) if s in said], address + words_


def _text(answer: Any) -> str:
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            raw = b"".join(book.read(name) for name in book.namelist())
        return html.unescape(raw.decode())
    return str(raw.decode("utf-8", "replace"))


def test_the_secret_case_is_in_the_lists_of_those_who_may_see_it(world: World) -> None:
    """The test above would pass with empty lists; these aren't empty."""
    client = browser(world.ours.head)
    for name in ("files", "export", "documents"):
        for address in addresses(world, name):
            assert "韩小川" in _text(client.get(address)), address


@pytest.mark.parametrize("who", sorted({*OUTSIDERS, "publisher", "archivist", "supervisor"}))
def test_a_file_is_opened_by_who_may(world: World, who: str) -> None:
    """Handlers open cases; only a supervisor opens a supervision."""
    client = browser(world.people()[who])
    holds = {post.role for post in world.people()[who].posts.all()}
    for act in sorted(OPENING):
        answer = client.get(reverse("desk:open", args=[act]))
        assert answer.status_code == (200 if holds & set(ACTS[act].roles) else 403), act


# -- the same over the API ------------------------------------------------------------------------


def operations() -> list[tuple[str, str]]:
    """Method and path of every operation, from the API's own description."""
    schema = api.get_openapi_schema()
    found = [(m, path) for path, item in schema["paths"].items() for m in item]
    return sorted((m, path.removeprefix("/api/v1")) for m, path in found)


def filled(world: World, path: str) -> str:
    known = {
        "file_id": str(world.secret.file.pk),
        "material_id": str(world.evidence.pk),
        "limit_id": "PEN-14",
    }

    def value(found: re.Match[str]) -> str:
        assert found[1] in known, f"say what to put into {found[1]} of {path}"
        return known[found[1]]

    return re.sub(r"{(\w+)}", value, path)


def ask(caller: Caller, method: str, path: str) -> Any:
    return caller.get(path) if method == "get" else caller.post(path, {})


def test_there_are_operations() -> None:
    assert len(operations()) > 40
    assert {m for m, _ in operations()} == {"get", "post"}


def test_without_a_token_no_operation_answers(world: World, anonymous: Client) -> None:
    for method, path in operations():
        address = f"/api/v1{filled(world, path)}"
        assert getattr(anonymous, method)(address).status_code == 401, address
    logged_in = browser(world.ours.handler)
    assert logged_in.get("/api/v1/files").status_code == 401, "a session is no token"


@pytest.mark.parametrize("who", OUTSIDERS)
def test_to_outsiders_tokens_the_case_does_not_exist(world: World, who: str) -> None:
    caller = Caller(world.people()[who], *EVERYTHING)
    before = Entry.objects.count()
    for method, path in operations():
        answer = ask(caller, method, filled(world, path))
        if "{" in path and "{limit_id}" not in path:  # a term of the law is nobody's secret
            assert answer.status_code == 404, path
        said = answer.content.decode()
        assert not [s for s in secrets_of(world)[2:] if s in said], path
        assert world.secret.file.number not in said, path
    after = f"?after={world.secret.file.pk}"
    assert caller.get(f"/files{after}").status_code == 404
    assert Entry.objects.count() == before


@pytest.mark.parametrize("who", INSIDERS)
def test_insiders_tokens_do_only_their_own_acts(world: World, who: str) -> None:
    account = world.people()[who]
    caller = Caller(account, *EVERYTHING)
    roles = {post.role for post in account.posts.all()}
    before = Entry.objects.count()
    for method, path in operations():
        act = path.rpartition("/")[2]
        if act not in ACTS or act in OPENING or roles & set(ACTS[act].roles):
            continue
        # Form and gate may be judged before the person; nothing is written either way.
        assert ask(caller, method, filled(world, path)).status_code in (403, 409, 422), path
    assert Entry.objects.count() == before


def test_an_operation_needs_its_scope(world: World) -> None:
    reader, worker = Caller(world.ours.handler, "read"), Caller(world.ours.handler, "casework.")
    nothing = Caller(world.ours.handler, "")
    for method, path in operations():
        where = filled(world, path)
        assert ask(nothing, method, where).status_code == 403, path
        asked_by = worker if method == "get" else reader
        assert ask(asked_by, method, where).status_code == 403, path
