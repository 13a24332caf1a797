"""案件: the list, the search, and the list taken away as a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from xiezhi.faces.desk import finding
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.paging import cut
from xiezhi.identity.access import account_of, staff
from xiezhi.procedure.kinds import KINDS
from xiezhi.record.exports import XLSX, csv_lines, xlsx
from xiezhi.record.models import File
from xiezhi.ui.text import cndate, cndate_short

PAGE = 20
#: Nobody turns more pages than these; a longer list says "以上". What has to be compared with a
#: text is counted less far.
COUNTED, COMPARED = 10_000, 1_000
#: A table that somebody reads in an office program.
MOST = 50_000
HEAD = ("案号", "案件名称", "程序", "当事人", "阶段", "登记日期", "承办机构")


def _wanted(request: HttpRequest) -> tuple[finding.Wanted, dict[str, Any]]:
    form = finding.Wanted(request.GET or None)
    return form, dict(form.cleaned_data) if form.is_bound and form.is_valid() else {}


@require_safe
@staff
def files(request: HttpRequest) -> HttpResponse:
    """Open to everyone with an account; the list holds only what he may see."""
    form, wanted = _wanted(request)
    found = finding.found(account_of(request), wanted, timezone.localdate())
    most = COMPARED if wanted.get("q") else COUNTED
    total = found.count(most)
    part = cut(request.GET, min(total, most), PAGE)
    shown = found.page(part.start, PAGE, "unit")
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "form": form,
        "asked": _asked(form, narrowed=any(wanted.values())) if form.is_bound else _unasked(),
        "narrowed": any(wanted.values()),
        "page": part,
        "head": HEAD,
        "rows": list(_rows(shown)),
        "export": asked.urlencode(),
        "heading": f"{'找到' if any(wanted.values()) else '案件'} {part.total:,} 件"
        + ("以上" if total > most else ""),
    }
    return page(request, "files.html", context, tab="files")


def _asked(form: finding.Wanted, *, narrowed: bool) -> SafeString:
    """The form above the list."""
    return render_to_string("desk/parts/asked.html", {"form": form, "narrowed": narrowed})


@cache
def _unasked() -> SafeString:
    """The same before anything was asked: its hundred choices are always the same."""
    return _asked(finding.Wanted(None), narrowed=False)


def _rows(shown: list[File]) -> Iterator[list[Any]]:
    """The rows of the page; the number is the link."""
    for file, row in zip(shown, _cells(shown), strict=True):
        url = reverse("desk:case", args=[file.pk])
        link = format_html('<a class="nb" href="{}">{}</a>', url, row[0])
        yield [link, *row[1:5], cndate_short(file.opened_on), row[6]]


def _cells(shown: list[File]) -> Iterator[list[Any]]:
    stages, parties = finding.stages_of(shown), finding.parties_of(shown)
    for file in shown:
        yield [
            file.number,
            file.title,
            KINDS[file.kind].procedure_label,
            parties.get(file.pk, ""),
            stages[file.pk],
            file.opened_on,
            file.unit.name,
        ]


@require_safe
@staff
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """Open to everyone with an account: the same rows as the list, in CSV or XLSX."""
    _form, wanted = _wanted(request)
    found = finding.found(account_of(request), wanted, timezone.localdate())
    rows = _all(found.iterator("unit"))
    day = timezone.localdate()
    if form == "csv":
        lines = csv_lines(HEAD, ([*row[:5], cndate(row[5]), row[6]] for row in rows))
        answer: HttpResponseBase = StreamingHttpResponse(lines, content_type="text/csv")
        answer["Content-Disposition"] = f'attachment; filename="cases-{day}.csv"'
        return answer
    if form != "xlsx":
        raise Http404("只能导出 XLSX 或者 CSV。")
    return FileResponse(
        xlsx("案件", HEAD, rows),
        as_attachment=True,
        filename=f"cases-{day}.xlsx",
        content_type=XLSX,
    )


def _all(found: Iterator[File]) -> Iterator[list[Any]]:
    left = islice(found, MOST)
    while part := list(islice(left, 500)):
        yield from _cells(part)
