"""Everything with which somebody who trusts nobody can check what is shown."""

from __future__ import annotations

import json
from importlib.resources import files
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from xiezhi.disclosure import proofs
from xiezhi.disclosure.models import PublicPublication
from xiezhi.disclosure.proofs import CODE_LENGTH, document_by_code
from xiezhi.faces.portal import frame
from xiezhi.faces.portal.asking import plain_query
from xiezhi.faces.portal.reading import fingerprint
from xiezhi.record import log as ledger
from xiezhi.record import merkle

_YEAR = 365 * 24 * 60 * 60


def _one(uid: str) -> PublicPublication:
    found = PublicPublication.objects.filter(uid=uid).first()
    if found is None:
        raise Http404
    return found


@require_safe
def page_bytes(request: HttpRequest, uid: str) -> HttpResponse:
    """Open to everyone: exactly the bytes whose digest is in the log, while they are shown."""
    one = _one(uid)
    if not one.shown:
        raise Http404
    etag = f'"{one.digest}"'
    if same := frame.unchanged(request, etag):
        return same
    response = HttpResponse(one.page.encode(), content_type="application/json; charset=utf-8")
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=frame.FRESH, must_revalidate=True)
    return response


@require_safe
def proof(_request: HttpRequest, uid: str) -> HttpResponse:
    """Open to everyone: leaf, place, path and checkpoint; also of a page that is gone."""
    bundle = proofs.bundle(_one(uid))
    if bundle is None:
        return JsonResponse({"waiting": True}, status=404)
    text = json.dumps(bundle, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    patch_cache_control(response, public=True, max_age=frame.FRESH)
    return response


@require_safe
def log(_request: HttpRequest, path: str) -> HttpResponse:
    """Open to everyone: the newest signed head of the log (C2SP tlog-checkpoint)."""
    data = ledger.tile_bytes(path)
    if data is None:
        raise Http404
    response = HttpResponse(data, content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=1)
    return _open(response)


@require_safe
def tile(_request: HttpRequest, rest: str) -> HttpResponse:
    """Open to everyone: tiles and entry bundles (C2SP tlog-tiles), which never change."""
    path = f"tile/{rest}"
    place = merkle.parse_tile_path(path)
    data = ledger.tile_bytes(path) if place else None
    if data is None:
        raise Http404
    response = HttpResponse(data, content_type="application/octet-stream")
    patch_cache_control(response, public=True, max_age=_YEAR, immutable=True)
    return _open(response)


def _open(response: HttpResponse) -> HttpResponse:
    """Verifiers on other sites may read the log."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Open to everyone: check a page, a document, or a proof file in the browser."""
    paper = plain_query(request, "d").rstrip("/").rpartition("/")[2].replace(" ", "")
    if paper:
        return _paper(paper)
    uid = plain_query(request, "p").rstrip("/").rpartition("/")[2]
    one = PublicPublication.objects.filter(uid=uid).first() if uid else None
    context = {
        "uid": uid,
        "one": one,
        "fingerprint": fingerprint(one.digest) if one else "",
        "key": _key(),
    }
    return frame.page(request, "verify.html", context, tab="verify")


def _keys() -> list[str]:
    """The log's public keys, the newest last."""
    known = ledger.keys
    return [str(key) for key in known()]


def _key() -> str:
    return next(reversed(_keys()), "")


def _paper(typed: str) -> HttpResponse:
    """A code leads to the document's page, anything else is looked for as a number."""
    if typed.isascii() and typed.isalnum() and len(typed) == CODE_LENGTH:
        return redirect("portal:document", code=typed.lower())
    return redirect(f"{reverse('portal:results')}?{urlencode({'q': typed})}")


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Open to everyone: how to check without trusting this site."""
    context = {"keys": _keys(), "head": ledger.checkpoint()}
    return frame.page(request, "method.html", context, tab="verify")


@require_safe
def script(_request: HttpRequest) -> HttpResponse:
    """Open to everyone: the single-file verifier, to run where nobody of us can reach."""
    source = files("xiezhi.record") / "standalone" / "xiezhi_verify.py"
    if not source.is_file():
        raise Http404
    response = HttpResponse(source.read_text(), content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="xiezhi_verify.py"'
    return response


@require_safe
def document(request: HttpRequest, code: str) -> HttpResponse:
    """Open to everyone: is the served document with this code genuine? Never its content."""
    found = document_by_code(code)
    context = {"code": code, "found": found}
    status = 200 if found else 404
    return frame.page(request, "document.html", context, tab="verify", status=status)
