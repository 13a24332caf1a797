"""Decisions of confirmations, field by field."""

from __future__ import annotations

from xiezhi.disclosure.shown import Fields, Shown

_P, _R = Shown.PUBLIC, Shown.REDACTED

_SHARED = {
    "party": Shown.PARTY,
    "cause": _R,
    "basis": _P,
    "examined": _R,
    "remedies": _P,
    "publicity": _R,
}

FIELDS: Fields = {
    "confirmation.decision": {
        **_SHARED,
        "confirmed": _R,
        "valid_from": _P,
        "valid_until": _P,
    },
    "confirmation.denial": {**_SHARED, "denied_why": _R},
}
