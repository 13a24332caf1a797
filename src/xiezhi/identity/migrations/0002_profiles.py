from typing import ClassVar

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

KEPT = """
CREATE OR REPLACE FUNCTION identity_refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER IF EXISTS append_only ON identity_profile;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON identity_profile
    FOR EACH ROW EXECUTE FUNCTION identity_refuse_change();
ALTER TABLE identity_profile ENABLE ALWAYS TRIGGER append_only;
"""


class Migration(migrations.Migration):
    """方案的版本: written once, since Files rest on them. Going back isn't offered."""

    dependencies: ClassVar = [("identity", "0001_initial")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Profile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, verbose_name="方案")),
                ("version", models.PositiveIntegerField(verbose_name="版本")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("extends", models.CharField(max_length=12, verbose_name="沿用")),
                ("text", models.TextField(help_text="TOML", verbose_name="内容")),
                ("starts_on", models.DateField(verbose_name="自何日起施行")),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="修改时间"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="修改人",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.organ",
                        verbose_name="机构",
                    ),
                ),
            ],
            options={
                "verbose_name": "方案版本",
                "verbose_name_plural": "方案版本",
                "indexes": [
                    models.Index(fields=["organ", "code", "-starts_on"], name="profile_of_organ")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "version"), name="one_profile_a_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)),
                        name="profile_versions_begin_with_one",
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEPT),
    ]
