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


class Migration(migrations.Migration):
    """The ledger's triggers. Going back would leave the record unguarded: not offered."""

    dependencies: ClassVar = [("record", "0001_initial")]
    operations: ClassVar = [
        migrations.RunSQL(sql("guards") + append_only(*TABLES)),
        migrations.RunSQL(sql("entry")),
        migrations.RunSQL(sql("log")),
    ]
