from typing import ClassVar

from django.db import migrations

from xiezhi.record.sql import append_only, sql

TABLES = (
    "record_entry",
    "record_blob",
    "record_material",
    "record_rendition",
    "record_seal",
    "record_leaf",
    "record_checkpoint",
)


def _in_the_ledger(table: str) -> str:
    """Nothing lies in a File without the entry of the act that put it there."""
    return (
        f"ALTER TABLE record_{table} ADD CONSTRAINT {table}_is_in_the_ledger"
        " FOREIGN KEY (file_id, seq) REFERENCES record_entry (file_id, seq)"
        " DEFERRABLE INITIALLY DEFERRED"
    )


class Migration(migrations.Migration):
    """The ledger's triggers. Going back would leave the record unguarded: not offered."""

    dependencies: ClassVar = [("record", "0001_initial")]
    operations: ClassVar = [
        migrations.RunSQL(sql("guards") + append_only(*TABLES)),
        migrations.RunSQL(sql("entry")),
        *(migrations.RunSQL(_in_the_ledger(table)) for table in ("material", "seal")),
        migrations.RunSQL(sql("log")),
    ]
