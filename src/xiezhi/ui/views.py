"""The reader's choice of look, and every component in all its states."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from xiezhi.ui.gallery import context

_CHOICES = {"text": ("elder", "standard"), "theme": ("dark", "light")}
_YEAR = 365 * 24 * 60 * 60


@require_safe
def look(request: HttpRequest) -> HttpResponse:
    """Remember 长者模式 or the dark theme in a cookie of its own and go back to the page.

    Open to everyone: it changes nothing but the reader's own page.
    """
    back = request.GET.get("next", "/")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    if not (ours and back.startswith("/")):
        back = "/"
    response = HttpResponseRedirect(back)
    for name, allowed in _CHOICES.items():
        value = request.GET.get(name)
        if value in allowed:
            response.set_cookie(name, value, max_age=_YEAR, samesite="Lax", httponly=True)
    return response


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """All components in all states, for screenshots and accessibility tests; development only."""
    return render(request, "ui/gallery.html", context())


@require_safe
def by_the_administrator(request: HttpRequest, **_words: str) -> HttpResponse:
    """Open to everyone: accounts and forgotten passwords are the administrator's, not e-mail's."""
    return render(request, "account/password_reset.html")
