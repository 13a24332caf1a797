"""修改方案 in a real browser: a value is changed, its effects seen, its start dated, then saved."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from tests.builders import Bureau, Story, a_case, account
from tests.faces.desk.conftest import story_at
from tests.faces.desk.test_browser import WCAG, Opens, bureau, opens  # noqa: F401 - fixtures
from tests.journeys.browsing import follow, labelled
from xiezhi.identity.models import Account, Profile
from xiezhi.procedure.roles import Role
from xiezhi.record.models import File
from xiezhi.record.policies import forget, policy_of

pytestmark = pytest.mark.browser
CLAUSE = "安市监发〔2026〕12号三（二）"
#: Where pictures of the pages go, for whoever wants to look at them.
SHOTS = os.environ.get("XIEZHI_SHOTS", "")


@pytest.fixture(autouse=True)
def _unread() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def admin(bureau: Bureau) -> Account:  # noqa: F811
    return account("plans", "程管", bureau.agency, Role.ADMINISTRATOR, bureau.agency)


def faults(page: Page, name: str) -> list[tuple[str, str, str]]:
    """What axe finds in both themes, and what is too wide for a telephone, a tablet, a desk."""
    wrong: list[tuple[str, str, str]] = []
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found = Axe().run(page, options=WCAG).response["violations"]
        wrong += [(name, rule["id"], n["html"][:160]) for rule in found for n in rule["nodes"]]
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    for width in (320, 390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        wrong += [(name, f"{width} px", f"{over} px too wide")] if over > 0 else []
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)
    return wrong


def changed(page: Page) -> None:
    """The administrator shortens the review to five working days from today on."""
    follow(page.get_by_role("link", name="修改方案"))
    page.locator("summary", has_text="法制审核").click()
    page.get_by_label(labelled("法制审核（个工作日）")).fill("5")
    page.get_by_label("自何日起施行").fill(timezone.localdate().isoformat())
    page.get_by_label(labelled("依据")).fill(CLAUSE)


def before_and_after(story: Story, today: File) -> tuple[int, int]:
    return policy_of(File.objects.get(pk=story.file.pk)).review_days, policy_of(today).review_days


def test_a_plan_is_changed_for_the_cases_to_come(
    bureau: Bureau,  # noqa: F811
    opens: Opens,  # noqa: F811
    admin: Account,
) -> None:
    story = story_at(bureau, "submitted")
    page = opens(admin, reverse("desk:plan", args=[bureau.agency.pk]))
    wrong = faults(page, "plan")
    changed(page)
    wrong += faults(page, "plan-edit")
    follow(page.get_by_role("button", name="看看影响"))
    shown = page.locator("main")
    shown.get_by_text("在办案件 1 件，继续适用启动时的方案").wait_for()
    assert story.file.number in shown.inner_text()
    assert "公开的办理时限有" in shown.inner_text()
    assert shown.get_by_role("row").filter(has_text="10 个工作日").count() >= 2
    wrong += faults(page, "plan-effect")
    assert not Profile.objects.exists()
    follow(page.get_by_role("button", name="回去改"))
    assert page.get_by_label(labelled("法制审核（个工作日）")).input_value() == "5"
    follow(page.get_by_role("button", name="看看影响"))
    follow(page.get_by_role("button", name="保存方案"))
    page.get_by_role("status").get_by_text("已修改方案").wait_for()
    page.get_by_text("第 1 版").first.wait_for()
    wrong += faults(page, "plan-after")
    assert Profile.objects.get().starts_on == timezone.localdate()
    later = a_case(bureau, day=timezone.localdate()).registered()
    assert before_and_after(story, later.file) == (10, 5)
    assert not wrong


def test_a_value_beyond_the_law_is_refused_on_the_page(
    bureau: Bureau,  # noqa: F811
    opens: Opens,  # noqa: F811
    admin: Account,
) -> None:
    page = opens(admin, reverse("desk:plan_edit", args=[bureau.agency.pk]))
    page.locator("summary", has_text="决定、送达和执行").click()
    page.get_by_label(labelled("作出处罚决定（日）")).fill("120")
    page.get_by_label(labelled("依据")).fill(CLAUSE)
    follow(page.get_by_role("button", name="看看影响"))
    page.get_by_role("alert").first.wait_for()
    assert "不得超过 90" in page.locator("main").inner_text()
    assert page.get_by_label(labelled("作出处罚决定（日）")).is_visible(), "its part stands open"
    assert page.evaluate("document.activeElement.className") == "errors"
    assert faults(page, "plan-refused") == []
    assert not Profile.objects.exists()
