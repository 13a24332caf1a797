"""审查告知: the notice, its service, the party's statement and its re-check (arts. 44, 45, 62)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xiezhi.casework.known import hearing_right, known, own_part, party_of, report_values
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.standing import Standing
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File, Material
from xiezhi.record.writing import Writing


def give_notice(file: File, *, by: Account, on: dt.date, contact: str = "") -> Entry:
    """告知拟作出的处罚: content, facts, reasons, basis and rights, all from the final report."""
    with act("casework.give_notice", file, by=by, on=on) as writing:
        standing, proposal = writing.standing, writing.standing.proposal or {}
        hearings = _hearings(standing)
        right = (
            next(iter(hearings.values()), None)
            if standing.several
            else hearing_right(standing, party_of(file).kind, proposal)
        )
        values = {
            **known(writing),
            **report_values(file),
            **_of_several(standing, hearings),
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
            **({"hearings": hearings} if standing.several else {}),
        }
        writing.say(f"告知拟作出的处罚，{made.number}。")
    return writing.done()


def _hearings(standing: Standing) -> dict[str, str]:
    """Which of several parties may ask for a hearing, and why: each by its own share (art. 63)."""
    if not standing.several:
        return {}
    found = {
        str(one.number): hearing_right(standing, str(one.party["party_kind"]), one.party)
        for one in standing.parties
        if one.party is not None
    }
    return {party: ground for party, ground in found.items() if ground}


def _of_several(standing: Standing, hearings: dict[str, str]) -> dict[str, Any]:
    """Whom a notice to several parties addresses, and who of them may ask for a hearing."""
    if not standing.several:
        return {}
    _main, *others = standing.parties
    with_right = [one.whose for one in standing.parties if str(one.number) in hearings]
    return {
        "joint_names": "、".join(one.whose for one in others) or None,
        "hearing_for": "、".join(with_right) or None,
    }


@dataclass(frozen=True)
class Delivery:
    """How a document was served: the mode, a recording of it, the day of an announcement.

    `party` is to whom, where the case has several.
    """

    mode: str
    recorded: bool = False
    announced_on: dt.date | None = None
    party: int | None = None

    def facts(self, values: dict[str, Any]) -> dict[str, Any]:
        return {
            "mode": self.mode,
            "witnessed": self.recorded or bool(values.get("witness")),
            "announced_on": self.announced_on,
            **concerning(self.party),
        }


def concerning(party: int | None) -> dict[str, int]:
    """The fact that an entry concerns one of several parties; none where there is one."""
    return {} if party is None else {"party": party}


def called(writing: Writing, party: int | None) -> str:
    """当事人, or the name of the one of several that an act concerns."""
    return "当事人" if party is None else str(known(writing, party=party)["party"]["name"])


def serve_notice(
    file: File, *, by: Account, on: dt.date, how: Delivery, values: dict[str, Any]
) -> Entry:
    """送达告知书: from here the term for statement, defence and hearing runs."""
    facts = how.facts(values)
    with act("casework.serve_notice", file, by=by, on=on, facts=facts) as writing:
        told = writing.standing.last("casework.give_notice")
        assert told is not None
        served(writing, _NOTICE.get(pk=told.facts["notice"]), how, values)
        writing.say(f"告知书已送达{called(writing, how.party)}。")
    return writing.done()


_NOTICE = Prepared(lambda: Material.objects.filter(pk=Slot("pk")))


def served(writing: Writing, document: Material, how: Delivery, values: dict[str, Any]) -> None:
    """送达回证 for one document."""
    base = known(writing, party=how.party)
    receipt = {
        **base,
        "recipient": base["party"]["name"],
        "delivered": [{"title": document.title, "number": document.number, "copies": "1"}],
        "mode": how.mode,
        **values,
    }
    writing.document("service.receipt", receipt)
    writing.body |= {"mode": how.mode, "served": str(document.pk)}


def record_statement(
    file: File,
    *,
    by: Account,
    on: dt.date,
    values: dict[str, Any],
    party: int | None = None,
) -> Entry:
    """记录陈述、申辩: whatever the party says is heard (art. 45)."""
    facts = concerning(party)
    with act("casework.record_statement", file, by=by, on=on, facts=facts) as writing:
        told = writing.standing.last("casework.give_notice")
        base = {
            **known(writing, party=party),
            "notice_number": told.facts["number"] if told else "",
        }
        writing.document("statement.record", {**base, **values})
        writing.say(f"记录{called(writing, party)}的陈述、申辩。")
    return writing.done()


def recheck_statement(
    file: File,
    *,
    by: Account,
    on: dt.date,
    nothing_new: bool,
    values: dict[str, Any],
    party: int | None = None,
) -> Entry:
    """复核陈述、申辩: accepted or not, and whether it brings anything new."""
    facts = {"nothing_new": nothing_new, **concerning(party)}
    with act("casework.recheck_statement", file, by=by, on=on, facts=facts) as writing:
        one = writing.standing.of(party) or writing.standing
        said = one.last("casework.record_statement")
        assert said is not None
        heard = Material.objects.get(file=file, code="statement.record", seq=said.seq).values
        base = {**known(writing, party=party), "stated_on": said.on.isoformat()}
        base["statement"] = heard.get("statement", "")
        writing.document("statement.recheck", {**base, **values})
        writing.say(f"复核{called(writing, party)}的陈述、申辩。")
    return writing.done()


def waive_statement(
    file: File, *, by: Account, on: dt.date, hearing_too: bool, party: int | None = None
) -> Entry:
    """当事人书面放弃陈述、申辩（和听证）(art. 62)."""
    facts = {"hearing_too": hearing_too, **concerning(party)}
    with act("casework.waive_statement", file, by=by, on=on, facts=facts) as writing:
        told = writing.standing.last("casework.give_notice")
        assert told is not None
        got = writing.standing.last("casework.serve_notice")
        assert got is not None
        values = {
            **known(writing, party=party),
            "notice_number": told.facts["number"],
            "notice_served_on": got.on.isoformat(),
            **own_part(writing, party),
            "waives_hearing": hearing_too,
        }
        writing.document("statement.waiver", values)
        writing.say(f"{called(writing, party)}书面放弃陈述、申辩。")
    return writing.done()
