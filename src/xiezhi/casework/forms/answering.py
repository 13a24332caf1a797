"""Who answers for an agency to which a File of another one is addressed."""

from __future__ import annotations

from django.utils import timezone

from xiezhi.casework import actions
from xiezhi.casework.forms.shared import OfficersField, on_field
from xiezhi.identity.models import Post
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Entry, File, Participant
from xiezhi.ui.forms import ActForm


def colleagues(file: File | None) -> list[tuple[str, str]]:
    """The handlers and unit heads of the agency that is asked, with their units."""
    if file is None or file.addressed is None:
        return []
    today = timezone.localdate()
    posts = (
        Post.objects.filter(organ__path__startswith=file.addressed.path)
        .filter(role__in=(Role.HANDLER, Role.UNIT_HEAD), since__lte=today)
        .exclude(until__lt=today)
        .filter(account__is_active=True)
        .select_related("account__person", "account__unit")
        .order_by("organ__path", "pk")
    )
    named = {
        p.account.person_id: f"{p.account.person.name}（{p.account.unit.name}）" for p in posts
    }
    return [(str(person), name) for person, name in named.items()]


class NameAnswerers(ActForm):
    act = "casework.name_answerers"
    title = "指定答复监督的人员"
    intro = "指定的人员看得到送达本机关的监督文书，以本机关名义提交答复和报告。"
    verb = "指定"

    on = on_field("指定日期")
    people = OfficersField(label="答复人员")

    def prepare(self) -> None:
        if self.file is None:
            return
        self.fields["people"].choices = colleagues(self.file)  # type: ignore[attr-defined]
        if self.file is None:  # only the shape is asked for
            return
        named = Participant.objects.filter(
            file=self.file, capacity=Participant.Capacity.ANSWERING, ended_on=None
        )
        self.fields["people"].initial = [str(one.person_id) for one in named]

    def perform(self) -> Entry:
        return actions.name_answerers(self.file, by=self.by, **self.cleaned_data)


FORMS: tuple[type[ActForm], ...] = (NameAnswerers,)
