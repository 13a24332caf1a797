"""The branches of a penalty case: summary procedure, hearing, correction and resubmission."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.builders import (
    APPLIED,
    BREACHED,
    COMPANY,
    PLAIN,
    START,
    Bureau,
    Story,
    a_bureau,
    a_case,
)
from xiezhi.casework import actions as casework
from xiezhi.decision import actions as decision
from xiezhi.decision.models import Decision
from xiezhi.procedure.citations import Refused
from xiezhi.record.actions import standing_of
from xiezhi.record.models import File
from xiezhi.review import actions as review
from xiezhi.review.models import Clearance, Opinion

pytestmark = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {reason.rule.code for reason in refused.value.reasons}


def on_spot(bureau: Bureau, **more: object) -> File:
    people = [bureau.handler.person_id, bureau.second.person_id]
    return casework.record_on_spot(
        by=bureau.handler,
        on=START,
        officers=people,
        party={**COMPANY, **more},
        cause="未按规定悬挂营业执照",
        identity_shown=True,
        rights_told=True,
        values={
            "place": "安澜市东埠区临港路 18 号",
            "started_at": f"{START}T09:10",
            "ended_at": f"{START}T09:40",
            "told": "已出示执法证件，告知权利义务。",
            "found": "营业执照未置于住所的醒目位置。",
        },
    )


def spot_decision(file: File, bureau: Bureau, amount: str) -> Decision:
    return decision.decide_on_spot(
        file,
        by=bureau.handler,
        on=START,
        penalties=[{"kind": "fine", "amount": amount}],
        facts_certain=True,
        answers=PLAIN,
        values={
            "breach": "营业执照未置于住所的醒目位置。",
            "happened_at": f"{START}T09:10",
            "place": "安澜市东埠区临港路 18 号",
            "law_breached": BREACHED,
            "law_applied": APPLIED,
            "pay_mode": "bank",
            "pay_days": "15",
            "surcharge": True,
        },
    )


def test_the_summary_procedure_decides_at_the_counter() -> None:
    bureau = a_bureau()
    file = on_spot(bureau)
    made = spot_decision(file, bureau, "500")
    assert made.procedure == "summary"
    assert made.clearance.exemption is not None
    decision.serve(
        file,
        by=bureau.handler,
        on=START,
        how=casework.Delivery("direct"),
        values={"place": "现场", "served_at": f"{START}T09:45", "received_by": "韩某"},
    )
    decision.report_on_spot(file, by=bureau.handler, on=START)
    decision.record_payment(file, by=bureau.handler, on=START, amount=Decimal(500))
    decision.close(file, by=bureau.head, on=START, outcome="已缴清。")
    assert standing_of(file, today=START).stage.code == "execution"


@pytest.mark.rule("PEN-16")
@pytest.mark.parametrize(
    ("kind", "amount", "code"),
    [
        ("legal_person", "3001", "PEN-16"),
        ("citizen", "201", "PEN-16"),
    ],
)
def test_above_the_line_the_summary_procedure_is_refused(kind: str, amount: str, code: str) -> None:
    bureau = a_bureau()
    file = on_spot(bureau, kind=kind)
    with pytest.raises(Refused) as refused:
        spot_decision(file, bureau, amount)
    assert code in codes(refused)
    assert not Decision.objects.exists()


def test_a_correction_is_answered_and_submitted_again() -> None:
    story = a_case().submitted().judged("correct", failing="facts")
    with pytest.raises(Refused) as refused:
        decision.issue(Clearance(file=story.file), by=story.bureau.head, on=story.day)
    assert "PEN-12" in codes(refused)
    casework.revise_conclusion(
        story.file, by=story.bureau.handler, on=story.on(), report=story.report()
    )
    story.resubmitted().judged("approved")
    made = decision.issue(story.clearance, by=story.bureau.head, on=story.on())
    assert Opinion.objects.filter(file=story.file).count() == 2
    assert made.clearance.opinion is not None
    assert made.clearance.opinion.submission.round == 2


def test_evidence_after_the_review_sends_the_matter_back() -> None:
    story = a_case().cleared()
    casework.add_evidence(
        story.file,
        by=story.bureau.handler,
        on=story.on(),
        kind="testimony",
        title="证人证言",
        proves="销售数量",
    )
    with pytest.raises(Refused) as refused:
        decision.issue(story.clearance, by=story.bureau.head, on=story.day)
    assert "PEN-12" in codes(refused)


@pytest.mark.rule("PEN-12")
def test_a_handler_cannot_review_his_own_case() -> None:
    bureau = a_bureau()
    story = a_case(bureau).submitted()
    from xiezhi.identity.models import Post
    from xiezhi.procedure.roles import Role

    Post.objects.create(
        account=bureau.handler, role=Role.REVIEWER, organ=bureau.agency, since=dt.date(2020, 1, 1)
    )
    bureau.handler.__dict__.pop("_posts", None)
    bureau.reviewer = bureau.handler
    with pytest.raises(Refused) as refused:
        story.judged("approved")
    assert codes(refused) == {"REV-PERSON"}


def heard(fine: str = "120000") -> tuple[Story, dt.date]:
    """A case whose party asked for a hearing, up to its report."""
    story = a_case(fine=fine).noticed()
    b = story.bureau
    casework.request_hearing(story.file, by=b.handler, on=story.on())
    hearing_on = story.stands().calendar.add_working_days(story.day, 8)
    casework.notify_hearing(
        story.file,
        by=b.head,
        on=story.day,
        hearing_at=dt.datetime.combine(hearing_on, dt.time(9, 30), timezone.get_current_timezone()),
        host=b.reviewer.person_id,
        values={"held_in": "本局三楼听证室", "host": "沈若谷"},
    )
    return story, hearing_on


def test_a_hearing_on_request_leads_to_a_review() -> None:
    story, hearing_on = heard()
    b = story.bureau
    story.day = hearing_on
    casework.hold_hearing(
        story.file,
        by=b.reviewer,
        on=hearing_on,
        values={
            "started_at": f"{hearing_on}T09:30",
            "ended_at": f"{hearing_on}T11:00",
            "place": "本局三楼听证室",
            "told": "核对身份，宣布纪律，告知权利。",
            "participants": [{"role": "承办人", "name": "周闻溪"}],
            "talk": [{"q": "主持人", "a": "现在开始听证。"}],
        },
    )
    casework.report_hearing(
        story.file,
        by=b.reviewer,
        on=story.on(),
        values={
            "basics": "听证公开举行。",
            "investigators_said": "建议处罚。",
            "party_said": "请求从轻。",
            "advice": "建议维持拟处罚意见。",
        },
    )
    with pytest.raises(Refused) as refused:
        review.exempt(story.file, by=b.handler, on=story.on(), answers=dict(PLAIN))
    assert "PEN-12-2" in codes(refused)
    story.resubmitted().judged("approved")
    decision.issue(story.clearance, by=b.head, on=story.on())


@pytest.mark.rule("PEN-9")
def test_a_hearing_asked_for_too_late_is_refused() -> None:
    story = a_case(fine="120000").noticed()
    with pytest.raises(Refused) as refused:
        casework.request_hearing(story.file, by=story.bureau.handler, on=story.on(30))
    assert "PEN-9" in codes(refused)


@pytest.mark.rule("PEN-6")
def test_preserved_evidence_must_be_decided_on_before_the_end() -> None:
    story = a_case().filed()
    b = story.bureau
    casework.preserve_evidence(
        story.file,
        by=b.head,
        on=story.on(),
        values={
            "kept_at": "当事人仓库",
            "goods": [{"name": "食用油", "quantity": "12", "unit": "箱"}],
        },
    )
    due = story.stands().limit("PEN-6")
    assert due is not None
    assert due.last_day == dt.date(2026, 3, 13)
    with pytest.raises(Refused) as refused:
        casework.conclude(story.file, by=b.handler, on=story.on(), report=story.report())
    assert "PEN-6" in codes(refused)
    casework.dispose_preserved(
        story.file, by=b.handler, on=story.day, values={"disposal": "returned"}
    )
    casework.conclude(story.file, by=b.handler, on=story.day, report=story.report())


def test_a_pause_moves_the_due_date_of_the_decision() -> None:
    story = a_case().filed()
    b = story.bureau
    before = story.stands().limit("PEN-14")
    casework.suspend(story.file, by=b.head, on=story.on(), reason="等待其他机关意见")
    casework.resume(story.file, by=b.head, on=story.on(10), reason="已收到意见")
    after = story.stands().limit("PEN-14")
    assert before
    assert after
    assert after.last_day > before.last_day
    assert after.paused_days >= 10


@pytest.mark.rule("PEN-14")
def test_the_91st_day_is_late_but_not_locked() -> None:
    story = a_case().cleared()
    story.day = START + dt.timedelta(days=120)
    due = story.stands().limit("PEN-14")
    assert due is not None
    assert due.light(story.day).value == "red"
    decision.issue(story.clearance, by=story.bureau.head, on=story.day)


def test_a_refused_decision_on_the_spot_leaves_no_exemption_behind() -> None:
    bureau = a_bureau()
    file = on_spot(bureau)
    with pytest.raises(Refused):
        spot_decision(file, bureau, "3001")
    assert not Clearance.objects.filter(file=file).exists()
    spot_decision(file, bureau, "3000")


@pytest.mark.rule("PEN-17")
@pytest.mark.parametrize(
    ("amount", "why", "allowed"),
    [("101", "", False), ("100", "", True), ("101", "当事人是流动摊贩，事后难以执行", True)],
)
def test_cash_is_taken_on_the_spot_up_to_a_hundred_yuan(
    amount: str, why: str, allowed: bool
) -> None:
    file = on_spot(a_bureau())
    standing = standing_of(file, today=START)
    refusals = standing.refusals(
        "decision.decide_on_spot",
        START,
        collected_on_spot=True,
        hard_to_enforce_later=bool(why),
        fine=amount,
        kinds=["fine"],
        facts_certain=True,
        party_kind="legal_person",
    )
    assert ("PEN-17" not in {r.rule.code for r in refusals}) is allowed
