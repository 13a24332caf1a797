"""方案: what an organ's plan says today, and what a change of it would touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import NoReverseMatch, reverse

from xiezhi.disclosure.models import Publication
from xiezhi.identity.models import Account, Organ, Post, Profile
from xiezhi.procedure import regular
from xiezhi.procedure.kinds import KINDS
from xiezhi.procedure.policy import Policy, from_stored
from xiezhi.procedure.policydraft import plain, said
from xiezhi.procedure.policykeys import GROUPS, KEYS
from xiezhi.procedure.roles import Role
from xiezhi.procedure.rulebook import rule
from xiezhi.procedure.timelimits import TimeLimit
from xiezhi.record.models import Duty, Entry, File
from xiezhi.registry.actions import Draft
from xiezhi.registry.models import Officer
from xiezhi.ui.text import cndate

#: How many open cases are listed one by one.
LISTED = 20


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a plan as the page shows it."""

    label: str
    said: str
    floor: str
    cite: str
    note: str
    own: bool


def values(policy: Policy) -> list[tuple[str, list[Value]]]:
    """Every value under its heading, with the article and the place in the plan."""
    return [(title, [_value(policy, key) for key in keys]) for title, keys in GROUPS.items()]


def _value(policy: Policy, key: str) -> Value:
    source = policy.sources[key]
    return Value(
        label=KEYS[key].label,
        said=said(key, plain(policy, key)),
        floor=KEYS[key].shape.floor,
        cite=str(rule(source.rule).cite),
        note=source.note,
        own=source.profile == policy.code,
    )


def versions(organ: Organ, code: str) -> QuerySet[Profile]:
    """What was set here over the plan, newest first."""
    rows = Profile.objects.filter(organ__path__in=organ.chain(), code=code)
    return rows.select_related("organ", "made_by__person").order_by("-version")


def watched(organ: Organ, policy: Policy, today: dt.date) -> list[tuple[str, str]]:
    """Duties of the plan that have a state today: reports, reviewers, recorders, lists, aims."""
    due = policy.annual_report_day(today.year)
    if due < today:
        due = policy.annual_report_day(today.year + 1)
    report = f"{due.year - 1} 年度的统计年报，{cndate(due)}前公开"
    officers = _officers(organ, today)
    rows = [("统计年报", report), ("审核人员", _reviewers(organ, policy, today, officers))]
    if policy.recorders_percent or policy.scanners_at_least:
        rows.append(("记录装备", _recorders(policy, officers)))
    rows += [("定期工作", _coming(each)) for each in _regular(organ, policy, today)]
    if organ.kind == Organ.Kind.GOVERNMENT:
        return [*rows, *_aims(organ, policy)]
    return [*rows, ("清单备案", _lists_filed(organ))]


def _officers(organ: Organ, today: dt.date) -> int:
    below = {"agency__path__startswith": organ.path}
    return Officer.objects.held_on(today).filter(**below).values("person").distinct().count()


def _regular(organ: Organ, policy: Policy, today: dt.date) -> Iterator[regular.Coming]:
    government = organ.kind == Organ.Kind.GOVERNMENT
    return (regular.of_government if government else regular.of_agency)(policy, today)


def _coming(each: regular.Coming) -> str:
    return f"{each.label}，{cndate(each.by)}前（{each.source}）"


def _recorders(policy: Policy, officers: int) -> str:
    """How many recorders and scanners the plan wants here (PLAN-11)."""
    wanted = regular.at_least(officers, policy.recorders_percent)
    return (
        f"执法人员 {officers} 人，应配执法记录仪 {wanted} 台、扫描仪 {policy.scanners_at_least} 台"
        f"（{policy.sources['recorders_percent'].note}）"
    )


#: What is put on record with the justice bureau whenever it changes (PLAN-15).
_FILED = ("registry_item", "registry_benchmark")


def _lists_filed(organ: Organ) -> str:
    changed = Entry.objects.filter(
        file__agency=organ, kind="registry.change", body_json__tables__has_any_keys=list(_FILED)
    )
    last = changed.order_by("-pk").first()
    if last is None:
        return "清单没有变动过"
    return f"{cndate(last.at)}清单有变动，应当报司法局备案"


def _aims(organ: Organ, policy: Policy) -> list[tuple[str, str]]:
    """How many agencies carry out the plan, against what it aims at (PLAN-13)."""
    aims = regular.MILESTONES.get(policy.code.partition("@")[0], ())
    if not aims:
        return []
    below = Organ.objects.filter(path__startswith=organ.path, kind=Organ.Kind.AGENCY)
    acting = File.objects.filter(agency=OuterRef("pk")).exclude(kind__startswith="standing.")
    done, agencies = below.filter(Exists(acting)).count(), below.count()
    return [
        (
            "全面实行",
            f"{cndate(aim.by)}前 {aim.percent}% 的执法主体，现在 {done}/{agencies}，" + said,
        )
        for aim in aims
        for said in ("已达到" if aim.met(done, agencies) else "没有达到",)
    ]


