"""收到的文书: Files of another agency that are addressed to mine, as far as it knows them.

A supervised agency reads the notice, opinion or decision here and answers it (Decree 825); nothing
else of the bureau's File is on these pages.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from xiezhi.faces.desk import papers
from xiezhi.faces.desk.addresses import act_url, case_url
from xiezhi.faces.desk.dossier import Dossier
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.offers import shut_by
from xiezhi.faces.desk.paging import cut
from xiezhi.identity.access import account_of, staff
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents import KINDS
from xiezhi.record.looking import SERVED, addressed_to, handed_over
from xiezhi.record.models import File, Material, Participant
from xiezhi.ui.deadline import due_light
from xiezhi.ui.face import Offer
from xiezhi.ui.text import cndate_short

PAGE = 30


@require_safe
@staff
def received(request: HttpRequest) -> HttpResponse:
    """Open to everyone with an account: Files addressed to the agencies he answers for."""
    found = addressed_to(account_of(request), today=timezone.localdate())
    part = cut(request.GET, found.count(), PAGE)
    shown = found.select_related("agency").order_by("-opened_on", "-number")
    context = {
        "heading": f"收到的监督文书 {part.total:,} 件",
        "head": ("事项", "来文机关", "案号"),
        "rows": [_row(file) for file in shown[part.start : part.start + PAGE]],
        "page": part,
    }
    return page(request, "received.html", context, tab="files")


def _row(file: File) -> list[Any]:
    link = format_html('<a href="{}">{}</a>', case_url(file.pk), file.title)
    return [link, file.agency.name, file.number]


def as_addressee(request: HttpRequest, seen: Dossier) -> HttpResponse:
    """The page of such a File: what is to be answered by when, and what went to and fro."""
    found = list(handed_over(seen.file).select_related("blob").order_by("seq", "title"))
    duties = {duty.act: duty for duty in seen.standing.duties if ACTS[duty.act].addressee}
    lights = [due_light(duty.due, seen.today) for duty in duties.values() if duty.due]
    context = {
        "file": seen.file,
        "kind": seen.kind,
        "light": lights[0] if lights else None,
        "why": [duty.why for duty in duties.values()],
        "offers": [_offer(seen, act, duties) for act in _acts(seen)],
        "served": [_paper(seen, m) for m in found if m.code in SERVED],
        "answered": [_paper(seen, m) for m in found if m.code not in SERVED],
        "people": [
            p.person.name
            for p in seen.participants
            if p.capacity == Participant.Capacity.ANSWERING and p.ended_on is None
        ],
        "limits": [(duty.due.limit.label, duty.due) for duty in duties.values() if duty.due],
        "today": seen.today,
    }
    return page(request, "received_file.html", context, tab="files")


def _acts(seen: Dossier) -> list[str]:
    """What I may do there now."""
    own = [step.act for step in seen.kind.steps if ACTS[step.act].addressee]
    return [act for act in own if seen.may(act) and not shut_by(seen, act)]


def _offer(seen: Dossier, act: str, duties: dict[str, Any]) -> Offer:
    duty = duties.get(act)
    label, url = ACTS[act].label, act_url(seen.file.pk, act)
    if duty is not None and duty.due is not None:
        light = due_light(duty.due, seen.today)
        if light.state in ("red", "amber"):
            return Offer(label, url, light=light)
    return Offer(label, url, hint=duty.why if duty else "")


def _paper(seen: Dossier, material: Material) -> papers.Paper:
    """A row that opens the document itself: the page about a material tells more of the File."""
    name = "pdf" if material.code in KINDS else "original"
    return papers.Paper(
        title=material.title,
        url=reverse(f"desk:{name}", args=[seen.file.pk, material.pk]),
        meta="，".join(filter(None, (material.number, cndate_short(material.on, seen.today)))),
        size=papers.size_of(material),
        icon=papers.icon_of(material),
    )
