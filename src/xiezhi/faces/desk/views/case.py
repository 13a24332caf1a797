"""案件: one File on one page: what may be done, what stops it, what lies in it, what happened."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from xiezhi.casework.models import Party
from xiezhi.faces.desk import papers, timeline
from xiezhi.faces.desk.dossier import Dossier, either_side
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.keeping import kept
from xiezhi.faces.desk.offers import next_gate, offers
from xiezhi.faces.desk.views.received import as_addressee
from xiezhi.identity.access import staff
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents.vocabulary import SOURCES
from xiezhi.procedure.timelimits import Binds, Due
from xiezhi.ui.deadline import due_light
from xiezhi.ui.face import Light
from xiezhi.ui.text import cndate


@require_safe
@staff
def case(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Open to those who may see the File; those it is addressed to see what was handed over."""
    seen = either_side(request, pk)
    if seen.outside:
        return as_addressee(request, seen)
    whole = request.GET.get("all") == "1"
    name = "case whole" if whole else "case"
    parts = kept(seen, name, lambda: drawn(seen, whole=whole))
    return page(request, "case.html", {"file": seen.file, **parts}, tab="files")


def drawn(seen: Dossier, *, whole: bool) -> dict[str, SafeString]:
    """The page below its frame."""
    context = told(seen, whole=whole)
    return {
        part: render_to_string(f"desk/parts/case_{part}.html", context)
        for part in ("heading", "content")
    }


def told(seen: Dossier, *, whole: bool) -> dict[str, Any]:
    """What the page says."""
    seen.read()
    rows, gaps = papers.papers(seen), list(papers.gaps(seen))
    return {
        "today": seen.today,
        "file": seen.file,
        "kind": seen.kind,
        "light": main_light(seen),
        "stages": timeline.stages(seen),
        "gate": gate(seen),
        "offers": offers(seen),
        "limits": limits(seen),
        "parties": [party_facts(party, several=len(seen.parties) > 1) for party in seen.parties],
        "about": about(seen),
        "papers": rows,
        "number_of_papers": len(rows),
        "gaps": gaps,
        "seals": timeline.timeline(seen, whole=whole),
        "number_of_entries": len(seen.entries),
        "folded": 0 if whole else max(0, len(seen.entries) - timeline.OPEN),
        "intact": seen.intact,
    }


def gate(seen: Dossier) -> dict[str, Any] | None:
    """The refusal panel: the next gate of the procedure, while it is shut."""
    found = next_gate(seen)
    if found is None:
        return None
    act, reasons = found
    return {"title": f"现在还不能{ACTS[act].label}", "reasons": reasons}


def limits(seen: Dossier) -> list[tuple[str, Due, Light]]:
    """Every running limit with its derivation; the agency's own, soonest first, then the rest."""
    own = sorted(seen.standing.limits, key=lambda due: due.limit.binds is not Binds.AGENCY)
    return [(due.label, due, due_light(due, seen.today)) for due in own]


def main_light(seen: Dossier) -> Light | None:
    """The light beside the title: the decision's own limit, else the soonest that runs."""
    due = seen.standing.limit("PEN-14") or next(iter(seen.standing.limits), None)
    if due is None:
        return None
    light = due_light(due, seen.today)
    return Light(light.state, light.text, f"{due.label} {light.detail}".strip())


def party_facts(party: Party, *, several: bool = False) -> list[tuple[str, str]]:
    """The party as a screen may show it: the ID number is never whole."""
    return [
        ("地位", party.get_role_display() if several else ""),
        ("名称" if party.code else "姓名", party.name),
        ("类型", party.get_kind_display()),
        ("代码", party.code),
        ("身份证号", party.masked_id),
        ("地址", party.address),
        ("负责人", party.legal_rep),
    ]


def about(seen: Dossier) -> list[tuple[str, str]]:
    """Cause, source, officers, unit."""
    found: list[tuple[str, str]] = []
    if seen.case is not None:
        source = dict(SOURCES).get(seen.case.source, seen.case.source)
        began = "，".join(filter(None, [source, cndate(seen.case.found_on)]))
        penal = seen.kind.family == "penalty"
        found = [
            ("案由" if penal else "事项", seen.case.cause),
            ("来源" if source else "开始", began),
            ("发生地" if penal else "地点", seen.case.place),
            ("来源案卷", str(seen.standing.events[0].facts.get("origin") or "")),
        ]
    names = [f"{p.person.name}（{p.certificate}）" for p in seen.handlers if p.certificate]
    names += [p.person.name for p in seen.handlers if not p.certificate]
    return [*found, ("承办", "、".join(names)), ("承办机构", seen.file.unit.name)]
