"""The investigation through its acts: who is out stays out, longer only as the profile allows."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import Story, a_bureau, a_case
from xiezhi.casework import actions as casework
from xiezhi.procedure.citations import Refused
from xiezhi.record.models import Entry, Material, Participant

pytestmark = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.rule.code for reason in refused.value.reasons]


def recused(story: Story, person: int, *, yes: bool = True) -> Entry:
    return casework.decide_recusal(
        story.file,
        by=story.bureau.head,
        on=story.on(),
        person=person,
        applicant="当事人",
        recused=yes,
        reason="与当事人有利害关系。",
    )


def test_who_was_told_to_step_back_is_not_appointed_again() -> None:
    story = a_case().filed()
    b = story.bureau
    recused(story, b.second.person_id)
    for officers, wanted in (
        ([b.handler.person_id, b.second.person_id], ["PEN-4"]),
        ([b.handler.person_id], ["PEN-3"]),
    ):
        with pytest.raises(Refused) as refused:
            casework.change_handlers(
                story.file, by=b.head, on=story.day, officers=officers, reason="人手不足"
            )
        assert codes(refused) == wanted
    people = [b.handler.person_id, b.stranger.person_id]
    casework.change_handlers(story.file, by=b.head, on=story.day, officers=people, reason="回避")
    with pytest.raises(Refused) as refused:
        casework.add_evidence(
            story.file, by=b.second, on=story.day, kind="documentary", title="x", proves="y"
        )
    assert codes(refused) == ["ROLE-HANDLER"]


def test_only_an_officer_of_the_case_is_recused() -> None:
    story = a_case().filed()
    with pytest.raises(Refused) as refused:
        recused(story, story.bureau.stranger.person_id)
    assert codes(refused) == ["PEN-4"]
    recused(story, story.bureau.second.person_id, yes=False)
    assert Participant.objects.filter(file=story.file, ended_on=None).count() == 2


def test_longer_by_thirty_days_and_again_only_after_a_discussion() -> None:
    story = a_case().filed()
    head, on = story.bureau.head, dt.date(2026, 5, 20)

    def extend(days: int, *, discussed: bool = False) -> Entry:
        return casework.extend(
            story.file, by=head, on=on, days=days, reason="案情复杂", discussed=discussed
        )

    with pytest.raises(Refused) as refused:
        extend(31)
    assert codes(refused) == ["SAMR-4"]
    extend(30)
    for days in (1, 30):
        with pytest.raises(Refused) as refused:
            extend(days)
        assert codes(refused) == ["SAMR-4"]
    extend(40, discussed=True)
    with pytest.raises(Refused) as refused:
        extend(1, discussed=True)
    assert codes(refused) == ["PEN-14"]
    due = story.stands(on).limit("PEN-14")
    assert due.last_day == dt.date(2026, 3, 3) + dt.timedelta(days=160)
    said = Material.objects.filter(code="inquiry.extension").order_by("-seq")[0].values
    assert said["until"] == due.last_day.isoformat()


def test_a_profile_without_extension_allows_none() -> None:
    story = a_case(a_bureau(policy="national")).filed()
    with pytest.raises(Refused) as refused:
        casework.extend(story.file, by=story.bureau.head, on=story.on(), days=10, reason="案情复杂")
    assert codes(refused) == ["PEN-14"]


def test_a_resumption_before_its_suspension_is_refused_and_bricks_nothing() -> None:
    story = a_case().filed()
    head = story.bureau.head
    casework.suspend(story.file, by=head, on=story.on(5), reason="等待鉴定")
    with pytest.raises(Refused) as refused:
        casework.resume(story.file, by=head, on=story.day - dt.timedelta(days=1), reason="恢复")
    assert codes(refused) == ["FLOW-DATE"]
    casework.resume(story.file, by=head, on=story.day, reason="恢复")
    assert story.stands().limit("PEN-14")


def test_the_notice_of_preservation_names_the_last_of_its_days() -> None:
    story = a_case().filed()
    goods = [{"name": "食用油", "quantity": "12", "unit": "箱"}]
    with pytest.raises(Refused) as refused:
        casework.preserve_evidence(
            story.file,
            by=story.bureau.unit_head,
            on=story.day,
            values={"kept_at": "仓库", "goods": goods},
        )
    assert codes(refused) == ["ROLE"]
    casework.preserve_evidence(
        story.file, by=story.bureau.head, on=story.day, values={"kept_at": "仓库", "goods": goods}
    )
    notice = Material.objects.get(file=story.file, code="preservation.notice").values
    due = story.stands().limit("PEN-6")
    assert notice["to_day"] == due.last_day.isoformat() == "2026-03-12"
