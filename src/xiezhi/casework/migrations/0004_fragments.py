"""Parties are found by any fragment of their names."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_role_of_a_party"), ("record", "0005_fragments")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX party_by_pairs ON casework_party USING gin (record_pairs(name))",
            "DROP INDEX party_by_pairs",
        ),
    ]
