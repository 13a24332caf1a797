"""The city's organs and people: 安澜市, its county 澜江县, five agencies, thirty persons."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password

from xiezhi.config.sample.numbers import organ_code
from xiezhi.identity.actions import found
from xiezhi.identity.models import Account, Organ, Person, Post
from xiezhi.procedure.roles import Role
from xiezhi.registry.actions import Change, put, write_down
from xiezhi.registry.models import Officer

#: Of every demonstration account. Public, which is why `refuse_demo` keeps it out of production.
PASSWORD = "anlan-yanshi-2026"  # noqa: S105

HANDLER, UNIT_HEAD, REVIEWER = Role.HANDLER, Role.UNIT_HEAD, Role.REVIEWER
HEAD, PUBLISHER, ARCHIVIST = Role.AGENCY_HEAD, Role.PUBLISHER, Role.ARCHIVIST
CITY, COUNTY = "990100", "990124"


@dataclass(frozen=True, slots=True)
class Who:
    """A person with a log-in: name, unit (empty: the agency itself), roles.

    `certificate` is the end of the number on the enforcement certificate; `out` suspends it.
    """

    username: str
    name: str
    unit: str
    roles: tuple[Role, ...]
    certificate: str = ""
    licence: str = ""
    out: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """An agency to be made."""

    key: str
    name: str
    short_name: str
    word: str
    policy: str
    field: str
    units: tuple[tuple[str, str], ...]
    people: tuple[Who, ...]
    address: str
    phone: str
    duties: str
    region: str = CITY


MARKET = Plan(
    key="market",
    name="安澜市市场监督管理局",
    short_name="市市场监管局",
    word="安市监",
    policy="S1",
    field="市场监管",
    units=(("first", "执法一科"), ("second", "执法二科"), ("law", "法规科"), ("office", "办公室")),
    people=(
        Who("zhou", "周闻溪", "first", (HANDLER,), "10017"),
        Who("lu", "陆知行", "first", (HANDLER,), "10023"),
        Who("wu", "吴量", "first", (HANDLER,), "10031"),
        Who("fang", "方远", "first", (UNIT_HEAD,), "10008"),
        Who("qin", "秦朗月", "second", (HANDLER,), "10042"),
        Who("tang", "唐栖梧", "second", (HANDLER,), "10055"),
        Who("bai", "白砚", "second", (UNIT_HEAD,), "10009"),
        Who("shen", "沈若谷", "law", (REVIEWER,), licence="A20189901000412"),
        Who("xie", "谢临川", "law", (REVIEWER,), licence="A20209901000077"),
        Who("cheng", "程以宁", "", (HEAD,)),
        Who("gu", "顾南乔", "office", (PUBLISHER,)),
        Who("qi", "祁文岫", "office", (ARCHIVIST,)),
    ),
    address="安澜市东埠区海晏路 1 号",
    phone="0990-5550101",
    duties="市场主体登记、食品药品、特种设备、计量、价格、广告和反不正当竞争的监督管理和行政处罚。",
)
ENVIRONMENT = Plan(
    key="environment",
    name="安澜市生态环境局",
    short_name="市生态环境局",
    word="安环",
    policy="national",
    field="生态环境",
    units=(("team", "生态环境执法支队"), ("law", "法规与宣教科")),
    people=(
        Who("yan", "严河清", "team", (HANDLER,), "20011"),
        Who("meng", "孟回舟", "team", (HANDLER,), "20012"),
        Who("ning", "宁致远", "team", (UNIT_HEAD,), "20003"),
        Who("kang", "康乐水", "law", (REVIEWER,), licence="A20159901000230"),
        Who("luo", "骆长青", "", (HEAD,)),
        Who("ren", "任小满", "law", (PUBLISHER, ARCHIVIST)),
    ),
    address="安澜市东埠区听潮路 20 号",
    phone="0990-5550202",
    duties="大气、水、土壤、固体废物污染防治和建设项目环境影响评价的监督管理和行政处罚。",
)
HEALTH = Plan(
    key="health",
    name="安澜市卫生健康委员会",
    short_name="市卫生健康委",
    word="安卫",
    policy="",
    field="卫生健康",
    units=(("team", "综合监督科"), ("law", "政策法规科")),
    people=(
        Who("bo", "柏春和", "team", (HANDLER,), "30021"),
        Who("ji", "纪晓晴", "team", (HANDLER,), "30022"),
        Who("hua", "华子佩", "law", (REVIEWER,), licence="A20179901000118"),
        Who("dai", "戴怀仁", "", (HEAD,)),
        Who("miao", "苗雨", "law", (PUBLISHER, ARCHIVIST)),
    ),
    address="安澜市东埠区杏林路 6 号",
    phone="0990-5550303",
    duties="公共场所卫生、医疗机构和传染病防治的监督管理和行政处罚。",
)
RIVER = Plan(
    key="river",
    name="澜江县市场监督管理局",
    short_name="县市场监管局",
    word="澜市监",
    policy="S1",
    field="市场监管",
    units=(("team", "综合执法大队"), ("law", "法规股")),
    people=(
        Who("tao", "陶守拙", "team", (HANDLER,), "00017"),
        Who("jiang", "江晚晴", "team", (HANDLER,), "00023"),
        Who("cen", "岑武", "team", (HANDLER,), "00029", out=True),
        Who("fei", "费明远", "team", (UNIT_HEAD,), "00005"),
        Who("yu", "郁文", "law", (REVIEWER,), licence="A20199901240033"),
        Who("zhuang", "庄怀德", "", (HEAD,)),
        Who("xia", "夏初", "law", (PUBLISHER, ARCHIVIST)),
    ),
    address="澜江县城关镇府前街 9 号",
    phone="0990-5552404",
    duties="县域内市场主体、食品药品、特种设备和价格的监督管理和行政处罚。",
    region=COUNTY,
)
JUSTICE = Plan(
    key="justice",
    name="安澜市司法局",
    short_name="市司法局",
    word="安司",
    policy="",
    field="执法监督",
    units=(("desk", "行政执法协调监督科"), ("review", "行政复议科"), ("law", "合法性审查科")),
    people=(
        Who("he", "何砚秋", "desk", (Role.SUPERVISOR,), "60001"),
        Who("lian", "连山月", "desk", (UNIT_HEAD,), "60003"),
        Who("su", "苏景行", "review", (HANDLER,), "60011"),
        Who("wen", "温如初", "review", (HANDLER,), "60012"),
        Who("gong", "龚自远", "review", (UNIT_HEAD,), "60004"),
        Who("kuang", "邝明诚", "law", (REVIEWER,), licence="A20169901000566"),
        Who("zhuo", "卓然", "", (HEAD,)),
        Who("fengq", "冯秋白", "law", (PUBLISHER, ARCHIVIST)),
    ),
    address="安澜市东埠区衡平路 3 号",
    phone="0990-5550404",
    duties="统筹推进行政执法三项制度，监督、协调全市行政执法。",
)
CITY_PLANS = (MARKET, ENVIRONMENT, HEALTH, JUSTICE)
PLANS = (*CITY_PLANS, RIVER)


@dataclass
class Agency:
    """An agency with its units and people, as the stories need them."""

    plan: Plan
    organ: Organ
    units: dict[str, Organ] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    def of(self, role: Role) -> Account:
        """The first account with that role."""
        return next(self.accounts[w.username] for w in self.plan.people if role in w.roles)

    def every(self, role: Role) -> list[Account]:
        """All accounts with that role."""
        return [self.accounts[w.username] for w in self.plan.people if role in w.roles]

    def handlers(self, unit: str) -> list[Account]:
        """Officers of a unit with a certificate in force."""
        people = [w for w in self.plan.people if HANDLER in w.roles and not w.out]
        return [self.accounts[w.username] for w in people if w.unit == unit]


class Founding:
    """Makes organs, people, accounts, posts and certificates, and writes them down."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.since = dt.date(today.year - 3, 1, 1)
        self.password = make_password(PASSWORD)
        self.changes: list[Change] = []
        self.made = 0

    def run(self) -> dict[str, Agency]:
        city = Organ(
            kind=Organ.Kind.GOVERNMENT,
            slug="anlan",
            name="安澜市人民政府",
            short_name="安澜市",
            region=CITY,
            code=organ_code(1),
            policy="national",
        )
        self.root = found(city, Person(name="管澜"), "admin", PASSWORD)
        county = Organ(
            parent=city,
            kind=Organ.Kind.GOVERNMENT,
            slug="lanjiang",
            name="澜江县人民政府",
            short_name="澜江县",
            region=COUNTY,
            code=organ_code(2, COUNTY),
        )
        self._put(county)
        agencies = {p.key: self._agency(p, county if p is RIVER else city) for p in PLANS}
        write_down(self.changes, by=self.root, why="建立演示政府")
        return agencies

    def _put(self, row: Organ | Person | Account | Post | Officer) -> None:
        change = put(row, by=self.root)
        if change is not None:
            self.changes.append(change)

    def _agency(self, plan: Plan, above: Organ) -> Agency:
        self.made += 1
        place = "澜江县" if plan.region == COUNTY else "安澜市东埠区"
        organ = Organ(
            parent=above,
            kind=Organ.Kind.AGENCY,
            slug=plan.key,
            name=plan.name,
            short_name=plan.short_name,
            word=plan.word,
            policy=plan.policy,
            region=plan.region,
            code=organ_code(10 + self.made, plan.region),
            duties=plan.duties,
            basis="《中华人民共和国行政处罚法》第十七条",
            address=plan.address,
            phone=plan.phone,
            court=f"{place}人民法院",
            bank_name="安澜市商业银行海晏支行",
            bank_address="安澜市东埠区海晏路 9 号",
            bank_account=f"620000000000{self.made:07d}",
        )
        self._put(organ)
        agency = Agency(plan, organ)
        for slug, name in plan.units:
            agency.units[slug] = Organ(
                parent=organ, kind=Organ.Kind.UNIT, slug=slug, name=name, region=plan.region
            )
            self._put(agency.units[slug])
        for who in plan.people:
            self._person(agency, who)
        return agency

    def _person(self, agency: Agency, who: Who) -> None:
        unit = agency.units[who.unit] if who.unit else agency.organ
        person = Person(name=who.name, qualification=who.licence)
        self._put(person)
        account = Account(username=who.username, person=person, unit=unit, password=self.password)
        self._put(account)
        agency.accounts[who.username] = account
        for role in who.roles:
            self._put(
                Post(
                    account=account,
                    role=role,
                    organ=self._over(agency, unit, role),
                    since=self.since,
                )
            )
        if who.certificate:
            self._put(self._certificate(agency, person, who))

    def _over(self, agency: Agency, unit: Organ, role: Role) -> Organ:
        """Officers and unit heads in their unit; the supervisor over the whole city."""
        if role == Role.SUPERVISOR:
            return self.root.unit
        return unit if role in (HANDLER, UNIT_HEAD) else agency.organ

    def _certificate(self, agency: Agency, person: Person, who: Who) -> Officer:
        status = Officer.Status.SUSPENDED if who.out else Officer.Status.VALID
        return Officer(
            person=person,
            agency=agency.organ,
            post="执法人员",
            number=f"{agency.plan.region}{who.certificate}",
            issuer="安澜市人民政府",
            filed_with_justice=True,
            categories=[agency.plan.field],
            territory=agency.plan.region,
            valid_from=self.since,
            valid_until=dt.date(self.today.year + 2, 12, 31),
            status=status,
            status_since=self.today - dt.timedelta(days=30) if who.out else None,
        )
