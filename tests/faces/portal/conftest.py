"""What the public site's tests share: shown cases, an empty memory, the public role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connections

from tests.builders import COMPANY, Bureau, a_bureau, a_case
from tests.disclosure.showing import Showing
from xiezhi.disclosure.models import Publication
from xiezhi.record import log


@pytest.fixture(autouse=True)
def forget() -> None:
    """Agencies are remembered for half a minute; every test has its own."""
    caches["local"].clear()


@pytest.fixture
def bureau(db: None) -> Bureau:
    return a_bureau()


def show(bureau: Bureau, many: int, day: dt.date = dt.date(2026, 3, 2)) -> list[Publication]:
    """So many shown decisions, a day apart, in the log."""
    made = []
    for n in range(many):
        party = {**COMPANY, "name": f"安澜市第{n + 1}建材有限公司"}
        story = a_case(bureau, day=day + dt.timedelta(days=n), party=party)
        made.append(Showing(story.decided()).shown())
    log.sequence_all()
    return made


@pytest.fixture
def as_portal() -> Iterator[None]:
    """From here on every query of this process is made as the public site's database role."""
    portal, everyday = connections.databases["portal"], connections.databases["default"]
    before = {key: everyday[key] for key in ("USER", "PASSWORD")}
    connections["default"].close()
    everyday.update({key: portal[key] for key in before})
    connections["default"].settings_dict.update({key: portal[key] for key in before})
    yield
    connections["default"].close()
    everyday.update(before)
    connections["default"].settings_dict.update(before)
