"""What the ledger of a licence says: received, answered or not, accepted, heard, decided.

Nothing here is stored: acceptance by silence (许可法 art. 32) and renewal by silence (art. 50) are
read off the days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from xiezhi.procedure.documents.content import as_number
from xiezhi.procedure.kinds.checks.days import day
from xiezhi.procedure.standing import Standing
from xiezhi.procedure.steps import Event
from xiezhi.procedure.timelimits import Due, Extension, compute
from xiezhi.procedure.timelimits.licence import ANSWER

APPLICATIONS = (
    "licence.apply",
    "licence.apply_joint",
    "licence.apply_renewal",
    "licence.apply_change",
)
ANSWERS = ("licence.accept", "licence.request_correction", "licence.refuse_acceptance")
#: These end an application without a decision on what was applied for.
ENDED = ("licence.refuse_acceptance", "licence.terminate", "licence.send_up")
TOLD = ("licence.tell_rights", "licence.tell_taking")
PROPOSED = ("licence.propose", "licence.propose_taking")
CALLED = ("licence.ask_hearing", "licence.announce_hearing")


# -- the application and its answer ---
def received(st: Standing) -> Event | None:
    """The application as it came in; None in a File that the agency began of itself."""
    return next((event for event in st.events if event.act in APPLICATIONS), None)


def completed(st: Standing) -> Event | None:
    """All that was asked for came in: the agency owes an acceptance (art. 32(1)5)."""
    event = st.last("licence.receive_corrections")
    return event if event is not None and event.facts.get("all_corrected") is True else None


def _answer(st: Standing, came: Event) -> Event | None:
    found = [e for act in ANSWERS for e in st.all(act) if e.seq > came.seq]
    return min(found, key=lambda event: event.seq, default=None)


def term_of_answer(st: Standing, came: Event) -> Due:
    """Five working days after the papers came (art. 32(1)4)."""
    return compute(st.policy.limit(ANSWER), came.on, calendar=st.calendar, today=st.today)


def silence(st: Standing, on: dt.date) -> Event | None:
    """The papers that were left without an answer for five working days, as seen on this day."""
    for came in (received(st), completed(st)):
        if came is None:
            continue
        answer = _answer(st, came)
        answered = answer.on if answer is not None else min(on, st.today)
        if answered > term_of_answer(st, came).last_day:
            return came
    return None


def unanswered(st: Standing) -> Event | None:
    """The papers that still wait for a voucher; one is owed even after acceptance by silence."""
    came = completed(st) or received(st)
    if came is None or st.any(*ENDED) or _answer(st, came):
        return None
    return came


def accepted(st: Standing) -> Event | None:
    """From when the application counts as accepted: the voucher, or the day of the papers where
    nobody answered in time."""
    if st.has("licence.refuse_acceptance"):
        return None
    quiet = silence(st, st.today)
    return quiet if quiet is not None else st.last("licence.accept")


def corrections_are_awaited(st: Standing) -> bool:
    asked = st.last("licence.request_correction")
    return asked is not None and not st.any("licence.receive_corrections", "licence.accept", *ENDED)


# -- terms ---
def whole(value: object) -> int | None:
    """A number of days as it was typed; None for what is none, or half a day."""
    number = as_number(value)
    return int(number) if number is not None and number == int(number) else None


def goes_up(st: Standing) -> bool:
    """Does a higher agency decide, after this one's first examination (art. 43)?"""
    return st.fact("licence.accept", "first_review") is True


def promise(st: Standing) -> int | None:
    """承诺时限: the days promised when the application was accepted."""
    return whole(st.fact("licence.accept", "promised_days"))


def decided_here(st: Standing) -> Event | None:
    """Acceptance, where this agency decides."""
    return None if goes_up(st) else accepted(st)


def decided_above(st: Standing) -> Event | None:
    """Acceptance, where this agency only examines first."""
    return accepted(st) if goes_up(st) else None


def promised(st: Standing) -> Event | None:
    """Acceptance, where a term was promised."""
    return accepted(st) if promise(st) else None


def to_be_tested(st: Standing) -> Event | None:
    """Acceptance, where the licence takes an inspection, test or quarantine (art. 55)."""
    return accepted(st) if st.fact("licence.accept", "needs_testing") is True else None


def prolonged(rule: str, by: str) -> Callable[[Standing, Event], tuple[Extension, ...]]:
    """The lengthening that was granted under this rule."""

    def longer(st: Standing, _start: Event) -> tuple[Extension, ...]:
        return tuple(
            Extension(whole(e.facts.get("extend_days")) or 1, rule, granted_on=e.on, by=f"{by}批准")
            for e in st.all("licence.prolong")
        )

    return longer


# -- special procedures and hearing ---
def special(st: Standing) -> Event | None:
    """The special procedure that is going on, if one is (art. 45)."""
    begun = st.last("licence.begin_special")
    return None if begun is None or st.after("licence.end_special", begun.seq) else begun


def told_of_hearing(st: Standing) -> Event | None:
    """The notice that told of the right to a hearing (art. 47)."""
    event = st.last(*TOLD)
    return event if event is not None and event.facts.get("hearing_right") is True else None


def hearing_wanted(st: Standing) -> Event | None:
    """Asked for or announced, and since then neither held nor dropped."""
    called = st.last(*CALLED)
    ends = ("licence.hold_hearing", "licence.drop_hearing")
    return None if called is None or any(st.after(a, called.seq) for a in ends) else called


def hearing_called(st: Standing) -> Event | None:
    """The notice of the hearing that is to be held."""
    wanted, called = hearing_wanted(st), st.last("licence.call_hearing")
    return called if wanted and called and called.seq > wanted.seq else None


# -- renewal and outcome ---
def expiry(st: Standing) -> dt.date | None:
    """The last day of the licence that is to be renewed."""
    return day(st.fact("licence.apply_renewal", "expires_on"))


def renewed_by_silence(st: Standing, on: dt.date) -> bool:
    """No decision before the licence expired: it counts as renewed (art. 50(2))."""
    end = expiry(st)
    if end is None or min(on, st.today) <= end or accepted(st) is None:
        return False
    return not st.any("decision.issue", *ENDED)


def outcome(st: Standing) -> str:
    """What was decided; empty while nothing is."""
    return str((st.proposal or {}).get("outcome") or "") if st.has("decision.issue") else ""


def certificate_is_due(st: Standing) -> Event | None:
    """The grant, or the renewal by silence, on which a certificate is to be given (art. 44)."""
    if confirmed := st.last("decision.confirm_renewal"):
        return confirmed
    wanted = (st.proposal or {}).get("with_certificate") is True
    return st.last("decision.issue") if outcome(st) == "grant" and wanted else None


def decision_is_the_certificate(st: Standing) -> Event | None:
    """A grant without a certificate is itself the document of approval (art. 39(1)3)."""
    granted = outcome(st) == "grant" and certificate_is_due(st) is None
    return st.last("decision.issue") if granted else None
