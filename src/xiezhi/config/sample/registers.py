"""Enforcement items, discretion benchmarks and market entities of the sample agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from django.db import models

from xiezhi.config.sample.government import Agency
from xiezhi.config.sample.matter import Matter
from xiezhi.config.sample.matters import MATTERS
from xiezhi.identity.models import Account
from xiezhi.registry.actions import Change, put, write_down
from xiezhi.registry.models import Benchmark, Item, MarketEntity

#: Agency, name, basis.
ITEMS = (
    (
        "market",
        "对生产经营超过保质期食品等行为的处罚",
        "《中华人民共和国食品安全法》第一百二十四条第一款",
    ),
    (
        "market",
        "对未履行食品进货查验义务的处罚",
        "《中华人民共和国食品安全法》第一百二十六条第一款",
    ),
    ("market", "对使用未经检验的特种设备的处罚", "《中华人民共和国特种设备安全法》第八十四条"),
    ("market", "对虚假商业宣传的处罚", "《中华人民共和国反不正当竞争法》第二十五条"),
    ("market", "对侵犯注册商标专用权的处罚", "《中华人民共和国商标法》第六十条第二款"),
    ("market", "对未明码标价的处罚", "《中华人民共和国价格法》第四十二条"),
    ("environment", "对建设项目未批先建的处罚", "《中华人民共和国环境影响评价法》第三十一条第一款"),
    (
        "environment",
        "对未按规定使用废气污染防治设施的处罚",
        "《中华人民共和国大气污染防治法》第一百零八条",
    ),
    ("environment", "对未如实报告污染物排放的处罚", "《排污许可管理条例》第三十七条"),
    ("health", "对公共场所未按规定消毒、检测的处罚", "《公共场所卫生管理条例实施细则》第三十六条"),
    ("health", "对无证行医的处罚", "《中华人民共和国基本医疗卫生与健康促进法》第九十九条第一款"),
    (
        "river",
        "对生产经营超过保质期食品等行为的处罚",
        "《中华人民共和国食品安全法》第一百二十四条第一款",
    ),
    ("river", "对使用未经检验的特种设备的处罚", "《中华人民共和国特种设备安全法》第八十四条"),
)
#: A licence with all that its applicants must know beforehand.
LICENCE = {
    "name": "食品经营许可",
    "basis": "《中华人民共和国食品安全法》第三十五条第一款",
    "conditions": (
        "有与经营的食品品种、数量相适应的场所，与有毒、有害场所保持规定的距离\n"
        "有相应的设备、设施和食品安全管理人员、规章制度\n"
        "有合理的设备布局和工艺流程"
    ),
    "quantity": "无数量限制",
    "process": "申请\n受理（材料不齐的，一次告知补正）\n材料审查、现场核查\n审核、决定\n颁证、送达",
    "term": "法定期限：受理之日起 20 个工作日；承诺期限：12 个工作日",
    "materials": (
        "食品经营许可申请书\n营业执照（可以共享取得的，不用提交）\n"
        "经营场所布局图、操作流程图\n食品安全规章制度目录"
    ),
    "sample": (
        "安澜市市场监督管理局：\n我店（安澜市某某小吃店，经营者张某）拟在东埠区某某路 1 号"
        "从事热食类食品制售，申请食品经营许可，承诺所提交的材料真实。\n申请人：张某　2026年3月2日"
    ),
}
#: Item's place in ITEMS, grade, condition, from, to, the law's own bounds.
BENCHMARKS = (
    (
        0,
        "mitigated",
        "货值金额不足一千元，首次违法，主动消除危害后果",
        None,
        "50000",
        None,
        "100000",
    ),
    (0, "lighter", "货值金额不足三千元，首次违法", "50000", "65000", "50000", "100000"),
    (0, "ordinary", "货值金额三千元以上不足七千元", "65000", "85000", "50000", "100000"),
    (
        0,
        "heavier",
        "货值金额七千元以上不足一万元，或者造成危害后果",
        "85000",
        "100000",
        "50000",
        "100000",
    ),
    (2, "lighter", "超期不足三个月，未发生事故", "30000", "40000", "30000", "300000"),
    (2, "ordinary", "超期三个月以上不足一年，未发生事故", "40000", "120000", "30000", "300000"),
    (2, "heavier", "超期一年以上，或者发生事故", "120000", "300000", "30000", "300000"),
    (7, "lighter", "停用不足七日，及时修复", "20000", "50000", "20000", "200000"),
    (7, "ordinary", "停用七日以上不足三十日", "50000", "120000", "20000", "200000"),
)
_ENTITY = {"legal_person": MarketEntity.Kind.COMPANY, "sole_trader": MarketEntity.Kind.SOLE}


def register(agencies: dict[str, Agency], root: Account, today: dt.date) -> None:
    """Items, benchmarks and entities, written down in the agencies' standing Files."""
    since = dt.date(today.year - 3, 1, 1)
    items = [
        _item(agencies[key], n, name, basis, since) for n, (key, name, basis) in enumerate(ITEMS)
    ]
    licence = _licence(agencies["market"], since)
    rows: list[models.Model] = [*items, licence, *_benchmarks(items, since), *_entities()]
    changes: list[Change] = []
    for row in rows:
        change = put(row, by=root)
        if change is not None:
            changes.append(change)
    write_down(changes, by=root, why="建立演示基础数据")


def _item(agency: Agency, n: int, name: str, basis: str, since: dt.date) -> Item:
    return Item(
        agency=agency.organ,
        code=f"{agency.plan.region}0200{n + 1:05d}",
        name=name,
        category=Item.Category.PENALTY,
        level=Item.Level.COUNTY if agency.plan.key == "river" else Item.Level.CITY,
        basis=basis,
        supervision="12345 热线，市司法局行政执法协调监督科",
        published=True,
        effective_from=since,
    )


def _licence(agency: Agency, since: dt.date) -> Item:
    return Item(
        **LICENCE,
        agency=agency.organ,
        code=f"{agency.plan.region}010000001",
        category=Item.Category.LICENCE,
        level=Item.Level.CITY,
        supervision="12345 热线，市司法局行政执法协调监督科",
        published=True,
        effective_from=since,
    )


def _benchmarks(items: list[Item], since: dt.date) -> Iterator[Benchmark]:
    for order, (n, grade, conditions, low, high, least, most) in enumerate(BENCHMARKS):
        yield Benchmark(
            item=items[n],
            violation=items[n].name.removeprefix("对").removesuffix("的处罚"),
            basis=items[n].basis,
            grade=grade,
            order=order,
            conditions=conditions,
            fine_min=_sum(low),
            fine_max=_sum(high),
            legal_min=_sum(least),
            legal_max=_sum(most),
            issuer=items[n].agency.name,
            number="安裁量〔2024〕1号",
            effective_from=since,
        )


def _sum(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def _entities() -> Iterator[MarketEntity]:
    for matter in MATTERS.values():
        if matter.party["kind"] in _ENTITY:
            yield _entity(matter)


def _entity(matter: Matter) -> MarketEntity:
    party = matter.party
    return MarketEntity(
        code=party["code"],
        name=party["name"],
        kind=_ENTITY[party["kind"]],
        legal_rep=party["legal_rep"],
        address=party["address"],
        region=party["code"][2:8],
    )
