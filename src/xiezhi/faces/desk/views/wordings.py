"""文书范本: what documents say here, version by version, and, for who keeps them, a new version."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from xiezhi.faces.desk import wordings as w
from xiezhi.faces.desk.differences import changed, side_by_side
from xiezhi.faces.desk.frame import agency_of, page
from xiezhi.identity.access import account_of, needs, staff
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents import KINDS, DocumentKind
from xiezhi.procedure.documents.wording import kept, wordable
from xiezhi.procedure.documents.wording_checks import MOST_LINES
from xiezhi.procedure.roles import Role
from xiezhi.record.downloads import READER
from xiezhi.record.models import Wording
from xiezhi.record.previewing import NoPreview, preview, preview_pdf
from xiezhi.record.releasing import faults, may_word
from xiezhi.record.wording_forms import ReleaseWording
from xiezhi.record.wordings import above, in_force, lines_of, what_must_stand
from xiezhi.registry.actions import standing_file
from xiezhi.ui.face import Filter
from xiezhi.ui.forms import add_refusal
from xiezhi.ui.text import cndate

UNPROCESSABLE, TOO_MANY = 422, 429
#: Previews of one account in a minute; a page that follows the typing asks for fewer.
_A_MINUTE = 60
_NAME = re.compile(r"section-(\d{1,4})")
_DO = re.compile(r"(up|down|drop|add)-(\d{1,4})")
_TAB = "documents"


@dataclass(frozen=True, slots=True)
class Place:
    """A document at an organ, as somebody looks at it."""

    account: Account
    organ: Organ
    kind: DocumentKind
    today: dt.date

    @property
    def may_edit(self) -> bool:
        return may_word(self.account, self.organ, self.today) is None

    def must(self, on: dt.date | None = None) -> Sequence[str] | None:
        """The lines that this organ may only add to."""
        base = above(self.kind.code, self.organ, on or self.today)
        return what_must_stand(self.kind, self.organ, base)


def _organ(account: Account, pk: int) -> Organ:
    """An organ of mine; any other answers as if it didn't exist."""
    around = Organ.objects.around(account, timezone.localdate())
    own = Organ.objects.filter(path__in=account.unit.chain())
    found = (around | own).exclude(kind=Organ.Kind.UNIT).filter(pk=pk).first()
    if found is None:
        raise Http404("没有这个机构。")
    return found


def _place(request: HttpRequest, organ: int, code: str) -> Place:
    account = account_of(request)
    kind = KINDS.get(code)
    if kind is None or not wordable(kind):
        raise Http404("没有这种文书。")
    return Place(account, _organ(account, organ), kind, timezone.localdate())


def _keeper(request: HttpRequest, organ: int, code: str) -> Place:
    """The same, for who may release there."""
    place = _place(request, organ, code)
    if reason := may_word(place.account, place.organ, place.today):
        raise PermissionDenied(reason.say)
    return place


# -- reading --------------------------------------------------------------------------------------


@require_safe
@staff
def index(request: HttpRequest) -> HttpResponse:
    """Open to everyone with an account: the documents of the organ he keeps, or works in."""
    account, today = account_of(request), timezone.localdate()
    mine = w.own_organs(account, today)
    return redirect("desk:wordings_of", mine[0].pk if mine else agency_of(account).pk)


@require_safe
@staff
def overview(request: HttpRequest, organ: int) -> HttpResponse:
    """Open to who works in the organ or holds a post over it or below it."""
    account, today = account_of(request), timezone.localdate()
    here = _organ(account, organ)
    families = w.overview(here, today)
    wanted = request.GET.get("family", "")
    shown = [pair for pair in families if pair[0] == wanted] or families
    context = {
        "organ": here,
        "filters": list(_filters(families, wanted if shown != families else "")),
        "others": [o for o in w.own_organs(account, today) if o != here],
        "families": shown,
        "may_edit": may_word(account, here, today) is None,
    }
    return page(request, "wordings.html", context, tab=_TAB)


def _filters(families: Sequence[tuple[str, Sequence[w.Line]]], wanted: str) -> Iterator[Filter]:
    yield Filter("全部", "?", sum(len(lines) for _, lines in families), not wanted)
    for family, lines in families:
        yield Filter(family, f"?{urlencode({'family': family})}", len(lines), family == wanted)


