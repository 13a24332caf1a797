"""A small government with two agencies and their administrators; names are invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xiezhi.identity.actions import keep_account, place, set_password
from xiezhi.identity.models import Account, Organ, Person, Post
from xiezhi.procedure.roles import Role
from xiezhi.registry.models import Item, Officer

PASSWORD = "雁过留声-风过无痕-7"
SINCE = dt.date(2020, 1, 1)
USCC = "91230500MA1B3N1N2M"
OTHER_USCC = "91320105780688132K"


@dataclass
class Town:
    """One city, two agencies, an administrator of each of the three."""

    city: Organ
    market: Organ
    health: Organ
    root: Account
    admin: Account
    other: Account


def organ(parent: Organ | None, slug: str, kind: str, name: str, **more: Any) -> Organ:
    made = Organ(parent=parent, slug=slug, kind=kind, name=name, region="990100", **more)
    return place(made)


def account(username: str, name: str, unit: Organ, role: str, over: Organ) -> Account:
    person = Person.objects.create(name=name)
    made = keep_account(Account(username=username, person=person, unit=unit))
    set_password(made, PASSWORD)
    Post.objects.create(account=made, role=role, organ=over, since=SINCE)
    return made


def a_town() -> Town:
    city = organ(None, "rongcheng", Organ.Kind.GOVERNMENT, "榕城市人民政府")
    market = organ(city, "scjg", Organ.Kind.AGENCY, "榕城市市场监督管理局", word="榕市监")
    health = organ(city, "wjw", Organ.Kind.AGENCY, "榕城市卫生健康委员会", word="榕卫")
    admin = Role.ADMINISTRATOR
    return Town(
        city=city,
        market=market,
        health=health,
        root=account("root", "总管", city, admin, city),
        admin=account("market", "林管", market, admin, market),
        other=account("health", "康管", health, admin, health),
    )


def an_officer(
    agency: Organ, name: str = "钟离", number: str = "99010023001", **more: Any
) -> Officer:
    """An unsaved certificate, good for 2020–2030 in the city."""
    person = more.pop("person", None) or Person.objects.create(name=name)
    return Officer(
        **{
            "person": person,
            "agency": agency,
            "number": number,
            "categories": ["市场监管"],
            "territory": "990100",
            "valid_from": SINCE,
            "valid_until": dt.date(2030, 12, 31),
            **more,
        }
    )


def an_item(agency: Organ, code: str = "990100A0001", **more: Any) -> Item:
    return Item(
        **{
            "agency": agency,
            "code": code,
            "name": "对生产经营超过保质期食品的处罚",
            "category": "penalty",
            "basis": "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项",
            "effective_from": SINCE,
            **more,
        }
    )
