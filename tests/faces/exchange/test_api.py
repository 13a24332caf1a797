"""The API does what the desk does, refuses with rule and article, and acts once per key."""

from __future__ import annotations

import json
import secrets
from typing import Any

import pytest
from django.test import Client

from tests.builders import COMPANY, Bureau, a_bureau, a_case
from xiezhi.faces.exchange.auth import token_digest
from xiezhi.identity.models import Account, Token
from xiezhi.record.models import Entry, File

pytestmark = pytest.mark.django_db

CLUE = {
    "on": "2026-03-02",
    "kind": "legal_person",
    "name": COMPANY["name"],
    "code": COMPANY["code"],
    "address": COMPANY["address"],
    "source": "inspection",
    "found_on": "2026-03-02",
    "cause": "经营虚假标注生产日期的食品",
    "brief": "检查发现外包装生产日期与喷码不符。",
}


class Caller:
    """An account's API client."""

    def __init__(self, account: Account, *scopes: str) -> None:
        secret = "xz_" + secrets.token_urlsafe(24)
        Token.objects.create(
            account=account, label="test", digest=token_digest(secret), scopes=list(scopes)
        )
        self.http = Client(headers={"Authorization": f"Bearer {secret}"})

    def post(self, path: str, body: object, **headers: str) -> Any:
        return self.http.post(
            f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers
        )

    def get(self, path: str) -> Any:
        return self.http.get(f"/api/v1{path}")


@pytest.fixture
def bureau() -> Bureau:
    return a_bureau()


@pytest.fixture
def handler(bureau: Bureau) -> Caller:
    return Caller(bureau.handler, "read", "casework.", "review.", "decision.")


def test_a_clue_opens_a_file(handler: Caller) -> None:
    answer = handler.post("/casework.register_clue", CLUE)
    assert answer.status_code == 200, answer.content
    file = File.objects.get(pk=answer.json()["file"])
    assert file.number == "安市监案源〔2026〕1号"
    read = handler.get(f"/files/{file.pk}?acts=true&explain=true").json()
    assert read["stage"]["label"] == "立案"
    assert read["entries"][0]["act"] == "casework.register_clue"


def test_a_missing_field_is_named_and_nothing_is_written(handler: Caller) -> None:
    answer = handler.post("/casework.register_clue", CLUE | {"cause": "", "colour": "red"})
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert set(answer.json()["fields"]) == {"cause", "colour"}
    assert not File.objects.exists()


def test_a_refusal_carries_rule_and_article(bureau: Bureau) -> None:
    story = a_case(bureau).concluded()
    head = Caller(bureau.head, "decision.")
    answer = head.post(f"/files/{story.file.pk}/decision.issue", {"on": "2026-03-20"})
    assert answer.status_code == 409
    reasons = {reason["rule"]: reason for reason in answer.json()["reasons"]}
    assert reasons["PEN-12"]["article"].startswith("第五十八条")
    assert "decision.issue" not in story.acts


def test_the_same_key_acts_once(handler: Caller) -> None:
    first = handler.post("/casework.register_clue", CLUE, **{"Idempotency-Key": "a1"})
    again = handler.post("/casework.register_clue", CLUE, **{"Idempotency-Key": "a1"})
    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert File.objects.count() == Entry.objects.count() == 1
    other = handler.post(
        "/casework.register_clue", CLUE | {"brief": "别的"}, **{"Idempotency-Key": "a1"}
    )
    assert other.status_code == 422


def test_without_a_token_nothing_answers() -> None:
    assert Client().get("/api/v1/duties").status_code == 401


def test_a_token_does_only_what_its_scope_says(bureau: Bureau) -> None:
    reader = Caller(bureau.handler, "read")
    answer = reader.post("/casework.register_clue", CLUE)
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("/scope")


def test_a_strangers_file_does_not_exist(bureau: Bureau) -> None:
    story = a_case(bureau).registered()
    stranger = Caller(bureau.stranger, "read", "casework.")
    assert stranger.get(f"/files/{story.file.pk}").status_code == 404


def test_duties_come_soonest_first(handler: Caller, bureau: Bureau) -> None:
    a_case(bureau).registered()
    duties = handler.get("/duties").json()["duties"]
    assert [duty["act"] for duty in duties] == ["casework.propose_filing"]
    assert duties[0]["rule"] == "SAMR-1"


def test_a_disabled_account_loses_its_token(handler: Caller, bureau: Bureau) -> None:
    Account.objects.filter(pk=bureau.handler.pk).update(is_active=False)
    assert handler.get("/duties").status_code == 401
