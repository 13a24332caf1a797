"""Handing out stored objects: whole or in part, and never as a page of our own origin."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.http.response import HttpResponseNotModified

from xiezhi.record import storage
from xiezhi.record.models import Blob

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
#: Whatever an object says it is, it can do nothing: no script, no form, no plugin, no origin.
_SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
#: Our own PDFs are shown by the browser's reader, which a sandbox would stop.
READER = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self';"
    " frame-ancestors 'none'"
)
_EXTENSIONS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "audio/mpeg": "mp3",
    "text/plain": "txt",
}


def download(request: HttpRequest, blob: Blob, name: str) -> HttpResponseBase:
    """An object as an attachment, with ranges so that a broken download can go on."""
    return _answer(request, blob, _disposition("attachment", name, blob.mime), _SANDBOX)


def inline_pdf(request: HttpRequest, blob: Blob, name: str) -> HttpResponseBase:
    """A PDF that we made ourselves, to be read in the browser."""
    return _answer(request, blob, _disposition("inline", name, "application/pdf"), READER)


def _disposition(how: str, name: str, mime: str) -> str:
    """A file name in Chinese, with a plain one for old programs."""
    extension = _EXTENSIONS.get(mime.partition(";")[0], "bin")
    # Nothing unprintable: a mark that turns the reading direction would disguise the extension.
    plain = "".join("_" if unicodedata.category(char)[0] == "C" else char for char in name)
    safe = re.sub(r'[/\\:*?"<>|]+', "_", plain).strip(". ")[:150] or "file"
    given = safe if safe.lower().endswith(f".{extension}") else f"{safe}.{extension}"
    return f"{how}; filename=\"file.{extension}\"; filename*=UTF-8''{quote(given, safe='')}"


def _answer(request: HttpRequest, blob: Blob, disposition: str, policy: str) -> HttpResponseBase:
    tag = f'"{blob.sha256}"'
    if request.headers.get("If-None-Match") == tag:
        return _dressed(HttpResponseNotModified(), blob, policy)
    part = _part(request, blob, tag)
    if part is None:
        answer: HttpResponseBase = HttpResponse(status=416)
        answer["Content-Range"] = f"bytes */{blob.size}"
        return _dressed(answer, blob, policy)
    start, end = part
    whole = end - start + 1 == blob.size
    body = () if request.method == "HEAD" else storage.stream(blob.sha256, start, end - start + 1)
    answer = StreamingHttpResponse(body, status=200 if whole else 206)
    answer["Content-Type"] = _type(blob.mime)
    answer["Content-Length"] = str(end - start + 1)
    answer["Content-Disposition"] = disposition
    if not whole:
        answer["Content-Range"] = f"bytes {start}-{end}/{blob.size}"
    return _dressed(answer, blob, policy)


def _type(mime: str) -> str:
    """The kind as stored, unless a browser would run it as a page."""
    plain = mime.partition(";")[0].strip().lower()
    return plain if plain in _EXTENSIONS else "application/octet-stream"


def _part(request: HttpRequest, blob: Blob, tag: str) -> tuple[int, int] | None:
    """First and last byte asked for; None where they can't be had (416)."""
    last = blob.size - 1
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", tag) != tag:
        return 0, last
    given, until = asked.groups()
    if not given and not until:
        return 0, last
    if not given:
        length = int(until)
        return (max(0, blob.size - length), last) if length else None
    start = int(given)
    end = min(int(until), last) if until else last
    return (start, end) if start <= end else None


def _dressed(answer: HttpResponseBase, blob: Blob, policy: str) -> HttpResponseBase:
    answer["Accept-Ranges"] = "bytes"
    answer["ETag"] = f'"{blob.sha256}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = policy
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-cache"
    return answer
