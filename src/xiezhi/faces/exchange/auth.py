"""Who asks: a bearer token of an account, with a scope. No token, no answer."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from xiezhi.faces.exchange.problems import Problem
from xiezhi.identity.models import Account, Post, Token
from xiezhi.identity.prepared import Prepared, Slot, together


def token_digest(secret: str) -> bytes:
    """Only this is stored of a token."""
    return hashlib.sha256(secret.encode()).digest()


_TOKEN = Prepared(
    lambda: Token.objects.select_related("account__person", "account__unit__parent__parent").filter(
        digest=Slot("digest"), revoked_at=None, account__is_active=True
    )
)
_POSTS = Prepared(
    lambda: (
        Post.objects.filter(account__tokens__digest=Slot("digest"), since__lte=Slot("day"))
        .select_related("organ")
        .order_by("pk")
    )
)


class TokenAuth(HttpBearer):
    """`Authorization: Bearer xz_…`; expired, revoked or of a disabled account counts as none."""

    def authenticate(self, _request: HttpRequest, token: str) -> Token | None:
        today, digest = timezone.localdate(), {"digest": token_digest(token)}
        tokens, posts = together((_TOKEN, digest), (_POSTS, {**digest, "day": today}))
        for found in _TOKEN.objects(tokens):
            if found.expires_at is None or found.expires_at > timezone.now():
                found.account.hold(_POSTS.objects(posts), today)
                return found
        return None


def account_of(request: HttpRequest, need: str) -> Account:
    """The account behind a request whose token's scope covers `need` ("read" or an act)."""
    token: Token = request.auth  # type: ignore[attr-defined]
    if not any(_covers(scope, need) for scope in token.scopes):
        raise Problem(
            403,
            "scope",
            "令牌的范围不包括这项操作",
            detail=f"需要范围“{need}”，这个令牌有：{'、'.join(token.scopes) or '（空）'}。",
        )
    account: Account = token.account
    return account


def _covers(scope: str, need: str) -> bool:
    """`*` is everything, `casework.` every act of a context, anything else exactly itself."""
    return scope in ("*", need) or (scope.endswith(".") and need.startswith(scope))
