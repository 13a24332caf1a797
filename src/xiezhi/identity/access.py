"""Who may open a page: every view carries one of these marks; one without any fails a test.

The mark answers only "may this person come in at all". What of the record he may see is asked of
`visible_to`, and whether he may do an act of `may()`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from xiezhi.identity.models import Account
from xiezhi.procedure.roles import Role

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def public(view: View) -> View:
    """Open to everyone, without an account."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def staff(view: View) -> View:
    """Open to everyone with an account that is not disabled."""
    return _guarded(view, ())


def needs(*roles: Role) -> Callable[[View], View]:
    """Open to those who hold one of these posts today, over whatever organ."""
    if not roles:
        raise ValueError("name the roles, or use staff")
    return lambda view: _guarded(view, roles)


def _guarded(view: View, roles: tuple[Role, ...]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        account = request.user
        if not isinstance(account, Account) or not account.is_active:
            return redirect_to_login(request.get_full_path())
        if roles and not account.roles_on(timezone.localdate()).intersection(roles):
            names = "、".join(role.label for role in roles)
            raise PermissionDenied(f"这一页由{names}使用，您没有这个岗位。")
        return view(request, *args, **kwargs)

    guarded.access = "staff"  # type: ignore[attr-defined]
    guarded.roles = roles  # type: ignore[attr-defined]
    return cast("View", guarded)


def account_of(request: HttpRequest) -> Account:
    """The account behind a guarded view's request."""
    account: Any = request.user
    if not isinstance(account, Account):
        raise PermissionDenied
    # Not the library's stand-in, through which every attribute costs several times as much.
    return cast("Account", vars(account).get("_wrapped", account))
