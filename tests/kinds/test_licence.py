"""What only a whole File of a licence shows: content demanded of papers, the certificate, the page
that the public sees."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import Bureau
from tests.kinds.test_lives import START, cast
from xiezhi.config.sample.kinds.licence import LIVES
from xiezhi.config.sample.kinds.model import Deed, Life
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.config.verifying import altered
from xiezhi.decision.models import Decision
from xiezhi.disclosure.models import Publication, PublicCommitment
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.timelimits import Light
from xiezhi.record.actions import standing_of
from xiezhi.record.blocks import Own, Page
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File, Material
from xiezhi.record.wordings import kind_of

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def told(bureau: Bureau, name: str, until: int | None = None, *more: Deed) -> File:
    life = next(each for each in LIVES if each.name == name)
    part = Life(life.name, life.kind, (*life.deeds[:until], *more))
    calendar = calendar_for(bureau.agency.region)
    return tell(part, cast(bureau), START, calendar)


def proposing(name: str, **changed: object) -> tuple[int, Deed]:
    """The place of the opinion in a life, and the opinion with other values."""
    life = next(each for each in LIVES if each.name == name)
    place = next(n for n, deed in enumerate(life.deeds) if deed.act == "licence.propose")
    values = {k: v for k, v in (life.deeds[place].values | changed).items() if v is not None}
    return place, Deed("handler", "licence.propose", values)


@pytest.mark.rule("LIC-12", "LIC-12-2", "LIC-CERT")
@pytest.mark.parametrize(
    ("life", "changed", "rule"),
    [
        ("licence.ordinary.refused", {"reason": None}, "LIC-12"),
        ("licence.ordinary.food", {"scope": None}, "LIC-12-2"),
        ("licence.ordinary.food", {"certificate_number": None}, "LIC-CERT"),
        ("licence.ordinary.food", {"valid_to": None}, "LIC-CERT"),
    ],
)
def test_an_opinion_says_what_the_decision_must(
    bureau: Bureau, life: str, changed: dict[str, object], rule: str
) -> None:
    place, deed = proposing(life, **changed)
    with pytest.raises(Refused) as refused:
        told(bureau, life, place, deed)
    assert rule in {reason.rule.code for reason in refused.value.reasons}


def test_the_certificate_is_filled_from_the_record(bureau: Bureau) -> None:
    file = told(bureau, "licence.ordinary.food")
    values = Material.objects.get(file=file, code="licence.certificate").values
    proposed = Material.objects.get(file=file, code="licence.examination").values
    for name in ("certificate_title", "certificate_number", "scope", "valid_from", "valid_to"):
        assert values[name] == proposed[name]
    granted = Material.objects.get(file=file, code="licence.grant")
    assert values["grant_number"] == granted.number
    assert values["party"]["name"] == granted.values["party"]["name"]
    assert values["licence_category"] == "ordinary", "as it was applied for"


@pytest.mark.rule("LIC-12")
def test_a_refusal_tells_its_reasons_and_remedies(bureau: Bureau) -> None:
    file = told(bureau, "licence.ordinary.refused")
    values = Material.objects.get(file=file, code="licence.refusal").values
    assert "距离垃圾收集点不足" in values["reason"]
    assert values["remedies"]["review_body"]
    assert values["remedies"]["court"]
    decision = Decision.objects.get(file=file)
    assert decision.outcome_label == "不予行政许可"
    assert Publication.objects.filter(decision=decision).exists()


def test_silence_is_read_off_the_days(bureau: Bureau) -> None:
    """Nothing is stored on the sixth day: the terms run from the first."""
    file = told(bureau, "licence.ordinary.silence", 1)
    received = file.opened_on
    calendar = calendar_for(bureau.agency.region)
    in_time = standing_of(file, today=calendar.add_working_days(received, 5))
    late = standing_of(file, today=calendar.add_working_days(received, 6))
    assert in_time.limit("LIC-4") is None
    due = late.limit("LIC-4")
    assert due is not None
    assert due.triggered_on == received
    answer = late.limit("LIC-2")
    assert answer is not None
    assert answer.light() is Light.RED


def test_a_renewal_by_silence_leaves_nothing_to_decide(bureau: Bureau) -> None:
    file = told(bureau, "licence.renewal.deemed")
    assert not file.entries.filter(kind="decision.issue").exists()
    assert Material.objects.filter(file=file, code="licence.certificate").exists()
    assert standing_of(file, today=dt.date(2026, 11, 20)).has("record.archive")


def _confirmed(bureau: Bureau) -> File:
    return told(bureau, "licence.renewal.deemed", 4)


@pytest.mark.rule("PLAN-2", "LIC-11-2")
def test_a_renewal_by_silence_is_owed_to_the_public_like_a_grant(bureau: Bureau) -> None:
    """Seven working days from the day it was entered (PLAN-2); red on the eighth."""
    file = _confirmed(bureau)
    confirmed = file.entries.get(kind="decision.confirm_renewal")
    on = dt.date.fromisoformat(confirmed.facts["on"])
    calendar = calendar_for(bureau.agency.region)
    last = calendar.add_working_days(on, 7)
    assert confirmed.facts["publish_by"] == last.isoformat()
    in_time, late = standing_of(file, today=last), standing_of(file, today=last + DAY)
    for standing in (in_time, late):
        assert "disclosure.prepare" in {duty.act for duty in standing.duties}
    due = late.limit("PLAN-2")
    assert due is not None
    assert (due.last_day, due.light(last), due.light()) == (last, Light.AMBER, Light.RED)


def test_the_account_of_decisions_counts_a_renewal_by_silence(bureau: Bureau) -> None:
    file = _confirmed(bureau)
    decision = Decision.objects.get(file=file)
    assert (decision.outcome_label, decision.law_text) == (
        "视为准予延续",
        "《中华人民共和国行政许可法》第五十条第二款",
    )
    row = PublicCommitment.objects.get(pk=decision.pk)
    assert (row.kind, row.state) == ("licence", "overdue")  # confirmed in April, nothing shown
    assert row.commitment
    whole = told(bureau, "licence.renewal.deemed")
    shown = Decision.objects.get(file=whole)
    assert PublicCommitment.objects.get(pk=shown.pk).state == "shown"
    page = Publication.objects.get(decision=shown).content
    assert page["listed"]["outcome"] == "视为准予延续"
    assert "第五十条第二款" in str(page["document"])


def test_a_row_of_a_renewal_by_silence_is_held_against_the_ledger(bureau: Bureau) -> None:
    _confirmed(bureau)
    assert list(altered("default", None)) == []


def test_before_it_is_entered_there_is_nothing_to_show(bureau: Bureau) -> None:
    file = told(bureau, "licence.renewal.deemed", 2)
    reasons = standing_of(file, today=dt.date(2026, 11, 20)).refusals("disclosure.prepare")
    assert [reason.rule.code for reason in reasons] == ["FLOW-ORDER"]


def test_a_transferred_licence_is_held_by_whom_it_was_transferred_to(bureau: Bureau) -> None:
    file = told(bureau, "licence.change.transfer")
    paper = Material.objects.get(file=file, code="licence.certificate")
    applied = Material.objects.get(file=file, code="licence.change_application").values
    assert paper.values["transferee"] == applied["transferee"]
    own = Own(bureau.agency.name, paper.number, "2026年4月1日")
    said = str(Page(kind_of(paper), paper.values, own).blocks())
    assert "持证人：" in said
    assert applied["transferee"] in said
    assert f"由{applied['party']['name']}依法转让" in said
    assert applied["transferee_code"] in said


def test_any_other_certificate_is_held_by_the_applicant(bureau: Bureau) -> None:
    file = told(bureau, "licence.change.scope")
    paper = Material.objects.get(file=file, code="licence.certificate")
    assert "transferee" not in paper.values
    own = Own(bureau.agency.name, paper.number, "2026年4月1日")
    assert "依法转让" not in str(Page(kind_of(paper), paper.values, own).blocks())
