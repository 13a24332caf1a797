"""Credit publication and repair (CR-*), the summary and the text on show (SAMR-14 to SAMR-20)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import Story, a_case, account, organ
from tests.disclosure.showing import OPEN_GATE, Showing, all_covered
from tests.disclosure.test_redaction import PERSON
from xiezhi.casework import actions as casework
from xiezhi.disclosure import actions, drafting, leaf, rules
from xiezhi.disclosure.forms import Withdraw
from xiezhi.identity.models import Organ
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.disclosure_terms import Channel, Decided
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.content import check
from xiezhi.procedure.penalties import PartyKind, PenaltyKind, Procedure
from xiezhi.procedure.policy import load
from xiezhi.procedure.repair import CONDITIONS, earliest, repair_refusals
from xiezhi.procedure.roles import Role
from xiezhi.procedure.timelimits import add_months
from xiezhi.record.blocks import Own
from xiezhi.ui.text import cndate

NATIONAL, CN = load("national"), WorkCalendar()
ALL = [word for word, _, _ in CONDITIONS]
DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def made(*kinds: str, **given: Any) -> Decided:
    base = Decided(
        procedure=Procedure.GENERAL,
        kinds=frozenset(PenaltyKind(kind) for kind in kinds),
        party_kind=PartyKind.LEGAL_PERSON,
    )
    return replace(base, **given)


def codes(
    decided: Decided, on: dt.date, confirmed: list[str], owed: int = 0, since: str = "2026-03-02"
) -> list[str]:
    reasons = repair_refusals(
        decided, day(since), on, NATIONAL, confirmed=confirmed, owed=Decimal(owed)
    )
    return [reason.rule.code for reason in reasons]


# -- repair ---


@pytest.mark.rule("CR-7", "CR-5", "CR-6", "CR-4")
@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        pytest.param(["warning"], "2026-03-02", id="minor: no least time"),
        pytest.param(["fine"], "2026-06-02", id="general: three months of the document's date"),
        pytest.param(["revoke_licence"], "2027-03-02", id="serious: a year"),
    ],
)
def test_repaired_from_the_first_day_not_the_day_before(kinds: list[str], first: str) -> None:
    decided = made(*kinds)
    assert earliest(decided, day("2026-03-02"), NATIONAL) == day(first)
    assert codes(decided, day(first), ALL) == []
    if first > "2026-03-02":
        assert codes(decided, day(first) - DAY, ALL) == ["CR-7"]


@pytest.mark.rule("CR-7")
@pytest.mark.parametrize("lacking", ["performed", "committed"])
def test_repair_needs_performance_and_a_commitment(lacking: str) -> None:
    confirmed = [word for word in ALL if word != lacking]
    assert codes(made("fine"), day("2026-12-01"), ["performed", "committed"]) == []
    assert codes(made("fine"), day("2026-12-01"), confirmed) == ["CR-7"]
    assert codes(made("fine"), day("2026-12-01"), ALL, owed=1) == ["CR-7"]


@pytest.mark.rule("SAMR-19")
@pytest.mark.parametrize("lacking", ["harm_removed", "not_repeated", "not_listed"])
def test_market_supervision_asks_for_more(lacking: str) -> None:
    ours = made("fine", market_supervision=True)
    confirmed = [word for word in ALL if word != lacking]
    assert codes(ours, day("2026-12-01"), ALL) == []
    assert codes(ours, day("2026-12-01"), confirmed) == ["SAMR-19"]


@pytest.mark.rule("SAMR-19", "SAMR-19-3")
@pytest.mark.parametrize(
    "kind", ["stop_business", "restrict_business", "bar_from_trade", "downgrade", "revoke_licence"]
)
def test_some_penalties_never_end_early(kind: str) -> None:
    on = day("2028-12-01")
    assert codes(made(kind, market_supervision=True), on, ALL) == ["SAMR-19-3"]
    assert codes(made(kind), on, ALL) == []
    assert codes(made("fine", market_supervision=True), on, ALL) == []


@pytest.mark.django_db
@pytest.mark.rule("CR-7", "SAMR-19")
def test_a_page_on_show_is_repaired_from_its_day_on() -> None:
    """Through the act: the builders' agency is one for market supervision, the fine is paid."""
    story = a_case().paid()
    shown = Showing(story).shown()
    first = add_months(story.decision.on, 3)
    said: dict[str, Any] = {
        "by": story.bureau.publisher,
        "ground": "repaired",
        "reason": "已修复。",
    }
    for on, repair, code in (
        (first - DAY, ALL, "CR-7"),
        (first, ["performed", "committed"], "SAMR-19"),
        (first, [], "CR-7"),
    ):
        with pytest.raises(Refused, match=code):
            actions.withdraw(shown, on=on, repair=repair, **said)
    made = actions.withdraw(shown, on=first, repair=ALL, **said)
    assert "信用修复管理办法" in made.cite


