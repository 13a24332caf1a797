"""A case with two parties through its forms: what is asked, what is refused, what is shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import SINCE, Bureau, a_bureau, a_case
from tests.kinds.test_lives import START, cast
from xiezhi.casework.forms.inquiry import Conclude, ReviseConclusion
from xiezhi.casework.models import Party
from xiezhi.config.sample.kinds.model import (
    PLAIN,
    SERVED,
    Deed,
    Life,
    decided_and_served,
    reviewed,
    shown,
)
from xiezhi.config.sample.kinds.penal import begun, concluded
from xiezhi.config.sample.kinds.penalty_joint import COMPANY, PERSON
from xiezhi.config.sample.kinds.penalty_joint import LIVES as JOINT
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.config.verifying import altered
from xiezhi.decision.forms import RecordPayment, Serve
from xiezhi.decision.models import Decision, Payment
from xiezhi.disclosure.models import Publication
from xiezhi.faces.exchange.problems import Problem
from xiezhi.procedure.citations import Refused
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File, Material
from xiezhi.registry.models import Benchmark, Item

pytestmark = pytest.mark.django_db
WHOLE = JOINT[0]
Row = dict[str, Any]


@pytest.fixture
def bureau(db: None) -> Bureau:
    return a_bureau(policy="national")


def told(bureau: Bureau, *deeds: Deed) -> File:
    """The company's case with its manager joined, and on from there."""
    joined = next(deed for deed in WHOLE.deeds if deed.act == "casework.add_party")
    life = Life("two", "penalty.general", (*begun("虚假标注生产日期"), joined, *deeds))
    return tell(life, cast(bureau), START, calendar_for(bureau.agency.region))


def fine(party: str, amount: str, **more: Any) -> Row:
    return {"party": party, "kind": "fine", "amount": amount, **more}


def ended_well(act: str) -> tuple[Deed, ...]:
    """The whole life up to an act, without it."""
    at = next(n for n, deed in enumerate(WHOLE.deeds) if deed.act == act and not deed.refused)
    return WHOLE.deeds[:at]


def test_one_party_is_asked_what_it_always_was() -> None:
    story = a_case().decided()
    form = Conclude(file=story.file, by=story.bureau.handler)
    assert [c.name for c in form.fields["penalties"].columns] == [  # type: ignore[attr-defined]
        *("kind", "amount", "content", "breach")
    ]
    assert "benchmark" in form.fields
    assert "party" not in Serve(file=story.file, by=story.bureau.handler).fields
    assert "party" not in RecordPayment(file=story.file, by=story.bureau.handler).fields


def test_of_two_each_row_and_each_act_is_asked_whose_it_is(bureau: Bureau) -> None:
    file = told(bureau)
    form = Conclude(file=file, by=bureau.handler)
    names = [c.name for c in form.fields["penalties"].columns]  # type: ignore[attr-defined]
    assert names == ["party", "kind", "amount", "content", "breach", "basis", "benchmark"]
    assert "benchmark" not in form.fields
    choices = Serve(file=file, by=bureau.handler).fields["party"].choices  # type: ignore[attr-defined]
    assert [name for _key, name in choices] == ["请选择", COMPANY, PERSON]


def test_a_row_without_a_party_or_with_another_files_is_refused(bureau: Bureau) -> None:
    with pytest.raises(Problem):
        told(bureau, concluded(fine("", "1"), fine(PERSON, "1")))


def test_a_third_person_is_not_asked_for(bureau: Bureau) -> None:
    third = Deed(
        "handler",
        "casework.add_party",
        {"role": "third", "kind": "citizen", "name": "梁某某", "reason": "货物存放在他处。"},
    )
    file = told(bureau, third, concluded(fine(COMPANY, "1000"), fine(PERSON, "100")))
    assert len(standing_of(file, today=dt.date(2026, 11, 20)).parties) == 2
    report = Material.objects.get(file=file, code="inquiry.report").values
    assert report["other_parties"] == "第三人梁某某"
    assert [one["name"] for one in report["party"]["joint"]] == [PERSON]


def test_whoever_left_the_case_needs_a_split(bureau: Bureau) -> None:
    left = {"party": PERSON, "kind": "elsewhere"}
    with pytest.raises(Refused, match="另案处理"):
        told(bureau, concluded(fine(COMPANY, "1000"), left))


def test_a_revised_report_comes_as_it_was_typed(bureau: Bureau) -> None:
    rows = (fine(COMPANY, "1000", content="罚一千元"), fine(PERSON, "100"))
    form = ReviseConclusion(file=told(bureau, concluded(*rows)), by=bureau.handler)
    again = form.initial["penalties"]
    assert [row["content"] for row in again] == ["罚一千元", ""]
    assert {row["party"] for row in again} == set(Party.objects.values_list("pk", flat=True))


