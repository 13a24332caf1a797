"""Forms that the other journeys leave out: each is filled as a person would, and does its act."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from tests.builders import Bureau, Story, a_case
from tests.journeys import deeds
from tests.journeys.browsing import Values
from tests.journeys.conftest import At

pytestmark = pytest.mark.browser
GOODS = [{"名称": "食用油", "数量": "12", "单位": "箱"}]
LAW = [{"法律、法规、规章": "中华人民共和国食品安全法", "条、款、项": "第三十四条第十项"}]


def story(bureau: Bureau, told: str, ago: int, **more: str) -> Story:
    began = timezone.localdate() - dt.timedelta(ago)
    made: Story = getattr(a_case(bureau, day=began, **more), told)()
    return made


def test_the_inquirys_side_roads(bureau: Bureau, at: At, site: str) -> None:
    told = story(bureau, "filed", 20)
    case = f"{site}/desk/files/{told.file.pk}/"
    handler, head = at(bureau.handler.username), at(bureau.head.username)
    because = {"理由": "等待另案处理结果。"}
    preserved = {"保存地点": "当事人仓库", "物品": GOODS}
    head.does(case, "先行登记保存证据", "批准登记保存", preserved)
    handler.does(case, "处理登记保存的证据", "作出处理决定", {"处理方式": "退还当事人"})
    handler.does(
        case,
        "确认送达地址",
        "保存确认书",
        {"送达地址": deeds.ADDRESS, "收件人": "韩某", "联系电话": "0990-5551000"},
    )
    ordered: Values = {
        "违法行为": "更改生产日期。",
        "违反的规定": LAW,
        "立即改正": True,
        "改正内容和要求": "停止销售。",
    }
    handler.does(case, "责令改正", "责令改正", ordered)
    checked = {"复查情况": "已经下架。", "复查意见": "已按要求改正"}
    handler.does(case, "复查改正情况", "保存复查意见", checked)
    tested: Values = {"受委托单位": "省质检院", "物品": GOODS, "委托事项和要求": "酸价"}
    handler.does(case, "委托检验鉴定", "委托检验", tested)
    result = {
        "检测（检验、检疫、鉴定）的物品": "食用油",
        "检测（检验、检疫、鉴定）结果": "酸价合格",
    }
    handler.does(case, "收到检验鉴定结果", "登记结果并告知当事人", result)
    head.does(case, "中止调查", "中止调查", because)
    head.does(case, "恢复调查", "恢复调查", because)
    head.does(case, "延长办案期限", "批准延长", {**because, "延长日数": "30"})
    asked = {
        "申请人": "韩某",
        "被申请回避的人员": "陆知行",
        "决定": "驳回申请",
        "理由": "没有利害关系。",
    }
    head.does(case, "决定回避", "作出回避决定", asked)
    changed = {"变更后的承办人": ("周闻溪", "吴量"), "变更理由": "陆知行调离。"}
    head.does(case, "变更承办人", "变更承办人", changed)
    assert told.acts[-1] == "casework.change_handlers"


def test_a_clue_that_is_not_filed(bureau: Bureau, at: At, site: str) -> None:
    told = story(bureau, "registered", 5)
    case = f"{site}/desk/files/{told.file.pk}/"
    head = at(bureau.head.username)
    other = {"不予立案的情形": "依法可以不予立案的其他情形"}
    head.does(case, "决定不予立案", "不予立案", {**other, "不予立案的理由": "没有违法事实。"})
    head.does(case, "批准结案", "批准结案", {"处理结果和执行情况": "不予立案。"})
    at(bureau.archivist.username).does(case, "归档", "归档")


def test_a_statement_a_discussion_and_a_late_payment(bureau: Bureau, at: At, site: str) -> None:
    """A complex case, discussed by the heads; not published for a lawful reason; not paid."""
    told = story(bureau, "investigated", 90)
    told.answers["complex"] = told.answers["discussion_due"] = True
    casework_to_the_notice(told)
    case = f"{site}/desk/files/{told.file.pk}/"
    handler, head = at(bureau.handler.username), at(bureau.head.username)
    said_on, checked_on = told.on(), told.on()
    said = {
        "日期": str(said_on),
        "开始时间": f"{said_on}T09:00",
        "结束时间": f"{said_on}T09:30",
        "地点": "本局接待室",
        "陈述、申辩的内容": "请求从轻。",
        "陈述、申辩人": "韩某",
    }
    handler.does(case, "记录陈述、申辩", "保存笔录", said)
    checked = {
        "复核日期": str(checked_on),
        "复核情况": "已经考虑。",
        "复核意见": "事实、理由和证据不成立，不予采纳",
        "采纳或者不采纳的理由": "裁量适当。",
        "陈述、申辩有没有提出新的事实、理由或者证据": "没有",
    }
    handler.does(case, "复核陈述、申辩", "提交复核意见", checked)
    told.on(8)
    told.resubmitted().judged("approved")
    day = told.on()
    talked: Values = {
        "讨论日期": str(day),
        "开始时间": f"{day}T09:00",
        "结束时间": f"{day}T10:00",
        "地点": "三楼会议室",
        "参加人员": [{"姓名": "程以宁", "职务": "局长"}],
        "讨论记录": [{"发言人": "程以宁", "发言": "同意拟处罚意见。"}],
        "结论性意见": "同意处罚。",
    }
    head.does(case, "集体讨论", "保存讨论记录", talked)
    head.does(case, "作出决定", "作出决定", {"决定日期": str(day)})
    served = {**deeds.receipt(day), "送达日期": str(day)}
    handler.does(case, "送达决定书", "登记送达", served)
    hidden = {"法定事由": "主要事实都涉及秘密、隐私", "理由": "主要事实涉及商业秘密。"}
    head.does(case, "决定依法不公开", "决定不公开", hidden)
    handler.does(case, "催告履行", "催告")
    spread: Values = {"方式": "延期缴纳", "延期至": f"{timezone.localdate() + dt.timedelta(30)}"}
    head.does(case, "批准延期、分期缴纳", "批准", spread)
    assert told.acts[-1] == "decision.allow_instalments"


def casework_to_the_notice(told: Story) -> None:
    """As `Story.noticed`, from an investigated case."""
    from xiezhi.casework import actions as casework

    handler, head = told.bureau.handler, told.bureau.head
    casework.conclude(told.file, by=handler, on=told.on(7), report=told.report())
    casework.give_notice(told.file, by=head, on=told.on())
    casework.serve_notice(
        told.file,
        by=handler,
        on=told.on(),
        how=casework.Delivery("direct"),
        values=told.receipt(),
    )
