"""Files are found by any fragment of their number or title, however many there are."""

from django.db import migrations

from xiezhi.record.sql import sql


class Migration(migrations.Migration):
    dependencies = [("record", "0004_indexes_of_lists")]

    operations = [
        migrations.RunSQL(
            sql("pairs"),
            "DROP INDEX IF EXISTS file_by_pairs; DROP FUNCTION IF EXISTS record_pairs(text)",
        ),
    ]
