"""A penalty case of the general procedure, from the clue to the closing, as a story."""

from __future__ import annotations

import pytest

from tests.builders import a_case
from xiezhi.procedure.citations import Refused

pytestmark = pytest.mark.django_db


def test_a_case_walks_from_the_clue_to_the_closing() -> None:
    story = a_case().closed()
    assert story.acts == [
        "casework.register_clue",
        "casework.inspect",
        "casework.propose_filing",
        "casework.file_case",
        "casework.add_evidence",
        "casework.conclude",
        "casework.give_notice",
        "casework.serve_notice",
        "casework.waive_statement",
        "review.submit",
        "review.give_opinion",
        "decision.issue",
        "decision.serve",
        "decision.record_payment",
        "decision.close",
    ]
    assert story.decision.number == "安市监罚〔2026〕1号"
    assert story.stands().stage.code == "execution"


def test_a_decision_before_the_review_names_every_article_at_once() -> None:
    story = a_case().concluded()
    codes = {reason.rule.code for reason in story.stands().refusals("decision.issue")}
    assert {"PEN-7", "PEN-12"} <= codes


def test_a_handler_cannot_decide() -> None:
    story = a_case().cleared()
    from xiezhi.decision import actions

    with pytest.raises(Refused) as refused:
        actions.issue(story.clearance, by=story.bureau.handler, on=story.day)
    assert refused.value.reasons[0].rule.code == "ROLE"
