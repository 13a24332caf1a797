"""指定答复监督的人员: the head of the supervised agency says who answers for it."""

from __future__ import annotations

import datetime as dt

from xiezhi.identity.models import Account, Person
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Participant

ANSWERING = Participant.Capacity.ANSWERING


def name_answerers(file: File, *, by: Account, on: dt.date, people: list[int]) -> Entry:
    """Those named answer beside the head; anybody named before steps back."""
    facts = {"people": people}
    with act("casework.name_answerers", file, by=by, on=on, facts=facts) as writing:
        for known in writing.participants:
            if known.capacity == ANSWERING and known.person_id not in people and not known.ended_on:
                known.ended_on = on
                known.save(update_fields=["ended_on"])
        wanted = Person.objects.in_bulk(people)
        for person in people:
            writing.join(wanted[person], ANSWERING)
        names = "、".join(wanted[person].name for person in people)
        writing.say(f"被监督机关指定{names}答复。")
    return writing.done()
