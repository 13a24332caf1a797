"""法制审核: what waits for the reviewers, and the bench on which one submission is judged."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from xiezhi.faces.desk import bench as benches
from xiezhi.faces.desk import worklist
from xiezhi.faces.desk.actforms import form_of
from xiezhi.faces.desk.dossier import Dossier, dossier
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.papers import Paper, icon_of
from xiezhi.faces.desk.reading import leaf
from xiezhi.faces.desk.views.acts import handle
from xiezhi.faces.desk.views.work import works
from xiezhi.identity.access import account_of, needs, staff
from xiezhi.identity.models import Account
from xiezhi.procedure.review_grounds import CHECKLIST
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Material
from xiezhi.review.models import Opinion, Submission
from xiezhi.ui.deadline import due_light
from xiezhi.ui.face import Light, Work
from xiezhi.ui.forms import ActForm
from xiezhi.ui.text import cndate_short

GIVE = "review.give_opinion"
_LATEST = 20


@require_safe
@needs(Role.REVIEWER, Role.AGENCY_HEAD, Role.SUPERVISOR)
def review(request: HttpRequest) -> HttpResponse:
    """Submissions that wait, soonest due first; and my last opinions."""
    account, today = account_of(request), timezone.localdate()
    waiting = waiting_for(account, today)
    rows = works(waiting, today)
    near = sum(row.near(today) for row in waiting)
    heading = (
        f"{len(rows)} 件等审核" + (f"，先审 {near} 件" if near else "")
        if rows
        else "没有等审核的案件"
    )
    context = {"works": rows, "heading": heading, "given": given_by(account)}
    return page(request, "review.html", context, tab="review")


def waiting_for(account: Account, today: dt.date) -> list[worklist.Row]:
    """The review duties among mine."""
    found = [scan.also("act = %s", GIVE) for scan in worklist.mine(account, today)]
    return worklist.first(found, worklist.MOST)


def given_by(account: Account) -> list[Work]:
    """What this reviewer has said so far, newest first."""
    said = Opinion.objects.filter(reviewer=account.person_id).select_related("file")
    return [
        Work(
            title=opinion.file.title,
            url=reverse("desk:case", args=[opinion.file_id]),
            light=Light("green" if opinion.verdict == "approved" else "na", str(opinion)),
            due=cndate_short(opinion.given_on),
            why=opinion.reasons,
            meta=[opinion.file.number],
            verb="查看案件",
        )
        for opinion in said.order_by("-pk")[:_LATEST]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def bench(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Open to those who may see the File; the opinion itself asks may() again."""
    seen = dossier(request, pk)
    return handle(request, seen, GIVE, "bench.html", more=lambda form: panes(request, seen, form))


def panes(request: HttpRequest, seen: Dossier, form: ActForm) -> dict[str, Any]:
    """The three panes and the rounds under them."""
    shown, before, after = benches.evidence(seen, request.GET.get("paper", ""))
    report = benches.draft(seen)
    sent = Submission.objects.filter(file=seen.file).order_by("-round").first()
    due = seen.standing.limit("PLAN-9")
    papers = benches.submitted(seen)
    return {
        "sent": sent,
        "light": due_light(due, seen.today) if due else None,
        "draft": leaf(seen.file, report) if report else None,
        "draft_title": report.title if report else "拟作出的决定",
        "paper": leaf(seen.file, shown) if shown else None,
        "paper_url": _material(seen, shown),
        "before": _pane(seen, before),
        "after": _pane(seen, after),
        "papers": [_row(seen, paper, shown) for paper in papers],
        "number": papers.index(shown) + 1 if shown else 0,
        "questions": benches.questions(form, seen),
        "chosen": sum(bool(form[f"point_{q.code}"].value()) for q in CHECKLIST),
        "rounds": benches.rounds(seen),
        "intact": seen.intact,
        "others": others(seen),
    }


def others(seen: Dossier) -> list[tuple[str, str]]:
    """What a reviewer may do instead of giving an opinion."""
    name = "review.return_materials"
    if form_of(name) is None or not seen.may(name):
        return []
    return [("退回补正", reverse("desk:act", args=[seen.file.pk, name]))]


def _material(seen: Dossier, material: Material | None) -> str:
    return reverse("desk:material", args=[seen.file.pk, material.pk]) if material else ""


def _pane(seen: Dossier, material: Material | None) -> str:
    if material is None:
        return ""
    return f"{reverse('desk:bench', args=[seen.file.pk])}?paper={material.pk}#evidence"


def _row(seen: Dossier, material: Material, shown: Material | None) -> dict[str, Any]:
    meta = "，".join(filter(None, [material.number, cndate_short(material.on)]))
    paper = Paper(material.title, _pane(seen, material), meta, icon=icon_of(material))
    return {"paper": paper, "current": material == shown}
