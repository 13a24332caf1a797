"""Work lists and lists of Files in the order of an index, whatever the post."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0003_wording")]

    operations = [
        migrations.RemoveIndex(model_name="duty", name="duty_by_person"),
        migrations.RemoveIndex(model_name="duty", name="duty_by_unit"),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(
                fields=["person", "due"],
                name="duty_of_person",
                condition=models.Q(person__isnull=False),
            ),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(fields=["unit", "role", "due"], name="duty_by_unit_role"),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(fields=["-opened_on"], name="file_by_day"),
        ),
    ]
