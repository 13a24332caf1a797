"""After the decision: what is owed is asked for, when it is due, and closed when it is done."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import START, Story, a_bureau, a_case
from tests.decision.test_branches import on_spot, spot_decision
from xiezhi.decision import actions as decision
from xiezhi.procedure.citations import Refused
from xiezhi.record.actions import standing_of
from xiezhi.record.models import Material

pytestmark = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.rule.code for reason in refused.value.reasons]


def paper(story: Story, code: str) -> dict[str, Any]:
    return Material.objects.filter(file=story.file, code=code).order_by("-seq")[0].values


def paid(story: Story, amount: str) -> None:
    decision.record_payment(
        story.file, by=story.bureau.handler, on=story.on(), amount=Decimal(amount)
    )


def test_a_case_isnt_closed_before_it_is_decided() -> None:
    story = a_case().cleared()
    with pytest.raises(Refused) as refused:
        decision.close(story.file, by=story.bureau.head, on=story.on(), outcome="结案")
    assert codes(refused) == ["PEN-57"]


def test_a_demand_asks_for_what_is_left_and_the_fee_on_it() -> None:
    """2,000 of 52,000 paid in time; ten days late at 3 % of 50,000 a day are 15,000."""
    story = a_case().served()
    paid(story, "2000")
    due = story.stands().limit("PEN-19")
    story.day = due.last_day
    handler = story.bureau.handler
    with pytest.raises(Refused) as refused:
        decision.demand(story.file, by=handler, on=story.day, values={})
    assert codes(refused) == ["COE-10"]
    decision.demand(story.file, by=handler, on=story.on(10), values={})
    demand = paper(story, "execution.demand")
    assert (demand["surcharge_amount"], demand["amount"]) == ("15000.00", "65000.00")


def test_who_has_paid_is_asked_for_nothing() -> None:
    story = a_case().paid()
    assert story.stands(story.day + dt.timedelta(days=60)).limit("PEN-19") is None
    with pytest.raises(Refused) as refused:
        decision.demand(story.file, by=story.bureau.handler, on=story.on(60), values={})
    assert codes(refused) == ["COE-10"]


@pytest.mark.parametrize(
    "values",
    [
        {"way": "deferred", "until": "2026-06-30"},
        {
            "way": "instalments",
            "instalments": [
                {"no": "1", "due": "2026-05-31", "amount": "26000"},
                {"no": "2", "due": "2026-06-30", "amount": "26000"},
            ],
        },
    ],
)
def test_an_allowed_deferral_moves_the_day(values: dict[str, Any]) -> None:
    story = a_case().served()
    decision.allow_instalments(story.file, by=story.bureau.head, on=story.on(), values=values)
    due = story.stands().limit("PEN-19")
    assert due.last_day == dt.date(2026, 6, 30)
    assert "PEN-66-2" in {extension.rule_code for extension in due.extensions}


@pytest.mark.rule("COE-15")
def test_the_court_is_asked_after_the_partys_own_terms_and_the_demand() -> None:
    story = a_case().served()
    b = story.bureau
    served = story.day
    said = {"party_said": "没有意见。"}
    story.day = served + dt.timedelta(days=30)
    decision.demand(story.file, by=b.handler, on=story.day, values={})
    last = dt.date(served.year, served.month + 6, served.day)
    with pytest.raises(Refused) as refused:
        decision.apply_court(story.file, by=b.head, on=last, values=said)
    assert codes(refused) == ["COE-15-2"]
    after = story.stands().calendar.roll_forward(last) + dt.timedelta(days=1)
    assert story.stands(after).limit("COE-15-2").last_day > last + dt.timedelta(days=80)
    decision.apply_court(story.file, by=b.head, on=after, values=said)
    assert paper(story, "execution.court")["amount"] == "104000.00"
    assert story.stands(after).limit("COE-15-2") is None
    decision.close(story.file, by=b.head, on=after, outcome="已申请法院强制执行。")


def test_a_payment_of_nothing_is_refused_with_its_field() -> None:
    story = a_case().served()
    with pytest.raises(Refused) as refused:
        paid(story, "0")
    assert [(r.rule.code, r.field) for r in refused.value.reasons] == [("PEN-19", "amount")]


def test_an_act_before_the_one_it_builds_on_is_refused_with_both_days() -> None:
    story = a_case().decided()
    before = story.day - dt.timedelta(days=1)
    with pytest.raises(Refused) as refused:
        decision.revoke(story.file, by=story.bureau.head, on=before, ground="self", reason="有误。")
    (reason,) = refused.value.reasons
    assert (reason.rule.code, reason.field) == ("FLOW-DATE", "on")
    assert "作出决定" in reason.say


def test_a_decision_on_the_spot_is_revoked_like_any_other_and_only_counted_in_public() -> None:
    bureau = a_bureau()
    file = on_spot(bureau)
    spot_decision(file, bureau, "500")
    assert standing_of(file, today=START).limit("PLAN-2") is None
    decision.revoke(file, by=bureau.head, on=START, ground="self", reason="有误。")
    stands = standing_of(file, today=START)
    assert {"PEN-19", "PEN-22"}.isdisjoint(due.limit.id for due in stands.limits)
