"""What the record knows is filled by itself: the decision announced, the case linked, its party."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.builders import Bureau
from tests.kinds.test_lives import START, cast
from tests.procedure.test_typed_once import CASEWIDE
from xiezhi.casework.known import known, party_of
from xiezhi.casework.models import Link
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.coercion.demand import DEMAND
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.decision.models import Decision
from xiezhi.faces.exchange.doing import FORMS
from xiezhi.procedure import declared
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File, Material, Participant
from xiezhi.record.writing import Writing
from xiezhi.ui.forms import ActForm

pytestmark = pytest.mark.django_db
LATER = dt.date(2026, 11, 20)
_RESTS_ON = ("decision_title", "decision_number", "decided_on", "served_on")
_PARTY = ("kind", "name", "code", "address", "legal_rep")


def told(bureau: Bureau, name: str, until: str, *more: Deed) -> File:
    """A life up to an act, and what comes then."""
    life = next(each for each in LIVES if each.name == name)
    place = next(n for n, deed in enumerate(life.deeds) if deed.act == until)
    part = Life(life.name, life.kind, (*life.deeds[: place + 1], *more))
    return tell(part, cast(bureau), START, calendar_for(bureau.agency.region))


def form(bureau: Bureau, act: str, values: dict[str, Any]) -> ActForm:
    made = next(each for each in FORMS if each.act == act)(file=None, by=bureau.handler)
    made.data, made.is_bound = values, True
    return made


def paper(file: File, code: str) -> dict[str, Any]:
    return Material.objects.filter(file=file, code=code).latest("seq").values


def demanding(origin: File | None, **more: Any) -> dict[str, Any]:
    """A demand that says nothing the File of the decision knows."""
    typed = {k: v for k, v in DEMAND.items() if k not in (*_RESTS_ON, *_PARTY)}
    dated = {k: "2026-10-20" if str(v).startswith("@") else v for k, v in typed.items()}
    linked = {"origin": origin.number} if origin else {}
    return {"on": f"{LATER}", **dated, **linked, "perform_by": "2026-10-20", **more}


def test_the_documents_of_a_file_are_given_what_the_static_check_counts_on(bureau: Bureau) -> None:
    file = told(bureau, "penalty.late", "casework.file_case")
    people = list(Participant.objects.filter(file=file))
    standing = standing_of(file, today=LATER)
    writing = Writing("casework.inspect", file, bureau.handler, LATER, standing, 9, people)
    assert known(writing).keys() == CASEWIDE


def test_what_is_announced_is_the_decision(bureau: Bureau) -> None:
    file = told(bureau, "penalty.late", "decision.announce")
    announced, decision = paper(file, "service.announcement"), Decision.objects.get(file=file)
    assert announced["document_number"] == decision.number
    assert announced["document_title"] == "行政处罚决定书"


def test_joined_and_split_cases_are_named_by_their_link(bureau: Bureau) -> None:
    file = told(bureau, "penalty.sent_back", "casework.split_case")
    links = Link.objects.filter(file=file).order_by("seq")
    named = [paper(file, code)["other_case"] for code in ("case.joining", "case.splitting")]
    assert named == [link.origin.number for link in links]
    assert len(set(named)) == 2


def test_a_hearing_is_announced_as_it_was_notified(bureau: Bureau) -> None:
    file = told(bureau, "penalty.hearing_given_up", "casework.announce_hearing")
    notice, announced = paper(file, "hearing.notice"), paper(file, "hearing.announcement")
    for name in ("hearing_at", "held_in", "host"):
        assert announced[name] == notice[name]
    assert announced["case"] == file.title


def test_a_list_is_of_what_its_notice_names(bureau: Bureau) -> None:
    file = told(bureau, "penalty.goods", "casework.list_preserved")
    assert paper(file, "preservation.list")["goods"] == paper(file, "preservation.notice")["goods"]


def test_a_demand_takes_party_and_decision_from_the_linked_file(bureau: Bureau) -> None:
    origin = told(bureau, "penalty.late", "decision.serve")
    decision = Decision.objects.get(file=origin)
    made = form(bureau, "coercion.demand", demanding(origin))
    assert made.is_valid(), made.errors
    file = made.perform()
    assert isinstance(file, File)
    demand = paper(file, "coercion.demand")
    assert demand["decision_number"] == decision.number
    assert demand["decision_title"] == "行政处罚决定书"
    assert demand["decided_on"] == f"{decision.on}"
    assert party_of(file).identity() == party_of(origin).identity()
    opened = standing_of(file, today=LATER).events[0].facts
    assert opened["decision_number"] == decision.number
    assert opened["origin"] == origin.number


def test_what_the_linked_file_says_otherwise_is_pointed_out(bureau: Bureau) -> None:
    origin = told(bureau, "penalty.late", "decision.serve")
    made = form(bureau, "coercion.demand", demanding(origin, decision_number="安市监罚〔2026〕9号"))
    assert not made.is_valid()
    assert Decision.objects.get(file=origin).number in str(made.errors["decision_number"])


def test_without_a_linked_file_it_is_all_asked(bureau: Bureau) -> None:
    made = form(bureau, "coercion.demand", demanding(None))
    assert not made.is_valid()
    assert {*_RESTS_ON, "kind", "name"} <= made.errors.keys()


def test_a_party_is_typed_whole_or_not_at_all(bureau: Bureau) -> None:
    origin = told(bureau, "penalty.late", "decision.serve")
    for half in ({"address": "临港路 18 号"}, {"name": "另一家公司"}, {"kind": "citizen"}):
        made = form(bureau, "coercion.demand", demanding(origin, **half))
        assert not made.is_valid()
        assert made.errors.keys() <= {"kind", "name"}


def test_what_is_asked_and_left_empty_stays_empty(bureau: Bureau) -> None:
    """A term set for one thing is no term of another: an assignment without one has none."""
    demand = Deed("handler", "casework.demand_materials", {"until": "@+5", "bring": "进货票据"})
    assign = Deed("unit_head", "casework.assign", {"addressee": "东埠区市场监督管理局"})
    file = told(bureau, "penalty.late", "casework.file_case", demand, assign)
    assert "until" in paper(file, "evidence.demand")
    assert "until" not in paper(file, "case.assignment")


def test_a_step_that_takes_names_the_file_it_follows() -> None:
    for step in declared.DECLARED.values():
        assert step.links or not declared.origin_fields(step)
