"""What holds for every page: its headers, and which addresses are none."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

#: No inline script or style, nothing from elsewhere, no framing.
STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

#: The administration's widgets (Alpine) evaluate expressions and set styles in their markup.
ADMIN = STRICT | {
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
}


def _header(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


STRICT_HEADER, ADMIN_HEADER = _header(STRICT), _header(ADMIN)

OFFICE = ("/desk/", "/admin/", "/accounts/")
LOG_OUT = "/accounts/logout/"

Respond = Callable[[HttpRequest], HttpResponse]


def content_security_policy(get_response: Respond) -> Respond:
    """Send the strict policy everywhere, the wider one under /admin/ only."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        header = ADMIN_HEADER if request.path.startswith("/admin/") else STRICT_HEADER
        response.headers.setdefault("Content-Security-Policy", header)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        # What isn't declared public stays with its reader: no proxy keeps it, and who uses the
        # same machine after a log-out doesn't find it by going back.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if request.method == "POST" and request.path == LOG_OUT:
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return respond


def refuse_null(get_response: Respond) -> Respond:
    """No address of the office holds the character NUL, and the database takes none: 400, not 500.

    The public site answers odd characters with an empty result, the API with problem details.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        asked = request.META.get("QUERY_STRING", "")
        if request.path.startswith(OFFICE) and ("%00" in asked or "\x00" in request.path):
            raise BadRequest("网址里有不允许的字符。")
        return get_response(request)

    return respond
