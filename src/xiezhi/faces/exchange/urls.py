"""/api/: the exchange face. Default deny: every route asks for a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from xiezhi.faces.exchange import blobs, doing, limits, reading
from xiezhi.faces.exchange.auth import TokenAuth
from xiezhi.faces.exchange.problems import Problem, refused
from xiezhi.procedure.citations import Refused

api = NinjaAPI(
    title="獬豸数据交换",
    version="1",
    description="每一项执法行为都是一个操作；拒绝时给出规则编号和条文（RFC 9457）。",
    urls_namespace="exchange",
    auth=TokenAuth(),
    docs_url=None,
)
api.add_router("/v1", reading.router)
api.add_router("/v1", limits.router)
api.add_router("/v1", doing.router)
api.add_router("/v1", blobs.router)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, error: Problem) -> HttpResponse:
    return error.response(request)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return refused(error).response(request)


@api.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    problem = Problem(401, "token", "没有有效的令牌")
    response = problem.response(request)
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(ValidationError)
def _odd_address(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return Problem(422, "invalid", "地址或者参数有误", errors=error.errors).response(request)


def by_beginning(patterns: Iterable[Any], ways: Sequence[str]) -> list[Any]:
    """The same addresses in branches: Django tries one after the other, and there are hundreds.

    `ways` are the signs to branch at: first the folder in a File, then the context of the act.
    """
    branches: dict[str, list[Any]] = {}
    for pattern in patterns:
        begin, sign, _rest = str(pattern.pattern).rpartition(ways[0])
        branches.setdefault(begin + sign, []).append(pattern)
    made: list[Any] = branches.pop("", [])
    for begin, members in branches.items():
        inside = [
            path(str(one.pattern).removeprefix(begin), one.callback, name=one.name)
            for one in members
        ]
        made.append(path(begin, include(by_beginning(inside, ways[1:]) if ways[1:] else inside)))
    return made


_addresses, _app, _namespace = api.urls
urlpatterns = [path("", (by_beginning(_addresses, ("/", ".")), _app, _namespace))]
