"""What the application's database role may do here: a link between Files is said for good."""

from __future__ import annotations

from xiezhi.record.grants import append_only

GRANTS: list[str] = [*append_only("casework_link")]
