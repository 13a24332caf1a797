"""No review, no decision: the constraint whose name is the rule."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

KEYS: list[tuple[str, str, str, str]] = [
    (
        "decision_decision",
        "no_review_no_decision",
        "(clearance_id, file_id, seal_id)",
        "review_clearance (id, file_id, seal_id)",
    ),
    (
        "decision_decision",
        "decider_takes_part_as_decider",
        "(file_id, decider_id, capacity)",
        "record_participant (file_id, person_id, capacity)",
    ),
    (
        "decision_decision",
        "decision_document_is_in_its_file",
        "(material_id, file_id)",
        "record_material (id, file_id) DEFERRABLE INITIALLY DEFERRED",
    ),
    (
        "decision_decision",
        "decision_is_in_the_ledger",
        "(file_id, seq)",
        "record_entry (file_id, seq) DEFERRABLE INITIALLY DEFERRED",
    ),
]

#: Nothing of substance may have come into the File since what was reviewed was sealed
#: (处罚法 art. 58), except the decision document itself.
UNCHANGED = """
CREATE FUNCTION decision_is_what_was_reviewed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE sealed integer;
BEGIN
    SELECT seq INTO sealed FROM record_seal WHERE id = NEW.seal_id;
    IF EXISTS (SELECT 1 FROM record_material
               WHERE file_id = NEW.file_id AND substance AND seq > sealed) THEN
        RAISE EXCEPTION 'what was reviewed is what is decided: the File changed after its seal'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'what_was_reviewed_is_decided';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER what_was_reviewed_is_decided BEFORE INSERT ON decision_decision
    FOR EACH ROW EXECUTE FUNCTION decision_is_what_was_reviewed();
ALTER TABLE decision_decision ENABLE ALWAYS TRIGGER what_was_reviewed_is_decided;
"""
DROP = """
DROP TRIGGER what_was_reviewed_is_decided ON decision_decision;
DROP FUNCTION decision_is_what_was_reviewed();
"""


APPEND_ONLY = ("decision_decision", "decision_payment", "decision_revocation")


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
    dependencies: ClassVar = [("decision", "0001_initial"), ("review", "0002_gate")]
    operations: ClassVar = [
        *(_append_only(table) for table in APPEND_ONLY),
        *(_key(*key) for key in KEYS),
        migrations.RunSQL(UNCHANGED, DROP),
    ]
