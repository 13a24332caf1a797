"""Doing acts over the API: the same form, the same action, the same refusals as at the desk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import connection, transaction
from django.forms import Field, MultipleChoiceField
from django.http import HttpRequest, HttpResponse
from ninja import Router

from xiezhi.casework import forms as casework
from xiezhi.decision import forms as decision
from xiezhi.decision.models import Decision
from xiezhi.disclosure import forms as disclosure
from xiezhi.faces.exchange.auth import account_of
from xiezhi.faces.exchange.problems import Problem, invalid, refused
from xiezhi.faces.exchange.reading import file_for_act
from xiezhi.faces.exchange.schemas import form_schema
from xiezhi.identity.models import Account
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Refused
from xiezhi.record import archive_forms
from xiezhi.record.actions import keep_answer
from xiezhi.record.models import Entry, File, Receipt
from xiezhi.review import forms as review
from xiezhi.ui.forms import ActForm, RowsField

router = Router()

FORMS: tuple[type[ActForm], ...] = (
    *casework.FORMS,
    *review.FORMS,
    *decision.FORMS,
    *disclosure.FORMS,
    *archive_forms.FORMS,
)
#: Acts that open a File; all others happen in one.
OPENING = frozenset(act.name for act in ACTS.values() if act.opens)


def _values(request: HttpRequest) -> dict[str, Any]:
    try:
        given = json.loads(request.body or b"{}")
        if b"\\u" in request.body:  # half a character may hide behind such a sign
            json.dumps(given, ensure_ascii=False).encode()
    except RequestDataTooBig:
        raise Problem(413, "too-large", "请求内容过大；原件请用 /v1/blobs 上传") from None
    except ValueError:
        raise Problem(400, "json", "请求内容不是 JSON") from None
    except RecursionError:
        raise Problem(400, "json", "请求内容嵌套过深") from None
    if not isinstance(given, dict):
        raise Problem(400, "json", "请求内容应当是一个 JSON 对象")
    return given


#: An answer names so many unknown fields; whoever sends more has the wrong form.
_MOST_NAMED = 20
LISTS = (RowsField, MultipleChoiceField)


def as_typed(value: Any, field: Field | None = None) -> Any:
    """A JSON value as a page would send it: numbers as text, lists only where lists belong."""
    if isinstance(value, list) and not isinstance(field, LISTS):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return [_row(item) if isinstance(item, dict) else as_typed(item) for item in value]
    return json.dumps(value, ensure_ascii=False)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a list: its cells as text."""
    return {name: as_typed(cell) for name, cell in row.items()}


def bound(form: type[ActForm], given: dict[str, Any], file: File | None, by: Account) -> ActForm:
    """The form with what was sent; what was left out takes the form's own default."""
    made = form.from_json({}, file=file, by=by)
    given = made.renamed(given)
    unknown = [name for name in given if name not in made.fields]
    try:
        typed = {name: as_typed(value, made.fields.get(name)) for name, value in given.items()}
    except RecursionError:
        raise Problem(400, "json", "请求内容嵌套过深") from None
    made.data = {**made.data, **typed}
    if unknown or not made.is_valid():
        raise invalid(made, unknown[:_MOST_NAMED])
    return made


def _outcome(result: object) -> dict[str, Any]:
    """What was written: the File and its last entry."""
    if isinstance(result, File):
        return {"file": str(result.pk), "number": result.number, "title": result.title, "seq": 1}
    if isinstance(result, Entry):
        return {"file": str(result.file_id), "act": result.kind, "seq": result.seq}
    if isinstance(result, Decision):
        return {"file": str(result.file_id), "number": result.number, "seq": result.seq}
    file_id = getattr(result, "file_id", None)
    return {"file": str(file_id) if file_id else None}


def _once(request: HttpRequest, by: Account, act: Callable[[], dict[str, Any]]) -> HttpResponse:
    """The act, or with an idempotency key already answered, the answer given then."""
    key = request.headers.get("Idempotency-Key", "")[:100]
    if not key:
        return _json(200, json.dumps(act(), ensure_ascii=False))
    if not (key.isascii() and key.isprintable()):
        raise Problem(400, "idempotency", "Idempotency-Key 只能用可见的 ASCII 字符")
    print_ = hashlib.sha256(f"{request.path}\n".encode() + request.body).hexdigest()
    with transaction.atomic():
        with connection.cursor() as cursor:
            lock = int.from_bytes(hashlib.sha256(f"{by.pk} {key}".encode()).digest()[:8], "big")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock - (1 << 63)])
        known = Receipt.objects.filter(account=by, key=key).first()
        if known is None:
            answer = json.dumps(act(), ensure_ascii=False)
            keep_answer(by, key, print_, answer)
            return _json(200, answer)
    if known.request != print_:
        raise Problem(422, "idempotency", "同一个 Idempotency-Key 用于不同的请求")
    return _json(known.status, known.answer, replayed=True)


def _json(status: int, text: str, *, replayed: bool = False) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type="application/json; charset=utf-8")
    if replayed:
        response["Idempotent-Replayed"] = "true"
    return response


def _perform(request: HttpRequest, form: type[ActForm], file_id: Any) -> HttpResponse:
    by = account_of(request, form.act)
    given = _values(request)

    def do() -> dict[str, Any]:
        file = None if file_id is None else file_for_act(by, file_id, form.act)
        filled = bound(form, given, file, by)
        try:
            return _outcome(filled.perform())
        except Refused as error:
            raise refused(error) from None

    return _once(request, by, do)


def _operation(form: type[ActForm]) -> None:
    opening = form.act in OPENING
    address = f"/{form.act}" if opening else f"/files/{{uuid:file_id}}/{form.act}"
    act = ACTS[form.act]
    body = {"content": {"application/json": {"schema": form_schema(form)}}, "required": True}
    options: dict[str, Any] = {
        "operation_id": form.act,
        "summary": act.label,
        "description": f"{form.intro}岗位：{'、'.join(role.label for role in act.roles)}。",
        "tags": [act.context],
        "openapi_extra": {"requestBody": body},
    }
    if opening:

        def open_file(request: HttpRequest) -> HttpResponse:
            return _perform(request, form, None)

        router.post(address, **options)(open_file)
        return

    def in_file(request: HttpRequest, file_id: str) -> HttpResponse:
        return _perform(request, form, file_id)

    router.post(address, **options)(in_file)


for _form in FORMS:
    _operation(_form)

__all__ = ["FORMS", "router"]
