"""Whatever is sent, the API answers: never a server error, and refusals are problem details."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings

from tests.builders import Story, a_case
from xiezhi.config.wsgi import application
from xiezhi.faces.exchange.auth import token_digest
from xiezhi.identity.models import Token

#: An address that is none is answered by the site, not by the API.
NO_SUCH_ADDRESS = (404, 405)

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.fixture
def caller(db: None) -> Iterator[tuple[str, Story]]:
    """A token that may do everything, and a real case; the test's connection stays open."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    secret = "xz_" + secrets.token_urlsafe(24)
    story = a_case().filed()
    Token.objects.create(
        account=story.bureau.handler, label="fuzz", digest=token_digest(secret), scopes=["*"]
    )
    yield secret, story
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
@schema.parametrize()
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nothing_breaks_the_server(case: schemathesis.Case[Any], caller: tuple[str, Story]) -> None:
    secret, story = caller
    if "file_id" in case.path_parameters:
        case.path_parameters["file_id"] = str(story.file.pk)
    answer = case.call(headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400 and answer.status_code not in NO_SUCH_ADDRESS:
        assert answer.headers["content-type"][0].startswith("application/problem+json")
