"""How often a party was inspected: counted over the agency's other Files, and held to the cap."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from tests.builders import Bureau
from tests.kinds.test_lives import cast
from xiezhi.casework.visits import inspected, unbroken
from xiezhi.config.sample.kinds.inspection import ORDINARY
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import tell, workday
from xiezhi.disclosure.models import PublicPublication
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.record import log
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File, Material

#: From the task to the visit, on a Friday and the following Monday, Tuesday, Wednesday.
VISIT = tuple(deed for deed in ORDINARY.deeds[:5] if not deed.refused)
FIRST = dt.date(2026, 3, 2)


def lived(bureau: Bureau, start: dt.date, *deeds: Deed, **task: Any) -> File:
    """A visit, its task changed by `task`."""
    first = replace(deeds[0], values={**deeds[0].values, **task})
    life = Life("visit", kind="inspection.ordinary", deeds=(first, *deeds[1:]))
    calendar = calendar_for(bureau.agency.region)
    return tell(life, cast(bureau), start, calendar)


@pytest.mark.django_db
def test_visits_of_other_files_count_by_day_week_month_and_year(bureau: Bureau) -> None:
    lived(bureau, FIRST, *VISIT)  # the visit itself: Friday, 6 March
    file = lived(bureau, dt.date(2026, 3, 9), VISIT[0])
    assert inspected(file, dt.date(2026, 3, 6)) == {"year": 1, "month": 1, "week": 1, "day": 1}
    assert inspected(file, dt.date(2026, 3, 8)) == {"year": 1, "month": 1, "week": 1, "day": 0}
    assert inspected(file, dt.date(2026, 3, 9)) == {"year": 1, "month": 1, "week": 0, "day": 0}
    assert inspected(file, dt.date(2026, 4, 1)) == {"year": 1, "month": 0, "week": 0, "day": 0}
    assert inspected(file, dt.date(2027, 1, 1)) == {"year": 0, "month": 0, "week": 0, "day": 0}


@pytest.mark.django_db
def test_what_was_deployed_from_above_or_done_to_others_does_not_count(bureau: Bureau) -> None:
    above = {"check_kind": "special", "task_source": "superior"}
    lived(bureau, FIRST, *VISIT, **above)
    lived(bureau, FIRST, *VISIT, name="安澜市远岫餐饮有限公司", code="91990100MA0007102U")
    file = lived(bureau, dt.date(2026, 3, 9), VISIT[0])
    assert inspected(file, dt.date(2026, 3, 9)) == {"year": 0, "month": 1, "week": 0, "day": 0}


@pytest.mark.django_db
def test_the_visit_over_the_cap_is_not_approved(bureau: Bureau) -> None:
    lived(bureau, FIRST, *VISIT)
    lived(bureau, dt.date(2026, 3, 16), *VISIT)  # the second is within the cap of two
    with pytest.raises(Refused) as refused:
        lived(bureau, dt.date(2026, 3, 30), *VISIT)
    assert [reason.rule.code for reason in refused.value.reasons] == ["SUP-8"]


@pytest.mark.django_db
def test_a_case_over_the_cap_needs_its_own_approval(bureau: Bureau) -> None:
    case = {"check_kind": "case", "task_source": "report"}
    lived(bureau, FIRST, *VISIT)
    lived(bureau, dt.date(2026, 3, 16), *VISIT)
    plan, approve, *rest = VISIT
    with pytest.raises(Refused):
        lived(bureau, dt.date(2026, 3, 30), *VISIT, **case)
    why = {**approve.values, "over_cap": True, "over_cap_why": "多名消费者举报，须立即核实。"}
    file = lived(bureau, dt.date(2026, 4, 8), plan, replace(approve, values=why), *rest, **case)
    assert file.entries.filter(kind="inspection.inspect").exists()


#: A visit that found nothing, with its result.
_FOUND_NOTHING = {
    **VISIT[-1].values,
    "items": [{"item": "进货查验记录", "result": "pass"}],
}
CLEAN = (*VISIT[:-1], replace(VISIT[-1], values=_FOUND_NOTHING))
#: Many visits are allowed: the cap isn't what is asked here.
OFTEN = {"cap": "20"}
BECAUSE = "本机关只有这两名持有该类别执法证的人员。"


def gone(bureau: Bureau, on: dt.date, *visit: Deed) -> File:
    """A visit whose last act is on that day."""
    calendar = calendar_for(bureau.agency.region)
    passed = sum(deed.days for deed in visit)
    return lived(bureau, workday(on, -passed, calendar), *visit, **OFTEN)


def with_why(*visit: Deed) -> tuple[Deed, ...]:
    told = {"same_officer_why": BECAUSE}
    return tuple(
        replace(d, values={**d.values, **told}) if d.act == "inspection.notify" else d
        for d in visit
    )


MARCH, MAY, JULY = dt.date(2025, 3, 12), dt.date(2025, 5, 14), dt.date(2025, 7, 16)


@pytest.mark.rule("SUP-7-2")
@pytest.mark.django_db
def test_who_found_nothing_three_times_doesnt_go_a_fourth_time(bureau: Bureau) -> None:
    for day in (MARCH, MAY, JULY):
        gone(bureau, day, *CLEAN)
    with pytest.raises(Refused) as refused:
        gone(bureau, dt.date(2025, 9, 10), *CLEAN)
    (reason,) = refused.value.reasons
    assert reason.rule.code == "SUP-7-2"
    assert "周闻溪" in reason.say
    file = gone(bureau, dt.date(2025, 9, 12), *with_why(*CLEAN))
    assert file.entries.filter(kind="inspection.inspect").exists()


@pytest.mark.django_db
def test_two_visits_or_a_finding_among_them_stop_nobody(bureau: Bureau) -> None:
    gone(bureau, MARCH, *CLEAN)
    gone(bureau, MAY, *CLEAN)
    gone(bureau, JULY, *VISIT)  # the third visit finds something wrong
    file = gone(bureau, dt.date(2025, 9, 10), *CLEAN)
    assert unbroken(file, dt.date(2025, 9, 10), officers(bureau)) == []


@pytest.mark.rule("SUP-7-2")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "stopped"), [(dt.date(2026, 3, 11), True), (dt.date(2026, 3, 12), False)]
)
def test_only_visits_of_the_year_before_count(bureau: Bureau, on: dt.date, stopped: bool) -> None:
    """The first of three visits was on 12 March 2025: a year later to the day it is too old."""
    for day in (MARCH, MAY, JULY):
        gone(bureau, day, *CLEAN)
    file = lived(bureau, dt.date(2026, 3, 9), VISIT[0])
    found = unbroken(file, on, officers(bureau))
    assert [streak["name"] for streak in found] == (["周闻溪", "陆知行"] if stopped else [])


@pytest.mark.django_db
def test_another_officer_may_go(bureau: Bureau) -> None:
    for day in (MARCH, MAY, JULY):
        gone(bureau, day, *CLEAN)
    file = lived(bureau, dt.date(2025, 9, 8), VISIT[0])
    other = [{"person": bureau.stranger.person_id, "name": "吴量"}]
    assert unbroken(file, dt.date(2025, 9, 10), other) == []


def officers(bureau: Bureau) -> list[dict[str, Any]]:
    pair = (bureau.handler, bureau.second)
    return [{"person": who.person_id, "name": who.person.name} for who in pair]


@pytest.mark.rule("LIC-14")
@pytest.mark.django_db
def test_the_public_reads_what_a_check_of_a_licensee_found(bureau: Bureau, client: Client) -> None:
    """许可法 art. 61(2): recorded, signed by who checked, archived, open to everyone."""
    file = tell(ORDINARY, cast(bureau), FIRST, calendar_for(bureau.agency.region))
    record = Material.objects.get(file=file, code="inspection.record")
    assert record.values["items"]
    assert "officers" in {signer.key for signer in DOCUMENTS["inspection.record"].signers}
    assert file.entries.filter(kind="record.archive").exists()
    log.sequence_all()
    page = client.get(f"/p/{PublicPublication.objects.get().uid}/").content.decode()
    result = Material.objects.get(file=file, code="inspection.result").values
    for text in (result["licence_held"], result["findings"], "不合格", "发现问题已责令改正"):
        assert text in page
