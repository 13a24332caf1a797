"""The world that is attacked: who is in it, which cases, and the texts an attacker would type."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any, Self

from django.test import Client
from django.utils import timezone

from tests.builders import COMPANY, Bureau, Story, a_bureau, a_case, account
from tests.disclosure.showing import Showing
from xiezhi.casework import actions as casework
from xiezhi.disclosure import actions as disclosure
from xiezhi.disclosure.models import Publication
from xiezhi.identity.actions import digest_of
from xiezhi.identity.models import Account, Token
from xiezhi.procedure.roles import Role
from xiezhi.record import log
from xiezhi.record.models import Blob, Material
from xiezhi.record.objects import keep
from xiezhi.registry.models import Officer

#: A citizen's number that checks; nobody's.
ID_NUMBER = "990100199003078475"
WITNESS_ID = "990100198512120032"
PHONE = "13900990123"
HOME = "安澜市东埠区海晏路 77 弄 5 号 601 室"
#: Every language that a text of ours ends up in: HTML, Django, Typst, XML, a spreadsheet.
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}{%now%}#panic[$x$]\\&lt;]]>"
#: What must not be found in any page or feed: markup that lived.
ALIVE = ("<script>alert(1)", "<img src=x", 'onerror=alert(2)>"')
FORMULA = '=HYPERLINK("http://evil.example")'


@dataclass
class World:
    """Two agencies that have nothing to do with each other, and what lies in the first."""

    ours: Bureau
    theirs: Bureau
    admin: Account
    root: Account
    secret: Story
    shown: Publication
    withdrawn: Publication
    evidence: Material

    def people(self) -> dict[str, Account]:
        """Everybody by what he is to the secret case."""
        b, t = self.ours, self.theirs
        return {
            "handler": b.handler,
            "unit_head": b.unit_head,
            "reviewer": b.reviewer,
            "head": b.head,
            "publisher": b.publisher,
            "archivist": b.archivist,
            "supervisor": b.supervisor,
            "colleague": b.stranger,
            "their_handler": t.handler,
            "their_unit_head": t.unit_head,
            "their_reviewer": t.reviewer,
            "their_head": t.head,
            "their_publisher": t.publisher,
            "their_archivist": t.archivist,
            "administrator": self.admin,
            "root": self.root,
        }


#: Those to whom the secret case does not exist.
OUTSIDERS = (
    "colleague",
    "their_handler",
    "their_unit_head",
    "their_reviewer",
    "their_head",
    "their_publisher",
    "their_archivist",
    "administrator",
    "root",
)
INSIDERS = ("handler", "unit_head", "reviewer", "head", "publisher", "archivist", "supervisor")


def a_world() -> World:
    ours = a_bureau("scjg")
    for officer in Officer.objects.all():  # the builder gives every bureau the same numbers
        Officer.objects.filter(pk=officer.pk).update(number=f"{officer.number}0")
    theirs = a_bureau("wjw")
    city = ours.agency.parent
    assert city is not None
    root = account("root", "总管", city, Role.ADMINISTRATOR, city)
    admin = account("admin", "林管", ours.agency, Role.ADMINISTRATOR, ours.agency)
    secret = _secret(ours)
    evidence = Material.objects.get(file=secret.file, title=EVIL[:200])
    gone = _shown(ours, "安澜市灰飞商贸有限公司")
    disclosure.withdraw(
        gone, by=ours.publisher, on=gone.published_on, ground="revoked", reason=EVIL
    )
    shown = _shown(ours, f"安澜市{EVIL}公司"[:200])
    log.sequence_all()
    return World(ours, theirs, admin, root, secret, shown, gone, evidence)


class EvilStory(Story):
    """A citizen's case with evil texts wherever somebody may type, and two citizens' numbers."""

    def investigated(self) -> Self:
        super().investigated()
        casework.interview(
            self.file,
            by=self.bureau.handler,
            on=self.day,
            site=self.bureau.on_site(),
            values={
                "interviewee": {"name": f"贺兰{EVIL}"[:50], "id_number": WITNESS_ID},
                "place": EVIL[:200],
                "started_at": f"{self.day}T09:10",
                "ended_at": f"{self.day}T10:40",
                "told": EVIL,
                "talk": [{"q": EVIL, "a": EVIL}],
            },
        )
        casework.add_evidence(
            self.file,
            by=self.bureau.handler,
            on=self.day,
            kind="documentary",
            title=EVIL[:200],
            proves=EVIL,
            blob=keep([b"<html><script>alert(1)</script></html>"], "text/html"),
        )
        return self


def _secret(bureau: Bureau) -> Story:
    """Decided and not shown: the public may count it and know nothing of it."""
    party = {
        "kind": "citizen",
        "name": f"韩小川{EVIL}"[:200],
        "code": "",
        "id_number": ID_NUMBER,
        "address": HOME,
        "phone": PHONE,
        "legal_rep": "",
    }
    began = timezone.localdate() - dt.timedelta(days=20)
    return EvilStory(bureau, day=began, party=party, fine="9000").decided()


def _shown(bureau: Bureau, name: str) -> Publication:
    party = {**COMPANY, "name": name}
    return Showing(a_case(bureau, day=dt.date(2026, 3, 2), party=party).decided()).shown()


class Caller:
    """An account's API client."""

    def __init__(self, account: Account, *scopes: str, **more: Any) -> None:
        self.secret = "xz_" + secrets.token_urlsafe(24)
        self.token = Token.objects.create(
            account=account,
            label="attack",
            digest=digest_of(self.secret),
            scopes=list(scopes),
            **more,
        )
        self.http = Client(headers={"Authorization": f"Bearer {self.secret}"})

    def get(self, path: str) -> Any:
        return self.http.get(f"/api/v1{path}")

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        sent = body if isinstance(body, str | bytes) else __import__("json").dumps(body or {})
        return self.http.post(
            f"/api/v1{path}", sent, content_type="application/json", headers=headers
        )


def blob_of(content: bytes, mime: str) -> Blob:
    return keep([content], mime)
