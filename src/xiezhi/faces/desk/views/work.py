"""待办: what waits for me, soonest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.desk import worklist
from xiezhi.faces.desk.actforms import OPENING, outside_plan, verb_of
from xiezhi.faces.desk.addresses import act_url, case_url, open_url
from xiezhi.faces.desk.frame import page, plan_of
from xiezhi.faces.desk.lamps import lamp
from xiezhi.faces.desk.paging import cut
from xiezhi.faces.desk.worklist import Counts, Row
from xiezhi.identity.access import account_of, staff
from xiezhi.identity.prepared import Among, Prepared, Slot
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.roles import Role
from xiezhi.procedure.rulebook import RULES
from xiezhi.record.calendars import calendar_for
from xiezhi.record.models import File
from xiezhi.ui.face import Filter, Work
from xiezhi.ui.text import cndate, weekday

_LABELS = {
    worklist.MINE: "等我办",
    worklist.OTHERS: "等别人",
    worklist.OVERDUE: "超期",
    worklist.NEAR: "临近",
    worklist.WHOLE: "全部",
}
_STATES = {worklist.OVERDUE: "red", worklist.NEAR: "amber"}


@require_safe
@staff
def work(request: HttpRequest) -> HttpResponse:
    """My duties in groups 先办 and 来得及; filters by light and by whose turn it is."""
    account, today = account_of(request), timezone.localdate()
    view = request.GET.get("view", worklist.MINE)
    view = view if view in worklist.VIEWS else worklist.MINE
    counts = worklist.counted(worklist.mine(account, today), today)
    worklist.remember(account, today, counts)
    shown = _shown(view, counts) if view in _STATES or view == worklist.MINE else None
    if shown is None:
        shown = worklist.counted(worklist.scans(view, account, today), today).all
    part = cut(request.GET, min(shown, worklist.MOST), worklist.PAGE)
    found = worklist.rows(view, account, today, part.start, part.size)
    context = {
        "over": f"{cndate(today)}　{weekday(today)}",
        "heading": heading(view, counts, shown),
        "filters": list(_filters(view, counts, shown, account.roles_on(today))),
        **grouped(found, today),
        "page": part,
        "more": shown > worklist.MOST,
        "opening": opening(account.roles_on(today), plan_of(account)),
        "empty": _EMPTY[view],
    }
    return page(request, "work.html", context)


def _shown(view: str, counts: Counts) -> int:
    return {worklist.OVERDUE: counts.overdue, worklist.NEAR: counts.near}.get(view, counts.all)


_EMPTY = {
    worklist.MINE: ("今天没有等您办的事", "案件走到您这一步时，会出现在这里。"),
    worklist.OTHERS: ("没有等别人办的事", "您承办的案件里，下一步都在您这里。"),
    worklist.OVERDUE: ("没有超期", ""),
    worklist.NEAR: ("没有临近到期的事", "到期前 3 个工作日，或者期限只剩五分之一时，会列在这里。"),
    worklist.WHOLE: ("没有待办", "您负责的机构里没有等待办理的事项。"),
}


def heading(view: str, counts: Counts, shown: int) -> str:
    """The conclusion first: how many must be done before the others."""
    if view == worklist.MINE:
        first, rest = counts.overdue + counts.near, counts.all - counts.overdue - counts.near
        if not counts.all:
            return "今天没有待办"
        if not first:
            return f"没有要先办的，{rest:,} 件都来得及"
        return f"今天先办 {first:,} 件" + (f"，另有 {rest:,} 件来得及" if rest else "")
    return f"{_LABELS[view]} {shown:,} 件"


def _filters(view: str, counts: Counts, shown: int, roles: set[Role]) -> Iterable[Filter]:
    known: dict[str, int | None] = {
        worklist.MINE: counts.all,
        worklist.OVERDUE: counts.overdue,
        worklist.NEAR: counts.near,
    }
    leads = roles & {Role.UNIT_HEAD, Role.AGENCY_HEAD}
    for code, label in _LABELS.items():
        if code == worklist.WHOLE and not leads:
            continue
        if code == worklist.OTHERS and Role.HANDLER not in roles:
            continue
        number = shown if code == view else known.get(code)
        name = "全局" if code == worklist.WHOLE and Role.AGENCY_HEAD in roles else label
        name = "全科室" if code == worklist.WHOLE and Role.AGENCY_HEAD not in roles else name
        url = reverse("desk:work") + (f"?view={code}" if code != worklist.MINE else "")
        yield Filter(name, url, number, code == view, _STATES.get(code, ""))


#: Begun so often that they have a button of their own; all others stand on one page.
_OFTEN = ("casework.register_clue", "casework.record_on_spot")


def opening(roles: set[Role], plan: Policy) -> list[tuple[str, str]]:
    """What begins a case under the agency's plan, for those who may do it."""
    mine = [
        act
        for act in OPENING
        if roles.intersection(ACTS[act].roles) and not outside_plan(act, plan)
    ]
    often = [(OPENING[act], open_url(act)) for act in _OFTEN if act in mine]
    more = [("办理新事项", reverse("desk:begin"))] if len(mine) > len(often) else []
    return [*often, *more]


def grouped(found: list[Row], today: dt.date) -> dict[str, list[Work]]:
    """先办 and 来得及, as the page shows them."""
    shown = works(found, today)
    pairs = list(zip(found, shown, strict=True))
    return {
        "first": [item for row, item in pairs if row.near(today)],
        "rest": [item for row, item in pairs if not row.near(today)],
    }


def works(found: list[Row], today: dt.date, verb: str = "") -> list[Work]:
    """The rows with their Files, which are asked for once; `verb` leads to the case instead."""
    wanted = list({row.file for row in found})
    names = {pk: file for pk, *file in _NAMES.rows(files=wanted)} if wanted else {}
    shown = [_work(row, names[row.file], today) for row in found]
    if not verb:
        return shown
    return [replace(work, verb=verb, verb_url=work.url, primary=False) for work in shown]


_NAMES = Prepared(
    lambda: File.objects.filter(Among("pk", Slot("files"))).values_list(
        "pk", "number", "title", "agency__region"
    )
)


def _work(row: Row, file: Sequence[str], today: dt.date) -> Work:
    number, title, region = file
    light, due = lamp(row, calendar_for(region), today)
    cite = str(RULES[row.rule].cite) if row.rule in RULES else ""
    return Work(
        title=f"{ACTS[row.act].label}：{title}",
        url=case_url(row.file),
        light=light,
        due=due,
        why=f"{row.why}{cite}",
        meta=[number],
        verb=verb_of(row.act),
        verb_url=act_url(row.file, row.act),
        primary=row.over(today) or row.due == today,
    )
