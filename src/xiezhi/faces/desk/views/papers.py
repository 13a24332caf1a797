"""材料、文书、记录: what lies in a File, one material, every entry with its proof."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from xiezhi.casework.models import Link
from xiezhi.faces.desk import papers as rows
from xiezhi.faces.desk.addresses import case_url
from xiezhi.faces.desk.dossier import Dossier, Line, dossier
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.paging import cut
from xiezhi.faces.desk.reading import leaf
from xiezhi.faces.desk.timeline import when
from xiezhi.identity.access import account_of, staff
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents import KINDS
from xiezhi.record import log
from xiezhi.record.binding import VOLUMES
from xiezhi.record.casefile import VOLUME_NAMES
from xiezhi.record.models import File, Leaf, Material
from xiezhi.record.wordings import said_of
from xiezhi.ui.text import cndate_short

PAGE = 30


def related(seen: Dossier) -> list[tuple[str, str, str]]:
    """Files that this one follows from, and those that follow from it, as far as I may see them."""
    mine = File.objects.visible_to(seen.account)
    links = Link.objects.filter(Q(file=seen.file) | Q(origin=seen.file))
    pairs = [
        ("来源", link.origin_id) if link.file_id == seen.file.pk else ("后续", link.file_id)
        for link in links.order_by("pk")
    ]
    files = mine.in_bulk([pk for _, pk in pairs])
    return [(how, str(files[pk]), case_url(pk)) for how, pk in pairs if pk in files]


@require_safe
@staff
def papers(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Open to those who may see the File: everything in it, in the order of the case file."""
    seen = dossier(request, pk)
    bound = rows.by_volume(seen.materials)
    volumes = [
        (
            VOLUME_NAMES[volume],
            reverse("desk:volume", args=[pk, name]),
            [rows.paper(seen, material) for material in bound[volume]],
        )
        for name, volume in VOLUMES.items()
    ]
    context = {
        "file": seen.file,
        "related": related(seen),
        "volumes": volumes,
        "gaps": list(rows.gaps(seen)),
        "number": len(seen.materials),
        "intact": seen.intact,
    }
    return page(request, "papers.html", context, tab="files")


@require_safe
@staff
def material(request: HttpRequest, pk: uuid.UUID, material: uuid.UUID) -> HttpResponse:
    """Open to those who may see the File: one material, read on the screen."""
    seen = dossier(request, pk)
    found = next((m for m in seen.materials if m.pk == material), None)
    if found is None:
        raise Http404("案卷里没有这份材料。")
    entry = seen.entries[found.seq - 1]
    context = {
        "file": seen.file,
        "it": leaf(seen.file, found),
        "pdf": reverse("desk:pdf", args=[pk, material]) if found.code in KINDS else "",
        "original": reverse("desk:original", args=[pk, material]) if found.blob else "",
        "unchanged": seen.unbroken[found.seq] and rows.unchanged(found, entry),
        "facts": [
            ("文号", found.number),
            ("日期", cndate_short(found.on)),
            ("入卷", f"第 {found.seq} 条记录，{when(seen, entry)}"),
            ("由", entry.who),
            ("大小", rows.size_of(found)),
            ("文书范本", said_of(found)),
            ("内容指纹", found.digest),
        ],
    }
    return page(request, "material.html", context, tab="files")


@require_safe
@staff
def record(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Open to those who may see the File: its entries with digest, place in the log, proof."""
    seen = dossier(request, pk)
    head = log.checkpoint()
    places = dict(Leaf.objects.filter(entry__file=seen.file).values_list("entry", "index"))
    covered = head.size if head else 0
    context = {
        "file": seen.file,
        "head": head,
        "intact": seen.intact,
        "number": len(seen.entries),
        "placed": sum(place < covered for place in places.values()),
        "rows": [_entry(seen, e, places.get(e.pk), covered) for e in reversed(seen.entries)],
    }
    return page(request, "record.html", context, tab="files")


def _entry(seen: Dossier, entry: Line, place: int | None, covered: int) -> dict[str, Any]:
    there = place is not None and place < covered
    url = reverse("desk:proof", args=[seen.file.pk, entry.seq]) if there else ""
    return {
        "seq": entry.seq,
        "label": ACTS[entry.kind].label if entry.kind in ACTS else entry.kind,
        "say": entry.facts.get("say", ""),
        "when": when(seen, entry),
        "who": entry.who,
        "hash": bytes(entry.hash).hex(),
        "place": place if there else None,
        "good": seen.unbroken[entry.seq],
        "proof": url,
    }


@require_safe
@staff
def documents(request: HttpRequest) -> HttpResponse:
    """Open to everyone with an account: documents of the Files he may see, newest first."""
    account, today = account_of(request), timezone.localdate()
    files = File.objects.visible_to(account, today)
    wanted = request.GET.get("q", "").strip()[:100]
    code = request.GET.get("code", "")
    found = Material.objects.filter(kind=Material.Kind.DOCUMENT, file__in=files)
    if code in KINDS:
        found = found.filter(code=code)
    if wanted:
        found = found.filter(number__icontains=wanted)
    part = cut(request.GET, found.count(), PAGE)
    context = {
        "head": ("文书", "文号", "日期", "案件"),
        "rows": list(_documents(found, part.start)),
        "page": part,
        "q": wanted,
        "code": code,
        "codes": [(c, k.title) for c, k in KINDS.items() if not c.startswith("file.")],
        "heading": f"文书 {part.total:,} 份",
    }
    return page(request, "documents.html", context, tab="documents")


def _documents(found: QuerySet[Material], start: int) -> Iterator[list[Any]]:
    shown = found.select_related("file").order_by("-on", "-seq", "pk")[start : start + PAGE]
    for one in shown:
        url = reverse("desk:material", args=[one.file_id, one.pk])
        case = reverse("desk:case", args=[one.file_id])
        yield [
            format_html('<a href="{}">{}</a>', url, one.title),
            one.number or "",
            cndate_short(one.on),
            format_html('<a href="{}">{}</a>', case, one.file.title),
        ]
