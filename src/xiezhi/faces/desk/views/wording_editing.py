"""文书范本, for who keeps it: its sections written, kept as a draft, looked at and released."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from xiezhi.faces.desk import wordings as w
from xiezhi.faces.desk.differences import Pair, side_by_side
from xiezhi.faces.desk.frame import page
from xiezhi.faces.desk.views.wordings import (
    TAB,
    UNPROCESSABLE,
    Place,
    agency_named,
    count,
    keeper_of,
    sample_pdf,
)
from xiezhi.identity.access import needs
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents.wording import kept
from xiezhi.procedure.documents.wording_checks import MOST_LINES
from xiezhi.procedure.roles import Role
from xiezhi.record.drafting import OutrunError, Seen, Words, discard_draft, draft_of, save_draft
from xiezhi.record.previewing import NoPreview, preview
from xiezhi.record.releasing import faults
from xiezhi.record.wording_forms import ReleaseWording
from xiezhi.record.wordings import in_force, lines_of
from xiezhi.registry.actions import standing_file
from xiezhi.ui.forms import add_refusal
from xiezhi.ui.text import cndate

CONFLICT = 409
_NAME = re.compile(r"section-(\d{1,4})")
_DO = re.compile(r"(up|down|drop|add)-(\d{1,4})")
_OVER = re.compile(r"over-(\d{1,9})")
_SEEN = re.compile(r"(\d{1,9})\.([\w-]{0,40})")


# -- editing --------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
def edit(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: the sections, then what changes, then the act."""
    place = keeper_of(request, organ, code)
    if request.method != "POST":
        return _begin(request, place)
    lines, seen, do = _sent(request), _seen(request), request.POST.get("do", "")
    if done := _DO.fullmatch(do):
        lines = _moved(lines, done[1], int(done[2]))
        return _editor(request, place, lines, _asked(request, place), seen)
    if do == "save" or _OVER.fullmatch(do):
        return _save(request, place, lines, seen)
    lines = [line for line in lines if line.strip()]
    if do == "again":
        return _editor(request, place, lines, _asked(request, place), seen)
    return _release(request, place, lines, seen)


def _begin(request: HttpRequest, place: Place) -> HttpResponse:
    """The draft, or what is in force; this page may save what it goes on with."""
    now = draft_of(place.organ, place.kind.code)
    lines = w.beginning(place.kind, place.organ, place.today)
    given = {"note": now.note, "starts_on": now.starts_on or place.today} if now else {}
    form = ReleaseWording(by=place.account, initial=given)
    seen = Seen(now.revision if now else 0, secrets.token_urlsafe(9))
    return _editor(request, place, lines, form, seen)


def _sent(request: HttpRequest) -> list[str]:
    """The sections as they were sent, in their order."""
    found = [(int(m[1]), name) for name in request.POST if (m := _NAME.fullmatch(name))]
    return [" ".join(request.POST[name].splitlines()) for _, name in sorted(found)]


def _moved(lines: list[str], verb: str, number: int) -> list[str]:
    """One section up, down, away, or an empty one behind it; numbers from 1."""
    made, at = list(lines), number - 1
    if verb == "add" and 0 <= number <= len(made):
        made.insert(number, "")
    elif not 0 <= at < len(made):
        return made
    elif verb == "drop":
        del made[at]
    else:
        other = at - 1 if verb == "up" else at + 1
        if 0 <= other < len(made):
            made[at], made[other] = made[other], made[at]
    return made


def _seen(request: HttpRequest) -> Seen:
    """What stood there when the page was drawn, or, on purpose, what stands there now."""
    known = _SEEN.fullmatch(request.POST.get("seen", ""))
    seen = Seen(int(known[1]), known[2]) if known else Seen()
    over = _OVER.fullmatch(request.POST.get("do", ""))
    return replace(seen, revision=int(over[1])) if over else seen


def _words(request: HttpRequest, lines: Sequence[str]) -> Words:
    day = request.POST.get("starts_on", "")
    try:
        starts_on = dt.date.fromisoformat(day)
    except ValueError:
        starts_on = None
    return Words(lines, starts_on, request.POST.get("note", ""))


