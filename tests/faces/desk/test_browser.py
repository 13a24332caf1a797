"""The desk in a real browser: accessible in both themes, never too wide, whole without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page

from tests.builders import Bureau, Story, a_bureau
from tests.faces.desk.conftest import story_at
from tests.journeys.browsing import follow
from xiezhi.identity.models import Account
from xiezhi.record.models import Material

pytestmark = pytest.mark.browser
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
Opens = Callable[..., Page]


@pytest.fixture
def bureau(site: str) -> Bureau:
    """In the database that the served site uses."""
    return a_bureau()


@pytest.fixture
def opens(browser: Browser, site: str) -> Iterator[Opens]:
    """Open a page of the desk as somebody, at some width, in some theme."""
    contexts: list[BrowserContext] = []

    def open_(
        account: Account, path: str, width: int = 1440, *, theme: str = "light", script: bool = True
    ) -> Page:
        client = Client()
        client.force_login(account)
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            locale="zh-CN",
            # A colour on its way to another is neither: axe would judge it.
            reduced_motion="reduce",
        )
        contexts.append(context)
        known = {"sessionid": client.cookies["sessionid"].value, "theme": theme}
        context.add_cookies([{"name": n, "value": v, "url": site} for n, v in known.items()])
        page = context.new_page()
        page.set_default_timeout(10_000)
        said: list[str] = []
        page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(site + path)
        assert not said, said
        return page

    yield open_
    for context in contexts:
        context.close()


def pages(story: Story) -> list[tuple[Account, str]]:
    """Every page of the desk, with somebody who uses it."""
    b, pk = story.bureau, story.file.pk
    material = Material.objects.filter(file=story.file, code="inquiry.report")[0]
    return [
        (b.handler, reverse("desk:work")),
        (b.handler, reverse("desk:open", args=["casework.register_clue"])),
        (b.head, reverse("desk:files")),
        (b.handler, reverse("desk:case", args=[pk])),
        (b.handler, reverse("desk:act", args=[pk, "casework.add_evidence"])),
        (b.head, reverse("desk:act", args=[pk, "decision.issue"])),
        (b.reviewer, reverse("desk:review")),
        (b.reviewer, reverse("desk:bench", args=[pk])),
        (b.handler, reverse("desk:papers", args=[pk])),
        (b.handler, reverse("desk:material", args=[pk, material.pk])),
        (b.handler, reverse("desk:record", args=[pk])),
        (b.handler, reverse("desk:documents")),
        (b.publisher, reverse("desk:publish")),
        (b.supervisor, reverse("desk:supervision")),
        (b.handler, reverse("desk:account")),
    ]


@pytest.fixture
def story(bureau: Bureau) -> Story:
    story_at(bureau, "decided", 60)
    return story_at(bureau, "submitted", 25)


def test_every_page_is_accessible_and_fits(story: Story, opens: Opens) -> None:
    """In both themes, and at the widths of telephones, tablets and desks."""
    wrong: list[tuple[str, str, str]] = []
    for account, path in pages(story):
        page = opens(account, path)
        for theme in ("light", "dark"):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            found = Axe().run(page, options=WCAG).response["violations"]
            wrong += [(path, rule["id"], n["html"][:160]) for rule in found for n in rule["nodes"]]
        for width in (320, 390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            wrong += [(path, f"{width} px", f"{over} px too wide")] if over > 0 else []
        page.close()
    assert not wrong


@pytest.mark.parametrize("script", [True, False])
def test_an_act_is_done_with_and_without_script(story: Story, opens: Opens, script: bool) -> None:
    """From the work list to the opinion: a reviewer at the bench."""
    page = opens(story.bureau.reviewer, "/desk/review/", script=script)
    follow(page.get_by_role("link", name="出具审核意见").first)
    for number in range(10):
        page.locator(".check > li").nth(number).get_by_text("符合", exact=True).click()
        page.locator(".check > li select").nth(number).select_option("案件调查终结报告")
    page.get_by_label("同意").check()
    page.get_by_label("理由和依据").fill("事实清楚，证据确凿。")
    follow(page.get_by_role("button", name="出具审核意见"))
    page.get_by_role("status").get_by_text("已办理“出具法制审核意见”").wait_for()
    assert story.acts[-1] == "review.give_opinion"


def test_what_was_typed_survives_looking_at_other_evidence(story: Story, opens: Opens) -> None:
    page = opens(story.bureau.reviewer, reverse("desk:bench", args=[story.file.pk]))
    page.get_by_label("理由和依据").fill("还在写")
    before = page.locator("#paper").inner_text()
    page.get_by_role("link", name="下一份").click()
    page.wait_for_function("t => document.querySelector('#paper').innerText !== t", arg=before)
    assert page.get_by_label("理由和依据").input_value() == "还在写"


def test_the_first_error_has_the_focus(bureau: Bureau, opens: Opens) -> None:
    page = opens(bureau.handler, "/desk/new/casework.register_clue/")
    follow(page.get_by_role("button", name="登记来源"))
    page.get_by_role("alert").wait_for()
    assert page.evaluate("document.activeElement.className") == "errors"
    assert page.get_by_label("登记日期").input_value() == timezone.localdate().isoformat()


def test_the_keyboard_reaches_the_first_duty(story: Story, opens: Opens) -> None:
    page = opens(story.bureau.reviewer, "/desk/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if "btn" in page.evaluate("document.activeElement.className"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/")
