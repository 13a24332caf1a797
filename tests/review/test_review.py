"""Review through its acts: what was sealed, what was said, and the one clearance that counts."""

from __future__ import annotations

import pytest

from tests.builders import PLAIN, SINCE, a_bureau, a_case
from xiezhi.casework import actions as casework
from xiezhi.decision import actions as decision
from xiezhi.decision.models import Decision
from xiezhi.identity.models import Post
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Entry, Material, Seal
from xiezhi.review import actions as review
from xiezhi.review.models import Clearance, Exemption, Submission

pytestmark = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.rule.code for reason in refused.value.reasons]


def test_a_seal_lists_every_entry_of_substance_by_its_hash() -> None:
    story = a_case().submitted()
    seal = Seal.objects.get(file=story.file)
    sent = Submission.objects.get(file=story.file)
    assert (sent.seal, sent.seq, sent.round) == (seal, seal.seq, 1)
    listed = Entry.objects.filter(
        file=story.file,
        kind__in=[
            "casework.inspect",
            "casework.propose_filing",
            "casework.add_evidence",
            "casework.conclude",
        ],
    )
    for entry in listed:
        assert bytes(entry.hash).hex() in seal.text
    assert seal.text.count("casework.") == 4
    paper = Material.objects.get(file=story.file, code="review.submission").values
    assert paper["fingerprint"] == seal.digest


def test_an_older_clearance_of_the_same_case_decides_nothing() -> None:
    story = a_case().cleared()
    old = story.clearance
    casework.revise_conclusion(
        story.file, by=story.bureau.handler, on=story.on(), report=story.report()
    )
    story.resubmitted().judged("approved")
    new = Clearance.objects.filter(file=story.file).latest("pk")
    with pytest.raises(Refused) as refused:
        decision.issue(old, by=story.bureau.head, on=story.on())
    assert codes(refused) == ["REV-SEAL"]
    assert not Decision.objects.exists()
    decision.issue(new, by=story.bureau.head, on=story.on())


def test_materials_sent_back_come_again_and_the_clock_starts_anew() -> None:
    story = a_case().submitted()
    first = story.stands().limit("PLAN-9")
    review.return_materials(story.file, by=story.bureau.reviewer, on=story.on(), lacking="送达回证")
    assert story.stands().limit("PLAN-9") is None
    with pytest.raises(Refused) as refused:
        story.judged("approved")
    assert codes(refused) == ["FLOW-ORDER"]
    story.resubmitted()
    second = story.stands().limit("PLAN-9")
    assert second.triggered_on == story.day > first.triggered_on
    story.judged("approved")
    assert Submission.objects.get(file=story.file, round=2)


@pytest.mark.parametrize("unknown", ["complex", "public_interest", "law_requires"])
def test_an_exemption_denies_every_ground_and_unknown_is_not_no(unknown: str) -> None:
    bureau = a_bureau(policy="national")
    story = a_case(bureau, fine="5000").waived()
    answers: dict[str, bool | None] = {**PLAIN, unknown: None}
    with pytest.raises(Refused) as refused:
        review.exempt(story.file, by=bureau.handler, on=story.on(), answers=answers)
    assert len(codes(refused)) == 1
    assert not Exemption.objects.exists()
    review.exempt(story.file, by=bureau.handler, on=story.day, answers=dict(PLAIN))
    trace = Exemption.objects.get(file=story.file).grounds
    assert {row["answer"] for row in trace} == {"否"}
    assert len(trace) >= 7
    decision.issue(story.clearance, by=bureau.head, on=story.on())


def test_what_the_report_affirmed_isnt_denied_when_an_exemption_is_claimed() -> None:
    bureau = a_bureau(policy="national")
    story = a_case(bureau, fine="5000", answers={**PLAIN, "complex": True}).waived()
    with pytest.raises(Refused) as refused:
        review.exempt(story.file, by=bureau.handler, on=story.on(), answers=dict(PLAIN))
    assert codes(refused) == ["PEN-12-3"]


@pytest.mark.parametrize("verdict", ["correct", "transfer"])
def test_an_opinion_that_doesnt_agree_makes_no_clearance(verdict: str) -> None:
    story = a_case().submitted().judged(verdict, failing="facts")
    assert not Clearance.objects.exists()
    reasons = story.stands().refusals("decision.issue")
    assert [reason.rule.code for reason in reasons] == ["PEN-12"]


def test_a_reviewer_doesnt_decide_what_he_reviewed() -> None:
    story = a_case().cleared()
    b = story.bureau
    Post.objects.create(account=b.reviewer, role=Role.AGENCY_HEAD, organ=b.agency, since=SINCE)
    b.reviewer.__dict__.pop("_posts", None)
    with pytest.raises(Refused) as refused:
        decision.issue(story.clearance, by=b.reviewer, on=story.on())
    assert codes(refused) == ["REV-PERSON"]