SPARED = (
    concluded(fine(COMPANY, "60000"), {"party": PERSON, "kind": "none"}),
    Deed("head", "casework.give_notice"),
    Deed("handler", "casework.serve_notice", {**SERVED, "party": COMPANY}),
    Deed("handler", "casework.waive_statement", {"party": COMPANY, "hearing_too": True}),
    *reviewed(),
    *decided_and_served(party=COMPANY),
    Deed("handler", "decision.serve", {**SERVED, "party": PERSON}),
)


def test_a_natural_person_who_is_spared_is_not_named_in_public(bureau: Bureau) -> None:
    file = told(bureau, *SPARED, *shown())
    decision, page = Decision.objects.get(), Publication.objects.get().page
    assert decision.party_name == COMPANY
    assert decision.fine == 60000
    assert PERSON not in page
    assert "韩某" in page
    assert COMPANY in page
    made = Material.objects.get(file=file, code="penalty.decision").values
    assert made["party"]["joint"][0]["spared"] is True
    assert "不予行政处罚" in made["penalties"][1]["content"]


def test_the_punished_are_both_on_the_page_each_by_its_kind(bureau: Bureau) -> None:
    tell(WHOLE, cast(bureau), START, calendar_for(bureau.agency.region))
    page = Publication.objects.get()
    assert page.party_name == f"{COMPANY}、{PERSON}"
    assert "学府街" not in page.page
    assert "临港路 18 号" in page.page
    who = [row for row in page.content["summary"] if row[0] == "当事人"]
    assert [row[1][0][1] for row in who] == [COMPANY, PERSON]


def test_where_one_of_them_is_a_minor_nothing_is_shown(bureau: Bureau) -> None:
    child = next(deed for deed in WHOLE.deeds if deed.act == "casework.add_party")
    young = replace(child, values={**child.values, "id_number": "32010520100512003X"})
    deeds = tuple(young if deed is child else deed for deed in ended_well("disclosure.prepare"))
    life = replace(WHOLE, deeds=(*deeds, *shown()))
    with pytest.raises(Refused, match="未成年人"):
        tell(life, cast(bureau), START, calendar_for(bureau.agency.region))
    assert Decision.objects.get().party_is_minor is True


def test_a_payment_is_held_against_the_ledger_with_its_party(bureau: Bureau) -> None:
    life = replace(WHOLE, deeds=ended_well("decision.close"))
    file = tell(life, cast(bureau), START, calendar_for(bureau.agency.region))
    paid = {
        payment.party.name: payment.amount for payment in Payment.objects.all() if payment.party
    }
    assert paid == {COMPANY: 63360, PERSON: 20000}
    assert sum(paid.values()) == Decision.objects.get().payable
    assert list(altered("default", file.pk)) == []


def a_benchmark_of(bureau: Bureau) -> Benchmark:
    item = Item.objects.create(
        agency=bureau.agency, code="3306-0001", name="处罚", category="行政处罚",
        basis="《食品安全法》", effective_from=SINCE,
    )  # fmt: skip
    return Benchmark.objects.create(
        item=item, violation="虚假标注", basis="《食品安全法》", grade=Benchmark.Grade.ORDINARY,
        fine_min=50000, fine_max=65000, legal_min=50000, legal_max=100000, issuer="安澜市市监局",
        number="2号", effective_from=SINCE,
    )  # fmt: skip


def unpaid(*deeds: Deed) -> Life:
    """The life as it would go on if the person didn't pay."""
    last = [n for n, deed in enumerate(WHOLE.deeds) if deed.act == "decision.record_payment"][-1]
    return replace(WHOLE, deeds=(*WHOLE.deeds[:last], *deeds))


def test_the_court_is_asked_about_the_one_who_did_not_pay(bureau: Bureau) -> None:
    asks = Deed("head", "decision.apply_court", {"party": PERSON, "party_said": "无。"}, days=120)
    other = replace(asks, values={**asks.values, "party": COMPANY}, refused="COE-15")
    closes = Deed("unit_head", "decision.close", {"outcome": "移送法院。"})
    life = unpaid(other, replace(asks, days=0), closes)
    file = tell(life, cast(bureau), START, calendar_for(bureau.agency.region))
    asked = Material.objects.get(file=file, code="execution.court").values
    assert asked["party"]["name"] == PERSON
    assert asked["object"] == "罚款 20,000 元"
    assert asked["amount"] == "40000.00"  # the late fee never exceeds the fine (art. 72)