def _form(request: HttpRequest, place: Place, lines: Sequence[str]) -> ReleaseWording:
    """The act's own form, with the sections put together to its text."""
    given = {
        "code": place.kind.code,
        "text": "\n".join(lines) or " ",
        "starts_on": request.POST.get("starts_on", ""),
        "note": request.POST.get("note", ""),
    }
    return ReleaseWording(given, by=place.account)


def _asked(request: HttpRequest, place: Place) -> ReleaseWording:
    """The form as it was filled in, not judged yet."""
    given = {name: request.POST.get(name, "")[:300] for name in ("starts_on", "note")}
    return ReleaseWording(by=place.account, initial=given)


def _editor(
    request: HttpRequest,
    place: Place,
    lines: Sequence[str],
    form: ReleaseWording,
    seen: Seen,
    *,
    reasons: Sequence[Reason] = (),
    outrun: OutrunError | None = None,
    status: int = 200,
) -> HttpResponse:
    names = [kept(place.kind, line) for line in lines]
    context = {
        "place": place,
        "organ": place.organ,
        "kind": place.kind,
        "form": form,
        "sections": w.sections(place.kind, names, place.must(), reasons),
        "general": [reason for reason in reasons if reason.field is None],
        "wrong": [reason for reason in reasons if reason.field],
        "palette": w.palette(place.kind),
        "room": len(lines) < MOST_LINES,
        **_state(place, seen, outrun),
    }
    return page(request, "wording_edit.html", context, tab=TAB, status=status)


# -- the draft ------------------------------------------------------------------------------------


def _state(place: Place, seen: Seen, outrun: OutrunError | None = None) -> dict[str, Any]:
    """What the page says of the draft: who saved it when, or that somebody else was first."""
    return {
        "seen": f"{seen.revision}.{seen.page}",
        "draft": None if outrun else draft_of(place.organ, place.kind.code),
        "outrun": outrun,
        "over": outrun.now.revision if outrun and outrun.now else 0,
    }


def _stored(request: HttpRequest, place: Place, lines: Sequence[str], seen: Seen) -> Seen:
    """Save the draft; what is seen from then on. Raises Refused, OutrunError."""
    words = _words(request, lines)
    made = save_draft(place.organ, place.kind.code, words, by=place.account, seen=seen)
    return Seen(made.revision, seen.page)


def _save(request: HttpRequest, place: Place, lines: Sequence[str], seen: Seen) -> HttpResponse:
    form = _asked(request, place)
    try:
        _stored(request, place, lines, seen)
    except OutrunError as outrun:
        return _editor(request, place, lines, form, seen, outrun=outrun, status=CONFLICT)
    except Refused as refused:
        reasons = refused.reasons
        return _editor(request, place, lines, form, seen, reasons=reasons, status=UNPROCESSABLE)
    messages.success(request, f"已保存《{place.kind.title}》范本的草稿，还没有发布。")
    return redirect("desk:wording_edit", place.organ.pk, place.kind.code)


