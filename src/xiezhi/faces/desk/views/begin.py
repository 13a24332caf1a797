"""办理新事项: every kind of matter that my posts may begin under my agency's plan."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.desk.actforms import OPENING, outside_plan
from xiezhi.faces.desk.addresses import kind_url, open_url
from xiezhi.faces.desk.frame import page, plan_of
from xiezhi.identity.access import account_of, staff
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.declared import opened_by
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.roles import Role


@dataclass(frozen=True, slots=True)
class Beginning:
    """One kind of matter: its button, what it is, where its procedure is explained."""

    label: str
    url: str
    kind: str
    explained: str


def beginnings(roles: set[Role], plan: Policy) -> dict[str, list[Beginning]]:
    """By family, in the order of the families; empty ones are left out."""
    found: dict[str, list[Beginning]] = {label: [] for label in FAMILIES.values()}
    for act, label in OPENING.items():
        kind = opened_by(act)
        if kind is None or not roles.intersection(ACTS[act].roles) or outside_plan(act, plan):
            continue
        named = kind.procedure_label
        found[FAMILIES[kind.family]].append(
            Beginning(label, open_url(act), named, kind_url(kind.code))
        )
    return {family: rows for family, rows in found.items() if rows}


@require_safe
@staff
def begin(request: HttpRequest) -> HttpResponse:
    """What can be begun; each leads to its form, and to the flow of its procedure."""
    account = account_of(request)
    roles = account.roles_on(timezone.localdate())
    context = {"families": beginnings(roles, plan_of(account)), "plan": plan_of(account)}
    return page(request, "begin.html", context)
