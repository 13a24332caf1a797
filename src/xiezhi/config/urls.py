"""Which faces this process shows, by `XIEZHI_SITE`.

The portal is what the public sees and stands at the root; officials work under /desk/.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from xiezhi.config.environment import exists
from xiezhi.ui.views import by_the_administrator

#: What the log-in library has beyond logging in: signing up, addresses, passwords by e-mail.
CLOSED = r"^accounts/(?:signup|email|confirm-email|password/(?:set|reset)|login/code)(?:/|$)"


def _face(address: str, name: str) -> list[URLPattern | URLResolver]:
    module = f"xiezhi.faces.{name}.urls"
    return [path(address, include(module))] if exists(module) else []


def _office() -> list[URLPattern | URLResolver]:
    """Imported here: a public process has neither log-in nor administration installed."""
    from allauth.account.decorators import secure_admin_login
    from django.contrib import admin

    # One door: the administration's own log-in page would ask for no second factor.
    admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
    return [
        *_face("desk/", "desk"),
        *_face("api/", "exchange"),
        re_path(CLOSED, by_the_administrator),
        path("accounts/", include("allauth.urls")),
        path("admin/", admin.site.urls),
    ]


urlpatterns: list[URLPattern | URLResolver] = [path("ui/", include("xiezhi.ui.urls"))]
if settings.SITE in ("office", "all"):
    urlpatterns += _office()
if settings.SITE in ("portal", "all"):
    urlpatterns += _face("", "portal")
