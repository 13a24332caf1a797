"""Which database each part of Xiezhi talks to, and as whom.

owner    xiezhi_owner   owns the tables; only migrates
default  xiezhi_app     office and worker; what it may do is granted table by table
portal   xiezhi_portal  the public site; reads what is published
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from xiezhi.config.keys import Keys
from xiezhi.config.postgres import PORT, Cluster

OWNER, APP, PORTAL = "xiezhi_owner", "xiezhi_app", "xiezhi_portal"

#: The database inside our own cluster.
NAME = "xiezhi"


def owner_url(data: Path) -> str | None:
    """The role that migrates: `DATABASE_URL`, else the owner in our own cluster.

    None where only the application's address was given, as on a web server that mustn't migrate.
    """
    if given := os.environ.get("DATABASE_URL"):
        return given
    if os.environ.get("XIEZHI_APP_DATABASE_URL") or os.environ.get("XIEZHI_PORTAL_DATABASE_URL"):
        return None
    host = quote(str(Cluster(data).socket_folder), safe="")
    return f"postgresql://{OWNER}:{Keys(data).get(OWNER)}@/{NAME}?host={host}&port={PORT}"


def role_url(data: Path, role: str) -> str | None:
    """The address for the application or the portal: given, or the owner's under another name."""
    variable = {APP: "XIEZHI_APP_DATABASE_URL", PORTAL: "XIEZHI_PORTAL_DATABASE_URL"}[role]
    if given := os.environ.get(variable):
        return given
    owner = owner_url(data)
    if owner is None:
        return None
    _, _, place = urlsplit(owner).netloc.rpartition("@")
    return urlsplit(owner)._replace(netloc=f"{role}:{Keys(data).get(role)}@{place}").geturl()


def django_database(url: str) -> dict[str, Any]:
    """The URL as an entry of Django's `DATABASES`.

    Each thread of the web server keeps its connection: a new one for each request costs fifteen
    times the processor time, a pool a little more than keeping. A statement that comes back is
    planned once: an act asks the same twenty questions every time.
    """
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    port = options.pop("port", None) or str(parts.port or "")
    options |= {"server_side_binding": True, "prepare_threshold": 3}
    return {
        "ENGINE": "xiezhi.config.engine",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "OPTIONS": options,
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
    }


def databases(data: Path, site: str) -> dict[str, dict[str, Any]]:
    """Django's `DATABASES`: a portal process gets the portal's role and no other."""
    owner, app, portal = owner_url(data), role_url(data, APP), role_url(data, PORTAL)
    everyday = portal if site == "portal" else app
    found: dict[str, dict[str, Any]] = {}
    if everyday:
        found["default"] = django_database(everyday)
    if site != "portal":
        if owner:
            found["owner"] = django_database(owner)
        if portal:
            found["portal"] = django_database(portal)
    return found
