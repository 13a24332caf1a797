"""/api/: the exchange face. Default deny: every route asks for a token."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
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


urlpatterns = [path("", api.urls)]
