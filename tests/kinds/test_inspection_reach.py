"""Who inspects whom, where and with whom, through the acts themselves (INS-1, 7, 8, 12)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import Bureau, account, certificate, organ
from tests.kinds.test_inspection import FIRST, VISIT
from tests.kinds.test_lives import cast
from xiezhi.casework.visits import planned_elsewhere
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.identity.models import Account
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File

pytestmark = pytest.mark.django_db
PLAN, APPROVE = VISIT[0], VISIT[1]
People = dict[str, Account]


@pytest.fixture
def ours(bureau: Bureau) -> People:
    return cast(bureau)


@pytest.fixture
def theirs(ours: People, bureau: Bureau) -> People:
    """The fire brigade of the same city."""
    agency = organ(
        bureau.agency.parent,
        "xf",
        "agency",
        "安澜市消防救援局",
        word="安消",
        region="990100",
        court="安澜市东埠区人民法院",
        address="安澜市东埠区海晏路 3 号",
    )
    unit = organ(agency, "jd", "unit", "监督一科")
    people = {
        "handler": account("xf-he", "贺川", unit, Role.HANDLER, unit),
        "second": account("xf-bai", "白朗", unit, Role.HANDLER, unit),
        "head": account("xf-meng", "孟岚", agency, Role.AGENCY_HEAD, agency),
    }
    for n, key in enumerate(("handler", "second")):
        certificate(people[key], agency, f"9901007777{n}")
    return {**ours, **people}


def told(people: People, start: dt.date, *deeds: Deed) -> File:
    calendar = calendar_for(people["handler"].unit.region or "990100")
    return tell(Life("visit", kind="inspection.ordinary", deeds=deeds), people, start, calendar)


def changed(deed: Deed, **values: Any) -> Deed:
    return replace(deed, values={**deed.values, **values})


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, match=code)


@pytest.mark.rule("INS-7")
def test_what_another_agency_is_about_to_do_is_done_together(ours: People, theirs: People) -> None:
    """Theirs is planned for 12 March: that day ours waits for reasons, the next it doesn't."""
    file = told(theirs, FIRST, changed(PLAN, planned_on="2026-03-12"), APPROVE)
    mine = told(ours, FIRST, PLAN)
    assert planned_elsewhere(mine, dt.date(2026, 3, 12)) == [
        {"agency": "安澜市消防救援局", "on": "2026-03-12"}
    ]
    assert planned_elsewhere(mine, dt.date(2026, 3, 13)) == []
    assert planned_elsewhere(file, dt.date(2026, 3, 2)) == [], "ours isn't approved yet"
    with refused("INS-7"):
        told(ours, dt.date(2026, 3, 10), PLAN, APPROVE)
    told(ours, dt.date(2026, 3, 10), PLAN, changed(APPROVE, alone_why="检查内容依法保密。"))
    approved = told(ours, dt.date(2026, 3, 11), PLAN, APPROVE)
    assert approved.entries.get(kind="inspection.approve").facts["on"] == "2026-03-13"


@pytest.mark.rule("INS-7")
def test_a_visit_that_was_made_or_is_to_another_stops_nobody(ours: People, theirs: People) -> None:
    told(theirs, FIRST, *VISIT)
    other = changed(PLAN, name="安澜市远岫餐饮有限公司", code="91990100MA0007102U")
    told(theirs, FIRST, changed(other, planned_on="2026-12-01"), APPROVE)
    mine = told(ours, FIRST, PLAN, APPROVE)
    assert planned_elsewhere(mine, FIRST) == []


@pytest.mark.rule("INS-1")
def test_an_entrusted_organisation_names_by_whom(ours: People, bureau: Bureau) -> None:
    bureau.agency.standing, bureau.agency.basis = "entrusted", ""
    bureau.agency.save()
    with refused("INS-1"):
        told(ours, FIRST, PLAN)
    bureau.agency.basis = "《某省物业管理条例》第九条，委托书于2026年1月公布"
    bureau.agency.save()
    assert told(ours, FIRST, PLAN).entries.exists()


@pytest.mark.rule("INS-12")
def test_beyond_the_area_only_under_rules_of_cooperation(ours: People) -> None:
    with refused("INS-12"):
        told(ours, FIRST, changed(PLAN, own_area=False))
    assert told(ours, FIRST, changed(PLAN, own_area=False, cooperation="两市协作办法")).pk


@pytest.mark.rule("INS-8")
def test_a_visit_to_advise_is_logged_without_a_check(ours: People) -> None:
    """Logged in the File against the party's code, by those who went; it is no inspection."""
    advice = Deed(
        "handler",
        "inspection.log_visit",
        {"visit": "guide", "arrived_at": "2026-03-04T09:00", "left_at": "2026-03-04T09:40"},
    )
    file = told(ours, FIRST, PLAN, advice)
    entry = file.entries.get(kind="inspection.log_visit")
    assert entry.facts["say"] == "登记入企：指导、服务。"
    assert not file.entries.filter(kind="inspection.inspect").exists()
