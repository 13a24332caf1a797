"""The sample government: it loads, it verifies, and each of its pages is accessible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page

from xiezhi.config.sample import load
from xiezhi.config.sample.cases import CASES
from xiezhi.config.sample.kinds import LIVES
from xiezhi.decision.models import Decision
from xiezhi.disclosure.models import Publication
from xiezhi.identity.models import Account
from xiezhi.procedure.kinds import KINDS
from xiezhi.record.models import File, Material
from xiezhi.review.models import Opinion

pytestmark = pytest.mark.browser
PROCEDURES = (
    *("procedures", "procedures-review", "procedures-recordings", "procedures-file"),
    *("procedures-guide", "calculator"),
)
#: No matter of anybody: the File in which an agency writes down its registers.
UNTOLD = {"standing.register"}
#: What axe calls serious or critical, under the rules of WCAG 2.2 AA.
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
GRAVE = {"serious", "critical"}


@pytest.fixture
def sample(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The site with the sample loaded, as `make demo` loads it."""
    caches["local"].clear()
    monkeypatch.setattr(settings, "OBJECTS", tmp_path / "objects")
    told = load(lambda _what: None)
    assert told >= len(CASES) + sum(life.shown for life in LIVES)
    return site


def test_the_sample_is_whole_and_accessible(sample: str, browser: Browser) -> None:
    every_stage_is_there()
    call_command("verify")
    assert load(lambda _what: None) == 0, "loading again adds nothing"
    wrong = [fault for width in (1440, 390) for fault in faults(browser, sample, width)]
    assert not wrong, "\n".join(wrong)


def every_stage_is_there() -> None:
    assert set(File.objects.values_list("kind", flat=True)) >= set(KINDS) - UNTOLD
    assert Decision.objects.filter(outcome="no_penalty").exists()
    assert Decision.objects.filter(procedure="summary").exists()
    assert Opinion.objects.filter(verdict="correct").exists()
    assert Publication.objects.exclude(withdrawal=None).exists()
    numbers = Decision.objects.filter(number__startswith="安市监罚").order_by("on", "seq")
    serials = [int(n.partition("〕")[2][:-1]) for n in numbers.values_list("number", flat=True)]
    assert serials == sorted(serials), "numbers run in the order of their dates"


def faults(browser: Browser, site: str, width: int) -> Iterator[str]:
    """Every page at this width: what axe finds, and whether it is wider than the screen."""
    pages: dict[str, Page] = {}
    for username, path in [("", path) for path in public_pages()] + list(desk_pages()):
        if username not in pages:
            pages[username] = somebodys(browser, site, username, width)
        page = pages[username]
        answer = page.goto(site + path)
        assert answer
        assert answer.ok, f"{path}: {answer.status}"
        found = Axe().run(page, options=WCAG).response["violations"]
        for rule in found:
            if rule["impact"] in GRAVE:
                yield f"{path} {width}px {rule['id']}: {rule['nodes'][0]['html'][:140]}"
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if over > 0:
            yield f"{path} {width}px: {over} px wider than the screen"
    for page in pages.values():
        page.context.close()


def somebodys(browser: Browser, site: str, username: str, width: int) -> Page:
    """A browser of that width, logged in unless the name is empty."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    if username:
        client = Client()
        client.force_login(Account.objects.get(username=username))
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


def public_pages() -> list[str]:
    shown = Publication.objects.filter(withdrawal=None).order_by("-pk")
    gone = Publication.objects.exclude(withdrawal=None)[0]
    names: tuple[str, ...] = (
        "home",
        "results",
        "account",
        "remedies",
        "contact",
        "accessibility",
        "verify",
    )
    names += ("method", "data", "lists", "agencies", "officers", "items", "laws", "benchmarks")
    return [
        *(reverse(f"portal:{name}") for name in (*names, *PROCEDURES)),
        reverse("portal:procedures-kind", args=["licence.ordinary"]),
        *(reverse("portal:decision", args=[one.uid]) for one in shown[:2]),
        reverse("portal:decision", args=[gone.uid]),
        f"{reverse('portal:verify')}?p={shown[0].uid}",
        f"{reverse('portal:results')}?q=食品",
        reverse("account_login"),
    ]


def desk_pages() -> Iterator[tuple[str, str]]:
    """Username and path; each page with somebody who works with it."""
    oil = File.objects.get(title__contains="禾丰粮油")
    shoes = File.objects.get(title__contains="步行者鞋店")
    archived = File.objects.get(title__contains="海晏仓储")
    report = Material.objects.get(file=oil, code="inquiry.report")
    yield from (("zhou", reverse(f"desk:{name}")) for name in ("work", "files", "documents"))
    yield from (("zhou", reverse("desk:account")), ("shen", reverse("desk:review")))
    yield from (("gu", reverse("desk:publish")), ("he", reverse("desk:supervision")))
    yield from (("zhou", reverse("desk:case", args=[oil.pk])), ("cheng", reverse("desk:work")))
    yield from (("qin", reverse("desk:case", args=[shoes.pk])),)
    yield "qi", reverse("desk:case", args=[archived.pk])
    yield "shen", reverse("desk:bench", args=[oil.pk])
    yield "zhou", reverse("desk:papers", args=[oil.pk])
    yield "zhou", reverse("desk:record", args=[oil.pk])
    yield "zhou", reverse("desk:material", args=[oil.pk, report.pk])
    yield "zhou", reverse("desk:open", args=["casework.register_clue"])
    yield "zhou", reverse("desk:open", args=["casework.record_on_spot"])
    yield "qin", reverse("desk:act", args=[shoes.pk, "casework.conclude"])
    yield "cheng", reverse("desk:act", args=[oil.pk, "decision.issue"])
