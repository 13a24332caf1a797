"""卫生健康: public places, clinics."""

from __future__ import annotations

from xiezhi.config.sample.matter import (
    WARNING,
    Exhibit,
    Matter,
    citizen,
    company,
    confiscated,
    fine,
    trader,
)
from xiezhi.config.sample.numbers import citizen_number, company_code, trader_code

PLACES = "公共场所卫生管理条例实施细则"
SCENE = Exhibit("documentary", "现场照片", "检查时的现场情况", "4张", "photo")

SALON = Matter(
    key="salon",
    party=trader("安澜市东埠区丽影美容店", trader_code(2041), "安澜市东埠区湖滨路 52 号", "花影"),
    cause="未按照规定对顾客用品用具进行清洗、消毒、保洁",
    brief="检查发现美容用品没有消毒，消毒柜未通电。",
    place="安澜市东埠区湖滨路 52 号",
    found="美容床旁使用中的粉扑、毛巾没有消毒记录，消毒柜未通电，柜内存放杂物。",
    facts="{0}，本机关执法人员检查发现，当事人使用的粉扑、毛巾没有清洗消毒，消毒柜未通电使用，无消毒记录。",
    breached=((PLACES, "第十四条"),),
    applied=((PLACES, "第三十六条第二项"),),
    penalties=(WARNING, fine("2000.00")),
    discretion="初次违法，检查后整改完毕，依照裁量基准一般档处罚。",
    correction="立即对顾客用品用具进行清洗、消毒、保洁",
    exhibits=(SCENE,),
)
HOTEL = Matter(
    key="hotel",
    party=company(
        "安澜市栖云酒店管理有限公司", company_code(1031), "安澜市东埠区观海路 7 号", "闻莺"
    ),
    cause="未获得卫生许可证擅自营业",
    brief="检查发现当事人酒店卫生许可证到期后没有延续，继续营业。",
    place="安澜市东埠区观海路 7 号",
    found="酒店正在营业，前台登记入住 31 间，卫生许可证有效期已届满两个月，没有申请延续。",
    facts="{0}，本机关执法人员检查发现，当事人的公共场所卫生许可证于{62}到期，没有申请延续，继续营业。",
    breached=((PLACES, "第二十二条第二款"),),
    applied=((PLACES, "第三十五条第一款"),),
    penalties=(WARNING, fine("4000.00")),
    discretion="擅自营业不足三个月，已申请延续，依照裁量基准一般档处罚。",
    correction="限期补办卫生许可证延续手续",
    exhibits=(
        SCENE,
        Exhibit("documentary", "卫生许可证复印件", "有效期届满", "1页", "paper"),
    ),
)
CLINIC = Matter(
    key="clinic",
    party=citizen(
        "米福生",
        citizen_number(231, "19710903"),
        "安澜市东埠区老街 88 号 402 室",
        "13900000231",
    ),
    cause="未取得医疗机构执业许可证擅自执业",
    brief="群众举报有人在出租屋内为患者拔牙、镶牙。",
    place="安澜市东埠区老街 90 号 1 楼",
    found="出租屋内有牙科治疗椅 1 台、牙科器械 1 套、病历记录 1 本，一名患者正在就诊。",
    facts="{0}，本机关执法人员检查发现，当事人没有取得医疗机构执业许可证，在出租屋内为患者拔牙、镶牙。",
    breached=(("中华人民共和国基本医疗卫生与健康促进法", "第三十八条第二款"),),
    applied=(("中华人民共和国基本医疗卫生与健康促进法", "第九十九条第一款"),),
    penalties=(confiscated("牙科治疗椅 1 台、牙科器械 1 套", "9000.00"), fine("50000.00")),
    discretion="初次违法，没有造成人身损害，处法定最低幅度的罚款。",
    correction="立即停止执业活动",
    exhibits=(SCENE, Exhibit("documentary", "病历记录复印件", "诊疗活动", "12页", "paper")),
    source="report",
)
POOL = Matter(
    key="pool",
    party=company(
        "安澜市碧波游泳健身有限公司", company_code(1032), "安澜市东埠区体育路 1 号", "蓝天"
    ),
    cause="未按照规定对游泳池水质进行卫生检测",
    brief="检查发现泳池没有近三个月的水质检测报告。",
    place="安澜市东埠区体育路 1 号",
    found="泳池正在营业，当事人不能提供近三个月的水质检测报告。",
    facts="{0}，本机关执法人员检查发现，当事人经营的游泳池自{95}起没有进行水质卫生检测。",
    breached=((PLACES, "第十九条第一款"),),
    applied=((PLACES, "第三十六条第一项"),),
    penalties=(WARNING,),
    discretion="初次违法，检查后检测合格。",
    correction="立即进行水质卫生检测",
    exhibits=(SCENE,),
)

MATTERS = (SALON, HOTEL, CLINIC, POOL)
