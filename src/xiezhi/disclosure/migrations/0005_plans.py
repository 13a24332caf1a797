"""The public reads the versions of a plan, without who wrote them down."""

from typing import ClassVar

from django.db import migrations, models

from xiezhi.disclosure.sql import sql


class Migration(migrations.Migration):
    """Adds a view; nothing is lost."""

    dependencies: ClassVar = [
        ("disclosure", "0004_every_kind"),
        ("identity", "0002_profiles"),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="PublicProfile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12)),
                ("version", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=100)),
                ("text", models.TextField()),
                ("starts_on", models.DateField()),
            ],
            options={"db_table": "disclosure_public_profile", "managed": False},
        ),
        migrations.RunSQL(
            sql("plans"), reverse_sql="DROP VIEW IF EXISTS disclosure_public_profile"
        ),
    ]
