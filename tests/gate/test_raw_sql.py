"""Round the gate by raw SQL, as the application's own role: each way is shut by a named rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from tests.builders import PLAIN, Bureau, Story, a_bureau, a_case, certificate
from tests.record.ledger_builders import as_superuser
from xiezhi.casework import actions as casework
from xiezhi.decision import actions as decision
from xiezhi.procedure.citations import Refused
from xiezhi.record.models import Participant
from xiezhi.review import actions as review

Row = dict[str, Any]


@dataclass
class Scene:
    """Cases at the points from which one might try to get round the gate."""

    decided: Story
    cleared: Story
    corrected: Story
    noticed: Story
    exempted: Story


@pytest.fixture
def scene(db: None) -> Scene:
    bureau = a_bureau(policy="national")
    exempted = a_case(bureau, fine="5000").waived()
    review.exempt(exempted.file, by=bureau.handler, on=exempted.on(), answers=dict(PLAIN))
    return Scene(
        decided=a_case(bureau).decided(),
        cleared=a_case(bureau).cleared(),
        corrected=a_case(bureau).submitted().judged("correct", failing="facts"),
        noticed=a_case(bureau).noticed(),
        exempted=exempted,
    )


def row(table: str, story: Story) -> Row:
    """The first row of a table in a File."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT to_jsonb(t) FROM {table} t WHERE file_id = %s ORDER BY id LIMIT 1",
            [story.file.pk],
        )
        found: Row = json.loads(cursor.fetchone()[0])
        return found


_next = iter(range(900_000, 999_999))


def forge(table: str, values: Row, **changed: Any) -> Row:
    """Insert a row made from another one, under a new id."""
    made = {**values, "id": next(_next), **changed}
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s)",
            [json.dumps(made)],
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return made


def execute(statement: str) -> None:
    connection.cursor().execute(statement)


def shut_by(attempt: Callable[[], Any]) -> str:
    """The rule that refuses an attempt: a constraint, a column, or the grant."""
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        attempt()
    cause = refused.value.__cause__
    assert isinstance(cause, psycopg.Error)
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        return "grant"
    return cause.diag.constraint_name or cause.diag.column_name or type(cause).__name__


def a_decision(scene: Scene, **changed: Any) -> Callable[[], Row]:
    """A decision like the real one, in the File of the cleared case; it would hold as it is."""
    mine = row("review_clearance", scene.cleared)
    own = {
        "file_id": str(scene.cleared.file.pk),
        "clearance_id": mine["id"],
        "seal_id": mine["seal_id"],
        "material_id": row("record_material", scene.cleared)["id"],
        "number": "安市监罚〔2026〕99号",
        "seq": 1,
    }

    def attempt() -> Row:
        person = changed.get("decider_id", row_of(scene)["decider_id"])
        capacity = changed.get("capacity", "decider")
        if person == row_of(scene)["decider_id"]:
            join(scene.cleared, person, capacity)
        return forge("decision_decision", row_of(scene), **{**own, **changed})

    return attempt


def row_of(scene: Scene) -> Row:
    return row("decision_decision", scene.decided)


def join(story: Story, person: int, capacity: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO record_participant (file_id, person_id, capacity, certificate)"
            " VALUES (%s, %s, %s, '')",
            [story.file.pk, person, capacity],
        )


def test_a_decision_that_has_it_all_would_be_taken(scene: Scene) -> None:
    """The attempts below differ from this one in a single point."""
    assert a_decision(scene)()["number"]


def test_no_clearance_no_decision(scene: Scene) -> None:
    elsewhere = row("review_clearance", scene.exempted)["id"]
    assert shut_by(a_decision(scene, clearance_id=None)) == "clearance_id"
    assert shut_by(a_decision(scene, clearance_id=987_654)) == "no_review_no_decision"
    assert shut_by(a_decision(scene, clearance_id=elsewhere)) == "no_review_no_decision"


def test_the_clearance_of_another_seal_doesnt_do(scene: Scene) -> None:
    later = forge("record_seal", row("record_seal", scene.cleared), digest="0" * 64)
    assert shut_by(a_decision(scene, seal_id=later["id"])) == "no_review_no_decision"


@pytest.mark.parametrize("verdict", ["approved", "correct", "transfer"])
def test_an_opinion_that_isnt_a_pass_gives_no_clearance(scene: Scene, verdict: str) -> None:
    opinion = row("review_opinion", scene.corrected)
    like = row("review_clearance", scene.cleared)
    shut = {"approved": "clearance_needs_an_approved_opinion"}
    assert shut_by(
        lambda: forge(
            "review_clearance",
            like,
            file_id=opinion["file_id"],
            seal_id=opinion["seal_id"],
            opinion_id=opinion["id"],
            verdict=verdict,
        )
    ) == shut.get(verdict, "clearance_only_of_an_approval")


