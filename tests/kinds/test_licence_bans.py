"""Who lied for a licence that concerns safety applies again only after the ban (arts. 78, 79)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import Bureau
from tests.kinds.test_lives import cast
from xiezhi.config.sample.kinds.licence import LIVES
from xiezhi.config.sample.kinds.licence.parts import ACCEPT, APPLICANT, CHEAT, MARKET, apply
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import do, tell
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File

pytestmark = pytest.mark.django_db
#: A Wednesday; a year and three years later are a Thursday and a Saturday.
FOUND = dt.date(2022, 5, 11)
FALSE = {
    "not_accepted_as": "false_material",
    "not_accepted_why": "提交的健康证明系伪造。",
    "safety_matter": "yes",
}


def turned_down(bureau: Bureau, **said: Any) -> File:
    """An application with false papers, not accepted on that day."""
    refusal = Deed("unit_head", "licence.refuse_acceptance", {**FALSE, **said}, days=0)
    life = Life("false", "licence.ordinary", (apply(), refusal))
    calendar = calendar_for(bureau.agency.region)
    return tell(life, cast(bureau), calendar.add_working_days(FOUND, -1), calendar)


def applies(bureau: Bureau, on: dt.date, **more: Any) -> File:
    calendar = calendar_for(bureau.agency.region)
    made = do(apply(**more), None, cast=cast(bureau), day=on, calendar=calendar)
    assert made is not None
    return made


def why_not(bureau: Bureau, on: dt.date, **more: Any) -> Reason:
    with pytest.raises(Refused) as refused:
        applies(bureau, on, **more)
    (reason,) = refused.value.reasons
    return reason


@pytest.mark.rule("LIC-78")
def test_false_papers_bar_for_a_year_to_the_day(bureau: Bureau) -> None:
    turned_down(bureau)
    for day in (FOUND, FOUND + dt.timedelta(days=1), dt.date(2023, 5, 11)):
        reason = why_not(bureau, day)
        assert reason.rule.code == "LIC-78"
        assert reason.cite.article == "第七十八条"
        assert "2023年5月11日" in reason.say
        assert bureau.agency.name in reason.say
    assert applies(bureau, dt.date(2023, 5, 12)).pk


@pytest.mark.parametrize("more", [MARKET, {"cause": "药品经营许可"}])
def test_another_applicant_or_item_is_free(bureau: Bureau, more: dict[str, str]) -> None:
    turned_down(bureau)
    assert applies(bureau, dt.date(2022, 6, 1), **more).pk


def test_where_safety_is_not_concerned_nobody_is_barred(bureau: Bureau) -> None:
    turned_down(bureau, safety_matter="no")
    assert applies(bureau, dt.date(2022, 6, 1)).pk


@pytest.mark.rule("LIC-78")
@pytest.mark.parametrize("said", [None, "unknown"])
def test_it_is_said_whether_safety_is_concerned(bureau: Bureau, said: str | None) -> None:
    with pytest.raises(Refused) as refused:
        turned_down(bureau, safety_matter=said or "")
    assert [r.rule.code for r in refused.value.reasons] == ["LIC-78"]


def test_another_ground_bars_nobody(bureau: Bureau) -> None:
    turned_down(bureau, not_accepted_as="not_needed", safety_matter="")
    assert applies(bureau, dt.date(2022, 6, 1)).pk


def test_who_insists_gets_a_dated_refusal(bureau: Bureau) -> None:
    """The application is registered, not accepted, and turned down for the ban."""
    turned_down(bureau)
    calendar, people = calendar_for(bureau.agency.region), cast(bureau)
    day = dt.date(2023, 5, 11)
    file: File | None = applies(bureau, day, ban_told=True)

    def does(deed: Deed, on: dt.date) -> None:
        do(deed, file, cast=people, day=on, calendar=calendar)

    with pytest.raises(
        Refused
    ) as refused:  # on the day after the ban, too: it was applied for in it
        does(replace(ACCEPT, values={**ACCEPT.values}), dt.date(2023, 5, 12))
    assert "LIC-78" in {reason.rule.code for reason in refused.value.reasons}
    banned = {"not_accepted_as": "banned", "not_accepted_why": "在一年的期间内再次申请。"}
    does(Deed("unit_head", "licence.refuse_acceptance", banned), dt.date(2023, 5, 12))
    assert file is not None
    assert file.entries.filter(kind="licence.refuse_acceptance").exists()


def test_nobody_is_turned_down_for_a_ban_that_isnt(bureau: Bureau) -> None:
    file = applies(bureau, FOUND)
    banned = {"not_accepted_as": "banned", "not_accepted_why": "在一年的期间内再次申请。"}
    deed = Deed("unit_head", "licence.refuse_acceptance", banned)
    with pytest.raises(Refused) as refused:
        do(deed, file, cast=cast(bureau), day=FOUND, calendar=calendar_for("990100"))
    assert [reason.rule.code for reason in refused.value.reasons] == ["LIC-78"]


@pytest.mark.rule("LIC-FALSE")
def test_false_papers_get_no_licence(bureau: Bureau) -> None:
    life = next(each for each in LIVES if each.name == "licence.ordinary.food")
    place = next(n for n, deed in enumerate(life.deeds) if deed.act == "licence.propose")
    granted = life.deeds[place]
    false = replace(granted, values={**granted.values, "false_papers": True})
    part = Life("false", life.kind, (*life.deeds[:place], false))
    with pytest.raises(Refused) as refused:
        tell(part, cast(bureau), FOUND, calendar_for("990100"))
    assert [reason.rule.code for reason in refused.value.reasons] == ["LIC-FALSE"]


def test_a_refusal_for_false_papers_bars_from_the_day_it_was_decided(bureau: Bureau) -> None:
    life = next(each for each in LIVES if each.name == "licence.ordinary.refused")
    false = {"false_papers": True, "safety_matter": "yes"}
    deeds = tuple(
        replace(deed, values={**deed.values, **false}) if deed.act == "licence.propose" else deed
        for deed in life.deeds
        if not deed.refused
    )
    end = next(n for n, deed in enumerate(deeds) if deed.act == "decision.issue")
    file = tell(Life("f", life.kind, deeds[: end + 1]), cast(bureau), FOUND, calendar_for("990100"))
    decided = dt.date.fromisoformat(file.entries.get(kind="decision.issue").facts["on"])
    last = decided.replace(year=decided.year + 1)
    assert why_not(bureau, last, **APPLICANT).rule.code == "LIC-78"
    assert applies(bureau, last + dt.timedelta(days=1), **APPLICANT).pk


@pytest.mark.rule("LIC-79")
def test_fraud_bars_for_three_years_to_the_day(bureau: Bureau) -> None:
    life = next(each for each in LIVES if each.name == "licence.withdrawal.fraud")
    file = tell(life, cast(bureau), FOUND, calendar_for("990100"))
    decided = dt.date.fromisoformat(file.entries.get(kind="decision.issue").facts["on"])
    last = decided.replace(year=decided.year + 3)
    reason = why_not(bureau, last, **CHEAT)
    assert reason.rule.code == "LIC-79"
    assert reason.cite.article == "第七十九条"
    assert f"{last.year}年{last.month}月{last.day}日" in reason.say.replace(" ", "")
    assert applies(bureau, last + dt.timedelta(days=1), **CHEAT).pk


def test_a_citizen_is_known_by_his_number_not_by_his_name(bureau: Bureau) -> None:
    person = {"kind": "citizen", "name": "韩小川", "code": "", "id_number": "990100199003078475"}
    calendar, people = calendar_for("990100"), cast(bureau)
    refusal = Deed("unit_head", "licence.refuse_acceptance", FALSE, days=0)
    life = Life("false", "licence.ordinary", (apply(**person), refusal))
    tell(life, people, FOUND, calendar)
    again = dt.date(2022, 8, 1)
    assert why_not(bureau, again, **person).rule.code == "LIC-78"
    assert why_not(bureau, again, **{**person, "name": "韩晓川"}).rule.code == "LIC-78"
    assert applies(bureau, again, **{**person, "id_number": ""}).pk
