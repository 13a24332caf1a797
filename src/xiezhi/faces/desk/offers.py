"""现在可以做: which acts are open to me in a File, and for the others, why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xiezhi.faces.desk.actforms import form_of
from xiezhi.faces.desk.addresses import act_url
from xiezhi.faces.desk.dossier import Dossier
from xiezhi.procedure.acts import ACTS
from xiezhi.procedure.citations import Reason
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.steps import Step
from xiezhi.ui.deadline import due_light
from xiezhi.ui.face import Offer

#: How many open acts are shown at once; the others unfold.
UNFOLDED = 6
#: How many days back a day is looked for on which an act could have been done.
_BACK = 120
#: And how many after the last record, for what is entered much later.
_NEAR = 15
#: On the spot, the form of the decision answers for the exemption from review as well.
_BROUGHT = {"decision.decide_on_spot": frozenset({"PEN-12"})}
#: What a refusal of these rules means: it has been done, or it is too late; nothing to wait for.
_PAST = {"FLOW-ONCE", "FLOW-LATE", "FLOW-KIND"}


@dataclass(frozen=True, slots=True)
class Offers:
    """The open acts (the first of them unfolded), the shut ones worth naming, and the rest."""

    open: list[Offer]
    more: list[Offer]
    shut: list[Offer]
    later: list[Offer]


def shut_by(dossier: Dossier, act: str) -> list[Reason]:
    """Why the act can't be done whatever is entered.

    A reason that names a field of the form is asked for there, the day as well where some day
    since the last record would do: what happened then may be entered now (补录).
    """
    reasons = _reasons(dossier, act, dossier.today)
    only_the_day = reasons and all(reason.field == "on" for reason in reasons)
    return [] if only_the_day and _could_have_been(dossier, act) else reasons


def _reasons(dossier: Dossier, act: str, day: dt.date) -> list[Reason]:
    done_by_itself = _BROUGHT.get(act, frozenset())
    return [
        reason
        for reason in dossier.standing.refusals(act, day)
        if reason.field in (None, "on") and reason.rule.code not in done_by_itself
    ]


def _could_have_been(dossier: Dossier, act: str) -> bool:
    last = dossier.standing.events[-1].on
    gone = (dossier.today - last).days
    back = (gone - n for n in range(1, min(gone, _BACK) + 1))
    days = dict.fromkeys((*back, *range(min(gone, _NEAR))))
    return any(not _reasons(dossier, act, last + dt.timedelta(days=n)) for n in days)


def offers(dossier: Dossier) -> Offers:
    """Every act of this kind of procedure that my posts carry."""
    duties = {duty.act: duty for duty in dossier.standing.duties}
    ready: list[Offer] = []
    waiting: list[tuple[Step, Offer]] = []
    for step in _by_urgency(dossier, duties):
        if form_of(step.act) is None or not dossier.may(step.act) or _inside(dossier, step.act):
            continue
        reasons = shut_by(dossier, step.act)
        if not reasons:
            ready.append(_open(dossier, step, duties.get(step.act)))
        elif not any(reason.rule.code in _PAST for reason in reasons):
            waiting.append((step, _shut(dossier, step, reasons)))
    named = set(dossier.kind.gates)
    return Offers(
        open=ready[:UNFOLDED],
        more=ready[UNFOLDED:],
        shut=[offer for step, offer in waiting if step.act in named][:3],
        later=[offer for step, offer in waiting if step.act not in named],
    )


def _inside(dossier: Dossier, act: str) -> bool:
    """On the spot, the exemption isn't an act of its own."""
    return act == "review.exempt" and dossier.kind.step("decision.decide_on_spot") is not None


def _by_urgency(dossier: Dossier, duties: Mapping[str, Any]) -> Iterator[Step]:
    yield from (step for step in dossier.kind.steps if step.act in duties)
    yield from (step for step in dossier.kind.steps if step.act not in duties)


def _open(dossier: Dossier, step: Step, duty: Any) -> Offer:
    label, url = ACTS[step.act].label, act_url(dossier.file.pk, step.act)
    if duty is not None and duty.due is not None:
        light = due_light(duty.due, dossier.today)
        if light.state in ("red", "amber"):
            return Offer(label, url, light=light)
    return Offer(label, url, hint=duty.why if duty else _hint(step))


def _hint(step: Step) -> str:
    titles = "、".join(f"《{KINDS[code].title}》" for code in step.documents if code in KINDS)
    return f"生成{titles}" if titles else ""


def _shut(dossier: Dossier, step: Step, reasons: list[Reason]) -> Offer:
    url = act_url(dossier.file.pk, step.act)
    hint = reasons[0].say if len(reasons) == 1 else f"有 {len(reasons)} 项条件没有满足。"
    return Offer(ACTS[step.act].label, url, hint=hint, allowed=False, why_url=url)


def next_gate(dossier: Dossier) -> tuple[str, list[Reason]] | None:
    """The next gate of the procedure that is shut, with every reason; None where it is open, or
    where none lies ahead: an archived File has passed those that its course had.
    """
    if dossier.standing.has("record.archive"):
        return None
    refused = dossier.standing.has("casework.refuse_filing")
    for gate in dossier.kind.gates[-2:] if refused else dossier.kind.gates:
        if gate == "review.submit" or dossier.standing.has(gate):
            continue
        reasons = shut_by(dossier, gate)
        if any(reason.rule.code in _PAST for reason in reasons):
            continue
        return (gate, reasons) if reasons else None
    return None
