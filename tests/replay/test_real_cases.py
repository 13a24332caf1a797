"""Real penalty cases replayed: each passes, or the product names the article it breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from tests.replay.replaying import CASES, Replay, case, day
from xiezhi.casework import actions as casework
from xiezhi.disclosure.models import Publication
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.standing import Standing
from xiezhi.registry.rules.identifiers import check_uscc

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CASES.is_dir(), reason="the real cases aren't part of this repository"),
]
DAY = dt.timedelta(days=1)
PENALTIES = {"kunming-2022-4", "puyang-2024-7", "tianjin-2023-132"} | {
    "xiangtan-2025-131",
    "yuanjiang-2023-5",
}


def refused(refusal: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    """Rule and article of each reason."""
    return [(reason.rule.code, str(reason.cite)) for reason in refusal.value.reasons]


def late(standing: Standing) -> dict[str, str]:
    """The limits that have passed, each with its article."""
    return {due.limit.id: str(due.limit.cite) for due in standing.limits if due.over()}


def days(first: str, last: str) -> Iterator[dt.date]:
    on = day(first)
    while on <= day(last):
        yield on
        on += DAY


def test_every_penalty_among_the_real_cases_is_replayed() -> None:
    acts = {path.stem: case(path.stem)["act"] for path in CASES.glob("*.json")}
    assert {name for name, act in acts.items() if act == "penalty"} == PENALTIES


@pytest.mark.parametrize("name", sorted(PENALTIES))
def test_the_published_codes_of_enterprises_hold(name: str) -> None:
    code = case(name)["party"]["uscc"]
    assert code is None or not check_uscc(code)


# ── 昆明 2022: noticed on 5 May, published on the 16th ──────────────────────────────────────────
def kunming() -> Replay:
    told = Replay("kunming-2022-4", "national", fine="6600")  # made up: 3 % of the investment
    (found,), (asked,), (noticed,) = (told.days(k) for k in ("inspected", "questioned", "noticed"))
    told.registered(found).inspected(found)
    told.filed(found + DAY, found)  # made up
    told.questioned(asked).evidenced(asked)
    told.concluded(noticed - DAY)  # made up
    return told.noticed(noticed, noticed)  # served on the day of the notice: made up


def test_kunming_could_be_decided_from_12_may_and_published_on_the_16th() -> None:
    """Saturday, 7 May 2022 was worked: five working days after the 5th end on the 11th."""
    told = kunming()
    with pytest.raises(Refused) as refusal:
        told.reviewed(day("2022-05-11"))
    assert refused(refusal) == [("PEN-7", "《行政处罚法》第四十四条")]
    assert "2022年5月11日" in refusal.value.reasons[0].say
    (published,) = told.days("published")
    told.reviewed(day("2022-05-12")).decided(day("2022-05-12")).published(published)
    assert not late(told.stands(published)).keys() & {"PLAN-2", "PEN-14"}
    shown = Publication.objects.get()
    assert (shown.published_on, shown.party_name) == (published, "昆明昆航塑业有限公司")


# ── 天津 2023: notice served on 10 July, statement on the 11th, published on 1 August ──────────
def tianjin() -> Replay:
    told = Replay("tianjin-2023-132", "national", fine="60000")  # made up, within the range
    (found,), (noticed,) = told.days("inspected"), told.days("noticed")
    (served,), (stated,) = told.days("notice_served"), told.days("statement")
    told.registered(found).inspected(found).filed(found + 3 * DAY, found)  # filing made up
    told.evidenced(found + 4 * DAY).concluded(noticed - DAY)  # made up
    return told.noticed(noticed, served).stated(stated)


def test_tianjin_passes_when_decided_from_21_july() -> None:
    told = tianjin()
    with pytest.raises(Refused) as refusal:
        told.reviewed(day("2023-07-20"))
    assert refused(refusal) == [("PEN-8", "《行政处罚法》第四十五条第一款")]
    told.statement_rechecked(day("2023-07-13"))  # made up
    with pytest.raises(Refused) as refusal:
        told.reviewed(day("2023-07-17"))
    assert refused(refusal) == [("PEN-7", "《行政处罚法》第四十四条")]
    (published,) = told.days("published")
    told.reviewed(day("2023-07-18")).decided(day("2023-07-21"))
    due = told.stands(published).limit("PLAN-2")
    assert due
    assert due.last_day == published
    told.published(published)
    assert not late(told.stands(published)).keys() & {"PLAN-2", "PEN-14"}


def test_tianjin_decided_on_20_july_would_be_published_late() -> None:
    told = tianjin().statement_rechecked(day("2023-07-13")).reviewed(day("2023-07-18"))
    told.decided(day("2023-07-20"))
    found = late(told.stands(day("2023-08-01")))
    assert found["PLAN-2"].startswith("《")


# ── 湘潭 2025: reported on 7 April, filed on 9 May, concluded on 21 July, published 21 August ───
def xiangtan() -> Replay:
    told = Replay("xiangtan-2025-131", "S1", fine="2000")  # made up
    (filed,), (concluded,) = told.days("filed"), told.days("concluded")
    told.registered(day(told.case["origin"]["on"]), source="complaint")
    told.inspected(*told.days("inspected"))
    assert late(told.stands(filed)) == {"SAMR-1": "《市场监督管理行政处罚程序规定》第十八条"}
    told.filed(filed, found=day("2025-04-02"))
    told.questioned(*told.days("questioned")).evidenced(*told.days("questioned"))
    told.concluded(concluded)
    told.noticed(concluded + DAY, concluded + DAY)  # made up
    return told.reviewed(day("2025-07-30"))  # made up


def test_xiangtan_was_checked_too_late_and_then_either_decided_or_published_too_late() -> None:
    """Fifteen working days from the report ended on Sunday, 27 April, which was worked.

    Ninety days from filing end on 7 August; what is decided by then is due in public by the 18th.
    """
    told = xiangtan()
    (published,) = told.days("published")
    clue = told.stands(day("2025-04-07")).compute(
        told.stands(published).kind.limits[0], told.stands(published).events[0]
    )
    assert clue.last_day == day("2025-04-27")
    standing = told.stands(day("2025-08-07"))
    due = standing.limit("PEN-14")
    assert due
    assert due.last_day == day("2025-08-07")
    for on in days("2025-07-30", "2025-08-21"):
        shown_by = standing.calendar.add_working_days(on, standing.policy.publish_penalty_days)
        assert on > due.last_day or published > shown_by, f"{on} would have kept both"
    told.decided(due.last_day)
    assert late(told.stands(published))["PLAN-2"]


def test_xiangtan_passes_with_the_extension_that_its_rules_allow() -> None:
    """Thirty days more, approved in time, and a decision on 12 August (SAMR-4)."""
    told = xiangtan()
    (published,) = told.days("published")
    casework.extend(
        told.file, by=told.bureau.head, on=day("2025-08-06"), days=30, reason="需要进一步核实"
    )
    told.decided(day("2025-08-12")).published(published)
    assert not late(told.stands(published)).keys() & {"PLAN-2", "PEN-14"}


# ── 元江 2023: inspected, seized and filed on 4 January, published on 15 February ──────────────
def test_yuanjiang_passes_when_decided_from_6_february() -> None:
    """The seizure isn't replayed: coercive measures aren't part of the product yet."""
    told = Replay("yuanjiang-2023-5", "S1", fine="1000")  # made up
    (filed,), (asked,) = told.days("filed"), told.days("questioned")
    told.registered(filed).inspected(filed).filed(filed, found=filed)
    told.questioned(asked).evidenced(asked)
    told.concluded(day("2023-01-12")).noticed(day("2023-01-13"), day("2023-01-13"))  # made up
    with pytest.raises(Refused) as refusal:
        told.reviewed(day("2023-01-20"))
    assert refused(refusal) == [("PEN-7", "《行政处罚法》第四十四条")]
    told.reviewed(day("2023-01-28"))  # a Saturday worked after the Spring Festival; made up
    (published,) = told.days("published")
    told.decided(day("2023-02-06"))
    due = told.stands(published).limit("PLAN-2")
    assert due
    assert due.last_day == published
    told.published(published)
    assert not late(told.stands(published)).keys() & {"PLAN-2", "PEN-14"}


# ── 濮阳 2024: two inspections, a correction ordered and re-checked on one day ─────────────────
def test_puyang_passes_as_far_as_it_is_published_and_then_waits_for_its_report() -> None:
    told = Replay("puyang-2024-7", "national", fine="20000")
    first, second = told.days("inspected")
    told.registered(first).inspected(first)
    told.filed(day("2024-06-03"), found=first)  # made up
    told.inspected(second).questioned(*told.days("questioned"))
    (ordered,) = told.days("correction_ordered")
    told.correction_ordered(ordered).rechecked(*told.days("rechecked")).evidenced(ordered)
    stands = told.stands(ordered)
    assert [duty.act for duty in stands.duties] == ["casework.conclude"]
    due = stands.limit("PEN-14")
    assert due
    assert due.last_day == day("2024-09-02"), "the ninetieth day, 1 September, is a Sunday"
    assert not late(stands)


def test_puyang_with_its_correction_before_the_filing_is_told_the_order() -> None:
    told = Replay("puyang-2024-7", "national", fine="20000")
    first, _ = told.days("inspected")
    told.registered(first).inspected(first)
    with pytest.raises(Refused) as refusal:
        told.correction_ordered(*told.days("correction_ordered"))
    assert refused(refusal) == [("FLOW-ORDER", "《行政处罚法》第四条")]
