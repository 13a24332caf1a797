# ruff: noqa: E501 - the sentences of a case stay whole
"""Food: out of date, wrongly dated, not checked on arrival."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from xiezhi.config.sample.matter import (
    Exhibit,
    Matter,
    company,
    confiscated,
    fine,
    gains,
    trader,
)
from xiezhi.config.sample.numbers import company_code, trader_code

FOOD_LAW = "中华人民共和国食品安全法"
RANGE = "安澜市市场监督管理行政处罚裁量基准（食品类）"
EXPIRED = ((FOOD_LAW, "第三十四条第十项"),)
EXPIRED_PENALTY = ((FOOD_LAW, "第一百二十四条第一款第五项"),)
LESS = ("中华人民共和国行政处罚法", "第三十二条第一项")


def _goods(*rows: tuple[str, str, str, str]) -> tuple[dict[str, str], ...]:
    """Name, specification, quantity, unit."""
    return tuple(
        {"name": name, "spec": spec, "quantity": n, "unit": unit, "state": "包装完好"}
        for name, spec, n, unit in rows
    )


def expired(
    key: str,
    party: dict[str, Any],
    what: tuple[str, str, str, str],
    *,
    shelf: str,
    price: str,
    sold: str,
    amount: str,
    source: str = "inspection",
) -> Matter:
    """经营超过保质期的食品, by what lay on the shelf. `what`: name, specification, number, unit."""
    name, spec, n, unit = what
    left, gone, each = Decimal(n), Decimal(sold), Decimal(price)
    worth, took = (left + gone) * each, gone * each
    goods = f"“{name}”（{spec}）{n} {unit}"
    shop = party["name"]
    penalties = [confiscated(f"超过保质期的“{name}”{n} {unit}", str(left * each)), fine(amount)]
    if took:
        penalties.insert(0, gains(str(took)))
    return Matter(
        key=key,
        party=party,
        cause="经营超过保质期的食品",
        brief=f"检查发现{shop}货架上陈列待售的{goods}已超过保质期。",
        place=party["address"],
        found=(
            f"当事人营业执照、食品经营许可证悬挂于收银台上方。食品货架第二层陈列待售{goods}，"
            f"标签标注保质期{shelf}，至检查当日均已超过保质期。执法人员拍照取证，"
            "当事人在场并签字确认。"
        ),
        facts=(
            f"{{0}}，本局执法人员对当事人的经营场所进行检查，发现货架上陈列待售的{goods}"
            f"已超过保质期（标注保质期{shelf}）。\n"
            f"经查，当事人于{{120}}从批发商处购进上述食品，售价每{unit} {each:,.2f} 元；"
            f"超过保质期后售出 {sold} {unit}，违法所得 {took:,.2f} 元，货值金额 {worth:,.2f} 元。"
            "当事人没有建立临近保质期食品的检查记录。"
        ),
        breached=EXPIRED,
        applied=(*EXPIRED_PENALTY, LESS),
        penalties=tuple(penalties),
        mitigated=True,
        discretion=(
            "货值金额不足一千元，当事人系初次违法，主动下架并消除危害后果，"
            "符合法定减轻处罚的情形，减轻处罚。"
        ),
        benchmark=RANGE,
        correction="立即停止经营超过保质期的食品，建立临近保质期食品的检查记录",
        exhibits=(
            Exhibit("documentary", "涉案食品和货架照片", "陈列的食品已超过保质期", "6张", "photo"),
            Exhibit(
                "documentary", "进货票据、收款记录", "购进时间、售价和售出数量", "3页", "paper"
            ),
        ),
        talk=(
            ("这些食品什么时候购进，售价多少？", f"大概四个月前进的，卖 {price} 元一{unit}。"),
            ("超过保质期后有没有卖出？", f"对过收款记录，卖出 {sold} {unit}。"),
            ("有没有定期检查保质期？", "没有登记过，忙的时候就忘了。以后每周查一次。"),
        ),
        source=source,
        goods=_goods((name, spec, n, unit)),
    )


def _shop(n: int, name: str, address: str, owner: str) -> dict[str, Any]:
    return trader(f"安澜市东埠区{name}", trader_code(n), f"安澜市东埠区{address}", owner)


OIL = Matter(
    key="oil",
    party=company(
        "安澜市禾丰粮油商贸有限公司", company_code(1001), "安澜市东埠区临港路 18 号", "韩立诚"
    ),
    cause="经营虚假标注生产日期的食品",
    brief="检查发现当事人销售的食用油外包装生产日期与瓶身喷码不一致，涉嫌更改生产日期。",
    place="安澜市东埠区临港路 18 号仓库",
    found=(
        "仓库东侧码放 5 升装葵花籽油 14 箱（每箱 4 瓶），外箱标签生产日期与瓶身喷码相差四个月；"
        "工作台上有标签打印机一台、未使用的同款标签 60 张。执法人员清点、拍照，当事人在场确认。"
    ),
    facts=(
        "{0}，本局执法人员对当事人仓库进行检查，发现 14 箱葵花籽油外箱标签标注的生产日期与瓶身喷码"
        "不一致。\n经查，当事人于{150}购进该批食用油 60 箱，因临近保质期，于{20}起更换外箱标签，把"
        "生产日期推后四个月，已售出 46 箱，违法所得 5,520.00 元，货值金额 14,400.00 元。"
    ),
    breached=EXPIRED,
    applied=EXPIRED_PENALTY,
    penalties=(
        gains("5520.00"),
        confiscated("虚假标注生产日期的葵花籽油 14 箱和标签打印机 1 台", "3360.00"),
        fine("144000.00"),
    ),
    discretion="货值金额一万元以上，故意更改日期；主动召回部分食品，按法定最低倍数即货值金额十倍处罚。",
    benchmark=RANGE,
    correction="立即停止销售并召回已售出的虚假标注生产日期的食品",
    exhibits=(
        Exhibit("documentary", "仓库和标签照片", "外箱标签与瓶身喷码不一致", "12张", "photo"),
        Exhibit("documentary", "购销台账、出库单", "购进、售出的数量和价格", "8页", "paper"),
        Exhibit("electronic", "标签打印机任务记录", "更换标签的时间和数量", "1份"),
    ),
    goods=_goods(("葵花籽油", "5升/瓶，4瓶/箱", "14", "箱"), ("标签打印机", "台式", "1", "台")),
)

UNCHECKED = Matter(
    key="unchecked",
    party=_shop(2011, "多福批发部", "东街市场 22 号", "罗秀兰"),
    cause="未履行食品进货查验义务",
    brief="检查发现当事人不能提供在售槟榔、瓜子的供货者许可证和产品合格证明。",
    place="安澜市东埠区东街市场 22 号",
    found=(
        "店内在售爆珠槟榔 16 袋、枸杞槟榔 7 袋、凉茶瓜子 3 袋，当事人现场不能提供供货者的许可证、"
        "产品合格证明和进货查验记录。"
    ),
    facts=(
        "{0}，本局执法人员检查发现，当事人购进爆珠槟榔、枸杞槟榔、凉茶瓜子共 26 袋，没有查验供货者的"
        "许可证和产品合格证明，货值金额 342.00 元。责令改正后，当事人仍不能提供。"
    ),
    breached=((FOOD_LAW, "第五十三条第一款"),),
    applied=((FOOD_LAW, "第一百二十六条第一款第三项"),),
    penalties=(fine("5000.00"),),
    discretion="责令改正后拒不改正，货值金额小，依照裁量基准处法定最低幅度的罚款。",
    benchmark=RANGE,
    correction="七日内建立食品进货查验记录制度",
    exhibits=(
        Exhibit("documentary", "在售食品照片", "在售食品的名称和数量", "7张", "photo"),
        Exhibit("documentary", "营业执照和食品经营许可证复印件", "当事人主体资格", "2页", "paper"),
    ),
)

MATTERS = (
    OIL,
    UNCHECKED,
    expired(
        "snack",
        _shop(2001, "御景便利店", "滨河路 18 号 1 层", "陈桂香"),
        ("金钱山楂果糕", "200克/包", "3", "包"),
        shelf="12个月",
        price="7.00",
        sold="2",
        amount="3000.00",
        source="report",
    ),
    expired(
        "nuts",
        _shop(2002, "清晨果蔬店", "广济街 7 号", "郝小军"),
        ("枸杞槟榔", "25克/袋", "7", "袋"),
        shelf="60天",
        price="15.00",
        sold="4",
        amount="5000.00",
    ),
    expired(
        "milk",
        _shop(2003, "邻里优选超市", "桂花里 3 号楼底商", "莫文倩"),
        ("高钙纯牛奶", "250毫升/盒", "24", "盒"),
        shelf="45天",
        price="4.50",
        sold="0",
        amount="5000.00",
    ),
    expired(
        "biscuit",
        _shop(2004, "乐童食品店", "实验小学东门 5 号", "尤志强"),
        ("奶香夹心饼干", "102克/袋", "18", "袋"),
        shelf="10个月",
        price="5.50",
        sold="6",
        amount="8000.00",
        source="complaint",
    ),
    expired(
        "sausage",
        _shop(2005, "百味熟食坊", "南门市场 41 号摊", "翟庆丰"),
        ("鲜香腊肠", "400克/袋", "9", "袋"),
        shelf="90天",
        price="26.00",
        sold="3",
        amount="6000.00",
    ),
    expired(
        "juice",
        _shop(2006, "晴朗水吧", "大学路 60 号", "简安"),
        ("浓缩橙汁", "1.9升/瓶", "5", "瓶"),
        shelf="9个月",
        price="38.00",
        sold="1",
        amount="5000.00",
    ),
    expired(
        "tea",
        _shop(2101, "雾里茶庄", "观海路 31 号", "叶青禾"),
        ("明前绿茶礼盒", "250克/盒", "4", "盒"),
        shelf="18个月",
        price="168.00",
        sold="1",
        amount="10000.00",
    ),
    expired(
        "rice",
        _shop(2102, "田园粮店", "和平里 9 号", "丰年"),
        ("长粒香米", "5千克/袋", "6", "袋"),
        shelf="12个月",
        price="39.00",
        sold="3",
        amount="6000.00",
    ),
    expired(
        "jam",
        _shop(2103, "甜点铺子", "大学路 18 号", "宋知夏"),
        ("蓝莓果酱", "340克/瓶", "8", "瓶"),
        shelf="12个月",
        price="29.00",
        sold="5",
        amount="8000.00",
        source="complaint",
    ),
    expired(
        "jelly",
        _shop(2104, "童心玩具食品店", "实验小学东门 9 号", "殷巧"),
        ("什锦果冻", "45克/个", "60", "个"),
        shelf="12个月",
        price="1.00",
        sold="22",
        amount="5000.00",
        source="report",
    ),
    expired(
        "vinegar",
        _shop(2105, "老作坊调味品店", "东街市场 7 号", "康永昌"),
        ("三年陈酿醋", "500毫升/瓶", "10", "瓶"),
        shelf="18个月",
        price="14.00",
        sold="0",
        amount="3000.00",
    ),
    expired(
        "yogurt",
        _shop(2106, "鲜享水果超市", "滨河路 102 号", "计程"),
        ("风味酸乳", "200克/杯", "16", "杯"),
        shelf="21天",
        price="6.80",
        sold="9",
        amount="9000.00",
        source="complaint",
    ),
    expired(
        "candy",
        _shop(2107, "转角杂货铺", "桂花里 27 号", "平安"),
        ("水果软糖", "60克/袋", "2", "袋"),
        shelf="18个月",
        price="3.00",
        sold="0",
        amount="500.00",
    ),
    expired(
        "flour",
        _shop(2108, "东街面点房", "东街市场 3 号", "麻守田"),
        ("饺子粉", "1千克/袋", "1", "袋"),
        shelf="12个月",
        price="9.00",
        sold="0",
        amount="500.00",
        source="report",
    ),
    expired(
        "honey",
        _shop(2109, "山野土特产店", "人民路 77 号", "蒲山"),
        ("百花蜜", "500克/瓶", "13", "瓶"),
        shelf="24个月",
        price="58.00",
        sold="7",
        amount="12000.00",
        source="transferred",
    ),
)
