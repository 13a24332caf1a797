from typing import ClassVar

from django.db import migrations

from xiezhi.disclosure.sql import sql


class Migration(migrations.Migration):
    """What is public beforehand, and the answer to the code on a served document."""

    dependencies: ClassVar = [
        ("disclosure", "0002_guards"),
        ("registry", "0001_initial"),
    ]
    operations: ClassVar = [migrations.RunSQL(sql("lists"))]
