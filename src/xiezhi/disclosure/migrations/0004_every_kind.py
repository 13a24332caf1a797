"""The citizens' account counts decisions of every act kind under its name."""

from typing import ClassVar

from django.db import migrations

from xiezhi.disclosure.sql import sql


class Migration(migrations.Migration):
    """Replaces one view; nothing is lost."""

    dependencies: ClassVar = [
        ("disclosure", "0003_lists"),
        ("decision", "0003_decisions_of_every_kind"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(sql("every_kind"), reverse_sql=migrations.RunSQL.noop),
    ]
