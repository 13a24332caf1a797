"""Time limits over the API: which there are, and when one is due, with the whole derivation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from xiezhi.faces.exchange.auth import account_of
from xiezhi.faces.exchange.problems import Problem, invalid
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure import guide
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.timelimits import LIMITS, TimeLimit
from xiezhi.record.calendars import calendar_for
from xiezhi.record.policies import policy_for
from xiezhi.ui.reckoning import Reckoned, ReckonForm

router = Router()

#: What `due` takes, as the public page names it; rows are numbered from 0.
_ASKED: tuple[tuple[str, str, str], ...] = (
    ("on", "date", "起算日期，当日不计；往前数的期限是举行的那一天"),
    ("at", "time", "起算时刻，只有按小时计算的期限要填"),
    ("region", "", "行政区划代码；不填按全国"),
    ("pauses-0-start", "date", "不计入的时间：开始日期；更多的行编号 1、2……"),
    ("pauses-0-end", "date", "结束日期；还没有结束的不填"),
    ("pauses-0-why", "", "原因：停止计时的行为，例如 casework.suspend"),
    ("extensions-0-n", "", "批准延长多少，单位与期限相同"),
    ("extensions-0-on", "date", "批准日期"),
)


def _parameter(name: str, form: str, said: str) -> dict[str, Any]:
    schema = {"type": "string", **({"format": form} if form else {})}
    needed = name == "on"
    return {"name": name, "in": "query", "required": needed, "schema": schema, "description": said}


def _policy(account: Account) -> Policy:
    """The plan of the caller's agency."""
    unit = account.unit
    inside = unit.kind == Organ.Kind.UNIT and unit.parent is not None
    return policy_for(unit.parent if inside and unit.parent else unit, timezone.localdate())


def limit_json(limit: TimeLimit) -> dict[str, Any]:
    """A limit as it is declared, with the length of the caller's plan."""
    return {
        "id": limit.id,
        "label": limit.label,
        "trigger": limit.trigger,
        "trigger_label": limit.trigger_label,
        "n": limit.n,
        "unit": limit.unit.value,
        "backward": limit.backward,
        "binds": limit.binds.value,
        "law": limit.cite.law,
        "article": limit.cite.article,
        "source_status": limit.status.value,
        "stops": list(guide.stops_of(limit)),
        "extensions": [
            {"most": step.most, "by": step.by, "rule": step.rule_code} for step in limit.extensions
        ],
        "on_breach": limit.on_breach,
    }


@router.get("/limits", operation_id="read.limits", summary="期限目录", tags=["read"])
def limits(request: HttpRequest) -> Any:
    """Every time limit there is, as the caller's plan sets it."""
    policy = _policy(account_of(request, "read"))
    return {"limits": [limit_json(policy.limit(limit)) for limit in LIMITS.values()]}


@router.get(
    "/limits/{limit_id}/due",
    operation_id="read.due",
    summary="期限计算",
    tags=["read"],
    openapi_extra={"parameters": [_parameter(*row) for row in _ASKED]},
)
def due(request: HttpRequest, limit_id: str) -> Any:
    """When a limit is due, and how that was reckoned: the public calculator's answer."""
    policy = _policy(account_of(request, "read"))
    if limit_id not in LIMITS:
        raise Problem(404, "not-found", "没有这个期限")
    asked = {**request.GET.dict(), "limit": limit_id}
    region = str(asked.get("region", ""))
    places = [(region, region)] if region.isascii() and region.isdigit() else []
    form = ReckonForm(asked, policy=policy, regions=places)
    if not form.is_valid():
        raise invalid(form)
    return due_json(form.reckon(calendar_for, timezone.localdate()))


def due_json(answer: Reckoned) -> dict[str, Any]:
    return {
        **limit_json(answer.limit),
        "last_day": answer.last_day,
        "last_moment": answer.moment,
        "provisional": answer.provisional,
        "sentence": answer.sentence,
        "lines": [line._asdict() for line in answer.lines],
    }
