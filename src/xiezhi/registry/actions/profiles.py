"""修改方案: an administrator sets values of his organ's plan, from a day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from xiezhi.identity.models import Account, Organ, Profile
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.kinds.standing import starts_too_early
from xiezhi.procedure.policy import Fault, Policy, faults_of
from xiezhi.procedure.policydraft import Changed, changes, write
from xiezhi.procedure.policykeys import KEYS
from xiezhi.procedure.rulebook import refuse
from xiezhi.record.actions import act
from xiezhi.record.policies import name_for, policy_named
from xiezhi.registry.actions.ledger import outside, standing_file
from xiezhi.registry.models.reach import administered


@dataclass(frozen=True, slots=True)
class Draft:
    """A version about to be written: what it rests on, what it changes, its text."""

    organ: Organ
    base: str
    policy: Policy
    version: int
    starts_on: dt.date
    changed: list[Changed]
    title: str
    text: str


def draft_profile(
    organ: Organ, *, by: Account, values: Mapping[str, Any], starts_on: dt.date, clause: str
) -> Draft:
    """The version these values make. Raises Refused with every value that relaxes an article."""
    mine = administered(by, timezone.localdate()).exclude(kind=Organ.Kind.UNIT)
    if not mine.filter(pk=organ.pk).exists():
        raise Refused([outside(organ)])
    if early := starts_too_early(starts_on.isoformat(), timezone.localdate()):
        raise Refused([early])
    base = organ.policy_code()
    if later := Profile.objects.filter(organ=organ, code=base, starts_on__gt=starts_on).first():
        raise Refused([_overtaken(later)])
    policy = policy_named(name_for(base, organ, starts_on))
    changed = changes(policy, values)
    if not changed:
        raise Refused([refuse("POLICY-KEY", "没有改动任何一项。", todo="改动后再保存。")])
    last = Profile.objects.filter(code=base).aggregate(last=Max("version"))["last"] or 0
    title = f"{organ.name}实施方案"[:100] if base == "national" else policy.title
    text = write(policy, changed, base=base, version=last + 1, title=title, clause=clause)
    if faults := faults_of(text):
        raise Refused([_in_words(fault) for fault in faults])
    return Draft(organ, base, policy, last + 1, starts_on, changed, title, text)


def _in_words(fault: Fault) -> Reason:
    """A fault as a page says it: the value by its label, not by its key."""
    known = KEYS.get(fault.key)
    if known is None:
        return fault.reason
    say = fault.reason.say.replace(f"{fault.key} ", known.title, 1)
    return replace(fault.reason, say=say)


def _overtaken(later: Profile) -> Reason:
    """A version that begins before one already written would be undone by it unseen."""
    say = f"第 {later.version} 版自{later.starts_on.isoformat()}起施行，新版本不能早于它。"
    return refuse("FLOW-DATE", say, todo="填写这一天或者以后的日期。", field="starts_on")


def set_profile(
    organ: Organ, *, by: Account, values: Mapping[str, Any], starts_on: dt.date, clause: str
) -> Profile:
    """Write the version down, with its entry in the organ's standing File: all or nothing."""
    draft = draft_profile(organ, by=by, values=values, starts_on=starts_on, clause=clause)
    facts = {
        "profile": f"{draft.base}@{draft.version}",
        "starts_on": starts_on.isoformat(),
        "clause": clause,
        "values": [{"key": c.key, "before": c.before, "after": c.after} for c in draft.changed],
    }
    try:
        with (
            transaction.atomic(),
            act("registry.set_profile", standing_file(organ, by=by), by=by, facts=facts) as writing,
        ):
            made = _made(draft, by)
            said = "；".join(str(changed) for changed in draft.changed)
            writing.say(f"修改方案，自{starts_on.isoformat()}起施行（{clause}）：{said}")
    except IntegrityError as error:
        say = "刚刚有人保存了这个方案的新版本。"
        raise Refused([refuse("FLOW-ONCE", say, todo="看过新版本再修改。")]) from error
    return made


def _made(draft: Draft, by: Account) -> Profile:
    return Profile.objects.create(
        code=draft.base,
        version=draft.version,
        organ=draft.organ,
        title=draft.title,
        extends=draft.base,
        text=draft.text,
        starts_on=draft.starts_on,
        made_by=by,
    )
