"""Whose session it is, asked on every page."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone

from xiezhi.identity.models import BEGUN, Account
from xiezhi.identity.prepared import Prepared, Slot, together

_ACCOUNT = Prepared(
    lambda: Account.objects.filter(pk=Slot("account")).select_related(
        "person", "unit__parent__parent"
    )
)


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """The library's, but it reads an account with its person and unit, which every page names."""

    def get_user(self, user_id: int) -> Account | None:
        """The account, unless it is disabled; with its posts, which every page asks for."""
        today, its = timezone.localdate(), {"account": user_id}
        accounts, posts = together((_ACCOUNT, its), (BEGUN, {**its, "day": today}))
        for found in _ACCOUNT.objects(accounts):
            if found.is_active:
                found.hold(BEGUN.objects(posts), today)
                return found
        return None
