"""Matters small enough to be decided on the spot (处罚法 art. 51)."""

from __future__ import annotations

from xiezhi.config.sample.matter import Matter, company, fine, trader
from xiezhi.config.sample.numbers import company_code, trader_code

PRICE_LAW = "中华人民共和国价格法"

UNPRICED = Matter(
    key="unpriced",
    party=trader(
        "安澜市东埠区鲜之源水果店", trader_code(2030), "安澜市东埠区桂花里 11 号", "牛红梅"
    ),
    cause="未按规定明码标价",
    brief="检查发现在售水果没有标明价格。",
    place="安澜市东埠区桂花里 11 号",
    found="店内在售水果 14 种，其中 9 种没有标价签，当事人当场补齐。",
    facts="在售水果 9 种没有标明价格和计价单位。",
    breached=((PRICE_LAW, "第十三条第一款"),),
    applied=((PRICE_LAW, "第四十二条"),),
    penalties=(fine("200.00"),),
)
LICENCE = Matter(
    key="licence",
    party=company(
        "安澜市阿福小吃有限公司", company_code(1010), "安澜市东埠区夜市街 8 号", "富阿福"
    ),
    cause="未将营业执照置于醒目位置",
    brief="检查发现营业执照没有悬挂。",
    place="安澜市东埠区夜市街 8 号",
    found="营业执照存放在后厨抽屉内，没有置于经营场所的醒目位置，当事人当场悬挂。",
    facts="经{20}责令改正后，营业执照仍没有置于营业场所的醒目位置。",
    breached=(("中华人民共和国市场主体登记管理条例", "第三十六条"),),
    applied=(("中华人民共和国市场主体登记管理条例", "第四十八条第一款"),),
    penalties=(fine("500.00"),),
)
SCALE = Matter(
    key="scale",
    party=company("安澜市老街炒货有限公司", company_code(1011), "安澜市东埠区老街 3 号", "尚三多"),
    cause="使用未经检定的电子秤",
    brief="检查发现柜台电子秤没有检定合格标志。",
    place="安澜市东埠区老街 3 号",
    found="柜台电子秤 1 台没有检定合格标志，当事人承认没有申请检定，当场停用。",
    facts="用于贸易结算的电子秤没有申请检定即投入使用。",
    breached=(("中华人民共和国计量法", "第九条第一款"),),
    applied=(("中华人民共和国计量法实施细则", "第四十三条"),),
    penalties=(fine("300.00"),),
)

MATTERS = (UNPRICED, LICENCE, SCALE)