@require_safe
@staff
def document(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open as the list is: what a document says here today, and every version."""
    place = _place(request, organ, code)
    now = in_force(code, place.organ, place.today)
    versions = list(w.history(place.kind, place.organ))
    context = {
        "place": place,
        "organ": place.organ,
        "kind": place.kind,
        "now": now,
        "facts": w.facts_of(now) if now else [],
        "sections": w.sections(place.kind, lines_of(now, place.kind)),
        "versions": versions,
        "coming": [v for v in versions if v.starts_on > place.today],
        "stale": w.stale(place.kind, place.organ, place.today),
        "adding": w.adding(place.organ, code),
    }
    return page(request, "wording.html", context, tab=_TAB)


@require_safe
@staff
def compare(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open as the list is: two versions side by side; 0 is the platform's own text."""
    place = _place(request, organ, code)
    old, new = (_version(place, request.GET.get(side, "0")) for side in ("old", "new"))
    before, after = (
        [s.text for s in w.sections(place.kind, lines_of(one, place.kind))] for one in (old, new)
    )
    pairs = side_by_side(before, after)
    whole = "whole" in request.GET or not changed(pairs)
    context = {
        "place": place,
        "organ": place.organ,
        "kind": place.kind,
        "old": old,
        "new": new,
        "whole": whole,
        "pairs": pairs if whole else [pair for pair in pairs if not pair.same],
        "changed": changed(pairs),
        "versions": list(w.history(place.kind, place.organ)),
    }
    return page(request, "wording_compare.html", context, tab=_TAB)


def _version(place: Place, given: str) -> Wording | None:
    if given == "0":
        return None
    if not (given.isdecimal() and len(given) < 12):
        raise Http404("没有这一版。")
    found = w.history(place.kind, place.organ).filter(pk=int(given)).first()
    if found is None:
        raise Http404("没有这一版。")
    return found


@require_safe
@staff
def sample(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open as the list is: the document as it is printed here today, with sample values."""
    place = _place(request, organ, code)
    wording = in_force(code, place.organ, place.today)
    return _pdf(place, lines_of(wording, place.kind))


# -- editing --------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
def edit(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: the sections, then what changes, then the act."""
    place = _keeper(request, organ, code)
    if request.method != "POST":
        lines = w.beginning(place.kind, place.organ, place.today)
        return _editor(request, place, lines, ReleaseWording(by=place.account))
    lines = _sent(request)
    done = _DO.fullmatch(request.POST.get("do", ""))
    if done:
        lines = _moved(lines, done[1], int(done[2]))
        return _editor(request, place, lines, _asked(request, place))
    lines = [line for line in lines if line.strip()]
    if request.POST.get("do") == "again":
        return _editor(request, place, lines, _asked(request, place))
    return _release(request, place, lines)


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
    *,
    reasons: Sequence[Reason] = (),
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
    }
    return page(request, "wording_edit.html", context, tab=_TAB, status=status)


def _release(request: HttpRequest, place: Place, lines: Sequence[str]) -> HttpResponse:
    form = _form(request, place, lines)
    sound = form.is_valid()
    starts_on = form.cleaned_data.get("starts_on") or place.today
    reasons = faults(place.kind, lines, place.organ, starts_on)
    if reasons or not sound:
        return _editor(request, place, lines, form, reasons=reasons, status=UNPROCESSABLE)
    if "confirmed" not in request.POST:
        return _confirm(request, place, lines, form)
    form.file = standing_file(place.organ, by=place.account)
    try:
        form.perform()
    except Refused as refused:
        add_refusal(form, refused)
        return _editor(request, place, lines, form, reasons=(), status=UNPROCESSABLE)
    said = f"已发布《{place.kind.title}》文书范本，自{cndate(starts_on)}起施行。"
    messages.success(request, said)
    return redirect("desk:wording", place.organ.pk, place.kind.code)


def _confirm(
    request: HttpRequest, place: Place, lines: Sequence[str], form: ReleaseWording
) -> HttpResponse:
    now = in_force(place.kind.code, place.organ, place.today)
    old = [s.text for s in w.sections(place.kind, lines_of(now, place.kind))]
    new = w.sections(place.kind, [kept(place.kind, line) for line in lines])
    pairs = side_by_side(old, [section.text for section in new])
    context = {
        "place": place,
        "organ": place.organ,
        "kind": place.kind,
        "form": form,
        "now": now,
        "sections": new,
        "pairs": [pair for pair in pairs if not pair.same],
        "effect": w.effect(place.kind, place.organ, lines, place.today),
    }
    return page(request, "wording_confirm.html", context, tab=_TAB)


# -- looking at it --------------------------------------------------------------------------------


@needs(Role.ADMINISTRATOR, Role.SUPERVISOR)
@require_POST
def look(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open to who keeps this organ's wordings: pages and faults of what is being typed."""
    place = _keeper(request, organ, code)
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
        _count(place.account)
        context["pages"] = preview(
            place.kind, [t for _, t in written], agency=_agency(place), on=place.today
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
    place = _keeper(request, organ, code)
    return _pdf(place, [line for line in _sent(request) if line.strip()])


def _pdf(place: Place, lines: Sequence[str]) -> HttpResponse:
    """A PDF of our own making with sample values; kept nowhere, by nobody."""
    try:
        _count(place.account)
        made = preview_pdf(place.kind, lines, agency=_agency(place), on=place.today)
    except NoPreview as why:
        return HttpResponse(str(why), content_type="text/plain; charset=utf-8", status=TOO_MANY)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="sample.pdf"'
    answer["Content-Security-Policy"] = READER
    answer["Cache-Control"] = "private, no-store"
    return answer


def _agency(place: Place) -> str:
    """Whose name stands at the head; of a government's wording, some agency's."""
    organ = place.organ
    return "示例执法机关" if organ.kind == Organ.Kind.GOVERNMENT else organ.name


def _count(account: Account) -> None:
    """Raises NoPreview for whoever asks for more than a person can look at."""
    key = f"desk.preview.{account.pk}.{timezone.now():%H%M}"
    caches["local"].add(key, 0, 120)
    if caches["local"].incr(key) > _A_MINUTE:
        raise NoPreview("一分钟内预览次数过多，请稍后再看。")
