"""The public reads what a licence takes: conditions, number, procedure, term, papers, a sample."""

from typing import ClassVar

from django.db import migrations

from xiezhi.disclosure.sql import sql


class Migration(migrations.Migration):
    """Adds columns to a view; nothing is lost."""

    dependencies: ClassVar = [
        ("disclosure", "0005_plans"),
        ("registry", "0002_guide_of_a_licence"),
    ]
    operations: ClassVar = [migrations.RunSQL(sql("guide"), reverse_sql=migrations.RunSQL.noop)]
