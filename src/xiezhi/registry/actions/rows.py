"""Keeping one row of a register: within one's own reach, checked, written down (G1–G6, G9)."""

from __future__ import annotations

import datetime as dt

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from xiezhi.identity.actions import NotATree, keep_account, place
from xiezhi.identity.models import Account, Organ, Post
from xiezhi.identity.rules import ROLE_RULE
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.policy import POLICIES
from xiezhi.procedure.rulebook import refuse
from xiezhi.record.calendars import forget
from xiezhi.record.models import CalendarYear
from xiezhi.registry.actions.ledger import Change, outside, owners, snapshot, write_down
from xiezhi.registry.models import GUIDE, Benchmark, Item, Law, MarketEntity, Officer
from xiezhi.registry.models.reach import reached
from xiezhi.registry.rules import check_uscc, clean, law_key, parse_basis


def faults(row: models.Model) -> list[Reason]:
    """What is wrong with a row beyond what the table itself refuses; each names its field."""
    match row:
        case MarketEntity():
            return check_uscc(row.code)
        case Organ():
            return [*(check_uscc(row.code) if row.code else []), *_plan_faults(row.policy)]
        case Item():
            return [*_basis_faults(row.basis), *_guide_faults(row)]
        case Benchmark():
            return _basis_faults(row.basis)
        case Account() if row.pk is not None:
            return _person_faults(row)
        case _:
            return []


def _plan_faults(code: str) -> list[Reason]:
    """No File could be opened under a plan that doesn't exist."""
    if not code or code in POLICIES:
        return []
    todo = f"填写 {'、'.join(POLICIES)} 之一，或者留空。"
    return [refuse("POLICY-KEY", f"没有名为“{code}”的方案。", todo, "policy")]


def _basis_faults(basis: str) -> list[Reason]:
    todo = "一行写一条，例如“《中华人民共和国食品安全法》第一百二十四条第一款”。"
    try:
        if parse_basis(basis):
            return []
        say = "没有写明依据的法律和条款。"
    except ValueError as error:
        say = f"{error}。"
    return [refuse("PEN-24", say, todo, "basis")]


def _guide_faults(item: Item) -> list[Reason]:
    """A licence is published whole: applicants know beforehand what it takes (许可法 art. 30)."""
    return [
        refuse(
            "LIC-13",
            f"公布的许可事项没有写明{GUIDE[name]}。",
            todo="补上后再公布；暂不公布的，不勾选“已公布”。",
            field=name,
        )
        for name in item.untold()
    ]


def _person_faults(account: Account) -> list[Reason]:
    """What an account did, its person did: under another name the record would lie."""
    if not Account.objects.filter(pk=account.pk).exclude(person=account.person_id).exists():
        return []
    say = "账号不能改换人员：账本按账号记着谁办理了什么。"
    return [Reason(ROLE_RULE, say, todo="停用这个账号，给新的人员另开账号。", field="person")]


def _appointing_oneself(post: Post, by: Account) -> list[Reason]:
    """Who appoints doesn't work cases: an administrator gives himself no post."""
    if post.account.person_id != by.person_id:
        return []
    held = Post.objects.filter(pk=post.pk, role=post.role, organ=post.organ, account=post.account)
    open_ended = Q(until=None) | Q(until__gte=post.until) if post.until else Q(pk=None)
    if held.filter(open_ended, since__lte=post.since).exists():
        return []  # laying it down, or nothing new
    say = "系统管理员不能给自己设岗位。"
    return [Reason(ROLE_RULE, say, todo="请另一名系统管理员或者上级的系统管理员办理。")]


@transaction.atomic
def put(row: models.Model, *, by: Account) -> Change | None:
    """Write a row; the change is still to be written down. None where nothing changed.

    Raises Refused for a row out of reach, before or after, and for a faulty one.
    """
    today = timezone.localdate()
    if isinstance(row, MarketEntity | Organ):
        row.code = clean(row.code)
    wrong = faults(row) or (_appointing_oneself(row, by) if isinstance(row, Post) else [])
    if wrong:
        raise Refused(wrong)
    before, was = None, frozenset[Organ]()
    if row.pk is not None and not row._state.adding:
        rows = reached(type(row), by, today)
        known = type(row)._default_manager.select_for_update().get(pk=row.pk)
        if not rows.filter(pk=row.pk).exists():
            raise Refused([outside(known)])
        before, was = snapshot(known), owners(known, by)
    _write(row)
    if not reached(type(row), by, today).filter(pk=row.pk).exists():
        raise Refused([outside(row)])
    after = snapshot(row)
    if before == after:
        return None
    return Change(was | owners(row, by), type(row), row.pk, str(row), before, after)


def _write(row: models.Model) -> None:
    match row:
        case Organ():
            try:
                place(row)
            except NotATree as refusal:
                raise Refused([Reason(ROLE_RULE, str(refusal), field="parent")]) from refusal
        case Account():
            keep_account(row)
        case _:
            if isinstance(row, Law):
                row.key = law_key(row.name)
            row.save()
    if isinstance(row, CalendarYear):
        transaction.on_commit(forget)


@transaction.atomic
def save(row: models.Model, *, by: Account, why: str = "") -> None:
    """Register or change one row, with its ledger entry: all or nothing."""
    change = put(row, by=by)
    if change is not None:
        write_down([change], by=by, why=why)


def suspend(officer: Officer, *, by: Account, since: dt.date, why: str) -> None:
    """暂扣执法证件: from that day the officer can't act."""
    officer.status, officer.status_since = Officer.Status.SUSPENDED, since
    save(officer, by=by, why=why)


def revoke(officer: Officer, *, by: Account, since: dt.date, why: str) -> None:
    """注销执法证件: from that day, for good."""
    officer.status, officer.status_since = Officer.Status.REVOKED, since
    save(officer, by=by, why=why)


def restore(officer: Officer, *, by: Account, why: str) -> None:
    """发还暂扣的执法证件."""
    officer.status, officer.status_since = Officer.Status.VALID, None
    save(officer, by=by, why=why)
