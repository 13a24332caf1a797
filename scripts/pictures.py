"""Take the pictures of the README from a running demo, with the sample government just loaded.

PYTHONPATH=. .venv/bin/python scripts/pictures.py http://127.0.0.1:8000
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PASSWORD = "anlan-yanshi-2026"  # noqa: S105 - public: of the demo only
WIDE, PHONE = (1440, 860), (390, 844)
CASE, SUBMITTED, SHOWN = "百味熟食坊", "禾丰粮油", "宏达工程塑料"


class Camera:
    """A browser with a log-in for each person."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site

    def page(self, size: tuple[int, int], who: str = "") -> Page:
        """A page of this size, signed in as that account if one is named."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        page = context.new_page()
        if who:
            page.goto(f"{self.site}/accounts/login/")
            page.fill("input[name=login]", who)
            page.fill("input[name=password]", PASSWORD)
            page.click("form button[type=submit]")
            page.wait_for_url(f"{self.site}/desk/")
        return page

    def take(self, page: Page, path: str, name: str) -> None:
        """Load the address and keep what is seen without scrolling."""
        page.goto(f"{self.site}{path}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png")

    def address(self, page: Page, listed: str, words: str, part: str) -> str:
        """The first link on a list whose row says these words."""
        page.goto(f"{self.site}{listed}")
        found = page.locator("a[href*='" + part + "']").evaluate_all(
            "(links, words) => links.filter(a => a.closest('tr, li, article, div')"
            ".innerText.includes(words) || a.innerText.includes(words))"
            ".map(a => a.getAttribute('href'))",
            words,
        )
        return str(found[0])


def main(site: str) -> None:
    """All pictures, each once wide or on a phone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        camera = Camera(browser, site)
        officer, reviewer = camera.page(WIDE, "zhou"), camera.page(WIDE, "shen")
        case = camera.address(officer, f"/desk/files/?q={CASE}", CASE, "/desk/files/")
        sent = camera.address(reviewer, f"/desk/files/?q={SUBMITTED}", SUBMITTED, "/desk/files/")
        visitor = camera.page(WIDE)
        shown = camera.address(visitor, f"/search/?q={SHOWN}", SHOWN, "/p/")
        camera.take(officer, "/desk/", "work")
        camera.take(officer, case, "case")
        camera.take(reviewer, f"{sent}review/", "review")
        camera.take(visitor, "/", "portal")
        camera.take(visitor, shown, "decision")
        phone, strange_phone = camera.page(PHONE, "zhou"), camera.page(PHONE)
        camera.take(phone, "/desk/", "work-phone")
        camera.take(phone, case, "case-phone")
        camera.take(strange_phone, shown, "decision-phone")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
