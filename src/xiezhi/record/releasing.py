"""发布文书范本: a version of a document's wording, from a day on, for an organ and all below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from xiezhi.identity.models import Account, Organ
from xiezhi.identity.rules import ROLE_RULE
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents import KINDS, DocumentKind
from xiezhi.procedure.documents.wording import kept, wordable
from xiezhi.procedure.documents.wording_checks import check_wording
from xiezhi.procedure.roles import Role
from xiezhi.procedure.rulebook import refuse
from xiezhi.procedure.timelimits import cn_date
from xiezhi.record.actions import act
from xiezhi.record.models import File, Material, Wording
from xiezhi.record.wordings import above, digest_of, what_must_stand

#: The material of the standing File that holds the words.
MATERIAL = "wording"


def may_word(account: Account, organ: Organ, today: dt.date) -> Reason | None:
    """Why not: a government's wording is its administrators' and supervisors' (司法局) to keep, an
    agency's additions are its administrators'.
    """
    roles = {Role.ADMINISTRATOR}
    if organ.kind == Organ.Kind.GOVERNMENT:
        roles.add(Role.SUPERVISOR)
    posts = account.posts_on(today)
    if any(Role(post.role) in roles and post.covers(organ.path) for post in posts):
        return None
    who = "、".join(role.label for role in sorted(roles))
    return Reason(ROLE_RULE, f"{organ.name}的文书范本由{who}发布，您没有这个岗位。")


def faults(
    kind: DocumentKind, lines: Sequence[str], organ: Organ, starts_on: dt.date
) -> list[Reason]:
    """Why an organ can't release these lines from that day on; empty: it can."""
    base = above(kind.code, organ, starts_on)
    return check_wording(kind, lines, what_must_stand(kind, organ, base))


@transaction.atomic
def release_wording(
    file: File, *, by: Account, code: str, lines: Sequence[str], starts_on: dt.date, note: str = ""
) -> Wording:
    """Release a version. Refused with every reason at once; nothing of an older one is changed."""
    organ, today = file.agency, timezone.localdate()
    kind = KINDS.get(code)
    if kind is None or not wordable(kind):
        raise Refused([refuse("FLOW-KIND", "没有这种可以编写范本的文书。", field="code")])
    if reason := may_word(by, organ, today):
        raise Refused([reason])
    if wrong := faults(kind, lines, organ, starts_on):
        raise Refused(wrong)
    text = "\n".join(kept(kind, line) for line in lines)
    facts = {"document": code, "starts_on": starts_on.isoformat(), "digest": digest_of(text)}
    with act("record.release_wording", file, by=by, facts=facts) as writing:
        last = Wording.objects.filter(organ=organ, code=code).order_by("-number").first()
        if early := _too_early(last, starts_on):
            raise Refused(early)
        base = above(code, organ, starts_on)
        number = last.number + 1 if last else 1
        title = f"《{kind.title}》文书范本第 {number} 版"
        material = writing.material(Material.Kind.RECEIVED, MATERIAL, title, {"text": text})
        writing.body |= {"number": number, "base": base.digest if base else None}
        writing.body["note"] = note or None
        writing.say(f"发布{title}，自{cn_date(starts_on)}起施行")
        made = Wording(
            organ=organ,
            code=code,
            number=number,
            starts_on=starts_on,
            digest=facts["digest"],
            base=base,
            material=material,
            note=note,
            made_by=by,
        )
    made.save(force_insert=True)
    return made


def _too_early(last: Wording | None, starts_on: dt.date) -> list[Reason]:
    """A later version doesn't begin before an earlier one."""
    if last is None or starts_on >= last.starts_on:
        return []
    say = f"第 {last.number} 版自{cn_date(last.starts_on)}起施行，新的一版不能比它早。"
    return [refuse("FLOW-DATE", say, todo="填写同一天或者更晚的日期。", field="starts_on")]
