"""Due dates over the API: the public calculator's answers, with a token."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.builders import a_bureau
from tests.faces.exchange.test_api import Caller
from xiezhi.procedure.timelimits import LIMITS, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller() -> Caller:
    return Caller(a_bureau().head, "read")


def get(caller: Caller, path: str, **asked: str) -> Any:
    return caller.http.get(f"/api/v1{path}", asked)


def test_every_limit_is_listed_with_its_article(caller: Caller) -> None:
    rows = get(caller, "/limits").json()["limits"]
    assert {row["id"] for row in rows} == set(LIMITS)
    decide = next(row for row in rows if row["id"] == "PEN-14")
    assert (decide["n"], decide["unit"], decide["article"]) == (90, "natural_day", "第六十条")
    assert "中止调查" in decide["stops"]


@pytest.mark.parametrize("code", LIMITS)
def test_every_limit_is_reckoned(caller: Caller, code: str) -> None:
    at = {"at": "09:00"} if LIMITS[code].unit is Unit.HOUR else {}
    answer = get(caller, f"/limits/{code}/due", on="2025-09-18", **at)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert told["last_day"]
    assert told["lines"][0]["label"] == LIMITS[code].trigger_label


def test_the_derivation_is_told(caller: Caller) -> None:
    told = get(caller, "/limits/PEN-19/due", on="2025-09-18").json()
    assert told["last_day"] == "2025-10-09"
    assert told["provisional"] is False
    assert "顺延" in told["sentence"]
    assert told["lines"][-1] == {"label": "最后一天", "value": "2025年10月9日", "note": "星期四"}


def test_what_is_wrong_names_its_field(caller: Caller) -> None:
    answer = get(caller, "/limits/PEN-19/due", on="31.2.2025", region="x")
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {"on", "region"}
    assert get(caller, "/limits/NONE/due", on="2025-09-18").status_code == 404


def test_without_a_token_nothing_is_told() -> None:
    for path in ("/limits", "/limits/PEN-19/due?on=2025-09-18"):
        assert Client().get(f"/api/v1{path}").status_code == 401
