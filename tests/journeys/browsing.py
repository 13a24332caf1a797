"""People at their browsers: they log in, open a case, fill its forms and press the button."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

PASSWORD = "澜江水长流-2026"

Values = dict[str, Any]
#: What stands behind the label of an input that may be left empty.
_OPTIONAL = r"(（可以不[填选]）)?"


@dataclass(frozen=True)
class Row:
    """A choice or text in a table of the form: 第 1 行种类."""

    number: int
    column: str


def labelled(label: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(label)}{_OPTIONAL}\s*$")


def follow(control: Locator) -> None:
    """Click a link or button that leads to another page, and be there: nothing of the old one left.

    A click alone returns before the answer has come, and whoever then looks whether something is
    there may still be looking at the page before.
    """
    with control.page.expect_navigation():
        control.click()


def fill(page: Page, values: Values) -> None:
    """Fill a form by what stands beside its inputs.

    A bool ticks, a Path uploads, a list of dicts fills a table row by row, a tuple ticks several
    of a group; everything else is typed or chosen.
    """
    for label, value in values.items():
        _one(page, label, value)


def _one(page: Page, label: str, value: Any) -> None:
    if isinstance(value, list):
        _rows(page, label, value)
        return
    group = page.get_by_role("group", name=labelled(label))
    if group.count():
        for choice in value if isinstance(value, tuple) else (value,):
            group.get_by_label(choice, exact=not isinstance(value, tuple)).check()
        return
    control = page.get_by_label(labelled(label))
    if isinstance(value, bool):
        control.set_checked(value)
    elif isinstance(value, Path):
        control.set_input_files(value)
    else:
        put(control, str(value))


def put(control: Locator, value: str) -> None:
    """Type into an input, or choose by its words."""
    if control.evaluate("control => control.tagName") == "SELECT":
        control.select_option(label=value)
    else:
        control.fill(value)


def _rows(page: Page, label: str, rows: list[Values]) -> None:
    """A table of the form; 再加一行 where it has too few."""
    table = page.get_by_role("group", name=labelled(label))
    for number, row in enumerate(rows, start=1):
        for column, value in row.items():
            cell = table.get_by_label(f"第 {number} 行{column}", exact=True)
            if not cell.count():
                table.get_by_role("button", name="再加一行").click()
            put(cell, str(value))


@dataclass
class Official:
    """Somebody with an account, at a browser of their own."""

    browser: Browser
    site: str
    username: str
    script: bool = True
    said: list[str] = field(default_factory=list)
    _context: BrowserContext | None = None
    _page: Page | None = None

    @property
    def page(self) -> Page:
        """The browser's page; logs in by the form the first time."""
        if self._page is None:
            self._context = self.browser.new_context(
                locale="zh-CN",
                timezone_id="Asia/Shanghai",
                viewport={"width": 1280, "height": 900},
                java_script_enabled=self.script,
                accept_downloads=True,
            )
            self._page = self._open(self._context)
            self._log_in(self._page)
        return self._page

    def _open(self, context: BrowserContext) -> Page:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", lambda m: self.said.append(m.text) if m.type == "error" else None)
        return page

    def another_tab(self) -> Page:
        """A second page of the same browser: the same person, logged in once."""
        assert self.page
        assert self._context
        return self._open(self._context)

    def _log_in(self, page: Page) -> None:
        page.goto(f"{self.site}/accounts/login/")
        page.get_by_label("执法证号或者账号").fill(self.username)
        page.get_by_label("密码", exact=True).fill(PASSWORD)
        follow(page.get_by_role("button", name="登录", exact=True))
        page.wait_for_url("**/desk/**")

    def close(self) -> None:
        if self._context is not None:
            self._context.close()
        # A refusal on purpose (403, 404, 409, 422) is logged by the browser and is no fault.
        wrong = [
            line for line in self.said if "the server responded with a status of 4" not in line
        ]
        assert not wrong, wrong

    # -- at the desk -------------------------------------------------------------------------------
    def opens_file(self, button: str, verb: str, values: Values) -> str:
        """Begin a case from the work list; returns its address."""
        self.page.goto(f"{self.site}/desk/")
        follow(self.page.get_by_role("link", name=button, exact=True))
        fill(self.page, values)
        self.presses(verb)
        return self.page.url.partition("?")[0]

    def does(self, case: str, act: str, verb: str, values: Values | None = None) -> None:
        """Do an act that is offered on the case page."""
        self.opens(case, act)
        fill(self.page, values or {})
        self.presses(verb)

    def opens(self, case: str, act: str) -> None:
        """Follow the offer of an act from the case page."""
        self.page.goto(case)
        offers = self.page.get_by_role("region", name="现在可以做")
        closed = offers.locator("details:not([open]) > summary")
        while closed.count():
            closed.first.click()
        follow(offers.get_by_role("link").filter(has=self.page.get_by_text(act, exact=True)))

    def fills(self, values: Values) -> None:
        fill(self.page, values)

    def presses(self, verb: str) -> None:
        """Press the button of the form; anything but its doing is a failure."""
        follow(self.page.get_by_role("button", name=verb, exact=True))
        if not self.page.get_by_role("status").filter(has_text="已办理").count():
            raise AssertionError(self.page.locator("main").inner_text()[:2000])
