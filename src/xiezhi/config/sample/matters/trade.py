# ruff: noqa: E501 - the sentences of a case stay whole
"""Trade: advertising, false publicity, dangerous equipment, measures, prices, medicines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xiezhi.config.sample.matter import (
    WARNING,
    Exhibit,
    Matter,
    company,
    confiscated,
    fine,
    gains,
    trader,
)
from xiezhi.config.sample.numbers import company_code, trader_code

RANGE = "安澜市市场监督管理行政处罚裁量基准"
PHOTO = Exhibit("documentary", "现场照片", "检查时的现场情况", "5张", "photo")

FORKLIFT = Matter(
    key="forklift",
    party=company(
        "安澜市海晏仓储有限公司", company_code(1002), "安澜市东埠区港前大道 6 号", "石永年"
    ),
    cause="使用未经检验的特种设备",
    brief="检查发现当事人使用的叉车检验有效期届满后没有申报定期检验，仍在使用。",
    place="安澜市东埠区港前大道 6 号二号仓",
    found=(
        "二号仓内一台 3 吨内燃平衡重式叉车正在装卸货物，车身张贴的检验标志有效期已届满七个月，"
        "当事人现场不能提供有效的定期检验报告。"
    ),
    facts=(
        "{0}，本局执法人员检查发现，当事人二号仓使用的一台 3 吨叉车定期检验有效期至{210}届满，"
        "此后没有申报检验，继续用于货物装卸，检查时正在作业。检查后当事人停用该叉车并申报检验。"
    ),
    breached=(("中华人民共和国特种设备安全法", "第四十条第三款"),),
    applied=(("中华人民共和国特种设备安全法", "第八十四条第一项"),),
    penalties=(fine("46000.00"),),
    discretion="超期不足一年，没有发生事故，检查后立即停用并申报检验，依照裁量基准一般档的下段处罚。",
    benchmark=RANGE,
    correction="立即停止使用未经定期检验的叉车，检验合格后方可使用",
    exhibits=(
        PHOTO,
        Exhibit(
            "documentary", "使用登记证、检验报告复印件", "检验有效期届满的日期", "3页", "paper"
        ),
    ),
    goods=(
        {
            "name": "内燃平衡重式叉车",
            "spec": "3吨",
            "quantity": "1",
            "unit": "台",
            "state": "可以作业",
        },
    ),
)

PUBLICITY = Matter(
    key="publicity",
    party=company(
        "安澜市知春堂健康管理有限公司",
        company_code(1003),
        "安澜市东埠区望海路 99 号 2 层",
        "鲁志高",
    ),
    cause="对商品性能作虚假的商业宣传",
    brief="群众举报当事人在讲座上宣称其销售的植物饮品可以治疗高血压、糖尿病。",
    place="安澜市东埠区望海路 99 号 2 层会议厅",
    found=(
        "会议厅正在举行“健康讲座”，到场老年人 43 名，投影显示“三个疗程告别降压药”等内容；"
        "展台陈列植物饮品 120 盒，配料为普通食品原料，外包装没有保健食品标志。"
    ),
    facts=(
        "{0}，本局接到举报后检查发现，当事人以讲座形式向 43 名老年人宣称其“益源”植物饮品能够治疗"
        "高血压、糖尿病。\n经查，该产品为普通食品，不具有治疗功能。当事人自{90}起举办讲座 11 场，"
        "售出 860 盒，销售额 257,140.00 元。当事人制作了虚假的“患者”访谈视频用于宣传。"
    ),
    breached=(("中华人民共和国反不正当竞争法", "第九条第一款"),),
    applied=(("中华人民共和国反不正当竞争法", "第二十五条第一款"),),
    penalties=(fine("260000.00"),),
    discretion="对象为老年人，持续三个月，销售额较大；案发后主动退款 61,200 元，依照裁量基准一般档处罚。",
    benchmark=RANGE,
    correction="立即停止虚假宣传，消除影响",
    exhibits=(
        Exhibit("audiovisual", "讲座现场录像", "宣称具有治疗功能", "1份（42分钟）"),
        Exhibit("documentary", "讲座课件、宣传单", "宣传内容", "26页", "paper"),
        Exhibit("electronic", "收款平台流水", "销售数量和金额", "1份"),
        PHOTO,
    ),
    source="report",
)

COSMETICS = Matter(
    key="cosmetics",
    party=company(
        "安澜市同康美妆有限公司", company_code(1004), "安澜市东埠区人民路 210 号", "边素云"
    ),
    cause="未建立并执行化妆品进货查验记录制度",
    brief="检查发现当事人不能提供在售化妆品的供货者资质和进货查验记录。",
    place="安澜市东埠区人民路 210 号",
    found="货架陈列面膜、护手霜等化妆品 37 种，其中 12 种不能提供供货者资质和进货查验记录。",
    facts=(
        "{0}，本局执法人员检查发现，当事人销售的 37 种化妆品中有 12 种没有查验供货者的市场主体登记证明、"
        "注册或者备案情况，没有进货查验记录。检查后当事人补齐 11 种，下架 1 种。"
    ),
    breached=(("化妆品监督管理条例", "第三十八条第一款"),),
    applied=(("化妆品监督管理条例", "第六十二条第一款第二项"),),
    penalties=(WARNING, fine("12000.00")),
    discretion="初次违法，及时补齐，没有造成危害后果，依照裁量基准从轻处罚。",
    benchmark=RANGE,
    correction="七日内建立并执行化妆品进货查验记录制度",
    exhibits=(
        PHOTO,
        Exhibit("documentary", "供货单据复印件", "12 种化妆品的来源", "9页", "paper"),
    ),
)

ADVERTISING = Matter(
    key="advertising",
    party=company("安澜市云栖家居有限公司", company_code(1005), "安澜市东埠区创新路 33 号", "祖望"),
    cause="发布使用绝对化用语的广告",
    brief="网络监测发现当事人在自营网店使用“全国第一”“最环保”等用语。",
    place="安澜市东埠区创新路 33 号",
    found="当事人自营网店商品页面有“全国销量第一”“最环保的床垫”等用语，当事人不能提供依据。",
    facts=(
        "{0}，本局在网络监测中发现，当事人自营网店三款床垫的商品页面使用“全国销量第一”“最环保”等用语。"
        "\n经查，页面由当事人自行制作，{60}上线，累计访问 1,204 人次，售出 19 件。当事人接到通知当日删除。"
    ),
    breached=(("中华人民共和国广告法", "第九条第三项"),),
    applied=(
        ("中华人民共和国广告法", "第五十七条第一项"),
        ("中华人民共和国行政处罚法", "第三十二条第一项"),
    ),
    penalties=(fine("8000.00"),),
    mitigated=True,
    discretion="主动删除，受众少，没有造成误导后果，符合减轻处罚的情形；减轻后的数额经集体讨论。",
    benchmark=RANGE,
    correction="立即停止发布，消除影响",
    exhibits=(
        Exhibit("electronic", "商品页面取证文件", "广告用语和上线时间", "1份"),
        Exhibit("documentary", "网店后台数据截图", "访问和销售数量", "4页", "paper"),
    ),
    source="other",
)

FAKE_SHOES = Matter(
    key="shoes",
    party=trader(
        "安澜市东埠区步行者鞋店",
        trader_code(2020),
        "安澜市东埠区中山步行街 15 号",
        "程二喜",
    ),
    cause="销售侵犯注册商标专用权的商品",
    brief="商标权利人投诉当事人销售假冒其注册商标的运动鞋。",
    place="安澜市东埠区中山步行街 15 号",
    found="店内陈列“驰原”牌运动鞋 32 双，标签、鞋盒印制粗糙，当事人不能提供进货票据和授权文件。",
    facts=(
        "{0}，本局根据权利人投诉检查发现，当事人销售的“驰原”牌运动鞋 32 双经权利人辨认为侵犯注册商标"
        "专用权的商品。\n经查，当事人于{45}从流动商贩处购进 40 双，每双售价 158.00 元，已售 8 双，"
        "违法经营额 6,320.00 元，不能说明提供者。"
    ),
    breached=(("中华人民共和国商标法", "第五十七条第三项"),),
    applied=(("中华人民共和国商标法", "第六十条第二款"),),
    penalties=(confiscated("侵犯注册商标专用权的运动鞋 32 双", "5056.00"), fine("12000.00")),
    discretion="违法经营额不足五万元，初次违法，依照裁量基准从轻处罚。",
    benchmark=RANGE,
    correction="立即停止侵权行为",
    exhibits=(
        Exhibit("expert_opinion", "权利人辨认意见", "商品不是权利人生产", "1份", "paper"),
        PHOTO,
    ),
    source="complaint",
    goods=(
        {
            "name": "“驰原”牌运动鞋",
            "spec": "38 至 44 码",
            "quantity": "32",
            "unit": "双",
            "state": "全新",
        },
    ),
)

GAS = Matter(
    key="gas",
    party=company(
        "安澜市旺火燃气具有限公司", company_code(1006), "安澜市东埠区五金市场 B 区 12 号", "池明"
    ),
    cause="销售不符合国家标准的燃气灶具",
    brief="监督抽查发现当事人销售的家用燃气灶没有熄火保护装置。",
    place="安澜市东埠区五金市场 B 区 12 号",
    found="店内陈列家用燃气灶 26 台，随机抽查 3 台，熄火后阀门均不能自动关闭。",
    facts=(
        "{0}，本局抽样的家用燃气灶经检验，熄火保护装置项目不符合 GB 16410—2020。\n经查，当事人于{75}"
        "购进 40 台，已售 14 台，每台售价 268.00 元，货值金额 10,720.00 元，违法所得 1,260.00 元。"
    ),
    breached=(("中华人民共和国产品质量法", "第十三条第二款"),),
    applied=(("中华人民共和国产品质量法", "第四十九条"),),
    penalties=(
        gains("1260.00"),
        confiscated("不符合国家标准的燃气灶 26 台", "6968.00"),
        fine("21440.00"),
    ),
    discretion="涉及人身安全，已主动召回售出产品，没有发生事故，按货值金额二倍处罚。",
    benchmark=RANGE,
    correction="立即停止销售，召回已售出的产品",
    exhibits=(
        PHOTO,
        Exhibit("documentary", "进货合同、销售单", "购销数量和价格", "6页", "paper"),
    ),
    goods=(
        {
            "name": "家用燃气灶",
            "spec": "双眼，4.5千瓦",
            "quantity": "26",
            "unit": "台",
            "state": "全新",
        },
    ),
)

SCALES = Matter(
    key="scales",
    party=company(
        "安澜市恒准水产批发市场有限公司", company_code(1007), "安澜市东埠区渔港路 2 号", "佟海"
    ),
    cause="使用不合格的计量器具，给消费者造成损失",
    brief="消费者投诉在当事人市场内称重短少，检查发现公平秤示值偏大。",
    place="安澜市东埠区渔港路 2 号",
    found="市场公平秤称量 10 千克标准砝码示值 10.64 千克，铅封破损，检定证书已过期。",
    facts=(
        "{0}，本局接到投诉后检查发现，当事人设置的公平秤示值偏大百分之六点四，铅封破损。\n经查，该秤"
        "检定有效期至{100}届满，当事人没有申请周期检定，继续用于消费者复秤。"
    ),
    breached=(("中华人民共和国计量法", "第十六条"),),
    applied=(("中华人民共和国计量法", "第二十六条"),),
    penalties=(confiscated("不合格的电子秤 1 台", "600.00"), fine("1800.00")),
    discretion="没有证据证明故意调整示值，事后主动赔偿投诉人，依照裁量基准一般档处罚。",
    benchmark=RANGE,
    correction="立即更换检定合格的公平秤",
    exhibits=(PHOTO, Exhibit("documentary", "检定证书复印件", "检定有效期", "1页", "paper")),
    source="complaint",
)


def _elsewhere(matter: Matter, key: str, party: dict[str, Any], **more: Any) -> Matter:
    """The same kind of breach by somebody else."""
    return replace(matter, key=key, party=party, place=party["address"], **more)


MATTERS = (
    FORKLIFT,
    PUBLICITY,
    COSMETICS,
    ADVERTISING,
    FAKE_SHOES,
    GAS,
    SCALES,
    _elsewhere(
        FORKLIFT,
        "steel",
        company(
            "安澜市铁马钢材加工有限公司", company_code(1008), "安澜市西岭区工业大道 55 号", "雷震"
        ),
        penalties=(fine("52000.00"),),
    ),
    _elsewhere(
        FORKLIFT,
        "timber",
        company(
            "安澜市林海木业有限责任公司", company_code(1009), "安澜市西岭区木材市场 A 区", "柯木"
        ),
        penalties=(fine("60000.00"),),
    ),
    _elsewhere(
        FAKE_SHOES,
        "trainers",
        trader("安澜市西岭区飞驰体育用品店", trader_code(2021), "安澜市西岭区解放路 4 号", "农飞"),
    ),
)
