"""An invented government that does not grow with its cases: 24 agencies, 144 teams of two."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from tests.builders import Bureau, account, certificate, organ
from xiezhi.faces.exchange.auth import token_digest
from xiezhi.identity.models import Account, Organ, Token
from xiezhi.procedure.roles import Role

REGION = "990100"
FIELDS = (
    "市场监督管理", "生态环境", "城市管理", "交通运输", "应急管理", "卫生健康", "文化和旅游",
    "农业农村", "自然资源", "住房和城乡建设", "水务", "教育", "民政", "公安", "统计", "体育",
    "人力资源和社会保障", "司法", "医疗保障", "消防救援", "气象", "烟草专卖", "园林绿化", "商务",
)  # fmt: skip
UNITS, TEAMS = 3, 2
#: Otherwise first and last character. 住…罚〔2026〕1号 looks like somebody's address: each page
#: would ask whether it is one.
_WORDS = {"住房和城乡建设": "城建"}
_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "文溪若谷以宁知行砚秋远南思齐望舒景行怀瑾清和明轩嘉言承安亦凡"
_ROLES = {
    "reviewer": Role.REVIEWER,
    "head": Role.AGENCY_HEAD,
    "publisher": Role.PUBLISHER,
    "archivist": Role.ARCHIVIST,
}


def found(fields: tuple[str, ...] = FIELDS) -> list[Bureau]:
    """Make the organs, people, posts, certificates, tokens and sessions; the teams in order."""
    city = organ(None, "bench", Organ.Kind.GOVERNMENT, "安澜市人民政府", region=REGION)
    supervisor = account("supervisor", "何砚秋", city, Role.SUPERVISOR, city)
    teams = [team for n, name in enumerate(fields) for team in _agency(city, supervisor, n, name)]
    for one in Account.objects.all():
        _credentials(one)
    return teams


def _agency(city: Organ, supervisor: Account, n: int, field: str) -> list[Bureau]:
    agency = organ(
        city,
        f"a{n}",
        Organ.Kind.AGENCY,
        f"安澜市{field}局",
        word=f"安{_WORDS.get(field, field[0] + field[-1])}",
        region=REGION,
        policy="S1",
        address=f"安澜市东埠区海晏路 {n + 1} 号",
        phone=f"0990-12300{n:02}",
        court="安澜市东埠区人民法院",
        bank_name="安澜市商业银行东埠支行",
        bank_address="安澜市东埠区海晏路 90 号",
        bank_account=f"62000000000000000{n:02}",
    )
    legal = organ(agency, "fg", Organ.Kind.UNIT, "法规科")
    wide = {
        key: account(f"{key}-{n}", _name(n * 31 + i), legal, role, agency)
        for i, (key, role) in enumerate(_ROLES.items())
    }
    return [
        _team(agency, unit, wide | {"supervisor": supervisor}, f"{n}-{u}-{t}", n * 97 + u * 13 + t)
        for u in range(UNITS)
        for unit in [organ(agency, f"zf{u}", Organ.Kind.UNIT, f"执法{'一二三'[u]}科")]
        for t in range(TEAMS)
    ]


def _team(agency: Organ, unit: Organ, wide: dict[str, Account], key: str, seed: int) -> Bureau:
    people = {
        name: account(f"{name}-{key}", _name(seed * 7 + i), unit, role, unit)
        for i, (name, role) in enumerate(
            (("handler", Role.HANDLER), ("second", Role.HANDLER), ("unit_head", Role.UNIT_HEAD))
        )
    }
    for i, name in enumerate(("handler", "second")):
        certificate(people[name], agency, f"9901{seed:05}{i}")
    return Bureau(agency=agency, unit=unit, **people, **wide, stranger=people["second"])


def _name(n: int) -> str:
    """A name of three characters, another one for each number below some thousands."""
    family = _FAMILY[n % len(_FAMILY)]
    pair = n * 5 % len(_GIVEN), (n // len(_FAMILY) * 3 + n) % len(_GIVEN)
    return family + _GIVEN[pair[0]] + _GIVEN[pair[1]]


def secret(username: str) -> str:
    """The token of an account."""
    return f"xz_bench_{username}"


def session(username: str) -> str:
    """The session key of an account."""
    return hashlib.sha256(username.encode()).hexdigest()[:32]


def _credentials(one: Account) -> None:
    Token.objects.create(
        account=one,
        label="bench",
        digest=token_digest(secret(one.username)),
        scopes=["read", "casework.", "review.", "decision.", "disclosure.", "record."],
    )
    store = SessionStore()
    store[SESSION_KEY] = str(one.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = one.get_session_auth_hash()
    store._session_key = session(one.username)  # known to the client beforehand
    store.save(must_create=True)


@dataclass(frozen=True)
class Caller:
    """An account as the client sees it: the headers it sends."""

    username: str

    @property
    def api(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {secret(self.username)}"}

    @property
    def desk(self) -> dict[str, str]:
        return {"Cookie": f"sessionid={session(self.username)}"}


def known() -> list[Bureau]:
    """The teams of a government founded before, in the order of `found`."""
    accounts = {
        one.username: one
        for one in Account.objects.select_related("person", "unit__parent").order_by("pk")
    }
    teams = []
    for username, handler in accounts.items():
        kind, _, key = username.partition("-")
        if kind != "handler":
            continue
        agency = handler.unit.parent
        assert agency is not None
        n = key.partition("-")[0]
        own = {name: accounts[f"{name}-{key}"] for name in ("handler", "second", "unit_head")}
        wide = {name: accounts[f"{name}-{n}"] for name in _ROLES}
        teams.append(
            Bureau(
                agency=agency,
                unit=handler.unit,
                **own,
                **wide,
                supervisor=accounts["supervisor"],
                stranger=own["second"],
            )
        )
    return teams
