"""Who somebody was, and which post he held when, stays known: nothing here is deleted."""

from __future__ import annotations

TABLES = ("organ", "person", "account", "post", "token")

GRANTS = [
    *(f"REVOKE DELETE ON identity_{table} FROM xiezhi_app" for table in TABLES),
    # A version of a plan is written once: Files rest on it.
    "REVOKE ALL ON identity_profile FROM xiezhi_app",
    "GRANT SELECT, INSERT ON identity_profile TO xiezhi_app",
]
