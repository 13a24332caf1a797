"""Parts of a case page put together before, kept by this process for as long as they hold.

Permission is asked first, always. Then the database says in one number (`STATE`) what every row
that the page is made of holds now, down to each byte of the ledger; the same rows, day, person and
posts give the same page. So nothing old is shown, nothing that was altered, and nothing that was
put together for somebody else.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db.models import Model
from django.utils.safestring import SafeString

from xiezhi.faces.desk.dossier import Dossier
from xiezhi.faces.desk.worklist import this_minute
from xiezhi.identity.prepared import ask
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.record.calendars import calendar_for

#: What each part of a page is read from, as one text; a test holds the queries of the page to it.
_READ = (
    """SELECT string_agg(ROW(e.seq, e.at, e.actor_id, p.name, e.kind, e.body, e.salt, e.prev,
                             e.hash)::text, '' ORDER BY e.seq)
         FROM record_entry e
         LEFT JOIN identity_account a ON a.id = e.actor_id
         LEFT JOIN identity_person p ON p.id = a.person_id
        WHERE e.file_id = %s""",
    """SELECT string_agg(ROW(t.*, p.name)::text, '' ORDER BY t.id)
         FROM record_participant t JOIN identity_person p ON p.id = t.person_id
        WHERE t.file_id = %s""",
    """SELECT string_agg(ROW(m.*, b.size, b.mime, r.id, r.pages)::text, '' ORDER BY m.id, r.id)
         FROM record_material m
         LEFT JOIN record_blob b ON b.sha256 = m.blob_id
         LEFT JOIN record_rendition r ON r.material_id = m.id
        WHERE m.file_id = %s""",
    "SELECT string_agg(c::text, '') FROM casework_case c WHERE c.file_id = %s",
    "SELECT string_agg(t::text, '' ORDER BY t.id) FROM casework_party t WHERE t.file_id = %s",
)
STATE = "SELECT sha256(convert_to(ROW({})::text, 'UTF8'))".format(
    ", ".join(f"({part})" for part in _READ)
)


class _Kept(NamedTuple):
    """The parts, and the calendar they were reckoned with: a notice loaded since makes another.

    `minute` is when they were made, where a limit in hours runs: they hold only for that minute.
    """

    calendar: WorkCalendar
    parts: dict[str, SafeString]
    minute: dt.datetime | None


def kept(
    seen: Dossier, name: str, make: Callable[[], dict[str, SafeString]]
) -> dict[str, SafeString]:
    """The parts called `name` of this person's page of this File, made anew only if need be."""
    key, calendar = _key(seen, name), calendar_for(seen.file.agency.region)
    known: _Kept | None = caches["pages"].get(key)
    minute = this_minute()
    if known is None or known.calendar is not calendar or known.minute not in (None, minute):
        parts = make()
        by_clock = any(due.clock for due in seen.standing.limits)
        known = _Kept(calendar, parts, minute if by_clock else None)
        caches["pages"].set(key, known, None)
    return known.parts


def _key(seen: Dossier, name: str) -> str:
    account, file = seen.account, seen.file
    posts = [(post.role, post.organ.path) for post in account.posts_on(seen.today)]
    parts = [name, seen.today, account.pk, account.person_id, posts, state(seen)]
    parts += [_said(row) for row in (file, file.agency, file.agency.parent, file.unit)]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def state(seen: Dossier) -> bytes:
    """What the rows of this File say now, as one number."""
    ((told,),) = ask(STATE, [seen.file.pk] * len(_READ))
    return bytes(told)


def _said(row: Model | None) -> list[tuple[str, Any]]:
    """The columns of a row that was read anyway."""
    return [] if row is None else [(n, v) for n, v in vars(row).items() if not n.startswith("_")]
