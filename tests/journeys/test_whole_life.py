"""One case through its whole life, by five people, in a browser: every form, every document."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.builders import Bureau
from tests.journeys import deeds
from tests.journeys.browsing import Official, follow
from tests.journeys.conftest import At
from xiezhi.record import log

pytestmark = pytest.mark.browser


class Life:
    """The people of the case and its address."""

    def __init__(self, bureau: Bureau, at: At) -> None:
        self.handler = at(bureau.handler.username)
        self.head = at(bureau.head.username)
        self.reviewer = at(bureau.reviewer.username)
        self.publisher = at(bureau.publisher.username)
        self.archivist = at(bureau.archivist.username)
        self.day = timezone.localdate()
        self.case = ""

    def filed(self) -> None:
        self.case = self.handler.opens_file("登记案件来源", "登记来源", deeds.clue())
        self.handler.does(self.case, "现场检查", "保存现场笔录", deeds.on_site(self.day))
        self.handler.does(self.case, "提请立案", "提请立案", deeds.proposal(self.day))
        self.head.does(self.case, "批准立案", "批准立案")

    def investigated(self, folder: Path) -> None:
        self.handler.does(self.case, "询问", "保存询问笔录", deeds.talk(self.day))
        evidence = {
            "证据种类": "书证",
            "证据名称": "货架照片",
            "数量": "1张",
            "证明对象": "陈列的食品已超过保质期",
            "扫描件、照片或者电子数据": deeds.photo(folder),
        }
        self.handler.does(self.case, "收集证据", "存入案卷", evidence)
        self.handler.does(self.case, "调查终结", "提交终结报告", deeds.report())

    def told(self) -> None:
        self.head.does(self.case, "告知拟作出的处罚", "批准告知")
        self.handler.does(self.case, "送达告知书", "登记送达", deeds.receipt(self.day))
        self.handler.does(self.case, "登记放弃陈述、申辩和听证", "登记放弃")

    def cleared(self) -> None:
        opinion = {"承办人意见": "事实清楚，建议处罚。"}
        self.handler.does(self.case, "提请法制审核", "提请审核", opinion)
        judge(self.reviewer, self.case, "同意", "事实清楚，证据确凿，程序合法。")

    def decided(self) -> None:
        self.head.does(self.case, "作出决定", "作出决定")
        self.handler.does(self.case, "送达决定书", "登记送达", deeds.receipt(self.day))
        self.handler.does(self.case, "登记缴款", "登记缴款", {"金额（元）": "52000"})

    def shown(self) -> None:
        prepare(self.publisher, self.case)
        seen = {"已逐字看过公众将看到的内容": True}
        self.head.does(self.case, "审定公示内容", "审定公示内容", seen)
        self.publisher.does(self.case, "公示", "公示", seen)

    def archived(self) -> None:
        outcome = {"处理结果和执行情况": "罚款已缴清，违法行为已改正。"}
        self.head.does(self.case, "批准结案", "批准结案", outcome)
        self.archivist.does(self.case, "归档", "归档")


def judge(reviewer: Official, case: str, verdict: str, reasons: str, failing: int = -1) -> None:
    """The ten points at the bench, each with the material relied on."""
    reviewer.opens(case, "出具法制审核意见")
    page = reviewer.page
    points = page.get_by_role("region", name="审核清单").locator("ol > li")
    for number in range(10):
        answer = "不符合" if number == failing else "符合"
        points.nth(number).get_by_text(answer, exact=True).click()
        if number == failing:
            points.nth(number).locator("summary").click()
            points.nth(number).get_by_label("说明").fill(reasons)
        else:
            points.nth(number).get_by_label("依据的材料").select_option("案件调查终结报告")
    page.get_by_label(verdict, exact=True).check()
    page.get_by_label("理由和依据").fill(reasons)
    reviewer.presses("出具审核意见")


def prepare(publisher: Official, case: str) -> None:
    """Whatever looks personal is covered."""
    publisher.opens(case, "拟定公示内容")
    for found in publisher.page.get_by_role("group", name=re.compile("^像")).all():
        found.get_by_label("遮盖").check()
    publisher.fills(deeds.GATE)
    publisher.presses("拟定公示内容")


@pytest.fixture
def life(bureau: Bureau, at: At) -> Life:
    return Life(bureau, at)


def text_of(data: bytes) -> str:
    """What a PDF says, without line breaks."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return re.sub(r"\s", "", "".join(pages))


