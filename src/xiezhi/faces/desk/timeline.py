"""办案记录: the ledger as people read it, newest first, and the stages it went through."""

from __future__ import annotations

from xiezhi.faces.desk.dossier import Dossier, Line, event_of
from xiezhi.procedure.acts import ACTS
from xiezhi.ui.face import Seal, Step
from xiezhi.ui.text import cndate_short, cntime

#: Entries that are open when the page is; the others unfold.
OPEN = 12


def timeline(dossier: Dossier, *, whole: bool = False) -> list[Seal]:
    """The entries as numbered seals, each checked against the chain."""
    shown = dossier.entries if whole else dossier.entries[-OPEN:]
    return [seal(dossier, entry) for entry in reversed(shown)]


def seal(dossier: Dossier, entry: Line) -> Seal:
    label = ACTS[entry.kind].label if entry.kind in ACTS else entry.kind
    return Seal(
        number=entry.seq,
        title=label,
        text=str(entry.facts.get("say", "")),
        at=when(dossier, entry),
        who=entry.who,
        stage=dossier.stage_label(entry.kind),
        verified=dossier.unbroken[entry.seq],
    )


def when(dossier: Dossier, entry: Line) -> str:
    """The legal day; the moment it was written down where that is another day."""
    today = dossier.today
    day, written = event_of(entry).on, entry.at
    wrote = cndate_short(written, today)
    said = cndate_short(day, today)
    if said == wrote:
        return f"{said} {cntime(written)}"
    return f"{said}，{wrote} {cntime(written)} 记录"


def stages(dossier: Dossier) -> list[Step]:
    """The line of squares: days for what is past, what is awaited for the present."""
    standing = dossier.standing
    order = [stage.code for stage in dossier.kind.stages]
    now = order.index(standing.stage.code) if dossier.entries else 0
    over = standing.has("record.archive")
    found = []
    for place, stage in enumerate(dossier.kind.stages):
        if place < now or over:
            found.append(Step(stage.label, _days(dossier, stage.code), "done"))
        elif place == now:
            found.append(Step(stage.label, _awaited(dossier), "on"))
        else:
            found.append(Step(stage.label, _limit(dossier, stage.code), ""))
    return found


def _days(dossier: Dossier, stage: str) -> str:
    days = [e.on for e in dossier.standing.events if dossier.stage_of(e.act) == stage]
    if not days:
        return ""
    first, last = (cndate_short(d, dossier.today) for d in (min(days), max(days)))
    return first if first == last else f"{first}至 {last}"


def _awaited(dossier: Dossier) -> str:
    duty = next(iter(dossier.standing.duties), None)
    return f"等{ACTS[duty.act].label}" if duty else ""


def _limit(dossier: Dossier, stage: str) -> str:
    """By when a stage still to come is due, where a limit says so."""
    if stage != "decision":
        return ""
    due = dossier.standing.limit("PEN-14")
    return f"{cndate_short(due.last_day, dossier.today)}前" if due else ""
