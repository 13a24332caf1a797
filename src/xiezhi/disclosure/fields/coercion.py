"""Decisions of coercion: the measure or the execution, its ground, its law, its term.

What is held, and where, isn't for the public: goods show a party's trade, an account is money.
"""

from __future__ import annotations

from xiezhi.disclosure.shown import Fields, Shown

_P, _R, _N = Shown.PUBLIC, Shown.REDACTED, Shown.NEVER
_MEASURE = {
    "party": Shown.PARTY,
    "cause": _R,
    "reason": _R,
    "basis": _P,
    "days": _P,
    "remedies": _P,
}
_RESTING = {
    "party": Shown.PARTY,
    "decision_title": _P,
    "decision_number": _P,
    "decided_on": _P,
    "demand_number": _P,
    "reason": _R,
    "basis": _P,
    "execution_time": _R,
    "remedies": _P,
}

FIELDS: Fields = {
    "coercion.seizure": {**_MEASURE, "outcome": _P, "goods": _R, "kept_at": _R},
    "coercion.other": {**_MEASURE, "gist": _R},
    "coercion.freezing": {
        **_MEASURE,
        "frozen_bank": _R,
        "frozen_account": _N,
        "frozen_amount": _R,
    },
    "coercion.execution": {**_RESTING, "outcome": _P, "gist": _R},
    "coercion.substitution": {
        **_RESTING,
        "outcome": _P,
        "object": _R,
        "cost_budget": _P,
        "performer": _R,
    },
    "coercion.late_fee": {
        **_RESTING,
        "principal": _P,
        "fee_rate": _P,
        "fee_from": _P,
        "fee_amount": _P,
    },
}
