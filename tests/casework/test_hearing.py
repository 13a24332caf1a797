"""Heard once for each notice: told anew, heard anew; on the day that was announced."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from tests.builders import APPLIED, BREACHED, Story, a_case
from xiezhi.casework import actions as casework
from xiezhi.decision import actions as decision
from xiezhi.procedure.citations import Refused
from xiezhi.record.models import Entry, Material

pytestmark = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.rule.code for reason in refused.value.reasons]


def requested(story: Story) -> Entry:
    return casework.request_hearing(story.file, by=story.bureau.handler, on=story.on())


def announced(story: Story, working_days: int = 8) -> dt.date:
    on: dt.date = story.stands().calendar.add_working_days(story.day, working_days)
    casework.notify_hearing(
        story.file,
        by=story.bureau.head,
        on=story.day,
        hearing_at=dt.datetime.combine(on, dt.time(9, 30), timezone.get_current_timezone()),
        host=story.bureau.reviewer.person_id,
        values={"held_in": "本局三楼听证室", "host": "沈若谷"},
    )
    return on


def held(story: Story, on: dt.date, *others: dict[str, str]) -> Entry:
    values: dict[str, Any] = {
        "started_at": f"{on}T09:30",
        "ended_at": f"{on}T11:00",
        "place": "本局三楼听证室",
        "told": "核对身份，宣布纪律，告知权利。",
        "participants": [{"role": "承办人", "name": "周闻溪"}, *others],
        "talk": [{"q": "主持人", "a": "现在开始听证。"}],
    }
    story.day = on
    return casework.hold_hearing(story.file, by=story.bureau.reviewer, on=on, values=values)


def reported(story: Story) -> Entry:
    values = {"basics": "公开举行。", "investigators_said": "处罚。", "party_said": "从轻。"}
    return casework.report_hearing(
        story.file,
        by=story.bureau.reviewer,
        on=story.on(),
        values={**values, "advice": "维持。"},
    )


def told_anew(story: Story) -> Entry:
    casework.give_notice(story.file, by=story.bureau.head, on=story.on())
    return casework.serve_notice(
        story.file,
        by=story.bureau.handler,
        on=story.on(),
        how=casework.Delivery("direct"),
        values=story.receipt(),
    )


@pytest.mark.rule("CAL-3", "PEN-9")
def test_a_request_posted_on_the_last_day_is_in_time_when_it_comes() -> None:
    story = a_case(fine="120000").noticed()
    last = story.stands().calendar.add_working_days(story.day, 5)
    came, by = last + dt.timedelta(days=4), story.bureau.handler
    for posted in (last + dt.timedelta(days=1), None):
        with pytest.raises(Refused) as refused:
            casework.request_hearing(story.file, by=by, on=came, posted_on=posted)
        assert codes(refused) == ["PEN-9"]
    made = casework.request_hearing(story.file, by=by, on=came, posted_on=last)
    paper = Material.objects.get(file=story.file, code="hearing.request").values
    assert (paper["requested_on"], paper["posted_on"]) == (last.isoformat(), last.isoformat())
    assert made.facts["on"] == came.isoformat(), "entered on the day on which it came"


@pytest.mark.rule("PEN-11")
def test_two_agents_sit_at_the_table_a_third_in_the_audience() -> None:
    story = a_case(fine="120000").noticed()
    requested(story)
    on = announced(story)
    agents = [{"role": "委托代理人", "name": name} for name in ("甲", "乙", "丙")]
    with pytest.raises(Refused) as refused:
        held(story, on, *agents)
    assert [(r.rule.code, r.field) for r in refused.value.reasons] == [("PEN-64-5", "participants")]
    held(story, on, *agents[:2])


def test_a_hearing_on_another_day_takes_another_notice() -> None:
    story = a_case(fine="120000").noticed()
    requested(story)
    first = announced(story)
    with pytest.raises(Refused) as refused:
        held(story, first + dt.timedelta(days=1))
    assert codes(refused) == ["PEN-10"]
    story.day = first - dt.timedelta(days=1)
    held(story, announced(story))


def test_a_heavier_penalty_is_told_anew_and_may_be_heard_anew() -> None:
    story = a_case(fine="120000").noticed()
    b = story.bureau
    requested(story)
    held(story, announced(story))
    reported(story)
    with pytest.raises(Refused) as refused:
        requested(story)
    assert "FLOW-ONCE" in codes(refused)
    casework.add_evidence(
        story.file, by=b.handler, on=story.on(), kind="documentary", title="账册", proves="数量"
    )
    story.fine = "150000"
    casework.revise_conclusion(story.file, by=b.handler, on=story.day, report=story.report())
    told_anew(story)
    requested(story)
    with pytest.raises(Refused) as refused:
        story.resubmitted()
    assert codes(refused) == ["PEN-11"]
    held(story, announced(story))
    reported(story)
    story.resubmitted().judged("approved")
    made = decision.issue(story.clearance, by=b.head, on=story.on())
    assert str(made.fine) == "150000"


def test_what_rests_on_other_articles_is_told_anew() -> None:
    story = a_case().waived()
    report = story.report()
    report.values["law_applied"] = BREACHED
    assert BREACHED != APPLIED
    casework.revise_conclusion(story.file, by=story.bureau.handler, on=story.on(), report=report)
    story.resubmitted().judged("approved")
    with pytest.raises(Refused) as refused:
        decision.issue(story.clearance, by=story.bureau.head, on=story.on())
    assert codes(refused) == ["PEN-7"]
    told_anew(story)
    casework.waive_statement(story.file, by=story.bureau.handler, on=story.day, hearing_too=True)
    decision.issue(story.clearance, by=story.bureau.head, on=story.on())
