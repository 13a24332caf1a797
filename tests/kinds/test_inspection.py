"""How often a party was inspected: counted over the agency's other Files, and held to the cap."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import Bureau
from tests.kinds.test_lives import cast
from xiezhi.casework.visits import inspected
from xiezhi.config.sample.kinds.inspection import ORDINARY
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.procedure.citations import Refused
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File

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
