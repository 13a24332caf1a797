from typing import ClassVar

from django.db import migrations

from xiezhi.disclosure.sql import sql
from xiezhi.record.sql import append_only

TABLES = (
    "disclosure_draft",
    "disclosure_signature",
    "disclosure_publication",
    "disclosure_withdrawal",
    "disclosure_withholding",
)


class Migration(migrations.Migration):
    """What was published stays as it was published; what the public reads are views."""

    dependencies: ClassVar = [
        ("disclosure", "0001_initial"),
        ("decision", "0001_initial"),
        ("identity", "0001_initial"),
        ("record", "0002_guards"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(sql("guards") + append_only(*TABLES)),
        migrations.RunSQL(sql("public")),
    ]
