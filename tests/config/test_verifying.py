"""Rows beside the ledger: whoever changes one alone is named by `xiezhi verify`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import a_case
from tests.disclosure.showing import Showing
from tests.record.ledger_builders import attacker_alias, tampering_undone
from xiezhi.config.verifying import altered
from xiezhi.decision.models import Decision
from xiezhi.record.models import File

TABLES = (
    "decision_decision",
    "decision_payment",
    "review_opinion",
    "disclosure_publication",
)
ATTACKS: list[tuple[str, str, str]] = [
    ("decision", "a fine made smaller", "UPDATE decision_decision SET fine = fine - 1"),
    ("decision", "another outcome", "UPDATE decision_decision SET outcome = 'no_penalty'"),
    ("decision", "another number", "UPDATE decision_decision SET number = '安市监罚〔2026〕999号'"),
    ("opinion", "an opinion turned round", "UPDATE review_opinion SET verdict = 'correct'"),
    ("payment", "more paid than came in", "UPDATE decision_payment SET amount = amount + 1"),
    (
        "payment",
        "somebody else has paid",
        "UPDATE decision_payment SET party_id = (SELECT min(id) FROM casework_party)",
    ),
    ("publication", "a page reworded", "UPDATE disclosure_publication SET page = page || ' '"),
    ("publication", "a page gone", "DELETE FROM disclosure_publication"),
]


@pytest.fixture
def case(committed_db: str) -> File:
    """A case decided, paid and on show."""
    story = a_case().paid()
    Showing(story).shown()
    return story.file


def test_an_untouched_case_is_as_it_was_written(case: File) -> None:
    assert Decision.objects.filter(file=case).exists()
    assert list(altered("default", None)) == []


@pytest.mark.parametrize(("check", "what", "sql"), ATTACKS, ids=[row[1] for row in ATTACKS])
def test_a_row_changed_alone_is_named(case: File, check: str, what: str, sql: str) -> None:
    def attack(cursor: Any) -> None:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        cursor.execute(sql)

    with attacker_alias() as alias, tampering_undone(alias, attack):
        found = list(altered(alias, None))
        assert {(one.check, one.file) for one in found} == {(check, str(case.pk))}, what
        assert list(altered(alias, case.pk)) == found
