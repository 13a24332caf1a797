"""简易程序: what two officers do at the counter before they decide on the spot (arts. 51, 52)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xiezhi.casework.actions.filing import HANDLER, new_file, open_case
from xiezhi.casework.known import judged_officers, known
from xiezhi.casework.models import Case
from xiezhi.identity.models import Account, Person
from xiezhi.record.actions import act
from xiezhi.record.models import File


def record_on_spot(
    *,
    by: Account,
    on: dt.date,
    officers: list[int],
    party: dict[str, Any],
    cause: str,
    values: dict[str, Any],
    identity_shown: bool,
    rights_told: bool,
) -> File:
    """当场调查: opens a File of the summary procedure with its on-site record."""
    file = new_file(by, on, "penalty.summary", f"{party['name']}{cause}案", series="当")
    facts = {
        "officers": judged_officers(officers, file, on),
        "identity_shown": identity_shown,
        "rights_told": rights_told,
        "party_kind": party["kind"],
        "cause": cause,
    }
    with act("casework.record_on_spot", file, by=by, on=on, facts=facts) as writing:
        case = Case(
            file=file,
            cause=cause,
            source="inspection",
            found_on=on,
            place=values.get("place", ""),
            brief=values["found"],
        )
        open_case(writing, party, case)
        people = Person.objects.in_bulk(officers)
        for officer in facts["officers"]:
            writing.join(people[officer["person"]], HANDLER, officer["certificate"])
        writing.document("evidence.scene", {**known(writing), **values})
        writing.say(f"当场调查：{file.title}。")
    return file
