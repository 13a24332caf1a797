"""The summary procedure in a browser: found, decided, handed over, reported, paid, filed away."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.builders import Bureau
from tests.journeys import deeds
from tests.journeys.browsing import follow
from tests.journeys.conftest import At

pytestmark = pytest.mark.browser

SPOT = {
    "违法行为": "营业执照没有置于营业场所的醒目位置。",
    "地点": deeds.ADDRESS,
    "处罚依据": [
        {
            "法律、法规、规章": "中华人民共和国市场主体登记管理条例",
            "条、款、项": "第四十八条第一款",
        }
    ],
    "处罚种类": "罚款",
    "罚款金额（元）": "500",
    "违法事实确凿并有法定依据": True,
    **deeds.GROUNDS,
}


def test_a_case_decided_on_the_spot(bureau: Bureau, at: At) -> None:
    handler, day = at(bureau.handler.username), timezone.localdate()
    found = {
        **deeds.party(),
        "违法行为（案由）": "未将营业执照置于醒目位置",
        "地点": deeds.ADDRESS,
        "开始时间": f"{day}T00:05",
        "结束时间": f"{day}T00:15",
        "现场情况": "营业执照放在抽屉里，没有置于醒目位置。",
        "执法人员": deeds.OFFICERS,
        "已主动出示执法证件": True,
        "已告知权利义务，听取陈述申辩": True,
    }
    case = handler.opens_file("当场处罚", "保存现场笔录", found)
    decided = {**SPOT, "时间": f"{day}T00:05", "缴纳方式": "到代收机构缴纳"}
    handler.opens(case, "当场作出处罚决定")
    handler.fills({**decided, "罚款金额（元）": "3001"})
    follow(handler.page.get_by_role("button", name="当场处罚"))
    refusal = handler.page.get_by_role("alert").first
    assert "3,000" in refusal.inner_text()
    handler.does(case, "当场作出处罚决定", "当场处罚", decided)
    handler.does(case, "送达决定书", "登记送达", deeds.receipt(day))
    handler.does(case, "当场处罚报所属机关备案", "报备案")
    handler.does(case, "登记缴款", "登记缴款", {"金额（元）": "500"})
    head = at(bureau.head.username)
    head.does(case, "批准结案", "批准结案", {"处理结果和执行情况": "罚款已缴清。"})
    at(bureau.archivist.username).does(case, "归档", "归档")
