"""公示: decisions on their way to the public, in the order in which they are due."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.desk import worklist
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.views.work import works
from xiezhi.faces.desk.worklist import Row
from xiezhi.identity.access import account_of, needs
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.roles import Role
from xiezhi.record.waiting import Scan
from xiezhi.ui.face import Work

#: The steps of the pipeline collect → sign → publish, and withdrawal; with the step's heading.
STEPS = (
    ("disclosure.withdraw", "要撤回的"),
    ("disclosure.publish", "已审定，等公示"),
    ("disclosure.sign", "已拟定，等负责人审定"),
    ("disclosure.prepare", "等拟定公示内容"),
)


@require_safe
@needs(Role.PUBLISHER, Role.AGENCY_HEAD)
def publish(request: HttpRequest) -> HttpResponse:
    """The publication queue of the agencies of my posts."""
    account, today = account_of(request), timezone.localdate()
    steps = [(title, queue(account, act, today)) for act, title in STEPS]
    whole = [row for _, found in steps for row in found]
    over = sum(row.over(today) for row in whole)
    if not whole:
        heading = "没有等公示的决定"
    else:
        heading = f"{len(whole):,} 件决定还没有公示完"
        heading += f"，超期 {over:,} 件" if over else "，没有超期"
    shown: list[tuple[str, list[Work]]] = [(title, works(rows, today)) for title, rows in steps]
    context = {"steps": [(t, w) for t, w in shown if w], "heading": heading}
    return page(request, "publish.html", context, tab="publish")


def queue(account: Account, act: str, today: dt.date) -> list[Row]:
    """What stands at one step in my agencies, whoever's turn it is."""
    organs: set[int] = set()
    for post in account.posts_on(today):
        if post.role in (Role.PUBLISHER, Role.AGENCY_HEAD):
            organs.update(worklist.below(post.organ.path, Organ.Kind.AGENCY))
    role = ACTS[act].roles[0]
    found = Scan("agency_id = ANY(%s) AND role = %s AND act = %s", (sorted(organs), role, act))
    return worklist.first([found], worklist.MOST)
