"""法制审核: the bench with its ten questions, and the comparison of two rounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import Bureau, Story, a_case
from xiezhi.casework import actions as casework
from xiezhi.faces.desk.bench import pieces
from xiezhi.identity.models import Account
from xiezhi.procedure.review_grounds import CHECKLIST

AsPerson = Callable[[Account], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture
def story(bureau: Bureau) -> Story:
    return a_case(bureau, day=timezone.localdate() - dt.timedelta(days=30)).submitted()


def url(story: Story) -> str:
    return reverse("desk:bench", args=[story.file.pk])


def answers(**more: str) -> dict[str, str]:
    given = {"on": timezone.localdate().isoformat(), "verdict": "approved", "reasons": "事实清楚。"}
    for point in CHECKLIST:
        given[f"point_{point.code}"] = "pass"
        given[f"material_{point.code}"] = "案件调查终结报告"
    return {**given, **more}


def test_ten_questions_and_nothing_preset(story: Story, as_: AsPerson) -> None:
    page = as_(story.bureau.reviewer).get(url(story)).content.decode()
    assert all(point.label in page for point in CHECKLIST)
    assert " checked" not in page
    assert "案件调查终结报告" in page


def test_the_waiting_list_leads_to_the_bench(story: Story, as_: AsPerson) -> None:
    page = as_(story.bureau.reviewer).get(reverse("desk:review")).content.decode()
    assert "1 件等审核" in page
    assert url(story) in page


def test_an_approval_makes_the_clearance(story: Story, as_: AsPerson) -> None:
    answer = as_(story.bureau.reviewer).post(url(story), answers())
    assert answer.status_code == 302
    assert story.clearance.verdict == "approved"


def test_an_approval_with_an_objection_is_refused_and_kept(story: Story, as_: AsPerson) -> None:
    sent = answers(point_evidence="fail", note_evidence="缺少进货票据原件")
    answer = as_(story.bureau.reviewer).post(url(story), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "意见不能是“同意”" in page
    assert "缺少进货票据原件" in page


def test_an_unanswered_point_is_named(story: Story, as_: AsPerson) -> None:
    answer = as_(story.bureau.reviewer).post(url(story), answers(point_law=""))
    assert answer.status_code == 422
    assert "“适用法律准确”还没有选择结论" in answer.content.decode()


def test_others_read_but_dont_judge(story: Story, as_: AsPerson) -> None:
    before = story.acts
    assert as_(story.bureau.head).post(url(story), answers()).status_code == 403
    assert story.acts == before


def test_each_material_can_be_put_on_the_bench(story: Story, as_: AsPerson) -> None:
    from xiezhi.record.models import Material

    client = as_(story.bureau.reviewer)
    for material in Material.objects.filter(file=story.file):
        page = client.get(url(story), {"paper": str(material.pk)}).content.decode()
        assert material.title in page


def test_two_rounds_are_compared_in_words(story: Story, as_: AsPerson) -> None:
    story.judged("correct", failing="evidence")
    story.fine = "38000"
    report = story.report()
    changed = {**report.values, "facts": "当事人购进食用油 15 箱，货值 3,600 元。"}
    casework.revise_conclusion(
        story.file,
        by=story.bureau.handler,
        on=story.on(),
        report=casework.Report(report.proposal, changed),
    )
    story.resubmitted()
    page = as_(story.bureau.reviewer).get(url(story)).content.decode()
    assert "与第 1 轮比较" in page
    assert "<del>14</del>" in page
    assert "<ins>15</ins>" in page
    assert "货值少计一辆" in page


def test_a_number_is_never_cut_in_two() -> None:
    before, after = pieces("货值 14,500 元", "货值 17,400 元")
    assert [p.text for p in before if p.changed] == ["14,500"]
    assert [p.text for p in after if p.changed] == ["17,400"]
