"""方案: what applies here, and, for the administrator, changing it from a day on."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from xiezhi.faces.desk import plans
from xiezhi.faces.desk.frame import agency_of, page
from xiezhi.identity.access import account_of, needs, staff
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Refused
from xiezhi.procedure.roles import Role
from xiezhi.record.policies import policy_for
from xiezhi.registry.actions import Draft
from xiezhi.registry.forms import PlanForm
from xiezhi.ui.forms import add_refusal
from xiezhi.ui.text import cndate

UNPROCESSABLE = 422


@require_safe
@staff
def index(request: HttpRequest) -> HttpResponse:
    """Open to everyone with an account: his agency's plan, or those he administers."""
    account, today = account_of(request), timezone.localdate()
    mine = list(plans.own_plans(account, today)[:100])
    if len(mine) < 2:
        return redirect("desk:plan", mine[0].pk if mine else agency_of(account).pk)
    rows = [(organ, policy_for(organ, today)) for organ in mine]
    return page(request, "plans.html", {"rows": rows}, tab="plan")


@require_safe
@staff
def plan(request: HttpRequest, organ: int) -> HttpResponse:
    """Open to who works in the organ or holds a post over it or below it."""
    account, today = account_of(request), timezone.localdate()
    known = _organ(account, organ)
    policy = policy_for(known, today)
    context = {
        "organ": known,
        "policy": policy,
        "groups": plans.values(policy),
        "watched": plans.watched(known, policy, today),
        "versions": plans.versions(known, known.policy_code()),
        "may_edit": _administers(account, known),
        "today": today,
    }
    return page(request, "plan.html", context, tab="plan")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.ADMINISTRATOR)
def edit(request: HttpRequest, organ: int) -> HttpResponse:
    """Open to who administers this organ: the form, then its effects, then the act."""
    account, today = account_of(request), timezone.localdate()
    known = _organ(account, organ)
    if not _administers(account, known):
        raise Http404("没有这个机构。")
    form = PlanForm(request.POST or None, by=account, organ=known, policy=policy_for(known, today))
    if request.method != "POST":
        return _asked(request, form)
    if "again" in request.POST:
        return _asked(request, form)
    if not form.is_valid():
        return _asked(request, form, UNPROCESSABLE)
    try:
        if "confirmed" in request.POST:
            return _set(request, form)
        return _shown(request, form, form.draft())
    except Refused as refused:
        add_refusal(form, refused)
        return _asked(request, form, UNPROCESSABLE)


def _asked(request: HttpRequest, form: PlanForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "organ": form.organ, "policy": form.policy}
    return page(request, "plan_edit.html", context, tab="plan", status=status)


def _shown(request: HttpRequest, form: PlanForm, draft: Draft) -> HttpResponse:
    context = {
        "form": form,
        "organ": form.organ,
        "draft": draft,
        "effect": plans.effect(draft),
        "typed": [(name, value) for name in form.data for value in _values(form, name)],
    }
    return page(request, "plan_effect.html", context, tab="plan")


def _values(form: PlanForm, name: str) -> list[str]:
    """What was typed under one name, to be sent again with the confirmation."""
    if name not in form.fields:
        return []
    listed = getattr(form.data, "getlist", None)
    return list(listed(name)) if listed else [str(form.data[name])]


def _set(request: HttpRequest, form: PlanForm) -> HttpResponse:
    made = form.perform()
    said = f"已修改方案：{made.title}第 {made.version} 版，自{cndate(made.starts_on)}起施行。"
    messages.success(request, said)
    return redirect("desk:plan", form.organ.pk)


def _organ(account: Account, pk: int) -> Organ:
    """An organ of mine; any other answers as if it didn't exist."""
    around = Organ.objects.around(account, timezone.localdate())
    own = Organ.objects.filter(path__in=account.unit.chain())
    found = (around | own).exclude(kind=Organ.Kind.UNIT).filter(pk=pk).first()
    if found is None:
        raise Http404("没有这个机构。")
    return found


def _administers(account: Account, organ: Organ) -> bool:
    mine = Organ.objects.administered_by(account, timezone.localdate())
    return mine.filter(pk=organ.pk).exists()
