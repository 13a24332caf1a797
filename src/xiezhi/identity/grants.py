"""Who somebody was, and which post he held when, stays known: nothing here is deleted."""

from __future__ import annotations

TABLES = ("organ", "person", "account", "post", "token")

GRANTS = [f"REVOKE DELETE ON identity_{table} FROM xiezhi_app" for table in TABLES]
