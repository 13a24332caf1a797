"""The API's description is kept in git: a change of what others build on is seen in review."""

from __future__ import annotations

import json
from pathlib import Path

from xiezhi.faces.exchange.doing import FORMS
from xiezhi.faces.exchange.urls import api
from xiezhi.procedure.acts import ACTS

SNAPSHOT = Path(__file__).parents[3] / "docs" / "reference" / "openapi.json"


def description() -> dict[str, object]:
    made: dict[str, object] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
    return made


def test_the_description_is_the_one_in_git() -> None:
    now = json.dumps(description(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    kept = SNAPSHOT.read_text(encoding="utf-8") if SNAPSHOT.exists() else ""
    assert now == kept, "run `make openapi` and review what changes for those who use the API"


def test_every_act_of_a_form_is_an_operation() -> None:
    operations = {
        operation["operationId"]
        for path in description()["paths"].values()  # type: ignore[attr-defined]
        for operation in path.values()
    }
    assert {form.act for form in FORMS} <= operations
    assert {form.act for form in FORMS} <= set(ACTS)
