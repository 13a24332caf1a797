"""文书范本 in a real browser: the bureau rewords, a new decision says it, an agency adds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from tests.builders import Bureau, a_case, account
from tests.faces.desk.test_browser import WCAG, Opens, bureau, opens  # noqa: F401 - fixtures
from tests.journeys.browsing import follow
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Material, Wording

pytestmark = pytest.mark.browser
CODE = "penalty.decision"
OLD = "可以向本机关提出书面申请。"
NEW = "可以在期限届满前向本机关提出书面申请。"
OWN = "本机关设有法律咨询窗口，电话 0990-5550000。"
#: Where pictures of the pages go, for whoever wants to look at them.
SHOTS = os.environ.get("XIEZHI_SHOTS", "")


@pytest.fixture(autouse=True)
def objects(tmp_path: Path, settings: Any) -> None:
    settings.OBJECTS = tmp_path / "objects"


def shot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def url(name: str, where: Organ) -> str:
    return reverse(f"desk:{name}", args=[where.pk, CODE])


def a_decision_of_today(bureau: Bureau) -> Material:  # noqa: F811
    told = a_case(bureau)
    began = told.day
    length = told.decided().day - began
    today = a_case(bureau, day=timezone.localdate() - length).decided()
    return Material.objects.get(file=today.file, code=CODE)


def test_the_bureau_rewords_and_an_agency_adds(bureau: Bureau, opens: Opens) -> None:  # noqa: F811
    city = bureau.agency.parent
    assert city
    page = opens(bureau.supervisor, url("wording_edit", city))
    sample = page.locator("#preview")
    sample.get_by_text("可以发布").wait_for()
    box = page.locator("textarea", has_text=OLD)
    box.fill(box.input_value().replace(OLD, "{unknown}"))
    sample.get_by_text("有 1 处要改").wait_for()
    page.locator(".wrd-s .error").get_by_text("没有“unknown”这一项").wait_for()
    box = page.locator(f"textarea >> nth={_place(page, '{unknown}')}")
    box.fill(box.input_value().replace("{unknown}", NEW))
    sample.get_by_text("可以发布").wait_for()
    assert sample.locator("img").count() >= 3
    page.get_by_label("说明").fill("写明申请延期的时间")
    follow(page.get_by_role("button", name="发布文书范本").last)
    page.get_by_text("改动 1 处").wait_for()
    shot(page, "confirm-1440")
    follow(page.get_by_role("button", name="发布文书范本"))
    page.get_by_role("status").get_by_text("已发布《行政处罚决定书》文书范本").wait_for()

    made = a_decision_of_today(bureau)
    page = opens(bureau.handler, reverse("desk:material", args=[made.file_id, made.pk]))
    page.get_by_text(NEW).wait_for()
    page.get_by_text("安澜市人民政府第 1 版").wait_for()
    _an_agency_adds(bureau, opens)


def _place(page: Page, text: str) -> int:
    values = page.locator("textarea").evaluate_all("all => all.map(one => one.value)")
    return next(n for n, value in enumerate(values) if text in value)


def _an_agency_adds(bureau: Bureau, opens: Opens) -> None:  # noqa: F811
    keeper = account("scjg-guan", "管一", bureau.agency, Role.ADMINISTRATOR, bureau.agency)
    page = opens(keeper, url("wording_edit", bureau.agency))
    assert page.locator("textarea:not([readonly])").count() == 0, "what stands above is fixed"
    follow(page.get_by_role("button", name="下面加一段").last)
    page.locator("textarea:not([readonly])").fill(OWN)
    follow(page.get_by_role("button", name="发布文书范本").last)
    follow(page.get_by_role("button", name="发布文书范本"))
    page.get_by_role("status").get_by_text("已发布").wait_for()
    own = Wording.objects.get(organ=bureau.agency)
    assert OWN in own.lines
    page = opens(keeper, url("wording_edit", bureau.agency))
    page.locator("textarea").first.evaluate("one => { one.removeAttribute('readonly') }")
    page.locator("textarea").first.fill("改写")
    follow(page.get_by_role("button", name="发布文书范本").last)
    page.get_by_role("alert").get_by_text("被删去、改动或者换了位置").wait_for()
    shot(page, "agency-1440")
    assert Wording.objects.filter(organ=bureau.agency).count() == 1


def pages(bureau: Bureau) -> list[tuple[str, Account, str]]:  # noqa: F811
    city = bureau.agency.parent
    assert city
    return [
        ("list", bureau.supervisor, reverse("desk:wordings_of", args=[city.pk])),
        ("document", bureau.supervisor, url("wording", city)),
        ("compare", bureau.handler, url("wording_compare", bureau.agency) + "?new=1"),
        ("edit", bureau.supervisor, url("wording_edit", city)),
    ]


def test_the_pages_are_accessible_and_fit(bureau: Bureau, opens: Opens) -> None:  # noqa: F811
    from xiezhi.procedure.documents import KINDS
    from xiezhi.procedure.documents.wording_pages import declared
    from xiezhi.record.releasing import release_wording
    from xiezhi.registry.actions import standing_file

    lines = [line.replace(OLD, NEW) for line in declared(KINDS[CODE])]
    city = bureau.agency.parent
    assert city
    release_wording(
        standing_file(city, by=bureau.supervisor),
        by=bureau.supervisor,
        code=CODE,
        lines=[*lines, "【附注】本决定书一式二份，一份送达当事人，一份归档。"],
        starts_on=timezone.localdate(),
        note="统一写法",
    )
    newest = Wording.objects.get().pk
    wrong: list[tuple[str, str, str]] = []
    for name, who, path in pages(bureau):
        page = opens(who, path.replace("new=1", f"new={newest}"))
        if name == "edit":
            page.locator("#preview img").first.wait_for()
        for theme in ("light", "dark"):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            found = Axe().run(page, options=WCAG).response["violations"]
            wrong += [(name, rule["id"], n["html"][:160]) for rule in found for n in rule["nodes"]]
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        for width in (320, 390, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            wrong += [(name, f"{width} px", f"{over} px too wide")] if over > 0 else []
            shot(page, f"{name}-{width}")
        page.close()
    assert not wrong
