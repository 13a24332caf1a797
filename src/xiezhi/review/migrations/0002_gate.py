"""The gate's composite keys: opinion, exemption and clearance speak of one File and one Seal."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

KEYS: list[tuple[str, str, str, str]] = [
    (
        "review_submission",
        "submission_seals_its_file",
        "(seal_id, file_id)",
        "record_seal (id, file_id)",
    ),
    (
        "review_opinion",
        "opinion_on_what_was_submitted",
        "(submission_id, file_id, seal_id)",
        "review_submission (id, file_id, seal_id)",
    ),
    (
        "review_opinion",
        "reviewer_is_not_handler",
        "(file_id, reviewer_id, capacity)",
        "record_participant (file_id, person_id, capacity)",
    ),
    (
        "review_exemption",
        "exemption_seals_its_file",
        "(seal_id, file_id)",
        "record_seal (id, file_id)",
    ),
    (
        "review_clearance",
        "clearance_needs_an_approved_opinion",
        "(opinion_id, file_id, seal_id, verdict)",
        "review_opinion (id, file_id, seal_id, verdict)",
    ),
    (
        "review_clearance",
        "clearance_needs_its_own_exemption",
        "(exemption_id, file_id, seal_id)",
        "review_exemption (id, file_id, seal_id)",
    ),
    (
        "review_submission",
        "submission_is_in_the_ledger",
        "(file_id, seq)",
        "record_entry (file_id, seq) DEFERRABLE INITIALLY DEFERRED",
    ),
    (
        "review_opinion",
        "opinion_is_in_the_ledger",
        "(file_id, seq)",
        "record_entry (file_id, seq) DEFERRABLE INITIALLY DEFERRED",
    ),
    (
        "review_exemption",
        "exemption_is_in_the_ledger",
        "(file_id, seq)",
        "record_entry (file_id, seq) DEFERRABLE INITIALLY DEFERRED",
    ),
]


APPEND_ONLY = ("review_submission", "review_opinion", "review_exemption", "review_clearance")


def _append_only(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION record_refuse_change();"
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER append_only",
        f"DROP TRIGGER append_only ON {table}",
    )


def _key(table: str, name: str, columns: str, target: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY {columns} REFERENCES {target}",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("review", "0001_initial"), ("record", "0002_guards")]
    operations: ClassVar = [
        *(_append_only(table) for table in APPEND_ONLY),
        *(_key(*key) for key in KEYS),
    ]
