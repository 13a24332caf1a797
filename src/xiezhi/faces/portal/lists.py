"""事前公开: who may enforce what, on which basis, with which discretion."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.disclosure.models import PublicBenchmark, PublicItem, PublicOfficer
from xiezhi.faces.portal import frame
from xiezhi.faces.portal.asking import Pages, asked, plain_query
from xiezhi.registry.models import GUIDE, Benchmark, Item, Law


def _listed(request: HttpRequest, rows: QuerySet[Any], **more: Any) -> dict[str, Any]:
    """One page of a list, narrowed to an agency when one is chosen."""
    query, _ = asked(request.GET)
    if query.agency:
        rows = rows.filter(agency=query.agency)
    pages = Pages(request, size=50)
    total = rows.count()
    shown = list(rows[pages.start : pages.start + pages.size])
    page = pages.around(len(shown), total)
    choices = frame.choices(query.agency)
    return {"rows": shown, "page": page, "query": query, "choices": choices, **more}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    return frame.page(request, "lists.html", {}, tab="lists")


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    return frame.page(request, "agencies.html", {"rows": frame.agencies()}, tab="lists")


@require_safe
def agency(request: HttpRequest, pk: int) -> HttpResponse:
    """Open to everyone."""
    found = next((one for one in frame.agencies() if one.pk == pk), None)
    if found is None:
        raise Http404
    return frame.page(request, "agency.html", {"agency": found}, tab="lists")


@require_safe
def officers(request: HttpRequest) -> HttpResponse:
    """Open to everyone: the list, and the check of one certificate."""
    text = plain_query(request)
    today = timezone.localdate()
    found = PublicOfficer.objects.select_related("agency").matching(text)
    context = _listed(request, found, text=text, today=today)
    places = {organ.region: organ.name.removesuffix("人民政府") for organ in frame.organs()[::-1]}
    for row in context["rows"]:
        row.light, row.words = row.state_on(today)
        row.territory_label = places.get(row.territory, row.territory) or "全国"
    return frame.page(request, "officers.html", context, tab="officers")


@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    today = timezone.localdate()
    rows = PublicItem.objects.select_related("agency").filter(
        Q(effective_until=None) | Q(effective_until__gte=today), effective_from__lte=today
    )
    labels = {"categories": dict(Item.Category.choices), "levels": dict(Item.Level.choices)}
    context = _listed(request, rows, **labels)
    for row in context["rows"]:
        row.category_label = labels["categories"].get(row.category, "")
        row.level_label = labels["levels"].get(row.level, "")
    return frame.page(request, "items.html", context, tab="lists")


@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Open to everyone: one item; of a licence all that an applicant must know (许可法 art. 30)."""
    found = PublicItem.objects.select_related("agency").filter(pk=pk).first()
    if found is None:
        raise Http404
    context = {
        "item": found,
        "category": dict(Item.Category.choices).get(found.category, ""),
        "level": dict(Item.Level.choices).get(found.level, ""),
        "guide": [(label, text) for name, label in GUIDE.items() if (text := getattr(found, name))],
    }
    return frame.page(request, "item.html", context, tab="lists")


@require_safe
def laws(request: HttpRequest) -> HttpResponse:
    """Open to everyone: the newest version in force of each law."""
    text = plain_query(request)
    rows = Law.objects.in_force_on(timezone.localdate())
    rows = rows.order_by("key", "-effective_on", "-version").distinct("key")
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(short_name__icontains=text))
    pages = Pages(request, size=50)
    total = rows.count()
    shown = list(rows.defer("preamble", "notes")[pages.start : pages.start + pages.size])
    context = {"rows": shown, "page": pages.around(len(shown), total), "text": text}
    return frame.page(request, "laws.html", context, tab="lists")


@require_safe
def law(request: HttpRequest, pk: int) -> HttpResponse:
    """Open to everyone."""
    found = Law.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    versions = Law.objects.filter(key=found.key).exclude(pk=pk).order_by("-effective_on")
    context = {"law": found, "articles": found.articles.all(), "versions": versions}
    return frame.page(request, "law.html", context, tab="lists")


@require_safe
def benchmarks(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    today = timezone.localdate()
    rows = PublicBenchmark.objects.select_related("agency", "item").filter(
        Q(effective_until=None) | Q(effective_until__gte=today), effective_from__lte=today
    )
    context = _listed(request, rows)
    grades, units = dict(Benchmark.Grade.choices), dict(Benchmark.Unit.choices)
    for row in context["rows"]:
        row.grade_label, row.unit_label = grades.get(row.grade, ""), units.get(row.unit, "")
    return frame.page(request, "benchmarks.html", context, tab="lists")


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Open to everyone: what machines can read."""
    return frame.page(request, "data.html", {"agencies": frame.agencies()}, tab="")
