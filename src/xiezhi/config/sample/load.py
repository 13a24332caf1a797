"""Loading the sample: all of it in one transaction, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

from django.db import transaction
from django.utils import timezone

from xiezhi.config.sample.branches import Story
from xiezhi.config.sample.cases import CASES, Sample
from xiezhi.config.sample.government import Agency, Founding
from xiezhi.config.sample.kinds import plan as kinds
from xiezhi.config.sample.kinds.plan import LifePlan
from xiezhi.config.sample.matters import MATTERS
from xiezhi.config.sample.plan import Plan, tell
from xiezhi.config.sample.registers import register
from xiezhi.identity.models import Account
from xiezhi.record import log
from xiezhi.registry.actions import import_laws

Say = Callable[[str], None]


def loaded() -> bool:
    """Is somebody's government in this database?"""
    return Account.objects.exists()


def load(say: Say, today: dt.date | None = None) -> int:
    """Make the government and tell its cases, all or nothing; how many cases were told."""
    if loaded():
        return 0
    day = today or timezone.localdate()
    with transaction.atomic():
        agencies = _government(day, say)
        plans: list[Plan | LifePlan] = [
            *(_plan(sample, agencies[sample.agency], day) for sample in CASES),
            *kinds.plans(agencies, day),
        ]
        whole = sum(len(plan.steps) for plan in plans)
        tell(plans, lambda done: say(f"办案 {done}/{whole}") if done % 25 == 0 else None)
    say("存证")
    log.sequence_all()
    return len(plans)


def _government(today: dt.date, say: Say) -> dict[str, Agency]:
    say("法律法规")
    import_laws()
    say("机构、人员、执法证件")
    founding = Founding(today)
    agencies = founding.run()
    say("权责清单、裁量基准、市场主体")
    register(agencies, founding.root, today)
    return agencies


def _plan(sample: Sample, agency: Agency, today: dt.date) -> Plan:
    plan = Plan(Story(agency, sample.unit, MATTERS[sample.matter], today, sample.ago))
    sample.life(cast("Story", plan))
    return plan