@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
@require_POST
def save(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: the draft saved while it is written."""
    place = keeper_of(request, organ, code)
    seen, outrun, said = _seen(request), None, ""
    try:
        seen = _stored(request, place, _sent(request), seen)
    except OutrunError as raised:
        outrun = raised
    except Refused as refused:
        said = "；".join(reason.say for reason in refused.reasons)
    context = {"organ": place.organ, "kind": place.kind, "why": said, "fresh": not said}
    context |= _state(place, seen, outrun)
    return render(request, "desk/parts/wording_saved.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
def discard(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: 放弃草稿, after its words were shown once more."""
    place = keeper_of(request, organ, code)
    outrun = False
    if request.method == "POST":
        try:
            discard_draft(place.organ, code, by=place.account, seen=_seen(request))
        except OutrunError:
            outrun = True
        else:
            messages.success(request, f"已放弃《{place.kind.title}》范本的草稿。")
            return redirect("desk:wording", place.organ.pk, code)
    now = draft_of(place.organ, code)
    if now is None:
        return redirect("desk:wording", place.organ.pk, code)
    context = {
        "organ": place.organ,
        "kind": place.kind,
        "draft": now,
        "now": in_force(code, place.organ, place.today),
        "outrun": outrun,
        "pairs": _differences(place, now.lines),
    }
    return page(
        request, "wording_discard.html", context, tab=TAB, status=CONFLICT if outrun else 200
    )


# -- the release ----------------------------------------------------------------------------------


def _release(request: HttpRequest, place: Place, lines: Sequence[str], seen: Seen) -> HttpResponse:
    form = _form(request, place, lines)
    sound = form.is_valid()
    starts_on = form.cleaned_data.get("starts_on") or place.today
    reasons = faults(place.kind, lines, place.organ, starts_on)
    try:
        if "confirmed" not in request.POST:
            with suppress(Refused):  # far too long: said below, and not stored
                seen = _stored(request, place, lines, seen)
        if reasons or not sound:
            return _editor(request, place, lines, form, seen, reasons=reasons, status=UNPROCESSABLE)
        if "confirmed" not in request.POST:
            return _confirm(request, place, lines, form, seen)
        form.file, form.seen = standing_file(place.organ, by=place.account), seen
        form.perform()
    except OutrunError as outrun:
        return _editor(request, place, lines, form, seen, outrun=outrun, status=CONFLICT)
    except Refused as refused:
        add_refusal(form, refused)
        return _editor(request, place, lines, form, seen, status=UNPROCESSABLE)
    said = f"已发布《{place.kind.title}》文书范本，自{cndate(starts_on)}起施行。"
    messages.success(request, said)
    return redirect("desk:wording", place.organ.pk, place.kind.code)


def _confirm(
    request: HttpRequest,
    place: Place,
    lines: Sequence[str],
    form: ReleaseWording,
    seen: Seen,
) -> HttpResponse:
    context = {
        "place": place,
        "organ": place.organ,
        "kind": place.kind,
        "form": form,
        "now": in_force(place.kind.code, place.organ, place.today),
        "sections": w.sections(place.kind, [kept(place.kind, line) for line in lines]),
        "pairs": _differences(place, lines),
        "effect": w.effect(place.kind, place.organ, lines, place.today),
        "seen": f"{seen.revision}.{seen.page}",
    }
    return page(request, "wording_confirm.html", context, tab=TAB)


def _differences(place: Place, lines: Sequence[str]) -> list[Pair]:
    """Where these words differ from those in force."""
    now = in_force(place.kind.code, place.organ, place.today)
    old = [s.text for s in w.sections(place.kind, lines_of(now, place.kind))]
    new = [s.text for s in w.sections(place.kind, [kept(place.kind, one) for one in lines])]
    return [pair for pair in side_by_side(old, new) if not pair.same]


# -- looking at it --------------------------------------------------------------------------------


@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
@require_POST
def look(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: pages and faults of what is being typed."""
    place = keeper_of(request, organ, code)
    lines = _sent(request)
    written = [(n, line) for n, line in enumerate(lines, 1) if line.strip()]
    reasons = _as_typed(
        faults(place.kind, [t for _, t in written], place.organ, place.today), written
    )
    context: dict[str, Any] = {
        "sections": w.sections(place.kind, lines, None, reasons),
        "general": [reason for reason in reasons if reason.field is None],
        "wrong": [reason for reason in reasons if reason.field],
    }
    try:
        count(place.account)
        context["pages"] = preview(
            place.kind, [t for _, t in written], agency=agency_named(place), on=place.today
        )
    except NoPreview as why:
        context["why"] = str(why)
    return render(request, "desk/parts/wording_preview.html", context)


def _as_typed(reasons: Sequence[Reason], written: Sequence[tuple[int, str]]) -> list[Reason]:
    """Reasons by the places on the page, where empty sections stand too."""
    made = []
    for reason in reasons:
        named = _NAME.fullmatch(reason.field or "")
        place = written[int(named[1]) - 1][0] if named else 0
        made.append(replace(reason, field=f"section-{place}") if place else reason)
    return made


@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
@require_POST
def draft(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: what is being typed, as PDF."""
    place = keeper_of(request, organ, code)
    return sample_pdf(place, [line for line in _sent(request) if line.strip()])
