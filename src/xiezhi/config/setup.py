"""Making a deployment's database: server, roles, tables and what each role may do with them."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import psycopg
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connections
from psycopg import sql

from xiezhi.config import database
from xiezhi.config.environment import exists
from xiezhi.config.keys import Keys
from xiezhi.config.postgres import Cluster

#: What holds before any context tightens it: the application reads and writes rows, owns nothing;
#: the portal has nothing. Revoking first makes the result independent of earlier versions.
DEFAULT_GRANTS = [
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, xiezhi_app, xiezhi_portal",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, xiezhi_app, xiezhi_portal",
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO xiezhi_app, xiezhi_portal",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO xiezhi_app",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO xiezhi_app",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM xiezhi_app",
]


def own_cluster(data: Path) -> Cluster | None:
    """The server in the data folder, unless the environment names another."""
    outside = ("DATABASE_URL", "XIEZHI_APP_DATABASE_URL", "XIEZHI_PORTAL_DATABASE_URL")
    return None if any(os.environ.get(name) for name in outside) else Cluster(data)


def setup(data: Path) -> None:
    """Start the server if it is ours; make roles and database where they are missing."""
    cluster = own_cluster(data)
    if cluster is None:
        return _setup_outside(data)
    cluster.start()
    keys = Keys(data)
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        for role in (database.OWNER, database.APP, database.PORTAL):
            make_role(connection, role, keys.get(role))
        make_database(connection, database.NAME)
    return None


def _setup_outside(data: Path) -> None:
    """On a server run by others, make the two lesser roles unless they were given."""
    owner = database.owner_url(data)
    if owner is None:
        return
    given = {
        database.APP: "XIEZHI_APP_DATABASE_URL",
        database.PORTAL: "XIEZHI_PORTAL_DATABASE_URL",
    }
    with psycopg.connect(owner, autocommit=True) as connection:
        if connection.info.server_version < 150000:
            raise CommandError("DATABASE_URL 指向的 PostgreSQL 低于 15 版，请升级。")
        for role, variable in given.items():
            if os.environ.get(variable):
                continue
            try:
                make_role(connection, role, Keys(data).get(role))
            except psycopg.errors.InsufficientPrivilege as refusal:
                raise CommandError(
                    f"DATABASE_URL 的账号不能建立角色 {role}。请数据库管理员建好它，"
                    f"再用 {variable} 给出它的连接地址。"
                ) from refusal


def make_role(connection: psycopg.Connection, role: str, password: str) -> None:
    """A log-in role with this password and no other power; renewed when it exists."""
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    verb = sql.SQL("ALTER" if known else "CREATE")
    connection.execute(
        sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(
            verb, sql.Identifier(role), sql.Literal(password)
        )
    )


def make_database(connection: psycopg.Connection, name: str, template: str | None = None) -> None:
    """A database owned by the owner role, which only our three roles may enter; once."""
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    words = sql.SQL("CREATE DATABASE {} OWNER {}").format(
        sql.Identifier(name), sql.Identifier(database.OWNER)
    )
    if template:
        words += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
    connection.execute(words)
    connection.execute(
        sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name))
    )
    for role in (database.APP, database.PORTAL):
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                sql.Identifier(name), sql.Identifier(role)
            )
        )


def migrate(*, verbosity: int = 1) -> None:
    """Bring the tables up to this version as the owner, then say anew who may do what."""
    if "owner" not in connections.databases:
        raise CommandError("迁移需要表的所有者：请设置 DATABASE_URL（所有者角色的连接地址）。")
    call_command("migrate", database="owner", interactive=False, verbosity=verbosity)
    call_command("createcachetable", database="owner", verbosity=0)
    owner = connections["owner"]
    with owner.cursor() as cursor:
        # In one transaction: there is no moment at which a role may do more than it should.
        cursor.execute("BEGIN")
        for statement in [*DEFAULT_GRANTS, *xiezhi_grants()]:
            cursor.execute(statement)
        cursor.execute("COMMIT")
    owner.close()


def xiezhi_grants() -> list[str]:
    """What each context adds to or takes from the defaults: `GRANTS` of its `grants.py`."""
    statements: list[str] = []
    for app in apps.get_app_configs():
        if app.name.startswith("xiezhi.") and exists(f"{app.name}.grants"):
            statements += importlib.import_module(f"{app.name}.grants").GRANTS
    return statements
