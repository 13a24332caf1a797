"""How a field of a published document is shown: the classes of the field catalogue."""

from __future__ import annotations

from enum import StrEnum


class Shown(StrEnum):
    """PUBLIC: as it is, it can hold nothing personal · REDACTED: shown after the detectors and
    the publisher have covered what is personal · NEVER: only the label of its class is shown ·
    PARTY: part by part, as `PARTY_PARTS` says · ABSENT: not even its place is shown."""

    PUBLIC = "public"
    REDACTED = "redacted"
    NEVER = "never"
    PARTY = "party"
    ABSENT = "absent"


Fields = dict[str, dict[str, Shown]]
