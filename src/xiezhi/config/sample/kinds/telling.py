"""Telling a life: each deed goes through the form of its act, as it would over the API."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from xiezhi.casework.models import Link, Party
from xiezhi.config.sample.kinds.model import BESIDE, Deed, Life
from xiezhi.faces.exchange.doing import FORMS, bound
from xiezhi.identity.models import Account
from xiezhi.procedure.calendar import WorkCalendar
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.record.models import File, Material
from xiezhi.ui.forms import ActForm

Cast = Mapping[str, Account]
_FORMS: dict[str, type[ActForm]] = {form.act: form for form in FORMS}
_DAY = re.compile(r"@(?:([+-]\d+)(d?))?(?=$|T)")


class NotRefusedError(AssertionError):
    """A deed went through that this life says must be refused."""


def dates(value: Any, day: dt.date, calendar: WorkCalendar) -> Any:
    """A value with its relative days made real."""
    if isinstance(value, str):
        found = _DAY.match(value)
        return f"{_moved(found, day, calendar)}{value[found.end() :]}" if found else value
    if isinstance(value, list):
        return [dates(each, day, calendar) for each in value]
    if isinstance(value, dict):
        return {key: dates(each, day, calendar) for key, each in value.items()}
    return value


def _moved(found: re.Match[str], day: dt.date, calendar: WorkCalendar) -> dt.date:
    n = int(found[1] or 0)
    if found[2] or n == 0:
        return day + dt.timedelta(days=n)
    return workday(day, n, calendar)


def workday(day: dt.date, n: int, calendar: WorkCalendar) -> dt.date:
    """The day so many working days later, or earlier."""
    if n >= 0:
        return calendar.add_working_days(day, n) if n else day
    for _ in range(-n):
        day = calendar.roll_back(day - dt.timedelta(days=1))
    return day


def typed(deed: Deed, form: type[ActForm], cast: Cast) -> dict[str, Any]:
    """What is typed for a deed: its values, persons by their numbers, two officers on site."""
    values = dict(deed.values)
    fields = form.base_fields
    if "identity_shown" in fields:
        values = {"officers": ["handler", "second"], "identity_shown": True, **values}
        values.setdefault("rights_told", True)
    for name in ("officers", "person", "host", "people"):
        given = values.get(name)
        if isinstance(given, list):
            values[name] = [cast[who].person_id if who in cast else who for who in given]
        elif isinstance(given, str) and given in cast:
            values[name] = cast[given].person_id
    return values


def do(
    deed: Deed, file: File | None, *, cast: Cast, day: dt.date, calendar: WorkCalendar
) -> File | None:
    """Do one deed on a day; returns its File. Raises what the form or the procedure refuses."""
    form, by = _FORMS[deed.act], cast[deed.who]
    values = {"on": "@", **typed(deed, form, cast)}
    if "on" not in form.base_fields:
        del values["on"]
    values = dates(values, day, calendar)
    if deed.act == "disclosure.prepare":
        asked = form(file=file, by=by).fields
        values |= {name: "cover" for name in asked if name.startswith("answer_")}
    if deed.act == "review.give_opinion":
        values = {**relied_on(file), **values}
    if values.get("origin") == BESIDE and file is not None:
        values["origin"] = _beside(file).number
    values = with_parties(values, file)
    made = bound(form, values, None if deed.aside else file, by).perform()
    return made if isinstance(made, File) and not deed.aside else file


def _beside(file: File) -> File:
    """The newest other File about the same party that this one doesn't follow from yet."""
    names = Party.objects.filter(file=file).values("name")
    about = Party.objects.filter(name__in=names).values("file")
    linked = Link.objects.filter(file=file).values("origin")
    others = File.objects.filter(agency=file.agency, kind=file.kind, pk__in=about)
    return others.exclude(pk=file.pk).exclude(pk__in=linked).latest("pk")


def with_parties(values: dict[str, Any], file: File | None) -> dict[str, Any]:
    """Parties of the File that are called by name, as the form asks for them: by number."""
    numbers = {party.name: party.pk for party in Party.objects.filter(file=file)} if file else {}

    def numbered(given: dict[str, Any]) -> dict[str, Any]:
        return {k: numbers.get(v, v) if k == "party" else v for k, v in given.items()}

    rows = {
        name: [numbered(row) if isinstance(row, dict) else row for row in value]
        for name, value in values.items()
        if isinstance(value, list)
    }
    return numbered(values) | rows


def relied_on(file: File | None) -> dict[str, str]:
    """Each of the ten points rests on the first material of the File."""
    first = Material.objects.filter(file=file).order_by("seq").first()
    title = f"{first.title} {first.number}".strip() if first else ""
    return {f"material_{point.code}": title for point in CHECKLIST}


def tell(life: Life, cast: Cast, start: dt.date, calendar: WorkCalendar) -> File:
    """Tell a whole life from a day on."""
    file: File | None = None
    day = start
    for deed in life.deeds:
        day = workday(day, deed.days, calendar)
        if not deed.refused:
            file = do(deed, file, cast=cast, day=day, calendar=calendar)
            continue
        try:
            do(deed, file, cast=cast, day=day, calendar=calendar)
        except Refused as refused:
            if deed.refused not in {reason.rule.code for reason in refused.reasons}:
                raise
        else:
            raise NotRefusedError(f"{life.name}: {deed.act} was not refused by {deed.refused}")
    assert file is not None
    return file
