"""What stands beside the form of an act: the text that the signature is put under."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xiezhi.disclosure.actions import decision_of
from xiezhi.disclosure.models import Draft
from xiezhi.disclosure.rules import channel_terms
from xiezhi.faces.desk.dossier import Dossier
from xiezhi.faces.desk.reading import leaf
from xiezhi.procedure.kinds.course import decision_event
from xiezhi.record.models import Material
from xiezhi.ui.text import cndate


@dataclass(frozen=True, slots=True)
class Aside:
    """A leaf beside the form, or below it where it needs the width of the page."""

    title: str
    template: str
    it: Any
    below: bool = False


def _newest(seen: Dossier, *codes: str) -> Material | None:
    found = [m for m in seen.materials if m.code in codes]
    return found[-1] if found else None


def _paper(title: str, *codes: str) -> Callable[[Dossier], list[Aside]]:
    """The newest document of these kinds, to be read before signing."""

    def made(seen: Dossier) -> list[Aside]:
        found = _newest(seen, *codes)
        return [Aside(title, "desk/parts/leaf.html", leaf(seen.file, found))] if found else []

    return made


def _public(seen: Dossier) -> list[Aside]:
    """The page as the public will see it; what is covered isn't in it."""
    draft = Draft.objects.filter(file=seen.file).order_by("-seq").first()
    if draft is None:
        return []
    return [Aside("公众将看到的内容", "desk/parts/public.html", draft.content, below=True)]


#: A plan's name is longer than what is said of it; a statute's isn't.
_SHORT = 20
#: What is done by that day, where it isn't showing.
_DONE = {"CR-1": "报送", "SAMR-12-2": "推送至外省登记机关"}


def _channels(seen: Dossier) -> list[Aside]:
    """Where a penalty is shown: on each channel by when and how long, or why not (CR-10)."""
    standing = seen.standing
    if decision_event(standing) is None:
        return []
    decision = decision_of(seen.file)
    rows = []
    for term in channel_terms(decision, standing.policy):
        due = term.due(decision.on, calendar=standing.calendar, today=standing.today).last_day
        by = f"，{cndate(due)}前{_DONE.get(term.limit.id, '公示')}" if term.shown else ""
        cites = (str(cite) for cite in term.cites if len(cite.law) <= _SHORT)
        rows.append((term.channel.label, f"{term.why}{by}（{'、'.join(dict.fromkeys(cites))}）"))
    return [Aside("公示渠道和期限", "desk/parts/channels.html", rows)] if rows else []


def _all(*made: Callable[[Dossier], list[Aside]]) -> Callable[[Dossier], list[Aside]]:
    return lambda seen: [aside for each in made for aside in each(seen)]


def _draft(title: str) -> Callable[[Dossier], list[Aside]]:
    """What would be decided: the final report, or what the act kind proposes with."""
    return lambda seen: _paper(title, *seen.kind.drafts)(seen)


def _decision(title: str) -> Callable[[Dossier], list[Aside]]:
    """The decision made, in whichever document this act kind states it."""
    return lambda seen: _paper(title, *(each.document for each in seen.kind.outcomes))(seen)


_ASIDES: dict[str, Callable[[Dossier], list[Aside]]] = {
    "casework.file_case": _paper("案件来源", "source.registration"),
    "casework.give_notice": _draft("调查终结报告"),
    "review.submit": _draft("送审的内容"),
    "review.exempt": _draft("拟作出的决定"),
    "decision.discuss": _draft("拟作出的决定"),
    "decision.issue": _draft("法制审核通过的内容"),
    "casework.recheck_statement": _paper("当事人的陈述、申辩", "statement.record"),
    "decision.serve": _decision("要送达的决定书"),
    "disclosure.prepare": _all(_channels, _decision("决定书")),
    "disclosure.sign": _all(_channels, _public),
    "disclosure.publish": _all(_channels, _public),
    "disclosure.withdraw": _public,
    "casework.serve_notice": _paper("要送达的告知书", "penalty.notice"),
    "casework.report_hearing": _paper("听证笔录", "hearing.record"),
}


def asides(seen: Dossier, act: str) -> list[Aside]:
    """The leaves beside the form of an act: what it turns on, else the newest paper."""
    made = _ASIDES.get(act)
    if made is not None:
        return made(seen)
    papers = [m for m in seen.materials if m.kind == Material.Kind.DOCUMENT]
    return _paper(papers[-1].title, papers[-1].code)(seen) if papers else []
