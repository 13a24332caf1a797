"""The review bench: the draft, the evidence, ten questions, and what changed since last time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.forms import BoundField

from xiezhi.faces.desk.dossier import Dossier
from xiezhi.faces.desk.papers import in_order, lacking
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.review_grounds import CHECKLIST, Point
from xiezhi.record.blocks import Own, Page
from xiezhi.record.models import Material
from xiezhi.review.models import Opinion, Submission
from xiezhi.ui.forms import ActForm
from xiezhi.ui.text import cndate_short, money

#: What is compared between two rounds of a penalty case, in the words of its report; of any
#: other act, every field of what it proposes with.
_COMPARED = (
    "facts",
    "evidence",
    "law_breached",
    "law_applied",
    "discretion",
    "benchmark",
    "penalties",
    "correction",
    "statement",
)


@dataclass(frozen=True, slots=True)
class Question:
    """One of the ten points with its three inputs and what the record says of it."""

    number: int
    point: Point
    answer: BoundField
    material: BoundField
    note: BoundField
    hint: str


def questions(form: ActForm, seen: Dossier) -> list[Question]:
    """The checklist; what the platform found is a hint, never an answer."""
    found = hints(seen)
    return [
        Question(
            number,
            point,
            form[f"point_{point.code}"],
            form[f"material_{point.code}"],
            form[f"note_{point.code}"],
            found.get(point.code) or point.look,
        )
        for number, point in enumerate(CHECKLIST, 1)
    ]


def hints(seen: Dossier) -> dict[str, str]:
    """What the record itself says about some of the points."""
    gaps, names = lacking(seen), "、".join(p.person.name for p in seen.handlers)
    proposal = seen.standing.proposal or {}
    fine = proposal.get("fine")
    return {
        "subject": f"由{seen.file.agency.name}立案、调查",
        "officers": f"{names}，行为当日的证件在案卷里逐次核对过",
        "procedure": _procedure(seen),
        "documents": f"在案 {len(seen.materials)} 份，"
        + (f"还缺 {len(gaps)} 份" if gaps else "应有的都有"),
        "discretion": f"拟罚款 {money(fine)} 元，请与裁量基准比对" if fine else "",
    }


def _procedure(seen: Dossier) -> str:
    if seen.kind.family != "penalty":
        return "，".join(
            f"{ACTS[event.act].label} {cndate_short(event.on)}"
            for event in seen.standing.events
            if event.act.startswith(f"{seen.kind.family}.")
        )
    said = [
        (label, seen.standing.last(act))
        for label, act in (
            ("立案", "casework.file_case"),
            ("调查终结", "casework.conclude"),
            ("告知送达", "casework.serve_notice"),
            ("复核", "casework.recheck_statement"),
            ("听证", "casework.hold_hearing"),
        )
    ]
    days = [f"{label} {cndate_short(event.on)}" for label, event in said if event]
    return "，".join(days)


def evidence(seen: Dossier, asked: str) -> tuple[Material | None, Material | None, Material | None]:
    """The material on the middle pane, the one before it, the one after it."""
    found = submitted(seen)
    if not found:
        return None, None, None
    place = next((n for n, m in enumerate(found) if str(m.pk) == asked), _first(found))
    before = found[place - 1] if place else None
    after = found[place + 1] if place + 1 < len(found) else None
    return found[place], before, after


def submitted(seen: Dossier) -> list[Material]:
    """What was sent for review, in the order of the case file."""
    sent = seen.standing.last("review.submit")
    last = sent.seq if sent else seen.last_seq
    return in_order([m for m in seen.materials if m.seq <= last])


def _first(found: list[Material]) -> int:
    """Begin with the first piece of evidence."""
    places = (n for n, m in enumerate(found) if m.code not in KINDS or "evidence." in m.code)
    return next(places, 0)


def draft(seen: Dossier) -> Material | None:
    """The final report as submitted: what the decision will say."""
    reports = [m for m in submitted(seen) if m.code in seen.kind.drafts]
    return max(reports, key=lambda m: m.seq) if reports else None


# ── rounds ───────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: the same in both rounds, struck, or new."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the draft in two rounds."""

    where: str
    before: list[Piece]
    after: list[Piece]


@dataclass(frozen=True, slots=True)
class Rounds:
    """The last two rounds side by side."""

    before: Submission
    after: Submission
    opinion: Opinion | None
    changes: list[Change]
    objections: list[tuple[str, str]]


def rounds(seen: Dossier) -> Rounds | None:
    """What changed between the last two submissions; None in the first round."""
    sent = list(Submission.objects.filter(file=seen.file).order_by("-round")[:2])
    if len(sent) < 2:
        return None
    after, before = sent
    opinion = Opinion.objects.filter(submission=before).first()
    changes = list(_changes(seen, _words(seen, before.seq), _words(seen, after.seq)))
    counted = [sum(m.seq < s.seq for m in seen.materials) for s in (before, after)]
    if counted[0] != counted[1]:
        told = [[Piece(f"{n} 份", changed=True)] for n in counted]
        changes.append(Change("送审材料", told[0], told[1]))
    return Rounds(before, after, opinion, changes, _objections(opinion))


def _objections(opinion: Opinion | None) -> list[tuple[str, str]]:
    labels = {point.code: point.label for point in CHECKLIST}
    answers: list[dict[str, Any]] = opinion.answers if opinion else []
    return [
        (labels.get(a["point"], a["point"]), str(a.get("note") or ""))
        for a in answers
        if a.get("verdict") == "fail"
    ]


def _words(seen: Dossier, seq: int) -> dict[str, str]:
    """The report that stood at a submission, field by field, as it is worded."""
    reports = [m for m in seen.materials if m.code in seen.kind.drafts and m.seq < seq]
    if not reports:
        return {}
    report = max(reports, key=lambda m: m.seq)
    page = Page(KINDS[report.code], report.values, Own("", "", ""))
    said = {name: page.word(name) for name in _compared(seen)}
    if seen.kind.family != "penalty":
        return said
    # Penalties and evidence are lists: what each row says, not every cell of it.
    said["penalties"] = _listed(report.values.get("penalties"), "content")
    said["evidence"] = _listed(report.values.get("evidence"), "name")
    return said


def _compared(seen: Dossier) -> tuple[str, ...]:
    if seen.kind.family == "penalty":
        return _COMPARED
    return tuple(dict.fromkeys(f.name for code in seen.kind.drafts for f in KINDS[code].fields))


def _label(seen: Dossier, name: str) -> str:
    fields = (KINDS[code].field(name) for code in seen.kind.drafts)
    return next((field.label for field in fields if field), name)


def _listed(rows: Any, name: str) -> str:
    return "；".join(str(row.get(name) or "") for row in rows or [])


def _changes(seen: Dossier, before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
    for name in _compared(seen):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            yield Change(_label(seen, name), *pieces(old, new))


_PARTS = re.compile(r"[\d,.]+|[^\d]")


#: Equal pairs that are compared; a long text of few characters has many millions.
_MOST_PAIRS = 2_000_000


def _pairs(a: list[str], b: list[str]) -> int:
    often = Counter(b)
    return sum(number * often[part] for part, number in Counter(a).items())


def pieces(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut where they differ; a number is never cut in two."""
    a, b = _PARTS.findall(old), _PARTS.findall(new)
    if _pairs(a, b) > _MOST_PAIRS:
        return [Piece(old, changed=True)], [Piece(new, changed=True)]
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        changed = tag != "equal"
        if i2 > i1:
            left.append(Piece("".join(a[i1:i2]), changed))
        if j2 > j1:
            right.append(Piece("".join(b[j1:j2]), changed))
    return left, right
