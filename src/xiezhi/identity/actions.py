"""The writes to identity, without permission or ledger.

Who may do them and their ledger entry are `registry.actions`' business, because the record stands
later than identity. Only founding a deployment calls them by themselves: there is nobody yet who
could be asked.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from xiezhi.identity.models import Account, Organ, Person, Post, Token
from xiezhi.procedure.roles import Role

TOKEN_PREFIX = "xz_"  # noqa: S105 - lets a leaked key be recognised, is no key itself


class NotATree(ValueError):
    """An organ can't stand below itself."""


@transaction.atomic
def place(organ: Organ) -> Organ:
    """Save an organ where its parent says; everything below moves with it."""
    parent_path = organ.parent.path if organ.parent else ""
    if organ._state.adding:
        organ.pk = _next_id(Organ._meta.db_table)
        organ.path = f"{parent_path}{organ.pk}."
        organ.save(force_insert=True)
        return organ
    before = Organ.objects.select_for_update().values_list("path", flat=True).get(pk=organ.pk)
    if parent_path.startswith(before):
        raise NotATree("不能把机构移到它自己的下级。")
    organ.path = f"{parent_path}{organ.pk}."
    if organ.path != before:
        below = Organ.objects.filter(path__startswith=before).exclude(pk=organ.pk)
        below.update(path=Concat(Value(organ.path), Substr(F("path"), len(before) + 1)))
    organ.save()
    return organ


def _next_id(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        return int(cursor.fetchone()[0])


def keep_account(account: Account) -> Account:
    """Save an account. Disabling it or moving it elsewhere ends its sessions at once."""
    if account.pk:
        before = Account.objects.select_for_update().get(pk=account.pk)
        if (before.is_active, before.unit_id) != (account.is_active, account.unit_id):
            account.session_epoch = before.session_epoch + 1
    if not account.password:
        account.set_unusable_password()
    account.save()
    return account


def set_password(account: Account, password: str) -> None:
    """A new password; ends every session. Raises ValidationError for a weak one."""
    validate_password(password, account)
    account.set_password(password)
    account.session_epoch += 1
    account.save(update_fields=["password", "session_epoch"])


def drop_second_factors(account: Account) -> int:
    """Forget TOTP and recovery codes (a lost telephone); returns how many were forgotten."""
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])
    factors: Any = account
    return int(factors.authenticator_set.all().delete()[0])


def digest_of(secret: str) -> bytes:
    """What is stored of an API key."""
    return hashlib.sha256(secret.encode()).digest()


def issue_token(
    account: Account, label: str, scopes: list[str], expires_at: dt.datetime | None = None
) -> tuple[Token, str]:
    """A new API key of an account and its secret, which is told once and never stored."""
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        account=account,
        label=label,
        scopes=scopes,
        expires_at=expires_at,
        digest=digest_of(secret),
    )
    return token, secret


def revoke_token(token: Token) -> None:
    """The key opens nothing from now on."""
    if token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])


@transaction.atomic
def found(government: Organ, person: Person, username: str, password: str) -> Account:
    """The first government and its administrator: the only rows that nobody had to permit."""
    if Account.objects.exists():
        raise ValueError("已经有账号了，请由系统管理员办理。")
    place(government)
    person.save()
    account = keep_account(Account(username=username, person=person, unit=government))
    set_password(account, password)
    Post.objects.create(account=account, role=Role.ADMINISTRATOR, organ=government)
    return account
