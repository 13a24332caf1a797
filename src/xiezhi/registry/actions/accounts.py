"""Accounts, their passwords, second factors and keys: each change an act that is written down."""

from __future__ import annotations

import datetime as dt

from django.db import models, transaction
from django.utils import timezone

from xiezhi.identity import actions as identity
from xiezhi.identity.models import Account, Post, Token
from xiezhi.procedure.citations import Refused
from xiezhi.registry.actions.ledger import Change, outside, owners, snapshot, write_down
from xiezhi.registry.actions.rows import save
from xiezhi.registry.models.reach import reached


def disable(account: Account, *, by: Account, why: str = "") -> None:
    """停用账号: its sessions end at the next request, its keys open nothing."""
    account.is_active = False
    save(account, by=by, why=why)


def enable(account: Account, *, by: Account, why: str = "") -> None:
    """启用账号: sessions of before stay ended."""
    account.is_active = True
    save(account, by=by, why=why)


def end_post(post: Post, *, by: Account, until: dt.date) -> None:
    """免去岗位: the last day it is held."""
    post.until = until
    save(post, by=by)


@transaction.atomic
def reset_password(account: Account, password: str, *, by: Account) -> None:
    """重设口令. Raises ValidationError for a weak one; ends every session of the account."""
    change = _noted(account, account, "口令", "已重设", by=by)
    identity.set_password(account, password)
    write_down([change], by=by)


@transaction.atomic
def reset_second_factors(account: Account, *, by: Account, why: str) -> None:
    """解除两步验证, after a lost telephone; the person sets it up anew."""
    change = _noted(account, account, "两步验证", "已解除", by=by)
    identity.drop_second_factors(account)
    write_down([change], by=by, why=why)


@transaction.atomic
def issue_token(
    account: Account,
    label: str,
    scopes: list[str],
    *,
    by: Account,
    expires_at: dt.datetime | None = None,
) -> tuple[Token, str]:
    """发放接口令牌. The secret is returned this once."""
    _reach(account, by)
    token, secret = identity.issue_token(account, label, scopes, expires_at)
    change = Change(owners(token, by), Token, token.pk, str(token), None, snapshot(token))
    write_down([change], by=by)
    return token, secret


@transaction.atomic
def revoke_token(token: Token, *, by: Account) -> None:
    """撤销接口令牌, at once."""
    _reach(token, by)
    before = snapshot(token)
    identity.revoke_token(token)
    change = Change(owners(token, by), Token, token.pk, str(token), before, snapshot(token))
    if change.before != change.after:
        write_down([change], by=by)


def _reach(row: models.Model, by: Account) -> None:
    if not reached(type(row), by, timezone.localdate()).filter(pk=row.pk).exists():
        raise Refused([outside(row)])


def _noted(row: Account, about: Account, what: str, now: str, *, by: Account) -> Change:
    """A change whose values are secret: only that it happened is written down."""
    _reach(row, by)
    return Change(owners(row, by), Account, about.pk, str(about), {what: "（不记录）"}, {what: now})
