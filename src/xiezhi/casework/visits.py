"""How often somebody was inspected already: what the head must know to approve one more visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from xiezhi.casework.known import party_of
from xiezhi.casework.models import Party
from xiezhi.record.models import Entry, File

#: Acts that are judged by how often the party was inspected.
ASKING = ("inspection.approve", "inspection.ratify")
_VISIT, _TASK = "inspection.inspect", "inspection.plan"


def inspected(file: File, on: dt.date) -> dict[str, int]:
    """Visits of this agency to the party of this File in other Files, around that day.

    By calendar year (without special inspections deployed from above, which no cap counts),
    month, week from Monday, and day.
    """
    visits = list(_visits(file))
    counted = [day for day, capped in visits if capped]
    days = [day for day, _capped in visits]
    return {
        "year": sum(day.year == on.year for day in counted),
        "month": sum((day.year, day.month) == (on.year, on.month) for day in days),
        "week": sum(day.isocalendar()[:2] == on.isocalendar()[:2] for day in days),
        "day": sum(day == on for day in days),
    }


def _visits(file: File) -> Iterator[tuple[dt.date, bool]]:
    """The days of the visits, and whether each counts to the yearly cap."""
    party = party_of(file)
    same = {"code": party.code} if party.code else {"name": party.name, "code": ""}
    files = Party.objects.filter(file__agency=file.agency, **same).exclude(file=file)
    rows = Entry.objects.filter(file__in=files.values("file"), kind__in=(_VISIT, _TASK))
    tasks: dict[UUID, dict[str, object]] = {}
    for entry in rows.order_by("file", "seq"):
        if entry.kind == _TASK:
            tasks[entry.file_id] = entry.facts
            continue
        task = tasks.get(entry.file_id, {})
        above = task.get("check_kind") == "special" and task.get("task_source") == "superior"
        yield dt.date.fromisoformat(entry.facts["on"]), not above
