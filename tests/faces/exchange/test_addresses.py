"""The API's addresses are tried in branches; every one leads where it led before."""

from __future__ import annotations

import re

import pytest
from django.urls import resolve

from xiezhi.faces.exchange.urls import api, by_beginning

UUID = "01a20266-2140-7c39-84ec-deeebb2917d4"
PATTERNS = api.urls[0]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: str(p.pattern) or "/")
def test_every_address_leads_to_its_operation(pattern: object) -> None:
    route = str(pattern.pattern)  # type: ignore[attr-defined]
    address = re.sub(r"<\w+:\w+>", UUID, route)
    address = re.sub(r"<\w+>", "REM-1", address)
    found = resolve(f"/api/{address}")
    assert (found.route, found.url_name) == (f"api/{route}", pattern.name)  # type: ignore[attr-defined]
    assert found.namespaces == ["exchange"]


def test_few_are_tried() -> None:
    branches = by_beginning(PATTERNS, ("/", "."))
    assert len(branches) < len(PATTERNS) / 5
