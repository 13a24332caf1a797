"""The gallery and the log-in page in a real browser: accessible, not too wide, script optional.

No server: the browser's requests are answered by Django's test client.
"""

from __future__ import annotations

import mimetypes
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SITE = "https://testserver"


def _answer(route: Route) -> None:
    path = urlsplit(route.request.url)
    if path.path.startswith("/static/"):
        found = finders.find(path.path.removeprefix("/static/"))
        assert isinstance(found, str), path.path
        kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
        route.fulfill(path=found, content_type=kind)
        return
    client = Client()
    client.cookies.load(route.request.all_headers().get("cookie", ""))
    answer = client.get(f"{path.path}?{path.query}", secure=True)
    headers = {name: value for name, value in answer.items() if name != "Set-Cookie"}
    route.fulfill(status=answer.status_code, body=answer.content, headers=headers)


def _open(browser: Browser, path: str, width: int = 1280, *, script: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script, locale="zh-CN"
    )
    context.route("**/*", _answer)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(SITE + path)
    assert not said, said
    return page


PAGES = ["/ui/", "/accounts/login/"]


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("look", ["", "text=elder"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_screen(
    browser: Browser, path: str, look: str, width: int
) -> None:
    if look and width < 390:
        pytest.skip("elder mode is 131 %: 320 px there is 244 px here")
    page = _open(browser, f"{path}?{look}", width)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_pass_axe(browser: Browser, path: str, theme: str) -> None:
    page = _open(browser, path)
    page.context.add_cookies([{"name": "theme", "value": theme, "url": SITE}])
    page.goto(SITE + path)
    if path == "/ui/":
        assert page.locator("html").get_attribute("data-theme") == (
            "dark" if theme == "dark" else None
        )
    found = Axe().run(page, options=WCAG).response["violations"]
    assert not [(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"]]
    page.context.close()


def test_a_row_can_be_added_in_place(browser: Browser) -> None:
    page = _open(browser, "/ui/")
    rows = page.locator("form.form >> nth=0 >> [data-rows=goods] tbody tr")
    before = rows.count()
    page.locator("[data-more]").first.click()
    assert rows.count() == before + 1
    name = page.locator(f"#id_goods-{before}-name")
    assert name.get_attribute("name") == f"goods-{before}-name"
    assert name.get_attribute("aria-label") == f"第 {before + 1} 行名称"
    page.context.close()


def test_a_date_says_its_weekday(browser: Browser) -> None:
    page = _open(browser, "/ui/")
    page.locator("#id_on").fill("2026-11-18")
    page.locator("#id_on").dispatch_event("change")
    assert page.locator("[data-weekday]").first.inner_text() == "星期三"
    page.context.close()


def test_pages_say_the_same_without_script(browser: Browser) -> None:
    page = _open(browser, "/ui/", script=False)
    assert page.locator("[data-more]").first.is_visible()
    assert page.locator("button", has_text="作出处罚决定").first.is_visible()
    page.context.close()
