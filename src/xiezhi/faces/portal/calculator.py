"""期限计算: when is it due, and how was that reckoned? The question is the address; send it on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.portal import frame
from xiezhi.faces.portal.plan import policy
from xiezhi.procedure.timelimits import LIMITS
from xiezhi.record.calendars import calendar_for
from xiezhi.ui.reckoning import Reckoned, ReckonForm


def regions() -> list[tuple[str, str]]:
    """Places whose government may have set days off of its own, by their governments."""
    named = {
        organ.region: organ.name.removesuffix("人民政府")
        for organ in frame.organs()
        if organ.kind == "government" and organ.region
    }
    return sorted(named.items())


@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    """Open to everyone: nothing is stored."""
    form = _form(request)
    answer: Reckoned | None = None
    if form.is_bound and form.is_valid():
        answer = form.reckon(calendar_for, timezone.localdate())
    context: dict[str, Any] = {"form": form, "answer": answer, "today": timezone.localdate()}
    if answer is not None:
        address = f"{request.path}{form.address()}"
        context |= {"address": request.build_absolute_uri(address), "where": _where(form)}
    return frame.page(request, "calculator.html", context, tab="lists")


def _form(request: HttpRequest) -> ReckonForm:
    """Judged once a day was asked for; a link to one limit only presets it."""
    asked, plan, places = request.GET, policy(), regions()
    if "on" in asked and "search" not in asked:
        return ReckonForm(asked, policy=plan, regions=places)
    chosen = asked.get("limit", "")
    initial = {
        "find": asked.get("find", "")[:40],
        "limit": chosen if chosen in LIMITS else "",
        "on": asked.get("on", ""),
    }
    return ReckonForm(policy=plan, regions=places, initial=initial)


def _where(form: ReckonForm) -> str:
    return dict(form.regions).get(form.cleaned_data["region"], "全国")
