"""文书范本: what the pages show of a document's wordings, and what a new one would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents import KINDS, DocumentKind, FieldKind
from xiezhi.procedure.documents.wording import (
    BLOCKS,
    kept,
    read,
    resolved,
    shown,
    wordable,
)
from xiezhi.procedure.documents.wording_checks import contains, rebased
from xiezhi.procedure.families import FAMILIES
from xiezhi.procedure.kinds import KINDS as ACT_KINDS
from xiezhi.procedure.roles import Role
from xiezhi.procedure.rulebook import rule
from xiezhi.record.drafting import draft_of, drafts_of
from xiezhi.record.models import Duty, Wording, WordingDraft
from xiezhi.record.releasing import may_word
from xiezhi.record.wordings import above, all_in_force, fits, in_force, lines_of, what_must_stand
from xiezhi.ui.text import cndate

SHARED, OTHER = "各类行为共用", "其他"
#: How a section is called beside its words.
_CALLED = {"": "段落", "顶格": "段落，顶格", "附注": "附注", "完": "以下空白"}
_SECTION = "section-"


def own_organs(account: Account, today: dt.date) -> list[Organ]:
    """The governments and agencies whose wordings somebody keeps, the widest first."""
    posts = [p for p in account.posts_on(today) if p.role in (Role.ADMINISTRATOR, Role.SUPERVISOR)]
    organs = {post.organ.path: post.organ for post in posts if post.organ.kind != Organ.Kind.UNIT}
    return [o for _, o in sorted(organs.items()) if may_word(account, o, today) is None]


# -- the list -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A document in the list: what is in force here, and how many agencies below add to it."""

    kind: DocumentKind
    wording: Wording | None
    adding: int
    draft: WordingDraft | None = None

    @property
    def said(self) -> str:
        if self.wording is None:
            return "平台原文"
        return (
            f"{self.wording.organ.short_name or self.wording.organ.name}第 {self.wording.number} 版"
        )


def overview(organ: Organ, today: dt.date, *, keeper: bool) -> list[tuple[str, list[Line]]]:
    """Every document that can be worded, by the family of acts that make it; drafts for keepers."""
    known, adding = all_in_force(organ, today), adding_by(organ)
    drafts = drafts_of(organ) if keeper else {}
    made: dict[str, list[Line]] = {}
    families = _families()
    for kind in sorted(KINDS.values(), key=lambda k: (k.volume, k.order)):
        if wordable(kind):
            many = len(adding.get(kind.code, ()))
            line = Line(kind, known.get(kind.code), many, drafts.get(kind.code))
            family = families.get(kind.code) or FAMILIES.get(kind.code.partition(".")[0], OTHER)
            made.setdefault(family, []).append(line)
    return sorted(made.items(), key=lambda pair: (pair[0] == OTHER, pair[0] == SHARED))


def _families() -> dict[str, str]:
    found: dict[str, dict[str, str]] = {}
    for kind in ACT_KINDS.values():
        for step in kind.steps:
            for code in step.documents:
                found.setdefault(code, {})[kind.family] = kind.label
    return {c: SHARED if len(f) > 1 else next(iter(f.values())) for c, f in found.items()}


def adding_by(organ: Organ, code: str | None = None) -> dict[str, list[Organ]]:
    """By document, the organs below that released one of their own."""
    rows = Wording.objects.filter(organ__path__startswith=organ.path).exclude(organ=organ)
    rows = rows.filter(code=code) if code else rows
    found: dict[str, list[Organ]] = {}
    for row in (
        rows.select_related("organ").order_by("code", "organ__path").distinct("code", "organ__path")
    ):
        found.setdefault(row.code, []).append(row.organ)
    return found


# -- one document ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it is shown and edited."""

    number: int
    text: str
    called: str
    fixed: bool = False
    reasons: Sequence[Reason] = ()


def sections(
    kind: DocumentKind,
    lines: Sequence[str],
    base: Sequence[str] | None = None,
    reasons: Sequence[Reason] = (),
) -> list[Section]:
    """Lines with labels for names; those of the wording above can't be edited."""
    fixed = _places(lines, base or ())
    return [
        Section(
            number,
            shown(kind, text),
            called(kind, text),
            number in fixed,
            [reason for reason in reasons if reason.field == f"{_SECTION}{number}"],
        )
        for number, text in enumerate(lines, 1)
    ]


