"""The branches of a case in a browser: a hearing, a correction, a withdrawal."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests.builders import COMPANY, Bureau, Story, a_case
from tests.journeys import deeds
from tests.journeys.browsing import Official, follow
from tests.journeys.conftest import At
from tests.journeys.test_whole_life import judge, prepare
from xiezhi.record import log

pytestmark = pytest.mark.browser
PARTY = str(COMPANY["name"])
SEEN = {"已逐字看过公众将看到的内容": True}


def story(bureau: Bureau, told: str, ago: int, **more: str) -> Story:
    """A case told up to a point by the acts themselves, begun some days ago."""
    made: Story = getattr(
        a_case(bureau, day=timezone.localdate() - dt.timedelta(ago), **more), told
    )()
    return made


def address(site: str, told: Story) -> str:
    return f"{site}/desk/files/{told.file.pk}/"


def test_a_hearing_on_request(bureau: Bureau, at: At, site: str) -> None:
    """Its days are entered afterwards, so the terms have passed in truth."""
    told = story(bureau, "noticed", 60, fine="120000")
    case, calendar = address(site, told), told.stands().calendar
    handler, host, head = (at(a.username) for a in (bureau.handler, bureau.unit_head, bureau.head))
    asked_on = calendar.add_working_days(told.day, 2)
    asked = {"提出日期": str(asked_on), "申请的事实和理由": "认为罚款过重。"}
    handler.does(case, "登记听证申请", "登记申请", asked)
    told_on = calendar.add_working_days(asked_on, 1)
    too_soon, in_time = (calendar.add_working_days(told_on, n) for n in (3, 9))
    notice = {
        "通知日期": str(told_on),
        "听证地点": "本局二楼听证室",
        "听证主持人": "方远（执法一科）",
        "听证时间": f"{too_soon}T09:30",
    }
    head.opens(case, "通知听证")
    head.fills(notice)
    follow(head.page.get_by_role("button", name="通知听证"))
    assert "第六十四条" in head.page.get_by_role("alert").first.inner_text()
    head.does(case, "通知听证", "通知听证", {**notice, "听证时间": f"{in_time}T09:30"})
    hold(host, case, in_time)
    offered = handler.page
    offered.goto(case)
    assert "作出决定" in offered.locator("main").inner_text()
    reported_on = calendar.add_working_days(in_time, 2)
    host.does(case, "提交听证报告", "提交报告", report(reported_on))
    opinion = {"承办人意见": "按听证报告办理。"}
    handler.does(case, "提请法制审核", "提请审核", opinion)
    judge(at(bureau.reviewer.username), case, "同意", "听证程序合法，事实清楚。")
    head.does(case, "作出决定", "作出决定")
    assert told.acts[-1] == "decision.issue"


def hold(host: Official, case: str, day: dt.date) -> None:
    host.does(
        case,
        "举行听证",
        "保存听证笔录",
        {
            "听证日期": str(day),
            "开始时间": f"{day}T09:30",
            "结束时间": f"{day}T11:00",
            "地点": "本局二楼听证室",
            "核对身份、宣布纪律和告知权利": "核对到场人员身份，宣布听证纪律，告知权利。",
            "听证参加人": [{"身份": "案件调查人员", "姓名": "周闻溪"}],
            "听证记录": [{"发言人": "主持人", "发言": "现在开始听证。"}],
        },
    )


def report(day: dt.date) -> dict[str, str]:
    return {
        "报告日期": str(day),
        "听证的基本情况": "公开举行，双方到场。",
        "调查人员的意见": "维持拟处罚意见。",
        "当事人的意见": "请求从轻。",
        "主持人的处理意见": "事实清楚，建议维持。",
    }


def test_a_correction_is_answered_and_approved(bureau: Bureau, at: At, site: str) -> None:
    told = story(bureau, "submitted", 30)
    case = address(site, told)
    handler, reviewer = at(bureau.handler.username), at(bureau.reviewer.username)
    judge(reviewer, case, "纠正", "货值金额少计一箱，请核对。", failing=2)
    handler.page.goto(case)
    assert "法制审核意见不是“同意”" in handler.page.locator("main").inner_text()
    facts = {"违法事实": "当事人购进食用油 15 箱，更改外包装生产日期后销售，货值 3,600 元。"}
    handler.does(case, "修改调查终结报告", "提交修改", facts)
    again = {"承办人意见": "已改正。", "对上一轮审核意见的答复": "已按票据核对为 15 箱。"}
    handler.does(case, "提请法制审核", "提请审核", again)
    reviewer.opens(case, "出具法制审核意见")
    rounds = reviewer.page.get_by_role("region", name=re.compile("^与第 1 轮比较"))
    assert "3,600" in rounds.locator("ins").all_inner_texts()
    assert "已按票据核对为 15 箱。" in reviewer.page.locator("main").inner_text()
    judge(reviewer, case, "同意", "已改正。")
    at(bureau.head.username).does(case, "作出决定", "作出决定")
    assert "3,600 元" in told.decision.material.values["facts"]


def test_a_publication_is_withdrawn(bureau: Bureau, at: At, site: str, browser: Browser) -> None:
    """What was said is gone; that it was said stays."""
    told = story(bureau, "served", 40)
    case = address(site, told)
    head, publisher = at(bureau.head.username), at(bureau.publisher.username)
    prepare(publisher, case)
    head.does(case, "审定公示内容", "审定公示内容", SEEN)
    publisher.does(case, "公示", "公示", SEEN)
    log.sequence_all()
    context = browser.new_context(locale="zh-CN")
    public = context.new_page()
    public.set_default_timeout(10_000)
    search(public, site, PARTY)
    follow(public.get_by_role("link", name=re.compile(PARTY)).first)
    shown = public.url
    assert "公示以来未改动" in public.locator("main").inner_text()
    revoked = {
        "处理": "撤销",
        "事由": "行政复议",
        "依据文书文号": "安政复决〔2026〕3号",
        "理由": "复议决定撤销。",
    }
    head.does(case, "撤销或者变更决定", "撤销决定", revoked)
    gone = {"撤回事由": "决定被撤销", "撤回理由": "复议决定撤销原处罚决定。"}
    publisher.does(case, "撤回公示", "撤回公示", gone)
    log.sequence_all()
    context.close()  # a browser may keep a page for a minute
    context = browser.new_context(locale="zh-CN")
    public = context.new_page()
    public.goto(shown)
    tomb = public.locator("main").inner_text()
    assert "复议决定撤销原处罚决定。" in tomb
    assert PARTY not in public.content()
    assert "52,000" not in public.content()
    search(public, site, PARTY)
    assert not public.get_by_role("link", name=re.compile(PARTY)).count()
    search(public, site, told.decision.number)
    assert "已撤回公示" in public.locator("main").inner_text()
    context.close()


def search(public: Page, site: str, words: str) -> None:
    public.goto(f"{site}/search/")
    public.get_by_label("企业名称、决定文号或违法行为").fill(words)
    follow(public.get_by_role("button", name="查询"))


def test_the_second_tab_is_told(bureau: Bureau, at: At, site: str) -> None:
    """Both tabs opened the same form; what the second one typed is kept, and nothing is lost."""
    told = story(bureau, "investigated", 20)
    handler = at(bureau.handler.username)
    first, form = handler.page, f"{address(site, told)}acts/casework.add_evidence/"
    second = handler.another_tab()
    for tab, name in ((first, "进货单"), (second, "出库单")):
        tab.goto(form)
        tab.get_by_label("证据种类").select_option(label="书证")
        tab.get_by_label("证据名称").fill(name)
        tab.get_by_label("证明对象").fill("数量")
    handler.presses("存入案卷")
    before = len(told.acts)
    follow(second.get_by_role("button", name="存入案卷"))
    second.get_by_text("进货单").first.wait_for()
    assert len(told.acts) == before
    assert second.get_by_label("证据名称").input_value() == "出库单"
    follow(second.get_by_role("button", name="存入案卷"))
    second.get_by_role("status").filter(has_text="已办理").wait_for()
    assert len(told.acts) == before + 1


def test_without_script(bureau: Bureau, at: At, site: str) -> None:
    """A row is added, a wrong code is refused with what was typed kept, the case is begun."""
    handler = at(bureau.handler.username, script=False)
    page = handler.page
    page.goto(f"{site}/desk/")
    follow(page.get_by_role("link", name="登记案件来源"))
    handler.fills({**deeds.clue(), "统一社会信用代码": "91230500MA1B3N1N2X"})
    follow(page.get_by_role("button", name="登记来源"))
    errors = page.get_by_role("alert").first
    assert "校验位" in errors.inner_text()
    assert page.get_by_label("当事人姓名或者名称").input_value() == deeds.PARTY
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    handler.fills({"统一社会信用代码": deeds.CODE})
    handler.presses("登记来源")


def test_by_keyboard_alone(bureau: Bureau, at: At, site: str) -> None:
    """From the work list to the filing: Tab, typing, Enter."""
    told = story(bureau, "registered", 5)
    told.inspected().proposed()
    head = at(bureau.head.username)
    page = head.page
    page.goto(f"{site}/desk/")
    walk_to(page, "批准立案")
    page.keyboard.press("Enter")
    page.wait_for_url("**/acts/casework.file_case/**")
    walk_to(page, "批准立案", "BUTTON")
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="已办理").wait_for()
    assert told.acts[-1] == "casework.file_case"


def walk_to(page: Page, words: str, tag: str = "A") -> None:
    """Press Tab until the focus stands on it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "[document.activeElement.tagName, document.activeElement.firstChild?.textContent]"
        )
        if place[0] == tag and str(place[1]).strip() == words:
            return
    raise AssertionError(f"Tab never reached {words}")
