"""P8: drafted, signed by the head, published by the designated person; and taken down again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from tests.builders import Story, a_case
from tests.disclosure.showing import OPEN_GATE, Showing
from xiezhi.disclosure import actions, drafting
from xiezhi.disclosure.models import Publication, PublicPublication, SearchRow
from xiezhi.procedure.citations import Refused
from xiezhi.record import log
from xiezhi.record.models import Outbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return a_case().decided()


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, match=code)


def test_a_decision_is_drafted_signed_and_shown(story: Story) -> None:
    shown = Showing(story).shown()
    assert story.acts[-3:] == ["disclosure.prepare", "disclosure.sign", "disclosure.publish"]
    assert shown.published_at is not None
    assert shown.digest == hashlib.sha256(shown.page.encode()).hexdigest()
    assert shown.page == shown.signature.draft.page
    assert PublicPublication.objects.get(uid=shown.uid).state == "shown"


def test_the_page_goes_into_the_public_log(story: Story) -> None:
    shown = Showing(story).shown()
    line = log.PUBLICATION + bytes.fromhex(shown.digest)
    assert Outbox.objects.filter(data=line).exists()


def test_nothing_is_shown_that_was_not_signed(story: Story) -> None:
    """PLAN-PIPELINE: also not after the signed page was drafted anew."""
    showing = Showing(story)
    with refused("PLAN-PIPELINE"):
        signature = showing.signed()
        showing.drafted()
        actions.publish(signature, by=story.bureau.publisher, on=story.day)
    assert not Publication.objects.exists()


def test_what_the_form_has_made_is_taken_only_as_it_was_made(story: Story) -> None:
    """Not with an answer more, and not if anything was written since: then it is made again."""
    showing = Showing(story)
    made = drafting.prepare(actions.decision_of(story.file), story.stands())
    seen = replace(made, found=[], log=[{"from": "the form"}])
    assert showing.drafted(answers={}, seen=seen).covered == seen.log
    older = showing.drafted(seen=seen)
    assert older.covered != seen.log
    now = replace(seen, entries=seen.entries + 2)
    assert showing.drafted(answers={}, seen=now).covered == seen.log
    assert showing.drafted(answers={}, also="责令立即改正", seen=now).covered != seen.log


def test_only_the_newest_draft_is_signed(story: Story) -> None:
    showing = Showing(story)
    old = showing.drafted()
    showing.drafted(also="责令立即改正")
    with refused("PLAN-PIPELINE"):
        showing.signed(old)


@pytest.mark.parametrize("role", ["handler", "reviewer", "head", "archivist", "stranger"])
def test_only_the_publisher_publishes(story: Story, role: str) -> None:
    signature = Showing(story).signed()
    with refused("ROLE"):
        actions.publish(signature, by=getattr(story.bureau, role), on=story.day)


@pytest.mark.parametrize("role", ["handler", "reviewer", "publisher", "unit_head"])
def test_only_the_head_signs(story: Story, role: str) -> None:
    draft = Showing(story).drafted()
    with refused("ROLE"):
        actions.sign(draft, by=getattr(story.bureau, role), on=story.day)


def test_no_draft_before_the_decision() -> None:
    story = a_case().cleared()
    with refused("FLOW-ORDER"):
        actions.prepare(story.file, by=story.bureau.publisher, on=story.day, facts=OPEN_GATE)


def test_what_is_published_was_signed_whoever_writes_it(story: Story) -> None:
    """The database refuses another page than the signed one, and a digest of another page."""
    shown = Showing(story).shown()
    values = Publication.objects.filter(pk=shown.pk).values().get()
    page = shown.page.replace("罚款", "警告")
    other = {"id": None, "uid": "otherother", "page": page}
    for digest, name in (
        (shown.digest, r"digest is not of this page"),
        (hashlib.sha256(page.encode()).hexdigest(), "signature_id"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Publication.objects.create(**{**values, **other, "digest": digest})


@pytest.mark.parametrize(
    "table", ["draft", "signature", "publication", "withdrawal", "withholding"]
)
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_what_was_shown_stays_as_it_was(story: Story, table: str, change: str) -> None:
    Showing(story).shown()
    sql = change.format(f"disclosure_{table}")
    with (
        pytest.raises(Exception, match=r"permission denied|append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.rule("PLAN-2")
def test_due_and_end_are_those_of_the_rules(story: Story) -> None:
    """PLAN-2: seven working days after the decision; 一般 class: twelve months on show."""
    shown = Showing(story).shown()
    committed = story.stands().last("decision.issue")
    assert committed is not None
    assert shown.due_on == dt.date.fromisoformat(committed.facts["publish_by"])
    assert shown.due_on == story.stands().calendar.add_working_days(story.decision.on, 7)
    last = shown.published_on.replace(year=shown.published_on.year + 1) - dt.timedelta(days=1)
    assert shown.expires_on == last


def test_withdrawn_at_once_and_without_content(story: Story) -> None:
    shown = Showing(story).shown()
    actions.withdraw(
        shown,
        by=story.bureau.publisher,
        on=story.on(),
        ground="revoked",
        reason="安政复决〔2026〕19号认定程序违法。",
    )
    public = PublicPublication.objects.get(uid=shown.uid)
    assert public.state == "withdrawn"
    gone = (public.title, public.party_name, public.cause, public.outcome, public.gist, public.page)
    assert gone == ("",) * 6
    row = SearchRow.objects.get(pk=shown.pk)
    assert "禾丰" not in row.text
    assert not row.alive


@pytest.mark.rule("PEN-22")
def test_a_withdrawal_says_why(story: Story) -> None:
    shown = Showing(story).shown()
    by, on = story.bureau.publisher, story.day
    with refused("PEN-22"):
        actions.withdraw(shown, by=by, on=on, ground="revoked", reason="  ")
    with refused("PEN-22"):
        actions.withdraw(shown, by=by, on=on, ground="whim", reason="不想公示了。")


@pytest.mark.rule("OGI-8")
def test_corrected_and_shown_again(story: Story) -> None:
    showing = Showing(story)
    first = showing.shown()
    actions.withdraw(
        first, by=story.bureau.publisher, on=story.day, ground="error", reason="案由有错字。"
    )
    second = showing.shown()
    assert PublicPublication.objects.get(uid=first.uid).successor == second.uid
    assert PublicPublication.objects.get(uid=second.uid).state == "shown"


def test_a_revoked_decision_is_not_put_up(story: Story) -> None:
    from xiezhi.decision.actions import revoke

    story.bureau.head.__dict__.pop("_posts", None)
    signature = Showing(story).signed()
    revoke(story.file, by=story.bureau.head, on=story.day, ground="revoked", reason="复议撤销。")
    with refused("PEN-22"):
        actions.publish(signature, by=story.bureau.publisher, on=story.day)


def test_withheld_on_a_ground_of_the_law(story: Story) -> None:
    made = actions.withhold(
        story.file, by=story.bureau.head, on=story.day, ground="G2", reason="配方属于商业秘密。"
    )
    assert "政府信息公开条例" in made.cite
    with refused("FLOW-LATE"):
        Showing(story).drafted()


@pytest.mark.parametrize(
    ("ground", "rule"),
    [("G9", "PLAN-2"), ("G8", "GATE-1"), ("", "GATE-1"), ("G3", "GATE-3")],
    ids=["不能说没有影响", "遮盖不是不公开", "没有选", "不是未成年人"],
)
def test_not_on_any_other_ground(story: Story, ground: str, rule: str) -> None:
    with refused(rule):
        actions.withhold(
            story.file, by=story.bureau.head, on=story.day, ground=ground, reason="理由"
        )


def test_the_page_names_nobody_of_the_office(story: Story) -> None:
    """How the case went is told with days, not with names."""
    page = json.loads(Showing(story).shown().page)
    said = json.dumps(page["course"], ensure_ascii=False)
    for who in ("周闻溪", "沈若谷", "程以宁"):
        assert who not in said
    assert [step["what"] for step in page["course"]] == [
        "立案",
        "调查取证",
        "告知权利，听取申辩",
        "法制审核通过",
        "作出决定",
    ]
