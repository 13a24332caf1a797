"""What lies in a File, to read and to take away; only for those who may see the File."""

from __future__ import annotations

import tempfile
import uuid
from typing import BinaryIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.identity.access import account_of, staff
from xiezhi.procedure.documents import KINDS
from xiezhi.record import binding, log
from xiezhi.record.casefile import VOLUME_NAMES
from xiezhi.record.downloads import download, inline_pdf
from xiezhi.record.looking import look_up, look_up_material
from xiezhi.record.models import Entry, File, Material
from xiezhi.record.renditions import PDF, rendition_of

#: Larger than this is spooled to disk instead of kept in memory.
_SPOOL = 8 << 20


def file_of(request: HttpRequest, pk: uuid.UUID) -> File:
    """The File, if this account may see it; to everybody else it doesn't exist."""
    try:
        return look_up(account_of(request), pk, today=timezone.localdate())
    except File.DoesNotExist:
        raise Http404("没有这个案卷，或者您不能查看。") from None


def material_of(request: HttpRequest, pk: uuid.UUID, material: uuid.UUID) -> Material:
    """A material that this account may read: of a File it sees, or one that was handed to it."""
    account, today = account_of(request), timezone.localdate()
    try:
        return look_up_material(account, pk, material, today=today)
    except (File.DoesNotExist, Material.DoesNotExist):
        raise Http404("案卷里没有这份材料，或者您不能查看。") from None


@require_safe
@staff
def document(request: HttpRequest, pk: uuid.UUID, material: uuid.UUID) -> HttpResponseBase:
    """A document of ours as PDF, shown in the browser; `?download` takes it away."""
    found = material_of(request, pk, material)
    if found.code not in KINDS:
        raise Http404("这份材料不是本平台制作的文书。")
    blob = rendition_of(found).blob
    name = " ".join(filter(None, (found.title, found.number)))
    hand_out = download if "download" in request.GET else inline_pdf
    return hand_out(request, blob, name)


@require_safe
@staff
def original(request: HttpRequest, pk: uuid.UUID, material: uuid.UUID) -> HttpResponseBase:
    """A stored original: always an attachment, whatever it says it is."""
    found = material_of(request, pk, material)
    if found.blob is None:
        raise Http404("这份材料没有电子原件。")
    return download(request, found.blob, found.title)


@require_safe
@staff
def volume(request: HttpRequest, pk: uuid.UUID, name: str) -> HttpResponseBase:
    """The bound case file 正卷 or 副卷 as one PDF."""
    file = file_of(request, pk)
    if name not in binding.VOLUMES:
        raise Http404("没有这一卷。")
    out = _spool()
    binding.bound(file, binding.VOLUMES[name], out)
    return _taken(out, f"{file.number} {VOLUME_NAMES[binding.VOLUMES[name]]}.pdf", PDF)


@require_safe
@staff
def package(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """The whole File as a package that can be checked without this platform."""
    file = file_of(request, pk)
    out = _spool()
    binding.packed(file, out)
    return _taken(out, f"{file.number}.zip", "application/zip")


@require_safe
@staff
def proof(request: HttpRequest, pk: uuid.UUID, seq: int) -> HttpResponseBase:
    """The proof bundle of one entry, to be kept and checked elsewhere."""
    entry = Entry.objects.filter(file=file_of(request, pk), seq=seq).first()
    if entry is None:
        raise Http404("没有这一条记录。")
    bundle = log.proof_of_entry(entry)
    if bundle is None:
        raise Http404("这条记录正在等待存证序号，请稍后再取凭证。")
    answer = JsonResponse(bundle, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="proof-{pk}-{seq}.json"'
    return answer


def _spool() -> BinaryIO:
    return tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # type: ignore[return-value]


def _taken(out: BinaryIO, name: str, mime: str) -> HttpResponseBase:
    out.seek(0)
    answer = FileResponse(out, as_attachment=True, filename=name, content_type=mime)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer
