"""Looking a File up as somebody who may see it: the same answer as `visible_to`, for one File."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet

from xiezhi.identity.models import WIDE_ROLES, Account, Organ
from xiezhi.identity.prepared import Prepared, Slot, together
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents import KINDS as DOCUMENTS
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Entry, File, Material, Participant


def look_up(account: Account, file_id: uuid.UUID, *, today: dt.date) -> File:
    """The File, if this account may see it; otherwise File.DoesNotExist."""
    about = {"file": file_id}
    files, part = together((_FILE, about), (_TAKES_PART, {**about, "person": account.person_id}))
    for file in _FILE.objects(files):
        if sees(account, file, today=today, takes_part=bool(part)):
            return file
    raise File.DoesNotExist


def sees(account: Account, file: File, *, today: dt.date, takes_part: bool | None = None) -> bool:
    """Wide roles see an agency's Files, a unit head the unit's, everybody their own: those in
    which the person takes part, which is looked up here unless somebody has.

    Whoever was recused or replaced (处罚法 art. 43), or works elsewhere now, sees a File no longer.
    """
    for post in account.posts_on(today):
        role = Role(post.role)
        if role in WIDE_ROLES and post.covers(file.agency.path):
            return True
        if role == Role.UNIT_HEAD and post.covers(file.unit.path):
            return True
    if file.agency.path not in account.serves_on(today):
        return False
    if takes_part is None:
        takes_part = bool(_TAKES_PART.rows(file=file.pk, person=account.person_id))
    return takes_part


_FILE = Prepared(
    lambda: File.objects.filter(pk=Slot("file")).select_related("agency__parent", "unit")
)
_TAKES_PART = Prepared(
    lambda: (
        Participant.objects.filter(file=Slot("file"), person=Slot("person"), ended_on=None)
        .exclude(capacity=Participant.Capacity.ANSWERING)
        .values_list("pk")
    )
)
_NAMED = Prepared(
    lambda: Participant.objects.filter(
        file=Slot("file"),
        person=Slot("person"),
        capacity=Participant.Capacity.ANSWERING,
        ended_on=None,
    ).values_list("pk")
)
#: Documents that are handed to whom they are addressed.
SERVED = frozenset(code for code, kind in DOCUMENTS.items() if kind.served)


# -- as the agency that a File is addressed to (Decree 825: a notice, an opinion, a decision) ----


def heads_addressee(account: Account, file: File, *, today: dt.date) -> bool:
    """Does this account lead the agency that the File is addressed to?"""
    organ = file.addressed
    return organ is not None and any(
        Role(post.role) == Role.AGENCY_HEAD and post.covers(organ.path)
        for post in account.posts_on(today)
    )


def named_to_answer(account: Account, file: File, *, today: dt.date) -> bool:
    """Was this person named by that head, and does he still work there?"""
    organ = file.addressed
    if organ is None or organ.path not in account.serves_on(today):
        return False
    return bool(_NAMED.rows(file=file.pk, person=account.person_id))


def look_up_addressed(account: Account, file_id: uuid.UUID, *, today: dt.date) -> File:
    """The File, as the agency that it is addressed to knows it; otherwise File.DoesNotExist.

    Until something was handed to it, that agency doesn't know of the File.
    """
    file = _FILE.get(file=file_id)
    if file.addressed_id is None or not (
        heads_addressee(account, file, today=today) or named_to_answer(account, file, today=today)
    ):
        raise File.DoesNotExist
    if not handed_over(file).filter(code__in=SERVED).exists():
        raise File.DoesNotExist
    return file


def addressed_to(account: Account, *, today: dt.date) -> QuerySet[File]:
    """All that `look_up_addressed` would find for this account, as a list."""
    led = Q(pk=None)
    for post in account.posts_on(today):
        if Role(post.role) == Role.AGENCY_HEAD:
            led |= Q(path__startswith=post.organ.path)
    served = Organ.objects.filter(path__in=account.serves_on(today))
    named = Participant.objects.filter(
        person=account.person_id, capacity=Participant.Capacity.ANSWERING, ended_on=None
    )
    mine = Q(addressed__in=Organ.objects.filter(led)) | Q(
        addressed__in=served, pk__in=named.values("file_id")
    )
    handed = Material.objects.filter(file=OuterRef("pk"), code__in=SERVED)
    return File.objects.filter(mine, Exists(handed), addressed__isnull=False)


def handed_over(file: File) -> QuerySet[Material]:
    """What that agency sees of the File: what was served on it, and what it handed in itself."""
    answers = Entry.objects.filter(
        file=file, kind__in=[name for name, act in ACTS.items() if act.addressee]
    )
    served = Q(kind=Material.Kind.DOCUMENT, code__in=SERVED)
    return Material.objects.filter(served | Q(seq__in=answers.values("seq")), file=file)


def look_up_material(
    account: Account, file_id: uuid.UUID, material: uuid.UUID, *, today: dt.date
) -> Material:
    """A material that this account may read, with its File; otherwise DoesNotExist."""
    try:
        file = look_up(account, file_id, today=today)
        found = Material.objects.filter(file=file)
    except File.DoesNotExist:
        file = look_up_addressed(account, file_id, today=today)
        found = handed_over(file)
    one = found.select_related("blob").get(pk=material)
    one.file = file
    return one
