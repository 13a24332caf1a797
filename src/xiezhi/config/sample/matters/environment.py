# ruff: noqa: E501 - the sentences of a case stay whole
"""生态环境: works begun without an assessment, waste gas, false reports, open burning."""

from __future__ import annotations

from xiezhi.config.sample.matter import Exhibit, Matter, citizen, company, fine
from xiezhi.config.sample.numbers import citizen_number, company_code

RANGE = "海岳省生态环境行政处罚裁量基准"
AIR = "中华人民共和国大气污染防治法"
SCENE = Exhibit("documentary", "现场照片", "检查时的现场情况", "6张", "photo")

UNASSESSED = Matter(
    key="unassessed",
    party=company(
        "安澜市昆塑包装有限公司", company_code(1021), "安澜市西岭区化乐村窑头上", "邬建平"
    ),
    cause="未依法报批建设项目环境影响评价文件，擅自开工建设",
    brief="检查发现当事人塑料制品项目没有报批环境影响评价文件，已建成厂房并安装设备。",
    place="安澜市西岭区化乐村窑头上",
    found="已建成彩钢结构厂房一栋，安装吹膜机 2 台、粉碎机 1 台，未投产；现场不能提供环评批复。",
    facts=(
        "{0}，本局执法人员检查发现，当事人塑料制品项目于{80}开工建设，已安装吹膜机 2 台、粉碎机 1 台，"
        "没有报批环境影响评价文件。\n经查，项目总投资额 22 万元，检查时未投入生产。"
    ),
    breached=(("中华人民共和国环境影响评价法", "第二十五条"),),
    applied=(("中华人民共和国环境影响评价法", "第三十一条第一款"),),
    penalties=(fine("6600.00"),),
    discretion="项目未投产，没有产生污染，主动停止建设，按总投资额百分之三处罚。",
    benchmark=RANGE,
    correction="立即停止建设，依法报批环境影响评价文件",
    exhibits=(
        SCENE,
        Exhibit("documentary", "设备购置合同、投资说明", "项目总投资额 22 万元", "5页", "paper"),
    ),
)
WASTE_GAS = Matter(
    key="waste_gas",
    party=company(
        "安澜市宏达工程塑料有限公司", company_code(1022), "安澜市北辰工业区七街 4 号", "饶志刚"
    ),
    cause="产生含挥发性有机物废气的生产活动，未按照规定使用污染防治设施",
    brief="检查发现当事人注塑车间生产时，活性炭吸附装置没有运行。",
    place="安澜市北辰工业区七街 4 号",
    found="注塑车间 6 台注塑机正在生产，活性炭吸附装置风机电源处于断开状态，车间有明显气味。",
    facts=(
        "{0}，本局执法人员检查发现，当事人注塑车间 6 台设备正在生产，配套的活性炭吸附装置没有运行，"
        "含挥发性有机物的废气未经处理直接排放。\n经查，装置自{3}起因风机故障停用，当事人没有停产检修。"
    ),
    breached=((AIR, "第四十五条"),),
    applied=((AIR, "第一百零八条第一项"),),
    penalties=(fine("38000.00"),),
    discretion="停用时间三日，检查后立即修复，依照裁量基准计算的数额处罚。",
    benchmark=RANGE,
    correction="立即修复并运行污染防治设施",
    exhibits=(
        SCENE,
        Exhibit("audiovisual", "现场视频", "设备运行状态", "1份（6分钟）"),
        Exhibit(
            "documentary", "现状环境影响评估报告（节选）", "污染防治设施的要求", "4页", "paper"
        ),
    ),
)
MISREPORT = Matter(
    key="misreport",
    party=company(
        "安澜市东大食品有限公司", company_code(1023), "安澜市产业集聚区永乐路 11 号", "毕成功"
    ),
    cause="未如实报告污染物排放浓度、排放量",
    brief="专项执法发现当事人排污许可证执行报告的数据与在线监测数据不一致。",
    place="安澜市产业集聚区永乐路 11 号",
    found="执行报告填报的化学需氧量排放量为 1.2 吨，在线监测系统同期累计为 3.9 吨。",
    facts=(
        "{0}，本局在专项执法中发现，当事人提交的排污许可证季度执行报告填报化学需氧量排放量 1.2 吨，"
        "在线监测系统同期累计 3.9 吨，没有如实报告。"
    ),
    breached=(("排污许可管理条例", "第二十二条第一款"),),
    applied=(("排污许可管理条例", "第三十七条第四项"),),
    penalties=(fine("15000.00"),),
    discretion="一个季度，差额较大，及时更正，依照裁量基准计算的数额处罚。",
    benchmark=RANGE,
    correction="立即更正执行报告，如实报告污染物排放情况",
    exhibits=(
        SCENE,
        Exhibit("electronic", "在线监测数据导出文件", "实际排放量", "1份"),
        Exhibit("documentary", "违法问题台账", "专项执法的发现", "1页", "paper"),
    ),
    source="other",
)
HAZARD = Matter(
    key="hazard",
    party=company(
        "安澜市铭诚电镀有限公司", company_code(1024), "安澜市北辰工业区九街 1 号", "古铭"
    ),
    cause="未按照国家环境保护标准贮存危险废物",
    brief="检查发现当事人电镀污泥露天堆放，雨后渗滤液流入厂区雨水沟。",
    place="安澜市北辰工业区九街 1 号",
    found="厂区北侧露天堆放电镀污泥约 3.6 吨，没有防雨、防渗措施，雨水沟内有绿色积水。",
    facts=(
        "{0}，本局执法人员检查发现，当事人将电镀污泥（HW17）约 3.6 吨露天堆放，没有防雨、防渗措施，"
        "渗滤液流入雨水沟。采样检测，总镍浓度 4.7 毫克每升。\n经查，污泥自{40}起堆放。"
    ),
    breached=(("中华人民共和国固体废物污染环境防治法", "第七十九条"),),
    applied=(("中华人民共和国固体废物污染环境防治法", "第一百一十二条第一款第六项"),),
    penalties=(fine("180000.00"),),
    discretion="危险废物数量三吨以上，已清运并修复雨水沟，依照裁量基准计算的数额处罚。",
    benchmark=RANGE,
    correction="立即按照国家规定贮存、处置危险废物",
    exhibits=(
        SCENE,
        Exhibit("expert_opinion", "检测报告", "总镍浓度超标", "1份", "paper"),
        Exhibit("documentary", "危险废物转移联单", "清运数量", "2页"),
    ),
)
BURNING = Matter(
    key="burning",
    party=citizen(
        "满仓",
        citizen_number(117, "19760518"),
        "安澜市西岭区化乐村 3 组 26 号",
        "13900000117",
    ),
    cause="在禁止区域露天焚烧秸秆",
    brief="巡查发现当事人在禁烧区焚烧玉米秸秆。",
    place="安澜市西岭区化乐村东侧农田",
    found="农田内有明火，过火面积约 0.6 亩，当事人承认点火，现场扑灭。",
    facts="{0}，本局执法人员巡查发现，当事人在划定的禁烧区内露天焚烧玉米秸秆，过火面积约 0.6 亩。",
    breached=((AIR, "第七十七条"),),
    applied=((AIR, "第一百一十九条第二款"),),
    penalties=(fine("500.00"),),
    discretion="面积小，及时扑灭，没有造成其他损害，处法定最低幅度的罚款。",
    benchmark=RANGE,
    exhibits=(SCENE,),
)

MATTERS = (UNASSESSED, WASTE_GAS, MISREPORT, HAZARD, BURNING)
