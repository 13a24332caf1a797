"""Whose session it is, asked on every page."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot

_ACCOUNT = Prepared(
    lambda: Account.objects.filter(pk=Slot("account")).select_related(
        "person", "unit__parent__parent"
    )
)


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """The library's, but it reads an account with its person and unit, which every page names."""

    def get_user(self, user_id: int) -> Account | None:
        """The account, unless it is disabled."""
        found = _ACCOUNT.first(account=user_id)
        return found if found is not None and found.is_active else None
