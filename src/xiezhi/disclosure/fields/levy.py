"""Decisions of levies, requisitions and charges, field by field."""

from __future__ import annotations

from xiezhi.disclosure.shown import Fields, Shown

_P, _R, _N = Shown.PUBLIC, Shown.REDACTED, Shown.NEVER

_ITEM = {
    "party": Shown.PARTY,
    "cause": _R,
    "listed_as": _P,
    "basis": _P,
    "period": _P,
    "duty_facts": _R,
    "remedies": _P,
    "publicity": _R,
}
_DECISION = {
    **_ITEM,
    "calculation": _R,
    "amount": _P,
    "stated": _R,
    "answered": _R,
    "pay_days": _P,
    "late_rate": _P,
    "bank_name": _P,
    "bank_address": _P,
    "bank_account": _N,
}
_NONE = {**_ITEM, "not_due_why": _R}

FIELDS: Fields = {
    "levy.decision": _DECISION,
    "levy.none": _NONE,
    "charge.decision": _DECISION,
    "charge.none": _NONE,
    "levy.requisition": {
        "party": Shown.PARTY,
        "cause": _R,
        "need": _R,
        "basis": _P,
        "property": _R,
        "purpose": _R,
        "use_from": _P,
        "use_until": _P,
        "compensation_terms": _R,
        "remedies": _P,
        "publicity": _R,
    },
    "levy.requisition_none": {
        "party": Shown.PARTY,
        "cause": _R,
        "not_needed_why": _R,
        "remedies": _P,
        "publicity": _R,
    },
}
