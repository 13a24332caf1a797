"""期限和流程: each limit of a File with its whole derivation, and the chart of its kind."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.desk.dossier import Dossier, dossier
from xiezhi.faces.desk.frame import agency_of, page
from xiezhi.identity.access import account_of, staff
from xiezhi.procedure import guide
from xiezhi.procedure.charts import flow, name_of
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.limit_history import Run, runs
from xiezhi.procedure.timelimits import Binds, Line
from xiezhi.record.policies import policy_for
from xiezhi.ui.deadline import Explained, due_light, explain
from xiezhi.ui.face import Light
from xiezhi.ui.text import cndate


@dataclass(frozen=True, slots=True)
class Told:
    """A limit of a File as the page tells it."""

    run: Run
    light: Light
    it: Explained


@require_safe
@staff
def limits(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Open to those who may see the File."""
    seen = dossier(request, pk)
    found = [_told(run, seen) for run in runs(seen.standing)]
    context = {
        "file": seen.file,
        "running": [told for told in found if told.run.ended is None],
        "ended": [told for told in found if told.run.ended is not None],
        "late": sum(told.run.late and _is_duty(told.run) for told in found),
    }
    return page(request, "limits.html", context, tab="files")


def _is_duty(run: Run) -> bool:
    return run.due.limit.binds is not Binds.PARTY_RIGHT


def _told(run: Run, seen: Dossier) -> Told:
    if run.ended is None:
        return Told(run, due_light(run.due, seen.today), explain(run.due, seen.today))
    state = "red" if run.late and _is_duty(run) else "na" if not _is_duty(run) else "green"
    words = {"red": "超期", "green": "按时", "na": "已结束"}[state]
    last = Line("实际结束", cndate(run.ended.on), f"{run.ended_by}。{run.outcome}")
    return Told(run, Light(state, words, run.margin), Explained([*run.due.lines(), last]))


@require_safe
@staff
def kind(request: HttpRequest, code: str) -> HttpResponse:
    """Open to everyone who works here: the chart and the limits of a kind under one's own plan."""
    found = KINDS.get(code)
    if found is None:
        raise Http404
    plan = policy_for(agency_of(account_of(request)), timezone.localdate())
    context = {
        "kind": found,
        "name": name_of(found),
        "policy": plan,
        "chart": flow(found, plan),
        "rows": guide.limit_rows(found, plan),
    }
    return page(request, "kind.html", context, tab="files")
