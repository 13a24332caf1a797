"""The frame of every public page: whose site it is, which tabs it has, how long it may be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from xiezhi.disclosure.models import PublicAgency
from xiezhi.ui.face import PortalFace, Tab

#: Seconds a public page may be served without asking again: a withdrawal shows within these.
FRESH = 60
#: Seconds for which this process remembers agencies and sums; a page says when they were made.
_REMEMBERED = 30
Made = TypeVar("Made")

TABS = (
    ("results", "执法结果", "portal:home"),
    ("lists", "依据与清单", "portal:lists"),
    ("officers", "执法人员", "portal:officers"),
    ("account", "应公示未公示", "portal:account"),
    ("verify", "验真", "portal:verify"),
    ("contact", "监督投诉", "portal:contact"),
)


def remembered(name: str, make: Callable[[], Made]) -> Made:
    """What is the same for every reader, made at most twice a minute by each process."""
    key = f"portal-{connection.settings_dict['NAME']}-{name}"
    known: Made | None = caches["local"].get(key)
    if known is None:
        known = make()
        caches["local"].set(key, known, _REMEMBERED)
    return known


def organs() -> Sequence[PublicAgency]:
    """Governments and agencies in the order of the tree."""
    return remembered("organs", lambda: tuple(PublicAgency.objects.all()))


def agencies() -> Sequence[PublicAgency]:
    return remembered(
        "agencies", lambda: tuple(organ for organ in organs() if organ.kind == "agency")
    )


def choices(chosen: int | None = None) -> SafeString:
    """The agencies as options of a list, one of them chosen."""
    known = chosen if any(agency.pk == chosen for agency in agencies()) else None
    return remembered(f"choices-{known}", lambda: _choices(known))


def _choices(chosen: int | None) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (agency.pk, SafeString(" selected") if agency.pk == chosen else "", agency.name)
            for agency in agencies()
        ),
    )


def government() -> PublicAgency | None:
    """The people's government above all agencies of this site: the lowest common one."""
    paths = [agency.path for agency in agencies()]
    above = [organ for organ in organs() if organ.kind == "government"]
    common = [g for g in above if all(path.startswith(g.path) for path in paths)]
    return max(common, key=lambda g: len(g.path), default=above[0] if above else None)


def keeper() -> PublicAgency | None:
    """司法局: leads and supervises publicity (国办发〔2018〕118号)."""
    return next((agency for agency in agencies() if agency.name.endswith("司法局")), None)


def place() -> str:
    """安澜市: what the site's pages are called after."""
    organ = government()
    return organ.name.removesuffix("人民政府") if organ else ""


def face(tab: str) -> PortalFace:
    """Header and foot."""
    return remembered(f"face-{tab}", lambda: _face(tab))


def _face(tab: str) -> PortalFace:
    organ, lead = government(), keeper()
    head = lead or organ
    lines = ["数据：各执法机关（谁执法，谁公示）"]
    if lead:
        lines[0] = f"主管：{lead.name}　{lines[0]}"
    if head and head.phone:
        lines.append(f"执法监督电话：{head.phone}")
    return PortalFace(
        government=organ.name if organ else "",
        name=f"{place()}行政执法公示",
        url=reverse("portal:home"),
        tagline=f"{len(agencies())} 家执法机关统一公示",
        keeper=f"{lead.name}主管" if lead else "",
        tabs=[Tab(label, reverse(name), current=tab == key) for key, label, name in TABS],
        foot_lines=lines,
        foot_links=[
            Tab("自己验真的方法", reverse("portal:method")),
            Tab("期限计算", reverse("portal:calculator")),
            Tab("订阅和开放数据", reverse("portal:data")),
            Tab("更正与异议", reverse("portal:contact") + "#correct"),
            Tab("无障碍声明", reverse("portal:accessibility")),
        ],
        accessibility_url=reverse("portal:accessibility"),
    )


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    tab: str = "results",
    status: int = 200,
) -> HttpResponse:
    """A public page. It depends on the reader's text size, on nothing else of the reader."""
    whole = {"face": face(tab), "place": place(), "messages": (), **context}
    response = render(request, f"portal/{template}", whole, status=status)
    if status == 200:
        patch_cache_control(response, public=True, max_age=FRESH)
    patch_vary_headers(response, ["Cookie"])
    return response


def elder(request: HttpRequest) -> bool:
    return (request.GET.get("text") or request.COOKIES.get("text")) == "elder"


def tagged(request: HttpRequest, *parts: object) -> str:
    """The ETag of a page made from these parts."""
    text = "\n".join([*(str(part) for part in parts), str(elder(request))])
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'


def unchanged(request: HttpRequest, etag: str) -> HttpResponse | None:
    """304, when the reader already has this page."""
    return get_conditional_response(request, etag=etag)
