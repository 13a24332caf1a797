"""Looking a File up as somebody who may see it: the same answer as `visible_to`, for one File."""

from __future__ import annotations

import datetime as dt
import uuid

from xiezhi.identity.models import WIDE_ROLES, Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.roles import Role
from xiezhi.record.models import File, Participant


def look_up(account: Account, file_id: uuid.UUID, *, today: dt.date) -> File:
    """The File, if this account may see it; otherwise File.DoesNotExist."""
    file = _FILE.get(file=file_id)
    if sees(account, file, today=today):
        return file
    raise File.DoesNotExist


def sees(account: Account, file: File, *, today: dt.date) -> bool:
    """Wide roles see an agency's Files, a unit head the unit's, everybody their own.

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
    return bool(_TAKES_PART.rows(file=file.pk, person=account.person_id))


_FILE = Prepared(
    lambda: File.objects.filter(pk=Slot("file")).select_related("agency__parent", "unit")
)
_TAKES_PART = Prepared(
    lambda: Participant.objects.filter(
        file=Slot("file"), person=Slot("person"), ended_on=None
    ).values_list("pk")
)
