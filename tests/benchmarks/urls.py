"""The product's addresses, and the machine's own floor: nothing, and one query."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def empty(_request: HttpRequest) -> HttpResponse:
    """What the server and the middleware cost."""
    return HttpResponse(b"{}", content_type="application/json")


def one_query(_request: HttpRequest) -> HttpResponse:
    """What asking the database once costs on top."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return HttpResponse(b"{}", content_type="application/json")


urlpatterns = [
    path("floor/empty", empty),
    path("floor/query", one_query),
    path("", include("xiezhi.config.urls")),
]