def called(kind: DocumentKind, text: str) -> str:
    mark = read(kind, text)[0].mark
    return _CALLED.get(mark) or (mark if mark in BLOCKS or "标题" in mark else "段落")


def _places(lines: Sequence[str], base: Sequence[str]) -> set[int]:
    """Where the lines of the wording above stand."""
    found, at = set(), 0
    for text in base:
        if text in lines[at:]:
            at = list(lines).index(text, at) + 1
            found.add(at)
    return found


def history(kind: DocumentKind, organ: Organ) -> QuerySet[Wording]:
    """Every version of this organ and of those above it, newest first."""
    rows = Wording.objects.filter(code=kind.code, organ__path__in=organ.chain())
    return rows.select_related("organ", "material", "made_by__person").order_by("-made_at", "-pk")


def stale(kind: DocumentKind, organ: Organ, today: dt.date) -> Wording | None:
    """The organ's own newest version, where it no longer counts."""
    own = Wording.objects.filter(code=kind.code, organ=organ, starts_on__lte=today)
    newest = own.select_related("organ", "material").order_by("-number").first()
    if newest is None or fits(newest, above(kind.code, organ, today)):
        return None
    return newest


def beginning(kind: DocumentKind, organ: Organ, today: dt.date) -> list[str]:
    """What an editor starts from: the draft, or the organ's newest words, fitted to what stands
    above today."""
    base = above(kind.code, organ, today)
    own = draft_of(organ, kind.code) or (
        Wording.objects.filter(code=kind.code, organ=organ)
        .select_related("material", "base__material")
        .order_by("-number")
        .first()
    )
    now = lines_of(base, kind)
    if own is None:
        return now
    must = what_must_stand(kind, organ, base)
    if must is None or not contains(own.lines, must):
        return own.lines
    return rebased(own.lines, lines_of(own.base, kind), now)


# -- what may be put in ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """A field of the palette: how to write it, and the article that demands it."""

    label: str
    token: str
    block: str
    cite: str


_BLOCK_OF = {
    FieldKind.PARAGRAPH: "内容",
    FieldKind.ROWS: "逐项",
    FieldKind.ARTICLES: "条文",
    FieldKind.PARTY: "主体",
}


def palette(kind: DocumentKind) -> list[Item]:
    """Every field of a document, those that an article demands first."""
    items = []
    for one in sorted(kind.fields, key=lambda one: one.rule is None):
        name = one.label if resolved(kind, one.label) == one.name else one.name
        mark = _BLOCK_OF.get(one.kind)
        items.append(
            Item(
                one.label,
                f"{{{name}}}",
                f"【{mark}：{name}】" if mark else "",
                str(rule(one.rule).cite) if one.rule else "",
            )
        )
    return items


# -- what a release changes -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new version would change: open cases by kind, and additions that would not count."""

    cases: list[tuple[str, int]] = field(default_factory=list)
    losing: list[Organ] = field(default_factory=list)


def effect(kind: DocumentKind, organ: Organ, lines: Sequence[str], today: dt.date) -> Effect:
    made_by = {k.code: k for k in ACT_KINDS.values() if _makes(k.steps, kind.code)}
    files = Duty.objects.filter(agency__path__startswith=organ.path, file__kind__in=made_by)
    counted = [
        (
            f"{k.label}（{k.procedure_label}）",
            files.filter(file__kind=code).values("file").distinct().count(),
        )
        for code, k in made_by.items()
    ]
    text = [kept(kind, line) for line in lines]
    losing = [
        wording.organ
        for below in adding_by(organ, kind.code).get(kind.code, ())
        if (wording := in_force(kind.code, below, today))
        and wording.organ_id == below.pk
        and contains(wording.lines, text)
    ]
    return Effect([(label, number) for label, number in counted if number], losing)


def _makes(steps: Sequence[object], code: str) -> bool:
    return any(code in getattr(step, "documents", ()) for step in steps)


def facts_of(wording: Wording) -> list[tuple[str, str]]:
    """Who released a version, when, from when on."""
    return [
        ("版本", f"第 {wording.number} 版"),
        ("发布机关", wording.organ.name),
        ("发布人", wording.made_by.person.name),
        ("发布日期", cndate(wording.material.on)),
        ("施行日期", cndate(wording.starts_on)),
        ("说明", wording.note),
        ("内容指纹", wording.digest),
    ]


def adding(organ: Organ, code: str) -> list[Organ]:
    """The organs below that released a wording of their own for this document."""
    return adding_by(organ, code).get(code, [])
