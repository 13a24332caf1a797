"""The pages on which citizens find a decision, read it, and see which were not shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from xiezhi.disclosure import proofs
from xiezhi.disclosure.models import PublicCommitment, PublicOfficer, PublicPublication
from xiezhi.disclosure.public import STATES
from xiezhi.disclosure.rules import KIND_LABELS, STATE_LABELS, month_of
from xiezhi.disclosure.search import search
from xiezhi.faces.portal import frame
from xiezhi.faces.portal.asking import Pages, asked
from xiezhi.faces.portal.reading import (
    commitment_context,
    decision_context,
    example_words,
    row_context,
)
from xiezhi.ui.text import cndate

_NEWEST = 6
_TEMPLATES = {"shown": "decision.html", "withdrawn": "withdrawn.html", "ended": "ended.html"}
BEFORE = (
    ("执法主体清单", "portal:agencies"),
    ("执法人员清单", "portal:officers"),
    ("行政执法事项清单", "portal:items"),
    ("法律、法规和规章", "portal:laws"),
    ("行政处罚裁量基准", "portal:benchmarks"),
    ("执法流程和时限", "portal:procedures"),
    ("音像记录事项清单", "portal:procedures-recordings"),
    ("期限计算", "portal:calculator"),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    today = timezone.localdate()
    newest = list(PublicPublication.objects.newest()[:_NEWEST])
    context = {
        "rows": row_context(newest),
        "examples": example_words(newest),
        "all_agencies": len(frame.agencies()),
        "before": [(label, reverse(name)) for label, name in BEFORE],
        **frame.remembered(f"home-{today}", lambda: _home_numbers(today)),
    }
    return frame.page(request, "home.html", context)


def _home_numbers(today: dt.date) -> dict[str, Any]:
    since, until = month_of(today)
    counts = PublicPublication.objects.by_agency(since, until)
    return {
        "sums": sums(PublicCommitment.objects.made(since, until), since, today),
        "today": PublicPublication.objects.of_day(today),
        "agencies": [(a, counts[a.pk]) for a in frame.agencies() if a.pk in counts],
    }


def sums(made: Any, since: dt.date, until: dt.date) -> dict[str, Any]:
    """The four sums and what they must add up to."""
    found = made.account()
    text = f"{found['overdue']:,}"
    return {**found, "overdue_text": text, "since": since, "until": until, "at": timezone.now()}


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    query, wrong = asked(request.GET)
    pages = Pages(request)
    found = search(query, start=pages.start, size=pages.size)
    rows = row_context(found.rows)
    officer = None
    if not rows and query.text:
        known = PublicOfficer.objects.select_related("agency")
        officer = known.filter(certificate=query.text).first()
    context = {
        "query": query,
        "narrowed": bool(query.terms or query.narrowed),
        "wrong": wrong,
        "rows": rows,
        "page": pages.around(len(rows), found.total, more=found.more),
        "officer": officer,
        "heading": f"查询“{query.text}”" if query.text else "全部公示",
        "choices": frame.choices(query.agency),
        "kinds": KIND_LABELS.items(),
    }
    return frame.page(request, "results.html", context)


@require_safe
def decision(request: HttpRequest, uid: str) -> HttpResponse:
    """Open to everyone: the decision while it is shown, afterwards a stub without content."""
    one = PublicPublication.objects.select_related("agency").filter(uid=uid).first()
    if one is None:
        raise Http404
    kept = proofs.kept([one])[one.pk]
    etag = frame.tagged(
        request, one.digest, one.state, kept.state, kept.index, timezone.localdate()
    )
    if same := frame.unchanged(request, etag):
        return same
    address = request.build_absolute_uri(reverse("portal:decision", args=[uid]))
    template = {"shown": "decision.html", "withdrawn": "withdrawn.html"}.get(
        one.state, "ended.html"
    )
    response = frame.page(request, template, decision_context(one, kept, address))
    response["ETag"] = etag
    patch_cache_control(response, must_revalidate=True)
    return response


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Open to everyone: every decision that was made and is not shown, with the reason."""
    query, wrong = asked(request.GET)
    today = timezone.localdate()
    month = request.GET.get("month", "")
    since, until = month_of(today, month)
    made = PublicCommitment.objects.made(since, until, query.agency)
    state = request.GET.get("state", "")
    listed = made.filter(state=state) if state in STATES else made.not_shown()
    pages = Pages(request)
    total = listed.count()
    rows = listed.select_related("agency").order_by("-decided_on", "-id")
    shown = commitment_context(list(rows[pages.start : pages.start + pages.size]))
    context = {
        "sums": frame.remembered(
            f"sums-{since}-{query.agency}", lambda: sums(made, since, min(until, today))
        ),
        "rows": shown,
        "page": pages.around(len(shown), total),
        "state": state,
        "wrong": wrong,
        "months": _months(today),
        "month": f"{since:%Y-%m}",
        "query": query,
        "choices": frame.choices(query.agency),
        "states": STATE_LABELS,
        "sums_line": f"{cndate(since)}至{cndate(min(until, today))}",
    }
    return frame.page(request, "account.html", context, tab="account")


def _months(today: dt.date, most: int = 12) -> list[tuple[str, str]]:
    found, day = [], today.replace(day=1)
    for _ in range(most):
        found.append((f"{day:%Y-%m}", f"{day.year}年{day.month}月"))
        day = (day - dt.timedelta(days=1)).replace(day=1)
    return found


@require_safe
def remedies(request: HttpRequest) -> HttpResponse:
    """Open to everyone: what can be done against a decision."""
    return frame.page(request, "remedies.html", {"government": frame.government()})


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Open to everyone: where to complain about enforcement, and how errors are corrected."""
    context = {"agencies": frame.agencies(), "keeper": frame.keeper()}
    return frame.page(request, "contact.html", context, tab="contact")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Open to everyone."""
    return frame.page(request, "accessibility.html", {}, tab="")