def test_a_clearance_has_exactly_one_ground_and_its_own(scene: Scene) -> None:
    like, other = row("review_clearance", scene.cleared), row("review_clearance", scene.exempted)
    for opinion, exemption in [(None, None), (like["opinion_id"], other["exemption_id"])]:
        values = {"opinion_id": opinion, "exemption_id": exemption}
        assert shut_by(partial(forge, "review_clearance", like, **values)) == (
            "clearance_has_one_ground"
        )
    fresh = forge(
        "review_exemption",
        row("review_exemption", scene.exempted),
        file_id=str(scene.corrected.file.pk),
        seal_id=row("record_seal", scene.corrected)["id"],
        seq=1,
    )
    assert (
        shut_by(lambda: forge("review_clearance", like, opinion_id=None, exemption_id=fresh["id"]))
        == "clearance_needs_its_own_exemption"
    )


def test_a_handler_gives_no_opinion(scene: Scene) -> None:
    opinion = row("review_opinion", scene.corrected)
    handler = scene.corrected.bureau.handler.person_id
    stranger = scene.corrected.bureau.stranger.person_id
    sent = forge(
        "review_submission",
        row("review_submission", scene.corrected),
        round=2,
    )
    like = {**opinion, "submission_id": sent["id"]}
    for reviewer, capacity, shut in [
        (handler, "reviewer", "reviewer_is_not_handler"),
        (handler, "handler", "opinion_is_given_as_reviewer"),
        (stranger, "reviewer", "reviewer_is_not_handler"),
    ]:
        values = {"reviewer_id": reviewer, "capacity": capacity, "verdict": "approved"}
        assert shut_by(partial(forge, "review_opinion", like, **values)) == shut
    assert shut_by(lambda: join(scene.corrected, handler, "reviewer")) == (
        "one_person_one_capacity_in_a_file"
    )


def test_an_opinion_is_on_what_was_submitted(scene: Scene) -> None:
    opinion = row("review_opinion", scene.cleared)
    other = row("record_seal", scene.corrected)
    sent = row("review_submission", scene.corrected)
    values = {"seal_id": other["id"], "submission_id": 987_654}
    assert shut_by(lambda: forge("review_opinion", opinion, **values)) == (
        "opinion_on_what_was_submitted"
    )
    assert shut_by(
        lambda: forge("review_submission", sent, round=9, seal_id=opinion["seal_id"])
    ) == ("submission_seals_its_file")


def test_a_handler_doesnt_decide_outside_the_summary_procedure(scene: Scene) -> None:
    handler = scene.cleared.bureau.handler.person_id
    reviewer = scene.cleared.bureau.reviewer.person_id
    for person, capacity, shut in [
        (handler, "decider", "decider_takes_part_as_decider"),
        (reviewer, "decider", "decider_takes_part_as_decider"),
        (handler, "handler", "decider_is_not_handler"),
    ]:
        assert shut_by(a_decision(scene, decider_id=person, capacity=capacity)) == shut


def test_one_file_one_decision_one_number(scene: Scene) -> None:
    again = {"material_id": row("record_material", scene.decided)["id"], "number": "二号"}
    once = {"decision_decision_file_id_key", "decision_decision_clearance_id_key"}
    assert shut_by(lambda: forge("decision_decision", row_of(scene), **again)) in once
    number = row_of(scene)["number"]
    assert shut_by(a_decision(scene, number=number)) == "decision_number_is_unique_in_its_agency"


def test_the_document_of_another_file_decides_nothing(scene: Scene) -> None:
    other = row("record_material", scene.noticed)
    assert shut_by(a_decision(scene, material_id=other["id"])) == "decision_document_is_in_its_file"


def test_what_was_reviewed_is_what_is_decided(scene: Scene) -> None:
    evidence = row("record_material", scene.cleared)
    sealed = row("record_seal", scene.cleared)["seq"]
    forge(
        "record_material",
        evidence,
        id="00000000-0000-4000-8000-000000000001",
        seq=sealed + 1,
        substance=True,
    )
    assert shut_by(a_decision(scene)) == "what_was_reviewed_is_decided"


@pytest.mark.parametrize("table", ["record_material", "record_seal", "review_exemption"])
def test_nothing_lies_in_a_file_without_its_entry(scene: Scene, table: str) -> None:
    like = row(table, scene.exempted)
    ident = {"id": "00000000-0000-4000-8000-000000000002"} if table == "record_material" else {}
    name = table.partition("_")[2]
    assert shut_by(lambda: forge(table, like, seq=99, **ident)) == f"{name}_is_in_the_ledger"


def test_nothing_is_decided_without_its_entry(scene: Scene) -> None:
    assert shut_by(a_decision(scene, seq=99)) == "decision_is_in_the_ledger"


