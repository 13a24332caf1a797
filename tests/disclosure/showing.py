"""Builders that take a decided case to the public: drafted, signed, shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from tests.builders import Story
from xiezhi.disclosure import actions, drafting
from xiezhi.disclosure.models import Draft, Publication, Signature
from xiezhi.procedure.disclosure_terms import GateFacts

#: Every question of the gate answered so that it opens.
OPEN_GATE = GateFacts(
    secrecy_reviewed=True,
    state_secret=False,
    third_party_harm=False,
    public_security=False,
    all_facts_secret=False,
    province_unfit=False,
    process_information=False,
)


def all_covered(story: Story) -> dict[str, bool]:
    """The answers of a publisher who covers whatever looks personal."""
    decision = actions.decision_of(story.file)
    made = drafting.prepare(decision, story.stands())
    return {one.key: True for one in made.open}


@dataclass
class Showing:
    """A decided case on its way to the public."""

    story: Story

    @property
    def day(self) -> dt.date:
        return self.story.day

    def drafted(self, **more: Any) -> Draft:
        more.setdefault("answers", all_covered(self.story))
        more.setdefault("facts", OPEN_GATE)
        by = self.story.bureau.publisher
        return actions.prepare(self.story.file, by=by, on=self.day, **more)

    def signed(self, draft: Draft | None = None) -> Signature:
        return actions.sign(draft or self.drafted(), by=self.story.bureau.head, on=self.day)

    def shown(self, **more: Any) -> Publication:
        signature = self.signed(self.drafted(**more))
        return actions.publish(signature, by=self.story.bureau.publisher, on=self.day)
