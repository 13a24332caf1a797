"""Decisions of the penalty procedure, field by field."""

from __future__ import annotations

from xiezhi.disclosure.shown import Fields, Shown

_P, _R, _N = Shown.PUBLIC, Shown.REDACTED, Shown.NEVER

FIELDS: Fields = {
    "penalty.decision": {
        "party": Shown.PARTY,
        "cause": _R,
        "course": _R,
        "facts": _R,
        "evidence": _R,
        "notice_number": _P,
        "notice_served_on": _P,
        "statement": _R,
        "hearing_said": _R,
        "law_breached": _P,
        "law_applied": _P,
        "discretion": _R,
        "benchmark": _P,
        "penalties": _R,
        "correction": _R,
        "performance": _R,
        "fine": _P,
        "pay_days": _P,
        "bank_name": _P,
        "bank_address": _P,
        "bank_account_name": _P,
        "bank_account": _N,
        "e_payment": _R,
        "surcharge": _P,
        "remedies": _P,
        "publicity": _R,
    },
    "penalty.none": {
        "party": Shown.PARTY,
        "cause": _R,
        "filed_on": _P,
        "facts": _R,
        "evidence": _R,
        "law_breached": _P,
        "law_applied": _P,
        "reason": _R,
        "education": _R,
        "remedies": _P,
    },
    "penalty.onspot": {
        "party": Shown.PARTY,
        "breach": _R,
        "happened_at": _P,
        "place": _R,
        "law_breached": _P,
        "law_applied": _P,
        "penalties": _R,
        "fine": _P,
        "pay_mode": _P,
        "collect_why": _R,
        "pay_days": _P,
        "bank_name": _P,
        "bank_address": _P,
        "bank_account": _N,
        "surcharge": _P,
        "officers": _P,
        "remedies": _P,
    },
}
