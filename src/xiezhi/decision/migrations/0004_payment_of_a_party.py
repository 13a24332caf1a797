"""Of several parties each pays its own share: a payment says whose it is."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0004_fragments"),
        ("decision", "0003_decisions_of_every_kind"),
    ]

    operations = [
        migrations.AddField(
            model_name="payment",
            name="party",
            field=models.ForeignKey(
                blank=True,
                help_text="有多个当事人的，是谁缴的。",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="casework.party",
                verbose_name="当事人",
            ),
        ),
    ]
