"""Reading over the API: a File with its standing, the work list, lists. Only what one may see."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from xiezhi.casework.models import Party
from xiezhi.faces.exchange.auth import account_of
from xiezhi.faces.exchange.problems import Problem, reason_json
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.timelimits import Due
from xiezhi.record.actions import events_and, may, standing_of
from xiezhi.record.listing import Listed
from xiezhi.record.looking import look_up, look_up_addressed, look_up_material
from xiezhi.record.models import File, Material
from xiezhi.record.waiting import soonest

router = Router()
PAGE = 50
#: What a list says of a material.
_LISTED = ("id", "seq", "kind", "code", "title", "number", "on", "digest")
_MATERIALS = Prepared(
    lambda: Material.objects.filter(file=Slot("file")).order_by("seq").values_list(*_LISTED)
)
_PARTIES = Prepared(lambda: Party.objects.filter(file=Slot("file")).order_by("pk"))


def file_of(account: Account, file_id: Any) -> File:
    """A File this account may see; anything else doesn't exist for it."""
    try:
        return look_up(account, uuid.UUID(str(file_id)), today=timezone.localdate())
    except (File.DoesNotExist, ValueError):
        raise Problem(404, "not-found", "没有这个案卷，或者您无权查看") from None


def file_for_act(account: Account, file_id: Any, act: str) -> File:
    """The File in which somebody would do an act: his own, or one addressed to his agency."""
    if ACTS[act].addressee:
        try:
            return look_up_addressed(account, uuid.UUID(str(file_id)), today=timezone.localdate())
        except (File.DoesNotExist, ValueError):
            pass
    return file_of(account, file_id)


def due_json(due: Due, *, explain: bool) -> dict[str, Any]:
    """A running limit; with its whole derivation where asked for."""
    made: dict[str, Any] = {
        "rule": due.limit.id,
        "label": due.label,
        "last_day": due.last_day,
        "until": timezone.make_aware(due.clock.until) if due.clock else None,
        "light": due.light().value,
        "provisional": due.provisional,
        "paused": due.paused,
        "article": str(due.limit.cite),
    }
    if explain:
        made["sentence"] = due.sentence()
    return made


@router.get("/files/{uuid:file_id}", operation_id="read.file", summary="案卷", tags=["read"])
def file(request: HttpRequest, file_id: str, explain: bool = False, acts: bool = False) -> Any:
    """The File, where it stands, what waits, what lies in it."""
    account = account_of(request, "read")
    found = file_of(account, file_id)
    today = timezone.localdate()
    events, (parties, materials) = events_and(found, _PARTIES, _MATERIALS)
    standing = standing_of(found, today=today, events=events)
    body = {
        **file_json(found),
        "stage": {"code": standing.stage.code, "label": standing.stage.label},
        "parties": [party_json(party) for party in _PARTIES.objects(parties)],
        "limits": [due_json(due, explain=explain) for due in standing.limits],
        "duties": [
            {"act": d.act, "label": ACTS[d.act].label, "why": d.why} for d in standing.duties
        ],
        "entries": [
            {"seq": e.seq, "act": e.act, "on": e.on, "say": e.facts.get("say")}
            for e in standing.events
        ],
        "materials": [dict(zip(_LISTED, row, strict=True)) for row in materials],
    }
    if acts:
        body["acts"] = acts_json(account, found, standing, today)
    return body


def acts_json(
    account: Account, file: File, standing: Standing, today: dt.date
) -> list[dict[str, Any]]:
    """Every act of this kind of File: may it be done now by this account, and why not."""
    people = list(file.participants.all())
    made = []
    for step in standing.kind.steps:
        verdict = may(account, step.act, file, today=today, participants=people)
        reasons = [verdict.reason] if verdict.reason else standing.refusals(step.act)
        made.append(
            {
                "act": step.act,
                "label": ACTS[step.act].label,
                "reasons": [reason_json(reason) for reason in reasons],
            }
        )
    return made


def file_json(file: File) -> dict[str, Any]:
    return {
        "id": file.pk,
        "number": file.number,
        "title": file.title,
        "kind": file.kind,
        "agency": file.agency.name,
        "unit": file.unit.name,
        "opened_on": file.opened_on,
        "policy": file.policy,
    }


def party_json(party: Party) -> dict[str, Any]:
    """An ID number never leaves whole."""
    return {
        "id": party.pk,
        "role": party.role,
        "kind": party.kind,
        "name": party.name,
        "code": party.code,
        "id_number": party.masked_id,
        "address": party.address,
    }


@router.get("/files", operation_id="read.files", summary="案卷列表", tags=["read"])
def files(request: HttpRequest, q: str = "", after: uuid.UUID | None = None) -> Any:
    """The Files one may see, newest first; `after` is the last id of the page before."""
    account = account_of(request, "read")
    rows = Listed(File.objects.parts_visible_to(account), tie="pk")
    if "\x00" in q:
        raise Problem(400, "invalid", "查询里有不允许的字符")
    if q:
        rows = rows.filter(Q(title__contains=q) | Q(number=q))
    if after:
        last = file_of(account, after)
        same = Q(opened_on=last.opened_on, pk__gte=last.pk)
        rows = rows.filter(~same, opened_on__lte=last.opened_on)
    page = rows.page(0, PAGE, "agency", "unit")
    following = str(page[-1].pk) if len(page) == PAGE else None
    return {"files": [file_json(file) for file in page], "after": following}


@router.get("/duties", operation_id="read.duties", summary="待办", tags=["read"])
def duties(request: HttpRequest) -> Any:
    """What waits for this account, soonest first."""
    account = account_of(request, "read")
    return {
        "duties": [
            {
                "file": row.file,
                "number": row.number,
                "title": row.title,
                "act": row.act,
                "label": ACTS[row.act].label,
                "due": row.due,
                "due_at": row.due_at,
                "rule": row.rule,
                "why": row.why,
            }
            for row in soonest(account, timezone.localdate(), PAGE)
        ]
    }


@router.get(
    "/files/{uuid:file_id}/materials/{uuid:material_id}",
    operation_id="read.material",
    summary="材料",
    tags=["read"],
)
def material(request: HttpRequest, file_id: str, material_id: str) -> Any:
    """A material's fields as sealed."""
    account, today = account_of(request, "read"), timezone.localdate()
    file, wanted = uuid.UUID(str(file_id)), uuid.UUID(str(material_id))
    try:
        row = look_up_material(account, file, wanted, today=today)
    except (File.DoesNotExist, Material.DoesNotExist):
        raise Problem(404, "not-found", "没有这份材料，或者您无权查看") from None
    return {
        "id": row.pk,
        "code": row.code,
        "title": row.title,
        "number": row.number,
        "digest": row.digest,
        "fields": row.values,
    }
