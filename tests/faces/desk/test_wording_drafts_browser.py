"""草稿 in a real browser: kept while one writes, found again, told to the next, given up."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.builders import Bureau, account
from tests.faces.desk.test_browser import WCAG, Opens, bureau, opens  # noqa: F401 - fixtures
from tests.journeys.browsing import follow
from xiezhi.identity.models import Organ
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Wording, WordingDraft

pytestmark = pytest.mark.browser
CODE = "penalty.decision"
MINE, THEIRS = "统一写法甲。", "统一写法乙。"
#: Where pictures of the pages go, for whoever wants to look at them.
SHOTS = os.environ.get("XIEZHI_SHOTS", "")


@pytest.fixture(autouse=True)
def objects(tmp_path: Path, settings: Any) -> None:
    settings.OBJECTS = tmp_path / "objects"


@pytest.fixture
def city(bureau: Bureau) -> Organ:  # noqa: F811
    assert bureau.agency.parent
    return bureau.agency.parent


def url(name: str, where: Organ) -> str:
    return reverse(f"desk:{name}", args=[where.pk, CODE])


def faults(page: Page, name: str) -> list[tuple[str, str, str]]:
    """What axe finds in both themes, and what is too wide."""
    wrong: list[tuple[str, str, str]] = []
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found = Axe().run(page, options=WCAG).response["violations"]
        wrong += [(name, rule["id"], n["html"][:160]) for rule in found for n in rule["nodes"]]
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        wrong += [(name, f"{width} px", f"{over} px too wide")] if over > 0 else []
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)
    return wrong


def write(page: Page, words: str) -> None:
    """Words at the end of the second section, as somebody types them."""
    box = page.locator("#section-2")
    box.press("End")
    box.press_sequentially(words)


def test_a_closed_tab_loses_nothing(bureau: Bureau, city: Organ, opens: Opens) -> None:  # noqa: F811
    page = opens(bureau.supervisor, url("wording_edit", city))
    write(page, MINE)
    page.locator("#saved").get_by_text("已保存草稿").wait_for()
    page.close()
    assert MINE in WordingDraft.objects.get().text
    page = opens(bureau.supervisor, reverse("desk:wordings_of", args=[city.pk]))
    wrong = []
    row = page.locator(".wrd-l li").filter(has_text="有草稿")
    expect(row).to_contain_text(bureau.supervisor.person.name)
    wrong += faults(page, "draft-list")
    follow(row.get_by_role("link").first)
    wrong += faults(page, "draft-document")
    follow(page.get_by_role("link", name="继续编写草稿"))
    expect(page.locator("#section-2")).to_have_value(re.compile(f"{MINE}$"))
    wrong += faults(page, "draft-edit")
    follow(page.get_by_role("link", name="放弃草稿"))
    wrong += faults(page, "draft-discard")
    assert WordingDraft.objects.exists()
    follow(page.get_by_role("button", name="放弃草稿"))
    page.get_by_role("status").get_by_text("已放弃").wait_for()
    assert not WordingDraft.objects.exists()
    assert not wrong


def test_the_second_writer_is_told(bureau: Bureau, city: Organ, opens: Opens) -> None:  # noqa: F811
    other = account("sfj-lin", "林复", city, Role.SUPERVISOR, city)
    mine = opens(bureau.supervisor, url("wording_edit", city))
    theirs = opens(other, url("wording_edit", city))
    write(theirs, THEIRS)
    theirs.locator("#saved").get_by_text("已保存草稿").wait_for()
    write(mine, MINE)
    told = mine.locator("#saved").get_by_role("alert")
    told.get_by_text("林复在").wait_for()
    assert THEIRS in WordingDraft.objects.get().text
    assert MINE in mine.locator("#section-2").input_value()
    wrong = faults(mine, "draft-told")
    follow(mine.get_by_role("button", name="用我写的替换"))
    mine.get_by_role("status").get_by_text("已保存").wait_for()
    assert MINE in WordingDraft.objects.get().text
    assert MINE in mine.locator("#section-2").input_value()
    assert not wrong


def test_without_script_it_is_saved_by_a_button(
    bureau: Bureau,  # noqa: F811
    city: Organ,
    opens: Opens,  # noqa: F811
) -> None:
    page = opens(bureau.supervisor, url("wording_edit", city), script=False)
    box = page.locator("#section-2")
    box.fill(box.input_value() + MINE)
    follow(page.get_by_role("button", name="保存草稿"))
    page.get_by_text("已保存《行政处罚决定书》范本的草稿").wait_for()
    assert MINE in WordingDraft.objects.get().text
    follow(page.get_by_role("button", name="发布文书范本").last)
    follow(page.get_by_role("button", name="发布文书范本"))
    page.get_by_text("已发布《行政处罚决定书》文书范本").wait_for()
    assert not WordingDraft.objects.exists()
    assert Wording.objects.count() == 1
