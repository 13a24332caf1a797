"""Atom feeds (RFC 4287): the newest publications, of all agencies or of one."""

from __future__ import annotations

import datetime as dt
import unicodedata

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from xiezhi.disclosure.models import PublicAgency, PublicPublication
from xiezhi.disclosure.public import PublicationQuerySet
from xiezhi.faces.portal import frame
from xiezhi.ui.text import cndate

_MOST = 50


class _Feed(Atom1Feed):
    """Atom with Chinese texts as they are."""

    def root_attributes(self) -> dict[str, str]:
        return {"xmlns": self.ns, "xml:lang": "zh-CN"}


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    rows = PublicPublication.objects.newest()
    return _feed(request, rows, f"{frame.place()}行政执法公示：最新公示", reverse("portal:home"))


@require_safe
def of_agency(request: HttpRequest, agency: int) -> HttpResponse:
    """Open to everyone."""
    one = next((organ for organ in frame.agencies() if organ.pk == agency), None)
    if one is None:
        raise Http404
    rows = PublicPublication.objects.newest().filter(agency=agency)
    link = f"{reverse('portal:results')}?agency={agency}"
    return _feed(request, rows, f"{one.name}：最新公示", link, one)


def _feed(
    request: HttpRequest,
    rows: PublicationQuerySet,
    title: str,
    link: str,
    agency: PublicAgency | None = None,
) -> HttpResponse:
    feed = _Feed(
        title=_written(title),
        link=request.build_absolute_uri(link),
        description="",
        feed_url=request.build_absolute_uri(request.path),
        author_name=_written(agency.name) if agency else f"{frame.place()}行政执法公示",
        language="zh-CN",
    )
    for row in rows.defer("page")[:_MOST]:
        _add(feed, row, request)
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml")
    patch_cache_control(response, public=True, max_age=frame.FRESH)
    return response


def _add(feed: Atom1Feed, row: PublicPublication, request: HttpRequest) -> None:
    """A page while it is shown; afterwards the fact that it was taken down."""
    address = request.build_absolute_uri(reverse("portal:decision", args=[row.uid]))
    changed: dt.datetime = row.withdrawn_at or row.published_at
    title, text = row.title, row.gist
    if row.state == "withdrawn" and row.withdrawn_on:
        title = f"{row.number} 已撤回公示"
        text = f"{cndate(row.withdrawn_on)}起撤回，内容不再展示。"
    elif row.state == "ended":
        title, text = f"{row.number} 公示期满", "内容不再展示。"
    feed.add_item(
        title=_written(title),
        link=address,
        description=_written(text),
        unique_id=address,
        pubdate=row.published_at,
        updateddate=min(changed, timezone.now()),
        author_name=_written(row.agency.name),
    )


def _written(text: str) -> str:
    """Without what XML can't hold: one such name would stop the whole feed."""
    return "".join(char for char in text if unicodedata.category(char)[0] != "C")
