"""The public site as it runs: its database role reads what is published and nothing else."""

from __future__ import annotations

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from tests.builders import a_bureau
from tests.faces.portal.conftest import show
from xiezhi.disclosure import actions, grants

#: What the role may read: the views, the search row, the log, the laws, the rest days.
OPEN = {
    *grants.VIEWS,
    *grants.OPEN,
    "disclosure_searchrow",
    "disclosure_bigramcount",
    "disclosure_public_profile",
    "record_leaf",
    "record_tile",
    "record_checkpoint",
    "record_calendaryear",
}


@pytest.fixture
def shown(committed_db: str) -> list[str]:
    bureau = a_bureau()
    made = show(bureau, 2)
    gone = made[0]
    on = gone.published_on
    actions.withdraw(gone, by=bureau.publisher, on=on, ground="revoked", reason="复议撤销。")
    return [one.uid for one in made]


def test_every_page_is_served_as_the_public_role(
    shown: list[str], as_portal: None, client: Client
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("xiezhi_portal",)
    addresses = [
        "/", "/search/", "/search/?q=建材", "/account/?month=2026-03", "/officers/", "/items/",
        "/laws/", "/benchmarks/", "/agencies/", "/procedures/", "/feed/", "/verify/method/",
        "/procedures/penalty.general/", "/procedures/review/", "/procedures/recordings/",
        "/procedures/case-file/", "/procedures/service-guide/",
        "/calculator/?limit=PEN-19&on=2025-09-18", "/checkpoint", "/tile/0/000.p/1",
        "/verify/?d=00000000000000000000",
        *(f"/p/{uid}/" for uid in shown), *(f"/p/{uid}/proof.json" for uid in shown),
        f"/p/{shown[1]}/page.json", f"/verify/?p={shown[1]}",
    ]  # fmt: skip
    for address in addresses:
        assert client.get(address).status_code in (200, 302), address
    assert client.get("/d/00000000000000000000/").status_code == 404


def test_it_reads_no_other_table(shown: list[str], portal_connection: psycopg.Connection) -> None:
    """Also not one that somebody adds next year."""
    tables = portal_connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'v', 'm', 'p')"
    ).fetchall()
    names = {name for (name,) in tables}
    assert {model._meta.db_table for model in apps.get_models() if _ours(model)} <= names
    for name in sorted(names - OPEN):
        allowed = portal_connection.execute(
            "SELECT has_table_privilege(%s, 'SELECT') OR has_any_column_privilege(%s, 'SELECT')",
            [f"public.{name}"] * 2,
        ).fetchone()
        assert allowed == (False,), name


def _ours(model: type) -> bool:
    return model.__module__.startswith("xiezhi.")


@pytest.mark.parametrize("verb", ["INSERT", "UPDATE", "DELETE", "TRUNCATE"])
def test_it_writes_nothing(
    committed_db: str, portal_connection: psycopg.Connection, verb: str
) -> None:
    tables = portal_connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'v', 'p')"
    ).fetchall()
    for (name,) in tables:
        allowed = portal_connection.execute(
            "SELECT has_table_privilege(%s, %s)", [f"public.{name}", verb]
        ).fetchone()
        assert allowed == (False,), name


def test_what_was_withdrawn_is_not_there_for_it(
    shown: list[str], portal_connection: psycopg.Connection
) -> None:
    rows = portal_connection.execute(
        "SELECT state, page, party_name, title FROM disclosure_public_publication WHERE uid = %s",
        [shown[0]],
    ).fetchall()
    assert rows == [("withdrawn", "", "", "")]
    words = portal_connection.execute("SELECT text FROM disclosure_searchrow").fetchall()
    assert not [text for (text,) in words if "第1建材" in text]


@pytest.mark.parametrize(
    "table", ["record_entry", "record_material", "disclosure_publication", "identity_account"]
)
def test_the_record_is_closed_to_it(
    shown: list[str], portal_connection: psycopg.Connection, table: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        portal_connection.execute(f"SELECT * FROM {table}")
