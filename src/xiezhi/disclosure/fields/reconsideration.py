"""Decisions of reconsideration, field by field (复议法 art. 79)."""

from __future__ import annotations

from xiezhi.disclosure.shown import Fields, Shown

_P, _R = Shown.PUBLIC, Shown.REDACTED

_BOTH = {
    "party": Shown.PARTY,
    "in_name_of": _P,
    "respondent": _P,
    "third_party": _R,
    "cause": _R,
    "claim": _R,
    "considered": _R,
    "law_applied": _P,
    "outcome": _P,
    "ruling": _R,
    "remedies": _P,
}
FIELDS: Fields = {
    "reconsideration.decision": {
        **_BOTH,
        "filed_on": _P,
        "brief": _R,
        "reply_said": _R,
        "opinions": _R,
        "hearing_said": _R,
        "established": _R,
        "perform_days": _P,
        "compensation": _R,
    },
    "reconsideration.rejection": _BOTH,
}
