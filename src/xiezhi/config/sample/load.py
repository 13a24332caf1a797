"""Loading the sample: what is there already is left alone, so it can be loaded again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from xiezhi.config.sample.branches import Story
from xiezhi.config.sample.cases import CASES, Sample
from xiezhi.config.sample.government import Agency, Founding, standing_agencies
from xiezhi.config.sample.matters import MATTERS
from xiezhi.config.sample.registers import register
from xiezhi.identity.models import Account
from xiezhi.record import log
from xiezhi.record.models import File
from xiezhi.registry.actions import import_laws

Say = Callable[[str], None]


def loaded() -> bool:
    """Is somebody's government in this database?"""
    return Account.objects.exists()


def load(say: Say, today: dt.date | None = None) -> int:
    """Make the government and tell every case that isn't there yet; how many were told."""
    day = today or timezone.localdate()
    agencies = _government(day, say)
    known = set(File.objects.values_list("agency__word", "title"))
    told = 0
    for n, sample in enumerate(CASES, start=1):
        agency = agencies[sample.agency]
        if (agency.plan.word, _title(sample)) in known:
            continue
        say(f"案件 {n}/{len(CASES)}")
        _tell(sample, agency, day)
        told += 1
    log.sequence_all()
    return told


def _government(today: dt.date, say: Say) -> dict[str, Agency]:
    if loaded():
        return standing_agencies()
    with transaction.atomic():
        say("法律法规")
        import_laws()
        say("机构、人员、执法证件")
        founding = Founding(today)
        agencies = founding.run()
        say("权责清单、裁量基准、市场主体")
        register(agencies, founding.root, today)
    return agencies


def _title(sample: Sample) -> str:
    """The title that the case's File gets, by which it is known again."""
    matter = MATTERS[sample.matter]
    link = "" if sample.life.__name__.startswith("on_the_spot") else "涉嫌"
    return f"{matter.party['name']}{link}{matter.cause}案"


@transaction.atomic
def _tell(sample: Sample, agency: Agency, today: dt.date) -> None:
    """A whole case or nothing of it."""
    sample.life(Story(agency, sample.unit, MATTERS[sample.matter], today, sample.ago))
