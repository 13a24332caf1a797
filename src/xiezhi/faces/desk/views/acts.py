"""Any act of any File: its form, its refusal with every reason, or what happened meanwhile."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from xiezhi.faces.desk import asides, worklist
from xiezhi.faces.desk.actforms import OPENING, form_of, outside_plan
from xiezhi.faces.desk.addresses import OWN_PAGES, case_url
from xiezhi.faces.desk.dossier import Dossier, addressed, dossier
from xiezhi.faces.desk.frame import page, plan_of
from xiezhi.faces.desk.offers import shut_by
from xiezhi.faces.desk.timeline import seal
from xiezhi.identity.access import account_of, staff
from xiezhi.identity.rules import may_by_role
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.record.models import Entry, File
from xiezhi.ui.face import Seal
from xiezhi.ui.forms import ActForm, add_refusal

UNPROCESSABLE, CONFLICT = 422, 409
More = Callable[[ActForm], dict[str, Any]]
#: The tab under which an act stands, where that isn't 案件.
_TABS = {
    "review.give_opinion": "review",
    "review.return_materials": "review",
    "disclosure.prepare": "publish",
    "disclosure.sign": "publish",
    "disclosure.publish": "publish",
    "disclosure.withhold": "publish",
    "disclosure.withdraw": "publish",
}


@dataclass
class Asked:
    """An act asked for on a page: the dossier (None while it opens a File) and its form."""

    act: str
    form: ActForm
    seen: Dossier | None = None
    template: str = "act.html"
    more: More | None = None

    @property
    def cancel(self) -> str:
        if self.seen is None:
            return reverse("desk:work")
        return case_url(self.seen.file.pk)


class Meanwhile(Exception):
    """Somebody else wrote into the File since the form was opened."""

    def __init__(self, since: list[Seal]) -> None:
        super().__init__("the File has moved on")
        self.since = since


def _form(act: str, request: HttpRequest, file: File | None) -> ActForm:
    made = form_of(act)
    if made is None:
        raise Http404("没有这个办理事项。")
    return made(request.POST or None, request.FILES or None, file=file, by=account_of(request))


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def act(request: HttpRequest, pk: uuid.UUID, name: str) -> HttpResponse:
    """Open to those who may see the File; the act itself asks may() again."""
    if name not in ACTS or form_of(name) is None:
        raise Http404("没有这个办理事项。")
    if name in OWN_PAGES and request.method != "POST":
        return redirect(OWN_PAGES[name], pk)
    if ACTS[name].addressee:
        return handle(request, _answering(request, pk), name)
    return handle(request, dossier(request, pk), name)


def _answering(request: HttpRequest, pk: uuid.UUID) -> Dossier:
    """As the agency it is addressed to; whoever else sees the File is told why he can't."""
    try:
        return addressed(request, pk)
    except Http404:
        return dossier(request, pk)


def handle(
    request: HttpRequest,
    seen: Dossier,
    name: str,
    template: str = "act.html",
    more: More | None = None,
) -> HttpResponse:
    """Show the form of an act in a File, or do the act.

    `more` adds to the page what stands around the form.
    """
    verdict = seen.verdict(name)
    if verdict is not None:
        return _refused(request, seen, name, [verdict], 403)
    reasons = shut_by(seen, name)
    if reasons and request.method != "POST":
        return _refused(request, seen, name, reasons, 200)
    asked = Asked(name, _form(name, request, seen.file), seen, template, more)
    if request.method != "POST":
        return _show(request, asked)
    return _perform(request, asked)


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def open_file(request: HttpRequest, name: str) -> HttpResponse:
    """Open to those whose posts carry the act: it begins a new File."""
    if name not in OPENING or form_of(name) is None:
        raise Http404("没有这个办理事项。")
    account = account_of(request)
    known = ACTS[name]
    posts = account.posts_on(timezone.localdate())
    verdict = may_by_role(known.roles, posts, account.unit.path, known.label)
    if verdict.reason is not None:
        raise PermissionDenied(verdict.reason.say)
    if reasons := outside_plan(name, plan_of(account)):
        return _refused(request, None, name, reasons, 200 if request.method != "POST" else 422)
    asked = Asked(name, _form(name, request, None))
    if request.method != "POST":
        return _show(request, asked)
    return _perform(request, asked)


