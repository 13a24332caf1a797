"""The public site in a real browser: no barrier, no script needed, the proof checks."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.builders import a_bureau, a_case
from tests.faces.portal.conftest import show
from tests.journeys.browsing import follow
from xiezhi.disclosure import actions

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(committed_db: str) -> list[Any]:
    """One withdrawn, one shown, one withheld, one never shown."""
    bureau = a_bureau()
    made = show(bureau, 2)
    actions.withdraw(made[0], by=bureau.publisher, on=made[0].published_on, ground="revoked",
                     reason="复议撤销。")  # fmt: skip
    hidden = a_case(bureau).decided()
    actions.withhold(hidden.file, by=bureau.head, on=hidden.day, ground="G2", reason="配方")
    a_case(bureau).decided()
    return made


def addresses(shown: list[Any]) -> list[str]:
    return [
        "/", "/search/", "/search/?q=没有", "/account/?month=2026-03", "/remedies/", "/contact/",
        "/accessibility/", "/verify/method/", "/data/", "/lists/", "/agencies/", "/officers/",
        "/items/", "/laws/", "/benchmarks/", f"/verify/?p={shown[1].uid}",
        "/procedures/", "/procedures/review/", "/procedures/recordings/", "/procedures/case-file/",
        "/procedures/penalty.general/", "/procedures/service-guide/", "/calculator/?on=x",
        "/calculator/?limit=SAMR-1&on=2025-09-18", f"/p/{shown[0].uid}/",
        f"/p/{shown[1].uid}/", "/d/00000000000000000000/",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_has_a_barrier(shown: list[Any], site: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses(shown):
        page.goto(f"{site}{address}")
        found = Axe().run(page).response["violations"]
        assert not [f"{one['id']}: {one['nodes'][0]['html']}" for one in found], address


def test_every_page_fits_a_narrow_telephone(shown: list[Any], site: str, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for address in addresses(shown):
        page.goto(f"{site}{address}")
        wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wider), address


def test_somebody_finds_a_decision_and_checks_it(
    shown: list[Any], site: str, page: Page, tmp_path: Any
) -> None:
    page.goto(site)
    page.get_by_label("企业名称、决定文号或执法证号").fill("第2建材")
    follow(page.get_by_role("button", name="查询"))
    follow(page.get_by_role("link", name="安澜市第2建材有限公司"))
    expect(page.get_by_role("heading", name="公示以来未改动")).to_be_visible()
    with page.expect_download() as proof:
        page.get_by_role("link", name="下载验真文件").click()
    proof.value.save_as(tmp_path / "proof.json")
    follow(page.get_by_role("link", name="自己验一遍"))
    with page.expect_download() as content:
        page.get_by_role("link", name="下载内容原文").click()
    content.value.save_as(tmp_path / "page.json")
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.locator("[data-steps]")).to_contain_text("全部相符")
    page.get_by_label("验真文件（proof.json）").set_input_files(tmp_path / "proof.json")
    page.get_by_label("内容原文（page.json）").set_input_files(tmp_path / "page.json")
    page.get_by_role("button", name="核对文件").click()
    expect(page.locator("[data-files] ol")).to_contain_text("全部相符")
    changed = (tmp_path / "page.json").read_text().replace("罚款", "警告")
    (tmp_path / "page.json").write_text(changed)
    page.get_by_label("内容原文（page.json）").set_input_files(tmp_path / "page.json")
    page.get_by_role("button", name="核对文件").click()
    expect(page.locator("[data-files] ol")).to_contain_text("核对不符")


def test_it_works_without_scripts(shown: list[Any], site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(site)
    page.get_by_label("企业名称、决定文号或执法证号").fill("建材")
    follow(page.get_by_role("button", name="查询"))
    follow(page.get_by_role("link", name="安澜市第2建材有限公司"))
    follow(page.get_by_role("link", name="自己验一遍"))
    expect(page.get_by_text("浏览器没有运行脚本")).to_be_visible()
    follow(page.get_by_role("link", name="长者模式"))
    assert page.locator("html").get_attribute("data-text") == "elder"
    context.close()


def test_a_decision_prints(shown: list[Any], site: str, page: Page) -> None:
    page.goto(f"{site}/p/{shown[1].uid}/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="决定书全文")).to_be_visible()
    expect(page.get_by_role("navigation", name="主导航")).to_be_hidden()


def test_somebody_reckons_a_due_date(shown: list[Any], site: str, page: Page) -> None:
    """With script the limits narrow while typing; the answer's address asks the same again."""
    page.goto(f"{site}/procedures/penalty.general/")
    expect(page.get_by_role("img", name="行政处罚（普通程序）流程图：立案")).to_be_visible()
    page.goto(f"{site}/calculator/")
    expect(page.get_by_role("button", name="查找")).to_have_count(0)
    page.get_by_label("查找期限").fill("缴纳罚款")
    assert page.locator("select[name=limit] option").count() <= 4
    page.get_by_label("期限", exact=True).select_option("PEN-19")
    follow(page.get_by_role("button", name="计算最后一天"))
    expect(page.get_by_role("alert")).to_contain_text("请选择起算日期")
    page.get_by_label("起算日期").fill("2025-09-18")
    follow(page.get_by_role("button", name="计算最后一天"))
    expect(page.get_by_role("heading", name="最后一天是2025年10月9日")).to_be_visible()
    follow(page.locator("a.mono"))
    expect(page.get_by_role("heading", name="最后一天是2025年10月9日")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text("顺延到第一个工作日")).to_be_visible()
    expect(page.get_by_role("button", name="计算最后一天")).to_be_hidden()


def test_a_due_date_is_reckoned_without_scripts(
    shown: list[Any], site: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site}/calculator/")
    page.get_by_label("查找期限").fill("听证")
    follow(page.get_by_role("button", name="查找"))
    page.get_by_label("期限", exact=True).select_option("PEN-9")
    page.get_by_label("起算日期").fill("2025-09-29")
    follow(page.get_by_role("button", name="计算最后一天"))
    expect(page.get_by_role("heading", name="最后一天是2025年10月13日")).to_be_visible()
    context.close()