def test_a_case_from_the_clue_to_the_archive(
    life: Life, browser: Browser, site: str, tmp_path: Path
) -> None:
    life.filed()
    life.investigated(tmp_path)
    life.told()
    life.cleared()
    life.decided()
    life.shown()
    life.archived()
    log.sequence_all()
    number = documents_can_be_read(life.archivist, life.case)
    package_checks_itself(life.archivist, tmp_path)
    context = browser.new_context(locale="zh-CN", accept_downloads=True)
    public = context.new_page()
    public.set_default_timeout(10_000)
    found_by_a_citizen(public, site, number)
    proved_in_the_browser(public)
    proved_offline(public, tmp_path)
    context.close()


def documents_can_be_read(archivist: Official, case: str) -> str:
    """Every document opens as PDF and names number and party; returns the decision's number."""
    page = archivist.page
    page.goto(case)
    follow(page.get_by_role("link", name="按案卷顺序查看全部"))
    places = page.locator("main li.doc a").evaluate_all("links => links.map(link => link.href)")
    read: dict[str, str] = {}
    for place in dict.fromkeys(places):
        page.goto(place)
        title = page.locator("h1").inner_text().split("\n")[-1].strip()
        button = page.get_by_role("link", name="下载 PDF")
        if not button.count():
            continue
        with page.expect_download() as download:
            button.click()
        said = text_of(download.value.path().read_bytes())
        numbered = page.locator("article .no")
        if numbered.count():
            assert re.sub(r"\s", "", numbered.inner_text()) in said, title
            read[title] = numbered.inner_text().strip()
        # An interview names who was interviewed, every other document the party.
        assert deeds.PARTY in said or (title == "询问笔录" and deeds.SPEAKER in said), title
    wanted = {"立案审批表", "行政处罚告知书", "重大执法决定法制审核意见书", "行政处罚决定书"}
    assert wanted <= set(read)
    return read["行政处罚决定书"]


def package_checks_itself(archivist: Official, folder: Path) -> None:
    """Both volumes as PDF, and the package, checked by the program that lies in it."""
    page = archivist.page
    page.goto(page.url.partition("/papers/")[0] + "/papers/")
    for link in page.get_by_role("link", name=re.compile("^下载.*（PDF）$")).all():
        with page.expect_download() as volume:
            link.click()
        assert deeds.PARTY in text_of(volume.value.path().read_bytes())
    with page.expect_download() as taken:
        page.get_by_role("link", name="下载案卷数据包").click()
    unpacked = folder / "数据包"
    with zipfile.ZipFile(taken.value.path()) as archive:
        archive.extractall(unpacked)
    key = str(log.keys()[-1])
    command = [sys.executable, "check_package.py", ".", "--key", key]
    checked = subprocess.run(
        command, cwd=unpacked, capture_output=True, text=True, timeout=60, check=False
    )
    assert "结论：全部相符。" in checked.stdout, checked.stdout + checked.stderr


def found_by_a_citizen(public: Page, site: str, number: str) -> None:
    public.goto(site)
    public.get_by_label("企业名称、决定文号或执法证号").fill("清晨果蔬")
    follow(public.get_by_role("button", name="查询"))
    follow(public.get_by_role("link", name=re.compile(deeds.PARTY)).first)
    assert number in public.locator("main").inner_text()
    assert "公示以来未改动" in public.locator("main").inner_text()
    assert deeds.SPEAKER not in public.content()


def proved_in_the_browser(public: Page) -> None:
    follow(public.get_by_role("link", name="自己验一遍"))
    public.get_by_role("button", name="核对", exact=True).click()
    steps = public.locator("[data-steps] li")
    steps.last.wait_for()
    public.wait_for_function("document.querySelectorAll('[data-steps] li').length >= 4")
    said = public.locator("[data-steps]").inner_text()
    assert "未改动" in said, said
    assert "不符" not in said, said


def proved_offline(public: Page, folder: Path) -> None:
    """With the two files and the single-file program, without us."""
    kept = {}
    for name, label in (("proof", "下载验真文件"), ("page", "下载内容原文")):
        with public.expect_download() as download:
            public.get_by_role("link", name=label).click()
        kept[name] = folder / f"{name}.json"
        download.value.save_as(kept[name])
    program = folder / "数据包" / "xiezhi_verify.py"
    command = [sys.executable, str(program), str(kept["proof"]), str(kept["page"])]
    command += ["--key", str(log.keys()[-1])]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "结论：全部相符。" in checked.stdout, checked.stdout + checked.stderr