def _perform(request: HttpRequest, asked: Asked) -> HttpResponse:
    if asked.form.adding_row:
        return _show(request, asked)
    if not asked.form.is_valid():
        return _show(request, asked, status=UNPROCESSABLE)
    try:
        file = _do(request, asked)
    except Refused as refused:
        add_refusal(asked.form, refused)
        return _show(request, asked, status=UNPROCESSABLE)
    except Meanwhile as news:
        return _show(request, asked, status=CONFLICT, since=news.since)
    return _done(request, asked.act, file)


def _do(request: HttpRequest, asked: Asked) -> File:
    """Do the act, unless the File has moved on since the form was opened; returns the File."""
    if asked.seen is None:
        made = asked.form.perform()
        if not isinstance(made, File):
            raise TypeError(f"{asked.act} opens a File")
        return made
    known = request.GET.get("seen", "")
    with transaction.atomic():
        file = File.objects.select_for_update(of=("self",)).get(pk=asked.seen.file.pk)
        if known.isdecimal() and len(known) < 10 and not asked.seen.outside:
            _tell_second(asked.seen, int(known))
        asked.form.perform()
    return file


def _tell_second(seen: Dossier, known: int) -> None:
    """Raise if the File, locked now, has entries that the form didn't know of."""
    fresh = Dossier(seen.file, seen.account, seen.today)
    if fresh.last_seq > known:
        raise Meanwhile([seal(fresh, e) for e in reversed(fresh.entries) if e.seq > known])


def _done(request: HttpRequest, name: str, file: File) -> HttpResponse:
    account = account_of(request)
    worklist.forget(account, timezone.localdate())
    mine = Entry.objects.filter(file=file, actor=account, kind=name).order_by("-seq").first()
    number = f"，本案第 {mine.seq} 条记录" if mine else ""
    messages.success(request, f"已办理“{ACTS[name].label}”：{file.number}{number}。")
    return redirect("desk:case", file.pk)


def _show(
    request: HttpRequest, asked: Asked, *, status: int = 200, since: list[Seal] | None = None
) -> HttpResponse:
    seen = asked.seen
    last = _last_seq(seen)
    beside = asides.asides(seen, asked.act) if seen and not seen.outside else []
    context = {
        "form": asked.form,
        "act": ACTS[asked.act],
        "heading": asked.form.title or ACTS[asked.act].label,
        "file": seen.file if seen else None,
        "kind": seen.kind if seen else None,
        "action": f"{request.path}?seen={last}" if seen else "",
        "cancel_url": asked.cancel,
        "asides": [aside for aside in beside if not aside.below],
        "below": [aside for aside in beside if aside.below],
        "since": since,
        **(asked.more(asked.form) if asked.more else {}),
    }
    tab = _TABS.get(asked.act, "files") if seen else "work"
    return page(request, asked.template, context, tab=tab, status=status)


def _last_seq(seen: Dossier | None) -> int:
    """The File as the page now shows it, also after somebody else wrote into it."""
    if seen is None:
        return 0
    newest = Entry.objects.filter(file=seen.file).order_by("-seq").values_list("seq", flat=True)
    return newest.first() or 0


def _refused(
    request: HttpRequest, seen: Dossier | None, name: str, reasons: list[Reason], status: int
) -> HttpResponse:
    """Why the act can't be done now: every reason, its article, what to do instead."""
    label = ACTS[name].label
    context = {
        "file": seen.file if seen else None,
        "kind": seen.kind if seen else None,
        "label": label,
        "title": f"现在还不能{label}" if status != 403 else f"您不能{label}",
        "reasons": reasons,
        "cancel_url": case_url(seen.file.pk) if seen else reverse("desk:work"),
    }
    tab = "files" if seen else "work"
    return page(request, "refused.html", context, tab=tab, status=status)
