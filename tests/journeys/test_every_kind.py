"""Every act kind's whole life in a real browser: each form typed into, each document opened."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Locator, Page
from pypdf import PdfReader

from tests.builders import Bureau, a_bureau
from tests.journeys.browsing import PASSWORD, Official, follow
from tests.journeys.conftest import At
from tests.kinds.test_lives import START, cast
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import dates, relied_on, typed, with_parties, workday
from xiezhi.faces.desk.actforms import form_of
from xiezhi.identity.actions import set_password
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.kinds import KINDS
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File, Material

pytestmark = pytest.mark.browser


def _whole() -> dict[str, Life]:
    found: dict[str, Life] = {}
    for life in LIVES:
        if life.deeds[-1].act == "record.archive" and KINDS[life.kind].title:
            found.setdefault(life.kind, life)
    return found


WHOLE = _whole()
#: Lives that show what no other does: several parties, each with its own share.
MORE = {life.name: life for life in LIVES if life.name == "penalty.joint"}
LIVED = WHOLE | MORE


@pytest.fixture
def bureau(site: str) -> Bureau:
    """Under the national baseline, which has every act kind."""
    made = a_bureau(policy="national")
    for who in vars(made).values():
        if hasattr(who, "username"):
            set_password(who, PASSWORD)
    return made


def put(page: Page, name: str, value: Any) -> None:
    """Type, tick or choose what an input of that name takes."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        for n, row in enumerate(value):
            for column, cell in row.items():
                if not page.locator(f'[name="{name}-{n}-{column}"]').count():
                    page.locator(f'[name="{name}-more"]').click()
                _one(page.locator(f'[name="{name}-{n}-{column}"]'), cell)
        return
    for each in value if isinstance(value, list) else [value]:
        _one(page.locator(f'main [name="{name}"]'), each)


def _one(control: Locator, value: Any) -> None:
    first = control.first
    kind = first.evaluate("c => c.tagName === 'SELECT' ? 'select' : c.type")
    if kind == "radio" or (kind == "checkbox" and not isinstance(value, bool)):
        chosen = control.and_(control.page.locator(f'[value="{value}"]'))
        if not chosen.is_checked():
            chosen.check()
    elif kind == "checkbox":
        first.set_checked(value)
    elif kind == "select":
        first.select_option(value=str(value))
    else:
        first.fill(str(value))


def does(
    person: Official,
    deed: Deed,
    file: File | None,
    *,
    people: dict[str, Any],
    day: dt.date,
    calendar: WorkCalendar,
) -> None:
    """One deed at the desk: the form is opened, filled and sent; anything but its doing fails."""
    form = form_of(deed.act)
    assert form is not None
    values = dates({"on": "@", **typed(deed, form, people)}, day, calendar)
    if deed.act == "review.give_opinion":
        values = {**relied_on(file), **values}
    values = with_parties(values, file)
    page = person.page
    where = f"files/{file.pk}/acts/{deed.act}/" if file else f"new/{deed.act}/"
    page.goto(f"{person.site}/desk/{where}")
    if not page.locator("main form[method=post]").count():
        raise AssertionError(f"{ACTS[deed.act].label}: {page.locator('main').inner_text()[:1500]}")
    for name, value in values.items():
        if name != "on" or "on" in form.base_fields:
            put(page, name, value)
    for control in page.locator('[name^="answer_"][value="cover"]').all():
        control.check()
    follow(page.locator("main form[method=post] button[type=submit]:not([name])").last)
    if not page.get_by_role("status").filter(has_text="已办理").count():
        said = page.locator("[role=alert], .refuse").first.inner_text()[:1500]
        raise AssertionError(f"{ACTS[deed.act].label}: {said}")


@pytest.mark.parametrize("name", sorted(LIVED))
def test_a_whole_life_at_the_desk(name: str, bureau: Bureau, at: At) -> None:
    life, people = LIVED[name], cast(bureau)
    for other in ("their_head", "their_handler"):
        set_password(people[other], PASSWORD)
    calendar = calendar_for(bureau.agency.region)
    file, day = None, START
    for deed in life.deeds:
        day = workday(day, deed.days, calendar)
        if deed.refused:
            continue
        does(
            at(people[deed.who].username),
            deed,
            file,
            people=dict(people),
            day=day,
            calendar=calendar,
        )
        file = file or File.objects.get(kind=life.kind)
    assert file is not None
    archivist = at(bureau.archivist.username)
    archivist.page.goto(f"{archivist.site}/desk/files/{file.pk}/")
    assert archivist.page.locator("h1").first.inner_text()
    made = Material.objects.filter(file=file, kind=Material.Kind.DOCUMENT)
    assert made
    for material in made:
        url = f"{archivist.site}/desk/files/{file.pk}/papers/{material.pk}/document.pdf"
        answer = archivist.page.context.request.get(url)
        assert answer.ok, material.title
        assert PdfReader(BytesIO(answer.body())).pages, material.title


def test_every_kind_that_is_declared_is_lived_here() -> None:
    assert set(WHOLE) == {kind.code for kind in KINDS.values() if kind.title}
