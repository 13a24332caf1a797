"""The county: small shops, a feed mill, a lift."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xiezhi.config.sample.matter import Exhibit, Matter, company, fine, trader
from xiezhi.config.sample.matters.food import expired
from xiezhi.config.sample.matters.spot import UNPRICED
from xiezhi.config.sample.numbers import company_code, trader_code

COUNTY = "990124"
RANGE = "安澜市市场监督管理行政处罚裁量基准"


def _shop(n: int, name: str, address: str, owner: str) -> dict[str, Any]:
    return trader(f"澜江县{name}", trader_code(n, COUNTY), f"澜江县{address}", owner)


LIFT = Matter(
    key="lift",
    party=company(
        "澜江县安居物业服务有限公司",
        company_code(1041, COUNTY),
        "澜江县城关镇文昌路 30 号",
        "应安平",
    ),
    cause="使用未经定期检验的电梯",
    brief="检查发现住宅小区两部电梯检验有效期届满后继续使用。",
    place="澜江县城关镇文昌路 30 号文昌苑小区",
    found="3 号楼、5 号楼电梯轿厢内张贴的检验标志有效期已届满四个月，电梯正在运行。",
    facts="{0}，本局执法人员检查发现，当事人管理的两部电梯检验有效期至{122}届满，没有申报检验，继续使用。",
    breached=(("中华人民共和国特种设备安全法", "第四十条第三款"),),
    applied=(("中华人民共和国特种设备安全法", "第八十四条第一项"),),
    penalties=(fine("30000.00"),),
    discretion="没有发生事故，检查后停用并检验合格，处法定最低幅度的罚款。",
    benchmark=RANGE,
    correction="立即停止使用未经定期检验的电梯",
    exhibits=(
        Exhibit("documentary", "轿厢检验标志照片", "检验有效期", "4张", "photo"),
        Exhibit("documentary", "维护保养记录复印件", "电梯持续使用", "6页", "paper"),
    ),
)

MATTERS = (
    LIFT,
    replace(
        UNPRICED,
        key="county_unpriced",
        party=_shop(2052, "河口镇顺发粮油店", "河口镇老街 6 号", "厉顺发"),
        place="澜江县河口镇老街 6 号",
    ),
    expired(
        "county_snack",
        _shop(2051, "河口镇好邻居便利店", "河口镇滨河路 18 号", "温玉珍"),
        ("洽香凉茶瓜子", "108克/袋", "6", "袋"),
        shelf="8个月",
        price="5.00",
        sold="2",
        amount="2000.00",
        source="report",
    ),
    expired(
        "county_noodle",
        _shop(2053, "城关镇麦香面馆", "城关镇北门路 12 号", "麦大勇"),
        ("挂面", "1千克/把", "11", "把"),
        shelf="12个月",
        price="8.00",
        sold="0",
        amount="3000.00",
    ),
)
