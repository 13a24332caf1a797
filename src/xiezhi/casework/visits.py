"""How often somebody was inspected already, and by whom without finding anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from xiezhi.casework.known import party_of
from xiezhi.casework.models import Party
from xiezhi.identity.models import Organ
from xiezhi.procedure.timelimits import add_months
from xiezhi.record.models import Entry, File

#: Acts that are judged by how often the party was inspected.
ASKING = ("inspection.approve", "inspection.ratify")
#: Acts that are judged by whom it was inspected before.
GOING = ("inspection.notify", "inspection.inspect")
TASK = "inspection.plan"
_VISIT, _TASK = "inspection.inspect", TASK
#: From the task to where it was carried out or given up.
_COURSE = (_TASK, "inspection.approve", _VISIT, "inspection.decline")
_RESULT = "inspection.conclude"
#: Results of an inspection that found nothing.
_CLEAN = (None, "clean", "not_operating")
#: So many visits in a row without a finding, and the same officer stops (SUP-7).
STREAK = 3


def who_and_whom(agency: Organ, party: Mapping[str, Any]) -> dict[str, Any]:
    """What the agency is that would inspect (INS-1), and the code of whom it would (INS-8)."""
    inspector = {"standing": agency.standing, "basis": agency.basis[:200]}
    return {"inspector": inspector, "party_code": party.get("code") or ""}


def planned_elsewhere(file: File, on: dt.date) -> list[dict[str, str]]:
    """Inspections that other agencies approved of the same enterprise and haven't carried out.

    Only who and when: what another agency looks for is its own business (INS-7).
    """
    party = party_of(file)
    if not party.code:
        return []
    files = Party.objects.filter(code=party.code).exclude(file__agency=file.agency)
    rows = Entry.objects.filter(file__in=files.values("file"), kind__in=_COURSE)
    tasks: dict[UUID, dict[str, str]] = {}
    approved: set[UUID] = set()
    for entry in rows.select_related("file__agency").order_by("file", "seq"):
        if entry.kind == _TASK:
            planned = str(entry.facts.get("planned_on") or "")
            tasks[entry.file_id] = {"agency": entry.file.agency.name, "on": planned}
        elif entry.kind == "inspection.approve":
            approved.add(entry.file_id)
        else:
            tasks.pop(entry.file_id, None)
    ahead = [task for key, task in tasks.items() if key in approved and task["on"]]
    return [task for task in ahead if task["on"] >= on.isoformat()]


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
    rows = _entries(file, _VISIT, _TASK)
    tasks: dict[UUID, dict[str, object]] = {}
    for entry in rows.order_by("file", "seq"):
        if entry.kind == _TASK:
            tasks[entry.file_id] = entry.facts
            continue
        task = tasks.get(entry.file_id, {})
        above = task.get("check_kind") == "special" and task.get("task_source") == "superior"
        yield dt.date.fromisoformat(entry.facts["on"]), not above


def _entries(file: File, *acts: str) -> QuerySet[Entry]:
    """What was done to the party of this File in other Files of the agency."""
    party = party_of(file)
    same = {"code": party.code} if party.code else {"name": party.name, "code": ""}
    files = Party.objects.filter(file__agency=file.agency, **same).exclude(file=file)
    return Entry.objects.filter(file__in=files.values("file"), kind__in=acts)


@dataclass
class _Visit:
    """A visit to the same party: when, by whom, and whether anything was found."""

    on: dt.date
    officers: frozenset[int]
    clean: bool = field(default=True)


def unbroken(
    file: File, on: dt.date, officers: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Which of these officers found nothing at the party's in the last three visits of a year.

    Counted are the officer's own visits in the twelve months before that day, the newest first.
    """
    since = add_months(on, -12)
    visits = [v for v in _visited(file) if since < v.on <= on]
    visits.sort(key=lambda visit: visit.on, reverse=True)
    found = []
    for officer in officers:
        last = [v for v in visits if officer["person"] in v.officers][:STREAK]
        if len(last) == STREAK and all(visit.clean for visit in last):
            days = [visit.on.isoformat() for visit in last]
            found.append({"person": officer["person"], "name": officer["name"], "days": days})
    return found


def _visited(file: File) -> Iterable[_Visit]:
    made: dict[UUID, _Visit] = {}
    for entry in _entries(file, _VISIT, _RESULT).order_by("file", "seq"):
        facts = entry.facts
        if entry.kind == _VISIT:
            people = frozenset(o["person"] for o in facts.get("officers", []))
            failed = any(row.get("result") == "fail" for row in facts.get("items") or [])
            made[entry.file_id] = _Visit(dt.date.fromisoformat(facts["on"]), people, not failed)
        elif entry.file_id in made and facts.get("outcome") not in _CLEAN:
            made[entry.file_id].clean = False
    return made.values()
