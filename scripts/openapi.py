"""Write the API's description to docs/reference/openapi.json (`make openapi`)."""

from __future__ import annotations

import json
from pathlib import Path

import django

django.setup()

from xiezhi.faces.exchange.urls import api  # noqa: E402 - Django must be set up first

target = Path(__file__).parents[1] / "docs" / "reference" / "openapi.json"
schema = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
target.write_text(text, encoding="utf-8")