def _reviewers(organ: Organ, policy: Policy, today: dt.date, officers: int) -> str:
    """Reviewers and officers of an agency, by person (L7)."""
    held = Post.objects.filter(Q(until=None) | Q(until__gte=today), since__lte=today)
    held = held.filter(role=Role.REVIEWER, organ__path__startswith=organ.path)
    reviewers = held.values("account__person").distinct().count()
    least = regular.at_least(officers, policy.reviewer_percent)
    state = "已配足" if reviewers >= least else f"还差 {least - reviewers} 人"
    return f"执法人员 {officers} 人，审核人员 {reviewers} 人，应不少于 {least} 人，{state}"


# -- what a change would touch ---


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new version leaves as it is, and what it changes for the public."""

    changes: list[tuple[str, str, str, str]]
    cases: int
    running: int
    listed: list[tuple[str, str, str]]
    limits: list[tuple[str, str, str, str]]
    dropped: list[str]
    added: list[str]
    published: int
    pages: list[tuple[str, str]]
    head: tuple[str, ...] = ("案号", "机关", "启动日期")


def effect(draft: Draft) -> Effect:
    """Open cases keep their plan; the public lists made from the plan change on its first day."""
    after = from_stored(draft.text)
    limits = _limits(draft.policy, after)
    dropped, added = _kinds(draft.policy, after), _kinds(after, draft.policy)
    open_cases = _open(draft)
    running = open_cases.filter(Exists(_duties(limits)))
    first = (running if limits else open_cases).order_by("-opened_on", "number")[:LISTED]
    return Effect(
        changes=[_change(each.key, each.before, each.after) for each in draft.changed],
        cases=open_cases.count(),
        running=running.count() if limits else 0,
        listed=[(f.number, f.agency.name, cndate(f.opened_on)) for f in first],
        limits=[row for rows in limits.values() for row in rows],
        dropped=dropped,
        added=added,
        published=_published(draft),
        pages=_pages(draft, bool(limits or dropped or added)),
    )


def _change(key: str, before: object, after: object) -> tuple[str, str, str, str]:
    cite = str(rule(KEYS[key].rule).cite)
    return KEYS[key].label, said(key, before), said(key, after), cite


def _open(draft: Draft) -> QuerySet[File]:
    """Cases under this plan in which something is still to be done."""
    mine = File.objects.filter(agency__path__startswith=draft.organ.path).exclude(
        kind__startswith="standing."
    )
    mine = mine.filter(Q(policy=draft.base) | Q(policy__startswith=f"{draft.base}@"))
    return mine.filter(Exists(Duty.objects.filter(file=OuterRef("pk")))).select_related("agency")


def _duties(limits: dict[str, list[tuple[str, str, str, str]]]) -> QuerySet[Duty]:
    return Duty.objects.filter(file=OuterRef("pk"), rule__in=list(limits))


def _limits(before: Policy, after: Policy) -> dict[str, list[tuple[str, str, str, str]]]:
    """Limit → rows of kind, limit, length before and after, for each that changes."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for kind in KINDS.values():
        for use in kind.limits:
            old, new = before.limit(use.limit), after.limit(use.limit)
            if (old.n, old.extensions) != (new.n, new.extensions):
                name = f"{kind.label}，{kind.procedure_label}"
                row = (name, old.label, _length(old), _length(new))
                found.setdefault(old.id, []).append(row)
    return found


def _length(limit: TimeLimit) -> str:
    """90 日，可延长 30 日（机关负责人）."""
    longer = (
        f"，可延长{f' {step.most} {limit.unit.label}' if step.most else ''}（{step.by}）"
        for step in limit.extensions
    )
    return f"{limit.length}{''.join(longer)}"


def _kinds(one: Policy, other: Policy) -> list[str]:
    """Kinds that one plan has and the other doesn't."""
    gone = (kind for kind in KINDS.values() if one.enables(kind.code))
    return [f"{k.label}，{k.procedure_label}" for k in gone if not other.enables(k.code)]


def _published(draft: Draft) -> int:
    """Decisions already shown, whose time of showing stays, where that is what changes."""
    if not any(each.key.startswith(("publi", "low_fine", "huge_fine")) for each in draft.changed):
        return 0
    shown = Publication.objects.filter(agency__path__startswith=draft.organ.path)
    return shown.filter(withdrawal=None).count()


def _pages(draft: Draft, changed: bool) -> list[tuple[str, str]]:
    """The public lists made from the plan that will read differently; "" without a site here."""
    keys = {each.key for each in draft.changed}
    names = [("portal:procedures", "执法流程"), ("portal:procedures-guide", "办理时限")]
    found = names if changed else []
    if keys & set(GROUPS["法制审核"]):
        found = [*found, ("portal:procedures-review", "重大执法决定法制审核")]
    return [(label, _address(name)) for name, label in found]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def own_plans(account: Account, today: dt.date) -> QuerySet[Organ]:
    """The organs I administer that have a plan of their own, and the highest of them."""
    mine = Organ.objects.administered_by(account, today).exclude(kind=Organ.Kind.UNIT)
    top = mine.order_by("path").values("pk")[:1]
    stored = Profile.objects.filter(organ=OuterRef("pk"))
    return mine.filter(~Q(policy="") | Exists(stored) | Q(pk__in=top)).order_by("path")
