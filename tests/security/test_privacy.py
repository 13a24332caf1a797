"""What must stay inside: whole ID numbers anywhere, and everything unpublished from the public."""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from typing import Any

import psycopg
import pypdf
import pytest
from django.conf import settings
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from tests.builders import COMPANY
from tests.faces.exchange.test_api import CLUE
from tests.security.conftest import browser
from tests.security.test_access import EVERYTHING
from tests.security.test_pages import public_addresses, staff_addresses
from tests.security.world import HOME, ID_NUMBER, PHONE, WITNESS_ID, Caller, World
from xiezhi.casework.models import Party
from xiezhi.config.logs import Discreet
from xiezhi.disclosure import actions as disclosure
from xiezhi.disclosure.models import SearchRow
from xiezhi.procedure.citations import Refused
from xiezhi.record.models import Entry, Leaf, Material
from xiezhi.record.renditions import rendition_of
from xiezhi.record.storage import opened

NUMBERS = (ID_NUMBER, WITNESS_ID)


def text_of(answer: Any) -> str:
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return text_in(raw)


def text_in(raw: bytes) -> str:
    """What can be read in a file, however it is packed."""
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            return "\n".join(text_in(book.read(name)) for name in book.namelist())
    if raw[:5] == b"%PDF-":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages)
    return raw.decode("utf-8", "replace")


def clear(text: str) -> str:
    """A number broken by blanks or line ends is a number."""
    return "".join(text.split())


# -- ID numbers -----------------------------------------------------------------------------------


def test_they_are_known_to_the_record(world: World) -> None:
    """Else the tests below would prove nothing."""
    assert Party.objects.get(file=world.secret.file).id_number == ID_NUMBER
    heard = Material.objects.get(file=world.secret.file, code="evidence.interview")
    assert heard.values["interviewee"]["id_number"].startswith(WITNESS_ID[:3])


def test_no_page_of_the_desk_shows_a_whole_number(world: World) -> None:
    client, pk = browser(world.ours.head), world.secret.file.pk
    addresses = [*staff_addresses(world), f"/desk/files/{pk}/?all=1", f"/desk/?q={ID_NUMBER}"]
    papers = Material.objects.filter(file=pk)
    addresses += [reverse("desk:material", args=[pk, paper.pk]) for paper in papers]
    said = {address: text_of(client.get(address, follow=True)) for address in addresses}
    assert [a for a, text in said.items() if "韩小川" in text]
    for address, text in said.items():
        assert not [n for n in NUMBERS if n in clear(text)], address


def test_no_document_shows_one(world: World) -> None:
    for material in Material.objects.filter(file=world.secret.file, kind="document"):
        with opened(rendition_of(material).blob.sha256) as pdf:
            text = clear(text_in(pdf.read()))
        assert text
        assert not [n for n in NUMBERS if n in text], material.code


def test_no_export_package_or_volume_holds_one(world: World) -> None:
    client, pk = browser(world.ours.archivist), world.secret.file.pk
    for address in (
        reverse("desk:package", args=[pk]),
        reverse("desk:volume", args=[pk, "open"]),
        reverse("desk:volume", args=[pk, "internal"]),
        reverse("desk:export", args=["csv"]),
        reverse("desk:export", args=["xlsx"]),
        *(reverse("desk:proof", args=[pk, seq]) for seq in range(1, 5)),
    ):
        text = clear(text_of(client.get(address)))
        assert len(text) > 100
        assert not [n for n in NUMBERS if n in text], address


def test_no_answer_of_the_api_holds_one(world: World) -> None:
    caller, pk = Caller(world.ours.head, *EVERYTHING), world.secret.file.pk
    paths = [f"/files/{pk}?acts=true&explain=true", "/files", f"/files?q={ID_NUMBER}", "/duties"]
    paths += [f"/files/{pk}/materials/{m.pk}" for m in Material.objects.filter(file=pk)]
    for path in paths:
        text = caller.get(path).content.decode()
        assert not [n for n in NUMBERS if n in clear(text)], path


def test_a_refused_form_of_the_api_says_none_back(world: World) -> None:
    caller = Caller(world.ours.handler, *EVERYTHING)
    party = {"kind": "citizen", "name": "韩小川", "code": "", "address": HOME}
    for wrong in ({"id_number": f"{ID_NUMBER[:-1]}0"}, {"id_number": ID_NUMBER, "cause": ""}):
        answer = caller.post("/casework.register_clue", CLUE | party | wrong)
        assert answer.status_code == 422
        assert wrong["id_number"] not in answer.content.decode()


def test_neither_ledger_nor_log_holds_one(world: World) -> None:
    for body in Entry.objects.values_list("body", flat=True):
        assert not [n for n in (*NUMBERS, PHONE) if n in body]
        assert not [n for n in NUMBERS if n in json.loads(body).get("say", "")]
    for fields in Material.objects.values_list("fields", flat=True):
        assert not [n for n in NUMBERS if n in fields]
    for data in Leaf.objects.values_list("data", flat=True):
        assert not [n for n in NUMBERS if n.encode() in bytes(data)]


