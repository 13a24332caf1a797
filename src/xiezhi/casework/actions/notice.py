"""审查告知: the notice, its service, the party's statement and its re-check (arts. 44, 45, 62)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xiezhi.casework.known import hearing_right, known, latest, party_of, report_values
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Material
from xiezhi.record.writing import Writing


def give_notice(file: File, *, by: Account, on: dt.date, contact: str = "") -> Entry:
    """告知拟作出的处罚: content, facts, reasons, basis and rights, all from the final report."""
    with act("casework.give_notice", file, by=by, on=on) as writing:
        proposal = writing.standing.proposal or {}
        right = hearing_right(writing.standing, party_of(file).kind, proposal)
        values = {
            **known(writing),
            **report_values(file),
            "statement_days": str(writing.standing.policy.statement_days),
            "hearing_right": right is not None,
            "hearing_days": str(writing.standing.policy.hearing_request_days) if right else None,
            "contact": contact or by.person.name,
        }
        made = writing.document("penalty.notice", values)
        writing.body |= {
            "proposal": proposal,
            "basis": writing.standing.fact_of_report("basis"),
            "hearing_right": right is not None,
            "hearing_ground": right,
            "notice": str(made.pk),
            "number": made.number,
        }
        writing.say(f"告知拟作出的处罚，{made.number}。")
    return writing.done()


@dataclass(frozen=True)
class Delivery:
    """How a document was served: the mode, a recording of it, the day of an announcement."""

    mode: str
    recorded: bool = False
    announced_on: dt.date | None = None

    def facts(self, values: dict[str, Any]) -> dict[str, Any]:
        return {
            "mode": self.mode,
            "witnessed": self.recorded or bool(values.get("witness")),
            "announced_on": self.announced_on,
        }


def serve_notice(
    file: File, *, by: Account, on: dt.date, how: Delivery, values: dict[str, Any]
) -> Entry:
    """送达告知书: from here the term for statement, defence and hearing runs."""
    facts = how.facts(values)
    with act("casework.serve_notice", file, by=by, on=on, facts=facts) as writing:
        told = writing.standing.last("casework.give_notice")
        assert told is not None
        served(writing, _NOTICE.get(pk=told.facts["notice"]), how.mode, values)
        writing.say("告知书已送达当事人。")
    return writing.done()


_NOTICE = Prepared(lambda: Material.objects.filter(pk=Slot("pk")))


def served(writing: Writing, document: Material, mode: str, values: dict[str, Any]) -> None:
    """送达回证 for one document."""
    base = known(writing)
    receipt = {
        **base,
        "recipient": base["party"]["name"],
        "delivered": [{"title": document.title, "number": document.number, "copies": "1"}],
        "mode": mode,
        **values,
    }
    writing.document("service.receipt", receipt)
    writing.body |= {"mode": mode, "served": str(document.pk)}


def record_statement(file: File, *, by: Account, on: dt.date, values: dict[str, Any]) -> Entry:
    """记录陈述、申辩: whatever the party says is heard (art. 45)."""
    with act("casework.record_statement", file, by=by, on=on) as writing:
        told = writing.standing.last("casework.give_notice")
        base = {**known(writing), "notice_number": told.facts["number"] if told else ""}
        writing.document("statement.record", {**base, **values})
        writing.say("记录当事人的陈述、申辩。")
    return writing.done()


def recheck_statement(
    file: File, *, by: Account, on: dt.date, nothing_new: bool, values: dict[str, Any]
) -> Entry:
    """复核陈述、申辩: accepted or not, and whether it brings anything new."""
    facts = {"nothing_new": nothing_new}
    with act("casework.recheck_statement", file, by=by, on=on, facts=facts) as writing:
        said = writing.standing.last("casework.record_statement")
        assert said is not None
        heard = latest(writing, "statement.record").get("statement", "")
        base = {**known(writing), "stated_on": said.on.isoformat(), "statement": heard}
        writing.document("statement.recheck", {**base, **values})
        writing.say("复核当事人的陈述、申辩。")
    return writing.done()


def waive_statement(file: File, *, by: Account, on: dt.date, hearing_too: bool) -> Entry:
    """当事人书面放弃陈述、申辩（和听证）(art. 62)."""
    facts = {"hearing_too": hearing_too}
    with act("casework.waive_statement", file, by=by, on=on, facts=facts) as writing:
        told = writing.standing.last("casework.give_notice")
        assert told is not None
        got = writing.standing.last("casework.serve_notice")
        assert got is not None
        values = {
            **known(writing),
            "notice_number": told.facts["number"],
            "notice_served_on": got.on.isoformat(),
            "waives_hearing": hearing_too,
        }
        writing.document("statement.waiver", values)
        writing.say("当事人书面放弃陈述、申辩。")
    return writing.done()
