"""What the application's database role may do here: add and read, never change."""

from __future__ import annotations

from xiezhi.record.grants import append_only

GRANTS: list[str] = [
    *append_only("decision_decision"),
    *append_only("decision_payment"),
    *append_only("decision_revocation"),
]