def test_one_of_them_is_given_more_time(bureau: Bureau) -> None:
    given = {"party": PERSON, "way": "deferred", "until": "@+30", "requested_on": "@"}
    allowed = Deed("head", "decision.allow_instalments", given, days=0)
    file = tell(unpaid(allowed), cast(bureau), START, calendar_for(bureau.agency.region))
    made = Material.objects.get(file=file, code="payment.instalments").values
    assert (made["party"]["name"], made["fine"]) == (PERSON, "20000")
    terms = {due.label for due in standing_of(file, today=dt.date(2026, 6, 1)).limits}
    assert f"缴纳罚款（{PERSON}）" in terms
    assert f"缴纳罚款（{COMPANY}）" not in terms


def test_each_fine_goes_by_its_own_benchmark(bureau: Bureau) -> None:
    """50,000 to 100,000 by law for the company; the person's fine has no benchmark."""
    one = a_benchmark_of(bureau)
    low = fine(COMPANY, "40000", benchmark=str(one.pk))
    with pytest.raises(Refused, match=f"{COMPANY}：.*低于法定下限"):
        told(bureau, concluded(low, fine(PERSON, "100")))
    file = told(bureau, concluded({**low, "amount": "60000"}, fine(PERSON, "100")))
    report = Material.objects.get(file=file, code="inquiry.report").values
    assert report["benchmark"].startswith(f"{COMPANY}：")


def reported(bureau: Bureau, company: str, person: str, *deeds: Deed) -> File:
    """Heard, as far as each of them has to be, and ready for review."""
    waives = {"hearing_too": True}
    return told(
        bureau,
        concluded(fine(COMPANY, company), fine(PERSON, person)),
        Deed("head", "casework.give_notice"),
        Deed("handler", "casework.serve_notice", {**SERVED, "party": COMPANY}),
        Deed("handler", "casework.serve_notice", {**SERVED, "party": PERSON}),
        Deed("handler", "casework.waive_statement", {**waives, "party": COMPANY}),
        Deed("handler", "casework.waive_statement", {**waives, "party": PERSON}),
        *deeds,
    )


def test_an_exemption_from_review_is_judged_by_each_ones_own_kind(bureau: Bureau) -> None:
    """60,000 need no review of a company; 20,000 do of a citizen (from 10,000)."""
    exempt = Deed("handler", "review.exempt", PLAIN)
    assert reported(bureau, "60000", "9000", exempt)
    with pytest.raises(Refused, match=f"{PERSON}：罚款、没收的数额"):
        reported(bureau, "60000", "20000", exempt)


def test_consent_to_electronic_service_is_the_consent_of_one(bureau: Bureau) -> None:
    agrees = Deed(
        "handler",
        "casework.confirm_address",
        {
            "party": COMPANY,
            "address": "电子送达",
            "receiver": "办公室",
            "contact_phone": "0531-0000000",
            "electronic": True,
            "e_address": "office@example.cn",
        },
    )
    mail = {**SERVED, "mode": "electronic"}
    told(
        bureau,
        agrees,
        concluded(fine(COMPANY, "1000"), fine(PERSON, "100")),
        Deed("head", "casework.give_notice"),
        Deed("handler", "casework.serve_notice", {**mail, "party": PERSON}, refused="PEN-61-2"),
        Deed("handler", "casework.serve_notice", {**mail, "party": COMPANY}),
    )


def test_other_penalties_are_carried_out_for_each(bureau: Bureau) -> None:
    stop = {"kind": "bar_from_trade", "content": "限制从业一年"}
    rows = (fine(COMPANY, "1000"), {"party": COMPANY, **stop}, {"party": PERSON, **stop})
    last = next(n for n, d in enumerate(SPARED) if d.act == "casework.waive_statement")
    carried = {"performed": "已录入限制从业名单。", "performed_how": "登记"}
    told(
        bureau,
        concluded(*rows),
        *SPARED[1 : last + 1],
        Deed("handler", "casework.serve_notice", {**SERVED, "party": PERSON}),
        Deed("handler", "casework.waive_statement", {"party": PERSON, "hearing_too": True}),
        *SPARED[last + 1 :],
        Deed("handler", "decision.record_payment", {"party": COMPANY, "amount": "1000"}),
        Deed("handler", "decision.carry_out", {"party": COMPANY, **carried}),
        Deed("unit_head", "decision.close", {"outcome": "已执行。"}, refused="PEN-66"),
        Deed("handler", "decision.carry_out", {"party": PERSON, **carried}),
        Deed("unit_head", "decision.close", {"outcome": "已执行。"}),
    )
