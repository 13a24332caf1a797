"""Errors as RFC 9457 problem details, with rule code, article and field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, JsonResponse

from xiezhi.procedure.citations import Reason, Refused


class Problem(Exception):
    """Something the caller must know: status, short code, Chinese title, and more."""

    def __init__(self, status: int, code: str, title: str, **more: Any) -> None:
        self.status, self.code, self.title, self.more = status, code, title, more
        super().__init__(title)

    def response(self, request: HttpRequest) -> JsonResponse:
        body = {
            "type": f"/api/problems/{self.code}",
            "title": self.title,
            "status": self.status,
            "instance": request.path,
            **self.more,
        }
        return JsonResponse(
            body,
            status=self.status,
            content_type="application/problem+json",
            json_dumps_params={"ensure_ascii": False},
        )


def reason_json(reason: Reason) -> dict[str, Any]:
    """One reason as other systems read it."""
    return {
        "rule": reason.rule.code,
        "say": reason.say,
        "todo": reason.todo,
        "law": reason.cite.law,
        "article": reason.cite.article,
        "quote": reason.cite.quote,
        "source_status": reason.cite.status.value,
        "field": reason.field,
    }


def refused(error: Refused) -> Problem:
    """403 when it is about who asks, 409 when the procedure doesn't allow it now."""
    by_role = all(reason.rule.code.startswith("ROLE") for reason in error.reasons)
    return Problem(
        403 if by_role else 409,
        "refused",
        error.reasons[0].say,
        reasons=[reason_json(reason) for reason in error.reasons],
    )


def invalid(form: BaseForm, unknown: Iterable[str] = ()) -> Problem:
    """422: each field with what is wrong with it."""
    fields = {name: [str(e) for e in errors] for name, errors in form.errors.items()}
    fields |= {name: ["没有这个字段"] for name in unknown}
    return Problem(422, "invalid", "填写的内容有误，没有写入任何记录", fields=fields)
