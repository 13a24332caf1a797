"""What a browser would do with a page: scripts, styles, handlers, addresses, forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

#: Attributes whose value is an address that the browser asks or goes to.
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "hx-get",
    "hx-post",
    "hx-put",
    "hx-delete",
    "ping",
    "background",
    "xlink:href",
}
#: Attributes in which htmx or another library would run code.
RUNS = ("on", "hx-on", "hx-vals", "hx-vars", "hx-headers", "x-", "@", ":", "_", "srcdoc", "style")


@dataclass
class Form:
    """A form as it would be sent."""

    method: str
    action: str
    token: bool = False


@dataclass
class Page:
    """What was found in a page that a strict policy would stop, and its forms."""

    faults: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._elements(tag, given)
        for name, value in given.items():
            if name.startswith(RUNS):
                self.page.faults.append(f"<{tag} {name}>")
            if name in ADDRESSES and not _ours(value):
                self.page.faults.append(f"<{tag} {name}={value}>")

    def _elements(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("style", "iframe", "frame", "object", "embed", "applet", "base"):
            self.page.faults.append(f"<{tag}>")
        if tag == "script" and not given.get("src"):
            self.page.faults.append("<script> without src")
        if tag == "meta" and given.get("http-equiv"):
            self.page.faults.append("<meta http-equiv>")
        if tag == "form":
            self.page.forms.append(
                Form(given.get("method", "get").lower(), given.get("action", ""))
            )
        if tag == "input" and given.get("name") == "csrfmiddlewaretoken" and self.page.forms:
            self.page.forms[-1].token = bool(given.get("value"))


def _ours(address: str) -> bool:
    """A path of this site, a fragment, or a picture in the page."""
    parts = urlsplit(address.strip())
    return (parts.scheme, parts.netloc) == ("", "") or address.startswith(("data:image/", "tel:"))


def read(text: str) -> Page:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page
