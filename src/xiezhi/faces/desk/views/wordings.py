"""文书范本: what documents say here, version by version."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from xiezhi.faces.desk import wordings as w
from xiezhi.faces.desk.differences import changed, side_by_side
from xiezhi.faces.desk.frame import agency_of, page
from xiezhi.identity.access import account_of, staff
from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.documents import KINDS, DocumentKind
from xiezhi.procedure.documents.wording import wordable
from xiezhi.record.downloads import READER
from xiezhi.record.drafting import draft_of
from xiezhi.record.models import Wording
from xiezhi.record.previewing import NoPreview, preview_pdf
from xiezhi.record.releasing import may_word
from xiezhi.record.wordings import above, in_force, lines_of, what_must_stand
from xiezhi.ui.face import Filter

UNPROCESSABLE, TOO_MANY = 422, 429
#: Previews of one account in a minute; a page that follows the typing asks for fewer.
_A_MINUTE = 60
TAB = "documents"


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


def place_of(request: HttpRequest, organ: int, code: str) -> Place:
    account = account_of(request)
    kind = KINDS.get(code)
    if kind is None or not wordable(kind):
        raise Http404("没有这种文书。")
    return Place(account, _organ(account, organ), kind, timezone.localdate())


def keeper_of(request: HttpRequest, organ: int, code: str) -> Place:
    """The same, for who may release there."""
    place = place_of(request, organ, code)
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
    keeper = may_word(account, here, today) is None
    families = w.overview(here, today, keeper=keeper)
    wanted = request.GET.get("family", "")
    shown = [pair for pair in families if pair[0] == wanted] or families
    context = {
        "organ": here,
        "filters": list(_filters(families, wanted if shown != families else "")),
        "others": [o for o in w.own_organs(account, today) if o != here],
        "families": shown,
        "may_edit": keeper,
    }
    return page(request, "wordings.html", context, tab=TAB)


def _filters(families: Sequence[tuple[str, Sequence[w.Line]]], wanted: str) -> Iterator[Filter]:
    yield Filter("全部", "?", sum(len(lines) for _, lines in families), not wanted)
    for family, lines in families:
        yield Filter(family, f"?{urlencode({'family': family})}", len(lines), family == wanted)


@require_safe
@staff
def document(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open as the list is: what a document says here today, and every version."""
    place = place_of(request, organ, code)
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
        "draft": draft_of(place.organ, code) if place.may_edit else None,
    }
    return page(request, "wording.html", context, tab=TAB)


@require_safe
@staff
def compare(request: HttpRequest, organ: int, code: str) -> HttpResponse:
    """Open as the list is: two versions side by side; 0 is the platform's own text."""
    place = place_of(request, organ, code)
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
    return page(request, "wording_compare.html", context, tab=TAB)


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
    place = place_of(request, organ, code)
    wording = in_force(code, place.organ, place.today)
    return sample_pdf(place, lines_of(wording, place.kind))


def sample_pdf(place: Place, lines: Sequence[str]) -> HttpResponse:
    """A PDF of our own making with sample values; kept nowhere, by nobody."""
    try:
        count(place.account)
        made = preview_pdf(place.kind, lines, agency=agency_named(place), on=place.today)
    except NoPreview as why:
        return HttpResponse(str(why), content_type="text/plain; charset=utf-8", status=TOO_MANY)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="sample.pdf"'
    answer["Content-Security-Policy"] = READER
    answer["Cache-Control"] = "private, no-store"
    return answer


def agency_named(place: Place) -> str:
    """Whose name stands at the head; of a government's wording, some agency's."""
    organ = place.organ
    return "示例执法机关" if organ.kind == Organ.Kind.GOVERNMENT else organ.name


def count(account: Account) -> None:
    """Raises NoPreview for whoever asks for more than a person can look at."""
    key = f"desk.preview.{account.pk}.{timezone.now():%H%M}"
    caches["local"].add(key, 0, 120)
    if caches["local"].incr(key) > _A_MINUTE:
        raise NoPreview("一分钟内预览次数过多，请稍后再看。")
