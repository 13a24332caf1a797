"""Which rows an administrator reaches: those of the organs he administers, and no others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from xiezhi.identity.models import Account, Organ, Person, Post, Token
from xiezhi.record.models import CalendarYear
from xiezhi.registry.models.entities import MarketEntity
from xiezhi.registry.models.items import Benchmark, Item
from xiezhi.registry.models.laws import Article, Law
from xiezhi.registry.models.officers import Officer
from xiezhi.registry.rules import region_prefix

Organs = QuerySet[Organ]


def administered(account: Account, today: dt.date) -> Organs:
    """The organs over which the account holds the administrator's post."""
    return Organ.objects.administered_by(account, today)


def home(account: Account, today: dt.date) -> Organ | None:
    """The highest organ an account administers: where it writes down what belongs to nobody."""
    return administered(account, today).exclude(kind=Organ.Kind.UNIT).order_by("path").first()


def keeper(organ: Organ) -> Organ:
    """The agency (or government) whose standing File an organ's changes are written in."""
    if organ.kind != Organ.Kind.UNIT or organ.parent is None:
        return organ
    return keeper(organ.parent)


def reached(model: type[Model], account: Account, today: dt.date) -> QuerySet[Any]:
    """The rows of a register that this account may change; of an unknown one, none."""
    manager: QuerySet[Any] = model._default_manager.all()
    rule = _REACH.get(model)
    if rule is None or not account.is_active:
        return manager.none()
    return manager.filter(rule(administered(account, today)))


def readable(model: type[Model], account: Account, today: dt.date) -> QuerySet[Any]:
    """The rows an administrator sees: what he may change, and the laws and the calendar."""
    if model in _PUBLIC and administered(account, today).exists():
        return model._default_manager.all()
    if model is Account and account.is_active:
        return Account.objects.filter(unit__in=administered(account, today))
    return reached(model, account, today)


def _inside(organs: Organs) -> Q:
    """Rows with a `region` in the divisions of these organs."""
    found = Q(pk=None)
    for region in set(organs.exclude(region="").values_list("region", flat=True)):
        found |= Q(region__startswith=region_prefix(region))
    return found


def _of_everybody(organs: Organs) -> Q:
    """Rows that concern the whole deployment: only who administers its root changes them."""
    return Q() if organs.filter(parent=None).exists() else Q(pk=None)


def _persons(organs: Organs) -> Q:
    """Persons who work or hold a certificate here, and those who as yet belong nowhere."""
    here = Q(Exists(Account.objects.filter(person=OuterRef("pk"), unit__in=organs)))
    here |= Q(Exists(Officer.objects.filter(person=OuterRef("pk"), agency__in=organs)))
    nowhere = ~Q(Exists(Account.objects.filter(person=OuterRef("pk"))))
    nowhere &= ~Q(Exists(Officer.objects.filter(person=OuterRef("pk"))))
    return here | nowhere


def _accounts(organs: Organs) -> Q:
    """Accounts of these organs that hold no post above them.

    Else whoever administers a bureau could set the password of the supervisor who works there,
    and see the whole city with it.
    """
    running = Q(until=None) | Q(until__gte=timezone.localdate())
    above = Post.objects.filter(running, account=OuterRef("pk")).exclude(organ__in=organs)
    return Q(unit__in=organs) & ~Q(Exists(above))


def _calendar(organs: Organs) -> Q:
    local = _inside(organs) & ~Q(region="")
    return local | Q(region="") if organs.filter(parent=None).exists() else local


_REACH: dict[type[Model], Callable[[Organs], Q]] = {
    Organ: lambda organs: Q(pk__in=organs),
    Person: _persons,
    Account: _accounts,
    Post: lambda organs: Q(organ__in=organs, account__unit__in=organs),
    Token: lambda organs: Q(account__unit__in=organs),
    Officer: lambda organs: Q(agency__in=organs),
    Item: lambda organs: Q(agency__in=organs),
    Benchmark: lambda organs: Q(item__agency__in=organs),
    MarketEntity: _inside,
    CalendarYear: _calendar,
    Law: _of_everybody,
    Article: _of_everybody,
}
_PUBLIC = frozenset({Law, Article, CalendarYear})
