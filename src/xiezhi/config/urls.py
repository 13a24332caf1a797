"""Which faces this process shows, by `XIEZHI_SITE`.

The portal is what the public sees and stands at the root; officials work under /desk/.
"""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from xiezhi.config.environment import exists


def _face(address: str, name: str) -> list[URLPattern | URLResolver]:
    module = f"xiezhi.faces.{name}.urls"
    return [path(address, include(module))] if exists(module) else []


# One door: the administration's own log-in page would ask for no second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]


def _office() -> list[URLPattern | URLResolver]:
    return [
        *_face("desk/", "desk"),
        *_face("api/", "exchange"),
        path("accounts/", include("allauth.urls")),
        path("admin/", admin.site.urls),
    ]


urlpatterns: list[URLPattern | URLResolver] = [path("ui/", include("xiezhi.ui.urls"))]
if settings.SITE in ("office", "all"):
    urlpatterns += _office()
if settings.SITE in ("portal", "all"):
    urlpatterns += _face("", "portal")
