"""Counts the queries of a request that asks for it; others pay one look into their headers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

#: Sent by the client in a pass of its own; the answer carries the count under the same name.
HEADER = "X-Bench-Queries"

Respond = Callable[[HttpRequest], HttpResponse]


def count_queries(get_response: Respond) -> Respond:
    """Middleware around everything else, so that sessions and log-in are counted, too."""

    def respond(request: HttpRequest) -> HttpResponse:
        if HEADER not in request.headers:
            return get_response(request)
        asked = 0

        def wrap(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            nonlocal asked
            asked += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(wrap):
            response = get_response(request)
        response[HEADER] = str(asked)
        return response

    return respond