def test_the_programs_own_log_covers_them(world: World) -> None:
    """A constraint refuses a row and the database quotes it; the line says only which."""
    with pytest.raises(IntegrityError) as failure, transaction.atomic():
        Party.objects.create(
            file=world.secret.file,
            kind="legal_person",
            name="某公司",
            id_number=ID_NUMBER,
            phone=PHONE,
        )
    assert ID_NUMBER in str(failure.value)
    record = logging.makeLogRecord({"msg": "failed for %s with xz_abcdefghijkl", "args": (PHONE,)})
    record.exc_info = (type(failure.value), failure.value, failure.value.__traceback__)
    line = Discreet("%(message)s").format(record)
    assert "only_natural_persons_have_an_id_number" in line
    for secret in (ID_NUMBER, PHONE, "某公司", "abcdefghijkl"):
        assert secret not in line


def test_every_handler_of_the_log_is_discreet() -> None:
    line = settings.LOGGING["formatters"]["line"]
    assert line["()"].endswith(".Discreet")
    assert {h["formatter"] for h in settings.LOGGING["handlers"].values()} == {"line"}
    assert "mail_admins" not in json.dumps(settings.LOGGING)


def test_an_error_page_says_nothing_of_the_case(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError(f"{ID_NUMBER} {PHONE}")

    monkeypatch.setattr("xiezhi.faces.desk.views.case.papers.papers", broken)
    client = browser(world.ours.head)
    client.raise_request_exception = False
    logging.disable(logging.CRITICAL)
    try:
        answer = client.get(reverse("desk:case", args=[world.secret.file.pk]))
    finally:
        logging.disable(logging.NOTSET)
    assert answer.status_code == 500
    for word in (ID_NUMBER, PHONE, "RuntimeError", "Traceback", "韩小川", "xiezhi.faces"):
        assert word not in answer.content.decode()


# -- the public -----------------------------------------------------------------------------------


def unpublished(world: World) -> tuple[str, ...]:
    """What only the record knows: of the decided case, and of the one that was withdrawn."""
    return (
        "韩小川",
        "贺兰",
        *NUMBERS,
        PHONE,
        HOME,
        world.secret.file.number,
        world.secret.decision.number,
        str(world.secret.file.pk),
        str(world.shown.file_id),
        str(world.withdrawn.file_id),
        "灰飞商贸",
    )


def public_texts(world: World, anonymous: Client) -> Iterator[tuple[str, str]]:
    for address in public_addresses(world):
        yield address, text_of(anonymous.get(address))
    for word in ("韩小川", "灰飞", "安市监", "公司", "2026", HOME[:6]):
        answer = anonymous.get("/search/", {"q": word})
        yield f"/search/?q={word}", text_of(answer).replace(word, "")
    for state in ("", "pending", "overdue", "withheld"):
        for month in ("2026-03", f"{world.secret.day:%Y-%m}"):
            address = f"/account/?state={state}&month={month}"
            yield address, text_of(anonymous.get(address))
    yield "/", text_of(anonymous.get("/"))


def test_the_public_site_knows_nothing_unpublished(world: World, anonymous: Client) -> None:
    for address, text in public_texts(world, anonymous):
        found = [word for word in unpublished(world) if word in text]
        assert not found, (address, found)


def test_the_decided_case_is_counted_all_the_same(world: World, anonymous: Client) -> None:
    month = f"{world.secret.day:%Y-%m}"
    answer = anonymous.get("/account/", {"month": month, "state": "pending"})
    assert len(answer.context["rows"]) == 1
    assert answer.context["rows"][0].number == ""


def test_what_is_found_by_searching_is_published(world: World) -> None:
    texts = " ".join(SearchRow.objects.values_list("text", flat=True))
    for word in ("韩小川", "灰飞商贸", *NUMBERS, PHONE):
        assert word not in texts


def test_a_published_page_names_nobody_but_the_party(world: World, anonymous: Client) -> None:
    address = reverse("portal:page", args=[world.shown.uid])
    page = anonymous.get(address).content.decode()
    assert world.shown.number in page
    for secret in ("6200000000000000001", str(world.shown.file_id), "scjg-"):
        assert secret not in page


def test_a_withdrawn_page_is_gone_in_every_form(world: World, anonymous: Client) -> None:
    uid = world.withdrawn.uid
    assert anonymous.get(reverse("portal:page", args=[uid])).status_code == 404
    for address in (
        reverse("portal:decision", args=[uid]),
        reverse("portal:proof", args=[uid]),
        "/feed/",
        f"/feed/{world.ours.agency.pk}/",
        f"/verify/?p={uid}",
    ):
        assert "灰飞" not in anonymous.get(address).content.decode(), address


def test_the_reason_of_a_withdrawal_is_public_and_so_holds_nothing_personal(world: World) -> None:
    for reason in (
        f"当事人身份证号 {ID_NUMBER} 误予公示",
        f"来电 {PHONE} 反映有误",
        f"住址{HOME}不应公开",
        f"{COMPANY['legal_rep']}反映有误",
    ):
        with pytest.raises(Refused, match="撤回理由向社会公开"), transaction.atomic():
            disclosure.withdraw(
                world.shown,
                by=world.ours.publisher,
                on=world.shown.published_on,
                ground="personal",
                reason=reason,
            )


def test_a_paper_is_confirmed_without_its_party(world: World, anonymous: Client) -> None:
    """Whoever holds the paper has its code; nobody learns from it whom it is about."""
    for material in Material.objects.filter(file=world.secret.file):
        answer = anonymous.get(reverse("portal:document", args=[material.digest[:20]]))
        assert answer.status_code == (200 if material.kind == "document" else 404)
        said = answer.content.decode()
        for word in ("韩小川", "贺兰", *NUMBERS, PHONE, HOME, str(world.secret.file.pk)):
            assert word not in said, material.code


@pytest.mark.parametrize("code", ["", "0" * 20, "%" * 20, "_" * 20, "g" * 20, "0" * 19, "0" * 64])
def test_a_code_that_is_guessed_says_nothing(world: World, anonymous: Client, code: str) -> None:
    material = Material.objects.filter(file=world.secret.file, kind="document").first()
    assert material is not None
    for asked in (code, material.digest[:19], material.digest[:8] + code[8:20]):
        answer = anonymous.get(f"/d/{asked}/")
        assert answer.status_code == 404
        assert world.ours.agency.name not in answer.content.decode().split("<main")[1]


def test_what_exists_and_what_does_not_answer_alike(world: World, anonymous: Client) -> None:
    """No page tells an outsider, by its status or its words, whether a File exists."""
    real, none = str(world.secret.file.pk), "00000000-0000-4000-8000-000000000000"
    client, caller = browser(world.theirs.head), Caller(world.theirs.head, *EVERYTHING)
    for path in ("", "papers/", "record/", "acts/decision.issue/", "package.zip", "review/"):
        one = client.get(f"/desk/files/{real}/{path}")
        two = client.get(f"/desk/files/{none}/{path}")
        assert (one.status_code, one.content) == (two.status_code, two.content), path
    for path in ("", "/decision.issue"):
        ask = caller.post if path else caller.get
        one, two = ask(f"/files/{real}{path}"), ask(f"/files/{none}{path}")
        assert one.status_code == two.status_code == 404
        assert one.json()["title"] == two.json()["title"]
    drafted = str(world.secret.decision.pk)
    for path in (f"/p/{drafted}/", "/p/nothing234/"):
        for tail in ("", "page.json", "proof.json"):
            assert anonymous.get(path + tail).status_code == 404


# -- the public site's database role --------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "SELECT id_number FROM casework_party",
        "SELECT * FROM record_file",
        "SELECT body FROM record_entry",
        "SELECT * FROM record_outbox",
        "SELECT page FROM disclosure_draft",
        "SELECT * FROM disclosure_withholding",
        "SELECT page FROM disclosure_publication",
        "SELECT * FROM identity_token",
        "SELECT * FROM django_session",
        "SELECT * FROM mfa_authenticator",
        "SELECT record_log('x')",
        "SELECT record_sequence(1)",
        "CREATE TABLE mine (x int)",
        "CREATE TEMP TABLE mine (x int)",
        "SET ROLE xiezhi_app",
        "COPY disclosure_public_agency TO PROGRAM 'id'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT * FROM pg_authid",
    ],
)
def test_the_public_role_is_refused(
    world: World, portal_connection: psycopg.Connection, question: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        portal_connection.execute(question)


@pytest.mark.parametrize(
    "question",
    [
        "UPDATE record_entry SET body = '{}'",
        "DELETE FROM record_entry",
        "INSERT INTO record_entry (file_id, kind, body, at) VALUES (NULL, 'x', '{}', now())",
        "UPDATE record_material SET fields = '{}'",
        "TRUNCATE record_leaf",
        "UPDATE decision_decision SET fine = 0",
        "DELETE FROM identity_account",
        "ALTER TABLE record_entry DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "SET ROLE xiezhi_owner",
        "CREATE TABLE mine (x int)",
        "COPY record_entry TO PROGRAM 'id'",
    ],
)
def test_the_applications_role_rewrites_nothing(world: World, question: str) -> None:
    refused = r"permission denied|must be owner|must be superuser|append-only"
    with pytest.raises(DatabaseError, match=refused), transaction.atomic():
        connection.cursor().execute(question)
