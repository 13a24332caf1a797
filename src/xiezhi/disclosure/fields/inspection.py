"""Results of inspections, field by field (P5)."""

from __future__ import annotations

from xiezhi.disclosure.shown import Fields, Shown

_P, _R = Shown.PUBLIC, Shown.REDACTED

FIELDS: Fields = {
    "inspection.result": {
        "party": Shown.PARTY,
        "cause": _R,
        "check_kind": _P,
        "licence_held": _P,
        "basis": _P,
        "items": _R,
        "findings": _R,
        "outcome": _P,
        "gist": _R,
        "correction_number": _P,
        "correct_by": _P,
        "remedies": _P,
        "publicity": _R,
    },
}
