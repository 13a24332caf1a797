"""The forms of disclosure: what is asked, what an answer does, on the page and over the API."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import Story, a_bureau, a_case
from tests.disclosure.showing import Showing, all_covered
from xiezhi.disclosure.forms import FORMS, Prepare, Publish, Sign, Withdraw, Withhold
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Refused

pytestmark = pytest.mark.django_db

GATE = {
    "secrecy_reviewed": "on",
    "state_secret": "no",
    "third_party_harm": "no",
    "public_security": "no",
    "all_facts_secret": "no",
    "province_unfit": "no",
    "process_information": "no",
}


class Telling(Story):
    """Two values in the facts that look personal."""

    def report(self) -> Any:
        made = super().report()
        made.values["facts"] = "电话 13800138000 的人取货，批号 20260311202603110001。"
        return made


@pytest.fixture
def story() -> Story:
    return Telling(a_bureau()).decided()


def form(kind: Any, story: Story, data: dict[str, Any] | None = None) -> Any:
    return kind(data, file=story.file, by=story.bureau.publisher)


def test_every_act_has_its_form() -> None:
    acts = {made.act for made in FORMS}
    assert acts == {name for name, act in ACTS.items() if act.context == "disclosure"}
    for made in FORMS:
        assert made().fields


def test_every_finding_is_a_question_with_nothing_preset(story: Story) -> None:
    empty = form(Prepare, story)
    asked = [name for name in empty.fields if name.startswith("answer_")]
    assert len(asked) == len(all_covered(story)) == 2
    assert all(empty.fields[name].initial is None for name in asked)
    bound = form(Prepare, story, {"on": f"{story.day}", **GATE})
    assert not bound.is_valid()
    assert set(asked) <= set(bound.errors)


def test_an_answer_shows_or_covers(story: Story) -> None:
    data = {"on": f"{story.day}", **GATE, "answer_0": "cover", "answer_1": "show"}
    bound = form(Prepare, story, data)
    assert bound.is_valid(), bound.errors
    draft = bound.perform()
    assert "13800138000" not in draft.page
    assert "20260311202603110001" in draft.page


def test_the_api_answers_by_what_was_found(story: Story) -> None:
    values = {"on": f"{story.day}", **GATE, "answers": all_covered(story)}
    bound = Prepare.from_json(values, file=story.file, by=story.bureau.publisher)
    assert bound.is_valid(), bound.errors
    assert "20260311202603110001" not in bound.perform().page


def test_an_unanswered_question_of_the_gate_is_asked(story: Story) -> None:
    data = {"on": f"{story.day}", **GATE, "answer_0": "cover", "answer_1": "cover"}
    del data["state_secret"]
    bound = form(Prepare, story, data)
    assert not bound.is_valid()
    assert "state_secret" in bound.errors


def test_who_signs_and_publishes_has_read_it(story: Story) -> None:
    Showing(story).drafted()
    for kind in (Sign, Publish):
        bound = form(kind, story, {"on": f"{story.day}"})
        assert not bound.is_valid()
        assert "seen" in bound.errors


def test_consequences_are_said_before_the_button(story: Story) -> None:
    Showing(story).signed()
    said = "".join(form(Publish, story).confirm)
    assert "任何人马上能看到" in said
    assert "遮盖 3 处" in said
    assert "公示到" in said


def test_the_whole_way_by_forms(story: Story) -> None:
    Showing(story).drafted()
    data = {"on": f"{story.day}", "seen": "on"}
    signing = Sign(data, file=story.file, by=story.bureau.head)
    assert signing.is_valid()
    signing.perform()
    publishing = form(Publish, story, data)
    assert publishing.is_valid()
    publishing.perform()
    why = {"on": f"{story.day}", "ground": "error", "reason": "案由有误，更正后重新公示。"}
    withdrawing = form(Withdraw, story, why)
    assert withdrawing.is_valid()
    withdrawing.perform()
    assert story.acts[-1] == "disclosure.withdraw"


def test_nothing_to_publish_is_a_refusal() -> None:
    story = a_case().decided()
    for kind, data in (
        (Sign, {"on": f"{story.day}", "seen": "on"}),
        (Publish, {"on": f"{story.day}", "seen": "on"}),
        (Withdraw, {"on": f"{story.day}", "ground": "error", "reason": "有误"}),
    ):
        bound = form(kind, story, data)
        assert bound.is_valid()
        with pytest.raises(Refused):
            bound.perform()


def test_withholding_by_form(story: Story) -> None:
    data = {"on": f"{story.day}", "ground": "G2", "reason": "配方属于商业秘密。"}
    bound = Withhold(data, file=story.file, by=story.bureau.head)
    assert bound.is_valid()
    assert bound.perform().ground == "G2"
