"""Uploads for evidence: a raw body becomes a stored object, named by its digest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router

from xiezhi.faces.exchange.auth import account_of
from xiezhi.faces.exchange.problems import Problem
from xiezhi.record.objects import keep
from xiezhi.record.storage import CHUNK

router = Router()


def _body(request: HttpRequest) -> Iterator[bytes]:
    while chunk := request.read(CHUNK):
        yield chunk


@router.post("/blobs", operation_id="record.store", summary="上传证据原件", tags=["record"])
def upload(request: HttpRequest) -> Any:
    """Stream a body of known length into the store; an interrupted one leaves nothing."""
    account_of(request, "casework.add_evidence")
    length = request.headers.get("Content-Length", "")
    if not (length.isascii() and length.isdecimal() and len(length) < 19):
        raise Problem(411, "length", "上传必须给出 Content-Length")
    if int(length) > settings.LARGEST_OBJECT:
        raise Problem(413, "too-large", f"一个原件最大 {settings.LARGEST_OBJECT >> 20} MB")
    blob = keep(_body(request), request.headers.get("Content-Type", ""), size=int(length))
    return {"sha256": blob.pk, "size": blob.size}