@pytest.mark.django_db
@pytest.mark.rule("CR-7")
def test_nothing_is_repaired_while_money_is_owed() -> None:
    story = a_case().served()
    shown = Showing(story).shown()
    on = add_months(story.decision.on, 3)
    with pytest.raises(Refused, match="还有 52,000") as refused:
        actions.withdraw(
            shown, by=story.bureau.publisher, on=on, ground="repaired", reason="修复。", repair=ALL
        )
    assert [reason.rule.code for reason in refused.value.reasons] == ["CR-7"]


def test_the_form_asks_for_each_condition() -> None:
    asked = Withdraw.base_fields["repair"].choices  # type: ignore[attr-defined]
    assert [word for word, _ in asked] == ALL


# -- channels ---


@dataclass
class Agency:
    name: str = "安澜市市场监督管理局"
    region: str = "330100"


@dataclass
class Row:
    procedure: str = "general"
    kinds: list[str] = field(default_factory=lambda: ["fine"])
    fine: Decimal = Decimal(46000)
    party_kind: str = "legal_person"
    party_code: str = "91330100MA0007101Q"
    disclosure: str = "penalty"
    agency: Agency = field(default_factory=Agency)


@pytest.mark.rule("SAMR-12", "SAMR-12-2")
@pytest.mark.parametrize(
    ("code", "limit", "last"),
    [
        ("91330100MA0007101Q", "SAMR-12", "2026-12-08"),
        ("91320100MA0007101Q", "SAMR-12-2", "2026-11-24"),
        ("", "SAMR-12", "2026-12-08"),
    ],
)
def test_where_the_party_is_registered_decides_who_shows_it(
    code: str, limit: str, last: str
) -> None:
    """Twenty working days in the same province; pushed on in ten to another one."""
    terms = rules.channel_terms(Row(party_code=code), NATIONAL)
    term = next(each for each in terms if each.channel is Channel.ENTERPRISE)
    due = term.due(day("2026-11-10"), calendar=CN, today=day("2026-11-10"))
    assert (term.limit.id, due.last_day) == (limit, day(last))
    assert (due.over(day(last)), due.over(day(last) + DAY)) == (False, True)


@pytest.mark.rule("CR-2")
def test_another_agency_does_not_show_in_the_system_of_market_supervision() -> None:
    other = Row(agency=Agency("安澜市城市管理局"))
    shown = {t.channel: t.shown for t in rules.channel_terms(other, NATIONAL)}
    assert shown == {Channel.PORTAL: True, Channel.CREDIT: True, Channel.ENTERPRISE: False}
    ours = {t.channel: t.shown for t in rules.channel_terms(Row(), NATIONAL)}
    assert ours[Channel.ENTERPRISE]
    assert rules.channel_terms(Row(disclosure="licence"), NATIONAL) == []


# -- the page ---


@pytest.fixture
def story(db: None) -> Story:
    return a_case().decided()


