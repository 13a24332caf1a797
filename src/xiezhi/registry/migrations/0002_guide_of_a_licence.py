"""An item also says what an applicant must know beforehand (许可法 art. 30)."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds empty columns; nothing is lost."""

    dependencies: ClassVar = [("registry", "0001_initial")]
    operations: ClassVar = [
        migrations.AddField(
            "item",
            "conditions",
            models.TextField("办理条件", blank=True, default="", help_text="一行一条"),
            False,
        ),
        migrations.AddField(
            "item",
            "quantity",
            models.CharField(
                "数量限制",
                max_length=200,
                blank=True,
                default="",
                help_text="没有限制的，写“无数量限制”",
            ),
            False,
        ),
        migrations.AddField(
            "item",
            "process",
            models.TextField("办理程序", blank=True, default="", help_text="一行一步"),
            False,
        ),
        migrations.AddField(
            "item",
            "term",
            models.CharField(
                "办理期限",
                max_length=200,
                blank=True,
                default="",
                help_text="法定期限；有承诺期限的，一并写明",
            ),
            False,
        ),
        migrations.AddField(
            "item",
            "materials",
            models.TextField(
                "材料目录", blank=True, default="", help_text="一行一件，需要提交的全部材料"
            ),
            False,
        ),
        migrations.AddField(
            "item",
            "sample",
            models.TextField(
                "申请书示范文本", blank=True, default="", help_text="填好的样例，或者它的网址"
            ),
            False,
        ),
    ]
