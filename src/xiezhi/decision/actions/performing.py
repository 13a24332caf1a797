"""送达、执行、结案: service, money, demand, court, closing (处罚法 arts. 61–74)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xiezhi.casework.actions.notice import Delivery, called, concerning, served
from xiezhi.casework.known import known, own_part
from xiezhi.decision.models import Decision, Payment
from xiezhi.identity.inserts import Insert
from xiezhi.identity.models import Account
from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.kinds.checks import owed
from xiezhi.procedure.shares import payable as payable_of
from xiezhi.procedure.timelimits import late_fee
from xiezhi.record.actions import act
from xiezhi.record.models import Entry, File
from xiezhi.record.writing import Writing
from xiezhi.ui.text import money

Values = dict[str, Any]


def decision_of(file: File) -> Decision:
    return _DECISION.get(file=file.pk)


_PAYMENTS = Insert(Payment)
_DECISION = Prepared(lambda: Decision.objects.select_related("material").filter(file=Slot("file")))


def serve(file: File, *, by: Account, on: dt.date, how: Delivery, values: Values) -> Entry:
    """送达决定书: on the spot, or within seven working days (art. 61)."""
    with act("decision.serve", file, by=by, on=on, facts=how.facts(values)) as writing:
        decision = decision_of(file)
        served(writing, decision.material, how, values)
        writing.say(f"{decision.number} 已送达{called(writing, how.party)}。")
    return writing.done()


def record_payment(
    file: File,
    *,
    by: Account,
    on: dt.date,
    amount: Decimal,
    receipt: str = "",
    cash: bool = False,
    remote: bool = False,
    landed_on: dt.date | None = None,
    party: int | None = None,
) -> Entry:
    """登记缴款 (art. 67); cash on the spot only where arts. 68 and 69 allow it.

    Of several parties each pays its own share.
    """
    facts: Values = {"amount": amount, "receipt": receipt, **concerning(party)}
    said = {"cash": cash or None, "remote": remote or None, "landed_on": landed_on}
    facts |= {name: value for name, value in said.items() if value is not None}
    with act("decision.record_payment", file, by=by, on=on, facts=facts) as writing:
        _PAYMENTS.one(
            decision=decision_of(file),
            amount=amount,
            paid_on=on,
            receipt=receipt,
            party_id=party,
            seq=writing.seq,
        )
        whose = "" if party is None else called(writing, party)
        writing.say(f"收到{whose}缴款 {money(amount)} 元。")
    return writing.done()


def allow_instalments(
    file: File, *, by: Account, on: dt.date, values: Values, party: int | None = None
) -> Entry:
    """批准延期、分期缴纳 (art. 66)."""
    facts = concerning(party)
    with act("decision.allow_instalments", file, by=by, on=on, facts=facts) as writing:
        writing.document("payment.instalments", {**_about(writing, party), **values})
        parts = [row["due"] for row in values.get("instalments") or [] if row.get("due")]
        writing.body["until"] = values.get("until") or max(parts, default=None)
        whose = "" if party is None else called(writing, party)
        writing.say(f"批准{whose}延期或者分期缴纳罚款。")
    return writing.done()


def _about(writing: Writing, party: int | None = None) -> Values:
    """The decision as later documents name it; of one of several parties its own part of it."""
    decision = decision_of(writing.file)
    delivered = writing.standing.last("decision.serve")
    return {
        **known(writing, party=party),
        "decision_number": decision.number,
        "decided_on": decision.on.isoformat(),
        "served_on": delivered.on.isoformat() if delivered else None,
        "fine": str(decision.fine) if decision.fine else None,
        **own_part(writing, party),
    }


@dataclass(frozen=True)
class Owing:
    """What one party owes by now, and what it was for: the whole of a case with one party."""

    gist: str
    left: Decimal
    extra: Decimal

    @property
    def total(self) -> Decimal:
        return self.left + self.extra


def owing(writing: Writing, decision: Decision, party: int | None = None) -> Owing:
    """What is left of a share, and 加处罚款 up to this act's day: 3 % a day, never more than the
    fine (art. 72)."""
    one = writing.standing.of(party) or writing.standing
    own = one.party
    fine = Decimal(str(own["fine"])) if own else decision.fine
    payable = payable_of(own) if own else decision.payable
    sums = (("罚款", fine), ("没收违法所得", payable - fine))
    named = "、".join(f"{what} {money(sum_)} 元" for what, sum_ in sums if sum_)
    gist = named if own else decision.gist
    left, due = owed(one), one.limit("PEN-19")
    unpaid = max(fine - (payable - left), Decimal(0))
    late = max((writing.on - due.last_day).days, 0) if due else 0
    return Owing(gist, left, late_fee(unpaid, late))


def demand(
    file: File, *, by: Account, on: dt.date, values: Values, party: int | None = None
) -> Entry:
    """催告履行: what, how, until when, and the right to be heard (强制法 art. 35)."""
    facts = concerning(party)
    with act("decision.demand", file, by=by, on=on, facts=facts) as writing:
        decision = decision_of(file)
        due = owing(writing, decision, party)
        base = {
            **_about(writing, party),
            "duty": f"缴纳{due.gist}",
            "perform_within": "收到本催告书之日起十个工作日内",
            "perform_how": "缴至代收机构。",
            "statement_within": "收到本催告书之日起三个工作日内",
            "surcharge_amount": str(due.extra),
            "amount": str(due.total),
        }
        made = writing.document("execution.demand", {**base, **values})
        writing.body["number"] = made.number
        whose = "" if party is None else called(writing, party)
        writing.say(f"催告{whose}履行，{made.number}，合计 {money(due.total)} 元。")
    return writing.done()


def apply_court(
    file: File, *, by: Account, on: dt.date, values: Values, party: int | None = None
) -> Entry:
    """申请法院强制执行 (强制法 arts. 53–55): signed by the head."""
    facts = concerning(party)
    with act("decision.apply_court", file, by=by, on=on, facts=facts) as writing:
        decision = decision_of(file)
        due = owing(writing, decision, party)
        asked = (writing.standing.of(party) or writing.standing).last("decision.demand")
        assert asked is not None
        base = {
            **_about(writing, party),
            "court": file.agency.court,
            "facts": decision.material.values.get("facts"),
            "law_applied": decision.material.values.get("law_applied"),
            "demand_number": asked.facts["number"],
            "demand_served_on": asked.on.isoformat(),
            "object": due.gist,
            "amount": str(due.total),
            "head_signature": {"text": "", "name": by.person.name, "on": on.isoformat()},
        }
        writing.document("execution.court", {**base, **values})
        whose = "" if party is None else f"对{called(writing, party)}"
        writing.say(f"申请人民法院{whose}强制执行。")
    return writing.done()


def close(file: File, *, by: Account, on: dt.date, outcome: str) -> Entry:
    """批准结案: performed, handed to the court, revoked, or not filed at all."""
    with act("decision.close", file, by=by, on=on) as writing:
        kind = _closing_kind(writing)
        decision = _DECISION.first(file=file.pk)
        base = _about(writing) if decision else known(writing)
        if decision:
            base["penalties"] = decision.material.values.get("penalties")
        values = {
            **base,
            "closing_kind": kind,
            "outcome": outcome,
            "handler_opinion": {
                "text": "建议结案",
                "name": base["officers"][0]["name"],
                "on": on.isoformat(),
            },
            "head_opinion": {"text": "同意结案", "name": by.person.name, "on": on.isoformat()},
        }
        writing.document("case.closing", values)
        writing.say("批准结案。")
    return writing.done()


def _closing_kind(writing: Writing) -> str:
    standing = writing.standing
    if standing.has("casework.refuse_filing"):
        return "not_filed"
    if standing.has("decision.revoke"):
        return "revoked"
    if standing.has("decision.apply_court"):
        return "court"
    if standing.fact("decision.issue", "outcome") == "no_penalty":
        return "no_penalty"
    return "performed" if standing.kind.family == "penalty" else "done"
