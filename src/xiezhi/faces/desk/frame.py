"""The frame of every page: who works where, and which tabs the posts open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from xiezhi.faces.desk import worklist
from xiezhi.identity.access import account_of
from xiezhi.identity.models import Account, Organ
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.policy import Policy
from xiezhi.procedure.roles import Role
from xiezhi.record.policies import name_for, policy_named
from xiezhi.registry.models import Officer
from xiezhi.ui.face import StaffFace, Tab

_FRESH = 60
#: Tab, address, who has it; None is everybody.
_TABS: tuple[tuple[str, str, str, frozenset[Role] | None], ...] = (
    ("work", "待办", "desk:work", None),
    ("files", "案件", "desk:files", None),
    ("review", "法制审核", "desk:review", frozenset({Role.REVIEWER})),
    ("publish", "公示", "desk:publish", frozenset({Role.PUBLISHER, Role.AGENCY_HEAD})),
    ("documents", "文书", "desk:documents", None),
    ("supervision", "执法监督", "desk:supervision", frozenset({Role.SUPERVISOR})),
    ("plan", "方案", "desk:plans", frozenset({Role.ADMINISTRATOR})),
    ("register", "基础数据", "admin:index", frozenset({Role.ADMINISTRATOR})),
)
_NAMES = {"review": "法制审核", "supervision": "执法监督"}


@dataclass(frozen=True, slots=True)
class Who:
    """What the header says of an account."""

    person: str
    unit: str
    agency: str
    region: str
    certificate: str


def who(account: Account) -> Who:
    """Name, unit, agency and certificate; read at most once a minute."""
    key = f"desk.who.{account.pk}"
    known: Who | None = caches["local"].get(key)
    if known is None:
        known = _who(account)
        caches["local"].set(key, known, _FRESH)
    return known


def plan_of(account: Account) -> Policy:
    """The plan under which this account's agency works today; asked at most once a minute."""
    agency = agency_of(account)
    today = timezone.localdate()
    key = f"desk.plan.{connection.settings_dict['NAME']}.{agency.pk}.{today}"
    name: str | None = caches["local"].get(key)
    if name is None:
        name = name_for(agency.policy_code(), agency, today)
        caches["local"].set(key, name, _FRESH)
    return policy_named(name)


def _who(account: Account) -> Who:
    unit, agency = account.unit, agency_of(account)
    day = timezone.localdate()
    certificate = "法律职业资格" if account.person.qualification else ""
    for (number,) in _CERTIFICATE.rows(person=account.person_id, day=day):
        certificate = f"执法证 {number}"
    return Who(
        person=account.person.name,
        unit=unit.name if unit != agency else "",
        agency=agency.name,
        region=agency.region,
        certificate=certificate,
    )


_CERTIFICATE = Prepared(
    lambda: (
        Officer.objects.held_on(Slot("day"))  # type: ignore[arg-type]
        .filter(person=Slot("person"))
        .values_list("number")[:1]
    )
)


def agency_of(account: Account) -> Organ:
    """The agency an account belongs to: its unit, or the one above it."""
    unit = account.unit
    return unit.parent if unit.kind == Organ.Kind.UNIT and unit.parent else unit


def _tabs(account: Account, current: str) -> list[Tab]:
    today = timezone.localdate()
    roles = account.roles_on(today)
    found = []
    for code, label, name, wanted in _TABS:
        if wanted is not None and not roles & wanted:
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        count = worklist.my_count(account, today) if code == "work" else None
        found.append(Tab(label, url, count, code == current))
    return found


def face(account: Account, tab: str) -> StaffFace:
    """The header for this account on a page of that tab."""
    said = who(account)
    return StaffFace(
        name=_NAMES.get(tab, "办案台"),
        url=reverse("desk:work"),
        agency=said.agency,
        unit=said.unit,
        person=said.person,
        certificate=said.certificate,
        tabs=_tabs(account, tab),
        logout_url=reverse("account_logout"),
        account_url=reverse("desk:account"),
    )


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    tab: str = "work",
    status: int = 200,
) -> HttpResponse:
    """A page of the desk in its frame."""
    whole = {
        "face": face(account_of(request), tab),
        "today": timezone.localdate(),
        **context,
    }
    return render(request, f"desk/{template}", whole, status=status)
