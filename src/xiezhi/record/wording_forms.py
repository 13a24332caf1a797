"""What releasing a wording takes; the desk's editor sends the same."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.wording import wordable
from xiezhi.record.drafting import Seen, discard_draft
from xiezhi.record.models import Entry, Wording
from xiezhi.record.releasing import release_wording
from xiezhi.ui.forms import ActForm, DayField, LineField, SelectField, TextField


class ReleaseWording(ActForm):
    """发布文书范本, in an organ's standing File: the words, a section a line."""

    act = "record.release_wording"
    title = "发布文书范本"
    intro = "一行是一段。写法见“文书范本”页的编辑界面，那里可以边写边看成文。"
    verb = "发布文书范本"
    confirm = (
        "自施行日期起制作的文书使用这一版，已经制作的文书不变。",
        "发布后不能修改，只能再发布新的一版。",
    )
    wide = True
    #: The draft that these words were written in, where they were; it ends with the release.
    seen: Seen | None = None

    code = SelectField(
        choices=[(code, kind.title) for code, kind in KINDS.items() if wordable(kind)],
        label="文书种类",
        ask="请选择文书",
    )
    text = TextField(label="范本", rows=20)
    starts_on = DayField(label="施行日期", initial=timezone.localdate)
    note = LineField(label="说明", required=False, max_length=300)

    @transaction.atomic
    def perform(self) -> Entry:
        given = self.cleaned_data
        if self.seen is not None:
            discard_draft(self.file.agency, given["code"], by=self.by, seen=self.seen)
        made: Wording = release_wording(
            self.file,
            by=self.by,
            code=given["code"],
            lines=[line for line in given["text"].splitlines() if line.strip()],
            starts_on=given["starts_on"],
            note=given["note"],
        )
        return Entry.objects.get(file=self.file, seq=made.material.seq)