def test_money_that_came_in_is_more_than_none(scene: Scene) -> None:
    with connection.cursor() as cursor:
        assert (
            shut_by(
                lambda: cursor.execute(
                    "INSERT INTO decision_payment (decision_id, amount, paid_on, receipt, seq)"
                    " VALUES (%s, -1, now(), '', 1)",
                    [row_of(scene)["id"]],
                )
            )
            == "payment_is_positive"
        )


# ── never changed ───────────────────────────────────────────────────────────────────────────────
KEPT = [
    ("review_submission", "answer = ''"),
    ("review_opinion", "verdict = 'approved'"),
    ("review_exemption", "grounds = '[]'"),
    ("review_clearance", "opinion_id = NULL"),
    ("decision_decision", "fine = 1"),
    ("decision_payment", "amount = 1"),
    ("decision_revocation", "reason = ''"),
]


@pytest.mark.parametrize(("table", "change"), KEPT)
def test_the_application_changes_nothing_that_was_decided(
    db: None, table: str, change: str
) -> None:
    for statement in (
        f"UPDATE {table} SET {change}",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
        f"ALTER TABLE {table} DISABLE TRIGGER ALL",
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_pkey",
        f"DROP TABLE {table}",
    ):
        assert shut_by(partial(execute, statement)) == "grant"


@pytest.mark.parametrize(
    "statement",
    [
        "SET session_replication_role = replica",
        "UPDATE record_participant SET capacity = 'reviewer'",
        "DROP FUNCTION record_refuse_change() CASCADE",
        "DROP TRIGGER what_was_reviewed_is_decided ON decision_decision",
        "ALTER FUNCTION record_refuse_change() OWNER TO xiezhi_app",
        "SET ROLE postgres",
    ],
)
def test_the_application_doesnt_touch_the_guards(db: None, statement: str) -> None:
    assert shut_by(lambda: connection.cursor().execute(statement)) == "grant"


def test_the_owner_and_the_superuser_are_refused_by_triggers(
    committed_db: str, owner_connection: psycopg.Connection
) -> None:
    story = a_case().paid()
    revoke(story)
    for table, change in KEPT:
        if table == "review_exemption":
            continue
        for statement in (f"UPDATE {table} SET {change}", f"DELETE FROM {table}"):
            with pytest.raises(psycopg.errors.RestrictViolation):
                owner_connection.execute(statement)
            with as_superuser() as admin:
                admin.execute("SET session_replication_role = replica")
                with pytest.raises(psycopg.errors.RestrictViolation):
                    admin.execute(statement)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        owner_connection.execute("SET session_replication_role = replica")


def revoke(story: Story) -> None:
    decision.revoke(
        story.file, by=story.bureau.head, on=story.on(), ground="self", reason="认定事实有误。"
    )


# ── and round it through the actions ───────────────────────────────────────────────────────────
def test_who_went_along_to_the_scene_cant_review_it(db: None) -> None:
    """A reviewer with a certificate, who was one of the officers on the spot."""
    bureau: Bureau = a_bureau()
    certificate(bureau.reviewer, bureau.agency, "99010023499")
    story = a_case(bureau).registered()
    people = [bureau.handler.person_id, bureau.reviewer.person_id]
    casework.inspect(
        story.file,
        by=bureau.handler,
        on=story.day,
        site=casework.OnSite(people, identity_shown=True, rights_told=True),
        values={
            "place": "安澜市东埠区临港路 18 号",
            "started_at": f"{story.day}T09:10",
            "ended_at": f"{story.day}T10:40",
            "told": "已出示执法证件，告知权利义务。",
            "found": "货架上有 14 箱食用油。",
        },
    )
    was_there = Participant.objects.get(file=story.file, person=bureau.reviewer.person_id)
    assert (was_there.capacity, was_there.ended_on) == ("handler", story.day)
    story.proposed()
    casework.file_case(story.file, by=bureau.head, on=story.on())
    casework.conclude(story.file, by=bureau.handler, on=story.on(), report=story.report())
    casework.give_notice(story.file, by=bureau.head, on=story.on())
    how = casework.Delivery("direct")
    casework.serve_notice(
        story.file, by=bureau.handler, on=story.on(), how=how, values=story.receipt()
    )
    casework.waive_statement(story.file, by=bureau.handler, on=story.day, hearing_too=True)
    story.resubmitted()
    with pytest.raises(Refused) as refused:
        story.judged("approved")
    assert [reason.rule.code for reason in refused.value.reasons] == ["REV-PERSON"]


def test_an_exemption_cant_answer_the_proposed_fine_away(db: None) -> None:
    lenient = a_bureau(policy="national")
    story = a_case(lenient, fine="500000").waived()
    light: Any = {**PLAIN, "kinds": ["warning"], "fine": "0", "procedure": "summary"}
    with pytest.raises(Refused) as refused:
        review.exempt(story.file, by=lenient.handler, on=story.on(), answers=light)
    assert "REV-AMOUNT" in {reason.rule.code for reason in refused.value.reasons}
