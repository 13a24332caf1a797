"""Every act kind from its first act to the archive, through its own forms, on a real database."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import Bureau, account, organ
from xiezhi.config.sample.kinds import LIVES
from xiezhi.config.sample.kinds.model import Life
from xiezhi.config.sample.kinds.telling import tell
from xiezhi.identity.models import Account
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.roles import Role
from xiezhi.record.actions import standing_of
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import Material
from xiezhi.record.renditions import rendition_of

START = dt.date(2026, 3, 2)


def cast(bureau: Bureau) -> dict[str, Account]:
    names = ("handler", "second", "unit_head", "reviewer", "head", "publisher", "archivist",
             "supervisor", "stranger")  # fmt: skip
    found = {name: getattr(bureau, name) for name in names}
    return {**found, **supervised(bureau)}


def supervised(bureau: Bureau) -> dict[str, Account]:
    """Head and officer of another agency of the city, to which supervisions are addressed."""
    theirs = organ(
        bureau.agency.parent, "sthj", "agency", "安澜市生态环境局", word="安环", region="990100"
    )
    team = organ(theirs, "team", "unit", "生态环境执法支队")
    found = {a.username: a for a in Account.objects.filter(username__in=("sthj-luo", "sthj-yan"))}
    return {
        "their_head": found.get("sthj-luo")
        or account("sthj-luo", "骆长青", theirs, Role.AGENCY_HEAD, theirs),
        "their_handler": found.get("sthj-yan")
        or account("sthj-yan", "严河清", team, Role.HANDLER, team),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("life", LIVES, ids=[life.name for life in LIVES])
def test_a_life_is_told_as_declared(life: Life, bureau: Bureau) -> None:
    file = tell(life, cast(bureau), START, calendar_for(bureau.agency.region))
    assert file.kind == life.kind
    standing = standing_of(file, today=dt.date(2026, 11, 20))
    done = [event.act for event in standing.events]
    told = [deed.act for deed in life.deeds if not deed.refused and not deed.aside]
    # On the spot, the exemption from review is entered with the decision (art. 51).
    brought = [] if "decision.decide_on_spot" not in told else ["review.exempt"]
    assert [act for act in done if act not in brought] == told
    assert all(event.facts["say"] for event in standing.events)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("life", LIVES, ids=[life.name for life in LIVES])
def test_every_document_of_a_life_can_be_opened(life: Life, bureau: Bureau) -> None:
    file = tell(life, cast(bureau), START, calendar_for(bureau.agency.region))
    made = Material.objects.filter(file=file, kind=Material.Kind.DOCUMENT)
    assert made
    for material in made:
        assert rendition_of(material).pages >= 1


OWN = {kind.code for kind in KINDS.values() if any(step.says for step in kind.steps)}


@pytest.mark.parametrize("kind", sorted(OWN))
def test_every_declared_kind_has_a_life_from_start_to_archive(kind: str) -> None:
    whole = [life for life in LIVES if life.kind == kind and life.deeds[-1].act == "record.archive"]
    assert whole


@pytest.mark.parametrize("kind", sorted(OWN))
def test_every_declared_step_is_lived(kind: str) -> None:
    """In a life of this kind; what a penalty case borrows or shares may be lived elsewhere."""
    shared = KINDS[kind].family == "penalty"
    done = {deed.act for life in LIVES if shared or life.kind == kind for deed in life.deeds}
    declared = {step.act for step in KINDS[kind].steps if step.says}
    assert declared <= done
