"""执法流程: act kinds with their charts, limits, papers, review, disclosure; lists drawn from them.

Everything here is read off the declarations that the cases run by, so no table is asked.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from xiezhi.faces.portal import frame
from xiezhi.faces.portal.plan import policy
from xiezhi.procedure import guide, recordings
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.charts import flow, name_of
from xiezhi.procedure.documents import Volume, in_order
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.review_chart import review_chart, reviewed
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.steps import ActKind


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return frame.page(request, f"procedures/{template}.html", context, tab="lists")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Open to everyone: the act kinds by family."""
    plan = policy()
    kinds = guide.published()
    families = [
        (label, [_named(kind, plan) for kind in kinds if kind.family == family])
        for family, label in FAMILIES.items()
        if any(kind.family == family for kind in kinds)
    ]
    return _page(request, "index", {"families": families, "policy": plan})


def _named(kind: ActKind, plan: Policy) -> dict[str, Any]:
    stages = "、".join(stage.label for stage in kind.stages)
    return {"kind": kind, "name": name_of(kind), "stages": stages, "open": plan.enables(kind.code)}


@require_safe
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Open to everyone: one act kind whole."""
    kind, plan = KINDS.get(code), policy()
    if kind is None or kind not in guide.published():
        raise Http404
    context = {
        "kind": kind,
        "name": name_of(kind),
        "policy": plan,
        "open": plan.enables(code),
        "chart": flow(kind, plan),
        "limits": guide.limit_rows(kind, plan),
        "papers": guide.paper_rows(kind),
        "recorded": _recorded(kind),
        "review": guide.review_rule(kind, plan),
        "has_review": kind in reviewed(),
        "disclosure": guide.disclosure_rule(kind, plan),
    }
    return _page(request, "one", context)


def _recorded(kind: ActKind) -> list[tuple[str, recordings.Recording]]:
    return [(ACTS[step.act].label, how) for step, how in recordings.to_record(kind)]


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Open to everyone: how a decision is reviewed before it is made."""
    plan = policy()
    rows = [(kind, name_of(kind), guide.review_rule(kind, plan)) for kind in guide.published()]
    return _page(request, "review", {"chart": review_chart(plan), "rows": rows, "policy": plan})


@require_safe
def recorded(request: HttpRequest) -> HttpResponse:
    """Open to everyone: 音像记录事项清单."""
    kinds = [(kind, name_of(kind), _recorded(kind)) for kind in guide.published()]
    context = {
        "kinds": [each for each in kinds if each[2]],
        "rules": [rule(f"AV-{n}") for n in range(1, 6)],
        "status": guide.STATUS,
    }
    return _page(request, "recorded", context)


@require_safe
def case_file(request: HttpRequest) -> HttpResponse:
    """Open to everyone: in which order the papers of a matter are bound."""
    kinds = [(kind, name_of(kind), guide.binding(kind)) for kind in guide.published()]
    context = {"kinds": kinds, "around": in_order(Volume.BINDING), "rule": rule("ARCH-7")}
    return _page(request, "case_file", context)


@require_safe
def service_guide(request: HttpRequest) -> HttpResponse:
    """Open to everyone: how long a licence takes at most."""
    plan = policy()
    rows = [(kind, name_of(kind), limits) for kind, limits in guide.service_guide(plan)]
    return _page(request, "service_guide", {"kinds": rows, "policy": plan})
