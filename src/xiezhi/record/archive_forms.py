"""What the acts of the record take: archiving, and releasing a wording."""

from __future__ import annotations

from django.utils import timezone

from xiezhi.record.archiving import archive
from xiezhi.record.models import Entry
from xiezhi.record.wording_forms import ReleaseWording
from xiezhi.ui.forms import ActForm, DayField


class Archive(ActForm):
    """归档: nothing is typed but the day; the record says the rest."""

    act = "record.archive"
    title = "归档"
    intro = "案卷按目录自动装订成正卷、副卷；缺少应有的文书时不能归档。"
    verb = "归档"
    confirm = (
        "案卷取得归档号，以后不能再往里增加材料。",
        "期限、记录和全部材料的内容指纹一并固定下来。",
    )
    on = DayField(label="归档日期", past=True, initial=timezone.localdate)

    def perform(self) -> Entry:
        return archive(self.file, by=self.by, on=self.cleaned_data["on"])


FORMS: tuple[type[ActForm], ...] = (Archive, ReleaseWording)
