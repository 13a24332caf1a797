"""草稿: words being written, kept until they are released or given up; nothing holds by them.

Two people may have the same draft open. Whoever saves last doesn't silently undo the other: a
save names what it saw, and is refused where somebody else has saved, released or given up since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Reason, Refused
from xiezhi.procedure.documents import KINDS
from xiezhi.procedure.documents.wording import kept, wordable
from xiezhi.procedure.documents.wording_checks import MOST_LINES, MOST_SIGNS, WORDING_RULE
from xiezhi.procedure.rulebook import refuse
from xiezhi.record.models import WordingDraft
from xiezhi.record.releasing import may_word
from xiezhi.record.wordings import above


class OutrunError(Exception):
    """Somebody else saved, released or gave up the draft meanwhile; `now` is what stands there."""

    def __init__(self, now: WordingDraft | None) -> None:
        super().__init__("the draft was changed meanwhile")
        self.now = now


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody had before him: how often the draft had been saved (0: there was none), and
    the page he writes on, which may go on saving."""

    revision: int = 0
    page: str = ""

    def still(self, now: WordingDraft | None) -> bool:
        """Is what he saw what stands there?"""
        if now is None:
            return self.revision == 0
        return now.revision == self.revision or (bool(self.page) and now.page == self.page)


@dataclass(frozen=True, slots=True)
class Words:
    """What is being written: a line a section, from when on, why."""

    lines: Sequence[str]
    starts_on: dt.date | None = None
    note: str = ""


def draft_of(organ: Organ, code: str) -> WordingDraft | None:
    rows = WordingDraft.objects.filter(organ=organ, code=code)
    return rows.select_related("saved_by__person", "base__material").first()


def drafts_of(organ: Organ) -> dict[str, WordingDraft]:
    """The drafts of an organ by document."""
    rows = WordingDraft.objects.filter(organ=organ).select_related("saved_by__person")
    return {draft.code: draft for draft in rows}


@transaction.atomic
def save_draft(organ: Organ, code: str, words: Words, *, by: Account, seen: Seen) -> WordingDraft:
    """保存草稿. Refused to who may not release, and where it is far too long; else any words go."""
    _may(organ, code, by)
    if len(words.lines) > MOST_LINES or sum(map(len, words.lines)) > MOST_SIGNS:
        say = f"草稿最多 {MOST_LINES} 段、{MOST_SIGNS:,} 字，没有保存。"
        raise Refused([Reason(WORDING_RULE, say, "删去多余的文字。")])
    now = _locked(organ, code)
    if not seen.still(now):
        raise OutrunError(draft_of(organ, code))
    kind = KINDS[code]
    today = timezone.localdate()
    said: dict[str, object] = {
        "text": "\n".join(kept(kind, line) for line in words.lines),
        "starts_on": words.starts_on,
        "note": words.note[:300],
        "base": above(code, organ, words.starts_on or today),
        "page": seen.page[:40],
        "saved_by": by,
        "saved_at": timezone.now(),
    }
    if now is None:
        _begin(organ, code, said)
    else:
        WordingDraft.objects.filter(pk=now.pk).update(**said, revision=F("revision") + 1)
    made = draft_of(organ, code)
    assert made is not None
    return made


@transaction.atomic
def discard_draft(organ: Organ, code: str, *, by: Account, seen: Seen) -> None:
    """放弃草稿, as it was seen; released words are given up as a draft too."""
    _may(organ, code, by)
    now = _locked(organ, code)
    if not seen.still(now):
        raise OutrunError(draft_of(organ, code))
    if now is not None:
        now.delete()


def _may(organ: Organ, code: str, by: Account) -> None:
    kind = KINDS.get(code)
    if kind is None or not wordable(kind):
        raise Refused([refuse("FLOW-KIND", "没有这种可以编写范本的文书。", field="code")])
    if reason := may_word(by, organ, timezone.localdate()):
        raise Refused([reason])


def _locked(organ: Organ, code: str) -> WordingDraft | None:
    rows = WordingDraft.objects.filter(organ=organ, code=code)
    return rows.select_for_update(of=("self",)).first()


def _begin(organ: Organ, code: str, said: dict[str, object]) -> None:
    """The first save; of two at once the later is told."""
    try:
        with transaction.atomic():
            WordingDraft(organ=organ, code=code, **said).save(force_insert=True)
    except IntegrityError:
        raise OutrunError(draft_of(organ, code)) from None
