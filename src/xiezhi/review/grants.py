"""What the application's database role may do here: add and read, never change."""

from __future__ import annotations

from xiezhi.record.grants import append_only

GRANTS: list[str] = [
    *append_only("review_submission"),
    *append_only("review_opinion"),
    *append_only("review_exemption"),
    *append_only("review_clearance"),
]
