"""Where the law stops the officers: ranges of fines, children, unlawful ways of service."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import SINCE, Story, a_case
from xiezhi.casework import actions as casework
from xiezhi.procedure.citations import Refused
from xiezhi.registry.models import Benchmark, Item

pytestmark = pytest.mark.django_db


def a_benchmark(story: Story) -> Benchmark:
    """50,000 to 100,000 by law; 50,000 to 65,000 for an ordinary case."""
    item = Item.objects.create(
        agency=story.bureau.agency,
        code="3306-0001",
        name="对经营虚假标注生产日期食品的处罚",
        category="行政处罚",
        basis="《中华人民共和国食品安全法》第一百二十四条第一款",
        effective_from=SINCE,
    )
    return Benchmark.objects.create(
        item=item,
        violation="经营虚假标注生产日期的食品",
        basis="《中华人民共和国食品安全法》第一百二十四条第一款",
        grade=Benchmark.Grade.ORDINARY,
        conditions="货值金额不足一万元",
        fine_min=50000,
        fine_max=65000,
        legal_min=50000,
        legal_max=100000,
        issuer="安澜市市场监督管理局",
        number="安市监规〔2024〕2号",
        effective_from=SINCE,
    )


def conclude(story: Story, **discretion: object) -> None:
    report = story.report()
    used = casework.Discretion(a_benchmark(story), **discretion)  # type: ignore[arg-type]
    casework.conclude(
        story.file,
        by=story.bureau.handler,
        on=story.on(),
        report=casework.Report(report.proposal, report.values, used),
    )


@pytest.mark.parametrize(
    ("fine", "mitigation", "code"),
    [
        ("100001", "", "PEN-76-1"),
        ("49999", "", "PEN-32"),
    ],
)
def test_a_fine_outside_the_law_is_refused(fine: str, mitigation: str, code: str) -> None:
    story = a_case(fine=fine).investigated()
    with pytest.raises(Refused) as refused:
        conclude(story, mitigation=mitigation)
    assert code in {reason.rule.code for reason in refused.value.reasons}
    assert "casework.conclude" not in story.acts


def test_a_fine_beyond_the_benchmark_goes_to_the_collective_discussion() -> None:
    story = a_case(fine="90000").investigated()
    conclude(story)
    proposal = story.stands().proposal
    assert proposal["beyond_benchmark"] is True
    assert proposal["discussion_due"] is True


def test_a_fine_within_the_benchmark_is_ordinary() -> None:
    story = a_case(fine="65000").investigated()
    conclude(story)
    assert story.stands().proposal["beyond_benchmark"] is False


def child(born_on: dt.date) -> Story:
    party = {
        "kind": "citizen",
        "name": "张某",
        "code": "",
        "id_number": "",
        "born_on": born_on,
        "address": "安澜市东埠区",
        "phone": "",
        "legal_rep": "",
    }
    return a_case(party=party, fine="500")


@pytest.mark.rule("PEN-26")
def test_a_child_under_fourteen_is_not_punished() -> None:
    story = child(dt.date(2012, 3, 3)).investigated()
    with pytest.raises(Refused) as refused:
        casework.conclude(story.file, by=story.bureau.handler, on=story.on(), report=story.report())
    assert "PEN-26" in {reason.rule.code for reason in refused.value.reasons}


def test_somebody_of_fourteen_is() -> None:
    child(dt.date(2012, 3, 1)).concluded()


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (casework.Delivery("electronic"), "PEN-61-2"),
        (casework.Delivery("left"), "DOC-SERVICE"),
        (casework.Delivery("announced"), "DOC-SERVICE"),
    ],
)
def test_unlawful_ways_of_service_are_refused(how: casework.Delivery, code: str) -> None:
    story = a_case().concluded()
    casework.give_notice(story.file, by=story.bureau.head, on=story.on())
    with pytest.raises(Refused) as refused:
        casework.serve_notice(
            story.file, by=story.bureau.handler, on=story.day, how=how, values=story.receipt()
        )
    assert code in {reason.rule.code for reason in refused.value.reasons}


def test_an_announcement_serves_after_thirty_days() -> None:
    story = a_case().concluded()
    casework.give_notice(story.file, by=story.bureau.head, on=story.on())
    posted = story.day
    for days, allowed in ((29, False), (30, True)):
        on = posted + dt.timedelta(days=days)
        how = casework.Delivery("announced", announced_on=posted)
        refusals = story.stands(on).refusals("casework.serve_notice", on, **how.facts({}))
        assert (not refusals) is allowed
