"""Finding cases: by number, title, party, code, day, kind, stage, among those one may see."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Exists, OuterRef, Q, UUIDField, Value

from xiezhi.casework.models import Party
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Among
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.steps import ActKind
from xiezhi.record.listing import Listed
from xiezhi.record.models import Entry, File
from xiezhi.ui.forms import DayField, LineField, SelectField

#: The kinds of Files that are cases: an agency's standing File is none.
CASES = tuple(kind.code for kind in KINDS.values() if kind.disclosure != "none")
_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}", re.IGNORECASE)


def _stages() -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for code in CASES:
        found |= {stage.code: stage.label for stage in KINDS[code].stages}
    return list(found.items())


class Wanted(forms.Form):
    """What is looked for; every part may stay empty."""

    q = LineField(label="案号、案名、当事人或者统一社会信用代码", required=False, max_length=100)
    kind = SelectField(
        label="程序",
        required=False,
        ask="全部程序",
        choices=[(code, KINDS[code].procedure_label) for code in CASES],
    )
    stage = SelectField(label="阶段", required=False, ask="全部阶段", choices=_stages())
    since = DayField(label="登记日期从", required=False)
    until = DayField(label="到", required=False)

    use_required_attribute = False


def found(account: Account, wanted: Mapping[str, Any], today: dt.date) -> Listed:
    """The cases asked for that this account may see, newest first."""
    seen = Listed(File.objects.parts_visible_to(account, today)).filter(kind__in=CASES)
    if wanted.get("kind"):
        seen = seen.filter(kind=wanted["kind"])
    if wanted.get("since"):
        seen = seen.filter(opened_on__gte=wanted["since"])
    if wanted.get("until"):
        seen = seen.filter(opened_on__lte=wanted["until"])
    if wanted.get("q"):
        seen = seen.filter(matching(wanted["q"].strip()))
    if wanted.get("stage"):
        seen = seen.filter(in_stage(wanted["stage"]))
    return seen


def matching(text: str) -> Q:
    """A credit code is looked up; anything else is a part of number, title or party.

    Few matches are found by their pairs of characters, whoever may see them; of many, the newest
    come soon when one's own Files are walked through.
    """
    said = Q(number__icontains=text) | Q(title__icontains=text)
    if _USCC.fullmatch(text):
        parties = Party.objects.filter(code=text.upper())
        return Q(pk__in=parties.values("file")) | said
    few = _few(text) if len(text) > 1 else None
    if few is not None:
        ids = Value(few, output_field=ArrayField(UUIDField()))
        return Q(Among("pk", ids))
    return said | Q(Exists(Party.objects.filter(file=OuterRef("pk"), name__icontains=text)))


#: More matches than this are not collected before it is asked who may see them.
_FEW = 1000
_MATCHES = """
    SELECT id FROM (
        SELECT id FROM record_file
         WHERE record_pairs(title || E'\n' || number) @> record_pairs(%s)
           AND (upper(title) LIKE upper(%s) OR upper(number) LIKE upper(%s))
         LIMIT %s) files
     UNION
    SELECT file_id FROM (
        SELECT file_id FROM casework_party
         WHERE record_pairs(name) @> record_pairs(%s) AND upper(name) LIKE upper(%s)
         LIMIT %s) parties
"""


def _few(text: str) -> list[uuid.UUID] | None:
    """All Files in which this stands, unless they are many; two index scans."""
    like = f"%{connection.ops.prep_for_like_query(text)}%"
    with connection.cursor() as cursor:
        cursor.execute(_MATCHES, [text, like, like, _FEW + 1, text, like, _FEW + 1])
        rows = [row[0] for row in cursor.fetchall()]
    return rows if len(rows) <= _FEW else None


def in_stage(stage: str) -> Q:
    """The furthest stage reached is this one: one of its acts was done, none of a later one."""
    wanted = Q(pk__in=[])
    for code in CASES:
        kind = KINDS[code]
        order = [s.code for s in kind.stages]
        if stage not in order:
            continue
        later = order[order.index(stage) + 1 :]
        reached = Q(_did(acts_of(kind, [stage])))
        wanted |= Q(kind=code) & reached & ~Q(_did(acts_of(kind, later)))
    return wanted


def acts_of(kind: ActKind, stages: Iterable[str]) -> list[str]:
    wanted = set(stages)
    return [step.act for step in kind.steps if step.stage in wanted]


def _did(acts: list[str]) -> Exists:
    return Exists(Entry.objects.filter(file=OuterRef("pk"), kind__in=acts))


def stages_of(files: Iterable[File]) -> dict[uuid.UUID, str]:
    """The stage each File has reached, for a page of them, in one query."""
    known = list(files)
    done: dict[uuid.UUID, set[str]] = {file.pk: set() for file in known}
    rows = Entry.objects.filter(file__in=list(done)).values_list("file", "kind").distinct()
    for pk, act in rows:
        done[pk].add(act)
    return {file.pk: _furthest(KINDS[file.kind], done[file.pk]) for file in known}


def _furthest(kind: ActKind, acts: set[str]) -> str:
    reached = {step.stage for step in kind.steps if step.act in acts}
    labels = [stage.label for stage in kind.stages if stage.code in reached]
    return labels[-1] if labels else ""


def parties_of(files: Iterable[File]) -> dict[uuid.UUID, str]:
    """The parties' names, for a page of Files, in one query."""
    names: dict[uuid.UUID, list[str]] = {}
    rows = Party.objects.filter(file__in=[f.pk for f in files]).order_by("pk")
    for pk, name in rows.values_list("file", "name"):
        names.setdefault(pk, []).append(name)
    return {pk: "、".join(known) for pk, known in names.items()}
