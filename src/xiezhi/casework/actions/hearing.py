"""听证: on request, public, hosted by somebody who didn't investigate (arts. 63–65)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xiezhi.casework.actions.notice import called, concerning
from xiezhi.casework.known import known
from xiezhi.identity.models import Account
from xiezhi.procedure.timelimits import cn_date
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Material, Participant
from xiezhi.record.writing import Writing


def request_hearing(
    file: File,
    *,
    by: Account,
    on: dt.date,
    reason: str = "",
    posted_on: dt.date | None = None,
    party: int | None = None,
) -> Entry:
    """登记听证申请: within five working days of the notice, by post: sent within them."""
    facts = {"posted_on": posted_on, **concerning(party)}
    with act("casework.request_hearing", file, by=by, on=on, facts=facts) as writing:
        told = writing.standing.last("casework.give_notice")
        assert told is not None
        values = {
            **known(writing, party=party),
            "notice_number": told.facts["number"],
            "requested_on": (posted_on or on).isoformat(),
            "posted_on": posted_on.isoformat() if posted_on else None,
            "grounds": reason,
        }
        writing.document("hearing.request", values)
        writing.say(f"{called(writing, party)}要求举行听证。")
    return writing.done()


def notify_hearing(
    file: File,
    *,
    by: Account,
    on: dt.date,
    hearing_at: dt.datetime,
    host: int,
    values: dict[str, Any],
) -> Entry:
    """通知听证: time and place at least seven working days before; the host is no handler."""
    facts = {
        "hearing_on": hearing_at.date(),
        "host": host,
        "host_is_handler": is_handler(file, host),
    }
    with act("casework.notify_hearing", file, by=by, on=on, facts=facts) as writing:
        base = {**known(writing), "party": _who_asked(writing)}
        base |= {"hearing_at": hearing_at.strftime("%Y-%m-%dT%H:%M")}
        writing.document("hearing.notice", {**base, **values})
        writing.say(f"通知 {cn_date(hearing_at.date())} {hearing_at:%H:%M}举行听证。")
    return writing.done()


def _who_asked(writing: Writing) -> dict[str, Any]:
    """Whom the notice of a hearing is written to: of several parties those who asked for it."""
    whole: dict[str, Any] = known(writing)["party"]
    asked = [e.facts.get("party") for e in writing.standing.all("casework.request_hearing")]
    blocks = [{**whole, "joint": None}, *(whole.get("joint") or ())]
    wanted = [block for block in blocks if block.get("id") in asked]
    if not wanted:
        return whole
    return {**wanted[0], "joint": wanted[1:] or None}


def is_handler(file: File, person: int) -> bool:
    """Has this person ever been an officer of the case?"""
    return Participant.objects.filter(
        file=file, person=person, capacity=Participant.Capacity.HANDLER
    ).exists()


def _announced(file: File) -> dict[str, Any]:
    """Time, place and people as the party was told."""
    told = Material.objects.filter(file=file, code="hearing.notice").order_by("-seq")[0].values
    keys = ("hearing_at", "held_in", "host", "panel", "clerk", "closed")
    return {key: told[key] for key in keys if key in told}


def withdraw_hearing(
    file: File, *, by: Account, on: dt.date, how: str, party: int | None = None
) -> Entry:
    """当事人撤回听证申请，或者无正当理由不出席 (art. 64(6))."""
    facts = {"how": how, **concerning(party)}
    with act("casework.withdraw_hearing", file, by=by, on=on, facts=facts) as writing:
        whose = "" if party is None else f"{called(writing, party)}的"
        writing.say(f"{whose}听证终止：{how}")
    return writing.done()


def hold_hearing(file: File, *, by: Account, on: dt.date, values: dict[str, Any]) -> Entry:
    """举行听证 and keep its record; it is public unless secrets or privacy are concerned."""
    came = [str(who.get("role") or "") for who in values.get("participants") or ()]
    facts = {
        "host_is_handler": is_handler(file, by.person_id),
        "agents": sum("代理" in role for role in came),
    }
    with act("casework.hold_hearing", file, by=by, on=on, facts=facts) as writing:
        base = {**known(writing), **_announced(file)}
        writing.document("hearing.record", {**base, **values})
        writing.say("举行听证，制作听证笔录。")
    return writing.done()


def report_hearing(file: File, *, by: Account, on: dt.date, values: dict[str, Any]) -> Entry:
    """听证报告: the decision follows the hearing record; a review is due after it (art. 58)."""
    facts = {"host_is_handler": is_handler(file, by.person_id)}
    with act("casework.report_hearing", file, by=by, on=on, facts=facts) as writing:
        base = {**known(writing), **_announced(file)}
        writing.document("hearing.report", {**base, **values})
        writing.say("提交听证报告。")
    return writing.done()
