"""执法监督: what is overdue, in every agency under the supervisor's post; only to look at."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.desk import worklist
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.paging import cut
from xiezhi.faces.desk.views.work import works
from xiezhi.identity.access import account_of, needs
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.roles import Role
from xiezhi.record.models import Duty


@require_safe
@needs(Role.SUPERVISOR)
def supervision(request: HttpRequest) -> HttpResponse:
    """Overdue duties, agency by agency and one by one."""
    account, today = account_of(request), timezone.localdate()
    passed = overdue(account, today)
    by_agency = [
        (name, number)
        for name, number in passed.values_list("agency__name")
        .annotate(number=Count("file", distinct=True))
        .order_by("-number", "agency__name")
    ]
    total = sum(number for _, number in by_agency)
    distinct = passed.values("file", "act").distinct().count()
    part = cut(request.GET, distinct, worklist.PAGE)
    rows = worklist.distinct(passed, part.start, part.size)
    context = {
        "heading": f"{total:,} 件案件有超期事项" if total else "没有超期",
        "head": ("机关", "超期案件"),
        "agencies": by_agency,
        "rows": works(rows, today, verb="查看案件"),
        "page": part,
    }
    return page(request, "supervision.html", context, tab="supervision")


def overdue(account: Account, today: dt.date) -> QuerySet[Duty]:
    """Duties whose last day has passed, in the agencies under my supervising posts."""
    organs: set[int] = set()
    for post in account.posts_on(today):
        if post.role == Role.SUPERVISOR:
            organs.update(worklist.below(post.organ.path, Organ.Kind.AGENCY))
    passed = Q(due__lt=today) | Q(due=today, due_at__lt=worklist.this_minute())
    return Duty.objects.filter(passed, agency__in=organs).exclude(light="paused")