@pytest.mark.rule("SAMR-14")
@pytest.mark.parametrize("label", rules.SUMMARY_ITEMS)
def test_a_summary_without_one_item_is_refused(story: Story, label: str) -> None:
    prepared = drafting.prepare(actions.decision_of(story.file), story.stands())
    content = dict(prepared.content)
    assert rules.summary_refusals(content) == []
    content["summary"] = [row for row in content["summary"] if row[0] != label]
    (reason,) = rules.summary_refusals(content)
    assert (reason.rule.code, label in reason.say) == ("SAMR-14", True)


@pytest.mark.rule("SAMR-15")
def test_the_decision_says_that_it_will_be_published(story: Story) -> None:
    material = actions.decision_of(story.file).material
    kind = KINDS[material.code]
    assert "公示行政处罚信息" in material.values["publicity"]
    assert check(kind, material.values) == []
    (reason,) = check(kind, {**material.values, "publicity": ""})
    assert (reason.rule.code, reason.field) == ("SAMR-15", "publicity")


def paragraphs(page: Any) -> Iterator[list[list[str]]]:
    """Every paragraph of a page as its runs."""
    if isinstance(page, dict):
        for value in page.values():
            yield from paragraphs(value)
    elif isinstance(page, list) and page and all(leaf._is_run(part) for part in page):
        yield page
    elif isinstance(page, list):
        for part in page:
            yield from paragraphs(part)


@pytest.mark.django_db
@pytest.mark.rule("SAMR-16")
def test_the_text_on_show_is_the_text_served_but_for_what_is_covered() -> None:
    """Word for word: where something is covered, some words stand there, and nothing else."""
    story = a_case(party=PERSON).decided()
    decision = actions.decision_of(story.file)
    shown = Showing(story).drafted().content["document"]["blocks"]
    served = leaf.blocks(
        KINDS[decision.material.code],
        decision.material.values,
        Own(decision.agency.name, decision.number, cndate(decision.on)),
    )
    pairs = list(zip(paragraphs(shown), paragraphs(served), strict=True))
    assert len(pairs) > 10
    covered = 0
    for seen, said in pairs:
        covered += sum(run[0] == "c" for run in seen)
        pattern = "".join(".+" if run[0] == "c" else re.escape(run[1]) for run in seen)
        assert re.fullmatch(pattern, "".join(run[1] for run in said), re.DOTALL)
    assert covered


@pytest.mark.django_db
@pytest.mark.rule("SAMR-20", "PEN-3")
def test_who_handles_a_case_enters_it_and_nobody_else() -> None:
    """A colleague with the same post who isn't handling it is refused; an entry has its author."""
    story = a_case().investigated()
    report = story.report()
    with pytest.raises(Refused, match="ROLE-HANDLER"):
        casework.conclude(story.file, by=story.bureau.stranger, on=story.on(), report=report)
    entry = casework.conclude(story.file, by=story.bureau.handler, on=story.day, report=report)
    assert entry.actor == story.bureau.handler


@pytest.mark.django_db
@pytest.mark.rule("CR-9")
def test_an_agency_shows_its_own_decisions_only() -> None:
    """Another agency's publisher neither drafts, puts up nor takes down."""
    story = a_case().decided()
    other = organ(story.bureau.agency.parent, "wjw", Organ.Kind.AGENCY, "安澜市卫生健康委员会")
    theirs = account("wjw-pub", "康宁", other, Role.PUBLISHER, other)
    showing = Showing(story)
    with pytest.raises(Refused, match="ROLE"):
        actions.prepare(
            story.file, by=theirs, on=story.day, facts=OPEN_GATE, answers=all_covered(story)
        )
    signature = showing.signed()
    with pytest.raises(Refused, match="ROLE"):
        actions.publish(signature, by=theirs, on=story.day)
    shown = actions.publish(signature, by=story.bureau.publisher, on=story.day)
    with pytest.raises(Refused, match="ROLE"):
        actions.withdraw(shown, by=theirs, on=story.day, ground="error", reason="有误。")
